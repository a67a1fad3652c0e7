"""Sums and percentages that headings declare by listed words: they put rows right whose cells have moved."""

from __future__ import annotations

import pytest

from civicplan.model import Indicator, Threshold
from civicplan.zh.indicators.indicator_tables import read_indicator_tables
from civicplan.zh.layout.adding_up import Share, Sum
from civicplan.zh.layout.declared import declared, is_percent_done, is_total
from civicplan.zh.words.sum_words import PARTS_OF_YEAR, PERCENTS_DONE, TOTALS

DONE = (
    "“十四五”主要指标\n类别\t序号\t指标\t2020年\t2025年目标\t2025年实际完成\t完成率（%）\n"
    "绿化\t1\t绿地率（%）\t30\t50\t45\t90\n"
)
HALVES = (
    "2025年主要指标\n指标\t2024年\t2025年目标\t\t\t2025年实际完成\n\t\t全年\t上半年\t下半年\t\n"
    "新增就业（人）\t50\t60\t25\t35\t61\n"
)


def read(text: str, period: str = "2021/2025") -> tuple[dict[str, Indicator], list[tuple[str, str]]]:
    reading = read_indicator_tables(text, period=period)
    rows = {row.name.in_language("zh"): row for table in reading.value for row in table.indicators}
    return rows, [(said.code, said.message) for said in reading.diagnostics if said.code.startswith("cells-")]


def figures(row: Indicator) -> list[str]:
    baseline = [str(row.baseline.figure)] if row.baseline else []
    bounds = [str(target.bound) for target in row.targets if isinstance(target, Threshold)]
    return [*baseline, *bounds, *(str(one.figure) for one in row.observations)]


def test_a_total_is_the_sum_of_all_parts_of_its_year() -> None:
    for parts in PARTS_OF_YEAR:
        for form in ("{}", "{}目标", "2025年{}", "2025年 {}", "目标 {}"):
            headings = ["指标", *map(form.format, (*parts, "全年")), "备注"]
            expected = (Sum(total=len(parts) + 1, parts=tuple(range(1, len(parts) + 1))),)
            assert declared(headings) == expected, headings
            assert declared([*headings[:1], *headings[2:]]) == (), "one part is missing"


def test_parts_of_different_years_or_of_different_things_make_no_sum() -> None:
    for headings in (
        ("2024年 全年", "2025年 上半年", "2025年 下半年"),
        ("目标 全年", "完成 上半年", "完成 下半年"),
        ("合计", "城镇", "农村"),  # no heading stands above the three
        ("投资 合计", "投资 其中:工业", "投资 农业"),
        ("投资 合计", "投资 总计", "投资 工业", "投资 农业"),
        ("投资 合计", "投资 工业", "投资 增速(%)"),
        ("投资 全年", "投资 工业", "投资 农业"),
    ):
        assert declared(headings) == (), headings


def test_what_stands_under_one_heading_with_its_total_adds_up_to_it() -> None:
    for total in TOTALS:
        headings = ("指标", f"投资 {total}", "投资 工业", "投资 农业", "投资 占比", "投资 同比增长(%)", "备注")
        assert declared(headings) == (Sum(total=1, parts=(2, 3)),)


def test_a_percentage_is_that_of_the_part_that_is_named() -> None:
    share = (Share(part=2, whole=1, percent=3),)
    assert declared(("指标", "总数", "其中：女性", "占比（%）")) == share
    assert declared(("指标", "参保 合计", "参保 其中：女性", "参保 所占比重")) == share
    for headings in (
        ("总数", "女性", "占比"),
        ("总数", "其中:女性", "其中:老人", "占比"),
        ("参保 总数", "其中:女性", "占比"),
    ):
        assert declared(headings) == (), headings


def test_words_of_percentages_and_totals() -> None:
    assert all(is_percent_done(f"2025年{word}（%）") for word in PERCENTS_DONE)
    assert not any(map(is_percent_done, ("进度", "形象进度", "2025年", "完成率增幅", "")))
    assert all(map(is_total, ("合计", " 总 计 ", "全年")))
    assert not any(map(is_total, ("", "面积小计", "合计面积", "城镇合计")))


def test_the_printed_percentage_of_target_and_actual_puts_a_row_right() -> None:
    rows, said = read(f"{DONE}\t2\t森林覆盖率（%）\t40\t42\t41\t97.6\n3\t湿地保护率（%）\t80\t60\t75%")
    assert figures(rows["湿地保护率"]) == ["≥80", "60"]
    assert rows["湿地保护率"].notes is not None
    assert "60 is the printed 75% of 80" in rows["湿地保护率"].notes.in_language("en")
    assert [code for code, _ in said] == ["cells-moved"]
    assert figures(rows["森林覆盖率"]) == ["40", "≥42", "41"]  # it stands, whatever its percentage


@pytest.mark.parametrize("cells", ["80\t60\t70%", "0\t60\t75%", "80\t[60]\t75%"])
def test_where_no_percentage_closes_the_row_stays_text(cells: str) -> None:
    rows, said = read(f"{DONE}3\t湿地保护率（%）\t{cells}")
    assert "湿地保护率" not in rows
    assert [(code, "fit under the headings in 4 ways" in message) for code, message in said] == [
        ("cells-unplaced", True)
    ]


