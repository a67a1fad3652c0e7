"""What the name of an indicator says, by the documented `indicator_words`: its better side, and its measure.

A Chinese name ends with what it counts, so that the words at its end decide, and the longest of them first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from civicplan.model import Direction, Measure
from civicplan.model.units import is_ratio
from civicplan.zh.words.indicator_words import (
    BEHIND_SHARED,
    BRACKETED,
    CHANGES,
    GROWTHS,
    HIGHER,
    HIGHER_SHARES,
    LEVELS,
    LOWER,
    LOWER_SHARES,
    NO_GROWTHS,
    OF_WHOLE,
    REDUCTIONS,
    SHARES,
    TOTALS,
    YEARLY,
)

#: No longer name is looked at.
_LONGEST_NAME = 200
_ENCLOSED = re.compile(r"\([^()]*\)")
_YEARS_OF_LIFE = ("岁", "周岁")


class KnownDirection(NamedTuple):
    """The better side of an indicator, and the listed word that says so.

    Attributes:
        direction: The better side.
        word: The listed word.
    """

    direction: Direction
    word: str


class KnownMeasure(NamedTuple):
    """What a figure in brackets is, and the listed word that says so.

    Attributes:
        measure: The measure.
        word: The listed word, or the unit.
    """

    measure: Measure
    word: str


class Conflict(NamedTuple):
    """Two words that say different things, so that neither is taken.

    Attributes:
        first: One word.
        second: The other.
    """

    first: str
    second: str


def plain_name(name: str) -> str:
    """Return a name as words are looked up in it: signs of one width, no blanks, nothing in brackets.

    >>> plain_name("每千人口拥有执业 (助理) 医师数"), plain_name("劣Ⅴ类水体比例")
    ('每千人口拥有执业医师数', '劣V类水体比例')
    """
    return _ENCLOSED.sub("", _in_one_width(name))


def _in_one_width(name: str) -> str:
    return "".join(normalize("NFKC", name[:_LONGEST_NAME]).split())


def ending(name: str, words: tuple[str, ...]) -> str | None:
    """Return the longest of the words with which a plain name ends; None where it ends with none.

    >>> ending("地区生产总值", ("总值", "生产总值"))
    '生产总值'
    """
    if not name.endswith(words):
        return None
    return max((word for word in words if name.endswith(word)), key=len)


def is_of_growth(name: str) -> bool:
    """Return whether an indicator is measured by its growth, as its name says.

    >>> is_of_growth("地区生产总值增长"), is_of_growth("人口自然增长率")
    (True, False)
    """
    plain = plain_name(name)
    return ending(plain, GROWTHS) is not None and ending(plain, NO_GROWTHS) is None


def reduction_word(name: str, group: str | None = None) -> str | None:
    """Return the word by which an indicator, or the one that it is a part of, tells of a fall; else None.

    >>> reduction_word("氨氮", "主要污染物排放总量减少"), reduction_word("能源消费总量")
    ('减少', None)
    """
    return ending(plain_name(name), REDUCTIONS) or ending(plain_name(group or ""), REDUCTIONS)


def level_word(name: str) -> str | None:
    """Return the word by which an indicator is on the list of levels of which no growth is printed; else None.

    >>> level_word("城镇调查失业率")
    '失业率'
    """
    return ending(plain_name(name), LEVELS)


def total_word(name: str) -> str | None:
    """Return the word by which an indicator is a flow that plans add up over their years; else None.

    >>> total_word("城镇新增就业人数"), total_word("新增劳动力受教育年限")
    ('新增', None)
    """
    plain = plain_name(name)
    is_stock = any(word in plain for word in CHANGES)
    return None if is_stock else next((word for word in TOTALS if word in plain), None)


def direction_of(name: str, group: str | None = None) -> KnownDirection | Conflict | None:
    """Return the better side of an indicator, by the end of its name, else by that of the one that it is a part of.

    Returns:
        The side with the word that says so; two words that contradict each other; or None where no word is listed.

    >>> direction_of("单位GDP能源消耗降低")
    KnownDirection(direction=<Direction.LOWER: 'lower'>, word='能源消耗')
    >>> direction_of("煤炭消费占能源消费总量比重").direction
    <Direction.LOWER: 'lower'>
    """
    own = _direction(plain_name(name))
    if own is not None or group is None:
        return own
    return _direction(plain_name(group))


def measure_in_brackets(name: str, group: str | None, unit: str | None) -> KnownMeasure | Conflict | None:
    """Return what a figure in brackets is: the total, the reduction or the change over the plan.

    Args:
        name: The name of the indicator, with what stands in brackets behind it.
        group: The name of the indicator that it is a part of.
        unit: Its unit.

    Returns:
        The measure with the word that says so; two words that contradict each other; or None where nothing says it.

    >>> measure_in_brackets("人均预期寿命", None, "岁")
    KnownMeasure(measure=<Measure.CHANGE: 'change'>, word='预期寿命')
    >>> measure_in_brackets("新增就业参保率", None, "%")
    Conflict(first='新增', second='%')
    """
    if reduced := reduction_word(name, group):
        return KnownMeasure(Measure.REDUCTION, reduced)
    found = list(_measures(_in_one_width(name)))
    if is_of_points(unit) and not any(known.measure is Measure.CHANGE for known in found):
        found.append(KnownMeasure(Measure.CHANGE, unit or ""))
    measures = {known.measure: known for known in reversed(found)}
    if len(measures) > 1:
        first, second = reversed(measures.values())
        return Conflict(first.word, second.word)
    return found[0] if found else None


def is_of_points(unit: str | None) -> bool:
    """Return whether a change in the unit is one of points or of years of life.

    >>> is_of_points("%"), is_of_points("岁"), is_of_points("万人")
    (True, True, False)
    """
    return is_ratio(unit) or unit in _YEARS_OF_LIFE


def _measures(name: str) -> Iterator[KnownMeasure]:
    for measure in (Measure.TOTAL, Measure.CHANGE):
        for word in BRACKETED[measure]:
            if word in name:
                yield KnownMeasure(measure, word)


def _direction(name: str) -> KnownDirection | Conflict | None:
    """Return the better side that the end of a plain name says; a fall that is promised says it, too."""
    fall = ending(name, REDUCTIONS)
    known = _listed(_without_movement(name))
    if fall is None or isinstance(known, Conflict):
        return known
    if known is not None and known.direction is Direction.HIGHER:
        return Conflict(known.word, fall)
    return known or KnownDirection(Direction.LOWER, fall)


def _without_movement(name: str) -> str:
    """Return a plain name without the words of rise and fall at its end."""
    while word := ending(name, (*GROWTHS, *REDUCTIONS, *YEARLY, "累计")):
        name = name.removesuffix(word)
    return name


def _listed(name: str) -> KnownDirection | Conflict | None:
    higher, lower = ending(name, HIGHER) or "", ending(name, LOWER) or ""
    if higher or lower:
        return _longer(higher, lower)
    head = ending(name, SHARES)
    if head is None:
        return None
    shared = _shared(name.removesuffix(head))
    return _longer(_with(ending(shared, HIGHER_SHARES), head), _with(ending(shared, LOWER_SHARES), head))


def _with(word: str | None, head: str) -> str:
    return f"{word}…{head}" if word else ""


def _longer(higher: str, lower: str) -> KnownDirection | Conflict | None:
    if len(higher) == len(lower):
        return Conflict(higher, lower) if higher else None
    if len(higher) > len(lower):
        return KnownDirection(Direction.HIGHER, higher)
    return KnownDirection(Direction.LOWER, lower)


def _shared(name: str) -> str:
    """Return what the name of a share tells the share of, without the words that may stand behind it."""
    for sign in OF_WHOLE:
        name = name.partition(sign)[0]
    listed = (*HIGHER_SHARES, *LOWER_SHARES)
    while not ending(name, listed) and (word := ending(name, BEHIND_SHARED)):
        name = name.removesuffix(word)
    return name
