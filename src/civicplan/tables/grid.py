"""Grid: a table as its document shows it; every cell is text and has a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from attrs import evolve, field, frozen

from civicplan.reading import Diagnostic, Reading
from civicplan.tables.said import left_out

#: A table as it stands: rows need not be of one length, as lines of a CSV are not.
Rows = tuple[tuple[str, ...], ...]


class PrintedNumber(str):
    """A number that its source holds as a number, in plain digits with a point, whatever the marks of the table's text.

    >>> PrintedNumber("95.0") == "95.0"
    True
    """

    __slots__ = ()


@frozen(kw_only=True)
class Sheet:
    """The cells of a document row by row, of which none is known to be a heading yet.

    Attributes:
        document: The name of the file, or what was read instead of one.
        rows: The cells as text; a number that the document holds as one is a `PrintedNumber`.
        numbers: The number by which the document calls each row.
        name: The name of the sheet in a workbook; None elsewhere.
        row_word: What a row is called where it has no sheet: a row, or a line of a file.
        delimiter: The sign between cells, where the document is text.
        merged: The row and the column of every cell that shares its text with others, as merged cells do.
        notes: What to know of a cell where it is read, by its row and its column.
    """

    document: str
    rows: Rows
    numbers: Sequence[int]
    name: str | None = None
    row_word: str = "row"
    delimiter: str = ","
    merged: frozenset[tuple[int, int]] = field(default=frozenset(), repr=False)
    notes: Mapping[tuple[int, int], Diagnostic] = field(factory=dict, repr=False)

    def place(self, row: int, column: int) -> str:
        """Return where a cell stands, as its document counts.

        >>> Sheet(document="a.xlsx", rows=(("x",),), numbers=(4,), name="Sheet1").place(0, 2)
        'Sheet1!C4'
        """
        number = self.numbers[row]
        if self.name is not None:
            return f"{self.name}!{letters(column)}{number}"
        return f"{self.row_word} {number}, column {column + 1}"

    def cell(self, row: int, column: int) -> str:
        """Return the text of a cell; that of one which is not there is blank."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""


@frozen(kw_only=True)
class Grid:
    """A table with its headings; every row has a cell under each of them.

    Attributes:
        sheet: Where it stands; its rows are those of the table alone.
        headings: The text above each column.
        heading_numbers: The numbers of the rows of the headings; none where the headings are no row of their own.
    """

    sheet: Sheet
    headings: tuple[str, ...]
    heading_numbers: tuple[int, ...] = ()

    @property
    def rows(self) -> Rows:
        """The cells below the headings."""
        return self.sheet.rows

    def place(self, row: int, column: int) -> str:
        """Return where a cell stands: by its heading, and in a workbook as the workbook does.

        >>> sheet = Sheet(document="a.csv", rows=(("GDP",),), numbers=(2,), row_word="line")
        >>> Grid(sheet=sheet, headings=("Indicator",)).place(0, 0)
        'line 2, column "Indicator"'
        """
        if self.sheet.name is not None:
            return self.sheet.place(row, column)
        return f"{self.row_place(row)}, {self._column(column)}"

    def row_place(self, row: int) -> str:
        """Return where a row stands."""
        number = self.sheet.numbers[row]
        return f"{self.sheet.row_word} {number}" if self.sheet.name is None else f"{self.sheet.name}!{number}:{number}"

    def heading_place(self, column: int) -> str:
        """Return where a heading stands."""
        if self.sheet.name is None:
            return self._column(column)
        return f"{self.sheet.name}!{letters(column)}{self.heading_numbers[-1] if self.heading_numbers else ''}"

    def column(self, position: int) -> tuple[str, ...]:
        """Return the cells of a column."""
        return tuple(cells[position] for cells in self.rows)

    def _column(self, column: int) -> str:
        return f'column "{self.headings[column]}"' if self.headings[column] else f"column {column + 1}"


def letters(column: int) -> str:
    """Return how a workbook calls a column.

    >>> letters(0), letters(25), letters(26)
    ('A', 'Z', 'AA')
    """
    name, rest = "", column + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        name = chr(ord("A") + place) + name
    return name


def is_blank(cells: Sequence[str]) -> bool:
    """Return whether nothing stands in a row.

    >>> is_blank(("", "  ")), is_blank(("", "0"))
    (True, False)
    """
    return not any(cell and not cell.isspace() for cell in cells)


def under_headings(sheet: Sheet, headings: tuple[str, ...], first: int) -> Reading[Grid]:
    """Return the table below its headings; rows that do not fit under them are left out, and so are blank ones.

    Args:
        sheet: All rows.
        headings: The text above each column.
        first: The position of the first row below the headings.
    """
    width = len(headings)
    kept, noticed = [], []
    for row in range(first, len(sheet.rows)):
        cells = sheet.rows[row]
        if len(cells) == width or (is_blank(cells[width:]) and len(cells) > width):
            if not is_blank(cells):
                kept.append(row)
        elif not is_blank(cells):
            noticed.append(_unfit(sheet, row, width))
    return Reading(value=_grid(sheet, headings, kept, first), diagnostics=noticed)


def _unfit(sheet: Sheet, row: int, width: int) -> Diagnostic:
    cells = sheet.rows[row]
    is_short = len(cells) < width
    words = {"count": len(cells), "expected": width, "delimiter": repr(sheet.delimiter)}
    place = f"{sheet.row_word} {sheet.numbers[row]}"
    return left_out("short-row" if is_short else "long-row", place, sheet.delimiter.join(cells), **words)


def _grid(sheet: Sheet, headings: tuple[str, ...], kept: Sequence[int], first: int) -> Grid:
    """The table of the rows that are kept, which are counted from its first one from now on."""
    width, position = len(headings), {row: place for place, row in enumerate(kept)}
    merged = frozenset((position[row], column) for row, column in sheet.merged if row in position)
    rows = tuple(sheet.rows[row][:width] for row in kept)
    numbers = tuple(sheet.numbers[row] for row in kept)
    notes = {(position[row], column): note for (row, column), note in sheet.notes.items() if row in position}
    return Grid(
        sheet=evolve(sheet, rows=rows, numbers=numbers, merged=merged, notes=notes),
        headings=headings,
        heading_numbers=tuple(sheet.numbers[:first]),
    )


def blank_rows(sheet: Sheet) -> list[Diagnostic]:
    """Return one diagnostic for each run of blank rows, where the caller counts on one indicator a row."""
    noticed = []
    for blank, run in groupby(range(len(sheet.rows)), key=lambda row: is_blank(sheet.rows[row])):
        rows = list(run)
        if blank:
            last = sheet.numbers[rows[-1]]
            place = f"{sheet.row_word} {sheet.numbers[rows[0]]}"
            noticed.append(
                left_out("blank-row" if len(rows) == 1 else "blank-rows", place, "", count=len(rows), last=last)
            )
    return noticed
