"""Tasks: reported percents against the time gone, amounts against promises, dates past due."""

from __future__ import annotations

from decimal import Decimal

import pytest

import civicplan as cp

from ._plans import assessed, report


@pytest.mark.parametrize(
    ("percent", "standing"),
    [
        ("100", cp.Standing.ACHIEVED_EARLY),
        ("70", cp.Standing.AHEAD),
        ("51", cp.Standing.AHEAD),
        ("50.4", cp.Standing.AHEAD),
        ("50", cp.Standing.ON_TRACK),
        ("49", cp.Standing.BEHIND),
        ("0", cp.Standing.BEHIND),
    ],
)
def test_a_reported_percent_stands_against_the_time_gone(percent: str, standing: cp.Standing) -> None:
    assessment = assessed("2024-Q2", reports=(report("2024-Q2", percent),))
    assert assessment.elapsed == Decimal("0.5")
    assert assessment.standing is standing


@pytest.mark.parametrize(
    ("period", "reported_for", "percent", "standing"),
    [
        ("2024", "2024-07", "58.3", cp.Standing.ON_TRACK),
        ("2024", "2024-07", "58.2", cp.Standing.BEHIND),
        ("2024", "2024-11", "91.67", cp.Standing.ON_TRACK),
        ("2021/2025", "2022", "36.6", cp.Standing.BEHIND),
        ("2021/2025", "2021", "15.64", cp.Standing.BEHIND),
        ("2024/2026", "2024", "37.8", cp.Standing.AHEAD),
    ],
)
def test_a_percent_is_on_track_where_the_share_of_the_time_would_print_as_it(
    period: str, reported_for: str, percent: str, standing: cp.Standing
) -> None:
    assessment = assessed(reported_for, period=period, reports=(report(reported_for, percent),))
    assert assessment.standing is standing


def test_the_latest_report_that_is_over_counts() -> None:
    reports = (report("2024-Q3", "90"), report("2024-Q1", "20"), report("2024-Q2", "60"))
    assessment = assessed("2024-08", reports=reports)
    assert assessment.reported == Decimal("0.6")


def test_a_task_without_report_or_percent_says_so() -> None:
    assert assessed("2024").reported == cp.NotAssessable(cp.Reason.NO_REPORT)
    assert assessed("2024", reports=(report("2024-Q2"),)).standing == cp.NotAssessable(cp.Reason.NO_PERCENT)


BOOKS = cp.Deliverable(subject="books", planned="≥60000", unit="volume", accumulates=True)


@pytest.mark.parametrize(
    ("as_of", "figure", "verdict"),
    [
        ("2024-Q2", "32547", cp.Verdict.NOT_DUE),
        ("2024", "32547", cp.Verdict.NOT_MET),
        ("2024", "60001", cp.Verdict.MET),
    ],
)
def test_an_amount_is_due_at_the_end_of_the_task(as_of: str, figure: str, verdict: cp.Verdict) -> None:
    delivered = cp.Delivered(subject="books", figure=figure, unit="volume")
    assessment = assessed(as_of, deliverables=(BOOKS,), reports=(report(as_of, None, delivered),))
    assert assessment.deliverables[0].attainment == Decimal(figure) / 60000
    assert assessment.verdict is verdict


