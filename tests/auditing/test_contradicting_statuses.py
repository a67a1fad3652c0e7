"""Two statuses of one task for one day, in claims or in a claim and a report."""

from __future__ import annotations

from itertools import combinations, permutations
from typing import Any

import civicplan as cp
from civicplan.model import ReportedStatus

from ._plans import findings_of, only, workplan

#: The statuses that cannot both be said of one task for one day; those with another word only with an explanation.
EXCLUSIVE = {
    frozenset({"behind", "on_track"}): "contradiction",
    frozenset({"behind", "ahead"}): "contradiction",
    frozenset({"not_started", "completed"}): "contradiction",
    frozenset({"not_started", "ahead"}): "doubt",
    frozenset({"behind", "completed"}): "doubt",
    frozenset({"on_track", "ahead"}): "doubt",
}


def said(status: Any, period: str = "2024-Q2", **fields: Any) -> cp.StatusClaim:
    return cp.StatusClaim(subject="t", status=status, period=period, **fields)


def reported(status: Any, **fields: Any) -> cp.ProgressReport:
    return cp.ProgressReport(period="2024-Q2", status=status, **fields)


def programme(*claims: cp.StatusClaim, reports: tuple[cp.ProgressReport, ...] = ()) -> cp.Plan:
    return workplan(cp.Task(id="t", title="roads", reports=reports), claims=claims)


def severities(*claims: cp.StatusClaim, **fields: Any) -> list[str]:
    return [severity for severity, _, _ in findings_of(programme(*claims, **fields), rules=("claims-contradict",))]


def test_two_claims_on_one_day_are_compared() -> None:
    for one, other in permutations(ReportedStatus, 2):
        expected = [EXCLUSIVE[both]] if (both := frozenset({one, other})) in EXCLUSIVE else []
        assert severities(said(one), said(other)) == expected, both
    finding = only(programme(said("behind"), said("ahead")))
    assert finding.message == "roads: for 2024-Q2 one claim calls it behind, another ahead."
    assert (finding.code, finding.subject, finding.claimed, finding.computed) == (
        "claims-contradict",
        "t",
        "behind",
        "ahead",
    )


def test_one_day_has_one_finding_and_two_days_may_differ() -> None:
    assert severities(said("behind"), said("ahead"), said("behind"), said("completed")) == ["contradiction"]
    assert severities(said("behind", "2024-Q1"), said("ahead")) == []
    assert severities(said("behind", "2024-06"), said("ahead")) == ["contradiction"]


def test_a_report_without_a_percent_is_compared_with_claims_alone() -> None:
    for one, other in combinations(ReportedStatus, 2):
        expected = [EXCLUSIVE[both]] if (both := frozenset({one, other})) in EXCLUSIVE else []
        assert severities(said(one), reports=(reported(other),)) == expected
        assert severities(reports=(reported(one), reported(other))) == []
    # A percent says more than a word, and status-unsupported compares with that.
    assert severities(said("ahead"), reports=(reported("behind", percent="40"),)) == []


def test_two_documents_leave_a_doubt() -> None:
    first, second = (cp.Source(document=name) for name in ("review", "report"))
    assert severities(said("behind", source=first), said("ahead", source=second)) == ["doubt"]
    assert severities(said("behind", source=first), said("ahead", source=first)) == ["contradiction"]
    assert severities(said("behind", source=first), said("ahead")) == ["doubt"]
    assert severities(said("behind", source=first), reports=(reported("ahead", source=second),)) == ["doubt"]


def test_a_forecast_contradicts_nothing() -> None:
    assert severities(said("behind"), said("ahead", is_forecast=True)) == []
