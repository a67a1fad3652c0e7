"""Assessments as rows, frames, text and HTML say the same as the objects."""

from __future__ import annotations

import sys
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any
from unicodedata import east_asian_width

import pandas
import polars
import pytest

import civicplan as cp
from civicplan.assessment import PlanAssessment
from civicplan.errors import InvalidTypeError, InvalidValueError, MissingExtraError
from civicplan.evidence import Actual
from civicplan.values import NotAssessable


@pytest.fixture(scope="module")
def assessed() -> PlanAssessment:
    return cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020")


def test_a_row_holds_what_the_assessment_holds(assessed: PlanAssessment) -> None:
    for row, assessment in zip(assessed.to_rows(), assessed, strict=True):
        assert row["id"] == assessment.indicator.id
        assert row["verdict"] == assessment.verdict
        assert row["decisive"] is assessment.decisive
        assert row["category"] == str(assessment.indicator.category)
        first = assessment.outcomes[0]
        actual = (first.actual.value, str(first.actual.period)) if isinstance(first.actual, Actual) else (None, None)
        assert (row["value"], row["period"], row["due"]) == (*actual, str(first.due))
        for name in ("attainment", "progress", "pace", "growth", "required_growth", "catch_up_growth"):
            value = getattr(assessment, name)
            assert row[name] == (value if isinstance(value, Decimal) else None)
            undefined = {reason.partition(": ")[0] for reason in (row["undefined"] or "").split("; ")}
            assert (name in undefined) is not isinstance(value, Decimal)


def test_a_frame_holds_the_rows_with_numbers_as_floats(assessed: PlanAssessment) -> None:
    rows = assessed.to_rows()
    for frame in (assessed.to_frame("polars"), assessed.to_frame("pandas")):
        assert list(frame.columns) == list(rows[0])
        assert list(frame["id"]) == [row["id"] for row in rows]
        assert frame["attainment"][0] == pytest.approx(3105.8 / 3800)
    assert isinstance(assessed.to_frame("polars"), polars.DataFrame)
    assert isinstance(assessed.to_frame("pandas"), pandas.DataFrame)


def test_a_missing_dataframe_library_is_named_with_the_line_that_installs_it(
    assessed: PlanAssessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "narwhals", None)
    monkeypatch.setitem(sys.modules, "narwhals.stable.v2", None)
    with pytest.raises(MissingExtraError, match=r'pip install "civicplan\[frames\]"'):
        assessed.to_frame("polars")


def test_a_plan_without_rows_has_an_empty_frame_and_table() -> None:
    empty = cp.assess(cp.Plan(id="p", title="A plan", period="2020"), as_of="2020")
    assert empty.to_rows() == []
    assert len(empty.to_frame("polars")) == 0
    assert str(empty).startswith("no.")
    assert set(empty.counts.values()) == {0}


def test_the_columns_of_the_text_table_are_aligned_whatever_the_script(assessed: PlanAssessment) -> None:
    def columns(line: str) -> list[int]:
        """Where each character starts, wide ones counted twice."""
        starts, place = [], 0
        for letter in line:
            starts.append(place)
            place += 2 if east_asian_width(letter) in "WF" else 1
        return starts

    for language, verdict, words, legend in (
        ("en", "verdict", ("met", "not met"), "(digits): "),
        ("zh", "完成情况", ("完成", "未完成"), "（尾数）："),
    ):
        heading, rule, *lines = assessed.to_text(language=language).splitlines()
        assert set(rule) == {"-", " "}
        at = columns(heading)[heading.index(verdict)]
        for line in lines[:38]:
            place = columns(line).index(at)
            assert line[place:].startswith(words)
            assert line[place - 2 : place] == "  "
        assert any(line.startswith(legend) for line in lines[38:])


class _Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []

    def handle_data(self, data: str) -> None:
        self.cells.append(data)


def test_the_html_table_shows_names_as_they_are_and_needs_nothing_from_elsewhere() -> None:
    name = '<script>alert("&")</script>'
    plan = cp.Plan(id="p", title="A plan", period="2020", indicators=(cp.Indicator(id="a", name=name),))
    html = cp.assess(plan, as_of="2020")._repr_html_()
    parser = _Cells()
    parser.feed(html)
    assert name in parser.cells
    assert "<script" not in html
    assert "http" not in html


def test_an_unknown_id_is_answered_with_the_nearest(assessed: PlanAssessment) -> None:
    with pytest.raises(cp.UnknownIdError, match="nearest: gdp"):
        assessed["gpd"]
    with pytest.raises(KeyError):
        assessed.task("gdp")


