"""Cumulative figures, printed in [ ], and what the levels, parts and rates printed beside them come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from civicplan.assessment import IndicatorAssessment, PlanAssessment
from civicplan.auditing._lookup import known_targets_on, level_before, place_of, readings_of, standing_figures
from civicplan.errors import UndefinedMeasureError
from civicplan.evidence import Actual
from civicplan.evidence.evidence import Evidence
from civicplan.measure import _formulas, compound
from civicplan.model import Indicator, Measure, Observation, Threshold
from civicplan.model.target import CUMULATIVE
from civicplan.model.units import is_ratio
from civicplan.render import phrases
from civicplan.values import Figure, Interval, NotAssessable, Period, Source

_NOTHING = Interval.exactly(Decimal(0))
_HUNDREDTH = Decimal("0.01")


@frozen(kw_only=True)
class CumulativeFigure:
    """A figure printed as cumulative, with what other figures of the same indicator come to over its period.

    Attributes:
        indicator: The indicator.
        figure: The figure as printed.
        measure: Total, reduction or change.
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
        return tuple(actual for actual in self.computed if not any(map(self.may_be, readings_of(actual))))

    def may_be(self, interval: Interval) -> bool:
        """True when the figure may be one of these values; halves may have been rounded either way."""
        return not self.figure.interval.isdisjoint(interval.closure)


def cumulative_figures(
    assessment: PlanAssessment, earlier_editions: Sequence[PlanAssessment] = ()
) -> tuple[CumulativeFigure, ...]:
    """Return every figure printed as cumulative, published ones whose period is over and those of targets.

    Args:
        assessment: The assessment of the plan's own figures.
        earlier_editions: Those of the figures as they stood before a revision; a published figure that agrees with one
            of them is left out.
    """
    return tuple(
        figure
        for assessed in assessment.indicators
        for figure in (
            *_published(assessed, [edition[assessed.indicator.id].evidence for edition in earlier_editions]),
            *_of_targets(assessed, assessment.plan.period),
        )
    )


def _published(assessed: IndicatorAssessment, earlier: Sequence[Evidence]) -> Iterator[CumulativeFigure]:
    standing = [figure for figure in standing_figures(assessed.indicator) if figure.measure in CUMULATIVE]
    for measure in CUMULATIVE:
        for printed in standing:
            if printed.measure is measure and printed.period.ends_by(assessed.as_of):
                before = (_of_published(printed, evidence) for evidence in earlier)
                if not any(figure.computed and not figure.contradicted_by for figure in before):
                    yield _of_published(printed, assessed.evidence)


def _of_published(printed: Observation, evidence: Evidence) -> CumulativeFigure:
    indicator = evidence.indicator
    return CumulativeFigure(
        indicator=indicator,
        figure=printed.number,
        measure=printed.measure,
        period=printed.period,
        source=place_of(indicator, printed.source),
        is_target=False,
        computed=tuple(_computed(evidence, printed.measure, printed.period)),
    )


def _of_targets(assessed: IndicatorAssessment, plan_period: Period) -> Iterator[CumulativeFigure]:
    """Reductions aimed at, beside the fall from the baseline to the level aimed at."""
    indicator = assessed.indicator
    for target in known_targets_on(indicator, Measure.REDUCTION):
        if target.bound.second is None:
            period = target.due(plan_period)
            yield CumulativeFigure(
                indicator=indicator,
                figure=target.bound.figure,
                measure=Measure.REDUCTION,
                period=period,
                source=place_of(indicator, target.source),
                is_target=True,
                computed=tuple(_falls_to_targets(assessed.evidence, target, plan_period)),
            )


def _computed(evidence: Evidence, measure: Measure, period: Period) -> Iterator[Actual]:
    """What the other figures come to; of levels only a fall, and none in percent, which may be meant in points."""
    levels_speak = measure is Measure.REDUCTION and not is_ratio(evidence.indicator.unit)
    yield from (actual for actual in evidence.derived(measure, period) if levels_speak or not actual.is_from_levels)
    if measure is Measure.TOTAL:
        yield from _compounded_growth(evidence, period)
        yield from _sum_of_levels(evidence, period)


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
    yield _computed_total((factor - 1) * 100, value, period, printed_figures(rates), phrases.COMPOUNDED_RATES)


def _sum_of_levels(evidence: Evidence, period: Period) -> Iterator[Actual]:
    """What the levels of all years come to; they need not be parts of the total."""
    levels = [evidence.published(Measure.LEVEL, year) for year in years_of(period)]
    published = [level for level in levels if isinstance(level, Actual) and not level.is_hedged]
    if len(published) == len(levels) > 1:
        value = sum((Interval.exactly(level.value) for level in published), start=_NOTHING).low
        assert value is not None, "the sum of numbers is a number"
        interval = sum((level.interval for level in published), start=_NOTHING)
        yield _computed_total(interval, value, period, printed_figures(published), phrases.SUM_OF_LEVELS)


def years_of(period: Period) -> list[Period]:
    """Return the years of a run of whole years, calendar or fiscal, earliest first; of any other run none."""
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


def _falls_to_targets(evidence: Evidence, reduction: Threshold, plan_period: Period) -> Iterator[Actual]:
    """The falls from the level of the year before to the levels aimed at by one-sided and exact targets."""
    indicator, period = evidence.indicator, reduction.due(plan_period)
    start, due = level_before(evidence, period), period.last_year
    if start is None or is_ratio(indicator.unit) or not _is_positive(start.figure.interval):
        return
    for target in known_targets_on(indicator, Measure.LEVEL):
        is_alike = target.due(plan_period) == due and target.published == reduction.published
        if is_alike and target.bound.second is None:
            aim = Observation(period=due, figure=target.bound.figure, source=place_of(indicator, target.source))
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
        formula=phrases.FALL_TO_THE_AIM,
    )
