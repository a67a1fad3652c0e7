"""The ways to come by an actual, each with its arithmetic done once more in whole numbers."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import prod

from attrs import frozen
from hypothesis import strategies as st

import civicplan as cp
from civicplan import Bound, Figure, Indicator, Measure, Observation, Plan, Threshold
from civicplan.assessment import Outcome
from civicplan.testing import figures

_YEARS = ("2016", "2017", "2018", "2019", "2020")
_LEVELS = ("2015", "2020")

#: What the figures come to, compared with a bound on the measure: below zero when it is less, zero when it is equal.
Comparison = Callable[[Sequence[Fraction], Fraction], Fraction]


@frozen(kw_only=True)
class Evidence:
    """A way to come by the actual of a measure over 2016/2020, or at its end."""

    #: The measure of the target.
    measure: Measure
    #: The measure of the published figures.
    published: Measure
    #: Their periods.
    periods: tuple[str, ...]
    #: Their exact result against a bound.
    against: Comparison
    #: Which figures the measure falls with; it rises with the others.
    falls_with: tuple[int, ...] = ()

    @property
    def is_derived(self) -> bool:
        return len(self.periods) > 1

    def outcome(self, shown: Sequence[Figure], bound: Bound, order: Sequence[int] | None = None) -> Outcome:
        """What comes of a target with this bound when these figures are published, in this order."""
        seen = [
            Observation(period=period, figure=figure, measure=self.published)
            for period, figure in zip(self.periods, shown, strict=True)
        ]
        row = Indicator(
            id="row",
            name="a row",
            targets=(Threshold(bound=bound, measure=self.measure),),
            observations=[seen[place] for place in order or range(len(seen))],
        )
        plan = Plan(id="plan", title="A plan", period="2016/2020", indicators=(row,))
        return cp.assess(plan, as_of="2020")["row"].outcomes[0]


def share(percent: Fraction) -> Fraction:
    return percent / 100


def itself(values: Sequence[Fraction], bound: Fraction) -> Fraction:
    return sum(values) - bound


def growth_of_levels(values: Sequence[Fraction], bound: Fraction) -> Fraction:
    return values[1] / values[0] - (1 + share(bound)) ** 5


def growth_of_rates(values: Sequence[Fraction], bound: Fraction) -> Fraction:
    return prod((1 + share(rate) for rate in values), start=Fraction(1)) - (1 + share(bound)) ** 5


def reduction_of_levels(values: Sequence[Fraction], bound: Fraction) -> Fraction:
    return 1 - values[1] / values[0] - share(bound)


def reduction_of_rates(values: Sequence[Fraction], bound: Fraction) -> Fraction:
    return 1 - prod((1 - share(rate) for rate in values), start=Fraction(1)) - share(bound)


PUBLISHED = tuple(
    Evidence(measure=each, published=each, periods=("2020" if each is Measure.LEVEL else "2016/2020",), against=itself)
    for each in Measure
)
DERIVED = (
    Evidence(
        measure=Measure.GROWTH, published=Measure.LEVEL, periods=_LEVELS, against=growth_of_levels, falls_with=(0,)
    ),
    Evidence(
        measure=Measure.REDUCTION,
        published=Measure.LEVEL,
        periods=_LEVELS,
        against=reduction_of_levels,
        falls_with=(1,),
    ),
    Evidence(measure=Measure.GROWTH, published=Measure.GROWTH, periods=_YEARS, against=growth_of_rates),
    Evidence(measure=Measure.REDUCTION, published=Measure.REDUCTION, periods=_YEARS, against=reduction_of_rates),
    Evidence(measure=Measure.TOTAL, published=Measure.TOTAL, periods=("2016/2018", "2019", "2020"), against=itself),
)


@st.composite
def published(draw: st.DrawFn, evidence: Evidence) -> list[Figure]:
    """Figures for the evidence: levels above zero where they are divided, rates above -100."""
    lowest = "0.1" if evidence.is_derived and evidence.published is Measure.LEVEL else -20
    return [draw(figures(min_value=lowest, max_value=40, max_places=1)) for _ in evidence.periods]
