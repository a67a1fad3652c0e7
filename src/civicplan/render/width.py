"""How many columns of a terminal a text takes."""

from __future__ import annotations

from unicodedata import category, east_asian_width

_JOINER = "\u200d"
#: Asks for the coloured form of the sign before it, which is two columns wide.
_AS_PICTURE = "\ufe0f"
#: Marks that stand over the letter before them, or that show nothing.
_WITHOUT_WIDTH = ("Mn", "Me", "Cf")
_SKIN_TONES = range(0x1F3FB, 0x1F400)
#: Vowels and final consonants of Korean that are written into the syllable before them.
_WITHIN_SYLLABLE = range(0x1160, 0x1200)


def width(text: str) -> int:
    r"""Return the columns that a terminal needs for a text on one line.

    Chinese letters and emoji take two, marks over a letter none; what is joined into one picture counts once.

    >>> width("GDP"), width("人均"), width("e\u0301"), width("👩\u200d👧"), width("❤\ufe0f")
    (3, 4, 1, 2, 2)
    """
    if text.isascii():
        return len(text)
    columns = 0
    before = ""
    for character in text:
        columns += _columns(character, before)
        before = character
    return columns


def _columns(character: str, before: str) -> int:
    if character == _AS_PICTURE:
        return 1 if before.strip() and east_asian_width(before) not in "WF" else 0
    if before == _JOINER or ord(character) in _WITHIN_SYLLABLE or category(character) in _WITHOUT_WIDTH:
        return 0
    if ord(character) in _SKIN_TONES and before and east_asian_width(before) == "W":
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
