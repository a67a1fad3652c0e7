"""One indicator through one published method: on its yearly levels, or on actual and target alone."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from civicplan.assessment.indicator import IndicatorAssessment
from civicplan.assessment.plan import PlanAssessment
from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.methods import Method, Point, Rating, Track, TrackTarget
from civicplan.methods._reading import as_figure
from civicplan.model import Direction, Threshold
from civicplan.values import BoundKind, Figure, NotAssessable
from civicplan.values._decimals import EXACT

#: What a method that looks only at actual and target can do without.
_OF_THE_LEVEL = (Reason.NO_LEVEL_TARGET, Reason.BASELINE_NOT_A_YEAR)
_DIRECTIONS = {(True, False): Direction.HIGHER, (False, True): Direction.LOWER}
_FINEST = Decimal("1E-30")


def rating_of(
    one: IndicatorAssessment, method: Method, whole: PlanAssessment, *, limit: Figure | None, every_year: bool
) -> Rating:
    """What the method says of the indicator, or why it says nothing."""
    try:
        track = Track.of(one.indicator, as_of=whole.as_of, period=whole.plan.period, limit=limit, every_year=every_year)
    except UndefinedMeasureError as undefined:
        if undefined.reason in _OF_THE_LEVEL and method.takes_any_measure:
            return _in_its_measure(one, method, limit)
        return method.without(undefined.reason)
    return method.rate(track)


def _in_its_measure(one: IndicatorAssessment, method: Method, limit: Figure | None) -> Rating:
    """The actual against the first target in numbers, for methods that look at nothing else."""
    outcome = next((seen for seen in one.outcomes if isinstance(seen.target, Threshold)), None)
    if outcome is None or outcome.bound is None or outcome.due is None:
        return method.without(Reason.NO_LEVEL_TARGET)
    if isinstance(outcome.actual, NotAssessable):
        return method.without(outcome.actual.reason)
    bound, interval = outcome.bound, outcome.bound.interval
    low, high = (end if end is not None else bound.figure.value for end in (interval.low, interval.high))
    try:
        current = Point(outcome.actual.period.end.year, as_figure(_fitting(outcome.actual.value)))
        aim = TrackTarget(outcome.due.end.year, as_figure(low), as_figure(high))
    except UndefinedMeasureError as undefined:
        return method.without(undefined.reason)
    track = Track(
        current=current,
        target=aim,
        direction=_DIRECTIONS.get((bound.is_lower_bound, bound.is_upper_bound), Direction.RANGE),
        limit=limit,
        strict=bound.kind in (BoundKind.ABOVE, BoundKind.BELOW),
    )
    return method.rate(track)


def _fitting(value: Decimal) -> Decimal:
    """A derived actual has 28 digits however small it is; a figure has 30 decimal places at most."""
    exponent = value.as_tuple().exponent
    is_finer = isinstance(exponent, int) and exponent < _FINEST.adjusted()
    return value.quantize(_FINEST, ROUND_HALF_EVEN, EXACT) if is_finer else value
