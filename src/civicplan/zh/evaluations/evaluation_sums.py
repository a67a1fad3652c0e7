"""Rows of a self-evaluation whose cells have moved: where their points stand, as the printed sum of points decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod
from typing import NamedTuple

from attrs import define, field

from civicplan.values import Figure, Text
from civicplan.zh.document import TextCell, TextRow
from civicplan.zh.evaluations.evaluation_cells import points_of, readable, text_of
from civicplan.zh.evaluations.evaluation_header import POINTS, Header, arrangements, ends_table, header_of, heading_word
from civicplan.zh.evaluations.evaluation_row import Shown, read_shown
from civicplan.zh.layout.adding_up import Sum
from civicplan.zh.words.evaluation_words import PROJECT, SUBTOTALS, TOTALS, Column

_Cells = dict[int, TextCell]
#: No self-evaluation has more rows above a sum, and so many combinations of ways are compared at most.
_MOST_ROWS, _MOST_COMBINATIONS = 120, 64


class Closing(NamedTuple):
    """The ways to put the cells of a row under the headings in which the points of the table add up.

    Attributes:
        ways: The ways; the row is decided where there is one.
        arithmetic: What adds up in the first of them.
    """

    ways: tuple[_Cells, ...]
    arithmetic: tuple[Text, ...]


class _Entry(NamedTuple):
    """A row above a sum: its place in the table, whether it is of an indicator, and the ways in which it may be read.

    Each way stands beside the weight and the score that it gives the row.
    """

    place: int
    is_indicator: bool
    ways: Sequence[tuple[_Cells, Sequence[Shown | None]]]


def closing_rows(rows: Sequence[TextRow], header: Header | None) -> dict[int, Closing]:
    """Return the rows of a table that fit in several ways, as far as the sum printed below them decides, by place.

    Args:
        rows: The rows of the table.
        header: The header of the table that it goes on with; None where it begins with one of its own.
    """
    walk = _Walk(header=header)
    for place, row in enumerate(rows):
        walk.read(place, row)
    return walk.found


@define(kw_only=True)
class _Walk:
    """Goes down a table to its sums, and keeps the rows above the next."""

    header: Header | None
    above: list[_Entry] = field(factory=list)
    found: dict[int, Closing] = field(factory=dict)

    def read(self, place: int, row: TextRow) -> None:
        """Keep a row with figures, or hold those above to the sum that it is."""
        filled = [heading_word(text) for text in row.texts if text.strip()]
        header = header_of(row)
        if header is not None or ends_table(row):
            self.header = header
        elif filled and filled[0] in PROJECT:
            self.header, self.above = None, []
        elif self.header is None or not any(isinstance(read_shown(text).shown, Figure) for text in row.texts):
            return
        elif self.header.has(Column.NAME) and filled[0] in TOTALS:
            self.found.update(_decided(self.above, row, self.header))
            self.above = []
        elif not (self.header.has(Column.NAME) and any(word in SUBTOTALS for word in filled)):
            self.above.append(_entry(place, row, self.header))


def _entry(place: int, row: TextRow, header: Header) -> _Entry:
    ways = [
        (cells, [read_shown(text_of(cells, header, column)).shown for column in POINTS])
        for cells in arrangements(header, readable(row, header).value)
    ]
    return _Entry(place, header.has(Column.NAME), ways)


def _decided(entries: Sequence[_Entry], total: TextRow, header: Header) -> Iterator[tuple[int, Closing]]:
    """Yield the rows that fit in several ways, with those in which the points above a sum add up to it."""
    points = points_of(total, header)
    count = prod(len(entry.ways) for entry in entries[:_MOST_ROWS])
    if points is None or len(entries) > _MOST_ROWS or not 1 < count <= _MOST_COMBINATIONS:
        return
    closing = []
    for chosen in product(*(range(len(entry.ways)) for entry in entries)):
        rows = [(entry.is_indicator, entry.ways[way][1]) for entry, way in zip(entries, chosen, strict=True)]
        arithmetic = _arithmetic(rows, points.figures) or _arithmetic([row for row in rows if row[0]], points.figures)
        if arithmetic:
            closing.append((chosen, arithmetic))
    for position, entry in enumerate(entries):
        if len(entry.ways) > 1 and closing:
            ways = dict.fromkeys(chosen[position] for chosen, _ in closing)
            yield entry.place, Closing(tuple(entry.ways[way][0] for way in ways), closing[0][1])


def _arithmetic(
    rows: Sequence[tuple[bool, Sequence[Shown | None]]], points: Sequence[Figure | None]
) -> tuple[Text, ...]:
    """Return what adds up; nothing where a sum does not. Those on the use of the budget may be no part of it."""
    sums = []
    for column, total in enumerate(points):
        parts = [shown[column] for _, shown in rows if shown[column] is not None]
        figures = tuple(part for part in parts if isinstance(part, Figure))
        if total is not None and len(figures) == len(parts):
            sums.append(Sum(total=total, parts=figures, are_points=True))
    results = [one.check(()) for one in sums]
    if False in results:
        return ()
    return tuple(one.in_words(()) for one, holds in zip(sums, results, strict=True) if holds)
