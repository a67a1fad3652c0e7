"""Reductions that compound: what they add up to, how much of the task is done, what remains."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from civicplan.errors import Reason
from civicplan.measure import _formulas
from civicplan.measure._numbers import HUNDRED, NumberLike, number, numbers, positive_years, undefined
from civicplan.values._decimals import library_context, ln, root


@library_context
def cumulative_reduction(rates: Iterable[NumberLike]) -> Decimal:
    """Return what yearly reductions come to over all the years [percent]: 1 - Π(1-r), never their sum.

    Args:
        rates: Yearly reductions [percent], positive when it falls; of none the result is 0.

    Raises:
        UndefinedMeasureError: A reduction of more than 100.

    >>> cumulative_reduction(["-1.51", "2.20", "4.18"]).quantize(Decimal("0.01"))
    Decimal('4.87')
    """
    fallen: Decimal = _formulas.reduction(_kept(rates, "rates", "the cumulative reduction"))
    return HUNDRED * fallen


@library_context
def reduction_progress(reductions: Iterable[NumberLike], target: NumberLike) -> Decimal:
    """Return the share of a reduction target done [share]: ln Π(1-r) / ln(1-R), so that equal rates are equal parts.

    Args:
        reductions: The reductions so far [percent], positive when it falls.
        target: The reduction to be reached over the whole period [percent].

    Raises:
        UndefinedMeasureError: A target not between 0 and 100, or a reduction of 100 or more.

    Source: as published by a provincial statistics bureau, which attributes the formula to the National Bureau of
    Statistics of China.

    >>> reduction_progress(["-1.51", "2.20", "4.18"], "17").quantize(Decimal("0.001"))
    Decimal('0.268')
    """
    goal = _target(target, "the progress of the reduction")
    kept = _kept(reductions, "reductions", "the progress of the reduction")
    if not kept:
        undefined(Reason.RATE_TOO_LARGE, "the progress of the reduction")
    done: Decimal = _formulas.log_progress(kept, goal, ln)
    return done


@library_context
def remaining_reduction(reductions: Iterable[NumberLike], target: NumberLike, years: NumberLike = 1) -> Decimal:
    """Return the reduction still to be made in each of the years left [percent]; 0 when nothing is left.

    Over one year it is all that remains; with no reductions yet it is the planned reduction of each year.

    Args:
        reductions: The reductions so far [percent], positive when it falls.
        target: The reduction to be reached over the whole period [percent].
        years: Over how many years the rest is spread [years].

    Raises:
        UndefinedMeasureError: A target not between 0 and 100, a reduction of more than 100, or no years.

    Source: as published by a provincial statistics bureau.

    >>> remaining_reduction(["-1.51", "2.20", "4.18"], "17", years=2).quantize(Decimal("0.01"))
    Decimal('6.59')
    """
    measure = "the remaining reduction"
    length = positive_years(years, measure)
    kept, goal = _kept(reductions, "reductions", measure), _target(target, measure)
    if not kept:
        return Decimal(0)
    left: Decimal = _formulas.remaining(kept, goal)
    if left <= 0:
        return Decimal(0)
    yearly: Decimal = _formulas.per_year(left, length, root)
    return HUNDRED * yearly


@library_context
def planned_reduction(target: NumberLike, years: NumberLike) -> Decimal:
    """Return the equal yearly reduction that compounds to the target [percent a year]: 1 - (1-R)^(1/n).

    Args:
        target: The reduction to be reached over the whole period [percent].
        years: Over how many years it is spread [years].

    Raises:
        UndefinedMeasureError: A target not between 0 and 100, or no years.

    Source: as published by a provincial statistics bureau.

    >>> planned_reduction("17", 5).quantize(Decimal("0.01"))
    Decimal('3.66')
    """
    measure = "the planned reduction"
    yearly: Decimal = _formulas.per_year(_target(target, measure), positive_years(years, measure), root)
    return HUNDRED * yearly


@library_context
def over_fulfilment(actual: NumberLike, target: NumberLike) -> Decimal:
    """Return how far a finished total or reduction went beyond its target [percent of the target]: (y-T)/T.

    Args:
        actual: What was reached over the whole period [percent or unit of the indicator].
        target: What was to be reached [as the actual].

    Raises:
        UndefinedMeasureError: The target is zero or negative.

    Source: 26.59 against 20 is published as 32.95 % beyond.

    >>> over_fulfilment("26.59", "20")
    Decimal('32.9500')
    """
    value, goal = number(actual, "actual"), number(target, "target")
    if goal <= 0:
        undefined(Reason.ZERO_TARGET if goal == 0 else Reason.NEGATIVE_VALUE, "over-fulfilment")
    beyond: Decimal = _formulas.over_fulfilment(value, goal)
    return HUNDRED * beyond


def _kept(rates: Iterable[NumberLike], name: str, measure: str) -> Decimal:
    """Return what the reductions leave of the start [share]."""
    factors = [1 - rate / HUNDRED for rate in numbers(rates, name)]
    if any(factor < 0 for factor in factors):
        undefined(Reason.RATE_TOO_LARGE, measure)
    return Decimal(_formulas.chained(factors))


def _target(target: NumberLike, measure: str) -> Decimal:
    """Return the reduction to be reached [share]."""
    goal = number(target, "target") / HUNDRED
    if not 0 < goal < 1:
        undefined(Reason.TARGET_OUT_OF_RANGE, measure)
    return goal
