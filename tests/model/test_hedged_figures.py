"""An actual may be printed as a bound or as an approximation: one number and one hedge, kept as printed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

import civicplan as cp
from civicplan.errors import InvalidTypeError, InvalidValueError
from civicplan.testing import bounds, figures
from civicplan.values import BoundKind, to_figure

HEDGED = [kind for kind in BoundKind if kind not in (BoundKind.EXACTLY, BoundKind.BETWEEN)]


def observation(figure: Any) -> cp.Observation:
    return cp.Observation(period="2020", figure=figure)


@pytest.mark.parametrize(
    ("written", "shown", "number"),
    [
        (">=85|≥85|⩾85|≥ 85", "≥85", "85"),
        (">85.0|＞85.0", ">85.0", "85.0"),
        ("<=26|≤26", "≤26", "26"),
        ("<-5.5", "<-5.5", "-5.5"),
        ("≈9|~9|≒9|≈ 9", "≈9", "9"),
        ("≈9.00", "≈9.00", "9.00"),
        ("≥6E+4", "≥6E+4", "6E+4"),
    ],
)
def test_a_hedged_figure_is_read_from_any_sign_and_kept_as_printed(written: str, shown: str, number: str) -> None:
    for text in written.split("|"):
        hedged = observation(text)
        assert hedged == observation(cp.Bound.parse(shown))
        assert str(hedged.figure) == shown
        assert hedged.is_hedged
        assert (str(hedged.number), hedged.number.places) == (number, cp.Figure(number).places)


@pytest.mark.parametrize("written", ["85", "85.0", "-2.80", "6E+4", 85, Decimal("85.0"), cp.Figure("85.0")])
def test_a_plain_figure_is_not_hedged(written: Any) -> None:
    plain = observation(written)
    assert plain.figure == to_figure(written)
    assert plain.number is plain.figure
    assert not plain.is_hedged


def test_a_hedge_is_part_of_what_was_printed() -> None:
    for one, other in (("≥85", "85"), ("≥85", ">85"), ("≈85", "85"), ("≥85", "≤85"), ("≈85", "≈84"), ("≥85", "≥84")):
        assert observation(one) != observation(other)
        assert len({observation(one), observation(other)}) == 2
    # Figures compare by value, hedged or not.
    for one, other in (("≥85", "≥85.0"), ("≈9", "~9"), ("85", "85.0")):
        assert observation(one) == observation(other)
        assert hash(observation(one)) == hash(observation(other))


@given(bounds(of=figures(), kinds=HEDGED))
def test_a_bound_is_a_hedged_figure_exactly_where_it_is_one_number_and_one_hedge(bound: cp.Bound) -> None:
    if bound.second is None:
        assert observation(bound).figure == observation(str(bound)).figure == bound
        assert observation(bound).number == bound.figure
    else:
        for written in (bound, str(bound)):
            with pytest.raises(InvalidValueError):
                observation(written)


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("=85", "write 85"),
        ("＝85.0", "write 85.0"),
        ("6.0..6.5", "write ≥6.0 or ≤6.5"),
        ("-3..-1", "write ≥-3 or ≤-1"),
        ("20±1", "write ≈20"),
        ("20+/-1", "write ≈20"),
        ("at least 85", "write ≥85"),
        ("About 9", "write ≈9"),
        (" ≥85", "write ≥85"),
        ("=>85", "write ≥85"),
        ("≥85%", "write ≥85"),
        ("−2.8", "write -2.8"),
        ("95%", "write 95"),
        ("1,006.20", "write 1006.20"),
        ("1,006", "write it without commas, with a point before decimals"),
        ("≥60 thousand", "the unit belongs to the indicator"),
        ("", ""),
        ("x", ""),
        ("≈", ""),
        ("many", ""),
        (cp.Bound.exactly("85"), "write 85"),
        (cp.Bound.between("6.0", "6.5"), "write ≥6.0 or ≤6.5"),
        (cp.Bound.about("20", tolerance="0"), "write ≈20"),
    ],
)
def test_what_is_no_figure_and_no_hedged_one_is_told_what_to_write(written: Any, advice: str) -> None:
    with pytest.raises(InvalidValueError, match=r"^Observation\.figure: expected a") as refused:
        observation(written)
    assert refused.value.advice == advice
    if advice.startswith("write ") and "without" not in advice:
        for text in advice.removeprefix("write ").split(" or "):
            assert str(observation(text).figure) == text


@pytest.mark.parametrize(("written", "advice"), [(8.5, 'write "8.5"'), (None, "write text"), (["≥85"], "write text")])
def test_what_is_no_text_and_no_number_is_refused_by_its_type(written: Any, advice: str) -> None:
    with pytest.raises(InvalidTypeError, match=r"^Observation\.figure: expected text, an int or a Decimal") as refused:
        observation(written)
    assert refused.value.advice.startswith(advice)


def test_a_baseline_and_the_figures_by_their_years_may_be_hedged() -> None:
    row = cp.Indicator(
        id="a", name="a", baseline=("2015", "≈60"), observations={"2020": "≥85", 2021: cp.Bound.above(9)}
    )
    assert row.baseline == cp.Observation(period="2015", figure="≈60")
    assert [str(published.figure) for published in row.observations] == ["≥85", ">9"]
