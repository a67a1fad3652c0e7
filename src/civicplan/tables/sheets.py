"""Files of tables to sheets: CSV text, and workbooks with the digits that their cells show."""

from __future__ import annotations

import csv
import os
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from civicplan.errors import (
    Fault,
    InvalidTypeError,
    InvalidValueError,
    MissingExtraError,
    PlanFileError,
    PlanFormatError,
    describe,
)
from civicplan.reading import Diagnostic, Reading
from civicplan.render.template import fill
from civicplan.tables.grid import PrintedNumber, Sheet, is_blank
from civicplan.tables.shown import shown_day, shown_number

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_DELIMITERS = (",", ";", "\t", "|")
_LINES_LOOKED_AT = 20
#: What a workbook may hold when it is unpacked [bytes], and the cells of one sheet.
_MOST_BYTES, _MOST_CELLS = 500_000_000, 20_000_000
#: What openpyxl raises about files that are no workbooks or damaged ones.
_DAMAGED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)

_ROUNDED = (
    "The cell holds {held} and shows {shown}; it is read as it is shown. Show more decimal places where they were "
    "published."
)
_SCALED = (
    "The number format {number_format} shows something else than the number {held} that the cell holds; the cell is "
    "left out. Choose a format that shows the number itself."
)
_NO_RESULT = (
    "The formula has no result in the file, as the file was never calculated; the cell is left out. Open it in a "
    "spreadsheet program and save it."
)


def contents(path: str | os.PathLike[str]) -> bytes:
    """Return what a file holds.

    Raises:
        PlanFileError: The file cannot be read.
    """
    if not isinstance(path, str | os.PathLike) or not isinstance(os.fspath(path), str):
        raise InvalidTypeError("path", "the path of a file", describe(path))
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise PlanFileError(os.fspath(path), f"cannot be read: {error}", getattr(error, "errno", None)) from error


def csv_sheet(content: bytes | str, *, document: str, delimiter: str | None = None, encoding: str = "utf-8") -> Sheet:
    """Return the lines of a CSV file; blank ones are none of them.

    Args:
        content: The file.
        document: Its name.
        delimiter: The sign between cells; by default the one of comma, semicolon, tab and bar on most of the first
            lines.
        encoding: How the file is encoded; a byte order mark may stand before it.

    Raises:
        PlanFormatError: The file is in another encoding, or its quotes are not in pairs.
    """
    text = content if isinstance(content, str) else _decoded(content, document, encoding)
    sign = delimiter or _delimiter(text)
    rows, numbers = [], []
    reader = csv.reader(StringIO(text, newline=""), delimiter=sign, strict=True)
    number = 1
    try:
        for cells in reader:
            if not is_blank(cells):
                rows.append(tuple(cells))
                numbers.append(number)
            number = reader.line_num + 1
    except csv.Error as error:
        raise PlanFormatError(document, (Fault(f"line {number}", f"no row of a CSV file: {error}"),)) from None
    return Sheet(document=document, rows=tuple(rows), numbers=tuple(numbers), row_word="line", delimiter=sign)


def _decoded(content: bytes, document: str, encoding: str) -> str:
    try:
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return content.decode("utf-16")
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        found = f"byte {content[error.start]:#04x} at offset {error.start}"
        advice = 'save the file as UTF-8, or say encoding="gb18030" or "cp1252"'
        raise PlanFormatError(document, (Fault("$", f"not {encoding} ({found}); {advice}"),)) from None
    except (LookupError, ValueError):
        raise InvalidValueError("encoding", "an encoding such as utf-8 or gb18030", describe(encoding)) from None


def _delimiter(text: str) -> str:
    """Return the sign on most of the first lines, for commas stand in numbers, too; else the one that comes first."""
    lines = [line for line in text.splitlines()[:_LINES_LOOKED_AT] if not line.isspace()]
    unquoted = ["".join(line.split('"')[::2]) for line in lines]

    def rank(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in unquoted if sign in line]
        return len(counts), counts[0] if counts else 0

    return max(_DELIMITERS, key=rank)


