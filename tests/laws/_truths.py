"""Rows of a table that tell, in rounded figures, of true values that are known exactly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from math import ceil, floor

from attrs import evolve, frozen
from hypothesis import strategies as st

import civicplan as cp
from civicplan import Bound, Direction, Figure, Indicator, Measure, Observation, Threshold
from civicplan.testing import bounds
from civicplan.values import BoundKind

START, YEARS = 2015, (2016, 2017, 2018)
PERIOD, DAY = "2016/2018", "2018"
_HUNDRED = 100
_PRECISE = 60


@frozen(kw_only=True)
class Printed:
    """One true value as a document prints it: so many places, a half either up or down."""

    measure: Measure
    period: str
    truth: Fraction
    places: int
    halves_up: bool

    @property
    def figure(self) -> Figure:
        scaled = self.truth * Fraction(10) ** self.places
        units = floor(scaled + Fraction(1, 2)) if self.halves_up else ceil(scaled - Fraction(1, 2))
        return Figure(Decimal(f"{units}E{-self.places}"))

    @property
    def observation(self) -> Observation:
        return Observation(period=self.period, figure=self.figure, measure=self.measure)


@frozen(kw_only=True)
class Row:
    """A target, the true value of what it is about, and all that is printed of it."""

    target: Threshold
    truth: Fraction
    printed: tuple[Printed, ...]
    baseline: Printed | None
    direction: Direction | None
    natural_range: Bound | None = None
    exact: bool = False

    @property
    def indicator(self) -> Indicator:
        return Indicator(
            id="row",
            name="a row",
            prices="constant",
            exact=self.exact,
            direction=self.direction,
            natural_range=self.natural_range,
            baseline=None if self.baseline is None else self.baseline.observation,
            targets=(self.target,),
            observations=[each.observation for each in self.printed],
        )

    def with_finer(self, place: int, places: int) -> Row:
        """The row with one figure printed to more places; the place after the last is the baseline's."""
        if place == len(self.printed) and self.baseline is not None:
            return evolve(self, baseline=evolve(self.baseline, places=self.baseline.places + places))
        finer = list(self.printed)
        finer[place] = evolve(finer[place], places=finer[place].places + places)
        return evolve(self, printed=tuple(finer))

    def rounded_one_way(self, halves_up: bool) -> Row:
        """The row with all halves rounded the same way."""
        baseline = None if self.baseline is None else evolve(self.baseline, halves_up=halves_up)
        printed = tuple(evolve(each, halves_up=halves_up) for each in self.printed)
        return evolve(self, printed=printed, baseline=baseline)

    @property
    def is_acceptable(self) -> bool | None:
        """Whether the true value meets the target; None where nothing says so."""
        return is_acceptable(self.truth, self.target, self.direction)


def is_acceptable(truth: Fraction, target: Threshold, direction: Direction | None) -> bool | None:
    """Whether a value meets a target in a declared direction, written out once more."""
    bound, better = target.bound, Direction.HIGHER if target.measure is Measure.REDUCTION else direction
    figure, second = Fraction(bound.figure.value), None if bound.second is None else Fraction(bound.second.value)
    match bound.kind:
        case BoundKind.AT_LEAST:
            return truth >= figure
        case BoundKind.ABOVE:
            return truth > figure
        case BoundKind.AT_MOST:
            return truth <= figure
        case BoundKind.BELOW:
            return truth < figure
        case BoundKind.EXACTLY:
            return truth == figure
        case BoundKind.BETWEEN:
            low, high = figure, second or Fraction(0)
        case BoundKind.ABOUT:
            low, high = figure - (second or 0), figure + (second or 0)
    is_inside = (better is Direction.LOWER or truth >= low) and (better is Direction.HIGHER or truth <= high)
    return is_inside or (None if bound.is_of_unknown_width else False)


