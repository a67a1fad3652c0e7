"""Converters for the edges of the model, and what all its classes share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from enum import StrEnum
from functools import wraps
from typing import Any, TypeVar, cast

import attrs

from civicplan.errors import InvalidInputError, InvalidTypeError, InvalidValueError, describe
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
from civicplan.values.text import is_storable

_C = TypeVar("_C")
_E = TypeVar("_E", bound=StrEnum)
_T = TypeVar("_T")
_LONGEST_WORD = 1000
#: What could be run through one by one, but is one thing or has no order.
_NO_ROW = (str, bytes, Mapping, Set)
_BUILDER, _SHOWER = "__init__", "__repr__"


def model_class(cls: type[_C]) -> type[_C]:
    """Make a class of the model say `Class.field` when it refuses a value, and show only the fields that were set.

    Which field it was is searched for only after the refusal, so that building costs nothing more.
    """
    build: Callable[..., None] = cls.__dict__[_BUILDER]

    @wraps(build)
    def built(self: _C, *args: Any, **values: Any) -> None:
        try:
            build(self, *args, **values)
        except InvalidInputError as error:
            raise _named(cls, values, error) from None

    setattr(cls, _BUILDER, built)
    setattr(cls, _SHOWER, _shown)
    return cls


def _shown(part: Any) -> str:
    values = ((field, getattr(part, field.name)) for field in attrs.fields(type(part)))
    told = (f"{field.name}={value!r}" for field, value in values if value != field.default and value != ())
    return f"{type(part).__name__}({', '.join(told)})"


def _named(cls: type, values: dict[str, Any], error: InvalidInputError) -> InvalidInputError:
    for field in attrs.fields(cls):
        if field.name in values and field.converter:
            try:
                cast("Callable[[Any], Any]", field.converter)(values[field.name])
            except InvalidInputError as found:
                inner = found.place
                own = not inner or inner.startswith("[")
                return found.in_field(f"{cls.__name__}.{field.name}{inner}") if own else found
    return error


def to_enum(kind: type[_E], value: _E | str) -> _E:
    """The member of a closed vocabulary that the text names."""
    if isinstance(value, kind):
        return value
    found = kind._value2member_map_.get(value) if isinstance(value, str) else None
    if isinstance(found, kind):
        return found
    refusal = InvalidValueError if isinstance(value, str) else InvalidTypeError
    raise refusal("", f"one of {', '.join(kind)}", describe(value))


def tuple_of(values: Iterable[_T], *kinds: type) -> tuple[_T, ...]:
    """A tuple of the values, every one of them of the right kind."""
    if isinstance(values, _NO_ROW) or not isinstance(values, Iterable):
        expected = f"a tuple of {_either(kinds)}"
        raise InvalidTypeError("", expected, describe(values), "put a single one in parentheses: (x,)")
    collected = tuple(values)
    for index, value in enumerate(collected):
        if not isinstance(value, kinds):
            raise InvalidTypeError(f"[{index}]", f"a {_either(kinds)}", describe(value))
    return collected


def _either(kinds: tuple[type, ...]) -> str:
    return " or ".join(kind.__name__ for kind in kinds)


def to_label(value: str) -> str:
    """A short plain string that is not blank, kept as printed."""
    if not isinstance(value, str):
        raise InvalidTypeError("", "text", describe(value))
    if not is_storable(value):
        raise InvalidValueError("", "text that UTF-8 can hold", f"half a surrogate pair in {describe(value)}")
    if not value or value.isspace() or len(value) > _LONGEST_WORD:
        raise InvalidValueError("", f"text of 1 to {_LONGEST_WORD} characters, not only blanks", describe(value))
    return value


def to_labels(values: Iterable[str]) -> tuple[str, ...]:
    """A tuple of short plain strings."""
    return _each_by(to_label, values)


def to_id(value: str) -> str:
    """An identifier: a word without white space."""
    if to_label(value).split() != [value]:
        advice = f"write {describe('-'.join(value.split()))}"
        raise InvalidValueError("", "an id without white space", describe(value), advice)
    return value


def to_ids(values: Iterable[str]) -> tuple[str, ...]:
    """A tuple of identifiers."""
    return _each_by(to_id, values)


def _each_by(convert: Callable[[str], str], values: Iterable[str]) -> tuple[str, ...]:
    words = tuple_of(values, str)
    for index, word in enumerate(words):
        try:
            convert(word)
        except InvalidInputError as error:
            raise error.in_field(f"[{index}]") from None
    return words


def to_source(value: Source) -> Source:
    """A Source and nothing else."""
    if not isinstance(value, Source):
        raise InvalidTypeError("", "a Source", describe(value), 'write Source(document="...", line=166)')
    return value


def source_or_none(value: Source | None) -> Source | None:
    """A Source, or None where none is recorded."""
    return None if value is None else to_source(value)


def text_or_none(value: TextLike | None) -> Text | None:
    """A Text, or None where there is none."""
    return None if value is None else to_text(value)


def label_or_none(value: str | None) -> str | None:
    """A short plain string, or None where there is none."""
    return None if value is None else to_label(value)


def period_or_none(value: PeriodLike | None) -> Period | None:
    """A Period, or None where none is stated."""
    return None if value is None else to_period(value)


def figure_or_none(value: FigureLike | None) -> Figure | None:
    """A Figure, or None where none is printed."""
    return None if value is None else to_figure(value)


def to_bool(value: bool) -> bool:
    """True or False and nothing that merely looks like it."""
    if not isinstance(value, bool):
        raise InvalidTypeError("", "True or False", describe(value))
    return value


def to_count(value: int) -> int:
    """A whole number of things."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise InvalidTypeError("", "a whole number", describe(value))
    if not 0 <= value <= 10**9:
        raise InvalidValueError("", "a whole number of 0 or more", describe(value))
    return value
