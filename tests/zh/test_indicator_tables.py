"""What the figures of a table of indicators are read as, and what is left out, rule by rule."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import civicplan as cp
from civicplan.errors import InvalidTypeError
from civicplan.model import Delegated, Indicator, Qualitative, Relation, Relative, Threshold
from civicplan.reading import Diagnostic, Reading, ReadingError
from civicplan.zh.indicators.indicator_tables import IndicatorTable, read_indicator_tables
from civicplan.zh.text.repair import repair

HEAD = "专栏1 “十四五”主要指标\n指标\t单位\t2020年\t2025年\t年均增速[累计]\t属性\n"

#: Cells of all kinds, put anywhere.
CELLS = (
    *("", "—", "1", "12.50", "[3]", "〔>4〕", "≥95", "9%", "70左右", "8O", "1,006", "?00", "58*", "1\n2", "（2）", "#"),
    *(
        "经济发展",
        "地区生产总值(亿元)",
        "其中：绿地率（%）",
        "城镇新增就业人数（万人）",
        "单位GDP能耗降低",
        "☆",
        "12",
        "３",
    ),
    *(
        "高于GDP增长",
        "与绿地率增长同步",
        "完成省下达任务",
        "预期性",
        "约束性",
        "注：1.[]为累计数。2.2项指标完成",
        "%",
        "万元",
    ),
)


def figures(row: Indicator) -> list[str]:
    """The printed figures of a row."""
    known = [target.bound for target in row.targets if isinstance(target, Threshold)]
    printed = [bound.figure for bound in known] + [bound.second for bound in known if bound.second is not None]
    return list(map(str, printed + [one.number for one in (*row.observations, *filter(None, [row.baseline]))]))


def read(*rows: str, head: str = HEAD) -> Reading[tuple[IndicatorTable, ...]]:
    # A second row keeps the table one, and has a name of no other row.
    return read_indicator_tables(head + "\n".join((*rows, "林木绿化率\t%\t30\t≥31\t—\t预期性")) + "\n")


def row_of(*cells: str) -> tuple[Indicator, list[Diagnostic]]:
    """A row of these cells, with what is left out of it."""
    reading = read("\t".join(cells))
    (table,) = reading.value
    return table.indicators[0], [said for said in reading.diagnostics if said.left_out]


def targets(*cells: str) -> list[str]:
    row, _ = row_of(*cells)
    return [f"{target.bound} {target.measure}" for target in row.targets if isinstance(target, Threshold)]


def shown_bounds(row: Indicator) -> list[str]:
    return [str(target.bound) for target in row.targets if isinstance(target, Threshold)]


def code(*cells: str) -> str:
    """The code of the one thing that is left out of a row, of which nothing is read as a target."""
    row, left_out = row_of(*cells)
    assert row.targets == ()
    (said,) = left_out
    assert said.place == "line 3"
    return said.code


class TestFiguresInBrackets:
    def test_each_is_the_measure_of_a_listed_word(self) -> None:
        assert targets("人均预期寿命", "岁", "78", "—", "[1.2]", "预期性") == ["≥1.2 change"]
        assert targets("服务业增加值比重", "%", "41", "—", "〔3〕", "预期性") == ["≥3 change"]
        assert targets("单位GDP能源消耗降低", "%", "—", "—", "[13]", "约束性") == ["≥13 reduction"]
        assert targets("城镇新增就业人数", "万人", "—", "—", "[>18]", "预期性") == [">18 total"]

    def test_without_a_word_they_are_left_out(self) -> None:
        assert code("工业用水重复量", "万吨", "3", "—", "[2]", "预期性") == "brackets-without-measure"

    def test_growth_over_all_years_is_no_measure(self) -> None:
        assert code("地区生产总值增长", "%", "3", "—", "[40]", "预期性") == "growth-over-years"

    def test_words_against_each_other_leave_them_out(self) -> None:
        assert code("新增劳动力平均受教育年限", "年", "13", "—", "[1]", "预期性") == "unclear-brackets"

    def test_a_fall_in_a_unit_is_one_in_percent_only_in_a_column_of_rates(self) -> None:
        assert targets("万元工业增加值用水量下降", "立方米", "40", "36", "[10]", "约束性") == [
            "≤36 level",
            "≥10 reduction",
        ]
        assert code("万元工业增加值用水量下降", "立方米", "40", "[10]", "—", "约束性") == "unclear-reduction"

    def test_a_change_for_the_worse_needs_a_sign(self) -> None:
        assert code("劣Ⅴ类水体比例", "%", "6", "—", "[3]", "约束性") == "unclear-change"
        assert targets("劣Ⅴ类水体比例", "%", "6", "—", "[≤-3]", "约束性") == ["≤-3 change"]


class TestFiguresWithoutBrackets:
    def test_in_a_column_of_rates_amounts_grow(self) -> None:
        assert targets("地区生产总值", "亿元", "820", "1200", "8%", "预期性") == ["≥1200 level", "≥8 growth"]

    def test_a_rate_of_a_share_is_unclear(self) -> None:
        assert code("服务业增加值比重", "%", "41", "—", "3", "预期性") == "rate-of-a-share"
        assert code("单位GDP能源消耗降低", "%", "—", "—", "3", "约束性") == "year-or-plan"

    def test_levels_of_which_no_growth_is_printed_are_due_at_the_end(self) -> None:
        row, _ = row_of("城镇登记失业率", "%", "3.9", "—", "4.5", "预期性")
        assert row.targets == (Threshold(bound="≤4.5"),)

    def test_a_sum_or_a_fall_of_one_year_or_of_all(self) -> None:
        assert code("城镇新增就业人数", "万人", "—", "30", "—", "预期性") == "year-or-plan"
        assert code("单位GDP能源消耗降低", "%", "—", "13", "—", "约束性") == "year-or-plan"
        assert targets("新增教育投入(五年累计)", "亿元", "—", "[30]", "—", "预期性") == []

    def test_in_a_plan_of_one_year_they_are_of_all_of_it(self) -> None:
        head = "2025年主要预期指标\n指标\t2024年实绩\t2025年目标\n"
        rows = "城镇新增就业(万人)\t5.1\t5\n单位GDP能耗降低(%)\t3.3\t3\n地区生产总值增长(%)\t5\t5.5左右\n"
        (table,) = read_indicator_tables(head + rows).value
        read = [target for row in table.indicators for target in row.targets if isinstance(target, Threshold)]
        shown = [(str(target.bound), str(target.measure)) for target in read]
        assert shown == [("≥5", "total"), ("≥3", "reduction"), ("≈5.5", "growth")]
        assert [str(row.baseline) for row in table.indicators] == ["[5.1] (2024)", "[3.3 %] (2024)", "5 %/yr (2024)"]

    def test_growth_under_a_year_may_be_of_that_year(self) -> None:
        row, left_out = row_of("地区生产总值增长", "%", "3.1", "6", "—", "预期性")
        assert (str(row.baseline), [said.code for said in left_out]) == ("3.1 %/yr (2020)", ["year-or-plan"])

    def test_growth_in_a_column_of_one_year_is_of_that_year(self) -> None:
        head = "“十四五”指标\n指标\t2020年\t2020年增速\t2025年增速\t年均增速\n"
        (table,) = read_indicator_tables(head + "地区生产总值(亿元)\t82\t3.1\t6\t7\n出口额(亿元)\t8\t1\t≥2\t—\n").value
        row = table.indicators[0]
        assert row.targets == (
            Threshold(bound="≥6", measure="growth", period="2025"),
            Threshold(bound="≥7", measure="growth"),
        )
        assert (str(row.baseline), [str(one) for one in row.observations]) == ("82 (2020)", ["3.1 %/yr (2020)"])

    def test_a_percentage_in_a_row_of_amounts_has_moved(self) -> None:
        assert code("地区生产总值", "亿元", "820", "8%", "—", "预期性") == "unit-differs"
        assert code("年末总人口", "万人", "820", "—", "<7.2‰", "预期性") == "unit-differs"

    def test_a_figure_that_is_left_out_is_no_target_in_words(self) -> None:
        assert code("固定资产投资增速", "%", "3", "8%以上", "—", "预期性") == "year-or-plan"


class TestTheSideOfATarget:
    def test_signs_stand_on_their_own(self) -> None:
        for cell, bound in (("≥95", "≥95"), (">95", ">95"), ("95以上", "≥95"), ("70左右", "≈70"), ("6—7", "6..7")):
            assert targets("景区质量得分", "分", "90", cell, "—", "预期性") == [f"{bound} level"], cell

    def test_without_sign_and_word_a_target_is_left_out(self) -> None:
        assert code("景区质量得分", "分", "90", "95", "—", "预期性") == "target-without-sign"

    def test_a_sign_against_the_word_leaves_bare_targets_out(self) -> None:
        row, left_out = row_of("森林覆盖率", "%", "45", "≤46", "—", "约束性")
        assert (row.direction, [str(target.bound) for target in row.targets if isinstance(target, Threshold)]) == (
            None,
            ["≤46"],
        )
        assert [said.code for said in left_out] == ["sign-against-direction"]

    def test_a_target_that_the_baseline_is_beyond_is_read_and_said(self) -> None:
        reading = read("粮食综合生产能力\t万吨\t155\t145\t—\t约束性")
        assert [str(said.text) for said in reading.diagnostics if said.code == "target-met-by-baseline"] == ["145"]

    def test_a_reduction_below_zero_is_left_out(self) -> None:
        assert code("单位GDP能源消耗降低", "%", "—", "—", "[-13]", "约束性") == "negative-reduction"


class TestTargetsInWords:
    def test_tasks_of_other_authorities(self) -> None:
        for words, authority in (
            ("完成湖南省下达任务", "湖南省"),
            ("完成上级下达任务", "上级"),
            ("按省下达计划执行", "省"),
            ("控制在省下达指标以内", "省"),
            ("完成国家、省下达目标任务", "国家、省"),
            ("达到省定目标", "省"),
        ):
            row, left_out = row_of("单位GDP能源消耗降低", "%", "—", words, "—", "约束性")
            assert row.targets == (Delegated(authority={"zh": authority}),), words
            assert left_out == []

    def test_relations_to_the_growth_of_another_row(self) -> None:
        for words, relation in (
            ("高于GDP增长", Relation.ABOVE),
            ("快于经济增长", Relation.ABOVE),
            ("与 GDP 增长基本同步", Relation.IN_STEP),
            ("与经济增长同步", Relation.IN_STEP),
            ("低于地区生产总值增速", Relation.BELOW),
        ):
            reading = read(
                "地区生产总值\t亿元\t820\t1200\t—\t预期性", f"居民人均可支配收入增长\t%\t5\t—\t{words}\t预期性"
            )
            assert reading.value[0].indicators[1].targets == (Relative(reference="地区生产总值", relation=relation),), (
                words
            )

    def test_a_row_of_growth_is_meant_before_one_of_levels(self) -> None:
        rows = (
            "地区生产总值\t亿元\t820\t1200\t—\t预期性",
            "地区生产总值增速\t%\t3\t—\t7\t预期性",
            "劳动生产率增长\t%\t4\t—\t高于GDP增长\t预期性",
        )
        assert read(*rows).value[0].indicators[2].targets == (Relative(reference="地区生产总值增速", relation="above"),)

    def test_a_reference_to_no_row_to_two_or_to_itself_stays_words(self) -> None:
        gdp = "地区生产总值增速\t%\t3\t—\t7\t预期性"
        for rows in (
            ("零售总额增长\t%\t4\t—\t高于GDP增长\t预期性",),
            (gdp, gdp, "零售总额增长\t%\t4\t—\t高于GDP增长\t预期性"),
        ):
            reading = read(*rows)
            (target,) = reading.value[0].indicators[len(rows) - 1].targets
            assert target == Qualitative(text={"zh": "高于GDP增长"})
            assert "unclear-reference" in [said.code for said in reading.diagnostics]
        (target,) = read("GDP增长\t%\t3\t—\t高于GDP增长\t预期性").value[0].indicators[0].targets
        assert isinstance(target, Qualitative)

    def test_rows_compared_in_a_circle_stay_a_plan(self) -> None:
        rows = ("零售总额增长\t%\t4\t—\t高于GDP增长\t预期性", "GDP增长\t%\t3\t—\t与零售总额增长同步\t预期性")
        plan = read(*rows).value[0].to_plan(id="plan")
        assert [type(row.targets[0]) for row in plan.indicators[:2]] == [Relative, Qualitative]

    def test_other_words_are_kept(self) -> None:
        for words in (
            "保持适度增长",
            "持续改善",
            "高于全省平均水平",
            "不低于GDP增长",
            ">7、力争投入强度高于“十三五”时期实际",
        ):
            row, _ = row_of("文化产业发展", "亿元", "12", words, "—", "预期性")
            assert row.targets == (Qualitative(text={"zh": words}),), words

    def test_words_that_are_no_target_are_left_out(self) -> None:
        row, left_out = row_of("公园绿地面积", "公顷", "约五百", "≥800", "—", "预期性")
        assert row.baseline is None
        assert [said.text for said in left_out] == ["约五百"]


class TestRows:
    def test_a_national_outline(self) -> None:
        head = "表1 “十三五”时期经济社会发展主要指标\n指标\t2015年\t2020年\t年均增速[累计]\t属性\n"
        reading = read_indicator_tables(
            head + "经济发展\t\t\t\t\n（1）国内生产总值（GDP）（万亿元）\t61.2\t>88.1\t>6.1%\t预期性\n"
            "（2）城镇化率\t\t\t\t\n常住人口城镇化率（%）\t55.2\t61\t[5.8]\t预期性\n户籍人口城镇化率（%）\t38.8\t44\t[5.2]\t预期性\n"
            "（3）服务业增加值比重（%）\t50.1\t55\t[4.9]\t预期性\n"
        )
        (table,) = reading.value
        rows = [(row.number, str(row.category), str(row.group or ""), str(row.name)) for row in table.indicators]
        assert rows == [
            ("1", "经济发展", "", "国内生产总值(GDP)"),
            ("2", "经济发展", "城镇化率", "常住人口城镇化率"),
            ("2", "经济发展", "城镇化率", "户籍人口城镇化率"),
            ("3", "经济发展", "", "服务业增加值比重"),
        ]
        assert [len(row.targets) for row in table.indicators] == [2, 2, 2, 2]

    def test_columns_that_are_not_read_may_hold_anything(self) -> None:
        head = HEAD.replace("\t属性", "\t指标性质\t责任单位\t备注")
        rows = ("绿地率\t%\t30\t≥31\t—\t预期性\t林业局\t约束性", "城镇化率\t%\t50\t≥55\t—\t约束性\t—\t12")
        (table,) = read_indicator_tables(head + "\n".join(rows)).value
        assert [(row.nature, shown_bounds(row)) for row in table.indicators] == [
            ("expected", ["≥31"]),
            ("binding", ["≥55"]),
        ]

    def test_a_table_whose_rows_do_not_fit_is_given_up(self) -> None:
        rows = ["绿地率\t%\t30\t≥31\t—\t预期性", *["12\t绿地率\t13\t预期性\t14"] * 5000]
        reading = read_indicator_tables(HEAD + "\n".join(rows))
        assert len(reading.value[0].indicators) == 1
        assert "table-misread" in [said.code for said in reading.diagnostics]
        assert len(reading.diagnostics) < 40

    def test_rows_of_one_name_have_ids_of_their_own(self) -> None:
        ids = [row.id for row in read("绿地率\t%\t1\t≥2\t—\t预期性", "绿地率\t%\t3\t≥4\t—\t预期性").value[0].indicators]
        assert ids[:2] == ["绿地率", "绿地率-2"]

    def test_a_name_broken_over_two_lines_is_one_word(self) -> None:
        page = (
            "<p>“十四五”指标</p><table><tr><td>指标</td><td>2020年</td><td>2025年</td></tr>"
            "<tr><td>人均预期<br>寿命<br>（岁）</td><td>78</td><td>79</td></tr>"
            "<tr><td>绿地率(%)</td><td>30</td><td>31</td></tr></table>"
        )
        row = read_indicator_tables(f"<html><body>{page}</body></html>").value[0].indicators[0]
        assert (str(row.name), row.unit, shown_bounds(row)) == ("人均预期寿命", "岁", ["≥79"])

    def test_notes_in_the_last_row_are_no_indicator(self) -> None:
        reading = read_indicator_tables(
            HEAD + "绿地率☆\t%\t30\t≥31\t—\t预期性\n绿地率\t%\t30\t≥31\t—\t预期性\n注：带☆的为国家指标。\t\t\t\t\t\n"
        )
        (table,) = reading.value
        assert len(table.indicators) == 2
        assert [one.mark for one in table.explained] == ["☆"]


class TestReading:
    def test_a_text_without_a_table_says_so(self) -> None:
        reading = read_indicator_tables("第一章 总则\n本规划为期五年。")
        assert (reading.value, [said.code for said in reading.diagnostics]) == ((), ["no-table"])

    def test_strict_raises_what_it_noticed(self) -> None:
        with pytest.raises(ReadingError, match="listed word"):
            read_indicator_tables(HEAD + "绿地率\t%\t30\t31\t—\t预期性\n绿化率\t%\t30\t31\t—\t预期性\n", strict=True)

    def test_the_plan_period_may_be_given(self) -> None:
        text = "主要指标\n指标\t2025年目标\n绿地率(%)\t≥31\n绿化率(%)\t≥40\n"
        assert read_indicator_tables(text).value == ()
        (table,) = read_indicator_tables(text, period="2024/2026").value
        assert [str(row.targets[0].period) for row in table.indicators if isinstance(row.targets[0], Threshold)] == [
            "2025"
        ] * 2

    def test_only_text_is_read(self) -> None:
        content: Any = b"\xff"
        with pytest.raises(InvalidTypeError, match="text"):
            read_indicator_tables(content)

    @settings(deadline=None)
    @given(st.lists(st.lists(st.sampled_from(CELLS), min_size=1, max_size=8), max_size=8), st.booleans())
    def test_any_table_gives_a_plan_whose_figures_stand_in_their_lines(
        self, rows: list[list[str]], is_long: bool
    ) -> None:
        head = HEAD.replace("\t属性", "\t属性\t2025年完成") if is_long else HEAD
        text = head + "\n".join("\t".join(row) for row in rows)
        lines = repair(text).value.text.split("\n")
        for table in read_indicator_tables(text).value:
            for row in table.to_plan(id="plan"):
                assert row.source is not None
                assert row.source.line is not None
                for figure in figures(row):
                    assert figure in lines[row.source.line - 1].replace(",", "")  # which parts thousands


def test_thousands_and_units_with_a_stroke_move_no_cell() -> None:
    row, out = row_of("人均收入", "元", "68,432", "≥100,000", "—", "预期性")
    assert (figures(row), row.unit, out) == (["100000", "68432"], "元", [])
    row, out = row_of("孕产妇死亡率", "1/10万", "12.1", "10", "—", "预期性")
    assert (figures(row), row.unit, out) == (["10", "12.1"], "1/10万", [])


def test_a_second_row_of_headings_is_one_though_a_heading_of_it_is_unknown() -> None:
    head = "表1 “十三五”主要指标\n序号\t指标名称\t单位\t规划目标\t\t完成情况\t\t\n"
    head += "\t\t\t2020年\t年均增长（%）\t2020年\t省内排位\t年均增长（%）\n"
    reading = read("1\t生产总值\t亿元\t1500\t8\t1400\t3\t7.6", head=head)
    row = reading.value[0].indicators[0]
    assert [(str(one.period), str(one.figure)) for one in row.observations] == [("2020", "1400"), ("2016/2020", "7.6")]
    assert "unknown-column" in {said.code for said in reading.diagnostics}


def test_the_name_of_a_part_is_no_promise_in_words() -> None:
    head = "专栏1 “十二五”主要指标\n指标\t2010年\t2015年\t年均增长[累计]\t属性\n"
    reading = read("主要污染物排放总量减少（%）\t化学需氧量\t\t\t[8]\t约束性", head=head)
    assert [row.name for row in reading.value[0].indicators if "污染物" in str(row.name)] == []
    assert any("化学需氧量" in said.text and said.left_out for said in reading.diagnostics)


def test_brackets_beside_rates_are_not_in_the_percent_of_the_heading() -> None:
    head = "表1 “十二五”主要指标\n指标\t2010年\t2015年\t年均增长（%）[累计]\t属性\n"
    patents, jobs = (
        "每万人口发明专利拥有量（件）\t1.7\t3.3\t[1.6]\t预期性",
        "城镇新增就业人数（万人）\t\t\t[45]\t预期性",
    )
    reading = read(patents, jobs, head=head)
    assert [figures(row) for row in reading.value[0].indicators[:2]] == [["3.3", "1.6", "1.7"], ["45"]]


def test_a_group_of_headings_and_one_below_it_may_both_say_target() -> None:
    head = "表1 “十三五”主要指标\n指标\t2015年\t规划目标\t\t完成情况\t\n"
    head += "\t\t2020年目标\t年均增长（%）\t2020年实际\t年均增长（%）\n"
    reading = read("生产总值（亿元）\t1000\t1500\t8\t1400\t7.6", head=head)
    assert figures(reading.value[0].indicators[0]) == ["1500", "8", "1400", "7.6", "1000"]


def test_words_of_cells_merged_over_rows_hold_for_each_and_figures_for_the_first() -> None:
    row = "<tr><td rowspan=2>污染物排放总量减少（%）<td>化学需氧量<td>—<td>—<td rowspan=2>[9]<td rowspan=2>约束性</tr>"
    heads = "<tr><td colspan=2>指标<td>2015年<td>2020年<td>年均增速[累计]<td>属性</tr>"
    page = f"<p>“十三五”主要指标</p><table>{heads}{row}<tr><td>氨氮<td>—<td>—</tr></table>"
    reading = read_indicator_tables(page)
    first, second = reading.value[0].indicators
    assert (figures(first), figures(second)) == (["9"], [])
    assert str(first.nature) == str(second.nature) == "binding"
    assert "merged-figure" in {said.code for said in reading.diagnostics}


def page_of(*rows: str, heads: str = "<td>指标<td>单位<td>2020年<td>2023年实际<td>2025年目标<td>备注") -> str:
    return f"<p>“十四五”主要指标</p><table><tr>{heads}" + "".join(f"\n<tr>{row}" for row in rows) + "</table>"


def test_a_name_merged_over_rows_is_that_of_each_and_no_unit_stands_for_it() -> None:
    rows = "<tr><td rowspan=2>绿地面积<td>公顷<td>5<td>≥6<tr><td>亩<td>75<td>≥90"
    head = "<caption>“十四五”主要指标</caption><tr><th>指标<th>单位<th>2020年<th>2025年目标"
    reading = read_indicator_tables(f"<table>{head}{rows}</table>")
    read = [(str(one.name), one.unit, str(one.baseline)) for one in reading.value[0].indicators]
    assert read == [("绿地面积", "公顷", "5 (2020)"), ("绿地面积", "亩", "75 (2020)")]


def test_a_figure_merged_over_columns_is_read_in_none_and_said() -> None:
    whole = "<td>城镇化率<td>%<td>60<td>62<td>65<td>"
    for row, left in (
        ("<td>森林覆盖率<td>%<td>41<td colspan=2>42<td>", ["41"]),
        ("<td>森林覆盖率<td>%<td colspan=3>42<td>", []),
        ("<td>森林覆盖率<td>%<td colspan=4>42", []),
        ("<td colspan=2>森林覆盖率（%）<td colspan=3>42<td>", []),
    ):
        reading = read_indicator_tables(page_of(row, whole))
        first, second = reading.value[0].indicators
        assert (first.name.in_language("zh"), figures(first)) == ("森林覆盖率", left), row
        assert (figures(second), second.group) == (["65", "62", "60"], None)
        (said,) = (one for one in reading.diagnostics if one.code == "merged-figure")
        assert (said.place, said.text, said.left_out) == ("line 2", "42", True)
        assert "2023年实际 and 2025年目标" in said.message
        assert said.message.count(" and ") == 1
    # Over a column that is not read and one of targets, and over rows as well.
    heads = "<td>指标<td>2020年<td>备注<td>2025年目标"
    rows = ("<td>城镇化率（%）<td>60<td rowspan=2 colspan=2>65", "<td>森林覆盖率（%）<td>41")
    reading = read_indicator_tables(page_of(*rows, heads=heads))
    assert [figures(row) for row in reading.value[0].indicators] == [["60"], ["41"]]
    assert [one.place for one in reading.diagnostics if one.code == "merged-figure"] == ["line 2", "line 3"]


def test_merged_cells_that_leave_no_doubt_are_read() -> None:
    rows = (
        "<td colspan=7>一、绿色",
        "<td>森林覆盖率<td>%<td>41<td>41.5<td colspan=2>42<td>",
        "<td>供水<td>%<td colspan=5>—",
    )
    heads = "<td>指标<td>单位<td>2020年<td>2023年实际<td colspan=2>2025年目标<td>备注"
    reading = read_indicator_tables(page_of(*rows, heads=heads))
    (row,) = reading.value[0].indicators
    assert (figures(row), str(row.category)) == (["42", "41.5", "41"], "绿色")
    assert "merged-figure" not in {one.code for one in reading.diagnostics}


def test_a_target_in_words_with_a_figure_says_that_the_figure_is_not_read() -> None:
    for words, code in (
        ("年均增长6%以上", "figure-in-words"),
        ("4万以上", "figure-in-words"),
        ("稳步提升", "target-in-words"),
    ):
        row, _ = row_of("人均收入", "元", "38000", words, "—", "预期性")
        said = [one.code for one in read(f"人均收入\t元\t38000\t{words}\t—\t预期性").diagnostics]
        assert [type(target) for target in row.targets] == [Qualitative]
        assert code in said, words


def test_a_damaged_figure_is_left_out_alone_where_cells_have_places() -> None:
    damaged = ("11.?", "1?.2", "42^2", "64（预计）", "★450", "9O", "O.5", "（20）", "4 1", "?", "41.<br>5", "64(1)")
    for text in damaged:
        for row, left in (
            (f"<td>森林覆盖率<td>%<td>41<td>{text}<td>45<td>", ["45", "41"]),
            (f"<td>森林覆盖率<td>%<td>{text}<td>42<td>45<td>", ["45", "42"]),
            (f"<td>森林覆盖率<td>%<td>41<td>{text}<td><td>", ["41"]),
            (f"<td>森林覆盖率<td>%<td>{text}<td>{text}<td>{text}<td>", []),
        ):
            reading = read_indicator_tables(page_of(row, "<td>城镇化率<td>%<td>60<td>62<td>65<td>"))
            first, second = reading.value[0].indicators
            assert (figures(first), figures(second)) == (left, ["65", "62", "60"]), row
            said = [one for one in reading.diagnostics if one.left_out and one.text == text.replace("<br>", "\n")]
            assert {one.place for one in said} == {"line 2"}, row
            assert "cells-unplaced" not in {one.code for one in reading.diagnostics}


def test_a_damaged_figure_says_what_to_write() -> None:
    reading = read_indicator_tables(page_of("<td>新增就业<td>万人<td>4<td>5<td>（20）<td>"))
    assert any("write [20], -20 or 20" in one.message for one in reading.diagnostics)
    # What is left of a damaged figure is not what to write.
    lost = read_indicator_tables(page_of("<td>新增就业<td>万人<td>4<td>5<td>1？<td>")).diagnostics
    assert any("A sign of the figure is lost" in one.message for one in lost if one.text == "1？")
    assert not any("write 1" in one.message for one in lost)
    # With tabs, too, where all cells are there.
    row, out = row_of("人均收入", "元", "38000", "★45000", "—", "预期性")
    assert (figures(row), [one.text for one in out]) == (["38000"], ["★45000"])


def test_a_row_of_dashes_alone_is_not_left_out_in_silence() -> None:
    reading = read("耕地保有量\t万亩\t—\t—\t—\t")
    assert "row-without-figures" in {said.code for said in reading.diagnostics}


def test_a_row_with_figures_in_columns_that_are_not_read_is_no_heading_of_others() -> None:
    head = "“十四五”主要指标实施情况\n指标\t单位\t2020年\t2023年\t2025年目标\n"
    rows = ("就业补贴\t万元\t—\t640\t—", "旅游总收入\t亿元\t41.5\t—\t≥66")
    reading = read_indicator_tables(head + "\n".join(rows))
    assert [(str(row.name), row.group) for row in reading.value[0].indicators] == [
        ("就业补贴", None),
        ("旅游总收入", None),
    ]
    assert [said.code for said in reading.diagnostics if said.left_out] == ["unclear-column"]


def test_a_name_is_read_without_the_number_of_its_entry() -> None:
    head = "| 指标 | 单位 | 2023年 | 2024年计划 |\n|---|---|---|---|\n"
    names = ("一、旅游总收入", "二、财政收入", "三、一般公共预算收入", "一、二产业增加值")
    text = "临湖市2024年计划主要指标\n\n" + head + "\n".join(f"| {name} | 亿元 | 52 | 66 |" for name in names)
    reading = cp.zh.read_plan(text)
    found = [str(row.name) for row in reading.value.indicators]
    assert found == ["旅游总收入", "财政收入", "一般公共预算收入", "一、二产业增加值"]
    # Rows of a table that end in whole numbers are no entries of a table of contents.
    assert [said.code for said in reading.diagnostics if said.left_out] == []


def test_what_stands_below_a_row_that_was_not_placed_is_not_put_under_what_stood_above_it() -> None:
    head = "专栏1 “十四五”主要指标\n类别\t指标\t2020年\t2025年\t属性\n"
    rows = (
        "经济\t生产总值（亿元）\t100\t140\t预期性",
        "民生\t收入构成\t4\t5\t7",
        "\t人均预期寿命（岁）\t80\t81\t预期性",
    )
    reading = read(*rows, head=head)
    assert [str(row.category) for row in reading.value[0].indicators[:2]] == ["经济", "None"]
    assert any("but 7 cannot stand in its column" in said.message for said in reading.diagnostics)


def test_a_category_is_read_without_its_number_and_with_every_word_of_its_own() -> None:
    printed = ("一、经济发展", "（二）民生福祉", "三 生态", "四.安全", "第三产业", "一般公共预算", "城乡一体化")
    head = "专栏1 “十四五”主要指标\n指标\t2020年\t2025年\n"
    rows = (f"{heading}\n指标{order}（亿元）\t100\t≥140" for order, heading in enumerate(printed))
    (table,) = read(*rows, head=head).value
    expected = ["经济发展", "民生福祉", "生态", "安全", "第三产业", "一般公共预算", "城乡一体化"]
    assert [str(row.category) for row in table.indicators] == expected


def test_headings_of_markdown_and_of_cumulative_figures_in_other_words() -> None:
    head = "## 表3 “十四五”主要指标\n指标\t2020年\t2025年\t年均增速（%）[累计数]\n"
    (table,) = read("生产总值（亿元）\t100\t140\t8", head=head).value
    assert (str(table.title), table.box, figures(table.indicators[0])) == ("“十四五”主要指标", "3", ["140", "8", "100"])


def test_a_year_behind_the_word_for_a_table_is_no_number_of_it() -> None:
    (table,) = read("生产总值\t100\t140", head="附件 2025年主要指标预期目标\n指标\t2024年完成\t2025年目标\n").value
    assert (table.box, table.title) == (None, "2025年主要指标预期目标")


def test_targets_without_a_year_are_read_where_the_period_is_given_and_points_are_not() -> None:
    text = "主要指标\n指标\t单位\t目标值\n林木绿化率\t%\t≥31\n用水总量\t亿m3\t≤8\n"
    assert read_indicator_tables(text).value == ()
    assert "period=" in read_indicator_tables(text).diagnostics[0].message
    (table,) = read_indicator_tables(text, period="2021/2025").value
    assert [(figures(row), row.unit) for row in table.indicators] == [(["31"], "%"), (["8"], "亿m3")]
    assert read_indicator_tables(text.replace("单位", "分值"), period="2021/2025").value == ()


def test_a_letter_beside_digits_is_not_told_to_be_left_out() -> None:
    _, out = row_of("粮食产量", "万吨", "15O", "160", "—", "预期性")
    assert "write 15," not in out[0].message


def test_absolute_numbers_beside_rates_are_levels() -> None:
    head = "2024年计划主要指标\n指标\t单位\t2023年完成\t\t2024年目标\t\n\t\t绝对数\t增长%\t绝对数\t增长%\n"
    row = read("生产总值\t亿元\t100\t6\t108\t7", head=head).value[0].indicators[0]
    assert figures(row) == ["108", "7", "6", "100"]


def test_headings_of_three_rows() -> None:
    head = "主要指标\n序号\t指标\t“十三五”\t\t\t\n\t\t目标\t\t完成\t\n\t\t年均增速\t2020年\t年均增速\t2020年\n"
    (table,) = read("1\t生产总值（亿元）\t8\t100\t6.5\t90", head=head).value
    assert [figures(row) for row in table.indicators] == [["8", "100", "6.5", "90"]]


def test_a_page_number_is_no_category_and_a_row_behind_a_note_is_not_left_out_in_silence() -> None:
    rows = ("绿地率\t%\t40\t41\t—\t预期性", "12", "普及率\t%\t40\t41\t—\t预期性")
    (table,) = read(*rows).value
    assert [row.category for row in table.indicators] == [None, None, None]
    text = (
        HEAD + "绿地率\t%\t40\t41\t—\t预期性\n绿化率\t%\t40\t41\t—\t预期性\n注：暂定。\n普及率\t%\t40\t41\t—\t预期性\n"
    )
    assert [said.place for said in read_indicator_tables(text).diagnostics if said.code == "row-apart"] == ["line 6"]
