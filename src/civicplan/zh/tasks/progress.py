"""read_progress: a table of progress as a plan whose tasks have reports: percent, status, words, amounts done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from civicplan.model import Deliverable, Plan, ProgressReport, ReportedStatus, Task
from civicplan.reading import Diagnostic, Diagnostics, Reading
from civicplan.render import reading_notes
from civicplan.tables.cells import read_cell
from civicplan.tables.numbers import POINT
from civicplan.tables.words import read_word
from civicplan.values import Figure, Period, PeriodLike, Text, to_period
from civicplan.zh.document import Document, TextCell
from civicplan.zh.language.periods import FoundPeriod, find_periods
from civicplan.zh.layout.grid import document_of
from civicplan.zh.notices import Notice, finished
from civicplan.zh.tasks.delivered import read_delivered
from civicplan.zh.tasks.task_build import Draft, Drafts, plan_of, read_drafts
from civicplan.zh.tasks.task_cells import month_of, quarter_of, year_of
from civicplan.zh.tasks.task_columns import OF_PROGRESS
from civicplan.zh.tasks.task_groups import TaskLines, notes_of
from civicplan.zh.tasks.task_rows import TaskRow
from civicplan.zh.tasks.whole_work import is_all_done, with_steps_done
from civicplan.zh.words.period_words import AS_OF, ENDS
from civicplan.zh.words.progress_words import STATUS_WORDS
from civicplan.zh.words.task_headings import TaskField

_PROGRESS = (TaskField.PROGRESS, TaskField.PART_PROGRESS, TaskField.RUNNING_PROGRESS)

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
SEVERAL = Notice(
    "several-rows-report",
    "Several rows of the task have a percentage or a status, and none says that it is of all of it; it was left out. "
    "Make a task of each row.",
)
CLAIM_ALONE = Notice(
    "percent-without-amount",
    "The task promises an amount that was not read, and {claim} does not tell whether it was kept; it was left out. "
    "Add the amount, or judge the task by hand.",
)
UNANSWERED = Notice(
    "amount-unanswered",
    "{amount} is promised besides amounts that were read, and no report on it is. It was kept as an amount that "
    "nothing answers, so that the others alone do not make the task met.",
    left_out=False,
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
    ('2024-Q2', '70', 'on_track', '送书下乡：32547册')
    """
    asked = None if period is None else to_period(period)
    return finished(document_of(text, document).bind(lambda blocks: _plan(blocks, year, asked, id)), strict=strict)


def _plan(document: Document, year: int | None, period: Period | None, id: str) -> Reading[Plan]:
    drafts = read_drafts(document, OF_PROGRESS, year, "工作任务, 当前进展, 形象进度")
    reported = Reading.combine(_task(draft, drafts.value, document, period) for draft in drafts.value.tasks)
    said = Diagnostics((*drafts.diagnostics, *reported.diagnostics))
    tasks = tuple(with_steps_done(task, drafts.value.time.period) for task in _merged(reported.value))
    return Reading(value=plan_of(drafts.value, tasks, document, id, said), diagnostics=said)


def _task(draft: Draft, drafts: Drafts, document: Document, asked: Period | None) -> Reading[Task]:
    """Return a task with its report, where it has one and its period is known."""
    row = draft.lines.rows[0]
    text = "\n".join(cell.text.strip() for cell in draft.lines.cells(*_PROGRESS))
    percent, status = _percent(draft.lines), _status(draft.lines)
    period = _report_period(row, drafts, asked)
    said: list[Diagnostic] = [*percent.diagnostics, *status.diagnostics]
    notes = list(draft.notes)
    if period is None:
        said.append(NO_PERIOD.at(row.line, draft.lines.title[:60]))
        return Reading(value=evolve(draft.task, notes=notes_of(notes)), diagnostics=Diagnostics(said))
    task = draft.task
    if draft.amounts and draft.promises.unanswered:
        task = evolve(task, deliverables=(*task.deliverables, *draft.promises.unanswered))
        notes.append(reading_notes.UNANSWERED)
        said += (UNANSWERED.at(_line(one, row), str(one.subject), amount=one) for one in draft.promises.unanswered)
    elif draft.promises.has_unread and not draft.amounts:
        task, percent, status = _without_claim(draft, period, percent, status)
        said += (*percent.diagnostics, *status.diagnostics)
    done = read_delivered(draft.lines.cells(*_PROGRESS), document, draft.amounts, period)
    report = ProgressReport(
        period=period,
        percent=percent.value,
        status=status.value,
        text=Text({"zh": text}) if text else None,
        delivered=done.value.delivered,
        source=document.source(_line_of_report(row)),
    )
    if any(amount.accumulates for amount in task.deliverables):
        notes.append(reading_notes.FROM_THE_START)
    task = evolve(task, reports=(report,), notes=notes_of((*notes, *done.value.notes)))
    return Reading(value=task, diagnostics=Diagnostics((*said, *done.diagnostics)))