@pytest.mark.parametrize(
    ("planned", "unit", "figure", "verdict"),
    [
        ("≥60000", "volume", "32547", cp.Verdict.NOT_ASSESSABLE),
        ("≥60000", "volume", "60001", cp.Verdict.MET),
        ("≤60000", "volume", "32547", cp.Verdict.NOT_ASSESSABLE),
        ("≤60000", "volume", "60001", cp.Verdict.NOT_MET),
        ("≥7", "%", "7.5", cp.Verdict.NOT_ASSESSABLE),
        ("7..8", "volume", "7.5", cp.Verdict.NOT_ASSESSABLE),
        ("7..8", "volume", "8.5", cp.Verdict.NOT_MET),
    ],
)
def test_a_report_of_mid_year_settles_at_the_end_only_what_cannot_turn(
    planned: str, unit: str, figure: str, verdict: cp.Verdict
) -> None:
    promised = cp.Deliverable(subject="books", planned=planned, unit=unit, accumulates=unit != "%")
    delivered = cp.Delivered(subject="books", figure=figure, unit=unit)
    assessment = assessed("2024", deliverables=(promised,), reports=(report("2024-Q2", "50", delivered),))
    assert assessment.verdict is verdict
    assert assessment.standing == cp.NotAssessable(cp.Reason.ALREADY_DUE)


def test_a_task_is_met_only_when_all_its_amounts_are() -> None:
    films = cp.Deliverable(subject="films", planned="≥3")
    delivered = cp.Delivered(subject="books", figure="60001", unit="volume")
    assessment = assessed("2024", deliverables=(BOOKS, films), reports=(report("2024", None, delivered),))
    assert assessment.verdict is cp.Verdict.NOT_ASSESSABLE
    assert not assessment.decisive


@pytest.mark.parametrize(
    ("delivered", "reason"),
    [
        (cp.Delivered(subject="books", figure="3.2", unit="10,000 volumes"), cp.Reason.UNIT_DIFFERS),
        (cp.Delivered(subject="films", figure="3", unit="volume"), cp.Reason.NOT_REPORTED),
    ],
)
def test_an_amount_of_something_else_answers_nothing(delivered: cp.Delivered, reason: cp.Reason) -> None:
    assessment = assessed("2024", deliverables=(BOOKS,), reports=(report("2024-Q2", None, delivered),))
    assert assessment.deliverables[0].reason is reason
    assert assessment.verdict is cp.Verdict.NOT_ASSESSABLE


@pytest.mark.parametrize(
    ("as_of", "done", "late"),
    [("2024-09", None, False), ("2024-10", None, True), ("2024", "2024-11", False), ("2024-10", "2024-11", True)],
)
def test_a_milestone_is_past_due_once_its_window_closed_without_it(as_of: str, done: str | None, late: bool) -> None:
    opening = cp.Milestone(title="opening", due="2024-10", done=done)
    assert bool(assessed(as_of, milestones=(opening,)).overdue) is late


@pytest.mark.parametrize(
    ("planned", "amounts", "verdict"),
    [
        ("≥5", [("2024-H1", "3"), ("2024", "6")], cp.Verdict.NOT_MET),
        ("≤5", [("2024-H1", "4"), ("2024", "9")], cp.Verdict.MET),
        ("≥5", [("2024", "6")], cp.Verdict.NOT_ASSESSABLE),
        ("≥5", [("2024", "3")], cp.Verdict.NOT_MET),
        ("≤5", [("2024", "4")], cp.Verdict.MET),
        ("≤5", [("2024", "9")], cp.Verdict.NOT_ASSESSABLE),
        ("≥5", [("2024-Q1", "3"), ("2024-Q3", "4")], cp.Verdict.NOT_MET),
        ("5..7", [("2024", "4")], cp.Verdict.NOT_MET),
        ("5..7", [("2024", "8")], cp.Verdict.NOT_ASSESSABLE),
    ],
)
def test_a_report_after_the_end_does_not_stand_for_the_end(
    planned: str, amounts: list[tuple[str, str]], verdict: cp.Verdict
) -> None:
    promised = cp.Deliverable(subject="books", planned=planned, accumulates=True)
    reports = tuple(report(end, None, cp.Delivered(subject="books", figure=figure)) for end, figure in amounts)
    assert assessed("2024", period="2024-H1", deliverables=(promised,), reports=reports).verdict is verdict


