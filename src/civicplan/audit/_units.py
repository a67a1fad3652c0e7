"""What the unit and the name of an indicator say about comparing its levels over time."""

from __future__ import annotations

import re
from enum import Enum

from civicplan.model import Indicator


class UnitKind(Enum):
    """What the levels of an indicator are, as far as its unit and name tell."""

    #: A percentage or a rate: its own growth may be meant in percentage points.
    RATIO = "ratio"
    #: Money, or something per unit of money or of output: prices matter.
    MONEY = "money"
    #: No unit is printed.
    UNKNOWN = "unknown"
    #: Anything else.
    PLAIN = "plain"


_RATIO = re.compile(r"[%％‰]|百分点|per ?cent|percentage points?|\bpp\b", re.IGNORECASE)
_MONEY = re.compile(
    r"元|美金|欧|日圆|港币|人民币|[$€£¥￥]|\b(?:USD|CNY|RMB|EUR|GBP|JPY|yuan|dollars?|euros?|pounds?|yen)\b",
    re.IGNORECASE,
)
_OUTPUT = re.compile(r"\bGDP\b|生产总值|增加值|产值|gross domestic product|value added", re.IGNORECASE)
_RATE = re.compile(r"增长|增速|增幅|降幅|比重|比例|率|\bgrowth\b|\brates?\b|\bshare\b", re.IGNORECASE)
#: Measure words of whole things: an amount in one of them was counted, so no digit was left out.
_COUNTS = frozenset("个家场册件套户所座条次部本台辆项处篇期名人支间只幅")
_COUNTS_IN_WORDS = frozenset(("pieces", "items", "events", "people", "persons", "households", "copies", "places"))

_CAUTIONS = {
    UnitKind.MONEY: "the levels may be in current prices and the rate in constant ones",
    UnitKind.UNKNOWN: "no unit is printed, so the levels may be in current prices",
}


def unit_kind(indicator: Indicator) -> UnitKind:
    """What the levels of the indicator are."""
    unit = indicator.unit or ""
    if _RATIO.search(unit):
        return UnitKind.RATIO
    names = [words for text in (indicator.name, indicator.group) if text for _, words in text.entries]
    if not unit and any(_RATE.search(words) for words in names):
        return UnitKind.RATIO
    if _MONEY.search(unit) or any(_MONEY.search(words) or _OUTPUT.search(words) for words in names):
        return UnitKind.MONEY
    return UnitKind.PLAIN if unit else UnitKind.UNKNOWN


def price_caution(indicator: Indicator) -> str:
    """Why a rate of these levels may differ from a stated one and both be right; empty where prices do not matter."""
    return _CAUTIONS.get(unit_kind(indicator), "")


def is_ratio(unit: str | None) -> bool:
    """True when the unit is a percentage, so that its amounts are levels and not quantities."""
    return bool(unit and _RATIO.search(unit))


def is_counting(unit: str | None) -> bool:
    """True when the unit counts whole things."""
    return unit in _COUNTS or unit in _COUNTS_IN_WORDS
