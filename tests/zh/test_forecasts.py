"""Actuals that are none: forecasts, and what was reached of a plan up to a year before its last."""

from __future__ import annotations

import civicplan as cp
from civicplan.zh.indicators.indicator_columns import columns_of


def actuals(title: str, *headings: str) -> tuple[list[str], list[str]]:
    """Return the headings of the actuals that are read, and the codes of what is left out."""
    reading = columns_of(("指标", "2020年", *headings), title, 1)
    columns = [] if reading.value is None else reading.value.values
    return (
        [column.text for column in columns if column.field.value == "actual"],
        [said.code for said in reading.diagnostics if said.left_out],
    )


def test_a_forecast_is_no_actual() -> None:
    title = "“十四五”规划主要指标完成情况"
    for heading in ("2025年预计完成", "2025年预计", "2025年完成（预计）", "预计2025年完成", "2023年预计完成"):
        read, left_out = actuals(title, "2025年目标", heading, "2024年实际完成")
        assert (read, len(left_out)) == (["2024年实际完成"], 1), heading
    assert actuals(title, "2025年目标", "2025年预计完成")[1] == ["forecast"]
    assert actuals(title, "2025年目标", "预计完成情况")[1] == ["forecast"]
    assert actuals(title, "2025年目标", "2025年预计", "预计完成情况")[1] == ["forecast"] * 2
    for heading in ("2025年初步完成", "2025年完成"):
        assert actuals(title, "2025年目标", heading) == ([heading], []), heading


def test_a_title_of_forecasts_leaves_what_is_said_to_be_actual() -> None:
    title = "“十四五”规划主要指标预计完成情况"
    assert actuals(title, "2025年目标", "2025年完成", "2023年实际") == (["2023年实际"], ["forecast"])


def test_a_forecast_is_no_target() -> None:
    for heading, code in (("2025年预计", "forecast"), ("2025年（预计）", "forecast"), ("2025年预计目标", "")):
        reading = columns_of(("指标", "2020年", heading), "“十四五”规划主要指标", 1)
        assert [said.code for said in reading.diagnostics if said.left_out] == [code] * bool(code), heading


def test_a_forecast_of_the_year_before_the_plan_is_a_baseline_that_may_be_revised() -> None:
    table = "指标\t2020年预计完成\t2025年目标\n森林覆盖率(%)\t41.5\t≥44"
    (row,) = cp.zh.read_plan(f"临湖市“十四五”规划主要指标\n\n{table}").value.indicators
    assert row.baseline is not None
    assert str(row.baseline.status) == "provisional"


def test_no_verdict_rests_on_a_forecast() -> None:
    table = "指标|单位|2024年目标|1-6月完成|全年预计\n粮食产量|万吨|≥60|31.2|61"
    reading = cp.zh.read_indicator_tables(f"临湖县2024年主要目标任务\n{table}")
    (row,) = reading.value[0].indicators
    assert [str(one.period) for one in row.observations] == ["2024-H1"]
    assert [said.text for said in reading.diagnostics if said.code == "forecast"] == ["全年预计"]


def test_a_rate_over_the_plan_is_not_of_all_of_it_while_the_plan_runs() -> None:
    target, actual = "“十四五”年均增速（%） 目标", "“十四五”年均增速（%） 实际"
    for title in ("“十四五”规划主要指标实施情况（2023年）", "“十四五”规划中期评估", "“十四五”规划主要指标进展情况"):
        assert actuals(title, target, actual) == ([], ["plan-under-way"]), title
    stated = "2021—2025年年均增速（%） 实际"
    assert actuals("“十四五”规划中期评估", target, stated) == ([stated], [])
    title = "“十四五”规划主要指标完成情况"
    assert actuals(title, "2023年完成", target, actual) == (["2023年完成"], ["plan-under-way"])
    assert actuals(title, "2023年", "2025年", target, actual)[0] == []
    assert actuals(title, "2025年完成", target, actual) == (["2025年完成", actual], [])
    for whole in (title, f"{title}（2025年）", f"{title}（2021—2025年）", f"{title}（2021年—2025年）"):
        assert actuals(whole, target, actual) == ([actual], []), whole


def test_a_year_of_a_title_in_characters_is_that_of_its_parts() -> None:
    table = "指标|单位|2024年目标|1-6月完成\n粮食产量|万吨|≥60|31.2"
    (row,) = cp.zh.read_indicator_tables(f"临湖县二〇二四年主要目标任务\n{table}").value[0].indicators
    assert [str(one.period) for one in row.observations] == ["2024-H1"]
