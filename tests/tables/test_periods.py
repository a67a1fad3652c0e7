"""Periods as people write them: one meaning each, or a diagnostic that says what to write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan.errors import InvalidInputError
from civicplan.tables.periods import PERIOD_IN_TEXT, read_period
from civicplan.tables.uniform import uniform
from civicplan.testing import periods
from civicplan.values import Period

PERIODS = {
    "2021": "2021",
    "２０２１": "2021",
    "2021年": "2021",
    "2021年度": "2021",
    "2021年底": "2021",
    "2021/2025": "2021/2025",
    "2021-2025": "2021/2025",
    "2021–25": "2021/2025",
    "2021/25": "2021/2025",
    "2021—2025年": "2021/2025",
    "2021年至2025年": "2021/2025",
    "2021 to 2025": "2021/2025",
    "2021年-2022年": "2021/2022",
    "2024-Q2": "2024-Q2",
    "2024Q2": "2024-Q2",
    "Q2 2024": "2024-Q2",
    "Q2/2024": "2024-Q2",
    "2024年第二季度": "2024-Q2",
    "2024年2季度": "2024-Q2",
    "H1 2024": "2024-H1",
    "2024年上半年": "2024-H1",
    "2024年下半年": "2024-H2",
    "2024年1-6月": "2024-H1",
    "2024-05": "2024-05",
    "2024年5月": "2024-05",
    "May 2024": "2024-05",
    "Sept 2024": "2024-09",
    "December 2024": "2024-12",
    "2024年5月1日": "2024-05-01",
    "2024/5/1": "2024-05-01",
    "2024.05.01": "2024-05-01",
    "2011-12/2011-12": "2011-12",
    "2024-05/2024-07": "2024-05/2024-07",
    "2021-12": "2021-12",
}
FISCAL_YEARS = ("FY2024", "fy 2024", "2023/24", "2023-24", "FY2023-24", "FY2023/24", "2024财年")


def code_of(text: str, fiscal_year_start: int | None = None) -> str:
    reading = read_period(text, place="C4", fiscal_year_start=fiscal_year_start)
    assert reading.value is None, (text, reading)
    (diagnostic,) = reading.diagnostics
    assert (diagnostic.place, diagnostic.text, diagnostic.left_out) == ("C4", text, True)
    return diagnostic.code


def test_periods_are_read_as_people_write_them() -> None:
    for text, period in PERIODS.items():
        for start in (None, 4):
            reading = read_period(text, place="C4", fiscal_year_start=start)
            assert (reading.value, reading.diagnostics) == (Period.parse(period), ()), text


def test_every_listed_way_is_found_in_a_heading() -> None:
    for text in PERIODS:
        found = PERIOD_IN_TEXT.search(f"target {uniform(text)} value")
        assert found is not None, text
        assert found[0] == uniform(text)


def test_a_blank_is_no_period_and_nothing_to_tell() -> None:
    for text in ("", " ", "—", "n/a"):
        assert read_period(text, place="C4").value is None
        assert not read_period(text, place="C4").diagnostics


def test_fiscal_years_need_the_month_in_which_one_begins() -> None:
    for text in FISCAL_YEARS:
        assert code_of(text) == "fiscal-year", text
        assert read_period(text, place="C4", fiscal_year_start=4).value == Period.parse("2023-04/2024-03"), text
    named = read_period("FY2024", place="C4", fiscal_year_start=4, fiscal_year_named="start")
    assert named.value == Period.parse("2024-04/2025-03")
    (diagnostic,) = read_period("FY2024", place="C4").diagnostics
    assert "fiscal_year_start=4 where it is April" in diagnostic.message


def test_what_may_be_two_periods_is_left_out() -> None:
    for text in ("2000-01", "2010-11", "2011-12"):
        assert code_of(text) == "unclear-period", text
    for text in ("1999-00", "2012-13"):
        assert code_of(text) == "fiscal-year", text
    assert code_of("2023-2024") == "not-a-period"
    assert code_of("2023/2024", fiscal_year_start=4) == "not-a-period"
    assert read_period("2023/2024", place="C4").value == Period.parse("2023/2024")


def test_what_is_no_period_is_left_out_with_advice() -> None:
    for text in ("soon", "95", "2024年13月", "2024年2月30日", "2025/2021", "2024/05", "1e9", "²"):
        assert code_of(text) == "not-a-period", text
    (diagnostic,) = read_period("2025/2021", place="C4").diagnostics
    assert diagnostic.message == "It is no period; write 2021/2025."


def test_a_month_that_is_none_is_an_error_of_the_call() -> None:
    with pytest.raises(InvalidInputError) as refused:
        read_period("FY2024", place="C4", fiscal_year_start=13)
    assert refused.value.place == "fiscal_year_start"


@given(period=periods())
def test_every_period_that_is_printed_reads_as_itself_or_is_told_to_be_unclear(period: Period) -> None:
    reading = read_period(str(period), place="C4")
    assert reading.value == period or [diagnostic.code for diagnostic in reading.diagnostics] == ["unclear-period"]
    assert read_period(f"{period}/{period}", place="C4").value == period or "/" in str(period)


@given(
    text=st.text() | st.text(alphabet="FYfyQH0123456789 -/–年月日季度上半底财'", max_size=24),
    start=st.sampled_from([None, 1, 4]),
)
def test_no_text_raises_and_every_diagnostic_has_it_as_it_stands(text: str, start: int | None) -> None:
    for diagnostic in read_period(text, place="C4", fiscal_year_start=start).diagnostics:
        assert (diagnostic.text, diagnostic.left_out) == (text, True)
