"""A plan as a folder of CSV files."""

from __future__ import annotations

import csv
import os
from pathlib import Path
from typing import Any

import pytest

import civicplan as cp
from civicplan.tables.workbook.sheets import SHEETS

from .workbooks import faults_of

PLAN = cp.Plan(
    id="p",
    title="A plan",
    period="2016/2020",
    indicators=(cp.Indicator(id="gdp", name="=GDP", targets=("≥95.0", "=5"), observations={"2020": "-2.8"}),),
)


def folder_of(tmp_path: Path, plan: cp.Plan = PLAN) -> Path:
    cp.write(plan, f"{tmp_path}/folder/")
    return tmp_path / "folder"


def rows_of(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as content:
        return list(csv.reader(content))


def test_a_folder_has_a_file_for_each_noun(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    assert {file.name for file in folder.iterdir()} == {f"{sheet.name}.csv" for sheet in SHEETS}
    assert cp.read(folder) == cp.read(folder, format="csv") == cp.read(str(folder)) == PLAN


def test_no_cell_is_a_formula_and_a_negative_number_stays_one(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    cells = [cell for file in folder.iterdir() for row in rows_of(file) for cell in row]
    assert [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")] == ["-2.8"]
    assert "'=GDP" in cells
    assert "'=5" in cells


def test_the_files_of_other_programs_are_read(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    for mark in (";", "\t"):
        for file in folder.iterdir():
            rows = rows_of(file)
            with file.open("w", encoding="utf-8", newline="") as changed:
                csv.writer(changed, delimiter=mark, lineterminator="\n").writerows([*rows, []])
        assert cp.read(folder) == PLAN
        folder_of(tmp_path)


def test_faults_have_their_file_row_and_column(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "targets.csv").write_text("indicator,kind\ngdp,threshold\n", encoding="utf-8")
    (folder / "observations.csv").write_text("indicator,period,figure,\ngdp,soon,5,x\n", encoding="utf-8")
    assert list(faults_of(folder)) == [
        "observations.csv, row 2, column 4",
        'targets.csv, row 2, column "bound"',
        'observations.csv, row 2, column "period"',
    ]


def test_an_outline_of_a_thousand_levels_is_told(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    lines = [f"{depth},part,x" for depth in range(1, 2000)]
    (folder / "sections.csv").write_text("\n".join(("depth,level,title", *lines)), encoding="utf-8")
    assert faults_of(folder) == {"sections.csv": "nested too deeply; a plan needs few levels"}


def test_what_is_no_csv_is_told(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "targets.csv").write_bytes("指标,kind\n".encode("gb18030"))
    (folder / "goals.csv").write_text('id,"title"x\n', encoding="utf-8")
    (folder / "own.csv").write_text("a,b\n", encoding="utf-8")
    assert {place: message[:9] for place, message in faults_of(folder).items()} == {
        "goals.csv": "not CSV: ",
        "targets.csv": "not UTF-8",
    }


def test_a_table_that_no_plan_has_is_told(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "observation.csv").write_text("a,b\n", encoding="utf-8")
    (folder / "README.md").write_text("mine", encoding="utf-8")
    (folder / ".hidden.csv").write_text("mine", encoding="utf-8")
    assert list(faults_of(folder)) == ["observation.csv"]


def test_files_that_are_no_plan_are_not_replaced(tmp_path: Path) -> None:
    for name in ("indicators.csv", "own.csv"):
        folder = tmp_path / name.removesuffix(".csv")
        folder.mkdir()
        (folder / name).write_text("mine", encoding="utf-8")
        with pytest.raises(cp.PlanFileError, match=f"has a file {name} that is none of a plan"):
            cp.write(PLAN, folder)
        assert [file.read_text(encoding="utf-8") for file in folder.iterdir()] == ["mine"]


def test_a_plan_replaces_a_plan_and_nothing_else(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, cp.datasets.load("shangyu-2024-q2"))
    (folder / "README.md").write_text("mine", encoding="utf-8")
    cp.write(PLAN, folder)
    assert cp.read(folder) == PLAN
    assert (folder / "README.md").read_text(encoding="utf-8") == "mine"
    assert len(list(folder.iterdir())) == len(SHEETS) + 1


def test_one_csv_file_holds_no_plan(tmp_path: Path) -> None:
    for options in ({}, {"format": "csv"}):
        with pytest.raises(cp.InvalidInputError, match="a plan is a folder of CSV files"):
            cp.write(PLAN, tmp_path / "plan.csv", **options)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_write_leaves_the_old_files_and_no_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, calls_left = os.replace, [0]

    def fail_at_the_last(source: Any, target: Any) -> None:
        calls_left[0] -= 1
        if calls_left[0] == 0:
            raise PermissionError(13, "The file is open in another program")
        replace(source, target)

    folder = folder_of(tmp_path)
    old = {file.name: file.read_bytes() for file in folder.iterdir()}
    monkeypatch.setattr(os, "replace", fail_at_the_last)
    for calls_left[0] in (1, 2, len(SHEETS), len(SHEETS) + 1, 2 * len(SHEETS)):
        with pytest.raises(cp.PlanFileError, match="open in another program"):
            cp.write(cp.datasets.load("zhuzhou-13fyp"), folder)
        assert {file.name: file.read_bytes() for file in folder.iterdir()} == old


def test_a_new_folder_appears_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(source: Any, target: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "rename", fail)
    with pytest.raises(cp.PlanFileError, match="No space left"):
        cp.write(PLAN, f"{tmp_path}/folder/")
    assert list(tmp_path.iterdir()) == []


def test_while_a_folder_is_being_written_it_is_no_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, replace = folder_of(tmp_path), os.replace
    seen: list[bool] = []

    def observed(source: Any, target: Any) -> None:
        replace(source, target)
        seen.append((folder / "plan.csv").exists())

    monkeypatch.setattr(os, "replace", observed)
    cp.write(cp.datasets.load("zhuzhou-13fyp"), folder)
    assert seen == [False] * (2 * len(SHEETS) - 1) + [True]


def test_a_place_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    for path in (tmp_path / "file", tmp_path / "none" / "folder", "a\x00b"):
        with pytest.raises(cp.PlanFileError):
            cp.write(PLAN, path, format="csv")
    for path in (tmp_path / "none", "a\x00b/"):
        with pytest.raises(cp.PlanFileError):
            cp.read(path, format="csv")
