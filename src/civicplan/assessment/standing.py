"""Standing: how a target that is not due yet is doing, given the share of its period that has elapsed."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never

from civicplan.assessment.aim import Aim
from civicplan.assessment.shares import Share
from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.evidence import Actual
from civicplan.model import Measure, Standing
from civicplan.values import BoundKind, Interval, NotAssessable, defined
from civicplan.values._decimals import EXACT

_STANDING = "the standing"
_FINEST_LEAD = Decimal("1e-20")


def standing_of_share(share: Interval, scheduled: Interval | Decimal, tolerance: Decimal) -> Standing:
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


def standing_of_what_is_held(actual: Actual, aim: Aim) -> Standing:
    """Return ON_TRACK while a bound is met, else BEHIND.

    Raises:
        UndefinedMeasureError: Nothing says how close to an "about" is close enough.
    """
    if aim.is_met_by(actual):
        return Standing.ON_TRACK
    if aim.bound.is_of_unknown_width:
        raise UndefinedMeasureError(Reason.TOLERANCE_UNKNOWN, _STANDING)
    return Standing.BEHIND


def standing_of_target(
    actual: Actual, aim: Aim, share: Share | NotAssessable, scheduled: Share | NotAssessable, tolerance: Decimal
) -> Standing:
    """Return the standing of a target before it is due.

    Args:
        actual: What was reached so far.
        aim: What the target aims at.
        share: The share of it that is done.
        scheduled: The share of it that should be done by now.
        tolerance: How far off the schedule is still on track [share].

    Raises:
        UndefinedMeasureError: There is no share or no schedule, and the standing needs one.
    """
    match actual.measure:
        case Measure.GROWTH:
            return _standing_of_average(actual, aim)
        case Measure.TOTAL | Measure.REDUCTION:
            return _standing_of_sum(actual, aim, share, scheduled, tolerance)
        case Measure.LEVEL | Measure.CHANGE:
            return _standing_of_level(actual, aim, share, scheduled, tolerance)
        case other:
            assert_never(other)


def _standing_of_average(actual: Actual, aim: Aim) -> Standing:
    """An average is compared with the target rate; it may still fall, so that it is never achieved early.

    A cap and a range are held or not.
    """
    lowest, highest = actual.interval.low, actual.interval.high
    if aim.is_floor:
        best = aim.bound.second if aim.bound.kind is BoundKind.BETWEEN else aim.bound.figure
        if lowest is not None and best is not None and lowest > best.value:
            return Standing.AHEAD
    may_reach_the_rate = aim.is_floor and (highest is None or highest >= aim.bound.figure.value)
    return Standing.ON_TRACK if may_reach_the_rate else standing_of_what_is_held(actual, aim)


def _standing_of_level(
    actual: Actual, aim: Aim, share: Share | NotAssessable, scheduled: Share | NotAssessable, tolerance: Decimal
) -> Standing:
    """A level that the baseline met already is to be held; one that has met it since is achieved early.

    Without a baseline nobody knows which of the two it is, so that a level that meets its target is on track.
    """
    if share == NotAssessable(Reason.TARGET_TO_HOLD):
        return standing_of_what_is_held(actual, aim)
    if aim.is_met_by(actual):
        return Standing.ON_TRACK if share == NotAssessable(Reason.MISSING_BASELINE) else Standing.ACHIEVED_EARLY
    if share == NotAssessable(Reason.BASELINE_AT_BOUND):
        return Standing.REVERSING if _runs_the_wrong_way(actual.value, aim) else Standing.BEHIND
    done = defined(share)
    overshoots = done.value > 1 and not aim.is_floor and not aim.is_cap
    if overshoots:
        return standing_of_what_is_held(actual, aim)
    return standing_of_share(done.interval, defined(scheduled).interval, tolerance)


def _standing_of_sum(
    actual: Actual, aim: Aim, share: Share | NotAssessable, scheduled: Share | NotAssessable, tolerance: Decimal
) -> Standing:
    """What accumulates may still exceed a cap, so that meeting it is never final; having exceeded it is."""
    if actual.measure is Measure.TOTAL and aim.bound.figure < 0:
        # A sum that is to fall below nothing may still rise again, and one above it still fall.
        raise UndefinedMeasureError(Reason.NEGATIVE_VALUE, _STANDING)
    if share == NotAssessable(Reason.TARGET_TO_HOLD):
        return standing_of_what_is_held(actual, aim)
    is_met, highest = aim.is_met_by(actual), aim.acceptable.high
    if highest is None and is_met:
        return Standing.ACHIEVED_EARLY
    if highest is not None and actual.value >= highest and not is_met:
        return standing_of_what_is_held(actual, aim)
    done, due = defined(share).interval, defined(scheduled).interval
    if aim.is_cap:
        return _standing_of_lead(due - done, tolerance)
    return Standing.ON_TRACK if is_met else standing_of_share(done, due, tolerance)


def _standing_of_lead(lead: Interval, tolerance: Decimal) -> Standing:
    if lead.low is not None and _without_rounding(lead.low) > tolerance:
        return Standing.AHEAD
    is_behind = lead.high is not None and _without_rounding(lead.high) < tolerance.copy_negate()
    return Standing.BEHIND if is_behind else Standing.ON_TRACK


def _without_rounding(lead: Decimal) -> Decimal:
    """Return the lead without its last digits: shares carry 28, and what the last of them say is rounding."""
    return lead.quantize(_FINEST_LEAD, context=EXACT)


def _runs_the_wrong_way(value: Decimal, aim: Aim) -> bool:
    """True when a level that started at the bound fell below a floor or rose above a cap."""
    wanted = aim.bound.figure.value
    return value < wanted if aim.is_floor else value > wanted
