"""Reach: the year in which the present pace meets the target, or why it never does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import TypeAlias

from civicplan.errors import Reason, naming_field
from civicplan.evidence.in_force import in_force
from civicplan.measure._numbers import undefined
from civicplan.measure.fit import XY
from civicplan.measure.schedule import Path, to_path
from civicplan.model import Indicator, Measure, Threshold
from civicplan.model._fields import period_or_none
from civicplan.trajectory.projection import level_points
from civicplan.values import Interval, NotAssessable, Period, PeriodLike, value_or_reason
from civicplan.values._decimals import library_context, ln

_YEAR = "the year in which the target is reached"


def year_reached(
    indicator: Indicator,
    *,
    as_of: PeriodLike | None = None,
    period: PeriodLike | None = None,
    path: Path = "linear",
) -> int | NotAssessable:
    """Return the first year whose level meets the level target, if the pace from the first level to the latest goes on.

    Where the latest level meets it already, it is the year since which every level has. Whether that is in time is not
    asked here. Fiscal years are named by the year in which they end.

    Args:
        indicator: The indicator; its level target in force counts, and its levels from the baseline on. That is the
            target due last by the day, and before any is due the first to come.
        as_of: The day by which figures are known, or a period whose last day it is; None takes them all, and the target
            due last of all.
        period: The plan period, at whose end a target without a period of its own is due; None leaves it without a
            date, and so due last.
        path: "linear" (the same step every year) or "geometric" (the same rate every year).

    Returns:
        The year, or the reason why there is none: no level target, fewer than two levels, no movement, movement away, a
        range that is jumped over between two years, an "about" without a tolerance that can be missed on both sides,
        and on a geometric path a zero or a change of sign.

    Raises:
        UndefinedMeasureError: Two published levels of a year contradict each other, or the baseline is a level of
            something else than one year.

    >>> from civicplan.model import Observation
    >>> forest = Indicator(
    ...     id="forest", name="forest cover", targets=(Threshold(bound="≥65"),),
    ...     baseline=Observation(period="2015", figure="60"), observations=(Observation(period="2018", figure="62.1"),))
    >>> year_reached(forest)
    2023
    """
    shape = to_path(path)
    points = level_points(indicator, as_of)
    day = period_or_none(as_of)
    with naming_field("period"):
        plan_period = period_or_none(period)
    acceptable = value_or_reason(_acceptable_levels, indicator, day, plan_period)
    if isinstance(acceptable, NotAssessable):
        return acceptable
    return value_or_reason(_first_year, points, acceptable, shape)


def _acceptable_levels(indicator: Indicator, day: Period | None, plan_period: Period | None) -> Interval:
    """The levels that meet the level target in force."""
    declared = indicator.declared_direction(Measure.LEVEL)
    for target in in_force(indicator.targets, plan_period, day):
        if isinstance(target, Threshold) and target.measure is Measure.LEVEL:
            acceptable = target.bound.acceptable(declared)
            if target.bound.is_of_unknown_width and acceptable.width == 0:
                undefined(Reason.TOLERANCE_UNKNOWN, _YEAR)
            return acceptable
    return undefined(Reason.NO_LEVEL_TARGET if indicator.targets else Reason.NO_TARGET, _YEAR)


def _first_year(points: Sequence[XY], acceptable: Interval, path: Path) -> int:
    if not points:
        undefined(Reason.MISSING_OBSERVATION, _YEAR)
    if points[-1][1] in acceptable:
        return _met_since(points, acceptable)
    if len(points) < 2:
        undefined(Reason.TOO_FEW_POINTS, _YEAR)
    return _met_ahead(points[0], points[-1], acceptable, path)


def _met_since(points: Sequence[XY], acceptable: Interval) -> int:
    since = points[-1][0]
    for year, value in reversed(points):
        if value not in acceptable:
            break
        since = year
    return int(since)


def _met_ahead(start: XY, now: XY, interval: Interval, path: Path) -> int:
    """Return the first year inside the interval: when its nearer end is reached, or the year after."""
    goal = _goal_ahead(start[1], now[1], interval)
    if path == "geometric":
        _check_rates(start[1], now[1], goal)
    years_to, level_in = _PATHS[path]
    whole_years = ceil(years_to(start, now, goal))
    # An end that does not count as reached is only touched, and passed a year later.
    for years in (whole_years, whole_years + 1):
        if level_in(start, now, years) in interval:
            return int(now[0]) + years
    return undefined(Reason.PASSES_BY, _YEAR)


def _goal_ahead(first: Decimal, last: Decimal, interval: Interval) -> Decimal:
    """Return the end of the interval to which the level moves."""
    is_below = interval.low is not None and last <= interval.low
    goal = interval.low if is_below else interval.high
    assert goal is not None, "a level outside an interval lies beyond one of its ends"
    if last == first:
        undefined(Reason.NO_MOVEMENT, _YEAR)
    if (last > first) != is_below:
        undefined(Reason.MOVING_AWAY, _YEAR)
    return goal


def _check_rates(first: Decimal, last: Decimal, goal: Decimal) -> None:
    for value, reason in (
        (first, Reason.ZERO_BASELINE),
        (last, Reason.ZERO_ACTUAL),
        (goal, Reason.ZERO_TARGET),
    ):
        if value == 0:
            undefined(reason, _YEAR)
    if len({first > 0, last > 0, goal > 0}) > 1:
        undefined(Reason.SIGN_CHANGE, _YEAR)


def _linear_years(start: XY, now: XY, goal: Decimal) -> Fraction:
    return (Fraction(goal) - Fraction(now[1])) / _step(start, now)


def _linear_level(start: XY, now: XY, years: int) -> Fraction:
    return Fraction(now[1]) + _step(start, now) * years


def _step(start: XY, now: XY) -> Fraction:
    return (Fraction(now[1]) - Fraction(start[1])) / (int(now[0]) - int(start[0]))


@library_context
def _geometric_years(start: XY, now: XY, goal: Decimal) -> Decimal:
    return ln(goal / now[1]) * (now[0] - start[0]) / ln(now[1] / start[1])


@library_context
def _geometric_level(start: XY, now: XY, years: int) -> Decimal:
    return now[1] * (now[1] / start[1]) ** (years / (now[0] - start[0]))


_Years: TypeAlias = Callable[[XY, XY, Decimal], Fraction | Decimal]
_Level: TypeAlias = Callable[[XY, XY, int], Fraction | Decimal]
_PATHS: dict[Path, tuple[_Years, _Level]] = {
    "linear": (_linear_years, _linear_level),
    "geometric": (_geometric_years, _geometric_level),
}
