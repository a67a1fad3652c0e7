"""Periods and deadlines of running text: the months, the quarters, the ends, and what is none."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from civicplan.testing import periods
from civicplan.values import CalendarUnit, Period
from civicplan.zh.language.periods import find_periods, read_period
from civicplan.zh.words.period_words import PARTS, PLANS, YEAR_ENDS, YEARS

YEAR = 2027
#: What is of the reference year, and what it means in 2027.
OF_THE_YEAR = {
    "10月份": "2027-10",
    "5月份": "2027-05",
    "上半年": "2027-H1",
    "4月底": "2027-04",
    "7—8月份": "2027-07/2027-08",
    "8—11月": "2027-08/2027-11",
    "年内": "2027",
    "全年": "2027",
    "年底前": "2027",
    "去年": "2026",
    "第二季度": "2027-Q2",
    "二季度": "2027-Q2",
    "前三季度": "2027-Q1/2027-Q3",
    "6月1日至2日": "2027-06-01/2027-06-02",
    "6月28日至7月3日": "2027-06-28/2027-07-03",
    "今年6月1日": "2027-06-01",
    "5月上旬": "2027-05-01/2027-05-10",
    "2月下旬": "2027-02-21/2027-02-28",
    "七月初": "2027-07",
    "十二月": "2027-12",
    "今后五年": "2027/2031",
    "未来3年": "2027/2029",
}
#: What states its year.
WITH_YEAR = {
    "2025年5月至2026年4月": "2025-05/2026-04",
    "“十四五”末": "2025",
    "“十四五”期间": "2021/2025",
    "“十五五”时期": "2026/2030",
    "“十三五”规划期末": "2020",
    "到2025年": "2025",
    "到 2025 年底": "2025",
    "到“十四五”末": "2025",
    "二〇三五年": "2035",
    "2021—2025年": "2021/2025",
    "2021年至2025年": "2021/2025",
    "2025年7—8月份": "2025-07/2025-08",
    "2025年第二季度": "2025-Q2",
    "2025年上半年": "2025-H1",
    "截至2024年底": "2024",
    "2024年2月下旬": "2024-02-21/2024-02-29",
    "2025年10月1日": "2025-10-01",
}
NO_PERIODS = (
    *(
        "每周三",
        "每年",
        "三个月",
        "5年",
        "近三年",
        "24小时",
        "2025",
        "2025株洲马拉松",
        "三年内",
        "百年内涵",
        "全年龄段",
    ),
    *(
        "12345热线",
        "一刻钟",
        "75周年",
        "2025年均",
        "第三届",
        "每年年底",
        "芦淞·1937文创园",
        "十四五规划",
        "",
        "到",
        "第",
    ),
)


def test_months_and_parts_are_of_the_reference_year() -> None:
    read = {text: read_period(text, YEAR) for text in OF_THE_YEAR}
    assert {text: str(found.period) for text, found in read.items() if found} == OF_THE_YEAR


def test_without_a_reference_year_there_is_no_period_and_it_is_said() -> None:
    for text in OF_THE_YEAR:
        found = read_period(text)
        assert found is not None
        assert (found.period, found.needs_year) == (None, True), text


def test_a_stated_year_needs_no_reference_and_is_not_changed_by_one() -> None:
    for text, period in WITH_YEAR.items():
        for year in (None, YEAR):
            found = read_period(text, year)
            assert found is not None
            assert (str(found.period), found.needs_year) == (period, False), text


def test_what_recurs_or_is_a_length_or_a_name_is_no_period() -> None:
    for text in NO_PERIODS:
        assert find_periods(text, YEAR) == (), text


def test_days_that_no_calendar_has_are_no_period_and_no_year_helps() -> None:
    for text in ("6月31日", "13月32日", "2025年2月30日", "11月至2月", "9月5日至3日"):
        for found in find_periods(text, YEAR):
            assert (found.period, found.needs_year) == (None, False), text


def test_a_deadline_is_the_last_unit_named() -> None:
    for text in ("4月底", "到2025年", "“十四五”末", "10月底前", "年底前", "2024年底", "3月5日前"):
        found = read_period(text, YEAR)
        assert found is not None
        assert found.is_deadline, text
    for text in ("10月份", "上半年", "年内", "截至2024年底", "2025年5月至2026年4月", "“十四五”期间"):
        found = read_period(text, YEAR)
        assert found is not None
        assert not found.is_deadline, text


def test_what_the_words_leave_open_is_said() -> None:
    assumed = {text: read_period(text, YEAR) for text in ("10月前", "2030年前", "今后五年", "10月底前", "10月份")}
    assert [found.is_assumed for found in assumed.values() if found] == [True, True, True, False, False]


def test_times_are_found_where_they_stand() -> None:
    text = "拟于7—8月份热身，9月底前开赛；全面贯彻到 2026 年（2024-2028）规划"
    found = find_periods(text, YEAR)
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
    assert [one.text for one in found] == ["7—8月份", "9月底前", "到 2026 年", "2024-2028"]
    assert [(one.text, one.end) for one in find_periods("年内 ", YEAR)] == [("年内", 2)]


def test_a_run_whose_second_end_is_none_ends_before_the_sign() -> None:
    assert [found.text for found in find_periods("自4月底至第一批完成", YEAR)] == ["4月底"]


@given(periods(within="1950/2099", units=[CalendarUnit.YEAR, CalendarUnit.MONTH, CalendarUnit.DAY], max_count=40))
def test_a_run_written_out_in_chinese_is_that_run(period: Period) -> None:
    start, end = period.start, period.end
    written = {
        f"{start.year}年{start.month}月{start.day}日至{end.year}年{end.month}月{end.day}日",
        f"{start.year}年{start.month}月{start.day}日—{end.year}年{end.month}月{end.day}日",
    }
    for text in written:
        found = read_period(text)
        assert found is not None
        assert found.period is not None
        assert (found.period.start, found.period.end) == (start, end)


PIECES = (
    *PARTS,
    *YEARS,
    *YEAR_ENDS,
    *PLANS,
    *(
        "2025年",
        "2025",
        "二〇三五年",
        "5月",
        "31日",
        "至",
        "—",
        "到",
        "底",
        "前",
        "“",
        "五",
        "末",
        "期间",
        "今后",
        "三年",
        " ",
        "(",
    ),
)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join) | st.text(), st.none() | st.integers(-5, 10_000))
@example("年内 ", None)
def test_no_text_raises_and_every_time_lies_in_it(text: str, year: int | None) -> None:
    read_period(text, year)
    last = 0
    for found in find_periods(text, year):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        assert found.period is None or not found.needs_year
        last = found.end
