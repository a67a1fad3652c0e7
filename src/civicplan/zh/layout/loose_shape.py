"""The headings of a table whose cells stand in lines of their own, and what they say of its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from civicplan.tables.heading_words import VALUE_FIELDS, Field
from civicplan.zh.language.column_headings import Column, column_of
from civicplan.zh.layout.loose_cells import Loose
from civicplan.zh.layout.table_words import are_headings, is_heading, is_order_heading

#: A table with fewer headings is none.
LEAST_HEADINGS = 3
NUMBER = re.compile(r"([0-9]{1,4})[.、．]?")


class Shape(NamedTuple):
    """What the headings say of the rows: how many cells they have, and where the running number stands.

    Below the headings may stand a second row of finer ones, of so many cells. Blank cells are shown in lines of their
    own where a tab begins each cell. Where the last heading is that of natures, they tell where a row ends.
    """

    width: int
    second: int
    order: int | None
    shows_blanks: bool
    ends_with_nature: bool = False


def shape_of(head: Sequence[Loose], is_tabbed: bool) -> Shape | None:
    """Return what the headings say of the rows; None where the cells do not begin with headings."""
    texts = [cell.text for cell in head]
    known = next((place for place, text in enumerate(texts) if not _is_heading(text, is_tabbed)), len(texts))
    first_row = next((place for place, cell in enumerate(head) if place and cell.gap), len(head))
    order = next((place for place, text in enumerate(texts[: max(known, first_row)]) if is_order_heading(text)), None)
    number = next((place for place, text in enumerate(texts) if place > 1 and NUMBER.fullmatch(text)), len(texts))
    width = known
    if is_tabbed and first_row <= number and are_headings(texts[:first_row]):
        width = first_row
    elif order is not None and known < number - order and are_headings(texts[: number - order]):
        width = number - order
    if is_tabbed and order is not None and number < len(texts) and width == number - order < first_row:
        width = _length_of_row(texts, number, width)
    order = order if order is not None and order < width else None
    has_end = width < len(head) and (order is None or number < len(head))
    if width < LEAST_HEADINGS or not has_end or not are_headings(texts[:width]):
        return None
    second = 0 if order is None else max(number - order - width, 0)
    if not all(_is_heading(text, True) for text in texts[width : width + second]):
        return None
    last = _column(texts[width - 1])
    return Shape(width, second, order, is_tabbed, last is not None and last.field is Field.NATURE)


def _is_heading(text: str, may_be_blank: bool) -> bool:
    return is_heading(text) or (may_be_blank and not text)


def _length_of_row(texts: Sequence[str], number: int, width: int) -> int:
    """Return how many cells a row has, where the headings may stand in two rows that no blank line parts."""
    following = str(int(texts[number].rstrip(".、．")) + 1)
    length = next((place for place, text in enumerate(texts) if place > number + 1 and text == following), 0) - number
    return length if length > 0 and width == 2 * length else width


class Fold(NamedTuple):
    """Headings of two rows that were printed one after the other: each row with a place for every column.

    Attributes:
        upper: The position of the heading above each column; None where the one before it reaches further.
        lower: The position of the finer heading; None where there is none.
    """

    upper: tuple[int | None, ...]
    lower: tuple[int | None, ...]


def fold_of(texts: Sequence[str]) -> Fold | None:
    """Return how headings may be those of two rows: the last ones alone say the years of some that say none.

    >>> fold_of(["序号", "指标", "规划目标", "完成情况", "2020年", "年均增速", "2020年", "年均增速"])
    Fold(upper=(0, 1, 2, None, 3, None), lower=(None, None, 4, 5, 6, 7))
    >>> fold_of(["序号", "指标", "2020年", "2025年"]) is None
    True
    """
    columns = [_column(text) for text in texts]
    first = next((place for place in range(len(texts), 0, -1) if not _is_finer(columns[place - 1])), 0)
    wide = [place for place, column in enumerate(columns[:first]) if _is_open(column)]
    if not wide or first == len(texts) or (len(texts) - first) % len(wide):
        return None
    each = (len(texts) - first) // len(wide)
    upper: list[int | None] = []
    lower: list[int | None] = []
    for place in range(first):
        count = each if place in wide else 1
        upper += [place, *[None] * (count - 1)]
        begun = first + wide.index(place) * each if place in wide else 0
        lower += range(begun, begun + each) if place in wide else [None]
    return Fold(tuple(upper), tuple(lower))


@lru_cache(maxsize=1024)
def _column(text: str) -> Column | None:
    return column_of(text, 0)


def _is_finer(column: Column | None) -> bool:
    return column is not None and column.is_open and (column.period is not None or column.measure is not None)


def _is_open(column: Column | None) -> bool:
    is_value = column is not None and column.field in VALUE_FIELDS and not column.is_open
    return is_value and column is not None and column.period is None and column.measure is None
