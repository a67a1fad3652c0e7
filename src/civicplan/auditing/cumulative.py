"""Cumulative figures, printed in [ ], and what the levels, parts and rates printed beside them come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from civicplan.assessment import IndicatorAssessment, PlanAssessment
from civicplan.auditing._lookup import level_before, place_of, thresholds_on
from civicplan.auditing._units import UnitKind, unit_kind
from civicplan.errors import UndefinedMeasureError
from civicplan.evidence import Actual
from civicplan.evidence.evidence import Evidence
from civicplan.measure import _formulas, compound
from civicplan.model import Indicator, Measure, Observation
from civicplan.model.units import is_ratio
from civicplan.values import Figure, Interval, NotAssessable, Period, Source

_CUMULATIVE = (Measure.TOTAL, Measure.REDUCTION)
_NOTHING = Interval.exactly(Decimal(0))
_HUNDREDTH = Decimal("0.01")


@frozen(kw_only=True)
class CumulativeFigure:
    """A figure printed as cumulative, with what other figures of the same indicator come to over its period.

    Attributes:
        indicator: The indicator.
        figure: The figure as printed.
        measure: Total or reduction.
        period: The period that it is printed for.
        source: Where it stands.
        is_target: True for the figure of a target, False for a published one.
        computed: What the other figures come to, in different ways.
    """

    indicator: Indicator
    figure: Figure
    measure: Measure
    period: Period
    source: Source | None
    is_target: bool
    computed: tuple[Actual, ...]

    @property
    def contradicted_by(self) -> tuple[Actual, ...]:
        """What the other figures come to and no unprinted digit makes this figure equal to."""
        return tuple(actual for actual in self.computed if not self.may_be(actual.interval))

    def may_be(self, interval: Interval) -> bool:
        """True when the figure may be one of these values; halves may have been rounded either way."""
        return not self.figure.interval.closure.isdisjoint(interval.closure)


def cumulative_figures(assessment: PlanAssessment) -> tuple[CumulativeFigure, ...]:
    """Return every figure printed as cumulative, published ones whose period is over and those of targets."""
    plan_period, as_of = assessment.plan.period, assessment.as_of
    return tuple(
        figure
        for assessed in assessment.indicators
        for figure in (*_published(assessed, as_of), *_of_targets(assessed, plan_period))
    )


def _published(assessed: IndicatorAssessment, as_of: Period) -> Iterator[CumulativeFigure]:
    indicator, evidence = assessed.indicator, assessed.evidence
    for measure in _CUMULATIVE:
        for printed in indicator.observations:
            if printed.measure is measure and printed.period.ends_by(as_of):
                yield CumulativeFigure(
                    indicator=indicator,
                    figure=printed.number,
                    measure=measure,
                    period=printed.period,
                    source=place_of(indicator, printed.source),
                    is_target=False,
                    computed=tuple(_computed(evidence, measure, printed.period)),
                )


def _of_targets(assessed: IndicatorAssessment, plan_period: Period) -> Iterator[CumulativeFigure]:
    """Reductions aimed at, beside the fall from the baseline to the level aimed at."""
    indicator = assessed.indicator
    for target in thresholds_on(indicator, Measure.REDUCTION):
        if target.bound.second is None:
            period = target.due(plan_period)
            yield CumulativeFigure(
                indicator=indicator,
                figure=target.bound.figure,
                measure=Measure.REDUCTION,
                period=period,
                source=indicator.source,
                is_target=True,
                computed=tuple(_falls_to_targets(assessed.evidence, period, plan_period)),
            )


def _computed(evidence: Evidence, measure: Measure, period: Period) -> Iterator[Actual]:
    """What the other figures come to; the fall of a level in percent is left out, as points may be meant."""
    for actual in evidence.derived(measure, period):
        if not (is_from_levels(actual) and unit_kind(evidence.indicator) is UnitKind.RATIO):
            yield actual
    if measure is Measure.TOTAL:
        yield from _compounded_growth(evidence, period)
        yield from _sum_of_levels(evidence, period)


def is_from_levels(actual: Actual) -> bool:
    """True when a level is among the figures behind it."""
    return any(figure.measure is Measure.LEVEL for figure in actual.inputs)


def printed_figures(actuals: Iterable[Actual]) -> tuple[Observation, ...]:
    """Return the published figures behind several actuals."""
    return tuple(figure for actual in actuals for figure in actual.inputs)


def _compounded_growth(evidence: Evidence, period: Period) -> Iterator[Actual]:
    """What yearly growth comes to, where the total is in percent."""
    if not is_ratio(evidence.indicator.unit):
        return
    rates = evidence.without(Measure.GROWTH, period).consecutive_parts(Measure.GROWTH, period)
    if isinstance(rates, NotAssessable) or len(rates) < 2:
        return
    try:
        value = compound([rate.value for rate in rates])
    except UndefinedMeasureError:
        return
    factor: Interval = _formulas.chained(1 + rate.interval * _HUNDREDTH for rate in rates)
    yield _computed_total((factor - 1) * 100, value, period, printed_figures(rates), "compounding of the rates")


def _sum_of_levels(evidence: Evidence, period: Period) -> Iterator[Actual]:
    """What the levels of all years come to; they need not be parts of the total."""
    levels = [evidence.published(Measure.LEVEL, year) for year in _years_of(period)]
    published = [level for level in levels if isinstance(level, Actual) and not level.is_hedged]
    if len(published) == len(levels) > 1:
        value = sum((Interval.exactly(level.value) for level in published), start=_NOTHING).low
        assert value is not None, "the sum of numbers is a number"
        interval = sum((level.interval for level in published), start=_NOTHING)
        yield _computed_total(interval, value, period, printed_figures(published), "sum of the levels")


def _years_of(period: Period) -> list[Period]:
    """The years of a run of whole years, calendar or fiscal, earliest first; of any other run none."""
    years: list[Period] = []
    year: Period | None = period.last_year
    while year is not None and len(years) < (period.years or 0):
        years.insert(0, year)
        year = year.year_before
    return years


def _computed_total(
    interval: Interval, value: Decimal, period: Period, inputs: Sequence[Observation], formula: str
) -> Actual:
    return Actual(
        value=value, interval=interval, measure=Measure.TOTAL, period=period, inputs=tuple(inputs), formula=formula
    )


def _falls_to_targets(evidence: Evidence, period: Period, plan_period: Period) -> Iterator[Actual]:
    """The falls from the level of the year before to the levels aimed at by one-sided and exact targets."""
    indicator, start = evidence.indicator, level_before(evidence, period)
    if start is None or unit_kind(indicator) is UnitKind.RATIO or not _is_positive(start.figure.interval):
        return
    due = period.last_year
    for target in thresholds_on(indicator, Measure.LEVEL):
        if target.bound.second is None and target.due(plan_period) == due:
            aim = Observation(period=due, figure=target.bound.figure, source=indicator.source)
            yield _fall(start, aim, period)


def _is_positive(interval: Interval) -> bool:
    return interval.low is not None and interval.low > 0


def _fall(start: Observation, aim: Observation, period: Period) -> Actual:
    value = (100 - 100 * (Interval.exactly(aim.number.value) / start.number.value)).low
    assert value is not None, "the fall from a positive level is a number"
    return Actual(
        value=value,
        interval=100 - 100 * (aim.figure.interval / start.figure.interval),
        measure=Measure.REDUCTION,
        period=period,
        inputs=(start, aim),
        formula="fall to the level aimed at",
    )
