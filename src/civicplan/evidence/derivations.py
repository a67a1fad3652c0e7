"""What published figures come to: averages, sums and falls, each with the interval that the printed digits allow."""

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
from civicplan.values import UNBOUNDED, Interval, Period
from civicplan.values._decimals import EXACT, WORKING

_HUNDRED, _HUNDREDTH = Decimal(100), Decimal("0.01")
_COMPUTED_PLACES = 2


class Formula(NamedTuple):
    """One rule on printed values and on their intervals.

    Attributes:
        words: What it gives, in words.
        value: From the printed values and the number of years to the value.
        interval: From the intervals of the printed values and the number of years to the interval.
    """

    words: str
    value: Callable[[Sequence[Decimal], int], Decimal]
    interval: Callable[[Sequence[Interval], Decimal], Interval]


def _sum(values: Sequence[Decimal], _: int) -> Decimal:
    return reduce(EXACT.add, values, Decimal(0))


def _sum_interval(parts: Sequence[Interval], _: Decimal) -> Interval:
    return reduce(Interval.__add__, parts)


def _average_growth(rates: Sequence[Decimal], _: int) -> Decimal:
    return average_growth(rates)


def _average_growth_interval(rates: Sequence[Interval], years: Decimal) -> Interval:
    factor = _formulas.chained(1 + rate * _HUNDREDTH for rate in rates)
    growth: Interval = _formulas.annual_growth(Decimal(1), factor, years)
    return growth * _HUNDRED


def _cumulative_reduction(rates: Sequence[Decimal], _: int) -> Decimal:
    return cumulative_reduction(rates)


def _cumulative_reduction_interval(rates: Sequence[Interval], _: Decimal) -> Interval:
    fall: Interval = _formulas.reduction(_formulas.chained(1 - rate * _HUNDREDTH for rate in rates))
    return fall * _HUNDRED


def _growth_of_levels(levels: Sequence[Decimal], years: int) -> Decimal:
    return cagr(levels[0], levels[1], years)


def _growth_of_levels_interval(levels: Sequence[Interval], years: Decimal) -> Interval:
    """The growth of negative levels is that of their magnitude, with its sign turned."""
    start, end = levels
    growth: Interval = _formulas.annual_growth(start, end, years)
    is_negative = start.high is not None and start.high < 0
    return (-growth if is_negative else growth) * _HUNDRED


def _fall_of_levels(levels: Sequence[Decimal], _: int) -> Decimal:
    return _growth_of_levels(levels, 1).copy_negate()


def _fall_of_levels_interval(levels: Sequence[Interval], _: Decimal) -> Interval:
    return -_growth_of_levels_interval(levels, Decimal(1))


_SUM = Formula("sum of the parts", _sum, _sum_interval)
#: What consecutive parts of a period come to; rates only by whole years.
FROM_PARTS = {
    Measure.GROWTH: Formula(
        "average of the yearly growth rates, compounding", _average_growth, _average_growth_interval
    ),
    Measure.TOTAL: _SUM,
    Measure.REDUCTION: Formula("compounding of the reductions", _cumulative_reduction, _cumulative_reduction_interval),
}
#: What the level of the year before a period and that of its last year come to.
FROM_LEVELS = {
    Measure.GROWTH: Formula("compound annual growth of the levels", _growth_of_levels, _growth_of_levels_interval),
    Measure.REDUCTION: Formula("fall from the first level to the last", _fall_of_levels, _fall_of_levels_interval),
}


def derive(formula: Formula, measure: Measure, period: Period, inputs: Sequence[Observation]) -> Actual:
    """Return what a formula makes of published figures.

    Raises:
        UndefinedMeasureError: The formula has no value for them.
    """
    years = period.years or 1
    try:
        value = number(formula.value([observation.number.value for observation in inputs], years), "the derived value")
    except InvalidValueError:
        raise UndefinedMeasureError(Reason.TOO_EXTREME, formula.words) from None
    return Actual(
        value=value,
        interval=_interval(formula, years, inputs),
        measure=measure,
        period=period,
        inputs=tuple(inputs),
        formula=formula.words,
        places=most_places(inputs) if formula is _SUM else _COMPUTED_PLACES,
    )


def _interval(formula: Formula, years: int, inputs: Sequence[Observation]) -> Interval:
    """Every value that the printed inputs allow; where one of them leaves it undefined, nothing is excluded."""
    with localcontext(WORKING):
        try:
            return formula.interval([observation.figure.interval for observation in inputs], Decimal(years))
        except UndefinedMeasureError:
            return UNBOUNDED


def most_places(inputs: Iterable[Observation]) -> int:
    """Return the most decimal places that any of the figures was printed with."""
    return max(0, *(observation.number.places for observation in inputs))
