"""What the unit and the name of an indicator suggest; they may only make a finding more cautious, or leave it out."""

from __future__ import annotations

import re
from enum import Enum

from civicplan.model import Indicator
from civicplan.model.units import is_ratio, speaks_of_money, speaks_of_output, whole_words
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


#: Productivity, efficiency, power, frequency and exchange rates are called rates in Chinese and are no percentages.
_RATE = re.compile(
    "增长|增速|增幅|降幅|比重|比例|(?<!生产)(?<!效)(?<!功)(?<!频)(?<!汇)率|"
    + whole_words("growth|(?<!exchange )rates?|share"),
    re.IGNORECASE,
)
_PERCENT = re.compile(r"[%％]|per ?cent|百分比", re.IGNORECASE)
_POWER_OF_TEN = re.compile(
    r"[十百千万亿兆]+|'?000s?|(?:ten |hundred )?(?:thousands?|millions?)|billions?|trillions?", re.IGNORECASE
)

_CAUTIONS = {UnitKind.MONEY: findings.CURRENT_PRICES, UnitKind.UNKNOWN: findings.NO_UNIT}


def unit_kind(indicator: Indicator) -> UnitKind:
    """Return what the levels of the indicator are."""
    unit = indicator.unit or ""
    if is_ratio(unit):
        return UnitKind.RATIO
    names = [words for text in (indicator.name, indicator.group) if text for _, words in text.entries]
    if not unit and any(_RATE.search(words) for words in names):
        return UnitKind.RATIO
    if speaks_of_money(unit) or any(speaks_of_money(words) or speaks_of_output(words) for words in names):
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
