"""Tables to plans: from a dataframe, from a file of CSV, from a workbook."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from civicplan import disk
from civicplan.errors import Fault, InvalidTypeError, InvalidValueError, PlanFormatError, UnknownIdError, describe
from civicplan.model import Plan
from civicplan.reading import Reading
from civicplan.tables.assemble import plan_of
from civicplan.tables.frames import FrameGrid, Places, frame_grid
from civicplan.tables.grid import Sheet, blank_rows, under_headings
from civicplan.tables.header import headed, with_second_row
from civicplan.tables.layout import layout_of
from civicplan.tables.numbers import DecimalMark
from civicplan.tables.options import Columns, DirectionOption, MeasureOption, Options, options_of
from civicplan.tables.said import left_out, quoted
from civicplan.tables.sheets import csv_sheet, workbook_sheets
from civicplan.values import FiscalYearNamed, PeriodLike
from civicplan.values.source import DATAFRAME

_TEXT, _WORKBOOKS = (".csv", ".tsv"), (".xlsx", ".xlsm")


def from_frame(
    frame: Any,
    *,
    period: PeriodLike | None = None,
    id: str = "table",
    title: str = "Table",
    columns: Columns | None = None,
    ignore: Iterable[str] = (),
    measure: MeasureOption | None = None,
    direction: DirectionOption | None = None,
    decimal: DecimalMark | None = None,
    places: Places | None = None,
    fiscal_year_start: int | None = None,
    fiscal_year_named: FiscalYearNamed = "end",
    strict: bool = False,
) -> Reading[Plan]:
    """Return the plan that a dataframe makes, and everything to know about how it was read.

    A table is wide, with a column for each period and a row for each indicator, or long, with a column of periods or
    of kinds of figures and several rows for an indicator. What decides a verdict stands in the table or is said by an
    argument; where neither says it, the cell is left out, and a diagnostic tells what to write.

    Headings such as `Indicator`, `Unit`, `Baseline 2020`, `2023` for actuals and `Target 2025` are understood, in
    English and in Chinese, and cells such as 95.0, ≥95, 80-100, 95%以上 and about 12. The rows of results have the
    labels of those of a pandas dataframe.

    Args:
        frame: A dataframe of pandas, polars or pyarrow, a relation of DuckDB, or any other that narwhals reads.
        period: The plan period; by default from the year after the baselines to that of the last targets.
        id: The id of the plan.
        title: Its title.
        columns: What columns are where their headings do not say so: ``{"name": "KPI", "target 2025": "Goal"}``. The
            keys are fields, with a period or a measure where one belongs to all figures of the column.
        ignore: Headings of columns to leave aside.
        measure: The measure of rows that state none, such as "total"; or ours by the words of the table.
        direction: The direction of rows that state none, such as "higher"; or ours by the words of the table.
        decimal: The decimal mark, "." or ","; by default a number that may be two, such as 1,006, is left out.
        places: How many decimal places floats were published with, for all columns or by heading.
        fiscal_year_start: The month in which a fiscal year begins [1 to 12], where the table has fiscal years.
        fiscal_year_named: Whether FY2024 is the year that ends or the one that starts in 2024.
        strict: Raise an error where there is anything to know.

    Raises:
        InvalidInputError: An argument is of another type or has no meaning, or nothing says the plan period.
        UnknownIdError: An argument speaks of a column that the table does not have.
        MissingExtraError: narwhals is not installed.
        ReadingError: `strict` is true, and there are diagnostics.

    >>> import polars as pl
    >>> table = pl.DataFrame({"Indicator": ["jobs"], "Target 2025": ["≥25.0"], "2023": ["14.8"]})
    >>> from_frame(table, period="2021/2025").value["jobs"].targets[0].bound
    Bound.parse('≥25.0')
    """
    options = options_of(
        period=period,
        columns=columns,
        ignore=ignore,
        measure=measure,
        direction=direction,
        decimal=decimal,
        fiscal_year_start=fiscal_year_start,
        fiscal_year_named=fiscal_year_named,
    )
    reading = _frame_plan(frame_grid(frame, places=places), options, id, title)
    return reading.or_raise() if _to_bool(strict) else reading


def _frame_plan(read: FrameGrid, options: Options, id: str, title: str) -> Reading[Plan]:
    """Return the plan of a dataframe; of its floats only those that are figures of the plan are spoken of."""
    grid = with_second_row(read.grid, options)
    values = layout_of(grid.value, options).value.values
    notes = [note for column in values for note in read.notes.get(column.position, ())]
    blank = blank_rows(grid.value.sheet)
    filled = under_headings(grid.value.sheet, grid.value.headings, 0)
    noticed = (*read.index, *grid.diagnostics, *notes, *blank)
    return Reading(value=filled.value, diagnostics=noticed).bind(
        lambda table: plan_of(table, options, id=id, title=title, document=DATAFRAME)
    )


def read(
    path: str | os.PathLike[str],
    *,
    sheet: str | None = None,
    delimiter: str | None = None,
    encoding: str = "utf-8",
    period: PeriodLike | None = None,
    id: str | None = None,
    title: str | None = None,
    columns: Columns | None = None,
    ignore: Iterable[str] = (),
    measure: MeasureOption | None = None,
    direction: DirectionOption | None = None,
    decimal: DecimalMark | None = None,
    fiscal_year_start: int | None = None,
    fiscal_year_named: FiscalYearNamed = "end",
    strict: bool = False,
) -> Reading[Plan]:
    """Return the plan that the table of a file makes, and everything to know about how it was read.

    The headings stand in the first row that names indicators, or in two rows. Numbers of a workbook have the digits
    that their cells show.

    Args:
        path: A file of comma-separated values (.csv, .tsv) or a workbook (.xlsx).
        sheet: The sheet of a workbook; by default the first that holds anything.
        delimiter: The sign between the cells of a .csv; by default the one on most of its first lines.
        encoding: How a .csv is encoded, such as "gb18030".
        period: The plan period; see `from_frame` for this and the following arguments.
        id: The id of the plan; by default the name of the file.
        title: Its title; by default the name of the file.
        columns: What columns are where their headings do not say so.
        ignore: Headings of columns to leave aside.
        measure: The measure of rows that state none, or ours by the words of the table.
        direction: The direction of rows that state none, or ours by the words of the table.
        decimal: The decimal mark of text.
        fiscal_year_start: The month in which a fiscal year begins [1 to 12].
        fiscal_year_named: Whether FY2024 is the year that ends or the one that starts in 2024.
        strict: Raise an error where there is anything to know.

    Raises:
        PlanFileError: The file cannot be read.
        PlanFormatError: The file holds no table.
        InvalidInputError: An argument is of another type or has no meaning, or nothing says the plan period.
        UnknownIdError: An argument speaks of a sheet or a column that is not there.
        ReadingError: `strict` is true, and there are diagnostics.
    """
    options = options_of(
        period=period,
        columns=columns,
        ignore=ignore,
        measure=measure,
        direction=direction,
        decimal=decimal,
        fiscal_year_start=fiscal_year_start,
        fiscal_year_named=fiscal_year_named,
    )
    stem = Path(path).stem if isinstance(path, str | os.PathLike) else ""
    names = {"id": id or "-".join(stem.split()) or "table", "title": title or stem or "Table"}
    document = Path(path).name if stem else ""
    table = _sheet(path, sheet, delimiter, encoding).bind(lambda one: headed(one, options))
    reading = table.bind(lambda grid: plan_of(grid, options, document=document, **names))
    return reading.or_raise() if _to_bool(strict) else reading


def _sheet(path: str | os.PathLike[str], sheet: str | None, delimiter: str | None, encoding: str) -> Reading[Sheet]:
    """Return the sheet of a file that is asked for, and which other ones it has."""
    if not isinstance(path, str | os.PathLike) or not isinstance(os.fspath(path), str):
        raise InvalidTypeError("path", "the path of a file", describe(path))
    content, document = disk.contents(path), os.fspath(path)
    suffix = Path(path).suffix.lower()
    if suffix in _WORKBOOKS:
        return _chosen(workbook_sheets(content, document=document), sheet, document)
    if suffix not in _TEXT:
        advice = "read another format with a dataframe library, and hand the frame to from_frame"
        raise InvalidValueError("path", "a .csv, .tsv or .xlsx file", describe(document), advice)
    if sheet is not None:
        raise InvalidValueError("sheet", "None, as a file of text has no sheets", describe(sheet))
    sign = "\t" if delimiter is None and suffix == ".tsv" else delimiter
    return Reading(value=csv_sheet(content, document=document, delimiter=sign, encoding=encoding))


def _chosen(sheets: tuple[Sheet, ...], wanted: str | None, document: str) -> Reading[Sheet]:
    names = tuple(str(sheet.name) for sheet in sheets)
    if not sheets:
        raise PlanFormatError(document, (Fault("$", "no sheet of the workbook holds anything"),))
    if wanted is None:
        others = [left_out("other-sheets", name, "", sheet=quoted(name)) for name in names[1:]]
        return Reading(value=sheets[0], diagnostics=others)
    if wanted not in names:
        raise UnknownIdError(wanted, names, "the workbook")
    return Reading(value=sheets[names.index(wanted)])


def _to_bool(value: object) -> bool:
    if not isinstance(value, bool):
        raise InvalidTypeError("strict", "true or false", describe(value))
    return value
