"""Annual targets: a target of the whole period broken into years that lead to it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Decimal

from attrs import frozen

from civicplan.errors import InvalidTypeError, InvalidValueError, Reason, UndefinedMeasureError, describe
from civicplan.measure import compound, remaining_reduction, scheduled_value
from civicplan.measure.schedule import Path, to_path
from civicplan.model import Indicator, Measure, MeasureLike, Observation, Threshold
from civicplan.model.target import to_measure
from civicplan.values import Bound, BoundKind, CalendarUnit, Figure, Period, PeriodLike, to_period
from civicplan.values._decimals import EXACT, library_context

_NAME = "the annual target"
_GUARD_PLACES = 2


@frozen(kw_only=True)
class AnnualTarget:
    """What one year has to bring if the target of the period is to be reached.

    Attributes:
        year: The year.
        measure: What the values say.
        value: The level at the end of the year, or the growth, amount or reduction of the year alone.
        to_date: The same counted from the start of the period: the level itself, growth and reduction compounded,
            amounts summed.

    >>> AnnualTarget(year=2016, measure=Measure.TOTAL, value=Decimal("11.6"), to_date=Decimal("11.6")).year
    2016
    """

    year: int
    measure: Measure
    value: Decimal
    to_date: Decimal


def annual_targets(
    indicator: Indicator, *, period: PeriodLike, measure: MeasureLike | None = None, path: Path = "linear"
) -> tuple[AnnualTarget, ...]:
    """Yearly amounts add up to a total, yearly rates compound to a growth or reduction, yearly levels lead to a level.

    A total is cut into equal amounts, with two decimal places more than it was printed with, so that they add up to it
    exactly. A level that its baseline already meets is to be held every year. A path to "more than" or "less than" a
    value ends at the value, which is then still to be passed.

    Args:
        indicator: The indicator; its first target in numbers counts.
        period: The plan period, for targets without a period of their own.
        measure: Which of several targets: the first in this measure.
        path: For levels: "linear" (equal steps) or "geometric" (equal rates).

    Raises:
        UndefinedMeasureError: No such target, a level without a baseline from before the period, a range to stay in, a
            baseline on a value to be passed, or rates out of range.
        InvalidValueError: A period that is not made of whole years, or a level due before it begins.

    >>> jobs = Indicator(id="jobs", name="new jobs", targets=(Threshold(bound="≥100", measure="total"),))
    >>> [str(target.value) for target in annual_targets(jobs, period="2021/2023")]
    ['33.33', '33.34', '33.33']
    """
    if not isinstance(indicator, Indicator):
        raise InvalidTypeError("indicator", "an Indicator", describe(indicator))
    shape = to_path(path)
    target = _chosen(indicator, None if measure is None else to_measure(measure))
    years = _years(target, to_period(period))
    return _BREAKDOWNS[target.measure](indicator, target.bound, years, shape)


def _chosen(indicator: Indicator, measure: Measure | None) -> Threshold:
    for target in indicator.targets:
        if isinstance(target, Threshold) and measure in (None, target.measure):
            return target
    raise UndefinedMeasureError(Reason.NO_NUMERIC_TARGET if indicator.targets else Reason.NO_TARGET, _NAME)


def _years(target: Threshold, period: Period) -> Period:
    due = target.period
    if due is not None:
        if target.measure is Measure.LEVEL and due.end < period.start:
            raise InvalidValueError("period", f"one that begins before the target is due in {due}", str(period))
        period = period.through(due) if target.measure is Measure.LEVEL else due
    if period.unit is not CalendarUnit.YEAR:
        raise InvalidValueError("period", "whole years, such as 2016/2020", describe(str(period)))
    return period


def _levels(indicator: Indicator, bound: Bound, period: Period, path: Path) -> tuple[AnnualTarget, ...]:
    baseline = _start(indicator, period)
    start, run = baseline.figure.value, baseline.period.until(period)
    is_held = start in bound.interval
    if is_held and not bound.is_one_sided:
        raise UndefinedMeasureError(Reason.TARGET_TO_HOLD, _NAME)
    goal = bound.target_value(start)
    if start == goal and not is_held:
        raise UndefinedMeasureError(Reason.BASELINE_AT_BOUND, _NAME)
    begin = goal if is_held else start

    def level(year: int) -> Decimal:
        if year == period.last:
            return goal
        return scheduled_value(baseline=begin, target=goal, period=run, at=year, path=path)

    return _each(period, Measure.LEVEL, level, level)


def _start(indicator: Indicator, period: Period) -> Observation:
    baseline = indicator.baseline
    if baseline is None or baseline.measure is not Measure.LEVEL:
        raise UndefinedMeasureError(Reason.MISSING_BASELINE, _NAME)
    if not baseline.period.is_calendar_year:
        raise UndefinedMeasureError(Reason.BASELINE_NOT_A_YEAR, _NAME)
    if baseline.period.first >= period.first:
        raise UndefinedMeasureError(Reason.NO_TIME, _NAME)
    return baseline


def _amounts(indicator: Indicator, bound: Bound, period: Period, path: Path) -> tuple[AnnualTarget, ...]:
    total = _single(bound)

    def so_far(year: int) -> Decimal:
        share = EXACT.divide(EXACT.multiply(total.value, Decimal(year - period.first + 1)), Decimal(period.count))
        step = Decimal(1).scaleb(-total.places - _GUARD_PLACES, EXACT)
        return total.value if year == period.last else share.quantize(step, ROUND_HALF_EVEN, EXACT)

    def alone(year: int) -> Decimal:
        return so_far(year) if year == period.first else EXACT.subtract(so_far(year), so_far(year - 1))

    return _each(period, Measure.TOTAL, alone, so_far)


def _rates(indicator: Indicator, bound: Bound, period: Period, path: Path) -> tuple[AnnualTarget, ...]:
    rate = _single(bound).value
    return _each(period, Measure.GROWTH, lambda _: rate, lambda year: compound([rate] * (year - period.first + 1)))


def _reductions(indicator: Indicator, bound: Bound, period: Period, path: Path) -> tuple[AnnualTarget, ...]:
    total = _single(bound).value
    yearly = remaining_reduction(reductions=[], target=total, years=period.count)

    def so_far(year: int) -> Decimal:
        return total if year == period.last else _fallen(total, year - period.first + 1, period.count)

    return _each(period, Measure.REDUCTION, lambda _: yearly, so_far)


@library_context
def _fallen(total: Decimal, years: int, of_years: int) -> Decimal:
    """1 - (1-R)^(k/n) [percent]."""
    return 100 * (1 - (1 - total / 100) ** (Decimal(years) / of_years))


def _single(bound: Bound) -> Figure:
    if bound.kind is BoundKind.BETWEEN:
        raise UndefinedMeasureError(Reason.TWO_SIDED_TARGET, _NAME)
    return bound.figure


def _each(
    period: Period, measure: Measure, value: Callable[[int], Decimal], to_date: Callable[[int], Decimal]
) -> tuple[AnnualTarget, ...]:
    return tuple(
        AnnualTarget(year=year, measure=measure, value=value(year), to_date=to_date(year))
        for year in range(period.first, period.last + 1)
    )


_BREAKDOWNS: dict[Measure, Callable[[Indicator, Bound, Period, Path], tuple[AnnualTarget, ...]]] = {
    Measure.LEVEL: _levels,
    Measure.GROWTH: _rates,
    Measure.TOTAL: _amounts,
    Measure.REDUCTION: _reductions,
}
