"""Stated numbers against the count, and all that leaves the count open."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp

from ._plans import at, disagreements_of, findings_of, level, only, plan, row, workplan


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


def test_a_row_without_a_number_may_be_a_part_of_the_one_above() -> None:
    table = numbered("1", None, "2")
    assert findings_of(counted(3, *table)) == []
    finding = only(counted(2, *table))
    assert (finding.severity, finding.computed) == ("doubt", "3")
    assert "the one above" in finding.message
    # Above the first row there is no number that it could go with.
    for rows, count in ((table, 1), (numbered(None, "1"), 1), (numbered(None, None), 1)):
        assert findings_of(counted(count, *rows)) == [("contradiction", "count-disagrees", "p")]


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


def test_a_heading_is_counted_where_rows_stand_under_it() -> None:
    rows = (*numbered("1", "2", category={"zh": "环境", "en": "environment"}), row("x", number="3", category="economy"))
    for heading in ({"zh": "环境"}, {"en": "environment"}):
        assert findings_of(counted(2, *rows, category=heading)) == []
        assert only(counted(4, *rows, category=heading)).severity == "contradiction"
    assert "under the heading environment" in only(counted(4, *rows, category={"en": "environment"})).message
    # The heading may be worded otherwise there, and no language is shared to tell.
    assert findings_of(counted(9, *rows, category="ecology")) == []
    assert findings_of(counted(3, *rows, category={"zh": "环境"})) == []


def test_a_row_without_a_heading_counts_both_ways() -> None:
    rows = (*numbered("1", "2", category="environment"), row("x", number="3"))
    for count in (2, 3):
        assert findings_of(counted(count, *rows, category="environment")) == [], count
    for count in (1, 4):
        assert only(counted(count, *rows, category="environment")).severity == "contradiction", count


def test_standings_are_counted_as_far_as_the_figures_rule_them_out() -> None:
    def on_the_way(id: str, figure: str) -> cp.Indicator:
        return row(id, baseline=at("2015", "100"), targets=(level("≥200"),), observations=(at("2018", figure),))

    rows = on_the_way("x", "190"), on_the_way("y", "110"), on_the_way("z", "155")
    for standing, most in (("ahead", 2), ("achieved_early", 2), ("behind", 2), ("on_track", 3), ("reversing", 3)):
        for count in range(most + 1):
            assert findings_of(counted(count, *rows, standing=standing), as_of="2018") == []
    finding = only(counted(3, *rows, standing="behind"), as_of="2018")
    assert finding.severity == "doubt"
    assert "called behind" in finding.message
    assert "another day" in finding.message
    assert only(counted(4, *rows, standing="behind"), as_of="2018").severity == "contradiction"


def called(id: str, *statuses: Any, period: str = "2024") -> cp.Task:
    return cp.Task(
        id=id, title=id, reports=tuple(cp.ProgressReport(period=period, status=status) for status in statuses)
    )


def of_tasks(count: int, status: Any, *tasks: cp.Task) -> list[tuple[str, str, str]]:
    return findings_of(workplan(*tasks, claims=(cp.CountClaim(count=count, counted="tasks", status=status),)))


def test_statuses_are_counted_as_they_are_reported() -> None:
    tasks = called("x", "completed"), called("y", "on_track"), called("z", "on_track")
    assert of_tasks(1, "completed", *tasks) == []
    assert of_tasks(2, "completed", *tasks) == [("contradiction", "count-disagrees", "p")]
    assert of_tasks(1, "behind", *tasks) == [("contradiction", "count-disagrees", "p")]
    # What is completed may be counted among what is on track, and what was called otherwise elsewhere both ways.
    for count in (2, 3):
        assert of_tasks(count, "on_track", *tasks) == []
    for count in (1, 2):
        assert of_tasks(count, "completed", *tasks, called("w", "completed", "behind")) == []
        assert of_tasks(count, "completed", *tasks, called("w")) == []


def test_a_number_of_statuses_may_be_of_another_day() -> None:
    tasks = called("x", "completed"), called("y", "on_track", period="2024-Q2")
    assert of_tasks(2, "completed", *tasks) == [("doubt", "count-disagrees", "p")]
    assert of_tasks(3, "completed", *tasks) == [("contradiction", "count-disagrees", "p")]
    # How many tasks there are does not change with the days of their reports.
    assert of_tasks(1, None, *tasks) == [("contradiction", "count-disagrees", "p")]


def test_a_number_and_the_names_beside_it() -> None:
    rows = numbered("1", "2", "3", "4")

    def listed(count: int, *members: str, **fields: Any) -> list[tuple[str, str, str]]:
        return findings_of(counted(count, *rows, members=members, verdict="not_due", **fields))

    assert listed(2, "r0", "r1") == []
    # Two names of numbered rows are more than one, however they are punctuated.
    assert listed(1, "r0", "r1") == [("contradiction", "count-and-list", "p")]
    assert listed(3, "r0", "r1") == [("doubt", "count-and-list", "p")]
    assert listed(3, "r0", "r1", "r1") == [("doubt", "count-and-list", "p")]
    assert listed(2, "r0", "r1", "r1") == []
    finding = only(counted(3, *rows, members=("r0", "r1", "r1"), verdict="not_due"))
    assert "twice" in finding.message
    assert finding.message.startswith(
        "A plan: the number of indicators is stated as 3, while the list beside it names 2."
    )


def test_names_count_as_rows_of_one_indicator_do() -> None:
    water = tuple(row(id, number="3", group="water") for id in ("x", "y"))
    members = ("x", "y", "r0")
    whole = (*numbered("1"), *water)
    for count, codes in ((2, []), (3, ["doubt"]), (1, ["doubt"])):
        found = findings_of(counted(count, *whole, members=members, verdict="not_due"))
        assert [severity for severity, _, _ in found] == codes, count
    unnumbered = row("x"), row("y")
    finding = only(counted(1, *unnumbered, members=("x", "y"), verdict="not_due"))
    assert finding.severity == "doubt"
    assert "comma" in finding.message
    numbered_alike = row("x", number="5", group="income"), row("y", number="6", group="income")
    assert only(counted(1, *numbered_alike, members=("x", "y"), verdict="not_due")).severity == "doubt"


def test_an_extract_may_leave_names_out_and_none_in() -> None:
    whole = counted(3, *numbered("1", "2"), members=("r0", "r1"))
    extract = evolve(whole, complete=False)
    assert findings_of(extract) == []
    assert findings_of(evolve(extract, claims=(cp.CountClaim(count=1, members=("r0", "r1")),))) == [
        ("contradiction", "count-and-list", "p")
    ]


def test_tasks_are_named_one_by_one() -> None:
    claims = (cp.CountClaim(count=1, counted="tasks", members=("x", "y"), verdict="not_due"),)
    assert findings_of(workplan(task("x"), task("y"), claims=claims)) == [("contradiction", "count-and-list", "p")]


def test_a_number_of_targets_missed_and_the_complete_list_of_them() -> None:
    rows = numbered("1", "2", "3", nature="binding")
    complete = cp.VerdictClaim(subjects=("r0", "r1"), verdict="not_met", exhaustive=True)

    def with_list(count: int, **fields: Any) -> list[tuple[str, str, str]]:
        claims = cp.CountClaim(count=count, verdict="not_met", **fields), complete
        return findings_of(plan(*rows, claims=claims), rules=("count-and-list",))

    assert with_list(2) == with_list(2, nature="binding") == with_list(0, nature="expected") == []
    for count in (0, 1, 3):
        assert with_list(count) == [("contradiction", "count-and-list", "p")]
    assert with_list(3, members=("r0", "r1")) == [("contradiction", "count-and-list", "p")]
    assert with_list(3, members=("r0", "r2")) == [("doubt", "count-and-list", "p")]
    assert with_list(3, standing="behind") == []
    assert with_list(1, is_forecast=True) == []


def test_a_number_that_table_and_list_contradict_alike_is_told_once() -> None:
    rows = numbered("1", "2", "3")
    for count, members in ((2, ("r0", "r1", "r2")), (4, ("r0", "r1", "r2"))):
        finding = only(counted(count, *rows, members=members))
        assert (finding.severity, finding.code) == ("contradiction", "count-disagrees")
        assert finding.message.endswith(f"{count}, while the count is 3. The list that goes with it comes to 3, too.")
    # A list that comes to something else is another matter.
    assert [code for _, code, _ in findings_of(counted(4, *rows, members=("r0", "r1")))] == [
        "count-disagrees",
        "count-and-list",
    ]
    assert findings_of(counted(2, *rows, members=("r0", "r1"))) == [("contradiction", "count-disagrees", "p")]


def test_the_surer_of_table_and_list_is_told() -> None:
    tasks = called("x", "completed"), called("y", "completed"), called("z", "on_track", period="2024-Q2")
    claim = cp.CountClaim(count=1, counted="tasks", status="completed", members=("x", "y"))
    assert findings_of(workplan(*tasks, claims=(claim,))) == [("contradiction", "count-and-list", "p")]
    assert findings_of(workplan(*tasks, claims=(evolve(claim, members=()),))) == [("doubt", "count-disagrees", "p")]


def test_a_complete_list_and_a_table_that_say_the_same_are_told_once() -> None:
    rows = numbered("1", "2", "3", nature="binding")
    complete = cp.VerdictClaim(subjects=("r0", "r1"), verdict="not_met", exhaustive=True)
    number = cp.CountClaim(count=1, verdict="not_met", nature="expected")
    assert disagreements_of(plan(*rows, claims=(number, complete))) == [("contradiction", "count-disagrees", "p")]


def test_a_number_and_a_list_of_two_documents_leave_a_doubt() -> None:
    sources = [cp.Source(document=name) for name in ("review", "report")]
    complete = cp.VerdictClaim(subjects=("r0",), verdict="not_met", exhaustive=True, source=sources[0])
    number = cp.CountClaim(count=2, verdict="not_met", source=sources[1])
    found = findings_of(plan(*numbered("1", "2"), claims=(number, complete)), rules=("count-and-list",))
    assert found == [("doubt", "count-and-list", "p")]


@given(st.integers(1, 6), st.data())
def test_an_honest_list_is_never_reported_and_a_false_number_once(size: int, data: st.DataObject) -> None:
    rows = numbered(*map(str, range(1, 8)))
    members = tuple(data.draw(st.permutations([one.id for one in rows])))[:size]
    assert findings_of(counted(size, *rows, members=members, verdict="not_due")) == []
    wrong = data.draw(st.integers(0, 9).filter(lambda count: count != size))
    (finding,) = findings_of(counted(wrong, *rows, members=members, verdict="not_due"))
    assert finding == ("contradiction" if wrong < size else "doubt", "count-and-list", "p")


def test_an_indicator_of_which_a_complete_list_names_one_row_counts_both_ways() -> None:
    water = tuple(row(id, number="3", group="water") for id in ("x", "y"))
    complete = cp.VerdictClaim(subjects=("x", "r0"), verdict="met", exhaustive=True)
    for count, codes in ((0, ["count-and-list"]), (1, []), (2, []), (3, ["count-and-list"])):
        claims = cp.CountClaim(count=count, verdict="met"), complete
        assert [code for _, code, _ in disagreements_of(plan(*numbered("1"), *water, claims=claims))] == codes, count


def aimed(id: str, figure: str, *others: cp.Observation, **fields: Any) -> cp.Indicator:
    return row(id, targets=(level("≥75"),), observations=(at("2018", figure), *others), **fields)


def test_a_number_met_of_targets_of_which_none_is_due_counts_only_levels_that_are_there() -> None:
    finding = only(counted(2, aimed("a", "60"), aimed("b", "70"), verdict="met"), as_of="2018")
    assert (finding.code, finding.severity, finding.computed) == ("count-disagrees", "doubt", "0")
    assert finding.innocent == ("The number may be of another day.",)
    rows = aimed("a", "60"), aimed("b", "80")
    assert only(counted(2, *rows, verdict="met"), as_of="2018").computed == "0 to 1"
    assert findings_of(counted(1, *rows, verdict="met"), as_of="2018") == []
    assert only(counted(3, *rows, verdict="met"), as_of="2018").severity == "contradiction"
    # A report may call what is not there not met, or leave it open.
    for count in (0, 1, 2):
        assert findings_of(counted(count, *rows, verdict="not_met"), as_of="2018") == []


def test_a_level_that_may_be_there_on_another_day_or_before_a_revision_leaves_a_number_met_open() -> None:
    revised = row(
        "a",
        targets=(level("≥75"),),
        observations=(
            cp.Observation(period="2018", figure="80", published="2019-03"),
            cp.Observation(period="2018", figure="60", published="2020-03"),
        ),
    )
    for open_row in (
        aimed("a", "60", at("2020", "90")),
        aimed("a", "60", at("2017", "76")),
        aimed("a", "≈60"),
        revised,
    ):
        assert findings_of(counted(1, open_row, verdict="met"), as_of="2018") == []
