"""What an honest document may say of one indicator: verdicts, standings, distances, growth and forecasts."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hypothesis import strategies as st

import civicplan as cp
from civicplan.model import Claim, GapToLike, SideLike, StandingLike, VerdictLike

from .manner import LAST, Manner
from .promises import Promise, as_made, in_force
from .truths import COUNTS, Truth

_CLOSE = Fraction(5, 100)


def verdicts(truth: Truth, *, revised: bool) -> list[VerdictLike]:
    """The verdicts that are true, by the targets as revised or as first made; of a phrase nobody can tell."""
    decisive = [_is_kept(truth, promise) for promise in in_force(truth.promises, revised=revised)]
    all_of_them = [_is_kept(truth, promise) for promise in as_made(truth.promises, revised=revised)]
    may_be_missed = truth.has_phrase or any(kept is not True for kept in all_of_them)
    words: list[VerdictLike] = []
    if decisive and False not in decisive:
        words.append("met")
    if may_be_missed and (decisive or truth.has_phrase):
        words.append("not_met")
    return words


def _is_kept(truth: Truth, promise: Promise) -> bool | None:
    first = promise.due if promise.measure == "level" else 1
    return promise.keeps(truth.judged(promise.measure, first, promise.due))


def standings(truth: Truth, year: int, manner: Manner) -> list[StandingLike]:
    """The standings that are true at the end of a year, by one of the targets that are not due then."""
    words: dict[StandingLike, None] = {}
    for promise in truth.promises:
        if promise.due > year and "≈" not in promise.sign:
            words.update(dict.fromkeys(_standings_by(truth, promise, year, manner)))
    return list(words)


def _standings_by(truth: Truth, promise: Promise, year: int, manner: Manner) -> Iterator[StandingLike]:
    match promise.measure:
        case "growth":
            yield "on_track" if promise.keeps(truth.judged("growth", 1, year)) else "behind"
        case "total":
            if promise.wants_more and promise.number > 0:
                share = truth.value("total", 1, year) / promise.number
                yield from _of_share(share, Fraction(year, LAST), manner)
        case "reduction":
            if promise.wants_more and promise.number > 0:
                share = truth.value("reduction", 1, year) / promise.number
                yield from _of_share(share, Fraction(year, LAST), manner)
        case measure:
            start = truth.account[0]
            goals = [goal if measure == "level" else start + goal for goal in promise.goals]
            kept = promise.keeps(truth.account[year] - (0 if measure == "level" else start))
            was_kept = promise.keeps(start if measure == "level" else Fraction(0))
            if was_kept:
                yield "on_track" if kept else "behind"
            elif kept:
                yield from ("achieved_early", "ahead")
            else:
                for goal in goals:
                    yield from _on_the_way(truth, goal, year, promise.due, manner)
                    if abs(goal - truth.account[year]) > abs(goal - truth.account[year - 1]):
                        yield "reversing"


def _on_the_way(truth: Truth, goal: Fraction, year: int, due: int, manner: Manner) -> Iterator[StandingLike]:
    """By the share of the way to a level that is done; on a path of equal rates too, where there is one."""
    start, level = truth.account[0], truth.account[year]
    if goal == start:
        return
    share = (level - start) / (goal - start)
    yield from _of_share(share, Fraction(year, due), manner)
    if goal > 0:
        so_far, needed = (level / start) ** due, (goal / start) ** year
        lead = so_far - needed if goal > start else needed - so_far
        if lead:
            yield "ahead" if lead > 0 else "behind"


def _of_share(share: Fraction, gone: Fraction, manner: Manner) -> Iterator[StandingLike]:
    if share == gone or (manner.is_lenient and abs(share - gone) <= _CLOSE):
        yield "on_track"
    elif share < 0:
        yield "reversing"
    else:
        yield "ahead" if share > gone else "behind"


@st.composite
def gaps(draw: st.DrawFn, truth: Truth, manner: Manner) -> list[Claim]:
    """Distances to the targets on levels and growth, in the unit, or in percent of the target."""
    claims: list[Claim] = []
    for promise in truth.promises:
        if promise.measure in ("level", "growth") and draw(st.booleans()):
            year = draw(st.integers(1, LAST))
            first = year if promise.measure == "level" else 1
            value, goal = truth.value(promise.measure, first, year), draw(st.sampled_from(promise.goals))
            in_percent = promise.measure == "level" and goal > 0 and draw(st.integers(0, 4)) == 0
            distance = 100 * (value - goal) / goal if in_percent else value - goal
            side = draw(st.sampled_from(_sides(distance, promise)))
            claims.append(_gap(truth, manner, distance, side, first, year, promise, "target", draw(st.integers(0, 2))))
            if promise.measure == "level" and promise.due > year:
                start = truth.account[0]
                distance = value - (start + Fraction(year, promise.due) * (goal - start))
                side = draw(st.sampled_from(_sides(distance, promise)))
                claims.append(
                    _gap(truth, manner, distance, side, first, year, promise, "schedule", draw(st.integers(0, 2)))
                )
    return claims


def _sides(distance: Fraction, promise: Promise) -> list[SideLike]:
    """On which side a value lies; either may be meant where neither more nor less is better."""
    if promise.wants_more is None:
        return ["beyond", "short"]
    return ["beyond" if (distance >= 0) is promise.wants_more else "short"]


def _gap(
    truth: Truth,
    manner: Manner,
    distance: Fraction,
    side: SideLike,
    first: int,
    year: int,
    promise: Promise,
    to: GapToLike,
    places: int,
) -> Claim:
    return cp.GapClaim(
        subject=truth.id,
        figure=manner.printed(abs(distance), places),
        side=side,
        measure=promise.measure,
        period=manner.years(first, year),
        to=to,
    )


@st.composite
def rates(draw: st.DrawFn, truth: Truth, manner: Manner) -> list[Claim]:
    """Average growth over some of the years, taken as the document takes it."""
    claims: list[Claim] = []
    for _ in range(0 if truth.is_ratio else draw(st.integers(0, 2))):
        first = draw(st.integers(1, LAST))
        last = draw(st.integers(first, LAST))
        figure = manner.printed(truth.value("growth", first, last), draw(st.integers(0, 2)))
        claims.append(cp.GrowthClaim(subject=truth.id, figure=figure, period=manner.years(first, last)))
    return claims


@st.composite
def forecasts(draw: st.DrawFn, truth: Truth, manner: Manner) -> list[Claim]:
    """What the document foretold, which need not have come true."""
    verdict: VerdictLike = "met" if draw(st.booleans()) else "not_met"
    standing: StandingLike = "ahead" if draw(st.booleans()) else "behind"
    foretold: list[Claim] = [
        cp.VerdictClaim(subjects=(truth.id,), verdict=verdict, is_forecast=True),
        cp.StandingClaim(subjects=(truth.id,), standing=standing, period=manner.year(2), is_forecast=True),
        cp.GrowthClaim(subject=truth.id, figure="88.8", period=manner.plan_period, is_forecast=True),
        cp.GapClaim(subject=truth.id, figure="0.77", side="short", period=manner.year(LAST), is_forecast=True),
        cp.CountClaim(count=77, is_forecast=True),
    ]
    return draw(st.lists(st.sampled_from(foretold), unique_by=type, min_size=1, max_size=2))


def distance_between(one: Truth, other: Truth, year: int, manner: Manner, places: int) -> Claim:
    """How far the level of one indicator lies from that of another."""
    distance = one.account[year] - other.account[year]
    return cp.GapClaim(
        subject=one.id,
        figure=manner.printed(abs(distance), 0 if one.unit in COUNTS else places),
        side="beyond" if distance >= 0 else "short",
        to="indicator",
        reference=other.id,
        period=manner.year(year),
    )
