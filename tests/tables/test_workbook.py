"""A plan as a workbook: all of it as text, faults with their cells, and what spreadsheet programs make of it."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

import civicplan as cp
from civicplan.errors import MissingExtraError
from civicplan.tables.workbook.sheets import SHEETS

from .workbooks import change, faults_of, heading_cells

#: Texts that a spreadsheet, XML or a CSV file would change, refuse or execute if they were not escaped.
HOSTILE = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1",
    "-2.8",
    "-x",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "\nx",
    "＝1",
    "'=1",
    "''x",
    "'s-Hertogenbosch",
    "#N/A",
    "#REF!",
    "TRUE",
    "1e5",
    "007",
    "95.0",
    "2020-01-01",
    "x\x0by\x00z\x1f",
    "_x000B_",
    "_x005F_",
    "x005F_",
    "_x005F_x000B_",
    "\ufffe\uffff\u2028\x85",
    "a\r\nb\rc\nd",
    " blank before and after ",
    "a;b; c",
    ";",
    "\\",
    "a\\; b\\",
    "\\ x\t",
    '"quoted", and "',
    "<b>&amp;</b>]]>",
    "\U0001f600é",
    "[zh] (2)",
)


def hostile_plan() -> cp.Plan:
    rows = [
        cp.Indicator(id=f"i{place}", name=text, unit=text, marks=HOSTILE[place:], notes={"zh": text, "en": text[::-1]})
        for place, text in enumerate(HOSTILE)
    ]
    return cp.Plan(id="=1+1", title={"en": HOSTILE[0], "zh": "x"}, period="2016/2020", indicators=rows)


@pytest.mark.parametrize("name", ["plan.xlsx", "folder/"])
def test_no_text_is_changed(tmp_path: Path, name: str) -> None:
    plan = hostile_plan()
    cp.write(plan, f"{tmp_path}/{name}")
    assert cp.read(f"{tmp_path}/{name}") == plan


@pytest.mark.parametrize("name", ["plan.xlsx", "folder/"])
def test_a_text_longer_than_a_cell_goes_on_in_the_next(tmp_path: Path, name: str) -> None:
    text = "\x0b_x000B_𝒳" * 9000 + "end"
    ids = [f"indicator-{number}" for number in range(9000)]
    rows = [cp.Indicator(id=id, name="a row") for id in ids]
    goal = cp.Goal(id="all", title={"en": text, "zh": "words"}, indicators=ids)
    plan = cp.Plan(id="p", title=text, period="2020", indicators=rows, goals=(goal,))
    cp.write(plan, f"{tmp_path}/{name}")
    assert cp.read(f"{tmp_path}/{name}") == plan


def test_languages_keep_their_order(tmp_path: Path) -> None:
    names: list[dict[str, str]] = [
        {"zh": "一", "en": "1"},
        {"en": "2", "zh": "二"},
        {"en": "3"},
        {"und": "4", "en": "5"},
    ]
    rows = [cp.Indicator(id=f"i{place}", name=name) for place, name in enumerate(names)]
    plan = cp.Plan(id="p", title="x", period="2020", indicators=rows)
    for path in (tmp_path / "plan.xlsx", f"{tmp_path}/folder/"):
        cp.write(plan, path)
        assert [row.name.entries for row in cp.read(path)] == [tuple(name.items()) for name in names]


def test_every_cell_is_text_and_none_a_formula(tmp_path: Path) -> None:
    cp.write(hostile_plan(), tmp_path / "plan.xlsx")
    for sheet in openpyxl.load_workbook(tmp_path / "plan.xlsx"):
        cells = [cell for row in sheet for cell in row if cell.value is not None]
        assert {(cell.data_type, cell.number_format) for cell in cells} == {("s", "@")}
    with ZipFile(tmp_path / "plan.xlsx") as archive:
        assert not [name for name in archive.namelist() if b"<f>" in archive.read(name)]


def test_a_workbook_saved_by_another_program_is_the_same_plan(tmp_path: Path) -> None:
    for name in cp.datasets.names():
        plan = cp.datasets.load(name)
        cp.write(plan, tmp_path / "plan.xlsx")
        openpyxl.load_workbook(tmp_path / "plan.xlsx").save(tmp_path / "again.xlsx")
        assert cp.read(tmp_path / "again.xlsx") == plan


def written(tmp_path: Path, **fields: Any) -> Path:
    indicator = cp.Indicator(
        id="gdp", name="GDP", baseline=("2015", "90.0"), targets=("≥95",), observations={"2020": "95.0"}
    )
    plan = cp.Plan(id="p", title="A plan", period="2016/2020", **{"indicators": (indicator,), **fields})
    cp.write(plan, tmp_path / "plan.xlsx")
    return tmp_path / "plan.xlsx"


def test_a_number_keeps_the_digits_that_it_shows(tmp_path: Path) -> None:
    shown: list[tuple[Any, str, str]] = [
        (95, "0.0", "95.0"),
        (95, "General", "95"),
        (7.2000000000000002, "0.00", "7.20"),
        (3105.8, "#,##0.0", "3105.8"),
        (-2.8, "0.0;(0.0)", "-2.8"),
    ]
    for value, number_format, figure in shown:
        path = written(tmp_path)
        change(path, {"observations!C2": value}, number_format=number_format)
        assert str(cp.read(path)["gdp"].observations[0].figure) == figure


def test_a_number_that_shows_other_digits_than_it_has_is_refused(tmp_path: Path) -> None:
    for value, number_format in ((94.96, "0"), (95_000, "0.0,"), (0.95, "0%"), (0.5, "# ?/?"), (3e6, "yyyy-mm-dd")):
        path = written(tmp_path)
        change(path, {"observations!C2": value}, number_format=number_format)
        assert "observations!C2" in faults_of(path), number_format


def test_days_and_truth_values_are_read_as_such(tmp_path: Path) -> None:
    path = written(tmp_path)
    published = heading_cells(path, "observations")["published"]
    stock = heading_cells(path, "indicators")["stock"]
    change(path, {f"observations!{published}2": date(2021, 3, 1)}, number_format="yyyy-mm-dd")
    change(path, {f"indicators!{stock}2": True, "observations!B2": 2020}, number_format="General")
    indicator = cp.read(path)["gdp"]
    assert (indicator.stock, str(indicator.observations[0].published)) == (True, "2021-03-01")
    change(path, {f"observations!{published}2": date(2021, 3, 1)}, number_format="mmm-yy")
    assert str(cp.read(path)["gdp"].observations[0].published) == "2021-03"


def test_a_day_without_a_year_may_be_no_day(tmp_path: Path) -> None:
    """Spreadsheet programs make a day of this year of 10-12, and a time of 1:2."""
    for value, number_format in ((date(2026, 10, 12), "d-mmm"), (0.5, "h:mm"), (1.5, "[h]:mm:ss")):
        path = written(tmp_path)
        change(path, {"indicators!C2": value}, number_format=number_format)
        assert "shows no year" in faults_of(path)["indicators!C2"]


def test_a_formula_without_a_value_is_no_blank_cell(tmp_path: Path) -> None:
    path = written(tmp_path)
    published = heading_cells(path, "observations")["published"]
    change(path, {f"observations!{published}2": "=1+1"}, number_format="General")
    assert "a formula and no value" in faults_of(path)[f"observations!{published}2"]
    change(path, {f"observations!{published}2": "#DIV/0!"})
    assert "#DIV/0!" in faults_of(path)[f"observations!{published}2"]


def test_every_fault_has_its_cell(tmp_path: Path) -> None:
    path = written(tmp_path)
    targets, rows = heading_cells(path, "targets"), heading_cells(path, "indicators")
    faulty = {
        "plan!D2": "soon",
        f"indicators!{rows['unit']}3": "x",
        f"indicators!{rows['baseline.figure']}2": "ninety",
        f"indicators!{rows['source.line']}2": "12a",
        f"indicators!{rows['stock']}2": "perhaps",
        f"indicators!{rows['marks']}2": "a; ;b",
        f"targets!{targets['bound']}2": "95",
        f"targets!{targets['measure']}2": "levle",
        f"targets!{targets['relation']}2": "above",
        "observations!A2": "gpd",
    }
    change(path, faulty)
    missing = {f"indicators!{rows[name]}{row}" for name, row in (("id", 3), ("name", 3), ("source.document", 2))}
    faults = faults_of(path)
    assert set(faults) == {*faulty, *missing} - {f"indicators!{rows['unit']}3"}
    assert "write gdp" in faults["observations!A2"]
    assert "write level" in faults[f"targets!{targets['measure']}2"]


def test_faults_between_parts_have_their_cells_too(tmp_path: Path) -> None:
    path = written(tmp_path, goals=(cp.Goal(id="goal", title="a goal", indicators=("gdp",)),))
    change(path, {"goals!C2": "gdp; gpd"})
    assert list(faults_of(path)) == ["goals!C2"]


def test_headings_and_sheets_that_a_plan_does_not_have_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path)
    workbook = openpyxl.load_workbook(path)
    workbook["observations"]["D1"], workbook["observations"]["Z2"] = "mesure", "x"
    workbook["observations"]["E1"] = "period"
    workbook["deliverables"]["B1"] = "task (2)"
    workbook["targets"]["C1"] = "bound [zh]"
    workbook["milestones"].title = "milestone"
    workbook.save(path)
    faults = faults_of(path)
    assert faults["observations!D1"] == "there is no such column; write measure"
    assert "under no heading" in faults["observations!Z2"]
    assert "more than once" in faults["observations!E1"]
    assert "no words of a language" in faults["targets!C1"]
    assert "write milestones" in faults["milestone"]
    assert "does not go on" in faults["deliverables!B1"]
    assert 'targets, row 2, column "bound"' in faults


def test_a_workbook_holds_one_plan(tmp_path: Path) -> None:
    path = written(tmp_path)
    change(path, {"plan!B4": "another"})
    assert faults_of(path) == {"plan!4:4": "a second plan; keep one"}


def test_rows_belong_to_rows_that_are_there(tmp_path: Path) -> None:
    report = cp.ProgressReport(period="2020", delivered=(cp.Delivered(subject="books", figure="5"),))
    section = cp.Section(level="part", title="one", sections=(cp.Section(level="chapter", title="two"),))
    path = written(tmp_path, tasks=(cp.Task(id="t", title="a task", reports=(report, report)),), sections=(section,))
    assert cp.read(path).task("t").reports == (report, report)
    change(path, {"delivered!A2": "s", "delivered!B3": None, "reports!B3": "1", "sections!A3": "3", "reports!A2": None})
    assert faults_of(path) == {
        "reports!A2": "the row does not say which task it belongs to",
        "delivered!A2": "the sheet reports has no task 's'",
        "delivered!B3": "the row does not say which report it belongs to",
        "sections!A3": "expected a whole number from 1 to 2, got '3'",
    }


def test_an_id_that_is_refused_is_refused_wherever_it_stands_in_one_round(tmp_path: Path) -> None:
    for own, named in (("water loss", "water-loss"), ("water loss", "water loss"), ("water-loss", "water loss")):
        path = written(tmp_path, indicators=(cp.Indicator(id="water-loss", name="Water loss", targets=("≤5",)),))
        headings = heading_cells(path, "targets")
        bound = f"targets!{headings['bound']}2"
        change(path, {"indicators!A2": own, "targets!A2": named, bound: "5"})
        faults = faults_of(path)
        refused = {place: id for place, id in (("indicators!A2", own), ("targets!A2", named)) if " " in id}
        assert set(faults) == {*refused, bound}
        for place in refused:
            assert faults[place] == "expected an id without white space, got 'water loss'; write 'water-loss'"


def test_words_of_other_tables_are_told_what_they_are_here(tmp_path: Path) -> None:
    path = written(tmp_path, indicators=(cp.Indicator(id="a", name="A", exact=True),))
    headings = heading_cells(path, "indicators")
    change(path, {f"indicators!{headings['notes']}1": "remark", f"indicators!{headings['exact']}2": "yes"})
    faults = faults_of(path)
    assert faults[f"indicators!{headings['notes']}1"] == "there is no such column; write notes"
    assert faults[f"indicators!{headings['exact']}2"] == "expected true or false, got 'yes'; write true"


def test_reports_of_one_task_have_numbers_of_their_own(tmp_path: Path) -> None:
    report = cp.ProgressReport(period="2020")
    path = written(tmp_path, tasks=(cp.Task(id="t", title="a task", reports=(report, report)),))
    change(path, {"reports!B3": "1"})
    assert faults_of(path) == {"reports!B3": "the report stands more than once; number them"}
    change(path, {"reports!B2": None, "reports!B3": None})
    assert len(cp.read(path).task("t").reports) == 2


def test_blank_rows_and_blanks_in_cells_are_nothing(tmp_path: Path) -> None:
    path = written(tmp_path)
    plan = cp.read(path)
    change(path, {"observations!A4": " ", "observations!D2": "  ", "goals!A7": "\n"})
    assert cp.read(path) == plan


def test_a_plan_that_no_sheet_can_hold_is_not_written(tmp_path: Path) -> None:
    title = {f"aa-{number:05}": "a plan" for number in range(16_384)}
    plan = cp.Plan(id="p", title=title, period="2020")
    with pytest.raises(cp.PlanFileError, match="plan has 2 rows and 16393 columns, more than a workbook holds"):
        cp.write(plan, tmp_path / "plan.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_every_field_of_the_model_has_a_column_and_a_meaning() -> None:
    for sheet in SHEETS:
        assert sheet.columns
        for column in (*sheet.owner_columns, *sheet.columns):
            assert column.meaning, f"{sheet.name}: {column.heading}"


def test_without_its_library_writing_a_workbook_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = written(tmp_path)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match=r'pip install "civicplan\[xlsx\]"'):
        cp.write(cp.read(path), tmp_path / "other.xlsx")
