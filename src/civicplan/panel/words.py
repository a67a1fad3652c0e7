"""Words last: the texts that the numbers of a column stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from civicplan.panel.engine import Frame, nw
from civicplan.panel.expressions import Code, Expr, first_of, no_word


def worded(number: Code, words: Sequence[str]) -> Expr:
    """Return the words that the numbers of a column stand for; null for the empty one.

    Where none of them is empty, what is none of the others is the last, so that it need not be looked for.
    """
    cases = [(number == place, nw.lit(str(word))) for place, word in enumerate(words) if word]
    otherwise = cases.pop()[1] if all(words) else no_word()
    found: Expr = first_of(*cases, otherwise=otherwise)
    return found


def as_enums(frame: Frame, columns: Mapping[str, Sequence[str]]) -> Frame:
    """Return a frame with these columns of words as enums, where its library has them: polars and pandas do."""
    if not (frame.implementation.is_polars() or frame.implementation.is_pandas()):
        return frame
    enums = {name: nw.Enum(list(dict.fromkeys(filter(None, map(str, words))))) for name, words in columns.items()}
    return frame.with_columns(*(nw.col(name).cast(enum) for name, enum in enums.items()))
