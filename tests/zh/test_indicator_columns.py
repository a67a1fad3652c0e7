"""Headings of tables of indicators, and what their columns hold."""

from __future__ import annotations

import pytest

import civicplan as cp
from civicplan.tables.heading_words import Field
from civicplan.values import Period
from civicplan.zh.indicators.indicator_columns import Columns, columns_of, has_figures
from civicplan.zh.indicators.indicator_names import is_unit, read_name
from civicplan.zh.language.column_headings import column_of, plans_in
from civicplan.zh.words.period_words import PLANS

BASELINE, TARGET, ACTUAL = Field.BASELINE, Field.TARGET, Field.ACTUAL


def read(*headings: str, title: str = "") -> tuple[Columns | None, list[str]]:
    reading = columns_of(("指标", *headings), title, 1)
    return reading.value, [said.code for said in reading.diagnostics]


def roles(*headings: str, title: str = "“十四五”主要指标") -> list[tuple[Field, str | None]]:
    columns, _ = read(*headings, title=title)
    assert columns is not None
    return [(column.field, str(column.period) if column.period else None) for column in columns.values]


class TestPlans:
    def test_each_ordinal_is_that_of_its_years(self) -> None:
        for ordinal, first in zip(PLANS, range(1981, 2056, 5), strict=True):
            expected = (Period.parse(f"{first}/{first + 4}"),)
            assert plans_in(f"“{ordinal}五”规划") == plans_in(f"第{ordinal}个五年规划") == expected, ordinal

    def test_an_ordinal_is_read_in_quotation_marks_or_spelled_out(self) -> None:
        assert [str(plan) for plan in plans_in("第十五个五年规划")] == ["2026/2030"]
        assert [str(plan) for plan in plans_in("第十个五年计划")] == ["2001/2005"]
        assert plans_in("十五中学改造，十三五号楼") == ()
        assert [str(plan) for plan in plans_in("“十三五”完成情况和“十四五”目标")] == ["2016/2020", "2021/2025"]


class TestHeadings:
    def test_headings_of_figures(self) -> None:
        for text, field, period, measure in (
            ("2015年", ACTUAL, "2015", None),
            ("2025年目标值", TARGET, "2025", None),
            ("2025年规划目标", TARGET, "2025", None),
            ("规划目标 2020年", TARGET, "2020", None),
            ("完成情况 年均增速[累计]", ACTUAL, None, "growth"),
            ("年均/累计", TARGET, None, "growth"),
            ("年均增长（%）", TARGET, None, "growth"),
            ("“十四五”年均增速 [累计]", TARGET, "2021/2025", "growth"),
            ("“十三五”末", TARGET, "2020", None),
            ("2020年（基期）", BASELINE, "2020", None),
            ("2020年预计完成", ACTUAL, "2020", None),
        ):
            column = column_of(text, 3)
            assert column is not None, text
            assert (column.field, column.measure) == (field, measure), text
            assert (column.period and str(column.period)) == period, text

    def test_headings_of_words(self) -> None:
        for text, field in (
            *(("指标（单位）", Field.NAME), ("指标名称", Field.NAME), ("类别", Field.CATEGORY), ("序号", Field.NUMBER)),
            *(("计量单位", Field.UNIT), ("指标属性", Field.NATURE)),
        ):
            column = column_of(text, 0)
            assert column is not None, text
            assert column.field is field, text

    def test_other_headings_are_none(self) -> None:
        for text in ("", "牵头单位", "责任领导", "权重", "得分"):
            assert column_of(text, 0) is None, text

    def test_an_estimate_is_provisional(self) -> None:
        column = column_of("2020年（预计）", 2)
        assert column is not None
        assert column.is_estimated

    def test_tables_of_something_else_have_no_columns_of_years(self) -> None:
        assert not has_figures(("指标名称", "指标值", "实际完成值", "得分"))
        assert not has_figures(("指标名称", "建设内容"))
        assert not has_figures(("序号", "2020年", "2025年"))


