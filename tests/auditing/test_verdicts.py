"""The account's verdicts against those of the figures."""

from __future__ import annotations

import pytest

import civicplan as cp
from civicplan.model import VerdictLike

from ._plans import at, findings_of, growth, level, only, plan, row


def says(verdict: VerdictLike, *ids: str, exhaustive: bool = False) -> cp.VerdictClaim:
    return cp.VerdictClaim(subjects=ids, verdict=verdict, exhaustive=exhaustive)


def reached(figure: str, bound: str = "≥75", id: str = "a") -> cp.Indicator:
    return row(id, targets=(level(bound),), observations=(at("2020", figure),))


def test_a_miss_that_the_account_calls_met_is_a_contradiction() -> None:
    finding = only(plan(reached("74.0"), claims=(says("met", "a"),)))
    assert (finding.code, finding.severity, finding.claimed) == ("undisclosed-shortfall", "contradiction", "met")
    assert finding.computed == "not met: 74.0 against ≥75"


def test_a_miss_left_out_of_a_complete_list_is_a_contradiction() -> None:
    rows = reached("74.0"), reached("70", id="b")
    assert findings_of(plan(*rows, claims=(says("not_met", "b", exhaustive=True),))) == [
        ("contradiction", "undisclosed-shortfall", "a")
    ]


def test_a_miss_left_out_of_an_incomplete_list_says_nothing() -> None:
    rows = reached("74.0"), reached("70", id="b")
    assert findings_of(plan(*rows, claims=(says("not_met", "b"),))) == []


def test_a_miss_named_in_another_list_is_disclosed() -> None:
    rows = reached("74.0"), reached("70", id="b")
    claims = says("not_met", "b", exhaustive=True), says("not_met", "a")
    assert findings_of(plan(*rows, claims=claims)) == []


def test_two_claims_that_contradict_each_other_are_not_used() -> None:
    assert findings_of(plan(reached("74.0"), claims=(says("met", "a"), says("not_met", "a")))) == []


def test_a_list_of_targets_not_due_says_nothing_of_the_others() -> None:
    rows = reached("74.0"), reached("80", id="b")
    assert findings_of(plan(*rows, claims=(says("not_due", "b", exhaustive=True),))) == []


def test_left_out_of_the_shortfalls_and_of_what_is_not_due_is_met() -> None:
    rows = reached("74.0"), reached("70", id="b"), row("c", targets=(level("≥75"),))
    claims = says("not_met", "b", exhaustive=True), says("not_due", "c", exhaustive=True)
    assert findings_of(plan(*rows, claims=claims)) == [("contradiction", "undisclosed-shortfall", "a")]


def test_left_out_of_the_targets_met_is_missed() -> None:
    rows = reached("80"), reached("90", id="b")
    assert findings_of(plan(*rows, claims=(says("met", "b", exhaustive=True),))) == [
        ("contradiction", "unsupported-shortfall", "a")
    ]


@pytest.mark.parametrize(("stated", "figure"), [("met", "74.8"), ("not_met", "75.2")])
def test_a_verdict_beyond_the_digits_is_decided(stated: VerdictLike, figure: str) -> None:
    assert [code for _, code, _ in findings_of(plan(reached(figure), claims=(says(stated, "a"),)))] == [
        {"met": "undisclosed-shortfall", "not_met": "unsupported-shortfall"}[stated]
    ]


@pytest.mark.parametrize(
    ("stated", "figure", "bound"), [("met", "95.0", ">95"), ("not_met", "95", "≥95"), ("met", "12.96", "≥12.964")]
)
def test_a_verdict_that_hangs_on_digits_is_a_doubt(stated: VerdictLike, figure: str, bound: str) -> None:
    assert findings_of(plan(reached(figure, bound), claims=(says(stated, "a"),))) == [
        ("doubt", "undecided-verdict", "a")
    ]


@pytest.mark.parametrize(("stated", "figure", "bound"), [("not_met", "95.0", ">95"), ("met", "64", "≤64")])
def test_an_account_that_agrees_with_the_printed_figures_is_not_questioned(
    stated: VerdictLike, figure: str, bound: str
) -> None:
    assert findings_of(plan(reached(figure, bound), claims=(says(stated, "a"),))) == []


