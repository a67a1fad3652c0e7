"""Stated numbers against the count, and all that leaves the count open."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

import civicplan as cp

from ._plans import at, findings_of, level, only, plan, row, workplan


def counted(count: int, *rows: cp.Indicator, **fields: Any) -> cp.Plan:
    return plan(*rows, claims=(cp.CountClaim(count=count, **fields),))


def numbered(*numbers: str | None, **fields: Any) -> tuple[cp.Indicator, ...]:
    return tuple(row(f"r{index}", number=number, **fields) for index, number in enumerate(numbers))


def reached(id: str, figure: str, **fields: Any) -> cp.Indicator:
    return row(id, targets=(level("≥75"),), observations=(at("2020", figure),), **fields)


def test_a_number_that_is_not_the_count_is_a_contradiction_about_the_plan() -> None:
    finding = only(counted(4, *numbered("1", "2", "3")))
    assert (finding.code, finding.severity, finding.subject) == ("count-disagrees", "contradiction", "p")
    assert (finding.claimed, finding.computed) == ("4", "3")


def test_nothing_is_counted_in_an_extract() -> None:
    whole = counted(4, *numbered("1", "2", "3"))
    assert only(whole).code == "count-disagrees"
    assert findings_of(evolve(whole, complete=False)) == []


def test_the_rows_of_one_indicator_count_once() -> None:
    rows = (*numbered("1", "2"), *(row(id, number="3", group="water") for id in ("x", "y")))
    assert findings_of(counted(3, *rows)) == []
    finding = only(counted(4, *rows))
    assert finding.severity == "doubt"
    assert "sub-rows" in finding.message
    assert only(counted(5, *rows)).severity == "contradiction"


def test_rows_without_a_number_count_both_ways() -> None:
    rows = (row("x", number="1", group="water"), row("y", group="water"), row("z"))
    assert findings_of(counted(2, *rows)) == []
    assert findings_of(counted(3, *rows)) == []
    assert only(counted(4, *rows)).computed == "2 to 3"


def test_numbers_may_start_anew() -> None:
    rows = numbered("1", "2", "1", "2")
    assert findings_of(counted(4, *rows)) == []
    assert findings_of(counted(2, *rows)) == []
    assert findings_of(counted(5, *rows)) == [("contradiction", "count-disagrees", "p")]


def test_the_message_says_what_was_counted() -> None:
    rows = numbered("1", "2", "3", nature="binding")
    assert only(counted(1, *rows)).message == "A plan: the number of indicators is stated as 1, while the count is 3."
    assert "the number of binding indicators is" in only(counted(1, *rows, nature="binding")).message
    assert "the number of indicators met is stated as 4" in only(counted(4, *rows, verdict="met")).message
    assert "the number of indicators not met is" in only(counted(4, *rows, verdict="not_met")).message
    claims = (cp.CountClaim(count=1, counted="tasks"),)
    assert "the number of tasks is" in only(workplan(task("x"), task("y"), claims=claims)).message


def test_natures_are_counted_where_they_are_printed() -> None:
    rows = (*numbered("1", "2", nature="binding"), row("x", number="3", nature="expected"))
    assert findings_of(counted(2, *rows, nature="binding")) == []
    assert findings_of(counted(3, *rows, nature="binding")) == [("contradiction", "count-disagrees", "p")]


def test_a_nature_that_is_not_printed_counts_both_ways() -> None:
    rows = (*numbered("1", "2", nature="binding"), row("x", number="3"))
    assert findings_of(counted(2, *rows, nature="binding")) == []
    assert findings_of(counted(3, *rows, nature="binding")) == []
    assert findings_of(counted(1, *rows, nature="binding")) == [("contradiction", "count-disagrees", "p")]


def test_met_and_missed_ones_are_counted_where_they_are_decided() -> None:
    rows = (reached("x", "80"), reached("y", "90"), reached("z", "60"))
    assert findings_of(counted(2, *rows, verdict="met")) == []
    assert only(counted(3, *rows, verdict="met")).computed == "2"
    assert findings_of(counted(1, *rows, verdict="not_met")) == []
    assert only(counted(0, *rows, verdict="not_met")).computed == "1"


@pytest.mark.parametrize("open_row", [reached("z", "75"), row("z", targets=(level("≥75"),))])
def test_an_open_verdict_counts_both_ways(open_row: cp.Indicator) -> None:
    rows = (reached("x", "80"), reached("y", "90"), open_row)
    for count in (2, 3):
        assert findings_of(counted(count, *rows, verdict="met")) == []
    assert only(counted(1, *rows, verdict="met")).computed == "2 to 3"


def test_a_verdict_on_a_derived_figure_counts_both_ways() -> None:
    derived = row(
        "z",
        baseline=at("2015", "100"),
        targets=(cp.Threshold(bound="≥9", measure="growth"),),
        observations=(at("2020", "120"),),
    )
    for count in (0, 1):
        assert findings_of(counted(count, derived, verdict="not_met")) == []


def test_a_verdict_that_a_revision_turned_counts_both_ways() -> None:
    figures = (
        cp.Observation(period="2020", figure="76", published="2021-03"),
        cp.Observation(period="2020", figure="74", published="2022-03"),
    )
    turned = row("z", targets=(level("≥75"),), observations=figures)
    revised_target = row(
        "z", targets=(level("≥75"), cp.Threshold(bound="≥80", published="2018")), observations=(at("2020", "76"),)
    )
    for open_row in (turned, revised_target):
        for count in (0, 1):
            assert findings_of(counted(count, open_row, verdict="not_met")) == []
        assert findings_of(counted(2, open_row, verdict="not_met")) != []


def test_an_indicator_with_rows_of_both_kinds_counts_both_ways() -> None:
    rows = tuple(reached(id, figure, number="1", group="water") for id, figure in (("x", "80"), ("y", "60")))
    for verdict in ("met", "not_met"):
        for count in (0, 1):
            assert findings_of(counted(count, *rows, verdict=verdict)) == []
        assert findings_of(counted(2, *rows, verdict=verdict)) != []


def test_what_is_not_due_or_assessable_is_not_counted() -> None:
    assert findings_of(counted(7, reached("x", "80"), verdict="not_due")) == []
    assert findings_of(counted(7, reached("x", "80"), verdict="not_assessable")) == []


def task(id: str, figure: str | None = None, period: str = "2024") -> cp.Task:
    delivered = (cp.Delivered(subject="books", figure=figure, unit="册"),) if figure else ()
    reports = (cp.ProgressReport(period=period, delivered=delivered),) if figure else ()
    planned = (cp.Deliverable(subject="books", planned="≥100", unit="册"),)
    return cp.Task(id=id, title=id, deliverables=planned, reports=reports)


def test_tasks_are_counted() -> None:
    claims = (cp.CountClaim(count=3, counted="tasks"),)
    assert findings_of(workplan(task("x"), task("y"), claims=claims)) == [("contradiction", "count-disagrees", "p")]
    assert findings_of(workplan(task("x"), task("y"), task("z"), claims=claims)) == []


def test_a_task_whose_last_report_is_early_counts_both_ways() -> None:
    for count, silent in ((0, False), (1, True), (2, True), (3, False)):
        claims = (cp.CountClaim(count=count, counted="tasks", verdict="met"),)
        tasks = task("x", "150"), task("y", "50", "2024-Q2"), task("z", "50")
        assert (findings_of(workplan(*tasks, claims=claims)) == []) is silent


def test_no_table_says_which_tasks_are_binding() -> None:
    claims = (cp.CountClaim(count=1, counted="tasks", nature="binding"),)
    assert findings_of(workplan(task("x"), task("y"), claims=claims)) == []


def test_a_task_without_amounts_is_counted_by_its_reported_percent() -> None:
    def reported(id: str, percent: str) -> cp.Task:
        return cp.Task(id=id, title=id, reports=(cp.ProgressReport(period="2024", percent=percent),))

    met, not_met = cp.Verdict.MET, cp.Verdict.NOT_MET
    for verdict, count, silent in ((met, 1, True), (met, 2, False), (not_met, 1, True), (not_met, 0, False)):
        claims = (cp.CountClaim(count=count, counted="tasks", verdict=verdict),)
        assert (findings_of(workplan(reported("x", "100"), reported("y", "99"), claims=claims)) == []) is silent
