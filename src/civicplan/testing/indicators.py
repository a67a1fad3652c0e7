"""Strategies for the rows of a plan's tables."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from itertools import chain
from typing import Any

from attrs import evolve

from civicplan.model import (
    Delegated,
    Direction,
    Indicator,
    Measure,
    Nature,
    Observation,
    ObservationStatus,
    Prices,
    Qualitative,
    Relation,
    Relative,
    Target,
    Threshold,
)
from civicplan.model._checks import CONTRARY
from civicplan.testing._hypothesis import strategies as st
from civicplan.testing.values import IDS, SOURCES, TEXTS, WORDS, bounds, figures, mostly, periods
from civicplan.values import Bound, BoundKind, Period, PeriodLike, to_period
from civicplan.values.bound import LOWER_BOUNDS, UPPER_BOUNDS

_SMALL = 20
#: Most figures of a plan are small and rough, so that actuals often fall on their targets; some are in thousands.
FIGURES = mostly(figures(min_value=-_SMALL, max_value=_SMALL, max_places=1), figures(min_places=-3, max_places=2))
_SHARES = figures(min_value=0, max_value=_SMALL, max_places=1)
_MEASURES, _MAYBE_SOURCE = st.sampled_from(Measure), st.none() | SOURCES
#: A table often leaves the measure to the indicator.
_STATED_MEASURES = mostly(_MEASURES, st.none())
_HEDGES = st.sampled_from((*LOWER_BOUNDS, *UPPER_BOUNDS, BoundKind.ABOUT))
#: Some actuals are printed as "at least" or "about" so much.
_ACTUALS = mostly(FIGURES, mostly(FIGURES, st.builds(Bound, kind=_HEDGES, figure=FIGURES)))
_ISSUES = st.sampled_from(tuple(map(Period.parse, ("2016", "2020-03", "2021-01-20", "2024-Q4"))))
#: When a figure was published, and whether it may still be revised; most tables do not say.
_ISSUED: dict[str, st.SearchStrategy[Any]] = {
    "status": mostly(st.none(), st.sampled_from(ObservationStatus)),
    "published": mostly(st.none(), _ISSUES),
    "source": _MAYBE_SOURCE,
}


@cache
def dates(plan_period: Period) -> st.SearchStrategy[Period]:
    """The periods that a plan is about, those of its own targets most often."""
    usual = st.sampled_from((plan_period, plan_period.last_unit, plan_period.unit_before))
    return usual | _units(plan_period) | periods(within=plan_period)


def observations(*, within: PeriodLike = "2016/2020") -> st.SearchStrategy[Observation]:
    """Every observation drawn is about a part of the plan period, all of it, or the unit just before it.

    Args:
        within: The plan period.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10, deadline=None)
    ... @given(observations(within="2021/2025"))
    ... def test_that_nothing_is_observed_after_the_plan(seen):
    ...     assert seen.period.ends_by(Period.parse("2025"))
    >>> test_that_nothing_is_observed_after_the_plan()
    """
    return _observations(to_period(within))


@cache
def _observations(plan_period: Period) -> st.SearchStrategy[Observation]:
    return st.builds(Observation, period=dates(plan_period), figure=_ACTUALS, measure=_STATED_MEASURES, **_ISSUED)


def targets(
    *, within: PeriodLike = "2016/2020", direction: Direction | None = None, references: Sequence[str] = ()
) -> st.SearchStrategy[Target]:
    """Every target drawn is due within the plan period and agrees with the direction.

    Args:
        within: The plan period.
        direction: The declared direction of the indicator that it is for.
        references: Ids of indicators that it may refer to; without any, no target is relative.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10, deadline=None)
    ... @given(targets())
    ... def test_that_nothing_is_held_against_nothing(target):
    ...     assert not isinstance(target, Relative)
    >>> test_that_nothing_is_held_against_nothing()
    """
    plan_period = to_period(within)
    in_numbers: st.SearchStrategy[Target] = _thresholds(plan_period, direction)
    if references:
        in_numbers |= _relatives(tuple(references), _due(plan_period))
    return mostly(in_numbers, _in_words(plan_period))


@cache
def _due(plan_period: Period) -> st.SearchStrategy[Period | None]:
    return mostly(st.sampled_from((None, plan_period)), _units(plan_period))


@cache
def _thresholds(plan_period: Period, direction: Direction | None) -> st.SearchStrategy[Threshold]:
    kinds = [kind for kind in BoundKind if kind not in CONTRARY.get(direction, ())]
    bound = bounds(of=FIGURES, kinds=kinds)
    published = mostly(st.none(), _ISSUES)
    stated = {"measure": _STATED_MEASURES, "period": _due(plan_period), "published": published, "source": _MAYBE_SOURCE}
    return st.builds(Threshold, bound=bound, **stated)


@cache
def _in_words(plan_period: Period) -> st.SearchStrategy[Target]:
    words = st.builds(Qualitative, text=TEXTS, period=_due(plan_period), source=_MAYBE_SOURCE)
    return st.builds(Delegated, authority=TEXTS, source=_MAYBE_SOURCE) | words


@st.composite
def _relatives(draw: st.DrawFn, references: Sequence[str], due: st.SearchStrategy[Period | None]) -> Relative:
    relation = draw(st.sampled_from(Relation))
    return Relative(
        reference=draw(st.sampled_from(references)),
        relation=relation,
        tolerance=draw(st.none() | _SHARES) if relation is Relation.IN_STEP else None,
        measure=draw(_MEASURES),
        period=draw(due),
        source=draw(_MAYBE_SOURCE),
    )


_DIRECTIONS = st.none() | st.sampled_from(Direction)
_BESIDE: dict[str, st.SearchStrategy[Any]] = {
    "number": WORDS,
    "group": TEXTS,
    "unit": WORDS,
    "category": TEXTS,
    "nature": st.sampled_from(Nature),
    "prices": st.sampled_from(Prices),
    "stock": st.booleans(),
    "exact": st.booleans(),
    "natural_range": st.sampled_from(("0..100", "-20..20", "≥0", "≤20")),
    "weight": _SHARES,
    "source": SOURCES,
    "marks": st.lists(WORDS, max_size=2),
    "description": TEXTS,
    "notes": TEXTS,
}
#: What a table prints beside the numbers; any of it may be left out.
_PRINTED: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries({"name": TEXTS}, optional=_BESIDE)


@st.composite
def indicators(
    draw: st.DrawFn, *, within: PeriodLike = "2016/2020", id: str | None = None, references: Sequence[str] = ()
) -> Indicator:
    """Every indicator drawn can stand in a plan of this period that has the indicators referred to.

    Args:
        draw: Given by Hypothesis.
        within: The plan period.
        id: Its id; by default any.
        references: Ids of indicators that its targets may refer to.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10, deadline=None)
    ... @given(indicators(id="gdp"))
    ... def test_that_an_id_is_kept(indicator):
    ...     assert indicator.id == "gdp"
    >>> test_that_an_id_is_kept()
    """
    plan_period, direction = to_period(within), draw(_DIRECTIONS)
    aims = draw(st.lists(targets(within=plan_period, direction=direction, references=references), max_size=3))
    row = Indicator(
        id=draw(IDS) if id is None else id,
        direction=direction,
        measure=draw(mostly(st.just(Measure.LEVEL), _MEASURES)),
        targets=aims,
        baseline=draw(_baselines(plan_period)),
        **draw(_PRINTED),
    )
    in_numbers = [target for target in row.targets if isinstance(target, _IN_NUMBERS)]
    answers = [draw(_answers(plan_period, target.measure, target.period)) for target in in_numbers]
    others = draw(st.lists(_observations(plan_period), max_size=2))
    return evolve(row, observations=[*chain.from_iterable(answers), *others])


_IN_NUMBERS = (Threshold, Relative)


@cache
def _answers(plan_period: Period, measure: Measure, period: Period | None) -> st.SearchStrategy[list[Observation]]:
    """What a target asks for or what it can be derived from, on its day or earlier; sometimes revised, or nothing."""
    due = period or plan_period
    whole = due.last_unit if measure is Measure.LEVEL else due
    asked = st.just(whole) | st.just(Period(due.unit, due.first, due.first)) | _units(due)
    itself = st.builds(Observation, period=asked, figure=_ACTUALS, measure=st.just(measure), **_ISSUED)
    one = itself | st.builds(Observation, period=st.just(due.last_unit), figure=_ACTUALS)
    return mostly(st.tuples(one).map(list), st.just([]) | one.flatmap(_revised))


def _revised(first: Observation) -> st.SearchStrategy[list[Observation]]:
    """The observation and one that was published beside it or later."""
    again = st.builds(partial(evolve, first), figure=_ACTUALS, **_ISSUED)
    return st.tuples(st.just(first), again).map(list)


@cache
def _baselines(plan_period: Period) -> st.SearchStrategy[Observation | None]:
    before = st.builds(Observation, period=st.just(plan_period.unit_before), figure=FIGURES)
    return mostly(before, st.none() | _observations(plan_period))


@cache
def _units(period: Period) -> st.SearchStrategy[Period]:
    return periods(within=period, units=[period.unit])
