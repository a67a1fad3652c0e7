"""Figures of a plan in its document: printed, under another heading, in another unit, nowhere, or nobody can tell."""

from __future__ import annotations

from decimal import Decimal
from time import perf_counter
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.errors import InvalidTypeError
from civicplan.zh.locating.located import Located, Locations, LocationStatus
from civicplan.zh.locating.locating import locate
from tests.zh.seeds import seed_text

TABLE = """临江市“十四五”规划主要指标
指标名称\t2020年\t2025年\t年均增速\t属性
１. 森林 覆盖率（％）☆\t41.2\t≥45.0\t—\t约束性
城镇新增就业（万人）\t[12.6]\t[15]\t—\t预期性
地区生产总值（亿元）\t1530.5\t2200\t7.5%\t预期性
互联网用户（万户）\t88\t88\t—\t预期性
"""
TEXT = """全市送戏下乡100场、送书下乡6万册。
新建书屋12家，新建驿站12座。
十二项约束性指标全部完成，其中3项超额完成。
"""


def plan_of(*indicators: cp.Indicator, **parts: Any) -> cp.Plan:
    return cp.Plan(id="p", title="A plan", period="2021/2025", indicators=indicators, **parts)


def forest(**fields: Any) -> cp.Indicator:
    return evolve(cp.Indicator(id="forest", name="森林覆盖率", unit="%"), **fields)


def status(indicator: cp.Indicator, text: str = TABLE, place: int = -1) -> Located:
    found = locate(plan_of(indicator), text)
    assert place >= 0 or len(found) == 1
    return found[place]


def test_a_figure_in_its_row_and_column_is_printed_with_line_and_column() -> None:
    found = status(forest(targets=("≥45.0",)))
    assert found.status is LocationStatus.PRINTED
    place = found.places[0]
    line = TABLE.splitlines()[place.line - 1]
    assert (place.line, place.heading) == (3, "2025年")
    assert place.column is not None
    assert line[place.column - 1 :].startswith("45.0")
    assert found.path == "$.indicators[0].targets[0].bound"


def test_digits_are_compared_as_they_are_printed() -> None:
    found = status(forest(targets=("≥45",)))
    assert found.status is LocationStatus.NOT_PRINTED
    assert "prints ≥45.0" in found.message


def test_a_figure_of_another_year_is_printed_in_another_column() -> None:
    found = status(forest(targets=("≥41.2",)))
    assert found.status is LocationStatus.OTHER_PLACE
    assert "“2020年”" in found.message
    assert status(forest(baseline=("2020", "45.0"))).status is LocationStatus.OTHER_PLACE
    assert status(forest(baseline=("2020", "41.2"))).status is LocationStatus.PRINTED
    assert status(forest(observations={"2019": "41.2"})).status is LocationStatus.OTHER_PLACE


def test_a_figure_of_another_row_is_printed_in_another_place() -> None:
    found = status(forest(targets=("≥2200",)))
    assert found.status is LocationStatus.OTHER_PLACE
    assert (found.places[0].line, found.places[0].text) == (5, "2200")


def test_measures_are_told_apart_by_headings_and_brackets() -> None:
    gdp = cp.Indicator(id="gdp", name="地区生产总值", unit="亿元")
    growth = cp.Threshold(bound="≥7.5", measure="growth")
    assert status(evolve(gdp, targets=(growth,))).status is LocationStatus.PRINTED
    assert status(evolve(gdp, targets=("≥7.5",))).status is LocationStatus.OTHER_PLACE
    level = cp.Threshold(bound="≥2200", measure="growth")
    assert status(evolve(gdp, targets=(level,))).status is LocationStatus.OTHER_PLACE
    jobs = cp.Indicator(id="jobs", name="城镇新增就业", unit="万人", measure="total", targets=("≥15",))
    assert status(jobs).status is LocationStatus.PRINTED


def test_the_unit_is_that_of_the_row_or_another_one() -> None:
    gdp = cp.Indicator(id="gdp", name="地区生产总值", unit="亿元", targets=("≥2200",))
    assert status(gdp).status is LocationStatus.PRINTED
    other = status(evolve(gdp, unit="万元"))
    assert other.status is LocationStatus.OTHER_UNIT
    assert "prints 2200 in the unit “亿元”" in other.message
    converted = status(evolve(gdp, unit="万元", targets=("≥22000000",)))
    assert converted.status is LocationStatus.OTHER_UNIT
    assert status(evolve(gdp, unit="万元", targets=("≥2200000",))).status is LocationStatus.NOT_PRINTED
    assert status(evolve(gdp, unit=None)).status is LocationStatus.PRINTED


