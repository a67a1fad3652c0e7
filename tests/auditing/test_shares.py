"""Parts of a whole, and percentages of two printed figures."""

from __future__ import annotations

from typing import Any

import pytest

import civicplan as cp
from civicplan.model import BreakdownClaim, ShareClaim

from ._plans import found, only, plan, row, seen


def split(*figures: str, subject: str = "a", **fields: Any) -> cp.Plan:
    return plan(row(), claims=(BreakdownClaim(subject=subject, figures=figures, **fields),))


def test_percentages_that_miss_100_are_a_contradiction() -> None:
    finding = only(split("7.8", "45.6", "47.6"))
    assert (finding.code, finding.severity) == ("shares-do-not-add", "contradiction")
    assert (finding.claimed, finding.computed) == ("100 %", "101.0 %")


@pytest.mark.parametrize("last", ["46.6", "46.5", "46.7"])
def test_rounding_of_every_part_may_add_up(last: str) -> None:
    assert found(split("7.8", "45.6", last)) == []


def test_parts_of_a_printed_whole_add_up_to_it() -> None:
    assert found(split("10.1", "20.2", whole="30.3")) == []
    assert found(split("10.1", "20.2", whole="30")) == []
    assert found(split("10.1", "20.2", whole="31")) == [("contradiction", "shares-do-not-add", "a")]


def test_counts_have_no_unprinted_digits() -> None:
    assert found(split("10", "20", "30", whole="61")) == []
    assert found(split("10", "20", "30", whole="61", exact=True)) == [("contradiction", "shares-do-not-add", "a")]


def test_a_split_may_be_of_the_plan_itself() -> None:
    assert only(split("10", "20", subject="p", whole="50")).subject == "p"


def to_enum(id: str, figure: str, unit: str | None = "%") -> cp.Indicator:
    return row(id, unit=unit, observations=(seen("2020", figure),))


def test_parts_may_be_other_indicators() -> None:
    claim = BreakdownClaim(subject="p", members=("b", "c"), period="2020")
    assert found(plan(to_enum("b", "40.0"), to_enum("c", "60.0"), claims=(claim,))) == []
    assert found(plan(to_enum("b", "40.0"), to_enum("c", "61.0"), claims=(claim,))) == [
        ("contradiction", "shares-do-not-add", "p")
    ]


def test_parts_in_different_units_are_not_added() -> None:
    claim = BreakdownClaim(subject="p", members=("b", "c"), period="2020")
    assert found(plan(to_enum("b", "40.0"), to_enum("c", "61.0", "吨"), claims=(claim,))) == []
    whole = BreakdownClaim(subject="a", members=("b", "c"), period="2020", whole="3")
    assert found(plan(row(unit="吨"), to_enum("b", "1.0"), to_enum("c", "1.0"), claims=(whole,))) == []


@pytest.mark.parametrize("unit", ["吨", None, "‰", "个百分点"])
def test_only_percentages_add_up_to_a_hundred(unit: str | None) -> None:
    claim = BreakdownClaim(subject="p", members=("b", "c"), period="2020")
    assert found(plan(to_enum("b", "40.0", unit), to_enum("c", "61.0", unit), claims=(claim,))) == []


def test_a_part_of_another_year_is_not_added() -> None:
    claim = BreakdownClaim(subject="p", members=("b", "c"), period="2019")
    assert found(plan(to_enum("b", "40.0"), to_enum("c", "61.0"), claims=(claim,))) == []


def share(part: str, whole: str, percent: str, *, exact: bool = True) -> cp.Plan:
    claim = ShareClaim(subject="a", part=part, whole=whole, percent=percent, exact=exact)
    return plan(row(), claims=(claim,))


def test_a_percentage_that_is_not_the_quotient_is_a_contradiction() -> None:
    finding = only(share("65", "80", "82.5"))
    assert (finding.code, finding.claimed, finding.computed) == ("share-wrong", "82.5 %", "81.25 %")


@pytest.mark.parametrize("percent", ["81.25", "81.3", "81.2", "81"])
def test_a_rounded_quotient_is_not(percent: str) -> None:
    assert found(share("65", "80", percent)) == []


def test_figures_that_are_no_counts_may_have_been_rounded() -> None:
    assert found(share("65", "80", "82", exact=False)) == []
    assert found(share("65", "80", "83", exact=False)) == [("contradiction", "share-wrong", "a")]


def test_a_percentage_of_nothing_is_passed_over() -> None:
    assert found(share("0", "0", "100")) == []
    assert found(share("1", "0.2", "3", exact=False)) == [("contradiction", "share-wrong", "a")]
    assert found(share("1", "0", "3", exact=False)) == []


def test_more_than_all_is_still_a_quotient() -> None:
    assert found(share("90", "80", "112.5")) == []
