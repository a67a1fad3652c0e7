"""What the unit and the name of an indicator suggest; they may only make a finding more cautious, or leave it out."""

from __future__ import annotations

import re
from enum import Enum

from civicplan.model import Indicator
from civicplan.model.units import is_ratio
from civicplan.render import findings


class UnitKind(Enum):
    """What the levels of an indicator are, as far as its unit and name tell.

    Attributes:
        RATIO: A percentage or a rate: its own growth may be meant in percentage points.
        MONEY: Money, or something per unit of money or of output: prices matter.
        UNKNOWN: No unit is printed, or nothing of it but a power of ten.
        PLAIN: Anything else.
    """

    RATIO = "ratio"
    MONEY = "money"
    UNKNOWN = "unknown"
    PLAIN = "plain"


def _saying(characters: str, words: str) -> re.Pattern[str]:
    """Return a pattern for Chinese characters anywhere, and for whole Latin words, even right beside Chinese ones."""
    return re.compile(rf"{characters}|(?<![a-z])(?:{words})(?![a-z])", re.IGNORECASE)


_MONEY = _saying("元|美金|欧|日圆|港币|人民币|[$€£¥￥]", "USD|CNY|RMB|EUR|GBP|JPY|yuan|dollars?|euros?|pounds?|yen")
_OUTPUT = _saying("生产总值|增加值|产值", "GDP|gross domestic product|value added")
#: Productivity, efficiency, power, frequency and exchange rates are called rates in Chinese and are no percentages.
_RATE = _saying(
    "增长|增速|增幅|降幅|比重|比例|(?<!生产)(?<!效)(?<!功)(?<!频)(?<!汇)率", "growth|(?<!exchange )rates?|share"
)
_PERCENT = re.compile(r"[%％]|per ?cent|百分比", re.IGNORECASE)
_POWER_OF_TEN = re.compile(
    r"[十百千万亿兆]+|'?000s?|(?:ten |hundred )?(?:thousands?|millions?)|billions?|trillions?", re.IGNORECASE
)
#: Measure words of whole things: an amount in one of them was probably counted, so that no digit was left out.
_COUNTS = frozenset("个家场册件套户所座条次部本台辆项处篇期名人支间只幅")
_COUNTS_IN_WORDS = frozenset(("pieces", "items", "events", "people", "persons", "households", "copies", "places"))

_CAUTIONS = {UnitKind.MONEY: findings.CURRENT_PRICES, UnitKind.UNKNOWN: findings.NO_UNIT}


def unit_kind(indicator: Indicator) -> UnitKind:
    """Return what the levels of the indicator are."""
    unit = indicator.unit or ""
    if is_ratio(unit):
        return UnitKind.RATIO
    names = [words for text in (indicator.name, indicator.group) if text for _, words in text.entries]
    if not unit and any(_RATE.search(words) for words in names):
        return UnitKind.RATIO
    if _MONEY.search(unit) or any(_MONEY.search(words) or _OUTPUT.search(words) for words in names):
        return UnitKind.MONEY
    return UnitKind.PLAIN if unit and not _POWER_OF_TEN.fullmatch(unit.strip()) else UnitKind.UNKNOWN


def price_caution(indicator: Indicator) -> str:
    """Return why a rate of these levels may rightly differ from a stated one; nothing where prices do not matter."""
    kind = unit_kind(indicator)
    if kind is UnitKind.UNKNOWN and indicator.unit:
        return findings.BARE_POWER_OF_TEN
    return _CAUTIONS.get(kind, "")


def is_bare_percent(unit: str | None) -> bool:
    """Return True for percent and nothing else: ‰, points, a percentage a year and "% of households" may not add up."""
    return bool(unit and _PERCENT.fullmatch(unit.strip()))


def is_counting(unit: str | None) -> bool:
    """True when the unit is one in which whole things are counted."""
    return unit in _COUNTS or unit in _COUNTS_IN_WORDS
