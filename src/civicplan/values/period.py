"""Period: a run of whole calendar units, and the share of it that has elapsed."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from civicplan.errors import InvalidTypeError, InvalidValueError, describe
from civicplan.values._calendar import (
    LAST_YEAR,
    UNIT_NUMBERS,
    CalendarUnit,
    first_day,
    in_largest_unit,
    month_and_day,
    unit_text,
)
from civicplan.values._dates import advice_on_dates
from civicplan.values._decimals import library_context
from civicplan.values._fiscal import FiscalYearNamed, advice_on_years, fiscal_months

if TYPE_CHECKING:
    import pendulum

_EXPECTED = "a period: 2020, 2016/2020, 2025-H1, 2024-Q2, 2025-10, 2025-04-21 or 2025-04-21/2025-04-30"


_LETTER = {"H": CalendarUnit.HALF, "Q": CalendarUnit.QUARTER}
_YEAR_AND_PART = r"([0-9]{4}) ?([Qq][1-4]|[Hh][12])"
_PART = re.compile(r"([0-9]{4})(?:-(?:([HQ])([1-4])|(0[1-9]|1[0-2])(?:-([0-9]{2}))?))?")


@frozen(repr=False, cache_hash=True)
class Period:
    """A run of whole units from the first to the last, both included; built by `parse` or `of`.

    A run is kept in its largest unit, so four quarters of one year are that year.

    Attributes:
        unit: The largest unit that the period is a whole number of.
        first: The first unit, counted from year 0 (days: proleptic ordinal).
        last: The last unit, counted alike.

    >>> Period.parse("2025-Q1/2025-Q4") == Period.parse("2025")
    True
    """

    unit: CalendarUnit
    first: int
    last: int

    def __attrs_post_init__(self) -> None:
        self._check_bounds()
        if self.last < self.first:
            start, end = Period(self.unit, self.last, self.last), Period(self.unit, self.first, self.first)
            raise InvalidValueError("", "the earlier end first", f"{end}/{start}", f"write {start}/{end}")
        unit, first, last = in_largest_unit(self.unit, self.first, self.last)
        object.__setattr__(self, "unit", unit)
        object.__setattr__(self, "first", first)
        object.__setattr__(self, "last", last)

    def _check_bounds(self) -> None:
        if not isinstance(self.unit, CalendarUnit):
            raise InvalidTypeError(
                "Period.unit", "a CalendarUnit", describe(self.unit), "write CalendarUnit.YEAR, or Period.parse(...)"
            )
        lowest, highest = UNIT_NUMBERS[self.unit]
        for name, number in (("first", self.first), ("last", self.last)):
            if not isinstance(number, int) or isinstance(number, bool):
                raise InvalidTypeError(f"Period.{name}", "a whole number", describe(number), "use Period.parse(...)")
            if not lowest <= number <= highest:
                raise InvalidValueError(f"Period.{name}", f"a unit in the years 1 to {LAST_YEAR}", describe(number))

    @classmethod
    def parse(
        cls, text: str, *, fiscal_year_start: int | None = None, fiscal_year_named: FiscalYearNamed = "end"
    ) -> Period:
        """Return the period that the text states; ``parse(str(p)) == p`` for every period.

        Args:
            text: The text. Fiscal years are written FY2024, 2023/24, 2023-24, or FY2021/FY2025 for several; what has no
                such form is in calendar years.
            fiscal_year_start: The month in which a fiscal year begins [1 to 12]; None refuses fiscal years.
            fiscal_year_named: Whether FY2024 is the year that ends or the one that starts in 2024.

        Raises:
            InvalidValueError: The text states no period, one that ends before it starts, or more than one.

        >>> str(Period.parse("2025-01/2025-06")), str(Period.parse("FY2024", fiscal_year_start=4))
        ('2025-H1', '2023-Q2/2024-Q1')
        """
        months = None
        if fiscal_year_start is not None and isinstance(text, str):
            months = fiscal_months(text, fiscal_year_start, fiscal_year_named)
        return cls.of(text) if months is None else cls(CalendarUnit.MONTH, *months)

    @classmethod
    def of(cls, value: PeriodLike) -> Period:
        """Return the period that a year, a date, a text or a period states.

        >>> str(Period.of(2020))
        '2020'
        """
        if isinstance(value, Period):
            return value
        if isinstance(value, str):
            return _parsed(value)
        if isinstance(value, datetime.date):
            if not 1 <= value.year <= LAST_YEAR:
                raise InvalidValueError("", f"a day up to the end of {LAST_YEAR}", describe(value))
            return cls(CalendarUnit.DAY, value.toordinal(), value.toordinal())
        if isinstance(value, int) and not isinstance(value, bool):
            return _year(value)
        raise InvalidTypeError("", _EXPECTED, describe(value), 'write text such as "2016/2020"')

    @property
    def start(self) -> pendulum.Date:
        """The first day.

        >>> Period.parse("2024-Q2").start.isoformat()
        '2024-04-01'
        """
        return _calendar_day(self._days[0])

    @property
    def end(self) -> pendulum.Date:
        """The last day.

        >>> Period.parse("2024-02").end.isoformat()
        '2024-02-29'
        """
        return _calendar_day(self._days[1])

    @property
    def count(self) -> int:
        """How many units the period has.

        >>> Period.parse("2016/2020").count
        5
        """
        return self.last - self.first + 1

    @property
    def last_unit(self) -> Period:
        """The last unit alone.

        >>> str(Period.parse("2016/2020").last_unit)
        '2020'
        """
        return Period(self.unit, self.last, self.last)

    @property
    def last_year(self) -> Period:
        """The last twelve months of a run of whole years, calendar or fiscal; of any other run the last unit.

        >>> str(Period.parse("2016/2020").last_year), str(Period.parse("2016-04/2021-03").last_year)
        ('2020', '2020-Q2/2021-Q1')
        """
        return _last_year(self)

    @property
    def unit_before(self) -> Period:
        """The unit just before the first.

        >>> str(Period.parse("2016/2020").unit_before)
        '2015'
        """
        return Period(self.unit, self.first - 1, self.first - 1)

    @property
    def years(self) -> int | None:
        """How many whole years, calendar or fiscal, the period has; None where it has no whole number of them.

        >>> Period.parse("2016-04/2021-03").years, Period.parse("2024-Q2").years
        (5, None)
        """
        months = self.count * self.unit
        return months // CalendarUnit.YEAR if months and months % CalendarUnit.YEAR == 0 else None

    @property
    def is_calendar_year(self) -> bool:
        """True for exactly one year from January to December."""
        return self.unit is CalendarUnit.YEAR and self.count == 1

    @property
    def year_before(self) -> Period | None:
        """The twelve months before a run of whole years: where the level that a plan starts from is read.

        None for any other run, and where no calendar goes back so far.

        >>> str(Period.parse("2016/2020").year_before), str(Period.parse("2016-04/2021-03").year_before)
        ('2015', '2015-Q2/2016-Q1')
        """
        start = self._months[0] - CalendarUnit.YEAR
        if self.years is None or start < CalendarUnit.YEAR:
            return None
        return Period(CalendarUnit.MONTH, start, self._months[0] - 1)

    def through(self, last: PeriodLike) -> Period:
        """Return the period from the start of this one to the end of the other.

        >>> str(Period.parse("2016").through(Period.parse("2018-Q2")))
        '2016-H1/2018-H1'
        """
        end = to_period(last)
        if CalendarUnit.DAY in (self.unit, end.unit):
            return Period(CalendarUnit.DAY, self._days[0], end._days[1])
        return Period(CalendarUnit.MONTH, self._months[0], end._months[1] - 1)

    def until(self, last: PeriodLike) -> Period:
        """Return the period from the end of this one to the end of the other, which ends later.

        >>> str(Period.parse("2015").until("2020"))
        '2016/2020'
        """
        end = to_period(last)
        if CalendarUnit.DAY in (self.unit, end.unit):
            return Period(CalendarUnit.DAY, self._days[1] + 1, end._days[1])
        return Period(CalendarUnit.MONTH, self._months[1], end._months[1] - 1)

    def elapsed(self, at: PeriodLike) -> Decimal:
        """Return the share of the period gone by the end of `at` [0 to 1]; whole units count as equal parts.

        >>> Period.parse("2016/2020").elapsed("2018"), str(Period.parse("2024").elapsed("2024-11"))[:6]
        (Decimal('0.6'), '0.9166')
        """
        return self._elapsed(Period.of(at))

    @library_context
    def _elapsed(self, at: Period) -> Decimal:
        if self.unit is CalendarUnit.DAY:
            gone = Decimal(at._days[1] - self.first + 1)
            whole = self.count
        else:
            gone = at._end_position - self._months[0]
            whole = self._months[1] - self._months[0]
        return min(max(gone / whole, Decimal(0)), Decimal(1))

    def years_until(self, later: PeriodLike) -> Decimal:
        """Return the years between the two ends [years]; negative when `later` is earlier.

        >>> Period.parse("2015").years_until(Period.parse("2020"))
        Decimal('5')
        """
        return self._years_until(to_period(later))

    @library_context
    def _years_until(self, later: Period) -> Decimal:
        return (later._end_position - self._end_position) / 12

    def is_as_long_as(self, other: PeriodLike) -> bool:
        """Return True when both have as many units of the same kind.

        >>> Period.parse("2015").is_as_long_as("2020"), Period.parse("2015-Q4").is_as_long_as("2020")
        (True, False)
        """
        whole = to_period(other)
        return (self.unit, self.count) == (whole.unit, whole.count)

    def ends_by(self, other: PeriodLike) -> bool:
        """Return True when this period is over by the end of the other.

        >>> Period.parse("2020").ends_by(Period.parse("2016/2020"))
        True
        """
        return self.end_key <= to_period(other).end_key

    def lies_in(self, other: PeriodLike) -> bool:
        """Return True when every day of this period is one of the other.

        >>> Period.parse("2018-Q3").lies_in(Period.parse("2016/2020"))
        True
        """
        whole = to_period(other)
        return self.start_key >= whole.start_key and self.end_key <= whole.end_key

    @property
    def start_key(self) -> tuple[int, int]:
        """Orders periods by their first day: months before it, then days into the month."""
        return month_and_day(self.first) if self.unit is CalendarUnit.DAY else (self._months[0], 0)

    @property
    def end_key(self) -> tuple[int, int]:
        """Orders periods by the day after their last, in the same terms as `start_key`."""
        return month_and_day(self.last + 1) if self.unit is CalendarUnit.DAY else (self._months[1], 0)

    @property
    def _months(self) -> tuple[int, int]:
        return self.first * self.unit, (self.last + 1) * self.unit

    @property
    def _days(self) -> tuple[int, int]:
        if self.unit is CalendarUnit.DAY:
            return self.first, self.last
        return first_day(self._months[0]), first_day(self._months[1]) - 1

    @property
    def _end_position(self) -> Decimal:
        """The end in months, a day being its share of its own month."""
        if self.unit is not CalendarUnit.DAY:
            return Decimal(self._months[1])
        month, days_before = month_and_day(self.last)
        return month + Decimal(days_before + 1) / (first_day(month + 1) - first_day(month))

    def __str__(self) -> str:
        first = unit_text(self.unit, self.first)
        return first if self.first == self.last else f"{first}/{unit_text(self.unit, self.last)}"

    def __repr__(self) -> str:
        return f"Period.parse({str(self)!r})"


PeriodLike: TypeAlias = Period | str | int | datetime.date


@lru_cache(maxsize=4096)
def _last_year(period: Period) -> Period:
    if period.years is None:
        return period.last_unit
    return Period(CalendarUnit.MONTH, period._months[1] - CalendarUnit.YEAR, period._months[1] - 1)


def to_period(value: PeriodLike) -> Period:
    """Return a Period, from anything that states one."""
    return value if isinstance(value, Period) else Period.of(value)


def _calendar_day(ordinal: int) -> pendulum.Date:
    from pendulum import Date  # a calendar is seldom needed, and the slowest thing to import

    return Date.fromordinal(ordinal)


def _year(value: int) -> Period:
    if not 1 <= value <= LAST_YEAR:
        raise InvalidValueError("", f"a year from 1 to {LAST_YEAR}", describe(value))
    return Period(CalendarUnit.YEAR, value, value)


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Period:
    first, slash, last = text.partition("/") if len(text) <= 40 else ("", "", "")
    start = _unit_period(first, text)
    end = _unit_period(last, text) if slash else start
    if start.unit is end.unit:
        return Period(start.unit, start.first, end.last)
    if (start.unit is CalendarUnit.DAY) != (end.unit is CalendarUnit.DAY) or "-" not in first or "-" not in last:
        raise InvalidValueError("", "both ends in the same unit", describe(text), "write for example 2025-04/2025-10")
    return start.through(end)


def _unit_period(part: str, text: str) -> Period:
    parsed = _PART.fullmatch(part)
    if parsed is None:
        raise InvalidValueError("", _EXPECTED, describe(text), _advice(text))
    year, letter, number, month, day = parsed.groups()
    start = _year(int(year))
    if day:
        return _day(int(year), int(month), int(day), text)
    if month:
        return Period(CalendarUnit.MONTH, int(year) * 12 + int(month) - 1, int(year) * 12 + int(month) - 1)
    if letter == "H" and number in "34":
        raise InvalidValueError("", "a half, H1 or H2", describe(text))
    if letter:
        unit = _LETTER[letter]
        index = int(year) * (12 // unit) + int(number) - 1
        return Period(unit, index, index)
    return start


def _advice(text: str) -> str:
    """Return what to write instead, where the text shows what it means."""
    part = re.fullmatch(_YEAR_AND_PART, text)
    return f"write {part[1]}-{part[2].upper()}" if part else advice_on_years(text) or advice_on_dates(text)


def _day(year: int, month: int, day: int, text: str) -> Period:
    try:
        return Period.of(datetime.date(year, month, day))
    except ValueError as error:
        raise InvalidValueError("", "a day of the calendar", describe(text), str(error)) from None
