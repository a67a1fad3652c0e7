"""How values are told in messages: recognisable, short, and with nothing invisible in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Self
from unicodedata import category

_LONGEST_QUOTE = 80
#: Control, format and surrogate characters, and the separators of lines and paragraphs.
_INVISIBLE = ("Cc", "Cf", "Cs", "Zl", "Zp")
#: Invisible, but a part of correct spelling in Persian and in Indic scripts, and of emoji; they reorder nothing.
_JOINERS = "\u200c\u200d"


class SentenceEnum(StrEnum):
    """A closed vocabulary of codes, each with the sentence that says what it means."""

    sentence: str

    def __new__(cls, code: str, sentence: str) -> Self:
        """Make a member from its code and its sentence."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.sentence = sentence
        return member


def visible(text: str) -> str:
    r"""Return the text with its control and format characters, line breaks included, written as escapes.

    A NUL, an escape sequence for terminals and an override of the reading direction become readable. Blanks, letters of
    any script and emoji stay as they are, those that are newer than the running Python, too.

    >>> print(visible("gdp\x1b[31m \u202e95\n人均"))
    gdp\x1b[31m \u202e95\n人均
    """
    return text if text.isprintable() else "".join(map(_visible_character, text))


def _visible_character(character: str) -> str:
    if category(character) in _INVISIBLE and character not in _JOINERS:
        return character.encode("unicode_escape").decode("ascii")
    return character


def describe(value: object) -> str:
    """Return the value as a reader would recognise it, cut short where it is long, with nothing invisible in it.

    >>> describe(5.0), describe("5.0"), describe([5])
    ('the float 5.0', "'5.0'", 'a list')
    """
    if isinstance(value, str):
        return _cut(value, repr(value[:_LONGEST_QUOTE]))
    kind = type(value).__name__
    if value is None or isinstance(value, bool):
        return repr(value)
    if isinstance(value, int) and value.bit_length() > _LONGEST_QUOTE:
        return f"an int of {value.bit_length()} bits"
    if isinstance(value, int | float | Decimal | date):
        return _cut(str(value), f"the {kind} {str(value)[:_LONGEST_QUOTE]}")
    return "bytes" if kind == "bytes" else with_article(kind)


def nearest_words(word: str, known: Iterable[str], *, most: int) -> tuple[str, ...]:
    """Return the known words closest to one that is not among them, best first.

    >>> nearest_words("hihger", ("higher", "lower", "range"), most=1)
    ('higher',)
    """
    from difflib import get_close_matches  # seldom needed, and slow to import

    return tuple(get_close_matches(word[:_LONGEST_QUOTE], known, n=most))


def with_article(noun: str) -> str:
    """Return the name of a class with its article.

    >>> with_article("int64"), with_article("uint64"), with_article("Figure")
    ('an int64', 'a uint64', 'a Figure')
    """
    return f"an {noun}" if noun[:1] in set("aeioAEIO") else f"a {noun}"


def _cut(text: str, quote: str) -> str:
    return quote if len(text) <= _LONGEST_QUOTE else f"{quote}… ({len(text)} characters)"
