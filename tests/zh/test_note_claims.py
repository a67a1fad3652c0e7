"""What notes say of indicators by name, by nature and by exception; and what of it is not read, which is said."""

from __future__ import annotations

import pytest
from attrs import evolve

import civicplan as cp
from civicplan.model import CountClaim, Nature, Verdict, VerdictClaim
from civicplan.reading import Diagnostic
from civicplan.zh.indicators.indicator_tables import IndicatorTable, read_indicator_tables

TABLE = """青山市“十三五”规划主要指标完成情况

序号\t指标\t2015年\t2020年目标\t2020年实际\t属性
1\t地区生产总值（亿元）\t1000\t1500\t1400\t预期性
2\t森林覆盖率（%）\t40\t42\t42.5\t约束性
3\t单位GDP能耗降低（%）\t—\t[15]\t[14]\t约束性
4\t人均预期寿命（岁）\t76\t77\t77.5\t预期性
"""
GDP, FOREST, ENERGY, LIFE = "地区生产总值", "森林覆盖率", "单位gdp能耗降低", "人均预期寿命"
ABOUT_NOTES = ("note-not-read", "unknown-subject", "unclear-subject", "names-and-count")


def read(note: str, table: str = TABLE) -> tuple[IndicatorTable, list[Diagnostic]]:
    """The table with a note under it, and what is to be known of the note."""
    reading = read_indicator_tables(table + note)
    return reading.value[0], [said for said in reading.diagnostics if said.code in ABOUT_NOTES]


def said_of(note: str) -> list[tuple[tuple[str, ...], Verdict, bool]]:
    """The claims of named rows that a note makes; it is read without anything to know."""
    table, noticed = read(note)
    assert noticed == [], note
    claims = [claim for claim in table.claims if isinstance(claim, VerdictClaim)]
    return [(claim.subjects, claim.verdict, claim.exhaustive) for claim in claims]


def counts_in(note: str) -> list[tuple[int, Nature | None, Verdict | None]]:
    claims = [claim for claim in read(note)[0].claims if isinstance(claim, CountClaim)]
    return [(claim.count, claim.nature, claim.verdict) for claim in claims]


def test_a_name_and_a_verdict_are_a_claim() -> None:
    for note, subjects, verdict in (
        ("说明：地区生产总值未完成目标。", (GDP,), Verdict.NOT_MET),
        ("说明：地区生产总值没有达到预期。", (GDP,), Verdict.NOT_MET),
        ("说明：森林覆盖率、人均预期寿命均超额完成。", (FOREST, LIFE), Verdict.MET),
        ("注：1.森林覆盖率和人均预期寿命均已完成；2.[ ]内为五年累计数。", (FOREST, LIFE), Verdict.MET),
        ("说明：森林覆盖率、人均预期寿命2项指标已提前完成目标。", (FOREST, LIFE), Verdict.MET),
        ("註：地區生產總值、單位GDP能耗降低未達到規劃目標。", (GDP, ENERGY), Verdict.NOT_MET),
    ):
        assert said_of(note) == [(subjects, verdict, False)], note


def test_all_but_some_says_that_those_were_not_met_and_is_complete() -> None:
    for note in (
        "说明：除地区生产总值、单位GDP能耗降低外，其余指标均已完成。",
        "注：除地区生产总值和单位GDP能耗降低以外，其他各项指标全部完成。",
        "注：1.[ ]内为五年累计数。2.除地区生产总值、单位GDP能耗降低等2项指标外，其余指标均达到目标。",
        "註：除地區生產總值、單位GDP能耗降低外，其餘指標均已完成。",
    ):
        assert said_of(note) == [((GDP, ENERGY), Verdict.NOT_MET, True)], note
    ((_, _, is_complete),) = said_of("说明：除地区生产总值等外，其余指标均已完成。")
    assert not is_complete


