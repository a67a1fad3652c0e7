"""Reach: the year in which the present pace meets the target, or why it never does."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

from civicplan.errors import InvalidValueError, Reason, quoted
from civicplan.model import Indicator, Measure, Threshold
from civicplan.trajectory.fit import XY
from civicplan.trajectory.projection import level_points
from civicplan.values import Bound, NotAssessable, PeriodLike, to_period
from civicplan.values._decimals import library_context


def reached_in(indicator: Indicator, *, as_of: PeriodLike | None = None, path: str = "linear") -> int | NotAssessable:
    """The first year whose level meets the level target, if the pace from the first level to the latest goes on.

    Where the latest level meets it already, it is the year since which every level has. Whether that is in time is not
    asked here.

    Args:
        indicator: The indicator; its first target on the level counts, and its levels from the baseline on.
        as_of: The day by which figures are known, or a period whose last day it is; None takes them all.
        path: "linear" (the same step every year) or "geometric" (the same rate every year).

    Returns:
        The year, or the reason why there is none: no level target, fewer than two levels, no movement, movement away,
        and on a geometric path a zero or a change of sign.

    Raises:
        UndefinedMeasureError: Two published levels of a year contradict each other, or the baseline is a level of
            something else than one year.

    >>> from civicplan.model import Observation
    >>> forest = Indicator(
    ...     id="forest", name="forest cover", targets=(Threshold(bound="≥65"),),
    ...     baseline=Observation(period="2015", figure="60"), observations=(Observation(period="2018", figure="62.1"),))
    >>> reached_in(forest)
    2023
    """
    if path not in _PATHS:
        raise InvalidValueError("path", " or ".join(_PATHS), quoted(path))
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
    return _ahead(points, bound, path)


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


def _ahead(points: Sequence[XY], bound: Bound, path: str) -> int | NotAssessable:
    (_, first), (end, last) = points[0], points[-1]
    goal = bound.figure.value if bound.is_floor or bound.is_cap else bound.nearest_to(last)
    if last == first:
        return NotAssessable(Reason.NO_MOVEMENT)
    if goal != last and (goal > last) != (last > first):
        return NotAssessable(Reason.MOVING_AWAY)
    if path == "geometric" and (reason := _no_rate(first, last, goal)) is not None:
        return NotAssessable(reason)
    years = _PATHS[path](points[0], points[-1], goal)
    whole = int(years.to_integral_value(ROUND_CEILING))
    only_touches = years == whole and goal not in bound.interval
    return int(end) + whole + only_touches


def _no_rate(first: Decimal, last: Decimal, goal: Decimal) -> Reason | None:
    if first == 0:
        return Reason.ZERO_BASELINE
    if last == 0:
        return Reason.ZERO_ACTUAL
    if goal == 0:
        return Reason.ZERO_TARGET
    return Reason.SIGN_CHANGE if first * last < 0 or last * goal < 0 else None


@library_context
def _linear(start: XY, now: XY, goal: Decimal) -> Decimal:
    return (goal - now[1]) * (now[0] - start[0]) / (now[1] - start[1])


@library_context
def _geometric(start: XY, now: XY, goal: Decimal) -> Decimal:
    return (goal / now[1]).ln() * (now[0] - start[0]) / (now[1] / start[1]).ln()


_PATHS = {"linear": _linear, "geometric": _geometric}
