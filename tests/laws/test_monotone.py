"""Laws of improvement: a better actual never turns a target that is met into one that is not."""

from decimal import Decimal

from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from civicplan import Bound, Figure, Verdict
from civicplan.assessment import Outcome
from civicplan.evidence import Actual
from civicplan.testing import bounds, figures
from civicplan.values import BoundKind, or_none, value_or_reason

from ._evidence import DERIVED, PUBLISHED, Evidence, published

_FLOORS, _CAPS = (Bound.at_least, Bound.above), (Bound.at_most, Bound.below)


@frozen(kw_only=True)
class Case:
    """The figures of an indicator before and after one of them got better."""

    evidence: Evidence
    worse: tuple[Figure, ...]
    better: tuple[Figure, ...]
    wants_more: bool

    @property
    def printed_alike(self) -> bool:
        return [figure.places for figure in self.worse] == [figure.places for figure in self.better]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    evidence = draw(st.sampled_from((*PUBLISHED, *DERIVED)))
    drawn = draw(published(evidence))
    place = draw(st.integers(0, len(drawn) - 1))
    step = draw(figures(min_value=0, max_value=10, max_places=1))
    higher = [*drawn[:place], Figure(drawn[place].value + step.value), *drawn[place + 1 :]]
    wants_more = draw(st.booleans())
    rises = place not in evidence.falls_with
    worse, better = (drawn, higher) if wants_more == rises else (higher, drawn)
    return Case(evidence=evidence, worse=tuple(worse), better=tuple(better), wants_more=wants_more)


def near(outcome: Outcome, tenths: int) -> Figure:
    """A figure about as large as the actual, so that a small change may turn the verdict."""
    assert isinstance(outcome.actual, Actual)
    return Figure(outcome.actual.value.quantize(Decimal("0.1")) + tenths / Decimal(10))


@given(case=cases(), strict=st.booleans(), tenths=st.integers(-2, 2))
@settings(max_examples=200)
def test_a_verdict_is_monotone_in_the_actual(case: Case, strict: bool, tenths: int) -> None:
    sign = (_FLOORS if case.wants_more else _CAPS)[strict]
    bound = sign(near(case.evidence.outcome(case.worse, sign(0)), tenths))
    worse, better = (case.evidence.outcome(shown, bound) for shown in (case.worse, case.better))
    assert {worse.verdict, better.verdict} <= {Verdict.MET, Verdict.NOT_MET}
    if worse.verdict is Verdict.MET:
        assert better.verdict is Verdict.MET
        assert better.decisive or not worse.decisive or not case.printed_alike
    if better.verdict is Verdict.NOT_MET and better.decisive:
        assert worse.verdict is Verdict.NOT_MET


_close = figures(min_value=-12, max_value=12, max_places=1)


def admits(bound: Bound, value: Figure | Decimal) -> bool:
    """True where the value is known to be acceptable."""
    return or_none(value_or_reason(bound.admits, value)) is True


@given(bound=bounds(of=_close), three=st.lists(_close, min_size=3, max_size=3))
def test_what_lies_between_two_acceptable_values_is_acceptable(bound: Bound, three: list[Figure]) -> None:
    low, middle, high = sorted(three)
    assert admits(bound, middle) or not (admits(bound, low) and admits(bound, high))


@given(bound=bounds(of=_close, kinds=[BoundKind.BETWEEN, BoundKind.ABOUT]), figure=_close, share=st.integers(0, 10))
def test_moving_towards_a_range_never_turns_met_into_not_met(bound: Bound, figure: Figure, share: int) -> None:
    target = bound.target_value(figure.value)
    closer = figure.value + (target - figure.value) * share / 10
    assert admits(bound, closer) or not admits(bound, figure)
