"""Printed changes, compared with the levels that they lead from and to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from attrs import frozen

from civicplan.auditing._lookup import accepted_values, known_targets_on, level_before, place_of, readings_of
from civicplan.auditing._units import price_caution
from civicplan.auditing._words import inputs_text, name_of, range_text
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding
from civicplan.evidence import Actual, Evidence
from civicplan.model import Indicator, Measure, Observation, Threshold
from civicplan.model._words import target_text
from civicplan.model.units import is_ratio
from civicplan.render import findings as text
from civicplan.render.message import fill, to_message
from civicplan.render.words import in_measure, plain_text
from civicplan.values import Interval, Period
from civicplan.values._decimals import EXACT


def change_disagrees(case: Case) -> Iterator[Finding]:
    """A printed change is the difference of the printed levels: from 54 to 60 it is [6].

    Compares a published change with the levels printed for the time right before its period and for the end of it, and
    a change aimed at with the level aimed at for the same time. Percentages change by points. Two lower bounds, or two
    upper ones, can always both be kept; then the two figures are compared, and a difference is a doubt. What disagrees
    with its parts already is reported by total-disagrees alone.

    Tolerance: rounding alone, of the change and of both levels, halves either way. Levels may be those from before a
    revision, and the baseline may be the restated one. The two targets must have been published together.

    What it does not prove: which of the figures is wrong. Levels may have been revised without a word. Hedged figures
    and an "about" without a tolerance are left out.

    Innocent readings: The change may be in percent of the first level. A fall may be printed without its sign. The
    change may be that of one year on average. It may be counted from a baseline of another year. The levels may be in
    current prices and the change in constant ones, unless the plan declares constant prices or the unit is a
    percentage, physical or one of counts. Both targets can be kept where one asks for more than the other.
    """
    for indicator in case.plan.indicators:
        evidence = (case.evidence(indicator), *case.earlier_evidence(indicator))
        for printed in case.stated(indicator, Measure.CHANGE):
            yield from _published(indicator, printed, evidence, case.plan.period)
        yield from _aimed_at(indicator, evidence, case.plan.period)


@frozen(kw_only=True)
class _Levels:
    """What levels differ by, and the level that they start from, each with all that printed digits allow."""

    difference: Interval
    start: Interval
    years: int | None

    def is_unlike(self, change: Interval) -> bool:
        return self.difference.closure.isdisjoint(change)

    def innocent_reading(self, change: Interval) -> tuple[str, ...]:
        """In which other way the levels give the change; nothing where they give it in none."""
        is_rise = change.low is not None and change.low >= 0
        for with_sign in (True, False) if is_rise else (True,):
            difference = self.difference if with_sign else -self.difference
            for explanation, interval in self._ways(difference):
                if not interval.closure.isdisjoint(change):
                    return (*explanation, *(() if with_sign else (text.CHANGE_WITHOUT_SIGN,)))
        return ()

    def _ways(self, difference: Interval) -> Iterator[tuple[tuple[str, ...], Interval]]:
        """As it stands, in percent of the first level, and of one year on average."""
        yield (), difference
        yield (text.CHANGE_IN_PERCENT,), 100 * (difference / self.start)
        if self.years:
            yield (text.CHANGE_A_YEAR,), difference / self.years


def _published(
    indicator: Indicator, printed: Observation, evidence: Sequence[Evidence], plan_period: Period
) -> Iterator[Finding]:
    change = printed.number.interval
    derived = [known.derived(Measure.CHANGE, printed.period) for known in evidence]
    differences = [actual for actual in derived[0] if actual.is_from_levels]
    readings = [reading for actuals in derived for actual in actuals for reading in _levels_of(actual)]
    since_baseline = _is_since_the_baseline(indicator, differences, change)
    is_told = any(not actual.is_from_levels and _contradicts(actual, change) for actual in derived[0])
    is_innocent = is_told or (since_baseline and printed.period == plan_period)
    if differences and not is_innocent and all(reading.is_unlike(change) for reading in readings):
        cautions = _cautions(indicator, readings, change)
        since = (text.CHANGE_SINCE_THE_BASELINE,) if since_baseline else ()
        yield _difference(indicator, printed, differences[0], (*since, *cautions))


def _is_since_the_baseline(indicator: Indicator, differences: Sequence[Actual], change: Interval) -> bool:
    """Whether the last level differs by the change from the baseline, which may be of an earlier year."""
    baseline = indicator.baseline
    if baseline is None or baseline.measure is not Measure.LEVEL or baseline.is_hedged:
        return False
    start = baseline.number.interval
    lasts = (actual.inputs[-1].number.interval for actual in differences)
    return any(not (last - start).closure.isdisjoint(change) for last in lasts)


def _contradicts(actual: Actual, change: Interval) -> bool:
    return all(change.isdisjoint(reading) for reading in readings_of(actual))


def _difference(indicator: Indicator, printed: Observation, actual: Actual, cautions: Iterable[str]) -> Finding:
    claimed, computed = in_measure(printed.number, Measure.CHANGE), in_measure(str(actual), Measure.CHANGE)
    sentence = fill(
        text.CHANGE_OF_LEVELS,
        name=name_of(indicator),
        period=printed.period,
        stated=claimed,
        formula=to_message(actual.formula),
        inputs=inputs_text(actual.inputs),
        computed=computed,
    )
    return Finding.about(
        indicator,
        sentence,
        range_text(indicator, actual, printed.number),
        claimed=claimed,
        computed=computed,
        source=place_of(indicator, printed.source),
        inputs=actual.inputs,
        cautions=cautions,
    )


def _levels_of(actual: Actual) -> Iterator[_Levels]:
    """The difference of the levels in each way in which they may be read; nothing of what comes from parts."""
    if not actual.is_from_levels:
        return
    last = actual.inputs[-1].number.interval
    for difference in readings_of(actual):
        yield _Levels(difference=difference, start=last - difference, years=actual.period.years)


def _cautions(indicator: Indicator, levels: Iterable[_Levels], change: Interval) -> tuple[str, ...]:
    readings = tuple(dict.fromkeys(reading for way in levels for reading in way.innocent_reading(change)))
    may_be_deflated = not is_ratio(indicator.unit) and price_caution(indicator)
    return (*readings, text.CHANGE_IN_OTHER_PRICES) if may_be_deflated else readings


def _aimed_at(indicator: Indicator, evidence: Sequence[Evidence], plan_period: Period) -> Iterator[Finding]:
    changes = known_targets_on(indicator, Measure.CHANGE)
    levels: dict[tuple[Period, Period | None], list[Threshold]] = {}
    for level in known_targets_on(indicator, Measure.LEVEL) if changes else ():
        levels.setdefault((level.due(plan_period), level.published), []).append(level)
    for change in changes if levels else ():
        period = change.due(plan_period)
        starts = [_starts(known, period) for known in evidence]
        for level in levels.get((period.last_year, change.published), ()) if starts[0] else ():
            yield from _level_and_change(indicator, list(chain(*starts)), level, change, period)


def _starts(evidence: Evidence, period: Period) -> list[Observation]:
    """The level before a period and the baseline, as it is printed and as it was restated; [] without the first."""
    start, baseline = level_before(evidence, period), evidence.indicator.baseline
    if start is None:
        return []
    stated = [baseline] if baseline is not None and baseline.measure is Measure.LEVEL else []
    restated = [level.inputs[0] for level in evidence.restated_baselines]
    return [start, *(level for level in (*stated, *restated) if not level.is_hedged)]


def _level_and_change(
    indicator: Indicator, starts: Sequence[Observation], level: Threshold, change: Threshold, period: Period
) -> Iterator[Finding]:
    """The finding where no start lets the level aimed at and the change aimed at ask for the same."""
    one, other, start = level.bound, change.bound, starts[0]
    are_alike = (one.is_lower_bound and other.is_lower_bound) or (one.is_upper_bound and other.is_upper_bound)
    aim = one.figure.interval if are_alike else accepted_values(one, indicator.declared_direction(Measure.LEVEL))
    wanted = (
        other.figure.interval if are_alike else accepted_values(other, indicator.declared_direction(Measure.CHANGE))
    )
    needed = [_needed(known.number.interval, aim, period) for known in starts]
    if all(way.is_unlike(wanted) for way in needed):
        claimed = target_text(change)
        computed = in_measure(plain_text(EXACT.subtract(one.figure.value, start.number.value)), Measure.CHANGE)
        places = {"period": period, "level": one, "start": start.figure, "start_period": start.period}
        yield Finding.about(
            indicator,
            fill(text.LEVEL_AND_CHANGE, name=name_of(indicator), change=claimed, computed=computed, **places),
            claimed=claimed,
            computed=computed,
            source=place_of(indicator, change.source),
            inputs=(start,),
            cautions=(text.BOTH_CAN_BE_KEPT if are_alike else "", *_cautions(indicator, needed, wanted)),
        )


def _needed(start: Interval, aim: Interval, period: Period) -> _Levels:
    return _Levels(difference=aim - start, start=start, years=period.years)
