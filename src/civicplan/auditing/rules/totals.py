"""Cumulative figures, printed in [ ], compared with the levels, parts and rates that they should come to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from civicplan.auditing._averages import multiple_since_first_year
from civicplan.auditing._units import price_caution
from civicplan.auditing._words import inputs_text, name_of, range_text
from civicplan.auditing.case import Case
from civicplan.auditing.cumulative import CumulativeFigure
from civicplan.auditing.finding import Finding
from civicplan.errors import UndefinedMeasureError
from civicplan.evidence import Actual
from civicplan.model import Measure
from civicplan.render import findings as text
from civicplan.render.message import fill, to_message
from civicplan.render.words import in_measure, with_unit
from civicplan.values import UNBOUNDED, Interval

_RATES = (Measure.GROWTH, Measure.REDUCTION)
_NOTHING = Interval.exactly(Decimal(0))


def total_is_not_total(case: Case) -> Iterator[Finding]:
    """A figure printed in [ ] as cumulative is what the levels or parts come to over the period, not in one year.

    Reports a total, a reduction or a change over several years, target or actual, that cannot be what the printed
    levels or yearly figures come to, and is their yearly average instead, plain or compounding. A change is
    compared with its parts only.

    Tolerance: rounding alone, for the cumulative figure as for the average.

    What it does not prove: that the figure was meant as an average; only that it equals one.

    Innocent readings: The levels need not be parts of the total, as those of a stock are not. Levels may be in current
    prices, unless the plan or a listed unit rules that out. A growth in percent may be one of percentage points.
    """
    for cumulative in case.cumulative_figures:
        for actual in cumulative.contradicted_by:
            average = _average_taken_for_total(cumulative, actual)
            if average is not None:
                number = text.number_text(average.value, cumulative.figure)
                yearly = with_unit(number, "%" if cumulative.measure in _RATES else None)
                yield _finding(cumulative, actual, fill(average.sentence, average=yearly))
                break


def sum_of_rates(case: Case) -> Iterator[Finding]:
    """A stated cumulative rate is what the yearly rates compound to, not their plain sum.

    Reports a reduction over several periods, or a cumulative growth in percent, that cannot be what the printed rates
    of the parts of the period compound to, and is their sum.

    Tolerance: rounding alone, of every rate. Where the rates are so small that sum and compounding round alike there
    is no finding.

    What it does not prove: which of the figures is wrong.

    Innocent readings: The figure may be meant as the plain sum of the yearly ones. A growth in percent may be one of
    percentage points, which do add up.
    """
    for cumulative in case.cumulative_figures:
        for actual in cumulative.contradicted_by:
            if _is_plain_sum(cumulative, actual):
                plain_sum = fill(text.PLAIN_SUM, stated=cumulative.figure)
                yield _finding(cumulative, actual, plain_sum, text.MEANT_AS_A_SUM)
                break


def total_disagrees(case: Case) -> Iterator[Finding]:
    """A stated total or change is the sum of its parts, a stated reduction what parts compound to or levels fell by.

    Leaves out what total-is-not-total and sum-of-rates report, and targets, whose levels may have reasons of their
    own.

    Tolerance: rounding alone, of every part. Parts and levels may be those from before a revision.

    What it does not prove: which of the figures is wrong; parts may have been revised without a word.

    Innocent readings: Levels may be in current prices, unless the plan or a listed unit rules that out. A fall may be
    taken from the first year of the period on. A growth in percent may be one of percentage points.
    """
    for cumulative in case.cumulative_figures:
        against = [actual for actual in cumulative.contradicted_by if not _are_levels_of_total(actual)]
        if against and not cumulative.is_target and not _is_reported_otherwise(cumulative):
            yield _finding(cumulative, against[0], "", _since_first_year(case, cumulative))


def _since_first_year(case: Case, cumulative: CumulativeFigure) -> str:
    """That a stated fall is the one from the level of the first year; nothing where it is not."""
    evidence = case.evidence(cumulative.indicator)
    kept = multiple_since_first_year(evidence, cumulative.period) if cumulative.measure is Measure.REDUCTION else ()
    return text.FALL_FROM_FIRST_YEAR if any(cumulative.may_be(100 - 100 * share) for share in kept) else ""


def _is_reported_otherwise(cumulative: CumulativeFigure) -> bool:
    return any(
        _average_taken_for_total(cumulative, actual) or _is_plain_sum(cumulative, actual)
        for actual in cumulative.contradicted_by
    )


def _are_levels_of_total(actual: Actual) -> bool:
    """True where levels were added up, which need not be parts of the total: only their average is telling."""
    return actual.measure is Measure.TOTAL and actual.is_from_levels


def _is_plain_sum(cumulative: CumulativeFigure, actual: Actual) -> bool:
    """True when the figure is the plain sum of the rates that compound to something else."""
    are_rates = len(actual.inputs) > 1 and all(rate.measure in _RATES for rate in actual.inputs)
    return are_rates and cumulative.may_be(sum((rate.figure.interval for rate in actual.inputs), start=_NOTHING))


@frozen
class _Average:
    """What a cumulative value comes to in one year, and how that is said."""

    interval: Interval
    value: Decimal
    sentence: str


def _average_taken_for_total(cumulative: CumulativeFigure, actual: Actual) -> _Average | None:
    """The yearly average that the figure equals; None where it equals none."""
    years = cumulative.period.years
    if years is None or years == 1 or actual.interval == UNBOUNDED:
        return None
    averages = (*_compounding_average(actual, years), _plain_average(actual, years))
    return next((average for average in averages if cumulative.may_be(average.interval)), None)


def _compounding_average(actual: Actual, years: int) -> Iterator[_Average]:
    if actual.measure is Measure.REDUCTION:
        try:
            interval, value = _yearly_fall(actual.interval, years), _yearly_fall(Interval.exactly(actual.value), years)
        except UndefinedMeasureError:
            return
        yield _Average(interval, _number(value), text.COMPOUNDING_AVERAGE)


def _plain_average(actual: Actual, years: int) -> _Average:
    value = Interval.exactly(actual.value) / years
    return _Average(actual.interval / years, _number(value), text.PLAIN_AVERAGE)


def _yearly_fall(fall: Interval, years: int) -> Interval:
    """Every yearly fall that compounds to a value of the whole fall [percent]."""
    kept = (100 - fall) / 100
    return 100 - 100 * kept.root(years)


def _number(value: Interval) -> Decimal:
    assert value.low is not None, "what is computed from a number has two ends"
    return value.low


def _finding(cumulative: CumulativeFigure, actual: Actual, explanation: str, *readings: str) -> Finding:
    indicator = cumulative.indicator
    claimed = in_measure(cumulative.figure, cumulative.measure)
    computed = in_measure(text.number_text(actual.value, cumulative.figure), cumulative.measure)
    sentence = text.CUMULATIVE_TARGET if cumulative.is_target else text.CUMULATIVE_FIGURE
    return Finding.about(
        indicator,
        fill(
            sentence,
            name=name_of(indicator),
            period=cumulative.period,
            stated=claimed,
            formula=to_message(actual.formula),
            inputs=inputs_text(actual.inputs),
            computed=computed,
        ),
        range_text(indicator, actual, cumulative.figure),
        explanation,
        claimed=claimed,
        computed=computed,
        source=cumulative.source,
        inputs=actual.inputs,
        cautions=(*readings, *_cautions(cumulative, actual)),
    )


def _cautions(cumulative: CumulativeFigure, actual: Actual) -> tuple[str, ...]:
    if cumulative.measure is Measure.REDUCTION:
        return (price_caution(cumulative.indicator),) if actual.is_from_levels else ()
    if _are_levels_of_total(actual):
        return (text.NOT_ITS_PARTS,)
    are_rates = any(rate.measure is Measure.GROWTH for rate in actual.inputs)
    return (text.SUM_OF_POINTS,) if are_rates else ()
