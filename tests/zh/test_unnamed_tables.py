"""Tables with headings of years and without one that says where the names of indicators are."""

from __future__ import annotations

import pytest

import civicplan as cp

OTHER = "表2 人口目标\n指标\t2020年\t2025年\n常住人口城镇化率(%)\t58.1\t≥63"


def read(heading: str, *, years: str = "2020年\t2023年\t2025年") -> tuple[int, list[tuple[str, str]]]:
    """Return how many indicators a plan of two tables has, and what is said to be left out."""
    table = f"表1 产业目标\n序号\t{heading}\t{years}\n1\t旅游总收入（亿元）\t41.5\t52.8\t≥66"
    reading = cp.zh.read_plan(f"临湖市“十四五”规划\n\n第一章 目标\n\n{table}\n\n{OTHER}")
    said = [(said.place, said.code) for said in reading.diagnostics if said.left_out]
    return len(reading.value.indicators), said


def test_a_table_without_names_is_named_though_another_one_is_read() -> None:
    for heading in ("产业名称", "项目", "项目名称", "产业", "领域", "内容", "行业名称", "工程名称", "门类"):
        assert read(heading) == (1, [("line 6", "no-column-of-names")]), heading
    years = "2020年\t规划目标\t\n\t\t\t2023年\t2025年"
    assert read("产业", years=years) == (1, [("line 6", "no-column-of-names")])


def test_headings_that_are_surely_of_names_are_read() -> None:
    for heading in ("约束性指标", "预期性指标", "发展指标", "任务指标", "目标名称"):
        count, said = read(heading)
        assert (count, "no-column-of-names" in dict(said).values()) == (2, False), heading


def test_it_is_said_by_the_reader_of_tables_too_and_the_title_of_a_table_may_make_it_one() -> None:
    table = "序号\t项目\t2020年\t2025年\n1\t旅游总收入（亿元）\t41.5\t≥66"
    reading = cp.zh.read_indicator_tables(f"“十四五”产业目标\n{table}")
    assert (reading.value, [said.code for said in reading.diagnostics]) == ((), ["no-column-of-names"])
    reading = cp.zh.read_indicator_tables(f"“十四五”产业指标\n{table}")
    assert len(reading.value[0].indicators) == 1


@pytest.mark.parametrize("row", ["序号\t重点任务\t责任单位\t完成时限", "1\t2020\t2025", "项目\t建设内容\t2025年"])
def test_other_tables_are_not_spoken_of(row: str) -> None:
    reading = cp.zh.read_plan(f"临湖市“十四五”规划\n\n第一章 目标\n\n{row}\n1\t甲\t乙\t丙\n\n{OTHER}")
    assert [said.code for said in reading.diagnostics if said.left_out] == []
