"""Strategies for whole plans, their goals and their outlines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from civicplan.model import Box, Goal, Plan, Section, SectionLevel
from civicplan.testing._hypothesis import strategies as st
from civicplan.testing.claims import claims, some
from civicplan.testing.indicators import indicators
from civicplan.testing.tasks import tasks
from civicplan.testing.values import IDS, SOURCES, TEXTS, WORDS, mostly
from civicplan.values import Period, PeriodLike, to_period

_MAYBE_SOURCE = st.none() | SOURCES
_HEADING: dict[str, st.SearchStrategy[Any]] = {
    "level": st.sampled_from(SectionLevel),
    "title": TEXTS,
    "source": _MAYBE_SOURCE,
}
_SECTIONS = st.recursive(
    st.builds(Section, **_HEADING),
    lambda under: st.builds(Section, sections=st.lists(under, max_size=2), **_HEADING),
    max_leaves=4,
)
_OUTLINES = st.lists(_SECTIONS, max_size=1)
_PERIODS = st.sampled_from(tuple(map(Period.parse, ("2016/2020", "2024", "2021/2023", "2024-Q3/2025-Q2"))))


def sections() -> st.SearchStrategy[Section]:
    """Every section drawn is an outline of a few headings.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10, deadline=None)
    ... @given(sections())
    ... def test_that_a_section_has_a_rank(section):
    ...     assert section.level in SectionLevel
    >>> test_that_a_section_has_a_rank()
    """
    return _SECTIONS


def goals(
    *, id: str | None = None, indicators: Sequence[str] = (), tasks: Sequence[str] = ()
) -> st.SearchStrategy[Goal]:
    """Every goal drawn names only the indicators and tasks given.

    Args:
        id: Its id; by default any.
        indicators: Ids of indicators.
        tasks: Ids of tasks.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10, deadline=None)
    ... @given(goals(indicators=["gdp"]))
    ... def test_that_a_goal_names_what_there_is(goal):
    ...     assert {*goal.indicators} <= {"gdp"}
    >>> test_that_a_goal_names_what_there_is()
    """
    ids = IDS if id is None else st.just(id)
    return st.builds(Goal, id=ids, title=TEXTS, indicators=some(indicators), tasks=some(tasks), source=_MAYBE_SOURCE)


@st.composite
def plans(draw: st.DrawFn, *, period: PeriodLike | None = None, max_indicators: int = 4, max_tasks: int = 2) -> Plan:
    """Every plan drawn is consistent: its references resolve, its ids are unique, its targets lie within it.

    Args:
        draw: Given by Hypothesis.
        period: The plan period; by default one of a few lengths.
        max_indicators: The most indicators.
        max_tasks: The most tasks.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10, deadline=None)
    ... @given(plans())
    ... def test_that_a_plan_finds_its_indicators(plan):
    ...     assert all(plan[each.id] is each for each in plan.indicators)
    >>> test_that_a_plan_finds_its_indicators()
    """
    run = draw(_PERIODS) if period is None else to_period(period)
    ids = draw(st.lists(IDS, unique=True, max_size=max_indicators + max_tasks + 1))
    rows, works, aims = ids[:max_indicators], ids[max_indicators:][:max_tasks], ids[max_indicators + max_tasks :]
    # An indicator is held only against earlier ones, so no circle of references can arise.
    made = [draw(indicators(within=run, id=id, references=rows[:place])) for place, id in enumerate(rows)]
    boxes = st.builds(Box, number=WORDS, title=TEXTS, indicators=some(rows), source=_MAYBE_SOURCE)
    return Plan(
        id=draw(IDS),
        title=draw(TEXTS),
        period=run,
        complete=draw(mostly(st.just(True), st.just(False))),
        jurisdiction=draw(st.none() | TEXTS),
        indicators=draw(st.permutations(made)),
        goals=[draw(goals(id=id, indicators=rows, tasks=works)) for id in aims],
        tasks=[draw(tasks(within=run, id=id)) for id in works],
        claims=draw(st.lists(claims(within=run, indicators=rows, tasks=works), max_size=2)),
        sections=draw(_OUTLINES),
        boxes=draw(st.lists(boxes, max_size=1)),
        source=draw(_MAYBE_SOURCE),
    )