def test_a_verdict_on_all_of_a_nature_is_one_on_the_rows_that_have_it() -> None:
    assert said_of("注：约束性指标全部完成。") == [((FOREST, ENERGY), Verdict.MET, False)]
    assert said_of("注：全市4项指标中，约束性指标均已完成。") == [((FOREST, ENERGY), Verdict.MET, False)]
    (finding,) = cp.audit(read("注：约束性指标全部完成。")[0].to_plan(id="x"))
    assert ENERGY in str(finding)
    without = TABLE.replace("\t属性", "").replace("\t预期性", "").replace("\t约束性", "")
    table, noticed = read("注：约束性指标全部完成。", without)
    assert (table.claims, [said.code for said in noticed]) == ((), ["note-not-read"])


def test_a_count_behind_its_nature_has_its_verdict() -> None:
    for note, verdict in (
        ("说明：约束性指标2项全面完成。", Verdict.MET),
        ("说明：约束性指标共2项，均已完成。", None),
        ("说明：约束性指标2项未完成。", Verdict.NOT_MET),
    ):
        assert counts_in(note) == [(2, Nature.BINDING, verdict)], note


def test_counts_of_some_are_of_the_sort_that_was_counted() -> None:
    for note in (
        "说明：4项指标中3项达到目标，1项（地区生产总值）未达到目标。",
        "经评估，4项指标中3项达到目标，1项（地区生产总值）未达到目标。",
        "註：4項指標中，3項達到目標，1項（地區生產總值）未達到目標。",
    ):
        assert counts_in(note) == [(3, None, Verdict.MET), (1, None, Verdict.NOT_MET)], note
        assert said_of(note) == [((GDP,), Verdict.NOT_MET, True)], note


def test_what_is_not_read_of_a_verdict_is_said() -> None:
    for note in (
        "说明：多数指标超额完成。",
        "说明：5项指标未全部完成。",
        "说明：生态类3项指标全部完成。",
        "说明：生态类5项指标中，3项达到目标。",
        "说明：除地区生产总值外，其余约束性指标均已完成。",
        "说明：除地区生产总值外，其余指标均达到时序进度。",
        "说明：地区生产总值完成年度目标。",
        "说明：地区生产总值完成目标的98%。",
        "说明：财政收入未完成目标。",
        "说明：约束性指标共2项，均已完成。",
        "说明：截至2018年，地区生产总值未达到目标。",
        "说明：若扣除价格因素，地区生产总值已达到目标。",
        "说明：3项指标超额完成。",
        "说明：2018年，4项指标全部完成。",
    ):
        table, noticed = read(note)
        assert [claim for claim in table.claims if getattr(claim, "verdict", None)] == [], note
        assert [said.code for said in noticed] == ["note-not-read"], note
        assert noticed[0].left_out
        assert noticed[0].place == "line 8"


def test_the_last_year_of_the_plan_is_the_time_of_a_verdict() -> None:
    assert said_of("说明：截至2020年底，地区生产总值未达到目标。") == [((GDP,), Verdict.NOT_MET, False)]


def test_other_notes_say_nothing_of_verdicts() -> None:
    for note in (
        "注：[ ]内为五年累计数。",
        "注：地区生产总值年均增长8.0%，按可比价计算。",
        "注：2020年数据为初步核算数。",
        "注：固定资产投资完成30亿元。",
    ):
        table, noticed = read(note)
        assert (table.claims, noticed) == ((), []), note


def test_a_name_of_no_row_says_which_claim_to_complete_and_what_is_lost() -> None:
    table, (said,) = read("说明：地区生产总值、财政总收入等2项指标未完成。")
    for words in ("财政总收入", "地区生产总值 is not met", "takes no row that the note leaves out for met"):
        assert words in said.message
    assert "attrs.evolve(claim, exhaustive=True)" in said.message
    (claim,) = [claim for claim in table.claims if isinstance(claim, VerdictClaim)]
    assert evolve(claim, exhaustive=True).subjects == (GDP,)


@pytest.mark.parametrize("verdict", ["完成", "未完成"])
def test_a_long_note_is_read_in_a_line_of_time(verdict: str) -> None:
    read("说明：" + f"、{verdict}（" * 2000)
