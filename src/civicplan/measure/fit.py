"""Lines through points in plain Decimal; the callers bring the context."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations
from typing import TypeAlias

from attrs import frozen

#: A time and a value.
XY: TypeAlias = tuple[Decimal, Decimal]


@frozen
class Line:
    """A straight line by a point on it and its slope.

    Attributes:
        time: The time of the point.
        value: Its value.
        slope: The change of the value in one unit of time.

    >>> Line(Decimal(2020), Decimal(10), Decimal(2)).at(Decimal(2023))
    Decimal('16')
    """

    time: Decimal
    value: Decimal
    slope: Decimal

    def at(self, time: Decimal) -> Decimal:
        """The value of the line at a time."""
        return self.value + self.slope * (time - self.time)


def least_squares(points: Sequence[XY], weights: Sequence[Decimal] | None = None) -> Line:
    """The line with the least sum of weighted squared distances; it needs two different times.

    >>> least_squares([(Decimal(0), Decimal(1)), (Decimal(1), Decimal(3)), (Decimal(2), Decimal(5))]).slope
    Decimal('2')
    """
    loads = [Decimal(1)] * len(points) if weights is None else weights
    total = sum(loads, Decimal(0))
    time = sum((load * x for load, (x, _) in zip(loads, points, strict=True)), Decimal(0)) / total
    value = sum((load * y for load, (_, y) in zip(loads, points, strict=True)), Decimal(0)) / total
    spread = sum((load * (x - time) ** 2 for load, (x, _) in zip(loads, points, strict=True)), Decimal(0))
    shared = sum((load * (x - time) * (y - value) for load, (x, y) in zip(loads, points, strict=True)), Decimal(0))
    return Line(time, value, shared / spread)


def theil_sen(points: Sequence[XY]) -> Line:
    """The line with the median of the slopes between all pairs, through the median of what it leaves over.

    A single outlier does not move it.

    >>> line = theil_sen([(Decimal(t), Decimal(v)) for t, v in ((0, 1), (1, 3), (2, 500), (3, 7), (4, 9))])
    >>> line.at(Decimal(5))
    Decimal('11')
    """
    slope = median([(after[1] - before[1]) / (after[0] - before[0]) for before, after in combinations(points, 2)])
    return Line(Decimal(0), median([y - slope * x for x, y in points]), slope)


def median(values: Sequence[Decimal]) -> Decimal:
    """The middle value, or half way between the two middle ones.

    >>> median([Decimal(4), Decimal(1), Decimal(2)])
    Decimal('2')
    """
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
