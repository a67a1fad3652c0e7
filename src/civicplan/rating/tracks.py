"""Tracks of indicators: the yearly levels by a day, the level target in force and the direction."""

from __future__ import annotations

from decimal import Decimal

from civicplan.assessment.aim import Aim
from civicplan.assessment.shares import promises_rate
from civicplan.errors import (
    InvalidTypeError,
    InvalidValueError,
    Reason,
    UndefinedMeasureError,
    describe,
    naming_field,
)
from civicplan.evidence import Evidence
from civicplan.evidence.in_force import due_of, in_force
from civicplan.methods import Point, Track, TrackTarget
from civicplan.model import Delegated, Direction, Indicator, Measure, Qualitative, Threshold
from civicplan.model._checks import CONTRARY
from civicplan.values import BoundKind, CalendarUnit, Figure, FigureLike, Period, PeriodLike, defined, to_period

_TRACK = "the track"
#: The kinds of bounds whose own value does not count as reached.
STRICT = (BoundKind.ABOVE, BoundKind.BELOW)


def track_of(
    indicator: Indicator,
    *,
    as_of: PeriodLike,
    period: PeriodLike | None = None,
    limit: FigureLike | None = None,
    every_year: bool = False,
) -> Track:
    """Return the yearly levels of an indicator up to a day, with its level target and direction.

    A baseline that the plan declares is used by every method that compares with one; without it each method chooses
    its own. Levels from before it stay in the series, for methods that look at the last points; hedged ones are left
    out. Levels and target of fiscal years stand under the year in which each ends.

    Of several level targets the one in force counts, as in an assessment: the one due last by the day, and before any
    is due the first to come. A declared direction opens the better side of a range and of an "about", and of the
    latter the figure counts: a track has no tolerance. Exactly so much, and a range or an "about" without a declared
    direction, can be missed on both sides.

    Args:
        indicator: The indicator.
        as_of: The day, or a period whose last day it is; later figures do not count.
        period: The plan period, at whose end a target without a period of its own is due.
        limit: The natural limit in the better direction [unit of the indicator].
        every_year: True for a value to be kept each year.

    Raises:
        UndefinedMeasureError: The published figures contradict each other; the declared baseline is hedged, or a level
            of something else than one year; the target contradicts the direction, is due in another month than that
            with which the years of the levels end, has an end of more digits than a figure, or is an "about" without a
            tolerance that can be missed on both sides; or there are targets but none that is a number on the level.

    >>> from civicplan.model import Observation
    >>> coal = Indicator(
    ...     id="coal", name="coal", baseline=Observation(period="2015", figure="64"),
    ...     targets=(Threshold(bound="≤60"),), observations=(Observation(period="2018", figure="62"),))
    >>> str(track_of(coal, as_of="2018", period="2016/2020").target)
    '60 by 2020'
    """
    if not isinstance(indicator, Indicator):
        raise InvalidTypeError("indicator", "an Indicator", describe(indicator))
    day, plan_period = _period("as_of", as_of), None if period is None else _period("period", period)
    return track_on(Evidence(indicator, day), plan_period, limit=limit, every_year=every_year)


def track_on(
    evidence: Evidence, plan_period: Period | None, *, limit: FigureLike | None = None, every_year: bool = False
) -> Track:
    """Return the track of the indicator that the evidence is about, as `track_of` does."""
    indicator = evidence.indicator
    levels = tuple(Point(year, figure) for year, figure in evidence.yearly_levels())
    baseline = _baseline(evidence, levels)
    is_baseline_last = baseline is not None and baseline == levels[-1]
    threshold = _level_target(indicator, evidence.as_of, plan_period)
    aim = None if threshold is None else aim_of(indicator, threshold)
    due = None if threshold is None else due_of(threshold, plan_period)
    if levels and due is not None:
        _check_calendar(due, evidence)
    return Track(
        baseline=baseline,
        target=None if aim is None else target_on(aim, due),
        direction=indicator.effective_direction if aim is None else aim.side,
        limit=limit,
        series=() if is_baseline_last else levels,
        every_year=every_year,
        strict=aim is not None and aim.bound.kind in STRICT,
        unit=indicator.unit,
        path="geometric" if promises_rate(indicator) else None,
    )


def _period(name: str, period: PeriodLike) -> Period:
    with naming_field(name):
        return to_period(period)


def _baseline(evidence: Evidence, levels: tuple[Point, ...]) -> Point | None:
    """Return the declared baseline; no other level stands in for one that is declared and hedged."""
    year = evidence.baseline_year
    if year is None:
        return None
    if defined(evidence.baseline).is_hedged:
        raise UndefinedMeasureError(Reason.HEDGED, _TRACK)
    return next(level for level in levels if level.year == year)


def _check_calendar(due: Period, evidence: Evidence) -> None:
    """Refuse a target that is due in another month than that with which the years of the levels end."""
    months, days = due.end_key
    if days or months % CalendarUnit.YEAR != evidence.last_month:
        raise UndefinedMeasureError(Reason.NOT_COMPARABLE, _TRACK)


def _level_target(indicator: Indicator, day: Period | None, plan_period: Period | None) -> Threshold | None:
    """Return the level target in force on the day.

    A promise in words still has a direction; any other promise would be lost by rating as if there were no target.
    """
    targets = in_force(indicator.targets, plan_period, day)
    for target in targets:
        if isinstance(target, Threshold) and target.measure is Measure.LEVEL:
            return target
    promises = [target for target in targets if not isinstance(target, Qualitative)]
    if promises:
        is_delegated = isinstance(promises[0], Delegated)
        raise UndefinedMeasureError(Reason.DELEGATED_TARGET if is_delegated else Reason.NO_LEVEL_TARGET, _TRACK)
    return None


def aim_of(indicator: Indicator, threshold: Threshold) -> Aim:
    """Return what a target aims at in the declared direction.

    Raises:
        UndefinedMeasureError: The declared direction contradicts it.
    """
    bound, declared = threshold.bound, indicator.declared_direction(threshold.measure)
    if bound.kind in CONTRARY.get(declared, ()):
        raise UndefinedMeasureError(Reason.DIRECTION_CONTRADICTS_TARGET, _TRACK)
    return Aim(bound, declared)


def target_on(aim: Aim, due: Period | None) -> TrackTarget:
    """Return what is aimed at as the target of a track, to be reached in the last year of its period.

    Raises:
        UndefinedMeasureError: An end of the bound has more digits than a figure, or it is an "about" without a
            tolerance that can be missed on both sides.
    """
    bound, year = aim.bound, None if due is None else due.end.year
    is_about_with_open_side = bound.kind is BoundKind.ABOUT and aim.side is not Direction.RANGE
    low, high = bound.interval.low, bound.interval.high
    if low is None or high is None or is_about_with_open_side:
        return TrackTarget(year, bound.figure, bound.figure)
    if bound.is_of_unknown_width:
        raise UndefinedMeasureError(Reason.TOLERANCE_UNKNOWN, _TRACK)
    return TrackTarget(year, as_figure(low), as_figure(high))


def as_figure(value: Decimal) -> Figure:
    """Return the figure of an exact value, such as the end of a tolerance.

    Raises:
        UndefinedMeasureError: The value has more digits than a figure.
    """
    try:
        return Figure(value)
    except InvalidValueError:
        raise UndefinedMeasureError(Reason.TOO_MANY_DIGITS, _TRACK) from None
