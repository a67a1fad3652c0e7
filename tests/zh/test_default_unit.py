"""The unit that stands above a table: which rows take it, and which are read without."""

from __future__ import annotations

import pytest

import civicplan as cp
from civicplan.model.units import speaks_of_rate
from civicplan.zh.indicators.default_unit import unit_above, word_against
from civicplan.zh.locating.located import LocationStatus
from civicplan.zh.words import indicator_words

ROWS = "指标\t2020年\t2025年\n地区生产总值\t800\t≥1200\n税收占财政收入比重\t50\t≥60\n医院床位（张）\t80\t≥82\n"
TITLE = "专栏1 “十四五”主要指标"
CELLS = [line.split("\t") for line in ROWS.splitlines()]
HTML = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in CELLS)
MARKDOWN = "|---|---|---|\n" + "".join(f"| {' | '.join(row)} |\n" for row in CELLS)
#: One table, with the unit in each place where such tables have it.
LAYOUTS = {
    "a line": f"{TITLE}\n单位：亿元\n{ROWS}",
    "a line in brackets": f"{TITLE}\n（计量单位：亿元）\n\n{ROWS}",
    "behind the title": f"{TITLE}（单位：亿元）\n{ROWS}",
    "behind blanks": f"{TITLE}    单位: 亿元\n{ROWS}",
    "a cell alone": f"{TITLE}\n\t\t单位：亿元\n{ROWS}",
    "a row": f"| {TITLE} | | 单位：亿元 |\n{MARKDOWN}",
    "below the headings": f"{TITLE}\n" + ROWS.replace("\n", "\n单位：亿元\t\t\n", 1),
    "a page": f"<p>{TITLE}</p><p>单位：亿元</p><table>{HTML}</table>",
    "a row of a page": f"<p>{TITLE}</p><table><tr><td colspan=3>单位：亿元</td></tr>{HTML}</table>",
}


def plan_of(text: str) -> tuple[cp.Plan, list[str]]:
    reading = cp.zh.read_indicator_tables(text)
    (table,) = reading.value
    return table.to_plan(id="sample"), [said.code for said in reading.diagnostics if said.left_out]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_rows_without_a_unit_take_the_one_above_unless_their_name_speaks_of_a_share(layout: str) -> None:
    plan, left_out = plan_of(LAYOUTS[layout])
    assert plan.title is not None
    assert "“十四五”主要指标" in str(plan.title)
    assert [indicator.unit for indicator in plan] == ["亿元", None, "张"]
    assert left_out == ["unit-in-doubt"]


def test_the_note_names_the_line() -> None:
    plan, _ = plan_of(LAYOUTS["a line"])
    notes = plan["地区生产总值"].notes
    assert notes is not None
    assert "The unit is that of line 2: 单位：亿元." in notes.in_language("en")
    assert "第2行" in notes.in_language("zh")


def test_a_unit_of_the_heading_or_of_the_cells_wins() -> None:
    for rows in (
        "指标\t2020年（万元）\t2025年（万元）\n地区生产总值\t800\t≥1200\n财政收入\t8\t≥9",
        "指标\t单位\t2020年\t2025年\n地区生产总值\t万元\t800\t≥1200\n财政收入\t万元\t8\t≥9",
    ):
        plan, left_out = plan_of(f"{TITLE}\n单位：亿元\n{rows}\n")
        assert ({indicator.unit for indicator in plan}, left_out) == ({"万元"}, []), rows
    plan, left_out = plan_of(f"{TITLE}\n单位：亿元\n指标\t2020年\t2025年\n升学率\t80%\t≥82%\n城镇化率\t8%\t≥9%")
    assert ({indicator.unit for indicator in plan}, left_out) == ({"%"}, [])


