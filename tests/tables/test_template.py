"""A template is an error until it is filled in, and a plan from then on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

import civicplan as cp
from civicplan.tables.workbook.sheets import ABOUT, SHEETS
from civicplan.tables.workbook.template import template

from .workbooks import change, faults_of, heading_cells


def test_an_empty_template_says_what_to_fill_in(tmp_path: Path) -> None:
    template(tmp_path / "plan.xlsx")
    cells = heading_cells(tmp_path / "plan.xlsx", "plan")
    assert faults_of(tmp_path / "plan.xlsx") == {
        f"plan!{cells[name]}2": f'nothing stands under "{name}", and there is no default for it'
        for name in ("id", "title", "period")
    }


def test_a_filled_template_is_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    template(path)
    rows: dict[str, tuple[dict[str, Any], ...]] = {
        "plan": ({"id": "town", "title": "A plan", "period": "2021/2025"},),
        "indicators": (
            {"id": "gdp", "name": "GDP", "nature": "expected", "stock": True},
            {"id": "jobs", "name": "jobs"},
        ),
        "targets": (
            {"indicator": "gdp", "kind": "threshold", "bound": "≥95.0"},
            {"indicator": "jobs", "kind": "relative", "reference": "gdp", "relation": "in_step", "tolerance": 1},
        ),
        "observations": ({"indicator": "gdp", "period": 2023, "figure": "89.0"},),
        "goals": ({"id": "growth", "title": "growth", "indicators": "gdp; jobs"},),
    }
    for sheet, filled in rows.items():
        cells = heading_cells(path, sheet)
        for number, row in enumerate(filled, 2):
            change(path, {f"{sheet}!{cells[heading]}{number}": value for heading, value in row.items()})
    indicator = cp.Indicator(
        id="gdp", name="GDP", nature="expected", stock=True, targets=("≥95.0",), observations={"2023": "89.0"}
    )
    in_step = cp.Relative(reference="gdp", relation="in_step", tolerance="1")
    jobs = cp.Indicator(id="jobs", name="jobs", targets=(in_step,))
    goal = cp.Goal(id="growth", title="growth", indicators=("gdp", "jobs"))
    assert cp.read(path) == cp.Plan(
        id="town", title="A plan", period="2021/2025", indicators=(indicator, jobs), goals=(goal,)
    )


def test_a_template_has_frozen_headings_and_a_drop_down_for_each_vocabulary(tmp_path: Path) -> None:
    template(tmp_path / "plan.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "plan.xlsx")
    assert workbook.sheetnames == [ABOUT, *(sheet.name for sheet in SHEETS)]
    for sheet in SHEETS:
        page = workbook[sheet.name]
        assert page.freeze_panes == "A2"
        offered = {
            f"{area.coord.partition(':')[0]}": validation.formula1
            for validation in page.data_validations.dataValidation
            for area in validation.sqref.ranges
        }
        cells = heading_cells(tmp_path / "plan.xlsx", sheet.name)
        assert offered == {f"{cells[one.heading]}2": f'"{",".join(one.words)}"' for one in sheet.columns if one.words}
        assert all(len(words) <= 255 for words in offered.values()), "Excel takes no longer list"
        assert all(validation.showErrorMessage for validation in page.data_validations.dataValidation)


def test_the_first_sheet_explains_every_column(tmp_path: Path) -> None:
    template(tmp_path / "plan.xlsx")
    explained = {row[:2] for row in openpyxl.load_workbook(tmp_path / "plan.xlsx")[ABOUT].values}
    for sheet in SHEETS:
        assert {(sheet.name, column.heading) for column in (*sheet.owner_columns, *sheet.columns)} <= explained


def test_a_template_replaces_nothing(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(cp.PlanFileError, match="is there already"):
        template(path)
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_template_is_a_workbook(tmp_path: Path) -> None:
    for name in ("plan.csv", "plan", "plan.json"):
        with pytest.raises(cp.InvalidInputError, match=r'write "plan\.xlsx"'):
            template(tmp_path / name)
    junk: Any = 5
    with pytest.raises(cp.InvalidInputError, match="the path of a file"):
        template(junk)
    assert list(tmp_path.iterdir()) == []
