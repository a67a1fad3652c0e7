"""How a cell is made up: its numbers as they stand, the sign or word that makes them a bound, brackets, unit, mark."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from civicplan.tables.cell_words import (
    AFTER,
    BEFORE,
    HELD,
    MARKS,
    RANGE_SIGNS,
    RANGE_WORDS,
    REACHED,
    TOLERANCE_SIGNS,
    UNITS,
)
from civicplan.tables.numbers import BODY
from civicplan.values import BoundKind

#: Nothing longer is a figure or a bound.
LONGEST_CELL = 300


class Shape(NamedTuple):
    """How a cell is made up.

    Attributes:
        kind: What the figure bounds; None for a figure alone.
        bodies: The one or two numbers, with the separators that they are printed with.
        unit: The percent or permille sign.
        is_bracketed: True where the figure stands in square brackets.
        mark: The mark that refers to a note.
    """

    kind: BoundKind | None
    bodies: tuple[str, ...]
    unit: str | None = None
    is_bracketed: bool = False
    mark: str | None = None


class Fault(NamedTuple):
    """A cell that is no figure.

    Attributes:
        code: Why, as one of the codes of `cell_faults.LEFT_OUT`.
    """

    code: str


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_UNIT_OF = {spelling: unit for unit, spellings in UNITS.items() for spelling in spellings}
_KIND_BEFORE = {word: kind for kind, words in BEFORE.items() for word in words}
_KIND_AFTER = {word: kind for kind, words in AFTER.items() for word in words}


def _amount(name: str) -> str:
    return rf"(?P<{name}>{BODY}) ?(?P<{name}_unit>{_any_of(_UNIT_OF)})?"


_ONE_FIGURE = re.compile(
    rf"(?P<held>{_any_of((*HELD, *REACHED))})? ?(?P<before>{_any_of(_KIND_BEFORE)})? ?"
    rf"{_amount('figure')} ?(?P<after>{_any_of(_KIND_AFTER)})?"
)
_TWO_FIGURES = re.compile(
    rf"{_amount('first')} ?(?:(?P<tolerance>{_any_of(TOLERANCE_SIGNS)})|{_any_of(RANGE_SIGNS)}) ?{_amount('second')}"
)
_RANGES_IN_WORDS = tuple(
    re.compile(rf"{before} ?{_amount('first')} ?(?:{between}) ?{_amount('second')} ?{after}")
    for before, between, after in RANGE_WORDS
)
_BRACKETS = re.compile(r"([^\[\]0-9]*)\[([^\[\]]*[0-9][^\[\]]*)\]([^\[\]0-9]*)")
_ANY_MARK = f"(?:{_any_of(MARKS)})"
_MARKED = re.compile(rf"(?P<rest>.*[0-9%‰+\]\u4e00-\u9fff]) ?(?P<marks>{_ANY_MARK}(?:[, ]?{_ANY_MARK})*)")
_POWER_OF_TEN = re.compile(r"(?:.*[^0-9.,])?10")
_SUPERSCRIPTS = "¹²³⁴⁵⁶⁷⁸⁹"
#: Such blanks between two digits part two figures, not the thousands of one.
_TWO_LINES = re.compile(r"[0-9](?:\s{2,}+|[\t-\r\x1c-\x1f\x85\u2028\u2029])[0-9]")


def shape_of(plain: str, printed: str) -> Shape | Fault:
    """Return how a cell is made up, or why it is no figure.

    Args:
        plain: The text in uniform signs.
        printed: The text as it stands.

    >>> shape_of("≥[18]%", "≥[18]%")
    Shape(kind=<BoundKind.AT_LEAST: '≥'>, bodies=('18',), unit='%', is_bracketed=True, mark=None)
    """
    if len(plain) > LONGEST_CELL:
        return Fault("not-a-number")
    if _TWO_LINES.search(printed):
        return Fault("two-lines")
    marked, mark = _without_mark(plain)
    rest, is_bracketed = _without_brackets(marked)
    shape = _shape_without(rest)
    if isinstance(shape, Fault) or not (is_bracketed or mark):
        return shape
    return shape._replace(is_bracketed=is_bracketed, mark=mark)


def _without_mark(plain: str) -> tuple[str, str | None]:
    marked = _MARKED.fullmatch(plain)
    if marked is None or (marked["marks"][0] in _SUPERSCRIPTS and _POWER_OF_TEN.fullmatch(marked["rest"])):
        return plain, None
    return marked["rest"], marked["marks"]


def _without_brackets(marked: str) -> tuple[str, bool]:
    brackets = _BRACKETS.fullmatch(marked)
    return (marked, False) if brackets is None else ("".join(brackets.groups()), True)


def _shape_without(rest: str) -> Shape | Fault:
    """Return how a cell without mark and brackets is made up, or why it is no figure."""
    if one := _ONE_FIGURE.fullmatch(rest):
        return _one_figure(one)
    for pattern in (_TWO_FIGURES, *_RANGES_IN_WORDS):
        if two := pattern.fullmatch(rest):
            return _two_figures(two)
    return Fault("not-a-number")


def _one_figure(one: re.Match[str]) -> Shape | Fault:
    before, after = _KIND_BEFORE.get(one["before"]), _KIND_AFTER.get(one["after"])
    if before is not None and after is not None and before is not after:
        return Fault("several-bounds")
    kind = before or after
    if kind is None and one["held"] in HELD:
        return Fault("not-a-number")
    return Shape(kind, (one["figure"],), _UNIT_OF.get(one["figure_unit"]))


def _two_figures(two: re.Match[str]) -> Shape | Fault:
    first, second = _UNIT_OF.get(two["first_unit"]), _UNIT_OF.get(two["second_unit"])
    is_range = not two.groupdict().get("tolerance")
    if first != second and not (is_range and first is None):
        return Fault("mixed-units")
    return Shape(BoundKind.BETWEEN if is_range else BoundKind.ABOUT, (two["first"], two["second"]), second)
