"""Choosing rules, ignoring findings, adding rules of one's own, and their explanations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import civicplan as cp
from civicplan.auditing import RULES, Case, Finding, Rule, Severity, audit, get, names
from civicplan.errors import InvalidTypeError, InvalidValueError

from ._plans import at, findings_of, growth, level, plan, row

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
    first = row("b", baseline=at("2015", "100"), targets=(level("≥200"), growth("≤10")))
    second = row("a", unit="亿元", baseline=at("2015", "100"), targets=(level("≥90"), growth("≥10")), nature="binding")
    return plan(first, second)


def test_the_promised_codes_are_all_there() -> None:
    assert set(PROMISED) <= set(names())
    assert len(set(names())) == len(names()) == len(RULES)


def test_every_rule_says_what_it_checks_its_tolerance_and_what_it_does_not_prove() -> None:
    for rule in RULES:
        text = rule.explanation
        assert text.splitlines()[0].endswith("."), rule.code
        assert "Tolerance: " in text, rule.code
        assert "What it does not prove: " in text, rule.code
        assert not any(line.startswith(" ") for line in text.splitlines()), rule.code


def test_findings_come_most_serious_first_then_by_rule_then_by_plan() -> None:
    assert findings_of(flawed()) == [
        ("contradiction", "target-disagrees", "b"),
        ("doubt", "target-disagrees", "a"),
        ("note", "target-behind-baseline", "a"),
    ]


def test_rules_are_chosen_by_code() -> None:
    assert findings_of(flawed(), rules=("target-behind-baseline",)) == [("note", "target-behind-baseline", "a")]
    assert findings_of(flawed(), rules=()) == []


def test_a_code_or_one_finding_is_ignored() -> None:
    assert [code for _, code, _ in findings_of(flawed(), ignore=("target-disagrees",))] == ["target-behind-baseline"]
    assert findings_of(flawed(), ignore=("target-disagrees:b", "target-behind-baseline:a")) == [
        ("doubt", "target-disagrees", "a")
    ]


@pytest.mark.parametrize("options", [{"rules": ("growth-disagree",)}, {"ignore": ("growth-disagree:a",)}])
def test_a_misspelt_code_is_refused_with_the_nearest(options: dict[str, Any]) -> None:
    with pytest.raises(cp.UnknownIdError, match="growth-disagrees"):
        audit(flawed(), **options)


def test_an_unknown_rule_is_refused_with_the_nearest() -> None:
    with pytest.raises(cp.UnknownIdError, match="share-wrong"):
        get("share-wrongs")


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
    with pytest.raises(InvalidTypeError):
        get(code)


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


OWN = Rule("no-number", nameless)


def test_a_rule_of_ones_own_is_applied_beside_the_built_in_ones() -> None:
    usual = findings_of(flawed())
    assert findings_of(flawed(), rules=(*RULES, OWN)) == [
        *usual,
        ("note", "no-number", "b"),
        ("note", "no-number", "a"),
    ]
    assert OWN.explanation.startswith("Every indicator has a printed number.")


def test_a_rule_of_ones_own_changes_no_later_audit() -> None:
    usual = findings_of(flawed())
    audit(flawed(), rules=(*RULES, OWN))
    assert findings_of(flawed()) == usual
    assert "no-number" not in names()


def test_findings_of_ones_own_rule_are_ignored_like_others() -> None:
    assert findings_of(flawed(), rules=(OWN,), ignore=("no-number:a",)) == [("note", "no-number", "b")]
    assert findings_of(flawed(), rules=(get("share-wrong"),)) == []


@pytest.mark.parametrize("code", ["Share Wrong", "", "-x", "a--b", 5])
def test_a_code_that_is_not_in_kebab_case_is_refused(code: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"Rule\.code"):
        Rule(code, nameless)


def test_a_bare_function_is_told_how_to_become_a_rule() -> None:
    rules: Any = (lambda case: (),)
    with pytest.raises(InvalidTypeError, match=r'write Rule\("no-target", your_function\)'):
        audit(plan(row()), rules=rules)


@pytest.mark.parametrize("rules", [(*RULES, Rule("share-wrong", nameless)), ("share-wrong", "share-wrong")])
def test_two_rules_of_one_code_are_refused(rules: Any) -> None:
    with pytest.raises(InvalidValueError, match="'share-wrong' twice"):
        audit(flawed(), rules=rules)


def test_a_rule_without_an_explanation_is_refused() -> None:
    def silent(case: Case) -> tuple[Finding, ...]:
        return ()

    with pytest.raises(InvalidValueError, match="docstring"):
        Rule("silent", silent)


@pytest.mark.parametrize("check", [None, "a text", 5])
def test_a_check_that_is_no_function_is_refused(check: Any) -> None:
    with pytest.raises(InvalidTypeError, match=r"Rule\.check"):
        Rule("no-number", check)


def test_a_rule_that_yields_something_else_is_named() -> None:
    def wrong(case: Case) -> Any:
        """Yields no finding at all."""
        yield "a finding"

    with pytest.raises(InvalidTypeError, match="the rule wrong"):
        audit(flawed(), rules=(Rule("wrong", wrong),))


def test_a_rule_that_returns_no_findings_at_all_is_named() -> None:
    def wrong(case: Case) -> Any:
        """Returns nothing."""

    with pytest.raises(InvalidTypeError, match=r"the rule wrong.*return"):
        audit(flawed(), rules=(Rule("wrong", wrong),))


def test_an_empty_plan_has_no_findings() -> None:
    assert audit(plan()) == ()


def test_the_day_must_be_a_period() -> None:
    with pytest.raises(InvalidValueError):
        audit(plan(), as_of="the end")
