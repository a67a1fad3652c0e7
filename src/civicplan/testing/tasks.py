"""Strategies for the work that a plan lists."""

from __future__ import annotations

from functools import cache
from typing import Any

from civicplan.model import Deliverable, Delivered, Milestone, ProgressReport, ReportedStatus, Responsibility, Task
from civicplan.testing._hypothesis import strategies as st
from civicplan.testing.indicators import FIGURES
from civicplan.testing.values import IDS, SOURCES, TEXTS, WORDS, bounds, figures, periods
from civicplan.values import Period, PeriodLike, Text, to_period

_MAYBE_SOURCE = st.none() | SOURCES
_NAMES = st.lists(WORDS, max_size=2)
_RESPONSIBILITIES = st.builds(
    Responsibility, leads=_NAMES, deputies=_NAMES, lead_agencies=_NAMES, agencies=_NAMES
) | st.builds(Responsibility, lead_agencies=_NAMES)
_UNITS = st.sampled_from((None, "km"))
_PERCENTS = figures(min_value=0, max_value=120, max_places=1)
_REPORTED: dict[str, st.SearchStrategy[Any]] = {
    "percent": st.none() | _PERCENTS,
    "status": st.none() | st.sampled_from(ReportedStatus),
    "text": st.none() | TEXTS,
    "source": _MAYBE_SOURCE,
}


@st.composite
def tasks(draw: st.DrawFn, *, within: PeriodLike = "2024", id: str | None = None) -> Task:
    """Every task drawn runs within the plan period and promises each amount once.

    Args:
        draw: Given by Hypothesis.
        within: The plan period.
        id: Its id; by default any.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10, deadline=None)
    ... @given(tasks(within="2024"))
    ... def test_that_a_task_runs_within_its_plan(task):
    ...     assert task.period is None or task.period.lies_in(Period.parse("2024"))
    >>> test_that_a_task_runs_within_its_plan()
    """
    plan_period = to_period(within)
    dates = _dates(plan_period)
    subjects = draw(st.lists(TEXTS, max_size=2, unique_by=str))
    delivered = st.tuples(*map(_delivered, subjects)) if subjects else st.just(())
    reports = st.builds(ProgressReport, period=dates, delivered=delivered, **_REPORTED)
    return Task(
        id=draw(IDS) if id is None else id,
        title=draw(TEXTS),
        number=draw(st.none() | WORDS),
        period=draw(st.none() | dates),
        responsibility=draw(_RESPONSIBILITIES),
        milestones=draw(_milestones(plan_period)),
        deliverables=[draw(_promised(subject)) for subject in subjects],
        reports=draw(st.lists(reports, max_size=2)),
        source=draw(_MAYBE_SOURCE),
        description=draw(st.none() | TEXTS),
        notes=draw(st.none() | TEXTS),
    )


@cache
def _dates(plan_period: Period) -> st.SearchStrategy[Period]:
    return periods(within=plan_period)


@cache
def _milestones(plan_period: Period) -> st.SearchStrategy[list[Milestone]]:
    dates = _dates(plan_period)
    one = st.builds(Milestone, title=TEXTS, due=dates, done=st.none() | dates, source=_MAYBE_SOURCE)
    return st.lists(one, max_size=2)


def _promised(subject: Text) -> st.SearchStrategy[Deliverable]:
    amount = bounds(of=FIGURES)
    return st.builds(
        Deliverable,
        subject=st.just(subject),
        planned=amount,
        unit=_UNITS,
        accumulates=st.booleans(),
        exact=st.none() | st.booleans(),
        source=_MAYBE_SOURCE,
    )


def _delivered(subject: Text) -> st.SearchStrategy[Delivered]:
    return st.builds(Delivered, subject=st.just(subject), figure=FIGURES, unit=_UNITS, source=_MAYBE_SOURCE)
