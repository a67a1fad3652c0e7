"""Attainment, progress and gap: how far an actual is from its target."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never

from civicplan.errors import InvalidTypeError, InvalidValueError, Reason, describe
from civicplan.measure import _formulas
from civicplan.measure._numbers import number, undefined
from civicplan.model import Direction, DirectionLike, to_direction
from civicplan.values import FigureLike
from civicplan.values._decimals import library_context

Ends = FigureLike | tuple[FigureLike, FigureLike]

_ATTAINMENT = "attainment"


@library_context
def attainment(
    *,
    actual: FigureLike,
    target: Ends,
    direction: DirectionLike,
    limits: tuple[FigureLike, FigureLike] | None = None,
) -> Decimal:
    """Actual against target [share, 1 is the target]: y/T where higher is better, T/y where lower is.

    For a range it is 1 inside and falls along a line to 0 at the admissible limit on the side of the actual.

    Args:
        actual: The value reached [unit of the indicator].
        target: The value to be reached; for a range its two ends [unit of the indicator].
        direction: Which way is better: higher, lower or range.
        limits: The admissible limits of a range, below and above it [unit of the indicator].

    Raises:
        UndefinedMeasureError: The target is zero, or the actual is where lower is better; a ratio that would fall as
            the actual improves; outside a range without limits.

    >>> attainment(actual="12.7", target="13", direction="higher").quantize(Decimal("0.001"))
    Decimal('0.977')
    """
    value = number(actual)
    low, high = _ends(target)
    match to_direction(direction):
        case Direction.HIGHER:
            return _of_floor(value, _single(low, high))
        case Direction.LOWER:
            return _of_cap(value, _single(low, high))
        case Direction.RANGE:
            return _of_range(value, low, high, limits)
        case other:
            assert_never(other)


def _of_floor(actual: Decimal, target: Decimal) -> Decimal:
    if target == 0:
        undefined(Reason.ZERO_TARGET, _ATTAINMENT)
    if target < 0:
        undefined(Reason.NEGATIVE_VALUE, _ATTAINMENT)
    share: Decimal = _formulas.attainment_of_floor(actual, target)
    return share


def _of_cap(actual: Decimal, target: Decimal) -> Decimal:
    if actual == 0:
        undefined(Reason.ZERO_ACTUAL, _ATTAINMENT)
    if target == 0:
        undefined(Reason.ZERO_TARGET, _ATTAINMENT)
    if actual < 0 or target < 0:
        undefined(Reason.NEGATIVE_VALUE, _ATTAINMENT)
    share: Decimal = _formulas.attainment_of_cap(actual, target)
    return share


def _of_range(actual: Decimal, low: Decimal, high: Decimal, limits: tuple[FigureLike, FigureLike] | None) -> Decimal:
    if low <= actual <= high:
        return Decimal(1)
    if limits is None:
        undefined(Reason.LIMITS_UNKNOWN, _ATTAINMENT)
    lowest, highest = _pair("limits", limits)
    if not (lowest < low and high < highest):
        raise InvalidValueError("limits", f"one below {low} and one above {high}", f"{lowest} and {highest}")
    nearest, limit = (low, lowest) if actual < low else (high, highest)
    share: Decimal = _formulas.attainment_off_range(actual, nearest, limit)
    return share


@library_context
def progress(*, baseline: FigureLike, actual: FigureLike, target: FigureLike) -> Decimal:
    """Share of the planned change achieved [share]: 0 at the baseline, 1 at the target, below 0 when it reverses.

    Args:
        baseline: Where the plan started [unit of the indicator].
        actual: The value reached [unit of the indicator].
        target: The value to be reached [unit of the indicator].

    Raises:
        UndefinedMeasureError: Baseline and target are equal, so there is no change to share out.

    >>> progress(baseline="62.1", actual="71.26", target="73").quantize(Decimal("0.001"))
    Decimal('0.840')
    """
    start, goal = number(baseline), number(target)
    if start == goal:
        undefined(Reason.TARGET_TO_HOLD, "progress")
    share: Decimal = _formulas.progress(start, number(actual), goal)
    return share


@library_context
def gap(*, actual: FigureLike, target: Ends, direction: DirectionLike) -> Decimal:
    """How much the actual is short of the target [unit of the indicator]; 0 or less once it is met.

    Args:
        actual: The value reached [unit of the indicator].
        target: The value to be reached; for a range its two ends [unit of the indicator].
        direction: Which way is better: higher, lower or range.

    >>> gap(actual="12.7", target="13", direction="higher")
    Decimal('0.3')
    """
    value = number(actual)
    low, high = _ends(target)
    match to_direction(direction):
        case Direction.HIGHER:
            return _single(low, high) - value
        case Direction.LOWER:
            return value - _single(low, high)
        case Direction.RANGE:
            return max(low - value, value - high)
        case other:
            assert_never(other)


def _ends(target: Ends) -> tuple[Decimal, Decimal]:
    low, high = _pair("target", target) if isinstance(target, tuple) else (number(target), number(target))
    if high < low:
        raise InvalidValueError("target", "the lower end first", f"{low}, {high}", f"write ({high}, {low})")
    return low, high


def _pair(name: str, values: tuple[FigureLike, FigureLike]) -> tuple[Decimal, Decimal]:
    if not isinstance(values, tuple) or len(values) != 2:
        raise InvalidTypeError(name, "a tuple of two numbers", describe(values))
    return number(values[0]), number(values[1])


def _single(low: Decimal, high: Decimal) -> Decimal:
    if low != high:
        raise InvalidValueError("target", "one value unless the direction is range", f"{low}, {high}")
    return low
