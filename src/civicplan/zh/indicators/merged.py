"""Cells that are merged over several rows: their words hold for each of these, and their figures are not repeated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from civicplan.reading import Diagnostic
from civicplan.tables.heading_words import Field
from civicplan.zh.document import TextCell, TextRow
from civicplan.zh.indicators.indicator_columns import Columns
from civicplan.zh.said import Notice

MERGED = Notice(
    "merged-figure",
    "A merged cell of line {above} with {figure} reaches into this row. Whether that holds for each row or for all of "
    "them together, the table does not say; the figure was read in the first of them alone.",
)
#: What a merged cell says in words, it says of each of its rows.
_REPEATED = (Field.NATURE, Field.UNIT)


def unmerged(rows: Iterable[TextRow], columns: Columns, noticed: list[Diagnostic]) -> Iterator[TextRow]:
    """Yield the rows with the natures and units of the merged cells that reach into them.

    Args:
        rows: The rows below the headings.
        columns: The columns.
        noticed: Gets which figures of merged cells are not read again.
    """
    repeated = {columns.words[field] for field in _REPEATED if field in columns.words}
    values = {column.position for column in columns.values}
    above: dict[int, TextCell] = {}
    for row in rows:
        cells = list(row.cells)
        for place, merged in row.merged(above).items():
            if place in repeated:
                cells[place] = TextCell(merged.text, row.line)
            elif place in values and any(map(str.isdecimal, merged.text)):
                noticed.append(MERGED.at(row.line, row.shown, above=merged.line, figure=merged.text))
        yield row._replace(cells=tuple(cells))
