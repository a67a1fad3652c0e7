"""The rows of a table of indicators: what each is called, what it is listed under, and its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import define, frozen

from civicplan.model import Nature
from civicplan.reading import Diagnostic, Reading
from civicplan.tables.heading_words import Field
from civicplan.tables.words import NATURE_WORDS, read_word
from civicplan.values import Text
from civicplan.zh.document import TextCell, TextRow
from civicplan.zh.indicators.cell_text import is_blank, printable, word_in
from civicplan.zh.indicators.default_unit import UnitAbove, is_unit_line, unit_above
from civicplan.zh.indicators.indicator_columns import Columns
from civicplan.zh.indicators.indicator_names import RowName, read_name
from civicplan.zh.indicators.row_sums import sums_of_rows
from civicplan.zh.language.column_headings import Column
from civicplan.zh.language.targets_in_words import is_in_words, is_promise
from civicplan.zh.layout.adding_up import Check
from civicplan.zh.layout.align import Aligned, Basis, align_row
from civicplan.zh.notices import Notice
from civicplan.zh.words.list_numbers import ENCLOSED, ENTRY_NUMBER, LISTED

NO_NAME = Notice("row-without-name", "The row has no name; it is left out.")
NO_FIGURES = Notice(
    "row-without-figures",
    "All that the row says of its figures is a dash; it is read as a heading of the rows below it, and no indicator.",
)
UNKNOWN_NATURE = Notice("unknown-word", "It is no nature that is known here; write 约束性 or 预期性.")
PART_OF_NOTHING = Notice(
    "part-of-nothing",
    "其中 says that it is a part of the indicator above, and none is; it is read as one by itself.",
    left_out=False,
)
WORDS_AMONG_FIGURES = Notice(
    "cells-unplaced",
    "The cells of this row have moved, and {words} would stand under {heading}, which are no words of a promise. No "
    "figure was read; compare the row with the original.",
)
TOO_MANY_UNPLACED = Notice(
    "table-misread",
    "More than {count} rows of the table do not fit under its headings; from this one on none is read.",
)

#: What begins a line of notes under a table, or in its last row.
NOTE = re.compile(r"(?:说明|备注|附注|注释|注)\s*[0-9①-⑳]?\s*[:：]")
_NUMBER = re.compile(r"[(（]?(\d{1,3})[)）.．、]?")
#: The number of a category: 一、 or （一） or 一 before a blank.
_RANK = re.compile(rf"{LISTED}|{ENCLOSED}|{ENTRY_NUMBER}(?:[.．]\s*|\s+)")
_LONGEST_CATEGORY = 60
_LONGEST_UNIT = 100
_MOST_UNPLACED = 20


@frozen(kw_only=True)
class Row:
    """A row of a table of indicators.

    Attributes:
        line: Its line in the document.
        name: Its name, in its parts.
        group: The name of the indicator that it is a part of, in its parts.
        number: Its number, or that of the indicator that it is a part of.
        category: What it is listed under.
        nature: Binding or expected.
        unit: Its unit.
        cells: Its figures, with their columns.
        note: How its cells were put under their headings, where they had moved.
        unit_above: The unit that stands above the rows.
    """

    line: int
    name: RowName
    group: RowName | None
    number: str | None
    category: str | None
    nature: Nature | None
    unit: str | None
    cells: tuple[tuple[Column, TextCell], ...]
    note: Text | None = None
    unit_above: UnitAbove | None = None

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks beside its name, and beside that of the indicator that it is a part of."""
        return tuple(dict.fromkeys((*self.name.marks, *(self.group.marks if self.group else ()))))


class Rows(NamedTuple):
    """What the rows of a table are.

    Attributes:
        rows: The rows of indicators.
        notes: The notes that stand in rows at its end.
    """

    rows: tuple[Row, ...]
    notes: tuple[TextCell, ...]


