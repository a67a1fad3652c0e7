"""Annual targets: a target of the whole period broken into years that lead to it."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from itertools import pairwise
from typing import TypeAlias, assert_never

from attrs import frozen

from civicplan.errors import (
    InvalidTypeError,
    InvalidValueError,
    Reason,
    describe,
    naming_field,
)
from civicplan.measure import planned_reduction, scheduled_value
from civicplan.measure._numbers import undefined
from civicplan.measure.schedule import Path, to_path
from civicplan.model import Indicator, Measure, MeasureLike, Observation, Threshold
from civicplan.model.target import to_measure
from civicplan.values import Bound, BoundKind, CalendarUnit, Figure, Period, PeriodLike, to_period
from civicplan.values._decimals import EXACT, library_context

_NAME = "the annual target"
_GUARD_PLACES = 2
#: What one year has to bring, and the same counted from the start of the period.
_Year: TypeAlias = tuple[Decimal, Decimal]


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
    """Return what each year has to bring: amounts add up to a total, rates compound, levels lead to a level.

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
    with naming_field("measure"):
        asked = None if measure is None else to_measure(measure)
    with naming_field("period"):
        plan_period = to_period(period)
    target = _first_target(indicator, asked)
    years = _years(target, plan_period)
    values = _values(indicator, target, years, shape)
    return tuple(
        AnnualTarget(year=year, measure=target.measure, value=value, to_date=to_date)
        for year, (value, to_date) in zip(range(years.first, years.last + 1), values, strict=True)
    )


def _first_target(indicator: Indicator, measure: Measure | None) -> Threshold:
    for target in indicator.targets:
        if isinstance(target, Threshold) and measure in (None, target.measure):
            return target
    return undefined(Reason.NO_NUMERIC_TARGET if indicator.targets else Reason.NO_TARGET, _NAME)


def _years(target: Threshold, plan_period: Period) -> Period:
    """Return the years over which the target is broken down: to the year of a level, else the period it is about."""
    due = target.period
    years = plan_period if due is None else due
    if due is not None and target.measure is Measure.LEVEL:
        if due.end < plan_period.start:
            expected = f"one that begins before the target is due in {due}"
            raise InvalidValueError("period", expected, str(plan_period))
        years = plan_period.through(due)
    if years.unit is not CalendarUnit.YEAR:
        raise InvalidValueError("period", "whole years, such as 2016/2020", describe(str(years)))
    return years


def _values(indicator: Indicator, target: Threshold, years: Period, path: Path) -> list[_Year]:
    match target.measure:
        case Measure.LEVEL:
            return _levels(_baseline(indicator, years), target.bound, years, path)
        case Measure.GROWTH:
            return _rates(_single(target.bound).value, years.count)
        case Measure.TOTAL | Measure.CHANGE:
            return _amounts(_single(target.bound), years.count)
        case Measure.REDUCTION:
            return _reductions(_single(target.bound).value, years.count)
        case other:
            assert_never(other)


def _baseline(indicator: Indicator, years: Period) -> Observation:
    baseline = indicator.baseline
    if baseline is None or baseline.measure is not Measure.LEVEL:
        undefined(Reason.MISSING_BASELINE, _NAME)
    if not baseline.period.is_calendar_year:
        undefined(Reason.BASELINE_NOT_A_YEAR, _NAME)
    if baseline.period.first >= years.first:
        undefined(Reason.NO_TIME, _NAME)
    return baseline


def _levels(baseline: Observation, bound: Bound, years: Period, path: Path) -> list[_Year]:
    start = baseline.number.value
    is_held = start in bound.interval
    if is_held and not bound.is_one_sided:
        undefined(Reason.TARGET_TO_HOLD, _NAME)
    goal = bound.target_value(start)
    if start == goal and not is_held:
        undefined(Reason.BASELINE_AT_BOUND, _NAME)
    whole = baseline.period.until(years)
    levels = [
        scheduled_value(goal if is_held else start, goal, period=whole, at=year, path=path)
        for year in range(years.first, years.last)
    ]
    return [(level, level) for level in (*levels, goal)]


def _rates(rate: Decimal, count: int) -> list[_Year]:
    if rate < -100:
        undefined(Reason.SIGN_CHANGE, _NAME)
    return [(rate, _compounded(rate, years)) for years in range(1, count + 1)]


@library_context
def _compounded(rate: Decimal, years: int) -> Decimal:
    """Return what one rate comes to when it goes on for so many years [percent]."""
    return 100 * ((1 + rate / 100) ** years - 1)


def _amounts(total: Figure, count: int) -> list[_Year]:
    step = Decimal(1).scaleb(-total.places - _GUARD_PLACES, EXACT)
    shares = [EXACT.divide(EXACT.multiply(total.value, years), count) for years in range(1, count)]
    to_date = [*(share.quantize(step, ROUND_HALF_EVEN, EXACT) for share in shares), total.value]
    later = [EXACT.subtract(after, before) for before, after in pairwise(to_date)]
    return list(zip((to_date[0], *later), to_date, strict=True))


def _reductions(total: Decimal, count: int) -> list[_Year]:
    yearly = planned_reduction(total, count)
    to_date = [_fallen(total, years, count) for years in range(1, count)]
    return [(yearly, fallen) for fallen in (*to_date, total)]


@library_context
def _fallen(total: Decimal, years: int, of_years: int) -> Decimal:
    """Return the part of a reduction that is due by then, at equal yearly rates: 1 - (1-R)^(k/n) [percent]."""
    return 100 * (1 - (1 - total / 100) ** (Decimal(years) / of_years))


def _single(bound: Bound) -> Figure:
    if bound.kind is BoundKind.BETWEEN:
        undefined(Reason.TWO_SIDED_TARGET, _NAME)
    return bound.figure
