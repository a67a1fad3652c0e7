"""The ways in which cells can stand under headings without changing their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from itertools import islice
from typing import TypeAlias

from civicplan.tables.cell_words import BLANKS
from civicplan.tables.cells import read_cell
from civicplan.tables.numbers import POINT
from civicplan.tables.uniform import uniform
from civicplan.tables.words import NATURE_WORDS

#: For each column the position of its cell in the row; None where nothing stands in it.
Way: TypeAlias = tuple[int | None, ...]

#: So many ways are compared at most, and so many are made to find them, as some differ in blanks only.
MOST_WAYS = 200
_MOST_MADE = 1000
#: No table has more columns.
_MOST_COLUMNS = 60
#: Longer words are no unit.
_LONGEST_UNIT = 12
#: No figure is longer.
_LONGEST_FIGURE = 40
_REMARK_BEHIND = re.compile(r"[^0-9()\[\]]?[0-9][0-9.,]{0,20}[%‰]?\(")
_ORDER = re.compile(r"[0-9]{1,4}[.、]?")
#: Square and cubic metres.
_POWER = re.compile(r"m\^?[23](?![0-9])")
_NATURES = frozenset(word for words in NATURE_WORDS.values() for word in words)
#: A name may end with its unit in brackets; a promise in words does not.
_UNIT_AT_END = re.compile(r"[(\[][^()\[\]0-9]{1,20}[)\]]$")


class Holds(StrEnum):
    """What the cells of a column can be. Any column may have blank cells, but every row has a name.

    Attributes:
        CATEGORY: Words under which indicators are listed; they stand in the first row of several.
        ORDER: The running number.
        NAME: The name; of two such columns the first holds parents and the second their parts.
        UNIT: A unit.
        NATURE: One of the words for binding and expected.
        VALUE: A figure, a bound or a dash.
        TARGET: The same, or a promise in words.
        TEXT: Other words; no figure.
    """

    CATEGORY = "category"
    ORDER = "order"
    NAME = "name"
    UNIT = "unit"
    NATURE = "nature"
    VALUE = "value"
    TARGET = "target"
    TEXT = "text"


def without_blanks_at_end(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the texts of a row up to the last that is not blank."""
    return tuple(texts[: max((place for place, text in enumerate(texts, 1) if text.strip()), default=0)])


def can_hold(column: Holds, text: str) -> bool:
    """Return whether a cell can stand in a column.

    >>> can_hold(Holds.VALUE, "≥95"), can_hold(Holds.NAME, "95"), can_hold(Holds.ORDER, "10")
    (True, False, True)
    """
    plain = uniform(text)
    return not plain or _HOLD[column](plain)


def is_damaged(text: str) -> bool:
    """Return whether a cell is a figure that cannot be read, so that no words and no other column explain it.

    >>> [is_damaged(text) for text in ("11.?", "42^2", "9O", "64(预计)")]
    [True, True, True, True]
    >>> [is_damaged(text) for text in ("≥95", "亿元", "km2", "%")]
    [False, False, False, False]
    """
    plain = uniform(text)
    if not plain or len(plain) > _LONGEST_FIGURE or _is_value(plain) or _is_unit(plain):
        return False
    has_figure = any(map(str.isdecimal, plain)) and not plain[0].isalpha()
    words = sum("\u4e00" <= sign <= "\u9fff" for sign in plain)
    return (has_figure and words < 2) or not any(map(str.isalnum, plain)) or _REMARK_BEHIND.match(plain) is not None


def _is_value(plain: str) -> bool:
    return plain in BLANKS or read_cell(plain, place="", decimal=POINT).value is not None


def _is_words(plain: str) -> bool:
    has_letters = any(map(str.isalpha, plain))
    return plain not in BLANKS and has_letters and read_cell(plain, place="", decimal=POINT).value is None


def _is_unit(plain: str) -> bool:
    is_short = len(plain) <= _LONGEST_UNIT and ("/" in plain or not any(map(str.isdecimal, _POWER.sub("m", plain))))
    return plain in BLANKS or plain in "%‰" or (is_short and _is_name(plain))


