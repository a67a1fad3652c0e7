"""Cells that stand in lines of their own, one after the other, and are to be put together to rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from civicplan.reading import Diagnostic
from civicplan.zh.markup import plain_lines
from civicplan.zh.printed_rows import Form, form_of
from civicplan.zh.said import Notice
from civicplan.zh.table_words import is_advertising, is_opening, is_page_break

ADVERTISEMENT = Notice("advertisement", "The line is no part of the table in which it stands, and was left out.")
_ENCLOSED = re.compile(r"[(（][^()（）]{1,30}[)）]")


class Loose(NamedTuple):
    """A cell in lines of its own.

    Attributes:
        texts: Its lines; none where it is blank.
        numbers: Their numbers; of a blank cell that of its line.
        gap: How many blank lines stand before it.
    """

    texts: tuple[str, ...]
    numbers: tuple[int, ...]
    gap: int

    @property
    def text(self) -> str:
        """Its lines as one text, parted by line breaks."""
        return "\n".join(self.texts)

    @property
    def line(self) -> int:
        """The number of its first line."""
        return self.numbers[0]


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
    gap, current = 0, Loose((), (), 0)
    for place in range(start, len(lines)):
        form = form_of(lines[place])
        if form is Form.CELL:
            if current.numbers:
                yield current
            current = _begun(lines[place], place + 1, gap)
            gap = 0
        elif form is Form.BLANK:
            gap += 1
        elif form is not Form.WORDS or (gap and not _goes_on(lines, place)):
            break
        elif not _is_noise(lines[place], place + 1, noticed):
            current = _with_lines(current, lines[place], place + 1)
            gap = 0
    if current.numbers:
        yield current


def bare_cells(lines: Sequence[str], start: int, noticed: list[Diagnostic]) -> Iterator[Loose]:
    """The cells of which each has a line of its own without a tab; a line in brackets belongs to the one before.

    They end before a line that cannot be a cell alone, and before the title of something else.
    """
    gap, current = 0, Loose((), (), 0)
    for place in range(start, len(lines)):
        form = form_of(lines[place])
        text = lines[place].strip()
        if form is Form.BLANK:
            gap += 1
        elif form is not Form.WORDS or is_opening(text):
            break
        elif not _is_noise(text, place + 1, noticed):
            if not gap and current.numbers and _ENCLOSED.fullmatch(text):
                current = _with_lines(current, text, place + 1)
                continue
            if current.numbers:
                yield current
            current = _begun(text, place + 1, gap)
            gap = 0
    if current.numbers:
        yield current


def _begun(line: str, number: int, gap: int) -> Loose:
    texts = tuple(plain_lines(line))
    return Loose(texts, (number,) * max(len(texts), 1), gap)


def _with_lines(cell: Loose, line: str, number: int) -> Loose:
    texts = tuple(plain_lines(line))
    numbers = cell.numbers if cell.texts else ()
    return Loose(cell.texts + texts, numbers + (number,) * len(texts), cell.gap) if texts else cell


def _goes_on(lines: Sequence[str], place: int) -> bool:
    """Return whether a line behind a blank one still belongs to a cell: a line that begins a cell follows."""
    if is_opening(lines[place].strip()):
        return False
    following = next((line for line in lines[place + 1 : place + 4] if form_of(line) is not Form.BLANK), "")
    return form_of(following) is Form.CELL


def _is_noise(line: str, number: int, noticed: list[Diagnostic]) -> bool:
    text = line.strip()
    if not is_advertising(text) and not (is_page_break(text) and text.startswith(("-", "—", "–", "·", "第"))):
        return False
    noticed.append(ADVERTISEMENT.at(number, text))
    return True
