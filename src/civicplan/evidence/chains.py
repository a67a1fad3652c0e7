"""Chains: published parts that follow each other without a gap, and whether different chains agree."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from typing import NamedTuple, TypeAlias

from civicplan.errors import Reason
from civicplan.evidence.actual import Actual
from civicplan.model import Measure
from civicplan.values import Interval, NotAssessable, Period

_Key: TypeAlias = tuple[int, int]
#: The measures whose parts add up; those of the others multiply.
_SUMMED = (Measure.TOTAL, Measure.CHANGE)
_HUNDREDTH = Interval.exactly(Decimal("0.01"))
_INFINITY = Decimal("Infinity")


class Chain(NamedTuple):
    """A chain of parts from a common start, with what its own printed digits allow and what all chains allow."""

    own: Interval
    shared: Interval
    length: int = 0
    last: Actual | None = None
    before: Chain | None = None

    def parts(self) -> tuple[Actual, ...]:
        """Return the parts, earliest first."""
        parts: list[Actual] = []
        chain: Chain | None = self
        while chain is not None and chain.last is not None:
            parts.append(chain.last)
            chain = chain.before
        return tuple(reversed(parts))


class NoChain(Enum):
    """Why there is no chain to an end that parts reach.

    Attributes:
        DISPUTED: Every chain goes through a figure that is disputed itself.
        CONTRADICTED: Two chains that are sound by themselves contradict each other, here or on the way.
    """

    DISPUTED = "disputed"
    CONTRADICTED = "contradicted"


Chains: TypeAlias = dict[_Key, Chain | NoChain]


def chains_from(start: _Key, measure: Measure, parts: Iterable[tuple[Period, Actual | NotAssessable]]) -> Chains:
    """Return the best chain to every end that can be reached from the start.

    The best chain is the one whose printed digits leave the narrowest interval, then the one of fewest parts. Chains go
    round a disputed figure where they can. Where two chains to one end contradict each other there is none, nor beyond.

    Args:
        start: The start of the first part.
        measure: What the parts measure.
        parts: The published parts in the order of their starts; of a disputed one there is only the reason.
    """
    nothing = Interval.exactly(Decimal(0 if measure in _SUMMED else 1))
    chains: Chains = {start: Chain(nothing, nothing)}
    for period, part in parts:
        chain = chains.get(period.start_key)
        if chain is not None:
            longer = _longer(chain, part, measure)
            known = chains.get(period.end_key)
            chains[period.end_key] = longer if known is None else _better(known, longer)
    return chains


def _longer(chain: Chain | NoChain, part: Actual | NotAssessable, measure: Measure) -> Chain | NoChain:
    if isinstance(chain, NoChain):
        return chain
    if isinstance(part, NotAssessable):
        return NoChain.DISPUTED
    join, step = Interval.__add__ if measure in _SUMMED else Interval.__mul__, _step(part.interval, measure)
    own = join(chain.own, step)
    # Until two chains meet, what one allows is what all allow.
    shared = own if chain.shared is chain.own else join(chain.shared, step)
    return Chain(own, shared, chain.length + 1, part, chain)


def _step(part: Interval, measure: Measure) -> Interval:
    """What a part adds to a sum, or the factor by which it multiplies what is left or reached."""
    if measure in _SUMMED:
        return part
    share = part * _HUNDREDTH
    return 1 - share if measure is Measure.REDUCTION else 1 + share


def _better(known: Chain | NoChain, other: Chain | NoChain) -> Chain | NoChain:
    if NoChain.CONTRADICTED in (known, other):
        return NoChain.CONTRADICTED
    if isinstance(known, NoChain):
        return other
    if isinstance(other, NoChain):
        return known
    shared = known.shared.intersection(other.shared)
    best = min(known, other, key=_width_and_length)
    return NoChain.CONTRADICTED if shared is None else best._replace(shared=shared)


def _width_and_length(chain: Chain) -> tuple[Decimal, int]:
    width = chain.own.width
    return _INFINITY if width is None else width, chain.length


def chain_through(chains: Chains, period: Period) -> Chain | NotAssessable | None:
    """Return the chain through the whole period, or why there is none; None where no parts reach its end."""
    chain = chains.get(period.end_key)
    return NotAssessable(Reason.CONFLICTING_OBSERVATIONS) if isinstance(chain, NoChain) else chain
