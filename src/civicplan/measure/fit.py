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
        """Return the value of the line at a time."""
        return self.value + self.slope * (time - self.time)


def least_squares(points: Sequence[XY], weights: Sequence[Decimal] | None = None) -> Line:
    """Return the line with the least sum of weighted squared distances; it needs two different times.

    >>> least_squares([(Decimal(0), Decimal(1)), (Decimal(1), Decimal(3)), (Decimal(2), Decimal(5))]).slope
    Decimal('2')
    """
    weighted = list(zip([Decimal(1)] * len(points) if weights is None else weights, points, strict=True))
    total = sum((weight for weight, _ in weighted), Decimal(0))
    mean_time = sum((weight * time for weight, (time, _) in weighted), Decimal(0)) / total
    mean_value = sum((weight * value for weight, (_, value) in weighted), Decimal(0)) / total
    variance = sum((weight * (time - mean_time) ** 2 for weight, (time, _) in weighted), Decimal(0))
    covariance = sum(
        (weight * (time - mean_time) * (value - mean_value) for weight, (time, value) in weighted), Decimal(0)
    )
    return Line(mean_time, mean_value, covariance / variance)


def theil_sen(points: Sequence[XY]) -> Line:
    """Return the line with the median slope between all pairs of points, through the median of what it leaves over.

    A single outlier does not move it.

    >>> line = theil_sen([(Decimal(t), Decimal(v)) for t, v in ((0, 1), (1, 3), (2, 500), (3, 7), (4, 9))])
    >>> line.at(Decimal(5))
    Decimal('11')
    """
    slope = median([(after[1] - before[1]) / (after[0] - before[0]) for before, after in combinations(points, 2)])
    return Line(Decimal(0), median([y - slope * x for x, y in points]), slope)


def median(values: Sequence[Decimal]) -> Decimal:
    """Return the middle value, or half way between the two middle ones.

    >>> median([Decimal(4), Decimal(1), Decimal(2)])
    Decimal('2')
    """
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
