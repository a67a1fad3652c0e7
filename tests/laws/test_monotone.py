"""Laws of improvement: a better actual never turns a target that is met into one that is not."""

from decimal import Decimal

from attrs import frozen
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import civicplan as cp
from civicplan import (
    Bound,
    BoundKind,
    Figure,
    Indicator,
    Measure,
    Observation,
    Outcome,
    Plan,
    Relative,
    Threshold,
    Verdict,
)
from civicplan.testing import bounds, figures

_YEARS = ("2016", "2017", "2018", "2019", "2020")
_FLOORS, _CAPS = (Bound.at_least, Bound.above), (Bound.at_most, Bound.below)


@frozen(kw_only=True)
class Evidence:
    """A way to come by the actual of a measure, and what may get better in it."""

    #: The measure of the target.
    measure: Measure
    #: The measure of the published figures.
    published: Measure
    #: Their periods.
    periods: tuple[str, ...]
    #: The place of the figure that is raised; None where any may be.
    raised: int | None = None
    #: Whether raising it raises the measure of the target.
    rises: bool = True


_LEVELS = ("2015", "2020")
EVIDENCE = (
    *(Evidence(measure=each, published=each, periods=("2016/2020",)) for each in Measure if each is not Measure.LEVEL),
    Evidence(measure=Measure.LEVEL, published=Measure.LEVEL, periods=("2020",)),
    Evidence(measure=Measure.GROWTH, published=Measure.LEVEL, periods=_LEVELS, raised=1),
    Evidence(measure=Measure.REDUCTION, published=Measure.LEVEL, periods=_LEVELS, raised=1, rises=False),
    Evidence(measure=Measure.GROWTH, published=Measure.GROWTH, periods=_YEARS),
    Evidence(measure=Measure.REDUCTION, published=Measure.REDUCTION, periods=_YEARS),
    Evidence(measure=Measure.TOTAL, published=Measure.TOTAL, periods=("2016/2018", "2019", "2020")),
)


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

    def outcome(self, figures: tuple[Figure, ...], *bounds: Bound) -> Outcome:
        row = Indicator(
            id="row",
            name="a row",
            targets=tuple(Threshold(bound=bound, measure=self.evidence.measure) for bound in bounds),
            observations=tuple(
                Observation(period=period, figure=figure, measure=self.evidence.published)
                for period, figure in zip(self.evidence.periods, figures, strict=True)
            ),
        )
        plan = Plan(id="plan", title="A plan", period="2016/2020", indicators=(row,))
        return cp.assess(plan, as_of="2020")["row"].outcomes[0]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    evidence = draw(st.sampled_from(EVIDENCE))
    lowest = "0.1" if evidence.published is Measure.LEVEL and len(evidence.periods) > 1 else -20
    drawn = [draw(figures(min_value=lowest, max_value=40, max_places=1)) for _ in evidence.periods]
    place = evidence.raised if evidence.raised is not None else draw(st.integers(0, len(drawn) - 1))
    step = draw(figures(min_value=0, max_value=10, max_places=1))
    higher = [*drawn[:place], Figure(drawn[place].value + step.value), *drawn[place + 1 :]]
    wants_more = draw(st.booleans())
    worse, better = (drawn, higher) if wants_more == evidence.rises else (higher, drawn)
    return Case(evidence=evidence, worse=tuple(worse), better=tuple(better), wants_more=wants_more)


def near(outcome: Outcome, tenths: int) -> Figure:
    """A figure about as large as the actual, so that the verdict hangs on little."""
    assert isinstance(outcome.actual, cp.Actual)
    return Figure(outcome.actual.value.quantize(Decimal("0.1")) + tenths / Decimal(10))


@given(case=cases(), strict=st.booleans(), tenths=st.integers(-2, 2))
@settings(max_examples=200)
def test_a_verdict_is_monotone_in_the_actual(case: Case, strict: bool, tenths: int) -> None:
    sign = (_FLOORS if case.wants_more else _CAPS)[strict]
    bound = sign(near(case.outcome(case.worse, sign(0)), tenths))
    worse, better = case.outcome(case.worse, bound), case.outcome(case.better, bound)
    assert {worse.verdict, better.verdict} <= {Verdict.MET, Verdict.NOT_MET}
    if worse.verdict is Verdict.MET:
        assert better.verdict is Verdict.MET
        assert better.decisive or not worse.decisive or not case.printed_alike
    if better.verdict is Verdict.NOT_MET and better.decisive:
        assert worse.verdict is Verdict.NOT_MET


@given(own=figures(min_value=-5, max_value=5, max_places=1), other=figures(min_value=-5, max_value=5, max_places=1))
def test_a_verdict_on_a_lead_is_monotone_in_the_actual(own: Figure, other: Figure) -> None:
    better = Figure(own.value + 1)

    def verdict(figure: Figure) -> Verdict:
        rows = [("own", figure, (Relative(reference="other", relation="above"),)), ("other", other, ())]
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
        return cp.assess(plan, as_of="2020")["own"].verdict

    assert (verdict(own) is Verdict.MET) == (own > other)
    assert verdict(own) is not Verdict.MET or verdict(better) is Verdict.MET


_close = figures(min_value=-12, max_value=12, max_places=1)


@given(bound=bounds(of=_close), three=st.lists(_close, min_size=3, max_size=3))
def test_what_lies_between_two_acceptable_values_is_acceptable(bound: Bound, three: list[Figure]) -> None:
    low, middle, high = sorted(three)
    assume(bound.admits(low) and bound.admits(high))
    assert bound.admits(middle)


@given(bound=bounds(of=_close, kinds=[BoundKind.BETWEEN, BoundKind.ABOUT]), figure=_close, share=st.integers(0, 10))
def test_moving_towards_a_range_never_turns_met_into_not_met(bound: Bound, figure: Figure, share: int) -> None:
    nearest = bound.nearest_to(figure.value)
    closer = figure.value + (nearest - figure.value) * share / 10
    assert bound.admits(closer) or not bound.admits(figure)
    assert abs(bound.nearest_to(closer) - closer) <= abs(nearest - figure.value)
