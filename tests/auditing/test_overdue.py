"""Tasks whose time has ended, or a step of which was late, and that are called on track."""

from __future__ import annotations

from typing import Any

import civicplan as cp
from civicplan.model import ReportedStatusLike

from ._plans import findings_of, only, workplan

OVERDUE = "overdue-task-on-schedule"


def task(
    percent: str | None, status: ReportedStatusLike | None = "on_track", day: str = "2024-Q4", **fields: Any
) -> cp.Task:
    """A task that runs to the end of September."""
    report = cp.ProgressReport(period=day, percent=percent, status=status)
    period = fields.pop("period", "2024-01/2024-09")
    return cp.Task(id="t", title="a task", period=period, reports=(report,), **fields)


def test_a_task_past_its_end_and_not_all_done_is_not_on_track() -> None:
    finding = only(workplan(task("80")))
    assert (finding.code, finding.severity, finding.subject) == (OVERDUE, "doubt", "t")
    assert "more time" in finding.message
    assert (finding.claimed, finding.computed) == ("on track", "80 % done after 2024-Q3")


def test_all_done_or_nothing_said_or_in_time_is_silent() -> None:
    for percent in ("100", "100.0", "120", "1e2", None):
        assert findings_of(workplan(task(percent))) == [], percent
    assert findings_of(workplan(task("80", day="2024-Q2"))) == []
    for status in (None, "behind"):
        assert findings_of(workplan(task("80", status))) == []
    assert findings_of(workplan(task("80", day="2024-12")), as_of="2024-11") == []


def test_what_is_called_done_or_not_begun_is_reported_by_the_rule_of_statuses() -> None:
    for status in ("completed", "not_started"):
        assert [code for _, code, _ in findings_of(workplan(task("80", status)))] == ["status-unsupported"]
    assert findings_of(workplan(task("80", "ahead"))) == [("doubt", OVERDUE, "t")]


def test_on_the_last_day_or_without_a_period_of_its_own_there_is_another_reading() -> None:
    finding = only(workplan(task("80", day="2024-09")))
    assert finding.severity == "doubt"
    assert "before its last day" in finding.message
    finding = only(workplan(task("80", period=None)))
    assert finding.severity == "doubt"
    assert "run through 2024" in finding.message


def claim(status: ReportedStatusLike = "on_track", day: str = "2024-12") -> cp.StatusClaim:
    return cp.StatusClaim(subject="t", status=status, period=day)


def test_a_claim_is_held_against_the_reports_of_its_day() -> None:
    assert findings_of(workplan(task("80", None), claims=(claim(),))) == [("doubt", OVERDUE, "t")]
    assert findings_of(workplan(task("80", None), claims=(claim(day="2024-11"),))) == []
    assert len(findings_of(workplan(task("80"), claims=(claim(),)))) == 1
    reports = tuple(cp.ProgressReport(period="2024-Q4", percent=percent) for percent in ("80", "100"))
    twice = cp.Task(id="t", title="a task", period="2024-Q3", reports=reports)
    assert findings_of(workplan(twice, claims=(claim(),))) == []


def with_step(done: str | None, due: str = "2024-03", **fields: Any) -> cp.Plan:
    step = cp.Milestone(title="opening", due=due, done=done)
    return workplan(task("50", day="2024-Q2", milestones=(step,), period="2024", **fields))


def test_a_step_done_only_after_the_report_and_due_before_it_is_a_doubt() -> None:
    finding = only(with_step("2024-08"))
    assert (finding.code, finding.severity, finding.subject) == (OVERDUE, "doubt", "t")
    assert finding.computed == "due 2024-03, done 2024-08"
    assert "As a whole" in finding.message


def test_a_step_in_time_or_late_within_the_time_reported_or_not_recorded_is_silent() -> None:
    for done, due in (("2024-03", "2024-03"), ("2024-06", "2024-03"), (None, "2024-03"), ("2024-08", "2024-08")):
        assert findings_of(with_step(done, due)) == [], (done, due)
    assert findings_of(with_step("2024-08", status="behind"), rules=(OVERDUE,)) == []


def test_the_report_and_the_task_are_named_as_places() -> None:
    written, promised = cp.Source(document="report", line=7), cp.Source(document="programme", line=3)
    report = cp.ProgressReport(period="2024-Q4", percent="80", status="on_track", source=written)
    late = cp.Task(id="t", title="a task", period="2024-01/2024-09", reports=(report,), source=promised)
    assert only(workplan(late)).places == ("report, line 7", "programme, line 3")
