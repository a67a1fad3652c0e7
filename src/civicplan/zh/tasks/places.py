"""The sentences of the cells of a table of tasks, with their lines and their clauses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import frozen

from civicplan.zh.document import Document, TextCell
from civicplan.zh.language.for_each import is_for_each
from civicplan.zh.language.sentences import Span, clauses, sentences

#: No farther before a sentence is looked for the sign that ends the one before it.
_LONGEST_ITEM = 8


@frozen
class Place:
    """A sentence of a cell, with the document that it stands in.

    Attributes:
        sentence: The sentence, with its place in the cell.
        cell: The cell.
        document: The document.
    """

    sentence: Span
    cell: TextCell
    document: Document

    @cached_property
    def _clauses(self) -> tuple[Span, ...]:
        return tuple(clauses(self.sentence.text))

    def clause_at(self, place: int) -> str:
        """Return the clause that a place of the sentence lies in."""
        return self._clause(place).text

    def _clause(self, place: int) -> Span:
        return self._clauses[bisect_left(self._clauses, place, key=_end)]

    @property
    def goes_on(self) -> bool:
        """Whether only a semicolon stands between the sentence and the one before it."""
        start = self.sentence.start
        return self.cell.text[max(start - _LONGEST_ITEM, 0) : start].strip().endswith(("；", ";"))

    def is_for_each(self, place: int) -> bool:
        """Return whether the amount that begins at a place of the sentence may be one for each of several."""
        return is_for_each(self.sentence.text, self._clause(place), place)

    def line(self, place: int) -> int:
        """Return the line of a place in the sentence."""
        return self.cell.line_at(self.sentence.start + place)


def _end(span: Span) -> int:
    return span.end


def places(cells: Iterable[TextCell], document: Document) -> Iterator[Place]:
    """Yield the sentences of some cells."""
    for cell in cells:
        for sentence in sentences(cell.text):
            yield Place(sentence, cell, document)
