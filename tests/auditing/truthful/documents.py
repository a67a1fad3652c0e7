"""Truthful documents of any mix of kinds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from attrs import evolve, frozen
from hypothesis import strategies as st

import civicplan as cp
from civicplan.model import Claim, VerdictLike

from .counting import counts, counts_of_tasks, tables, weighted
from .manner import MANNERS, Manner
from .parts import breakdowns, parts_and_sum, sums
from .rows import rows
from .statements import World, levels_of_its_own, on_figures, on_standings, on_verdicts
from .tasks import works
from .truths import Truth, truths
from .words import verdicts

#: None or one, and at times two.
_FEW = st.sampled_from((0, 0, 0, 1, 1, 1, 2))


@frozen(kw_only=True)
class Document:
    """A plan with its claims, and what it was made of."""

    plan: cp.Plan
    manner: Manner
    truths: tuple[Truth, ...]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A truthful document."""
    manner, lines = draw(MANNERS), count(1)
    is_extract = draw(st.integers(0, 3)) == 0
    known = [draw(truths(f"i{index}")) for index in range(draw(_FEW) + 1)]
    whole = draw(parts_and_sum(known[0])) if draw(st.integers(0, 2)) == 0 else ()
    printed = [draw(rows(truth, manner, lines)) for truth in (*known, *whole)]
    table = draw(tables(draw(weighted(printed, manner)), is_extract=is_extract))
    words: dict[str, VerdictLike] = {}
    for truth in known:
        true_words = verdicts(truth, revised=draw(st.booleans()))
        if true_words:
            words[truth.id] = draw(st.sampled_from(true_words))
    world = World(manner=manner, truths=(*known, *whole), verdicts=words, table=table)
    tasks = [draw(works(f"t{index}", manner)) for index in range(draw(_FEW))]
    claims = [
        *draw(on_verdicts(world)),
        *draw(on_standings(world)),
        *draw(levels_of_its_own(world)),
        *draw(on_figures(world)),
        *draw(counts(table, words)),
        *draw(counts_of_tasks(tasks, table.unlisted)),
        *draw(breakdowns(manner)),
        *(draw(sums(whole, manner)) if whole else ()),
        *(claim for work in tasks for claim in work.claims),
    ]
    plan = cp.Plan(
        id="p",
        title="A plan",
        period=manner.plan_period,
        complete=not is_extract,
        indicators=table.rows,
        tasks=[work.task for work in tasks],
        claims=[_placed(claim, manner, lines) for claim in claims],
    )
    return Document(plan=plan, manner=manner, truths=world.truths)


def _placed(claim: Claim, manner: Manner, lines: Iterator[int]) -> Claim:
    return evolve(claim, source=manner.source(next(lines)))
