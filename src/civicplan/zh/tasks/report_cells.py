"""The cells of a table of progress beside its words: percent, status, and the time of the report."""

from __future__ import annotations

from collections.abc import Iterator

from civicplan.model import ReportedStatus
from civicplan.reading import Reading
from civicplan.tables.cells import read_cell
from civicplan.tables.words import read_word
from civicplan.values import Figure, Period
from civicplan.zh.language.periods import find_periods
from civicplan.zh.said import Notice
from civicplan.zh.tasks.task_build import Drafts
from civicplan.zh.tasks.task_cells import month_of, quarter_of, year_of
from civicplan.zh.tasks.task_rows import TaskRow
from civicplan.zh.words.progress_words import STATUS_WORDS
from civicplan.zh.words.task_headings import TaskField

NO_PERCENT = Notice(
    "not-a-percent",
    "It is not a percentage of the work done; it was left out. Write one such as 70%.",
)
NO_SIGN = Notice(
    "no-percent-sign", "Neither cell nor heading says that it is a percentage; it was left out. Write {number}%."
)


def read_percent(row: TaskRow) -> Reading[Figure | None]:
    """Return the percentage of a row; None where it has none, and, with a diagnostic, where it cannot be told."""
    cell = next(iter(row.cells_of(TaskField.PERCENT)), None)
    if cell is None:
        return Reading(value=None)
    read = read_cell(cell.text, place=f"line {cell.line}")
    if read.value is None:
        return Reading(value=None, diagnostics=read.diagnostics)
    printed, unit = read.value.printed, read.value.unit
    if not isinstance(printed, Figure) or printed < 0 or unit not in (None, "%"):
        return Reading(value=None, diagnostics=(NO_PERCENT.at(cell.line, cell.text),))
    if unit is None and not row.has_percent_sign:
        return Reading(value=None, diagnostics=(NO_SIGN.at(cell.line, cell.text, number=printed),))
    return Reading(value=printed, diagnostics=read.diagnostics)


def read_status(row: TaskRow) -> Reading[ReportedStatus | None]:
    """Return the status of a row by the words of `STATUS_WORDS`; None, with a diagnostic, for another word."""
    cell = next(iter(row.cells_of(TaskField.STATUS)), None)
    if cell is None:
        return Reading(value=None)
    return read_word("".join(cell.text.split()), STATUS_WORDS, place=f"line {cell.line}")


def read_report_period(row: TaskRow, drafts: Drafts, asked: Period | None) -> Period | None:
    """Return the period that the report of a row closes.

    It is that of the columns of quarters or months, else the one that was asked for, else the only one in the title
    that is shorter than a year. A year alone does not say when in it the report was made.

    Args:
        row: The row.
        drafts: What holds for all rows.
        asked: The period that was asked for.
    """
    year = year_of(row.text(TaskField.YEAR)) or drafts.time.year
    quarter, month = quarter_of(row.text(TaskField.QUARTER)), month_of(row.text(TaskField.MONTH))
    if year is not None and month is not None:
        return Period.parse(f"{year}-{month:02}")
    if year is not None and quarter is not None:
        return Period.parse(f"{year}-Q{quarter}")
    of_title = set(_periods_of_title(drafts, year))
    return asked or (of_title.pop() if len(of_title) == 1 else None)


def _periods_of_title(drafts: Drafts, year: int | None) -> Iterator[Period]:
    for line in drafts.tables.before:
        for found in find_periods(line.text, year):
            if found.period is not None and not (found.period.years or 0):
                yield found.period
