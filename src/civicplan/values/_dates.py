"""Dates as people write them: they are not read, and an error says how they are written here."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

_IN_CHINESE = re.compile(r"([0-9]{4}) ?年(?: ?([0-9]{1,2}) ?月(?: ?([0-9]{1,2}) ?[日号])?)?[底末]?")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")


def advice_on_dates(text: str) -> str:
    """Return what to write instead of a date, a month or a year that is written otherwise; else nothing.

    >>> advice_on_dates("2023年3月"), advice_on_dates("31/12/2023"), advice_on_dates("3/4/2023")
    ('write 2023-03', 'write 2023-12-31', 'write 2023-04-03 or 2023-03-04')
    """
    meant = dict.fromkeys(date for parts in _readings(text) if (date := _date(*parts)))
    return f"write {' or '.join(meant)}" if meant else ""


def _readings(text: str) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield the year, the month and the day that a text may mean."""
    if first := _IN_CHINESE.fullmatch(text) or _YEAR_FIRST.fullmatch(text):
        yield first[1], first[2], first[3]
    elif last := _YEAR_LAST.fullmatch(text):
        yield last[3], last[2], last[1]
        yield last[3], last[1], last[2]


def _date(year: str, month: str | None, day: str | None) -> str:
    """Return the date as it is written here; nothing where the calendar has none such."""
    try:
        datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return "-".join(part.zfill(2) for part in (year, month, day) if part)
