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
