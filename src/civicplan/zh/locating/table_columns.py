"""The rows of tables as a document prints them, each cell with what its heading says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from civicplan.model import Measure
from civicplan.tables.heading_words import VALUE_FIELDS, Field
from civicplan.tables.headings import join_headings
from civicplan.values import Period
from civicplan.zh.document import TextRow, TextTable
from civicplan.zh.indicators.default_unit import UnitAbove
from civicplan.zh.indicators.indicator_columns import HOLDS, Columns, columns_of
from civicplan.zh.indicators.indicator_names import read_name
from civicplan.zh.language.column_headings import column_of
from civicplan.zh.language.indicator_meanings import plain_name
from civicplan.zh.layout.align import align_row
from civicplan.zh.layout.placing import Holds
from civicplan.zh.tasks.task_columns import columns_of as columns_of_tasks
from civicplan.zh.words.task_headings import TaskField

#: Headings stand in the first rows of a table.
_ROWS_OF_HEADINGS = 6
#: Numbers below these headings of tables of tasks are none of the tasks.
_TIMES = (TaskField.NUMBER, TaskField.YEAR, TaskField.QUARTER, TaskField.MONTH)
_OF_TASKS = tuple(field for field in TaskField if field not in (TaskField.TITLE, *_TIMES))


class Column(NamedTuple):
    """What the heading of a column says of the numbers in it.

    Attributes:
        heading: The heading.
        field: What its cells are; None where the heading is not understood.
        is_target: Whether its figures are promised; None where the heading does not say.
        period: The period they are about; None where the heading does not say.
        measure: Their measure; None where the heading does not say.
        is_cumulative: Whether its figures are sums over the plan, in brackets or not.
        unit: The unit of its figures; None where the heading states none.
        is_aside: Whether its numbers are none that a plan promises or publishes, as years and running numbers are.
    """

    heading: str
    field: Field | None = None
    is_target: bool | None = None
    period: Period | None = None
    measure: Measure | None = None
    is_cumulative: bool = False
    unit: str | None = None
    is_aside: bool = False

    @property
    def holds(self) -> Holds:
        """What its cells can be."""
        if self.field is not None and self.field in VALUE_FIELDS:
            return Holds.VALUE if self.is_target is False else Holds.TARGET
        return Holds.TEXT if self.field is None else HOLDS.get(self.field, Holds.TEXT)


class PrintedRow(NamedTuple):
    """A row of a table.

    Attributes:
        cells: The texts of its cells.
        columns: The column of each cell; None where the headings have none for it, or the cells have moved.
        line: The number of its line.
        above: The unit that stands above the table.
    """

    cells: tuple[str, ...]
    columns: tuple[Column | None, ...]
    line: int
    above: UnitAbove | None = None

    def unit(self, name_cell: int) -> str | None:
        """Return the unit of the row: in its column, else in brackets behind the name, else above the table."""
        for text, column in zip(self.cells, self.columns, strict=True):
            if column is not None and column.field is Field.UNIT and text:
                return text
        name = read_name(self.cells[name_cell])
        return name.unit or (self.above.of(name.name) if self.above else None)


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """Return a name as rows are looked up by it: without blanks, brackets, marks and the number before it.

    >>> name_key("1. 森林 覆盖率（%）☆")
    '森林覆盖率'
    """
    return plain_name(read_name(name).name)


def columns_of_table(table: TextTable, title: str) -> tuple[Column, ...]:
    """Return what the headings of a table of indicators or of tasks say; nothing where there are none that are known.

    Args:
        table: The table.
        title: What stands above it; the plan that it names tells baselines from targets.
    """
    rows = table.rows[:_ROWS_OF_HEADINGS]
    for place, row in enumerate(rows):
        columns = _columns_of(row.texts)
        if any(column.field is Field.NAME for column in columns):
            headings = join_headings([one.texts for one in rows[place : place + 2]])
            both = _columns_of(headings)
            known, known_of_both = (sum(column.field is not None for column in one) for one in (columns, both))
            chosen = both if known_of_both > known else columns
            return _with_roles(chosen, columns_of([column.heading for column in chosen], title, row.line).value)
        tasks = columns_of_tasks(rows[place : place + 2], _OF_TASKS)
        if tasks is not None:
            return tuple(map(_column_of_tasks, row.texts, tasks.fields))
    return ()


def _with_roles(columns: Sequence[Column], known: Columns | None) -> tuple[Column, ...]:
    """Return the columns with the roles that the years of the plan give to those without a word for theirs."""
    if known is None:
        return tuple(columns)
    resolved = list(columns)
    for value in known.values:
        is_over_plan = value.measure is not None or value.is_cumulative
        period = value.period or (known.plan if is_over_plan else None)
        resolved[value.position] = columns[value.position]._replace(
            field=value.field,
            is_target=value.field is Field.TARGET,
            period=period,
            measure=value.measure,
            unit=value.unit,
        )
    return tuple(resolved)


def _column_of_tasks(heading: str, field: TaskField | None) -> Column:
    return Column(heading, unit="%" if field is TaskField.PERCENT else None, is_aside=field in _TIMES)


def _columns_of(headings: Sequence[str]) -> tuple[Column, ...]:
    """Return what headings say; a blank one behind that of the names is one of names as well."""
    columns: list[Column] = []
    for heading in headings:
        column = _column(heading)
        if not heading.strip() and columns and columns[-1].field is Field.NAME:
            column = columns[-1]
        columns.append(column)
    return tuple(columns)


@lru_cache(maxsize=4096)
def _column(heading: str) -> Column:
    meaning = column_of(heading, 0)
    if meaning is None:
        return Column(heading)
    return Column(
        heading,
        meaning.field,
        is_target=None if meaning.is_open else meaning.field is Field.TARGET,
        period=meaning.period,
        measure=meaning.measure,
        is_cumulative=meaning.is_cumulative,
        unit=meaning.unit,
        is_aside=meaning.field not in VALUE_FIELDS,
    )


def placed(row: TextRow, columns: Sequence[Column]) -> tuple[Column | None, ...]:
    """Return the column of each cell of a row, which is moved back where there is one way to do so."""
    if all(column.field is None for column in columns):
        fitting = columns if len(columns) == len(row.cells) else (None,) * len(row.cells)
        return tuple(fitting)
    aligned = align_row(row, tuple(column.holds for column in columns)).value
    if aligned is None:
        return (None,) * len(row.cells)
    by_cell = {id(cell): column for cell, column in zip(aligned.row.cells, columns, strict=True)}
    return tuple(by_cell.get(id(cell)) for cell in row.cells)
