"""Traced: a text that knows of every character from where in its source it comes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from sys import intern
from typing import NamedTuple

from attrs import frozen

from civicplan.zh.notices import Notice


class Edit(NamedTuple):
    """One replacement in a text.

    Attributes:
        start: Where what is replaced begins.
        end: Where it ends.
        after: What stands there then.
        notice: What to say of it; None where it is beyond doubt.
    """

    start: int
    end: int
    after: str
    notice: Notice | None = None


class Change(NamedTuple):
    """One place that `repair` changed, within one line.

    Attributes:
        line: The number of the line, the same in the source and in the repaired text; the first is 1.
        column: Where in the line of the source it begins; the first is 1.
        before: What stood there; blank where something was added.
        after: What stands there instead; blank where it was taken out.

    >>> Change(2, 4, "(jiē)", "")
    Change(line=2, column=4, before='(jiē)', after='')
    """

    line: int
    column: int
    before: str
    after: str


@frozen
class Traced:
    """A text whose every character comes from a place of a source, in the order of the source.

    Attributes:
        source: The text that was edited.
        text: What it is now; it has as many lines.
        places: Where in the source that of each character begins, and the end of the source; None where every
            character has the place that it had.

    >>> edited = Traced("區(qū)文", "區(qū)文").edited([Edit(1, 5, "")])
    >>> edited.text, list(edited.changes())
    ('區文', [Change(line=1, column=2, before='(qū)', after='')])
    """

    source: str
    text: str
    places: array[int] | None = None

    def edited(self, edits: Iterable[Edit]) -> Traced:
        """Return the text after edits that follow each other and do not overlap."""
        old, places, pieces, done = self.text, array("I"), list[str](), 0
        for edit in edits:
            pieces += (old[done : edit.start], edit.after)
            places.extend(self._places(done, edit.start))
            if len(edit.after) == edit.end - edit.start:
                places.extend(self._places(edit.start, edit.end))
            else:
                places.extend(array("I", self._places(edit.start, edit.start + 1)) * len(edit.after))
            done = edit.end
        if not pieces:
            return self
        pieces.append(old[done:])
        places.extend(self._places(done, len(old) + 1))
        return Traced(self.source, "".join(pieces), places)

    def rewritten(self, text: str) -> Traced:
        """Return the text with each character replaced by one other."""
        return Traced(self.source, text, self.places)

    def _places(self, start: int, end: int) -> Iterable[int]:
        return range(start, end) if self.places is None else self.places[start:end]

    def changes(self) -> Iterator[Change]:
        """Return what differs from the source, line by line."""
        places = self.places or range(len(self.text) + 1)
        before = after = 0
        pairs = zip(self.source.split("\n"), self.text.split("\n"), strict=True)
        for line, (old, new) in enumerate(pairs, start=1):
            if old != new:
                yield from _changes(line, old, new, _within(places, after, after + len(new), before))
            before, after = before + len(old) + 1, after + len(new) + 1


def _within(places: Sequence[int], start: int, end: int, before: int) -> Iterator[int]:
    return (places[at] - before for at in range(start, end))


def _changes(line: int, old: str, new: str, places: Iterator[int]) -> Iterator[Change]:
    """Return what differs in a line, where characters that were replaced one by one are one change."""
    begin, text = 0, ""
    for character, (place, following) in zip(new, pairwise(chain(places, (len(old),))), strict=True):
        is_kept = old.startswith(character, place, following)
        if is_kept or place - begin != len(text):
            yield from _change(line, begin, old[begin:place], text)
            begin, text = place, ""
        if is_kept:
            begin += 1
        else:
            text += character
    yield from _change(line, begin, old[begin:], text)


def _change(line: int, begin: int, before: str, after: str) -> Iterator[Change]:
    if before != after:
        yield Change(line, begin + 1, intern(before), intern(after))
