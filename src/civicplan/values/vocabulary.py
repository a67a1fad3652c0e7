"""Closed vocabularies: a member, or its name as text."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, TypeAlias, TypeVar

from civicplan.errors import InvalidTypeError, InvalidValueError, describe, nearest_words

_E = TypeVar("_E", bound=StrEnum)


def to_enum(kind: type[_E], value: _E | str) -> _E:
    """Return the member of a closed vocabulary that the text names.

    Args:
        kind: The vocabulary.
        value: A member of it, or its name.

    Raises:
        InvalidValueError: No member has this name; the error gives the nearest one.
        InvalidTypeError: Neither a member nor text.

    >>> to_enum(Direction, "higher")
    <Direction.HIGHER: 'higher'>
    """
    if isinstance(value, kind):
        return value
    member = kind._value2member_map_.get(value) if isinstance(value, str) else None
    if isinstance(member, kind):
        return member
    expected = f"one of {', '.join(kind)}"
    if not isinstance(value, str):
        raise InvalidTypeError("", expected, describe(value))
    advice = "".join(f"write {word}" for word in nearest_words(value, kind, most=1))
    raise InvalidValueError("", expected, describe(value), advice)


class Direction(StrEnum):
    """Which levels of an indicator are better: higher ones, lower ones, or those within a range."""

    HIGHER = "higher"
    LOWER = "lower"
    RANGE = "range"


DirectionLike: TypeAlias = Direction | Literal["higher", "lower", "range"]


def to_direction(value: DirectionLike) -> Direction:
    """Return a Direction, from itself or its name."""
    return to_enum(Direction, value)


def direction_or_none(value: DirectionLike | None) -> Direction | None:
    """Return a Direction from itself or its name, or None where none is stated."""
    return None if value is None else to_direction(value)
