"""Laws of derived actuals: the verdict is that of exact arithmetic, and it is decisive only if every digit agrees."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

import civicplan as cp
from civicplan import Bound, Figure, Indicator, Observation, Plan, Relative, Verdict
from civicplan.assessment import Caveat, Outcome
from civicplan.evidence import Actual
from civicplan.model import Relation
from civicplan.testing import figures
from civicplan.values import BoundKind

from ._evidence import DERIVED, PUBLISHED, Evidence, published

_SIGNS = (BoundKind.AT_LEAST, BoundKind.ABOVE, BoundKind.AT_MOST, BoundKind.BELOW)


def is_met(kind: BoundKind, difference: Fraction) -> bool:
    """What a sign says of how far the actual is above its bound."""
    return {
        BoundKind.AT_LEAST: difference >= 0,
        BoundKind.ABOVE: difference > 0,
        BoundKind.AT_MOST: difference <= 0,
        BoundKind.BELOW: difference < 0,
    }[kind]


@st.composite
def questions(draw: st.DrawFn) -> tuple[Evidence, list[Figure], list[int], Bound]:
    """Figures published in some order, and a bound about as large as what they come to."""
    evidence = draw(st.sampled_from((*PUBLISHED, *DERIVED)))
    shown = draw(published(evidence))
    actual = evidence.outcome(shown, Bound.at_least(0)).actual
    assert isinstance(actual, Actual)
    near = Figure(actual.value.quantize(Decimal("0.1")) + Decimal(draw(st.integers(-3, 3))) / 10)
    order = draw(st.permutations(range(len(shown))))
    return evidence, shown, order, Bound(draw(st.sampled_from(_SIGNS)), near)


def extreme(evidence: Evidence, shown: Sequence[Figure], aim: Fraction, *, highest: bool) -> Fraction:
    """How far from the aim the measure can come, at the corners of what its printed figures allow."""
    ends = []
    for place, figure in enumerate(shown):
        rises = highest != (place in evidence.falls_with)
        half = Fraction(10) ** -figure.places / 2
        ends.append(Fraction(figure.value) + (half if rises else -half))
    return evidence.against(ends, aim)


@given(questions())
@settings(max_examples=200)
def test_a_verdict_is_that_of_exact_arithmetic_on_the_printed_figures(
    question: tuple[Evidence, list[Figure], list[int], Bound],
) -> None:
    evidence, shown, order, bound = question
    outcome = evidence.outcome(shown, bound, order)
    difference = evidence.against([Fraction(figure.value) for figure in shown], Fraction(bound.figure.value))
    assert outcome.verdict is (Verdict.MET if is_met(bound.kind, difference) else Verdict.NOT_MET)


@given(questions())
@settings(max_examples=200)
def test_a_derived_verdict_is_decisive_exactly_when_the_extremes_of_what_its_figures_allow_agree(
    question: tuple[Evidence, list[Figure], list[int], Bound],
) -> None:
    evidence, shown, order, bound = question
    if not evidence.is_derived:
        assert evidence.outcome(shown, bound, order).decisive == bound.decides(shown[0])
        return
    aim = Fraction(bound.figure.value)
    verdicts = {is_met(bound.kind, extreme(evidence, shown, aim, highest=way)) for way in (True, False)}
    assert (Caveat.DIGITS not in evidence.outcome(shown, bound, order).caveats) == (len(verdicts) == 1)


def lead(own: Figure, other: Figure, relation: Relation, tolerance: Figure | None) -> Outcome:
    target = Relative(reference="other", relation=relation, tolerance=tolerance)
    rows = [("own", own, (target,)), ("other", other, ())]
    indicators = [
        Indicator(
            id=id,
            name=id,
            targets=targets,
            observations=(Observation(period="2016/2020", figure=growth, measure="growth"),),
        )
        for id, growth, targets in rows
    ]
    plan = Plan(id="plan", title="A plan", period="2016/2020", indicators=indicators)
    return cp.assess(plan, as_of="2020")["own"].outcomes[0]


_small = figures(min_value=-3, max_value=3, max_places=1)


def relates(relation: Relation, difference: Fraction, tolerance: Figure) -> bool:
    return {
        Relation.ABOVE: difference > 0,
        Relation.BELOW: difference < 0,
        Relation.IN_STEP: abs(difference) <= Fraction(tolerance.value),
    }[relation]


@given(own=_small, other=_small, relation=st.sampled_from(Relation), tolerance=figures(min_value=0, max_value=2))
@settings(max_examples=200)
def test_a_lead_is_judged_on_the_printed_rates_and_decisive_only_if_all_that_they_allow_agree(
    own: Figure, other: Figure, relation: Relation, tolerance: Figure
) -> None:
    outcome = lead(own, other, relation, tolerance if relation is Relation.IN_STEP else None)
    difference = Fraction(own.value) - Fraction(other.value)
    met = relates(relation, difference, tolerance)
    reach = (Fraction(10) ** -own.places + Fraction(10) ** -other.places) / 2
    points = [difference + share * reach / 40 for share in range(-40, 41)]
    allowed = {relates(relation, point, tolerance) for point in points}
    assert outcome.verdict is (Verdict.MET if met else Verdict.NOT_MET)
    is_settled = Caveat.DIGITS not in outcome.caveats
    assert not is_settled or allowed == {met}
    assert is_settled or len(allowed) == 2 or relation is Relation.IN_STEP
