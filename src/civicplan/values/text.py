"""Text: the same words in one or more languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeAlias

from attrs import field, frozen

from civicplan.errors import InvalidTypeError, InvalidValueError, describe, naming_field

UNDETERMINED = "und"
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_TAGS = 'write "en" for English and "zh" for Chinese'
_LONGEST_TEXT = 100_000
_LONGEST_LABEL = 1000
_LONGEST_LANGUAGE = 40

Entries: TypeAlias = tuple[tuple[str, str], ...]


def _entries(value: str | Mapping[str, str] | Entries) -> Entries:
    if isinstance(value, str):
        return ((UNDETERMINED, _words(value)),)
    pairs = tuple(value.items()) if isinstance(value, Mapping) else value
    if not isinstance(pairs, tuple) or not pairs:
        expected = "text, or texts by language"
        raise InvalidTypeError("", expected, describe(value), 'write "GDP" or {"zh": "地区生产总值", "en": "GDP"}')
    for pair in pairs:
        if not isinstance(pair, tuple) or len(pair) != 2 or not isinstance(pair[0], str):
            raise InvalidTypeError("", "a pair of language and words", describe(pair))
        _check_language(pair[0])
        _words(pair[1])
    if len(dict(pairs)) != len(pairs):
        raise InvalidValueError("", "each language once", ", ".join(language for language, _ in pairs))
    return pairs


@lru_cache(maxsize=256)
def _check_language(language: str) -> None:
    if len(language) > _LONGEST_LANGUAGE or not _LANGUAGE.fullmatch(language):
        raise InvalidValueError("", "a language tag such as zh or en", describe(language), _TAGS)


def _check_asked(language: str) -> None:
    if not isinstance(language, str):
        raise InvalidTypeError("language", "a language tag as text", describe(language), 'write "en"')
    with naming_field("language"):
        _check_language(language)


def to_label(value: str) -> str:
    """Return a short plain string that is not blank, as it was printed."""
    return _words(value, _LONGEST_LABEL)


def _words(value: object, most: int = _LONGEST_TEXT) -> str:
    if not isinstance(value, str):
        raise InvalidTypeError("", "text", describe(value))
    if not 0 < len(value) <= most or value.isspace():
        raise InvalidValueError("", f"text of 1 to {most} characters, not only blanks", describe(value))
    if not value.isprintable() and not _is_storable(value):
        raise InvalidValueError("", "text that UTF-8 can hold", f"half a surrogate pair in {describe(value)}")
    return value


def _is_storable(words: str) -> bool:
    """Return whether a file can hold the text, in which no half of a surrogate pair stands."""
    try:
        words.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


@frozen(repr=False)
class Text:
    """The same words in one or more languages; the first is what `str` gives.

    Attributes:
        entries: Pairs of language tag and words; words of no stated language carry ``und``.

    >>> name = Text({"zh": "地区生产总值", "en": "gross domestic product"})
    >>> str(name), name.in_language("en")
    ('地区生产总值', 'gross domestic product')
    """

    entries: Entries = field(converter=_entries)

    @property
    def languages(self) -> tuple[str, ...]:
        """The language tags, in the order they were given.

        >>> Text("GDP").languages
        ('und',)
        """
        return tuple(language for language, _ in self.entries)

    def in_language(self, language: str | None) -> str:
        """Return the words in this language, or the first ones where there are none, or no language is asked for.

        Raises:
            InvalidValueError: It is no language tag, such as "english".

        >>> Text({"zh": "册"}).in_language("en")
        '册'
        """
        if language is not None:
            _check_asked(language)
        return next((words for tag, words in self.entries if tag == language), str(self))

    def __str__(self) -> str:
        return self.entries[0][1]

    def __repr__(self) -> str:
        return f"Text({str(self)!r})" if self.languages == (UNDETERMINED,) else f"Text({dict(self.entries)!r})"


TextLike: TypeAlias = Text | str | Mapping[str, str]


def to_text(value: TextLike) -> Text:
    """Return a Text from anything a Text can be built from."""
    return value if isinstance(value, Text) else Text(value)
