"""Numerals of running text: digits with 万 and 亿, and Chinese numerals where they count something.

The grammar::

    numeral  = digits { multiple [ digits ] }            6万, 1亿2000万, 8个亿
             | [ section 亿 ] [ section 万 ] [ section ]   三十五, 两万, 一百零五
             | section 点 characters                      三点五
    digits   = a number in digits with a decimal point; a comma may part thousands
    multiple = 百 | 千 | 万 | 百万 | 千万 | 亿 | 个亿 | 百亿 | 千亿 | 万亿
    section  = a whole number below 10,000, written as the language writes it

A multiple keeps the printed digits: 6万 is 6E+4, and stands for 55,000 to 65,000. Below 万, characters are written out:
三百 is 300. A run of characters that is no number as a whole is none in its parts either: 两三个, 二十大 and 百万 stay
what they are.

Source: GB/T 15835-2011, General rules for writing numerals in public texts, for the point and the comma.
"""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import frozen

from civicplan.errors import InvalidValueError
from civicplan.tables.numbers import POINT, plain_digits
from civicplan.tables.uniform import in_place
from civicplan.values import Figure
from civicplan.values._decimals import EXACT
from civicplan.zh.text.damage import find_damage
from civicplan.zh.words.numeral_words import DIGITS, NUMERALS
from civicplan.zh.words.phrase_words import (
    MORE,
    MULTIPLES,
    NEVER_AFTER,
    NEVER_AFTER_DIGITS,
    NOT_COUNTED,
    PART_OF_PHRASE,
    SPELLED_UNITS,
    UNITS,
    any_of,
)

#: Nothing longer is a numeral.
_LONGEST_NUMERAL = 60

_DIGITS = r"[0-9]++(?:[.,][0-9]++)*+"
#: Units such as 千瓦 begin with what is a multiple elsewhere.
_NO_UNIT = f"(?!{any_of(unit for unit in UNITS if unit.startswith(tuple(MULTIPLES)))})"
#: A multiple, with the few blanks that may stand before it.
MULTIPLE = rf" {{0,2}}{_NO_UNIT}(?:{any_of(MULTIPLES)})"
_PART = re.compile(rf" ?({_DIGITS})(?: {{0,2}}({any_of(MULTIPLES)}))?")
#: What may be a numeral, up to where it cannot go on. A run of characters is read as a whole, or not at all.
RUN = re.compile(
    rf"(?P<digits>{_DIGITS}(?:{MULTIPLE} ?{_DIGITS})*+(?:{MULTIPLE})?)"
    rf"|[{NUMERALS}]++(?:点[{DIGITS}]++)?"
)

_DIGIT_SIGNS = DIGITS.removeprefix("〇")
_PLACES = (("千", 1000), ("百", 100), ("十", 10), ("", 1))
_SECTION = re.compile(r"(?:(\w)千)?零?(?:(\w)百)?零?(?:(\w)十)?零?(\w)?")
_LARGE = (("亿", 8), ("万", 4))
#: A smaller section is written with 零 behind 万 and 亿.
_LEAST_WITHOUT_ZERO = 1000

#: A number before one of these signs is a part of a formula.
_FORMULA = ("×", "*", "/", "^", "°", "万", "亿")
#: 2、3家 is two or three; behind the number of an entry, 1、10个 is ten.
_ONE_OR_OTHER, _NEAR = re.compile(r"(?<![\n\t|。；;(])(?!^)(?:[0-9]|[一二两三四五六七八九])、$"), 5
_NOT_COUNTED = any_of((*NOT_COUNTED, *PART_OF_PHRASE))
_COUNTED = re.compile(rf"(?:[{''.join(MORE)}](?:{MULTIPLE})?)? {{0,2}}(?:{any_of(SPELLED_UNITS)})(?!{_NOT_COUNTED})")


@frozen(kw_only=True)
class FoundNumber:
    """A number in a text, with the place where it stands.

    Attributes:
        figure: The number, with its printed digits.
        start: Where its text begins, counted from 0.
        end: The place behind its last character.
        is_spelled: True for a numeral in characters.
    """

    figure: Figure
    start: int
    end: int
    is_spelled: bool

    @property
    def places(self) -> range:
        """The places of its text."""
        return range(self.start, self.end)


def numeral(text: str) -> Figure | None:
    """Return the figure that a whole text states in digits or in characters; None where it is no numeral.

    >>> str(numeral("6万")), str(numeral("三十五")), str(numeral("1亿2000万")), numeral("两三")
    ('6E+4', '35', '1.2000E+8', None)
    """
    run = RUN.fullmatch(in_place(text)) if len(text) <= _LONGEST_NUMERAL else None
    number = None if run is None else number_of(run)
    return None if number is None else number.figure


def whole_number(text: str) -> int | None:
    """Return the whole number that a text states in digits or in characters; None where it states none.

    >>> whole_number("02"), whole_number("十二"), whole_number("3-1")
    (2, 12, None)
    """
    if text.isascii() and text.isdecimal():
        return int(text)
    figure = numeral(text)
    return None if figure is None else int(figure.value)


def find_numbers(text: str) -> tuple[FoundNumber, ...]:
    """Return the numbers of a text: those in digits, and those in characters that count something on a documented list.

    What is no number is left alone: ordinals, codes such as 5A and G106, numerals within words, and digits beside a
    sign of damage.

    >>> [str(found.figure) for found in find_numbers("第三届大会推动一体化，新建三十五家，送书6万册，评定5A级")]
    ['35', '6E+4']
    """
    plain, lost = in_place(text), damaged(text)
    numbers = filter(None, map(number_of, RUN.finditer(plain)))
    return tuple(number for number in numbers if lost.isdisjoint(number.places) and stands_alone(plain, number))