@pytest.mark.parametrize("order", [1, -1])
def test_reports_for_one_end_that_contradict_each_other_give_no_verdict_in_any_order(order: int) -> None:
    promised = cp.Deliverable(subject="books", planned="≥50", accumulates=True)
    reports = tuple(
        report(end, percent, cp.Delivered(subject="books", figure=figure))
        for end, percent, figure in (("2024", "10", "10"), ("2024-Q4", "90", "90"))
    )
    assessment = assessed("2024", deliverables=(promised,), reports=reports[::order])
    assert assessment.deliverables[0].reason is cp.Reason.CONFLICTING_OBSERVATIONS
    assert assessment.reported == cp.NotAssessable(cp.Reason.CONFLICTING_OBSERVATIONS)


def test_of_two_amounts_the_one_in_the_promised_unit_answers() -> None:
    both = (
        cp.Delivered(subject="books", figure="6", unit="10,000 volumes"),
        cp.Delivered(subject="books", figure="60001", unit="volume"),
    )
    assessment = assessed("2024", deliverables=(BOOKS,), reports=(report("2024", None, *both),))
    assert assessment.verdict is cp.Verdict.MET


@pytest.mark.parametrize("unit", ["%", "％", "‰", "百分点", "per cent", "percentage points"])
def test_a_ratio_reached_early_may_turn_whatever_its_unit_is_called(unit: str) -> None:
    promised = cp.Deliverable(subject="share", planned="≥90", unit=unit)
    delivered = cp.Delivered(subject="share", figure="95", unit=unit)
    assessment = assessed("2024", deliverables=(promised,), reports=(report("2024-Q2", None, delivered),))
    assert assessment.verdict is cp.Verdict.NOT_ASSESSABLE


def test_a_milestone_that_was_done_late_is_said_to_be() -> None:
    opening = cp.Milestone(title="opening", due="2024-03", done="2024-09")
    assessment = assessed("2024", milestones=(opening,))
    assert assessment.overdue == ()
    assert assessment.done_late == (opening,)
    assert "was due 2024-03 and was done 2024-09" in assessment.explain()


@pytest.mark.parametrize("unit", ["beds per 1,000 people", "张/千人", "μg/m³", "km/h", "每千人床位", "ppm"])
@pytest.mark.parametrize("planned", ["≤6", "≥6"])
def test_so_much_of_one_thing_per_another_may_turn(unit: str, planned: str) -> None:
    promised = cp.Deliverable(subject="beds", planned=planned, unit=unit)
    delivered = cp.Delivered(subject="beds", figure="6.5", unit=unit)
    assessment = assessed("2024", deliverables=(promised,), reports=(report("2024-Q2", None, delivered),))
    assert assessment.reason is cp.Reason.NO_FINAL_REPORT


@pytest.mark.parametrize(
    ("planned", "figure", "standing"),
    [
        ("≤5", "3.0", cp.NotAssessable(cp.Reason.NO_RUNNING_TOTAL)),
        ("≤5", "6.0", cp.Standing.BEHIND),
        ("≥95", "96", cp.Standing.ACHIEVED_EARLY),
        ("≥95", "80", cp.NotAssessable(cp.Reason.NO_RUNNING_TOTAL)),
    ],
)
def test_what_is_no_running_total_is_not_compared_with_the_time_gone(
    planned: str, figure: str, standing: object
) -> None:
    promised = cp.Deliverable(subject="share", planned=planned, unit="%")
    delivered = cp.Delivered(subject="share", figure=figure, unit="%")
    assessment = assessed("2024-Q1", deliverables=(promised,), reports=(report("2024-Q1", None, delivered),))
    assert assessment.deliverables[0].standing == standing


@pytest.mark.parametrize("as_of", ["2024-Q1", "2024"])
def test_a_report_from_before_the_work_says_nothing_of_it(as_of: str) -> None:
    delivered = cp.Delivered(subject="books", figure="70000", unit="volume")
    assessment = assessed(as_of, deliverables=(BOOKS,), reports=(report("2023", "100", delivered),))
    assert assessment.verdict is not cp.Verdict.MET
    assert assessment.standing == assessment.reported == cp.NotAssessable(cp.Reason.NO_REPORT)


