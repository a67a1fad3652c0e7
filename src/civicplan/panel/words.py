"""Words last: the texts that the numbers of a column stand for."""

from __future__ import annotations

from civicplan.panel.engine import nw
from civicplan.panel.expressions import Expr, first_of


def worded(number: Expr, words: tuple[str, ...]) -> Expr:
    """Return the words that the numbers of a column stand for; null for the empty one."""
    cases = [(number == place, nw.lit(str(word))) for place, word in enumerate(words) if word]
    return first_of(*cases, otherwise=nw.lit(None, dtype=nw.String()))
