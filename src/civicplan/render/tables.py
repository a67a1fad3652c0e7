"""Tables: headings, cells and notes, and how they are written as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from civicplan.render import phrases
from civicplan.render.cells import Badge, Cell, cell_text
from civicplan.render.languages import SOURCE, Language
from civicplan.render.message import Message, fill, said, to_message
from civicplan.render.width import width
from civicplan.values import Text


class Heading(NamedTuple):
    """A row that is one heading over the rows below it.

    Attributes:
        text: The heading.
    """

    text: Text


Row: TypeAlias = "tuple[Cell, ...] | Heading"


class Table(NamedTuple):
    """Cells under headings, every row as long as the headings are, unless it is a heading itself.

    Attributes:
        headings: The headings of the columns: words of the library.
        rows: The rows.
        legend: Lines that explain signs in the cells: words of the library.
        caveats: What each caveat means that a badge in the cells may have.
        caption: What the table is about; only a page shows it.
        named_by: The place of the column whose cells name their rows, for those who have a page read to them.
    """

    headings: tuple[str, ...]
    rows: Sequence[Row]
    legend: tuple[str, ...] = ()
    caveats: Mapping[str, str] = {}
    caption: str | Text = ""
    named_by: int | None = None

    @property
    def body(self) -> list[tuple[Cell, ...]]:
        """The rows that have cells."""
        return [row for row in self.rows if not isinstance(row, Heading)]

    def to_text(self, language: Language = SOURCE) -> str:
        """Return the table as lines of text, wide characters counted as two columns.

        Args:
            language: The language of its words.

        >>> print(Table(("no.", "indicator"), [("1", "人均收入"), ("2", "jobs")]).to_text())
        no.  indicator
        ---  ---------
        1    人均收入
        2    jobs
        """
        headings = words_of(self.headings, language)
        rows = [tuple(cell_text(cell, language) for cell in row) for row in self.body]
        widths = [max(map(width, column)) for column in zip(headings, *rows, strict=True)]
        rule = tuple("-" * columns for columns in widths)
        lines = ["  ".join(map(_padded, row, widths)).rstrip() for row in (headings, rule, *rows)]
        return "\n".join((*lines, *words_of(self._notes(), language)))

    def _notes(self) -> Iterator[Message]:
        for caveat in caveats_in(self.body, self.caveats):
            sentence = Message(self.caveats[caveat])
            yield fill(phrases.CAVEAT_LEGEND, caveat=Message(caveat), sentence=sentence)
        yield from map(to_message, self.legend)


def words_of(templates: Iterable[str], language: Language) -> tuple[str, ...]:
    """Return words of the library in a language.

    >>> words_of(("indicator", "verdict"), "en")
    ('indicator', 'verdict')
    """
    return tuple(said(to_message(template), language) for template in templates)


def caveats_in(rows: Sequence[tuple[Cell, ...]], known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the caveats of the badges in the rows, in the order of those known."""
    found = {caveat for row in rows for cell in row if isinstance(cell, Badge) for caveat in cell.caveats}
    return tuple(caveat for caveat in known if caveat in found)


def under_headings(rows: Iterable[tuple[Text | None, tuple[Cell, ...]]]) -> list[Row]:
    """Return the rows, with a heading before each row whose heading is another than that of the row before."""
    headed: list[Row] = []
    before: Text | None = None
    for heading, row in rows:
        if heading is not None and heading != before:
            headed.append(Heading(heading))
        before = heading
        headed.append(row)
    return headed


def _padded(cell: str, columns: int) -> str:
    return cell + " " * (columns - width(cell))
