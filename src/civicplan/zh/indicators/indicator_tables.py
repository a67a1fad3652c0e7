"""Tables of indicators in a Chinese document, read as indicators with their baselines, targets and actuals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from attrs import frozen

from civicplan.model import Box, Claim, Indicator, Plan
from civicplan.reading import Reading
from civicplan.render.template import one_line
from civicplan.tables.headings import join_headings
from civicplan.values import Period, PeriodLike, Source, TextLike, to_period
from civicplan.zh.document import Block, Document, Paragraph, TextCell, TextRow, TextTable
from civicplan.zh.indicators.claims import Explained, claims_in, explained_in
from civicplan.zh.indicators.indicator_columns import columns_of, has_figures
from civicplan.zh.indicators.indicator_rows import NOTE, rows_of
from civicplan.zh.indicators.indicators import Setting, indicators_of
from civicplan.zh.indicators.merged_cells import unmerged
from civicplan.zh.language.column_headings import column_of, is_of_names
from civicplan.zh.layout.grid import document_of
from civicplan.zh.notices import Notice, finished
from civicplan.zh.words.indicator_words import MARKS

NO_TABLE = Notice(
    "no-table",
    "No table of indicators was found. One has a heading of names, such as 指标, and headings with years, such as "
    "2020年 and 2025年目标; where none has a year, say period=. Its cells are parted by tabs or |, or stand in lines.",
)
ROW_APART = Notice(
    "row-apart",
    "The line has as many cells as the table above has columns, and does not follow on its rows; it was not read.",
)

_BOX = re.compile(
    r"(?:专栏|附表|表|附件)\s*(\d{1,3}(?![\d年])(?:[-—.]\d{1,3})?|[一二三四五六七八九十]{1,3})?\s*[:：]?\s*(.*)"
)
_UNIT_LINE = re.compile(r"[(（]?单位\s*[:：]")
_LONGEST_TITLE = 80
#: Headings stand in no more rows.
_MOST_HEADING_ROWS = 3
#: Headings begin within so many rows of a table.
_ROWS_LOOKED_AT = 6
#: A table of indicators has no more columns.
_MOST_COLUMNS = 30
#: A title stands within so many paragraphs before a table, and notes within so many after it.
_TITLE_WITHIN, _MOST_NOTES = 3, 12
_OF_YEAR = re.compile(r"((?:19|20)\d{2})年(?:的)?(?:数据|数值|数|值)?$")
#: What begins a paragraph right below a table that sums it up.
_FIRST_NOTE = re.compile(rf"{NOTE.pattern}|(?:经评估|评估结果|评估显示|综上|从上表|上表中|上述指标|以上指标)")
_FURTHER_NOTE = re.compile(r"(?:\d{1,2}[.．、]|[①-⑳]|[（(]\d{1,2}[)）]|带|\[)")


@frozen(kw_only=True, repr=False)
class IndicatorTable:
    """A table of indicators as it was read from a document.

    Attributes:
        title: Its title; None where none stands above it.
        box: The number of the box in which it stands; None where it stands in none.
        period: The plan period.
        indicators: Its rows.
        claims: What the notes under it say of them.
        explained: What the notes say of the marks.
        source: Where it stands.
    """

    title: str | None
    box: str | None
    period: Period
    indicators: tuple[Indicator, ...]
    claims: tuple[Claim, ...]
    explained: tuple[Explained, ...]
    source: Source

    def __repr__(self) -> str:
        count = len(self.indicators)
        counted = "1 indicator" if count == 1 else f"{count} indicators"
        return one_line(f"<table {self.title or 'without title'}, {self.period}: {counted}>")

    def to_plan(self, *, id: str, title: TextLike | None = None, period: PeriodLike | None = None) -> Plan:
        """Return the table as a plan.

        Args:
            id: The name of the plan.
            title: Its title; None takes that of the table, or the id where it has none.
            period: The plan period; None takes that of the table.

        Raises:
            InvalidInputError: The id, the title or the period cannot be one.
            InvalidPlanError: A target does not lie within the period.
        """
        boxes: tuple[Box, ...] = ()
        if self.box is not None and self.title is not None:
            ids = tuple(indicator.id for indicator in self.indicators)
            boxes = (Box(number=self.box, title={"zh": self.title}, indicators=ids, source=self.source),)
        return Plan(
            id=id,
            title=title or ({"zh": self.title} if self.title else id),
            period=self.period if period is None else period,
            indicators=self.indicators,
            claims=self.claims,
            boxes=boxes,
            source=self.source,
        )


def read_indicator_tables(
    text: str, *, document: str = "the text", period: PeriodLike | None = None, strict: bool = False
) -> Reading[tuple[IndicatorTable, ...]]:
    r"""Return the tables of indicators in the text of a Chinese document.

    Columns are known by their headings. What a figure in brackets is and which side of a target is better is decided by
    the listed words of `civicplan.zh.words.indicator_words` alone, and noted on the indicator; where no word decides,
    the figure is left out and said.

    Args:
        text: The text of the document, as it was decoded.
        document: What the document is called, for the sources of what is read.
        period: The plan period; None takes it from the titles and the headings of the tables.
        strict: Whether to raise an error where there is anything to know about the reading.

    Raises:
        InvalidInputError: The text is none, or the period cannot be one.
        ReadingError: There are diagnostics, and the reading is to be strict.

    >>> text = "专栏2 “十四五”主要指标\n指标\t2020年\t2025年\n常住人口城镇化率(%)\t58.4\t64\n森林覆盖率(%)\t44.8\t≥45"
    >>> (table,) = read_indicator_tables(text).value
    >>> table
    <table “十四五”主要指标, 2021/2025: 2 indicators>
    >>> plan = table.to_plan(id="lake")
    >>> [str(indicator.targets[0].bound) for indicator in plan], str(plan.period)
    (['≥64', '≥45'], '2021/2025')
    """
    reading = document_of(text, document).bind(lambda blocks: indicator_tables_of(blocks, period=period))
    if not reading.value and not reading.diagnostics:
        reading = Reading(value=(), diagnostics=(NO_TABLE.at(1),))
    return finished(reading, strict=strict)


class _Found(NamedTuple):
    """A table of indicators among the blocks of a document.

    Attributes:
        line: The line of its headings.
        headings: The headings.
        below: The rows below them.
        title: The paragraph that is its title.
        notes: The paragraphs that are its notes.
        apart: The lines behind the notes that look like rows of it.
    """

    line: int
    headings: tuple[str, ...]
    below: tuple[TextRow, ...]
    title: Paragraph | None
    notes: tuple[TextCell, ...]
    apart: tuple[Paragraph, ...] = ()


def indicator_tables_of(document: Document, *, period: PeriodLike | None = None) -> Reading[tuple[IndicatorTable, ...]]:
    """Return the tables of indicators in a document.

    Args:
        document: The document.
        period: The plan period; None takes it from the titles and the headings.

    Raises:
        InvalidInputError: The period cannot be one.
    """
    plan = None if period is None else to_period(period)
    readings = [_table(found, document, plan) for found in _tables(document.blocks, has_period=plan is not None)]
    noticed = [diagnostic for reading in readings for diagnostic in reading.diagnostics]
    return Reading(value=tuple(reading.value for reading in readings if reading.value), diagnostics=noticed)


def _tables(blocks: Sequence[Block], *, has_period: bool) -> Iterator[_Found]:
    for place, block in enumerate(blocks):
        if isinstance(block, TextTable):
            title = _title(blocks[max(place - _TITLE_WITHIN, 0) : place])
            after = blocks[place + 1 : place + 1 + _MOST_NOTES]
            for found in _headed(block, title, tuple(_notes(after)), has_period=has_period):
                yield found._replace(apart=tuple(_apart(after, len(found.headings))))


def _headed(
    table: TextTable, above: Paragraph | None, notes: tuple[TextCell, ...], *, has_period: bool
) -> Iterator[_Found]:
    """Yield a table with its headings and the rows below them, if it is one of indicators."""
    title = above
    for place, row in enumerate(table.rows[:_ROWS_LOOKED_AT]):
        names = [column for column, text in enumerate(row.texts) if is_of_names(text, title.text if title else "")]
        if not names:
            title = _title_in(row) or title
            continue
        count = 1
        while place + count < len(table.rows) and count < _MOST_HEADING_ROWS:
            if not _is_below(table.rows[place : place + count + 1], names[0]):
                break
            count += 1
        headings = join_headings([one.texts for one in table.rows[place : place + count]])
        if len(headings) <= _MOST_COLUMNS and has_figures(headings, has_period=has_period):
            yield _Found(row.line, headings, table.rows[place + count :], title, notes)
        return


def _is_below(rows: Sequence[TextRow], name: int) -> bool:
    """Return whether the last row holds headings as those above: it names no indicator, and speaks of figures."""
    upper, lower = (row.texts for row in rows[-2:])
    joined = join_headings([row.texts for row in rows])
    fresh = [place for place, text in enumerate(lower) if text.strip() and text not in upper[place : place + 1]]
    if not fresh or name in fresh:
        return False
    known = [place for place in fresh if column_of(joined[place], place) is not None]
    return known == fresh or any(_is_of_figures(lower[place], place) for place in known)


def _is_of_figures(text: str, place: int) -> bool:
    """Return whether a cell by itself is the heading of a column of figures: 2020年 is, and 2020 may be a figure."""
    column = None if text.strip().isdecimal() else column_of(text, place)
    return column is not None and (column.period is not None or column.measure is not None)


def _title_in(row: TextRow) -> Paragraph | None:
    """Return the title that stands in a row above the headings, if it does."""
    filled = [text for text in dict.fromkeys(map(str.strip, row.texts)) if text]
    is_title = len(filled) == 1 and len(filled[0]) <= _LONGEST_TITLE and not _UNIT_LINE.match(filled[0])
    return Paragraph(filled[0], row.line) if is_title else None


def _title(before: Sequence[Block]) -> Paragraph | None:
    """Return the title of a table: the short paragraph before it."""
    for block in reversed(before):
        if not isinstance(block, Paragraph):
            return None
        if not _UNIT_LINE.match(block.text):
            is_title = len(block.text) <= _LONGEST_TITLE and not block.text.endswith(("。", "；", "："))
            return block if is_title else None
    return None


def _notes(after: Sequence[Block]) -> Iterator[TextCell]:
    """Yield the paragraphs under a table that are its notes."""
    for place, block in enumerate(after):
        if not isinstance(block, Paragraph):
            return
        if not (_FURTHER_NOTE if place else _FIRST_NOTE).match(block.text):
            return
        yield TextCell(block.text, block.line)


def _apart(after: Sequence[Block], width: int) -> Iterator[Paragraph]:
    """Yield the lines behind a table, up to the next, that have as many cells."""
    for block in after:
        if not isinstance(block, Paragraph):
            return
        if block.text.count("\t") + 1 == width:
            yield block


def _table(found: _Found, document: Document, period: Period | None) -> Reading[IndicatorTable | None]:
    title = found.title.text if found.title else ""
    columns = columns_of(found.headings, title, found.line, period)
    if columns.value is None:
        return Reading(value=None, diagnostics=columns.diagnostics)
    noticed = [*columns.diagnostics, *(ROW_APART.at(line.line, line.text) for line in found.apart)]
    rows = rows_of(unmerged(found.below, columns.value, noticed), columns.value, noticed)
    number, words = _boxed(title)
    notes = (*rows.notes, *found.notes)
    explained = explained_in(notes)
    setting = Setting(document=document.name, box=number, plan=columns.value.plan, dated=dict(_dated(explained)))
    indicators = indicators_of(rows.rows, setting, noticed)
    source = setting.source(found.title.line if found.title else found.line)
    table = IndicatorTable(
        title=words or None,
        box=number,
        period=columns.value.plan,
        indicators=indicators,
        claims=claims_in(notes, indicators, source, noticed, columns.value.plan),
        explained=explained,
        source=source,
    )
    return Reading(value=table, diagnostics=noticed)


def _dated(explained: Iterable[Explained]) -> Iterator[tuple[str, Period]]:
    """Yield the marks of figures that are of another year than their heading says."""
    for mark in explained:
        if (year := _OF_YEAR.match(mark.meaning)) and mark.mark in MARKS:
            yield mark.mark, Period.parse(year[1])


def _boxed(title: str) -> tuple[str | None, str]:
    """Return the number of a box and the words behind it."""
    title = title.lstrip("# ")  # of Markdown
    found = _BOX.match(title)
    return (found[1], found[2].strip()) if found else (None, title)
