"""Headings as practitioners write them, what each means, and what is not understood."""

from __future__ import annotations

from itertools import chain
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan.model import Measure
from civicplan.tables.heading_words import (
    BETWEEN_WORDS,
    FIELD_WORDS,
    MEASURE_HEADINGS,
    ONLY_WITH_PERIOD,
    REMARKS,
    VALUE_FIELDS,
    Field,
)
from civicplan.tables.headings import Heading, join_headings, read_heading
from civicplan.values import Period

PLACE = "column 4"


def heading_of(text: str, field: Field | None = None, start: int | None = None) -> Heading:
    reading = read_heading(text, place=PLACE, field=field, fiscal_year_start=start)
    assert not reading.diagnostics, (text, reading.diagnostics)
    assert reading.value is not None, text
    return reading.value


def code_of(text: str, field: Field | None = None) -> str:
    reading = read_heading(text, place=PLACE, field=field)
    assert reading.value is None, (text, reading.value)
    (diagnostic,) = reading.diagnostics
    assert (diagnostic.place, diagnostic.text, diagnostic.left_out) == (PLACE, text, True)
    return diagnostic.code


#: Field, period, measure and unit of each.
HEADINGS: dict[str, tuple[str, str | None, str | None, str | None]] = {
    "2021": ("actual", "2021", None, None),
    "2021年": ("actual", "2021", None, None),
    "２０２１年": ("actual", "2021", None, None),
    "Actual 2021": ("actual", "2021", None, None),
    "2021 actual": ("actual", "2021", None, None),
    "actual_2021": ("actual", "2021", None, None),
    "Actual (2021)": ("actual", "2021", None, None),
    "2021 (actual)": ("actual", "2021", None, None),
    "2021年实际": ("actual", "2021", None, None),
    "2021年完成": ("actual", "2021", None, None),
    "2021年完成值": ("actual", "2021", None, None),
    "2024-Q2": ("actual", "2024-Q2", None, None),
    "Q2 2024": ("actual", "2024-Q2", None, None),
    "2024年上半年": ("actual", "2024-H1", None, None),
    "2021 growth (%)": ("actual", "2021", "growth", "%"),
    "2021年增速": ("actual", "2021", "growth", None),
    "Target 2025": ("target", "2025", None, None),
    "Target2025": ("target", "2025", None, None),
    "TARGET: 2025": ("target", "2025", None, None),
    "Target for 2025": ("target", "2025", None, None),
    "Target by the end of 2025": ("target", "2025", None, None),
    "Target 2025 (%)": ("target", "2025", None, "%"),
    "Target 2025, %": ("target", "2025", None, "%"),
    "2025年目标": ("target", "2025", None, None),
    "2025目标值": ("target", "2025", None, None),
    "2025年目标（亿元）": ("target", "2025", None, "亿元"),
    "2025年目标（单位：亿元）": ("target", "2025", None, "亿元"),
    "2025年规划目标": ("target", "2025", None, None),
    "目标": ("target", None, None, None),
    "Target 2021-25": ("target", "2021/2025", None, None),
    "Annual growth target 2021/2025": ("target", "2021/2025", "growth", None),
    "Target average annual growth (%)": ("target", None, "growth", "%"),
    "2021-2025年均增长目标": ("target", "2021/2025", "growth", None),
    "年均增长目标": ("target", None, "growth", None),
    "Cumulative reduction target": ("target", None, "reduction", None),
    "Target level": ("target", None, None, None),
    "规划目标 年均增速[累计]": ("target", None, "growth", None),
    "完成情况 年均增速[累计]": ("actual", None, "growth", None),
    "完成情况 2020年": ("actual", "2020", None, None),
    "Annual growth [cumulative] target (%)": ("target", None, "growth", "%"),
    "Goal 2025": ("target", "2025", None, None),
    "2025 goal": ("target", "2025", None, None),
    "Objective 2025": ("target", "2025", None, None),
    "Aim 2025": ("target", "2025", None, None),
    "Target (by 2025)": ("target", "2025", None, None),
    "Target (by the end of 2025)": ("target", "2025", None, None),
    "Target reduction (%)": ("target", None, "reduction", "%"),
    "Target reduction 2021-2025 (%)": ("target", "2021/2025", "reduction", "%"),
    "Start 2020": ("baseline", "2020", None, None),
    "Initial value 2020": ("baseline", "2020", None, None),
    "Starting point": ("baseline", None, None, None),
    "Baseline 2020": ("baseline", "2020", None, None),
    "Baseline value (2020)": ("baseline", "2020", None, None),
    "2020年基期": ("baseline", "2020", None, None),
    "2020年基期值": ("baseline", "2020", None, None),
    "Indicator": ("name", None, None, None),
    "指标名称": ("name", None, None, None),
    "指标": ("name", None, None, None),
    "Unit": ("unit", None, None, None),
    "Unit (%)": ("unit", None, None, "%"),
    "Unit of measure": ("unit", None, None, None),
    "单位": ("unit", None, None, None),
    "属性": ("nature", None, None, None),
    "序号": ("number", None, None, None),
    "No.": ("number", None, None, None),
    "Year": ("period", None, None, None),
    "TIME_PERIOD": ("period", None, None, None),
    "OBS_VALUE": ("value", None, None, None),
    "Value (million euros)": ("value", None, None, "million euros"),
}


