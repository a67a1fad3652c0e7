"""Message: what the library says, in English and in every other language that it speaks.

This is the one place where words of a plan or a file enter a text that people read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Self

from civicplan.errors import visible
from civicplan.render.languages import BETWEEN_SENTENCES, LANGUAGES, SOURCE, Language, catalogue, to_language
from civicplan.render.times import day_in_chinese, period_in_chinese
from civicplan.values import Bound, BoundKind, NotAssessable, Period, Source, Text

_LINE_BREAKS = re.compile(r"[ \t]*[\t\r\n]+[ \t]*")


def one_line(text: str) -> str:
    r"""Return the text on one line, with everything in it visible that would act on a terminal or a page unseen.

    A name that is broken over two lines of a table is put on one. Escape sequences, NUL and marks that turn the
    reading direction are shown as escapes; they come with hostile or damaged files.

    >>> one_line("basic pension\n insurance"), one_line("gdp\x1b[2J")
    ('basic pension insurance', 'gdp\\x1b[2J')
    """
    # Most texts have nothing of the kind, and are looked at once; what fills a message was looked at when it was made.
    return text if text.isprintable() or isinstance(text, Message) else visible(_LINE_BREAKS.sub(" ", text))


class Message(str):
    """Words of the library in English that know what stands in their places, so that they are said in Chinese as well.

    Attributes:
        template: The words in English, with the names of their places in braces.
        places: What stands there.

    >>> dated = Message("{figure} ({period})", {"figure": "95.0", "period": Period.parse("2024-Q2")})
    >>> dated, said(dated, "zh")
    ('95.0 (2024-Q2)', '95.0（2024年第二季度）')
    """

    __slots__ = ("places", "template")

    template: str
    places: Mapping[str, object]

    def __new__(cls, template: str, places: Mapping[str, object] = MappingProxyType({})) -> Self:
        """Return the message; what stands in its places is put on one line, and made visible."""
        self = super().__new__(cls, _filled(template, places, SOURCE))
        self.template, self.places = template, places
        return self

    def __reduce__(self) -> tuple[object, ...]:
        """Return how a copy is made."""
        return type(self), (self.template, dict(self.places))

    def in_language(self, language: str) -> str:
        """Return the same in English or in Chinese.

        Raises:
            InvalidValueError: The library does not speak that language.

        >>> Message("no findings").in_language("zh")
        '无审核发现'
        """
        return said(self, to_language(language))

    def _in_language(self, language: Language) -> str:
        return _filled(_translated(self.template, language), self.places, language)


class Counted(Message):
    """A message about a number of things, in the singular or the plural that the number and the language ask for.

    Attributes:
        several: The words where there are several; `template` has those for one.
    """

    __slots__ = ("several",)

    several: str

    def __new__(cls, one: str, several: str, places: Mapping[str, object]) -> Self:
        """Return the message; the number is that of the place "count"."""
        self = super().__new__(cls, one if places["count"] == 1 else several, places)
        self.template, self.several = one, several
        return self

    def __reduce__(self) -> tuple[object, ...]:
        """Return how a copy is made."""
        return type(self), (self.template, self.several, dict(self.places))

    def _in_language(self, language: Language) -> str:
        count = self.places["count"]
        assert isinstance(count, int), "what is counted is a whole number"
        template = catalogue(language).ngettext(self.template, self.several, count)
        return _filled(template, self.places, language)


class Joined(Message):
    """Several messages one after the other, parted by what parts such things in each language.

    Attributes:
        parts: The messages.
    """

    __slots__ = ("parts",)

    parts: tuple[object, ...]

    def __new__(cls, separator: str, parts: Iterable[object]) -> Self:
        """Return the parts in their order, parted by the separator of English."""
        known = tuple(parts)
        self = str.__new__(cls, separator.join(said(part, SOURCE) for part in known))
        self.template, self.places, self.parts = separator, MappingProxyType({}), known
        return self

    def __reduce__(self) -> tuple[object, ...]:
        """Return how a copy is made."""
        return type(self), (self.template, self.parts)

    def _in_language(self, language: Language) -> str:
        separator = _translated(self.template, language)
        return separator.join(said(part, language) for part in self.parts)


def to_message(words: str) -> Message:
    """Return words of the library as a message.

    >>> to_message("verdict").template
    'verdict'
    """
    return words if isinstance(words, Message) else Message(words)


def fill(template: str, **places: object) -> Message:
    """Return the template with its named places filled, each on one line and visible.

    >>> fill("{row}: the target is {target}.", row="jobs", target="≥25.3")
    'jobs: the target is ≥25.3.'
    """
    return Message(template, places)


def fill_counted(one: str, several: str, count: int, **places: object) -> Message:
    """Return the one of two templates that goes with a number, with its places filled.

    >>> fill_counted("{count} doubt", "{count} doubts", 2)
    '2 doubts'
    """
    return Counted(one, several, {"count": count, **places})


def sentences(*parts: str) -> Message:
    """Return sentences of the library one after the other, empty ones left out.

    >>> sentences("It is met.", "", "Attainment is 100 %.")
    'It is met. Attainment is 100 %.'
    """
    return Joined(BETWEEN_SENTENCES[SOURCE], (to_message(part) for part in parts if part))


def joined(separator: str, parts: Iterable[object]) -> Message:
    """Return a list in one line; words that are no message stay as they are in every language.

    >>> joined("; ", ["Zhuzhou", Text({"zh": "湖南", "en": "Hunan"})])
    'Zhuzhou; Hunan'
    """
    return Joined(separator, parts)


def said(value: object, language: Language) -> str:
    """Return what the library says, words of a plan or a value in a language, all on one line.

    A plain text stays as it is; a code of the library is said in words.

    >>> said(Text({"zh": "册", "en": "volumes"}), "zh"), said("as it is", "zh")
    ('册', 'as it is')
    """
    match value:
        case Message():
            return value if language == SOURCE else value._in_language(language)
        case StrEnum():
            return one_line(said(Message(value.replace("_", " ")), language))
        case str():
            return one_line(value)
        case Text():
            return one_line(value.in_language(language))
        case NotAssessable(reason):
            return _translated(reason.sentence, language)
    return one_line(str(value)) if language == SOURCE else one_line(_in_chinese(value))


def in_all_languages(words: object) -> Text:
    """Return what the library says as a text that can stand in a plan, in each language that it speaks.

    >>> in_all_languages(fill("{actual}*", actual="95.0")).languages
    ('en', 'zh')
    """
    return Text({language: said(words, language) for language in LANGUAGES})


def _translated(template: str, language: Language) -> str:
    if language == SOURCE:
        return template
    if template == BETWEEN_SENTENCES[SOURCE]:
        return BETWEEN_SENTENCES[language]
    # What a catalogue has for the empty text is its own header.
    return catalogue(language).gettext(template) if template else ""


def _filled(template: str, places: Mapping[str, object], language: Language) -> str:
    if not places:
        return template
    return template.format_map({name: said(value, language) for name, value in places.items()})


def _in_chinese(value: object) -> str:
    match value:
        case Period():
            return period_in_chinese(value)
        case date():
            return day_in_chinese(value)
        case Source():
            return _place_in_chinese(value)
        case Bound(kind=BoundKind.BETWEEN):
            return f"{value.figure}—{value.second}"
    return str(value)


def _place_in_chinese(source: Source) -> str:
    box = f"，专栏{source.box}" if source.box else ""
    line = f"，第{source.line}行" if source.line else ""
    return f"{source.document}{box}{line}"
