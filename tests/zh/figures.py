"""Every figure of what a reader returned, with the source that it names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

import attrs

import civicplan as cp
from civicplan.zh.language.numerals import find_numbers

_RUN = re.compile(r"[0-9]+(?:\.[0-9]+)?|(?<![0-9])\.[0-9]+")
_THOUSANDS = re.compile(r"(?<![0-9])[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])")


#: As browsers read it: the name of a tag may hold any sign.
_TAG = re.compile("</?[a-zA-Z][^>]*>")
#: It stands in the place of a tag.
_OF_TAG = "\1"
_DIGITS_AND_TAGS, _PIECE, _MOST_PIECES = re.compile("[0-9.,\1]*[0-9][0-9.,\1]*"), re.compile("[0-9.,]+"), 6
_OF_CELLS = ("target", "actual", "weight", "score", "rate")


class Stated(NamedTuple):
    """A figure, the closest source that is recorded for it, and whether it is the second of a range."""

    figure: cp.Figure
    source: cp.Source | None
    is_second: bool


def figures_in(value: Any, source: cp.Source | None = None, *, is_second: bool = False) -> Iterator[Stated]:
    """Yield the figures of a value, in its order."""
    if isinstance(value, cp.Figure):
        yield Stated(value, source, is_second)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from figures_in(part, source)
    elif attrs.has(type(value)) and not isinstance(value, cp.Period | cp.Source):
        own = getattr(value, "source", None) or source
        lines = dict(zip(_OF_CELLS, getattr(value, "cell_lines", ()), strict=False))
        for field in attrs.fields(type(value)):
            place = attrs.evolve(own, line=lines[field.name]) if own and field.name in lines else own
            yield from figures_in(getattr(value, field.name), place, is_second=field.name == "second")


def digits_of(figure: cp.Figure) -> str:
    """Return the digits of a figure as printed, without a sign and without a multiple: of 6E+4 it is 6."""
    number = figure.value.as_tuple()
    assert isinstance(number.exponent, int), "a figure is finite"
    digits = "".join(map(str, number.digits))
    places = -number.exponent
    return digits if places <= 0 else f"{digits.zfill(places + 1)[:-places]}.{digits.zfill(places + 1)[-places:]}"


class Printed:
    """The numbers of a document by the lines in which they begin.

    Args:
        text: The text, repaired. A tag in it may part the digits of a number, or two numbers.
        shows_tags: Whether what stands in tags is printed as well, as it is in plain text.
    """

    def __init__(self, text: str, *, shows_tags: bool) -> None:
        self._runs: dict[int, set[str]] = defaultdict(set)
        self._values: dict[int, set[Decimal]] = defaultdict(set)
        shown = list(_without_tags(text))
        self._add_runs(shown)
        self._add_numerals([(sign, line) for sign, line in shown if sign != _OF_TAG])
        if shows_tags:
            raw = [(sign, line) for line, words in enumerate(text.split("\n"), 1) for sign in f"{words}\n"]
            self._add_runs(raw)
            self._add_numerals(raw)

    def _add_runs(self, signs: Sequence[tuple[str, int]]) -> None:
        for group in _DIGITS_AND_TAGS.finditer("".join(sign for sign, _ in signs)):
            pieces = [(piece.start(), piece[0]) for piece in _PIECE.finditer(group[0])]
            for first, (start, _) in enumerate(pieces):
                line = signs[group.start() + start][1]
                for last in range(first + 1, min(first + _MOST_PIECES, len(pieces)) + 1):
                    joined = "".join(piece for _, piece in pieces[first:last])
                    self._runs[line] |= {run.replace(",", "") for run in _THOUSANDS.findall(joined)}
                    self._runs[line] |= {run.zfill(len(run) + run.startswith(".")) for run in _RUN.findall(joined)}

    def _add_numerals(self, signs: Sequence[tuple[str, int]]) -> None:
        for number in find_numbers("".join(sign for sign, _ in signs)):
            self._values[signs[number.start][1]].add(number.figure.value)

    def has(self, stated: Stated) -> bool:
        """Return whether the digits of a figure begin in the line that it names, or they are a Chinese numeral there.

        The second of a range may stand in the next line with a number.
        """
        line = (stated.source and stated.source.line) or 0
        after = min((later for later in (*self._runs, *self._values) if later > line), default=line)
        return any(self._begins(stated.figure, number) for number in ((line, after) if stated.is_second else (line,)))

    def _begins(self, figure: cp.Figure, line: int) -> bool:
        digits, runs = digits_of(figure), self._runs.get(line, set())
        has_multiple = figure.places < 0  # 12.5亿 is 125E+7
        is_run = digits in runs or (has_multiple and digits in {run.replace(".", "").lstrip("0") for run in runs})
        return is_run or abs(figure.value) in self._values.get(line, set())


def _without_tags(text: str) -> Iterator[tuple[str, int]]:
    """Yield the signs of a text, one for each tag, each with its line."""
    line, done = 1, 0
    for start, end in (*(tag.span() for tag in _TAG.finditer(text)), (len(text), len(text))):
        for sign in text[done:start]:
            yield sign, line
            line += sign == "\n"
        line += text.count("\n", start, end)
        yield _OF_TAG, line
        done = end