#: True values in twentieths, so that a tenth is often rounded from a half.
def _values(low: int, high: int) -> st.SearchStrategy[Fraction]:
    return st.integers(low * 20, high * 20).map(lambda twentieths: Fraction(twentieths, 20))


def _whole(low: int, high: int) -> st.SearchStrategy[Fraction]:
    return st.integers(low, high).map(Fraction)


@st.composite
def _prints(
    draw: st.DrawFn, measure: Measure, period: str, truth: Fraction, exact: bool, least: int = 0
) -> list[Printed]:
    """None, one or two prints of a value."""
    places = st.just(0) if exact else st.integers(-1, 2)
    how_often = draw(st.integers(least, 2))
    halves_up = draw(st.booleans())
    return [
        Printed(measure=measure, period=period, truth=truth, places=draw(places), halves_up=halves_up)
        for _ in range(how_often)
    ]


@st.composite
def _target(
    draw: st.DrawFn, measure: Measure, truth: Fraction, period: str | None
) -> tuple[Threshold, Direction | None]:
    """A target near the truth, and a direction that allows it."""
    near = Fraction(round(truth * 20) + draw(st.integers(-12, 12)), 20)
    around = st.sampled_from([Figure(_decimal(near + Fraction(step, 20))) for step in range(-4, 5)])
    bound = draw(bounds(of=around))
    if bound.kind is BoundKind.ABOUT and bound.second is not None:
        bound = Bound.about(bound.figure, tolerance=_decimal(Fraction(draw(st.integers(0, 20)), 20)))
    directions: list[Direction | None] = [None, Direction.RANGE]
    if not bound.is_upper_bound or measure in (Measure.GROWTH, Measure.REDUCTION):
        directions.append(Direction.HIGHER)
    if not bound.is_lower_bound or measure in (Measure.GROWTH, Measure.REDUCTION):
        directions.append(Direction.LOWER)
    return Threshold(bound=bound, measure=measure, period=period), draw(st.sampled_from(directions))


def _decimal(value: Fraction) -> Decimal:
    with localcontext() as context:
        context.prec = _PRECISE
        return Decimal(value.numerator) / Decimal(value.denominator)


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """A row about one true history: all that is printed of it is rounded from the same values."""
    return draw(draw(st.sampled_from((_levels(), _totals(), _changes(), _growths(), _reductions()))))


@st.composite
def _levels(draw: st.DrawFn) -> Row:
    exact = draw(st.booleans())
    truth = draw(_whole(0, 30) if exact else _values(0, 30))
    target, direction = draw(_target(Measure.LEVEL, truth, None))
    natural_range = draw(st.sampled_from((None, Bound.at_least(0), Bound.between(0, 30))))
    printed = draw(_prints(Measure.LEVEL, DAY, truth, exact, least=1))
    return Row(
        target=target,
        truth=truth,
        printed=tuple(printed),
        baseline=None,
        direction=direction,
        natural_range=natural_range,
        exact=exact,
    )


#: The parts of a sum: years, halves and quarters of it.
_PARTS = {
    "2016-H1": ("2016-H1",),
    "2016-H2": ("2016-H2",),
    "2016": ("2016-H1", "2016-H2"),
    "2017": ("2017",),
    "2018": ("2018",),
    "2016/2017": ("2016-H1", "2016-H2", "2017"),
    "2017/2018": ("2017", "2018"),
    PERIOD: ("2016-H1", "2016-H2", "2017", "2018"),
}


@st.composite
def _sums(draw: st.DrawFn, measure: Measure) -> Row:
    exact = draw(st.booleans())
    smallest = ("2016-H1", "2016-H2", "2017", "2018")
    amounts = {period: draw(_whole(-5, 20) if exact else _values(-5, 20)) for period in smallest}
    sums = {period: sum((amounts[part] for part in parts), Fraction(0)) for period, parts in _PARTS.items()}
    printed = [each for period, truth in sums.items() for each in draw(_prints(measure, period, truth, exact))]
    target, direction = draw(_target(measure, sums[PERIOD], PERIOD))
    return Row(
        target=target, truth=sums[PERIOD], printed=tuple(printed), baseline=None, direction=direction, exact=exact
    )


