"""The built-in plans: what their accounts and figures part on, and nothing else.

The figures are those of box 3 and box 5 of the outline of Zhuzhou for 2021-2025 and of the second-quarter table of
Shangyu; the lines are recorded with the data.
"""

from __future__ import annotations

import pytest

import civicplan as cp
from civicplan.auditing import Finding, Severity, audit

from ._plans import findings_of


@pytest.fixture(scope="module")
def past() -> tuple[Finding, ...]:
    return audit(cp.datasets.load("zhuzhou-13fyp"))


def by(findings: tuple[Finding, ...], code: str) -> dict[str, Finding]:
    return {finding.subject: finding for finding in findings if finding.code == code}


def test_the_past_plan_parts_from_its_figures_in_these_places_and_no_others() -> None:
    assert findings_of(cp.datasets.load("zhuzhou-13fyp")) == [
        ("contradiction", "undisclosed-shortfall", "productivity"),
        ("contradiction", "undisclosed-shortfall", "schooling"),
        ("doubt", "undecided-verdict", "pension"),
        ("doubt", "growth-disagrees", "gdp"),
        ("doubt", "growth-disagrees", "retail"),
        ("doubt", "growth-disagrees", "trade"),
        ("doubt", "target-disagrees", "gdp"),
        ("doubt", "total-is-not-total", "water-use"),
        ("doubt", "total-is-not-total", "water-use"),
    ]


@pytest.mark.parametrize(
    ("id", "actual", "target", "line"), [("productivity", "12.7", "≥13", 170), ("schooling", "11.08", "≥12", 180)]
)
def test_the_list_of_shortfalls_leaves_two_out(
    past: tuple[Finding, ...], id: str, actual: str, target: str, line: int
) -> None:
    finding = by(past, "undisclosed-shortfall")[id]
    assert actual in finding.message
    assert target in finding.message
    assert finding.source is not None
    assert finding.source.line == 207
    assert [place.line for place in finding.evidence] == [line]


def test_the_pension_coverage_hangs_on_digits_nobody_printed(past: tuple[Finding, ...]) -> None:
    finding = by(past, "undecided-verdict")["pension"]
    assert finding.computed == "not met: 95.0 against >95"


@pytest.mark.parametrize(
    ("id", "stated", "implied"), [("trade", "3.75", "4.73"), ("retail", "8.3", "5.36"), ("gdp", "7.2", "5.87")]
)
def test_three_stated_rates_are_not_those_of_the_levels(
    past: tuple[Finding, ...], id: str, stated: str, implied: str
) -> None:
    finding = by(past, "growth-disagrees")[id]
    assert (finding.claimed, finding.computed) == (f"{stated} %/yr", f"{implied} %/yr")
    assert finding.severity is Severity.DOUBT
    assert "current prices" in finding.message


def test_the_two_income_rows_differ_by_rounding_alone(past: tuple[Finding, ...]) -> None:
    assert not {"income-urban", "income-rural"} & by(past, "growth-disagrees").keys()


def test_the_level_aimed_at_for_gdp_needs_more_than_the_growth_aimed_at(past: tuple[Finding, ...]) -> None:
    finding = by(past, "target-disagrees")["gdp"]
    assert (finding.claimed, finding.computed) == ("≥9 %/yr", "10.23 %/yr")


def test_the_cumulative_fall_in_water_use_is_a_yearly_average(past: tuple[Finding, ...]) -> None:
    actual, target = (finding for finding in past if finding.code == "total-is-not-total")
    assert (actual.claimed, actual.computed) == ("[7.39 %]", "[31.91 %]")
    assert "That is 7.40 % a year" in actual.message
    assert (target.claimed, target.computed) == ("[6.38 %]", "[31.91 %]")
    assert "That is 6.38 % a year" in target.message
    assert "heading makes them" in actual.note


def test_the_counts_of_the_past_plan_cannot_be_refuted_without_the_natures(past: tuple[Finding, ...]) -> None:
    assert not by(past, "count-disagrees")


def test_the_next_plan_gives_notes_only() -> None:
    assert findings_of(cp.datasets.load("zhuzhou-14fyp")) == [
        ("note", "target-behind-baseline", "grain"),
        ("note", "delegated-unresolved", "energy-intensity"),
        ("note", "delegated-unresolved", "carbon-intensity"),
        ("note", "delegated-unresolved", "good-air"),
    ]


def test_at_mid_year_half_done_is_not_ahead() -> None:
    findings = audit(cp.datasets.load("shangyu-2024-q2"))
    assert list(by(findings, "status-unsupported")) == [
        "mountain-leisure-plan",
        "service-pioneer",
        "performances",
        "tourism-events",
    ]
    assert list(by(findings, "percent-disagrees")) == ["reading"]
    assert len(findings) == 5


def test_the_percent_of_the_reading_task_is_that_of_none_of_its_amounts() -> None:
    finding = by(audit(cp.datasets.load("shangyu-2024-q2")), "percent-disagrees")["reading"]
    assert finding.severity is Severity.DOUBT
    for share in ("100 %", "80 %", "54.2 %"):
        assert share in finding.computed
