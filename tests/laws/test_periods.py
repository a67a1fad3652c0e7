"""Laws of periods: whatever their units, they stand to each other as their days do."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan import Period
from civicplan.errors import InvalidValueError
from civicplan.testing import periods
from civicplan.values import CalendarUnit

NEAR = periods(within="2019/2021", units=tuple(CalendarUnit), max_count=40) | periods(
    within="2020-01/2020-03", units=(CalendarUnit.DAY, CalendarUnit.MONTH)
)
ONE_DAY = datetime.timedelta(days=1)


@given(NEAR, NEAR)
def test_the_keys_order_periods_by_their_first_and_by_their_last_day(one: Period, other: Period) -> None:
    assert (one.start_key < other.start_key) == (one.start < other.start)
    assert (one.start_key == other.start_key) == (one.start == other.start)
    assert (one.end_key < other.end_key) == (one.end < other.end)
    assert (one.end_key == other.end_key) == (one.end == other.end)


@given(NEAR, NEAR)
def test_one_period_ends_where_another_starts_exactly_when_it_does_on_the_day_before(
    one: Period, other: Period
) -> None:
    assert (one.end_key == other.start_key) == (one.end + ONE_DAY == other.start)
    assert (one.end_key < other.start_key) == (one.end + ONE_DAY < other.start)
    assert one.start_key < one.end_key


@given(NEAR, NEAR)
def test_a_period_lies_in_another_and_ends_by_it_as_its_days_do(one: Period, other: Period) -> None:
    assert one.ends_by(other) == (one.end <= other.end)
    assert one.lies_in(other) == (other.start <= one.start and one.end <= other.end)


@given(NEAR, NEAR)
def test_through_and_until_begin_and_end_on_the_days_they_name(one: Period, other: Period) -> None:
    for join, start in ((one.through, one.start), (one.until, one.end + ONE_DAY)):
        if start <= other.end:
            whole = join(other)
            assert (whole.start, whole.end) == (start, other.end)
        else:
            try:
                joined = join(other)
            except InvalidValueError:
                continue
            raise AssertionError(f"{one} joined with {other} is {joined}")


@given(NEAR, st.data())
def test_the_share_elapsed_rises_from_0_to_1(whole: Period, data: st.DataObject) -> None:
    early, late = sorted((data.draw(NEAR), data.draw(NEAR)), key=lambda period: period.end_key)
    assert 0 <= whole.elapsed(early) <= whole.elapsed(late) <= 1
    assert (whole.elapsed(early) == 0) == (early.end < whole.start)
    assert (whole.elapsed(early) == 1) == (early.end >= whole.end)


@given(NEAR)
def test_a_text_of_a_period_is_read_as_the_same_period(period: Period) -> None:
    assert Period.parse(str(period)) == period
    assert period.last_unit.end == period.end
    assert period.unit_before.end + ONE_DAY == period.start


@given(NEAR)
def test_a_run_of_years_begins_and_ends_on_the_same_day_of_the_year(period: Period) -> None:
    after = period.end + ONE_DAY
    same_day = (after.month, after.day) == (period.start.month, period.start.day)
    is_run = period.unit is not CalendarUnit.DAY and same_day
    assert period.years == (after.year - period.start.year if is_run else None)
    assert period.is_calendar_year == (period.years == 1 and period.start.month == 1)
    before = period.year_before
    if period.years is None:
        assert before is None
    else:
        assert before is not None
        assert (before.years, before.end + ONE_DAY) == (1, period.start)
    year = period.last_year
    assert year.end == period.end
    assert year.years == 1 if period.years else year == period.last_unit


def test_the_first_and_the_last_day_are_days_of_periods() -> None:
    first, last = datetime.date(1, 1, 1), datetime.date(9998, 12, 31)
    assert (Period.of(first).start, Period.of(last).end) == (first, last)
    with pytest.raises(InvalidValueError):
        Period.of(last + ONE_DAY)


def test_before_the_first_year_there_is_none() -> None:
    assert Period.parse("0001").year_before is None
    assert str(Period.parse("0002").year_before) == "0001"
