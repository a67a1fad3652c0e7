"""Files as sheets: a number keeps the digits that its cell shows, and no row is read under the wrong headings."""

from __future__ import annotations

import datetime
from contextlib import suppress
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.tables.grid import PrintedNumber, Sheet, letters, under_headings
from civicplan.tables.sheets import csv_sheet, workbook_sheets
from civicplan.tables.shown import shortest_text, shown_number, with_places


def saved(workbook: openpyxl.Workbook) -> bytes:
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def small() -> bytes:
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].append(["Indicator", 95, "=A1"])
    return saved(workbook)


#: Made once: the time of saving is in it.
SMALL = small()


def sheet_of(cells: dict[str, Any], formats: dict[str, str] | None = None) -> Sheet:
    workbook = openpyxl.Workbook()
    worksheet = workbook.worksheets[0]
    for place, value in cells.items():
        worksheet[place] = value
    for place, number_format in (formats or {}).items():
        worksheet[place].number_format = number_format
    return workbook_sheets(saved(workbook), document="plan.xlsx")[0]


class TestWorkbooks:
    def test_a_number_has_the_digits_that_its_format_shows(self) -> None:
        for number, number_format, shown in (
            (95, "0.0", "95.0"),
            (95, "General", "95"),
            (95.0, "General", "95"),
            (0.1 + 0.2, "General", "0.3"),
            (3105.8, "#,##0.00", "3105.80"),
            (0.95, "0%", "95%"),
            (0.954, "0.0%", "95.4%"),
            (-2.8, "0.00;-0.00", "-2.80"),
            (-2.8, "#,##0.0_);(#,##0.0)", "-2.8"),
            (0, '_-* #,##0.0_-;-* #,##0.0_-;_-* "-"??_-', "0.0"),
            (75, '"≥"0', "≥75"),
            (18, '"["0"]"', "[18]"),
            (12, "[$¥-804]#,##0", "12"),
            (12, "[Red]0.0", "12.0"),
            (95, '0.0"%"', "95.0%"),
            (9.5, "0.##", "9.5"),
            (10**15, "0", "1000000000000000"),
        ):
            sheet = sheet_of({"A1": number}, {"A1": number_format})
            assert (sheet.rows, sheet.notes) == (((shown,),), {}), number_format
            assert isinstance(sheet.rows[0][0], PrintedNumber)

    def test_a_number_that_shows_fewer_digits_is_read_as_shown_and_says_so(self) -> None:
        sheet = sheet_of({"B2": 94.96}, {"B2": "0"})
        assert sheet.cell(0, 1) == "95"
        noticed = sheet.notes[0, 1]
        assert (noticed.code, noticed.place, noticed.text, noticed.left_out) == (
            "rounded-number",
            "Sheet!B2",
            "94.96",
            False,
        )

    def test_a_number_shown_in_thousands_or_by_a_power_is_left_out(self) -> None:
        for number_format in ("0.0,", "0.00E+00", "# ?/?", "[>=1000]0;0.0"):
            sheet = sheet_of({"A1": "x", "B1": 12345.6}, {"B1": number_format})
            assert sheet.rows == (("x", ""),)
            assert sheet.notes[0, 1].code == "scaled-number"

    def test_a_formula_that_was_never_calculated_is_said_to_have_no_result(self) -> None:
        sheet = sheet_of({"A1": "x", "B1": "=1+1"})
        assert (sheet.notes[0, 1].code, sheet.notes[0, 1].place) == ("cell-without-value", "Sheet!B1")

    def test_days_are_read_as_far_as_they_are_shown(self) -> None:
        day = datetime.datetime(2021, 1, 5)
        for number_format, shown in (
            ("yyyy", "2021"),
            ('yyyy"年"', "2021"),
            ("yyyy-mm", "2021-01"),
            ("d/m/yy", "2021-01-05"),
        ):
            assert sheet_of({"A1": day}, {"A1": number_format}).rows == ((shown,),)

    def test_merged_cells_share_their_text(self) -> None:
        workbook = openpyxl.Workbook()
        worksheet = workbook.worksheets[0]
        worksheet.append(["Indicator", "Actual", None])
        worksheet.append([None, "2021", "2022"])
        worksheet.merge_cells("A1:A2")
        worksheet.merge_cells("B1:C1")
        [sheet] = workbook_sheets(saved(workbook), document="plan.xlsx")
        assert sheet.rows == (("Indicator", "Actual", "Actual"), ("Indicator", "2021", "2022"))
        assert sheet.merged == {(0, 0), (1, 0), (0, 1), (0, 2)}

    def test_hidden_and_empty_sheets_are_none(self) -> None:
        workbook = openpyxl.Workbook()
        workbook.create_sheet("hidden")["A1"] = "x"
        workbook["hidden"].sheet_state = "hidden"
        workbook.create_sheet("data")["A1"] = True
        sheets = workbook_sheets(saved(workbook), document="plan.xlsx")
        assert [(sheet.name, sheet.rows) for sheet in sheets] == [("data", (("TRUE",),))]

    @given(st.binary(max_size=200))
    @example(b"PK\x03\x04")
    @example(b"")
    def test_other_bytes_are_refused_as_no_workbook(self, content: bytes) -> None:
        with pytest.raises(cp.PlanFormatError, match="broken"):
            workbook_sheets(content, document="plan.xlsx")

    @given(st.data())
    def test_a_damaged_workbook_is_read_or_refused(self, data: st.DataObject) -> None:
        content = bytearray(SMALL)
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
        with suppress(cp.PlanFormatError):
            workbook_sheets(bytes(content), document="plan.xlsx")


