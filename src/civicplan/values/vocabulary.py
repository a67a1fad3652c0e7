"""Closed vocabularies: a member, or its name as text."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from types import MappingProxyType
from typing import Literal, TypeAlias, TypeVar

from civicplan.errors import InvalidTypeError, InvalidValueError, describe, nearest_words
from civicplan.values.synonyms import DIRECTION, Synonyms

_E = TypeVar("_E", bound=StrEnum)
_LONGEST_WORD = 80


def to_enum(kind: type[_E], value: _E | str, synonyms: Synonyms = MappingProxyType({})) -> _E:
    """Return the member of a closed vocabulary that the text names.

    Args:
        kind: The vocabulary.
        value: A member of it, or its name.
        synonyms: What people write for its members; it is refused with the name to write instead.

    Raises:
        InvalidValueError: No member has this name; the error gives the one that was meant, as far as that can be told.
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
    raise InvalidValueError("", expected, describe(value), _advice(value, kind, synonyms))


def _advice(value: str, names: Iterable[str], synonyms: Synonyms) -> str:
    """Return what to write instead of a word: the name that it stands for, else that of the nearest word."""
    meanings = {**{word: name for name, words in synonyms.items() for word in words}, **{name: name for name in names}}
    word = " ".join(value[:_LONGEST_WORD].lower().split())
    nearest = (word,) if word in meanings else nearest_words(word, meanings, most=1)
    return "".join(f"write {meanings[known]}" for known in nearest)


class Direction(StrEnum):
    """Which levels of an indicator are better: higher ones, lower ones, or those within a range."""

    HIGHER = "higher"
    LOWER = "lower"
    RANGE = "range"


DirectionLike: TypeAlias = Direction | Literal["higher", "lower", "range"]


def to_direction(value: DirectionLike) -> Direction:
    """Return a Direction, from itself or its name."""
    return to_enum(Direction, value, DIRECTION)


def direction_or_none(value: DirectionLike | None) -> Direction | None:
    """Return a Direction from itself or its name, or None where none is stated."""
    return None if value is None else to_direction(value)
