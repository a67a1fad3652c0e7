"""Sentences and clauses of a cell, each with its place: what belongs together where a date or an amount is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_ENDS = "。；;！？\n"
_COMMAS = "，,"
_OPENING, _CLOSING = "“「『《〈（(", "”」』》〉）)"
#: The number of an item before its text. A point before a digit is one of a decimal number, unless a date follows.
_ITEM = re.compile(
    r"\s*(?:[0-9]{1,2}(?:[.．](?![0-9])|[.．](?=[0-9]{4}年|[0-9]{1,2}月)|[、）)])|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[①-⑳])\s*"
)


class Span(NamedTuple):
    """A part of a text.

    Attributes:
        text: The part.
        start: Where it begins in the text, counted from 0.
    """

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends: the place behind its last character."""
        return self.start + len(self.text)


def sentences(text: str) -> Iterator[Span]:
    r"""Yield the sentences of a text, without the numbers of items before them.

    Line breaks, full stops and semicolons part them, wherever they stand.

    >>> [sentence.text for sentence in sentences("1.建书吧3家；送书2万册。\n2、办展览4.5场")]
    ['建书吧3家', '送书2万册', '办展览4.5场']
    """
    for span in _parted(text, _ENDS, within_names=True):
        item = _ITEM.match(span.text)
        body = span.text[item.end() :] if item else span.text
        kept = body.strip()
        if kept:
            yield Span(kept, span.start + len(span.text) - len(body) + body.index(kept[0]))


def clauses(text: str) -> Iterator[Span]:
    """Yield the clauses of a sentence; a comma within quotes or brackets parts none.

    >>> [clause.text for clause in clauses("办“春日，你好”展览，5月开展")]
    ['办“春日，你好”展览', '5月开展']
    """
    return _parted(text, _COMMAS, within_names=False)


def is_within_name(text: str, place: int) -> bool:
    """Return whether a place of a sentence lies within quotes or the marks of a title.

    >>> is_within_name("办“2025春晚”", 3), is_within_name("办“春晚”5场", 5)
    (True, False)
    """
    opened = sum(text.count(sign, 0, place) for sign in "“「『《〈")
    closed = sum(text.count(sign, 0, place) for sign in "”」』》〉")
    return opened > closed


def _parts_thousands(text: str, place: int) -> bool:
    """Return whether a sign is a comma between digits: 1,200万."""
    around = text[max(place - 1, 0) : place + 2]
    return text[place] == "," and len(around) == 3 and around[0].isdecimal() and around[2].isdecimal()


def _parted(text: str, ends: str, *, within_names: bool) -> Iterator[Span]:
    depth, start = 0, 0
    for place, sign in enumerate(text):
        if sign in _OPENING:
            depth += 1
        elif sign in _CLOSING:
            depth = max(depth - 1, 0)
        elif sign in ends and (within_names or depth == 0) and not _parts_thousands(text, place):
            yield Span(text[start:place], start)
            start = place + 1
    yield Span(text[start:], start)
