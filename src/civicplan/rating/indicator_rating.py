"""One indicator through one published method: on its yearly levels, or on actual and target alone."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from civicplan.assessment.indicator import IndicatorAssessment
from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.methods import Method, Point, Rating, Track
from civicplan.model import Direction, Threshold
from civicplan.rating.tracks import STRICT, as_figure, target_on, track_on
from civicplan.values import Bound, Figure, NotAssessable, Period
from civicplan.values._decimals import EXACT

#: What a method that looks only at actual and target can do without.
_OF_THE_LEVEL = (Reason.NO_LEVEL_TARGET, Reason.BASELINE_NOT_A_YEAR)
_FINEST = Decimal("1E-30")


def rating_of(
    assessed: IndicatorAssessment, method: Method, plan_period: Period, *, limit: Figure | None, every_year: bool
) -> Rating:
    """Return what the method says of the indicator, or why it says nothing."""
    try:
        return method.rate(track_on(assessed.evidence, plan_period, limit=limit, every_year=every_year))
    except UndefinedMeasureError as undefined:
        reason = undefined.reason
    if reason not in _OF_THE_LEVEL or not method.takes_any_measure:
        return method.without(reason)
    try:
        return method.rate(_track_in_its_measure(assessed, limit))
    except UndefinedMeasureError as undefined:
        return method.without(undefined.reason)


def _track_in_its_measure(assessed: IndicatorAssessment, limit: Figure | None) -> Track:
    """Return the actual and the first target in numbers, for methods that look at nothing else."""
    outcome = next((outcome for outcome in assessed.outcomes if isinstance(outcome.target, Threshold)), None)
    if outcome is None or outcome.bound is None or outcome.due is None:
        raise UndefinedMeasureError(Reason.NO_LEVEL_TARGET)
    actual, bound = outcome.actual, outcome.bound
    if isinstance(actual, NotAssessable):
        raise UndefinedMeasureError(actual.reason)
    return Track(
        current=Point(actual.period.end.year, as_figure(_as_fine_as_a_figure(actual.value))),
        target=target_on(bound, outcome.due),
        direction=_direction_of(bound),
        limit=limit,
        strict=bound.kind in STRICT,
    )


def _direction_of(bound: Bound) -> Direction:
    if bound.is_lower_bound:
        return Direction.HIGHER
    return Direction.LOWER if bound.is_upper_bound else Direction.RANGE


def _as_fine_as_a_figure(value: Decimal) -> Decimal:
    """A derived actual has 28 digits however small it is; a figure has 30 decimal places at most."""
    exponent = value.as_tuple().exponent
    is_finer = isinstance(exponent, int) and exponent < _FINEST.adjusted()
    return value.quantize(_FINEST, ROUND_HALF_EVEN, EXACT) if is_finer else value
