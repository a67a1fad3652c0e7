"""Periods and days as they are written in Chinese; in English they are written as in files."""

from __future__ import annotations

from datetime import date

from civicplan.values import CalendarUnit, Period

_NUMERALS = "一二三四"
_HALVES = ("上半年", "下半年")


def period_in_chinese(period: Period) -> str:
    """Return a period as official Chinese documents write it.

    >>> [period_in_chinese(Period.parse(text)) for text in ("2016/2020", "2024-Q2", "2025-10/2026-02")]
    ['2016—2020年', '2024年第二季度', '2025年10月至2026年2月']
    """
    if period.unit is CalendarUnit.DAY:
        start, end = day_in_chinese(period.start), day_in_chinese(period.end)
        return start if start == end else f"{start}至{end}"
    if period.unit is CalendarUnit.YEAR:
        return f"{period.first}年" if period.count == 1 else f"{period.first}—{period.last}年"
    in_year = CalendarUnit.YEAR // period.unit
    first_year, first = divmod(period.first, in_year)
    last_year, last = divmod(period.last, in_year)
    start, end = _part(period.unit, first), _part(period.unit, last)
    if period.count == 1:
        return f"{first_year}年{start}"
    return f"{first_year}年{start}至{end}" if first_year == last_year else f"{first_year}年{start}至{last_year}年{end}"


def _part(unit: CalendarUnit, place: int) -> str:
    if unit is CalendarUnit.MONTH:
        return f"{place + 1}月"
    return f"第{_NUMERALS[place]}季度" if unit is CalendarUnit.QUARTER else _HALVES[place]


def day_in_chinese(day: date) -> str:
    """Return a day as official Chinese documents write it.

    >>> day_in_chinese(date(2020, 12, 31))
    '2020年12月31日'
    """
    return f"{day.year}年{day.month}月{day.day}日"