def test_an_explanation_names_figures_periods_and_lines(assessed: PlanAssessment) -> None:
    text = assessed["gdp"].explain(language="en")
    for word in ("≥3800", "3105.8", "2020", "line 165", "not met", "694.2", "81.7 %"):
        assert word in text
    assert "fall" not in assessed["jobs"].explain(language="en")
    nothing = cp.Plan(id="p", title="A plan", period="2020", indicators=(cp.Indicator(id="a", name="row"),))
    assert cp.assess(nothing, as_of="2020")["a"].explain() == "row: there is no target."


def test_a_row_of_a_task_holds_what_its_assessment_holds() -> None:
    tasks = cp.assess(cp.datasets.load("shangyu-2024-q2"), as_of="2024-Q2")
    rows = tasks.task_rows()
    assert [row["id"] for row in rows] == [assessment.task.id for assessment in tasks.tasks]
    for row, assessment in zip(rows, tasks.tasks, strict=True):
        assert row["reported"] == assessment.reported
        assert row["standing"] == assessment.standing
        assert row["verdict"] == assessment.verdict
        assert (row["overdue"], row["unreported"]) == (assessment.is_overdue, assessment.is_unreported)
        assert (row["basis"], row["caveats"]) == (assessment.basis, None)
    assert sum(tasks.task_counts.values()) == len(rows)
    assert tasks.task_counts[cp.Verdict.NOT_DUE] == len(rows)
    assert tasks.to_rows() == []


def test_a_row_of_a_task_says_who_answers_for_it_what_was_promised_and_what_the_report_calls_it() -> None:
    books = cp.Task(
        id="books",
        title="books to villages",
        responsibility=cp.Responsibility(leads=("a head",), lead_agencies=("culture",), agencies=("roads", "post")),
        deliverables=(
            cp.Deliverable(subject={"zh": "送书", "en": "books"}, planned="≥600", unit="册"),
            cp.Deliverable(subject="tours", planned="≥4"),
        ),
        reports=(
            cp.ProgressReport(
                period="2024-Q2",
                percent="55",
                status="ahead",
                delivered=(cp.Delivered(subject={"zh": "送书", "en": "books"}, figure="325", unit="册"),),
            ),
        ),
    )
    bare = cp.Task(id="bare", title="a bare task")
    plan = cp.Plan(id="p", title="A plan", period="2024", tasks=(books, bare))
    of_books, of_bare = cp.assess(plan, as_of="2024-Q2").task_rows(language="en")
    assert of_books["responsible"] == "a head; culture; roads; post"
    assert (of_books["planned"], of_books["delivered"]) == ("books ≥600 册; tours ≥4", "books 325 册")
    assert of_books["status"] == "ahead"
    assert [of_bare[name] for name in ("responsible", "planned", "delivered", "status")] == [None] * 4


def test_the_columns_of_a_frame_have_the_same_types_whatever_the_day() -> None:
    plan = cp.datasets.load("zhuzhou-13fyp")
    early, late = (cp.assess(plan, as_of=day).to_frame("polars") for day in ("2016", "2020"))
    assert early.schema == late.schema


def test_a_task_asked_for_among_indicators_is_said_to_be_one() -> None:
    tasks = cp.assess(cp.datasets.load("shangyu-2024-q2"), as_of="2024-Q2")
    with pytest.raises(cp.UnknownIdError, match=r"tasks are found by \.task"):
        tasks["reading"]


def test_an_unknown_dataframe_library_is_refused(assessed: PlanAssessment) -> None:
    with pytest.raises(InvalidValueError, match="backend"):
        assessed.to_frame("nonsense")


def test_an_assessment_contains_the_ids_of_its_indicators(assessed: PlanAssessment) -> None:
    assert all(indicator.id in assessed for indicator in assessed.plan.indicators)
    assert all(assessment in assessed for assessment in assessed)
    assert "no such id" not in assessed
    assert [] not in assessed


def test_a_tolerance_of_the_wrong_type_is_named() -> None:
    with pytest.raises(InvalidTypeError, match=r"^tolerance: "):
        cp.assess(cp.Plan(id="p", title="A plan", period="2020"), as_of=2020, tolerance=0.05)  # type: ignore[arg-type]


def test_an_assessment_says_what_was_asked() -> None:
    empty = cp.Plan(id="p", title="A plan", period="2020")
    asked = cp.assess(empty, as_of="2020-06", tolerance="0.05", vintage="first", path="geometric")
    assert (str(asked.as_of), str(asked.tolerance)) == ("2020-06", "0.05")
    assert (asked.vintage, asked.path) == ("first", "geometric")
    usual = cp.assess(empty, as_of="2020")
    assert (str(usual.tolerance), usual.vintage, usual.path) == ("0", "latest", None)
    assert cp.assess(empty, as_of="2020", vintage="2021-03").vintage == cp.Period.parse("2021-03")


