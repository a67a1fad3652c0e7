"""A plan as a folder of CSV files, one for each sheet."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import Any

from civicplan.errors import Fault, PlanFormatError
from civicplan.model import Plan
from civicplan.tables.workbook.flatten import FilledSheet, filled_sheets
from civicplan.tables.workbook.layout import Cells, RawSheet
from civicplan.tables.workbook.reading import plan_of_sheets
from civicplan.tables.workbook.sheets import SHEETS

SUFFIX = ".csv"
_FIRST = f"{SHEETS[0].name}{SUFFIX}"
_BYTE_ORDER_MARK = "\ufeff"
#: A program that opens a CSV file may take a text that begins with one of these for a formula; a number is none.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
#: Python reads no longer cells.
_LONGEST_CELL = 100_000
_DELIMITERS = (",", ";", "\t")


def unlike_formula(text: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet program might take it for a formula.

    >>> unlike_formula("=1+1"), unlike_formula("-2.8"), unlike_formula("'s-Hertogenbosch"), unlike_formula("'=1")
    ("'=1+1", '-2.8', "'s-Hertogenbosch", "''=1")
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def as_written(text: str) -> str:
    """Return the text before which `unlike_formula` put an apostrophe.

    >>> as_written("'=1+1"), as_written("'s-Hertogenbosch"), as_written("''=1")
    ('=1+1', "'s-Hertogenbosch", "'=1")
    """
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def csv_files(tree: dict[str, Any]) -> dict[str, bytes]:
    """Return the CSV files of a plan by their names; the byte order mark tells spreadsheet programs that it is UTF-8.

    Args:
        tree: The plan as plain values.
    """
    return {f"{filled.sheet.name}{SUFFIX}": _csv(filled).encode() for filled in filled_sheets(tree, _cut)}


def _cut(text: str) -> list[str]:
    return [text[start : start + _LONGEST_CELL] for start in range(0, len(text), _LONGEST_CELL)]


def _csv(filled: FilledSheet) -> str:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(filled.headings)
    writer.writerows(map(unlike_formula, row) for row in filled.rows)
    return _BYTE_ORDER_MARK + text.getvalue()


def plan_of_csv_files(files: Mapping[str, bytes], document: str) -> Plan:
    """Return the plan that CSV files state.

    Args:
        files: What the files hold, by their names.
        document: What errors call the folder.

    Raises:
        PlanFormatError: With all faults, each with its file, row and column.
    """
    if _FIRST not in files:
        problem = "the file is missing, so that the folder holds no plan, or one that was not written to its end"
        raise PlanFormatError(document, (Fault(_FIRST, problem),))
    faults: list[Fault] = []
    sheets = [RawSheet(name=name.removesuffix(SUFFIX), rows=_rows(name, files[name], faults)) for name in files]
    if faults:
        raise PlanFormatError(document, tuple(faults))
    return plan_of_sheets(sheets, _place, document)


def _place(sheet: str, row: int | None, position: int | None, heading: str) -> str:
    in_row = "" if row is None else f", row {row}"
    column = f', column "{heading}"' if heading else "" if position is None else f", column {position + 1}"
    return f"{sheet}{SUFFIX}{in_row}{column}"


def _rows(name: str, content: bytes, faults: list[Fault]) -> list[tuple[int, Cells]]:
    """Return the rows of a file, or none and the fault where it is no CSV in UTF-8."""
    try:
        text = content.decode().removeprefix(_BYTE_ORDER_MARK)
        return list(_numbered(text))
    except UnicodeDecodeError as error:
        problem = f"not UTF-8 (byte {content[error.start]:#04x} at offset {error.start}); save the file as CSV UTF-8"
    except csv.Error as error:
        problem = f"not CSV: {error}"
    faults.append(Fault(name, problem))
    return []


def _numbered(text: str) -> Iterator[tuple[int, Cells]]:
    """Yield the rows that hold something, each with its number; some programs part cells by semicolons or tabs."""
    headings = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=headings.count)
    for number, cells in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True), 1):
        row = {place: as_written(cell) for place, cell in enumerate(cells) if cell and not cell.isspace()}
        if row or number == 1:
            yield number, row
