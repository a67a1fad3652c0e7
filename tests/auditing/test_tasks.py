"""Reports on tasks: status against time, percent against amounts."""

from __future__ import annotations

from typing import Any

import pytest

import civicplan as cp
from civicplan.auditing import audit
from civicplan.model import ReportedStatusLike

from ._plans import findings_of, only, workplan

UNSUPPORTED = "status-unsupported"


def task(
    percent: str | None,
    status: ReportedStatusLike | None = None,
    *amounts: tuple[str, str, str | None],
    period: str = "2024-Q2",
    **fields: Any,
) -> cp.Task:
    """A task with amounts as (planned, delivered, unit)."""
    planned = (
        cp.Deliverable(subject=f"s{index}", planned=bound, unit=unit, accumulates=True)
        for index, (bound, _, unit) in enumerate(amounts)
    )
    done = (
        cp.Delivered(subject=f"s{index}", figure=figure, unit=unit) for index, (_, figure, unit) in enumerate(amounts)
    )
    report = cp.ProgressReport(period=period, percent=percent, status=status, delivered=tuple(done))
    return cp.Task(id="t", title="a task", deliverables=tuple(planned), reports=(report,), **fields)


@pytest.mark.parametrize(("percent", "status"), [("50", "ahead"), ("50", "behind"), ("50.0", "ahead")])
def test_half_done_at_mid_year_is_neither_ahead_nor_behind(percent: str, status: ReportedStatusLike) -> None:
    finding = only(workplan(task(percent, status)))
    assert (finding.code, finding.severity, finding.claimed) == (UNSUPPORTED, "doubt", status)
    assert finding.computed == f"{percent} % done, 50 % of its time gone"
    assert "run through 2024" in finding.message
    assert any("run through 2024" in reading for reading in finding.innocent)


def test_an_end_beyond_the_digits_is_a_contradiction() -> None:
    assert findings_of(workplan(task("98", "completed"))) == [("contradiction", UNSUPPORTED, "t")]


def test_of_what_is_not_started_something_may_be_prepared() -> None:
    finding = only(workplan(task("5", "not_started")))
    assert (finding.code, finding.severity) == (UNSUPPORTED, "doubt")
    assert "main part alone" in finding.message


@pytest.mark.parametrize(("percent", "status"), [("40", "ahead"), ("60", "behind"), ("100", "behind")])
def test_a_lead_or_a_lag_beyond_the_digits_is_a_doubt(percent: str, status: ReportedStatusLike) -> None:
    finding = only(workplan(task(percent, status)))
    assert (finding.code, finding.severity) == (UNSUPPORTED, "doubt")
    assert "depends on rounding" not in finding.message


@pytest.mark.parametrize(
    ("percent", "status"),
    [
        ("55", "ahead"),
        ("51", "ahead"),
        ("100", "ahead"),
        ("120", "ahead"),
        ("45", "behind"),
        ("100", "completed"),
        ("0", "not_started"),
        ("10", "on_track"),
        ("90", "on_track"),
        (None, "ahead"),
        ("50", None),
    ],
)
def test_a_status_that_the_percent_supports_or_cannot_refute_is_silent(
    percent: str | None, status: ReportedStatusLike | None
) -> None:
    assert findings_of(workplan(task(percent, status))) == []


@pytest.mark.parametrize(("percent", "status"), [("100", "ahead"), ("100", "behind"), ("80", "behind")])
def test_at_the_end_all_of_it_done_may_have_been_early_or_late(percent: str, status: ReportedStatusLike) -> None:
    assert findings_of(workplan(task(percent, status, period="2024"))) == []


def test_a_task_of_its_own_period_is_held_against_that() -> None:
    # By the end of June two thirds of the nine months are gone.
    report = cp.ProgressReport(period="2024-06", percent="55", status="ahead")
    due_early = cp.Task(id="t", title="a task", period="2024-01/2024-09", reports=(report,))
    finding = only(workplan(due_early))
    assert finding.severity == "doubt"
    assert finding.computed == "55 % done, 66.7 % of its time gone"
    assert "run through" not in finding.message


