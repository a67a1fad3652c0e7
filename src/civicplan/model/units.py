"""What a printed unit says: its list, its size, whether it is a share, whether amounts in it add up.

What a unit suggests decides no verdict. A list only takes a doubt away, and the outcome then names the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize

from civicplan.model.unit_lists import (
    COUNT_UNITS,
    MULTIPLES,
    OTHER_UNITS,
    PHYSICAL_UNITS,
    PREFIXED_SYMBOLS,
    PREFIXES,
    Spellings,
)


class UnitList(StrEnum):
    """A documented list on which a unit stands; in neither can it be money.

    Attributes:
        PHYSICAL: The list of physical units.
        COUNTS: The list of units in which whole things are counted.
    """

    PHYSICAL = "physical"
    COUNTS = "counts"


def whole_words(words: str) -> str:
    """Return a pattern that finds the Latin words as whole ones, even right beside Chinese signs.

    >>> bool(re.search(whole_words("per"), "持有persons")), bool(re.search(whole_words("per"), "产量per人"))
    (False, True)
    """
    return rf"(?<![a-zA-Z])(?:{words})(?![a-zA-Z])"


# Patterns are compiled when first used, as reading and assessing seldom need them: importing stays cheap.
_RATIO = r"[%％‰]|百分|千分|(?<![a-z])per ?(?:cent|mille)|percentage|(?<![a-z])pp(?![a-z])"
PERCENT = r"(?:[%％]|per ?cent|percentage|百分比)(?: of .+)?"
_ONE_PER_OTHER = r"[/／]|每|均|岁|(?<![a-z])per(?![a-z])|(?<![a-z])pp[mb](?![a-z])"
#: KM in capitals is a currency, too. No money is 元 in 单元, 元旦 and 多元化, nor 欧 in 欧洲 and 中欧班列.
_MONEY = "(?<!单)元(?![旦宵素首化])|美金|(?<!中)欧(?![洲盟美亚])|日圆|港币|人民币|[$€£¥￥₹₩₽]|" + whole_words(
    "USD|CNY|RMB|EUR|GBP|JPY|CHF|INR|KRW|yuan|dollars?|euros?|pounds?|yen|rupees?|francs?|(?-i:KM)"
)
_OUTPUT = "生产总值|生產總值|增加值|产值|產值|" + whole_words(
    "GDP|GNP|GNI|GVA|BIP|PIB|gross domestic product|value added"
)
#: 率先 is "first"; the mean expectation of life is in years and a rate of nothing.
_RATE = (
    "[/%‰]|每|率(?!先)|均(?![衡等])(?!(?:预期|期望)?寿命)|比[重例值率]|占比|比$|百分|千分|份额|指数|"
    "增长|增速|增幅|降幅|浓度|密度|强度|单位(?=GDP|国内|地区|工业|生产|产|增加|面积|建筑|土地|耕地|能耗)|當り|当たり|"
) + whole_words(
    "per|percent|percentages?|each|every|rates?|ratios?|shares?|proportions?|growth|(?:average|mean)(?! life)|median|"
    "index|indices|density|intensity|concentrations?|productivity|yields?|pp[mb]?|par|pro|por|je"
)


class _Reading(NamedTuple):
    multiple: int
    unit: str
    unit_list: UnitList | None


def listed(unit: str | None, *words: str) -> UnitList | None:
    """Return the list on which the unit stands; a multiple may stand before it.

    The lists do not speak, and None is returned, where unit or words speak of a rate, of money or of output.

    Args:
        unit: The unit as printed.
        words: The name and the group of the indicator, or the subject of the deliverable, in each of its languages.

    >>> listed("万亩"), listed("thousand tonnes"), listed("亿册")
    (<UnitList.PHYSICAL: 'physical'>, <UnitList.PHYSICAL: 'physical'>, <UnitList.COUNTS: 'counts'>)
    >>> listed("亿元"), listed("kWh", "单位GDP能耗"), listed("吨/人"), listed(None)
    (None, None, None, None)
    """
    reading = _read(unit or "")
    if reading is None or any(map(_speaks_of_more_than_things, (unit or "", *words))):
        return None
    return reading.unit_list


def counts_whole_things(unit: str | None, *words: str) -> bool:
    """Return whether a whole number in the unit may be taken as counted, with no digit left out.

    It may not with a multiple in the unit, nor where the words speak of a rate.

    Args:
        unit: The unit as printed.
        words: The name and the group of the indicator, or the subject of the deliverable, in each of its languages.

    >>> counts_whole_things("册"), counts_whole_things("万册"), counts_whole_things("吨")
    (True, False, False)
    >>> counts_whole_things("张", "每千人床位数")
    False
    """
    reading = _read(unit or "")
    is_single = reading is not None and reading.multiple == 1 and reading.unit_list is UnitList.COUNTS
    return is_single and not any(map(speaks_of_rate, words))


def speaks_of_rate(words: str) -> bool:
    """Return whether the words tell of a rate, a share, a mean or a growth, which are no amounts of things.

    >>> speaks_of_rate("每千人床位数"), speaks_of_rate("Persons in work"), speaks_of_rate("率先示范点")
    (True, False, False)
    """
    return _finds(_RATE, words)


def speaks_of_money(words: str) -> bool:
    """Return whether the words name a currency.

    >>> speaks_of_money("亿元以上项目"), speaks_of_money("thousand euros"), speaks_of_money("中欧班列")
    (True, True, False)
    """
    return _finds(_MONEY, words)


def speaks_of_output(words: str) -> bool:
    """Return whether the words tell of the output of an economy, which is measured in money.

    >>> speaks_of_output("地区生产总值"), speaks_of_output("Energy use for GDP"), speaks_of_output("粮食产量")
    (True, True, False)
    """
    return _finds(_OUTPUT, words)


def is_ratio(unit: str | None) -> bool:
    """Return True when the unit is that of a share, so that a change of it may be told in points or in percent.

    >>> is_ratio("％"), is_ratio("percentage points"), is_ratio("册")
    (True, True, False)
    """
    return bool(unit and _shows(_RATIO, unit))


def is_percent(unit: str | None) -> bool:
    """Return whether a hundred of the unit are the whole; percentage points and ‰ are not.

    >>> is_percent("%"), is_percent("% of households"), is_percent("percentage points"), is_percent(None)
    (True, True, False, False)
    """
    return bool(unit and re.fullmatch(PERCENT, unit.strip(), re.IGNORECASE))


def adds_up(unit: str | None) -> bool:
    """Return False when amounts in the unit are levels that may turn: shares, or so much of one thing per another.

    >>> adds_up("册"), adds_up("％"), adds_up("张/千人")
    (True, False, False)
    """
    return not is_ratio(unit) and not (unit and _shows(_ONE_PER_OTHER, unit))


def is_same(one: str, other: str) -> bool:
    """Return True for two spellings of one unit in one size.

    They differ in the width of their signs, in case or in blanks, or both stand on one line of a list with the same
    multiple. The case of a prefix counts: MW is not mW.

    >>> is_same("%", "％"), is_same("公里", "km"), is_same("万吨", "10,000 tonnes")
    (True, True, True)
    >>> is_same("亿元", "万元"), is_same("kWh", "MWh"), is_same("ML", "ml")
    (False, False, False)
    """
    return (_read(one) or _folded(_squeezed(one))) == (_read(other) or _folded(_squeezed(other)))


def _speaks_of_more_than_things(words: str) -> bool:
    return speaks_of_rate(words) or speaks_of_money(words) or speaks_of_output(words)


@lru_cache(maxsize=4096)
def _shows(pattern: str, unit: str) -> bool:
    return re.search(pattern, unit, re.IGNORECASE) is not None


@lru_cache(maxsize=4096)
def _finds(pattern: str, words: str) -> bool:
    return re.search(pattern, normalize("NFKC", words).strip(), re.IGNORECASE) is not None


@lru_cache(maxsize=4096)
def _read(unit: str) -> _Reading | None:
    """Return the multiple and the unit that are printed; None for a unit on no list."""
    squeezed = _squeezed(unit)
    prefix, symbol = squeezed[:1], squeezed[1:]
    for multiple, rest in _without_multiple(squeezed):
        if reading := _known().get(_folded(rest)):
            return reading._replace(multiple=multiple)
    if prefix in PREFIXES and (symbol in PREFIXED_SYMBOLS or re.match("[a-z]{4}", symbol)):
        reading = _known().get(symbol.casefold())
        return reading and reading._replace(multiple=PREFIXES[prefix])
    return None


def _without_multiple(squeezed: str) -> Iterator[tuple[int, str]]:
    """Return each multiple with which the unit may begin, 1 first, and the rest of the unit."""
    small = squeezed.casefold()
    for multiple, spelling in _multiples():
        if small.startswith(spelling):
            yield multiple, squeezed[len(spelling) :]


@cache
def _multiples() -> tuple[tuple[int, str], ...]:
    return (1, ""), *((size, _squeezed(spelling)) for size, spellings in MULTIPLES.items() for spelling in spellings)


@cache
def _known() -> dict[str, _Reading]:
    """Return all units that stand on a line of a list, by each of their spellings."""
    lines: list[tuple[UnitList | None, Spellings]] = [
        *((UnitList.PHYSICAL, spellings) for group in PHYSICAL_UNITS.values() for spellings in group),
        *((UnitList.COUNTS, spellings) for group in COUNT_UNITS.values() for spellings in group),
        *((None, spellings) for spellings in OTHER_UNITS),
    ]
    return {
        _folded(_squeezed(spelling)): _Reading(1, spellings[0], unit_list)
        for unit_list, spellings in lines
        for spelling in spellings
    }


def _squeezed(unit: str) -> str:
    """Return the unit without blanks and in signs of one width; a power of ten stays one: 10⁴ is not 104."""
    powers = re.sub(r"(?<=10)(?=[²³⁴-⁹])", "^", unit)
    return "".join(normalize("NFKC", powers).split())


def _folded(squeezed: str) -> str:
    """Return the unit in small letters, but for capitals that tell one unit from another.

    They are the M of a symbol, which is mega where m is milli, and a single letter.
    """
    if len(squeezed) == 1:
        return squeezed
    is_mega = re.match("M[A-Za-z]{0,3}(?![A-Za-z])", squeezed)
    return f"M{squeezed[1:].casefold()}" if is_mega else squeezed.casefold()
