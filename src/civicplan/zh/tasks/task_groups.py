"""Tasks out of rows: which rows belong to one task, and what it is called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from civicplan.model import Responsibility
from civicplan.reading import Diagnostic, Diagnostics, Reading
from civicplan.render import reading_notes
from civicplan.render.message import in_all_languages, joined, to_message
from civicplan.render.phrases import NEXT_ENTRY
from civicplan.values import Text
from civicplan.zh.document import TextCell
from civicplan.zh.notices import Notice
from civicplan.zh.tasks.people import responsibility
from civicplan.zh.tasks.task_rows import TaskRow
from civicplan.zh.words.task_headings import TaskField

#: A row with one of these begins a task; one without tells more of the task above it.
_BEGIN = (
    TaskField.TITLE,
    TaskField.NUMBER,
    TaskField.PERCENT,
    TaskField.STATUS,
    TaskField.PROGRESS,
    TaskField.PART_PROGRESS,
    TaskField.RUNNING_PROGRESS,
)
_LONGEST_NAME, _LONGEST_NUMBER = 100, 20

NO_TITLE = Notice(
    "row-without-title", "The row does not say what is to be done, and no task stands above it; it was left out."
)
GOES_ON = Notice(
    "goes-on", "The row has neither number nor title; it was read as more of the task above it.", left_out=False
)
LONG_NAME = Notice(
    "long-name",
    "It is too long for the name of a person or an office; it was left out. Write commas or lines between names.",
)
LONG_NUMBER = Notice(
    "long-number",
    "It is too long for the number of a task; it was left out.",
)


class TaskLines(NamedTuple):
    """The rows of one task; the first of them has its title."""

    rows: tuple[TaskRow, ...]

    @property
    def line(self) -> int:
        """The line in which it begins."""
        return self.rows[0].line

    @property
    def title(self) -> str:
        """What it is called: its title, or else its objective."""
        first = self.rows[0]
        return "".join((first.text(TaskField.TITLE) or first.text(TaskField.OBJECTIVE)).splitlines())

    @property
    def number(self) -> str | None:
        """Its number as printed."""
        number = self.rows[0].text(TaskField.NUMBER)
        return number if 0 < len(number) <= _LONGEST_NUMBER else None

    @property
    def description(self) -> Text | None:
        """Its objectives, where it has a title besides."""
        has_title = bool(self.rows[0].text(TaskField.TITLE))
        words = "\n".join(cell.text.strip() for cell in self.cells(TaskField.OBJECTIVE)) if has_title else ""
        return Text({"zh": words}) if words else None

    @property
    def promising(self) -> tuple[TextCell, ...]:
        """The cells in which its steps and amounts stand: the objectives, or else the title."""
        return self.cells(TaskField.OBJECTIVE) or self.cells(TaskField.TITLE)

    @property
    def notes(self) -> tuple[str, ...]:
        """How its rows were read."""
        moved = (reading_notes.TASK_MOVED,) if any(row.has_moved for row in self.rows) else ()
        return (*moved, reading_notes.TASK_GOES_ON) if len(self.rows) > 1 else moved

    def cells(self, *fields: TaskField) -> tuple[TextCell, ...]:
        """Return its cells of some fields."""
        return tuple(cell for row in self.rows for cell in row.cells_of(*fields))


def group_rows(rows: Iterable[TaskRow]) -> Reading[tuple[TaskLines, ...]]:
    """Return the tasks that rows make up."""
    groups: list[list[TaskRow]] = []
    said: list[Diagnostic] = []
    for row in rows:
        begins = bool(row.cells_of(*_BEGIN)) and not row.goes_on
        if begins and row.cells_of(TaskField.TITLE, TaskField.OBJECTIVE):
            groups.append([row])
            number = row.text(TaskField.NUMBER)
            if len(number) > _LONGEST_NUMBER:
                said.append(LONG_NUMBER.at(row.line, number[:60]))
        elif groups and not begins:
            groups[-1].append(row)
            said.append(GOES_ON.at(row.line, row.cells[0][1].text[:60]))
        else:
            said.append(NO_TITLE.at(row.line))
    return Reading(value=tuple(TaskLines(tuple(group)) for group in groups), diagnostics=Diagnostics(said))


def ids_of(tasks: Sequence[TaskLines]) -> tuple[str, ...]:
    """Return an id for each task: of its number where all of them have one of their own, else of its position."""
    plain = [task.number.strip(" .、") if task.number else "" for task in tasks]
    are_numbers = all(number.isascii() and number.isdecimal() for number in plain) and len(set(plain)) == len(plain)
    numbers = plain if are_numbers else [str(position) for position in range(1, len(tasks) + 1)]
    return tuple(f"task-{number}" for number in numbers)


def read_responsibility(task: TaskLines) -> Reading[Responsibility]:
    """Return who answers for a task; what is no name for its length is left out."""
    found = responsibility((field, cell.text) for row in task.rows for field, cell in row.cells)
    roles = {"leads": found.leads, "deputies": found.deputies}
    roles |= {"lead_agencies": found.lead_agencies, "agencies": found.agencies}
    kept = {role: tuple(name for name in names if len(name) <= _LONGEST_NAME) for role, names in roles.items()}
    said = [
        LONG_NAME.at(task.line, name[:60]) for names in roles.values() for name in names if len(name) > _LONGEST_NAME
    ]
    return Reading(value=Responsibility(**kept), diagnostics=Diagnostics(said))


def with_note(text: Text | None, note: str) -> Text:
    """Return notes with one more behind them."""
    return in_all_languages(joined(NEXT_ENTRY, filter(None, (text, to_message(note)))))


def notes_of(notes: Iterable[str]) -> Text | None:
    """Return notes in all languages; None where there are none."""
    distinct = tuple(map(to_message, dict.fromkeys(notes)))
    return in_all_languages(joined(NEXT_ENTRY, distinct)) if distinct else None
