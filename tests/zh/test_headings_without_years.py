"""Tables whose headings name no year: of which plan they are, and which of their columns are read."""

from __future__ import annotations

import civicplan as cp
from civicplan.zh.indicators.indicator_tables import IndicatorTable

ROWS = "财政收入\t80\t≥120\t100\n城镇化率（%）\t50\t≥60\t55\n"


def read(title: str, *headings: str, period: str | None = None) -> tuple[IndicatorTable | None, list[str]]:
    """The table under a title, and what was left out of it or read by an assumption, direction aside."""
    names = ("指标", *headings)
    rows = "".join("\t".join(row.split("\t")[: len(names)]) + "\n" for row in ROWS.splitlines())
    reading = cp.zh.read_indicator_tables(f"{title}\n" + "\t".join(names) + f"\n{rows}", period=period)
    said = [one.code for one in reading.diagnostics if one.code not in ("direction-by-word", "bare-target")]
    return (reading.value[0] if reading.value else None), said


def figures(table: IndicatorTable | None) -> list[str]:
    """The figures of the first row, each with its period; a target at the end of the plan has none of its own."""
    assert table is not None
    row = table.indicators[0]
    targets = [f"{one.bound} {one.period}" for one in row.targets if isinstance(one, cp.Threshold)]
    return [*map(str, filter(None, [row.baseline])), *targets, *map(str, row.observations)]


def test_the_title_says_which_plan_a_table_without_years_is_of() -> None:
    for title in ("“十四五”规划主要指标", "第十四个五年规划主要指标", "临湖市主要指标（2021—2025年）"):
        table, said = read(title, "基期值", "目标值")
        assert (figures(table), said) == (["80 (2020)", "≥120 None"], []), title
        assert table is not None
        assert str(table.period) == "2021/2025"


def test_a_title_without_a_plan_is_said_with_what_to_write() -> None:
    for headings in (("基期值", "目标值"), ("基期值", "目标值", "完成值"), ("现状值", "目标值")):
        assert read("主要指标", *headings) == (None, ["no-plan-period"]), headings


def test_the_user_says_which_plan_it_is() -> None:
    table, said = read("主要指标", "基期值", "目标值", period="2016/2020")
    assert (figures(table), said) == (["80 (2015)", "≥120 None"], [])


def test_how_things_stood_is_the_baseline_where_nothing_else_is() -> None:
    table, said = read("“十四五”规划主要指标", "现状值", "目标值")
    assert (figures(table), said) == (["80 (2020)", "≥120 None"], ["baseline-by-word"])
    assert table is not None
    notes = table.indicators[0].notes
    assert notes is not None
    assert "The figure under 现状值 is read as the baseline, of 2020" in notes.in_language("en")
    assert "2020" in notes.in_language("zh")


def test_how_things_stood_may_be_another_time_beside_other_columns_and_in_reviews() -> None:
    for title, headings in (
        ("“十四五”规划主要指标", ("基期值", "目标值", "现状值")),
        ("“十四五”规划主要指标", ("现状值", "目标值", "完成值")),
        ("“十四五”规划主要指标中期评估", ("现状值", "目标值")),
    ):
        _, said = read(title, *headings)
        assert "column-without-year" in said, headings
        assert "baseline-by-word" not in said, headings


def test_actuals_without_a_year_may_be_of_any_year_of_the_plan() -> None:
    table, said = read("“十四五”规划主要指标完成情况", "基期值", "目标值", "实际值")
    assert (figures(table), said) == (["80 (2020)", "≥120 None"], ["column-without-year"])


def test_the_title_of_the_document_says_which_plan_its_tables_are_of() -> None:
    for title in ("临湖市“十四五”规划", "临湖市发展规划（2021—2025年）"):
        for headings, rows in (("指标\t基期值\t目标值", "财政收入\t80\t≥120"), ("指标\t目标值", "财政收入\t≥120")):
            text = f"{title}\n\n主要指标\n{headings}\n{rows}\n城镇化率（%）{rows[4:]}\n"
            reading = cp.zh.read_plan(text)
            assert [len(indicator.targets) for indicator in reading.value] == [1, 1], text
            assert "period-of-document" in [said.code for said in reading.diagnostics], text
            assert "period-of-document" not in [
                said.code for said in cp.zh.read_plan(text, period="2021/2025").diagnostics
            ], text


def test_a_table_with_points_is_of_no_plan() -> None:
    text = "临湖市“十四五”规划\n\n绩效\n指标\t目标值\t实际值\t得分\n发放数量\t80\t82\t10\n发放及时率\t90\t91\t10\n"
    assert len(cp.zh.read_plan(text).value) == 0