def test_a_figure_in_brackets_below_rates_is_in_the_unit_of_its_row() -> None:
    table = "“十四五”规划主要指标\n指标\t单位\t2020年\t2025年\t年均增长（%）\n人均预期寿命\t岁\t76.4\t77.9\t[1.5]\n"
    life = cp.zh.read_plan(table).value["人均预期寿命"]
    assert [found.status for found in locate(plan_of(life), table)] == [LocationStatus.PRINTED] * 3


def test_a_name_that_stands_nowhere_leaves_the_digits_without_a_place() -> None:
    unknown = cp.Indicator(id="x", name="湿地保护率", unit="%")
    assert status(evolve(unknown, targets=("≥45.0",))).status is LocationStatus.OTHER_PLACE
    assert status(evolve(unknown, targets=("≥88",))).status is LocationStatus.AMBIGUOUS
    assert status(evolve(unknown, targets=("≥33",))).status is LocationStatus.NOT_PRINTED


def test_columns_without_a_meaning_cannot_be_told_apart() -> None:
    text = "指标名称\t甲\t乙\n森林覆盖率\t45.0\t45.0\n"
    assert status(forest(targets=("≥45.0",)), text).status is LocationStatus.AMBIGUOUS
    once = text.replace("45.0\n", "46.0\n")
    assert status(forest(targets=("≥45.0",)), once).status is LocationStatus.PRINTED


def test_amounts_of_tasks_are_found_beside_their_subjects() -> None:
    amounts = {
        "送戏下乡": ("100", "场", LocationStatus.PRINTED),
        "送书下乡": ("6E+4", "册", LocationStatus.PRINTED),
        "新建书屋": ("12", "家", LocationStatus.PRINTED),
        "新建驿站": ("12", "家", LocationStatus.OTHER_UNIT),
        "新建步道": ("12", "条", LocationStatus.AMBIGUOUS),
        "送电影": ("100", "场", LocationStatus.OTHER_PLACE),
        "送报": ("7", "份", LocationStatus.NOT_PRINTED),
    }
    promised = tuple(
        cp.Deliverable(subject=subject, planned=f"≥{figure}", unit=unit)
        for subject, (figure, unit, _) in amounts.items()
    )
    found = locate(plan_of(tasks=(cp.Task(id="t", title="文化惠民", deliverables=promised),)), TEXT)
    assert [located.status for located in found] == [expected for _, _, expected in amounts.values()]
    assert found[0].places[0].column == TEXT.index("100") + 1


def test_the_same_amount_in_other_digits_is_one_in_another_unit() -> None:
    promised = cp.Deliverable(subject="送书下乡", planned="≥60000", unit="册")
    (found,) = locate(plan_of(tasks=(cp.Task(id="t", title="文化惠民", deliverables=(promised,)),)), TEXT)
    assert found.status is LocationStatus.OTHER_UNIT
    assert "in the unit “万册”" in found.message


def test_claims_are_found_by_their_words_and_their_line() -> None:
    claims = (cp.CountClaim(count=12, source=cp.Source(document="d", line=3)), cp.CountClaim(count=3))
    found = locate(plan_of(claims=claims), TEXT)
    assert [located.status for located in found] == [LocationStatus.PRINTED, LocationStatus.PRINTED]
    assert [located.places[0].line for located in found] == [3, 3]
    (unsourced,) = locate(plan_of(claims=(cp.CountClaim(count=12),)), TEXT)
    assert unsourced.status is LocationStatus.AMBIGUOUS


def test_reports_are_found_in_the_row_of_their_task() -> None:
    report = cp.ProgressReport(period="2024-Q2", percent="55", delivered=(cp.Delivered(subject="书", figure="3254"),))
    task = cp.Task(id="t", title="送书下乡", reports=(report,))
    text = "具体分解\t当前工作进度\t形象进度\n送书下乡\t送出书籍3254册\t55%\n送戏下乡\t已演55场\t60%\n"
    assert [located.status for located in locate(plan_of(tasks=(task,)), text)] == [LocationStatus.PRINTED] * 2


def test_a_year_before_the_plan_of_a_table_is_that_of_no_target() -> None:
    text = "“十四五”规划主要指标\n\n指标名称\t2020年\t2025年\n森林覆盖率(%)\t41.2\t45.0\n"
    earlier = cp.Plan(id="p", title="p", period="2016/2020", indicators=(forest(targets=("≥41.2",)),))
    assert [located.status for located in locate(earlier, text)] == [LocationStatus.OTHER_PLACE]
    reached = forest(observations={"2025": "45.0"})
    assert status(reached, text).status is LocationStatus.OTHER_PLACE
    assert status(forest(targets=("≥45.0",), baseline=("2020", "41.2")), text, 0).status is LocationStatus.PRINTED


