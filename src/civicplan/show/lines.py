"""How wide words are, and where they are cut or broken into lines: nothing below a chart does so in good time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from civicplan.render.width import width

#: What may stand alone at the end of a line: a word with the blank after it, or one wide letter with its punctuation.
_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_PIECES = re.compile(rf"[{_WIDE}][，。；：、！？）》”]*|[^\s{_WIDE}]+\s*|\s+")
#: The widths of letters for their height, the greater of those in Noto Sans and in Helvetica.
_WIDTHS = {
    letter: wide
    for letters, wide in (
        ("ijlI.,:;'|· ", 0.28), ("ft()[]!/-", 0.37), ("r", 0.4), ("ckvxyzsJ", 0.52), ("0123456789aegu", 0.56),
        ("wm%WM@&", 0.9),
    )
    for letter in letters
}  # fmt: skip
_OF_CAPITALS, _OF_OTHERS = 0.69, 0.61
ELLIPSIS = "…"
#: The last of several lines is at least so long, for which all may be so much narrower [share].
_LAST, _NARROWER = 0.3, (1, 0.94, 0.88, 0.82, 0.76, 0.7)


@lru_cache(maxsize=4096)
def _letter(letter: str) -> float:
    """Return the width of a letter, for its height."""
    columns = width(letter)
    if columns != 1 or letter == ELLIPSIS or "\u2190" <= letter <= "\u2bff":
        return 1.0 if columns else 0.0
    return _WIDTHS.get(letter, _OF_CAPITALS if letter.isupper() else _OF_OTHERS)


def width_of(text: str, height: float) -> float:
    """Return about how wide a text is [pixels].

    Args:
        text: The text.
        height: How high its letters are [pixels].

    >>> width_of("生产率", 12), round(width_of("jobs", 12))
    (36.0, 24)
    """
    return height * sum(map(_letter, text))


def shortened(text: str, space: float, height: float) -> str:
    """Return the text with its end left out where it is wider than there is space.

    Args:
        text: The text.
        space: How wide it may be [pixels].
        height: How high its letters are [pixels].

    >>> shortened("全员劳动生产率", 60, 12), shortened("jobs", 60, 12)
    ('全员劳动…', 'jobs')
    """
    taken = 0.0
    fitting = 0
    for place, letter in enumerate(text):
        taken += height * _letter(letter)
        if taken + height <= space:
            fitting = place + 1
        if taken > space:
            return f"{text[:fitting].rstrip()}{ELLIPSIS}"
    return text


def in_lines(text: str, space: float, height: float, most: int) -> list[str]:
    """Return the text in lines, broken between words and between wide letters.

    Args:
        text: The text.
        space: How wide a line may be [pixels].
        height: How high its letters are [pixels].
        most: How many lines there may be; the last one ends in an ellipsis where more is left.

    >>> in_lines("two words and more", 65, 12, 2)
    ['two words', 'and more']
    >>> in_lines("全员劳动生产率，万元", 48, 12, 2)
    ['全员劳动', '生产率…']
    """
    lines = list(islice(_lines(text, space, height), most + 1))
    if len(lines) > most:
        *others, last, rest = lines
        lines = [*others, shortened(f"{last}{rest}", space, height)]
    elif len(lines) > 1:
        lines = _evened(text, space, height, lines)
    return [line.rstrip() for line in lines]


def _evened(text: str, space: float, height: float, lines: list[str]) -> list[str]:
    """As many lines, so much narrower that no word or letter stands alone in the last one, where that can be."""
    for part in _NARROWER:
        narrower = list(islice(_lines(text, part * space, height), len(lines) + 1))
        if len(narrower) > len(lines):
            break
        if width_of(narrower[-1], height) >= _LAST * space:
            return narrower
    return lines


def _lines(text: str, space: float, height: float) -> Iterator[str]:
    line, taken = "", 0.0
    for piece in _pieces(text, space, height):
        if line and taken + width_of(piece.rstrip(), height) > space:
            yield line
            line, taken = "", 0.0
        line, taken = line + piece, taken + width_of(piece, height)
    if line.strip():
        yield line


def _pieces(text: str, space: float, height: float) -> Iterator[str]:
    """The pieces of a text; a word that is longer than a line is cut."""
    longest = max(int(space / height), 1)
    for found in _PIECES.finditer(text):
        piece = found[0]
        while len(piece) > longest and width_of(piece[: 4 * longest].rstrip(), height) > space:
            yield piece[:longest]
            piece = piece[longest:]
        yield piece
