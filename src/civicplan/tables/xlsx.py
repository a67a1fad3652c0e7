"""Workbooks of the kind .xlsx, read cell by cell.

A workbook is a zip archive of XML. It is read as a stream, within limits, so that no archive that unpacks to more than
it seems and no sheet that states a false size takes memory or time. Text comes back sign by sign, which no other reader
promises: ``_x000B_`` is how Excel writes a control character, and ``_x005F_x000B_`` how it writes those seven signs.
"""

from __future__ import annotations

import lzma
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import chain
from typing import IO, NamedTuple, NoReturn, TypeAlias
from xml.etree.ElementTree import Element, ParseError, XMLParser, fromstring
from zipfile import BadZipFile, ZipFile

from attrs import field, frozen

from civicplan.errors import Fault, PlanFormatError
from civicplan.tables.xlsx_values import BUILT_IN_FORMATS, CellValue, cell_value, decoded

_MOST_BYTES, _MOST_BYTES_OF_A_LIST = 512 * 2**20, 16 * 2**20
_MOST_CELLS, _LAST_ROW, _LAST_COLUMN = 5_000_000, 1_048_576, 16_384
_LONGEST_TEXT = 1_000_000
_CHUNK = 2**16
_REFERENCE = re.compile("([A-Z]{1,3})[0-9]{1,7}")
#: What the archive and the XML in it may raise where they are broken.
_BROKEN = (
    BadZipFile,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    ParseError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zlib.error,
)

#: The cells of a row that hold something, by their columns, counted from 0.
Row: TypeAlias = "dict[int, XlsxCell]"


class XlsxCell(NamedTuple):
    """What a cell holds, and how it shows it.

    Attributes:
        value: Text, a number, a truth value or a day; None where the cell has a problem.
        number_format: The format of a number or a day, such as ``0.0``.
        problem: Why the cell has no value: a formula that nothing computed, or one that failed.
    """

    value: CellValue
    number_format: str = "General"
    problem: str = ""


@frozen(kw_only=True)
class Xlsx:
    """A workbook: the names of its sheets, and their rows.

    Attributes:
        document: What errors call it.
        parts: The XML file of each sheet in the archive, by the name of the sheet.
        hidden: The names of the sheets that are not shown.
    """

    document: str
    parts: dict[str, str]
    hidden: frozenset[str]
    _archive: ZipFile = field(repr=False, alias="archive")
    _strings: list[str] = field(repr=False, alias="strings")
    _formats: list[str] = field(repr=False, alias="formats")
    _from_1904: bool = field(repr=False, alias="from_1904")

    def rows(self, name: str) -> Iterator[tuple[int, Row]]:
        """Yield the rows of a sheet that hold something, each with its number, counted from 1.

        Raises:
            PlanFormatError: The sheet is broken, or larger than any that a program writes.
        """
        yield from self._rows(name, _Cells(self._cell))

    def table(self, name: str) -> tuple[list[tuple[int, Row]], list[str]]:
        """Return the rows of a sheet that hold something, and the ranges of its merged cells, such as A1:C1.

        Raises:
            PlanFormatError: The sheet is broken, or larger than any that a program writes.
        """
        cells = _Cells(self._cell)
        return list(self._rows(name, cells)), cells.merged

    def _rows(self, name: str, cells: _Cells) -> Iterator[tuple[int, Row]]:
        parser = XMLParser(target=cells)
        try:
            with self._archive.open(self.parts[name]) as part:
                for chunk in chain(iter(lambda: part.read(_CHUNK), b""), (None,)):
                    parser.close() if chunk is None else parser.feed(chunk)
                    yield from cells.taken()
        except _BROKEN as error:
            _refuse(self.document, error)

    def _cell(self, kind: str, style: str, text: str, has_formula: bool) -> XlsxCell | None:
        """What stands in a cell, given what its XML says; None where that is nothing."""
        place = int(style) if style.isdecimal() and len(style) < 7 else 0
        number_format = self._formats[place] if place < len(self._formats) else "General"
        if kind == "s":
            kind, text = "str", self._shared(text)
        elif kind in ("str", "inlineStr"):
            text = decoded(text)
        if not text and not has_formula:
            return None
        value, problem = cell_value(kind, text, number_format, from_1904=self._from_1904)
        return XlsxCell(value, number_format, problem)

    def _shared(self, number: str) -> str:
        """The text that cells refer to by a number."""
        place = int(number) if number.isdecimal() else len(self._strings)
        if place >= len(self._strings):
            raise ValueError(f"there is no text {number[:40]!r}")
        return self._strings[place]


