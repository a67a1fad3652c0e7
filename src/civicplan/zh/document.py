"""Document: the paragraphs and the tables of a document in their order, each with the line where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Self, TypeAlias

from attrs import frozen

from civicplan.values import Source


class Paragraph(NamedTuple):
    """One line of running text, repaired.

    Attributes:
        text: The line without the blanks around it; never blank.
        line: Its number in the document, counted from 1.
    """

    text: str
    line: int


class TextCell(NamedTuple):
    r"""One cell of a table, repaired.

    Attributes:
        text: What stands in it; the lines of a cell of several lines are parted by line breaks.
        line: The number of the line in which its text begins.
        line_numbers: The number of each of its lines, where they do not follow each other in the document, as in HTML;
            else none.

    >>> TextCell("文化馆\n图书馆", 12).lines
    (Paragraph(text='文化馆', line=12), Paragraph(text='图书馆', line=13))
    """

    text: str
    line: int
    line_numbers: tuple[int, ...] = ()

    @classmethod
    def of(cls, texts: Sequence[str], numbers: Sequence[int]) -> Self:
        r"""Return the cell of some lines, each with its number in the document.

        >>> TextCell.of(["文化馆", "图书馆"], [12, 13]), TextCell.of(["文化馆", "图书馆"], [12, 15]).line_numbers
        (TextCell(text='文化馆\n图书馆', line=12, line_numbers=()), (12, 15))
        """
        follow_each_other = all(number == numbers[0] + place for place, number in enumerate(numbers))
        return cls("\n".join(texts), numbers[0], () if follow_each_other else tuple(numbers))

    @property
    def lines(self) -> tuple[Paragraph, ...]:
        """Its lines that are not blank, each with its number in the document."""
        texts = self.text.split("\n")
        numbers = self.line_numbers or range(self.line, self.line + len(texts))
        return tuple(Paragraph(text.strip(), line) for text, line in zip(texts, numbers, strict=True) if text.strip())


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
