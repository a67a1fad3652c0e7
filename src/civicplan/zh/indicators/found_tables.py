"""Where the tables of indicators of a document are: their headings, titles, units and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from civicplan.reading import Diagnostic
from civicplan.tables.heading_words import Field
from civicplan.tables.headings import join_headings
from civicplan.zh.document import Block, Paragraph, TextCell, TextRow, TextTable
from civicplan.zh.indicators.cell_text import is_blank
from civicplan.zh.indicators.default_unit import UnitAbove, is_unit_line, last_unit_above
from civicplan.zh.indicators.indicator_columns import has_figures
from civicplan.zh.indicators.indicator_names import is_unit
from civicplan.zh.indicators.indicator_rows import NOTE
from civicplan.zh.language.column_headings import column_of, is_of_names
from civicplan.zh.layout.declared import is_total
from civicplan.zh.notices import Notice
from civicplan.zh.words.sum_words import NO_PARTS

NO_NAMES = Notice(
    "no-column-of-names",
    "The table has headings of figures, and none that is known here as one of the names of indicators; nothing of it "
    "is read. Write 指标名称 over the names if they are those of indicators.",
)

#: What a table of figures is asked for with.
_SOME_NAME = ("指标",)
_LONGEST_TITLE = 80
#: Headings stand in no more rows.
_MOST_HEADING_ROWS = 3
#: Headings begin within so many rows of a table.
_ROWS_LOOKED_AT = 6
#: The year of a heading does not matter where only its column is asked for.
_ANY_YEAR = 2000
#: A table of indicators has no more columns.
_MOST_COLUMNS = 30
#: A title stands within so many paragraphs before a table, and notes within so many after it.
_TITLE_WITHIN, _MOST_NOTES = 3, 12
#: What begins a paragraph right below a table that sums it up.
_FIRST_NOTE = re.compile(rf"{NOTE.pattern}|(?:经评估|评估结果|评估显示|综上|从上表|上表中|上述指标|以上指标)")
_FURTHER_NOTE = re.compile(r"(?:\d{1,2}[.．、]|[①-⑳]|[（(]\d{1,2}[)）]|带|\[)")


class Found(NamedTuple):
    """A table of indicators among the blocks of a document.

    Attributes:
        line: The line of its headings.
        headings: The headings.
        below: The rows below them.
        title: The paragraph that is its title.
        notes: The paragraphs that are its notes.
        unit: The unit that stands above it.
        apart: The lines behind the notes that look like rows of it.
    """

    line: int
    headings: tuple[str, ...]
    below: tuple[TextRow, ...]
    title: Paragraph | None
    notes: tuple[TextCell, ...]
    unit: UnitAbove | None = None
    apart: tuple[Paragraph, ...] = ()


def tables_in(blocks: Sequence[Block], *, has_period: bool) -> Iterator[Found]:
    """Yield the tables of indicators among the blocks of a document.

    Args:
        blocks: The blocks.
        has_period: Whether the plan period is known, so that no heading need name a year.
    """
    for place, block in enumerate(blocks):
        if isinstance(block, TextTable):
            above = _above(blocks[max(place - _TITLE_WITHIN, 0) : place])
            after = blocks[place + 1 : place + 1 + _MOST_NOTES]
            for found in _headed(block, above, tuple(_notes(after)), has_period=has_period):
                yield found._replace(apart=tuple(_apart(after, len(found.headings))))


def _headed(
    table: TextTable, above: Sequence[Paragraph], notes: tuple[TextCell, ...], *, has_period: bool
) -> Iterator[Found]:
    """Yield a table with its headings and the rows below them, if it is one of indicators."""
    title = next((line for line in above if _is_title(line.text)), None)
    units = [(line.text, line.line) for line in above]
    for place, row in enumerate(table.rows[:_ROWS_LOOKED_AT]):
        names = [column for column, text in enumerate(row.texts) if is_of_names(text, title.text if title else "")]
        if not names:
            title = _title_in(row) or title
            units += ((text, row.line) for text in row.texts)
            continue
        count = _rows_of_headings(table, place, names[0])
        headings = _joined(table.rows[place : place + count])
        named = title.text if title else ""
        if len(headings) <= _MOST_COLUMNS and has_figures(headings, named, has_period=has_period):
            yield Found(row.line, headings, table.rows[place + count :], title, notes, last_unit_above(units))
        return


def unnamed_in(blocks: Sequence[Block], *, has_period: bool) -> Iterator[Diagnostic]:
    """Say which tables would be ones of indicators, were one of their headings known as that of the names.

    Args:
        blocks: The blocks.
        has_period: Whether the plan period is known, so that no heading need name a year.
    """
    for place, block in enumerate(blocks):
        if isinstance(block, TextTable):
            above = "".join(line.text for line in _above(blocks[max(place - _TITLE_WITHIN, 0) : place]))
            yield from _unnamed(block, above, has_period=has_period)


def _unnamed(table: TextTable, title: str, *, has_period: bool) -> Iterator[Diagnostic]:
    """Say of a table that it has headings of figures and none of names, if it is so."""
    rows = table.rows[:_ROWS_LOOKED_AT]
    title += "".join(line.text for line in map(_title_in, rows) if line is not None)
    place = next((place for place, row in enumerate(rows) if len(set(filter(None, row.texts))) > 1), None)
    if place is None or any(is_of_names(text, title) for row in rows for text in row.texts):
        return
    first = next((column for column, text in enumerate(rows[place].texts) if column_of(text, column) is None), 0)
    count = _rows_of_headings(table, place, first)
    headings = _joined(table.rows[place : place + count])
    figures = [text for column, text in enumerate(headings) if _is_of_figures(text, column)]
    if len(figures) > 1 and has_figures((*_SOME_NAME, *headings), title, has_period=has_period):
        yield NO_NAMES.at(rows[place].line, rows[place].shown)


def _rows_of_headings(table: TextTable, place: int, name: int) -> int:
    """Return how many rows from a place on hold headings."""
    count = 1
    while place + count < len(table.rows) and count < _MOST_HEADING_ROWS:
        if not _is_below(table.rows[place : place + count + 1], name):
            break
        count += 1
    return count


def _is_below(rows: Sequence[TextRow], name: int) -> bool:
    """Return whether the last row holds headings as those above: it names no indicator, and has no figures but words.

    Words that are not known as headings count as such below those of figures, where there are several or where they
    speak of a rate: that leaves the column unread, which is better than to read rates as what its upper heading says.
    """
    upper, lower = (row.texts for row in rows[-2:])
    joined = _joined(rows)
    fresh = [place for place, text in enumerate(lower) if text.strip() and text not in upper[place : place + 1]]
    if not fresh or name in fresh:
        return False
    is_known = all(column_of(joined[place], place) is not None for place in fresh)
    if is_known or any(_is_of_figures(lower[place], place) or is_total(lower[place]) for place in fresh):
        return True
    words = [lower[place] for place in fresh]
    speaks = len(words) > 1 or any(rate in words[0] for rate in NO_PARTS)
    return speaks and all(map(_is_words, words)) and any(_is_above_figures(upper, place) for place in fresh)


def _is_words(text: str) -> bool:
    return not is_blank(text) and not any(map(str.isdecimal, text)) and not is_unit_line(text)


def _is_above_figures(upper: Sequence[str], place: int) -> bool:
    """Return whether the heading at a place is one of figures, in whatever year."""
    column = column_of(upper[place], place, _ANY_YEAR) if place < len(upper) else None
    return column is not None and column.field in (Field.BASELINE, Field.TARGET, Field.ACTUAL)


def _joined(rows: Sequence[TextRow]) -> tuple[str, ...]:
    """Return the headings that stand in several rows; a unit below others is read as one in brackets behind them."""
    first, *lower = (row.texts for row in rows)
    return join_headings([first, *([_in_brackets(text) for text in texts] for texts in lower)])


def _in_brackets(text: str) -> str:
    is_rate = len(text) > 1 and any(sign in text for sign in "%％‰")  # such as 增长(%) and ±%
    return f"({text})" if is_unit(text) and not is_rate else text


def _is_of_figures(text: str, place: int) -> bool:
    """Return whether a cell by itself is the heading of a column of figures: 2020年 is, and 2020 may be a figure."""
    column = None if text.strip().isdecimal() else column_of(text, place)
    return column is not None and (column.period is not None or column.measure is not None)


def _title_in(row: TextRow) -> Paragraph | None:
    """Return the title that stands in a row above the headings, alone or beside the unit, if it does."""
    filled = [text for text in dict.fromkeys(map(str.strip, row.texts)) if text and not is_unit_line(text)]
    return Paragraph(filled[0], row.line) if len(filled) == 1 and len(filled[0]) <= _LONGEST_TITLE else None


def _above(before: Sequence[Block]) -> list[Paragraph]:
    """Return the paragraph right before a table, and the lines with its unit that stand between the two."""
    lines: list[Paragraph] = []
    for block in reversed(before):
        if not isinstance(block, Paragraph):
            break
        lines.insert(0, block)
        if not is_unit_line(block.text):
            break
    return lines


def _is_title(text: str) -> bool:
    """Return whether a paragraph before a table is short enough, and ends as a title does."""
    return len(text) <= _LONGEST_TITLE and not text.endswith(("。", "；", "：")) and not is_unit_line(text)


def _notes(after: Sequence[Block]) -> Iterator[TextCell]:
    """Yield the paragraphs under a table that are its notes."""
    for place, block in enumerate(after):
        if not isinstance(block, Paragraph):
            return
        if not (_FURTHER_NOTE if place else _FIRST_NOTE).match(block.text):
            return
        yield TextCell(*block)


def _apart(after: Sequence[Block], width: int) -> Iterator[Paragraph]:
    """Yield the lines behind a table, up to the next, that have as many cells."""
    for block in after:
        if not isinstance(block, Paragraph):
            return
        if block.text.count("\t") + 1 == width:
            yield block
