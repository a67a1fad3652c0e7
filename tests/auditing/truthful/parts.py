"""Parts and their whole: rows that add up to another, shares, and wholes that are split in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import strategies as st

import civicplan as cp
from civicplan.model import Claim

from .manner import LAST, Manner
from .truths import COUNTS, Truth, like


@st.composite
def parts_and_sum(draw: st.DrawFn, part: Truth) -> tuple[Truth, ...]:
    """Another part beside an indicator, and the indicator that the two add up to."""
    percents = [draw(st.integers(10, 300)) for _ in part.account]
    account = tuple(
        max(Fraction(1), Fraction(round(level * percent * part.grid / 100), part.grid))
        for level, percent in zip(part.account, percents, strict=True)
    )
    other = like(part, f"{part.id}-rest", account)
    return other, like(part, f"{part.id}-sum", _added(part.account, account))


def _added(one: Sequence[Fraction], other: Sequence[Fraction]) -> tuple[Fraction, ...]:
    return tuple(first + second for first, second in zip(one, other, strict=True))


@st.composite
def sums(draw: st.DrawFn, whole: tuple[Truth, ...], manner: Manner) -> list[Claim]:
    """That the rows add up to the whole, and what share of it the other part is."""
    other, together = whole
    part = together.id.removesuffix("-sum")
    year = draw(st.integers(1, LAST))
    is_count, places = together.unit in COUNTS, draw(st.integers(0, 2))
    shown = manner.printed(together.account[year], 0 if is_count else places)
    adds_up = cp.BreakdownClaim(
        subject=together.id,
        members=(part, other.id),
        whole=shown,
        period=manner.year(year),
        exact=is_count,
    )
    share = cp.ShareClaim(
        subject=together.id,
        part=manner.printed(other.account[year], 0 if is_count else places),
        whole=shown if draw(st.booleans()) else None,
        percent=manner.printed(100 * other.account[year] / together.account[year], draw(st.integers(0, 1))),
        period=manner.year(year),
        exact=is_count,
    )
    return draw(st.lists(st.sampled_from((adds_up, share)), unique_by=id))


@st.composite
def breakdowns(draw: st.DrawFn, manner: Manner) -> list[Claim]:
    """A whole split into parts in a sentence, as percentages or as figures, and a share of counted things."""
    parts = [Fraction(draw(st.integers(1, 2000)), 20) for _ in range(draw(st.integers(2, 4)))]
    whole, places = sum(parts, start=Fraction(0)), draw(st.integers(0, 1))
    counted, all_of_them = sorted((draw(st.integers(1, 999)), draw(st.integers(1, 999))))
    claims: list[Claim] = [
        cp.BreakdownClaim(subject="p", figures=[manner.printed(100 * part / whole, places) for part in parts]),
        cp.BreakdownClaim(
            subject="p",
            figures=[manner.printed(part, places) for part in parts],
            whole=manner.printed(whole, draw(st.integers(0, 1))),
        ),
        cp.ShareClaim(
            subject="p",
            part=str(counted),
            whole=str(all_of_them) if draw(st.booleans()) else None,
            percent=manner.printed(Fraction(100 * counted, all_of_them), draw(st.integers(0, 2))),
            exact=True,
        ),
    ]
    return draw(st.lists(st.sampled_from(claims), unique_by=id, max_size=2))
