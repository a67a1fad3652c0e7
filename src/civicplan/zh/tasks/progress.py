"""read_progress: a table of progress as a plan whose tasks have reports: percent, status, words, amounts done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from civicplan.model import Plan, ProgressReport, ReportedStatus, Task
from civicplan.reading import Diagnostic, Diagnostics, Reading
from civicplan.tables.cells import read_cell
from civicplan.tables.numbers import POINT
from civicplan.tables.words import read_word
from civicplan.values import Figure, Period, PeriodLike, Text, to_period
from civicplan.zh.document import Document
from civicplan.zh.language.periods import find_periods
from civicplan.zh.layout.grid import document_of
from civicplan.zh.notices import Notice, finished
from civicplan.zh.tasks.delivered import read_delivered
from civicplan.zh.tasks.task_build import Draft, Drafts, plan_of, read_drafts
from civicplan.zh.tasks.task_cells import month_of, quarter_of, year_of
from civicplan.zh.tasks.task_columns import OF_PROGRESS
from civicplan.zh.tasks.task_groups import Note, notes_of
from civicplan.zh.tasks.task_rows import TaskRow
from civicplan.zh.words.progress_words import STATUS_WORDS
from civicplan.zh.words.task_headings import TaskField

_PROGRESS = (TaskField.PROGRESS, TaskField.RUNNING_PROGRESS)

NO_PERIOD = Notice(
    "no-report-period",
    'Nothing says which period the report closes, so that it was left out; say period=, such as period="2024-Q2".',
)
NO_PERCENT = Notice(
    "not-a-percent",
    "It is not a percentage of the work done; it was left out. Write one such as 70%.",
)
NO_SIGN = Notice(
    "no-percent-sign", "Neither cell nor heading says that it is a percentage; it was left out. Write {number}%."
)
NOTE_RUNNING: Note = (
    "the amounts done are read as counted from the start of the work, since their column is headed as current progress",
    "完成数量所在列标为当前（累计）进度，按自开展工作以来的累计数读取",
)


def read_progress(
    text: str,
    *,
    year: int | None = None,
    period: PeriodLike | None = None,
    document: str = "the text",
    id: str = "progress",
    strict: bool = False,
) -> Reading[Plan]:
    r"""Return a table of progress as a plan, each of whose tasks has a report.

    An amount done answers a planned one only where both speak of the same thing, by the lists of
    `civicplan.zh.words.progress_words`; the notes of the task then say so. Others stand under their own words. What is
    hedged, under way, a share, or of another time is left in the text of the report, with a diagnostic.

    Args:
        text: The document.
        year: The year of quarters and months that state none; None takes it from a column or the title.
        period: The period that the reports close where no column states it; None takes it from the title.
        document: What the document is called in the sources of the parts.
        id: The id of the plan.
        strict: Whether anything to know about the reading raises.

    Raises:
        ReadingError: There is no table of progress, or no year; with `strict` also what the reading would tell.

    >>> text = "工作任务|年份|季度|当前进展|形象进度|状态\n送书下乡6万册|2024|2|送书32547册|70%|正常\n"
    >>> text += "办书展|2024|2|已筹备|55%|滞后"
    >>> task = read_progress(text).value.task("task-1")
    >>> report = task.reports[0]
    >>> str(report.period), str(report.percent), report.status.value, str(report.delivered[0])
    ('2024-Q2', '70', 'on_track', '送书下乡 32547 册')
    """
    asked = None if period is None else to_period(period)
    return finished(document_of(text, document).bind(lambda blocks: _plan(blocks, year, asked, id)), strict=strict)


def _plan(document: Document, year: int | None, period: Period | None, id: str) -> Reading[Plan]:
    drafts = read_drafts(document, OF_PROGRESS, year, "工作任务, 当前进展, 形象进度")
    reported = Reading.combine(_task(draft, drafts.value, document, period) for draft in drafts.value.tasks)
    said = Diagnostics((*drafts.diagnostics, *reported.diagnostics))
    return Reading(value=plan_of(drafts.value, _merged(reported.value), document, id, said), diagnostics=said)


def _task(draft: Draft, drafts: Drafts, document: Document, asked: Period | None) -> Reading[Task]:
    """Return a task with its report, where it has one and its period is known."""
    row, text = draft.lines.rows[0], "\n".join(cell.text.strip() for cell in draft.lines.cells(*_PROGRESS))
    percent, status = _percent(row), _status(row)
    period = _report_period(row, drafts, asked)
    said: list[Diagnostic] = [*percent.diagnostics, *status.diagnostics]
    notes = list(draft.notes)
    if period is None:
        said.append(NO_PERIOD.at(row.line, draft.lines.title[:60]))
        return Reading(value=evolve(draft.task, notes=notes_of(notes)), diagnostics=Diagnostics(said))
    done = read_delivered(draft.lines.cells(*_PROGRESS), document, draft.amounts, period)
    report = ProgressReport(
        period=period,
        percent=percent.value,
        status=status.value,
        text=Text({"zh": text}) if text else None,
        delivered=done.value.delivered,
        source=document.source(_line_of_report(row)),
    )
    if any(amount.accumulates for amount in draft.task.deliverables):
        notes.append(NOTE_RUNNING)
    task = evolve(draft.task, reports=(report,), notes=notes_of((*notes, *done.value.notes)))
    return Reading(value=task, diagnostics=Diagnostics((*said, *done.diagnostics)))


def _percent(row: TaskRow) -> Reading[Figure | None]:
    """Return the percentage of a row; None where it has none, and, with a diagnostic, where it cannot be told."""
    cell = next(iter(row.cells_of(TaskField.PERCENT)), None)
    if cell is None:
        return Reading(value=None)
    read = read_cell(cell.text, place=f"line {cell.line}", decimal=POINT)
    if read.value is None:
        return Reading(value=None, diagnostics=read.diagnostics)
    printed, unit = read.value.printed, read.value.unit
    if not isinstance(printed, Figure) or printed < 0 or unit not in (None, "%"):
        return Reading(value=None, diagnostics=(NO_PERCENT.at(cell.line, cell.text),))
    if unit is None and not row.has_percent_sign:
        return Reading(value=None, diagnostics=(NO_SIGN.at(cell.line, cell.text, number=printed),))
    return Reading(value=printed, diagnostics=read.diagnostics)


def _status(row: TaskRow) -> Reading[ReportedStatus | None]:
    """Return the status of a row by the words of `STATUS_WORDS`; None, with a diagnostic, for another word."""
    cell = next(iter(row.cells_of(TaskField.STATUS)), None)
    if cell is None:
        return Reading(value=None)
    return read_word("".join(cell.text.split()), STATUS_WORDS, place=f"line {cell.line}")


def _report_period(row: TaskRow, drafts: Drafts, asked: Period | None) -> Period | None:
    """Return the period that the report of a row closes.

    It is that of the columns of quarters or months, else the one that was asked for, else the only one in the title
    that is shorter than a year. A year alone does not say when in it the report was made.
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


def _line_of_report(row: TaskRow) -> int:
    """Return the line in which the percentage stands, or else what was done, or else the status."""
    fields = (TaskField.PERCENT, *_PROGRESS, TaskField.STATUS)
    cells = (cell for field in fields for cell in row.cells_of(field))
    return next((cell.line_of_figure for cell in cells), row.line)


def _merged(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Return the tasks; rows of one title that report on different periods are one task with several reports."""
    merged: dict[str, Task] = {}
    for task in tasks:
        key = str(task.title)
        earlier = merged.get(key)
        if earlier is None:
            merged[key] = task
        elif _reports_on_other_periods(earlier, task):
            merged[key] = evolve(earlier, reports=(*earlier.reports, *task.reports))
        else:
            merged[f"{key} {task.id}"] = task
    return tuple(merged.values())


def _reports_on_other_periods(earlier: Task, task: Task) -> bool:
    known = {report.period for report in earlier.reports}
    return bool(known and task.reports) and not any(report.period in known for report in task.reports)
