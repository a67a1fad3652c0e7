"""Laws of what is decisive: a verdict that nothing could overturn is that of the true values, whatever they are."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from civicplan import Figure, Reason, Verdict
from civicplan.assessment import Caveat

from ._truths import Row, assessed, rows


@given(rows())
def test_a_decisive_verdict_is_that_of_the_true_values_that_were_printed(row: Row) -> None:
    found = assessed(row)
    if found.decisive:
        assert row.is_acceptable is not None or found.verdict is Verdict.MET
        assert found.verdict is (Verdict.MET if row.is_acceptable else Verdict.NOT_MET)


@given(rows(), st.booleans())
def test_figures_rounded_alike_from_the_same_values_contradict_each_other_in_nothing(row: Row, halves_up: bool) -> None:
    (outcome,) = assessed(row.rounded_one_way(halves_up)).outcomes
    assert outcome.reason is not Reason.CONFLICTING_OBSERVATIONS
    assert Caveat.PARTS not in outcome.caveats


@st.composite
def finer(draw: st.DrawFn) -> tuple[Row, Row]:
    """A row, and the same row with more digits of one of its figures."""
    row = draw(rows())
    figures = len(row.printed) + (row.baseline is not None)
    assume(figures)
    place = draw(st.integers(0, figures - 1))
    assume(not row.exact or (place < len(row.printed) and row.printed[place].measure in ("growth", "reduction")))
    finer_row = row.with_finer(place, draw(st.integers(1, 3)))
    # Digits add knowledge: 0.35 may stand for 0.354, which is not printed as 0.3, whichever way halves are rounded.
    assume(figure_at(finer_row, place).interval.issubset(figure_at(row, place).interval))
    return row, finer_row


def figure_at(row: Row, place: int) -> Figure:
    printed = row.baseline if place == len(row.printed) else row.printed[place]
    assert printed is not None
    return printed.figure


@given(finer())
def test_adding_digits_to_a_figure_that_is_not_exact_never_flips_a_decisive_verdict(two: tuple[Row, Row]) -> None:
    before, after = map(assessed, two)
    assert not before.decisive or after.verdict is before.verdict
