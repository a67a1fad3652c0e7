"""Interval: an unbroken run of true values, open or closed at either end."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen


@frozen(kw_only=True)
class Interval:
    """A set of true values without gaps; an end that is None lies at infinity.

    >>> from decimal import Decimal
    >>> printed = Interval(low=Decimal("94.95"), high=Decimal("95.05"), includes_high=False)
    >>> Decimal("95.05") in printed
    False
    """

    #: The lower end; None reaches to minus infinity.
    low: Decimal | None = None
    #: The upper end; None reaches to plus infinity.
    high: Decimal | None = None
    #: Whether the lower end itself belongs to the set.
    includes_low: bool = True
    #: Whether the upper end itself belongs to the set.
    includes_high: bool = True

    def __contains__(self, value: Decimal) -> bool:
        """True exactly when the value is one of the set."""
        above = self.low is None or (value >= self.low if self.includes_low else value > self.low)
        below = self.high is None or (value <= self.high if self.includes_high else value < self.high)
        return above and below

    def within(self, other: Interval) -> bool:
        """True exactly when every value here is also one of the other."""
        return self._starts_in(other) and self._ends_in(other)

    def apart_from(self, other: Interval) -> bool:
        """True exactly when no value here is one of the other."""
        return self._below(other) or other._below(self)

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


EVERYTHING = Interval()