@pytest.mark.parametrize(("period", "as_of"), [("2024", "2024"), ("2024", "2030"), ("2026", "2026")])
def test_a_percent_at_or_after_the_end_has_no_standing(period: str, as_of: str) -> None:
    assessment = assessed(as_of, reports=(report(period, "96"),))
    assert assessment.standing == cp.NotAssessable(cp.Reason.ALREADY_DUE)


@pytest.mark.parametrize("order", [1, -1])
def test_a_percent_is_told_with_the_report_that_gives_it(order: int) -> None:
    half = cp.ProgressReport(period="2024-H1", percent="55", status="ahead")
    quarter = cp.ProgressReport(period="2024-Q2", status="behind")
    assessment = assessed("2024-Q2", reports=(half, quarter)[::order])
    assert assessment.report == half
    assert (
        "55 % is reported for 2024-H1, with 50.0 % of the time gone. The report calls it ahead." in assessment.explain()
    )


def test_of_two_reports_alike_in_all_but_the_status_the_same_one_is_told_in_any_order() -> None:
    behind = cp.ProgressReport(period="2024-Q2", percent="55", status="behind")
    for other in (cp.ProgressReport(period="2024-Q2", percent="55", status="ahead"), report("2024-Q2", "55")):
        told, backwards = (assessed("2024-Q2", reports=order).report for order in ((behind, other), (other, behind)))
        assert told == backwards, other


def test_a_task_without_amounts_says_why_it_has_no_verdict() -> None:
    assert assessed("2024").reason is cp.Reason.NO_REPORT
    assert assessed("2024-Q2", deliverables=(BOOKS,)).reason is None


def test_a_cap_is_told_as_the_share_of_it_that_is_used() -> None:
    promised = cp.Deliverable(subject="land", planned="≤100", accumulates=True)
    delivered = cp.Delivered(subject="land", figure="40")
    assessment = assessed("2024-Q2", deliverables=(promised,), reports=(report("2024-Q2", None, delivered),))
    assert "40 delivered (40.0 % of the cap). It is not due yet. So far it is ahead." in assessment.explain()


def test_a_cap_on_a_share_is_told_as_attainment() -> None:
    promised = cp.Deliverable(subject="vacancy", planned="≤3", unit="%")
    delivered = cp.Delivered(subject="vacancy", figure="2", unit="%")
    assessment = assessed("2024", deliverables=(promised,), reports=(report("2024", None, delivered),))
    assert "2 % delivered (150.0 %). It is met." in assessment.explain()


def test_what_was_completed_early_needs_no_last_report() -> None:
    assessment = assessed("2025", reports=(report("2024-Q2", "100"),))
    assert assessment.standing == cp.NotAssessable(cp.Reason.ALREADY_DUE)


def test_of_several_reports_before_the_end_the_last_one_settles_it() -> None:
    for first, last, verdict in (("3", "60001", cp.Verdict.MET), ("3", "32547", cp.Verdict.NOT_ASSESSABLE)):
        amounts = (("2024-Q1", first), ("2024-Q3", last))
        reports = [report(end, None, cp.Delivered(subject="books", figure=n, unit="volume")) for end, n in amounts]
        assert assessed("2024", deliverables=(BOOKS,), reports=reports).verdict is verdict, last


def test_of_what_nobody_planned_the_latest_amounts_are_told() -> None:
    reports = [
        report(end, None, cp.Delivered(subject="films", figure=figure, unit="reels"))
        for end, figure in (("2024-Q1", "11"), ("2024-Q2", "33"))
    ]
    explanation = assessed("2024-Q2", reports=reports).explain()
    assert "33 reels" in explanation
    assert "11 reels" not in explanation
