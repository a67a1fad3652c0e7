"""How one document prints numbers and years."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from attrs import frozen
from hypothesis import strategies as st

import civicplan as cp

#: Years of a plan; the year before it has the index 0.
LAST = 5
#: Enough digits for a root to be rounded to what the true root would be rounded to.
_DIGITS = 60


@frozen
class Manner:
    """How a document rounds halves, and what its years are: one way in all of it.

    Attributes:
        halves: How a half is rounded.
        is_fiscal: True where a year runs from April to March.
        is_lenient: True where close to the schedule is still on track.
        goes_by_the_last: True where its words rest on the last figures, False where on those before a revision.
        names_places: True where every figure and claim says in which line it stands.
    """

    halves: str
    is_fiscal: bool
    is_lenient: bool
    goes_by_the_last: bool
    names_places: bool

    def years(self, first: int, last: int) -> str:
        """The period from the first to the last of some years, counted from the year before the plan."""
        start, end = 2015 + first, 2015 + last
        if self.is_fiscal:
            return f"{start}-04/{end + 1}-03"
        return f"{start}" if first == last else f"{start}/{end}"

    def year(self, index: int) -> str:
        return self.years(index, index)

    @property
    def plan_period(self) -> str:
        return self.years(1, LAST)

    def printed(self, value: Fraction, places: int) -> str:
        """The value rounded to so many places."""
        size = abs(value) * 10**places
        whole, rest = divmod(size, 1)
        digits = int(whole) + (rest > Fraction(1, 2) or (rest == Fraction(1, 2) and self._rounds_up(int(whole))))
        text = f"{Decimal(digits).scaleb(-places):f}"
        return f"-{text}" if value < 0 and digits else text

    def _rounds_up(self, whole: int) -> bool:
        return self.halves == ROUND_HALF_UP or (self.halves == ROUND_HALF_EVEN and whole % 2 == 1)

    def source(self, line: int) -> cp.Source | None:
        return cp.Source(document="report", line=line) if self.names_places else None


MANNERS = st.builds(
    Manner,
    halves=st.sampled_from((ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN)),
    is_fiscal=st.integers(0, 3).map(lambda number: number == 0),
    is_lenient=st.booleans(),
    goes_by_the_last=st.booleans(),
    names_places=st.booleans(),
)


def root(value: Fraction, degree: int) -> Fraction:
    """The positive root of a positive number, to many digits."""
    with localcontext(prec=_DIGITS):
        quotient = Decimal(value.numerator) / Decimal(value.denominator)
        return Fraction(quotient ** (Decimal(1) / degree))


def mean(values: Iterable[Fraction]) -> Fraction:
    known = list(values)
    return sum(known, start=Fraction(0)) / len(known)
