"""Calendar units: months and what they make up, and days, counted from the year 0."""

from __future__ import annotations

import datetime
from enum import IntEnum


class CalendarUnit(IntEnum):
    """The calendar units that count as equal parts, by their length [months]; a day has none."""

    DAY = 0
    MONTH = 1
    QUARTER = 3
    HALF = 6
    YEAR = 12


MONTH_UNITS = (CalendarUnit.YEAR, CalendarUnit.HALF, CalendarUnit.QUARTER, CalendarUnit.MONTH)
#: Nothing ends later, so that the day after every end can be named.
LAST_YEAR = 9998
#: The first and the last number of each unit.
UNIT_NUMBERS = {
    CalendarUnit.DAY: (1, datetime.date(LAST_YEAR, 12, 31).toordinal()),
    **{unit: (12 // unit, (LAST_YEAR + 1) * (12 // unit) - 1) for unit in MONTH_UNITS},
}


def in_largest_unit(unit: CalendarUnit, first: int, last: int) -> tuple[CalendarUnit, int, int]:
    """Return the same run of units in the largest unit that it is a whole number of."""
    if unit is CalendarUnit.DAY:
        start, after = datetime.date.fromordinal(first), datetime.date.fromordinal(last) + datetime.timedelta(days=1)
        if start.day != 1 or after.day != 1:
            return unit, first, last
        begin, stop = start.year * 12 + start.month - 1, after.year * 12 + after.month - 1
    else:
        begin, stop = first * unit, (last + 1) * unit
    largest = next(unit for unit in MONTH_UNITS if begin % unit == 0 and stop % unit == 0)
    return largest, begin // largest, stop // largest - 1


def unit_text(unit: CalendarUnit, number: int) -> str:
    """Return a unit as text: 2020, 2020-H1, 2020-Q2, 2020-10 or 2020-10-31."""
    if unit is CalendarUnit.DAY:
        return datetime.date.fromordinal(number).isoformat()
    year, month = divmod(number * unit, 12)
    match unit:
        case CalendarUnit.YEAR:
            return f"{year:04}"
        case CalendarUnit.MONTH:
            return f"{year:04}-{month + 1:02}"
        case _:
            return f"{year:04}-{'H' if unit is CalendarUnit.HALF else 'Q'}{month // unit + 1}"


def first_day(months: int) -> int:
    """Return the ordinal of the first day of a month."""
    year, month = divmod(months, 12)
    return datetime.date(year, month + 1, 1).toordinal()


def month_and_day(ordinal: int) -> tuple[int, int]:
    """Return the month of a day, and the days of that month before it."""
    day = datetime.date.fromordinal(ordinal)
    return day.year * 12 + day.month - 1, day.day - 1
