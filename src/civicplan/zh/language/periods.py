"""Periods and deadlines of running text: 10月份, 上半年, 7—8月份, 2025年5月至2026年4月, “十四五”末, 到2025年.

The grammar, in which blanks may stand around digits::

    period   = [ until ] point [ through point ] [ before ]
    point    = year [ month | part ] [ end ]      2025年, 二〇三五年, 2025年5月, 2025年上半年, 2024年底
             | month [ day | third ] [ end ]      10月份, 6月1日, 5月上旬, 4月底
             | part                               上半年, 第二季度, 前三季度
             | [“] plan [”] ( 末 | 期间 | 时期 )    “十四五”末, “十四五”时期
             | years                              年内, 全年, 今年, 去年, 明年, 年底
             | ( 今后 | 未来 ) number 年            今后五年
    until    = 到 | 至 | 截至
    through  = 至 | 到 | a dash                    the second point takes the year and the month of the first
    before   = 前 | 之前 | 以前

What a reader makes of it:

- A point without a year is one of the reference year. Without that, there is no period, and `needs_year` says why.
- A deadline (到2025年, 4月底, “十四五”末, 10月底前) becomes the last unit named, by whose end it is to be done: the
  year 2025, the month of April, the last year of the five-year plan, the month of October.
- 截至 tells up to when a fact reaches, and is no deadline.
- 前 without 底 may include the unit or not, and 今后五年 may begin with the reference year or with the next. The longer
  time and the reference year are taken, and `is_assumed` says so.
- Recurring times (每周三, 每年) and lengths (三个月, 5年) are no periods.
"""

from __future__ import annotations

import re

from attrs import frozen

from civicplan.errors import InvalidValueError
from civicplan.tables.uniform import in_place
from civicplan.values import Period
from civicplan.zh.language.numerals import whole_number
from civicplan.zh.words.numeral_words import DIGITS
from civicplan.zh.words.period_words import (
    AS_OF,
    BEFORE,
    ENDS,
    FIRST_YEAR,
    NOT_BEFORE,
    NOT_BEHIND,
    PARTS,
    PLANS,
    THIRDS,
    THROUGH,
    UNTIL,
    WHOLE_MONTH,
    WHOLE_PLAN,
    YEAR_ENDS,
    YEARS,
    YEARS_AHEAD,
    YEARS_OF_A_PLAN,
)
from civicplan.zh.words.phrase_words import any_of

_YEAR = f"(?:19|20|21)[0-9]{{2}}|[一二][九〇零][{DIGITS}]{{2}}"
_MONTH = "1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
_DAY = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_THROUGH = f" ?(?:{any_of(THROUGH)}) ?"
_END = f"(?:{any_of(ENDS)})"


def _point(n: int) -> str:
    """The pattern of one point in time, whose groups bear its number."""
    days = rf"(?P<day{n}>{_DAY})(?: ?日?{_THROUGH}(?P<to_day{n}>{_DAY}))? ?[日号]"
    month = (
        rf"(?:(?P<from_month{n}>{_MONTH})(?: ?月份?)?{_THROUGH})?(?P<month{n}>{_MONTH}) ?月"
        rf"(?: ?{days}|(?P<third{n}>{any_of(THIRDS)})|(?:{any_of(WHOLE_MONTH)})(?!部))?"
    )
    part = rf"第?(?P<part{n}>{any_of(PARTS)})"
    year = rf"(?:(?P<from_year{n}>{_YEAR}) ?年?{_THROUGH})?(?P<year{n}>{_YEAR}) ?年(?![{NOT_BEFORE}])度?"
    named = rf"(?P<named{n}>(?<![{NOT_BEHIND}])(?:{any_of((*YEARS, *YEAR_ENDS))})(?![{NOT_BEFORE}]))"
    plan = rf"[“\"‘]?(?P<plan{n}>{any_of(PLANS)})五[”\"’]? ?(?:{any_of(WHOLE_PLAN)}|(?={_END}))"
    ahead = rf"(?:{any_of(YEARS_AHEAD)}) ?(?P<ahead{n}>{_DAY}) ?年(?![{NOT_BEFORE}])"
    in_year = rf"(?:(?:{year}|{named}) ?)?(?:(?<![0-9个每])(?:{month}|{part}))?"
    return rf"(?:{ahead}|{plan}|{in_year})(?P<end{n}>{_END})?"


_BRACKETED = rf"(?<=\()(?P<first>{_YEAR})-(?P<last>{_YEAR})(?=\))"
#: Nothing else begins a time; what begins with one of these need not be one.
_BEGINS = '[0-9一二三四五六七八九十上下前首第今去本当年全未明次到至截“"‘]'
_PERIOD = re.compile(
    rf"{_BRACKETED}|(?={_BEGINS})(?:(?P<until>{any_of(UNTIL)})|(?P<as_of>{any_of(AS_OF)}))? ?(?<![0-9.])"
    rf"{_point(1)}(?P<last_point>{_THROUGH}{_point(2)})?(?P<before>{any_of(BEFORE)})?"
)


@frozen(kw_only=True)
class FoundPeriod:
    """A time that a text states, and the period that it means.

    Attributes:
        text: The words.
        start: Where they begin, counted from 0.
        end: The place behind their last character.
        period: The period; None where a reference year is needed, and where the days are none of the calendar.
        needs_year: True where only a reference year makes a period of it.
        is_deadline: True where something is to be done by the end of the period.
        is_assumed: True where the words leave open whether a unit at one end belongs to it.
    """

    text: str
    start: int
    end: int
    period: Period | None
    needs_year: bool = False
    is_deadline: bool = False
    is_assumed: bool = False


