"""The heights that a trajectory shows, and how a projection is drawn that leads beyond them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from civicplan.evidence import Actual
from civicplan.show.path import place_of
from civicplan.show.way_marks import Mark

#: A projection makes the axis so much longer at most, as a share of what lies between all other values.
_MOST_AHEAD = 2


class Slice(NamedTuple):
    """What a projection spans at one place in time.

    Attributes:
        place: The place in time [years].
        low: The lowest value.
        high: The highest.
    """

    place: float
    low: float
    high: float


class Heights(NamedTuple):
    """The values from the lower to the upper edge of a drawing.

    Attributes:
        low: The value at the lower edge.
        high: The value at the upper edge.
    """

    low: float
    high: float

    @classmethod
    def of(cls, marks: Sequence[Mark], air: float) -> Heights:
        """Return the heights that show these points.

        Args:
            marks: The points.
            air: The space above and below them, as a share of what lies between them [share].
        """
        values = _values(marks)
        space = (max(values) - min(values)) * air or abs(values[0]) * air or 1.0
        return cls(min(values) - space, max(values) + space)

    def within(self, value: float) -> float:
        """Return a value, or the edge beyond which it lies."""
        return min(max(value, self.low), self.high)

    def beyond(self, marks: Sequence[Mark]) -> list[Mark]:
        """Return the projections that lie beyond an edge."""
        return [mark for mark in _ahead(marks) if not self.low <= float(mark.value or 0) <= self.high]

    def wedge(self, marks: Sequence[Mark], start: Actual | None) -> Iterator[Slice]:
        """Return what the projections span from the last actual used to their ends, as far as the edges."""
        ends = _ahead(marks)
        if start is None or not ends:
            return
        place, value = float(place_of(start.period)), float(start.value)
        to, values = float(ends[0].place), [float(end.value or 0) for end in ends]
        sides = min(values), max(values)
        corners = (self._reached(value, end) for end in sides)
        for part in sorted({0.0, *corners, 1.0}):
            low, high = (self.within(value + part * (end - value)) for end in sides)
            yield Slice(place + part * (to - place), low, high)

    def _reached(self, start: float, end: float) -> float:
        """After which part of the way a straight line reaches an edge, or its end [share]."""
        return 1.0 if start == end else min((self.within(end) - start) / (end - start), 1.0)


def _ahead(marks: Sequence[Mark]) -> list[Mark]:
    """The projections that have a value."""
    return [mark for mark in marks if mark.kind == "ahead" and mark.value is not None]


def _values(marks: Sequence[Mark]) -> list[float]:
    """The values that have to be seen; a projection stretches them only so far that all else can still be read."""
    values = [
        float(value)
        for mark in marks
        if mark.value is not None and mark.kind != "ahead"
        for value in (mark.value, *((mark.low, mark.high) if mark.kind != "schedule" else ()))
        if value is not None
    ]
    ahead = [float(mark.value or 0) for mark in _ahead(marks)]
    if not values or not ahead:
        return values or ahead or [0.0]
    space = (max(values) - min(values)) * _MOST_AHEAD or abs(values[0])
    limits = Heights(min(values) - space, max(values) + space)
    return [*values, *map(limits.within, ahead)]