class TestWhatColumnsHold:
    def test_a_year_before_the_plan_is_the_baseline_and_its_last_year_the_target(self) -> None:
        assert roles("2020年", "2025年", "年均增速[累计]") == [(BASELINE, "2020"), (TARGET, "2025"), (TARGET, None)]

    def test_targets_and_actuals_by_their_words(self) -> None:
        assert roles("2020年实际", "2025年目标", "2025年实际") == [
            (BASELINE, "2020"),
            (TARGET, "2025"),
            (ACTUAL, "2025"),
        ]

    def test_a_bare_year_beside_a_target_of_it_is_an_actual(self) -> None:
        assert roles("2020年", "规划目标 2025年", "2025年") == [(BASELINE, "2020"), (TARGET, "2025"), (ACTUAL, "2025")]

    def test_what_may_be_either_is_not_read(self) -> None:
        for headings, title in (
            (("2020年", "2025年"), "“十四五”规划主要指标完成情况"),
            (("2020年", "2023年", "2025年目标"), "“十四五”主要指标"),
            (("2025年目标", "2025年完成", "年均增速"), "“十四五”主要指标"),
            (("2025年目标", "完成情况"), "“十四五”主要指标"),
        ):
            columns, said = read(*headings, title=title)
            assert columns is not None
            assert len(columns.values) == len(headings) - 1, headings
            assert {"unclear-column", "column-without-year"} & set(said), headings

    def test_years_outside_the_plan_are_not_read(self) -> None:
        assert roles("2020年", "2025年", "2035年") == [(BASELINE, "2020"), (TARGET, "2025")]

    def test_growth_of_a_year_is_none_of_the_plan(self) -> None:
        assert roles("2020年增速", "2025年增速") == [(BASELINE, "2020"), (TARGET, "2025")]
        assert read("2020年", "2025年", "增速", title="“十四五”指标")[1][-1] == "unclear-column"

    def test_earlier_growth_is_an_actual(self) -> None:
        assert roles("“十三五”年均增速", "“十四五”年均增速") == [(ACTUAL, "2016/2020"), (TARGET, "2021/2025")]


class TestThePlanPeriod:
    def test_the_title_names_it(self) -> None:
        columns, said = read("2025年目标", title="第十四个五年规划主要指标")
        assert columns is not None
        assert (str(columns.plan), said) == ("2021/2025", [])

    def test_else_the_years_say_it(self) -> None:
        columns, said = read("2022年", "2025年目标", title="三年行动计划主要指标")
        assert columns is not None
        assert str(columns.plan) == "2023/2025"
        assert "period-inferred" in said

    def test_a_title_whose_plan_no_year_fits_is_not_taken(self) -> None:
        columns, _ = read("2020年", "2025年", title="“十二五”以来主要指标")
        assert columns is not None
        assert str(columns.plan) == "2021/2025"

    def test_without_either_nothing_is_read(self) -> None:
        assert read("2025年目标") == (None, ["no-plan-period"])

    def test_the_user_says_it(self) -> None:
        reading = columns_of(("指标", "2025年目标"), "", 1, Period.parse("2024/2026"))
        assert reading.value is not None
        assert [str(column.period) for column in reading.value.values] == ["2025"]


class TestNames:
    @pytest.mark.parametrize(
        ("text", "name", "unit", "marks", "number"),
        [
            ("地区生产总值(亿元)", "地区生产总值", "亿元", (), None),
            ("城镇调查失业率 (%) ☆", "城镇调查失业率", "%", ("☆",), None),
            ("☆*每千人口拥有执业 (助理) 医师数 (人)", "每千人口拥有执业 (助理) 医师数", "人", ("☆", "*"), None),
            ("（3）国内生产总值（GDP）（万亿元）", "国内生产总值(GDP)", "万亿元", (), "3"),
            ("12.细颗粒物（PM2.5）浓度下降（%）", "细颗粒物(PM2.5)浓度下降", "%", (), "12"),
            ("3岁以下婴幼儿托位数（个/千人）", "3岁以下婴幼儿托位数", "个/千人", (), None),
            ("规模工业增加值（年收入2000万元以上）", "规模工业增加值(年收入2000万元以上)", None, (), None),
            ("△", "△", None, ("△",), None),
        ],
    )
    def test_a_name_in_its_parts(
        self, text: str, name: str, unit: str | None, marks: tuple[str, ...], number: str | None
    ) -> None:
        read = read_name(text)
        assert (read.name, read.unit, read.marks, read.number) == (name, unit, marks, number)

    def test_remarks_are_kept_apart(self) -> None:
        read = read_name("固定资产投资(五年累计)(亿元，现价)")
        assert (read.name, read.unit, read.remarks) == ("固定资产投资", "亿元", ("现价", "五年累计"))
        assert read.words == "固定资产投资(现价)(五年累计)"

    def test_units(self) -> None:
        assert all(
            map(is_unit, ("亿元", "%", "‰", "万人", "岁", "年", "件", "人/亿元", "亿吨标准煤", "元/人", "个百分点"))
        )
        assert not any(map(is_unit, ("", "GDP", "R&D", "助理", "五年累计", "常住人口", "PM2.5")))


