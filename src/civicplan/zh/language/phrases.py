"""Phrases with a number: 6万册以上, 3—5家, 比2005年下降40—45%, 提高1.1个百分点, 7.4∶39.6∶53.

The grammar; up to three blanks may stand between two words, and signs of any width are understood::

    phrase     = ratio | change bounded { and bounded }
    change     = { base | annual | 分别 | verb }          each at most once
    base       = ( 比 | 较 | 与 ) period [ 相比 | 同期 ] | 同比 | 环比
    annual     = 年均 | 年平均 | 平均每年
    verb       = 增长, 提高, 下降, 减少 ...               but not 提高到 and 降至, which tell the new level
    bounded    = [ held | reached ] [ before ] extent [ after [ unit ] ]
    extent     = quantity [ through quantity [ 之间 ] | ± quantity ]
    quantity   = number [ 余 | 多 ] [ multiple ] [ unit ] | 翻 [ number ] 番
               | ( 百分之 | 千分之 ) number | number 分之 number | 一半
    number     = a numeral of `civicplan.zh.language.numerals`
    before     = 不低于, 超过, 突破, 不超过, 约, 近, ≥ ...   held = 控制在, 保持在 ...   reached = 达到, 达, 为
    after      = 以上, 以内, 左右, + ...                  through = — | - | ~ | 至 | 到     and = 、 | 和 | 及 | 与
    ratio      = digits colon digits { colon digits }

All words stand in `civicplan.zh.words.phrase_words`. What they mean:

- The first number of a range takes the unit and the multiple that stand behind the second alone: 300-500亿元.
- In a list, the unit and the word behind the last number, and the word before the first, hold for all that have none:
  分别增长7%、8%左右 is about 7 and about 8.
- 提高5% is growth of 5 %, as it is printed; where the thing is itself a percentage, points may be meant.
- 三分之二 is refused: no figure with decimals is equal to it. 四分之三 is 75 %, 一半 50 %, 翻一番 growth of 100 %.
- 保持在5% is refused without 以上 or 以内: nothing says on which side it bounds. So is a range with 左右 or 以上.
- In running text, a number in characters is read only before a unit that such numerals count, and one in digits before
  a listed unit, behind 万 or 亿, or beside a word that bounds it. Digits beside a sign of damage are never read.

Source: Civil Code of the People's Republic of China, article 1259: 以上, 以下 and 以内 include the number, 超过 and
不满 do not. GB/T 15835-2011 for the writing of numerals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from civicplan.errors import InvalidTypeError, InvalidValueError, describe
from civicplan.render.words import with_unit
from civicplan.values import Bound, BoundKind, Figure
from civicplan.zh.language.numerals import RUN
from civicplan.zh.language.phrase import Phrase, PhraseSyntaxError
from civicplan.zh.language.phrase_grammar import phrases_at
from civicplan.zh.language.phrase_quantities import BLANK, Scanner
from civicplan.zh.words.numeral_words import BELOW_TEN_THOUSAND
from civicplan.zh.words.phrase_words import (
    AFTER,
    ANNUAL,
    BASE_BEFORE,
    BASES,
    BEFORE,
    COLONS,
    DASHES,
    FALLS,
    HALF,
    HELD,
    PART_OF_WORD,
    RATES_OF_FALL,
    RATES_OF_RISE,
    REACHED,
    RESPECTIVELY,
    RISES,
    SHARE_OF,
    TO,
    UNITS,
    WRITTEN_MULTIPLES,
    any_of,
)

#: Nothing longer is one phrase.
_LONGEST_PHRASE = 300

_WORDS = (
    *(*RISES, *FALLS, *RATES_OF_RISE, *RATES_OF_FALL, *BASES, *BASE_BEFORE, *ANNUAL, RESPECTIVELY),
    *(*HELD, *REACHED, *SHARE_OF, "翻", *(word for words in BEFORE.values() for word in words)),
)


def _first_signs(words: Iterable[str]) -> str:
    return re.escape("".join(sorted({word[0] for word in words})))


_NUMERALS = f"0-9{BELOW_TEN_THOUSAND}"
_AFTER = tuple(word for words in AFTER.values() for word in words)
_BEHIND_WORDS = f"{_NUMERALS}了番上去今“" + _first_signs(("-", *_WORDS))
_BEHIND_NUMBERS = "余多分±" + _first_signs((*UNITS, *DASHES, *TO, *COLONS, *_AFTER))
#: Nothing else begins a phrase; what begins with one of these need not be one. A word is followed by another one or by
#: a number, and a number by what it counts or by what bounds it, where it is not one of ten thousands.
_BEGINS = re.compile(
    rf"{any_of(HALF)}|(?P<word>{any_of(_WORDS)})(?={BLANK.pattern}[{_BEHIND_WORDS}])"
    rf"|(?<![{_NUMERALS}])(?<![0-9][.,])(?:{RUN.pattern})(?:(?<=[万亿])|(?={BLANK.pattern}[{_BEHIND_NUMBERS}]))"
)


def parse(text: str, *, year: int | None = None) -> Phrase:
    """Return what a whole text says with its one number.

    Args:
        text: The text.
        year: The reference year, for a change against 上年 or the like.

    Raises:
        InvalidValueError: The text is no phrase; the error shows it with a caret under the place where it ends.

    >>> str(parse("6万册以上").bound), parse("6万册以上").unit
    ('≥6E+4', '册')
    >>> parse("5苹果")
    Traceback (most recent call last):
    ...
    civicplan.zh.language.phrase.PhraseSyntaxError: expected a listed unit, a word such as 以上, or the end, got '苹果'
        5苹果
         ^
    """
    if not isinstance(text, str):
        raise InvalidTypeError("", "text", describe(text))
    if len(text) > _LONGEST_PHRASE:
        raise InvalidValueError("", f"a phrase of at most {_LONGEST_PHRASE} characters", describe(text))
    scan = Scanner(text, is_whole=True, year=year)
    scan.take(BLANK)
    scan.start = scan.position
    first, *others = phrases_at(scan)
    if others:
        scan.fail("one number; `find` gives each of several", others[0].start)
    scan.take(BLANK)
    if scan.position < len(text):
        scan.fail("a listed unit, a word such as 以上, or the end")
    return first


def find(text: str, *, year: int | None = None) -> tuple[Phrase, ...]:
    """Return the phrases of a running text, in their order; what is none is left alone.

    Args:
        text: The text, repaired.
        year: The reference year, for changes against 上年 or the like.

    >>> [(phrase.text, str(phrase.bound)) for phrase in find("第3期新建书房4个，收入分别增长7%、8%左右")]
    [('4个', '≥4'), ('增长7%', '≈7'), ('8%左右', '≈8')]
    """
    scan = Scanner(text, is_whole=False, year=year)
    found: list[Phrase] = []
    while begins := _BEGINS.search(scan.plain, scan.position):
        scan.start = scan.position = begins.start()
        if _is_part_of_word(scan.plain, begins):
            scan.position = begins.end()
            continue
        try:
            found.extend(phrases_at(scan))
        except PhraseSyntaxError:
            scan.position = max(scan.position, begins.end())
    return tuple(found)


def _is_part_of_word(plain: str, begins: re.Match[str]) -> bool:
    before = plain[max(begins.start() - 1, 0) : begins.start()]
    return bool(begins["word"]) and before in tuple(PART_OF_WORD.get(begins["word"], ""))


def render(bound: Bound, unit: str = "", *, language: Literal["zh", "en"] = "zh") -> str:
    """Return a bound as Chinese writes it; ``parse(render(b)).bound == b``, with the printed digits, for every bound.

    A figure that is printed in ten thousands is written with 万, one in hundred millions with 亿. One in thousands, or
    in any other multiple, keeps its exponent.

    Args:
        bound: The bound.
        unit: The unit, which stands behind each number.
        language: The language; in English, signs are written as `str` writes them.

    Raises:
        InvalidValueError: The language is another one.

    >>> render(Bound.parse("≥6E+4"), "册"), render(Bound.parse("6.0..6.5"), "%")
    ('6万册以上', '6.0%至6.5%')
    """
    if language == "en":
        return with_unit(bound, unit)
    if language != "zh":
        raise InvalidValueError("language", "zh or en", describe(language))
    first = f"{_written(bound.figure)}{unit}"
    second = "" if bound.second is None else f"{_written(bound.second, after=bound.figure)}{unit}"
    return _FORMS[bound.kind, bool(second)].format(first, second)


_FORMS = {
    (BoundKind.AT_LEAST, False): "{}以上",
    (BoundKind.ABOVE, False): "超过{}",
    (BoundKind.AT_MOST, False): "不超过{}",
    (BoundKind.BELOW, False): "低于{}",
    (BoundKind.EXACTLY, False): "等于{}",
    (BoundKind.ABOUT, False): "约{}",
    (BoundKind.BETWEEN, True): "{}至{}",
    (BoundKind.ABOUT, True): "{}±{}",
}


def _written(figure: Figure, after: Figure | None = None) -> str:
    """Return a figure with 万 or 亿 for its zeros; with an exponent where the figure before would share them."""
    multiple = WRITTEN_MULTIPLES.get(-figure.places)
    if multiple is None or (after is not None and -after.places not in WRITTEN_MULTIPLES):
        return str(figure)
    return f"{figure.value.scaleb(figure.places):f}{multiple}"
