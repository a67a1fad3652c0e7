"""Figures of one indicator against each other: two places, and units."""

from __future__ import annotations

from typing import Any

import pytest

import civicplan as cp
from civicplan.auditing import audit
from civicplan.model.indicator import ObservationStatusLike

from ._plans import at, findings_of, level, only, plan, row


def printed_twice(one: str, other: str, first: int | None = 10, second: int | None = 20) -> cp.Plan:
    return plan(row(observations=(at("2020", one, line=first), at("2020", other, line=second))))


def test_two_places_that_no_value_explains_are_a_contradiction() -> None:
    finding = only(printed_twice("71.26", "72.1"))
    assert (finding.code, finding.severity) == ("figure-disagrees", "contradiction")
    assert (finding.claimed, finding.computed) == ("72.1", "71.26")
    assert finding.places == ("report, line 20", "report, line 10")


def test_a_rounding_of_the_other_is_a_note_whichever_way_a_half_was_rounded() -> None:
    halves = (("1.25", "1.3"), ("1.25", "1.2"), ("2.5", "3"), ("2", "2.5"), ("-2.5", "-3"), ("-2", "-2.5"))
    for one, other in (("71.26", "71.3"), ("71", "71.26"), ("7.35", "7.3"), *halves):
        finding = only(printed_twice(one, other))
        assert (finding.code, finding.severity) == ("figure-disagrees", "note")
        assert "One is a rounding of the other." in finding.message


def test_neighbours_are_a_doubt_since_halves_are_rounded_either_way() -> None:
    # 0.25 is printed as 0.3 where halves are rounded up, and as 0.2 where they are rounded to even digits.
    for one, other in (("0.2", "0.3"), ("7.2", "7.3"), ("71", "72"), ("-7.2", "-7.3"), ("0", "1")):
        for first, second in ((one, other), (other, one)):
            finding = only(printed_twice(first, second))
            assert (finding.code, finding.severity) == ("figure-disagrees", "doubt")
            assert "exactly halfway" in finding.message


def test_figures_further_apart_than_rounding_are_a_contradiction() -> None:
    for one, other in (("7.2", "7.4"), ("71", "73"), ("-7.2", "-7.4"), ("0", "2"), ("7.2", "7.26")):
        for first, second in ((one, other), (other, one)):
            assert findings_of(printed_twice(first, second)) == [("contradiction", "figure-disagrees", "a")]


def test_hedged_figures_disagree_with_nothing() -> None:
    for one, other in (("≥85", "86"), ("≈9", "9.2"), ("≥85", "≈90")):
        assert findings_of(printed_twice(one, other)) == []


def test_a_note_is_given_exactly_where_the_assessment_reconciles_the_two() -> None:
    for one, other in (("7.2", "7.3"), ("2", "2.5"), ("71.26", "71.3"), ("95", "95.0"), ("7.2", "8")):
        twice = printed_twice(one, other)
        assessed = row(targets=(level("≥1"),), observations=twice.indicators[0].observations)
        (outcome,) = cp.assess(plan(assessed), as_of="2020")["a"].outcomes
        is_conflict = outcome.verdict is cp.Verdict.NOT_ASSESSABLE
        assert is_conflict == any(severity != "note" for severity, _, _ in findings_of(twice))


def test_more_zeros_are_no_difference() -> None:
    assert findings_of(printed_twice("95", "95.0")) == []


def test_one_place_is_not_two() -> None:
    assert findings_of(printed_twice("71.26", "72.1", second=10)) == []


def test_places_that_nobody_recorded_are_taken_for_two() -> None:
    assert findings_of(printed_twice("71.26", "72.1", None, None)) == [("contradiction", "figure-disagrees", "a")]


def test_a_document_without_a_line_is_no_one_place() -> None:
    figures = (
        cp.Observation(period="2020", figure=figure, source=cp.Source(document="report", box="3"))
        for figure in ("61.0", "41.0")
    )
    assert findings_of(plan(row(observations=tuple(figures)))) == [("contradiction", "figure-disagrees", "a")]


