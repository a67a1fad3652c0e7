"""Parts of a whole, and percentages of two printed figures."""

from __future__ import annotations

from typing import Any

import civicplan as cp
from civicplan.model import BreakdownClaim, ShareClaim

from ._plans import at, findings_of, only, plan, row


def split(*figures: str, subject: str = "a", **fields: Any) -> cp.Plan:
    return plan(row(), claims=(BreakdownClaim(subject=subject, figures=figures, **fields),))


def test_percentages_that_miss_100_are_a_contradiction() -> None:
    finding = only(split("7.8", "45.6", "47.6"))
    assert (finding.code, finding.severity) == ("shares-do-not-add", "contradiction")
    assert (finding.claimed, finding.computed) == ("100 %", "101.0 %")


def test_rounding_of_every_part_may_add_up() -> None:
    for last in ("46.6", "46.5", "46.7"):
        assert findings_of(split("7.8", "45.6", last)) == [], last


def test_parts_of_a_printed_whole_add_up_to_it() -> None:
    assert findings_of(split("10.1", "20.2", whole="30.3")) == []
    assert findings_of(split("10.1", "20.2", whole="30")) == []
    assert findings_of(split("10.1", "20.2", whole="30.2")) == []
    assert findings_of(split("10.1", "20.2", whole="30.0")) == [("contradiction", "shares-do-not-add", "a")]


def test_less_than_the_whole_may_lack_a_part_that_is_not_printed() -> None:
    for less in (split("56.8", "18.9", "8.4"), split("10.1", "20.2", whole="31"), split("-20", "50", whole="40")):
        finding = only(less)
        assert (finding.code, finding.severity) == ("shares-do-not-add", "doubt")
        assert "may not be printed" in finding.message


def test_counts_have_no_unprinted_digits() -> None:
    assert findings_of(split("10", "20", "30", whole="59")) == []
    assert findings_of(split("10", "20", "30", whole="59", exact=True)) == [("contradiction", "shares-do-not-add", "a")]


def test_a_split_may_be_of_the_plan_itself() -> None:
    assert only(split("10", "20", subject="p", whole="50")).subject == "p"


def part(id: str, figure: str, unit: str | None = "%") -> cp.Indicator:
    return row(id, unit=unit, observations=(at("2020", figure),))


def test_parts_may_be_other_indicators() -> None:
    claim = BreakdownClaim(subject="p", members=("b", "c"), period="2020")
    assert findings_of(plan(part("b", "40.0"), part("c", "60.0"), claims=(claim,))) == []
    assert findings_of(plan(part("b", "40.0"), part("c", "61.0"), claims=(claim,))) == [
        ("contradiction", "shares-do-not-add", "p")
    ]


def test_parts_in_different_units_are_not_added() -> None:
    claim = BreakdownClaim(subject="p", members=("b", "c"), period="2020")
    assert findings_of(plan(part("b", "40.0"), part("c", "61.0", "吨"), claims=(claim,))) == []
    whole = BreakdownClaim(subject="a", members=("b", "c"), period="2020", whole="3")
    assert findings_of(plan(row(unit="吨"), part("b", "1.0"), part("c", "1.0"), claims=(whole,))) == []


def test_only_percentages_add_up_to_a_hundred() -> None:
    for unit in ("吨", None, "‰", "个百分点", "% a year", "percentage points"):
        claim = BreakdownClaim(subject="p", members=("b", "c"), period="2020")
        assert findings_of(plan(part("b", "40.0", unit), part("c", "61.0", unit), claims=(claim,))) == [], unit


def test_a_part_of_another_year_is_not_added() -> None:
    claim = BreakdownClaim(subject="p", members=("b", "c"), period="2019")
    assert findings_of(plan(part("b", "40.0"), part("c", "61.0"), claims=(claim,))) == []


def test_parts_as_they_stood_before_a_revision_are_parts() -> None:
    revised = row(
        "b",
        observations=(
            cp.Observation(period="2020", figure="40.0", published="2021-03"),
            cp.Observation(period="2020", figure="45.0", published="2022-03"),
        ),
    )
    for whole, findings in (("100.0", []), ("105.0", []), ("90.0", [("contradiction", "shares-do-not-add", "p")])):
        split = BreakdownClaim(subject="p", figures=("60.0",), members=("b",), whole=whole, period="2020")
        assert findings_of(plan(revised, claims=(split,))) == findings, whole


def test_a_share_of_counts_has_no_unprinted_digits_however_many_it_takes() -> None:
    assert only(share("2", "3", "76.7")).message == "a: 2 of 3 is stated as 76.7 %, while it is 66.67 %."


def share(part: str, whole: str, percent: str, *, exact: bool = True) -> cp.Plan:
    claim = ShareClaim(subject="a", part=part, whole=whole, percent=percent, exact=exact)
    return plan(row(), claims=(claim,))


def test_a_percentage_that_is_not_the_quotient_is_a_contradiction() -> None:
    finding = only(share("65", "80", "82.5"))
    assert (finding.code, finding.claimed, finding.computed) == ("share-wrong", "82.5 %", "81.25 %")


def test_a_rounded_quotient_is_not() -> None:
    for percent in ("81.25", "81.3", "81.2", "81"):
        assert findings_of(share("65", "80", percent)) == [], percent


def test_figures_that_are_no_counts_may_have_been_rounded() -> None:
    assert findings_of(share("65", "80", "82", exact=False)) == []
    assert findings_of(share("65", "80", "83", exact=False)) == [("contradiction", "share-wrong", "a")]


def test_a_percentage_of_nothing_is_passed_over() -> None:
    assert findings_of(share("0", "0", "100")) == []
    assert findings_of(share("1", "0.2", "3", exact=False)) == [("contradiction", "share-wrong", "a")]
    assert findings_of(share("1", "0", "3", exact=False)) == []


def test_more_than_all_is_still_a_quotient() -> None:
    assert findings_of(share("90", "80", "112.5")) == []
