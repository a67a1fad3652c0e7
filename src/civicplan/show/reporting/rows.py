"""The tables of all indicators and all tasks, with the sign of each state and the words for shares of caps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from civicplan.assessment.indicator import IndicatorAssessment
from civicplan.assessment.outcome import Outcome
from civicplan.assessment.plan import PlanAssessment
from civicplan.assessment.tables import page_tables
from civicplan.assessment.task import TaskAssessment
from civicplan.model import Standing, Verdict
from civicplan.render import phrases
from civicplan.render import report_words as words
from civicplan.render.cells import Badge, Bar, Cell
from civicplan.render.message import fill
from civicplan.render.page import Section, Writer
from civicplan.render.tables import Heading, Row, Table
from civicplan.render.words import percent_text
from civicplan.show.reporting.states import state_of


def indicators(assessment: PlanAssessment, writer: Writer) -> Section:
    """Return the section with the table of all indicators."""
    caption = fill(words.INDICATORS_CAPTION, day=assessment.as_of.last_unit)
    (table,) = page_tables(assessment.indicators, (), caption=caption)
    shown = table._replace(rows=_rows(table, map(_indicator_cells, assessment.indicators)))
    return Section("indicators", words.INDICATORS_HEADING, (writer.table(shown, id="indicator", kind="wide"),))


def tasks(assessment: PlanAssessment, writer: Writer) -> Section:
    """Return the section with the table of all tasks; without any it is empty."""
    caption = fill(words.TASKS_CAPTION, day=assessment.as_of.last_unit)
    tables = page_tables((), assessment.tasks, caption=caption) if assessment.tasks else ()
    changed = (table._replace(rows=_rows(table, map(_task_cells, assessment.tasks))) for table in tables)
    shown = (writer.table(table, id="task", kind="wide") for table in changed)
    return Section("tasks", words.TASKS_HEADING, tuple(shown))


def _rows(table: Table, changes: Iterator[Callable[[Sequence[Cell]], tuple[Cell, ...]]]) -> list[Row]:
    """The rows of a table, each that is no heading changed by what is known of it."""
    return [row if isinstance(row, Heading) else next(changes)(row) for row in table.rows]


def _indicator_cells(assessed: IndicatorAssessment) -> Callable[[Sequence[Cell]], tuple[Cell, ...]]:
    def cell(shown: Cell) -> Cell:
        if isinstance(shown, Badge):
            return shown._replace(code=state_of(assessed))
        return _of_cap(shown, assessed) if isinstance(shown, Bar) and _limits(assessed) else shown

    return lambda row: tuple(map(cell, row))


def _limits(assessed: IndicatorAssessment) -> bool:
    return isinstance(assessed.target, Outcome) and assessed.target.limits_a_total


def _of_cap(bar: Bar, assessed: IndicatorAssessment) -> Bar:
    """The share of a cap that is used up, which is good where it is small."""
    elapsed = assessed.elapsed
    title = words.CAP_USED[isinstance(elapsed, Decimal)]
    told = fill(title, done=bar.text, elapsed=percent_text(elapsed))
    return bar._replace(text=fill(phrases.SHARE_OF_CAP, share=bar.text), title=told)


def _task_cells(assessed: TaskAssessment) -> Callable[[Sequence[Cell]], tuple[Cell, ...]]:
    def cell(shown: Cell) -> Cell:
        if isinstance(shown, Badge) and shown.headline == assessed.headline:
            return shown._replace(code=_code(assessed))
        return shown

    return lambda row: tuple(map(cell, row))


def _code(assessed: TaskAssessment) -> str:
    """The state whose sign a task bears; no good one where it is overdue, whatever percent was reported."""
    is_late = assessed.is_overdue and assessed.verdict is Verdict.NOT_DUE
    return Standing.BEHIND if is_late else state_of(assessed)
