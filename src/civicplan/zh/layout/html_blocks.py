"""The paragraphs and tables of a page: merged cells in their first place, and no tables that only lay it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import define

from civicplan.reading import Diagnostic
from civicplan.zh.document import Block, Paragraph, TextCell, TextRow, TextTable, joined_by
from civicplan.zh.layout.html_lines import MOST_COLUMNS, Content, HtmlCell, HtmlTable, Page
from civicplan.zh.layout.loose_cells import ADVERTISEMENT
from civicplan.zh.layout.table_words import are_headings
from civicplan.zh.words.page_words import is_advertising

#: A cell with more lines is a part of a page, unless headings stand above it.
_MOST_LINES = 60
#: A row that is a table of its own has so many cells at least, and so many lines in each at most.
_LEAST_CELLS, _MOST_LINES_OF_ROW = 3, 5


def page_blocks(page: Page, lines: Sequence[Paragraph], noticed: list[Diagnostic]) -> Iterator[Block]:
    """The paragraphs and tables of a page.

    Args:
        page: The page.
        lines: Its lines as they were repaired.
        noticed: Where to say what was left out.
    """
    made: dict[int, list[Block]] = {}
    texts = _Texts(lines, made)
    for table in page.tables:  # those within others stand before these
        made[id(table)] = list(_table_blocks(table, texts, noticed))
    yield from texts.blocks(page.content)


@define
class _Texts:
    """The lines of a page, and the blocks of its tables as far as these are made."""

    lines: Sequence[Paragraph]
    made: dict[int, list[Block]]

    def blocks(self, content: Content) -> Iterator[Block]:
        """The blocks of what stands in a cell or on the page itself."""
        for one in content:
            if isinstance(one, HtmlTable):
                yield from self.made.pop(id(one))
            elif (line := self.lines[one].part(0)).text:
                yield line

    def own(self, cell: HtmlCell) -> str:
        """Return the lines of a cell without those of tables within it."""
        lines = (self.lines[one].text.strip() for one in cell.content if isinstance(one, int))
        return "\n".join(filter(None, lines))

    def cell(self, cell: HtmlCell) -> TextCell:
        """Return a cell with all its lines; a row of a table within it is one of them."""
        lines = [line for block in self.blocks(cell.content) for line in _lines(block)]
        return TextCell.of(lines) if lines else TextCell("", cell.line)


def _lines(block: Block) -> Iterator[Paragraph]:
    if isinstance(block, Paragraph):
        yield block
    else:
        rows = ([line for cell in row.cells for line in cell.lines] for row in block.rows)
        yield from (joined_by(" ", lines) for lines in rows if lines)


def _table_blocks(table: HtmlTable, texts: _Texts, noticed: list[Diagnostic]) -> Iterator[Block]:
    """The blocks of a table: what stands outside of its cells, then itself, or what it only lays out."""
    yield from texts.blocks(table.outside)
    rows = [row for row in table.rows if any(cell.content for cell in row)]
    if _only_lays_out(rows, texts):
        for row in rows:
            for cell in row:
                yield from texts.blocks(cell.content)
        return
    read = (_row(placed, texts, noticed) for placed in _placed(rows))
    yield from _titled([row for row in read if row is not None])


def _only_lays_out(rows: Sequence[Sequence[HtmlCell]], texts: _Texts) -> bool:
    """Return whether a table lays out a page: it has one row or column, other tables within, or a page in a cell."""
    if len(rows) == 1 and _is_row(rows[0]):
        return False
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return True
    if any(are_headings([texts.own(cell) for cell in row]) for row in rows[:3]):
        return False
    cells = [cell for row in rows for cell in row]
    has_tables = any(isinstance(one, HtmlTable) for cell in cells for one in cell.content)
    return has_tables or max(len(cell.content) for cell in cells) > _MOST_LINES


class _Placed(NamedTuple):
    """A row with a place for each column, None where a merged cell reaches; and where one from above or the left does.

    Attributes:
        cells: The cells.
        reached: The places into which merged cells of rows above reach.
        across: The places into which merged cells to their left reach.
    """

    cells: list[HtmlCell | None]
    reached: tuple[int, ...]
    across: tuple[int, ...]


def _is_row(cells: Sequence[HtmlCell]) -> bool:
    """Return whether the only row of a table may go on with the table before it, and holds no parts of a page."""
    is_plain = all(isinstance(one, int) and not cell.has_link for cell in cells for one in cell.content)
    return is_plain and len(cells) >= _LEAST_CELLS and max(len(cell.content) for cell in cells) <= _MOST_LINES_OF_ROW


def _placed(rows: Sequence[Sequence[HtmlCell]]) -> Iterator[_Placed]:
    """The rows with their merged cells in the first of their places."""
    reach: dict[int, int] = {}
    for row in rows:
        placed: list[HtmlCell | None] = []
        across: list[int] = []
        waiting = list(reversed(row))
        reached = {column: rows_left - 1 for column, rows_left in reach.items() if rows_left > 1}
        while waiting or any(column >= len(placed) for column in reach):
            if len(placed) in reach or not waiting:
                placed.append(None)
                continue
            cell = waiting.pop()
            columns = max(min(cell.columns, MOST_COLUMNS - len(placed)), 1)
            if cell.rows > 1:
                reached.update(dict.fromkeys(range(len(placed), len(placed) + columns), cell.rows - 1))
            across += range(len(placed) + 1, len(placed) + columns)
            placed += [cell, *[None] * (columns - 1)]
        yield _Placed(placed, tuple(reach), tuple(across))
        reach = reached


def _row(placed: _Placed, texts: _Texts, noticed: list[Diagnostic]) -> TextRow | None:
    """Return a row; None where nothing stands in it but what a page has put there."""
    cells = placed.cells
    read = [None if cell is None else texts.cell(cell) for cell in cells]
    filled = [(cell, text) for cell, text in zip(cells, read, strict=True) if cell is not None and text and text.text]
    if not filled:
        return None
    line = filled[0][1].line
    if len(filled) == 1 and len(cells) > 1 and _is_put_in(*filled[0]):
        noticed.append(ADVERTISEMENT.at(line, filled[0][1].text))
        return None
    blank = TextCell("", line)
    shown = tuple(text if text is not None and text.text else blank for text in read)
    return TextRow(shown, line, reached=placed.reached, across=placed.across)


def _is_put_in(cell: HtmlCell, text: TextCell) -> bool:
    return is_advertising(text.text) or (cell.has_link and not cell.has_text)


def _titled(rows: list[TextRow]) -> Iterator[Block]:
    """A table, and before it as running text what stands alone in its first rows, such as its title and its unit."""
    first = next((place for place, row in enumerate(rows) if sum(map(bool, row.texts)) > 1), len(rows))
    for row in rows[:first]:
        yield from (line for cell in row.cells for line in cell.lines)
    if rows[first:]:
        yield TextTable(tuple(rows[first:]))
