"""The time of a plan of tasks: the year that is given, or that its columns, its title or its dates name."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from civicplan.reading import Diagnostics, Reading, ReadingError
from civicplan.values import Period, to_period
from civicplan.zh.document import Paragraph
from civicplan.zh.language.milestones import read_steps
from civicplan.zh.language.periods import find_periods
from civicplan.zh.language.sentences import sentences
from civicplan.zh.notices import Notice
from civicplan.zh.tasks.task_cells import year_of
from civicplan.zh.tasks.task_rows import TaskTables
from civicplan.zh.words.task_headings import TaskField

#: In which cells dates stand that tell when the work runs.
_WITH_DATES = (TaskField.TITLE, TaskField.OBJECTIVE, TaskField.DEADLINE)

YEAR_OF_TITLE = Notice(
    "year-of-title",
    "The plan was taken to be for {year}, the year in its title; if it is another, say it, as in "
    "zh.read(path, year=2025).",
    left_out=False,
)
YEARS_OF_DATES = Notice(
    "years-of-dates",
    "Neither the title nor a column names a year. The plan was taken to be for {years}, by the dates in its rows "
    "that state their year; if it is another, say it, as in zh.read(path, year=2025).",
    left_out=False,
)
NO_YEAR = Notice(
    "no-plan-year",
    "Nothing in the document says which year the plan is for; say it, as in zh.read(path, year=2025).",
)


class PlanTime(NamedTuple):
    """When a plan of tasks runs.

    Attributes:
        period: The plan period.
        year: The year of months and quarters that state none; None where nothing settles it.
    """

    period: Period
    year: int | None


def read_plan_time(tables: TaskTables, year: int | None) -> Reading[PlanTime]:
    """Return the time of a plan of tasks.

    Args:
        tables: Its tables.
        year: The year as it was given; None takes the years of a column, else the year in the title, else the years of
            the dates in the rows.

    Raises:
        ReadingError: Nothing names a year.
    """
    if year is not None:
        return Reading(value=PlanTime(to_period(year), year))
    line = tables.rows[0].line
    if of_column := {found for row in tables.rows if (found := year_of(row.text(TaskField.YEAR))) is not None}:
        return Reading(value=_time(of_column))
    of_title = list(_years_of_title(tables))
    if len({years for _, years in of_title}) == 1:
        title, years = of_title[0]
        time = _time(years)
        return Reading(value=time, diagnostics=(YEAR_OF_TITLE.at(title.line, title.text, year=time.period),))
    if of_dates := set(_years_of_dates(tables)):
        time = _time(of_dates)._replace(year=None)
        return Reading(value=time, diagnostics=(YEARS_OF_DATES.at(line, years=time.period),))
    raise ReadingError(Diagnostics((NO_YEAR.at(line),)))


def _time(years: Set[int]) -> PlanTime:
    first, last = min(years), max(years)
    return PlanTime(to_period(first).through(to_period(last)), first if first == last else None)


def _years_of_title(tables: TaskTables) -> Iterator[tuple[Paragraph, frozenset[int]]]:
    for line in tables.before:
        for found in find_periods(line.text):
            if found.period is not None:
                yield line, frozenset((found.period.start.year, found.period.end.year))


def _years_of_dates(tables: TaskTables) -> Iterator[int]:
    for row in tables.rows:
        for cell in row.cells_of(*_WITH_DATES):
            for sentence in sentences(cell.text):
                for step in read_steps(sentence.text, line=cell.line, year=None, plan=None).value:
                    yield from {step.due.start.year, step.due.end.year}