def test_headings_over_two_lines_and_with_blanks_in_their_words_are_read() -> None:
    rows = "<tr><td>1<td>绿地面积<td>公顷<td>40<td>≥50<td>4.6<td>预期{0}性"
    head = "<th>序{0}号<th>指标{0}名称<th>单{0}位<th>2020{0}年<th>2025年{0}规划{0}目标<th>年均{0}增长(%)<th>属{0}性"
    for parted in ("<br>", " ", "　　"):
        text = f"<table><caption>“十四五”主要指标</caption><tr>{head.format(parted)}{rows.format(parted)}</table>"
        reading = cp.zh.read_indicator_tables(text)
        (indicator,) = reading.value[0].indicators
        assert (indicator.unit, str(indicator.nature), str(indicator.baseline)) == ("公顷", "expected", "40 (2020)")
        assert [str(target.bound) for target in indicator.targets if isinstance(target, cp.Threshold)] == [
            "≥50",
            "≥4.6",
        ]
        assert not any(said.code == "unknown-column" for said in reading.diagnostics)


def test_years_below_a_heading_that_says_no_more_than_that_they_are_years_are_read() -> None:
    for upper in ("年份", "指标值"):
        text = f"“十四五”主要指标\n指标\t单位\t{upper}\t\n\t\t2020年\t2025年目标\n绿地面积\t公顷\t40\t≥50"
        (indicator,) = cp.zh.read_indicator_tables(text).value[0].indicators
        assert (str(indicator.baseline), len(indicator.targets)) == ("40 (2020)", 1)


def test_words_below_headings_that_are_not_known_leave_their_columns_unread() -> None:
    head = "2025年主要经济指标完成情况\n指标\t单位\t1—6月\t\t全年目标\n\t\t"
    for lower in ("绝对值\t增幅\t增幅", "数额\t同比增长\t比上年增长", "数值\t±%\t±%"):
        reading = cp.zh.read_indicator_tables(f"{head}{lower}\n地区生产总值\t亿元\t390\t5.6\t6")
        targets = [target for table in reading.value for one in table.indicators for target in one.targets]
        assert targets == [], lower
        assert {said.code for said in reading.diagnostics} & {"unknown-column", "no-table"}
    alone = "2025年主要经济指标\n指标\t单位\t2024年\t2025年目标\n\t\t\t增幅\n地区生产总值\t亿元\t390\t6"
    assert cp.zh.read_indicator_tables(alone).value == ()
    # What the rows are listed under is no heading of theirs.
    listed = "“十四五”主要指标\n类别\t指标\t单位\t2020年\t2025年\t属性\n经济发展\t\t\t\t\t预期性指标\n"
    reading = cp.zh.read_indicator_tables(f"{listed}\t绿地面积\t亩\t5\t≥6\t约束性")
    assert str(reading.value[0].indicators[-1].nature) == "binding"
    reading = cp.zh.read_indicator_tables(f"{head}总量\t增速(%)\t增速(%)\n地区生产总值\t亿元\t390\t5.6\t6")
    (target,) = reading.value[0].indicators[0].targets
    assert isinstance(target, cp.Threshold)
    assert (str(target.bound), target.measure) == ("≥6", cp.Measure.GROWTH)
    # A unit below a heading is that of its figures.
    reading = cp.zh.read_indicator_tables(f"{head}亿元\t%\t%\n地区生产总值\t亿元\t390\t5.6\t6")
    assert reading.value[0].indicators[0].targets == ()
