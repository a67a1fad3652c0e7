"""Periods: what text states one, which days it covers, how much of it has elapsed."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pendulum
import pytest

from civicplan import Period
from civicplan.errors import InvalidTypeError, InvalidValueError
from civicplan.values import CalendarUnit, to_period


@pytest.mark.parametrize(
    ("text", "start", "end", "shown"),
    [
        ("2020", "2020-01-01", "2020-12-31", "2020"),
        ("2016/2020", "2016-01-01", "2020-12-31", "2016/2020"),
        ("2024-Q2", "2024-04-01", "2024-06-30", "2024-Q2"),
        ("2025-H1", "2025-01-01", "2025-06-30", "2025-H1"),
        ("2025-H2", "2025-07-01", "2025-12-31", "2025-H2"),
        ("2025-10", "2025-10-01", "2025-10-31", "2025-10"),
        ("2024-02", "2024-02-01", "2024-02-29", "2024-02"),
        ("2025-04-21", "2025-04-21", "2025-04-21", "2025-04-21"),
        ("2025-04-21/2025-04-30", "2025-04-21", "2025-04-30", "2025-04-21/2025-04-30"),
        ("2025-04/2025-10", "2025-04-01", "2025-10-31", "2025-04/2025-10"),
        ("2025-Q1/2025-Q3", "2025-01-01", "2025-09-30", "2025-Q1/2025-Q3"),
        ("2025-01/2025-06", "2025-01-01", "2025-06-30", "2025-H1"),
        ("2025-01/2025-03", "2025-01-01", "2025-03-31", "2025-Q1"),
        ("2025-Q1/2025-Q4", "2025-01-01", "2025-12-31", "2025"),
        ("2024-H1/2025-H2", "2024-01-01", "2025-12-31", "2024/2025"),
        ("2025-H1/2025-09", "2025-01-01", "2025-09-30", "2025-Q1/2025-Q3"),
        ("2025-04-01/2025-04-30", "2025-04-01", "2025-04-30", "2025-04"),
        ("2024-01-01/2025-12-31", "2024-01-01", "2025-12-31", "2024/2025"),
        ("2025-04-01/2025-05-15", "2025-04-01", "2025-05-15", "2025-04-01/2025-05-15"),
        ("0001", "0001-01-01", "0001-12-31", "0001"),
        ("9998", "9998-01-01", "9998-12-31", "9998"),
    ],
)
def test_text_states_a_run_of_days_kept_in_its_largest_unit(text: str, start: str, end: str, shown: str) -> None:
    period = Period.parse(text)
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)
    assert isinstance(period.start, pendulum.Date)
    assert isinstance(period.end, pendulum.Date)
    assert str(period) == shown
    assert eval(repr(period)) == period


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "20", "20200", "2020/", "/2020", "2016/2020/2024", "2016-2020", "２０２０", "0000", "9999"),
        *("2020-13", "2020-00", "2020-Q0", "2020-Q5", "2020-H0", "2020-H3", "2020-H4", "2020-q1", "2020-4"),
        *("2025-02-29", "2025-04-31", "2025-04-00", "2020/2019", "2025-Q3/2025-Q1", "2025-04-30/2025-04-21"),
        *("2016/2018-Q2", "2018-Q2/2020", "2025-04-21/2025", "2025-04/2025-04-21", "2020 ", "2020/2021 ", "x" * 41),
    ],
)
def test_text_that_states_no_period_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError):
        Period.parse(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2020/2019", "the earlier end first, got 2020/2019; write 2019/2020"),
        ("2016/2018-Q2", "both ends in the same unit"),
        ("2025-H3", "a half, H1 or H2"),
        ("2025-02-29", "a day of the calendar"),
        ("9999", "a year from 1 to 9998"),
        ("soon", "a period: 2020, 2016/2020"),
    ],
)
def test_the_refusal_says_what_is_wrong(text: str, message: str) -> None:
    with pytest.raises(InvalidValueError) as raised:
        Period.parse(text)
    assert message in str(raised.value)


@pytest.mark.parametrize("value", [None, True, 20.2, b"2020", ["2020"], Decimal(2020), object()])
def test_what_states_no_period_is_refused(value: Any) -> None:
    with pytest.raises(InvalidTypeError, match='write text such as "2016/2020"'):
        Period.of(value)


@pytest.mark.parametrize("value", [0, -1, 9999, 10**40, pytest.param(-(10**5000), id="an int of 5001 digits")])
def test_a_year_outside_the_calendar_is_refused(value: int) -> None:
    with pytest.raises(InvalidValueError, match="a year from 1 to 9998"):
        Period.of(value)


def test_years_dates_and_periods_are_periods() -> None:
    assert Period.of(2020) == Period.parse("2020")
    assert Period.of(date(2025, 4, 21)) == Period.parse("2025-04-21")
    assert Period.of(datetime(2025, 4, 21, 23, 59)) == Period.parse("2025-04-21")
    assert Period.of(pendulum.date(2025, 4, 21)) == Period.parse("2025-04-21")
    assert to_period("2020") == to_period(2020)
    period = Period.parse("2020")
    assert Period.of(period) is period
    assert to_period(period) is period


def test_equal_runs_are_one_period_however_they_were_built() -> None:
    built = {Period.parse("2025-Q1/2025-Q4"), Period(CalendarUnit.MONTH, 2025 * 12, 2025 * 12 + 11), Period.of(2025)}
    assert built == {Period.parse("2025")}
    assert Period.parse("2025").unit is CalendarUnit.YEAR
    assert Period.parse("2025-01-01/2025-01-30").unit is CalendarUnit.DAY


@pytest.mark.parametrize("junk", [None, True, 20.2, "2020", b"2020", date(2020, 1, 1), object()])
def test_units_are_counted_in_whole_numbers(junk: Any) -> None:
    for asked in (
        (junk, 2020, 2020),
        (CalendarUnit.YEAR, junk, 2020),
        (CalendarUnit.YEAR, 2020, junk),
        (CalendarUnit.DAY, junk, junk),
    ):
        with pytest.raises(InvalidTypeError):
            Period(*asked)


@pytest.mark.parametrize("unit", CalendarUnit)
def test_no_unit_lies_outside_the_calendar(unit: CalendarUnit) -> None:
    for number in (0, -1, 10**9, 10**40):
        for asked in ((unit, number, number), (unit, 1, number), (unit, number, 1)):
            with pytest.raises(InvalidValueError):
                Period(*asked)
    with pytest.raises(InvalidValueError):
        Period(CalendarUnit.MONTH, 9999 * 12, 9999 * 12)
    with pytest.raises(InvalidValueError):
        Period(CalendarUnit.MONTH, 11, 12)


@pytest.mark.parametrize("day", [date.max, date(9999, 1, 1), datetime.max])
def test_a_day_that_no_text_can_state_is_no_period(day: date) -> None:
    with pytest.raises(InvalidValueError):
        Period.of(day)


def test_nothing_lies_before_the_first_unit() -> None:
    for text in ("0001", "0001-H1", "0001-01", "0001-01-01"):
        with pytest.raises(InvalidValueError):
            _ = Period.parse(text).unit_before


@pytest.mark.parametrize(
    ("text", "count", "first", "before"),
    [
        ("2016/2020", 5, "2020", "2015"),
        ("2024-Q2", 1, "2024-Q2", "2024-Q1"),
        ("2024-Q1", 1, "2024-Q1", "2023-Q4"),
        ("2025-04/2025-10", 7, "2025-10", "2025-03"),
        ("2025-03-01/2025-03-10", 10, "2025-03-10", "2025-02-28"),
    ],
)
def test_a_period_counts_its_units_and_knows_the_last_and_the_one_before(
    text: str, count: int, first: str, before: str
) -> None:
    period = Period.parse(text)
    assert period.count == count
    assert str(period.last_unit) == first
    assert str(period.unit_before) == before


@pytest.mark.parametrize(
    ("text", "other", "through"),
    [
        ("2016", "2018", "2016/2018"),
        ("2016", "2018-Q2", "2016-H1/2018-H1"),
        ("2016/2020", "2018", "2016/2018"),
        ("2025-04", "2025-06-15", "2025-04-01/2025-06-15"),
        ("2025-04-21", "2025-05", "2025-04-21/2025-05-31"),
    ],
)
def test_through_runs_from_one_start_to_the_other_end(text: str, other: str, through: str) -> None:
    assert str(Period.parse(text).through(Period.parse(other))) == through


@pytest.mark.parametrize(
    ("text", "other", "until"),
    [
        ("2015", "2020", "2016/2020"),
        ("2015", "2018-Q2", "2016-H1/2018-H1"),
        ("2011/2015", "2016/2020", "2016/2020"),
        ("2025-04", "2025-06-15", "2025-05-01/2025-06-15"),
        ("2025-04-21", "2025-05", "2025-04-22/2025-05-31"),
    ],
)
def test_until_runs_from_one_end_to_the_other_end(text: str, other: str, until: str) -> None:
    assert str(Period.parse(text).until(other)) == until


def test_until_an_end_that_is_not_later_there_is_no_period() -> None:
    with pytest.raises(InvalidValueError):
        Period.parse("2020").until("2016/2020")


@pytest.mark.parametrize(
    ("whole", "at", "share"),
    [
        *[("2016/2020", str(year), f"0.{2 * (year - 2015)}") for year in range(2016, 2020)],
        ("2016/2020", "2020", "1"),
        ("2016/2020", "2015", "0"),
        ("2016/2020", "2021", "1"),
        ("2016/2020", "2018-H1", "0.5"),
        ("2016/2020", "2018-Q4", "0.6"),
        ("2024", "2024-Q2", "0.5"),
        ("2024", "2024-06-30", "0.5"),
        ("2024", "2024-01-31", "0.08333333333333333333333333333"),
        ("2024", "2024-01-01", "0.002688172043010752688172043011"),
        ("2025-04-21/2025-04-30", "2025-04-25", "0.5"),
        ("2025-04-21/2025-04-30", "2025-04", "1"),
        ("2025-04-21/2025-04-30", "2025-04-20", "0"),
        ("2025-04-21/2025-04-30", "2025-03", "0"),
    ],
)
def test_elapsed_counts_equal_parts_and_stays_between_0_and_1(whole: str, at: str, share: str) -> None:
    assert Period.parse(whole).elapsed(at) == Decimal(share)


def test_at_the_end_of_november_eleven_twelfths_of_the_year_have_elapsed() -> None:
    """As a provincial statistics bureau counts the time schedule: 91.67 %."""
    assert round(100 * Period.parse("2024").elapsed("2024-11"), 2) == Decimal("91.67")


@pytest.mark.parametrize(
    ("one", "other", "years"),
    [
        ("2015", "2020", "5"),
        ("2020", "2015", "-5"),
        ("2015", "2015-12", "0"),
        ("2020", "2023-Q2", "2.5"),
        ("2020-12-31", "2021", "1"),
        ("2020-06-15", "2020-06-30", "0.04166666666666666666666666667"),
    ],
)
def test_years_lie_between_the_ends(one: str, other: str, years: str) -> None:
    assert Period.parse(one).years_until(Period.parse(other)) == Decimal(years)


@pytest.mark.parametrize(
    ("one", "other", "ends_by", "lies_in"),
    [
        ("2020", "2016/2020", True, True),
        ("2015", "2016/2020", True, False),
        ("2020/2021", "2016/2020", False, False),
        ("2018-Q3", "2016/2020", True, True),
        ("2018-05-03", "2018-05", True, True),
        ("2018-05", "2018-05-03", False, False),
        ("2018-05-31", "2018-05", True, True),
        ("2018-12-31", "2018", True, True),
        ("2018-05-01/2018-05-15", "2018-05-10/2018-05-20", True, False),
        ("2018-05-10", "2018-05-10/2018-05-20", True, True),
    ],
)
def test_periods_end_by_and_lie_in_others(one: str, other: str, ends_by: bool, lies_in: bool) -> None:
    assert Period.parse(one).ends_by(Period.parse(other)) is ends_by
    assert Period.parse(one).lies_in(Period.parse(other)) is lies_in


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("2016-2020", "write 2016/2020"),
        ("2018H1", "write 2018-H1"),
        ("2024 q2", "write 2024-Q2"),
        ("2021-25", "write 2021/2025"),
        ("2016–20", "write 2016/2020"),
        ("FY2021-25", "write FY2021/FY2025"),
        ("FY24", "write the year with four digits"),
        *(
            (label, f'write Period.parse("{label}", fiscal_year_start=4) where a fiscal year begins in April')
            for label in ("FY2024", "2023/24", "2023-24", "FY2023/2024", "FY2021/FY2025")
        ),
        ("2020-2016", ""),
        ("0000-0001", ""),
        ("soon", ""),
    ],
)
def test_a_period_written_in_another_way_is_told_how(written: str, advice: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        Period.parse(written)
    assert refused.value.advice == advice


@pytest.mark.parametrize(
    ("one", "other", "same"), [("2015", "2020", True), ("2015", "2015-Q4", False), ("2015", "2016/2020", False)]
)
def test_periods_are_as_long_as_each_other_in_units_of_one_kind(one: str, other: str, same: bool) -> None:
    assert Period.parse(one).is_as_long_as(other) is same


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2016/2020", "2020"),
        ("2024", "2024"),
        ("2016-04/2021-03", "2020-Q2/2021-Q1"),
        ("2024-04/2025-03", "2024-Q2/2025-Q1"),
        ("2024-Q1/2024-Q3", "2024-Q3"),
        ("2025-04-21/2025-04-30", "2025-04-30"),
    ],
)
def test_the_last_year_of_a_run_of_years_calendar_or_fiscal(text: str, year: str) -> None:
    assert str(Period.parse(text).last_year) == year