def test_rows_of_one_name_are_told_apart_by_what_they_are_parts_of() -> None:
    text = "指标名称\t\t2025年\n收入\t城镇\t5.1\n\t农村\t2.9\n支出\t城镇\t3.3\n\t农村\t1.8\n"
    part = cp.Indicator(id="x", name="农村", group="支出", targets=("≥2.9",))
    assert status(part, text).status is LocationStatus.OTHER_PLACE
    assert status(evolve(part, targets=("≥1.8",)), text).places[0].line == 5
    assert status(evolve(part, group="收入"), text).status is LocationStatus.PRINTED


def test_another_year_in_the_sentence_is_another_figure() -> None:
    text = "森林覆盖率2019年为41.2%，2020年达到41.9%。"
    assert status(forest(baseline=("2020", "41.9")), text).status is LocationStatus.PRINTED
    assert status(forest(baseline=("2020", "41.2")), text).status is LocationStatus.OTHER_PLACE


def test_years_quarters_and_units_of_another_kind_are_no_percentages() -> None:
    report = cp.ProgressReport(period="2024-Q2", percent="2")
    task = cp.Task(id="t", title="送书下乡", reports=(report,))
    text = "具体分解\t季度\t当前工作进度\t形象进度\n送书下乡\t2\t完成2场\t55%\n"
    assert [located.status for located in locate(plan_of(tasks=(task,)), text)] == [LocationStatus.OTHER_PLACE]
    bare = text.replace("完成2场", "推进中").replace("55%", "2")
    assert [located.status for located in locate(plan_of(tasks=(task,)), bare)] == [LocationStatus.PRINTED]
    none = bare.replace("\t2\n", "\t3\n")
    assert [located.status for located in locate(plan_of(tasks=(task,)), none)] == [LocationStatus.OTHER_PLACE]
    price = cp.Indicator(id="price", name="水价", unit="元", targets=("≤3",))
    assert status(price, "指标名称\t2025年\n水价(元/吨)\t3\n").status is LocationStatus.OTHER_UNIT


def test_columns_lead_back_to_the_text_as_it_was_given() -> None:
    text = "指标名称\t２０２５年\n森林(lín)覆盖率（％）\t４５．０\n"
    found = status(forest(targets=("≥45.0",)), text)
    assert (found.status, found.places[0].line) == (LocationStatus.PRINTED, 2)
    assert found.places[0].column == text.split("\n")[1].index("４") + 1


def test_what_a_report_gives_is_not_taken_from_the_title_of_its_task_or_from_other_amounts() -> None:
    text = "具体分解\t当前工作进度\t形象进度\n送戏下乡100场\t排练15场，演出60场，占75%\t55%\n"

    def reported(figure: str, percent: str) -> list[LocationStatus]:
        done = cp.Delivered(subject="送戏下乡", figure=figure, unit="场")
        report = cp.ProgressReport(period="2024-Q2", percent=percent, delivered=(done,))
        task = cp.Task(id="t", title="送戏下乡100场", reports=(report,))
        return [located.status for located in locate(plan_of(tasks=(task,)), text)]

    assert reported("60", "55") == [LocationStatus.PRINTED, LocationStatus.AMBIGUOUS]
    assert reported("100", "75") == [LocationStatus.OTHER_PLACE, LocationStatus.NOT_PRINTED]


def test_what_is_reported_may_be_counted_in_another_word_of_the_same() -> None:
    text = "具体分解\t当前工作进度\n新建书房5个\t4家书房已经建成，演出4次\n"
    for unit, expected in (("个", LocationStatus.PRINTED), ("册", LocationStatus.OTHER_UNIT)):
        report = cp.ProgressReport(period="2024", delivered=(cp.Delivered(subject="新建书房", figure="4", unit=unit),))
        task = cp.Task(id="t", title="新建书房5个", reports=(report,))
        assert [located.status for located in locate(plan_of(tasks=(task,)), text)] == [expected]


def test_an_amount_stands_within_the_words_for_what_it_counts() -> None:
    promised = cp.Deliverable(subject="选择代表性企业", planned="2..3", unit="家")
    plan = plan_of(tasks=(cp.Task(id="t", title="试点", deliverables=(promised,)),))
    found = locate(plan, "选择2—3家代表性企业，培训12家企业。")
    assert [located.status for located in found] == [LocationStatus.PRINTED] * 2