def test_a_report_of_a_time_to_come_is_passed_over() -> None:
    assert findings_of(workplan(task("50", "ahead")), as_of="2024-Q1") == []


def claim(status: ReportedStatusLike, period: str = "2024-Q2") -> cp.StatusClaim:
    return cp.StatusClaim(subject="t", status=status, period=period)


def test_a_status_claimed_elsewhere_is_held_against_the_report_of_that_day() -> None:
    assert findings_of(workplan(task("60"), claims=(claim("completed"),))) == [("contradiction", UNSUPPORTED, "t")]
    assert findings_of(workplan(task("60"), claims=(claim("ahead"),))) == []


def test_another_document_may_give_the_status_of_another_day() -> None:
    bulletin, review = cp.Source(document="bulletin"), cp.Source(document="review")
    for place, severity in ((bulletin, "contradiction"), (review, "doubt"), (None, "doubt")):
        report = cp.ProgressReport(period="2024-Q2", percent="60", source=bulletin)
        claimed = cp.StatusClaim(subject="t", status="completed", period="2024-Q2", source=place)
        account = workplan(cp.Task(id="t", title="a task", reports=(report,)), claims=(claimed,))
        assert findings_of(account) == [(severity, UNSUPPORTED, "t")]


def test_a_status_claimed_of_another_day_is_not() -> None:
    assert findings_of(workplan(task("60"), claims=(claim("completed", "2024"),))) == []


def test_a_status_that_the_report_gives_as_well_is_found_once() -> None:
    finding = only(workplan(task("40", "ahead"), claims=(claim("ahead"),)))
    assert finding.claimed == "ahead"
    assert len(findings_of(workplan(task("40", "ahead"), claims=(claim("completed"),)))) == 2


def test_a_claim_is_found_once_however_many_reports_there_are() -> None:
    reports = tuple(cp.ProgressReport(period="2024-Q2", percent=percent) for percent in ("40", "45"))
    finding = only(workplan(cp.Task(id="t", title="a task", reports=reports), claims=(claim("ahead"),)))
    assert finding.computed == "40 % done, 50 % of its time gone"


PERCENT = "percent-disagrees"
BOOKS = ("≥60000", "32547", "册")


def test_a_percent_that_is_not_the_amounts_is_a_doubt() -> None:
    finding = only(workplan(task("70", None, BOOKS)))
    assert (finding.code, finding.severity) == (PERCENT, "doubt")
    assert "Weights" not in finding.message
    assert (finding.claimed, finding.computed) == ("70 %", "32547 of 60000 册 (54.2 %)")


def test_a_rounded_share_agrees() -> None:
    for percent in ("54", "54.2", "54.25"):
        assert findings_of(workplan(task(percent, None, BOOKS))) == [], percent


ROOMS, BARS = ("≥4", "4", "个"), ("≥5", "4", "个")


def test_every_plain_reading_of_several_amounts_agrees() -> None:
    for percent, reading in (
        ("100", "an amount"),
        ("80", "an amount"),
        ("54", "an amount"),
        ("78", "the mean"),
        ("33", "one of three completed"),
    ):
        assert findings_of(workplan(task(percent, None, ROOMS, BARS, BOOKS))) == [], (percent, reading)


def test_all_amounts_together_are_a_reading_where_they_have_one_unit() -> None:
    assert findings_of(workplan(task("89", None, ROOMS, BARS))) == []


def test_between_the_shares_weights_could_explain_it() -> None:
    finding = only(workplan(task("70", None, ROOMS, BARS, BOOKS)))
    assert finding.severity == "doubt"
    assert "Weights" in finding.message


def test_outside_the_shares_no_weights_could() -> None:
    for percent in ("20", "45"):
        finding = only(workplan(task(percent, None, ROOMS, BARS, BOOKS)))
        assert (finding.code, "Weights" in finding.message) == (PERCENT, False)


