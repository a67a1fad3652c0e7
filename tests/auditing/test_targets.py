"""Targets against each other, the baseline, and the allocation."""

from __future__ import annotations

from typing import Any

import pytest

import civicplan as cp

from ._plans import at, findings_of, growth, level, only, plan, row

BASE = at("2015", "100")


def aims(*targets: cp.Threshold, **fields: Any) -> cp.Plan:
    return plan(row(**{"baseline": BASE, **fields}, targets=targets))


def test_two_floors_that_can_both_be_kept_are_a_doubt() -> None:
    finding = only(aims(level("≥200"), growth("≥10")))
    assert (finding.code, finding.severity) == ("target-disagrees", "doubt")
    assert (finding.claimed, finding.computed) == ("≥10 %/yr", "14.87 %/yr")
    assert "one asks for more than the other" in finding.message
    assert only(aims(level("≥161.1"), growth(">7"), baseline=at("2015", "100.0"))).severity == "doubt"


def test_two_caps_that_can_both_be_kept_are_a_doubt() -> None:
    finding = only(aims(level("≤60"), growth("≤-3")))
    assert finding.severity == "doubt"
    assert "one asks for more than the other" in finding.message


def test_a_level_that_no_accepted_growth_reaches_is_a_contradiction() -> None:
    for rate in ("=10", "8.0..10.5", "≤10"):
        finding = only(aims(level("≥200"), growth(rate)))
        assert (finding.severity, finding.computed) == ("contradiction", "14.87 %/yr"), rate
        assert "one asks for more" not in finding.message, rate


def test_a_start_before_the_first_year_is_no_start() -> None:
    first = row(targets=(level("≥200"), growth("≥10"), cp.Threshold(bound="≥9", measure="reduction")))
    assert findings_of(plan(first, period="0001/0005")) == []


def test_a_rounded_growth_is_no_disagreement() -> None:
    for aim, rate in (("≥161", "≥10"), ("≥154", ">9"), ("≥1480", "≥12")):
        start = at("2015", "839.7") if aim == "≥1480" else BASE
        assert findings_of(aims(level(aim), growth(rate), baseline=start)) == [], (aim, rate)


def test_a_level_in_money_may_be_in_current_prices() -> None:
    finding = only(aims(level("≥200"), growth("≥10"), unit="亿元"))
    assert finding.severity == "doubt"
    assert "current prices" in finding.message


def test_only_a_listed_unit_or_declared_prices_make_a_contradiction() -> None:
    for unit in ("吨", "km", "万亩"):
        assert only(aims(level("≥200"), growth("≤10"), unit=unit)).severity == "contradiction", unit
    for money in ("₹ crore", "SEK", "pesos", None):
        assert only(aims(level("≥200"), growth("≤10"), unit=money)).severity == "doubt", money
    assert only(aims(level("≥200"), growth("≤10"), unit="SEK", prices="constant")).severity == "contradiction"


def test_an_about_without_a_tolerance_asks_for_nothing_certain() -> None:
    assert findings_of(aims(level("≈200"), growth("≤10"))) == []
    assert findings_of(aims(level("≥200"), growth("≈10"))) == []
    assert findings_of(aims(level("≈145"), direction="higher", baseline=at("2015", "155"))) == []
    assert findings_of(aims(level("≥145"), direction="higher", baseline=at("2015", "≥155"))) == []


def test_a_declared_direction_opens_the_better_side_of_a_range() -> None:
    asked = level("150..160"), growth("=14")
    assert [severity for severity, _, _ in findings_of(aims(*asked))] == ["contradiction"]
    assert findings_of(aims(*asked, direction="higher")) == []


def test_a_target_that_was_revised_alone_is_not_held_against_the_other() -> None:
    assert findings_of(aims(level("≥161"), growth("=10"), cp.Threshold(bound="=150", published="2018"))) == []
    both = (cp.Threshold(bound="=140", published="2018"), cp.Threshold(bound="=10", measure="growth", published="2018"))
    assert findings_of(aims(*both)) == [("contradiction", "target-disagrees", "a")]


def test_a_start_before_a_revision_is_a_start() -> None:
    starts = (
        cp.Observation(period="2015", figure="100", published="2016-03"),
        cp.Observation(period="2015", figure="110", published="2017-03"),
    )
    exact = level("=161"), growth("=10")
    assert findings_of(plan(row(observations=starts, targets=exact))) == []
    assert [code for _, code, _ in findings_of(plan(row(observations=starts, targets=(exact[0], growth("=12")))))] == [
        "target-disagrees"
    ]