def test_figures_over_the_plan_before_are_none_of_this_plan() -> None:
    text = (
        "“十三五”规划主要指标\n\n指标名称\t2015年\t规划目标\t\t完成情况\t\n"
        "\t\t2020年\t年均增速[累计]\t2020年\t年均增速[累计]\n城镇新增就业(万人)\t[7.1]\t—\t[8]\t—\t[8.46]\n"
    )
    before = ("2011/2015", "7.1")
    jobs = cp.Indicator(id="jobs", name="城镇新增就业", unit="万人", measure="total", baseline=before)
    assert status(jobs, text).status is LocationStatus.PRINTED
    assert status(evolve(jobs, baseline=("2011/2015", "8.46")), text).status is LocationStatus.OTHER_PLACE
    assert (
        status(evolve(jobs, baseline=None, observations={"2016/2020": "8.46"}), text).status is LocationStatus.PRINTED
    )


def test_a_mark_behind_a_figure_may_date_it_otherwise_than_its_column() -> None:
    text = "指标名称\t2020年\t2025年\n森林覆盖率(%)\t41.2*\t45.0\n注：带*的为2019年数据。"
    assert status(forest(baseline=("2019", "41.2")), text).status is LocationStatus.PRINTED
    assert status(forest(baseline=("2019", "45.0")), text).status is LocationStatus.OTHER_PLACE


def test_a_number_that_stands_everywhere_is_looked_for_in_time() -> None:
    indicators = tuple(cp.Indicator(id=f"i{row}", name=f"指标{row}甲", targets=("≥7",)) for row in range(200))
    text = "\n".join(["今年完成7项，明年完成7项。"] * 4_000)
    started = perf_counter()
    found = locate(plan_of(*indicators), text)
    assert perf_counter() - started < 20
    assert found.counts == {LocationStatus.AMBIGUOUS: 200}
    assert "1000 or more places" in found[0].message


def test_results_show_themselves_as_a_table() -> None:
    found = locate(plan_of(forest(targets=("≥45.0", "≥99"), baseline=("2020", "41.2"))), TABLE)
    assert found.counts == {LocationStatus.PRINTED: 2, LocationStatus.NOT_PRINTED: 1}
    assert [located.path for located in found.doubtful] == ["$.indicators[0].targets[1].bound"]
    assert isinstance(found.doubtful, Locations)
    assert found.to_rows()[0]["line"] == 3
    assert list(found.to_frame("polars")["status"]) == ["printed", "not_printed", "printed"]
    assert "<table" in found._repr_html_()
    assert str(found).count("\n") == 2


def test_what_is_no_plan_is_refused() -> None:
    with pytest.raises(InvalidTypeError, match="a Plan"):
        locate("plan", TABLE)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["zhuzhou-13fyp", "zhuzhou-14fyp"])
def test_every_figure_of_the_built_in_plans_is_printed_in_its_document(name: str) -> None:
    text = seed_text("004")
    plan = cp.datasets.load(name)
    assert locate(plan, text).counts == {LocationStatus.PRINTED: len(locate(plan, text))}
    wrong = tuple(
        evolve(one, baseline=evolve(one.baseline, figure=one.baseline.number.value + Decimal("0.001")))
        for one in plan.indicators
        if one.baseline is not None
    )
    figures = locate(cp.Plan(id="p", title="A plan", period=plan.period, indicators=tuple(map(_alone, wrong))), text)
    assert figures.counts == {LocationStatus.NOT_PRINTED: len(wrong)}


def _alone(indicator: cp.Indicator) -> cp.Indicator:
    return evolve(indicator, targets=(), observations=())


DIGITS = st.decimals(min_value=0, max_value=9999, places=1).map(str)


@given(st.lists(DIGITS, min_size=2, max_size=2, unique=True), st.integers(0, 5))
def test_a_figure_is_printed_exactly_where_its_cell_holds_it(digits: list[str], rows: int) -> None:
    others = "".join(f"指标{'甲乙丙丁戊'[row]}\t1\t2\n" for row in range(rows))
    text = f"指标名称\t2020年\t2025年\n{others}森林覆盖率\t{digits[0]}\t{digits[1]}\n"
    (right, swapped) = locate(plan_of(forest(targets=(f"≥{digits[1]}", f"≥{digits[0]}"))), text)
    assert (right.status, right.places[0].line) == (LocationStatus.PRINTED, rows + 2)
    assert swapped.status is LocationStatus.OTHER_PLACE


@given(st.text(st.sampled_from("森林覆盖率45.0\t\n|年2025指标名称[]（%）万千"), max_size=200))
def test_any_text_at_all_locates_every_figure(text: str) -> None:
    plan = plan_of(forest(targets=("≥45.0", "6.0..6.5"), baseline=("2020", "45")))
    assert [located.path for located in locate(plan, text)] == [
        "$.indicators[0].targets[0].bound",
        "$.indicators[0].targets[1].bound",
        "$.indicators[0].targets[1].bound.second",
        "$.indicators[0].baseline.figure",
    ]
