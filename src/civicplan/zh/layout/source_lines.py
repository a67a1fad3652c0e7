"""Lines kept through what is done to a page: repaired, and put together to tables, each part knows its line still."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from civicplan.zh.document import Block, Paragraph, TextCell, TextRow, TextTable
from civicplan.zh.text.repair import Repaired

#: The parser does not count the line breaks in it.
_WRAPPED_END = re.compile(r"</[a-zA-Z][^>\n]{0,300}\n[^>]{0,300}>")
#: What is left out of a line between two of its signs, such as a tag, is no longer.
_MOST_LEFT_OUT = 400


def breaks_behind_tags(text: str) -> str:
    """Return HTML with the line breaks that stand in the end of an element behind it."""
    return _WRAPPED_END.sub(_with_breaks_behind, text)


def _with_breaks_behind(end: re.Match[str]) -> str:
    """Return the end of an element with its line breaks behind it, unless they would part a number there."""
    before, after = end.string[end.start() - 1 : end.start()], end.string[end.end() : end.end() + 1]
    if before.isdecimal() and after.isdecimal():
        return end[0]
    return end[0].replace("\n", " ") + "\n" * end[0].count("\n")


def breaks_of(parts: Iterable[tuple[str, int]], text: str) -> Iterator[tuple[int, int]]:
    """Yield where in a text, which has the signs of its parts but for blanks, each line of the source begins."""
    places, done, last = [place for place, sign in enumerate(text) if not sign.isspace()], 0, 0
    for part, first in parts:
        for number, words in enumerate(part.split("\n"), first):
            count = len("".join(words.split()))
            if count and number != last:
                yield places[done], number
                last = number
            done += count


def repaired_lines(lines: Sequence[Paragraph], repaired: Repaired) -> list[Paragraph]:
    """Return the lines of a page as they were repaired."""
    texts = repaired.text.split("\n")  # one, and it blank, of a page without lines
    return [
        Paragraph(texts[place], line.line, _repaired_breaks(line, place + 1, repaired) if line.breaks else ())
        for place, line in enumerate(lines)
    ]


def _repaired_breaks(line: Paragraph, number: int, repaired: Repaired) -> tuple[tuple[int, int], ...]:
    places = repaired.places_in(number, (place for place, _ in line.breaks))
    return tuple(zip(places, (line for _, line in line.breaks), strict=True))


class SourceLines:
    """The lines that blocks were made of, in which the lines of the blocks are counted from 1."""

    def __init__(self, lines: Sequence[Paragraph]) -> None:
        self._lines = lines
        self._done: dict[int, int] = {}

    def block(self, block: Block) -> Block:
        """Return a block with the lines of the document; the blocks come in their order."""
        if isinstance(block, Paragraph):
            return self._paragraph(block)
        return TextTable(tuple(map(self._row, block.rows)))

    def _row(self, row: TextRow) -> TextRow:
        cells = (TextCell(cell.text, *self._paragraph(cell)[1:]) for cell in row.cells)
        return row._replace(cells=tuple(cells), line=self._lines[row.line - 1].line)

    def _paragraph(self, part: Paragraph) -> Paragraph:
        ends = pairwise(((0, part.line), *part.breaks, (len(part.text), 0)))
        lines = ((start, self._found(part.text[start:end], number)) for (start, number), (end, _) in ends)
        (_, line), *breaks = (
            (start + place, line) for start, found in lines for place, line in ((0, found.line), *found.breaks)
        )
        return Paragraph(part.text, line, tuple(breaks))

    def _found(self, text: str, number: int) -> Paragraph:
        """Return a part of a line, which has its signs in their order, but for tags and the like between them."""
        line = self._lines[number - 1]
        if not line.breaks:
            return Paragraph(text, line.line)
        places = list(self._places(text, number))
        first, last = (places[0], places[-1]) if places else (self._done.get(number, 0), 0)
        breaks = ((bisect_left(places, place), line) for place, line in line.breaks if first < place <= last)
        return Paragraph(text, line.line_at(first), tuple(breaks))

    def _places(self, text: str, number: int) -> Iterator[int]:
        """Yield where in a line each sign of a part stands, behind the parts before it."""
        line, place = self._lines[number - 1].text, self._done.get(number, 0)
        for sign in text:
            found = -1 if sign.isspace() else line.find(sign, place, place + _MOST_LEFT_OUT)
            yield max(found, place)
            place = found + 1 or place
        self._done[number] = place
