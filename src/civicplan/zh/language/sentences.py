"""Sentences and clauses, each with its place: what belongs together where a date or an amount is read."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from civicplan.zh.words.list_numbers import BRACKETED, NUMBERED
from civicplan.zh.words.phrase_words import AIMS, AIMS_IN_FRONT, OBTAINED, any_of
from civicplan.zh.words.sentence_signs import CLAUSES, SENTENCE_ENDS, SENTENCES

#: The signs that end sentences and clauses of a cell; a comma between digits parts thousands.
_ENDS, _COMMAS = re.compile(f"[{SENTENCE_ENDS}\n]"), re.compile("，|,(?!(?<=[0-9],)[0-9])")
#: The number of an item before its text.
_ITEM = re.compile(rf"\s*(?:{NUMBERED}|{BRACKETED}|[①-⑳])\s*")
_QUOTED = re.compile('“[^“”\n]*+”|《[^《》\n]*+》|‘[^‘’\n]*+’|「[^「」\n]*+」|"[^"\n]*+"')
_BRACKETS = re.compile(r"[(（][^()（）\n]*+[)）]")
#: A comma and a colon between digits part nothing.
_CLAUSE_ENDS = re.compile(f"[{re.escape(CLAUSES)}](?:(?<![,:])|(?<![0-9].)|(?![0-9]))")
_SENTENCE_ENDS = re.compile(f"[{re.escape(SENTENCES)}]")
_AIMS = re.compile(
    rf"{any_of(AIMS)}|(?<![^年月度内底前，,；;。：:\n\t|])(?:{any_of(AIMS_IN_FRONT)})(?!的|[到了]?(?:{any_of(OBTAINED)}))"
)
#: It stands for each sign in quotation marks and brackets, so that nothing moves.
_HIDDEN = "\0"


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
    for span in _parted(text, _ENDS.finditer(text)):
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
    return _parted(text, _COMMAS.finditer(hide(text)))


def is_within_name(text: str, place: int) -> bool:
    """Return whether a place of a sentence lies within quotes or the marks of a title.

    >>> is_within_name("办“2025春晚”", 3), is_within_name("办“春晚”5场", 5)
    (True, False)
    """
    opened = sum(text.count(sign, 0, place) for sign in "“「『《〈")
    closed = sum(text.count(sign, 0, place) for sign in "”」』》〉")
    return opened > closed


def _parted(text: str, signs: Iterable[re.Match[str]]) -> Iterator[Span]:
    start = 0
    for sign in signs:
        yield Span(text[start : sign.start()], start)
        start = sign.end()
    yield Span(text[start:], start)


class Clause(NamedTuple):
    """A part of a text between two signs.

    Attributes:
        start: Where it begins, counted from 0.
        end: The place of the sign that ends it.
    """

    start: int
    end: int


def _hide_names(text: str) -> str:
    """Return the text with what stands in quotation marks hidden, sign for sign.

    >>> _hide_names("评“1、2”级").replace(chr(0), "_")
    '评_____级'
    """
    return _QUOTED.sub(_hidden, text)


def hide(text: str) -> str:
    """Return the text with what stands in quotation marks and brackets hidden, sign for sign."""
    return _BRACKETS.sub(_hidden, _hide_names(text))


def _hidden(found: re.Match[str]) -> str:
    return _HIDDEN * len(found[0])


class Clauses:
    """The clauses of a text, and the word of aim that holds at a place."""

    def __init__(self, text: str) -> None:
        named = _hide_names(text)
        self._names = named
        self._brackets = [(found.start() + 1, found.end() - 1) for found in _BRACKETS.finditer(named)]
        self._inside = _ends(_CLAUSE_ENDS, named)
        self._outside = _ends(_CLAUSE_ENDS, _BRACKETS.sub(_hidden, named))
        self._sentences = _ends(_SENTENCE_ENDS, named)
        self._aims = [(found.start(), found[0]) for found in _AIMS.finditer(named)]
        self._size = len(text)

    def at(self, place: int) -> Clause | None:
        """Return the clause of a place; None where it stands in quotation marks, as a part of a name."""
        if self._names[place] == _HIDDEN:
            return None
        bracket = self._brackets[bisect_right(self._brackets, (place, self._size)) - 1] if self._brackets else (0, 0)
        start, end = bracket if bracket[0] <= place < bracket[1] else (0, self._size)
        ends = self._inside if end < self._size else self._outside
        return Clause(max(start, _last_before(ends, place) + 1), min(end, _first_from(ends, place, self._size)))

    def aim_at(self, place: int) -> str | None:
        """Return the last word of aim before a place in its sentence; None where there is none."""
        last = bisect_left(self._aims, (place, "")) - 1
        if last < 0 or self._aims[last][0] < _last_before(self._sentences, place):
            return None
        return self._aims[last][1]


def _ends(pattern: re.Pattern[str], text: str) -> list[int]:
    return [found.start() for found in pattern.finditer(text)]


def _last_before(places: list[int], place: int) -> int:
    index = bisect_left(places, place)
    return places[index - 1] if index else -1


def _first_from(places: list[int], place: int, size: int) -> int:
    index = bisect_left(places, place)
    return places[index] if index < len(places) else size
