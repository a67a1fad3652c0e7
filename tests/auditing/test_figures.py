"""Figures of one indicator against each other: two places, and units."""

from __future__ import annotations

import pytest

import civicplan as cp

from ._plans import found, level, only, plan, row, seen


def printed_twice(one: str, other: str, first: int | None = 10, second: int | None = 20) -> cp.Plan:
    return plan(row(observations=(seen("2020", one, line=first), seen("2020", other, line=second))))


def test_two_places_that_no_value_explains_are_a_contradiction() -> None:
    finding = only(printed_twice("71.26", "72.1"))
    assert (finding.code, finding.severity) == ("figure-disagrees", "contradiction")
    assert (finding.claimed, finding.computed) == ("72.1", "71.26")
    assert finding.places == ("report, line 20", "report, line 10")


@pytest.mark.parametrize(
    ("one", "other"), [("71.26", "71.3"), ("71", "71.26"), ("1.25", "1.3"), ("2.5", "3"), ("-2.5", "-3")]
)
def test_a_rounding_of_the_other_is_a_note(one: str, other: str) -> None:
    assert found(printed_twice(one, other)) == [("note", "figure-disagrees", "a")]


@pytest.mark.parametrize(
    ("one", "other"), [("7.2", "7.3"), ("71", "72"), ("-7.2", "-7.3"), ("0", "1"), ("7.2", "7.26")]
)
def test_neighbours_are_no_rounding_of_each_other(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert found(printed_twice(first, second)) == [("contradiction", "figure-disagrees", "a")]


@pytest.mark.parametrize(("one", "other"), [("2", "2.5"), ("1.25", "1.2"), ("7.35", "7.3")])
def test_what_a_longer_number_could_be_printed_as_is_not_called_a_rounding(one: str, other: str) -> None:
    # 2.47 would be printed as 2.5 and as 2, but 2.5 itself is not rounded to 2.
    finding = only(printed_twice(one, other))
    assert (finding.code, finding.severity) == ("figure-disagrees", "note")
    assert "a rounding of the other" not in finding.message
    assert "a number with more digits" in finding.message


@pytest.mark.parametrize(("one", "other"), [("7.2", "7.3"), ("2", "2.5"), ("71.26", "71.3"), ("95", "95.0")])
def test_a_note_is_given_exactly_where_the_assessment_reconciles_the_two(one: str, other: str) -> None:
    twice = printed_twice(one, other)
    judged = row(targets=(level("≥1"),), observations=twice.indicators[0].observations)
    (outcome,) = cp.assess(plan(judged), as_of="2020")["a"].outcomes
    is_conflict = outcome.verdict is cp.Verdict.NOT_ASSESSABLE
    assert is_conflict == any(severity != "note" for severity, _, _ in found(twice))


def test_more_zeros_are_no_difference() -> None:
    assert found(printed_twice("95", "95.0")) == []


def test_one_place_is_not_two() -> None:
    assert found(printed_twice("71.26", "72.1", second=10)) == []


def test_places_that_nobody_recorded_are_taken_for_two() -> None:
    assert found(printed_twice("71.26", "72.1", None, None)) == [("contradiction", "figure-disagrees", "a")]


def test_the_baseline_is_a_place_too() -> None:
    twice = row(baseline=seen("2015", "88.4", line=1), observations=(seen("2015", "88.9", line=2),))
    assert found(plan(twice)) == [("contradiction", "figure-disagrees", "a")]


def test_other_years_and_other_measures_are_other_figures() -> None:
    rows = row(
        unit="%",
        observations=(
            seen("2019", "71.26", line=1),
            seen("2020", "72.1", line=2),
            seen("2020", "3.0", "growth", line=3),
            seen("2016/2020", "9.0", "growth", line=4),
        ),
    )
    assert found(plan(rows)) == []


def test_three_places_give_one_finding() -> None:
    rows = row(observations=tuple(seen("2020", figure, line=line) for line, figure in enumerate(("5", "6", "7"), 1)))
    assert found(plan(rows)) == [("contradiction", "figure-disagrees", "a")]


def test_a_figure_of_a_year_to_come_is_passed_over() -> None:
    assert found(printed_twice("71.26", "72.1"), as_of="2019") == []


@pytest.mark.parametrize(("last", "change"), [("31058000", "divided by 10,000"), ("0.31058", "multiplied by 10,000")])
def test_a_level_ten_thousand_times_the_others_is_a_doubt(last: str, change: str) -> None:
    gdp = row(
        unit="亿元", baseline=seen("2015", "2335.1"), targets=(level("≥3800"),), observations=(seen("2020", last),)
    )
    finding = only(plan(gdp))
    assert (finding.code, finding.severity) == ("unit-suspect", "doubt")
    assert change in finding.message


def test_a_share_among_percentages_is_a_doubt() -> None:
    ratio = row(unit="%", baseline=seen("2015", "57"), targets=(level("≥65"),), observations=(seen("2020", "0.652"),))
    assert found(plan(ratio)) == [("doubt", "unit-suspect", "a")]


@pytest.mark.parametrize("last", ["200", "60", "0", "-3800"])
def test_growth_that_units_do_not_explain_is_left_alone(last: str) -> None:
    cars = row(baseline=seen("2015", "2.0"), targets=(level("≥3"),), observations=(seen("2020", last),))
    assert found(plan(cars)) == []


def test_one_other_level_vouches_for_nothing() -> None:
    assert found(plan(row(baseline=seen("2015", "2335.1"), observations=(seen("2020", "31058000"),)))) == []


def test_others_that_differ_among_themselves_vouch_for_nothing() -> None:
    wild = row(baseline=seen("2015", "1"), targets=(level("≥100"),), observations=(seen("2020", "50000"),))
    assert found(plan(wild)) == []
