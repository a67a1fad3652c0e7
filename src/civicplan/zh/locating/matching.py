"""Whether a printed number may be a figure of a plan: by its column, and by its unit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from civicplan.model import Measure, units
from civicplan.model.target import CUMULATIVE
from civicplan.zh.language.indicator_meanings import is_of_growth
from civicplan.zh.locating.plan_figures import PlanFigure
from civicplan.zh.locating.printed import Printed, Spot
from civicplan.zh.locating.table_columns import Column, PrintedRow, name_key
from civicplan.zh.tasks.same_thing import is_same_unit
from civicplan.zh.words.indicator_words import MARKS

#: Units of one kind differ by so many zeros: 元, 万元, 亿元.
_SCALES = {"万亿": 12, "亿": 8, "千万": 7, "百万": 6, "万": 4, "千": 3, "百": 2}
#: By how many zeros two units of one kind may differ.
ZEROS = tuple(sorted({0} | {one - other for one in (0, *_SCALES.values()) for other in (0, *_SCALES.values())}))
#: Measures whose figures stand in brackets below the heading of another one.
_IN_UNIT_OF_ROW = (Measure.LEVEL, Measure.TOTAL, Measure.CHANGE)


class InRow(NamedTuple):
    """A number in a row that bears the name that is looked for.

    Attributes:
        spot: The number.
        row: The row.
        name_cell: The number of the cell with the name.
    """

    spot: Spot
    row: PrintedRow
    name_cell: int

    @property
    def column(self) -> Column | None:
        """The column of the number; None where the headings have none for it."""
        return self.row.columns[self.spot.cell]

    @property
    def name(self) -> str:
        """The name of the row as printed."""
        return self.row.cells[self.name_cell]


def in_row(printed: Printed, row: int, name_cell: int) -> Iterator[InRow]:
    """Yield the numbers of a row, but for those in the cell with the name."""
    for spot in printed.in_rows[row]:
        if spot.cell != name_cell:
            yield InRow(spot, printed.rows[row], name_cell)


def fits(wanted: PlanFigure, found: InRow) -> bool:
    """Return whether the heading of a number does not speak against its being the figure."""
    column = found.column
    if column is None:
        return True
    if wanted.measure is None:
        return not column.is_aside
    if column.is_aside or not _is_of_role(wanted, column):
        return False
    # A mark behind the number refers to a note, and notes tell that a figure is of another year.
    if not (_is_of_period(wanted, column) or found.spot.after.startswith(tuple(MARKS))):
        return False
    return _is_of_measure(wanted, found, column)


def _is_of_role(wanted: PlanFigure, column: Column) -> bool:
    return None in (column.is_target, wanted.is_target) or column.is_target == wanted.is_target


def _is_of_period(wanted: PlanFigure, column: Column) -> bool:
    if column.period is None or wanted.period is None:
        return True
    return column.period.end == wanted.period.end


def _is_of_measure(wanted: PlanFigure, found: InRow, column: Column) -> bool:
    if column.is_cumulative:
        return wanted.measure in CUMULATIVE
    if column.measure is None:
        if wanted.measure in CUMULATIVE:
            return found.spot.is_bracketed or not any(map(_is_in_brackets, _cells_of_growth(wanted, found)))
        # Beside a column of growth, a figure in one of levels is a growth only where the name says so.
        is_beside = any(other and other.measure is Measure.GROWTH for other in found.row.columns)
        is_growth = wanted.measure is Measure.GROWTH
        return not (is_growth and is_beside) or found.spot.unit == "%" or is_of_growth(name_key(found.name))
    if column.measure is wanted.measure:
        return True
    if column.measure is not Measure.GROWTH:
        return False
    if wanted.measure in CUMULATIVE:
        return found.spot.is_bracketed
    # A level may stand below 年均增速 where the column of its own year is blank, as a rate of unemployment does.
    return found.spot.unit is None and not any(own_cells(wanted, found))


def _cells_of_growth(wanted: PlanFigure, found: InRow) -> Iterator[str]:
    """Yield the cells of a row below headings of growth that may hold the figure in brackets."""
    for cell, column in zip(found.row.cells, found.row.columns, strict=True):
        if column is None or column.measure is not Measure.GROWTH:
            continue
        if _is_of_role(wanted, column) and _is_of_period(wanted, column):
            yield cell


def _is_in_brackets(cell: str) -> bool:
    return cell.lstrip("≥≤><").startswith(("[", "〔")) and any(map(str.isdigit, cell))


def own_cells(wanted: PlanFigure, found: InRow) -> Iterator[str]:
    """Yield the cells of a row below headings that state the period of the figure, as far as numbers stand in them."""
    for cell, column in zip(found.row.cells, found.row.columns, strict=True):
        if column is None or column.field is None or column.is_aside or not any(map(str.isdigit, cell)):
            continue
        is_level = column.measure is None or column.measure is wanted.measure
        if is_level and _is_of_role(wanted, column) and _is_of_period(wanted, column):
            yield cell


def unit_of(wanted: PlanFigure, found: Spot, row: InRow | None) -> str | None:
    """Return the unit that is printed beside a number, or else for its column or its row; None where none is."""
    if found.unit is not None or row is None:
        return found.unit
    column = row.column
    is_beside_rates = found.is_bracketed and column is not None and column.measure is Measure.GROWTH
    if column is not None and column.unit is not None and not is_beside_rates:  # whose % is that of the rates
        return column.unit
    return row.row.unit(row.name_cell) if wanted.measure in _IN_UNIT_OF_ROW else None


def is_of_unit(wanted: PlanFigure, found: Spot, printed: str | None) -> bool | None:
    """Return whether a printed unit is that of the figure; None where either is not known.

    What is reported may be counted in another word of the same: 4家 answers 4个.
    """
    if wanted.unit is None:
        return None
    if found.after.startswith("".join(wanted.unit.split())):
        return True
    if printed is None:
        return None
    return is_same_unit(wanted.unit, printed) if wanted.is_report else units.is_same(wanted.unit, printed)


def zeros_between(wanted: str | None, printed: str | None) -> int | None:
    """Return by how many zeros a printed unit is larger than that of the plan; None where they are of two kinds.

    >>> zeros_between("万元", "亿元"), zeros_between("元", "人"), zeros_between("册", "册")
    (4, None, 0)
    """
    if wanted is None or printed is None:
        return None
    own, own_unit = _scaled("".join(wanted.split()))
    other, other_unit = _scaled("".join(printed.split()))
    return other - own if units.is_same(own_unit or "个", other_unit or "个") else None


def _scaled(unit: str) -> tuple[int, str]:
    for prefix, zeros in _SCALES.items():
        if unit.startswith(prefix):
            return zeros, unit.removeprefix(prefix)
    return 0, unit