def test_of_a_percentage_that_has_another_name_nothing_is_known() -> None:
    rows, said = read(DONE.replace("完成率", "进展") + "3\t湿地保护率（%）\t80\t60\t75%")
    assert ("湿地保护率" in rows, [code for code, _ in said]) == (False, ["cells-unplaced"])


def test_the_parts_of_the_year_put_a_row_right_whose_total_is_read() -> None:
    rows, said = read(f"{HALVES}脱贫人数（人）\t40\t10\t30", "2025")
    assert figures(rows["新增就业"]) == ["50", "≥60", "61"]
    assert figures(rows["脱贫人数"]) == ["≥40"]
    assert [(code, "10 + 30 add up to 40" in message) for code, message in said] == [("cells-moved", True)]


def test_where_two_sums_close_both_are_said_and_none_is_read() -> None:
    rows, said = read(f"{HALVES}脱贫人数（人）\t10\t10\t0\t10", "2025")
    assert "脱贫人数" not in rows
    ((code, message),) = said
    assert code == "cells-unplaced"
    assert "the arithmetic holds in 2 ways" in message
    assert "10 | 10 | 0 | 10 |  or 脱贫人数（人） |  | 10 | 10 | 0 | 10" in message


def test_where_no_sum_closes_nothing_is_read() -> None:
    rows, said = read(f"{HALVES}脱贫人数（人）\t40\t15\t30", "2025")
    assert ("脱贫人数" in rows, [code for code, _ in said]) == (False, ["cells-unplaced"])


def test_the_total_under_a_heading_of_targets_is_the_target() -> None:
    for total in TOTALS:
        head = f"“十四五”主要指标\n指标\t2020年\t2025年目标\t\t\t备注\n\t\t{total}\t城镇\t农村\t\n"
        rows, said = read(
            f"{head}绿地面积（亩）\t5\t9\t6\t3\t\n脱贫人数（人）\t[9]\t[6]\t[3]\n湿地保有量（亩）\t9\t6\t3"
        )
        assert figures(rows["绿地面积"]) == ["5", "≥9"]
        assert figures(rows["湿地保有量"]) == ["≥9"]
        assert [code for code, _ in said] == ["cells-unplaced", "cells-moved"]


PARENTS = (
    "“十四五”主要指标\n序号\t指标\t\t2020年\t2023年实际\t2025年目标\n1\t绿地率（%）\t\t30\t35\t50\n2\t绿地面积（亩）\t"
)


def test_the_total_among_the_rows_of_an_indicator_decides_where_a_figure_stands() -> None:
    # Of two figures in three columns, 40 belongs to the 100 of 2020, and 60 to the 150 of 2025.
    park, road = "\t\t公园绿地面积\t60\t75\t90", "道路绿地面积\t40\t60"
    rest = "3\t森林覆盖率（%）\t\t1\t2\t3"
    rows, said = read(f"{PARENTS}合计\t100\t130\t150\n{park}\n{road}\n{rest}")
    assert figures(rows["道路绿地面积"]) == ["40", "≥60"]
    assert [(code, "60 + 40 add up to 100" in message) for code, message in said] == [("cells-moved", True)]
    assert figures(rows["森林覆盖率"]) == ["1", "≥3", "2"]
    # With 75 + 60 = 135 for 2023 as well, two ways close; with 140 for 2025, none does.
    for total, ways in (
        ("135\t150", "the arithmetic holds in 2 ways"),
        ("130\t140", "fit under the headings in 3 ways"),
    ):
        rows, said = read(f"{PARENTS}合计\t100\t{total}\n{park}\n{road}\n{rest}")
        assert "道路绿地面积" not in rows
        assert [(code, ways in message) for code, message in said] == [("cells-unplaced", True)]
    # No row is named as the total, or the only one of the rows is another indicator.
    rows, said = read(f"{PARENTS}街头绿地面积\t100\t130\t150\n{park}\n{road}\n{rest}")
    assert [code for code, _ in said] == ["cells-unplaced"]


def test_a_row_that_may_be_another_indicator_is_no_part_of_the_sum_above_it() -> None:
    head = "“十四五”主要指标\n指标\t指标\t单位\t2020年\t2025年目标\n学位\t合计\t万个\t10.0\t≥15\n"
    parts = "\t公办\t万个\t6.0\t≥9\n\t民办\t万个\t4.0\t≥6\n"
    # As whole numbers are rounded, 9 + 6 + 1.2 may be 15.
    for row in ("绿地\t增量\t亩\t1.2", "绿地增量\t亩\t1.2"):
        rows, said = read(f"{head}{parts}{row}")
        assert list(rows) == ["合计", "公办", "民办"], row
        assert [code for code, _ in said] == ["cells-unplaced"]


def test_a_moved_total_of_rows_is_put_where_they_add_up_to_it() -> None:
    rows, said = read(f"{PARENTS}公园绿地面积\t60\t70\t90\n\t\t道路绿地面积\t40\t50\t60\n合计\t100\t150")
    assert figures(rows["合计"]) == ["100", "≥150"]
    assert [(code, "90 + 60 add up to 150" in message) for code, message in said] == [("cells-moved", True)]