def test_of_several_figures_two_that_contradict_each_other_are_reported() -> None:
    # Line 1 prints both extremes, so that one of them is compared with what line 2 prints.
    lines = (("10", 1), ("30", 1), ("29.5", 2), ("12", 2))
    rows = row(observations=tuple(at("2020", figure, line=line) for figure, line in lines))
    finding = only(plan(rows))
    assert (finding.severity, finding.computed, finding.claimed) == ("contradiction", "10", "29.5")


def test_a_contradiction_is_reported_rather_than_a_wider_difference_that_rounding_explains() -> None:
    figures = (("0", 1), ("0.4", 2), ("0.20", 3), ("0.23", 4))
    rows = row(observations=tuple(at("2020", figure, line=line) for figure, line in figures))
    finding = only(plan(rows))
    assert (finding.severity, finding.computed, finding.claimed) == ("contradiction", "0.4", "0.20")


def test_a_baseline_that_was_restated_is_a_note() -> None:
    twice = row(baseline=at("2015", "88.4", line=1), observations=(at("2015", "88.9", line=2),))
    finding = only(plan(twice))
    assert (finding.code, finding.severity) == ("figure-disagrees", "note")
    assert (finding.claimed, finding.computed) == ("88.9", "88.4")
    assert "restated" in finding.message


def test_beside_a_baseline_two_figures_contradict_each_other_as_ever() -> None:
    figures = (at("2015", "88.4"), at("2015", "88.9"))
    assert findings_of(plan(row(baseline=at("2015", "88.4"), observations=figures))) == [
        ("contradiction", "figure-disagrees", "a")
    ]


def published(*figures: tuple[str, ObservationStatusLike | None, str | None]) -> cp.Plan:
    """A level printed several times: each figure with its status and its day of publication."""
    levels = (
        cp.Observation(period="2020", figure=figure, status=status, published=day) for figure, status, day in figures
    )
    return plan(row(observations=tuple(levels)))


def test_a_dated_revision_is_no_disagreement() -> None:
    assert findings_of(published(("71.26", None, "2021-03"), ("72.1", None, "2022-03"))) == []
    assert findings_of(published(("72.1", None, "2022-03"), ("71.26", None, "2021-03"))) == []
    assert findings_of(published(("71.26", "provisional", None), ("72.1", "final", None))) == []


def test_two_figures_of_one_day_disagree() -> None:
    account = published(("71.26", None, "2022-03"), ("72.1", None, "2022-03"), ("70.1", None, "2021-03"))
    assert findings_of(account) == [("contradiction", "figure-disagrees", "a")]


def test_a_figure_without_a_day_may_have_been_superseded() -> None:
    finding = only(published(("71.26", None, None), ("72.1", None, "2022-03")))
    assert finding.severity == "doubt"
    assert "superseded" in finding.message


def within(natural_range: Any, *figures: str, baseline: str | None = None) -> list[tuple[str, str, str]]:
    levels = tuple(at(str(2016 + index), figure) for index, figure in enumerate(figures))
    start = at("2015", baseline) if baseline else None
    return findings_of(plan(row(unit="%", natural_range=natural_range, baseline=start, observations=levels)))


def test_a_level_outside_its_natural_range_is_a_contradiction() -> None:
    outside = [("contradiction", "outside-natural-range", "a")]
    assert within(("0", "100"), "100.2") == outside
    assert within(("0", "100"), "50", "-0.6") == outside
    assert within(("0", None), "50", baseline="-1") == outside
    assert within((None, "100"), "≥101") == outside
    account = plan(row(unit="%", natural_range=("0", "100"), observations=(at("2020", "100.2", line=5),)))
    finding = only(account)
    assert (finding.claimed, finding.computed, finding.places) == ("100.2 %", "0..100", ("report, line 5",))
    assert "100.2 % for 2020 lies outside 0..100" in finding.message