def damaged(text: str) -> frozenset[int]:
    """Return the places of a text beside which digits may be lost, those digits among them."""
    return frozenset(place for start, end in find_damage(text) for place in range(start, end))


def number_of(run: re.Match[str]) -> FoundNumber | None:
    """Return the number that a match of `RUN` is, whatever stands around it; None where it is none."""
    is_spelled = run["digits"] is None
    read = _of_characters if is_spelled else _of_digits
    value = read(run[0]) if len(run[0]) <= _LONGEST_NUMERAL else None
    figure = None if value is None else _figure(value)
    if figure is None:
        return None
    return FoundNumber(figure=figure, start=run.start(), end=run.end(), is_spelled=is_spelled)


def stands_alone(plain: str, number: FoundNumber) -> bool:
    """Return whether what stands around a number lets it be one: no ordinal, no code, no word.

    Args:
        plain: The text in uniform signs.
        number: The number.
    """
    is_last = counts_at(plain, number.end) if number.is_spelled else is_whole(plain, number)
    return is_last and may_begin(plain, number)


def may_begin(plain: str, number: FoundNumber) -> bool:
    """Return whether what stands before a number lets it begin there: no ordinal, no code, no word."""
    before = plain[max(number.start - 2, 0) : number.start]
    if _ONE_OR_OTHER.search(plain, max(number.start - _NEAR, 0), number.start):
        return False
    if number.is_spelled:
        return bool(number.figure.value) and before[-1:] not in tuple(NEVER_AFTER) and not before.startswith("一")
    if before[-1:] in tuple("-+:.,") and before[0].isascii() and before[0].isalnum():
        return False
    return before != "-" and not _is_letter(before[-1:]) and before[-1:] not in tuple(NEVER_AFTER_DIGITS)


def is_whole(plain: str, number: FoundNumber) -> bool:
    """Return whether a number in digits ends where it seems to: before no letter, and before no sign of a formula."""
    after, next = plain[number.end : number.end + 1], plain[number.end + 1 : number.end + 2]
    if _is_letter(after) or after in _FORMULA:
        return False
    return after != "+" or not (next.isascii() and next.isalnum())


def counts_at(plain: str, place: int) -> bool:
    """Return whether a unit that numerals in characters may count stands at a place."""
    return _COUNTED.match(plain, place) is not None


def _is_letter(sign: str) -> bool:
    return sign.isascii() and sign.isalpha()


def _figure(value: Decimal) -> Figure | None:
    try:
        return Figure(value)
    except InvalidValueError:  # of more digits than a figure has
        return None


def _of_digits(plain: str) -> Decimal | None:
    """Return the sum of the parts, each of which is less than one of the multiple before it."""
    total, step = None, None
    for digits, multiple in _PART.findall(plain):
        number = plain_digits(digits, POINT)
        if number is None or (step is not None and not _follows(number, multiple, step)):
            return None
        step = MULTIPLES.get(multiple, Decimal(1))
        amount = EXACT.multiply(Decimal(number), step)
        total = amount if total is None else EXACT.add(total, amount)
    return total


def _follows(number: str, multiple: str, step: Decimal) -> bool:
    """Return whether a part may follow one with this multiple: 2000万 behind 1亿, and all four digits behind 3万."""
    own = MULTIPLES.get(multiple, Decimal(1))
    has_all_digits = bool(multiple) or len(number.partition(".")[0]) == step.adjusted()
    return has_all_digits and Decimal(number) * own < step


def _of_characters(text: str) -> Decimal | None:
    whole, point, fraction = text.partition("点")
    if not point:
        return _whole(whole)
    section = _section(whole)
    decimals = "".join(str(_DIGIT_SIGNS.index(sign)) for sign in fraction.replace("〇", "零"))
    return None if section is None else Decimal(f"{section}.{decimals}")


def _whole(text: str) -> Decimal | None:
    """Return the number that a run of characters is, where it is written as the language writes it."""
    total, rest = None, text.replace("〇", "零")
    for name, zeros in (*_LARGE, ("", 0)):
        head, mark, tail = rest.partition(name) if name else (rest, "", "")
        if not (mark or (head and not name)):
            continue
        section = _section(head.removeprefix("零") if total else head)
        if section is None or (not section and (total or mark)):
            return None
        if total and head.startswith("零") != (section < _LEAST_WITHOUT_ZERO):
            return None
        amount = Decimal(section).scaleb(zeros)
        total, rest = amount if total is None else EXACT.add(total, amount), tail
    return total


def _section(text: str) -> int | None:
    """Return a whole number below 10,000; None where the text is not how the language writes it."""
    if text in ("零", "两"):
        return 2 if text == "两" else 0
    plain = re.sub("^十", "一十", re.sub("两(?=[千百])", "二", text))
    found = _SECTION.fullmatch(plain)
    if not text or found is None or not all(sign in _DIGIT_SIGNS for sign in filter(None, found.groups())):
        return None
    digits = (_DIGIT_SIGNS.index(sign or "零") for sign in found.groups())
    number = sum(digit * size for digit, (_, size) in zip(digits, _PLACES, strict=True))
    return number if _written(number) == plain else None


def _written(number: int) -> str:
    """Return a whole number from 1 to 9999 in characters; ten as 一十."""
    signs: list[str] = []
    is_skipped = False
    for name, size in _PLACES:
        digit = number // size % 10
        if digit:
            zero = "零" if is_skipped and signs else ""
            signs.append(f"{zero}{_DIGIT_SIGNS[digit]}{name}")
        is_skipped = not digit
    return "".join(signs)
