"""Annual targets: a target of the whole period broken into years that lead to it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from itertools import pairwise
from typing import TypeAlias, assert_never

from attrs import frozen

from civicplan.assessment.aim import Aim
from civicplan.errors import (
    InvalidTypeError,
    InvalidValueError,
    Reason,
    describe,
    naming_field,
)
from civicplan.evidence import Actual, Evidence
from civicplan.evidence.in_force import in_force, valid_targets
from civicplan.formats.result import Result
from civicplan.measure import planned_reduction, scheduled_value
from civicplan.measure._numbers import undefined
from civicplan.measure.schedule import Path, to_path
from civicplan.model import Direction, Indicator, Measure, MeasureLike, Observation, Threshold
from civicplan.model.target import to_measure
from civicplan.values import BoundKind, CalendarUnit, Figure, Period, PeriodLike, defined, to_period
from civicplan.values._decimals import EXACT, library_context

_NAME = "the annual target"
_GUARD_PLACES = 2
#: What one year has to bring, and the same counted from the start of the period.
_Year: TypeAlias = tuple[Decimal, Decimal]


@frozen(kw_only=True)
class AnnualTarget(Result):
    """What one year has to bring if the target of the period is to be reached.

    Attributes:
        year: The year; of a fiscal year, the one in which it ends.
        measure: What the values say.
        value: The level at the end of the year, or the growth, amount, reduction or change of the year alone.
        to_date: The same counted from the start of the period: the level itself, growth and reduction compounded,
            amounts and changes summed.

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
    """Return what each year has to bring: amounts and changes add up, rates compound, levels lead to a level.

    A total and a change are cut into equal steps, with two decimal places more than they were printed with, so that
    they add up exactly; a change counts from the baseline, so its years do, too. A level that its baseline already
    meets is to be held every year. A path to "more than" or "less than" a value ends at the value, which is then still
    to be passed; one to an "about" ends at its figure, and one into a range at its near end. Fiscal years are named by
    the year in which they end.

    Args:
        indicator: The indicator; its first target in numbers counts, of several on its measure the one due last.
        period: The plan period, for targets without a period of their own.
        measure: Which of several targets: the first in this measure.
        path: For levels: "linear" (equal steps) or "geometric" (equal rates).

    Raises:
        UndefinedMeasureError: No such target, a level without a baseline from before the period, a hedged baseline, a
            range to stay in, a baseline on a value to be passed, or rates out of range.
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
    target = _target(indicator, plan_period, asked)
    years = _each_year(_time_of(indicator, target, plan_period))
    values = _values(indicator, target, years, shape)
    return tuple(
        AnnualTarget(year=year.end.year, measure=target.measure, value=value, to_date=to_date)
        for year, (value, to_date) in zip(years, values, strict=True)
    )


def _target(indicator: Indicator, plan_period: Period, measure: Measure | None) -> Threshold:
    """Return the target in force when the plan is over: of the first in numbers, or of the measure asked for."""
    in_numbers = [
        target for target in valid_targets(indicator.targets, plan_period, None) if isinstance(target, Threshold)
    ]
    asked = in_numbers[0].measure if measure is None and in_numbers else measure
    for target in in_force(in_numbers, plan_period, None):
        if isinstance(target, Threshold) and target.measure is asked:
            return target
    return undefined(Reason.NO_NUMERIC_TARGET if indicator.targets else Reason.NO_TARGET, _NAME)


def _time_of(indicator: Indicator, target: Threshold, plan_period: Period) -> Period:
    """The time that is broken down: of a level to its year, of a change from the baseline, else its own period."""
    due = target.period
    if target.measure is Measure.LEVEL and due is not None:
        if due.end < plan_period.start:
            expected = f"one that begins before the target is due in {due}"
            raise InvalidValueError("period", expected, str(plan_period))
        return plan_period.through(due)
    is_from_baseline = target.measure is Measure.CHANGE and due is None and _is_on_level(indicator.baseline)
    return _time_since_baseline(indicator, plan_period) if is_from_baseline else due or plan_period


def _is_on_level(baseline: Observation | None) -> bool:
    return baseline is not None and baseline.measure is Measure.LEVEL


def _time_since_baseline(indicator: Indicator, plan_period: Period) -> Period:
    start = _baseline(indicator).period
    if plan_period.ends_by(start):
        undefined(Reason.NO_TIME, _NAME)
    time = start.until(plan_period)
    if time.years is None:
        undefined(Reason.BASELINE_NOT_A_YEAR, _NAME)
    return time


def _each_year(time: Period) -> list[Period]:
    """Return the years of a run of whole years, calendar or fiscal."""
    if time.years is None:
        raise InvalidValueError("period", "whole years, such as 2016/2020", describe(str(time)))
    first_month, length = time.start_key[0], int(CalendarUnit.YEAR)
    starts = range(first_month, first_month + time.years * length, length)
    return [Period(CalendarUnit.MONTH, start, start + length - 1) for start in starts]


def _values(indicator: Indicator, target: Threshold, years: Sequence[Period], path: Path) -> list[_Year]:
    aim = Aim(target.bound, indicator.declared_direction(target.measure))
    match target.measure:
        case Measure.LEVEL:
            return _levels(_baseline_before(indicator, years[0]), aim, years, path)
        case Measure.GROWTH:
            return _rates(_single(aim).value, len(years))
        case Measure.TOTAL | Measure.CHANGE:
            return _amounts(_single(aim), len(years))
        case Measure.REDUCTION:
            return _reductions(_single(aim).value, len(years))
        case other:
            assert_never(other)


def _baseline(indicator: Indicator) -> Actual:
    """The level that the plan starts from, at the end of a year; of a stock, at the end of any period."""
    baseline = defined(Evidence(indicator).baseline)
    if baseline.is_hedged:
        undefined(Reason.HEDGED, _NAME)
    if baseline.period.years != 1 and not indicator.stock:
        undefined(Reason.BASELINE_NOT_A_YEAR, _NAME)
    return baseline


def _baseline_before(indicator: Indicator, first_year: Period) -> Actual:
    baseline = _baseline(indicator)
    if baseline.period.end_key > first_year.start_key:
        undefined(Reason.NO_TIME, _NAME)
    return baseline


def _levels(baseline: Actual, aim: Aim, years: Sequence[Period], path: Path) -> list[_Year]:
    start, bound = baseline.value, aim.bound
    if start in aim.acceptable:
        return [(held, held) for held in [_level_to_hold(aim)] * len(years)]
    goal = bound.target_value(start)
    if start == goal:
        undefined(Reason.BASELINE_AT_BOUND, _NAME)
    whole = baseline.period.until(years[-1])
    levels = [scheduled_value(start, goal, period=whole, at=year, path=path) for year in years[:-1]]
    return [(level, level) for level in (*levels, goal)]


def _level_to_hold(aim: Aim) -> Decimal:
    """The end of what is acceptable on its worse side."""
    low, high = aim.acceptable.low, aim.acceptable.high
    if low is not None and high is not None:
        undefined(Reason.TARGET_TO_HOLD, _NAME)
    end = high if low is None else low
    assert end is not None, "no bound accepts every level"
    return end


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


def _single(aim: Aim) -> Figure:
    """The one figure of a target: of a range with an open side, its end on the worse side."""
    bound = aim.bound
    if bound.kind is not BoundKind.BETWEEN:
        return bound.figure
    if aim.side is Direction.RANGE or bound.second is None:
        undefined(Reason.TWO_SIDED_TARGET, _NAME)
    return bound.figure if aim.side is Direction.HIGHER else bound.second
