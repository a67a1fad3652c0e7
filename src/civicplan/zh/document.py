"""Document: the paragraphs and the tables of a document in their order, each with the line where it stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple, Self, TypeAlias

from attrs import frozen

from civicplan.values import Source

#: Where in a text further lines of the document begin, each with its number.
Breaks: TypeAlias = tuple[tuple[int, int], ...]
_PLACE = itemgetter(0)


class Paragraph(NamedTuple):
    """One line of running text, repaired.

    Attributes:
        text: The line without the blanks around it; never blank.
        line: Its number in the document, counted from 1; of one that HTML wraps over several lines, that of the first.
        breaks: Where the others of these lines begin in the text, each with its number.

    >>> wrapped = Paragraph("建书吧3家，送书2万册", 12, ((6, 13),))
    >>> wrapped.line_at(3), wrapped.line_at(8), wrapped.part(6)
    (12, 13, Paragraph(text='送书2万册', line=13, breaks=()))
    """

    text: str
    line: int
    breaks: Breaks = ()

    def line_at(self, place: int) -> int:
        """Return the number of the line from which the character at a place comes."""
        passed = bisect_right(self.breaks, place, key=_PLACE)
        return self.breaks[passed - 1][1] if passed else self.line

    def part(self, start: int, end: int | None = None) -> Paragraph:
        """Return what stands between two places, without the blanks around it."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        first, last = (bisect_left(self.breaks, place, key=_PLACE) for place in (start + 1, start + len(text)))
        breaks = tuple((place - start, line) for place, line in self.breaks[first:last])
        return Paragraph(text, self.line_at(start), breaks)


def joined_by(sign: str, lines: Iterable[Paragraph]) -> Paragraph:
    """Return lines, of which there is one at least, as one with a sign between them."""
    texts, breaks, start = list[str](), list[tuple[int, int]](), 0
    for line in lines:
        breaks += ((start, line.line), *((start + place, number) for place, number in line.breaks))
        texts.append(line.text)
        start += len(line.text) + 1
    return Paragraph(sign.join(texts), breaks[0][1], tuple(breaks[1:]))


class TextCell(Paragraph):
    r"""One cell of a table, repaired.

    Attributes:
        text: What stands in it; the lines of a cell of several lines are parted by line breaks.
        line: The number of the line in which its text begins.
        breaks: Where further lines of the document begin in the text, each with its number.

    >>> TextCell.of([Paragraph("文化馆", 12), Paragraph("图书馆", 15)])
    TextCell(text='文化馆\n图书馆', line=12, breaks=((4, 15),))
    """

    __slots__ = ()

    @classmethod
    def of(cls, lines: Iterable[Paragraph]) -> Self:
        """Return the cell of some lines, of which there is one at least."""
        return cls(*joined_by("\n", lines))

    @property
    def line_of_figure(self) -> int:
        """The number of the line in which its first digit stands; without one, that of its first line."""
        return self.line_at(next((place for place, sign in enumerate(self.text) if sign.isdecimal()), 0))

    @property
    def on_one_line(self) -> Paragraph:
        """All of it, with blanks for the line breaks."""
        return Paragraph(self.text.replace("\n", " "), self.line, self.breaks)

    @property
    def lines(self) -> tuple[Paragraph, ...]:
        """Its lines that are not blank."""
        ends = (place for place, sign in enumerate(self.text) if sign == "\n")
        parts = (self.part(start + 1, end) for start, end in pairwise((-1, *ends, len(self.text))))
        return tuple(part for part in parts if part.text)


class TextRow(NamedTuple):
    """One row of a table: its cells from the left, which need not be as many as those of other rows.

    Attributes:
        cells: The cells; a merged one stands in the first of its places, and the others are blank.
        line: The number of the line in which the row begins.
        has_places: False where the document shows no blank cells, so that of a row that is short only the order of its
            cells is known, and not under which heading each stands.
        reached: The places, blank here, into which a merged cell of a row above reaches.
        across: The places, blank here, into which a merged cell to their left in the row itself reaches.
    """

    cells: tuple[TextCell, ...]
    line: int
    has_places: bool = True
    reached: tuple[int, ...] = ()
    across: tuple[int, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each cell."""
        return tuple(cell.text for cell in self.cells)

    @property
    def shown(self) -> str:
        """What stands in it, on one line."""
        return " | ".join(text for text in (" ".join(text.split()) for text in self.texts) if text)

    @property
    def spans(self) -> Iterator[range]:
        """The places of each cell that is merged over several columns.

        >>> row = TextRow((TextCell("甲", 1), TextCell("5", 1), TextCell("", 1)), 1, across=(2,))
        >>> list(row.spans)
        [range(1, 3)]
        """
        begun = [place for place in range(len(self.cells)) if place not in self.across]
        return (range(*ends) for ends in pairwise((*begun, len(self.cells))) if ends[1] - ends[0] > 1)

    def merged(self, above: dict[int, TextCell]) -> dict[int, TextCell]:
        """Return the merged cells of rows above that reach into the row, by their places.

        Args:
            above: The last cell of each place in the rows above; those of this row are put in.
        """
        found = {place: above[place] for place in self.reached if place in above and place < len(self.cells)}
        above.update((place, cell) for place, cell in enumerate(self.cells) if place not in self.reached)
        return found


@frozen
class TextTable:
    """Rows that follow each other in a document; which of them are headings is for the reader to find out.

    Attributes:
        rows: The rows.
    """

    rows: tuple[TextRow, ...]

    @property
    def line(self) -> int:
        """The number of its first line."""
        return self.rows[0].line


Block: TypeAlias = Paragraph | TextTable


@frozen(kw_only=True)
class Document:
    """A document in its order: paragraphs and tables, repaired, each with its line in the source.

    Attributes:
        name: What the document is called in the sources of what is read from it.
        blocks: The paragraphs and the tables.

    >>> Document(name="plan.txt", blocks=(Paragraph("第一章", 3),)).source(3)
    Source(document='plan.txt', line=3, box=None, url=None)
    """

    name: str
    blocks: tuple[Block, ...]

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs alone."""
        return (block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def tables(self) -> Iterator[TextTable]:
        """The tables alone."""
        return (block for block in self.blocks if isinstance(block, TextTable))

    def source(self, line: int, box: str | None = None) -> Source:
        """Return the place of a line."""
        return Source(document=self.name, line=line, box=box)
