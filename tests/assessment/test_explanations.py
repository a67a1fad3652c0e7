"""Explanations say in whole sentences what the assessment holds."""

from __future__ import annotations

from typing import Any

import pytest

import civicplan as cp
from civicplan.assessment import assess

PLACE = cp.Source(document="outline", line=7)
REPORT = cp.Source(document="report", line=9)


def explained(as_of: str = "2020", *others: cp.Indicator, **fields: Any) -> str:
    """The explanation of one indicator of a plan from 2016 to 2020."""
    indicator = cp.Indicator(id="a", name="jobs", **fields)
    plan = cp.Plan(id="p", title="A plan", period="2016/2020", indicators=(indicator, *others))
    return assess(plan, as_of=as_of)["a"].explain()


def published(period: str, figure: str, measure: cp.Measure = cp.Measure.LEVEL) -> cp.Observation:
    return cp.Observation(period=period, figure=figure, measure=measure, source=REPORT)


def test_the_place_of_a_target_is_its_own_or_that_of_the_indicator() -> None:
    for source, place in ((None, "outline, line 7"), (REPORT, "report, line 9")):
        target = cp.Threshold(bound="≥200", source=source)
        assert f"the target is ≥200, due 2020 ({place})." in explained(targets=(target,), source=PLACE)


def test_a_verdict_with_everything_that_it_rests_on() -> None:
    assert explained(
        number="3",
        group="work",
        unit="10,000",
        targets=(cp.Threshold(bound="≥200"),),
        baseline=published("2015", "100"),
        observations=(published("2020", "150"),),
        source=PLACE,
    ) == (
        "3 work: jobs: the target is ≥200 10,000, due 2020 (outline, line 7). The actual is 150 for 2020 (report, "
        "line 9). It is not met, and nothing that is known could overturn that. It misses by 50. Attainment is 75.0 %. "
        "Progress is 50.0 % with 100.0 % of the time gone."
    )


@pytest.mark.parametrize(
    ("bound", "sentences"),
    [
        (
            "≥150",
            "It is met, but not decisively. Digits that were not printed could turn it. Attainment is 100.0 %.",
        ),
        ("≥140", "It is met, and nothing that is known could overturn that. Attainment is 107.1 %."),
        (
            ">150",
            "It is not met, but not decisively. Digits that were not printed could turn it. "
            "The actual equals the bound, which does not count as met. "
            "Attainment is 100.0 %.",
        ),
    ],
)
def test_a_verdict_says_whether_it_depends_on_rounding(bound: str, sentences: str) -> None:
    text = explained(targets=(cp.Threshold(bound=bound),), observations=(cp.Observation(period="2020", figure="150"),))
    assert text == f"jobs: the target is {bound}, due 2020. The actual is 150 for 2020. {sentences}"


def test_a_derived_actual_names_its_inputs() -> None:
    assert explained(
        targets=(cp.Threshold(bound="≥300", measure="total"),),
        observations=tuple(published(str(year), "61", cp.Measure.TOTAL) for year in range(2016, 2021)),
    ).startswith(
        "jobs: the target is [≥300], due 2016/2020. The actual is not published; it is derived as the sum of the "
        "parts: [305] for 2016/2020, from [61] for 2016 (report, line 9), [61] for 2017 (report, line 9), "
    )


def test_a_relation_says_how_each_of_the_two_was_derived() -> None:
    levels = (cp.Observation(period="2020", figure="161.051"),)
    other = cp.Indicator(id="b", name="other", baseline=published("2015", "100"), observations=levels)
    text = explained(
        "2020",
        other,
        targets=(cp.Relative(reference="b", relation="above"),),
        observations=(cp.Observation(period="2016/2020", figure="12", measure="growth"),),
    )
    lead = "lead over 'other' (the other is the compound annual growth of the levels)"
    assert f"The actual is not published; it is derived as the {lead}: 2.00 points for 2016/2020, from 12 %/yr" in text


@pytest.mark.parametrize(
    ("figure", "sentences"),
    [
        ("205", "It has been achieved early."),
        ("170", "So far it is ahead."),
        ("150", "So far it is on track."),
        ("110", "So far it is behind."),
        ("90", "So far it is reversing."),
    ],
)
def test_before_a_target_is_due_its_standing_is_told(figure: str, sentences: str) -> None:
    text = explained(
        "2017",
        targets=(cp.Threshold(bound="≥200", period="2019"),),
        baseline=published("2015", "100"),
        observations=(published("2017", figure),),
    )
    assert f"It is not due yet. {sentences} Attainment is" in text
    assert "50.0 % of the time gone by the end of 2017." in text


