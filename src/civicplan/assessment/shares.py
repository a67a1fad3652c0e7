"""Shares: how much of a target is done, and how much of it should be done by now."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple, assert_never

from civicplan.assessment.aim import Aim
from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.evidence import Actual
from civicplan.measure import _formulas, progress, reduction_progress
from civicplan.model import Indicator, Measure, Threshold
from civicplan.values import Bound, Interval, NotAssessable, defined
from civicplan.values._decimals import library_context

_SHARE = "the share done"
_SCHEDULED = "the scheduled share"
_NO_BASELINE = NotAssessable(Reason.MISSING_BASELINE)
_NOTHING = Decimal(0)
_RATES = (Measure.GROWTH, Measure.REDUCTION)
_COUNTED_FROM_NOTHING = (Measure.CHANGE, Measure.TOTAL, Measure.REDUCTION)


class Share(NamedTuple):
    """A share done, and every share that the printed digits behind it allow [both shares]."""

    value: Decimal
    interval: Interval

    @classmethod
    def exactly(cls, value: Decimal) -> Share:
        """Return a share that does not depend on printed digits."""
        return cls(value, Interval.exactly(value))


def share_done(
    actual: Actual, aim: Aim, baseline: Actual | NotAssessable = _NO_BASELINE, *, is_stock: bool = False
) -> Share:
    """Return the share of a target that is done, each measure in its own way.

    A level counts from the baseline, a change and a total from nothing, a reduction in logarithms; a rate has no share.

    Args:
        actual: What was reached so far.
        aim: What the target aims at.
        baseline: The level that the plan starts from.
        is_stock: Whether a level may be compared with one at the end of a period of another length.

    Raises:
        UndefinedMeasureError: There is no such share.
    """
    value = actual.plain_value
    if actual.measure in _COUNTED_FROM_NOTHING and _is_met_by_nothing(aim, actual.measure):
        raise UndefinedMeasureError(Reason.TARGET_TO_HOLD, _SHARE)
    match actual.measure:
        case Measure.LEVEL:
            return _level_share(actual, aim, defined(baseline), is_stock=is_stock)
        case Measure.CHANGE:
            return _change_share(actual, aim)
        case Measure.TOTAL:
            return _total_share(actual, aim.bound)
        case Measure.REDUCTION:
            return _reduction_share(value, actual.interval, aim.bound)
        case Measure.GROWTH:
            raise UndefinedMeasureError(Reason.NO_SHARE, _SHARE)
        case other:
            assert_never(other)


def _level_share(actual: Actual, aim: Aim, baseline: Actual, *, is_stock: bool) -> Share:
    start = baseline.plain_value
    if start in aim.acceptable:
        raise UndefinedMeasureError(Reason.TARGET_TO_HOLD, _SHARE)
    if not is_stock and not baseline.period.is_as_long_as(actual.period):
        raise UndefinedMeasureError(Reason.OTHER_LENGTH, _SHARE)
    if actual.period.ends_by(baseline.period):
        raise UndefinedMeasureError(Reason.NO_TIME, _SHARE)
    goal = aim.bound.target_value(start)
    if goal == start:
        raise UndefinedMeasureError(Reason.BASELINE_AT_BOUND, _SHARE)
    still_to_go = (goal - actual.interval) / (goal - baseline.interval)
    return Share(progress(baseline=start, actual=actual.value, target=goal), 1 - still_to_go)


def _is_met_by_nothing(aim: Aim, measure: Measure) -> bool:
    """True where the target was met before anything was done; a cap above zero on what accumulates is filled up."""
    is_filled_up = measure is not Measure.CHANGE and aim.is_cap and aim.bound.figure > 0
    return _NOTHING in aim.acceptable and not is_filled_up


def _change_share(actual: Actual, aim: Aim) -> Share:
    goal = aim.bound.target_value(_NOTHING)
    if goal == 0:
        raise UndefinedMeasureError(Reason.BASELINE_AT_BOUND, _SHARE)
    return Share(progress(baseline=0, actual=actual.value, target=goal), actual.interval / goal)


def _total_share(actual: Actual, bound: Bound) -> Share:
    goal = bound.target_value(_NOTHING)
    if goal <= 0:
        raise UndefinedMeasureError(Reason.NEGATIVE_VALUE if goal else Reason.ZERO_TARGET, _SHARE)
    return Share(progress(baseline=0, actual=actual.value, target=goal), actual.interval / goal)


def _reduction_share(value: Decimal, interval: Interval, bound: Bound) -> Share:
    goal = bound.target_value(_NOTHING)
    share = reduction_progress(reductions=[value], target=goal)
    ends = [end for end in (interval.low, interval.high) if end is not None]
    of_ends = [reduction_progress(reductions=[end], target=goal) for end in ends]
    return Share(share, Interval(low=min(of_ends), high=max(of_ends)))


def promises_rate(indicator: Indicator) -> bool:
    """Return True where the plan promises growth or a reduction, so that the level is to move by equal rates.

    >>> promises_rate(Indicator(id="gdp", name="GDP", targets=(Threshold(bound="≥9", measure="growth"), "≥3800")))
    True
    """
    return any(isinstance(target, Threshold) and target.measure in _RATES for target in indicator.targets)


def geometric_share(aim: Aim, baseline: Actual, elapsed: Decimal) -> Share:
    """Return the share of the way to a level that equal yearly rates have covered by now: ((T/y0)^s - 1)/(T/y0 - 1).

    Args:
        aim: The level aimed at.
        baseline: The level at the start.
        elapsed: The share of the time gone [share].

    Raises:
        UndefinedMeasureError: A path from or to zero, or between opposite signs, or a baseline that leaves no way.
    """
    start = baseline.plain_value
    if start in aim.acceptable:
        raise UndefinedMeasureError(Reason.TARGET_TO_HOLD, _SCHEDULED)
    goal = aim.bound.target_value(start)
    if goal == start:
        raise UndefinedMeasureError(Reason.BASELINE_AT_BOUND, _SCHEDULED)
    value = _share_of_path(start, goal, elapsed)
    ends = [end for end in (baseline.interval.low, baseline.interval.high) if end is not None]
    of_ends = [_share_of_path(end, goal, elapsed) for end in ends if end != goal and (end > 0) is (goal > 0)]
    return Share(value, Interval(low=min(value, *of_ends), high=max(value, *of_ends)))


@library_context
def _share_of_path(start: Decimal, goal: Decimal, elapsed: Decimal) -> Decimal:
    if start == 0 or goal == 0:
        raise UndefinedMeasureError(Reason.ZERO_BASELINE if start == 0 else Reason.ZERO_TARGET, _SCHEDULED)
    if start * goal < 0:
        raise UndefinedMeasureError(Reason.SIGN_CHANGE, _SCHEDULED)
    level = _formulas.geometric_path(start, goal, elapsed)
    share: Decimal = _formulas.progress(start, level, goal)
    return share
