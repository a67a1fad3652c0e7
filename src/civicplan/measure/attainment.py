"""Attainment, progress and gap: how far an actual is from its target."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias, assert_never

from civicplan.errors import InvalidTypeError, InvalidValueError, Reason, describe, naming_field
from civicplan.measure import _formulas
from civicplan.measure._numbers import NumberLike, number, undefined
from civicplan.model import Direction, DirectionLike, to_direction
from civicplan.values._decimals import library_context

#: One value, or the two ends of a range.
Ends: TypeAlias = NumberLike | tuple[NumberLike, NumberLike]

_ATTAINMENT = "attainment"


@library_context
def attainment(
    actual: NumberLike,
    target: Ends,
    direction: DirectionLike = "higher",
    *,
    limits: tuple[NumberLike, NumberLike] | None = None,
) -> Decimal:
    """Return actual against target [share, 1 is the target]: y/T where higher is better, T/y where lower is.

    For a range it is 1 inside and falls along a line to 0 at the admissible limit on the side of the actual.

    Args:
        actual: The value reached [unit of the indicator].
        target: The value to be reached; for a range its two ends [unit of the indicator].
        direction: Which way is better: higher, lower or range.
        limits: The admissible limits of a range, below and above it [unit of the indicator].

    Raises:
        UndefinedMeasureError: The target is zero, or the actual is where lower is better; a ratio that would fall as
            the actual improves; outside a range without limits.

    >>> attainment("12.7", "13", "higher").quantize(Decimal("0.001"))
    Decimal('0.977')
    """
    value = number(actual, "actual")
    low, high = _ends(target)
    with naming_field("direction"):
        better = to_direction(direction)
    match better:
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


def _of_range(actual: Decimal, low: Decimal, high: Decimal, limits: tuple[NumberLike, NumberLike] | None) -> Decimal:
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
def progress(baseline: NumberLike, actual: NumberLike, target: NumberLike) -> Decimal:
    """Return the share of the planned change achieved [share]: 0 at the baseline, 1 at the target, negative in reverse.

    Args:
        baseline: Where the plan started [unit of the indicator].
        actual: The value reached [unit of the indicator].
        target: The value to be reached [unit of the indicator].

    Raises:
        UndefinedMeasureError: Baseline and target are equal, so there is no change to share out.

    >>> progress("62.1", "71.26", "73").quantize(Decimal("0.001"))
    Decimal('0.840')
    """
    start, value, goal = number(baseline, "baseline"), number(actual, "actual"), number(target, "target")
    if start == goal:
        undefined(Reason.TARGET_TO_HOLD, "progress")
    share: Decimal = _formulas.progress(start, value, goal)
    return share


@library_context
def gap(actual: NumberLike, target: Ends, direction: DirectionLike = "higher") -> Decimal:
    """Return how much the actual is short of the target [unit of the indicator]; 0 or less once it is met.

    Args:
        actual: The value reached [unit of the indicator].
        target: The value to be reached; for a range its two ends [unit of the indicator].
        direction: Which way is better: higher, lower or range.

    >>> gap("12.7", "13", "higher")
    Decimal('0.3')
    """
    value = number(actual, "actual")
    low, high = _ends(target)
    with naming_field("direction"):
        better = to_direction(direction)
    match better:
        case Direction.HIGHER:
            return _single(low, high) - value
        case Direction.LOWER:
            return value - _single(low, high)
        case Direction.RANGE:
            return max(low - value, value - high)
        case other:
            assert_never(other)


def _ends(target: Ends) -> tuple[Decimal, Decimal]:
    low, high = _pair("target", target) if isinstance(target, tuple) else (number(target, "target"),) * 2
    if high < low:
        raise InvalidValueError("target", "the lower end first", f"{low}, {high}", f"write ({high}, {low})")
    return low, high


def _pair(name: str, values: tuple[NumberLike, NumberLike]) -> tuple[Decimal, Decimal]:
    if not isinstance(values, tuple) or len(values) != 2:
        raise InvalidTypeError(name, "a tuple of two numbers", describe(values))
    return number(values[0], f"{name}[0]"), number(values[1], f"{name}[1]")


def _single(low: Decimal, high: Decimal) -> Decimal:
    if low != high:
        raise InvalidValueError("target", "one value unless the direction is range", f"{low}, {high}")
    return low