def _totals() -> st.SearchStrategy[Row]:
    return _sums(Measure.TOTAL)


@st.composite
def _changes(draw: st.DrawFn) -> Row:
    """Changes of a level that are published, or not."""
    exact = draw(st.booleans())
    levels = {year: draw(_whole(1, 30) if exact else _values(1, 30)) for year in (START, *YEARS)}
    printed = _of_levels(draw, levels, exact)
    for first, last in ((START, 2016), (2016, 2017), (2017, 2018), (START, 2018)):
        truth = levels[last] - levels[first]
        period = str(last) if first + 1 == last else f"{first + 1}/{last}"
        printed += draw(st.just([]) | _prints(Measure.CHANGE, period, truth, exact))
    truth = levels[2018] - levels[START]
    target, direction = draw(_target(Measure.CHANGE, truth, draw(st.sampled_from((None, PERIOD)))))
    return _with_baseline(draw, target, truth, printed, levels, direction, exact=exact)


def _of_levels(draw: st.DrawFn, levels: dict[int, Fraction], exact: bool) -> list[Printed]:
    return [each for year in YEARS for each in draw(_prints(Measure.LEVEL, str(year), levels[year], exact))]


def _with_baseline(
    draw: st.DrawFn,
    target: Threshold,
    truth: Fraction,
    printed: list[Printed],
    levels: dict[int, Fraction],
    direction: Direction | None,
    *,
    exact: bool,
) -> Row:
    (baseline, *again) = draw(_prints(Measure.LEVEL, str(START), levels[START], exact, least=1))
    return Row(
        target=target,
        truth=truth,
        printed=(*printed, *again),
        baseline=baseline,
        direction=direction,
        exact=exact,
    )


def _root(factor: Fraction, years: int) -> Fraction:
    """The yearly factor, to fifty digits or exactly."""
    with localcontext() as context:
        context.prec = _PRECISE
        return Fraction(_decimal(factor) ** (Decimal(1) / years)) if years > 1 else factor


def _rate_rows(measure: Measure, rate: Callable[[Fraction, int], Fraction]) -> st.SearchStrategy[Row]:
    @st.composite
    def rows_of_rates(draw: st.DrawFn) -> Row:
        exact = draw(st.booleans())
        levels = {year: draw(_whole(2, 40) if exact else _values(2, 40)) for year in (START, *YEARS)}
        printed = draw(st.just([]) | st.just(_of_levels(draw, levels, exact)))
        spans: Sequence[tuple[int, int]] = ((2015, 2016), (2016, 2017), (2017, 2018), (2015, 2017), (2015, 2018))
        for first, last in spans:
            truth = rate(levels[last] / levels[first], last - first)
            period = str(last) if first + 1 == last else f"{first + 1}/{last}"
            printed = [*printed, *draw(_prints(measure, period, truth, exact=False))]
        truth = rate(levels[2018] / levels[START], 3)
        target, direction = draw(_target(measure, truth, PERIOD))
        return _with_baseline(draw, target, truth, printed, levels, direction, exact=exact)

    return rows_of_rates()


def _growths() -> st.SearchStrategy[Row]:
    return _rate_rows(Measure.GROWTH, lambda factor, years: _HUNDRED * (_root(factor, years) - 1))


def _reductions() -> st.SearchStrategy[Row]:
    return _rate_rows(Measure.REDUCTION, lambda factor, _: _HUNDRED * (1 - factor))


def assessed(row: Row) -> cp.assessment.IndicatorAssessment:
    plan = cp.Plan(id="plan", title="A plan", period=PERIOD, indicators=(row.indicator,))
    return cp.assess(plan, as_of=DAY)["row"]
