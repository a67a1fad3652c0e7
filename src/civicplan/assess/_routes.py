"""Routes: published parts that follow each other without a gap, and whether different rows of parts agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from civicplan.errors import Reason
from civicplan.model import Measure, Observation
from civicplan.values import Figure, NotAssessable, Period
from civicplan.values._decimals import EXACT

_CONFLICT = NotAssessable(Reason.CONFLICTING_OBSERVATIONS)
_Key: TypeAlias = tuple[int, int]


class Route(NamedTuple):
    """A row of parts from a common start, and what all rows to the same end allow them to come to."""

    low: Decimal
    high: Decimal
    length: int = 0
    last: Observation | None = None
    before: Route | None = None

    def parts(self) -> tuple[Observation, ...]:
        """The parts, earliest first."""
        found: list[Observation] = []
        route: Route | None = self
        while route is not None and route.last is not None:
            found.append(route.last)
            route = route.before
        return tuple(reversed(found))


def routes_from(
    start: _Key, measure: Measure, published: Iterable[tuple[Period, Observation | NotAssessable]]
) -> dict[_Key, Route | NotAssessable]:
    """The best route to every end that can be reached from the start; the parts come in the order of their starts.

    Fewer parts are better, for less was rounded. Where two routes to one end contradict each other there is none, nor
    beyond it.
    """
    nothing = Decimal(0) if measure is Measure.TOTAL else Decimal(1)
    routes: dict[_Key, Route | NotAssessable] = {start: Route(nothing, nothing)}
    for period, part in published:
        so_far = routes.get(period.start_key)
        if so_far is not None:
            longer = _longer(so_far, part, measure)
            routes[period.end_key] = _better(routes.get(period.end_key), longer)
    return routes


def _longer(route: Route | NotAssessable, part: Observation | NotAssessable, measure: Measure) -> Route | NotAssessable:
    if isinstance(route, NotAssessable) or isinstance(part, NotAssessable):
        return _CONFLICT
    low, high = _span(part.figure, measure)
    join = EXACT.add if measure is Measure.TOTAL else EXACT.multiply
    return Route(join(route.low, low), join(route.high, high), route.length + 1, part, route)


def _span(figure: Figure, measure: Measure) -> tuple[Decimal, Decimal]:
    """What a part adds to a sum, or the factor by which it multiplies what is left or reached."""
    low, high = figure.interval.low, figure.interval.high
    assert low is not None
    assert high is not None
    if measure is Measure.TOTAL:
        return low, high
    if measure is Measure.REDUCTION:
        low, high = high.copy_negate(), low.copy_negate()
    return EXACT.add(Decimal(1), EXACT.scaleb(low, -2)), EXACT.add(Decimal(1), EXACT.scaleb(high, -2))


def _better(known: Route | NotAssessable | None, new: Route | NotAssessable) -> Route | NotAssessable:
    if known is None:
        return new
    if isinstance(known, NotAssessable) or isinstance(new, NotAssessable):
        return _CONFLICT
    low, high = max(known.low, new.low), min(known.high, new.high)
    shorter = new if new.length < known.length else known
    return _CONFLICT if low > high else shorter._replace(low=low, high=high)


def parts_of(routes: Mapping[_Key, Route | NotAssessable], period: Period) -> tuple[Observation, ...] | NotAssessable:
    """The parts of the route through the whole period; () where there is none."""
    route = routes.get(period.end_key)
    if isinstance(route, NotAssessable):
        return route
    return route.parts() if route is not None else ()
