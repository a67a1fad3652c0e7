"""The notes under tables of indicators: what marks mean, and what is claimed of the rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.model import Claim, CountClaim, Indicator, Nature, Verdict, VerdictClaim
from civicplan.reading import Diagnostic
from civicplan.values import Source
from civicplan.zh.document import TextCell
from civicplan.zh.indicators.claims import Explained, claims_in, explained_in

ROWS = (
    Indicator(id="gdp", name="地区生产总值"),
    Indicator(id="urban", name="常住人口城镇化率", group="城镇化率"),
    Indicator(id="registered", name="户籍人口城镇化率", group="城镇化率"),
    Indicator(id="east", name="优良天数"),
    Indicator(id="west", name="优良天数"),
    Indicator(id="parks", name="公园和广场面积"),
)


def claims(text: str) -> tuple[tuple[Claim, ...], list[Diagnostic]]:
    noticed: list[Diagnostic] = []
    at = Source(document="the text", line=3, box="2")
    return claims_in([TextCell(text, 9)], ROWS, at, noticed), noticed


class TestMarks:
    def test_each_is_explained_in_the_words_of_the_note(self) -> None:
        assert explained_in(
            [TextCell("注：1. [ ] 内为五年累计数。2.带☆为国家指标；3.标“△”的指标为省增设指标。", 4)]
        ) == (
            Explained("[]", "五年累计数"),
            Explained("☆", "国家指标"),
            Explained("△", "省增设指标"),
        )

    def test_other_notes_explain_none(self) -> None:
        assert explained_in([TextCell("注：1.能源包括煤炭。2.城镇化率为常住口径。", 4)]) == ()


class TestClaims:
    def test_a_list_with_its_count_is_complete(self) -> None:
        (count, verdict, other), noticed = claims(
            "注：地区生产总值、城镇化率等2项预期性指标未完成，5项约束性指标全部完成"
        )
        assert isinstance(count, CountClaim)
        assert (count.count, count.nature, count.verdict) == (2, Nature.EXPECTED, Verdict.NOT_MET)
        assert isinstance(verdict, VerdictClaim)
        assert verdict.subjects == ("gdp", "urban", "registered")
        assert verdict.exhaustive
        assert verdict.source == Source(document="the text", line=9, box="2")
        assert isinstance(other, CountClaim)
        assert (other.count, other.nature, other.verdict) == (5, Nature.BINDING, Verdict.MET)
        assert noticed == []

    def test_a_list_with_a_name_of_no_row_is_not_complete(self) -> None:
        for name in ("财政总收入", "优良天数"):
            read, noticed = claims(f"说明：地区生产总值、{name}2个指标如期实现。")
            (verdict,) = [claim for claim in read if isinstance(claim, VerdictClaim)]
            assert verdict.subjects == ("gdp",)
            assert not verdict.exhaustive
            assert [(said.place, name in said.message) for said in noticed] == [("line 9", True)]

    def test_a_list_with_another_count_is_not_complete(self) -> None:
        read, noticed = claims("说明：地区生产总值、城镇化率等6项指标达到预期。")
        assert [claim.exhaustive for claim in read if isinstance(claim, VerdictClaim)] == [False]
        assert [said.code for said in noticed] == ["names-and-count"]

    def test_a_joiner_within_a_name_parts_nothing(self) -> None:
        ((_, verdict), noticed) = claims("说明：地区生产总值、公园和广场面积等2项指标完成。")
        assert isinstance(verdict, VerdictClaim)
        assert verdict.subjects == ("gdp", "parks")
        assert noticed == []

    def test_a_joiner_between_the_last_two_names_parts_them(self) -> None:
        ((_, verdict), _) = claims("说明：公园和广场面积、地区生产总值和城镇化率3项指标完成。")
        assert isinstance(verdict, VerdictClaim)
        assert verdict.subjects == ("parks", "gdp", "urban", "registered")

    def test_what_is_foretold_is_a_forecast(self) -> None:
        ((claim,), _) = claims("说明：预计8项指标可如期完成。")
        assert isinstance(claim, CountClaim)
        assert claim.is_forecast

    def test_counts_of_something_else_are_no_claims(self) -> None:
        for text in (
            "新增3项指标",
            "删去2个指标后不再统计",
            "5项任务全部完成",
            "比上年多完成4项",
            "对1项指标作了调整",
            "第12项指标完成",
            "第二项指标完成",
        ):
            assert claims(f"注：{text}。")[0] == (), text

    def test_all_that_a_plan_set_is_a_count(self) -> None:
        for text in ("《纲要》确定的4大类29项指标", "共设置29项主要指标", "提出二十九项指标"):
            ((claim,), _) = claims(f"注：1.{text}，总体平稳。")
            assert isinstance(claim, CountClaim)
            assert (claim.count, claim.verdict, claim.nature) == (29, None, None)

    @given(st.text(alphabet="注：等、，。12个项约束性指标未完成和预计", max_size=60))
    def test_any_note_is_read(self, text: str) -> None:
        read, _ = claims(text)
        cp.Plan(id="p", title="p", period="2016/2020", indicators=ROWS, claims=read)
