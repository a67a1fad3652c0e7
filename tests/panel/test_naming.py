"""Columns are read by the headings that tables have, on every engine; what could mean two things is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import polars as pl
import pytest

from civicplan import panel
from civicplan.errors import InvalidTypeError, InvalidValueError, UnknownIdError
from tests.panel.engines import on_every_engine

OURS = pl.DataFrame(
    {
        "indicator": ["gdp", "gdp", "waste"],
        "unit": ["亿元", "亿元", "吨"],
        "direction": ["higher", "higher", "lower"],
        "baseline": [80.0, 80.0, 9.0],
        "value": [90.0, 96.0, 7.0],
        "target": [95.0, 95.0, 6.0],
        "period": ["2024", "2025", "2025"],
        "due": ["2025", "2025", "2025"],
        "row": [0, 1, 2],
    }
)
_ENGLISH = ("Indicator", "Unit", "Direction", "Baseline", "Actual", "Target", "Year", "Target year", "row")
_CHINESE = ("指标", "单位", "方向", "基期值", "实际值", "目标值", "年份", "完成时限", "row")
ENGLISH, CHINESE = (dict(zip(OURS.columns, names, strict=True)) for names in (_ENGLISH, _CHINESE))


def answers(rows: list[dict[str, Any]], names: dict[str, str]) -> list[dict[str, Any]]:
    ours = {theirs: name for name, theirs in names.items()}
    return [{ours.get(name, name): cell for name, cell in row.items()} for row in rows]


@pytest.mark.parametrize("names", [ENGLISH, CHINESE])
def test_a_table_with_headings_of_its_own_gets_the_same_answers(names: dict[str, str]) -> None:
    renamed = OURS.rename(names)
    wanted = panel.assess(OURS).to_dicts()
    assert [row["verdict"] for row in wanted] == ["not_due", "met", "not_met"]
    for engine, rows in on_every_engine(renamed, panel.assess):
        assert answers(rows, names) == wanted, engine
    for engine, rows in on_every_engine(renamed, panel.latest):
        assert answers(rows, names) == panel.latest(OURS).to_dicts(), engine
    assert answers(panel.in_force(renamed).to_dicts(), names) == panel.in_force(OURS).to_dicts()
    base = names["baseline"]
    wanted_plans = panel.to_plans(OURS.drop("baseline"), period="2021/2025")
    assert panel.to_plans(renamed.drop(base), period="2021/2025") == wanted_plans


def test_our_own_name_goes_before_any_heading_and_what_the_user_says_before_both() -> None:
    frame = pl.DataFrame({"value": [9.0], "Actual": [1.0], "target": [5.0], "direction": ["higher"]})
    assert panel.assess(frame)["verdict"].to_list() == ["met"]
    assert panel.assess(frame, columns={"value": "Actual"})["verdict"].to_list() == ["not_met"]


def test_two_headings_of_one_column_are_both_named() -> None:
    frame = pl.DataFrame({"Actual": [9.0], "实际值": [1.0], "target": [5.0], "direction": ["higher"]})
    with pytest.raises(InvalidValueError, match="columns 'Actual' and '实际值': expected one column for 'value'"):
        panel.assess(frame)
    assert panel.assess(frame, columns={"value": "Actual"})["verdict"].to_list() == ["met"]
    frame = pl.DataFrame({"KPI": ["a"], "Indicator name": ["b"], "target": [1.0], "period": [2020]})
    with pytest.raises(InvalidValueError, match="columns 'KPI' and 'Indicator name'"):
        panel.to_plans(frame)


def test_an_id_tells_indicators_apart_where_there_is_one() -> None:
    frame = pl.DataFrame({"代码": ["a"], "指标": ["甲"], "目标值": [5.0], "方向": ["higher"], "年份": [2020]})
    (indicator,) = panel.to_plans(frame, period="2016/2020")[0].indicators
    assert (indicator.id, str(indicator.name)) == ("a", "甲")


def test_headings_in_different_units_are_refused() -> None:
    frame = pl.DataFrame({"Actual (万元)": [9.0], "目标值（亿元）": [5.0], "direction": ["higher"]})
    with pytest.raises(
        InvalidValueError, match=r"columns 'Actual \(万元\)' and '目标值（亿元）': expected figures in one"
    ):
        panel.assess(frame)
    (plan,) = panel.to_plans(frame.select("目标值（亿元）", "direction", indicator=pl.lit("gdp")), period="2016/2020")
    assert plan["gdp"].unit == "亿元"


def test_a_heading_that_says_more_than_a_column_of_rows_can_is_not_read() -> None:
    frame = pl.DataFrame({"Actual growth": [9.0], "Actual (forecast)": [9.0], "target": [5.0]})
    with pytest.raises(UnknownIdError, match="the frame has no 'value'"):
        panel.assess(frame)
    with pytest.raises(UnknownIdError, match=r"the wide frame, which panel.to_long makes a long one, has no 'value'"):
        panel.assess(frame.with_columns(pl.lit(1).alias("2021年")))


def test_what_a_heading_promises_its_cells_must_hold() -> None:
    with pytest.raises(InvalidTypeError, match="column '实际值': expected numbers for 'value', as its heading says"):
        panel.assess(pl.DataFrame({"实际值": ["≥5"], "target": [5.0]}))


def test_our_own_names_may_be_written_as_headings() -> None:
    spoken = OURS.with_columns(comparator=pl.Series([">", ">", "≤"]), doubts=pl.lit("prices"), places=pl.lit(0))
    spoken = spoken.with_columns(
        value=pl.col("target"), plan_period=pl.lit("2021/2025"), baseline_period=pl.lit("2020")
    )
    wanted = panel.assess(spoken).select("verdict", "decisive", "progress", "caveat_prices").rows()
    assert [row[:2] for row in wanted] == [("not_due", False), ("not_met", False), ("met", False)]
    written: tuple[Callable[[str], str], ...] = (str.upper, str.title, lambda name: name.replace("_", " ").capitalize())
    for write in written:
        renamed = spoken.rename({name: write(name) for name in spoken.columns})
        assert panel.assess(renamed).select("verdict", "decisive", "progress", "caveat_prices").rows() == wanted
    with pytest.raises(InvalidTypeError, match="column 'Stock': expected true or false for 'stock', as its heading"):
        panel.assess(OURS.with_columns(Stock=pl.lit("ACME")))
    with pytest.raises(InvalidValueError, match="columns 'Plan period' and 'Plan-period'"):
        panel.assess(OURS.with_columns(pl.lit("2021/2025").alias(name) for name in ("Plan period", "Plan-period")))


def test_words_for_columns_that_tables_of_plans_do_not_have() -> None:
    rows = OURS.with_columns(value=pl.col("target"), comparator=pl.Series([">", ">", "≤"]))
    rows = rows.with_columns(plan_period=pl.lit("2021/2025"), baseline_period=pl.lit("2020"))
    chinese = {**CHINESE, "comparator": "比较符", "plan_period": "规划期", "baseline_period": "基期年"}
    english = {**ENGLISH, "comparator": "Sign", "baseline_period": "base_year"}
    wanted = panel.assess(rows).to_dicts()
    assert [(row["verdict"], row["progress"]) for row in wanted] == [("not_due", 1.0), ("not_met", 1.0), ("met", 1.0)]
    for names in (chinese, english):
        for engine, told in on_every_engine(rows.rename(names), panel.assess):
            assert answers(told, names) == wanted, engine


def test_a_summary_reads_answers_that_were_written_in_another_case() -> None:
    told = pl.DataFrame({"Verdict": ["met", "not_met"], "Decisive": [True, True]})
    for engine, rows in on_every_engine(told, panel.summarise, dask=True):
        assert (rows[0]["not_met"], rows[0]["decisive"]) == (1, 2), engine


def test_a_plan_may_be_what_was_planned() -> None:
    frame = OURS.rename({"target": "Plan"}).with_columns(pl.col("Plan").cast(pl.Int64))
    with pytest.raises(UnknownIdError, match="has no 'target'"):
        panel.to_plans(frame)
    (plan,) = panel.to_plans(frame.with_columns(target=5.0).drop("baseline"), period="2021/2025")
    assert str(plan.title) == "panel"


def test_an_indicator_may_be_a_name_beside_its_id() -> None:
    frame = OURS.rename({"indicator": "Indicator"}).with_columns(ID=pl.col("row")).drop("baseline", "row")
    (plan,) = panel.to_plans(frame.filter(pl.col("period") == "2025"), period="2021/2025")
    assert [(indicator.id, str(indicator.name)) for indicator in plan.indicators] == [("1", "gdp"), ("2", "waste")]
