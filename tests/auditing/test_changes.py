"""Printed changes against levels: 54 to 60 is [6]."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp

from ._plans import at, findings_of, level, only, plan, row

DISAGREES = "change-disagrees"
PERIOD = "2016/2020"


def change(bound: str, period: str | None = None, published: str | None = None) -> cp.Threshold:
    return cp.Threshold(bound=bound, measure="change", period=period, published=published)


def moved(start: str, end: str, printed: str, unit: str | None = "%", **fields: Any) -> cp.Plan:
    observations = (at("2020", end, line=8), at(PERIOD, printed, "change", line=9))
    return plan(row(unit=unit, baseline=at("2015", start, line=7), observations=observations, **fields))


def test_a_change_that_is_not_the_difference_of_the_levels_is_a_contradiction() -> None:
    for unit in ("%", "吨", "公里", "‰"):
        finding = only(moved("54.0", "60.0", "9.0", unit))
        assert (finding.code, finding.severity, finding.subject) == (DISAGREES, "contradiction", "a")
        assert (finding.claimed, finding.computed) == ("[9.0]", "[6.0]")
        assert finding.places == ("report, line 9", "report, line 7", "report, line 8")
        assert "54.0 for 2015 and 60.0 for 2020, is [6.0]" in finding.message


def test_the_difference_of_the_levels_is_silent_however_it_is_rounded() -> None:
    for start, end, printed in (("54", "60", "6"), ("54", "60", "7"), ("54.0", "60.0", "6.1"), ("60", "54", "-6")):
        assert findings_of(moved(start, end, printed)) == [], printed
    assert [severity for severity, _, _ in findings_of(moved("54.0", "60.0", "6.2"))] == ["contradiction"]


def test_a_change_in_percent_instead_of_points_is_a_doubt() -> None:
    # From 54.49 to 59.5 it is 9.2 %.
    for start, end, printed in (("54.0", "60.0", "11.1"), ("54", "60", "11"), ("54", "60", "9")):
        finding = only(moved(start, end, printed))
        assert finding.severity == "doubt"
        assert "in percent of the first level" in finding.message
    assert only(moved("60", "54", "10")).severity == "doubt"
    assert only(moved("0", "6", "9")).severity == "doubt"


def test_a_fall_without_its_sign_is_a_doubt_and_a_rise_with_a_minus_is_not() -> None:
    finding = only(moved("60", "54", "6"))
    assert finding.severity == "doubt"
    assert "without its sign" in finding.message
    assert only(moved("54", "60", "-6")).severity == "contradiction"


def test_a_yearly_average_is_a_doubt() -> None:
    finding = only(moved("540", "600", "12"))
    assert finding.severity == "doubt"
    assert "one year on average" in finding.message


@pytest.mark.parametrize("unit", ["亿元", "SEK", None])
def test_levels_that_may_be_in_current_prices_leave_a_doubt(unit: str | None) -> None:
    finding = only(moved("54.0", "60.0", "9.0", unit))
    assert finding.severity == "doubt"
    assert "current prices" in finding.message
    assert only(moved("54.0", "60.0", "9.0", unit, prices="constant")).severity == "contradiction"


def test_levels_of_other_times_are_not_compared() -> None:
    for period in ("2016/2019", "2017/2020", "2020-H1"):
        observations = (at("2020", "60"), at(period, "9", "change"))
        assert findings_of(plan(row(baseline=at("2015", "54"), observations=observations))) == []


def test_a_stock_changes_over_any_time() -> None:
    beds = row(
        unit="张",
        stock=True,
        baseline=at("2019", "54"),
        observations=(at("2020-Q1", "60"), at("2020-Q1", "9", "change")),
    )
    assert findings_of(plan(beds)) == [("contradiction", DISAGREES, "a")]


def test_hedged_figures_take_no_part() -> None:
    for start, end, printed in (("≈54", "60", "9"), ("54", "≥60", "9"), ("54", "60", "≈9")):
        assert findings_of(moved(start, end, printed)) == []


def test_levels_before_a_revision_and_a_restated_baseline_may_give_it() -> None:
    early = cp.Observation(period="2020", figure="63", published="2021-03")
    late = cp.Observation(period="2020", figure="60", published="2022-03")
    nine = at(PERIOD, "9", "change")
    assert findings_of(plan(row(baseline=at("2015", "54"), observations=(early, late, nine)))) == []
    restated = row(baseline=at("2015", "54"), observations=(at("2015", "51"), at("2020", "60"), nine))
    assert findings_of(plan(restated)) == [("note", "figure-disagrees", "a")]


def test_what_disagrees_with_its_parts_is_reported_once() -> None:
    years = tuple(at(str(year), "1.2", "change") for year in range(2016, 2021))
    account = plan(
        row(baseline=at("2015", "54.0"), observations=(*years, at("2020", "60.0"), at(PERIOD, "9.0", "change")))
    )
    assert findings_of(account) == [("contradiction", "total-disagrees", "a")]


def test_a_change_may_be_counted_from_a_baseline_of_an_earlier_year() -> None:
    levels = (at("2015", "55.0"), at("2019", "59.0"), at("2020", "60.0"))
    whole, one_year = at(PERIOD, "6.0", "change"), at("2020", "6.0", "change")
    start = at("2014", "54.0")
    assert findings_of(plan(row(baseline=start, observations=(*levels, whole)))) == []
    finding = only(plan(row(baseline=start, observations=(*levels, one_year))))
    assert (finding.severity, "from the baseline" in finding.message) == ("doubt", True)
    targets = (level("≥60"), change("≥6"))
    assert findings_of(plan(row(baseline=start, targets=targets, observations=levels))) == []


def aimed(aim: str, by: str, start: str = "54", **fields: Any) -> cp.Plan:
    return plan(row(unit="%", baseline=at("2015", start), targets=(level(aim), change(by)), **fields))


def test_two_targets_that_no_level_meets_are_a_contradiction() -> None:
    finding = only(aimed("57.0..58.0", "≥9.0", "54.0"))
    assert (finding.severity, finding.claimed, finding.computed) == ("contradiction", "[≥9.0]", "[3.0]")
    assert "57.0..58.0 from 54.0 in 2015, needs [3.0]" in finding.message
    assert only(aimed("=60.0", "=9.0", "54.0")).severity == "contradiction"


def test_two_floors_can_both_be_kept() -> None:
    finding = only(aimed("≥60", "≥9"))
    assert finding.severity == "doubt"
    assert "Both can be kept" in finding.message


def test_targets_that_ask_for_the_same_are_silent() -> None:
    for aim, by in (("≥60", "≥6"), ("=60", "=6"), ("60..62", "6..8"), ("≥60", "≤9"), ("≥60", "≈9")):
        assert findings_of(aimed(aim, by)) == [], (aim, by)
    assert findings_of(aimed("≤48", "≤-6")) == []


def test_targets_are_compared_in_percent_and_without_a_sign_as_well() -> None:
    assert "in percent" in only(aimed("≥60", "≥11")).message
    assert "without its sign" in only(aimed("≤48", "≥6"), rules=(DISAGREES,)).message


def test_targets_of_other_times_or_editions_are_not_compared() -> None:
    for by in (change("≥9", "2016/2018"), change("≥9", published="2018")):
        one = row(unit="%", baseline=at("2015", "54"), targets=(level("≥60"), by))
        assert findings_of(plan(one)) == []
    assert findings_of(plan(row(unit="%", targets=(level("≥60"), change("≥9"))))) == []


@given(st.decimals(1, 9999, places=3), st.decimals(1, 9999, places=3), st.integers(0, 2), st.integers(0, 2))
def test_a_rounded_change_of_rounded_levels_is_never_found(
    start: Decimal, end: Decimal, of_levels: int, of_change: int
) -> None:
    first, last = cp.Figure(f"{start:.{of_levels}f}"), cp.Figure(f"{end:.{of_levels}f}")
    difference = f"{end - start:.{of_change}f}"
    assert findings_of(moved(str(first), str(last), difference, "吨")) == []


_LEVELS = st.decimals(20, 9999, places=1)


@given(_LEVELS, _LEVELS, st.integers(0, 2), st.sampled_from(("吨", "%")))
def test_a_change_in_percent_or_without_its_sign_or_of_one_year_is_never_a_contradiction(
    start: Decimal, end: Decimal, places: int, unit: str
) -> None:
    difference = end - start
    for reading in (100 * difference / start, abs(difference), difference / 5, abs(100 * difference / start)):
        found = findings_of(moved(str(start), str(end), f"{reading:.{places}f}", unit))
        assert [severity for severity, _, _ in found if severity == "contradiction"] == []


@given(_LEVELS, _LEVELS, st.sampled_from(("吨", "%")))
def test_a_change_beyond_every_reading_is_found_once(start: Decimal, end: Decimal, unit: str) -> None:
    beyond = 2 * abs(end - start) + 200 * end / start + 200
    assert findings_of(moved(str(start), str(end), f"{beyond:.1f}", unit)) == [("contradiction", DISAGREES, "a")]
