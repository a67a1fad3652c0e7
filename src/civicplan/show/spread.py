"""Labels side by side, each as near to its place as the others allow."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], gap: float, top: float, bottom: float) -> list[float]:
    """Return heights as near to those wanted as the gap between them allows, from the top down.

    Args:
        wanted: The heights wanted, in order [pixels].
        gap: How far they are apart at least [pixels].
        top: The highest there may be [pixels].
        bottom: The lowest, where there is space for all [pixels].

    >>> spread([10, 11, 40], 10, 0, 100)
    [10, 20, 40]
    """
    heights: list[float] = []
    for height in wanted:
        heights.append(max(height, heights[-1] + gap if heights else top))
    lowest = bottom
    for place in reversed(range(len(heights))):
        heights[place] = min(heights[place], lowest)
        lowest = heights[place] - gap
    return heights
