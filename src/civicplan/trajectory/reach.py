"""Reach: the year in which the present pace meets the target, or why it never does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import TypeAlias

from civicplan.errors import Reason
from civicplan.measure.fit import XY
from civicplan.measure.schedule import Path, to_path
from civicplan.model import Indicator, Measure, Threshold
from civicplan.trajectory.projection import level_points
from civicplan.values import Bound, NotAssessable, PeriodLike, to_period
from civicplan.values._decimals import library_context


def year_reached(
    indicator: Indicator, *, as_of: PeriodLike | None = None, path: Path = "linear"
) -> int | NotAssessable:
    """Return the first year whose level meets the level target, if the pace from the first level to the latest goes on.

    Where the latest level meets it already, it is the year since which every level has. Whether that is in time is not
    asked here.

    Args:
        indicator: The indicator; its first target on the level counts, and its levels from the baseline on.
        as_of: The day by which figures are known, or a period whose last day it is; None takes them all.
        path: "linear" (the same step every year) or "geometric" (the same rate every year).

    Returns:
        The year, or the reason why there is none: no level target, fewer than two levels, no movement, movement away, a
        range that is jumped over between two years, and on a geometric path a zero or a change of sign.

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
    points = level_points(indicator, None if as_of is None else to_period(as_of))
    bound = _level_bound(indicator)
    if bound is None:
        return NotAssessable(Reason.NO_LEVEL_TARGET if indicator.targets else Reason.NO_TARGET)
    if not points:
        return NotAssessable(Reason.MISSING_OBSERVATION)
    if points[-1][1] in bound.interval:
        return _met_since(points, bound)
    if len(points) < 2:
        return NotAssessable(Reason.TOO_FEW_POINTS)
    return _ahead(points, bound, shape)


def _level_bound(indicator: Indicator) -> Bound | None:
    for target in indicator.targets:
        if isinstance(target, Threshold) and target.measure is Measure.LEVEL:
            return target.bound
    return None


def _met_since(points: Sequence[XY], bound: Bound) -> int:
    since = points[-1][0]
    for year, value in reversed(points):
        if value not in bound.interval:
            break
        since = year
    return int(since)


def _ahead(points: Sequence[XY], bound: Bound, path: Path) -> int | NotAssessable:
    """The end of the interval that is nearer decides when; whether the level is inside by then, the interval."""
    (_, first), (end, last) = points[0], points[-1]
    interval = bound.interval
    rises = interval.low is not None and last <= interval.low
    goal = interval.low if rises else interval.high
    assert goal is not None, "a level outside an interval lies beyond one of its ends"
    if last == first:
        return NotAssessable(Reason.NO_MOVEMENT)
    if (last > first) != rises:
        return NotAssessable(Reason.MOVING_AWAY)
    if path == "geometric" and (reason := _no_rate(first, last, goal)) is not None:
        return NotAssessable(reason)
    years_to, level_in = _PATHS[path]
    whole = ceil(years_to(points[0], points[-1], goal))
    # An end that does not count as reached is only touched, and passed a year later.
    for years in (whole, whole + 1):
        if level_in(points[0], points[-1], years) in interval:
            return int(end) + years
    return NotAssessable(Reason.PASSES_BY)


def _no_rate(first: Decimal, last: Decimal, goal: Decimal) -> Reason | None:
    if first == 0:
        return Reason.ZERO_BASELINE
    if last == 0:
        return Reason.ZERO_ACTUAL
    if goal == 0:
        return Reason.ZERO_TARGET
    return Reason.SIGN_CHANGE if len({first > 0, last > 0, goal > 0}) > 1 else None


def _linear_years(start: XY, now: XY, goal: Decimal) -> Fraction:
    return (Fraction(goal) - Fraction(now[1])) / _step(start, now)


def _linear_level(start: XY, now: XY, years: int) -> Fraction:
    return Fraction(now[1]) + _step(start, now) * years


def _step(start: XY, now: XY) -> Fraction:
    return (Fraction(now[1]) - Fraction(start[1])) / (int(now[0]) - int(start[0]))


@library_context
def _geometric_years(start: XY, now: XY, goal: Decimal) -> Decimal:
    return (goal / now[1]).ln() * (now[0] - start[0]) / (now[1] / start[1]).ln()


@library_context
def _geometric_level(start: XY, now: XY, years: int) -> Decimal:
    return now[1] * (now[1] / start[1]) ** (years / (now[0] - start[0]))


_Years: TypeAlias = Callable[[XY, XY, Decimal], Fraction | Decimal]
_Level: TypeAlias = Callable[[XY, XY, int], Fraction | Decimal]
_PATHS: dict[Path, tuple[_Years, _Level]] = {
    "linear": (_linear_years, _linear_level),
    "geometric": (_geometric_years, _geometric_level),
}
