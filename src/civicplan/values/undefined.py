"""NotAssessable: the value of a measure that has none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn, ParamSpec, TypeVar

from attrs import frozen

from civicplan.errors import InvalidTypeError, Reason, UndefinedMeasureError

if TYPE_CHECKING:
    from typing_extensions import TypeIs

_P = ParamSpec("_P")
_T = TypeVar("_T")


@frozen
class NotAssessable:
    """Undefined is an answer with a reason; it is not a number, and it is neither true nor false.

    Attributes:
        reason: Why there is no value.

    >>> str(NotAssessable(Reason.ZERO_BASELINE))
    'the baseline is zero'
    """

    reason: Reason

    def __bool__(self) -> NoReturn:
        expected, got = "a value that is true or false", f"an undefined one: {self}"
        raise InvalidTypeError("", expected, got, "write is_defined(x) to ask for a value, or or_none(x) to get None")

    def __format__(self, spec: str) -> str:
        """Return the reason, with any format that a number would have had ignored."""
        return str(self)

    def __str__(self) -> str:
        return self.reason.sentence


def is_defined(value: _T | NotAssessable) -> TypeIs[_T]:
    """Return True for a value, False for the reason why there is none.

    >>> from decimal import Decimal
    >>> is_defined(Decimal(0)), is_defined(NotAssessable(Reason.ZERO_BASELINE))
    (True, False)
    """
    return not isinstance(value, NotAssessable)


def or_none(value: _T | NotAssessable) -> _T | None:
    """Return the value, or None where it is undefined.

    >>> from decimal import Decimal
    >>> or_none(Decimal(0)), or_none(NotAssessable(Reason.ZERO_BASELINE))
    (Decimal('0'), None)
    """
    return None if isinstance(value, NotAssessable) else value


def value_or_reason(compute: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T | NotAssessable:
    """Return what a function gives, or why that is undefined: functions raise, and fields hold.

    >>> from civicplan.measure import cagr
    >>> value_or_reason(cagr, "0", "5", 1)
    NotAssessable(reason=<Reason.ZERO_BASELINE: 'zero_baseline'>)
    """
    try:
        return compute(*args, **kwargs)
    except UndefinedMeasureError as undefined:
        return NotAssessable(undefined.reason)


def defined(value: _T | NotAssessable) -> _T:
    """Return the value that a field holds.

    Raises:
        UndefinedMeasureError: The field holds a reason instead.

    >>> defined(5)
    5
    """
    if isinstance(value, NotAssessable):
        raise UndefinedMeasureError(value.reason)
    return value
