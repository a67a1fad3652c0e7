"""What a rating method may know of an indicator: its yearly levels by a day, its level target, its direction."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from civicplan.errors import InvalidValueError, Reason, UndefinedMeasureError
from civicplan.model import Delegated, Direction, Indicator, Measure, Qualitative, Threshold
from civicplan.trajectory._levels import Levels, baseline_year, yearly_levels
from civicplan.values import Bound, BoundKind, Figure, Period, PeriodLike, to_period

TargetParts = tuple[int | None, Figure, Figure]


@frozen
class Reading:
    """The yearly levels, earliest first, and the target as plain parts."""

    levels: Levels
    baseline_year: int | None
    aim: TargetParts | None
    is_strict: bool
    direction: Direction | None


def reading_of(indicator: Indicator, as_of: PeriodLike, period: PeriodLike | None) -> Reading | Reason:
    """The reading of the indicator by a day, or why there is none."""
    day = to_period(as_of)
    levels = yearly_levels(indicator, day)
    if isinstance(levels, Reason):
        return levels
    aim = _aim(indicator, day, None if period is None else to_period(period))
    if isinstance(aim, Reason):
        return aim
    target, bound = aim if aim is not None else (None, None)
    direction = indicator.effective_direction
    if bound is not None and direction is not None and _contradicts(direction, bound):
        return Reason.DIRECTION_CONTRADICTS_TARGET
    is_strict = bound is not None and bound.kind in (BoundKind.ABOVE, BoundKind.BELOW)
    return Reading(levels, baseline_year(indicator), target, is_strict, direction)


def _aim(indicator: Indicator, day: Period, period: Period | None) -> tuple[TargetParts, Bound] | Reason | None:
    on_level = [seen for seen in indicator.targets if isinstance(seen, Threshold) and seen.measure is Measure.LEVEL]
    if not on_level:
        return _without_level_target(indicator)
    end = None if period is None else period.last_unit
    chosen = min(on_level, key=lambda target: _urgency(target.period or end, day))
    return _parts(chosen.bound, chosen.period or end), chosen.bound


def _urgency(due: Period | None, day: Period) -> tuple[int, int]:
    """Orders targets: those still due, next first; then those due before, last first; then those without a date."""
    if due is None:
        return 2, 0
    months = due.end_key[0]
    return (0, months) if not due.ends_by(day) or due.end_key == day.end_key else (1, -months)


def _without_level_target(indicator: Indicator) -> Reason | None:
    """A promise in words still has a direction; any other promise would be lost by rating without a target."""
    kinds = [target for target in indicator.targets if not isinstance(target, Qualitative)]
    if not kinds:
        return None
    return Reason.DELEGATED_TARGET if isinstance(kinds[0], Delegated) else Reason.NO_LEVEL_TARGET


def _parts(bound: Bound, due: Period | None) -> TargetParts:
    interval = bound.interval
    ends = [end for end in (interval.low, interval.high) if end is not None]
    low, high = (bound.figure, bound.figure) if bound.is_one_sided else (as_figure(ends[0]), as_figure(ends[-1]))
    return (None if due is None else due.end.year), low, high


def as_figure(value: Decimal) -> Figure:
    """The figure of an exact value, such as the end of a tolerance, or the reason why there is none."""
    try:
        return Figure(value)
    except InvalidValueError:
        raise UndefinedMeasureError(Reason.TOO_MANY_DIGITS, "the track") from None


def _contradicts(direction: Direction, bound: Bound) -> bool:
    wrong = {Direction.HIGHER: bound.is_upper_bound, Direction.LOWER: bound.is_lower_bound}
    return wrong.get(direction, False)
