"""Aim: a bound with the side that is declared to be better, and how far an actual is from it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple, TypeAlias

from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.evidence import Actual
from civicplan.measure import attainment, gap
from civicplan.model import Direction
from civicplan.values import Bound, BoundKind, Interval

#: One value, or the two ends of a range.
Target: TypeAlias = Decimal | tuple[Decimal, Decimal]


class Aim(NamedTuple):
    """What a target aims at: its bound, and which side is declared to be better.

    Attributes:
        bound: The acceptable values.
        direction: The declared direction of the measure; it opens the better side of a range and of an "about".
    """

    bound: Bound
    direction: Direction | None = None

    @property
    def acceptable(self) -> Interval:
        """The acceptable values, as far as they are known."""
        return self.bound.acceptable(self.direction)

    @property
    def is_floor(self) -> bool:
        """True where more is never worse."""
        return self.acceptable.high is None

    @property
    def is_cap(self) -> bool:
        """True where less is never worse."""
        return self.acceptable.low is None

    def is_met_by(self, actual: Actual) -> bool:
        """Return whether the actual is acceptable so far: all that its digits allow, else its printed value."""
        interval, acceptable = actual.interval, self.acceptable
        if interval.issubset(acceptable) or interval.isdisjoint(acceptable):
            return interval.issubset(acceptable)
        return actual.value in acceptable

    @property
    def side(self) -> Direction:
        """Which way is better: up to a floor, down to a cap, or into a range."""
        if self.is_floor:
            return Direction.HIGHER
        return Direction.LOWER if self.is_cap else Direction.RANGE

    @property
    def _target(self) -> Target:
        """What an actual is compared with: the centre of an "about" with an open side, else the ends that count."""
        if self.bound.kind is BoundKind.ABOUT and self.side is not Direction.RANGE:
            return self.bound.figure.value
        return _ends(self.acceptable)

    def attainment(self, actual: Actual) -> Decimal:
        """Return actual against target [share]: y/T for a floor, T/y for a cap, 1 inside a range.

        Raises:
            UndefinedMeasureError: There is no such ratio, or the actual is hedged.
        """
        return attainment(actual=actual.plain_value, target=self._target, direction=self.side)

    def attainment_interval(self, actual: Actual) -> Interval:
        """Return every attainment that the printed digits allow [share].

        Raises:
            UndefinedMeasureError: There is no such ratio, or the actual is hedged, or may lie outside a range.
        """
        share, target = self.attainment(actual), self._target
        if isinstance(target, tuple):
            if not actual.interval.issubset(self.acceptable):
                raise UndefinedMeasureError(Reason.LIMITS_UNKNOWN, "the interval of the attainment")
            return Interval.exactly(share)
        return actual.interval / target if self.is_floor else target / actual.interval

    def shortfall(self, actual: Actual) -> Decimal:
        """Return how far the actual is outside what is acceptable [unit of the actual]; 0 or less inside."""
        return gap(actual=actual.value, target=_ends(self.acceptable), direction=self.side)


def _ends(acceptable: Interval) -> Target:
    """The ends of what is acceptable: one of a floor or a cap, both of a range."""
    low, high = acceptable.low, acceptable.high
    if low is None or high is None:
        end = high if low is None else low
        assert end is not None, "no bound accepts every value"
        return end
    return low, high
