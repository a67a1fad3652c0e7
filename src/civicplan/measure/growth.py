"""Growth: average annual rates between two levels, and what rates compound to."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from civicplan.errors import Reason
from civicplan.measure import _formulas
from civicplan.measure._numbers import HUNDRED, number, positive_years, shares, undefined
from civicplan.values import FigureLike
from civicplan.values._decimals import library_context


def cagr(start: FigureLike, end: FigureLike, years: FigureLike) -> Decimal:
    """Compound annual growth rate [percent a year]: compounded over the years, it turns the start into the end.

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
    return _annual_growth(start, end, years, "the growth rate")


def required_cagr(current: FigureLike, target: FigureLike, years: FigureLike) -> Decimal:
    """The growth rate that turns the current level into the target in the years that are left [percent a year].

    Args:
        current: The level reached [unit of the indicator].
        target: The level to be reached [unit of the indicator].
        years: The time left [years].

    Raises:
        UndefinedMeasureError: The current level is zero, the signs differ, or no time is left.

    >>> required_cagr("0.934", "0.83", 3).quantize(Decimal("0.1"))
    Decimal('-3.9')
    """
    return _annual_growth(current, target, years, "the required growth rate")


@library_context
def _annual_growth(start: FigureLike, end: FigureLike, years: FigureLike, measure: str) -> Decimal:
    first, last, length = number(start), number(end), positive_years(years, measure)
    if first == 0:
        undefined(Reason.ZERO_BASELINE, measure)
    if first * last < 0:
        undefined(Reason.SIGN_CHANGE, measure)
    rate: Decimal = HUNDRED * _formulas.annual_growth(first, last, length)
    return rate if first > 0 else -rate


@library_context
def compound(rates: Iterable[FigureLike]) -> Decimal:
    """What yearly growth rates come to over all the years [percent]; never their sum.

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
def average_growth(rates: Iterable[FigureLike]) -> Decimal:
    """The one rate that, every year, comes to what yearly growth rates come to [percent a year]; never their mean.

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
    return HUNDRED * Decimal(_formulas.annual_growth(Decimal(1), _formulas.chained(factors), Decimal(len(factors))))


def _factors(rates: Iterable[FigureLike], measure: str) -> list[Decimal]:
    growths = shares(rates)
    if any(growth < -1 for growth in growths):
        undefined(Reason.SIGN_CHANGE, measure)
    return [1 + growth for growth in growths]
