"""The arithmetic that headings declare by listed words: the parts of a total, and the percentage of a part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from civicplan.tables.uniform import uniform
from civicplan.zh.layout.adding_up import Check, Share, Sum
from civicplan.zh.words.sum_words import (
    NO_PARTS,
    ONE_PART,
    PARTS_OF_YEAR,
    PERCENTS_DONE,
    PERCENTS_OF_TOTAL,
    TOTALS,
    WHOLE_YEAR,
)

_YEAR = re.compile(r"((?:19|20)[0-9]{2}年)度?")
_ENCLOSED = re.compile(r"[(\[][^()\[\]]{0,20}[)\]]")
#: No word of a sum is longer, with the blanks that pad it.
_LONGEST = 12
_TOTAL = frozenset((*TOTALS, WHOLE_YEAR))
_TIMES = frozenset(word for words in PARTS_OF_YEAR for word in words)
#: The longest first, so that 第一季度 is not 一季度 behind 第.
_OF_YEAR = sorted((*_TIMES, WHOLE_YEAR), key=len, reverse=True)


class _Heading(NamedTuple):
    """A heading: where it is, what stands above it, its year, and its other words without what is in brackets."""

    place: int
    above: str
    year: str
    words: str

    @property
    def is_no_part(self) -> bool:
        """Whether it is that of a rate or the like."""
        return not self.words or any(word in self.words for word in NO_PARTS)

    @property
    def group(self) -> tuple[str, str]:
        """What it has in common with the other headings of its group."""
        return self.above, self.year


def declared(headings: Sequence[str]) -> tuple[Check, ...]:
    """Return the sums and shares that headings declare.

    A total is the sum of the quarters, halves or months of its year where all of them have a column, or of all other
    columns under the same upper heading; 其中 names some of the parts, and declares no sum. A percentage is that of
    the only part that 其中 names beside a total.

    Args:
        headings: The headings; what stands above several of them is repeated in each, before a blank.

    >>> declared(["指标", "2025年目标 合计", "2025年目标 城镇", "2025年目标 农村", "2023年"])
    (Sum(total=1, parts=(2, 3), are_points=False),)
    >>> declared(["指标", "一季度", "二季度", "三季度", "四季度", "全年"])
    (Sum(total=5, parts=(1, 2, 3, 4), are_points=False),)
    >>> declared(["指标", "参保 总数", "参保 其中:女性", "参保 占比(%)"])
    (Share(part=2, whole=1, percent=3),)
    """
    known = [_heading(text, place) for place, text in enumerate(headings)]
    return (*_of_year(known), *_of_totals(known), *_shares(known))


def is_total(text: str) -> bool:
    """Return whether a heading or the name of a row says no more than that a sum of others stands there.

    >>> is_total("合 计"), is_total("全年"), is_total("合计面积")
    (True, True, False)
    """
    return "".join(uniform(text[:_LONGEST]).split()) in _TOTAL


def is_percent_done(heading: str) -> bool:
    """Return whether a heading is that of the percentage that what was done comes to of what was planned.

    >>> is_percent_done("2025年 目标完成率（%）"), is_percent_done("形象进度")
    (True, False)
    """
    return _heading(heading, 0).words in PERCENTS_DONE


def _heading(text: str, place: int) -> _Heading:
    above, _, own = _ENCLOSED.sub("", uniform(text)).strip().rpartition(" ")
    dated = _YEAR.match(own)
    words = own[dated.end() :] if dated else own
    return _Heading(place, above, dated[1] if dated else "", words.removesuffix("%"))


def _of_year(known: Sequence[_Heading]) -> Iterator[Sum]:
    """Yield the sums of parts of a year whose headings say the same but for them."""
    times: dict[tuple[tuple[str, str], str], dict[str, int]] = {}
    for heading in known:
        word = next((word for word in _OF_YEAR if heading.words.startswith(word)), None)
        if word is not None:
            rest = heading.words.removeprefix(word)
            times.setdefault((heading.group, rest), {})[word] = heading.place
    for places in times.values():
        for parts in PARTS_OF_YEAR:
            if WHOLE_YEAR in places and places.keys() >= set(parts):
                yield Sum(total=places[WHOLE_YEAR], parts=tuple(places[part] for part in parts))


def _of_totals(known: Sequence[_Heading]) -> Iterator[Sum]:
    """Yield the sums of what stands under one upper heading with its total."""
    for total in known:
        others = [one for one in known if one.group == total.group and one is not total]
        parts = [one for one in others if not one.is_no_part]
        are_some = any(ONE_PART in one.words or one.words in _TOTAL for one in others)
        if total.above and total.words in TOTALS and len(parts) > 1 and not are_some:
            yield Sum(total=total.place, parts=tuple(part.place for part in parts))


def _shares(known: Sequence[_Heading]) -> Iterator[Share]:
    """Yield the percentage of the part that 其中 names beside a total."""
    for percent in known:
        others = [one for one in known if one.group == percent.group]
        wholes = [one.place for one in others if one.words in TOTALS]
        parts = [one.place for one in others if one.words.startswith(ONE_PART)]
        if percent.words in PERCENTS_OF_TOTAL and len(wholes) == len(parts) == 1:
            yield Share(part=parts[0], whole=wholes[0], percent=percent.place)
