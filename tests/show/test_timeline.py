"""The timeline: bars are the times of tasks, filled as far as they are reported as done, and no further."""

from __future__ import annotations

from hypothesis import given

import civicplan as cp
from civicplan import show
from civicplan.assessment import PlanAssessment
from civicplan.testing import plans

from .pictures import rows_with

PROGRAMME = cp.Plan(
    id="p",
    title="A programme",
    period="2025",
    tasks=(
        cp.Task(
            id="library",
            title="build the library",
            period="2025-Q1/2025-Q2",
            milestones=(
                cp.Milestone(title="design", due="2025-02", done="2025-02"),
                cp.Milestone(title="contract", due="2025-03"),
                cp.Milestone(title="opening", due="2025-06"),
            ),
            reports=(cp.ProgressReport(period="2025-Q1", percent="50"),),
        ),
        cp.Task(id="river", title="clean the river"),
    ),
)


def test_a_bar_is_filled_as_far_as_is_reported() -> None:
    chart = show.timeline(cp.assess(PROGRAMME, as_of="2025-04"))
    bars = {row["id"]: row for row in rows_with(chart, "start") if "id" in row}
    assert (bars["library"]["start"], bars["library"]["end"]) == (2024.0, 2024.5)
    assert (bars["library"]["reported"], bars["library"]["filled"]) == (0.5, 2024.25)
    assert (bars["river"]["start"], bars["river"]["end"], bars["river"]["filled"]) == (2024.0, 2025.0, None)


def test_milestones_stand_where_they_are_due_with_a_sign_for_what_came_of_them() -> None:
    chart = show.timeline(cp.assess(PROGRAMME, as_of="2025-04"), language="en")
    steps = {row["step"]: row for row in rows_with(chart, "step")}
    assert [(words, row["code"], row["end"]) for words, row in steps.items()] == [
        ("design (2025-02; done 2025-02)", "met", 2024 + 2 / 12),
        ("contract (2025-03)", "not_met", 2024.25),
        ("opening (2025-06)", "not_due", 2024.5),
    ]


def test_a_plan_alone_has_times_and_steps_and_no_verdict() -> None:
    chart = show.timeline(PROGRAMME, language="en")
    assert not rows_with(chart, "filled")
    assert {row["code"] for row in rows_with(chart, "step")} == {"met", "not_due"}
    rows = show.chart_data("timeline", PROGRAMME, language="en")
    assert [row["runs"] for row in rows] == ["2025-H1", "2025"]
    assert "verdict" not in rows[0]
    assert rows[0]["reports"] == "50 % (2025-Q1)"


def test_of_what_came_after_the_day_nothing_is_shown() -> None:
    later = cp.Task(
        id="road",
        title="build the road",
        period="2024",
        milestones=(cp.Milestone(title="opening", due="2024-11", done="2024-10"),),
        reports=(
            cp.ProgressReport(period="2024-Q2", percent="60"),
            cp.ProgressReport(period="2024-Q3", percent="90"),
        ),
    )
    assessed = cp.assess(cp.Plan(id="p", title="A plan", period="2024", tasks=(later,)), as_of="2024-Q2")
    assert show.chart_data("timeline", assessed, language="en")[0]["reports"] == "60 % (2024-Q2)"
    chart = show.timeline(assessed, language="en")
    assert [row["end"] for row in rows_with(chart, "end") if row.keys() == {"end", "y"}] == [2023.5]
    assert {(row["step"], row["code"]) for row in rows_with(chart, "step")} == {("opening (2024-11)", "not_due")}


def test_a_line_stands_at_the_day_only_where_the_axis_reaches_it() -> None:
    for day, stands in (("2025-04", True), ("2024-06", False), ("2027", False)):
        chart = show.timeline(cp.assess(PROGRAMME, as_of=day), language="en")
        below = " ".join(chart.to_dict()["title"]["subtitle"])
        assert ("The upright line is the end of" in below, "outside the time that is shown" in below) == (
            stands,
            not stands,
        )
        lines = [layer for layer in chart.to_dict()["layer"] if layer["mark"].get("strokeWidth") == 1.8]
        assert any(layer["mark"]["type"] == "rule" for layer in lines) is stands


def test_a_report_after_the_end_of_its_task_stands_where_it_closes() -> None:
    late = cp.Task(id="t", title="t", period="2024-Q1", reports=(cp.ProgressReport(period="2024", percent="90"),))
    chart = show.timeline(cp.assess(cp.Plan(id="p", title="A plan", period="2024", tasks=(late,)), as_of="2024"))
    scales = [layer["encoding"]["x"].get("scale") for layer in chart.to_dict()["layer"]]
    assert {tuple(scale["domain"]) for scale in scales if scale} == {(2023.0, 2024.0)}


def test_without_a_day_no_milestone_is_to_come() -> None:
    words = {row["words"] for row in rows_with(show.timeline(PROGRAMME, language="en"), "words")}
    assert "milestone not reported as done 2" in words
    assert not any("to come" in word for word in words)


def says_what_it_knows(assessment: PlanAssessment) -> None:
    chart = show.timeline(assessment, language="zh")
    drawn = {row["id"]: row["reported"] for row in rows_with(chart, "start") if "id" in row}
    shares = {own.task.id: cp.or_none(own.reported) for own in assessment.tasks}
    assert drawn == {id: None if share is None else float(share) for id, share in shares.items()}
    rows = show.chart_data("timeline", assessment, language="en")
    assert [row["verdict"] for row in rows] == [str(own.headline) for own in assessment.tasks]


def test_a_built_in_plan_is_drawn_as_it_is_assessed() -> None:
    plan = cp.datasets.load("shangyu-2024-q2")
    for day in ("2023", "2024-Q2", "2025"):
        says_what_it_knows(cp.assess(plan, as_of=day))


@given(plans())
def test_so_is_any_plan(plan: cp.Plan) -> None:
    says_what_it_knows(cp.assess(plan, as_of=plan.period))
    show.timeline(plan).to_dict()
