"""Chains: parts that follow each other come to what their printed digits allow, and the best chain is taken."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import prod

from hypothesis import given
from hypothesis import strategies as st

from civicplan import Figure, NotAssessable, Observation, Period, Reason
from civicplan.evidence import Actual
from civicplan.evidence.chains import Chain, Chains, NoChain, chain_through, chains_from
from civicplan.model import Measure
from civicplan.testing import figures

YEARS = [Period.parse(str(year)) for year in range(2016, 2021)]
RATES = figures(min_value=-20, max_value=20, max_places=2)


def chains(measure: Measure, *parts: tuple[str, str | None]) -> Chains:
    """The chains from the start of 2016 of parts given by period and figure; None is a disputed one."""
    known = [(Period.parse(period), figure) for period, figure in parts]
    published: list[tuple[Period, Actual | NotAssessable]] = [
        (
            period,
            NotAssessable(Reason.CONFLICTING_OBSERVATIONS)
            if figure is None
            else Actual.published(Observation(period=period, figure=figure, measure=measure)),
        )
        for period, figure in sorted(known, key=lambda part: (part[0].start_key, part[0].end_key))
    ]
    return chains_from(YEARS[0].start_key, measure, published)


def parts_of(known: Chains, period: Period) -> tuple[Actual, ...] | NotAssessable:
    found = chain_through(known, period)
    if found is None:
        return ()
    return found.parts() if isinstance(found, Chain) else found


def figures_of(found: tuple[Actual, ...] | NotAssessable) -> list[str] | NotAssessable:
    return found if isinstance(found, NotAssessable) else [str(part) for part in found]


def come_to(measure: Measure, values: Sequence[Fraction]) -> Fraction:
    """The sum of amounts, or the factor that rates compound to."""
    if measure is Measure.TOTAL:
        return sum(values, Fraction(0))
    sign = -1 if measure is Measure.REDUCTION else 1
    return prod((1 + sign * value / 100 for value in values), start=Fraction(1))


@given(st.sampled_from((Measure.TOTAL, Measure.GROWTH, Measure.REDUCTION)), st.lists(RATES, min_size=1, max_size=3))
def test_a_chain_allows_from_the_least_to_the_most_that_its_digits_allow(
    measure: Measure, printed: list[Figure]
) -> None:
    parts = [(str(year), str(figure)) for year, figure in zip(YEARS, printed, strict=False)]
    chain = chains(measure, *parts)[YEARS[len(printed) - 1].end_key]
    assert isinstance(chain, Chain)
    ends = [(figure.interval.low, figure.interval.high) for figure in printed]
    results = [come_to(measure, [Fraction(end or 0) for end in corner]) for corner in product(*ends)]
    assert [Fraction(end) for end in (chain.own.low, chain.own.high) if end is not None] == [min(results), max(results)]
    assert chain.own == chain.shared
    assert chain.parts() == chain.parts()
    assert [str(part) for part in chain.parts()] == [figure for _, figure in parts]


def test_parts_lead_on_only_where_one_ends_and_the_next_begins() -> None:
    gap = chains(Measure.TOTAL, ("2016", "1"), ("2018", "1"))
    assert set(gap) == {YEARS[0].start_key, YEARS[0].end_key}
    assert parts_of(gap, Period.parse("2016/2018")) == ()
    overlap = chains(Measure.TOTAL, ("2016-H1", "1"), ("2016-Q2/2016-Q4", "1"))
    assert parts_of(overlap, Period.parse("2016")) == ()


def test_the_chain_that_leaves_the_least_room_is_best_then_the_shortest() -> None:
    halves = [("2016-H1", "1.0"), ("2016-H2", "1.0")]
    year = Period.parse("2016/2017")
    finer = chains(Measure.TOTAL, *halves, ("2016", "2"), ("2017", "1"))
    assert figures_of(parts_of(finer, year)) == ["1.0", "1.0", "1"]
    as_fine = chains(Measure.TOTAL, ("2016-H1", "1.00"), ("2016-H2", "1.0"), ("2016", "2.00"), ("2017", "1"))
    assert figures_of(parts_of(as_fine, year)) == ["2.00", "1"]
    # Twenty figures printed to the unit leave an interval as wide as two printed to the ten.
    months = [(f"{2016 + number // 12}-{number % 12 + 1:02}", "1") for number in range(20)]
    tens = [("2016-01-01/2017-08-15", "1E+1"), ("2017-08-16/2017-08-31", "1E+1")]
    as_wide = chains(Measure.TOTAL, *months, *tens)
    assert figures_of(parts_of(as_wide, Period.parse("2016-01/2017-08"))) == [str(Figure("1E+1"))] * 2


def test_chains_contradict_each_other_when_no_value_is_common_to_them() -> None:
    for whole, is_contradicted in (("1.9", True), ("2.0", False), ("2.1", False), ("2.2", True)):
        # The halves come to 1.95 to 2.15, both ends included, since halves may be rounded either way.
        parts = [("2016-H1", "1.0"), ("2016-H2", "1.05"), ("2016", whole), ("2017", "1")]
        found = chains(Measure.TOTAL, *parts)
        for end in (YEARS[0], YEARS[1]):
            assert (found[end.end_key] is NoChain.CONTRADICTED) == is_contradicted, (whole, end)


def test_three_chains_agree_only_on_what_all_of_them_allow() -> None:
    quarters = [(f"2016-Q{number}", "1") for number in (1, 2, 3, 4)]
    wide = chains(Measure.TOTAL, *quarters, ("2016-H1", "1.6"), ("2016-H2", "1.6"))
    assert isinstance(wide[YEARS[0].end_key], Chain)
    # Each of them agrees with the quarters, but they do not agree with each other.
    narrow = chains(Measure.TOTAL, *quarters, ("2016-H1", "1.6"), ("2016-H2", "1.6"), ("2016", "4.7"))
    assert narrow[YEARS[0].end_key] is NoChain.CONTRADICTED


def test_a_disputed_part_is_gone_round_where_that_can_be_done() -> None:
    halves = [("2016-H1", "1"), ("2016-H2", "1")]
    assert figures_of(parts_of(chains(Measure.TOTAL, *halves, ("2016", None)), Period.parse("2016"))) == ["1", "1"]
    half_disputed = chains(Measure.TOTAL, ("2016-H1", "1"), ("2016-H2", None), ("2016", "2"))
    assert figures_of(parts_of(half_disputed, Period.parse("2016"))) == ["2"]
    conflict = NotAssessable(Reason.CONFLICTING_OBSERVATIONS)
    assert parts_of(chains(Measure.TOTAL, ("2016", None), ("2017", "1")), Period.parse("2016/2017")) == conflict
    disputed = chains(Measure.TOTAL, ("2016-H1", "1"), ("2016-H2", None), ("2016", None))
    assert disputed[YEARS[0].end_key] is NoChain.DISPUTED


def test_nothing_comes_to_nothing() -> None:
    for measure, nothing in ((Measure.TOTAL, 0), (Measure.GROWTH, 1), (Measure.REDUCTION, 1)):
        start = chains(measure)[YEARS[0].start_key]
        assert isinstance(start, Chain)
        assert (start.own.low, start.own.high, start.parts()) == (Decimal(nothing), Decimal(nothing), ())
