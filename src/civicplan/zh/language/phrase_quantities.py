"""Quantities: the numbers of phrases with their units, and ratios, read from the left with no way back.

The grammar stands in `civicplan.zh.language.phrases`; a function here is named after the rule that it reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, NoReturn

from civicplan.errors import InvalidValueError, describe
from civicplan.tables.uniform import in_place
from civicplan.values import Figure
from civicplan.values._decimals import EXACT
from civicplan.zh.language.numerals import (
    MULTIPLE,
    RUN,
    FoundNumber,
    counts_at,
    damaged,
    is_whole,
    may_begin,
    number_of,
    numeral,
    stands_alone,
)
from civicplan.zh.language.phrase import Phrase, PhraseSyntaxError, Role
from civicplan.zh.words.numeral_words import BELOW_TEN_THOUSAND, NUMERALS
from civicplan.zh.words.phrase_words import (
    COLONS,
    DASHES,
    HALF,
    MORE,
    MULTIPLES,
    NO_UNITS,
    NOT_COUNTED,
    PERCENT,
    RATIO_BEFORE,
    REACHED,
    SHARE_OF,
    TO,
    UNITS,
    any_of,
)

#: So many blanks may stand between two words of a phrase.
_BLANKS = "[ \u3000\xa0]{0,3}"
_A_NUMBER = "a number in digits, or in characters before what they count"
_NO_DECIMALS = "no figure with decimals is equal to this share; write one such as 66.7%, or keep the words"


def pattern(words: Iterable[str], *, not_before: str = "") -> re.Pattern[str]:
    """Return the pattern of one of the words behind blanks, and not before one of some others."""
    return re.compile(rf"{_BLANKS}({any_of(words)}){not_before}")


_UNIT = pattern(UNITS)
#: What has a listed unit, whether it counts or not.
MAY_BE_UNIT = re.compile(rf"{_BLANKS}(?!{any_of(NO_UNITS)})({any_of(UNITS)})")
_UNIT_IN_TEXT = re.compile(rf"{MAY_BE_UNIT.pattern}(?![多半余/]|{any_of(NOT_COUNTED)})")
_SHARE_OF, _HALF, _PART_OF = pattern(SHARE_OF), pattern(HALF), pattern(("分之",))
#: 百分之百.
_ALL = re.compile(f"百(?![{NUMERALS}])")
_DOUBLED = re.compile(rf"{_BLANKS}翻了?([0-9一两二三四五六七八九])?番")
#: The signs and words between the two numbers of a range.
THROUGH = re.compile(rf"{_BLANKS}(?:{any_of((*DASHES, *TO))})(?={_BLANKS}(?:-?[0-9]|[{BELOW_TEN_THOUSAND}半]))")
_MORE = re.compile(rf"([{''.join(MORE)}])(?:({MULTIPLE}))?(?=\S)")
_WITH_EXPONENT = re.compile(rf"{_BLANKS}(-?[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]{{1,3}}(?![0-9]))")
_SIGN = re.compile(rf"{_BLANKS}(-)(?=[0-9])")
BLANK = re.compile(_BLANKS)
_RATIO_NUMBER = r"[0-9]{1,12}(?:\.[0-9]{1,12})?"
_RATIO = re.compile(
    rf"(?:{any_of(REACHED)})?({_RATIO_NUMBER})((?: ?[{COLONS}] ?{_RATIO_NUMBER}){{1,8}})(?! ?[{COLONS}0-9.])"
)
_RATIO_BEFORE = re.compile(f"(?:{any_of(RATIO_BEFORE)})$")
_LONGEST_BEFORE_RATIO = max(map(len, RATIO_BEFORE))
#: No minutes and no seconds are so many.
_MINUTES = 60
_ONE_MULTIPLE = re.compile(r"[0-9.,]+ {0,2}(\D+)")


class Quantity(NamedTuple):
    """One number of a phrase with what belongs to it.

    Attributes:
        figure: The number.
        unit: Its unit; None where none stands behind it.
        is_more: True for 400余 and 200多.
        multiple: The multiple of the digits, which the first number of a range may share; 1 where they have none, and
            None where they have an exponent.
        is_share: True for a share in words, which has no unit behind it.
        is_growth: True for a doubling.
    """

    figure: Figure
    unit: str | None = None
    is_more: bool = False
    multiple: Decimal | None = Decimal(1)
    is_share: bool = False
    is_growth: bool = False


class Scanner:
    """A text, and the place up to which it is read.

    Attributes:
        text: The text.
        plain: The text in uniform signs.
        position: The place of the next sign.
        start: The place where the phrase begins.
        is_whole: True where the whole text is to be one phrase, and nothing around it can make it a part of a word.
        year: The reference year.
    """

    def __init__(self, text: str, *, is_whole: bool, year: int | None) -> None:
        self.text = text
        self.plain = in_place(text)
        self.position = self.start = 0
        self.is_whole = is_whole
        self.year = year
        self.damaged = damaged(text)

    def take(self, words: re.Pattern[str]) -> re.Match[str] | None:
        """Return what stands at the place, and move behind it; None where it is something else."""
        if found := words.match(self.plain, self.position):
            self.position = found.end()
        return found

    def sees(self, words: re.Pattern[str]) -> bool:
        """Return whether something stands at the place, without moving."""
        return words.match(self.plain, self.position) is not None

    def fail(self, expected: str, at: int | None = None, advice: str = "") -> NoReturn:
        """Raise the error that shows the place."""
        place = self.position if at is None else at
        got = describe(self.text[place : place + 12]) if self.text[place:] else "the end"
        raise PhraseSyntaxError("", expected, got, advice, self.text, place)


def quantity(scan: Scanner, *, is_second: bool = False) -> Quantity:
    """Read a number with its unit: a doubling, a share in words, or digits or characters."""
    if doubled := scan.take(_DOUBLED):
        times = numeral(doubled[1] or "一")
        assert times is not None, "one sign from 0 to 9"
        return Quantity(Figure((2 ** int(times.value) - 1) * 100), PERCENT, is_growth=True)
    if scan.take(_HALF):
        return Quantity(Figure(50), PERCENT, is_share=True)
    if share := scan.take(_SHARE_OF):
        figure = Figure(100) if scan.take(_ALL) else _number(scan).figure
        return Quantity(figure, SHARE_OF[share[1]], is_share=True)
    if scan.is_whole and (written := scan.take(_WITH_EXPONENT)):
        return _with_unit(scan, Quantity(_figure(scan, Decimal(written[1])), multiple=None))
    return _counted(scan, is_second=is_second)


def _counted(scan: Scanner, *, is_second: bool) -> Quantity:
    is_negative = (scan.is_whole or scan.position > scan.start) and scan.take(_SIGN) is not None
    number = _number(scan)
    if scan.take(_PART_OF):
        return _fraction(scan, number)
    if not scan.is_whole and not _may_stand(scan, number, is_second=is_second):
        scan.fail("a number of its own", number.start)
    figure = Figure(-number.figure.value) if is_negative else number.figure
    digits = _ONE_MULTIPLE.fullmatch(scan.plain, number.start, number.end)
    multiple = MULTIPLES.get(digits[1], Decimal(1)) if digits else Decimal(1)
    more = scan.take(_MORE)
    if more and more[2]:
        multiple = MULTIPLES[more[2].strip()]
        figure = _figure(scan, EXACT.multiply(figure.value, multiple))
    return _with_unit(scan, Quantity(figure, is_more=more is not None, multiple=multiple))


def _number(scan: Scanner) -> FoundNumber:
    scan.take(BLANK)
    start = scan.position
    run = scan.take(RUN)
    number = None if run is None else number_of(run)
    if number is None:
        scan.fail(_A_NUMBER, start)
    return number


def _may_stand(scan: Scanner, number: FoundNumber, *, is_second: bool) -> bool:
    """Return whether a number in a text is one of its own, and undamaged."""
    if not scan.damaged.isdisjoint(number.places):
        return False
    if is_second:
        return counts_at(scan.plain, number.end) if number.is_spelled else is_whole(scan.plain, number)
    if number.is_spelled and scan.sees(THROUGH):
        return may_begin(scan.plain, number)
    return stands_alone(scan.plain, number)


def _fraction(scan: Scanner, whole: FoundNumber) -> Quantity:
    """Return a share as a percentage, where a figure with decimals is equal to it: 四分之三 is 75 %."""
    part = _number(scan)
    if not whole.figure.value or part.figure > whole.figure:
        scan.fail("a part of a whole", whole.start)
    share = Fraction(part.figure.value) * 100 / Fraction(whole.figure.value)
    percent = EXACT.divide(Decimal(share.numerator), Decimal(share.denominator))
    if Fraction(percent) != share:
        scan.fail("a share that a figure with decimals is equal to", whole.start, _NO_DECIMALS)
    return Quantity(_figure(scan, percent), PERCENT, is_share=True)


def _with_unit(scan: Scanner, read: Quantity) -> Quantity:
    printed = unit(scan)
    if printed is None and read.is_more and read.multiple == 1:
        scan.fail("a unit that is listed")
    return read._replace(unit=printed)


def unit(scan: Scanner) -> str | None:
    """Read a unit; None where none stands at the place, or one in a text that counts nothing."""
    printed = scan.take(_UNIT if scan.is_whole else _UNIT_IN_TEXT)
    return None if printed is None else printed[1]


def _figure(scan: Scanner, value: Decimal) -> Figure:
    try:
        return Figure(value)
    except InvalidValueError as error:
        scan.fail(error.expected)


def ratio(scan: Scanner) -> Phrase | None:
    """Read a ratio: in a text one that could not be a time of the day."""
    before = scan.position
    told = scan.take(_RATIO)
    if told is None:
        return None
    parts = re.findall(_RATIO_NUMBER, told[0])
    is_said = _RATIO_BEFORE.search(scan.plain[max(told.start(1) - _LONGEST_BEFORE_RATIO, 0) : told.start(1)])
    is_sound = all(map(_is_plain, parts)) and scan.damaged.isdisjoint(range(before, scan.position))
    if not is_sound or not (scan.is_whole or is_said or _is_no_time(parts)):
        scan.position = before
        return None
    figures = tuple(map(Figure, parts))
    text = scan.text[before : scan.position]
    return Phrase(
        printed=figures,
        unit=None,
        role=Role.RATIO,
        text=text,
        start=before,
        place=told.start(1),
        end=scan.position,
    )


def _is_plain(number: str) -> bool:
    return number == "0" or not number.startswith("0") or number.startswith("0.")


def _is_no_time(parts: Sequence[str]) -> bool:
    return len(parts) > len(("hours", "minutes")) and any("." in part or int(part) >= _MINUTES for part in parts)
