"""The unit that stands above a table, as in 单位：亿元, and the rows that it can be the unit of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from civicplan.model.units import is_ratio, speaks_of_money
from civicplan.render import reading_notes
from civicplan.zh.indicators.assumptions import Assumption, Notes
from civicplan.zh.indicators.indicator_names import is_unit
from civicplan.zh.language.indicator_meanings import ending, is_of_growth, plain_name, reduction_word
from civicplan.zh.notices import Notice
from civicplan.zh.words.indicator_words import IN_PERCENT, MEANS, OF_MONEY, OF_THINGS, RATES

BY_UNIT_ABOVE = Assumption(code="unit-above", sentence=reading_notes.UNIT_ABOVE)
UNIT_IN_DOUBT = Notice(
    "unit-in-doubt",
    "Line {above} says {printed}, and by its name, which has {word}, the row may be in another unit; it was read "
    "without one. Write its unit in brackets behind its name.",
)
SEVERAL_UNITS = Notice(
    "several-units",
    "Line {above} says {printed}, and not which of the units this row is in; it was read without one. Write its unit "
    "in brackets behind its name.",
)
UNKNOWN_UNIT = Notice(
    "unknown-unit",
    "Line {above} says {printed}, which is no unit that is known here; the row was read without one. Write its unit "
    "in brackets behind its name.",
)

#: No line is longer of which a unit is the end.
_LONGEST_LINE = 120
_UNITS = r"(?:计量|计算|数据|金额)?单位\s{0,3}[:：]\s{0,3}(?P<units>[^()（）:：。]{1,40})"
_ALONE = re.compile(rf"[(（]?{_UNITS}[)）]?")
_AT_END = re.compile(rf"(?:\s|[(（]){_UNITS}[)）]?$")
_PARTED = re.compile(r"[、，,；;和及或\s]+")
#: Multiples before a unit, which a mean for each person seldom has.
_MULTIPLES = ("百", "千", "万", "亿")


class UnitAbove(NamedTuple):
    """The unit that is printed above rows.

    Attributes:
        units: The units; more than one where the line names several, and none where it names none that is known.
        printed: The words of the line.
        line: The line.
    """

    units: tuple[str, ...]
    printed: str
    line: int

    def of(self, name: str, group: str | None = None) -> str | None:
        """Return the unit of a row without one of its own; None where another may be meant."""
        is_told = len(self.units) == 1 and word_against(self.units[0], name, group) is None
        return self.units[0] if is_told else None


def is_unit_line(text: str) -> bool:
    """Return whether a text says in which unit what stands below it is, and nothing else.

    >>> is_unit_line("（单位：万人）"), is_unit_line("“十四五”主要指标（单位：亿元）")
    (True, False)
    """
    return len(text) <= _LONGEST_LINE and _ALONE.fullmatch(text.strip()) is not None


def unit_above(text: str, line: int) -> UnitAbove | None:
    """Return the unit that a text above a table names, by itself or behind a title; None where it names none.

    >>> unit_above("计量单位：亿元", 3)
    UnitAbove(units=('亿元',), printed='计量单位：亿元', line=3)
    >>> unit_above("表2 主要指标（单位：亿元、%）", 3).units
    ('亿元', '%')
    """
    text = text.strip()
    if "单位" not in text or len(text) > _LONGEST_LINE:
        return None
    found = _ALONE.fullmatch(text) or _AT_END.search(text)
    return None if found is None else UnitAbove(tuple(_units(found["units"])), found[0].strip(" \t()（）"), line)


def last_unit_above(lines: Iterable[tuple[str, int]]) -> UnitAbove | None:
    """Return the unit that the last of some lines that names one names."""
    return next(filter(None, (unit_above(text, line) for text, line in reversed(list(lines)))), None)


def _units(text: str) -> list[str]:
    """Return the units of a list; none where it has anything else in it."""
    parts = [part for part in _PARTED.split(text.strip()) if part]
    parts = parts[0].split("/") if len(parts) == 1 and _has_share_beside(parts[0]) else parts
    return parts if all(map(is_unit, parts)) else []


def _has_share_beside(text: str) -> bool:
    """Return whether 亿元/% names two units, and not so much of one for another, as 元/人 does."""
    parts = text.split("/")
    return len(parts) > 1 and all(map(is_unit, parts)) and any(map(is_ratio, parts))


def unit_of_row(above: UnitAbove | None, name: str, group: str | None, notes: Notes) -> str | None:
    """Return the unit above a row where it can be that of the row; None, with a diagnostic, where that is in doubt.

    Args:
        above: The unit above the row.
        name: The name of the row, which has no unit of its own.
        group: The name of the indicator that it is a part of.
        notes: Get what is to be known of it.
    """
    if above is None or is_of_growth(name):
        return None
    words = {"above": above.line, "printed": above.printed}
    if len(above.units) != 1:
        notes.say(SEVERAL_UNITS if above.units else UNKNOWN_UNIT, name, **words)
        return None
    (unit,) = above.units
    if (word := word_against(unit, name, group)) is not None:
        notes.say(UNIT_IN_DOUBT, name, word=word, **words)
        return None
    notes.assume(BY_UNIT_ABOVE, name, **words)
    return unit


def may_be_fall_in(above: UnitAbove | None, name: str, group: str | None) -> str | None:
    """Return the unit above a row whose name tells of a fall, which may be one in that unit as well as in percent."""
    if above is None or reduction_word(name, group) is None or _rate_in(plain_name(name)) is not None:
        return None
    return next((unit for unit in above.units if not is_ratio(unit)), None)


def word_against(unit: str, name: str, group: str | None) -> str | None:
    """Return the word of a name by which a unit above its row may not be its own; None where the unit may be.

    >>> word_against("亿元", "税收占比", None), word_against("亿元", "税收", None)
    ('占比', None)
    """
    plain = plain_name(name)
    if is_ratio(unit):
        return None if any(word in plain for word in IN_PERCENT) else "no word for a share"
    if (word := _rate_in(plain) or reduction_word(name, group)) is not None:
        return word
    mean = next((word for word in MEANS if word in plain), None)
    if mean is not None and unit.startswith(_MULTIPLES):
        return mean
    return ending(plain, OF_THINGS if speaks_of_money(unit) else OF_MONEY)


def _rate_in(plain: str) -> str | None:
    for mean in MEANS:
        plain = plain.replace(mean, "")
    return max((word for word in RATES if word in plain), key=len, default=None)