@define(kw_only=True)
class _Above:
    """What the rows above say of a row that leaves it out."""

    category: str | None = None
    number: str | None = None
    group: RowName | None = None
    whole: RowName | None = None
    unit: UnitAbove | None = None


def rows_of(
    rows: Sequence[TextRow], columns: Columns, noticed: list[Diagnostic], unit: UnitAbove | None = None
) -> Rows:
    """Return the rows of indicators of a table, and the notes at its end.

    Args:
        rows: The rows below the headings, without the figures that are merged over several columns.
        columns: The columns.
        noticed: Gets what is to be known of the rows.
        unit: The unit that stands above them.
    """
    above, known, notes, unplaced = _Above(unit=unit), list[Row](), list[TextCell](), 0
    sums = sums_of_rows(rows, columns)
    for place, row in enumerate(rows):
        if unplaced > _MOST_UNPLACED:
            noticed.append(TOO_MANY_UNPLACED.at(row.line, row.shown, count=_MOST_UNPLACED))
            break
        filled = [cell for cell in row.cells if cell.text.strip()]
        if filled and NOTE.match(filled[0].text):
            notes.append(filled[0])
        elif len(filled) == 1 and is_unit_line(filled[0].text):
            above.unit = unit_above(filled[0].text, row.line)
        elif len(filled) == 1 and not row.across:
            _heading_of_rows(row, filled[0], columns, above)
        elif filled and (aligned := _aligned(row, columns, sums.get(place, ()), noticed)) is not None:
            has_unread = any(not is_blank(text) for text in columns.unread_figures(row))
            known += filter(None, (_row(aligned, columns, above, noticed, has_unread=has_unread),))
        elif filled:
            unplaced += 1
            above = _below_unplaced(row, columns, above)
    return Rows(tuple(known), tuple(notes))


def _below_unplaced(row: TextRow, columns: Columns, above: _Above) -> _Above:
    """Return what is known below a row that was not placed, and may have begun another group or category."""
    place = columns.words.get(Field.CATEGORY)
    is_same = place is not None and place < len(row.cells) and not row.cells[place].text.strip()
    return _Above(category=above.category if is_same or place is None else None, unit=above.unit)


def _aligned(row: TextRow, columns: Columns, sums: Sequence[Check], noticed: list[Diagnostic]) -> Aligned | None:
    """Return a row with its cells under their headings; words may stand in the place of a figure where it fits so."""
    readings = _alignments(row, columns, (*columns.checks, *sums))
    first = next(readings)
    read = first if first.value else next((reading for reading in readings if reading.value), first)
    if read.value is not None and (strange := _strange(read.value, columns)) is not None:
        noticed.append(strange)
        return None
    noticed += read.diagnostics
    return read.value


def _strange(aligned: Aligned, columns: Columns) -> Diagnostic | None:
    """Return what is wrong with a row whose cells were moved so that words which promise nothing stand for a figure."""
    if aligned.basis is Basis.PRINTED:
        return None
    for column in columns.values:
        text = aligned.row.cells[column.position].text
        if is_in_words(text) and not is_promise(text):
            return WORDS_AMONG_FIGURES.at(aligned.row.line, aligned.row.shown, words=text, heading=column.text)
    return None


def _alignments(row: TextRow, columns: Columns, checks: Sequence[Check]) -> Iterator[Reading[Aligned | None]]:
    """Yield the ways to align a row, those that assume least first."""
    for holds in (columns.holds, columns.holds_with_words):
        printed = align_row(_without_unread(row, columns), holds, checks)
        is_printed = printed.value is not None and printed.value.basis is Basis.PRINTED
        yield printed if is_printed else align_row(row, holds, checks)


def _without_unread(row: TextRow, columns: Columns) -> TextRow:
    """Return a row with blanks in the columns that are not read, which may hold anything."""
    cells = (cell if place in columns.read else TextCell("", cell.line) for place, cell in enumerate(row.cells))
    return row._replace(cells=tuple(cells))


