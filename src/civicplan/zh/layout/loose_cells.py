"""Cells that stand in lines of their own, one after the other, and are to be put together to rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from civicplan.reading import Diagnostic
from civicplan.zh.document import Paragraph, TextCell
from civicplan.zh.layout.markup import plain_lines
from civicplan.zh.layout.printed_rows import LineForm, form_of
from civicplan.zh.layout.table_words import is_opening
from civicplan.zh.notices import Notice
from civicplan.zh.words.page_words import is_advertising, is_page_break

ADVERTISEMENT = Notice(
    "advertisement",
    "The line looks like an advertisement or a button that a page has put into the table; it was left out.",
)
_ENCLOSED = re.compile(r"[(（][^()（）]{1,30}[)）]")


class Loose(NamedTuple):
    """A cell in lines of its own.

    Attributes:
        cell: The cell.
        gap: How many blank lines stand before it.
    """

    cell: TextCell
    gap: int

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.cell.text

    @property
    def line(self) -> int:
        """The number of its first line."""
        return self.cell.line

    @property
    def last_line(self) -> int:
        """The number of its last line."""
        return self.cell.line_at(len(self.text))


class _Lines:
    """The lines of a cell that may go on."""

    def __init__(self, gap: int) -> None:
        self.gap = gap
        self._lines: list[Paragraph] = []
        self._first = 0

    def __bool__(self) -> bool:
        return self._first > 0

    def add(self, line: str, number: int) -> None:
        """Take in a line; one without text only begins the cell."""
        self._first = self._first or number
        self._lines += (Paragraph(text, number) for text in plain_lines(line))

    def cell(self) -> Loose:
        """Return the cell."""
        return Loose(TextCell.of(self._lines) if self._lines else TextCell("", self._first), self.gap)


def joined_cells(cells: Sequence[Loose]) -> Loose:
    """Return cells as the lines of one."""
    lines = [line for one in cells for line in one.cell.lines]
    return Loose(TextCell.of(lines), cells[0].gap) if lines else cells[0]


class LazyCells:
    """Cells that are made as far as they are asked for, so that no line is looked at for every table before it."""

    def __init__(self, source: Iterator[Loose]) -> None:
        self._source = source
        self._made: list[Loose] = []

    def has(self, place: int) -> bool:
        """Return whether there is a cell at a place."""
        self._made += islice(self._source, max(place + 1 - len(self._made), 0))
        return place < len(self._made)

    def __getitem__(self, place: int) -> Loose:
        return self._made[place]

    def between(self, start: int, end: int) -> list[Loose]:
        """Return the cells from one place to before another."""
        self.has(end - 1)
        return self._made[start:end]

    def rest(self, start: int) -> list[Loose]:
        """Return the cells from a place on."""
        self._made += self._source
        return self._made[start:]


def tabbed_cells(lines: Sequence[str], start: int, noticed: list[Diagnostic]) -> Iterator[Loose]:
    """The cells of which each begins with a tab; further lines of a cell have none.

    They end before a line that is neither, and before one behind a blank line that no cell follows.

    Args:
        lines: The lines of the document.
        start: The position of the first line.
        noticed: Where to say which lines were left out.
    """
    gap, current = 0, _Lines(0)
    for place in range(start, len(lines)):
        form = form_of(lines[place])
        if form is LineForm.CELL:
            if current:
                yield current.cell()
            current, gap = _Lines(gap), 0
            current.add(lines[place], place + 1)
        elif form is LineForm.BLANK:
            gap += 1
        elif form is not LineForm.WORDS or (gap and not _goes_on(lines, place)):
            break
        elif not _is_noise(lines[place], place + 1, noticed):
            current.add(lines[place], place + 1)
            gap = 0
    if current:
        yield current.cell()


def bare_cells(lines: Sequence[str], start: int, noticed: list[Diagnostic]) -> Iterator[Loose]:
    """The cells of which each has a line of its own without a tab; a line in brackets belongs to the one before.

    They end before a line that cannot be a cell alone, and before the title of something else.
    """
    gap, current = 0, _Lines(0)
    for place in range(start, len(lines)):
        form = form_of(lines[place])
        text = lines[place].strip()
        if form is LineForm.BLANK:
            gap += 1
        elif form is not LineForm.WORDS or is_opening(text):
            break
        elif not _is_noise(text, place + 1, noticed):
            if current and (gap or not _ENCLOSED.fullmatch(text)):
                yield current.cell()
                current = _Lines(gap)
            current.add(text, place + 1)
            gap = 0
    if current:
        yield current.cell()


def _goes_on(lines: Sequence[str], place: int) -> bool:
    """Return whether a line behind a blank one still belongs to a cell: a line that begins a cell follows."""
    if is_opening(lines[place].strip()):
        return False
    following = next((line for line in lines[place + 1 : place + 4] if form_of(line) is not LineForm.BLANK), "")
    return form_of(following) is LineForm.CELL


def _is_noise(line: str, number: int, noticed: list[Diagnostic]) -> bool:
    text = line.strip()
    if not is_advertising(text) and not (is_page_break(text) and text.startswith(("-", "—", "–", "·", "第"))):
        return False
    noticed.append(ADVERTISEMENT.at(number, text))
    return True
