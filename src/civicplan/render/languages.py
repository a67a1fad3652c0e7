"""The languages that the library speaks, and its catalogue of what it says in them."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from civicplan.errors import InvalidTypeError, InvalidValueError, describe
from civicplan.values import Text
from civicplan.values.text import UNDETERMINED

Language: TypeAlias = Literal["en", "zh"]

#: What is said in the code is English; the catalogues have the same in the other languages.
SOURCE: Language = "en"
LANGUAGES: tuple[Language, ...] = get_args(Language)
#: What stands between two sentences; a catalogue cannot say that it is nothing.
BETWEEN_SENTENCES: dict[Language, str] = {"en": " ", "zh": ""}
CATALOGUES = Path(__file__).parent / "locale"
DOMAIN = "civicplan"


def to_language(value: object) -> Language:
    """Return a language that the library speaks.

    Raises:
        InvalidValueError: It speaks no such language.
        InvalidTypeError: It is no text. It is a TypeError.

    >>> to_language("zh")
    'zh'
    """
    if not isinstance(value, str):
        raise InvalidTypeError("language", "a language as text", describe(value), 'write "en" or "zh"')
    for language in LANGUAGES:
        if value == language:
            return language
    raise InvalidValueError("language", "a language that the library speaks", describe(value), 'write "en" or "zh"')


def language_or_none(value: object) -> Language | None:
    """Return a language that the library speaks, or None where none is asked for."""
    return None if value is None else to_language(value)


def language_of(words: Text) -> Language:
    """Return the first language of a text that the library speaks, and English where there is none.

    Words of no stated language are Chinese where more of their letters are Chinese than not.

    >>> language_of(Text({"zh": "册", "en": "volumes"})), language_of(Text("万元GDP能耗")), language_of(Text("GDP"))
    ('zh', 'zh', 'en')
    """
    for tag, said in words.entries:
        if tag == UNDETERMINED and _is_chinese(said):
            return "zh"
        for language in LANGUAGES:
            if tag.partition("-")[0] == language:
                return language
    return SOURCE


def _is_chinese(words: str) -> bool:
    letters = [letter for letter in words if letter.isalpha()]
    chinese = sum("\u4e00" <= letter <= "\u9fff" for letter in letters)
    return 2 * chinese > len(letters)


def chosen(asked: str | None, own: Text) -> Language:
    """Return the language that is asked for, or that of the words that something bears itself where none is."""
    return language_of(own) if asked is None else to_language(asked)


@cache
def catalogue(language: Language) -> gettext.NullTranslations:
    """Return what the library says in a language."""
    if language == SOURCE:
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, CATALOGUES, [language])
