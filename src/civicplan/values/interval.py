"""Interval: an unbroken run of true values, open or closed at either end, and its arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction
from itertools import product
from typing import NamedTuple, TypeAlias

from attrs import frozen

from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.values._decimals import EXACT, RESULT_DIGITS, WORKING, keeping, root, round_result

_ZERO, _ONE = Decimal(0), Decimal(1)
_INFINITY = Decimal("Infinity")
#: A root is computed to 50 digits: one this close to a number of 28, for its size, is that number.
_ROOT_ERROR = Decimal("1E-45")


@frozen(kw_only=True)
class Interval:
    """A set of true values without gaps; an end that is None lies at infinity.

    Sums, differences, products, quotients and powers hold every result that values of the two sets can have. Ends are
    exact where they can be; one with more digits than are kept is rounded outwards, a quotient or a root to 28 digits,
    a sum or a product to 120, and one beyond every number lies at infinity. A number stands for the interval of that
    one value.

    Attributes:
        low: The lower end; None reaches to minus infinity.
        high: The upper end; None reaches to plus infinity.
        includes_low: Whether the lower end itself belongs to the set.
        includes_high: Whether the upper end itself belongs to the set.

    >>> printed = Interval(low=Decimal("94.95"), high=Decimal("95.05"), includes_high=False)
    >>> Decimal("95.05") in printed, (printed - 95).low
    (False, Decimal('-0.05'))
    """

    low: Decimal | None = None
    high: Decimal | None = None
    includes_low: bool = True
    includes_high: bool = True

    @classmethod
    def exactly(cls, value: Decimal) -> Interval:
        """Return the set of one value.

        >>> Decimal(3) in Interval.exactly(Decimal(3))
        True
        """
        return cls(low=value, high=value)

    @classmethod
    def hull(cls, intervals: Iterable[Interval]) -> Interval:
        """Return the smallest interval that holds all of these; of none, everything.

        >>> Interval.hull([Interval.exactly(Decimal(1)), Interval.exactly(Decimal(3))]).high
        Decimal('3')
        """
        ends = [end for interval in intervals for end in (interval._start, interval._end)]
        return _around(ends) if ends else UNBOUNDED

    @classmethod
    def common(cls, intervals: Iterable[Interval]) -> Interval | None:
        """Return the values that belong to all of these; None where there are none; of no intervals, everything.

        >>> Interval.common([Interval(low=Decimal(1)), Interval(high=Decimal(2))]).width
        Decimal('1')
        """
        rest = iter(intervals)
        shared: Interval | None = next(rest, UNBOUNDED)
        for interval in rest:
            shared = shared and shared.intersection(interval)
        return shared

    @property
    def closure(self) -> Interval:
        """The same set with its ends, as where halves may have been rounded either way."""
        return Interval(low=self.low, high=self.high)

    @property
    def width(self) -> Decimal | None:
        """The distance from end to end; None where an end lies at infinity."""
        return None if self.low is None or self.high is None else EXACT.subtract(self.high, self.low)

    def __contains__(self, value: Decimal | Fraction) -> bool:
        """True exactly when the value is one of the set."""
        above = self.low is None or (value >= self.low if self.includes_low else value > self.low)
        below = self.high is None or (value <= self.high if self.includes_high else value < self.high)
        return above and below

    def issubset(self, other: Interval) -> bool:
        """Return True exactly when every value here is also one of the other."""
        return self._starts_in(other) and self._ends_in(other)

    def isdisjoint(self, other: Interval) -> bool:
        """Return True exactly when no value here is one of the other."""
        return self._below(other) or other._below(self)

    def intersection(self, other: Interval) -> Interval | None:
        """Return the values that belong to both; None where there are none.

        >>> Interval(low=Decimal(1)).intersection(Interval(high=Decimal(2))).width
        Decimal('1')
        """
        if self.isdisjoint(other):
            return None
        low, high = (self if self._starts_in(other) else other), (self if self._ends_in(other) else other)
        return Interval(low=low.low, high=high.high, includes_low=low.includes_low, includes_high=high.includes_high)

    def _starts_in(self, other: Interval) -> bool:
        if self.low is None or other.low is None:
            return other.low is None
        return self.low > other.low or (self.low == other.low and (other.includes_low or not self.includes_low))

    def _ends_in(self, other: Interval) -> bool:
        if self.high is None or other.high is None:
            return other.high is None
        return self.high < other.high or (self.high == other.high and (other.includes_high or not self.includes_high))

    def _below(self, other: Interval) -> bool:
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and not (self.includes_high and other.includes_low))

    @property
    def _start(self) -> _End:
        return _End(_INFINITY.copy_negate(), False) if self.low is None else _End(self.low, self.includes_low)

    @property
    def _end(self) -> _End:
        return _End(_INFINITY, False) if self.high is None else _End(self.high, self.includes_high)

    @property
    def _ends(self) -> tuple[_End, ...]:
        """Both ends; of one value, it alone."""
        return (self._start,) if self.width == 0 else (self._start, self._end)

    def __neg__(self) -> Interval:
        """Every value with its sign turned."""
        return _between(self._end.negated, self._start.negated)

    def __add__(self, other: Operand) -> Interval:
        """Every sum of a value here and a value of the other."""
        right = _operand(other)
        return _between(_sum(self._start, right._start), _sum(self._end, right._end))

    def __sub__(self, other: Operand) -> Interval:
        """Every difference of a value here and a value of the other."""
        return self + -_operand(other)

    def __mul__(self, other: Operand) -> Interval:
        """Every product of a value here and a value of the other."""
        return self._corners(_operand(other), _product)

    def __truediv__(self, other: Operand) -> Interval:
        """Every quotient of a value here and a value of the other; everything where the other holds zero within."""
        right = _operand(other)
        if right._start.value < 0 < right._end.value or _ZERO in right:
            return UNBOUNDED
        side = _ONE if right._start.value >= 0 else _ONE.copy_negate()

        def quotient(part: _End, whole: _End) -> _End | None:
            return _quotient(part, whole, side)

        return self._corners(right, quotient)

    def root(self, degree: Decimal | int) -> Interval:
        """Return every root of a value here, of one degree above zero.

        Raises:
            UndefinedMeasureError: A value here is negative.

        >>> Interval(low=Decimal(8), high=Decimal(27)).root(3).high
        Decimal('3')
        """
        if degree == 1:
            return self
        if self._start.value < 0:
            raise UndefinedMeasureError(Reason.NEGATIVE_VALUE, "the root")
        return _between(_root(self._start, Decimal(degree)), _root(self._end, Decimal(degree)))

    def __radd__(self, other: Decimal | int) -> Interval:
        """The number plus every value here."""
        return self + other

    def __rsub__(self, other: Decimal | int) -> Interval:
        """The number minus every value here."""
        return _operand(other) - self

    def __rmul__(self, other: Decimal | int) -> Interval:
        """The number times every value here."""
        return self * other

    def __rtruediv__(self, other: Decimal | int) -> Interval:
        """The number over every value here."""
        return _operand(other) / self

    def _corners(self, other: Interval, join: Callable[[_End, _End], _End | None]) -> Interval:
        """The interval whose ends are results of ends: where each operand moves a result one way, they bound it."""
        return _around(end for pair in product(self._ends, other._ends) if (end := join(*pair)) is not None)


class _End(NamedTuple):
    """An end of an interval, infinite ones included, and whether it belongs to the set.

    An end that is the result of rounding carries where it surely lies above and below.
    """

    value: Decimal
    included: bool
    ceiling: Decimal | None = None

    @property
    def negated(self) -> _End:
        """The end with its sign turned."""
        return _End(self.value.copy_negate(), self.included)

    @property
    def highest(self) -> Decimal:
        """The value, rounded up where it had to be rounded."""
        return self.value if self.ceiling is None else self.ceiling


Operand: TypeAlias = Interval | Decimal | int
#: Every value there is.
UNBOUNDED = Interval()


def _operand(value: Operand) -> Interval:
    return value if isinstance(value, Interval) else Interval.exactly(Decimal(value))


def _around(ends: Iterable[_End]) -> Interval:
    """The interval from the lowest of the ends to the highest; an end belongs to it if any that made it does."""
    corners = list(ends)
    return _between(min(corners, key=_low_and_excluded), max(corners, key=_high_and_included))


def _low_and_excluded(end: _End) -> tuple[Decimal, bool]:
    return end.value, not end.included


def _high_and_included(end: _End) -> tuple[Decimal, bool]:
    return end.highest, end.included


def _between(start: _End, end: _End) -> Interval:
    """The interval from one end to the other; an end at infinity is none."""
    low, high = start.value, end.highest
    return Interval(
        low=low if low.is_finite() else None,
        high=high if high.is_finite() else None,
        includes_low=start.included or low.is_infinite(),
        includes_high=end.included or high.is_infinite(),
    )


class _Outward(NamedTuple):
    """How results are rounded outwards: the contexts that round down and up to so many digits."""

    down: Context
    up: Context

    @classmethod
    def to(cls, digits: int) -> _Outward:
        """Return the contexts of so many digits."""
        return cls(keeping(digits, ROUND_FLOOR), keeping(digits, ROUND_CEILING))

    def join(self, one: _End, two: _End, operation: Callable[[Context, Decimal, Decimal], Decimal]) -> _End:
        """Return the result of two ends: itself where it has no more digits, else the next number below and above."""
        below, above = operation(self.down, one.value, two.value), operation(self.up, one.value, two.value)
        if below == above:
            return _End(above, one.included and two.included)
        return _End(below, False, above)


_OF_SUMS, _OF_QUOTIENTS = _Outward.to(EXACT.prec), _Outward.to(RESULT_DIGITS)


def _sum(one: _End, two: _End) -> _End:
    return _OF_SUMS.join(one, two, Context.add)


def _product(one: _End, two: _End) -> _End:
    """Zero times anything is zero, even where the other end lies at infinity or does not belong to its set."""
    if one.value and two.value:
        return _OF_SUMS.join(one, two, Context.multiply)
    return _End(_ZERO, (one.included and not one.value) or (two.included and not two.value))


def _quotient(part: _End, whole: _End, side: Decimal) -> _End | None:
    """The quotient of two ends; a whole of zero is an open end, from the side that the other wholes lie on."""
    if not part.value:
        return _End(_ZERO, part.included)
    if whole.value.is_infinite():
        return None if part.value.is_infinite() else _End(_ZERO, False)
    if not whole.value:
        return _End(_INFINITY.copy_sign(EXACT.multiply(part.value, side)), False)
    if part.value.is_infinite():
        return _End(EXACT.multiply(part.value, side), False)
    return _OF_QUOTIENTS.join(part, whole, Context.divide)


def _root(end: _End, degree: Decimal) -> _End:
    if end.value.is_infinite() or not end.value:
        return end
    value = root(end.value, degree)
    error = EXACT.subtract(value, round_result(value)).copy_abs()
    if error <= EXACT.multiply(value, _ROOT_ERROR):
        return _End(round_result(value), end.included)
    # The value has been rounded before, to 50 digits.
    below, above = WORKING.next_minus(value), WORKING.next_plus(value)
    return _End(round_result(below, ROUND_FLOOR), False, round_result(above, ROUND_CEILING))
