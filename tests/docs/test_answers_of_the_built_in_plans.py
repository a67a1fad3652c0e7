"""What the list of changes says of the answers of the built-in plans is what they answer."""

from __future__ import annotations

from collections.abc import Iterable

import civicplan as cp
from civicplan.assessment import IndicatorAssessment, PlanAssessment

from .pages import ROOT

TEXT = " ".join((ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split()).partition("answers of the built-in")[2]
NOTHING_LEFT = cp.NotAssessable(cp.Reason.NOTHING_LEFT)


def _assessed(name: str, as_of: str) -> PlanAssessment:
    return cp.assess(cp.datasets.load(name), as_of=as_of)


def _numbers(rows: Iterable[IndicatorAssessment]) -> list[str | None]:
    return [row.indicator.number for row in rows]


def test_the_13th_plan_at_its_mid_term_and_at_its_end() -> None:
    midway, end = _assessed("zhuzhou-13fyp", "2018"), _assessed("zhuzhou-13fyp", "2020")
    assert midway.counts[cp.Verdict.NOT_DUE] == 38
    assert "as of 2018: 38 not due" in TEXT
    assert (end.counts[cp.Verdict.MET], end.counts[cp.Verdict.NOT_MET]) == (25, 13)
    assert _numbers(row for row in end if not row.decisive) == ["18", "22", "28"]
    assert "25 met, 13 not met, and rows 18, 22 and 28 (worse than class V) not decisive" in TEXT
    assert end["revenue"].outcomes[1].caveats == (cp.Caveat.PRICES,)
    assert sum(row.catch_up_growth == NOTHING_LEFT for row in end) == 13
    assert "13 rows that met their level: catch-up growth" in TEXT
    for day in (midway, end):
        assert [row.indicator.id for row in day if row.required_growth == NOTHING_LEFT] == ["good-water"]


def test_the_14th_plan_on_its_way() -> None:
    midway = _assessed("zhuzhou-14fyp", "2023")
    assert (midway.counts[cp.Verdict.NOT_DUE], midway.counts[cp.Verdict.NOT_ASSESSABLE]) == (25, 3)
    assert "25 not due and 3 not assessable" in TEXT
    assert _numbers(row for row in midway if row.required_growth == NOTHING_LEFT) == ["18", "24", "25", "26"]
    assert midway["income"].progress == cp.NotAssessable(cp.Reason.MISSING_OBSERVATION)


def test_the_tasks_half_way_and_at_the_end() -> None:
    midway, end = _assessed("shangyu-2024-q2", "2024-Q2"), _assessed("shangyu-2024-q2", "2024")
    assert midway.task_counts[cp.Verdict.NOT_DUE] == 19
    reported = [task.task.number for task in midway.tasks if str(task.reported) == "0.55"]
    assert reported == ["1", "2", "4", "7", "9", "10", "11", "18", "19"]
    assert {task.standing for task in midway.tasks if task.task.number in reported} == {cp.Standing.AHEAD}
    assert sum(not task.task.deliverables for task in midway.tasks) == 12
    assert [task.task.number for task in end.tasks if task.verdict is cp.Verdict.MET and task.decisive] == ["6"]
    assert len(end.unreported_tasks) == end.task_counts[cp.Verdict.NOT_ASSESSABLE] == 18
    assert end.task("reading").deliverables[0].decisive