def test_the_growth_of_a_ratio_may_be_one_of_points() -> None:
    assert findings_of(aims(level("≥80"), growth("≥2"), unit="%", baseline=at("2015", "62.1"))) == []


def test_a_level_of_the_other_sign_needs_no_growth_that_has_a_value() -> None:
    assert findings_of(aims(level("≥-5"), growth("≤-120"))) == []
    assert findings_of(aims(level("≤-5"), growth("≤-120"))) == []


def test_a_loss_that_shrinks_grows() -> None:
    losses = aims(level("≥-50"), growth("≤10"), baseline=at("2015", "-100"))
    finding = only(losses)
    assert (finding.severity, finding.computed) == ("contradiction", "12.94 %/yr")
    assert findings_of(aims(level("≥-50"), growth("≤13"), baseline=at("2015", "-100"))) == []


def test_a_floor_and_a_cap_leave_room_between_them() -> None:
    assert findings_of(aims(level("≥110"), growth("≤10"))) == []


def test_a_floor_beyond_a_cap_leaves_none() -> None:
    assert findings_of(aims(level("≥200"), growth("≤10"))) == [("contradiction", "target-disagrees", "a")]


def test_ranges_that_share_a_growth_agree() -> None:
    assert findings_of(aims(level("150..170"), growth("8.0..10.5"))) == []
    assert findings_of(aims(level("200..210"), growth("8.0..10.5"))) == [("contradiction", "target-disagrees", "a")]


def test_a_start_of_another_year_is_not_compared() -> None:
    assert findings_of(aims(level("≥200"), growth("≥10"), baseline=at("2014", "100"))) == []


def test_a_level_due_in_another_year_is_not_compared() -> None:
    assert findings_of(aims(level("≥200", "2018"), growth("≥10"))) == []


def test_without_a_growth_to_the_level_nothing_is_said() -> None:
    for rate in ("≥10", "≤10"):
        for start in ("0", "-5"):
            assert findings_of(aims(level("≥200"), growth(rate), baseline=at("2015", start))) == [], (rate, start)


@pytest.mark.parametrize(
    ("direction", "bound", "start"), [("higher", "≥145", "155"), ("lower", "≤7", "5.6"), ("higher", "140..150", "155")]
)
def test_a_target_worse_than_the_baseline_is_a_doubt(direction: str, bound: str, start: str) -> None:
    behind = aims(level(bound), direction=direction, baseline=at("2015", start))
    assert findings_of(behind) == [("doubt", "target-behind-baseline", "a")]


@pytest.mark.parametrize("nature", ["binding", "expected"])
def test_a_binding_floor_may_leave_room(nature: str) -> None:
    finding = only(aims(level("≥145"), direction="higher", nature=nature, baseline=at("2015", "155")))
    assert finding.severity == {"binding": "note", "expected": "doubt"}[nature]
    assert (finding.claimed, finding.computed) == ("≥145", "155")


def test_an_inferred_direction_is_said_and_makes_a_note() -> None:
    finding = only(aims(level("≥145"), baseline=at("2015", "155")))
    assert finding.severity == "note"
    assert "inferred" in finding.message


def test_a_level_to_hold_is_not_behind() -> None:
    for bound, start in (("≥95", "95"), ("≥95", "95.4"), ("≥62.11", "62.11"), (">6.6", "6.6")):
        assert findings_of(aims(level(bound), direction="higher", baseline=at("2015", start))) == [], (bound, start)


def test_where_a_range_is_best_nothing_is_behind() -> None:
    assert findings_of(aims(level("4.0..5.0"), direction="range", baseline=at("2015", "7"))) == []


def test_the_total_of_the_last_period_is_no_level_to_start_from() -> None:
    jobs = aims(
        cp.Threshold(bound="≥25.3", measure="total"),
        direction="higher",
        baseline=at("2011/2015", "30.2", "total"),
    )
    assert findings_of(jobs) == []


def left_to(authority: str, *others: cp.Threshold, nature: str | None = "binding") -> cp.Plan:
    return plan(row(nature=nature, targets=(cp.Delegated(authority=authority), *others)))


def test_a_binding_target_left_to_others_is_noted() -> None:
    finding = only(left_to("the province"))
    assert (finding.code, finding.severity) == ("delegated-unresolved", "note")
    assert "the province" in finding.message


@pytest.mark.parametrize("nature", ["expected", None])
def test_only_a_target_declared_binding_is(nature: str | None) -> None:
    assert findings_of(left_to("the province", nature=nature)) == []


def test_an_allocation_resolves_it() -> None:
    assert findings_of(left_to("the province", cp.Threshold(bound="≥15", measure="reduction"))) == []
