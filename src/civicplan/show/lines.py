"""Words broken into lines, which nothing below a chart does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from civicplan.render.width import width

#: What may stand alone at the end of a line: a word with the blank after it, or one wide letter with its punctuation.
_PIECES = re.compile(
    r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef][，。；：、！？）》”]*|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+\s*|\s+"
)
#: The width of half a wide letter, for its height.
_COLUMN = 0.51
ELLIPSIS = "…"


def columns_of(pixels: float, letters: int) -> int:
    """Return how many columns of letters stand in so many pixels.

    >>> columns_of(306, 12)
    50
    """
    return int(pixels / (letters * _COLUMN))


def shortened(text: str, columns: int) -> str:
    """Return the text with its end left out where it takes more columns.

    >>> shortened("全员劳动生产率", 9), shortened("jobs", 9)
    ('全员劳动…', 'jobs')
    """
    if len(text) <= columns and width(text) <= columns:
        return text
    kept, taken = 0, 0
    while kept < len(text) and taken + width(text[kept]) < columns:
        taken += width(text[kept])
        kept += 1
    return f"{text[:kept].rstrip()}{ELLIPSIS}"


def in_lines(text: str, columns: int, most: int) -> list[str]:
    """Return the text in lines of so many columns, broken between words and between wide letters.

    Args:
        text: The text.
        columns: How many columns a line has.
        most: How many lines there may be; the last one ends in an ellipsis where more is left.

    >>> in_lines("two words and more", 9, 2)
    ['two words', 'and more']
    >>> in_lines("全员劳动生产率，万元", 9, 2)
    ['全员劳动', '生产率，…']
    """
    lines = list(_lines(_pieces(text, columns), columns))
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], shortened(f"{lines[most - 1]}{ELLIPSIS}{ELLIPSIS}", columns)]


def _lines(pieces: Iterable[str], columns: int) -> Iterator[str]:
    line = ""
    for piece in pieces:
        if line and width(line) + width(piece.rstrip()) > columns:
            yield line.rstrip()
            line = ""
        line += piece
    if line.strip():
        yield line.rstrip()


def _pieces(text: str, columns: int) -> Iterator[str]:
    """The pieces of a text; a word that is longer than a line is cut."""
    for found in _PIECES.finditer(text):
        piece = found[0]
        while width(piece.rstrip()) > columns:
            yield piece[:columns]
            piece = piece[columns:]
        yield piece