def test_milestones_may_count_as_well() -> None:
    opening = cp.Milestone(title="opening", due="2024-10")
    finding = only(workplan(task("20", None, BOOKS, milestones=(opening,))))
    assert finding.severity == "doubt"
    assert "milestones" in finding.message


def test_more_than_planned_is_all_of_it() -> None:
    assert findings_of(workplan(task("100", None, ("≥4", "6", "个")))) == []
    assert findings_of(workplan(task("150", None, ("≥4", "6", "个")))) == []


def test_a_counted_amount_is_exact_and_a_measured_one_is_not() -> None:
    finding = only(workplan(task("70", None, ("≥5", "4", "个"))))
    assert finding.severity == "doubt"
    assert "taken to be counted" in finding.message
    assert findings_of(workplan(task("70", None, ("≥5", "4", "万吨")))) == []
    assert "taken to be counted" not in only(workplan(task("60", None, ("≥5", "4", "个")))).message


def test_an_amount_without_an_answer_leaves_the_percent_open() -> None:
    done = task("70", None, BOOKS)
    more = (*done.deliverables, cp.Deliverable(subject="rooms", planned="≥4", unit="个", accumulates=True))
    half = cp.Task(id="t", title="a task", deliverables=more, reports=done.reports)
    assert findings_of(workplan(half)) == []


def test_an_amount_in_another_unit_is_no_answer() -> None:
    planned = (cp.Deliverable(subject="books", planned="≥6", unit="万册", accumulates=True),)
    report = cp.ProgressReport(
        period="2024-Q2", percent="70", delivered=(cp.Delivered(subject="books", figure="32547", unit="册"),)
    )
    assert findings_of(workplan(cp.Task(id="t", title="a task", deliverables=planned, reports=(report,)))) == []


def test_an_amount_that_is_no_work_to_be_done_is_passed_over() -> None:
    for bound in ("≤60000", "<60000", "50000..60000", "60000±1000", "≥0"):
        assert findings_of(workplan(task("70", None, (bound, "32547", "册")))) == [], bound


def test_a_share_of_something_is_a_level_and_no_amount() -> None:
    assert findings_of(workplan(task("55", None, ("≥7", "6.5", "%")))) == []


def test_the_amounts_of_an_earlier_report_are_not_those_of_a_later_one() -> None:
    early = task("54", None, BOOKS).reports[0]
    last = cp.ProgressReport(period="2024-Q3", percent="80")
    planned = task("54", None, BOOKS).deliverables
    assert findings_of(workplan(cp.Task(id="t", title="a task", deliverables=planned, reports=(early, last)))) == []


def test_amounts_that_are_not_declared_running_totals_are_named_unless_the_report_is_on_all_of_the_time() -> None:
    for accumulates, period, is_named in ((True, "2024-Q2", False), (False, "2024-Q2", True), (False, "2024", False)):
        promised = cp.Deliverable(subject="s0", planned="≥100", unit="km", accumulates=accumulates)
        done = cp.ProgressReport(
            period=period, percent="90", delivered=(cp.Delivered(subject="s0", figure="50", unit="公里"),)
        )
        finding = only(workplan(cp.Task(id="t", title="a task", deliverables=(promised,), reports=(done,))))
        assert ("running totals" in finding.message) is is_named, (accumulates, period)


def test_an_amount_that_is_declared_counted_or_rounded_is_taken_as_that() -> None:
    for exact, is_found, is_named in ((None, True, True), (True, True, False), (False, False, False)):
        promised = cp.Deliverable(subject="s0", planned="≥4", unit="个", accumulates=True, exact=exact)
        done = cp.ProgressReport(
            period="2024-Q2", percent="60", delivered=(cp.Delivered(subject="s0", figure="2", unit="个"),)
        )
        findings = audit(workplan(cp.Task(id="t", title="a task", deliverables=(promised,), reports=(done,))))
        assert [finding.code for finding in findings] == [PERCENT] * is_found, exact
        assert any("taken to be counted" in finding.message for finding in findings) is is_named, exact
