"""The rows of the tables of tasks in a document: every cell with what its heading says of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from attrs import frozen

from civicplan.reading import Diagnostic, Reading
from civicplan.zh.document import Document, Paragraph, TextCell, TextRow, TextTable
from civicplan.zh.layout.placing import Way
from civicplan.zh.layout.spread import without_spread
from civicplan.zh.notices import Notice
from civicplan.zh.tasks.task_cells import placements
from civicplan.zh.tasks.task_columns import Columns, columns_of, unknown_columns
from civicplan.zh.words.page_words import is_of_annex, is_of_page
from civicplan.zh.words.task_headings import TaskField

#: No cell that is read is longer.
_LONGEST_CELL = 5_000
_SHOWN = 60

OUTSIDE = Notice(
    "outside-table",
    "The line stands in no table of tasks; it was left out.",
)
LONE_CELL = Notice(
    "lone-cell",
    "Only one cell of the row has text, so that it is no task; it was left out.",
)
TOO_MANY = Notice(
    "too-many-cells",
    "The row has {cells} cells under {columns} headings; it was left out. Write one cell for each heading.",
)
NOT_PLACED = Notice(
    "cells-unplaced",
    "The row has {cells} cells under {columns} headings, and in no way do they fit; it was left out. Write one "
    "cell for each heading.",
)
MOVED = Notice(
    "cells-moved",
    "Cells of the row are missing or have moved. They fit the headings in one way only, and were read so; compare "
    "them with the original.",
    left_out=False,
)
MOVED_UNCLEAR = Notice(
    "cells-moved-unclear",
    "Cells of the row are missing, and the others fit the headings in several ways; those whose heading is not "
    "certain were left out. Write one cell for each heading.",
)
MERGED = Notice(
    "merged-cell",
    "{words} stands in a merged cell of line {above} that reaches into this row; it was read for this row, too.",
    left_out=False,
)
MERGED_WORDS = Notice(
    "merged-words",
    "{words} stands in a merged cell of line {above} that reaches into this row. Whether it is about each row or about "
    "all of them together, the table does not say; it was read for the first of them alone.",
)
LONG_CELL = Notice(
    "long-cell",
    "The cell has more than {most} characters, more than any task has; it was left out. Check where the cell ends.",
)

#: In these columns, a merged cell is about each of its rows: who answers for them, and when they are due or reported.
_REPEATED = frozenset(
    (
        *(TaskField.LEADS, TaskField.DEPUTIES, TaskField.LEAD_AGENCIES, TaskField.AGENCIES, TaskField.DEADLINE),
        *(TaskField.YEAR, TaskField.QUARTER, TaskField.MONTH),
    )
)
#: The codes of rows that were left out, each of which may have been a task.
LEFT_OUT_ROWS = frozenset((TOO_MANY.code, NOT_PLACED.code))


@frozen(kw_only=True)
class TaskRow:
    """A row of a table of tasks.

    Attributes:
        line: The number of the line in which the row begins.
        cells: The cells that are not blank, each with the field of its heading.
        has_percent_sign: Whether the heading of its percentage bears the percent sign.
        has_moved: Whether cells were read elsewhere than at their position.
        goes_on: Whether the title of the row above reaches into the row, so that it tells more of the same task.
    """

    line: int
    cells: tuple[tuple[TaskField, TextCell], ...]
    has_percent_sign: bool
    has_moved: bool
    goes_on: bool = False

    def cells_of(self, *fields: TaskField) -> tuple[TextCell, ...]:
        """Return the cells of some fields that are not blank."""
        return tuple(cell for known, cell in self.cells if known in fields)

    def text(self, *fields: TaskField) -> str:
        """Return the text of the first cell of some fields; empty where all of them are blank."""
        return next((cell.text.strip() for cell in self.cells_of(*fields)), "")


@frozen
class TaskTables:
    """The rows of all tables of tasks in a document.

    Attributes:
        before: The lines before the headings.
        rows: The rows, in their order.
    """

    before: tuple[Paragraph, ...]
    rows: tuple[TaskRow, ...]

    @property
    def title(self) -> Paragraph | None:
        """The first line before the headings that is neither the number of an annex nor one of the page; else None."""
        lines = (Paragraph(line.text.lstrip("# "), line.line) for line in self.before)
        own = (line for line in lines if not (is_of_annex(line.text) or is_of_page(line.text)))
        return next((line for line in own if line.text), None)


def read_rows(document: Document, needed: Collection[TaskField]) -> Reading[TaskTables]:
    """Return the rows of the tables of tasks in a document; a table without headings goes on with those before it.

    Args:
        document: The document.
        needed: Fields of which one at least has a heading, besides one that says what is to be done.
    """
    reader = _Reader(needed)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            reader.read_line(block)
        else:
            reader.read_table(block)
    tables = TaskTables(tuple(reader.before), tuple(reader.rows))
    title_line = tables.title and tables.title.line
    outside = (OUTSIDE.at(line.line, line.text[:_SHOWN]) for line in tables.before if line.line != title_line)
    return Reading(value=tables, diagnostics=(*outside, *reader.said))


class _Reader:
    """What has been read of a document so far, and the headings that hold."""

    def __init__(self, needed: Collection[TaskField]) -> None:
        self.needed = needed
        self.columns: Columns | None = None
        self.before: list[Paragraph] = []
        self.rows: list[TaskRow] = []
        self.said: list[Diagnostic] = []

    def read_line(self, line: Paragraph) -> None:
        """Keep the lines before the headings, among them the title; others are no part of a table."""
        if self.columns is None:
            self.before.append(line)
        else:
            self.said.append(OUTSIDE.at(line.line, line.text[:_SHOWN]))

    def read_table(self, table: TextTable) -> None:
        """Read the rows of one table."""
        below_headings, above = 0, dict[int, TextCell]()
        for position, row in enumerate(table.rows):
            if position < below_headings:
                continue
            columns = columns_of(table.rows[position : position + 2], self.needed)
            if columns is not None:
                below_headings = position + columns.height
                self.said += unknown_columns(table.rows[position:below_headings], columns)
                self.columns, above = columns, {}
            else:
                read = self.without_spread(row)
                merged = read.merged(above)
                goes_on = self.reaches_down(merged)
                self.read_row(read if goes_on else self.unmerged(read, merged), goes_on=goes_on)

    def without_spread(self, row: TextRow) -> TextRow:
        """Return a row without the figures that stand under several headings; all that stands alone is left to it."""
        if self.columns is None or sum(bool(text.strip()) for text in row.texts) < 2:
            return row
        reading = without_spread(row, self.columns.headed)
        self.said += reading.diagnostics
        return reading.value

    def reaches_down(self, merged: Mapping[int, TextCell]) -> bool:
        """Return whether the title above reaches into a row: it tells more of the task, which has the merged cells."""
        fields = self.columns.fields if self.columns else ()
        return any(place < len(fields) and fields[place] is TaskField.TITLE for place in merged)

    def unmerged(self, row: TextRow, merged: Mapping[int, TextCell]) -> TextRow:
        """Return a row with the merged cells of rows above that are about it, too; each keeps its line."""
        fields = dict(enumerate(self.columns.fields if self.columns else ()))
        cells = list(row.cells)
        for place, cell in merged.items():
            field = fields.get(place)
            if field is None or field is TaskField.NOTES or not cell.text.strip():
                continue
            is_repeated = field in _REPEATED
            cells[place] = cell if is_repeated else cells[place]
            notice, shown = MERGED if is_repeated else MERGED_WORDS, " ".join(cell.text.split())[:_SHOWN]
            self.said.append(notice.at(row.line, row.shown[:_SHOWN], words=shown, above=cell.line))
        return row._replace(cells=tuple(cells))

    def read_row(self, row: TextRow, *, goes_on: bool = False) -> None:
        """Read a row below headings, or a line of one cell before them."""
        filled = [cell for cell in row.cells if cell.text.strip()]
        if not filled:
            return
        if self.columns is None:
            self.read_line(Paragraph(" ".join(cell.text.strip() for cell in filled), filled[0].line))
        elif len(filled) == 1 and not _goes_on(row, self.columns):
            self.said.append(LONE_CELL.at(row.line, filled[0].text[:_SHOWN]))
        else:
            self.read_task(row, self.columns, goes_on=goes_on)

    def read_task(self, row: TextRow, columns: Columns, *, goes_on: bool) -> None:
        """Put the cells of a row under the headings, as far as it is clear which belongs to which."""
        shown, counts = row.shown[:_SHOWN], {"cells": len(row.cells), "columns": len(columns.fields)}
        ways = placements(row.texts, columns.fields, has_places=bool(row.across))
        if not ways:
            notice = TOO_MANY if len(row.cells) > len(columns.fields) else NOT_PLACED
            self.said.append(notice.at(row.line, shown, **counts))
            return
        if len(ways) > 1:
            self.said.append(MOVED_UNCLEAR.at(row.line, shown))
        elif _has_moved(ways[0]):
            self.said.append(MOVED.at(row.line, shown))
        placed = list(_placed(row, columns, ways))
        too_long = [cell for _, cell in placed if len(cell.text) > _LONGEST_CELL]
        self.said += [LONG_CELL.at(cell.line, cell.text[:_SHOWN], most=_LONGEST_CELL) for cell in too_long]
        kept = tuple((known, cell) for known, cell in placed if cell not in too_long)
        if kept:
            has_moved, has_sign = len(ways) == 1 and _has_moved(ways[0]), columns.has_percent_sign
            found = TaskRow(line=row.line, cells=kept, has_percent_sign=has_sign, has_moved=has_moved, goes_on=goes_on)
            self.rows.append(found)


def _goes_on(row: TextRow, columns: Columns) -> bool:
    """Return whether the only cell with text in a full row tells more of the task above it."""
    is_full = len(row.cells) == len(columns.fields)
    only = [known for known, text in zip(columns.fields, row.texts, strict=False) if text.strip()]
    return is_full and only == [TaskField.OBJECTIVE]


def _has_moved(way: Way) -> bool:
    """Return whether a cell stands elsewhere than at its position."""
    return any(place not in (None, column) for column, place in enumerate(way))


def _placed(row: TextRow, columns: Columns, ways: Sequence[Way]) -> Iterator[tuple[TaskField, TextCell]]:
    """Yield the cells with text that stand under the same heading in every way."""
    for column, known in enumerate(columns.fields):
        places = {way[column] for way in ways}
        place = places.pop() if len(places) == 1 else None
        if known is not None and place is not None and row.texts[place].strip():
            yield known, row.cells[place]
