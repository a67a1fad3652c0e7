"""Chains: published parts that follow each other without a gap, and whether different rows of parts agree."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from typing import NamedTuple, TypeAlias

from civicplan.errors import Reason
from civicplan.model import Measure, Observation
from civicplan.values import Figure, NotAssessable, Period
from civicplan.values._decimals import EXACT

_Key: TypeAlias = tuple[int, int]


class Span(NamedTuple):
    """From the lowest value that printed digits allow to the highest."""

    low: Decimal
    high: Decimal

    @property
    def width(self) -> Decimal:
        """From end to end."""
        return EXACT.subtract(self.high, self.low)


class Chain(NamedTuple):
    """A row of parts from a common start: what its own printed digits allow it to come to, and what all rows do."""

    own: Span
    agreed: Span
    length: int = 0
    last: Observation | None = None
    before: Chain | None = None

    def parts(self) -> tuple[Observation, ...]:
        """The parts, earliest first."""
        found: list[Observation] = []
        route: Chain | None = self
        while route is not None and route.last is not None:
            found.append(route.last)
            route = route.before
        return tuple(reversed(found))


class NoChain(Enum):
    """Why there is no route to an end that rows of parts reach.

    Attributes:
        DISPUTED: Every row goes through a figure that is disputed itself.
        CONTRADICTED: Two rows that are sound by themselves contradict each other, here or on the way.
    """

    DISPUTED = "disputed"
    CONTRADICTED = "contradicted"


Chains: TypeAlias = dict[_Key, Chain | NoChain]


def chains_from(
    start: _Key, measure: Measure, published: Iterable[tuple[Period, Observation | NotAssessable]]
) -> Chains:
    """The best route to every end that can be reached from the start; the parts come in the order of their starts.

    The route that its printed digits leave the least room is best, then the one of fewer parts. A figure that is
    disputed itself is gone round where that can be done. Where two routes to one end contradict each other there is
    none, nor beyond it.
    """
    nothing = Decimal(0) if measure is Measure.TOTAL else Decimal(1)
    at_start = Span(nothing, nothing)
    routes: Chains = {start: Chain(at_start, at_start)}
    for period, part in published:
        so_far = routes.get(period.start_key)
        if so_far is not None:
            longer = _longer(so_far, part, measure)
            known = routes.get(period.end_key)
            routes[period.end_key] = longer if known is None else _better(known, longer)
    return routes


def _longer(route: Chain | NoChain, part: Observation | NotAssessable, measure: Measure) -> Chain | NoChain:
    if isinstance(route, NoChain):
        return route
    if isinstance(part, NotAssessable):
        return NoChain.DISPUTED
    span = _span(part.figure, measure)
    join = EXACT.add if measure is Measure.TOTAL else EXACT.multiply
    own, agreed = (Span(join(one.low, span.low), join(one.high, span.high)) for one in (route.own, route.agreed))
    return Chain(own, agreed, route.length + 1, part, route)


def _span(figure: Figure, measure: Measure) -> Span:
    """What a part adds to a sum, or the factor by which it multiplies what is left or reached."""
    low, high = figure.interval.low, figure.interval.high
    assert low is not None
    assert high is not None
    if measure is Measure.TOTAL:
        return Span(low, high)
    if measure is Measure.REDUCTION:
        low, high = high.copy_negate(), low.copy_negate()
    return Span(EXACT.add(Decimal(1), EXACT.scaleb(low, -2)), EXACT.add(Decimal(1), EXACT.scaleb(high, -2)))


def _better(known: Chain | NoChain, new: Chain | NoChain) -> Chain | NoChain:
    if NoChain.CONTRADICTED in (known, new):
        return NoChain.CONTRADICTED
    if isinstance(known, NoChain) or isinstance(new, NoChain):
        return new if isinstance(known, NoChain) else known
    agreed = Span(max(known.agreed.low, new.agreed.low), min(known.agreed.high, new.agreed.high))
    best = min(known, new, key=lambda route: (route.own.width, route.length))
    return NoChain.CONTRADICTED if agreed.low > agreed.high else best._replace(agreed=agreed)


def parts_of(routes: Chains, period: Period) -> tuple[Observation, ...] | NotAssessable:
    """The parts of the route through the whole period; () where there is none."""
    route = routes.get(period.end_key)
    if isinstance(route, NoChain):
        return NotAssessable(Reason.CONFLICTING_OBSERVATIONS)
    return route.parts() if route is not None else ()
