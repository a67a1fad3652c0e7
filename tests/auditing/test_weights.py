"""Weights that are meant to add up to 100."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp

from ._plans import findings_of, only, plan, row

WEIGHTS = [("doubt", "weights-disagree", "p")]


def weighted(*weights: str, category: str | None = None, start: int = 0) -> list[cp.Indicator]:
    return [row(f"r{start + index}", weight=weight, category=category) for index, weight in enumerate(weights)]


def test_weights_that_come_close_to_100_and_not_to_it_are_a_doubt() -> None:
    finding = only(plan(*weighted("40", "30", "24")))
    assert (finding.code, finding.severity, finding.subject) == ("weights-disagree", "doubt", "p")
    assert (finding.claimed, finding.computed) == ("100", "94")
    assert "the 3 printed weights add up to 94" in finding.message
    assert findings_of(plan(*weighted("40.0", "30.0", "30.2"))) == WEIGHTS


def test_weights_that_come_to_100_by_their_digits_are_silent() -> None:
    for weights in (("40", "30", "30"), ("33", "33", "33"), ("33.3", "33.3", "33.3"), ("16.7",) * 6, ("50", "49.5")):
        assert findings_of(plan(*weighted(*weights))) == [], weights


def test_weights_of_another_scale_or_of_an_extract_are_left_out() -> None:
    for weights in (("0.4", "0.3", "0.2"), ("40", "30"), ("400", "300", "290"), ("97",), ()):
        assert findings_of(plan(*weighted(*weights))) == [], weights
    assert findings_of(plan(*weighted("40", "30", "24"), complete=False)) == []


def test_a_weight_printed_in_each_row_of_one_number_may_count_once() -> None:
    rows = [
        row(f"r{index}", number=number, weight=weight)
        for index, (number, weight) in enumerate((("1", "45"), ("2", "45"), ("3", "10"), ("3", "10")))
    ]
    assert findings_of(plan(*rows)) == []


def test_headings_are_compared_where_all_come_to_about_100_and_one_does() -> None:
    first, second = weighted("50", "50", category="economy"), weighted("50", "44", category="people", start=5)
    finding = only(plan(*first, *second))
    assert "printed under people add up to 94" in finding.message
    points = weighted("70", "80", category="nature", start=9)
    assert findings_of(plan(*first, *second, *points)) == []
    assert findings_of(plan(*weighted("50", "45", category="economy"), *second)) == []
    halves = weighted("20", "20", category="economy"), weighted("20", "40", category="people", start=5)
    assert findings_of(plan(*halves[0], *halves[1])) == []


@given(st.lists(st.integers(1, 400), min_size=2, max_size=12), st.integers(0, 3))
def test_rounded_shares_of_a_whole_are_never_found(parts: Sequence[int], places: int) -> None:
    shares = [f"{cp.Figure(part).value * 100 / sum(parts):.{places}f}" for part in parts]
    assert findings_of(plan(*weighted(*shares))) == []


@given(st.lists(st.integers(20, 400), min_size=2, max_size=8), st.sampled_from(("4", "-4")))
def test_one_weight_beyond_rounding_is_found_once(parts: Sequence[int], by: str) -> None:
    shares = [cp.Figure(f"{cp.Figure(part).value * 100 / sum(parts):.2f}").value for part in parts]
    heaviest = shares.index(max(shares))
    shares[heaviest] += cp.Figure(by).value
    assert findings_of(plan(*weighted(*map(str, shares)))) == WEIGHTS