def test_a_schedule_of_equal_yearly_rates_is_told() -> None:
    both = (cp.Threshold(bound="≥200"), cp.Threshold(bound="≥10", measure="growth"))
    text = explained(
        "2018", targets=both, baseline=published("2015", "100.00"), observations=(published("2018", "152.00"),)
    )
    assert "Progress is 52.0 %; at equal yearly rates 51.6 % should be done by the end of 2018.\n" in text  # 2^0.6 - 1
    linear = explained(
        "2018", targets=both[:1], baseline=published("2015", "100.00"), observations=(published("2018", "152.00"),)
    )
    assert "at equal yearly rates" not in linear


def test_a_provisional_figure_is_called_so() -> None:
    early = cp.Observation(period="2020", figure="6", status="provisional")
    final = cp.Observation(period="2020", figure="6.1")
    assert "The actual is 6 for 2020. It rests on a provisional figure. It is met" in explained(
        targets=("≥5",), observations=(early,)
    )
    assert "provisional" not in explained(targets=("≥5",), observations=(early, final))


def test_a_change_of_a_share_is_in_points() -> None:
    target = (cp.Threshold(bound="≥4", measure="change"),)
    assert explained(targets=target, unit="%").startswith("jobs: the target is [≥4] points, due 2016/2020.")
    assert explained(targets=target, unit="years").startswith("jobs: the target is [≥4] years, due 2016/2020.")


def test_a_target_without_a_verdict_beside_one_that_is_met_is_told() -> None:
    both = (cp.Threshold(bound="≥200"), cp.Threshold(bound="≥10", measure="growth"))
    assert explained(targets=both, observations=(published("2020", "250"),)).endswith(
        "\njobs: as a whole it is met, but not decisively. Another target in numbers that is due got no verdict."
    )


def test_what_has_no_verdict_or_standing_says_why() -> None:
    nothing = "no actual is published for the period, nor can one be derived."
    target = (cp.Threshold(bound="≥200"),)
    assert explained(targets=target).endswith(f"It cannot be assessed: {nothing}")
    assert explained("2018", targets=target).endswith(f"It is not due yet. Its standing cannot be assessed: {nothing}")
    assert explained() == "jobs: there is no target."


def test_other_targets_are_told_as_a_table_would_print_them() -> None:
    other = cp.Indicator(id="b", name="other", group="work")
    beside = cp.Relative(reference="b", relation="in_step", tolerance="1.5")
    assert "the target is in step with 'work: other' ± 1.5, due" in explained("2020", other, targets=(beside,))
    assert "the target is above 'work: other', due" in explained(
        "2020", other, targets=(cp.Relative(reference="b", relation="above"),)
    )
    assert "the target is as assigned by the province." in explained(targets=(cp.Delegated(authority="the province"),))
    assert "the target is “clearly better”." in explained(targets=(cp.Qualitative(text="clearly better"),))


def task(as_of: str, **fields: Any) -> str:
    """The explanation of a task of 2024."""
    plan = cp.Plan(id="p", title="A plan", period="2024", tasks=(cp.Task(id="t", title="reading", **fields),))
    return assess(plan, as_of=as_of).task("t").explain()


BOOKS = cp.Deliverable(subject="books", planned="≥60", unit="boxes", accumulates=True)


def reported(*amounts: cp.Delivered, percent: str | None = "55", status: Any = None) -> dict[str, Any]:
    report = cp.ProgressReport(period="2024-Q2", percent=percent, status=status, delivered=amounts)
    return {"reports": (report,)}


def test_a_reported_percent_stands_beside_the_reported_status() -> None:
    assert task("2024-Q2", number="4", source=PLACE, **reported(status="ahead")) == (
        "4 reading (outline, line 7): 55 % is reported for 2024-Q2, with 50.0 % of the time gone. The report calls it "
        "ahead. By its percent it is ahead. The task as a whole: not due."
    )
    assert task("2024-Q2", **reported()) == (
        "reading: 55 % is reported for 2024-Q2, with 50.0 % of the time gone. By its percent it is ahead. "
        "The task as a whole: not due."
    )


def test_a_task_without_a_percent_says_why() -> None:
    for as_of, headline in (("2024-Q2", "not due"), ("2024", "not assessable, unreported")):
        said = f"reading: no report on the work has been published. The task as a whole: {headline}."
        assert task(as_of) == said
    assert task("2024-Q2", source=PLACE, **reported(percent=None)) == (
        "reading (outline, line 7): the report gives no percent. The task as a whole: not due."
    )


def test_a_task_that_is_over_says_what_came_of_it() -> None:
    assert task("2024", **reported()).endswith(
        "The task cannot be assessed: the time for the work is over, but no report covers its end."
    )
    assert task("2024", **reported(percent="100")).endswith(
        "100 % is reported for 2024-Q2, with 50.0 % of the time gone. The task is met: it was reported as complete by "
        "its end."
    )
    assert task("2024", reports=(cp.ProgressReport(period="2024", percent="98"),)).endswith(
        "The task is not met, and it is overdue: at its end it was not complete."
    )


