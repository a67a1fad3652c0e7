"""Every form of a phrase and of a time with what it becomes: for the page of them, from the tables that are read.

What a form becomes is read by the readers themselves, so that a page made of it says what they do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from civicplan.errors import InvalidValueError
from civicplan.render.words import with_unit
from civicplan.zh.language.periods import read_period
from civicplan.zh.language.phrase import Phrase
from civicplan.zh.language.phrases import find, parse
from civicplan.zh.words.period_words import PARTS, THIRDS, YEAR_ENDS, YEARS, YEARS_AHEAD
from civicplan.zh.words.phrase_words import (
    AFTER,
    BEFORE,
    FALLS,
    HALF,
    HELD,
    MORE,
    MULTIPLES,
    RATES_OF_FALL,
    RATES_OF_RISE,
    REACHED,
    RISES,
    SHARE_OF,
)


class Form(NamedTuple):
    """One way to write a number or a time.

    Attributes:
        words: The words and signs that are understood in this form, parted by blanks; or what it is.
        example: A text of this form.
        meaning: What it becomes.
    """

    words: str
    example: str
    meaning: str


#: Forms that are more than a word beside a number.
_PHRASES = {
    "a bare number": ("6万册", "三十五家", "1亿2000万元", "2,300人"),
    "a range": ("3—5家", "6.0%—6.5%", "300-500亿元", "三至五家", "百分之五到百分之十"),
    "a tolerance": ("20%±1%",),
    "a share of a whole": ("四分之三", "三分之二"),
    "a doubling": ("翻番", "翻一番", "翻两番"),
    "a plus behind the number": ("100+款",),
    "percentage points": ("提高1.1个百分点",),
    "a change against a base": ("比2005年下降40—45%", "同比增长8%"),
    "a change in each year": ("年均增长9%以上",),
    "a ratio": ("7.4∶39.6∶53",),
    "several words that bound one number": ("超过95以上", "3—5家左右"),
}
#: Lists of numbers, which only `find` reads.
_LISTS = ("GDP、收入分别增长7%、8%左右", "书房、驿站分别达到5、7家以上")
#: Forms of times that are more than a word.
_TIMES = {
    "a year": ("2025年", "二〇三五年", "到2025年", "2024年底", "2030年前"),
    "a month": ("10月份", "7—8月份", "4月底", "七月初"),
    "days": ("6月1日", "6月1日至2日"),
    "a run": ("2025年5月至2026年4月", "2021—2025年"),
    "a five-year plan": ("“十四五”期间", "“十四五”末"),
    "no period": ("每周三", "三个月"),
}
#: The reference year of the examples.
_EXAMPLE_YEAR = 2025


def phrase_forms() -> tuple[Form, ...]:
    """Return every form of a phrase, with what it becomes.

    >>> next(form for form in phrase_forms() if "以内" in form.words)
    Form(words='以下 及以下 或以下 以内 之内 内', example='5家以下', meaning='≤5 家, amount')
    """
    return (*_words_before(), *_words_behind(), *_of_examples(_PHRASES, _meaning_of_text), *_of_lists())


def time_forms() -> tuple[Form, ...]:
    """Return every form of a time, with the period that it becomes where the reference year is 2025.

    >>> next(form for form in time_forms() if form.example == "4月底")
    Form(words='a month', example='4月底', meaning='2025-04, a deadline')
    """
    alike: dict[str, list[tuple[str, str]]] = {}
    for word, example in _words_of_times():
        alike.setdefault(_meaning_of_time(example), []).append((word, example))
    words = (Form(_joined(word for word, _ in same), same[0][1], meaning) for meaning, same in alike.items())
    return (*words, *_of_examples(_TIMES, _meaning_of_time))


def _words_of_times() -> Iterator[tuple[str, str]]:
    yield from ((word, word) for word in (*YEARS, *YEAR_ENDS, *PARTS))
    yield from ((word, f"5月{word}") for word in THIRDS)
    yield from ((word, f"{word}五年") for word in YEARS_AHEAD)


def _words_before() -> Iterator[Form]:
    for words in BEFORE.values():
        yield _form(words, f"{words[0]}5家")
    yield _form(REACHED, f"{REACHED[0]}5家")
    yield _form(HELD, f"{HELD[0]}5%")
    yield _form(HELD, f"{HELD[0]}5%以内")
    for words in ((*RATES_OF_RISE, *RISES), (*RATES_OF_FALL, *FALLS)):
        yield _form(words, f"{words[0]}5%")
    yield _form(RISES, f"{RISES[0]}到5%")
    yield _form(SHARE_OF, f"{next(iter(SHARE_OF))}五")


def _words_behind() -> Iterator[Form]:
    for words in AFTER.values():
        yield _form(words, f"5家{words[-1] if words[0] == '+' else words[0]}")
    yield _form(MULTIPLES, "5万家")
    yield _form(MORE, f"400{MORE[0]}万人")
    yield _form(HALF, HALF[0])


def _form(words: Iterable[str], example: str) -> Form:
    return Form(_joined(words), example, _meaning_of_text(example))


def _joined(words: Iterable[str]) -> str:
    return " ".join(words)


def _of_examples(examples: Mapping[str, Iterable[str]], meaning: Callable[[str], str]) -> Iterator[Form]:
    return (Form(kind, example, meaning(example)) for kind, texts in examples.items() for example in texts)


def _of_lists() -> Iterator[Form]:
    for text in _LISTS:
        yield Form("several numbers of a list", text, "; ".join(map(_meaning, find(text))))


def _meaning_of_text(text: str) -> str:
    try:
        return _meaning(parse(text))
    except InvalidValueError as error:
        return f"nothing: expected {error.expected}"


def _meaning(phrase: Phrase) -> str:
    """Return the bound, the unit, the role and what else is said of a change, parted by commas."""
    bound = phrase.bound
    amount = with_unit(
        " : ".join(map(str, phrase.printed)) if isinstance(phrase.printed, tuple) else bound, phrase.unit
    )
    from_base = f"from {phrase.base.period or phrase.base.text}" if phrase.base else ""
    parts = (amount, phrase.role, "a fall" if phrase.falls else "", "each year" if phrase.is_annual else "", from_base)
    return ", ".join(filter(None, parts))


def _meaning_of_time(text: str) -> str:
    found = read_period(text, _EXAMPLE_YEAR)
    if found is None:
        return "nothing"
    parts = (str(found.period), "a deadline" if found.is_deadline else "", "assumed" if found.is_assumed else "")
    return ", ".join(filter(None, parts))
