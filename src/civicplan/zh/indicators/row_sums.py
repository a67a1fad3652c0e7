"""Rows under one indicator of which one is named as their total: what a row among them must add up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from civicplan.tables.cells import read_cell
from civicplan.tables.numbers import POINT
from civicplan.values import Figure
from civicplan.zh.document import TextRow
from civicplan.zh.indicators.indicator_columns import Columns
from civicplan.zh.layout.adding_up import Sum, plain_figure
from civicplan.zh.layout.align import Basis, align_row
from civicplan.zh.layout.declared import is_total
from civicplan.zh.layout.placing import ways

#: No indicator has more rows.
_MOST_ROWS = 40


class _Member(NamedTuple):
    """A row under an indicator: its place in the table, and itself with a cell under each heading; None if moved."""

    place: int
    row: TextRow | None
    is_total: bool


def sums_of_rows(rows: Sequence[TextRow], columns: Columns) -> dict[int, tuple[Sum, ...]]:
    """Return the sums that decide where the cells of moved rows stand, by the places of these rows.

    A sum is declared by the name of a row, 合计 and the like, among those that stand under one indicator. It decides
    for the only row among them whose cells have moved, unless that row may be an indicator of its own.

    Args:
        rows: The rows below the headings.
        columns: The columns; only where a second one has the names of parts do rows stand under an indicator.
    """
    if len(columns.names) < 2 or not any(is_total(text) for row in rows for text in row.texts):
        return {}
    found = {}
    for group in _groups(rows, columns):
        moved = [member for member in group if member.row is None]
        totals = [member for member in group if member.is_total]
        is_under_first = len(moved) == 1 and moved[0] is not group[0]
        if is_under_first and len(totals) == 1 and 2 < len(group) <= _MOST_ROWS:
            found[moved[0].place] = tuple(_sums(group, columns))
    return found


def _groups(rows: Sequence[TextRow], columns: Columns) -> Iterator[list[_Member]]:
    """Yield the rows that follow each other under one indicator: the first of them, and it alone, may name one."""
    group: list[_Member] = []
    for place, row in enumerate(rows):
        aligned = align_row(row, columns.holds).value
        standing = aligned.row if aligned is not None and aligned.basis is Basis.PRINTED else None
        if _may_name(row, standing, columns):
            yield group
            group = []
        group.append(_Member(place, standing, any(map(is_total, row.texts))))
    yield group


def _may_name(row: TextRow, standing: TextRow | None, columns: Columns) -> bool:
    """Return whether an indicator may stand in a row, and not only a part of one."""
    place = columns.names[0]
    if standing is not None:
        return bool(standing.texts[place].strip())
    return any(way[place] is not None for way in ways(row.texts, columns.holds, keep_blanks=False))


def _sums(group: Sequence[_Member], columns: Columns) -> Iterator[Sum]:
    """Yield the sum of each column; the figure of the moved row is that which will stand in it."""
    for column in columns.values:
        total: int | Figure | None = None
        parts: list[int | Figure] = []
        for member in group:
            operand = column.position if member.row is None else _figure(member.row.texts[column.position])
            if operand is None:
                break
            if member.is_total:
                total = operand
            else:
                parts.append(operand)
        else:
            if total is not None:
                yield Sum(total=total, parts=tuple(parts))


def _figure(text: str) -> Figure | None:
    return plain_figure(read_cell(text, place="", decimal=POINT).value)
