"""Rows that are named by their growth: of one year, or of each year of the plan on average."""

from __future__ import annotations

import civicplan as cp
from civicplan.model import Indicator, Threshold
from civicplan.zh.indicators.indicator_tables import read_indicator_tables

TITLE = "江城“十四五”规划主要指标\n\n"


def row(name: str, *columns: tuple[str, str]) -> tuple[Indicator, list[str]]:
    """A row with one cell under each heading, and the cells of which nothing says whether they are of one year."""
    headings, cells = zip(*columns, strict=True)
    # A second row keeps the table one.
    rows = (("指标", *headings), (name, *cells), ("绿化率（%）", *("—" for _ in cells)))
    reading = read_indicator_tables(TITLE + "\n".join(map("\t".join, rows)))
    (table,) = reading.value
    return table.indicators[0], [said.text for said in reading.diagnostics if said.code == "year-or-plan"]


def parts(indicator: Indicator) -> tuple[list[str], list[tuple[str, str]]]:
    """The targets of a row, and its actuals with the periods that they are of."""
    targets = [str(target.bound) for target in indicator.targets if isinstance(target, Threshold)]
    return targets, [(str(one.period), str(one.figure)) for one in indicator.observations]


def test_growth_under_the_plan_is_of_each_year_on_average_for_targets_and_actuals_alike() -> None:
    for name in ("地区生产总值年均增长率（%）", "地区生产总值增速（%）"):
        indicator, unclear = row(name, ("“十四五”规划目标", "6.5"), ("“十四五”完成情况", "6.1"))
        assert parts(indicator) == (["≥6.5"], [("2021/2025", "6.1")]), name
        assert unclear == []
        plan = cp.Plan(id="p", title="p", period="2021/2025", indicators=(indicator,))
        assert str(cp.assess(plan, as_of="2025")[indicator.id].verdict) == "not_met"


def test_growth_under_the_last_year_of_the_plan_is_left_out_for_targets_and_actuals_alike() -> None:
    for name in ("地区生产总值年均增长率（%）", "地区生产总值增速（%）"):
        indicator, unclear = row(name, ("2025年目标", "6.5"), ("2025年实际", "6.1"))
        assert parts(indicator) == ([], []), name
        assert unclear == ["6.5", "6.1"]


def test_an_average_under_one_year_is_left_out() -> None:
    indicator, unclear = row("地区生产总值年均增长（%）", ("2020年", "6.2"), ("2023年实际", "6.1"), ("2025年目标", "7"))
    assert (indicator.baseline, parts(indicator)) == (None, ([], []))
    assert unclear == ["6.2", "6.1", "7"]


def test_growth_under_another_year_is_of_that_year() -> None:
    indicator, unclear = row("地区生产总值增速（%）", ("2020年", "6.2"), ("2023年实际", "6.1"))
    assert indicator.baseline is not None
    assert (str(indicator.baseline.period), parts(indicator)[1]) == ("2020", [("2023", "6.1")])
    assert unclear == []
