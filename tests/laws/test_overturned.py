"""Laws of what turns no verdict: a wider natural range, a target due later, the order in which things are listed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan import Bound, Indicator, Measure, Period, Plan, Relative, Threshold, Verdict
from civicplan.assessment import Caveat, IndicatorAssessment, Judgement, Outcome
from civicplan.evidence.in_force import due_of
from civicplan.model import Target
from civicplan.testing import indicators

from ._questions import questions
from ._truths import Row, assessed, rows

_VERDICTS = (Verdict.MET, Verdict.NOT_MET)


def wider(possible: Bound, below: int | None, above: int | None) -> Bound | None:
    """The range with each end moved out so far, or left away; None where neither end is left."""
    interval = possible.interval
    low = None if interval.low is None or below is None else interval.low - below
    high = None if interval.high is None or above is None else interval.high + above
    if low is not None:
        return Bound.at_least(low) if high is None else Bound.between(low, high)
    return None if high is None else Bound.at_most(high)


_STEPS = st.none() | st.integers(0, 9)


def is_kept(before: Any, after: Any) -> bool:
    """Whether a decisive verdict stayed what it was."""
    return not before.decisive or after.verdict is before.verdict


@given(rows(), st.sampled_from(("0..100", "0..30", "0..20", "≥0", "≤30", "≥5")), _STEPS, _STEPS)
def test_widening_a_natural_range_never_flips_a_decisive_verdict(
    row: Row, possible: str, below: int | None, above: int | None
) -> None:
    narrow = Bound.parse(possible)
    before = assessed(evolve(row, natural_range=narrow))
    assert is_kept(before, assessed(evolve(row, natural_range=wider(narrow, below, above))))


@given(questions(max_indicators=2, max_tasks=0), _STEPS, _STEPS)
def test_widening_the_natural_ranges_of_a_plan_never_flips_a_decisive_verdict(
    question: tuple[Plan, Period], below: int | None, above: int | None
) -> None:
    plan, day = question

    def widened(row: Indicator) -> Indicator:
        return row if row.natural_range is None else evolve(row, natural_range=wider(row.natural_range, below, above))

    other = evolve(plan, indicators=tuple(map(widened, plan.indicators)))
    for before, after in zip(cp.assess(plan, as_of=day), cp.assess(other, as_of=day), strict=True):
        assert is_kept(before, after)
        assert all(map(is_kept, before.outcomes, after.outcomes))


@st.composite
def plans_of_one(draw: st.DrawFn) -> tuple[Plan, Period]:
    """A plan of one indicator with several targets, and a day on which some of them are often due."""
    row = draw(indicators(id="row", within="2016/2020"))
    plan = Plan(id="plan", title="A plan", period="2016/2020", indicators=(row,))
    return plan, Period.parse(draw(st.sampled_from(("2016", "2017", "2018", "2019", "2020"))))


@given(plans_of_one() | questions(max_indicators=2, max_tasks=0))
def test_dropping_targets_due_later_changes_no_met_and_no_not_met(question: tuple[Plan, Period]) -> None:
    plan, day = question

    def is_due(target: Target) -> bool:
        due = due_of(target, plan.period)
        return due is None or due.ends_by(day)

    rows = [evolve(row, targets=[target for target in row.targets if is_due(target)]) for row in plan.indicators]
    answer = cp.assess(plan, as_of=day)
    for before, after in zip(answer, cp.assess(evolve(plan, indicators=rows), as_of=day), strict=True):
        left = [outcome for outcome in before.outcomes if is_due(outcome.target)]
        assert [outcome.verdict for outcome in left] == [outcome.verdict for outcome in after.outcomes]
        if before.verdict in _VERDICTS or after.verdict in _VERDICTS:
            assert before.verdict is after.verdict


def said(outcome: Outcome) -> list[Any]:
    """All that is said of a target."""
    judged = [outcome.verdict, outcome.caveats, outcome.reason, outcome.is_in_force, outcome.is_valid]
    shares = [outcome.attainment, outcome.attainment_interval, outcome.progress, outcome.progress_interval]
    return [*judged, *shares, outcome.standing, outcome.elapsed, outcome.scheduled, str(outcome.actual)]


def answers(assessment: IndicatorAssessment) -> list[Any]:
    """All that is said of an indicator and its targets."""
    growth = [assessment.growth, assessment.growth_interval, assessment.required_growth, assessment.catch_up_growth]
    judged = [assessment.verdict, assessment.caveats, assessment.reason, assessment.standing, assessment.headline]
    return [*judged, *growth, *map(said, assessment.outcomes), assessment.explain()]


@st.composite
def with_figures_in_another_order(draw: st.DrawFn) -> tuple[Plan, Plan, Period]:
    plan, day = draw(plans_of_one() | questions(max_indicators=2, max_tasks=0))
    rows = [evolve(row, observations=draw(st.permutations(row.observations))) for row in plan.indicators]
    return plan, evolve(plan, indicators=rows), day


@given(with_figures_in_another_order(), st.sampled_from(("latest", "first", "2020")))
def test_assessment_does_not_depend_on_the_order_of_figures(question: tuple[Plan, Plan, Period], vintage: str) -> None:
    plan, other, day = question
    for one, two in zip(
        cp.assess(plan, as_of=day, vintage=vintage), cp.assess(other, as_of=day, vintage=vintage), strict=True
    ):
        assert answers(one) == answers(two)


@given(rows().flatmap(lambda row: st.tuples(st.just(row), st.permutations(row.printed))))
def test_what_several_figures_come_to_does_not_depend_on_their_order(two: tuple[Row, list[Any]]) -> None:
    row, order = two
    assert answers(assessed(row)) == answers(assessed(evolve(row, printed=tuple(order))))


@st.composite
def with_targets_in_another_order(draw: st.DrawFn) -> tuple[Plan, Plan, Period, list[list[int]]]:
    plan, day = draw(plans_of_one() | questions(max_indicators=2, max_tasks=0))
    orders = [draw(st.permutations(range(len(row.targets)))) for row in plan.indicators]
    rows = [
        evolve(row, targets=[row.targets[place] for place in order])
        for row, order in zip(plan.indicators, orders, strict=True)
    ]
    return plan, evolve(plan, indicators=rows), day, orders


@given(with_targets_in_another_order())
def test_assessment_does_not_depend_on_the_order_of_targets_but_for_ties(
    question: tuple[Plan, Plan, Period, list[list[int]]],
) -> None:
    plan, other, day, orders = question
    both = zip(cp.assess(plan, as_of=day), cp.assess(other, as_of=day), orders, strict=True)
    for one, two, order in both:
        assert [said(one.outcomes[place]) for place in order] == [said(outcome) for outcome in two.outcomes]
        assert (one.verdict, one.decisive) == (two.verdict, two.decisive)
        assert len(one.caveats) == len(two.caveats)
        if one.verdict is Verdict.MET:
            assert one.caveats == two.caveats


def written_out(outcomes: Sequence[Outcome], day: Period) -> tuple[Verdict, set[Caveat] | int]:
    """The joint rule once more: the verdict with the caveats of what is met, or with how many a miss has at least."""
    in_force = [outcome for outcome in outcomes if outcome.is_in_force]
    missed = [len(outcome.caveats) for outcome in in_force if outcome.verdict is Verdict.NOT_MET]
    if missed:
        return Verdict.NOT_MET, min(missed)
    met = [outcome.caveats for outcome in in_force if outcome.verdict is Verdict.MET]
    due = [outcome for outcome in in_force if outcome.due is not None and outcome.due.end_key <= day.end_key]
    unassessed = [outcome for outcome in due if outcome.verdict is Verdict.NOT_ASSESSABLE]
    if met:
        in_numbers = any(isinstance(outcome.target, Threshold | Relative) for outcome in unassessed)
        return Verdict.MET, {caveat for caveats in met for caveat in caveats} | (
            {Caveat.UNASSESSED} if in_numbers else set()
        )
    if unassessed:
        return Verdict.NOT_ASSESSABLE, 0
    is_to_come = any(outcome.verdict is Verdict.NOT_DUE for outcome in in_force)
    return (Verdict.NOT_DUE if is_to_come else Verdict.NOT_ASSESSABLE), 0


@given(plans_of_one() | questions(max_indicators=2, max_tasks=0))
def test_the_joint_verdict_is_that_of_the_rule_written_out(question: tuple[Plan, Period]) -> None:
    plan, day = question
    for found in cp.assess(plan, as_of=day):
        verdict, caveats = written_out(found.outcomes, day)
        assert found.verdict is verdict
        assert (set(found.caveats) if isinstance(caveats, set) else len(found.caveats)) == caveats
        assert found.decisive is Judgement(verdict, found.caveats).decisive


def in_force_written_out(targets: Sequence[Target], plan: Plan, day: Period) -> list[bool]:
    """Which targets are in force, once more and one by one."""
    in_numbers = [target for target in targets if isinstance(target, Threshold | Relative)]
    stated = [target for target in in_numbers if _published(target) <= day.end_key]

    def counts(target: Target) -> bool:
        if not isinstance(target, Threshold | Relative):
            return True
        rivals = [other for other in stated if _measured(other) == _measured(target)]
        alike = {other: [one for one in rivals if one.due(plan.period) == other.due(plan.period)] for other in rivals}
        valid = [other for other in rivals if _published(other) == max(map(_published, alike[other]))]
        past = [other.due(plan.period).end_key for other in valid if other.due(plan.period).ends_by(day)]
        chosen = max(past) if past else min((other.due(plan.period).end_key for other in valid), default=None)
        return target in valid and target.due(plan.period).end_key == chosen

    return [counts(target) for target in targets]


def _published(target: Threshold | Relative) -> tuple[int, int]:
    own = target.published if isinstance(target, Threshold) else None
    return (0, 0) if own is None else own.end_key


def _measured(target: Threshold | Relative) -> tuple[Measure, str]:
    return target.measure, target.reference if isinstance(target, Relative) else ""


@given(plans_of_one())
def test_the_targets_in_force_are_those_of_the_rule_written_out(question: tuple[Plan, Period]) -> None:
    plan, day = question
    (found,) = cp.assess(plan, as_of=day)
    expected = in_force_written_out(found.indicator.targets, plan, day)
    assert [outcome.is_in_force for outcome in found.outcomes] == expected
