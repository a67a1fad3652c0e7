"""What the measures take for a number, and how they say that there is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from decimal import Decimal, InvalidOperation
from numbers import Real
from typing import NoReturn, Protocol, TypeAlias

from civicplan.errors import (
    InvalidTypeError,
    InvalidValueError,
    Reason,
    UndefinedMeasureError,
    describe,
    naming_field,
)
from civicplan.values import Figure, FigureLike, to_figure


class _RealNumber(Protocol):
    """A float, or a scalar such as numpy's float32 or int64."""

    def is_integer(self, /) -> bool:
        """Tell whether the number is whole."""


#: What a measure takes for a number: a figure or text, or any number, a float by its shortest text.
NumberLike: TypeAlias = FigureLike | float | _RealNumber

HUNDRED = Decimal(100)
#: A number is a power of ten no further from 1.
LARGEST_MAGNITUDE = 100
_PASS_ONE = "pass one number; civicplan.panel has the measures of whole columns"


def number(value: NumberLike, name: str) -> Decimal:
    """Return the value of one number, exactly as it is written; results of one measure feed the next.

    Args:
        value: The number; a float counts by its shortest text.
        name: The name of the argument that holds it, for the error.

    Raises:
        InvalidTypeError: No number, or a whole column of them.
        InvalidValueError: Text that is no number, or a number that is not finite or out of all proportion.

    >>> number(0.1, "actual"), number("95.0", "actual")
    (Decimal('0.1'), Decimal('95.0'))
    """
    with naming_field(name):
        return _value(value)


def _value(value: NumberLike) -> Decimal:
    if isinstance(value, Figure):
        return value.value
    if isinstance(value, str | int):
        return to_figure(value).value
    if isinstance(value, Decimal):
        return value if _is_within_reach(value) else _within_reach(value, describe(str(value)))
    if isinstance(value, Real):
        return _within_reach(_by_shortest_text(value), describe(value))
    raise InvalidTypeError("", "one number", describe(value), _PASS_ONE if isinstance(value, Iterable) else "")


def _by_shortest_text(value: Real) -> Decimal:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        raise InvalidTypeError("", "a number in decimal digits", describe(value)) from None


def _is_within_reach(value: Decimal) -> bool:
    return value.is_finite() and abs(value.adjusted()) <= LARGEST_MAGNITUDE


def _within_reach(value: Decimal, shown: str) -> Decimal:
    if not value.is_finite():
        raise InvalidValueError("", "a finite number", shown, "leave missing values out")
    if not _is_within_reach(value):
        raise InvalidValueError("", f"a number within 10^±{LARGEST_MAGNITUDE}", shown)
    return value


def numbers(values: Iterable[NumberLike], name: str) -> list[Decimal]:
    """Return the values of several numbers; an error names the one at fault by its position.

    >>> numbers(["1.5", 2], "rates")
    [Decimal('1.5'), Decimal('2')]
    """
    if isinstance(values, str | bytes | Mapping | Set) or not isinstance(values, Iterable):
        raise InvalidTypeError(name, "a list of numbers", describe(values), "put a single one in brackets: [x]")
    return [number(value, f"{name}[{index}]") for index, value in enumerate(values)]


def positive_years(years: NumberLike, measure: str) -> Decimal:
    """Return a number of years that is more than none."""
    length = number(years, "years")
    if length <= 0:
        undefined(Reason.NO_TIME, measure)
    return length


def undefined(reason: Reason, measure: str) -> NoReturn:
    """Say why the measure has no value."""
    raise UndefinedMeasureError(reason, measure)
