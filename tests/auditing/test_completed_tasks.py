"""Tasks called completed whose amounts fall short of what was planned."""

from __future__ import annotations

from typing import Any

import civicplan as cp
from civicplan.auditing import audit

from ._plans import findings_of, only, workplan

_RULE = ("completed-falls-short",)


def report(*figures: str, period: str = "2024", unit: str = "册", **fields: Any) -> cp.ProgressReport:
    delivered = tuple(cp.Delivered(subject="books", figure=figure, unit=unit) for figure in figures)
    return cp.ProgressReport(period=period, delivered=delivered, **fields)


def books(*reports: cp.ProgressReport, claims: Any = (), planned: str = "≥100", **fields: Any) -> cp.Plan:
    promised = cp.Deliverable(subject="books", planned=planned, unit=fields.pop("unit", "册"), **fields)
    return workplan(cp.Task(id="t", title="books", deliverables=(promised,), reports=reports), claims=claims)


def completed(period: str = "2024", **fields: Any) -> cp.StatusClaim:
    return cp.StatusClaim(subject="t", status="completed", period=period, **fields)


def test_less_than_planned_is_a_doubt_found_once() -> None:
    finding = only(books(report("90", status="completed"), claims=(completed(), completed())))
    assert (finding.severity, finding.code, finding.subject) == ("doubt", "completed-falls-short", "t")
    assert finding.message == (
        "books: for 2024 it is called completed, while the amounts reported are 90 of 100 册 (90 %). "
        "The work may be over although less came of it than was promised."
    )


def test_enough_or_nothing_to_compare_is_no_finding() -> None:
    for figure in ("100", "100.4", "250"):
        assert findings_of(books(report(figure, status="completed"))) == []
    assert findings_of(books(report("90", status="behind"))) == []
    assert findings_of(books(report(status="completed"))) == []
    assert findings_of(books(report("90", status="completed", unit="万册"))) == []
    assert (
        findings_of(books(report("90", status="completed", period="2024-Q2"), accumulates=True), as_of="2024-Q1") == []
    )
    for planned in ("≤200", "95..200", "≈100"):
        assert findings_of(books(report("90", status="completed"), planned=planned)) == []


def test_a_claim_elsewhere_is_compared_with_the_reports_of_its_day() -> None:
    reports = report("90"), report("40", period="2024-Q2")
    assert [finding.key for finding in audit(books(*reports, claims=(completed(),)))] == ["completed-falls-short:t"]
    assert findings_of(books(*reports, claims=(completed("2024-Q1"),))) == []
    assert findings_of(books(*reports, claims=(completed(is_forecast=True),))) == []
    # The most that the reports of the day give counts.
    assert findings_of(books(report("90"), report("100"), claims=(completed(),))) == []


def test_rounding_and_a_part_of_the_time_are_innocent_readings() -> None:
    def readings(plan: cp.Plan) -> str:
        return " ".join(only(plan, rules=_RULE).innocent)

    assert findings_of(books(report("99.6", status="completed", unit="吨"), planned="≥99.64", unit="吨")) == []
    assert "running totals" in readings(books(report("90", status="completed", period="2024-Q2")))
    assert "running totals" not in readings(books(report("90", status="completed", period="2024-Q2"), accumulates=True))
    assert "counted" in readings(books(report("100", status="completed"), planned="≥100.4"))
    assert "counted" not in readings(books(report("90", status="completed")))


def test_what_the_percent_says_of_the_amounts_is_said_once() -> None:
    plan = books(report("90", status="completed", percent="100"))
    assert [finding.code for finding in audit(plan)] == ["percent-disagrees"]
