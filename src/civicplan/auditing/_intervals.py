"""Arithmetic on intervals of printed figures: whatever the unprinted digits are, the true result lies inside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from civicplan.errors import UndefinedMeasureError
from civicplan.values import UNBOUNDED, Bound, Figure, Interval
from civicplan.values._decimals import EXACT, library_context

_HUNDRED = Decimal(100)


def printed(figure: Figure) -> Interval:
    """Every true value that may have been printed like this, whichever way halves were rounded: both ends belong."""
    return Interval(low=figure.interval.low, high=figure.interval.high)


def exactly(value: Decimal) -> Interval:
    """One value and no other."""
    return Interval(low=value, high=value)


def counted(figure: Figure, *, exact: bool) -> Interval:
    """The value itself where things were counted, else every value that may have been printed like this."""
    return exactly(figure.value) if exact else printed(figure)


def meet(one: Interval, other: Interval) -> bool:
    """True when some value belongs to both."""
    return not one.isdisjoint(other)


def span(intervals: Iterable[Interval]) -> Interval:
    """From the lowest to the highest value of any of them."""
    ends = list(intervals)
    lows, highs = [end.low for end in ends], [end.high for end in ends]
    return Interval(
        low=None if None in lows else min(low for low in lows if low is not None),
        high=None if None in highs else max(high for high in highs if high is not None),
    )


def total(values: Iterable[Decimal]) -> Decimal:
    """The sum, without rounding."""
    result = Decimal(0)
    for value in values:
        result = EXACT.add(result, value)
    return result


def added(intervals: Iterable[Interval]) -> Interval:
    """Every sum of one value from each."""
    low: Decimal | None = Decimal(0)
    high: Decimal | None = Decimal(0)
    for interval in intervals:
        low = None if low is None or interval.low is None else EXACT.add(low, interval.low)
        high = None if high is None or interval.high is None else EXACT.add(high, interval.high)
    return Interval(low=low, high=high)


def divided(interval: Interval, parts: int) -> Interval:
    """Every value of the interval, shared out equally."""

    def share(value: Decimal) -> Decimal:
        return _quotient(value, Decimal(parts))

    return rising(share, interval)


def percentage(part: Interval, whole: Interval) -> Interval:
    """Every percentage that a value of the part is of a value of the whole [percent]; needs a whole above zero."""
    if part.low is None or part.high is None or whole.low is None or whole.high is None or whole.low <= 0:
        return UNBOUNDED
    low = _quotient(part.low, whole.high if part.low >= 0 else whole.low)
    high = _quotient(part.high, whole.low if part.high >= 0 else whole.high)
    return Interval(low=EXACT.multiply(low, _HUNDRED), high=EXACT.multiply(high, _HUNDRED))


def rising(formula: Callable[[Decimal], Decimal], interval: Interval) -> Interval:
    """What a formula that rises with its value makes of an interval; where an end is undefined nothing is excluded."""
    try:
        low = None if interval.low is None else formula(interval.low)
        high = None if interval.high is None else formula(interval.high)
    except UndefinedMeasureError:
        return UNBOUNDED
    return Interval(low=low, high=high)


def negated(interval: Interval) -> Interval:
    """Every value with its sign turned."""
    low = None if interval.high is None else interval.high.copy_negate()
    high = None if interval.low is None else interval.low.copy_negate()
    return Interval(low=low, high=high)


def accepted(bound: Bound) -> Interval:
    """The acceptable values of a bound whose printed figures may have been rounded."""
    margin = max(_half_digit(figure) for figure in (bound.figure, bound.second) if figure is not None)
    ends = bound.interval
    low = None if ends.low is None else EXACT.subtract(ends.low, margin)
    high = None if ends.high is None else EXACT.add(ends.high, margin)
    return Interval(low=low, high=high)


def _half_digit(figure: Figure) -> Decimal:
    high = figure.interval.high
    assert high is not None
    return EXACT.subtract(high, figure.value)


@library_context
def _quotient(part: Decimal, whole: Decimal) -> Decimal:
    return part / whole
