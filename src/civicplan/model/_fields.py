"""Converters for the edges of the model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from typing import TypeVar

from civicplan.errors import InvalidTypeError, InvalidValueError, describe, naming_field, with_article
from civicplan.values import (
    Figure,
    FigureLike,
    Period,
    PeriodLike,
    Source,
    Text,
    TextLike,
    to_figure,
    to_period,
    to_text,
)
from civicplan.values.text import to_label

_T = TypeVar("_T")
_LONGEST_ADVICE = 80
#: What people write for the two truth values, told to them and not read.
_TRUTH = dict.fromkeys(("yes", "y", "x", "true", "是", "√", "✓"), "true") | dict.fromkeys(
    ("no", "n", "false", "否"), "false"
)
#: Iterable, but one thing, or without an order.
_NOT_A_SEQUENCE = (str, bytes, Mapping, Set)


def tuple_of(values: Iterable[_T], *kinds: type, advice: str = "") -> tuple[_T, ...]:
    """Return a tuple of the values, every one of them of the right kind.

    Args:
        values: The values.
        kinds: The classes, one of which each value must be of.
        advice: What to write in place of a value of another kind.
    """
    is_plain = isinstance(values, tuple | list)  # and most are, so that the slower questions are seldom asked
    if not is_plain and (isinstance(values, _NOT_A_SEQUENCE) or not isinstance(values, Iterable)):
        expected = f"a tuple of {_names(kinds)}"
        raise InvalidTypeError("", expected, describe(values), "put a single one in parentheses: (x,)")
    collected = tuple(values)
    for index, value in enumerate(collected):
        if not isinstance(value, kinds):
            raise InvalidTypeError(f"[{index}]", with_article(_names(kinds)), describe(value), advice)
    return collected


def _names(kinds: tuple[type, ...]) -> str:
    return " or ".join(kind.__name__ for kind in kinds)


def to_labels(values: Iterable[str]) -> tuple[str, ...]:
    """Return a tuple of short plain strings."""
    return _each_by(to_label, values)


def to_id(value: str) -> str:
    """Return an identifier: a word without white space."""
    if to_label(value).split() != [value]:
        joined = "-".join(value.split())
        advice = f"write {joined!r}" if len(joined) <= _LONGEST_ADVICE else ""
        raise InvalidValueError("", "an id without white space", describe(value), advice)
    return value


def to_ids(values: Iterable[str]) -> tuple[str, ...]:
    """Return a tuple of identifiers."""
    return _each_by(to_id, values)


def _each_by(convert: Callable[[str], str], values: Iterable[str]) -> tuple[str, ...]:
    words = tuple_of(values, str)
    for index, word in enumerate(words):
        with naming_field(f"[{index}]"):
            convert(word)
    return words


def to_source(value: Source) -> Source:
    """Return a Source and nothing else."""
    if not isinstance(value, Source):
        raise InvalidTypeError("", "a Source", describe(value), 'write Source(document="...", line=166)')
    return value


def source_or_none(value: Source | None) -> Source | None:
    """Return a Source, or None where none is recorded."""
    return None if value is None else to_source(value)


def text_or_none(value: TextLike | None) -> Text | None:
    """Return a Text, or None where there is none."""
    return None if value is None else to_text(value)


def label_or_none(value: str | None) -> str | None:
    """Return a short plain string, or None where there is none."""
    return None if value is None else to_label(value)


def period_or_none(value: PeriodLike | None) -> Period | None:
    """Return a Period, or None where none is stated."""
    return None if value is None else to_period(value)


def figure_or_none(value: FigureLike | None) -> Figure | None:
    """Return a Figure, or None where none is printed."""
    return None if value is None else to_figure(value)


def figure_from_zero(value: FigureLike | None, expected: str) -> Figure | None:
    """Return a Figure of zero or more, or None where none is printed.

    Args:
        value: The figure.
        expected: What it has to be, for the error.
    """
    figure = figure_or_none(value)
    if figure is not None and figure < 0:
        raise InvalidValueError("", expected, str(figure))
    return figure


def to_bool(value: bool) -> bool:
    """Return True or False and nothing that merely looks like it."""
    if not isinstance(value, bool):
        meant = _TRUTH.get(value.strip().lower()) if isinstance(value, str) else None
        raise InvalidTypeError("", "true or false", describe(value), f"write {meant}" if meant else "")
    return value


def bool_or_none(value: bool | None) -> bool | None:
    """Return True or False, or None where neither is stated."""
    return None if value is None else to_bool(value)


def to_count(value: int) -> int:
    """Return a whole number of things."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise InvalidTypeError("", "a whole number", describe(value))
    if not 0 <= value <= 10**9:
        raise InvalidValueError("", "a whole number of 0 or more", describe(value))
    return value
