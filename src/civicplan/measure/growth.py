"""Growth: average annual rates between two levels, and what rates compound to."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from civicplan.errors import Reason
from civicplan.measure import _formulas
from civicplan.measure._numbers import HUNDRED, NumberLike, number, numbers, positive_years, undefined
from civicplan.values._decimals import library_context, root


@library_context
def cagr(start: NumberLike, end: NumberLike, years: NumberLike) -> Decimal:
    """Return the compound annual growth rate [percent a year], which over the years turns the start into the end.

    Between two negative levels it is the growth of the magnitude with its sign reversed, so that a loss that shrinks
    grows.

    Args:
        start: The first level [unit of the indicator].
        end: The last level [unit of the indicator].
        years: The time between them [years].

    Raises:
        UndefinedMeasureError: The start is zero, the signs differ, or no time lies between.

    >>> cagr("100", "161.051", 5)
    Decimal('10.00000000000000000000000000')
    """
    measure = "the growth rate"
    return _annual_growth(number(start, "start"), number(end, "end"), positive_years(years, measure), measure)


@library_context
def required_cagr(current: NumberLike, target: NumberLike, years: NumberLike) -> Decimal:
    """Return the growth rate that turns the current level into the target in the years that are left [percent a year].

    Args:
        current: The level reached [unit of the indicator].
        target: The level to be reached [unit of the indicator].
        years: The time left [years].

    Raises:
        UndefinedMeasureError: The current level is zero, the signs differ, or no time is left.

    >>> required_cagr("0.934", "0.83", 3).quantize(Decimal("0.1"))
    Decimal('-3.9')
    """
    measure = "the required growth rate"
    return _annual_growth(number(current, "current"), number(target, "target"), positive_years(years, measure), measure)


def _annual_growth(start: Decimal, end: Decimal, years: Decimal, measure: str) -> Decimal:
    if start == 0:
        undefined(Reason.ZERO_BASELINE, measure)
    if start * end < 0:
        undefined(Reason.SIGN_CHANGE, measure)
    rate: Decimal = HUNDRED * _formulas.annual_growth(start, end, years, root)
    return rate if start > 0 else -rate


@library_context
def compound(rates: Iterable[NumberLike]) -> Decimal:
    """Return what yearly growth rates come to over all the years [percent]; never their sum.

    Args:
        rates: Growth rates, one for each year [percent]; of none the result is 0.

    Raises:
        UndefinedMeasureError: A rate below -100, which would turn the sign.

    >>> compound(["10", "10"])
    Decimal('21.00')
    """
    factor = Decimal(_formulas.chained(_factors(rates, "compound growth")))
    return HUNDRED * (factor - 1)


@library_context
def average_growth(rates: Iterable[NumberLike]) -> Decimal:
    """Return the one rate that, every year, comes to the same as these [percent a year]; never their mean.

    Args:
        rates: Growth rates, one for each year [percent].

    Raises:
        UndefinedMeasureError: No rate, or one below -100, which would turn the sign.

    >>> average_growth(["0", "21"])
    Decimal('10.00000000000000000000000000')
    """
    factors = _factors(rates, "average growth")
    if not factors:
        undefined(Reason.NO_TIME, "average growth")
    growth = _formulas.annual_growth(Decimal(1), _formulas.chained(factors), Decimal(len(factors)), root)
    return HUNDRED * Decimal(growth)


def _factors(rates: Iterable[NumberLike], measure: str) -> list[Decimal]:
    factors = [1 + rate / HUNDRED for rate in numbers(rates, "rates")]
    if any(factor < 0 for factor in factors):
        undefined(Reason.SIGN_CHANGE, measure)
    return factors
