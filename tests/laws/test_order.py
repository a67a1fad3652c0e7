"""Laws of order: a plan's answer is the same however its rows are listed."""

from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.assessment import PlanAssessment

from ._questions import questions


@st.composite
def shuffled(draw: st.DrawFn) -> tuple[PlanAssessment, PlanAssessment]:
    """A plan, and the same plan with its indicators and tasks in another order, assessed as of one day."""
    plan, as_of = draw(questions())
    indicators, tasks = draw(st.permutations(plan.indicators)), draw(st.permutations(plan.tasks))
    return cp.assess(plan, as_of=as_of), cp.assess(evolve(plan, indicators=indicators, tasks=tasks), as_of=as_of)


def answers(assessment: PlanAssessment) -> dict[str, Any]:
    """All that is said of each indicator and task, by id."""
    rows = {row["id"]: row for row in assessment.to_rows()}
    said = {each.indicator.id: (each, each.explain(), rows[each.indicator.id]) for each in assessment}
    return said | {each.task.id: (each, each.explain()) for each in assessment.tasks}


@given(shuffled())
def test_assessment_does_not_depend_on_the_order_of_indicators(two: tuple[PlanAssessment, PlanAssessment]) -> None:
    assert answers(two[0]) == answers(two[1])
    assert two[0].counts == two[1].counts
    assert sum(two[0].counts.values()) == len(two[0].indicators)