def test_several_units_and_what_is_no_unit_are_said_of_each_row() -> None:
    several, unknown = "several-units", "unknown-unit"
    for printed, code in (("亿元、%", several), ("亿元，万人", several), ("亿元/%", several), ("市统计局", unknown)):
        plan, left_out = plan_of(f"{TITLE}\n单位：{printed}\n{ROWS}")
        assert [indicator.unit for indicator in plan] == [None, None, "张"], printed
        assert left_out == [code] * 2, printed


def test_a_unit_further_up_is_of_another_table() -> None:
    plan, left_out = plan_of(f"单位：亿元\n第二章 目标\n{TITLE}\n{ROWS}")
    assert ([indicator.unit for indicator in plan], left_out) == ([None, None, "张"], [])


def test_a_unit_between_rows_holds_for_those_below() -> None:
    rows = ROWS.replace("税收占财政收入比重", "财政收入").replace("医院床位（张）", "就业人数")
    plan, left_out = plan_of(f"{TITLE}\n单位：亿元\n" + rows.replace("就业", "单位：万人\t\t\n就业"))
    assert ([indicator.unit for indicator in plan], left_out) == (["亿元", "亿元", "万人"], [])


def test_a_growth_is_in_percent_whatever_stands_above() -> None:
    rows = "指标\t2020年\t2025年\t年均增长（%）\n财政收入\t80\t≥120\t8\n外贸增速\t5\t\t≥6\n"
    plan, left_out = plan_of(f"{TITLE}\n单位：亿元\n{rows}")
    assert ([indicator.unit for indicator in plan], left_out) == (["亿元", None], [])


def test_a_fall_may_be_in_the_unit_above_so_that_its_figure_is_left_out() -> None:
    rows = "指标\t2020年\t2025年\n化学需氧量排放减少\t[8]\t[10]\n煤炭用量\t80\t≤60\n"
    plan, left_out = plan_of(f"{TITLE}\n单位：万吨\n{rows}")
    assert ([indicator.unit for indicator in plan], plan.indicators[0].targets) == ([None, "万吨"], ())
    assert left_out == ["unit-in-doubt", "unclear-reduction", "unclear-reduction"]


def test_which_names_a_unit_may_be_of() -> None:
    for unit, name, word in (
        ("亿元", "地区生产总值", None),
        ("元", "居民人均可支配收入", None),
        ("万元", "居民人均可支配收入", "人均"),
        ("亿元", "常住人口", "人口"),
        ("亿元", "高新技术企业", "企业"),
        ("亿元", "发明专利", "专利"),
        ("亿元", "全社会用电", "用电"),
        ("亿元", "文化产业", None),
        ("万人", "财政收入", "收入"),
        ("万人", "常住人口", None),
        ("亿元", "城镇化率", "率"),
        ("%", "城镇化率", None),
        ("%", "地区生产总值", "no word for a share"),
        ("亿元", "单位GDP能耗", "单位GDP"),
        ("家", "每万人企业数", "每"),
    ):
        assert word_against(unit, name, None) == word, (unit, name)


def test_no_name_of_a_rate_on_the_lists_takes_a_unit_of_money() -> None:
    names = (*indicator_words.HIGHER, *indicator_words.LOWER, *(f"服务业{word}" for word in indicator_words.SHARES))
    taking = [name for name in names if speaks_of_rate(name) and word_against("亿元", name, None) is None]
    assert all("人均" in name for name in taking), taking


def test_a_text_without_the_words_names_no_unit() -> None:
    for text in ("", "责任单位：文化局、财政局牵头", "单位GDP能耗：降低", "单位：", "指标（单位）"):
        assert unit_above(text, 1) is None, text


def test_locate_tells_another_unit_than_the_one_above() -> None:
    text = LAYOUTS["a line"]
    for unit, status in (("亿元", LocationStatus.PRINTED), ("万元", LocationStatus.OTHER_UNIT)):
        indicator = cp.Indicator(id="gdp", name="地区生产总值", unit=unit, targets=("≥1200",))
        plan = cp.Plan(id="typed", title="十四五", period="2021/2025", indicators=(indicator,))
        assert [one.status for one in cp.zh.locate(plan, text)] == [status], unit
