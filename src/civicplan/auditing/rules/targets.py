"""Targets, compared with each other and with the baseline, and targets without a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from civicplan.auditing._averages import other_averages_of_whole
from civicplan.auditing._lookup import accepted_values, known_targets_on, level_before, place_of
from civicplan.auditing._units import price_caution
from civicplan.auditing._words import name_of
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding, Severity
from civicplan.errors import UndefinedMeasureError
from civicplan.measure import required_cagr
from civicplan.model import Delegated, Direction, Indicator, Measure, Nature, Observation, Relative, Threshold
from civicplan.model._words import target_text
from civicplan.model.units import is_ratio
from civicplan.render import findings as text
from civicplan.render import phrases
from civicplan.render.message import Message, fill
from civicplan.render.words import in_measure
from civicplan.values import UNBOUNDED, Bound, Interval, Period

_NOT_NEGATIVE, _NOT_POSITIVE = Interval(low=Decimal(0)), Interval(high=Decimal(0))


def target_disagrees(case: Case) -> Iterator[Finding]:
    """The level aimed at and the growth aimed at ask for the same.

    Compares the growth aimed at with the growth that leads from the printed level of the year before the period to the
    level aimed at. Where no growth could satisfy both it is a contradiction. Two lower bounds, or two upper bounds, can
    always both be kept; then the two figures are compared, and a difference is a doubt, since one of the two asks for
    more than the other.

    Tolerance: rounding alone, of the level, of both targets and of the start. Target and start must be for exactly
    the period of the growth, and both targets must have been published together.

    What it does not prove: which target counts. Levels in percent are left out, and so is an "about" without a
    tolerance.

    Innocent readings: Both targets can be kept where one asks for more than the other. Levels may be in current prices
    and the growth in constant ones, unless the plan declares constant prices or the unit is on the list of physical
    units or of counts. The growth aimed at may be a plain mean, or be taken over a year less.
    """
    for indicator in case.plan.indicators:
        growths = known_targets_on(indicator, Measure.GROWTH)
        if not growths or is_ratio(indicator.unit):
            continue
        levels: dict[Period, list[Threshold]] = {}
        for level in known_targets_on(indicator, Measure.LEVEL):
            levels.setdefault(level.due(case.plan.period), []).append(level)
        for growth in growths:
            period = growth.due(case.plan.period)
            evidence = case.evidence(indicator), *case.earlier_evidence(indicator)
            starts = [start for known in evidence if (start := level_before(known, period)) is not None]
            for level in levels.get(period.last_year, ()) if starts else ():
                if level.published == growth.published:
                    yield from _level_and_growth(indicator, starts, level, growth, period)


def _level_and_growth(
    indicator: Indicator, starts: Sequence[Observation], level: Threshold, growth: Threshold, period: Period
) -> Iterator[Finding]:
    """The finding where no start, as it stands or stood before a revision, lets level and growth ask for the same."""
    one, other, start, years = level.bound, growth.bound, starts[0], period.years
    assert years is not None, "a period with a year before it has whole years"
    are_alike = (one.is_lower_bound and other.is_lower_bound) or (one.is_upper_bound and other.is_upper_bound)
    aim = one.figure.interval if are_alike else accepted_values(one, indicator.declared_direction(Measure.LEVEL))
    rate = other.figure.interval if are_alike else accepted_values(other, indicator.declared_direction(Measure.GROWTH))
    needed = [_needed_growth(known.figure.interval, aim, years) for known in starts]
    if all(growths.isdisjoint(rate) for growths in needed):
        try:
            value = required_cagr(start.number, one.figure, years)
        except UndefinedMeasureError:
            return
        places = {"period": period, "level": one, "start": start.figure, "start_period": start.period}
        claimed = target_text(growth)
        computed = in_measure(text.number_text(value, other.figure), Measure.GROWTH)
        yield Finding.about(
            indicator,
            fill(text.LEVEL_AND_GROWTH, name=name_of(indicator), growth=claimed, computed=computed, **places),
            text.range_sentence(needed[0], other.figure),
            claimed=claimed,
            computed=computed,
            source=place_of(indicator, growth.source),
            inputs=(start,),
            cautions=(
                text.BOTH_CAN_BE_KEPT if are_alike else "",
                price_caution(indicator),
                *other_averages_of_whole(rate, _multiples([known.figure.interval for known in starts], aim), years),
            ),
        )


def _multiples(starts: Iterable[Interval], aim: Interval) -> list[Interval]:
    """By what each positive start must be multiplied."""
    return [aim / start for start in starts if start.low is not None and start.low > 0]


def _needed_growth(start: Interval, aim: Interval, years: int) -> Interval:
    """Every growth that leads from a start to a level aimed at [percent a year]; everything where it is undefined.

    A level grows towards others of its own sign only, and a loss that shrinks grows.
    """
    is_loss = start.high is not None and start.high < 0
    reachable = aim.intersection(_NOT_POSITIVE if is_loss else _NOT_NEGATIVE)
    if reachable is None:
        return UNBOUNDED
    try:
        growth = ((reachable / start).root(years) - 1) * 100
    except UndefinedMeasureError:
        return UNBOUNDED
    return -growth if is_loss else growth


def target_behind_baseline(case: Case) -> Iterator[Finding]:
    """The level aimed at is not worse than the level at the start, in the direction in which the indicator is better.

    Compares a level with a level; totals and rates of the last period are not levels to start from. A binding lower or
    upper bound, or a direction that the plan does not declare but its bounds imply, gives a note: promising not to
    fall below a lower level is legal.

    Tolerance: rounding alone, of both figures. An "about" without a tolerance is left out, and so is a hedged baseline.

    What it does not prove: that the target is a mistake.

    Innocent readings: The plan may mean to fall back. A binding limit may allow for that. The direction may be another
    than the one inferred from the target.
    """
    for indicator in case.plan.indicators:
        baseline = indicator.baseline
        if baseline is None or baseline.measure is not Measure.LEVEL or baseline.is_hedged:
            continue
        better = indicator.effective_direction or Direction.RANGE
        for target in known_targets_on(indicator, Measure.LEVEL):
            if _is_behind(baseline, target.bound, better):
                yield _behind(indicator, baseline, target, better)


def _is_behind(baseline: Observation, bound: Bound, better: Direction) -> bool:
    """True when what the target asks for is worse than the baseline, whatever their unprinted digits are.

    A one-sided bound asks for its figure, other bounds for the best value that they accept.
    """
    start = baseline.figure.interval
    aim = bound.figure.interval if bound.is_one_sided else accepted_values(bound)
    if better is Direction.HIGHER:
        return _is_below(aim, start)
    return better is Direction.LOWER and _is_below(start, aim)


def _is_below(lower: Interval, upper: Interval) -> bool:
    return lower.high is not None and upper.low is not None and lower.high < upper.low


def _behind(indicator: Indicator, baseline: Observation, target: Threshold, better: Direction) -> Finding:
    sentence = text.BELOW_BASELINE if better is Direction.HIGHER else text.ABOVE_BASELINE
    is_binding_limit = target.bound.is_one_sided and indicator.nature is Nature.BINDING
    reasons_for_a_note = (
        text.BINDING_LIMIT if is_binding_limit else "",
        text.INFERRED_DIRECTION if indicator.direction_is_inferred else "",
    )
    return Finding.about(
        indicator,
        fill(sentence, name=name_of(indicator), target=target.bound, baseline=baseline.figure, period=baseline.period),
        severity=Severity.NOTE if any(reasons_for_a_note) else Severity.DOUBT,
        claimed=target_text(target),
        computed=str(baseline.figure),
        source=place_of(indicator, target.source),
        inputs=(baseline,),
        cautions=(*reasons_for_a_note, text.MEANT_TO_FALL_BACK),
    )


def delegated_unresolved(case: Case) -> Iterator[Finding]:
    """A binding target that is left to a higher authority comes with the allocation.

    Reports an indicator declared binding that has a delegated target and none with a number, so that nothing in the
    document can be assessed.

    Tolerance: none is needed.

    What it does not prove: that there is no allocation.

    Innocent readings: Another document may allocate it.
    """
    for indicator in case.plan.indicators:
        if indicator.nature is not Nature.BINDING:
            continue
        delegated = [target for target in indicator.targets if isinstance(target, Delegated)]
        has_number = any(isinstance(target, Threshold | Relative) for target in indicator.targets)
        if delegated and not has_number:
            authority = delegated[0].authority
            yield Finding.about(
                indicator,
                fill(text.NOT_ALLOCATED, name=name_of(indicator), authority=authority),
                severity=Severity.NOTE,
                claimed=target_text(delegated[0]),
                computed=Message(phrases.NO_FIGURE),
                source=place_of(indicator, delegated[0].source),
                cautions=(text.ALLOCATED_ELSEWHERE,),
            )
