"""Laws of direction: nothing is better or worse for being counted below zero."""

from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan import Bound, Direction, Figure, Indicator, Measure, Observation, Period, Plan, Relative, Threshold
from civicplan.model import Relation, Target
from civicplan.values import BoundKind

from ._questions import questions

_TURNED_KIND = {
    BoundKind.AT_LEAST: BoundKind.AT_MOST,
    BoundKind.ABOVE: BoundKind.BELOW,
    BoundKind.AT_MOST: BoundKind.AT_LEAST,
    BoundKind.BELOW: BoundKind.ABOVE,
}
_TURNED_RELATION = {
    Relation.ABOVE: Relation.BELOW,
    Relation.BELOW: Relation.ABOVE,
    Relation.IN_STEP: Relation.IN_STEP,
}
_TURNED_DIRECTION = {
    Direction.HIGHER: Direction.LOWER,
    Direction.LOWER: Direction.HIGHER,
    Direction.RANGE: Direction.RANGE,
    None: None,
}
_COMPOUNDING = (Measure.GROWTH, Measure.REDUCTION)


def negated(value: Any) -> Any:
    """The same thing with its numbers negated and its directions flipped."""
    match value:
        case Figure():
            return Figure(value.value.copy_negate())
        case Bound(kind=BoundKind.BETWEEN, second=Figure() as second):
            return Bound.between(negated(second), negated(value.figure))
        case Bound():
            return Bound(_TURNED_KIND.get(value.kind, value.kind), negated(value.figure), value.second)
        case Observation():
            return evolve(value, figure=negated(value.figure))
        case Threshold():
            return evolve(value, bound=negated(value.bound))
        case Relative():
            return evolve(value, relation=_TURNED_RELATION[value.relation])
        case _:
            return value


def negated_indicator(indicator: Indicator) -> Indicator:
    return evolve(
        indicator,
        direction=_TURNED_DIRECTION[indicator.direction],
        natural_range=negated(indicator.natural_range),
        baseline=negated(indicator.baseline),
        targets=tuple(map(negated, indicator.targets)),
        observations=tuple(map(negated, indicator.observations)),
    )


def without_chains(indicator: Indicator) -> Indicator:
    """The indicator with at most one rate of each measure, so that none can be compounded.

    Rates that compound are factors, 1.1 for 10 %, and the factor 0.9 of -10 % does not mirror it: two years of 10 % and
    0 % average 4.88 %, two of -10 % and 0 % average -5.13 %. Negating the rates of a series is not negating the series.
    """
    seen = [indicator.baseline, *indicator.observations]
    first = {measure: next((each for each in seen if each and each.measure is measure), None) for measure in Measure}

    def stays(each: Observation) -> bool:
        return each.measure not in _COMPOUNDING or each is first[each.measure]

    return evolve(indicator, observations=tuple(filter(stays, indicator.observations)))


def has_a_mirror(target: Target) -> bool:
    """Of a reduction more is better, below zero as well: its better side stays open and is not turned with the rest."""
    match target:
        case Threshold(measure=Measure.REDUCTION, bound=Bound(kind=kind)):
            return kind in _TURNED_KIND or kind is BoundKind.EXACTLY
        case Relative(measure=Measure.REDUCTION, relation=relation):
            return relation is not Relation.IN_STEP
        case _:
            return True


def with_a_mirror(indicator: Indicator) -> Indicator:
    targets = tuple(filter(has_a_mirror, indicator.targets))
    return evolve(without_chains(indicator), targets=targets)


@st.composite
def mirrored(draw: st.DrawFn) -> tuple[Plan, Plan, Period]:
    """A plan, the same plan below zero, and a day; no tasks, since amounts delivered accumulate and so have a sign."""
    drawn, as_of = draw(questions(max_tasks=0))
    plan = evolve(drawn, indicators=tuple(map(with_a_mirror, drawn.indicators)))
    return plan, evolve(plan, indicators=tuple(map(negated_indicator, plan.indicators))), as_of


def verdicts(plan: Plan, as_of: Period) -> list[Any]:
    assessment = cp.assess(plan, as_of=as_of)
    outcomes = [outcome for each in assessment for outcome in each.outcomes]
    single = [(outcome.verdict, outcome.decisive, outcome.reason) for outcome in outcomes]
    return [*single, *((each.verdict, each.decisive) for each in assessment)]


@given(mirrored())
def test_negating_all_numbers_and_flipping_the_direction_changes_no_verdict(mirror: tuple[Plan, Plan, Period]) -> None:
    plan, other, as_of = mirror
    assert verdicts(other, as_of) == verdicts(plan, as_of)


@given(mirrored())
def test_negating_twice_gives_the_plan_back(mirror: tuple[Plan, Plan, Period]) -> None:
    plan, other, _ = mirror
    assert tuple(map(negated_indicator, other.indicators)) == plan.indicators


def single(baseline: str | None, target: Target, *observations: Observation) -> Plan:
    start = None if baseline is None else Observation(period="2015", figure=baseline)
    row = Indicator(id="row", name="a row", baseline=start, targets=(target,), observations=observations)
    return Plan(id="plan", title="A plan", period="2016/2020", indicators=(row,))


_small = st.integers(-30, 30).map(lambda tenths: f"{tenths / 10:.1f}")
_levels = st.integers(1, 60).map(lambda tenths: f"{tenths / 10:.1f}")


@given(start=_levels, end=_levels, bound=st.sampled_from((Bound.at_least, Bound.above, Bound.at_most)), rate=_small)
def test_negating_both_levels_turns_the_verdict_on_the_growth_between_them_with_its_bound(
    start: str, end: str, bound: Any, rate: str
) -> None:
    for measure in (Measure.GROWTH, Measure.REDUCTION):
        threshold = Threshold(bound=bound(rate), measure=measure)
        plan = single(start, threshold, Observation(period="2020", figure=end))
        mirror = evolve(plan, indicators=(negated_indicator(plan.indicators[0]),))
        assert verdicts(mirror, Period.parse("2020")) == verdicts(plan, Period.parse("2020"))
        assert verdicts(plan, Period.parse("2020"))[0][0] in (cp.Verdict.MET, cp.Verdict.NOT_MET)