def _heading_of_rows(row: TextRow, cell: TextCell, columns: Columns, above: _Above) -> None:
    """Take a row of one cell for what the rows below are listed under, or are parts of."""
    text = printable(cell.text)[:_LONGEST_CATEGORY]
    if not any("\u4e00" <= sign <= "\u9fff" for sign in text):  # such as the number of a page
        return
    name = read_name(text)
    is_named = row.cells.index(cell) in columns.names and (Field.CATEGORY in columns.words or name.number is not None)
    above.group = above.whole = name if is_named else None
    above.number = name.number if is_named else None
    if not is_named:
        ranked = _RANK.match(text)
        above.category = (text[ranked.end() :] if ranked else text) or text


def _row(
    aligned: Aligned, columns: Columns, above: _Above, noticed: list[Diagnostic], *, has_unread: bool
) -> Row | None:
    row = aligned.row
    words = {field: word_in(row, place) for field, place in columns.words.items()}
    names = [(place, text) for place in columns.names if (text := word_in(row, place))]
    category = words.get(Field.CATEGORY, "")[:_LONGEST_CATEGORY]
    if category and category != above.category:
        above.category, above.group, above.whole, above.number = category, None, None, None
    if not names:
        noticed.append(NO_NAME.at(row.line, row.shown))
        return None
    if len({text for _, text in names}) == 1:
        names = names[:1]  # a merged cell, shown in each of its places
    name = read_name(names[-1][1])
    number = _number(words.get(Field.NUMBER, "")) or name.number
    cells = [(column, row.cells[column.position]) for column in columns.values]
    cells = [(column, cell) for column, cell in cells if not is_blank(cell.text)]
    nature = _nature(words.get(Field.NATURE, ""), row.line, noticed)
    if not (cells or has_unread or row.across) and len(names) == 1 and nature is None:
        if any(row.cells[column.position].text.strip() for column in columns.values):
            noticed.append(NO_FIGURES.at(row.line, name.name))
        above.group, above.number, above.whole = name, number, name
        return None
    _place(names, name, number, columns, above)
    return Row(
        line=row.line,
        name=name,
        group=_group(name, row.line, above, noticed),
        number=above.number,
        category=above.category,
        nature=nature,
        unit=_unit(words.get(Field.UNIT, ""), name, above),
        cells=tuple(cells),
        note=aligned.note,
        unit_above=above.unit,
    )


def _place(
    names: Sequence[tuple[int, str]], name: RowName, number: str | None, columns: Columns, above: _Above
) -> None:
    """Note what a row is a part of, for itself and for the rows below that leave it out."""
    is_second = len(columns.names) > 1 and names[-1][0] != columns.names[0]
    if len(names) > 1:
        above.group = read_name(names[0][1])
    elif not (is_second or name.is_part) and (number is not None or not _has_numbers(columns, above)):
        above.group = None
    if number is not None or not (name.is_part or above.group):
        above.number = number
    if not name.is_part:
        above.whole = name


def _has_numbers(columns: Columns, above: _Above) -> bool:
    """Return whether indicators have numbers, so that a row without one is a part of the one above."""
    return Field.NUMBER in columns.words or above.number is not None


def _group(name: RowName, line: int, above: _Above, noticed: list[Diagnostic]) -> RowName | None:
    if not name.is_part or above.group is not None:
        return above.group
    if above.whole is None:
        noticed.append(PART_OF_NOTHING.at(line, name.name))
    return above.whole


def _unit(printed: str, name: RowName, above: _Above) -> str | None:
    own = name.unit if is_blank(printed) else printed[:_LONGEST_UNIT]
    return own or (above.group.unit if above.group else None)


def _nature(text: str, line: int, noticed: list[Diagnostic]) -> Nature | None:
    read = read_word("".join(text.split()), NATURE_WORDS, place="")
    if read.diagnostics:
        noticed.append(UNKNOWN_NATURE.at(line, text))
    return read.value


def _number(text: str) -> str | None:
    found = _NUMBER.fullmatch(text)
    return found[1] if found else None
