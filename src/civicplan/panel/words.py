"""Words last: the texts that the numbers of a column stand for."""

from __future__ import annotations

from collections.abc import Iterable

from civicplan.panel.engine import nw
from civicplan.panel.expressions import Code, Expr, first_of, no_word


def worded(number: Code, words: Iterable[str]) -> Expr:
    """Return the words that the numbers of a column stand for; null for the empty one."""
    cases = [(number == place, nw.lit(str(word))) for place, word in enumerate(words) if word]
    texts: Expr = first_of(*cases, otherwise=no_word())
    return texts
