"""A plan as a workbook of the kind .xlsx, one sheet for each noun and one that explains them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from civicplan.errors import Fault, MissingExtraError, PlanFileError
from civicplan.formats._raw import LONGEST_RAW
from civicplan.model import Plan
from civicplan.tables.grid import letters
from civicplan.tables.shown import shown_day, shown_number
from civicplan.tables.workbook.about import about_rows
from civicplan.tables.workbook.columns import Column
from civicplan.tables.workbook.flatten import FilledSheet, filled_sheets
from civicplan.tables.workbook.layout import Cells, RawSheet
from civicplan.tables.workbook.reading import plan_of_sheets
from civicplan.tables.workbook.sheets import ABOUT, SHEETS
from civicplan.tables.xlsx import Xlsx, XlsxCell
from civicplan.tables.xlsx_values import escaped, is_day, shows_year

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet
    from openpyxl.worksheet.datavalidation import DataValidation

_LONGEST_CELL, _MOST_ROWS, _MOST_COLUMNS = 32_767, 1_048_576, 16_384
_TEXT = "@"
_WIDTHS = (12, 40)
_ABOUT_WIDTHS = (14, 26, 22, 46, 100)
_OWN_HEADINGS = {"id", "title", "period"}
_NO_YEAR = "the cell holds a day or a time and shows no year; write what is meant as text"
_HIDES = "the cell holds {} and shows {}; show all its decimal places, or write it as text"
_SHOWS_OTHER = "the cell holds {} and shows something else; write the number as text"


def xlsx_content(tree: dict[str, Any], document: str) -> bytes:
    """Return a plan as a workbook. Every cell is text, so that nothing in it becomes a formula and no digit is lost.

    Args:
        tree: The plan as plain values.
        document: What errors call the workbook.

    Raises:
        MissingExtraError: openpyxl is not installed.
        PlanFileError: A sheet would have more rows or columns than a workbook can hold.
    """
    try:
        from openpyxl import Workbook
    except ModuleNotFoundError:
        raise MissingExtraError("writing a workbook", "civicplan[xlsx]") from None
    sheets = list(filled_sheets(tree, _cut))
    for filled in sheets:
        if len(filled.rows) >= _MOST_ROWS or len(filled.headings) > _MOST_COLUMNS:
            size = f"{len(filled.rows) + 1} rows and {len(filled.headings)} columns, more than a workbook holds"
            raise PlanFileError(document, f"cannot be written: {filled.sheet.name} has {size}; write .json instead")
    workbook = Workbook(write_only=True)
    _write_about(workbook)
    for filled in sheets:
        _write_sheet(workbook, filled)
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def _cut(text: str) -> list[str]:
    """Return a text in pieces that a cell can hold; a workbook counts in units of UTF-16."""
    if len(escaped(text).encode("utf-16-le")) // 2 <= _LONGEST_CELL:
        return [text]
    middle = len(text) // 2
    return [*_cut(text[:middle]), *_cut(text[middle:])]


def _write_about(workbook: Workbook) -> None:
    sheet = workbook.create_sheet(ABOUT)
    sheet.freeze_panes = "A2"
    for place, width in enumerate(_ABOUT_WIDTHS):
        sheet.column_dimensions[letters(place)].width = width
    for number, row in enumerate(about_rows()):
        sheet.append([_cell(sheet, text, is_bold=not number, is_wrapped=True) for text in row])


def _write_sheet(workbook: Workbook, filled: FilledSheet) -> None:
    sheet = workbook.create_sheet(filled.sheet.name)
    sheet.freeze_panes = "A2"
    lists: dict[tuple[str, ...], DataValidation] = {}
    for place, (column, heading) in enumerate(zip(filled.columns, filled.headings, strict=True)):
        dimension = sheet.column_dimensions[letters(place)]
        dimension.width, dimension.number_format = min(max(len(heading) + 2, _WIDTHS[0]), _WIDTHS[1]), _TEXT
        if column.words:
            choice = lists.setdefault(column.words, _choice(column))
            choice.add(f"{letters(place)}2:{letters(place)}{_MOST_ROWS}")
    for choice in lists.values():
        sheet.data_validations.append(choice)
    sheet.append([_cell(sheet, heading, is_bold=True) for heading in filled.headings])
    for row in filled.rows:
        sheet.append([_cell(sheet, text) if text else None for text in row])


def _choice(column: Column) -> DataValidation:
    """Return the drop-down of a vocabulary, which takes no other word."""
    from openpyxl.worksheet.datavalidation import DataValidation

    words = ",".join(column.words)
    error = f"Choose {column.holds}."
    return DataValidation(type="list", formula1=f'"{words}"', allow_blank=True, showErrorMessage=True, error=error)


def _cell(sheet: WriteOnlyWorksheet, text: str, *, is_bold: bool = False, is_wrapped: bool = False) -> Cell:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    cell = WriteOnlyCell(sheet, value=escaped(text))
    cell.data_type = "s"  # what begins with = would be a formula, and #N/A an error
    cell.number_format = _TEXT
    if is_bold:
        cell.font = Font(name="Calibri", size=11, bold=True)
    if is_wrapped:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def is_plan(xlsx: Xlsx) -> bool:
    """Return whether a workbook has the sheet "plan" with the headings id, title and period."""
    name = SHEETS[0].name
    first = next(xlsx.rows(name), None) if name in xlsx.parts else None
    headings = first[1].values() if first else ()
    return _OWN_HEADINGS.issubset(str(cell.value).partition(" [")[0] for cell in headings)


def plan_of_xlsx(xlsx: Xlsx) -> Plan:
    """Return the plan that a workbook states.

    Raises:
        PlanFormatError: With all faults, each with its cell.
    """
    sheets = [_raw_sheet(xlsx, name) for name in xlsx.parts if name != ABOUT]
    return plan_of_sheets(sheets, _place, xlsx.document)


def _place(sheet: str, row: int | None, position: int | None, heading: str) -> str:
    if row is None:
        return sheet
    if position is None:
        return f'{sheet}, row {row}, column "{heading}"' if heading else f"{sheet}!{row}:{row}"
    return f"{sheet}!{letters(position)}{row}"


def _raw_sheet(xlsx: Xlsx, name: str) -> RawSheet:
    faults: list[Fault] = []
    rows = list(_rows(xlsx, name, faults))
    return RawSheet(name=name, rows=rows, faults=tuple(faults))


def _rows(xlsx: Xlsx, name: str, faults: list[Fault]) -> Iterator[tuple[int, Cells]]:
    """Yield the rows that hold something, the first one in any case."""
    rows = xlsx.rows(name)
    for number, cells in rows:
        texts = {}
        for position, cell in cells.items():
            text, problem = _shown(cell)
            if problem:
                faults.append(Fault(_place(name, number, position, ""), problem, text[:LONGEST_RAW]))
            elif text and not text.isspace():
                texts[position] = text
        if texts:
            yield number, texts


def _shown(cell: XlsxCell) -> tuple[str, str]:
    """Return what a cell shows, or what is wrong with it."""
    match cell.value:
        case None:
            return "", cell.problem
        case bool(value):
            return ("true" if value else "false"), ""
        case datetime():
            is_partial = is_day(cell.number_format) and not shows_year(cell.number_format)
            return shown_day(cell.value, cell.number_format), _NO_YEAR if is_partial else ""
        case int() | float():
            return _shown_number(cell.value, cell.number_format)
        case _:
            return cell.value, ""


def _shown_number(value: int | float, number_format: str) -> tuple[str, str]:
    shown = shown_number(value, number_format)
    if shown is None:
        return str(value), _SHOWS_OTHER.format(value)
    text, is_all = shown
    return (text, "") if is_all else (str(value), _HIDES.format(value, text))