def test_a_level_that_may_lie_in_its_natural_range_is_not() -> None:
    for figure in ("100", "0", "100.0", "≥85", "≈101", "≤-0"):
        assert within(("0", "100"), figure) == [], figure
    assert within(("0.4", "99.6"), "100", "0") == []
    assert within(None, "150") == []


def test_a_natural_range_is_one_of_levels_that_stand() -> None:
    rates = row(unit="%", natural_range=("0", "100"), observations=(at("2016/2020", "140", "growth"),))
    assert findings_of(plan(rates)) == []
    levels = (
        cp.Observation(period="2020", figure="985", published="2021-03"),
        cp.Observation(period="2020", figure="98.5", published="2021-04"),
    )
    assert findings_of(plan(row(unit="%", natural_range=("0", "100"), observations=levels))) == []
    early = row(unit="%", natural_range=("0", "100"), observations=(at("2020", "985"),))
    assert findings_of(plan(early), as_of="2019") == []


def test_other_years_and_other_measures_are_other_figures() -> None:
    rows = row(
        unit="%",
        observations=(
            at("2019", "71.26", line=1),
            at("2020", "72.1", line=2),
            at("2020", "3.0", "growth", line=3),
            at("2016/2020", "9.0", "growth", line=4),
        ),
    )
    assert findings_of(plan(rows)) == []


def test_three_places_give_one_finding() -> None:
    rows = row(observations=tuple(at("2020", figure, line=line) for line, figure in enumerate(("5", "6", "7"), 1)))
    assert findings_of(plan(rows)) == [("contradiction", "figure-disagrees", "a")]


def test_a_figure_of_a_year_to_come_is_passed_over() -> None:
    assert findings_of(printed_twice("71.26", "72.1"), as_of="2019") == []


@pytest.mark.parametrize(("last", "change"), [("31058000", "divided by 10,000"), ("0.31058", "multiplied by 10,000")])
def test_a_level_ten_thousand_times_the_others_is_a_doubt(last: str, change: str) -> None:
    gdp = row(
        unit="亿元",
        baseline=at("2015", "2335.1"),
        targets=(level("≥3800"),),
        observations=(at("2020", last),),
    )
    finding = only(plan(gdp))
    assert (finding.code, finding.severity) == ("unit-suspect", "doubt")
    assert change in finding.message


def test_a_share_among_percentages_is_a_doubt() -> None:
    ratio = row(unit="%", baseline=at("2015", "57"), targets=(level("≥65"),), observations=(at("2020", "0.652"),))
    assert findings_of(plan(ratio)) == [("doubt", "unit-suspect", "a")]


def test_a_level_counts_as_in_line_with_the_whole_span_of_the_others() -> None:
    # The others reach from 40 to 110, and half as much beyond: 30 and 150 are in line with them, 20 is not.
    for last, is_reported in (("0.150", True), ("30000", True), ("20000", False), ("0.170", False)):
        others = (at("2016", "60"), at("2017", "110"), at("2018", last))
        found = list(audit(plan(row(baseline=at("2015", "40"), observations=others)), rules=("unit-suspect",)))
        assert [(one.claimed, one.computed) for one in found] == [(f"{last} 吨", "40 to 110 吨")] * is_reported


def test_growth_that_units_do_not_explain_is_left_alone() -> None:
    for last in ("200", "60", "0", "-3800"):
        cars = row(baseline=at("2015", "2.0"), targets=(level("≥3"),), observations=(at("2020", last),))
        assert findings_of(plan(cars)) == [], last


def test_one_other_level_vouches_for_nothing() -> None:
    assert findings_of(plan(row(baseline=at("2015", "2335.1"), observations=(at("2020", "31058000"),)))) == []


def test_others_that_differ_among_themselves_vouch_for_nothing() -> None:
    wild = row(baseline=at("2015", "1"), targets=(level("≥100"),), observations=(at("2020", "50000"),))
    assert findings_of(plan(wild)) == []
