"""Tables of indicators in a Chinese document, read as indicators with their baselines, targets and actuals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from civicplan.model import Box, Claim, Indicator, Plan
from civicplan.reading import Reading
from civicplan.render.message import one_line
from civicplan.values import Period, PeriodLike, Source, TextLike, to_period
from civicplan.zh.document import Document
from civicplan.zh.indicators.claims import Explained, claims_in, explained_in
from civicplan.zh.indicators.found_tables import Found, tables_in, unnamed_in
from civicplan.zh.indicators.indicator_columns import columns_of
from civicplan.zh.indicators.indicator_rows import rows_of
from civicplan.zh.indicators.indicators import Setting, indicators_of
from civicplan.zh.indicators.merged_cells import unmerged
from civicplan.zh.layout.grid import document_of
from civicplan.zh.notices import Notice, finished
from civicplan.zh.words.indicator_words import MARKS
from civicplan.zh.words.list_numbers import ENTRY_NUMBER

NO_TABLE = Notice(
    "no-table",
    "No table of indicators was found. One has a heading of names, such as 指标, and headings with years, such as "
    "2020年 and 2025年目标; where none has a year, say period=. Its cells are parted by tabs or |, or stand in lines, "
    "where running numbers or blank lines part the rows.",
)
ROW_APART = Notice(
    "row-apart",
    "The line has as many cells as the table above has columns, and does not follow on its rows; it was not read.",
)

_BOX = re.compile(rf"(?:专栏|附表|表|附件)\s*(\d{{1,3}}(?![\d年])(?:[-—.]\d{{1,3}})?|{ENTRY_NUMBER})?\s*[:：]?\s*(.*)")
_OF_YEAR = re.compile(r"((?:19|20)\d{2})年(?:的)?(?:数据|数值|数|值)?$")


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


def indicator_tables_of(document: Document, *, period: PeriodLike | None = None) -> Reading[tuple[IndicatorTable, ...]]:
    """Return the tables of indicators in a document.

    Args:
        document: The document.
        period: The plan period; None takes it from the titles and the headings.

    Raises:
        InvalidInputError: The period cannot be one.
    """
    plan = None if period is None else to_period(period)
    readings = [_table(found, document, plan) for found in tables_in(document.blocks, has_period=plan is not None)]
    noticed = [diagnostic for reading in readings for diagnostic in reading.diagnostics]
    noticed += unnamed_in(document.blocks, has_period=plan is not None)
    return Reading(value=tuple(reading.value for reading in readings if reading.value), diagnostics=noticed)


def _table(found: Found, document: Document, period: Period | None) -> Reading[IndicatorTable | None]:
    title = found.title.text if found.title else ""
    columns = columns_of(found.headings, title, found.line, period)
    if columns.value is None:
        return Reading(value=None, diagnostics=columns.diagnostics)
    noticed = [*columns.diagnostics, *(ROW_APART.at(line.line, line.text) for line in found.apart)]
    rows = rows_of(tuple(unmerged(found.below, columns.value, noticed)), columns.value, noticed, found.unit)
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
