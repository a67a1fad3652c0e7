"""What published figures come to: averages, sums, falls and rises, each with all that the printed digits allow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal, localcontext
from functools import reduce
from typing import NamedTuple

from civicplan.errors import InvalidValueError, Reason, UndefinedMeasureError
from civicplan.evidence.actual import Actual
from civicplan.measure import _formulas, average_growth, cagr, cumulative_reduction
from civicplan.measure._numbers import number
from civicplan.model import Measure, Observation
from civicplan.render import phrases
from civicplan.values import Interval, Period
from civicplan.values._decimals import EXACT, WORKING

_HUNDRED = Decimal(100)
_COMPUTED_PLACES = 2


class Formula(NamedTuple):
    """One rule on printed values and on their intervals.

    Attributes:
        words: What it gives, in words.
        value: From the printed values and the number of years to the value.
        interval: From the intervals of the printed values, or from that of the chain of parts, and the number of years
            to the interval.
        keeps_places: True where the result has as many decimal places as its inputs.
    """

    words: str
    value: Callable[[Sequence[Decimal], int], Decimal]
    interval: Callable[[Sequence[Interval], Decimal], Interval]
    keeps_places: bool = False


def _sum(values: Sequence[Decimal], _: int) -> Decimal:
    return reduce(EXACT.add, values, Decimal(0))


def _sum_interval(parts: Sequence[Interval], _: Decimal) -> Interval:
    return reduce(Interval.__add__, parts)


def _average_growth(rates: Sequence[Decimal], _: int) -> Decimal:
    return average_growth(rates)


def _average_growth_interval(factors: Sequence[Interval], years: Decimal) -> Interval:
    return _growth_of_positive_levels(Interval.exactly(Decimal(1)), _formulas.chained(factors), years)


def _cumulative_reduction(rates: Sequence[Decimal], _: int) -> Decimal:
    return cumulative_reduction(rates)


def _cumulative_reduction_interval(kept: Sequence[Interval], _: Decimal) -> Interval:
    fall: Interval = _formulas.reduction(_formulas.chained(kept))
    return fall * _HUNDRED


def _growth_of_levels(levels: Sequence[Decimal], years: int) -> Decimal:
    return cagr(levels[0], levels[1], years)


def _growth_of_levels_interval(levels: Sequence[Interval], years: Decimal) -> Interval:
    """The growth of negative levels is that of their magnitude, with its sign turned."""
    start, end = levels
    if start.high is not None and start.high < 0:
        return -_growth_of_positive_levels(-start, -end, years)
    return _growth_of_positive_levels(start, end, years)


def _growth_of_positive_levels(start: Interval, end: Interval, years: Decimal) -> Interval:
    """What the levels grow by; where the last may be below zero, any rate of fall is possible."""
    of_one_sign = end.intersection(_NOT_NEGATIVE)
    if years == 1 or of_one_sign == end or of_one_sign is None:
        return _HUNDRED * _rate(start, end, years)
    return Interval(high=(_HUNDRED * _rate(start, of_one_sign, years)).high)


def _rate(start: Interval, end: Interval, years: Decimal) -> Interval:
    rate: Interval = _formulas.annual_growth(start, end, years, Interval.root)
    return rate


def _fall_of_levels(levels: Sequence[Decimal], _: int) -> Decimal:
    return _growth_of_levels(levels, 1).copy_negate()


def _fall_of_levels_interval(levels: Sequence[Interval], _: Decimal) -> Interval:
    return -_growth_of_levels_interval(levels, Decimal(1))


def _change(levels: Sequence[Decimal], _: int) -> Decimal:
    return EXACT.subtract(levels[1], levels[0])


def _change_interval(levels: Sequence[Interval], _: Decimal) -> Interval:
    return levels[1] - levels[0]


def _points_a_year(levels: Sequence[Decimal], years: int) -> Decimal:
    return EXACT.divide(_change(levels, years), Decimal(years))


def _points_a_year_interval(levels: Sequence[Interval], years: Decimal) -> Interval:
    return (levels[1] - levels[0]) / years


def _points_lost(levels: Sequence[Decimal], years: int) -> Decimal:
    return _change(levels, years).copy_negate()


def _points_lost_interval(levels: Sequence[Interval], _: Decimal) -> Interval:
    return levels[0] - levels[1]


_NOT_NEGATIVE = Interval(low=Decimal(0))
_SUM = Formula(phrases.SUM_OF_PARTS, _sum, _sum_interval, keeps_places=True)
#: What consecutive parts of a period come to; rates only by whole years.
FROM_PARTS = {
    Measure.GROWTH: Formula(phrases.AVERAGE_OF_RATES, _average_growth, _average_growth_interval),
    Measure.TOTAL: _SUM,
    Measure.CHANGE: _SUM,
    Measure.REDUCTION: Formula(phrases.COMPOUNDED_REDUCTIONS, _cumulative_reduction, _cumulative_reduction_interval),
}
#: What the level before a period and that of its last year come to.
FROM_LEVELS = {
    Measure.GROWTH: Formula(phrases.GROWTH_OF_LEVELS, _growth_of_levels, _growth_of_levels_interval),
    Measure.REDUCTION: Formula(phrases.FALL_OF_LEVELS, _fall_of_levels, _fall_of_levels_interval),
    Measure.CHANGE: Formula(phrases.CHANGE_OF_LEVELS, _change, _change_interval, keeps_places=True),
}
#: What the same levels come to where they are percentages and the rate is meant in points.
IN_POINTS = {
    Measure.GROWTH: Formula(phrases.POINTS_A_YEAR, _points_a_year, _points_a_year_interval),
    Measure.REDUCTION: Formula(phrases.POINTS_LOST, _points_lost, _points_lost_interval),
}


def derive(
    formula: Formula,
    measure: Measure,
    period: Period,
    inputs: Sequence[Actual],
    chained: Interval | None = None,
) -> Actual:
    """Return what a formula makes of published figures.

    Args:
        formula: The formula.
        measure: What it gives.
        period: The period that this is about.
        inputs: The published figures.
        chained: What all chains of published parts allow, where the figures are parts.

    Raises:
        UndefinedMeasureError: The formula has no value for them.
    """
    years = period.years or 1
    try:
        value = number(formula.value([actual.plain_value for actual in inputs], years), "the derived value")
    except InvalidValueError:
        raise UndefinedMeasureError(Reason.TOO_EXTREME, formula.words) from None
    published = tuple(observation for actual in inputs for observation in actual.inputs)
    return Actual(
        value=value,
        interval=_interval(formula, years, [actual.interval for actual in inputs] if chained is None else [chained]),
        measure=measure,
        period=period,
        inputs=published,
        formula=formula.words,
        places=most_places(published) if formula.keeps_places else _COMPUTED_PLACES,
    )


def _interval(formula: Formula, years: int, inputs: Sequence[Interval]) -> Interval:
    """Every value that the printed inputs allow."""
    with localcontext(WORKING):
        return formula.interval(inputs, Decimal(years))


def most_places(inputs: Iterable[Observation]) -> int:
    """Return the most decimal places that any of the figures was printed with."""
    return max(0, *(observation.number.places for observation in inputs))
