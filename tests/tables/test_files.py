"""Tables in files: where their headings stand, which sheet is read, and real ones."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.tables.numbers import DecimalMark

from ._read import actuals, bounds, codes, one

_SAMPLES = Path(__file__).parents[2].parent / "shared" / "samples"


def sample(name: str) -> Path:
    """A real file of somebody else; it is not part of the project, so a test may skip."""
    path = _SAMPLES / name
    if not path.exists():
        pytest.skip(f"the sample {name} is not part of the project and does not lie beside it")
    return path


def csv(folder: Path, text: str, name: str = "lakeside plan.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text(text, encoding=encoding)
    return path


def workbook(folder: Path, *sheets: list[list[Any]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for place, rows in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"Sheet{place}")
        for row in rows:
            sheet.append(row)
    book.save(folder / "plan.xlsx")
    return folder / "plan.xlsx"


class TestCsv:
    TEXT = "Indicator,Target 2025,2021\nGDP,≥3800,2500.5\n\njobs,≥25,5.10\n"

    def test_a_file_is_a_plan_named_after_it_whose_rows_know_their_lines(self, tmp_path: Path) -> None:
        reading = cp.tables.read(csv(tmp_path, self.TEXT), period="2021/2025")
        plan = reading.value
        assert codes(reading) == []
        assert (plan.id, str(plan.title), str(plan.period)) == ("lakeside-plan", "lakeside plan", "2021/2025")
        assert [actuals(indicator) for indicator in plan] == [["2500.5 2021"], ["5.10 2021"]]
        sources = [str(indicator.source) for indicator in plan]
        assert sources == ["lakeside plan.csv, line 2", "lakeside plan.csv, line 4"]

    def test_diagnostics_name_the_line(self, tmp_path: Path) -> None:
        reading = cp.tables.read(csv(tmp_path, "Indicator,Target\nGDP,9\njobs,1,006\n"), period="2021/2025")
        assert [(one.code, one.place) for one in reading.diagnostics] == [
            ("long-row", "line 3"),
            ("target-without-sign", 'line 2, column "Target"'),
        ]

    def test_semicolons_commas_and_encodings(self, tmp_path: Path) -> None:
        text = "指标;2025年目标;2021\n粮食;≥12,5;11,5\n"
        path = csv(tmp_path, text, encoding="gb18030")
        reading = cp.tables.read(path, period="2021/2025", encoding="gb18030", decimal=",")
        assert (bounds(one(reading)), actuals(one(reading))) == (["≥12.5 2025"], ["11.5 2021"])
        tabs = csv(tmp_path, "Indicator\tTarget\njobs, all\t≥9\n", "a.tsv")
        assert bounds(one(cp.tables.read(tabs, period="2021/2025"))) == ["≥9"]
        bars = csv(tmp_path, "Indicator#Target\njobs#≥9\n")
        assert bounds(one(cp.tables.read(bars, period="2021/2025", delimiter="#"))) == ["≥9"]

    def test_what_is_no_delimiter_and_no_encoding_is_refused(self, tmp_path: Path) -> None:
        path = csv(tmp_path, "Indicator;Target\njobs;≥9\n")
        signs: list[Any] = ["", ";;", '"', "\n", 5]
        for sign in signs:
            with pytest.raises(cp.InvalidInputError, match=r"^delimiter: expected one sign"):
                cp.tables.read(path, period="2021/2025", delimiter=sign)
        encodings: list[Any] = ["no such", 5, None]
        for encoding in encodings:
            with pytest.raises(cp.InvalidInputError, match=r"^encoding: expected an encoding"):
                cp.tables.read(path, period="2021/2025", encoding=encoding)

    def test_headings_may_stand_below_a_title_and_in_two_rows(self, tmp_path: Path) -> None:
        text = "Table 1,,,,\n,,,,\nIndicator,Unit,Actual,,Target\n,,2021,2022,2025\nGDP,t,9,10,≥12\n"
        reading = cp.tables.read(csv(tmp_path, text), period="2021/2025")
        assert [(one.code, one.text) for one in reading.diagnostics] == [("above-headings", "Table 1")]
        assert (bounds(one(reading)), actuals(one(reading))) == (["≥12 2025"], ["9 2021", "10 2022"])
        text = ",Actual,,Target\nIndicator,2021,2022,2025\nGDP,9,10,≥12\n"
        reading = cp.tables.read(csv(tmp_path, text), period="2021/2025")
        assert (codes(reading), actuals(one(reading))) == ([], ["9 2021", "10 2022"])
        assert bounds(one(reading)) == ["≥12 2025"]

    def test_headings_without_one_of_names_are_the_row_with_most_that_are_known(self, tmp_path: Path) -> None:
        path = csv(tmp_path, "Report 2023,,\nAim,Target 2025,2021\nGDP,≥12,9\n")
        reading = cp.tables.read(path, period="2021/2025")
        assert codes(reading) == ["above-headings", "unclear-column", "no-name-column"]
        assert bounds(one(cp.tables.read(path, period="2021/2025", columns={"name": "Aim"}))) == ["≥12 2025"]

    def test_a_year_under_a_heading_that_is_not_understood_is_no_actual(self, tmp_path: Path) -> None:
        text = ",Actual,Hopes\nIndicator,2021,2025\nGDP,9,12\n"
        reading = cp.tables.read(csv(tmp_path, text), period="2021/2025")
        assert actuals(one(reading)) == ["9 2021"]
        assert "unknown-column" in codes(reading)

    def test_two_columns_of_one_heading_are_not_spoken_of_as_one(self, tmp_path: Path) -> None:
        path = csv(tmp_path, "Indicator,Goal,Goal\njobs,≥3,≥4\n")
        with pytest.raises(cp.InvalidInputError, match="rename one of them"):
            cp.tables.read(path, period="2021/2025", columns={"target": "Goal"})
        assert codes(cp.tables.read(path, period="2021/2025", ignore=["Goal"])) == ["no-target-column"]

    def test_strict_raises(self, tmp_path: Path) -> None:
        with pytest.raises(cp.ReadingError):
            cp.tables.read(csv(tmp_path, "Indicator,Target\nGDP,9\n"), period="2021/2025", strict=True)

    def test_what_is_no_table_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(cp.PlanFileError):
            cp.tables.read(tmp_path / "absent.csv", period="2021/2025")
        with pytest.raises(cp.InvalidInputError, match="from_frame"):
            cp.tables.read(csv(tmp_path, "", "plan.parquet"), period="2021/2025")
        with pytest.raises(cp.InvalidInputError, match="no sheets"):
            cp.tables.read(csv(tmp_path, self.TEXT), period="2021/2025", sheet="Sheet1")
        with pytest.raises(cp.InvalidInputError, match="the path of a file"):
            cp.tables.read(5)  # type: ignore[arg-type]
        assert cp.tables.read(csv(tmp_path, ""), period="2021/2025").value.indicators == ()

    @given(st.binary(max_size=80))
    def test_no_bytes_raise_anything_but_ours(self, content: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.csv"
            path.write_bytes(b"Indicator,Target,2021\n" + content)
            try:
                reading = cp.tables.read(path, period="2021/2025")
            except cp.CivicPlanError:
                return
        assert str(cp.assess(reading.value, as_of=2023))


ROWS: list[list[Any]] = [["Indicator", "Target 2025", 2021], ["GDP", "≥3800", 2500.5], ["jobs", "≥25", 5.1]]


class TestWorkbooks:
    def test_numbers_have_the_digits_that_they_show_and_years_may_be_numbers(self, tmp_path: Path) -> None:
        path = workbook(tmp_path, ROWS)
        book = openpyxl.load_workbook(path)
        book.worksheets[0]["C3"].number_format = "0.00"
        book.save(path)
        reading = cp.tables.read(path, period="2021/2025")
        assert codes(reading) == []
        assert [actuals(indicator) for indicator in reading.value] == [["2500.5 2021"], ["5.10 2021"]]
        assert str(reading.value["jobs"].source) == "plan.xlsx, line 3"

    def test_only_cells_that_are_read_have_anything_to_know(self, tmp_path: Path) -> None:
        path = workbook(
            tmp_path, [["Indicator", "Target", 2021, "Budget"], ["jobs", "≥25", 24.96, 9.87], ["air", 9, "=1", "=2"]]
        )
        book = openpyxl.load_workbook(path)
        book.worksheets[0]["C2"].number_format = book.worksheets[0]["D2"].number_format = "0"
        book.save(path)
        reading = cp.tables.read(path, period="2021/2025", ignore=["Budget"], direction="higher")
        assert [(one.code, one.place) for one in reading.diagnostics] == [
            ("rounded-number", "Sheet1!C2"),
            ("cell-without-value", "Sheet1!C3"),
        ]
        assert [actuals(indicator) for indicator in reading.value] == [["25 2021"], []]

    def test_the_first_sheet_is_read_unless_another_is_asked_for(self, tmp_path: Path) -> None:
        path = workbook(tmp_path, ROWS, [["Indicator", "Target"], ["air", "≥95"]])
        reading = cp.tables.read(path, period="2021/2025")
        assert (codes(reading), [one.place for one in reading.diagnostics]) == (["other-sheets"], ["Sheet2"])
        assert [indicator.id for indicator in cp.tables.read(path, period="2021/2025", sheet="Sheet2").value] == ["air"]
        with pytest.raises(cp.UnknownIdError, match="nearest: Sheet"):
            cp.tables.read(path, period="2021/2025", sheet="Sheet3")

    def test_a_cell_merged_over_rows_says_its_words_of_all_and_its_figure_of_none(self, tmp_path: Path) -> None:
        path = workbook(tmp_path, [["Category", "Indicator", "Target"], ["Work", "jobs", "≥25"], [None, "pay", None]])
        book = openpyxl.load_workbook(path)
        book.worksheets[0].merge_cells("A2:A3")
        book.worksheets[0].merge_cells("C2:C3")
        book.save(path)
        reading = cp.tables.read(path, period="2021/2025")
        assert [str(indicator.category) for indicator in reading.value] == ["Work", "Work"]
        assert [bounds(indicator) for indicator in reading.value] == [[], []]
        assert [(one.code, one.place) for one in reading.diagnostics] == [
            ("merged-value", "Sheet1!C2"),
            ("merged-value", "Sheet1!C3"),
        ]

    def test_a_number_of_a_cell_has_a_point_whatever_the_text_has(self, tmp_path: Path) -> None:
        path = workbook(tmp_path, [["Indicator", "Target", 2021], ["a", "≥12,5", 1.006]])
        decimal: DecimalMark | None
        for decimal in (None, ","):
            reading = cp.tables.read(path, period="2021/2025", decimal=decimal)
            assert (bounds(one(reading)), actuals(one(reading))) == (["≥12.5"], ["1.006 2021"])

    def test_an_empty_workbook_holds_no_table(self, tmp_path: Path) -> None:
        with pytest.raises(cp.PlanFormatError, match="no sheet"):
            cp.tables.read(workbook(tmp_path, []), period="2021/2025")


class TestRealFiles:
    def test_results_of_a_participatory_budget(self) -> None:
        path = sample("decidim/valid_results.csv")
        reading = cp.tables.read(path, period="2015/2019", columns={"name": "title_en"})
        assert [str(indicator.name) for indicator in reading.value] == ["Result 1", "Result 2"]
        assert Counter(codes(reading)) == {"unknown-column": 10, "no-target-column": 1}

    def test_results_whose_lines_are_too_short_for_their_headings(self) -> None:
        path = sample("decidim/invalid_results.csv")
        reading = cp.tables.read(path, period="2015/2019", columns={"name": "title_en"})
        assert reading.value.indicators == ()
        assert codes(reading) == ["short-row", "short-row", "no-target-column", "no-rows"]
        assert "17 cells where the table has 20 columns" in reading.diagnostics[0].message

    def test_a_template_for_periods_has_ten_sheets_and_no_indicator(self) -> None:
        path = sample("excel/iatipublisher-PeriodXLS.xlsx")
        reading = cp.tables.read(path, period="2021/2025")
        others = [one.place for one in reading.diagnostics if one.code == "other-sheets"]
        assert (len(others), len(reading.diagnostics), reading.value.indicators) == (9, 13, ())
        counts = {
            name: len(cp.tables.read(path, period="2021/2025", sheet=name).diagnostics)
            for name in ("Period", "Target", "Actual", "Target Document Link", "Options", "Period_Mapper")
        }
        assert counts == {
            "Period": 2,
            "Target": 3,
            "Actual": 3,
            "Target Document Link": 2,
            "Options": 5,
            "Period_Mapper": 2,
        }
