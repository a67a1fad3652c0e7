"""Merged cells: their words hold for each row; a figure is read in the first row alone, and under no two headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from civicplan.reading import Diagnostic
from civicplan.tables.heading_words import Field
from civicplan.zh.document import TextCell, TextRow
from civicplan.zh.indicators.cell_text import is_blank
from civicplan.zh.indicators.indicator_columns import Columns
from civicplan.zh.notices import Notice

MERGED = Notice(
    "merged-figure",
    "A merged cell of line {above} with {figure} reaches into this row. Whether that holds for each row or for all of "
    "them together, the table does not say; the figure was not read in this row. Write it into each row that it is of.",
)
ACROSS = Notice(
    "merged-figure",
    "A merged cell with {figure} stands under {headings}. Whether that holds for one of them or for each, the table "
    "does not say; it was left out of all of them. Write it under each heading that it is of.",
)
#: What a merged cell says in words, it says of each of its rows.
_REPEATED = (Field.NATURE, Field.UNIT)


def unmerged(rows: Iterable[TextRow], columns: Columns, noticed: list[Diagnostic]) -> Iterator[TextRow]:
    """Yield the rows with the natures and units of the merged cells that reach into them.

    A figure that is merged over several columns is taken out, and the row keeps the places into which it reaches, and
    no others.

    Args:
        rows: The rows below the headings.
        columns: The columns.
        noticed: Gets which figures of merged cells are not read again.
    """
    repeated = {columns.words[field] for field in _REPEATED if field in columns.words}
    values = {column.position for column in columns.values}
    above: dict[int, TextCell] = {}
    left_out: set[int] = set()
    for row in rows:
        cells = list(row.cells)
        for place, merged in row.merged(above).items():
            if place in repeated:
                cells[place] = TextCell(merged.text, row.line)
            elif place in values | left_out and any(map(str.isdecimal, merged.text)):
                noticed.append(MERGED.at(row.line, row.shown, above=merged.line, figure=merged.text))
        spread = [span for span in row.spans if _is_spread(row, span, columns)]
        for span in spread:
            *others, last = _headings(span, columns)
            headings = f"{', '.join(others)} and {last}"
            noticed.append(ACROSS.at(row.line, cells[span[0]].text, figure=cells[span[0]].text, headings=headings))
            cells[span[0]] = TextCell("", row.line)
        left_out = {span[0] for span in spread} | left_out.intersection(row.reached)
        yield row._replace(cells=tuple(cells), across=tuple(place for span in spread for place in span[1:]))


def _is_spread(row: TextRow, span: range, columns: Columns) -> bool:
    """Return whether a merged cell is a figure of which the headings do not say under which it is to be read."""
    text = row.cells[span[0]].text if span[0] < len(row.cells) else ""
    if not text.strip() or is_blank(text) or span[0] in (*columns.names, *columns.words.values()):
        return False
    values = [column.position for column in columns.values if column.position in span]
    return len(values) > 1 or (bool(values) and span[0] not in values)


def _headings(span: range, columns: Columns) -> Iterator[str]:
    known = {column.position: column.text for column in columns.values}
    if span[0] not in known:
        yield "a column that is not read"
    yield from (known[place] for place in span if place in known)