def _without_claim(
    draft: Draft, period: Period, percent: Reading[Figure | None], status: Reading[ReportedStatus | None]
) -> tuple[Task, Reading[Figure | None], Reading[ReportedStatus | None]]:
    """Return a task whose amount was not read without what else would decide on it: its percentage and 已完成.

    Where all of it is reported as done, a step that is past its date by then is left out, too: it would be overdue.
    """
    task = draft.task
    is_done = is_all_done(percent.value, status.value)
    if is_done:
        task = evolve(task, milestones=tuple(step for step in task.milestones if not step.due.ends_by(period)))
    if percent.value is None and status.value is not ReportedStatus.COMPLETED:
        return task, Reading(value=None), Reading(value=status.value)
    claim = TaskField.PERCENT if percent.value is not None else TaskField.STATUS
    (cell, *_) = draft.lines.cells(claim)
    said = (CLAIM_ALONE.at(cell.line, cell.text, claim=cell.text.strip()),)
    kept = None if status.value is ReportedStatus.COMPLETED else status.value
    return task, Reading(value=None, diagnostics=said), Reading(value=kept)


def _only(lines: TaskLines, field: TaskField) -> Reading[TextCell | None]:
    """Return the cell of a field; None, with a diagnostic, where several rows of a task have one."""
    cells, first = lines.cells(field), lines.rows[0].cells_of(field)
    if cells != first or len(cells) > 1:
        return Reading(value=None, diagnostics=tuple(SEVERAL.at(cell.line, cell.text) for cell in cells))
    return Reading(value=next(iter(cells), None))


def _percent(lines: TaskLines) -> Reading[Figure | None]:
    """Return the percentage of a task; None where it has none, and, with a diagnostic, where it cannot be told."""
    only = _only(lines, TaskField.PERCENT)
    cell = only.value
    if cell is None:
        return Reading(value=None, diagnostics=only.diagnostics)
    read = read_cell(cell.text, place=f"line {cell.line}", decimal=POINT)
    if read.value is None:
        return Reading(value=None, diagnostics=read.diagnostics)
    printed, unit = read.value.printed, read.value.unit
    if not isinstance(printed, Figure) or printed < 0 or unit not in (None, "%"):
        return Reading(value=None, diagnostics=(NO_PERCENT.at(cell.line, cell.text),))
    if unit is None and not lines.rows[0].has_percent_sign:
        return Reading(value=None, diagnostics=(NO_SIGN.at(cell.line, cell.text, number=printed),))
    return Reading(value=printed, diagnostics=read.diagnostics)


def _status(lines: TaskLines) -> Reading[ReportedStatus | None]:
    """Return the status of a task by the words of `STATUS_WORDS`; None, with a diagnostic, for another word."""
    only = _only(lines, TaskField.STATUS)
    cell = only.value
    if cell is None:
        return Reading(value=None, diagnostics=only.diagnostics)
    return read_word("".join(cell.text.split()), STATUS_WORDS, place=f"line {cell.line}")


def _report_period(row: TaskRow, drafts: Drafts, asked: Period | None) -> Period | None:
    """Return the period that the report of a row closes.

    It is that of the columns of quarters or months, else the one that was asked for, else the only one in the title
    that is shorter than a year. A year alone does not say when in it the report was made. 截至9月底 in the title is
    from the start of the plan on, unless the heading is that of a part, such as 本月进展.
    """
    year = year_of(row.text(TaskField.YEAR)) or drafts.time.year
    quarter, month = quarter_of(row.text(TaskField.QUARTER)), month_of(row.text(TaskField.MONTH))
    if year is not None and month is not None:
        return Period.parse(f"{year}-{month:02}")
    if year is not None and quarter is not None:
        return Period.parse(f"{year}-Q{quarter}")
    of_title = set(_periods_of_title(drafts, year, is_of_part=bool(row.cells_of(TaskField.PART_PROGRESS))))
    return asked or (of_title.pop() if len(of_title) == 1 else None)


def _periods_of_title(drafts: Drafts, year: int | None, *, is_of_part: bool) -> Iterator[Period]:
    start = drafts.time.period
    for line in drafts.tables.before:
        for found in find_periods(line.text, year):
            time = found.period
            if time is not None and (_is_up_to(found) or not time.years):
                is_whole = _is_up_to(found) and not is_of_part and time.end_key > start.start_key
                yield start.through(time) if is_whole else time


def _is_up_to(found: FoundPeriod) -> bool:
    """Return whether a time says up to when the report reaches: 截至9月底, 截至2024年底."""
    is_whole_year = found.period is not None and bool(found.period.years)
    return found.text.startswith(AS_OF) and (not is_whole_year or found.text.endswith(ENDS))


def _line(promised: Deliverable, row: TaskRow) -> int:
    return (promised.source and promised.source.line) or row.line


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
