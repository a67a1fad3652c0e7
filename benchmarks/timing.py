"""Ratios measured side by side: the two take turns, so a machine that slows down slows both."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter


def seconds(work: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    started = perf_counter()
    work()
    return perf_counter() - started


def side_by_side(one: Callable[[], object], other: Callable[[], object], *, runs: int) -> float:
    """The median of one's time over the other's, call by call, after one call of each to warm up."""
    one()
    other()
    return median(seconds(one) / seconds(other) for _ in range(runs))