def five_year_plan(ordinal: str) -> Period:
    """Return the period of the five-year plan of an ordinal.

    >>> str(five_year_plan("十四"))
    '2021/2025'
    """
    first = FIRST_YEAR + YEARS_OF_A_PLAN * PLANS.index(ordinal)
    return Period.parse(f"{first}/{first + YEARS_OF_A_PLAN - 1}")


def find_periods(text: str, year: int | None = None) -> tuple[FoundPeriod, ...]:
    """Return the times that a text states, in their order.

    Args:
        text: The text.
        year: The reference year, of which months, quarters and words such as 年内 are.

    >>> [str(found.period) for found in find_periods("首演在4月底，2025年5月至2026年4月巡演", 2025)]
    ['2025-04', '2025-05/2026-04']
    """
    matches = _PERIOD.finditer(in_place(text))
    return tuple(_found(match, text, year) for match in matches if _is_stated(match, 1))


def read_period(text: str, year: int | None = None) -> FoundPeriod | None:
    """Return the time that a whole text states; None where it states none, or more than one.

    Args:
        text: The text.
        year: The reference year, of which months, quarters and words such as 年内 are.

    >>> str(read_period("7—8月份", 2025).period), read_period("7—8月份").needs_year, read_period("每周三")
    ('2025-07/2025-08', True, None)
    """
    match = _PERIOD.fullmatch(in_place(text.strip()))
    return None if match is None or not _is_stated(match, 1) else _found(match, text.strip(), year)


def period_at(plain: str, start: int, year: int | None = None) -> FoundPeriod | None:
    """Return the time that begins at a place of a text in uniform signs; None where there is none."""
    match = _PERIOD.match(plain, start)
    return None if match is None or not _is_stated(match, 1) else _found(match, plain, year)


def _is_stated(match: re.Match[str], n: int) -> bool:
    """Return whether a point has any of its parts, all of which may be missing."""
    return any((match["first"], *(match[f"{name}{n}"] for name in ("year", "named", "month", "part", "plan", "ahead"))))


def _found(match: re.Match[str], text: str, year: int | None) -> FoundPeriod:
    """Return what a match means; a period that no calendar has is None."""
    needs_year = False
    try:
        period = _run(match, year)
    except InvalidValueError:  # of 6月31日, and of a run that ends before it begins
        period = None
    else:
        needs_year = period is None
    ends = [match["end1"], match["end2"]]
    end = match.end() if match["last_point"] is None or _is_stated(match, 2) else match.start("last_point")
    words = text[match.start() : end]
    return FoundPeriod(
        text=words.strip(),
        start=end - len(words.lstrip()),
        end=match.start() + len(words.rstrip()),
        period=period,
        needs_year=needs_year,
        is_deadline=not match["as_of"] and any((match["until"], match["before"], *ends, match["named1"] in YEAR_ENDS)),
        is_assumed=bool(match["ahead1"] or (match["before"] and not any(ends) and match["named1"] not in YEAR_ENDS)),
    )


def _run(match: re.Match[str], year: int | None) -> Period | None:
    """Return the period of a match; None where a year is missing."""
    if match["first"]:
        return Period.parse(f"{match['first']}/{match['last']}")
    first_year = _year(match, 1, year)
    first = _period(match, 1, first_year)
    if match["last_point"] is None or first is None or not _is_stated(match, 2):
        return first
    last = _period(match, 2, _year(match, 2, first_year))
    return None if last is None else first.through(last)


def _year(match: re.Match[str], n: int, year: int | None) -> int | None:
    """Return the year that a point states, or else the one it takes from the reference or from the point before."""
    if stated := match[f"year{n}"]:
        return _number(stated)
    return None if year is None else year + YEARS.get(match[f"named{n}"] or "", 0)


def _period(match: re.Match[str], n: int, year: int | None) -> Period | None:
    """Return the period of one point, of which the year is known or not."""
    if plan := match[f"plan{n}"]:
        period = five_year_plan(plan)
        return period.last_year if match[f"end{n}"] else period
    if year is None:
        return None
    if ahead := match[f"ahead{n}"]:
        return Period.parse(f"{year}/{year + _number(ahead) - 1}")
    period = _in_year(match, n, year)
    began = match[f"from_year{n}"]
    return Period.of(_number(began)).through(period) if began else period


def _in_year(match: re.Match[str], n: int, year: int) -> Period:
    """Return the months, the days or the part of a year that a point states; the whole year where it states none."""
    if part := match[f"part{n}"]:
        return Period.parse("/".join(f"{year}-{name}" for name in PARTS[part].split("/")))
    if not match[f"month{n}"]:
        return Period.of(year)
    months = [f"{year}-{_number(month):02}" for month in (match[f"from_month{n}"], match[f"month{n}"]) if month]
    if third := match[f"third{n}"]:
        first, last = THIRDS[third]
        return Period.parse(f"{months[-1]}-{first:02}").through(f"{months[-1]}-{last}" if last else months[-1])
    days = [f"{months[-1]}-{_number(day):02}" for day in (match[f"day{n}"], match[f"to_day{n}"]) if day]
    return Period.parse("/".join(days or months))


def _number(text: str) -> int:
    """Return a small number or a year in digits or in characters; 0 for what is none, which no calendar has."""
    if text.isascii():
        return int(text)
    if len(text) == len("二〇三五") and not set(text) - set(DIGITS):
        return int("".join(str(max(DIGITS.index(sign) - 1, 0)) for sign in text))
    return whole_number(text) or 0
