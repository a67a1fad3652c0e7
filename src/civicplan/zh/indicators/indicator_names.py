"""The names of indicators as tables print them, in their parts: number, name, unit, remarks, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from civicplan.model.units import is_ratio, listed, speaks_of_money
from civicplan.zh.words.indicator_words import MARKS
from civicplan.zh.words.list_numbers import COUNTED_ON, LISTED

#: No unit is longer.
_LONGEST_UNIT = 20
_LONGEST_NAME = 300
_NARROW = str.maketrans("（）", "()")
_NUMBER = re.compile(r"(?:\((\d{1,3})\)|(\d{1,3})[.．、](?!\d))\s*")
#: 一、 but not that of 一、二季度.
_RANK = re.compile(f"{LISTED}(?!{COUNTED_ON})")
_PART_OF = re.compile(r"(?:其中|＃|#)\s*[:：]?\s*")
_BRACKETS_AT_END = re.compile(r"\(([^()]{1,60})\)$")
_REMARKS = ("累计", "可比价", "不变价", "现价", "当年价", "口径")
_LIMITS = re.compile("以上|以下|以内")
_PARTED = re.compile(r"[,，;；、]")


class RowName(NamedTuple):
    """The name of an indicator in its parts.

    Attributes:
        name: The name alone.
        unit: The unit that stands in brackets behind it.
        remarks: What else stands there and is no part of the name, such as 五年累计.
        marks: The marks before and behind it, such as ☆.
        number: The number before it.
        is_part: True where 其中 before it says that it is a part of the indicator above.
    """

    name: str
    unit: str | None = None
    remarks: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    number: str | None = None
    is_part: bool = False

    @property
    def words(self) -> str:
        """The name with its remarks, of which some say what is measured."""
        return self.name + "".join(f"({remark})" for remark in self.remarks)


def read_name(text: str) -> RowName:
    """Return a name in its parts.

    >>> read_name("固定资产投资(五年累计)(亿元)")
    RowName(name='固定资产投资', unit='亿元', remarks=('五年累计',), marks=(), number=None, is_part=False)
    >>> name = read_name("（17）每千人口拥有执业 (助理) 医师数 (人) ☆")
    >>> name.number, name.name, name.unit, name.marks
    ('17', '每千人口拥有执业 (助理) 医师数', '人', ('☆',))
    >>> read_name("二、固定资产投资").name, read_name("一、二产业增加值").name
    ('固定资产投资', '一、二产业增加值')
    """
    rest, marks = _without_marks(" ".join(text[:_LONGEST_NAME].translate(_NARROW).split()))
    numbered = _NUMBER.match(rest)
    rest = rest[numbered.end() :] if numbered else rest
    ranked = None if numbered else _RANK.match(rest)
    rest = rest[ranked.end() :] if ranked else rest
    part = _PART_OF.match(rest)
    rest = rest[part.end() :] if part else rest
    units, remarks = [], []
    while (found := _BRACKETS_AT_END.search(rest)) and (parts := _parts(found[1])) is not None:
        rest = rest[: found.start()].rstrip()
        units += parts[0]
        remarks += parts[1]
    name, inner = _without_marks(rest)
    return RowName(
        name=name or text.strip()[:_LONGEST_NAME],
        unit=units[0] if units else None,
        remarks=tuple(remarks),
        marks=(*marks, *inner),
        number=next(filter(None, numbered.groups()), None) if numbered else None,
        is_part=part is not None,
    )


def is_unit(text: str) -> bool:
    """Return whether a text is a unit by the lists of units, or looks as none but one: a share, money, one per other.

    >>> is_unit("亿元"), is_unit("人/亿元"), is_unit("PM2.5"), is_unit("年收入2000万元以上")
    (True, True, False, False)
    """
    plain = normalize("NFKC", text).strip()
    if not plain or len(plain) > _LONGEST_UNIT or _LIMITS.search(plain):
        return False
    is_per_other = "/" in plain and not plain[0].isascii()
    return is_ratio(plain) or is_per_other or listed(plain) is not None or speaks_of_money(plain)


def _parts(inner: str) -> tuple[list[str], list[str]] | None:
    """Return the units and the remarks of which a bracket is made up; None where it has anything else in it."""
    units, remarks = [], []
    for part in filter(None, map(str.strip, _PARTED.split(inner))):
        if is_unit(part):
            units.append(part)
        elif any(word in part for word in _REMARKS):
            remarks.append(part)
        else:
            return None
    return units, remarks


def _without_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without the marks before and behind it, and the marks."""
    plain = text.strip()
    marks = [*_leading(plain), *_leading(plain[::-1])]
    return plain.strip(MARKS + " "), tuple(dict.fromkeys(marks))


def _leading(text: str) -> Iterator[str]:
    for sign in text:
        if sign in MARKS:
            yield sign
        elif sign != " ":
            return
