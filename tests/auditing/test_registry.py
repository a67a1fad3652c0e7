"""Choosing rules, passing over findings, adding rules of one's own, and their explanations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import civicplan as cp
from civicplan.auditing import (
    Case,
    Finding,
    Rule,
    Severity,
    audit,
    codes,
    explain,
    register,
    rule,
    unregister,
)
from civicplan.errors import InvalidTypeError, InvalidValueError

from ._plans import found, growth, level, plan, row, seen

PROMISED = (
    "undisclosed-shortfall",
    "undecided-verdict",
    "growth-disagrees",
    "target-disagrees",
    "total-is-not-total",
    "target-behind-baseline",
    "count-disagrees",
    "status-unsupported",
    "percent-disagrees",
    "figure-disagrees",
    "shares-do-not-add",
    "share-wrong",
    "unit-suspect",
    "delegated-unresolved",
    "sum-of-rates",
)


def flawed() -> cp.Plan:
    """A contradiction, a doubt and a note, on two indicators."""
    first = row("b", baseline=seen("2015", "100"), targets=(level("≥200"), growth("≤10")))
    second = row(
        "a", unit="亿元", baseline=seen("2015", "100"), targets=(level("≥90"), growth("≥10")), nature="binding"
    )
    return plan(first, second)


def test_the_promised_codes_are_all_there() -> None:
    assert set(PROMISED) <= set(codes())
    assert len(set(codes())) == len(codes())


@pytest.mark.parametrize("code", codes())
def test_every_rule_states_itself_its_tolerance_and_what_it_does_not_prove(code: str) -> None:
    text = explain(code)
    assert text.splitlines()[0].endswith(".")
    assert "Tolerance: " in text
    assert "What it does not prove: " in text
    assert not any(line.startswith(" ") for line in text.splitlines())


def test_findings_come_most_serious_first_then_by_rule_then_by_plan() -> None:
    assert found(flawed()) == [
        ("contradiction", "target-disagrees", "b"),
        ("doubt", "target-disagrees", "a"),
        ("note", "target-behind-baseline", "a"),
    ]


def test_rules_are_chosen_by_code() -> None:
    assert found(flawed(), rules=("target-behind-baseline",)) == [("note", "target-behind-baseline", "a")]
    assert found(flawed(), rules=()) == []


def test_a_code_or_one_finding_is_passed_over() -> None:
    assert [code for _, code, _ in found(flawed(), ignore=("target-disagrees",))] == ["target-behind-baseline"]
    assert found(flawed(), ignore=("target-disagrees:b", "target-behind-baseline:a")) == [
        ("doubt", "target-disagrees", "a")
    ]


@pytest.mark.parametrize("options", [{"rules": ("growth-disagree",)}, {"ignore": ("growth-disagree:a",)}])
def test_a_misspelt_code_is_refused_with_the_nearest(options: dict[str, Any]) -> None:
    with pytest.raises(cp.UnknownIdError, match="growth-disagrees"):
        audit(flawed(), **options)


def test_an_unknown_code_has_no_explanation() -> None:
    with pytest.raises(cp.UnknownIdError, match="share-wrong"):
        explain("share-wrongs")


@pytest.mark.parametrize("options", [{"rules": "share-wrong"}, {"ignore": "share-wrong"}])
def test_a_single_code_is_put_in_parentheses(options: dict[str, Any]) -> None:
    with pytest.raises(InvalidTypeError, match="parentheses"):
        audit(flawed(), **options)


@pytest.mark.parametrize(
    "options",
    [
        {"ignore": (5,)},
        {"ignore": ([],)},
        {"ignore": (None,)},
        {"ignore": b"share-wrong"},
        {"ignore": {"share-wrong": True}},
        {"rules": [[]]},
        {"rules": (5,)},
        {"rules": {}},
        {"rules": 5},
        {"as_of": []},
    ],
)
def test_an_option_of_another_type_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(InvalidTypeError):
        audit(flawed(), **options)


@pytest.mark.parametrize("other", [None, "a plan", {}, row()])
def test_what_is_no_plan_is_refused(other: Any) -> None:
    for ask in (lambda: audit(other), lambda: audit(other, as_of="2020"), lambda: Case(plan=other, as_of="2020")):
        with pytest.raises(InvalidTypeError, match="a Plan"):
            ask()


@pytest.mark.parametrize("code", [5, None, []])
def test_a_code_that_is_no_text_is_refused(code: Any) -> None:
    for ask in (explain, rule, unregister):
        with pytest.raises(InvalidTypeError):
            ask(code)


def nameless(case: Case) -> Iterator[Finding]:
    """Every indicator has a printed number.

    Tolerance: none. What it does not prove: that the document has none.
    """
    for indicator in case.plan.indicators:
        if indicator.number is None:
            yield Finding(
                severity=Severity.NOTE,
                subject=indicator.id,
                message=f"{indicator.id} has no number",
                claimed="",
                computed="no number",
            )


def test_a_rule_of_ones_own_is_applied_once_it_is_registered() -> None:
    assert register("no-number")(nameless) is nameless
    try:
        assert codes()[-1] == "no-number"
        assert explain("no-number").startswith("Every indicator has a printed number.")
        assert ("note", "no-number", "a") in found(flawed())
        assert audit(flawed(), rules=("no-number",))[0].code == "no-number"
    finally:
        unregister("no-number")
    assert "no-number" not in codes()


def test_a_rule_can_be_used_without_being_registered() -> None:
    own = Rule("no-number", nameless)
    assert found(flawed(), rules=(own,)) == [("note", "no-number", "b"), ("note", "no-number", "a")]
    assert found(flawed(), rules=(own,), ignore=("no-number:a",)) == [("note", "no-number", "b")]
    assert found(flawed(), rules=(rule("share-wrong"),)) == []


@pytest.mark.parametrize("code", ["share-wrong", "Share Wrong", "", "-x", "a--b", 5])
def test_a_code_that_is_taken_or_not_in_kebab_case_is_refused(code: str) -> None:
    with pytest.raises(InvalidValueError, match=r"Rule\.code"):
        register(code)(nameless)


def test_a_rule_without_an_explanation_is_refused() -> None:
    def silent(case: Case) -> tuple[Finding, ...]:
        return ()

    with pytest.raises(InvalidValueError, match="docstring"):
        register("silent")(silent)


def test_built_in_rules_stay() -> None:
    with pytest.raises(cp.UnknownIdError):
        unregister("share-wrong")
    assert "share-wrong" in codes()


def test_a_rule_that_yields_something_else_is_named() -> None:
    def wrong(case: Case) -> Any:
        """Yields no finding at all."""
        yield "a finding"

    with pytest.raises(InvalidTypeError, match="the rule wrong"):
        audit(flawed(), rules=(Rule("wrong", wrong),))


def test_an_empty_plan_has_nothing_to_part_on() -> None:
    assert audit(plan()) == ()


def test_the_day_must_be_a_period() -> None:
    with pytest.raises(InvalidValueError):
        audit(plan(), as_of="the end")
