"""A task's own percent and status are actuals: amounts decide, without them the percent, without it the milestones."""

from __future__ import annotations

from typing import Any

import civicplan as cp
from civicplan.assessment import Basis, TaskAssessment

from ._plans import assessed, report

MET, NOT_MET, OPEN = cp.Verdict.MET, cp.Verdict.NOT_MET, cp.Verdict.NOT_ASSESSABLE
OPENING = cp.Milestone(title="opening", due="2024-03", done="2024-02")
BOOKS = cp.Deliverable(subject="books", planned="≥5")


def called(period: str, status: Any, percent: str | None = None) -> cp.ProgressReport:
    return cp.ProgressReport(period=period, status=status, percent=percent)


def by_percent(*reports: tuple[str, str | None], period: str = "2024-H1", as_of: str = "2025") -> TaskAssessment:
    return assessed(as_of, period=period, reports=tuple(report(*one) for one in reports))


def test_while_a_task_runs_it_is_not_due_whatever_was_reported() -> None:
    late = cp.Milestone(title="opening", due="2024-01", done="2024-02")
    for fields in (
        {"reports": (report("2024-Q2", "100"),)},
        {"reports": (report("2024-Q2", "5"),)},
        {"reports": (report("2024-Q2", None, cp.Delivered(subject="books", figure="9")),), "deliverables": (BOOKS,)},
        {"milestones": (late,)},
        {},
    ):
        found = assessed("2024-Q3", **fields)
        assert found.verdict is cp.Verdict.NOT_DUE
        assert (found.reason, found.decisive, found.is_unreported) == (None, False, False)


def test_a_hundred_percent_or_more_reported_by_the_end_is_met_decisively() -> None:
    for percent in ("100", "100.0", "105"):
        for end in ("2024-Q1", "2024-H1", "2024-06"):
            found = by_percent((end, percent))
            assert (found.verdict, found.decisive, found.basis) == (MET, True, Basis.PERCENT), (percent, end)
            assert not found.is_overdue


def test_less_in_a_report_that_reaches_the_end_is_not_met_and_overdue() -> None:
    for percent in ("0", "99", "99.6", "99.95"):
        for end in ("2024-H1", "2024-Q2", "2024"):
            found = by_percent((end, percent))
            assert (found.verdict, found.decisive) == (NOT_MET, True), (percent, end)
            assert found.is_overdue
            assert not found.is_unreported


def test_less_in_an_earlier_report_leaves_it_open_for_want_of_a_final_one() -> None:
    found = by_percent(("2024-Q1", "60"))
    assert (found.verdict, found.reason) == (OPEN, cp.Reason.NO_FINAL_REPORT)
    assert found.is_unreported
    assert not found.is_overdue


def test_without_a_report_there_is_none() -> None:
    found = by_percent()
    assert (found.verdict, found.reason) == (OPEN, cp.Reason.NO_REPORT)
    assert found.is_unreported


def test_a_hundred_percent_first_reported_for_a_later_period_is_not_shown_to_be_in_time() -> None:
    for earlier in ((), (("2024-Q1", "60"),)):
        found = by_percent(*earlier, ("2024", "100"))
        assert (found.verdict, found.reason) == (OPEN, cp.Reason.COMPLETION_NOT_IN_TIME)
        assert not found.is_unreported


def test_the_report_at_the_end_counts_whatever_came_before_or_after() -> None:
    assert by_percent(("2024-Q1", "100"), ("2024-Q2", "98")).verdict is NOT_MET
    assert by_percent(("2024-H1", "98"), ("2024", "100")).verdict is NOT_MET
    assert by_percent(("2024-H1", "100"), ("2024", "98")).verdict is MET


def test_a_report_without_a_number_takes_nothing_back() -> None:
    assert by_percent(("2024-Q1", "100"), ("2024-Q2", None)).verdict is MET
    found = by_percent(("2024-Q1", "60"), ("2024-Q2", None))
    assert (found.verdict, found.reason) == (OPEN, cp.Reason.NO_PERCENT)
    assert by_percent(("2024-Q1", None)).reason is cp.Reason.NO_PERCENT


def test_completed_without_a_percent_counts_as_all_of_it_and_other_words_carry_no_number() -> None:
    assert assessed("2024", reports=(called("2024-Q3", "completed"),)).verdict is MET
    assert assessed("2024", reports=(called("2024", "completed", "90"),)).verdict is NOT_MET
    for status in ("not_started", "behind", "on_track", "ahead"):
        found = assessed("2024", reports=(called("2024", status),))
        assert (found.verdict, found.reason) == (OPEN, cp.Reason.NO_PERCENT), status


def test_percents_for_one_end_that_contradict_each_other_give_no_verdict() -> None:
    for one, other in (("90", "95"), ("100", "99.8")):
        for order in (1, -1):
            found = by_percent(*(("2024-H1", one), ("2024-Q2", other))[::order])
            assert (found.verdict, found.reason) == (OPEN, cp.Reason.CONFLICTING_OBSERVATIONS), (one, other)
    assert by_percent(("2024-Q2", "90"), ("2024-H1", "90.2")).verdict is NOT_MET
    assert by_percent(("2024-Q1", "90"), ("2024-Q1", "95")).reason is cp.Reason.CONFLICTING_OBSERVATIONS


