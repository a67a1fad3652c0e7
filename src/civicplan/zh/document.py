"""Document: the paragraphs and the tables of a document in their order, each with the line where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

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
    """One cell of a table, repaired.

    Attributes:
        text: What stands in it; the lines of a cell of several lines are parted by line breaks.
        line: The number of the line in which its text begins.
    """

    text: str
    line: int


class TextRow(NamedTuple):
    """One row of a table: its cells from the left, which need not be as many as those of other rows.

    Attributes:
        cells: The cells; a merged one stands in the first of its places, and the others are blank.
        line: The number of the line in which the row begins.
    """

    cells: tuple[TextCell, ...]
    line: int

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each cell."""
        return tuple(cell.text for cell in self.cells)


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
