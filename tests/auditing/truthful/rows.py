"""The row that a document prints of an indicator."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hypothesis import strategies as st

import civicplan as cp
from civicplan.model import MeasureLike, ObservationStatusLike

from .manner import LAST, Manner
from .promises import phrase
from .truths import COUNTS, Truth

_FIRST, _LATER, _SINCE = "2021-06", "2022-06", "2017-05"


@st.composite
def rows(draw: st.DrawFn, truth: Truth, manner: Manner, lines: Iterator[int]) -> cp.Indicator:
    """The indicator as the document prints it: some of its figures, some in two editions or places, some hedged."""
    row = _Row(truth, manner, lines)
    has_totals = not truth.is_ratio and draw(st.integers(0, 3)) == 0
    baseline, restated = draw(_baseline(row))
    return cp.Indicator(
        id=truth.id,
        name=truth.id,
        unit=truth.unit,
        prices=truth.prices,
        direction=truth.direction,
        stock=draw(st.booleans()) and not has_totals and all(one.measure != "total" for one in truth.promises),
        exact=draw(st.sampled_from((None, True))) if truth.unit in COUNTS else None,
        natural_range=draw(st.sampled_from((None, ("0", None), ("0", "99999")))),
        baseline=baseline,
        targets=(*(one.target(manner) for one in truth.promises), *((phrase(),) if truth.has_phrase else ())),
        observations=(*restated, *draw(_levels(row)), *draw(_derived(row, has_totals=has_totals))),
        source=manner.source(next(lines)),
    )


class _Row:
    """Prints the figures of one indicator."""

    def __init__(self, truth: Truth, manner: Manner, lines: Iterator[int]) -> None:
        self.truth, self.manner, self._lines = truth, manner, lines

    def is_whole(self, measure: MeasureLike) -> bool:
        return self.truth.unit in COUNTS and measure in ("level", "change", "total")

    def figure(self, value: Fraction, places: int, measure: MeasureLike = "level") -> str:
        return self.manner.printed(value, 0 if self.is_whole(measure) else places)

    def printed(
        self,
        period: str,
        figure: str,
        measure: MeasureLike = "level",
        status: ObservationStatusLike | None = None,
        published: str | None = None,
    ) -> cp.Observation:
        source = self.manner.source(next(self._lines))
        return cp.Observation(
            period=period, figure=figure, measure=measure, status=status, published=published, source=source
        )


@st.composite
def _baseline(draw: st.DrawFn, row: _Row) -> tuple[cp.Observation | None, list[cp.Observation]]:
    """The baseline, and the figure that a later document gives for it where there is another."""
    truth, year = row.truth, row.manner.year(0)
    first = row.figure(truth.start, draw(st.integers(0, 2)))
    if truth.account[0] == truth.other[0]:
        is_there = truth.average != "compound" or draw(st.integers(0, 7))
        return row.printed(year, first) if is_there else None, []
    later = truth.other[0] if truth.start == truth.account[0] else truth.account[0]
    since = row.figure(later, draw(st.integers(0, 2)))
    return row.printed(year, first), [row.printed(year, since, published=_SINCE)]


@st.composite
def _levels(draw: st.DrawFn, row: _Row) -> list[cp.Observation]:
    """The levels of some years; of all where an average is taken that only they show."""
    needs_all = row.truth.average != "compound"
    years = draw(st.sets(st.integers(1, LAST - 1))) | ({LAST} if draw(st.integers(0, 3)) else set())
    return [
        printed
        for year in (range(1, LAST + 1) if needs_all else sorted(years))
        for printed in draw(_level(row, year, may_be_hedged=not needs_all))
    ]


@st.composite
def _level(draw: st.DrawFn, row: _Row, year: int, *, may_be_hedged: bool) -> list[cp.Observation]:
    truth, period = row.truth, row.manner.year(year)
    account, other = truth.account[year], truth.other[year]
    shown = row.figure(account, draw(st.integers(0, 2)))
    if account != other:
        replaced = row.figure(other, draw(st.integers(0, 2)))
        first, last = (replaced, shown) if row.manner.goes_by_the_last else (shown, replaced)
        if draw(st.booleans()):
            return [row.printed(period, first, status="provisional"), row.printed(period, last, status="final")]
        return [row.printed(period, first, published=_FIRST), row.printed(period, last, published=_LATER)]
    if may_be_hedged and draw(st.integers(0, 9)) == 0:
        return [row.printed(period, draw(_hedged(account)))]
    again = [row.printed(period, row.figure(account, draw(st.integers(0, 2))))] if not draw(st.integers(0, 9)) else []
    return [row.printed(period, shown), *again]


@st.composite
def _hedged(draw: st.DrawFn, value: Fraction) -> str:
    """What is printed of a level with a word before it, such as about, at least or at most."""
    whole = int(value)
    return draw(st.sampled_from((f"≈{round(value)}", f"≥{whole}", f"≤{whole + 1}")))


@st.composite
def _derived(draw: st.DrawFn, row: _Row, *, has_totals: bool) -> list[cp.Observation]:
    """Changes, growth, falls and sums, of each year or of the whole period."""
    measures: tuple[MeasureLike, ...] = ("change",) if row.truth.is_ratio else ("change", "growth", "reduction")
    shown: list[tuple[MeasureLike, int, int]] = []
    for measure in (*measures, *(("total",) if has_totals else ())):
        if draw(st.integers(0, 3)) == 0:
            shown += [(measure, year, year) for year in range(1, LAST + 1)]
        if row.truth.prints_growth if measure == "growth" else draw(st.integers(0, 2)) == 0:
            shown.append((measure, 1, LAST))
    return [
        row.printed(
            row.manner.years(first, last),
            row.figure(row.truth.value(measure, first, last), draw(st.integers(0, 2)), measure),
            measure,
        )
        for measure, first, last in shown
    ]
