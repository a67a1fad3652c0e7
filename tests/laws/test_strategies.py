"""Laws of the public strategies: what they draw is legal, varied and within what was asked for."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import civicplan as cp
from civicplan import Bound, Figure, Period, Plan, Standing, Verdict
from civicplan.assessment import Outcome
from civicplan.errors import InvalidValueError
from civicplan.evidence import Actual
from civicplan.testing import bounds, claims, figures, goals, indicators, periods, plans, sections, tasks
from civicplan.values import BoundKind, CalendarUnit

NOT_OF_PLANS = (cp.Reply, cp.Fact)


def test_without_hypothesis_the_error_says_how_to_install_it() -> None:
    code = "import sys; sys.modules['hypothesis'] = None; import civicplan; import civicplan.testing"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    last = done.stderr.strip().splitlines()[-1]
    assert "MissingExtraError" in last
    assert last.endswith('run: python -m pip install "civicplan[testing]"')


@given(low=st.integers(-100, 100), width=st.integers(0, 50), places=st.integers(0, 4), data=st.data())
def test_figures_lie_between_the_values_and_have_the_places_asked_for(
    low: int, width: int, places: int, data: st.DataObject
) -> None:
    figure = data.draw(figures(min_value=low, max_value=low + width, min_places=-1, max_places=places))
    assert low <= figure.value <= low + width
    assert -1 <= figure.places <= places


@pytest.mark.parametrize(("low", "high", "places"), [("5", "4", 0), ("1", "2", -1), ("0.25", "0.28", 1)])
def test_where_there_is_no_figure_the_strategy_says_so(low: str, high: str, places: int) -> None:
    with pytest.raises(InvalidValueError, match="between which there is a figure"):
        figures(min_value=low, max_value=high, min_places=places, max_places=places)


@given(figures(min_places=-30, max_places=30, min_value="-9E+30", max_value="9E+30"))
def test_figures_of_every_size_are_figures(figure: Figure) -> None:
    assert -30 <= figure.places <= 30


@given(bounds(of=figures(min_value=-5, max_value=5)))
def test_bounds_are_set_in_the_figures_asked_for(bound: Bound) -> None:
    assert all(abs(figure.value) <= 5 for figure in (bound.figure, bound.second) if figure is not None)


@pytest.mark.parametrize("kind", BoundKind)
def test_bounds_are_of_the_kind_asked_for_and_by_default_of_every_kind(kind: BoundKind) -> None:
    assert find(bounds(), lambda bound: bound.kind is kind).kind is kind
    assert find(bounds(kinds=[kind]), lambda bound: True).kind is kind


@given(whole=periods(), unit=st.sampled_from([CalendarUnit.DAY, CalendarUnit.MONTH]), data=st.data())
def test_periods_lie_within_the_one_asked_for(whole: Period, unit: CalendarUnit, data: st.DataObject) -> None:
    units = [CalendarUnit.DAY] if whole.unit is CalendarUnit.DAY else [unit]
    drawn = data.draw(periods(within=whole, units=units, max_count=3))
    assert drawn.lies_in(whole)
    assert (drawn.end - drawn.start).days < 3 * (1 if units == [CalendarUnit.DAY] else 31)


@pytest.mark.parametrize("whole", ["2020-03/2020-11", "2020-07-02/2021-12-30"])
def test_where_no_unit_fits_the_strategy_says_so(whole: str) -> None:
    with pytest.raises(InvalidValueError, match="at least one whole unit"):
        periods(within=whole, units=[CalendarUnit.YEAR])


@given(plan=plans(period="2021/2025", max_indicators=2, max_tasks=1))
def test_plans_are_as_large_and_as_long_as_asked_for(plan: Plan) -> None:
    assert str(plan.period) == "2021/2025"
    assert len(plan.indicators) <= 2
    assert len(plan.tasks) <= 1


def parts(value: Any) -> Iterator[Any]:
    """The value and every part of a plan that it holds."""
    if isinstance(value, tuple | list):
        for element in value:
            yield from parts(element)
    elif attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            yield from parts(getattr(value, field.name))


def filled(value: Any) -> set[tuple[str, str]]:
    """The fields of all parts in the value that hold something."""
    return {
        (type(part).__name__, field.name)
        for part in parts(value)
        for field in attrs.fields(type(part))
        if getattr(part, field.name) not in (None, (), False)
    }


SEARCH = settings(max_examples=10_000, phases=[Phase.generate], derandomize=False, database=None)
KINDS = [kind for name in cp.__all__ if attrs.has(kind := getattr(cp, name)) and kind not in NOT_OF_PLANS]
FIELDS = {
    (kind.__name__, field.name)
    for kind in KINDS
    for field in attrs.fields(kind)
    if kind.__module__.startswith("civicplan.model")
}


def test_every_field_of_every_part_of_a_plan_is_drawn() -> None:
    missing = set(FIELDS)
    every = st.one_of(
        indicators(references=["gdp"]),
        tasks(),
        claims(indicators=["gdp", "jobs"], tasks=["books"]),
        goals(indicators=["gdp"], tasks=["books"]),
        sections(),
        plans(max_indicators=1, max_tasks=1),
    )

    def is_all_drawn(value: Any) -> bool:
        missing.difference_update(filled(value))
        return not missing

    find(every, is_all_drawn, settings=SEARCH)


NOTIONS: dict[str, Callable[[cp.Indicator], bool]] = {
    "a hedged actual": lambda row: any(seen.is_hedged for seen in row.observations),
    "a measure stated by the indicator": lambda row: row.measure is not cp.Measure.LEVEL and len(row.observations) > 0,
    "a change": lambda row: any(seen.measure is cp.Measure.CHANGE for seen in row.observations),
    "a target about a figure, without a tolerance": lambda row: any(
        isinstance(target, cp.Threshold) and target.bound.is_of_unknown_width for target in row.targets
    ),
    "a figure that was revised": lambda row: any(
        (one.measure, one.period) == (other.measure, other.period) and one.published != other.published
        for one, other in pairwise(row.observations)
    ),
}


def test_what_plans_seldom_say_is_drawn() -> None:
    missing = set(NOTIONS)

    def is_all_drawn(row: cp.Indicator) -> bool:
        missing.difference_update([name for name in missing if NOTIONS[name](row)])
        return not missing

    find(indicators(), is_all_drawn, settings=SEARCH)


def outcomes_of(question: tuple[cp.Indicator, str]) -> list[Outcome]:
    row, day = question
    plan = Plan(id="plan", title="A plan", period="2016/2020", indicators=(row,))
    return [outcome for each in cp.assess(plan, as_of=day) for outcome in each.outcomes]


CASES: dict[str, Callable[[Outcome], bool]] = {
    "met": lambda outcome: outcome.verdict is Verdict.MET and outcome.decisive,
    "met, undecided": lambda outcome: outcome.verdict is Verdict.MET and not outcome.decisive,
    "not met": lambda outcome: outcome.verdict is Verdict.NOT_MET and outcome.decisive,
    "not met, undecided": lambda outcome: outcome.verdict is Verdict.NOT_MET and not outcome.decisive,
    "not assessable": lambda outcome: outcome.verdict is Verdict.NOT_ASSESSABLE,
    "achieved early": lambda outcome: outcome.standing is Standing.ACHIEVED_EARLY,
    "ahead": lambda outcome: outcome.standing is Standing.AHEAD,
    "on track": lambda outcome: outcome.standing is Standing.ON_TRACK,
    "behind": lambda outcome: outcome.standing is Standing.BEHIND,
    "reversing": lambda outcome: outcome.standing is Standing.REVERSING,
    "met by a derived actual": lambda outcome: (
        outcome.verdict is Verdict.MET and isinstance(outcome.actual, Actual) and outcome.actual.is_derived
    ),
}


def test_what_is_drawn_comes_to_every_verdict_and_standing() -> None:
    missing = set(CASES)

    def is_all_drawn(question: tuple[cp.Indicator, str]) -> bool:
        outcomes = outcomes_of(question)
        missing.difference_update([name for name in missing if any(map(CASES[name], outcomes))])
        return not missing

    find(st.tuples(indicators(), st.sampled_from(("2016", "2018", "2020"))), is_all_drawn, settings=SEARCH)