def test_indicators_are_counted_by_nature_category_and_group() -> None:
    rows = (
        cp.Indicator(
            id="a", name="a", nature="binding", category="health", targets=("≥1",), observations={"2020": "2"}
        ),
        cp.Indicator(id="b", name="b", nature="binding", group="water", targets=("≥1",), observations={"2020": "0"}),
        cp.Indicator(id="c", name="c", category={"zh": "健康", "en": "health"}),
    )
    counted = cp.assess(cp.Plan(id="p", title="A plan", period="2016/2020", indicators=rows), as_of="2020")
    assert {
        field: {name: {str(verdict): count for verdict, count in of.items() if count} for name, of in counts.items()}
        for field, counts in ((field, counted.counts_by(field)) for field in ("nature", "category", "group"))
    } == {
        "nature": {"binding": {"met": 1, "not_met": 1}, None: {"not_assessable": 1}},
        "category": {"health": {"met": 1}, None: {"not_met": 1}, "健康": {"not_assessable": 1}},
        "group": {None: {"met": 1, "not_assessable": 1}, "water": {"not_met": 1}},
    }
    assert set(counted.counts_by("nature")["binding"]) == set(cp.Verdict)
    wrong: Any = "unit"
    with pytest.raises(InvalidValueError, match="expected one of nature, category, group, got 'unit'"):
        counted.counts_by(wrong)


def test_the_counts_of_all_groups_come_to_those_of_the_plan(assessed: PlanAssessment) -> None:
    fields: tuple[Any, ...] = ("nature", "category", "group")
    for field in fields:
        groups = assessed.counts_by(field).values()
        assert {verdict: sum(counts[verdict] for counts in groups) for verdict in cp.Verdict} == assessed.counts


def test_a_row_for_each_target_says_what_its_outcome_does(assessed: PlanAssessment) -> None:
    outcomes = [outcome for indicator in assessed for outcome in indicator.outcomes]
    rows = assessed.outcome_rows()
    for row, outcome in zip(rows, outcomes, strict=True):
        assert (row["id"], row["verdict"], row["decisive"]) == (outcome.indicator.id, outcome.verdict, outcome.decisive)
        assert row["in_force"] is outcome.is_in_force
        assert row["reason"] == outcome.reason
        for name in ("attainment", "progress", "elapsed", "pace", "standing"):
            value = getattr(outcome, name)
            assert row[name] == (None if isinstance(value, NotAssessable) else value)
            undefined = {reason.partition(": ")[0] for reason in (row["undefined"] or "").split("; ")}
            assert (name in undefined) is isinstance(value, NotAssessable)
        if isinstance(outcome.actual, Actual):
            assert (row["value"], row["period"]) == (outcome.actual.value, str(outcome.actual.period))
            assert row["formula"] == (outcome.actual.formula or None)
            assert row["actual"] is not None
        else:
            assert (row["actual"], row["value"], row["period"], row["formula"]) == (None, None, None, None)
    assert {row["measure"] for row in rows} > {"level", "growth"}


def test_targets_and_tasks_are_frames_in_every_library(assessed: PlanAssessment) -> None:
    tasks = cp.assess(cp.datasets.load("shangyu-2024-q2"), as_of="2024-Q2")
    for library in ("pandas", "polars", "pyarrow"):
        for frame, rows in (
            (assessed.outcome_frame(library), assessed.outcome_rows()),
            (tasks.task_frame(library), tasks.task_rows()),
        ):
            assert len(frame) == len(rows)
            names = frame.column_names if library == "pyarrow" else list(frame.columns)
            assert names == list(rows[0])


def test_an_assessment_is_a_sequence_and_true_without_indicators(assessed: PlanAssessment) -> None:
    assert len(assessed) == len(assessed.indicators)
    assert assessed[:3] == assessed.indicators[:3]
    assert assessed[-1:] == assessed.indicators[-1:]
    first = assessed.indicators[0]
    assert first.indicator.id in assessed
    assert first in assessed
    assert "nothing of the kind" not in assessed
    tasks = cp.assess(cp.datasets.load("shangyu-2024-q2"), as_of="2024-Q2")
    assert len(tasks) == 0
    assert tasks
    place: Any = 0
    with pytest.raises(InvalidTypeError, match="an id as text, got the int 0"):
        assessed[place]


def test_several_targets_of_an_indicator_are_told_apart_by_their_years_and_one_that_was_revised_is_called_so() -> None:
    several = cp.Indicator(
        id="x",
        name="x",
        targets=("≥9", cp.Threshold(bound="≥5", period="2021"), cp.Threshold(bound="≥8", published="2021-03")),
        observations={"2021": "6"},
    )
    plan = cp.Plan(id="p", title="A plan", period="2021/2025", indicators=(several,))
    found = cp.assess(plan, as_of="2021")
    for text in (str(found), found.to_html(language="en")):
        assert "≥9 (revised) · ≥5 (2021) · ≥8" in text
    assert "≥8 (not published yet)" in str(cp.assess(plan, as_of="2020"))
    assert found.to_rows()[0]["target"] == "≥9 · ≥5 · ≥8"
