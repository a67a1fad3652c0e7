"""Plans and tasks out of the rows of their tables, without what is reported of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from civicplan.errors import CivicPlanError
from civicplan.model import Milestone, Plan, Task
from civicplan.reading import Diagnostic, Diagnostics, Reading, ReadingError
from civicplan.render import reading_notes
from civicplan.values import Period, Text, to_period
from civicplan.zh.document import Document, TextCell
from civicplan.zh.language.milestones import read_steps
from civicplan.zh.language.sentences import sentences
from civicplan.zh.notices import Notice
from civicplan.zh.tasks.places import places
from civicplan.zh.tasks.plan_time import PlanTime, read_plan_time
from civicplan.zh.tasks.task_cells import year_of
from civicplan.zh.tasks.task_groups import TaskLines, group_rows, ids_of, read_responsibility
from civicplan.zh.tasks.task_promises import PlannedAmount, Promises, latest, read_promises, time_until
from civicplan.zh.tasks.task_rows import LEFT_OUT_ROWS, TaskTables, read_rows
from civicplan.zh.words.task_headings import TaskField

NO_TASKS = Notice(
    "no-tasks",
    "No table of tasks was found: none has headings such as {headings} with tasks below them.",
)
NO_TIME = Notice(
    "cell-without-time",
    "The cell names no time that is understood; it was left out. Write one such as 6月底前.",
)
IN_TITLE = Notice(
    "number-in-title",
    "The title has a number, and the objectives have none, so that it may be part of a name; it was left in the text. "
    "Write it among the objectives if it is promised.",
)
_SHOWN = 60
_DATE = re.compile(
    r"(?P<year>20[0-9]{2})(?:年度?|(?P<sign>[./-])(?P<month>[01]?[0-9])(?:(?P=sign)(?P<day>[0-3]?[0-9]))?)(?:底?之?前|底)?"
)


class Draft(NamedTuple):
    """A task with the rows it was read from, the words of its amounts, how it was read, and all that it promises."""

    task: Task
    lines: TaskLines
    amounts: tuple[PlannedAmount, ...]
    notes: tuple[str, ...]
    promises: Promises


class Drafts(NamedTuple):
    """The tasks of a document with what holds for all of them."""

    tables: TaskTables
    time: PlanTime
    tasks: tuple[Draft, ...]


def read_drafts(document: Document, needed: Collection[TaskField], year: int | None, headings: str) -> Reading[Drafts]:
    """Return the tasks of a document.

    Args:
        document: The document.
        needed: Fields of which a table of tasks has one at least, besides what is to be done.
        year: The year as it was given.
        headings: Some headings, for the error where there is no such table.

    Raises:
        ReadingError: There is no table of tasks, or nothing names a year.
    """
    rows = read_rows(document, needed)
    groups = rows.bind(lambda tables: group_rows(tables.rows))
    if not groups.value:
        raise ReadingError(Diagnostics((NO_TASKS.at(1, headings=headings),)))
    time = read_plan_time(rows.value, year)
    drafts = Reading.combine(
        _draft(lines, id, document, time.value) for lines, id in zip(groups.value, ids_of(groups.value), strict=True)
    )
    said = (*groups.diagnostics, *time.diagnostics, *drafts.diagnostics)
    return Reading(value=Drafts(rows.value, time.value, drafts.value), diagnostics=said)


def _draft(lines: TaskLines, id: str, document: Document, time: PlanTime) -> Reading[Draft]:
    own = time._replace(year=year_of(lines.rows[0].text(TaskField.YEAR)) or time.year)
    accumulates = bool(lines.cells(TaskField.RUNNING_PROGRESS))
    deadlines = Reading.combine(_deadlines(cell, lines, document, own) for cell in lines.cells(TaskField.DEADLINE))
    by_when = tuple(milestone for found in deadlines.value for milestone in found)
    dues = (*(step.due for step in by_when), *_dues_of_title(lines, own))
    until = _period(by_when, lines, own) or latest(dues, own.period)
    promises = _promises(lines, document, own, until, accumulates=accumulates)
    in_charge = read_responsibility(lines)
    period = _time_of(promises.value, until, own)
    task = Task(
        id=id,
        title=Text({"zh": lines.title}),
        number=lines.number,
        responsibility=in_charge.value,
        period=period,
        milestones=(*promises.value.milestones, *by_when),
        deliverables=tuple(amount.deliverable for amount in promises.value.amounts),
        source=document.source(lines.line),
        description=lines.description,
    )
    said = (*promises.diagnostics, *deadlines.diagnostics, *in_charge.diagnostics)
    notes = (*lines.notes, reading_notes.UNTIL_DEADLINE) if period else lines.notes
    return Reading(value=Draft(task, lines, promises.value.amounts, notes, promises.value), diagnostics=said)


def _promises(
    lines: TaskLines, document: Document, time: PlanTime, until: Period | None, *, accumulates: bool
) -> Reading[Promises]:
    """Return what a task promises: in its objectives, or else in its title.

    A number in the title alone, above objectives without one, may be part of a name. It is said, and left unread.
    """
    read = partial(read_promises, document=document, time=time, until=until, accumulates=accumulates)
    found = read(lines.promising)
    title = read(lines.cells(TaskField.TITLE)).value
    is_unread = bool(title.amounts) or title.has_unread
    if found.value.amounts or not lines.cells(TaskField.OBJECTIVE) or not is_unread:
        return found
    said = (IN_TITLE.at(lines.line, lines.title[:_SHOWN]),)
    return Reading(value=found.value._replace(has_unread=True), diagnostics=(*found.diagnostics, *said))


def _deadlines(cell: TextCell, lines: TaskLines, document: Document, time: PlanTime) -> Reading[tuple[Milestone, ...]]:
    """Return the milestones of a cell that says by when: of the whole task where it says no more than that."""
    said: list[Diagnostic] = []
    found: list[Milestone] = []
    for place in places((cell,), document):
        steps = read_steps(place.sentence.text, line=place.line(0), year=time.year, plan=time.period)
        said += steps.diagnostics
        for step in steps.value:
            title = lines.title if step.says_only_when else step.title
            source = document.source(place.line(step.place))
            found.append(Milestone(title=Text({"zh": title}), due=step.due, source=source))
    if not found and not said and (due := _date_alone(cell.text, time)):
        found.append(Milestone(title=Text({"zh": lines.title}), due=due, source=document.source(cell.line)))
    if not found and not said:
        said.append(NO_TIME.at(cell.line, cell.text))
    return Reading(value=tuple(found), diagnostics=Diagnostics(said))


def _date_alone(text: str, time: PlanTime) -> Period | None:
    """Return the time that is all that a cell says, such as a year or 2024.12; None where it says something else."""
    parts = _DATE.fullmatch("".join(text.split()))
    if parts is None:
        return None
    known = filter(None, (parts["year"], *(part and part.zfill(2) for part in (parts["month"], parts["day"]))))
    try:
        due = to_period("-".join(known))
    except CivicPlanError:
        return None
    return due if due.end_key > time.period.start_key else None


def _dues_of_title(lines: TaskLines, time: PlanTime) -> Iterator[Period]:
    for sentence in sentences(lines.title):
        for step in read_steps(sentence.text, line=lines.line, year=time.year, plan=time.period).value:
            yield step.due


def _time_of(promises: Promises, until: Period | None, time: PlanTime) -> Period | None:
    """Return when the work of a task runs; None for the whole time of the plan.

    It runs up to the time that its amounts name; without amounts it is not done before its last step is.
    """
    due = promises.due or until
    if not promises.amounts:
        due = latest((step.due for step in promises.milestones), until or time.period) or due
    period = due and time_until(due, time.period)
    return None if period == time.period else period


def _period(milestones: Sequence[Milestone], lines: TaskLines, time: PlanTime) -> Period | None:
    """Return when the work runs where its row has one deadline for all of it; None for the whole time of the plan."""
    of_all = [milestone.due for milestone in milestones if str(milestone.title) == lines.title]
    if len(of_all) != 1 or of_all[0].end_key <= time.period.start_key:
        return None
    period = time.period.through(of_all[0])
    return None if period == time.period else period


def plan_of(drafts: Drafts, tasks: Sequence[Task], document: Document, id: str, said: Iterable[Diagnostic]) -> Plan:
    """Return the plan of some tasks; an extract where rows were left out."""
    title, first = drafts.tables.title, drafts.tables.rows[0].line
    return Plan(
        id=id,
        title=Text({"zh": title.text}) if title else document.name,
        period=drafts.time.period,
        complete=not any(diagnostic.code in LEFT_OUT_ROWS for diagnostic in said),
        tasks=tasks,
        source=document.source(title.line if title else first),
    )
