"""Cumulative figures, printed in [ ], against the levels, parts and rates that they should come to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from civicplan.auditing._found import found_of
from civicplan.auditing._intervals import added, divided, exactly, meet, negated, percentage, printed, rising, total
from civicplan.auditing._units import UnitKind, price_caution, unit_kind
from civicplan.auditing._wording import inputs_text, measured, number_text, place_of, range_text
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding
from civicplan.errors import UndefinedMeasureError
from civicplan.measure import cagr, compound
from civicplan.model import Indicator, Measure, Observation, Threshold
from civicplan.model.units import is_ratio
from civicplan.values import UNBOUNDED, CalendarUnit, Figure, Interval, NotAssessable, Period, Source
from civicplan.values._decimals import EXACT

_HUNDRED = Decimal(100)
_RATES = (Measure.GROWTH, Measure.REDUCTION)
_CUMULATIVE = (Measure.TOTAL, Measure.REDUCTION)
_LOOSE = "the levels need not be its parts, so that the two may coincide"


@frozen(kw_only=True)
class _Whole:
    """What figures printed elsewhere come to over the period of a cumulative figure."""

    #: Every value that their printed digits allow.
    interval: Interval
    #: The value of the printed figures themselves.
    value: Decimal
    #: The figures.
    inputs: tuple[Observation, ...]
    #: How they come to it.
    formula: str
    #: True when the figures need not be parts of the total, so that only their average is telling.
    is_loose: bool = False


@frozen(kw_only=True)
class _Average:
    """What a whole comes to in one year."""

    interval: Interval
    value: Decimal
    words: str


@frozen(kw_only=True)
class _Stated:
    """A figure printed as cumulative."""

    indicator: Indicator
    figure: Figure
    measure: Measure
    period: Period
    source: Source | None
    is_target: bool
    wholes: tuple[_Whole, ...]

    def average_in(self, whole: _Whole) -> _Average | None:
        """What the whole comes to in one year, where the figure is that and not the whole."""
        if not self.is_apart(whole):
            return None
        stated = printed(self.figure)
        return next((average for average in self._averages(whole) if meet(stated, average.interval)), None)

    def is_sum_of(self, whole: _Whole) -> bool:
        """True when the figure is not what the rates compound to, but is their plain sum."""
        are_rates = len(whole.inputs) > 1 and all(seen.measure in _RATES for seen in whole.inputs)
        return are_rates and self.is_apart(whole) and meet(printed(self.figure), _sum(whole))

    def is_apart(self, whole: _Whole) -> bool:
        """True when no digit nobody printed makes the figure what the others come to."""
        return printed(self.figure).isdisjoint(whole.interval)

    def _averages(self, whole: _Whole) -> Iterator[_Average]:
        years = self.period.count
        if self.period.unit is not CalendarUnit.YEAR or years == 1 or whole.interval == UNBOUNDED:
            return
        if self.measure is Measure.REDUCTION:

            def yearly(fall: Decimal) -> Decimal:
                return cagr(_HUNDRED, EXACT.subtract(_HUNDRED, fall), years).copy_negate()

            interval = rising(yearly, whole.interval)
            if interval != UNBOUNDED:
                yield _Average(interval=interval, value=yearly(whole.value), words="compounding")
        plain = divided(exactly(whole.value), years).low
        assert plain is not None, "a share of a value is a value"
        yield _Average(interval=divided(whole.interval, years), value=plain, words="a plain mean")


def total_is_not_total(case: Case) -> Iterator[Finding]:
    """A figure printed in [ ] as cumulative is what the levels or parts come to over the period, not in one year.

    Fires when a total or a reduction over several years, target or actual, cannot be what the printed levels or
    yearly figures come to, and is their yearly average instead, plain or compounding.

    Tolerance: rounding alone, for the whole as for the average.

    What it does not prove: that the figure was meant as an average; only that it is one. The levels of a stock are no
    parts of what was added to it, and levels per unit of output may be in current prices; then the severity is doubt
    and the message says so.
    """
    for stated in case.once(_all_stated):
        averages = ((whole, stated.average_in(whole)) for whole in stated.wholes)
        for whole, average in [(whole, average) for whole, average in averages if average][:1]:
            value = measured(number_text(average.value, stated.figure), stated.measure)
            yield _finding(stated, whole, f"; one year of that is {value} on average, {average.words}")


def sum_of_rates(case: Case) -> Iterator[Finding]:
    """A stated cumulative rate is what the yearly rates compound to, not their plain sum.

    Fires when a reduction over several periods, or a cumulative growth in percent, cannot be what the printed rates
    of the parts of the period compound to, and is their sum.

    Tolerance: rounding alone, of every rate. Where the rates are so small that sum and compounding round alike there
    is no finding.

    What it does not prove: which of the figures is wrong.
    """
    for stated in case.once(_all_stated):
        whole = next((whole for whole in stated.wholes if stated.is_sum_of(whole)), None)
        if whole is not None:
            yield _finding(stated, whole, f"; {stated.figure} is their plain sum")


def total_disagrees(case: Case) -> Iterator[Finding]:
    """A stated total is the sum of its parts, a stated reduction what its parts compound to or the levels fell by.

    Passes over what total-is-not-total and sum-of-rates explain, and targets, whose levels may have reasons of their
    own.

    Tolerance: rounding alone, of every part.

    What it does not prove: which of the figures is wrong; parts may have been revised since. Levels per unit of
    output may be in current prices; then the severity is doubt and the message says so.
    """
    for stated in case.once(_all_stated):
        wholes = [whole for whole in stated.wholes if not whole.is_loose and stated.is_apart(whole)]
        explained = any(stated.average_in(whole) or stated.is_sum_of(whole) for whole in stated.wholes)
        if wholes and not explained and not stated.is_target:
            yield _finding(stated, wholes[0], "")


def _all_stated(case: Case) -> tuple[_Stated, ...]:
    return tuple(_each_stated(case))


def _each_stated(case: Case) -> Iterator[_Stated]:
    for indicator in case.plan.indicators:
        for measure in _CUMULATIVE:
            for seen in case.stated(indicator, measure):
                yield _Stated(
                    indicator=indicator,
                    figure=seen.figure,
                    measure=measure,
                    period=seen.period,
                    source=place_of(indicator, seen.source),
                    is_target=False,
                    wholes=tuple(_wholes(case, indicator, measure, seen.period)),
                )
        yield from _stated_targets(case, indicator)


def _stated_targets(case: Case, indicator: Indicator) -> Iterator[_Stated]:
    """Reductions aimed at, against the fall from the baseline to the level aimed at."""
    for target in indicator.targets:
        if isinstance(target, Threshold) and target.measure is Measure.REDUCTION and target.bound.second is None:
            period = target.period or case.plan.period
            yield _Stated(
                indicator=indicator,
                figure=target.bound.figure,
                measure=Measure.REDUCTION,
                period=period,
                source=indicator.source,
                is_target=True,
                wholes=tuple(_fall_to_target(case, indicator, period)),
            )


def _wholes(case: Case, indicator: Indicator, measure: Measure, period: Period) -> Iterator[_Whole]:
    for actual in case.derived(indicator, measure, period):
        of_levels = any(seen.measure is Measure.LEVEL for seen in actual.inputs)
        if not (of_levels and unit_kind(indicator) is UnitKind.RATIO):
            yield _Whole(interval=actual.interval, value=actual.value, inputs=actual.inputs, formula=actual.formula)
    if measure is Measure.TOTAL:
        yield from _compounded_growth(case, indicator, period)
        yield from _levels_of_each_year(case, indicator, period)


def _compounded_growth(case: Case, indicator: Indicator, period: Period) -> Iterator[_Whole]:
    """What yearly growth comes to, where the total is in percent."""
    if not is_ratio(indicator.unit):
        return
    others = case.evidence_without(indicator, Measure.GROWTH, period)
    rates = others.consecutive_parts(Measure.GROWTH, period)
    if isinstance(rates, NotAssessable) or len(rates) < 2:
        return
    ends = [printed(seen.figure) for seen in rates]
    try:
        low = compound([end.low for end in ends if end.low is not None])
        high = compound([end.high for end in ends if end.high is not None])
        value = compound([seen.figure for seen in rates])
    except UndefinedMeasureError:
        return
    yield _Whole(interval=Interval(low=low, high=high), value=value, inputs=rates, formula="compounding of the rates")


def _levels_of_each_year(case: Case, indicator: Indicator, period: Period) -> Iterator[_Whole]:
    if period.unit is not CalendarUnit.YEAR:
        return
    evidence = case.evidence(indicator)
    years = (Period(CalendarUnit.YEAR, year, year) for year in range(period.first, period.last + 1))
    levels = [level for year in years if isinstance(level := evidence.published(Measure.LEVEL, year), Observation)]
    if len(levels) == period.count > 1:
        interval = added(printed(level.figure) for level in levels)
        value = total(level.figure.value for level in levels)
        yield _Whole(interval=interval, value=value, inputs=tuple(levels), formula="sum of the levels", is_loose=True)


def _fall_to_target(case: Case, indicator: Indicator, period: Period) -> Iterator[_Whole]:
    start = case.start(indicator, period)
    if start is None or unit_kind(indicator) is UnitKind.RATIO:
        return
    for aim in _aims(case, indicator, period.last_unit):
        interval = _fall(percentage(printed(aim.figure), printed(start.figure)))
        value = _fall(percentage(exactly(aim.figure.value), exactly(start.figure.value))).low
        if interval != UNBOUNDED and value is not None:
            yield _Whole(interval=interval, value=value, inputs=(start, aim), formula="fall to the level aimed at")


def _aims(case: Case, indicator: Indicator, due: Period) -> Iterator[Observation]:
    """The levels aimed at by one-sided and exact targets that are due then."""
    levels = (
        target
        for target in indicator.targets
        if isinstance(target, Threshold) and target.measure is Measure.LEVEL and target.bound.second is None
    )
    for target in levels:
        if (target.period or case.plan.period.last_unit) == due:
            yield Observation(period=due, figure=target.bound.figure, source=indicator.source)


def _fall(kept: Interval) -> Interval:
    """What is gone, where so much is kept [percent]."""
    return added((exactly(_HUNDRED), negated(kept)))


def _sum(whole: _Whole) -> Interval:
    return added(printed(seen.figure) for seen in whole.inputs)


def _finding(stated: _Stated, whole: _Whole, explanation: str) -> Finding:
    indicator = stated.indicator
    from_levels = any(seen.measure is Measure.LEVEL for seen in whole.inputs) and stated.measure is Measure.REDUCTION
    cautions = (_LOOSE if whole.is_loose else "", price_caution(indicator) if from_levels else "")
    claimed = measured(stated.figure, stated.measure)
    computed = measured(number_text(whole.value, stated.figure), stated.measure)
    role = "the cumulative target" if stated.is_target else "the cumulative figure"
    return found_of(
        indicator,
        f"{role} for {stated.period} is printed as {claimed}, while the {whole.formula}, {inputs_text(whole.inputs)}, "
        f"is {computed}{range_text(whole.interval, stated.figure)}{explanation}",
        claimed=claimed,
        computed=computed,
        source=stated.source,
        inputs=whole.inputs,
        cautions=cautions,
    )
