"""The progress table of Shangyu's culture and tourism bureau, cell by cell against the document."""

from __future__ import annotations

import re
from decimal import Decimal
from importlib.resources import files

import pytest

import civicplan as cp
from civicplan import NotAssessable, Reason, Verdict
from civicplan.assessment import PlanAssessment
from civicplan.model import ReportedStatus
from civicplan.values import BoundKind

from ._documents import PROGRESS_TABLE, Document

_PLAN = cp.datasets.load("shangyu-2024-q2")
_PROMISE, _YEAR, _QUARTER, _PROGRESS, _PERCENT, _STATUS, _OFFICIAL = range(7)
#: The document has the pronunciation of some characters put in behind them: 進(jìn)度.
_PINYIN = re.compile(r"\([^)\u4e00-\u9fff]+\)")
_NUMERALS = {"一": "1", "三": "3"}
_TRADITIONAL = str.maketrans("场册个条万亿", "場冊個條萬億")
#: Traditional characters of the names in the table, and the simplified ones that the data would have.
_SIMPLIFIED = str.maketrans("橋許曉國謝晉", "桥许晓国谢晋")
#: Numbers of the table that are recorded nowhere as amounts, by line: what they are.
_LEFT_OUT = {
    3: {"3": "grades of sights"},
    6: {"1": "item", "2": "item", "75": "percent of the rebuilding of one site"},
    7: {"2024": "year"},
    15: {"200": "a number open upwards", "2023": "year"},
    18: {"1": "item", "3": "grades of sights"},
    19: {"00": "the rest of a damaged number", "6": "events under way"},
}


@pytest.fixture(scope="module")
def table() -> Document:
    return Document(PROGRESS_TABLE)


@pytest.fixture(scope="module")
def at_midyear() -> PlanAssessment:
    return cp.assess(_PLAN, as_of="2024-Q2")


def _cells(task: cp.Task, table: Document) -> list[str]:
    assert task.source is not None
    assert task.source.line is not None
    return [cell.strip() for cell in _PINYIN.sub("", table.line(task.source.line)).split("|")]


def _report(task: cp.Task) -> cp.ProgressReport:
    (report,) = task.reports
    return report


def _spellings(figure: str, unit: str) -> set[str]:
    """How the table may print an amount: in digits, by ten thousands or with a numeral, its unit right behind it."""
    units = {unit.translate(_TRADITIONAL).removesuffix("人")} | ({"家"} if unit == "个" else set())
    numbers = {figure} | {numeral for numeral, digit in _NUMERALS.items() if digit == figure}
    numbers |= {f"{figure.removesuffix('0000')}萬"} if figure.endswith("0000") else set()
    return {number + unit for number in numbers for unit in units}


class TestEveryFigureStandsOnItsSourceLine:
    def test_the_report_is_that_of_its_line(self, table: Document) -> None:
        for task in _PLAN.tasks:
            cells, report = _cells(task, table), _report(task)
            assert report.source == task.source, task.id
            assert str(report.period) == f"{cells[_YEAR]}-Q{cells[_QUARTER]}", task.id
            assert f"{report.percent}%" == cells[_PERCENT], task.id
            assert (report.status, cells[_STATUS]) == (ReportedStatus.AHEAD, "進度超前"), task.id

    def test_planned_amounts_stand_in_the_promise(self, table: Document) -> None:
        for task in _PLAN.tasks:
            promise = _cells(task, table)[_PROMISE]
            for deliverable in task.deliverables:
                assert deliverable.planned.kind is BoundKind.AT_LEAST, task.id
                spellings = _spellings(str(deliverable.planned.figure), deliverable.unit or "")
                assert any(spelling in promise for spelling in spellings), task.id

    def test_delivered_amounts_stand_in_the_report(self, table: Document) -> None:
        for task in _PLAN.tasks:
            progress = _cells(task, table)[_PROGRESS]
            for done in _report(task).delivered:
                spellings = _spellings(str(done.figure), done.unit or "")
                assert any(spelling in progress for spelling in spellings), task.id

    def test_every_number_of_the_line_is_recorded_or_left_out_by_name(self, table: Document) -> None:
        for task in _PLAN.tasks:
            cells = _cells(task, table)
            assert task.source is not None
            assert task.source.line is not None
            recorded = {str(deliverable.planned.figure) for deliverable in task.deliverables}
            recorded |= {str(done.figure) for done in _report(task).delivered}
            recorded |= {number.removesuffix("0000") for number in recorded}
            numbers = set(re.findall(r"\d+", cells[_PROMISE])) | set(re.findall(r"\d+", cells[_PROGRESS]))
            assert numbers - recorded == _LEFT_OUT.get(task.source.line, {}).keys(), task.id