class TestLines:
    def test_the_sign_between_cells_is_the_one_on_most_lines(self) -> None:
        for text, cells in (
            ("name,2021\nGDP,95.0\n", ("name", "2021")),
            ("name;2021;2022\nGDP;9,5;9,6\nCPI;1,2;\n", ("name", "2021", "2022")),
            ("name\t2021\nGDP, real\t9\n", ("name", "2021")),
            ("Table 1, indicators\nname;2021;2022\nGDP;9,5;9,6\n", ("Table 1, indicators",)),
            ('"a;b",c\n"d;e",f\n', ("a;b", "c")),
        ):
            assert csv_sheet(text, document="t.csv").rows[0] == cells

    def test_blank_lines_are_none_and_lines_keep_their_numbers(self) -> None:
        sheet = csv_sheet('name,note\n\nGDP,"two\nlines"\n,\nCPI,x\n', document="t.csv")
        assert sheet.rows == (("name", "note"), ("GDP", "two\nlines"), ("CPI", "x"))
        assert sheet.numbers == (1, 3, 6)
        assert sheet.place(2, 1) == "line 6, column 2"

    def test_encodings_are_said_and_never_guessed(self) -> None:
        text = "指标,2021\n粮食,9\n"
        for content in (text.encode(), text.encode("utf-8-sig"), text.encode("utf-16")):
            assert csv_sheet(content, document="t.csv").rows[0] == ("指标", "2021")
        assert csv_sheet(text.encode("gb18030"), document="t.csv", encoding="gb18030").rows[0] == ("指标", "2021")
        with pytest.raises(cp.PlanFormatError, match="gb18030"):
            csv_sheet(text.encode("gb18030"), document="t.csv")
        with pytest.raises(cp.InvalidInputError, match="encoding"):
            csv_sheet(b"x", document="t.csv", encoding="utf-9")

    def test_a_quote_that_is_never_closed_swallows_no_row(self) -> None:
        with pytest.raises(cp.PlanFormatError, match="line 2"):
            csv_sheet('name,2021\n"GDP,9\nCPI,2\n', document="t.csv")

    @given(st.text(max_size=60) | st.binary(max_size=60))
    def test_any_text_is_read_or_refused(self, content: str | bytes) -> None:
        try:
            sheet = csv_sheet(content, document="t.csv")
        except cp.PlanFormatError:
            return
        assert len(sheet.rows) == len(sheet.numbers)


class TestRowsUnderHeadings:
    def test_a_row_that_is_too_long_or_too_short_is_left_out(self) -> None:
        sheet = csv_sheet("name,2021,2022\nGDP,1,006.2,7\nCPI,2\njobs,3,4\nair,5,6,,\n", document="t.csv")
        reading = under_headings(sheet, sheet.rows[0], 1)
        assert reading.value.rows == (("jobs", "3", "4"), ("air", "5", "6"))
        assert [(one.code, one.place) for one in reading.diagnostics] == [
            ("long-row", "line 2"),
            ("short-row", "line 3"),
        ]
        assert reading.value.place(0, 1) == 'line 4, column "2021"'
        assert reading.value.heading_place(1) == 'column "2021"'

    def test_a_workbook_calls_cells_by_letters(self) -> None:
        workbook = openpyxl.Workbook()
        for cells in (["name", "2021"], [], ["GDP", 9]):
            workbook.worksheets[0].append(cells)
        [sheet] = workbook_sheets(saved(workbook), document="plan.xlsx")
        grid = under_headings(sheet, sheet.rows[0], 1).value
        assert (grid.place(0, 1), grid.heading_place(1), grid.row_place(0)) == ("Sheet!B3", "Sheet!B1", "Sheet!3:3")

    def test_letters_count_as_workbooks_do(self) -> None:
        assert [letters(column) for column in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


class TestFloats:
    @given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e20, max_value=1e20))
    def test_the_shortest_text_is_the_number_itself(self, value: float) -> None:
        assert float(shortest_text(value)) == value

    def test_places_are_added_and_never_cut(self) -> None:
        assert [with_places(value, 1) for value in (95.0, 95.25, 0.1 + 0.2, -2.8)] == ["95.0", None, "0.3", "-2.8"]
        assert with_places(float("inf"), 1) is None
        assert with_places(1e300, 1) is None

    @given(
        st.floats(allow_nan=False, allow_infinity=False),
        st.text('0#?.,;%[]"\\_*Ee/() -$aβ', max_size=12),
    )
    def test_no_number_format_is_too_strange(self, value: float, number_format: str) -> None:
        shown = shown_number(value, number_format)
        assert shown is None or isinstance(shown[0], str)