def test_headings_mean_what_they_say() -> None:
    for text, (field, period, measure, unit) in HEADINGS.items():
        meant = Heading(
            field=Field(field),
            period=None if period is None else Period.parse(period),
            measure=None if measure is None else Measure(measure),
            unit=unit,
        )
        assert heading_of(text) == meant, text


def test_every_listed_word_names_its_field_and_no_other() -> None:
    words = list(chain(*FIELD_WORDS.values(), *MEASURE_HEADINGS.values()))
    assert len(words) == len(set(words))
    assert set(FIELD_WORDS) == set(Field)
    for field, known in FIELD_WORDS.items():
        for word in set(known) - set(ONLY_WITH_PERIOD):
            assert heading_of(word) == heading_of(f" {word.upper()} ") == Heading(field=field), word
        assert heading_of(str(field)) == Heading(field=field)


def test_a_word_for_other_columns_too_needs_a_period() -> None:
    """A column "Plan" may hold the name of the plan, and a column "Result" that of the indicator."""
    for word in ONLY_WITH_PERIOD:
        assert code_of(word) == "unclear-column", word
        assert heading_of(f"{word} 2025").period == Period.parse("2025"), word
    assert heading_of("计划年均增速") == Heading(field=Field.TARGET, measure=Measure.GROWTH)


def test_words_of_fields_and_measures_go_together_in_any_order() -> None:
    for field in (Field.BASELINE, Field.TARGET, Field.ACTUAL):
        for word in FIELD_WORDS[field]:
            for measure, measured in ((kind, one) for kind, known in MEASURE_HEADINGS.items() for one in known):
                for text in (f"{word} {measured} 2025", f"2025 {measured} {word}", f"2025年{measured}{word}"):
                    read = heading_of(text)
                    assert (read.field, read.period) == (field, Period.parse("2025")), text
                    assert read.measure in (measure, None), text
    assert heading_of("2025年年均增速目标").measure is Measure.GROWTH


def test_a_heading_that_is_understood_in_part_is_not_understood() -> None:
    for text in (
        "Target population 2025",
        "Target year",
        "GDP (亿元)",
        "Names of offices",
        "2021 budget",
        "2021年计划外",
        "x",
    ):
        assert code_of(text) == "unknown-column", text


def test_what_does_not_say_whether_it_is_a_target_is_unclear() -> None:
    for text in (
        "年均增长",
        "Annual growth",
        "年均增速[累计]",
        "Target 2025 (cumulative)",
        "By 2025",
        "到2025年",
        "Name 2021",
        "Value 2021",
        "(%)",
        "2021 (%) (亿元)",
    ):
        assert code_of(text) == "unclear-column", text
    for text in ("2020年 2025年", "Actual 2020, target 2025"):
        assert code_of(text) in ("unclear-column", "unknown-column"), text


