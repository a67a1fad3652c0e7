"""The claims of a document on several indicators: lists of verdicts and standings, levels of its own, distances."""

from __future__ import annotations

from itertools import permutations

from attrs import frozen
from hypothesis import strategies as st

import civicplan as cp
from civicplan.model import Claim, StandingLike, VerdictLike

from .counting import Table
from .manner import LAST, Manner
from .truths import Truth
from .words import distance_between, forecasts, gaps, rates, standings


@frozen(kw_only=True)
class World:
    """What is true, and how the document speaks of it.

    Attributes:
        manner: How it prints.
        truths: The indicators.
        verdicts: The verdicts that it gives, by id; none of what has no target.
        table: The rows that it prints.
    """

    manner: Manner
    truths: tuple[Truth, ...]
    verdicts: dict[str, VerdictLike]
    table: Table


@st.composite
def on_verdicts(draw: st.DrawFn, world: World) -> list[Claim]:
    """The verdicts one by one, or in lists that may be offered as complete; some graded."""
    if draw(st.integers(0, 2)) == 0:
        return [
            cp.VerdictClaim(
                subjects=(id,),
                verdict=verdict,
                grade=draw(st.sampled_from((None, "fulfilled"))) if verdict == "met" else None,
            )
            for id, verdict in world.verdicts.items()
        ]
    lists: dict[VerdictLike, list[str]] = {}
    for id, verdict in world.verdicts.items():
        lists.setdefault(verdict, []).append(id)
    shown = draw(st.lists(st.sampled_from(sorted(lists)), unique=True, min_size=1)) if lists else []
    # What a complete list of one verdict omits has the other one, or has no target.
    is_complete = draw(st.booleans())
    return [cp.VerdictClaim(subjects=lists[word], verdict=word, exhaustive=is_complete) for word in shown]


@st.composite
def on_standings(draw: st.DrawFn, world: World) -> list[Claim]:
    """The standings at the end of a year in lists, and how many are in one of them."""
    year = draw(st.integers(1, LAST - 1))
    lists: dict[StandingLike, list[str]] = {}
    for truth in world.truths:
        words = standings(truth, year, world.manner)
        is_rated = draw(st.integers(0, 4)) > 0
        if words and is_rated:
            lists.setdefault(draw(st.sampled_from(words)), []).append(truth.id)
    period, is_complete = world.manner.year(year), draw(st.booleans())
    claims: list[Claim] = [
        cp.StandingClaim(subjects=ids, standing=word, period=period, exhaustive=is_complete)
        for word, ids in lists.items()
    ]
    for word, ids in lists.items():
        if draw(st.booleans()):
            members = ids if draw(st.booleans()) else ()
            claims.append(cp.CountClaim(count=world.table.count(ids, all_rows=False), standing=word, members=members))
    return claims


@st.composite
def levels_of_its_own(draw: st.DrawFn, world: World) -> list[Claim]:
    """Each indicator on one level of a scale that is the document's own."""
    if draw(st.integers(0, 2)):
        return []
    scale, year = draw(st.integers(1, 3)), world.manner.year(draw(st.integers(1, LAST)))
    ranks: dict[int, list[str]] = {}
    for truth in world.truths:
        ranks.setdefault(draw(st.integers(1, scale)), []).append(truth.id)
    exhaustive = draw(st.booleans())
    return [
        cp.StandingClaim(
            subjects=ids, level=f"warning level {rank}", rank=rank, scale=scale, period=year, exhaustive=exhaustive
        )
        for rank, ids in ranks.items()
    ]


@st.composite
def on_figures(draw: st.DrawFn, world: World) -> list[Claim]:
    """Distances and growth, and what was foretold of them."""
    claims: list[Claim] = []
    for truth in world.truths:
        claims += [*draw(gaps(truth, world.manner)), *draw(rates(truth, world.manner))]
        if draw(st.integers(0, 4)) == 0:
            claims += draw(forecasts(truth, world.manner))
    for one, other in permutations(world.truths, 2):
        if one.unit == other.unit and draw(st.booleans()):
            year, places = draw(st.integers(1, LAST)), draw(st.integers(0, 2))
            claims.append(distance_between(one, other, year, world.manner, places))
    return claims