class TestTheWholeTableIsHere:
    def test_there_are_19_tasks_numbered_by_their_position(self, table: Document) -> None:
        assert _PLAN.source is not None
        assert _PLAN.source.line == 1
        positions = [(task.number, task.source.line) for task in _PLAN.tasks if task.source]
        assert positions == [(str(number), number + 2) for number in range(1, 20)]
        assert [line for line in range(1, 23) if table.has(line)] == list(range(1, 22))

    def test_the_agency_is_the_one_that_every_line_names(self, table: Document) -> None:
        for task in _PLAN.tasks:
            assert task.responsibility.lead_agencies == ("文广旅游局",)
            assert _cells(task, table)[_OFFICIAL + 1] == "文廣旅游局"

    def test_the_number_of_visitors_is_damaged_and_so_left_out(self, table: Document) -> None:
        task = _PLAN.task("tourism-events")
        assert "?00萬" in _cells(task, table)[_PROMISE]
        assert [str(deliverable.planned) for deliverable in task.deliverables] == ["≥75"]


class TestNobodyIsNamed:
    def test_no_name_of_the_table_appears(self, table: Document) -> None:
        names = {_cells(task, table)[_OFFICIAL] for task in _PLAN.tasks}
        names |= set(re.findall("“(..)青年電影", table.line(21)))
        assert len(names) == 4
        simplified = {name.translate(_SIMPLIFIED) for name in names}
        for name in simplified:
            assert name.encode("gb2312"), "a character set of simplified characters only"
        text = files(cp.datasets).joinpath("shangyu-2024-q2.toml").read_text(encoding="utf-8")
        assert not [name for name in names | simplified if name in text]

    def test_no_task_has_officials(self) -> None:
        for task in _PLAN.tasks:
            assert task.responsibility.leads == (), task.id
            assert task.responsibility.deputies == (), task.id


class TestTheTableAtMidyear:
    def test_half_of_the_time_is_gone(self, at_midyear: PlanAssessment) -> None:
        assert {task.elapsed for task in at_midyear.tasks} == {Decimal("0.5")}

    def test_four_tasks_report_no_more_than_the_time_gone_and_call_it_ahead(self, at_midyear: PlanAssessment) -> None:
        level = [task.task.number for task in at_midyear.tasks if task.pace == 1]
        assert level == ["3", "13", "14", "17"]

    def test_one_task_is_reported_complete(self, at_midyear: PlanAssessment) -> None:
        assert [task.task.number for task in at_midyear.tasks if task.reported == 1] == ["6"]

    def test_nothing_is_due(self, at_midyear: PlanAssessment) -> None:
        verdicts = {outcome.verdict for task in at_midyear.tasks for outcome in task.deliverables}
        assert verdicts == {task.verdict for task in at_midyear.tasks} == {Verdict.NOT_DUE}
        assert at_midyear.overdue_tasks == at_midyear.unreported_tasks == ()

    def test_four_tasks_are_on_track_and_the_others_ahead_or_complete(self, at_midyear: PlanAssessment) -> None:
        on_track = [task.task.number for task in at_midyear.tasks if task.standing is cp.Standing.ON_TRACK]
        assert on_track == ["3", "13", "14", "17"]
        assert {str(task.standing) for task in at_midyear.tasks} == {"on_track", "ahead", "achieved_early"}

    def test_what_was_done_of_one_programme_does_not_answer_for_three(self, at_midyear: PlanAssessment) -> None:
        performances, opera = at_midyear.task("performances").deliverables
        assert str(performances.deliverable.planned) == "≥400"
        assert performances.delivered == NotAssessable(Reason.NOT_REPORTED)
        assert opera.attainment == Decimal("0.6")

    def test_rooms_bars_and_books_are_held_against_what_was_planned(self, at_midyear: PlanAssessment) -> None:
        rooms, bars, books = at_midyear.task("reading").deliverables
        assert rooms.attainment == 1
        assert bars.attainment == Decimal("0.8")
        assert books.attainment == Decimal(32547) / 60000
        assert rooms.standing is cp.Standing.ACHIEVED_EARLY


class TestTheTableAtTheEndOfTheYear:
    """The table ends with the second quarter, which settles only what could not turn any more."""

    def test_one_task_is_met_and_the_others_are_unreported(self) -> None:
        at_the_end = cp.assess(_PLAN, as_of="2024")
        assert [task.task.number for task in at_the_end.tasks if task.verdict is Verdict.MET] == ["6"]
        assert len(at_the_end.unreported_tasks) == at_the_end.task_counts[Verdict.NOT_ASSESSABLE] == 18
        assert at_the_end.overdue_tasks == ()

    def test_the_rooms_are_decisively_built_and_the_bars_and_books_are_open(self) -> None:
        rooms, bars, books = cp.assess(_PLAN, as_of="2024").task("reading").deliverables
        assert (rooms.verdict, rooms.decisive) == (Verdict.MET, True)
        assert bars.reason is books.reason is Reason.NO_FINAL_REPORT

    def test_what_is_counted_accumulates_and_a_share_does_not(self) -> None:
        amounts = [amount for task in _PLAN.tasks for amount in task.deliverables]
        assert [amount.unit for amount in amounts if not amount.accumulates] == ["%"]
