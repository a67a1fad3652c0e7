"""Files of tables to sheets: CSV text, and workbooks with the digits that their cells show."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from io import StringIO
from typing import TypeAlias

from civicplan.errors import Fault, InvalidValueError, PlanFormatError, describe
from civicplan.reading import Diagnostic
from civicplan.tables.grid import PrintedNumber, Sheet, is_blank, letters
from civicplan.tables.said import left_out, read_anyway
from civicplan.tables.shown import shown_day, shown_number
from civicplan.tables.xlsx import Row, Xlsx, XlsxCell, open_xlsx, position_of

_DELIMITERS = (",", ";", "\t", "|")
_LINES_LOOKED_AT = 20
#: So many cells may be merged cells of a sheet.
_MOST_CELLS = 5_000_000
_RANGE = re.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
#: The cells of a row as text, by their columns, counted from 0.
_Texts: TypeAlias = dict[int, str]


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
        InvalidInputError: The sign is not one, or the encoding none.
    """
    text = content if isinstance(content, str) else _decoded(content, document, encoding)
    sign = _delimiter(text) if delimiter is None else _to_sign(delimiter)
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


def _to_sign(delimiter: object) -> str:
    if not isinstance(delimiter, str) or len(delimiter) != 1 or delimiter in '"\r\n':
        raise InvalidValueError("delimiter", "one sign that parts cells", describe(delimiter), 'write delimiter=";"')
    return delimiter


def _decoded(content: bytes, document: str, encoding: str) -> str:
    try:
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return content.decode("utf-16")
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        found = f"byte {content[error.start]:#04x} at offset {error.start}"
        advice = 'save the file as UTF-8, or say encoding="gb18030" or "cp1252"'
        raise PlanFormatError(document, (Fault("$", f"not {encoding} ({found}); {advice}"),)) from None
    except (LookupError, ValueError, TypeError):
        raise InvalidValueError("encoding", "an encoding such as utf-8 or gb18030", describe(encoding)) from None


def _delimiter(text: str) -> str:
    """Return the sign on most of the first lines, for commas stand in numbers, too; else the one that comes first."""
    lines = [line for line in text.splitlines()[:_LINES_LOOKED_AT] if not line.isspace()]
    unquoted = ["".join(line.split('"')[::2]) for line in lines]

    def rank(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in unquoted if sign in line]
        return len(counts), counts[0] if counts else 0

    return max(_DELIMITERS, key=rank)


def workbook_sheets(content: bytes, *, document: str) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook that hold anything and are not hidden, every number with the digits it shows.

    Args:
        content: The file.
        document: Its name.

    Raises:
        PlanFormatError: The file is no workbook.
    """
    workbook = open_xlsx(content, document)
    sheets = (_sheet(workbook, name) for name in workbook.parts if name not in workbook.hidden)
    return tuple(sheet for sheet in sheets if sheet.rows)


def _sheet(workbook: Xlsx, name: str) -> Sheet:
    """Return one sheet; a merged cell has its text in every cell that it covers."""
    table, ranges = workbook.table(name)
    width = max((max(cells) for _, cells in table), default=-1) + 1
    notes: dict[tuple[int, int], Diagnostic] = {}
    texts = {number: _texts(cells, name, number, notes) for number, cells in table}
    merged = list(_merged(ranges, texts, width, workbook.document))
    for (row, column), text in merged:
        texts.setdefault(row, {})[column] = text
    numbers = [number for number in sorted(texts) if not is_blank(list(texts[number].values()))]
    position = {number: place for place, number in enumerate(numbers)}
    return Sheet(
        document=workbook.document,
        rows=tuple(tuple(texts[number].get(column, "") for column in range(width)) for number in numbers),
        numbers=numbers,
        name=name,
        merged=frozenset((position[row], column) for (row, column), _ in merged if row in position),
        notes={(position[row], column): note for (row, column), note in notes.items() if row in position},
    )


def _merged(
    ranges: Iterable[str], texts: dict[int, _Texts], width: int, document: str
) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield each place within the sheet that a merged cell covers, and its text."""
    last, count = max(texts, default=0), 0
    for found in filter(None, map(_RANGE.fullmatch, ranges)):
        top, bottom = int(found[2]), min(int(found[4]), last)
        left, right = position_of(found[1]), min(position_of(found[3]), width - 1)
        text = texts.get(top, {}).get(left, "")
        count += max(bottom - top + 1, 0) * max(right - left + 1, 0)
        if count > _MOST_CELLS:
            raise PlanFormatError(document, (Fault("$", "merged cells that cover each other"),))
        if text:
            yield from (((row, column), text) for row in range(top, bottom + 1) for column in range(left, right + 1))


def _texts(cells: Row, sheet: str, number: int, notes: dict[tuple[int, int], Diagnostic]) -> _Texts:
    """Return the cells of a row as text, and note of each what it does not show."""
    texts = {}
    for column, cell in cells.items():
        texts[column], note = _text(cell, f"{sheet}!{letters(column)}{number}")
        if note is not None:
            notes[number, column] = note
    return texts


def _text(cell: XlsxCell, place: str) -> tuple[str, Diagnostic | None]:
    match cell.value:
        case None:
            return "", left_out("cell-without-value", place, "", problem=cell.problem)
        case str():
            return cell.value, None
        case bool():
            return str(cell.value).upper(), None
        case datetime():
            return shown_day(cell.value, cell.number_format), None
        case _:
            return _number(cell.value, cell.number_format, place)


def _number(value: int | float, number_format: str, place: str) -> tuple[str, Diagnostic | None]:
    shown, held = shown_number(value, number_format), str(Decimal(repr(value)))
    if shown is None:
        return "", left_out("scaled-number", place, held, number_format=number_format, held=held)
    text, is_all = shown
    note = None if is_all else read_anyway("rounded-number", place, held, held=held, shown=text)
    return PrintedNumber(text), note