def test_remarks_are_no_units_and_make_a_heading_unclear() -> None:
    for remark in REMARKS:
        assert code_of(f"2024 ({remark})") == "unclear-column", remark
        assert heading_of(f"2024 ({remark})", Field.ACTUAL) == Heading(field=Field.ACTUAL, period=Period.parse("2024"))


def test_a_part_of_a_year_in_brackets_is_no_unit() -> None:
    for text, period in (("2024 (Q1)", "2024-Q1"), ("2024（H2）", "2024-H2"), ("Actual (H1) 2024", "2024-H1")):
        assert heading_of(text) == Heading(field=Field.ACTUAL, period=Period.parse(period)), text
    assert heading_of("Target 2025 (q4)") == Heading(field=Field.TARGET, period=Period.parse("2025-Q4"))


def test_fiscal_years_need_the_month_in_which_one_begins() -> None:
    for text in ("FY2024", "2023/24", "2023-24", "Actual 2023/24", "FY2024 Target", "2024财年目标"):
        assert code_of(text) == "fiscal-year", text
        assert heading_of(text, start=4).period == Period.parse("2023-04/2024-03"), text
    assert code_of("2011-12") == "unclear-period"


def test_the_field_that_a_user_names_is_taken_whatever_the_words_are() -> None:
    assert heading_of("Zielwert 2025 (%)", Field.TARGET) == Heading(
        field=Field.TARGET, period=Period.parse("2025"), unit="%"
    )
    assert heading_of("2020年", Field.TARGET).period == Period.parse("2020")
    assert heading_of("年均增长", Field.TARGET) == Heading(field=Field.TARGET, measure=Measure.GROWTH)
    assert heading_of("Posten FY2024", Field.NAME) == Heading(field=Field.NAME)
    assert heading_of("", Field.TARGET) == Heading(field=Field.TARGET)
    assert code_of("FY2024", Field.TARGET) == "fiscal-year"
    assert code_of("2020 2025", Field.TARGET) == "unclear-column"


def test_a_mark_of_a_note_is_told_and_the_heading_read() -> None:
    for text in (
        "Target 2025*",
        "Target 2025 ¹",
        "Target 2025 (1)",
        "Target 2025 (note 2)",
        "2025年目标（注）",
        "2025年目标①",
    ):
        reading = read_heading(text, place=PLACE)
        assert reading.value == Heading(field=Field.TARGET, period=Period.parse("2025")), text
        assert [(one.code, one.text, one.left_out) for one in reading.diagnostics] == [("footnote-mark", text, False)]


def test_a_column_without_a_heading_is_nothing_to_tell() -> None:
    for text in ("", " ", "\u3000", "Unnamed: 3", "Unnamed: 0_level_1", "nan", "—"):
        reading = read_heading(text, place=PLACE)
        assert reading.value is None
        assert not reading.diagnostics


def test_an_unknown_column_names_the_nearest_heading_and_what_to_write() -> None:
    (diagnostic,) = read_heading("Tagret 2025", place=PLACE).diagnostics
    assert 'the nearest is target. Write columns={"target": "Tagret 2025"}' in diagnostic.message
    (diagnostic,) = read_heading("zzz", place=PLACE).diagnostics
    assert 'ignore=["zzz"]' in diagnostic.message
    assert all(field in diagnostic.message for field in Field)


def test_only_a_slip_of_the_pen_has_a_nearest_heading() -> None:
    for text in ("% of target", "What", "Benchmark 2020", "Achievement rate", "负责单位", "2024完成率", "Owner", "x"):
        (diagnostic,) = read_heading(text, place=PLACE).diagnostics
        assert "nearest" not in diagnostic.message, text
        assert f'columns={{"...": "{text}"}}' in diagnostic.message, text
    for text, field in (("Indicater", "name"), ("Baselin 2020", "baseline"), ("Notes2", "notes")):
        (diagnostic,) = read_heading(text, place=PLACE).diagnostics
        assert f'columns={{"{field}": "{text}"}}' in diagnostic.message, text
    for text in ("Department", "Ministry", "部门"):
        (diagnostic,) = read_heading(text, place=PLACE).diagnostics
        assert f'columns={{"category": "{text}"}}' in diagnostic.message, text


