"""Columns for quarters, half years and months: of which year they are, and whether they are targets or actuals."""

from __future__ import annotations

import civicplan as cp
from civicplan.model import Indicator, Measure
from civicplan.zh.indicators.indicator_tables import IndicatorTable
from civicplan.zh.locating.located import LocationStatus

ROWS = "固定资产投资（亿元）\t20\t45\t70\t≥100\n"
QUARTERS = ("一季度", "上半年", "1—9月", "全年目标")
PERIODS = ["2024-Q1", "2024-H1", "2024-Q1/2024-Q3"]


def read(
    title: str, *headings: str, rows: str = ROWS, period: str | None = None
) -> tuple[IndicatorTable | None, list[str]]:
    text = f"{title}\n" + "\t".join(("指标", *headings)) + f"\n{rows}" + rows.replace("固定资产投资", "工业投资")
    reading = cp.zh.read_indicator_tables(text, period=period)
    return (reading.value[0] if reading.value else None), [said.code for said in reading.diagnostics]


def first_row(table: IndicatorTable | None) -> Indicator:
    assert table is not None
    return table.indicators[0]


def targets(row: Indicator) -> list[str]:
    return [f"{one.bound} {one.period}" for one in row.targets if isinstance(one, cp.Threshold)]


def test_the_title_says_the_year_and_whether_it_was_reached() -> None:
    table, said = read("2024年主要指标完成情况", *QUARTERS)
    row = first_row(table)
    assert table is not None
    assert (str(table.period), targets(row)) == ("2024", ["≥100 None"])
    assert [(str(one.period), str(one.figure)) for one in row.observations] == list(
        zip(PERIODS, ("20", "45", "70"), strict=True)
    )
    assert said.count("actual-by-title") == 3
    assert "period-inferred" in said


def test_the_title_says_that_quarters_are_targets() -> None:
    for title in ("2024年主要指标分季度目标", "2024年目标任务完成计划"):
        table, said = read(title, *QUARTERS)
        row = first_row(table)
        assert targets(row) == [*(f"≥{n} {p}" for n, p in zip((20, 45, 70), PERIODS, strict=True)), "≥100 None"], title
        assert (row.observations, said.count("target-by-title")) == ((), 3), title


def test_headings_say_it_themselves() -> None:
    table, said = read("2024年主要指标", "一季度目标", "第一季度完成", "前三季度累计完成", "全年目标")
    row = first_row(table)
    assert targets(row) == ["≥20 2024-Q1", "≥100 None"]
    assert [str(one.period) for one in row.observations] == ["2024-Q1", "2024-Q1/2024-Q3"]
    assert not {"target-by-title", "actual-by-title"} & set(said)


def test_without_a_word_or_without_a_year_they_are_not_read() -> None:
    table, said = read("2024年主要指标", *QUARTERS)
    assert (targets(first_row(table)), said.count("unclear-column")) == (["≥100 None"], 3)
    for title in ("主要指标完成情况", "2023年和2024年主要指标完成情况"):
        table, said = read(title, *QUARTERS)
        assert (table, said.count("part-without-year"), said[-1]) == (None, 3, "no-plan-period"), title


def test_the_user_says_the_year() -> None:
    table, _ = read("主要指标完成情况", *QUARTERS, period="2024")
    assert [str(one.period) for one in first_row(table).observations] == PERIODS


def test_a_plan_of_several_years_takes_the_year_of_the_title() -> None:
    table, _ = read("“十四五”主要指标2024年进展情况", "一季度", "上半年", "1—9月", "“十四五”目标")
    row = first_row(table)
    assert ([str(one.period) for one in row.observations], targets(row)) == (PERIODS, ["≥100 None"])


def test_the_same_time_of_the_year_before_is_no_baseline() -> None:
    table, said = read("2024年主要指标完成情况", "2023年1—6月", "2024年1—6月", "1—9月", "全年目标")
    row = first_row(table)
    assert table is not None
    assert (str(table.period), row.baseline, "beyond-plan" in said) == ("2024", None, True)
    assert [str(one.period) for one in row.observations] == PERIODS[1:]


def test_a_flow_is_a_total_only_where_it_is_surely_a_sum_from_january() -> None:
    rows = "新增就业（万人）\t1.1\t2.2\t3.3\t≥4\n"
    table, said = read("2024年主要指标完成情况", "一季度", "二季度", "1—9月", "全年目标", rows=rows)
    row = first_row(table)
    assert [(str(one.period), one.measure) for one in row.observations] == [
        ("2024-Q1", Measure.TOTAL),
        ("2024-Q1/2024-Q3", Measure.TOTAL),
    ]
    assert "part-or-sum" in said


def test_a_fall_in_a_quarter_is_not_read() -> None:
    rows = "单位GDP能耗降低（%）\t1.1\t2.2\t3.3\t≥4\n"
    table, said = read("2024年主要指标完成情况", *QUARTERS, rows=rows)
    assert (first_row(table).observations, said.count("fall-of-part")) == ((), 6)


def test_no_quarter_answers_a_target_of_the_year() -> None:
    table, _ = read("2024年主要指标完成情况", *QUARTERS)
    assert table is not None
    plan = table.to_plan(id="sample")
    assert cp.assess(plan, as_of="2024")["固定资产投资"].verdict is cp.Verdict.NOT_ASSESSABLE


def test_actuals_without_a_time_are_of_the_only_year_of_a_plan_unless_the_title_speaks_of_a_part() -> None:
    rows = "固定资产投资（亿元）\t≥100\t98\n"
    table, said = read("2024年主要指标完成情况", "目标值", "完成值", rows=rows)
    assert ([str(one) for one in first_row(table).observations], "actual-of-plan-year" in said) == (["98 (2024)"], True)
    for title in ("2024年上半年主要指标完成情况", "2024年1—6月主要指标完成情况", "2024年主要指标进展"):
        table, said = read(title, "目标值", "完成值", rows=rows)
        assert (first_row(table).observations, "column-without-year" in said) == ((), True), title


def test_points_and_tasks_by_quarter_are_no_indicators() -> None:
    table, said = read("2024年目标完成情况", "一季度", "上半年", "得分", "评分")
    assert (table, said) == (None, ["no-table"])


def test_locate_finds_the_figures_of_quarters() -> None:
    text = f"2024年主要指标完成情况\n指标\t{chr(9).join(QUARTERS)}\n{ROWS}{ROWS.replace('固定资产', '工业')}"
    (table,) = cp.zh.read_indicator_tables(text).value
    plan = table.to_plan(id="sample")
    found = cp.zh.locate(plan, text)
    assert found.counts == {LocationStatus.PRINTED: len(found)}
    moved = plan.with_observation("固定资产投资", cp.Observation(period="2024-Q1", figure="45", published="2025"))
    assert [one.status for one in cp.zh.locate(moved, text).doubtful] == [LocationStatus.OTHER_PLACE]