def _is_nature(plain: str) -> bool:
    return plain in BLANKS or "".join(plain.split()) in _NATURES


def _is_target(plain: str) -> bool:
    return _is_value(plain) or (_is_name(plain) and not _UNIT_AT_END.search(plain))


def _is_text(plain: str) -> bool:
    return plain in BLANKS or _is_name(plain)


def _is_name(plain: str) -> bool:
    return _is_words(plain) and not _is_nature(plain)


def _is_order(plain: str) -> bool:
    return _ORDER.fullmatch(plain) is not None


_HOLD: dict[Holds, Callable[[str], bool]] = {
    Holds.CATEGORY: _is_name,
    Holds.ORDER: _is_order,
    Holds.NAME: _is_name,
    Holds.UNIT: _is_unit,
    Holds.NATURE: _is_nature,
    Holds.VALUE: _is_value,
    Holds.TARGET: _is_target,
    Holds.TEXT: _is_text,
}


def ways(texts: Sequence[str], columns: Sequence[Holds], *, keep_blanks: bool) -> tuple[Way, ...]:
    """Return the ways to put cells into columns in their order, so that each column can hold what stands in it.

    Args:
        texts: The cells.
        columns: What the columns hold.
        keep_blanks: Whether a blank cell takes a column as any other does; else blanks may stand anywhere.

    Returns:
        The ways; of more than `MOST_WAYS` the first so many and one.
    """
    placed = [cell for cell, text in enumerate(texts) if keep_blanks or text.strip()]
    if not len(placed) <= len(columns) <= _MOST_COLUMNS:
        return ()
    kinds = frozenset(columns)
    held = [{kind for kind in kinds if can_hold(kind, texts[cell])} for cell in placed]
    fits = [[column in kinds_held for column in columns] for kinds_held in held]
    made = islice(_orders(fits, len(columns)), _MOST_MADE)
    found = (_without_blanks(order, placed, texts) for order in made)
    named = dict.fromkeys(way for way in found if _is_row(way, columns))
    return tuple(islice(named, MOST_WAYS + 1))


def _orders(fits: Sequence[Sequence[bool]], width: int) -> Iterator[list[int | None]]:
    """Every choice of a column for each cell, from the left, of those that leave one for each cell after it."""
    possible = _possible(fits, width)
    if not possible[0][0]:
        return
    chosen: list[tuple[list[int | None], int]] = [([], 0)]
    while chosen:
        order, cell = chosen.pop()
        column = len(order)
        if column == width:
            yield order
            continue
        if possible[cell][column + 1]:
            chosen.append(([*order, None], cell))
        if cell < len(fits) and fits[cell][column] and possible[cell + 1][column + 1]:
            chosen.append(([*order, cell], cell + 1))


def _possible(fits: Sequence[Sequence[bool]], width: int) -> list[list[bool]]:
    """For each cell and each column, whether the cells from this one on can stand in the columns from this one on."""
    count = len(fits)
    possible = [[cell == count] * (width + 1) for cell in range(count + 1)]
    for cell in reversed(range(count)):
        for column in reversed(range(width)):
            possible[cell][column] = possible[cell][column + 1] or (
                fits[cell][column] and possible[cell + 1][column + 1]
            )
    return possible


def _without_blanks(order: Sequence[int | None], placed: Sequence[int], texts: Sequence[str]) -> Way:
    cells = (None if place is None else placed[place] for place in order)
    return tuple(cell if cell is not None and texts[cell].strip() else None for cell in cells)


def _is_row(way: Way, columns: Sequence[Holds]) -> bool:
    """Return whether a row can be made up so: a part has no running number, and neither has it a category."""
    filled = [column for column, cell in zip(columns, way, strict=True) if cell is not None]
    names = [cell for column, cell in zip(columns, way, strict=True) if column is Holds.NAME]
    if Holds.NAME not in filled:
        return False
    if Holds.ORDER not in columns or len(names) == 1:
        return Holds.ORDER not in columns or Holds.ORDER in filled or Holds.CATEGORY not in filled
    if Holds.ORDER in filled:
        return names[0] is not None
    return Holds.CATEGORY not in filled and (names[-1] is not None)
