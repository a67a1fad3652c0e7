"""How the rows of a table are numbered, and what an honest document counts of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from fractions import Fraction
from typing import Any

from attrs import evolve, frozen
from hypothesis import strategies as st

import civicplan as cp
from civicplan.model import Claim, NatureLike, VerdictLike

from .manner import Manner
from .tasks import Work

_HEADINGS = ("economy", "environment")
_NATURES: tuple[NatureLike, ...] = ("binding", "expected")
#: What a document counts as one, where it prints numbers: rows, numbers with their letters, or whole numbers.
_SCHEMES = ("none", "plain", "letters", "group", "group without a second number")


@frozen(kw_only=True)
class Table:
    """Numbered rows and the way in which the document counts them.

    Attributes:
        rows: The rows.
        keys: By the id of a row, what it counts as.
        natures: By the id of a row, its nature, which need not be printed.
        unlisted: How many more there are of everything, in a document of which the plan is an extract.
    """

    rows: tuple[cp.Indicator, ...]
    keys: dict[str, str]
    natures: dict[str, NatureLike]
    unlisted: int

    def count(self, ids: Collection[str], *, all_rows: bool = True) -> int:
        """How many indicators the rows are, of which all rows or any row must be among them."""
        quantifier: Callable[[Any], bool] = all if all_rows else any
        named = {key: [id in ids for id, other in self.keys.items() if other == key] for key in self.keys.values()}
        return sum(quantifier(among) for among in named.values()) + self.unlisted


@st.composite
def tables(draw: st.DrawFn, rows: Sequence[cp.Indicator], *, is_extract: bool) -> Table:
    """The rows with numbers, headings and natures; the first two may be two rows of one indicator."""
    scheme = draw(st.sampled_from(_SCHEMES)) if len(rows) > 1 else draw(st.sampled_from(_SCHEMES[:2]))
    is_whole = draw(st.booleans())
    headed = draw(st.integers(0, 3)) > 0
    prints_natures = draw(st.booleans())
    keys: dict[str, str] = {}
    natures: dict[str, NatureLike] = {}
    numbered: list[cp.Indicator] = []
    for index, row in enumerate(rows):
        is_part = index < 2 and scheme not in ("none", "plain")
        keys[row.id] = "the first" if is_part and is_whole else row.id
        shared = numbered[0] if is_part and index == 1 else None
        nature = natures[shared.id] if shared else draw(st.sampled_from(_NATURES))
        natures[row.id] = nature
        heading = draw(st.sampled_from(_HEADINGS)) if headed else None
        numbered.append(
            evolve(
                row,
                number=_number(scheme, index),
                group="the group" if is_part and scheme.startswith("group") else None,
                nature=nature if prints_natures else None,
                category=shared.category if shared else heading,
            )
        )
    return Table(rows=tuple(numbered), keys=keys, natures=natures, unlisted=5 * is_extract)


def _number(scheme: str, index: int) -> str | None:
    match scheme, index:
        case "none", _:
            return None
        case "letters", 0 | 1:
            return "1" + "ab"[index]
        case "group", 0 | 1:
            return "1"
        case "group without a second number", 0 | 1:
            return "1" if index == 0 else None
        case _:
            return str(index + 1)


@st.composite
def counts(draw: st.DrawFn, table: Table, verdicts: dict[str, VerdictLike]) -> list[Claim]:
    """The number of all, of those of one nature, heading or verdict, some with their list."""
    ids = [row.id for row in table.rows]
    claims: list[Claim] = [cp.CountClaim(count=table.count(ids))]
    nature = draw(st.sampled_from(_NATURES))
    of_nature = [id for id in ids if table.natures[id] == nature]
    claims.append(cp.CountClaim(count=table.count(of_nature), nature=nature))
    for heading in {row.category for row in table.rows if row.category}:
        under_it = [row.id for row in table.rows if row.category == heading]
        claims.append(cp.CountClaim(count=table.count(under_it), category=heading))
    for verdict in ("met", "not_met"):
        named = [id for id in ids if verdicts.get(id) == verdict]
        is_listed = bool(named) and draw(st.booleans())
        # Of two rows of one indicator both must be met; a list that names one of them names the indicator.
        needs_all = verdict == "met" and not is_listed
        count = table.count(named, all_rows=needs_all)
        claims.append(cp.CountClaim(count=count, verdict=verdict, members=named if is_listed else ()))
        count = table.count([id for id in named if table.natures[id] == nature], all_rows=verdict == "met")
        claims.append(cp.CountClaim(count=count, verdict=verdict, nature=nature))
    return draw(st.lists(st.sampled_from(claims), unique_by=id, max_size=6))


@st.composite
def counts_of_tasks(draw: st.DrawFn, works: Sequence[Work], unlisted: int) -> list[Claim]:
    """The number of tasks, and of those that the document calls by one word, some with their list."""
    claims: list[Claim] = [cp.CountClaim(count=len(works) + unlisted, counted="tasks")] if works else []
    for status in {work.last_status for work in works} - {None}:
        named = [work.task.id for work in works if work.last_status == status]
        members = named if draw(st.booleans()) else ()
        claims.append(cp.CountClaim(count=len(named) + unlisted, counted="tasks", status=status, members=members))
    return draw(st.lists(st.sampled_from(claims), unique_by=id, min_size=1)) if claims else []


@st.composite
def weighted(draw: st.DrawFn, rows: Sequence[cp.Indicator], manner: Manner) -> Sequence[cp.Indicator]:
    """The rows, often with their shares of 100 as weights."""
    if draw(st.booleans()):
        return rows
    parts = [draw(st.integers(1, 50)) for _ in rows]
    places = draw(st.integers(0, 2))
    shares = [manner.printed(Fraction(100 * part, sum(parts)), places) for part in parts]
    return [evolve(row, weight=share) for row, share in zip(rows, shares, strict=True)]