def test_a_task_that_is_called_completed_is_said_to_be() -> None:
    called = (cp.ProgressReport(period="2024-Q2", status="completed"),)
    said = "it is reported as completed for 2024-Q2, with 50.0 % of the time gone. By its percent"
    assert task("2024-Q2", reports=called).startswith(f"reading: {said}")
    assert task("2024-Q2", source=PLACE, reports=called).startswith(f"reading (outline, line 7): {said}")


def test_what_the_steps_of_a_task_say_is_told() -> None:
    for done, sentence in (
        ("2024-02", "The task is met: each of its steps was done in time."),
        ("2024-05", "The task is not met: a step was done late."),
        (None, "The task cannot be assessed: no report says that each of its steps was done."),
        ("2024-Q1", "The task cannot be assessed: it is complete, but not shown to be in time."),
    ):
        assert task("2024", milestones=(cp.Milestone(title="opening", due="2024-02", done=done),)).endswith(sentence)


def test_each_caveat_on_an_amount_is_named() -> None:
    promised = cp.Deliverable(subject="books", planned="20±1")
    report = cp.ProgressReport(period="2024", delivered=(cp.Delivered(subject="books", figure="21"),))
    assert task("2024", deliverables=(promised,), reports=(report,)).endswith(
        "It is met. Digits that were not printed could turn it. Only the tolerance makes it met, and documents seldom "
        "print one. The task as a whole: met."
    )


def test_that_an_amount_is_taken_as_counted_is_told_where_the_verdict_rests_on_it() -> None:
    report = cp.ProgressReport(period="2024", delivered=(cp.Delivered(subject="books", figure="4", unit="册"),))
    for planned, exact, is_told in (("≥4", None, True), ("≥3", None, False), ("≥4", True, False), ("≥4", False, False)):
        promised = cp.Deliverable(subject="books", planned=planned, unit="册", exact=exact)
        text = task("2024", deliverables=(promised,), reports=(report,))
        assert ("'册' is on the list of units in which whole things are counted" in text) is is_told, (planned, exact)


@pytest.mark.parametrize(
    ("as_of", "figure", "sentences"),
    [
        (
            "2024-Q2",
            "20",
            "20 boxes delivered (33.3 %). It is not due yet. So far it is behind. The task as a whole: not due.",
        ),
        ("2024", "61", "61 boxes delivered (101.7 %). It is met. The task as a whole: met."),
        (
            "2024",
            "20",
            "20 boxes delivered (33.3 %). It cannot be assessed: the time for the work is over, but no report covers "
            "its end. The task as a whole: not assessable, unreported.",
        ),
    ],
)
def test_an_amount_is_told_with_its_verdict_or_standing(as_of: str, figure: str, sentences: str) -> None:
    amount = cp.Delivered(subject="books", figure=figure, unit="boxes")
    assert task(as_of, deliverables=(BOOKS,), **reported(amount)).endswith(f"books: ≥60 boxes planned, {sentences}")


def test_an_amount_that_no_report_gives_says_so() -> None:
    text = task("2024-Q2", deliverables=(BOOKS,), **reported(cp.Delivered(subject="films", figure="3")))
    assert "books: ≥60 boxes planned; no report gives this amount. Also reported: films 3." in text


def test_dates_past_due_and_dates_kept_late_are_told() -> None:
    milestones = (
        cp.Milestone(title="opening", due="2024-02"),
        cp.Milestone(title="start", due="2024-01", done="2024-03"),
    )
    assert task("2024-Q2", milestones=milestones).endswith(
        "The milestone 'opening' was due 2024-02, and no report says that it was done. The milestone 'start' was due "
        "2024-01 and was done 2024-03. The task as a whole: not due, milestone overdue."
    )


def test_on_track_by_the_printed_digits_alone_is_told_with_what_they_allow() -> None:
    text = explained(
        "2018",
        targets=(cp.Threshold(bound="≥1", measure="change"),),
        baseline=published("2015", "78.2"),
        observations=(published("2018", "78.9"),),
    )
    told = "So far it is on track: its printed digits allow from 60.0 % to 80.0 % to be done, and 60.0 % should be."
    assert told in text


def test_on_track_by_the_tolerance_is_not_told_of_the_digits() -> None:
    row = cp.Indicator(
        id="a", name="jobs", baseline=("2015", "100.0"), targets=("≥200",), observations={"2018": "155.0"}
    )
    told = cp.assess_indicator(row, period="2016/2020", as_of="2018", tolerance="0.1").explain()
    assert "So far it is on track." in told


def test_what_a_row_rests_on_ends_the_explanation() -> None:
    notes = {"en": "a bare figure is read as at most.", "zh": "数字读作上限"}
    for text in (
        explained(notes=notes, targets=("≤5",)),
        explained(notes=notes, targets=("≤5",), observations={"2020": "4"}),
    ):
        assert text.endswith(" How the row was read: a bare figure is read as at most.")
    assert "How the row was read" not in explained()