def test_what_is_advised_for_a_known_word_fits_it() -> None:
    for text, advice in (
        ("Goal", '{"target": "Goal"}'),
        ("Start", '{"baseline 2020": "Start"}'),
        ("Annual growth", '{"target growth": "Annual growth"}'),
        ("2024 (forecast)", '{"actual": "2024 (forecast)"}'),
        ("Target 2025 (max)", '{"target": "Target 2025 (max)"}'),
        ("Target reduction 2025", '{"target reduction 2021/2025": "Target reduction 2025"}'),
    ):
        (diagnostic,) = read_heading(text, place=PLACE).diagnostics
        assert f"columns={advice}" in diagnostic.message, text


@pytest.mark.parametrize(
    ("rows", "joined"),
    [
        ([], ()),
        ([["Indicator", "Target 2025"]], ("Indicator", "Target 2025")),
        (
            [["Indicator", "Unit", "Actual", "", "Target"], ["", "", "2020", "2021", "2025"]],
            ("Indicator", "Unit", "Actual 2020", "Actual 2021", "Target 2025"),
        ),
        (
            [["指标", "实际", "", "属性", ""], ["", "2020年", "2021年", "", "备注"]],
            ("指标", "实际 2020年", "实际 2021年", "属性", "备注"),
        ),
        (
            [["Indicator", "Actual", "Actual"], ["Indicator", "2020", "2021"]],
            ("Indicator", "Actual 2020", "Actual 2021"),
        ),
        (
            [["Target", "", ""], ["level", "growth", ""], ["2025", "2021/2025", "x"]],
            ("Target level 2025", "Target growth 2021/2025", "Target growth x"),
        ),
        ([["Indicator"], ["", "2020"]], ("Indicator", "2020")),
        (
            [
                ["类别", "序号", "指标名称", "", "2015年", "规划目标", "", "完成情况", ""],
                ["", "", "", "", "", "2020年", "年均增速[累计]", "2020年", "年均增速[累计]"],
            ],
            (
                *("类别", "序号", "指标名称", "", "2015年", "规划目标 2020年", "规划目标 年均增速[累计]"),
                *("完成情况 2020年", "完成情况 年均增速[累计]"),
            ),
        ),
    ],
)
def test_an_upper_heading_holds_for_the_columns_to_its_right(rows: list[list[str]], joined: tuple[str, ...]) -> None:
    assert join_headings(rows) == joined


def test_one_row_of_headings_stays_as_it_is() -> None:
    assert join_headings([list(HEADINGS)]) == tuple(HEADINGS)


PIECES = st.sampled_from(
    [
        *chain(*FIELD_WORDS.values()),
        *REMARKS,
        *BETWEEN_WORDS,
        "2021",
        "2025年",
        "FY2024",
        "(",
        ")",
        "%",
        " ",
        "*",
        "（亿元）",
    ]
)


@given(
    text=st.text() | st.lists(PIECES, max_size=6).map("".join),
    field=st.none() | st.sampled_from(list(Field)),
    start=st.sampled_from([None, 1, 4]),
)
def test_no_text_raises_and_every_diagnostic_has_it_as_it_stands(
    text: str, field: Field | None, start: int | None
) -> None:
    reading = read_heading(text, place=PLACE, field=field, fiscal_year_start=start)
    for diagnostic in reading.diagnostics:
        assert (diagnostic.place, diagnostic.text, diagnostic.left_out) == (PLACE, text, reading.value is None)
    if reading.value is not None:
        assert field in (None, reading.value.field)
        assert reading.value.period is None or reading.value.field in VALUE_FIELDS


@given(rows=st.lists(st.lists(st.text(max_size=4), max_size=4), max_size=3))
def test_no_rows_raise_and_each_column_has_one_heading(rows: list[list[str]]) -> None:
    assert len(join_headings(rows)) == max(map(len, rows), default=0)


def test_a_long_heading_takes_no_long_time() -> None:
    for piece in ("(", "(a)", "2021 ", "%", ", ", "*", "target ", "fy", "-", "a", "["):
        text = piece * (100_000 // len(piece))
        start = process_time()
        read_heading(text, place=PLACE)
        join_headings([[text], [text]])
        assert process_time() - start < 1, piece
