"""Standing: how a target that is not due yet is doing, given the share of its period that has elapsed."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, assert_never

from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.evidence import Actual
from civicplan.measure import progress, reduction_progress
from civicplan.model import Measure, Observation
from civicplan.values import Bound, Interval, NotAssessable, defined
from civicplan.values._decimals import EXACT


class Standing(StrEnum):
    """The four words of Chinese mid-term reviews, and reversal."""

    ACHIEVED_EARLY = "achieved_early"
    AHEAD = "ahead"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    REVERSING = "reversing"


_SHARE = "the share done"
_NO_BASELINE = NotAssessable(Reason.MISSING_BASELINE)
_FINEST_LEAD = Decimal("1e-20")
_COMPARED_DIRECTLY = (Reason.NO_SHARE, Reason.BASELINE_AT_BOUND)
_EVERYTHING = Decimal(100)


class Share(NamedTuple):
    """A share done, and every share that the printed digits behind it allow [both shares]."""

    value: Decimal
    interval: Interval


def share_done(actual: Actual, bound: Bound, baseline: Observation | NotAssessable = _NO_BASELINE) -> Share:
    """Return the share of a target that is done, each measure in its own way.

    A level counts from the baseline, a total from nothing, a reduction in logarithms; a rate has no share.

    Raises:
        UndefinedMeasureError: There is no such share.
    """
    match actual.measure:
        case Measure.LEVEL:
            return _level_share(actual, bound, defined(baseline))
        case Measure.TOTAL:
            return _total_share(actual, bound)
        case Measure.REDUCTION:
            return _reduction_share(actual, bound)
        case Measure.GROWTH | Measure.CHANGE:
            raise UndefinedMeasureError(Reason.NO_SHARE, _SHARE)
        case other:
            assert_never(other)


def _level_share(actual: Actual, bound: Bound, baseline: Observation) -> Share:
    start = baseline.number.value
    if start in bound.interval:
        raise UndefinedMeasureError(Reason.TARGET_TO_HOLD, _SHARE)
    if not baseline.period.is_as_long_as(actual.period):
        raise UndefinedMeasureError(Reason.OTHER_LENGTH, _SHARE)
    if actual.period.ends_by(baseline.period):
        raise UndefinedMeasureError(Reason.NO_TIME, _SHARE)
    goal = bound.target_value(start)
    if goal == start:
        raise UndefinedMeasureError(Reason.BASELINE_AT_BOUND, _SHARE)
    still_to_go = (goal - actual.interval) / (goal - baseline.number.interval)
    return Share(progress(baseline=start, actual=actual.value, target=goal), 1 - still_to_go)


def _total_share(actual: Actual, bound: Bound) -> Share:
    goal = bound.target_value(Decimal(0))
    if goal <= 0:
        raise UndefinedMeasureError(Reason.NEGATIVE_VALUE if goal else Reason.ZERO_TARGET, _SHARE)
    return Share(progress(baseline=0, actual=actual.value, target=goal), actual.interval / goal)


def _reduction_share(actual: Actual, bound: Bound) -> Share:
    goal = bound.target_value(Decimal(0))

    def share_at(end: Decimal | None) -> Decimal | None:
        if end is None or end >= _EVERYTHING:  # what is taken away entirely is beyond every share
            return None
        return reduction_progress(reductions=[end], target=goal)

    value = reduction_progress(reductions=[actual.value], target=goal)
    return Share(value, Interval(low=share_at(actual.interval.low), high=share_at(actual.interval.high)))


def standing_of_share(share: Interval, scheduled: Decimal, tolerance: Decimal) -> Standing:
    """Return AHEAD or BEHIND where the whole interval lies off the schedule by more than the tolerance [all shares].

    ON_TRACK means that the printed digits allow what the schedule asks for, REVERSING that they allow only less than
    nothing.

    >>> from decimal import Decimal
    >>> from civicplan.values import Figure
    >>> by_the_end_of_july = Figure("0.583").interval
    >>> str(standing_of_share(by_the_end_of_july, scheduled=Decimal(7) / 12, tolerance=Decimal(0)))
    'on_track'
    """
    if share.high is not None and share.high < 0:
        return Standing.REVERSING
    return _standing_of_lead(share - scheduled, tolerance)


def standing_of_target(
    actual: Actual, bound: Bound, share: Share | NotAssessable, elapsed: Decimal, tolerance: Decimal
) -> Standing:
    """Return the standing of a target before it is due; a level to hold is on track while it is held.

    Raises:
        UndefinedMeasureError: There is no share, and the measure is not compared directly.
    """
    meets = actual.value in bound.interval
    if share == NotAssessable(Reason.TARGET_TO_HOLD):
        return Standing.ON_TRACK if meets else Standing.BEHIND
    if actual.measure is Measure.TOTAL and bound.figure < 0:
        # A sum that is to fall below nothing may still rise again, and one above it still fall.
        raise UndefinedMeasureError(Reason.NEGATIVE_VALUE, "the standing")
    if actual.measure in (Measure.TOTAL, Measure.REDUCTION) and not bound.is_lower_bound:
        return _standing_under_a_cap(actual, bound, share, elapsed, tolerance)
    if meets:
        return Standing.ACHIEVED_EARLY
    if isinstance(share, NotAssessable) and share.reason in _COMPARED_DIRECTLY:
        return Standing.REVERSING if _runs_the_wrong_way(actual, bound) else Standing.BEHIND
    done = defined(share)
    overshoots = done.value > 1 and not bound.is_one_sided
    return Standing.BEHIND if overshoots else standing_of_share(done.interval, elapsed, tolerance)


def _standing_under_a_cap(
    actual: Actual, bound: Bound, share: Share | NotAssessable, elapsed: Decimal, tolerance: Decimal
) -> Standing:
    """What accumulates may still exceed a cap, so meeting it is never final; having exceeded it is."""
    highest = bound.interval.high
    if highest is not None and actual.value > highest:
        return Standing.BEHIND
    done = defined(share).interval
    if bound.is_upper_bound:
        return _standing_of_lead(elapsed - done, tolerance)
    return Standing.ON_TRACK if actual.value in bound.interval else standing_of_share(done, elapsed, tolerance)


def _standing_of_lead(lead: Interval, tolerance: Decimal) -> Standing:
    if lead.low is not None and _without_rounding(lead.low) > tolerance:
        return Standing.AHEAD
    is_behind = lead.high is not None and _without_rounding(lead.high) < tolerance.copy_negate()
    return Standing.BEHIND if is_behind else Standing.ON_TRACK


def _without_rounding(lead: Decimal) -> Decimal:
    """Return the lead without its last digits: shares carry 28, and what the last of them say is rounding."""
    return lead.quantize(_FINEST_LEAD, context=EXACT)


def _runs_the_wrong_way(actual: Actual, bound: Bound) -> bool:
    """True when a floor asks for a rise and it falls, or a cap asks for a fall and it rises."""
    value, wanted = actual.value, bound.figure.value
    if actual.measure is Measure.LEVEL:  # its baseline stands at the bound
        return value < wanted if bound.is_lower_bound else value > wanted
    return (bound.is_lower_bound and wanted > 0 > value) or (bound.is_upper_bound and wanted < 0 < value)