def test_nothing_is_due_before_the_end_of_the_plan() -> None:
    early = row(targets=(level("≥75"),), observations=(at("2018", "60"),))
    assert findings_of(plan(early, claims=(says("met", "a"),)), as_of="2018") == []


def test_a_miss_of_an_earlier_year_may_have_been_caught_up_with() -> None:
    steps = row(targets=(level("≥50", "2018"), level("≥75")), observations=(at("2018", "40"), at("2020", "80")))
    assert findings_of(plan(steps, claims=(says("met", "a"),))) == []


def test_without_an_actual_there_is_no_finding() -> None:
    assert findings_of(plan(row(targets=(level("≥75"),)), claims=(says("met", "a"),))) == []
    assert findings_of(plan(row(targets=(level("≥75"),)), claims=(says("not_met", "a"),))) == []


def test_a_shortfall_in_a_target_nobody_can_assess_is_possible() -> None:
    partly = row(targets=(level("≥75"), growth("≥5")), observations=(at("2020", "80"),))
    assert findings_of(plan(partly, claims=(says("not_met", "a"),))) == []


def test_a_growth_derived_from_levels_in_money_is_only_a_doubt() -> None:
    levels = row(unit="亿元", baseline=at("2015", "100"), targets=(growth("≥9"),), observations=(at("2020", "120"),))
    finding = only(plan(levels, claims=(says("met", "a"),)))
    assert (finding.code, finding.severity) == ("undisclosed-shortfall", "doubt")
    assert "compound annual growth of the levels" in finding.message
    assert "current prices" in finding.message


def test_a_growth_derived_from_levels_in_tonnes_is_not() -> None:
    levels = row(baseline=at("2015", "100"), targets=(growth("≥9"),), observations=(at("2020", "120"),))
    assert only(plan(levels, claims=(says("met", "a"),))).severity == "contradiction"


def test_a_growth_derived_from_a_ratio_decides_nothing() -> None:
    ratio = row(unit="%", baseline=at("2015", "50"), targets=(growth("≥9"),), observations=(at("2020", "60"),))
    assert findings_of(plan(ratio, claims=(says("met", "a"),))) == []


@pytest.mark.parametrize(("stated", "bound"), [("met", "≥3.72"), ("not_met", "≥3.71")])
def test_nor_does_it_leave_anything_undecided(stated: VerdictLike, bound: str) -> None:
    # From 50 to 60 is 3.714 a year, anywhere from 3.34 to 4.09 before rounding.
    ratio = row(unit="%", baseline=at("2015", "50"), targets=(growth(bound),), observations=(at("2020", "60"),))
    assert findings_of(plan(ratio, claims=(says(stated, "a"),))) == []
    tonnes = row(baseline=at("2015", "50"), targets=(growth(bound),), observations=(at("2020", "60"),))
    assert findings_of(plan(tonnes, claims=(says(stated, "a"),))) == [("doubt", "undecided-verdict", "a")]


def test_a_published_miss_outweighs_a_derived_one() -> None:
    both = row(
        unit="亿元",
        baseline=at("2015", "100"),
        targets=(growth("≥9"), level("≥154")),
        observations=(at("2020", "120"),),
    )
    finding = only(plan(both, claims=(says("met", "a"),)), rules=("undisclosed-shortfall",))
    assert finding.severity == "contradiction"
    assert finding.computed == "not met: 120 against ≥154"


def test_a_lead_over_another_indicator_derived_from_levels_is_a_doubt() -> None:
    reference = row("b", baseline=at("2015", "100"), observations=(at("2020", "180"),))
    own = row(
        baseline=at("2015", "100"),
        observations=(at("2020", "120"),),
        targets=(cp.Relative(reference="b", relation="above"),),
    )
    finding = only(plan(own, reference, claims=(says("met", "a"),)))
    assert finding.severity == "doubt"
    assert "derived from levels" in finding.message
