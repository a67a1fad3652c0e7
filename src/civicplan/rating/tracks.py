"""Tracks of indicators: the yearly levels by a day, the level target in force and the direction."""

from __future__ import annotations

from decimal import Decimal

from civicplan.errors import (
    InvalidTypeError,
    InvalidValueError,
    Reason,
    UndefinedMeasureError,
    describe,
    naming_field,
)
from civicplan.evidence import Evidence
from civicplan.methods import Point, Track, TrackTarget
from civicplan.model import Delegated, Direction, Indicator, Measure, Qualitative, Threshold
from civicplan.values import Bound, BoundKind, Figure, FigureLike, Period, PeriodLike, to_period

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
    its own. Levels from before it stay in the series, for methods that look at the last points. Of several level
    targets the one due next counts, and once all are due, the last one.

    Args:
        indicator: The indicator.
        as_of: The day, or a period whose last day it is; later figures do not count.
        period: The plan period, at whose end a target without a period of its own is due.
        limit: The natural limit in the better direction [unit of the indicator].
        every_year: True for a value to be kept each year.

    Raises:
        UndefinedMeasureError: The published figures contradict each other, the direction contradicts the target, the
            declared baseline is a level of something else than one year, an end of the target has more digits than a
            figure, or there are targets but none that is a number on the level.

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
    baseline = next((level for level in levels if level.year == evidence.baseline_year), None)
    is_baseline_last = baseline is not None and baseline == levels[-1]
    threshold = _level_target(indicator, evidence.as_of, plan_period)
    return Track(
        baseline=baseline,
        target=None if threshold is None else target_on(threshold.bound, _due(threshold, plan_period)),
        direction=_direction(indicator, None if threshold is None else threshold.bound),
        limit=limit,
        series=() if is_baseline_last else levels,
        every_year=every_year,
        strict=threshold is not None and threshold.bound.kind in STRICT,
        unit=indicator.unit,
    )


def _period(name: str, period: PeriodLike) -> Period:
    with naming_field(name):
        return to_period(period)


def _level_target(indicator: Indicator, day: Period | None, plan_period: Period | None) -> Threshold | None:
    """Return the level target in force on the day.

    A promise in words still has a direction; any other promise would be lost by rating as if there were no target.
    """
    thresholds = [
        target for target in indicator.targets if isinstance(target, Threshold) and target.measure is Measure.LEVEL
    ]
    if thresholds:
        return min(thresholds, key=lambda threshold: _urgency(_due(threshold, plan_period), day))
    promises = [target for target in indicator.targets if not isinstance(target, Qualitative)]
    if promises:
        is_delegated = isinstance(promises[0], Delegated)
        raise UndefinedMeasureError(Reason.DELEGATED_TARGET if is_delegated else Reason.NO_LEVEL_TARGET, _TRACK)
    return None


def _due(threshold: Threshold, plan_period: Period | None) -> Period | None:
    return threshold.period if plan_period is None else threshold.due(plan_period)


def _urgency(due: Period | None, day: Period | None) -> tuple[int, int]:
    """Order targets: those still due, next first; then those due before, last first; then those without a date."""
    if due is None:
        return 2, 0
    months = due.end_key[0]
    is_still_due = day is None or due.end_key >= day.end_key
    return (0, months) if is_still_due else (1, -months)


def target_on(bound: Bound, due: Period | None) -> TrackTarget:
    """Return the bound as the target of a track, to be reached in the last year of its period.

    Raises:
        UndefinedMeasureError: An end of the bound has more digits than a figure.
    """
    low, high = bound.interval.low, bound.interval.high
    year = None if due is None else due.end.year
    if low is None or high is None:
        return TrackTarget(year, bound.figure, bound.figure)
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


def _direction(indicator: Indicator, bound: Bound | None) -> Direction | None:
    direction = indicator.effective_direction
    contradicts = bound is not None and (
        (direction is Direction.HIGHER and bound.is_upper_bound)
        or (direction is Direction.LOWER and bound.is_lower_bound)
    )
    if contradicts:
        raise UndefinedMeasureError(Reason.DIRECTION_CONTRADICTS_TARGET, _TRACK)
    return direction