class _Cells:
    """What the parser of a sheet tells: rows of cells, each complete when it ends."""

    def __init__(self, to_cell: Callable[[str, str, str, bool], XlsxCell | None]) -> None:
        self.merged: list[str] = []
        self._to_cell = to_cell
        self._rows: list[tuple[int, Row]] = []
        self._count = self._number = self._column = self._length = 0
        self._row: Row = {}
        self._attributes: dict[str, str] = {}
        self._text: list[str] = []
        self._is_value = self._is_phonetic = self._has_formula = False

    def taken(self) -> list[tuple[int, Row]]:
        """Return the rows that ended since the last time."""
        rows, self._rows = self._rows, []
        return rows

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A row, a cell or something in a cell begins."""
        match local_name(tag):
            case "row":
                self._begin_row(attributes.get("r", ""))
            case "c":
                self._begin_cell(attributes)
            case "f":
                self._has_formula = True
            case "mergeCell":
                self.merged.append(attributes.get("ref", ""))
            case "rPh":
                self._is_phonetic = True
            case "v" | "t":
                self._is_value = not self._is_phonetic

    def data(self, text: str) -> None:
        """Text stands somewhere."""
        if self._is_value:
            self._text.append(text)
            self._length += len(text)
            if self._length > _LONGEST_TEXT:
                raise ValueError("a cell of more text than any program writes")

    def end(self, tag: str) -> None:
        """A row, a cell or something in a cell ends."""
        match local_name(tag):
            case "row":
                if self._row:
                    self._rows.append((self._number, self._row))
            case "c":
                self._end_cell()
            case "rPh":
                self._is_phonetic = False
            case "v" | "t":
                self._is_value = False

    def _begin_row(self, number: str) -> None:
        self._number = int(number) if number else self._number + 1
        self._row, self._column = {}, -1
        if not 0 < self._number <= _LAST_ROW:
            raise ValueError(f"there is no row {self._number}")

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        reference = _REFERENCE.fullmatch(attributes.get("r", ""))
        self._column = position_of(reference[1]) if reference else self._column + 1
        self._attributes, self._text, self._has_formula = attributes, [], False
        self._length = 0
        self._count += 1
        if self._count > _MOST_CELLS or self._column >= _LAST_COLUMN:
            raise ValueError(f"a sheet of more than {_MOST_CELLS} cells or {_LAST_COLUMN} columns")

    def _end_cell(self) -> None:
        kind, style = self._attributes.get("t", "n"), self._attributes.get("s", "")
        cell = self._to_cell(kind, style, "".join(self._text), self._has_formula)
        if cell is not None:
            self._row[self._column] = cell


def position_of(letters: str) -> int:
    """Return the position of a column, counted from 0, by its letters.

    >>> position_of("A"), position_of("AA")
    (0, 26)
    """
    position = 0
    for letter in letters:
        position = position * 26 + ord(letter) - ord("A") + 1
    return position - 1


def local_name(tag: str) -> str:
    """Return the name of an element or attribute without its namespace, of which there are two kinds.

    >>> local_name("{http://schemas.openxmlformats.org/spreadsheetml/2006/main}row")
    'row'
    """
    return tag.rpartition("}")[2]


def open_xlsx(content: bytes, document: str) -> Xlsx:
    """Open a workbook of the kind .xlsx.

    Args:
        content: What the file holds.
        document: What errors call it.

    Raises:
        PlanFormatError: It is none, it is broken, or it unpacks to more than half a gigabyte.
    """
    try:
        archive = ZipFile(BytesIO(content))
        if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
            raise ValueError("it unpacks to more than half a gigabyte")
        return _opened(archive, document)
    except _BROKEN as error:
        _refuse(document, error)


def _refuse(document: str, error: Exception) -> NoReturn:
    message = f"not a workbook of the kind .xlsx, or a broken one ({error}); save it once more as .xlsx"
    raise PlanFormatError(document, (Fault("$", message),)) from None


def _opened(archive: ZipFile, document: str) -> Xlsx:
    start = _targets(archive, "_rels/.rels", "")
    workbook = {kind: target for kind, _, target in start}["officeDocument"]
    folder, _, name = workbook.rpartition("/")
    links = _targets(archive, f"{folder}/_rels/{name}.rels".lstrip("/"), folder)
    parts = {kind: target for kind, _, target in links}
    root = _list(archive, workbook)
    settings = {key: value for entry in _named(root, "workbookPr") for key, value in entry.items()}
    return Xlsx(
        document=document,
        parts=_sheets(root, {id: target for kind, id, target in links if kind == "worksheet"}),
        hidden=frozenset(sheet.get("name", "") for sheet in _named(root, "sheet") if "idden" in sheet.get("state", "")),
        archive=archive,
        strings=_strings(archive, parts["sharedStrings"]) if "sharedStrings" in parts else [],
        formats=_formats(_list(archive, parts["styles"])) if "styles" in parts else [],
        from_1904=settings.get("date1904") in ("1", "true", "on"),
    )


def _list(archive: ZipFile, name: str) -> Element:
    """Return the tree of one of the small parts."""
    if archive.getinfo(name).file_size > _MOST_BYTES_OF_A_LIST:
        raise ValueError(f"{name} is too long")
    return fromstring(archive.read(name))


def _named(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if local_name(element.tag) == name)


def _targets(archive: ZipFile, name: str, folder: str) -> list[tuple[str, str, str]]:
    """Return what a part refers to: the kind, the id and the name in the archive of each."""
    links = [
        {local_name(key): value for key, value in link.items()} for link in _named(_list(archive, name), "Relationship")
    ]
    return [
        (link["Type"].rpartition("/")[2], link["Id"], _in_archive(folder, link["Target"]))
        for link in links
        if link.get("TargetMode") != "External"
    ]


def _in_archive(folder: str, target: str) -> str:
    steps: list[str] = []
    for step in target.split("/") if target.startswith("/") else [*folder.split("/"), *target.split("/")]:
        if step == "..":
            del steps[-1:]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def _sheets(root: Element, targets: dict[str, str]) -> dict[str, str]:
    """Return the parts of the sheets by their names; a chart is none."""
    sheets = [{local_name(key): value for key, value in sheet.items()} for sheet in _named(root, "sheet")]
    return {sheet["name"]: targets[sheet["id"]] for sheet in sheets if sheet.get("id") in targets}


def _formats(root: Element) -> list[str]:
    """Return the number format of each style."""
    formats = BUILT_IN_FORMATS | {
        entry.get("numFmtId", ""): entry.get("formatCode", "") for entry in _named(root, "numFmt")
    }
    styles = next(_named(root, "cellXfs"), None)
    return [formats.get(style.get("numFmtId", "0"), "General") for style in ([] if styles is None else styles)]


def _strings(archive: ZipFile, name: str) -> list[str]:
    """Return the texts that cells refer to by their numbers."""
    texts = _Texts()
    parser = XMLParser(target=texts)
    with archive.open(name) as part:
        _feed(parser, part)
    return texts.found


def _feed(parser: XMLParser, part: IO[bytes]) -> None:
    for chunk in iter(lambda: part.read(_CHUNK), b""):
        parser.feed(chunk)
    parser.close()


class _Texts:
    """What the parser of the shared texts tells; how a word is pronounced is no part of it."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._is_text = self._is_phonetic = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A text or a run of it begins."""
        match local_name(tag):
            case "si":
                self._pieces = []
            case "rPh":
                self._is_phonetic = True
            case "t":
                self._is_text = not self._is_phonetic

    def data(self, text: str) -> None:
        """Text stands somewhere."""
        if self._is_text:
            self._pieces.append(text)

    def end(self, tag: str) -> None:
        """A text or a run of it ends."""
        match local_name(tag):
            case "si":
                self.found.append(decoded("".join(self._pieces)))
            case "rPh":
                self._is_phonetic = False
            case "t":
                self._is_text = False
