"""What a document states and nothing printed can be compared with: a note that says why, and nothing more."""

from __future__ import annotations

from typing import Any

import civicplan as cp
from civicplan.auditing import Severity, audit
from civicplan.model import Claim, VerdictLike

from ._plans import at, findings_of, growth, level, only, plan, row

MET = cp.VerdictClaim(subjects=("a",), verdict="met")
NOT_MET = cp.VerdictClaim(subjects=("a",), verdict="not_met")
GROWN = cp.GrowthClaim(subject="a", figure="3", period="2016/2020")


def reason(indicator: cp.Indicator, claim: Claim, **options: Any) -> str:
    """Why the claim could not be checked."""
    finding = only(plan(indicator, claims=(claim,)), **options)
    assert (finding.code, finding.severity, finding.subject) == ("not-checked", Severity.NOTE, "a")
    said, _, why = finding.message.partition(" That could not be checked: ")
    assert said.startswith("a: the ")
    return why


def test_a_verdict_without_a_figure_or_a_target_says_what_is_missing() -> None:
    for claim in (MET, NOT_MET):
        for target, why in (
            (level("≥75"), "no figure for 2020 is published, nor can one be derived."),
            (growth("≥9"), "no figure for 2016/2020 is published, nor can one be derived."),
            (cp.Qualitative(text="more"), "the target is a phrase without a number."),
            (cp.Delegated(authority="province"), "the target is left to another authority."),
        ):
            assert reason(row(targets=(target,)), claim) == why
        assert reason(row(), claim) == "there is no target."


def test_a_verdict_before_its_day_is_compared_with_a_level_of_that_day_alone() -> None:
    rising = row(targets=(level("≥75"),), observations=(at("2018", "60"),))
    for claim, day in ((MET, "2017"), (MET, "2019"), (NOT_MET, "2018")):
        assert reason(rising, claim, as_of=day) == "the target for 2020 is not due yet."
    assert [code for _, code, _ in findings_of(plan(rising, claims=(MET,)), as_of="2018")] == ["not-achieved-early"]
    there = row(targets=(level("≥75"),), observations=(at("2018", "80"),))
    assert findings_of(plan(there, claims=(MET,)), as_of="2018") == []


def test_a_growth_without_figures_says_which_are_missing() -> None:
    levels = row(baseline=at("2015", "100"), observations=(at("2019", "110"),))
    assert reason(levels, GROWN) == (
        "neither the levels of 2015 and 2020 nor the rates of the years between are published."
    )
    for start, end, why in (
        ("0", "5", "from 0 to 5 there is no average growth."),
        ("≈100", "110", "the actual is published as a bound or as an approximate figure."),
    ):
        assert reason(row(baseline=at("2015", start), observations=(at("2020", end),)), GROWN) == why
    percent = row(unit="%", baseline=at("2015", "50"), observations=(at("2020", "60"),))
    assert reason(percent, GROWN) == "the levels are percentages, and their growth may be meant in percentage points."
    quarter = cp.GrowthClaim(subject="a", figure="3", period="2018-Q2")
    assert reason(row(), quarter) == "no other growth is published for 2018-Q2."


def test_a_growth_of_a_period_after_the_plan_is_told_where_the_whole_plan_is_audited() -> None:
    later = cp.GrowthClaim(subject="a", figure="3", period="2021")
    assert reason(row(), later) == "the period ends after the day of the audit, 2020."
    for claim in (later, GROWN):
        assert findings_of(plan(row(), claims=(claim,)), as_of="2018") == []


def test_what_was_compared_foretold_or_implied_is_not_told() -> None:
    levels = row(baseline=at("2015", "100"), observations=(at("2020", "116"),), targets=(level("≥115"),))
    shortfalls = cp.VerdictClaim(subjects=("b",), verdict="not_met", exhaustive=True)
    open_words: tuple[VerdictLike, ...] = ("not_due", "not_assessable")
    account = plan(
        levels, row("b", targets=(level("≥1"),), observations=(at("2020", "0"),)), claims=(MET, GROWN, shortfalls)
    )
    assert list(audit(account)) == []
    assert list(audit(plan(row(), row("b"), claims=(shortfalls,)), rules=("not-checked",)).only(subject="a")) == []
    assert list(audit(plan(row(), claims=(MET, NOT_MET)), rules=("not-checked",))) == []
    for word in open_words:
        assert findings_of(plan(row(), claims=(cp.VerdictClaim(subjects=("a",), verdict=word),))) == []
    foretold = cp.GrowthClaim(subject="a", figure="3", period="2016/2020", is_forecast=True)
    assert findings_of(plan(row(), claims=(foretold,))) == []


def test_the_built_in_plans_have_no_such_note() -> None:
    for name in cp.datasets.names():
        assert audit(cp.datasets.load(name)).only(code="not-checked") == ()