def test_amounts_decide_before_the_percent_and_the_percent_before_the_milestones() -> None:
    nine, two = cp.Delivered(subject="books", figure="9"), cp.Delivered(subject="books", figure="2")
    late = cp.Milestone(title="opening", due="2024-01", done="2024-02")
    for delivered, percent, verdict, basis in (
        ((nine,), "50", MET, Basis.AMOUNTS),
        ((two,), "100", NOT_MET, Basis.AMOUNTS),
        ((), "100", OPEN, Basis.AMOUNTS),
        (None, "100", MET, Basis.PERCENT),
        (None, "50", NOT_MET, Basis.PERCENT),
        (None, None, NOT_MET, Basis.MILESTONES),
    ):
        found = assessed(
            "2024",
            deliverables=() if delivered is None else (BOOKS,),
            reports=(report("2024", percent, *(delivered or ())),),
            milestones=(late,),
        )
        assert (found.verdict, found.basis) == (verdict, basis), (delivered, percent)


def test_a_milestone_done_late_is_missed_one_not_shown_done_leaves_it_open_and_else_they_are_met() -> None:
    late = cp.Milestone(title="start", due="2024-01", done="2024-02")
    silent = cp.Milestone(title="end", due="2024-11")
    for milestones, verdict, reason in (
        ((OPENING,), MET, None),
        ((OPENING, late, silent), NOT_MET, None),
        ((OPENING, silent), OPEN, cp.Reason.NO_REPORT),
    ):
        found = assessed("2024", milestones=milestones)
        assert (found.verdict, found.reason, found.basis) == (verdict, reason, Basis.MILESTONES)
        assert found.is_overdue is (silent in milestones)
        assert found.is_unreported is (verdict is OPEN)


def test_a_milestone_done_in_a_period_that_straddles_its_date_is_not_shown_to_be_in_time() -> None:
    for due, done, verdict in (
        ("2024-H1", "2024", OPEN),
        ("2024-H1", "2024-H1", MET),
        ("2024-H1", "2024-04", MET),
        ("2024-H1", "2024-Q3", NOT_MET),
    ):
        found = assessed("2024", milestones=(cp.Milestone(title="opening", due=due, done=done),))
        assert found.verdict is verdict, (due, done)
        assert found.reason is (cp.Reason.COMPLETION_NOT_IN_TIME if verdict is OPEN else None)
        assert not found.is_overdue


def test_a_milestone_that_is_due_after_the_work_is_waited_for() -> None:
    after = cp.Milestone(title="inspection", due="2025")
    assert assessed("2024", milestones=(OPENING, after)).verdict is cp.Verdict.NOT_DUE


def test_overdue_and_unreported_tasks_are_listed_counted_and_shown() -> None:
    def task(id: str, **fields: Any) -> cp.Task:
        return cp.Task(id=id, title=id, **fields)

    plan = cp.Plan(
        id="p",
        title="A plan",
        period="2024",
        tasks=(
            task("done", reports=(report("2024", "100"),)),
            task("short", reports=(report("2024", "90"),)),
            task("silent"),
            task(
                "few", deliverables=(BOOKS,), reports=(report("2024", None, cp.Delivered(subject="books", figure="2")),)
            ),
            task("both", milestones=(cp.Milestone(title="opening", due="2024-03"),)),
        ),
    )
    found = cp.assess(plan, as_of="2024")
    assert [one.task.id for one in found.overdue_tasks] == ["short", "few", "both"]
    assert [one.task.id for one in found.unreported_tasks] == ["silent", "both"]
    assert "tasks: 1 met, 2 not met, 2 not assessable, 3 overdue, 2 unreported" in repr(found)
    for text in (str(found), found._repr_html_()):
        for words in ("not met, overdue", "not assessable, unreported", "not assessable, overdue, unreported"):
            assert words in text
    assert [row["milestones_past_due"] for row in found.task_rows()] == [0, 0, 0, 0, 1]


def test_a_cap_that_is_exceeded_is_missed_but_nothing_is_overdue() -> None:
    land = cp.Deliverable(subject="land", planned="≤5")
    found = assessed(
        "2024", deliverables=(land,), reports=(report("2024", None, cp.Delivered(subject="land", figure="9")),)
    )
    assert found.verdict is NOT_MET
    assert not found.is_overdue


def test_a_task_that_is_met_is_not_overdue_though_a_step_was_not_reported() -> None:
    report = cp.ProgressReport(period="2024", percent="100")
    step = cp.Milestone(title="opening", due="2024-06")
    work = cp.Task(id="t", title="t", milestones=(step,), reports=(report,))
    found = cp.assess(cp.Plan(id="p", title="p", period="2024", tasks=(work,)), as_of="2024").task("t")
    assert (found.verdict, found.is_overdue) == (cp.Verdict.MET, False)
