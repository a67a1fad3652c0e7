"""Targets against each other, against the baseline, and against having no number at all."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from civicplan.assessment.outcome import target_text
from civicplan.auditing._found import found_of
from civicplan.auditing._intervals import accepted, printed
from civicplan.auditing._units import UnitKind, price_caution, unit_kind
from civicplan.auditing._wording import because, measured, name_of, number_text, places_of, range_text, reading
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding, Severity
from civicplan.errors import UndefinedMeasureError
from civicplan.measure import required_cagr
from civicplan.model import Delegated, Direction, Indicator, Measure, Nature, Observation, Relative, Threshold
from civicplan.values import UNBOUNDED, Interval, Period

_BOTH_CAN_BE_KEPT = "both can be kept, and one asks for more than the other"


def target_disagrees(case: Case) -> Iterator[Finding]:
    """The level aimed at and the growth aimed at ask for the same.

    Holds the growth that leads from the printed level of the year before the period to the level aimed at against the
    growth aimed at. Where no growth could satisfy both it is a contradiction. Two floors, or two caps, can always
    both be kept; they are compared figure with figure, and a difference is a doubt, since one of the two then asks
    for more than the other.

    Tolerance: rounding alone, of the level, of both targets and of the start. Target and start must be for exactly
    the period of the growth.

    What it does not prove: which target counts. Levels in money may be in current prices and the growth in constant
    ones; then the severity is doubt and the message says so. Levels in percent are passed over.
    """
    for indicator in case.plan.indicators:
        if unit_kind(indicator) is UnitKind.RATIO:
            continue
        thresholds = [target for target in indicator.targets if isinstance(target, Threshold)]
        levels: dict[Period, list[Threshold]] = {}
        for target in thresholds:
            if target.measure is Measure.LEVEL:
                levels.setdefault(target.period or case.plan.period.last_unit, []).append(target)
        for growth in (target for target in thresholds if target.measure is Measure.GROWTH):
            period = growth.period or case.plan.period
            start = case.start(indicator, period)
            if start is not None:
                for level in levels.get(period.last_unit, ()):
                    yield from _held_together(indicator, start, level, growth, period)


def _held_together(
    indicator: Indicator, start: Observation, level: Threshold, growth: Threshold, period: Period
) -> Iterator[Finding]:
    one, other = level.bound, growth.bound
    are_alike = (one.is_lower_bound and other.is_lower_bound) or (one.is_upper_bound and other.is_upper_bound)
    aim, rate = (printed(one.figure), printed(other.figure)) if are_alike else (accepted(one), accepted(other))
    needed = _needed_growth(start, aim, period)
    if not needed.isdisjoint(rate):
        return
    try:
        value = required_cagr(start.figure, level.bound.figure, period.count)
    except UndefinedMeasureError:
        return
    claimed = target_text(growth)
    computed = measured(number_text(value, growth.bound.figure), Measure.GROWTH)
    yield found_of(
        indicator,
        f"the target for the average growth in {period} is {claimed}, while the level aimed at, {level.bound} from "
        f"{start.figure} in {start.period}, needs {computed}{range_text(needed, growth.bound.figure)}",
        claimed=claimed,
        computed=computed,
        source=indicator.source,
        inputs=(start,),
        cautions=(_BOTH_CAN_BE_KEPT if are_alike else "", price_caution(indicator)),
    )


def _needed_growth(start: Observation, aim: Interval, period: Period) -> Interval:
    """Every growth that leads from a start that may have been printed like this to a level aimed at."""
    starts = printed(start.figure)
    try:
        low = _rate(starts.high, aim.low, period)
        high = _rate(starts.low, aim.high, period)
    except UndefinedMeasureError:
        return UNBOUNDED
    return Interval(low=low, high=high)


def _rate(start: Decimal | None, end: Decimal | None, period: Period) -> Decimal | None:
    return None if start is None or end is None else required_cagr(start, end, period.count)


def target_behind_baseline(case: Case) -> Iterator[Finding]:
    """The level aimed at is not worse than the level at the start, in the direction in which the indicator is better.

    Compares a level with a level; totals and rates of the last period are no levels to start from. A binding floor or
    cap, or a direction that the plan does not declare but its bounds imply, gives a note: promising not to fall below
    a lower level is legal.

    Tolerance: rounding alone, of both figures.

    What it does not prove: that the target is a mistake. A plan may mean to give ground.
    """
    for indicator in case.plan.indicators:
        baseline = indicator.baseline
        if baseline is None or baseline.measure is not Measure.LEVEL:
            continue
        better = indicator.effective_direction or Direction.RANGE
        for target in indicator.targets:
            if not isinstance(target, Threshold) or target.measure is not Measure.LEVEL:
                continue
            if _is_behind(baseline, target, better):
                yield _behind(indicator, baseline, target, better)


def _is_behind(baseline: Observation, target: Threshold, better: Direction) -> bool:
    """True when what the target asks for is worse than the baseline, whatever their unprinted digits are.

    A floor or a cap asks for its figure, other bounds for the best value that they accept.
    """
    start, bound = printed(baseline.figure), target.bound
    aim = printed(bound.figure) if bound.is_one_sided else accepted(bound)
    worse = {Direction.HIGHER: (aim, start), Direction.LOWER: (start, aim)}.get(better)
    return worse is not None and _is_below(*worse)


def _is_below(lower: Interval, upper: Interval) -> bool:
    return lower.high is not None and upper.low is not None and lower.high < upper.low


def _behind(indicator: Indicator, baseline: Observation, target: Threshold, better: Direction) -> Finding:
    side = "below" if better is Direction.HIGHER else "above"
    is_limit = target.bound.is_one_sided
    legal = (
        (is_limit and indicator.nature is Nature.BINDING, "a binding limit may leave room for that"),
        (indicator.direction_is_inferred, "the direction is not declared, it is inferred from the target"),
    )
    cautions = [words for applies, words in legal if applies]
    return Finding(
        severity=Severity.NOTE if cautions else Severity.DOUBT,
        subject=indicator.id,
        message=(
            f"{name_of(indicator)}: the target {target.bound} is {side} the baseline of {baseline.figure} in "
            f"{baseline.period}, where {better} is better{because('; '.join(cautions))}"
        ),
        claimed=target_text(target),
        computed=str(baseline.figure),
        source=indicator.source,
        evidence=places_of(indicator, (baseline,)),
        reading=reading(indicator.note),
    )


def delegated_unresolved(case: Case) -> Iterator[Finding]:
    """A binding target that is left to a higher authority comes with the allocation.

    Fires where an indicator declared binding has a delegated target and none with a number, so that nothing in the
    document can be assessed.

    Tolerance: none is needed.

    What it does not prove: that there is no allocation. It may have been given in another document.
    """
    for indicator in case.plan.indicators:
        delegated = [target for target in indicator.targets if isinstance(target, Delegated)]
        has_number = any(isinstance(target, Threshold | Relative) for target in indicator.targets)
        if indicator.nature is Nature.BINDING and delegated and not has_number:
            authority = delegated[0].authority.in_language("en")
            yield Finding(
                severity=Severity.NOTE,
                subject=indicator.id,
                message=(
                    f"{name_of(indicator)}: the target is binding and left to {authority}, and no figure is "
                    "allocated to it"
                ),
                claimed=target_text(delegated[0]),
                computed="no figure",
                source=indicator.source,
                reading=reading(indicator.note),
            )
