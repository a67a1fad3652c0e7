"""Enumerations of running text: 一、 over （一） over 1. over 一是, each entry with its lines and the entries in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from attrs import define, field, frozen

from civicplan.zh.document import Document, Paragraph
from civicplan.zh.language.numerals import whole_number
from civicplan.zh.words.list_numbers import COUNTED_ON, ENCLOSED, ENTRY_NUMBER, LISTED, NUMBERED
from civicplan.zh.words.sentence_signs import FULL_STOPS, SENTENCE_ENDS


class Rank(IntEnum):
    """What an entry begins with, the highest rank first: 一、 then （一） then 1. then 一是 or 第一."""

    LISTED = 1
    ENCLOSED = 2
    NUMBERED = 3
    SPOKEN = 4


@frozen(kw_only=True)
class Entry:
    """An entry of an enumeration.

    Attributes:
        rank: What it begins with.
        number: Its number.
        printed: The number as it is printed.
        lines: What stands in it before its first inner entry, line by line, the first without its number.
        lead: What leads up to the enumeration that it belongs to: the text since the full stop before its first entry.
        entries: The entries in it.
    """

    rank: Rank
    number: int
    printed: str
    lines: tuple[Paragraph, ...]
    lead: str = ""
    entries: tuple[Entry, ...] = ()

    @property
    def line(self) -> int:
        """The number of the line in which it begins."""
        return self.lines[0].line

    @property
    def leaves(self) -> Iterator[Entry]:
        """The entries in it that have none in them; itself where it has none."""
        if not self.entries:
            yield self
        for entry in self.entries:
            yield from entry.leaves


class Enumerated(NamedTuple):
    """A text with its enumerations.

    Attributes:
        before: The lines before the first entry.
        entries: The entries of the highest ranks.
    """

    before: tuple[Paragraph, ...]
    entries: tuple[Entry, ...]

    @property
    def leaves(self) -> Iterator[Entry]:
        """The entries that have none in them."""
        for entry in self.entries:
            yield from entry.leaves


_MARKS = (
    (Rank.LISTED, re.compile(f"{LISTED}(?!{COUNTED_ON})")),
    (Rank.ENCLOSED, re.compile(ENCLOSED)),
    (Rank.NUMBERED, re.compile(NUMBERED)),
)
#: 一是, 一要 and 第一 begin a sentence or a clause; behind other words, as in 原因之一是, they begin nothing.
_SPOKEN = re.compile(
    rf"(?:^|(?<=[{SENTENCE_ENDS}：:，, ]))(?:(?P<plain>{ENTRY_NUMBER})(?:是要?|要|则)(?!否)|"
    rf"第(?P<ordinal>{ENTRY_NUMBER})[，,：:])"
)
_FULL_STOP = re.compile(f"[{FULL_STOPS}]")
#: What some pages put before the lines of a list or a heading.
_ORNAMENTS = "#*>• \t"


def lines_of(document: Document) -> Iterator[Paragraph]:
    """Yield the lines of a document, those in the cells of tables among them, since pages are laid out in tables."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from (line for row in block.rows for cell in row.cells for line in cell.lines)


def enumerated(lines: Iterable[Paragraph], *, spoken: bool = False) -> Enumerated:
    """Return the lines of a text as its enumerations.

    Args:
        lines: The lines.
        spoken: Whether 一是 and 二是 begin entries as well, wherever they stand in a line.

    >>> text = ("要点", "一、读书", "1.建书吧。新建书吧3家。", "2、送书下乡")
    >>> found = enumerated(Paragraph(line, place) for place, line in enumerate(text, start=1))
    >>> [(entry.number, entry.lines[0].text) for entry in found.leaves]
    [(1, '建书吧。新建书吧3家。'), (2, '送书下乡')]
    """
    root = _Open(rank=Rank.LISTED)
    above = [root]
    for line in lines:
        for part in _parts(line, above, spoken=spoken):
            _add(part, above)
    return Enumerated(tuple(root.lines), tuple(inner.closed() for inner in root.inner))


@define(kw_only=True)
class _Open:
    """An entry that may go on."""

    rank: Rank
    number: str = ""
    lead: str = ""
    lines: list[Paragraph] = field(factory=list)
    inner: list[_Open] = field(factory=list)

    def closed(self) -> Entry:
        entries = tuple(entry.closed() for entry in self.inner)
        number, lines = _order(self.number), tuple(self.lines)
        return Entry(rank=self.rank, number=number, printed=self.number, lines=lines, lead=self.lead, entries=entries)


class _Part(NamedTuple):
    """A line, or a part of one, with the number that it begins with."""

    text: Paragraph
    rank: Rank | None = None
    number: str = ""
    lead: str = ""


def _parts(line: Paragraph, above: Sequence[_Open], *, spoken: bool) -> Iterator[_Part]:
    """Yield the parts of a line that begin entries, and the rest."""
    text = line.text.strip(_ORNAMENTS)
    line = line.part(line.text.index(text), line.text.index(text) + len(text))
    rank, number = None, ""
    for known, mark in _MARKS:
        match = mark.match(text)
        if match is not None:
            rank, number, line = known, match[1], line.part(match.end())
            break
    text = line.text
    starts = list(_spoken_in(text, above)) if spoken else []
    first = starts[0].start() if starts else len(text)
    if rank is not None or text[:first].strip():
        yield _Part(line.part(0, first), rank, number)
    lead = _FULL_STOP.split(text[:first].rstrip("。"))[-1] or _last_words(above)
    ends = [start.start() for start in starts[1:]]
    for start, end in zip(starts, [*ends, len(text)], strict=True) if starts else ():
        last = start.end() + len(text[start.end() : end].rstrip().rstrip("；;，,"))
        yield _Part(line.part(start.end(), last), Rank.SPOKEN, _numeral_of(start), lead)


def _spoken_in(text: str, above: Sequence[_Open]) -> Iterator[re.Match[str]]:
    """Yield where 一是, 二是 and so on stand in a line, in their order from one or from that of the entry above."""
    last = _order(above[-1].number) if above[-1].rank is Rank.SPOKEN else 0
    for match in _SPOKEN.finditer(text):
        number = _order(_numeral_of(match))
        if number in (1, last + 1):
            last = number
            yield match


def _numeral_of(spoken: re.Match[str]) -> str:
    numeral_in_words: str = spoken["plain"] or spoken["ordinal"]
    return numeral_in_words


def _last_words(above: Sequence[_Open]) -> str:
    lines = above[-1].lines
    return _FULL_STOP.split(lines[-1].text.rstrip("。"))[-1] if lines else ""


def _order(number: str) -> int:
    return whole_number(number) or 0


def _add(part: _Part, above: list[_Open]) -> None:
    """Add a part to the entry that it belongs to, as an entry of its own where it begins one."""
    if part.rank is None:
        if part.text.text:
            above[-1].lines.append(part.text)
        return
    lead = part.lead
    while len(above) > 1 and above[-1].rank >= part.rank:
        closed = above.pop()
        if closed.rank is part.rank and _order(part.number) != 1:
            lead = closed.lead
    entry = _Open(rank=part.rank, number=part.number, lead=lead, lines=[part.text])
    above[-1].inner.append(entry)
    above.append(entry)
