"""Merged cells: their words hold for each row; a figure is read in the first row alone, and under no two headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from civicplan.reading import Diagnostic
from civicplan.tables.heading_words import Field
from civicplan.zh.document import TextCell, TextRow
from civicplan.zh.indicators.cell_text import is_blank
from civicplan.zh.indicators.indicator_columns import Columns
from civicplan.zh.layout.spread import HeadedColumns, without_spread
from civicplan.zh.notices import Notice

MERGED = Notice(
    "merged-figure",
    "A merged cell of line {above} with {figure} reaches into this row. Whether that holds for each row or for all of "
    "them together, the table does not say; the figure was not read in this row. Write it into each row that it is of.",
)
#: What a merged cell says in words, it says of each of its rows.
_REPEATED = (Field.NATURE, Field.UNIT)


def unmerged(rows: Iterable[TextRow], columns: Columns, noticed: list[Diagnostic]) -> Iterator[TextRow]:
    """Yield the rows with the natures and units of the merged cells that reach into them, and with the name.

    Of two columns of names the first has that of an indicator, which the rows of its parts leave out. A figure that is
    merged over several columns is taken out, and the row keeps the places into which it reaches, and no others.

    Args:
        rows: The rows below the headings.
        columns: The columns.
        noticed: Gets which figures of merged cells are not read again.
    """
    names = columns.names if len(columns.names) == 1 else ()
    repeated = {*names, *(columns.words[field] for field in _REPEATED if field in columns.words)}
    values = {column.position for column in columns.values}
    headed = _headed(columns)
    above: dict[int, TextCell] = {}
    left_out: set[int] = set()
    for row in rows:
        cells = list(row.cells)
        for place, merged in row.merged(above).items():
            if place in repeated:
                cells[place] = TextCell(merged.text, row.line)
            elif place in values | left_out and any(map(str.isdecimal, merged.text)):
                noticed.append(MERGED.at(row.line, row.shown, above=merged.line, figure=merged.text))
        read = without_spread(row._replace(cells=tuple(cells)), headed, lambda text: not is_blank(text))
        noticed += read.diagnostics
        left_out = {span[0] for span in read.value.spans} | left_out.intersection(row.reached)
        yield read.value


def _headed(columns: Columns) -> HeadedColumns:
    """Return which columns are of figures; of two such columns, each says something of its own."""
    known = {column.position: column.text for column in columns.values}
    headings = [known.get(place, "") for place in range(columns.width)]
    return HeadedColumns({place: place for place in known}, (*columns.names, *columns.words.values()), headings)
