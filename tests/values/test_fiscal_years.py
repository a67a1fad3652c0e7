"""Labels of fiscal years: refused unless the month is stated in which one begins, and then read in one way only."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan import Period
from civicplan.errors import InvalidInputError, InvalidTypeError, InvalidValueError


@pytest.mark.parametrize(
    ("label", "month", "period"),
    [
        ("FY2024", 4, "2023-04/2024-03"),
        ("fy 2024", 10, "2023-10/2024-09"),
        ("FY2024", 1, "2024"),
        *((label, 4, "2023-04/2024-03") for label in ("2023/24", "2023-24", "2023–24", "FY2023-24", "FY 2023/2024")),
        ("1999/00", 7, "1999-07/2000-06"),
        ("2011/12", 4, "2011-04/2012-03"),
        ("FY2021/FY2025", 4, "2020-04/2025-03"),
        ("FY9998", 4, "9997-04/9998-03"),
    ],
)
def test_a_fiscal_year_is_named_by_the_year_in_which_it_ends(label: str, month: int, period: str) -> None:
    assert Period.parse(label, fiscal_year_start=month) == Period.parse(period)


def test_the_year_in_which_it_begins_may_give_the_name() -> None:
    one = Period.parse("FY2024", fiscal_year_start=4, fiscal_year_named="start")
    assert one == Period.parse("2024-04/2025-03")
    both = Period.parse("2024/25", fiscal_year_start=4, fiscal_year_named="start")
    assert both == one, "a label with both years says itself in which the fiscal year begins"
    assert Period.parse("FY2024", fiscal_year_start=1, fiscal_year_named="start") == Period.parse("2024")


@given(year=st.integers(min_value=2, max_value=9997), month=st.integers(min_value=2, max_value=12))
def test_every_label_of_a_fiscal_year_names_the_same_twelve_months(year: int, month: int) -> None:
    one = Period.parse(f"FY{year:04}", fiscal_year_start=month)
    assert one.years == 1
    assert one.end.year == year
    for label in (f"{year - 1:04}/{year % 100:02}", f"FY{year - 1:04}-{year % 100:02}"):
        assert Period.parse(label, fiscal_year_start=month) == one
    assert Period.parse(f"FY{year - 1:04}", fiscal_year_start=month, fiscal_year_named="start") == one


def test_what_has_no_form_of_a_fiscal_year_is_read_as_ever() -> None:
    for text in ("2024", "2021/2025", "2024-Q2", "2025-10", "2010-12", "2025-04-21"):
        assert Period.parse(text, fiscal_year_start=4) == Period.parse(text)


@pytest.mark.parametrize(
    ("label", "message"),
    [
        ("2023/2024", "'2023/2024', which may be two calendar years as well; write 2023/24 for the fiscal year"),
        ("2023-2024", "'2023-2024', which may be two calendar years as well; write 2023/24 for the fiscal year"),
        ("2011-12", "'2011-12', which may be a month as well; write 2011/12 for the fiscal year"),
        ("FY2021-25", "two years that follow each other, got 'FY2021-25'; write FY2021/FY2025"),
        ("FY2025/FY2021", "the earlier end first, got 'FY2025/FY2021'; write FY2021/FY2025"),
        ("FY0001", "fiscal years within the years 1 to 9998, got 'FY0001'"),
        ("FY9999", "fiscal years within the years 1 to 9998, got 'FY9999'"),
        ("2021-25", "got '2021-25'; write 2021/2025"),
        ("FY24", "got 'FY24'; write the year with four digits"),
        ("FY2021/2025-Q1", "a period: 2020"),
    ],
)
def test_a_label_that_can_be_read_in_two_ways_or_in_none_is_refused(label: str, message: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        Period.parse(label, fiscal_year_start=4)
    assert message in str(refused.value)


def test_a_fiscal_year_from_january_has_one_year_in_its_label() -> None:
    with pytest.raises(InvalidValueError, match="as it begins in January, got '2023/24'"):
        Period.parse("2023/24", fiscal_year_start=1)


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        ({"fiscal_year_start": 0}, InvalidValueError),
        ({"fiscal_year_start": 13}, InvalidValueError),
        ({"fiscal_year_start": "April"}, InvalidTypeError),
        ({"fiscal_year_start": True}, InvalidTypeError),
        ({"fiscal_year_start": 4, "fiscal_year_named": "begin"}, InvalidValueError),
    ],
)
def test_the_month_and_the_name_are_checked(arguments: dict[str, Any], kind: type[Exception]) -> None:
    with pytest.raises(kind) as refused:
        Period.parse("FY2024", **arguments)
    assert isinstance(refused.value, InvalidInputError)
    assert refused.value.place in arguments


@given(text=st.text(alphabet="FYfy 0129-–/至Q", max_size=16))
def test_no_text_raises_anything_else(text: str) -> None:
    with suppress(InvalidValueError):
        Period.parse(text, fiscal_year_start=4)