def workbook_sheets(content: bytes, *, document: str) -> Reading[tuple[Sheet, ...]]:
    """Return the sheets of a workbook that hold anything and are not hidden, every number with the digits it shows.

    Args:
        content: The file.
        document: Its name.

    Raises:
        PlanFormatError: The file is no workbook.
        MissingExtraError: openpyxl is not installed.
    """
    workbook = _workbook(content, document, with_results=False)
    worksheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    has_formulas = any(cell.data_type == "f" for sheet in worksheets for cell in _cells(sheet, document))
    results = _workbook(content, document, with_results=True) if has_formulas else workbook
    readings = [_sheet(sheet, results[sheet.title], document) for sheet in worksheets]
    return Reading.combine(readings).map(lambda sheets: tuple(sheet for sheet in sheets if sheet.rows))


def _workbook(content: bytes, document: str, *, with_results: bool) -> Workbook:
    try:
        import openpyxl
    except ModuleNotFoundError as error:
        raise MissingExtraError("reading a workbook", "civicplan[xlsx]") from error
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
                raise ValueError("it is too large when unpacked")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl would not keep when it writes the file again
            return openpyxl.load_workbook(BytesIO(content), data_only=with_results)
    except _DAMAGED as error:
        raise PlanFormatError(document, (Fault("$", f"no workbook that can be read: {error}"),)) from error


def _cells(sheet: Worksheet, document: str) -> Iterator[Cell | MergedCell]:
    if sheet.max_row * sheet.max_column > _MOST_CELLS:
        message = f"spans {sheet.max_row} rows and {sheet.max_column} columns; delete what stands far from the table"
        raise PlanFormatError(document, (Fault(sheet.title, message),))
    for cells in sheet.iter_rows():
        yield from cells


def _sheet(formulas: Worksheet, results: Worksheet, document: str) -> Reading[Sheet]:
    """Return one sheet; a formula has its result, and a merged cell its text in every cell that it covers."""
    merged = {} if not results.merged_cells else _merged(results)
    noticed: list[Diagnostic] = []
    rows, numbers = [], []
    for number, (cells, sources) in enumerate(zip(results.iter_rows(), formulas.iter_rows(), strict=True), 1):
        texts = tuple(_text(cell, source, merged, noticed) for cell, source in zip(cells, sources, strict=True))
        if not is_blank(texts):
            rows.append(texts)
            numbers.append(number)
    place = {number: row for row, number in enumerate(numbers)}
    shared = frozenset((place[row], column - 1) for row, column in merged if row in place)
    sheet = Sheet(document=document, rows=tuple(rows), numbers=numbers, name=formulas.title, merged=shared)
    return Reading(value=sheet, diagnostics=noticed)


def _merged(sheet: Worksheet) -> dict[tuple[int, int], Any]:
    """Return the cell that gives its text to each cell of a merged range."""
    return {place: sheet.cell(span.min_row, span.min_col) for span in sheet.merged_cells.ranges for place in span.cells}


def _text(cell: Any, source: Any, merged: dict[tuple[int, int], Any], noticed: list[Diagnostic]) -> str:
    owner = merged.get((cell.row, cell.column), cell)
    value = owner.value
    if value is None:
        if owner is cell and getattr(source, "data_type", "") == "f":
            noticed.append(_about(source, "formula-without-result", str(source.value), _NO_RESULT))
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return _words(value, owner.number_format)
    return _number(owner, noticed if owner.coordinate == cell.coordinate else [])


def _words(value: object, number_format: str) -> str:
    if isinstance(value, datetime | date | time):
        return shown_day(value, number_format)
    return str(value).upper() if isinstance(value, bool) else str(value)


def _number(cell: Any, noticed: list[Diagnostic]) -> str:
    shown = shown_number(cell.value, cell.number_format)
    held = str(Decimal(repr(cell.value)))
    if shown is None:
        message = fill(_SCALED, number_format=cell.number_format, held=held)
        noticed.append(_about(cell, "scaled-number", held, message))
        return ""
    text, is_all = shown
    if not is_all:
        message = fill(_ROUNDED, held=held, shown=text)
        noticed.append(_about(cell, "rounded-number", held, message, left_out=False))
    return PrintedNumber(text)


def _about(cell: Any, code: str, text: str, message: str, *, left_out: bool = True) -> Diagnostic:
    place = f"{cell.parent.title}!{cell.coordinate}"
    return Diagnostic(code=code, place=place, text=text, message=message, left_out=left_out)


def names_of(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """Return the names of the sheets."""
    return tuple(sheet.name for sheet in sheets if sheet.name is not None)
