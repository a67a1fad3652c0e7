"""Tables that a page break or a gap has cut, joined; headings that are repeated below it, left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from civicplan.reading import Diagnostic
from civicplan.zh.document import Block, Paragraph, TextRow, TextTable, joined_by
from civicplan.zh.layout.table_words import are_headings
from civicplan.zh.notices import Notice
from civicplan.zh.words.page_words import is_page_break

#: So much of a row tells which one it is.
_LONGEST_SHOWN = 60
#: Headings stand in no more rows.
_MOST_HEADINGS = 3

REPEATED = Notice(
    "headings-repeated", "The headings of the table are repeated here; they were left out.", left_out=False
)
CONTINUED = Notice(
    "table-continued",
    "The table goes on here after a gap; the rows behind it were read under the same headings. Where another table "
    "begins here, put its own headings above it.",
    left_out=False,
)
PAGE_BREAK = Notice(
    "page-break", "The number of a page, or a word such as 续表, stands within the table; it was left out."
)


def joined(blocks: Iterable[Block], noticed: list[Diagnostic], *, is_page: bool = False) -> Iterator[Block]:
    """The blocks of a document with the halves of its tables in one.

    A table goes on where the next one repeats its headings, or has as many columns and none of its own; between them
    nothing stands but page numbers and the word that the table goes on. A table of one row that is none of headings is
    running text.

    Args:
        blocks: The paragraphs and tables as they stand.
        noticed: Where to say what was joined and left out.
        is_page: Whether the tables are those of a page, of which one without headings has none below it that goes on.
    """
    open_table: _Open | None = None
    for block in blocks:
        if isinstance(block, TextTable):
            if open_table is None:
                open_table = _Open(block.rows)
            elif not open_table.takes(block.rows, noticed, is_page=is_page):
                yield from open_table.closed(noticed)
                open_table = _Open(block.rows)
        elif open_table is not None and is_page_break(block.text):
            open_table.breaks.append(block)
        else:
            if open_table is not None:
                yield from open_table.closed(noticed)
                open_table = None
            yield block
    if open_table is not None:
        yield from open_table.closed(noticed)


class _Open:
    """A table that may go on, and the page numbers behind it."""

    def __init__(self, rows: Sequence[TextRow]) -> None:
        self.breaks: list[Paragraph] = []
        self._rows = list(rows)
        self._width = _width(rows)
        self._is_joined = False

    def takes(self, rows: Sequence[TextRow], noticed: list[Diagnostic], *, is_page: bool) -> bool:
        """Take rows that go on with the table, and return whether they do."""
        repeated = self._repeated(rows)
        if repeated:
            noticed.append(REPEATED.at(rows[0].line, _shown(rows[0])))
        elif _width(rows) != self._width or not self._goes_on(rows[0]) or (is_page and not self._has_headings()):
            return False
        elif not self._is_joined:
            if self._has_headings():
                noticed.append(CONTINUED.at(rows[0].line, _shown(rows[0])))
            self._is_joined = True
        noticed += [PAGE_BREAK.at(line.line, line.text) for line in self.breaks]
        self.breaks.clear()
        self._rows += rows[repeated:]
        return True

    def _has_headings(self) -> bool:
        """Return whether any of the first rows is one of headings; without them nothing of the table is read."""
        return any(are_headings(row.texts) for row in self._rows[:_MOST_HEADINGS])

    def _goes_on(self, row: TextRow) -> bool:
        """Return whether a row goes on with the table: it has no headings, or the finer ones below its only row."""
        is_head_alone = len(self._rows) == 1 and are_headings(self._rows[0].texts)
        return not are_headings(row.texts) or (is_head_alone and not row.texts[0])

    def closed(self, noticed: list[Diagnostic]) -> Iterator[Block]:
        """The table, or the line that is its only row, and what stands behind it."""
        rows = self._without_repeats(noticed)
        if len(rows) == 1 and not are_headings(rows[0].texts):
            yield from _as_text(rows[0])
        else:
            yield TextTable(tuple(rows))
        yield from self.breaks

    def _repeated(self, rows: Sequence[TextRow]) -> int:
        """Return how many of the first rows repeat headings of the table; 0 where they are none."""
        if not are_headings(rows[0].texts):
            return 0
        head, keys = ([_key(row) for row in some[:_MOST_HEADINGS]] for some in (self._rows, rows))
        start = head.index(keys[0]) if keys[0] in head else len(head)
        same = (one == other for one, other in zip(head[start:], keys, strict=False))
        return next((place for place, is_same in enumerate(same) if not is_same), min(len(head) - start, len(keys)))

    def _without_repeats(self, noticed: list[Diagnostic]) -> list[TextRow]:
        """Return the rows without those that repeat the headings between them."""
        rows, place = self._rows[:1], 1
        while place < len(self._rows):
            row = self._rows[place]
            is_like_first = _key(row) == _key(self._rows[0])
            repeated = self._repeated(self._rows[place : place + _MOST_HEADINGS]) if is_like_first else 0
            if repeated:
                noticed.append(REPEATED.at(row.line, _shown(row)))
            else:
                rows.append(row)
            place += repeated or 1
        return rows


def _key(row: TextRow) -> tuple[str, ...]:
    """Return the cells without blanks, as rows that only differ in these are the same."""
    return tuple("".join(text.split()) for text in row.texts)


def _width(rows: Sequence[TextRow]) -> int:
    return max(len(row.cells) for row in rows)


def _shown(row: TextRow) -> str:
    text = " ".join(" ".join(row.texts).split())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _as_text(row: TextRow) -> Iterator[Paragraph]:
    """A row alone as running text: its cells, parted by tabs."""
    line = joined_by("\t", (cell.on_one_line for cell in row.cells)).part(0)
    if line.text:
        yield line
