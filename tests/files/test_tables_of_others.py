"""What is no plan of ours is read as a table, and what there is to know about it is a warning."""

from __future__ import annotations

import warnings
from pathlib import Path

import openpyxl
import pytest

import civicplan as cp
from civicplan.reading import ReadingWarning

ROWS = (
    ("Indicator", "Baseline 2020", "2023", "Target 2025"),
    ("GDP", "90.0", "95.0", "≥100"),
    ("jobs", "1", "1,006", "≥3"),
)


def table(path: Path) -> Path:
    if path.suffix == ".csv":
        path.write_text("\n".join(",".join(f'"{cell}"' for cell in row) for row in ROWS), encoding="utf-8")
        return path
    workbook = openpyxl.Workbook()
    for row in ROWS:
        workbook["Sheet"].append(row)
    workbook["Sheet"]["C2"].value, workbook["Sheet"]["C2"].number_format = 95, "0.0"
    workbook.save(path)
    return path


@pytest.mark.parametrize("name", ["table.csv", "table.xlsx"])
def test_a_table_is_read_with_one_warning_of_all_diagnostics(tmp_path: Path, name: str) -> None:
    path = table(tmp_path / name)
    reading = cp.tables.read(path)
    with pytest.warns(ReadingWarning) as caught:
        plan = cp.read(path)
    assert [str(row.name) for row in plan] == ["GDP", "jobs"]
    assert str(plan["gdp"].observations[0].figure) == "95.0"
    ((warning,),) = ([one for one in caught if isinstance(one.message, ReadingWarning)],)
    assert isinstance(warning.message, ReadingWarning)
    assert warning.message.diagnostics == reading.diagnostics
    assert any(diagnostic.text == "1,006" for diagnostic in warning.message.diagnostics)
    assert warning.filename == __file__
    assert plan == reading.value


def test_a_plan_of_ours_is_read_without_a_warning(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for name in ("plan.xlsx", "plan/"):
            cp.write(cp.datasets.load("zhuzhou-13fyp"), f"{tmp_path}/{name}")
            cp.read(f"{tmp_path}/{name}")


def test_a_table_without_anything_to_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("", encoding="utf-8")
    openpyxl.Workbook().save(tmp_path / "table.xlsx")
    for name in ("table.csv", "table.xlsx"):
        with pytest.raises(cp.CivicPlanError):
            cp.read(tmp_path / name)


def test_a_sheet_called_plan_may_be_a_table_of_others(tmp_path: Path) -> None:
    workbook = openpyxl.load_workbook(table(tmp_path / "table.xlsx"))
    workbook["Sheet"].title = "plan"
    workbook.save(tmp_path / "table.xlsx")
    with pytest.warns(ReadingWarning):
        assert len(cp.read(tmp_path / "table.xlsx").indicators) == 2


def test_a_folder_without_our_files_is_no_plan(tmp_path: Path) -> None:
    table(tmp_path / "table.csv")
    with pytest.raises(cp.PlanFormatError, match=r"plan\.csv: the file is missing"):
        cp.read(tmp_path)


def test_every_format_is_known_by_its_name(tmp_path: Path) -> None:
    plan = cp.datasets.load("zhuzhou-14fyp")
    for name in ("json", "toml", "csv", "xlsx"):
        cp.write(plan, tmp_path / f"plan of {name}", format=name)
        assert cp.read(tmp_path / f"plan of {name}", format=name) == plan
    with pytest.raises(cp.UnknownIdError, match="nearest: xlsx"):
        cp.write(plan, tmp_path / "plan.xls")
