"""Words last: the texts that the numbers of a column stand for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from civicplan.errors import InvalidValueError, describe
from civicplan.panel.engine import Frame, nw
from civicplan.panel.expressions import Code, Expr, first_of, no_word

Words: TypeAlias = Literal["text", "enum"]


def check_words(words: object) -> None:
    """Refuse what is neither text nor enum.

    Raises:
        InvalidValueError: It is something else.
    """
    if words not in ("text", "enum"):
        raise InvalidValueError("words", "text or enum", describe(words))


def type_of(frame: Frame, asked: Words, words: Sequence[str]) -> nw.Enum | nw.String:
    """Return the type of a column of these words: an enum where it is asked for and polars or pandas can hold it."""
    has_enums = frame.implementation.is_polars() or frame.implementation.is_pandas()
    if asked == "text" or not has_enums:
        return nw.String()
    return nw.Enum(list(dict.fromkeys(filter(None, map(str, words)))))


def worded(number: Code, words: Sequence[str], dtype: nw.Enum | nw.String) -> Expr:
    """Return the words that the numbers of a column stand for; null for the empty one.

    Where none of them is empty, what is none of the others is the last, so that it need not be looked for.
    """
    cases = [(number == place, nw.lit(str(word)).cast(dtype)) for place, word in enumerate(words) if word]
    otherwise = cases.pop()[1] if all(words) else no_word().cast(dtype)
    found: Expr = first_of(*cases, otherwise=otherwise)
    return found
