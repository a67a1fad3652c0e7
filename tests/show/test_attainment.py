"""The chart of attainments says what the assessment says, and draws nothing that has no value."""

from __future__ import annotations

import pytest
from hypothesis import given

import civicplan as cp
from civicplan import show
from civicplan.assessment import IndicatorAssessment, PlanAssessment
from civicplan.testing import plans

from .pictures import data_of, rows_with


def says_what_it_knows(assessment: PlanAssessment) -> None:
    chart = show.attainment(assessment, language="en")
    drawn = [row for row in rows_with(chart, "said0") if row.get("line") == 0]
    assert [row["y"] for row in drawn] == sorted({row["y"] for row in drawn})
    for row, own in zip(drawn, assessment, strict=True):
        assert row["code"] == own.verdict
        share = cp.or_none(own.attainment)
        assert row["share"] == (None if share is None else float(share))
        assert (row["reason"] == "") is (share is not None)


@pytest.mark.parametrize("name", cp.datasets.names())
def test_a_built_in_plan_is_drawn_as_it_is_assessed(name: str) -> None:
    plan = cp.datasets.load(name)
    for year in (plan.period.start.year, plan.period.end.year):
        says_what_it_knows(cp.assess(plan, as_of=year))


@given(plans())
def test_so_is_any_plan(plan: cp.Plan) -> None:
    says_what_it_knows(cp.assess(plan, as_of=plan.period))


def test_what_has_no_share_gets_no_bar_and_says_why() -> None:
    assessment = cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of=2020)
    undefined = [own for own in assessment if not cp.is_defined(own.attainment)]
    assert len(undefined) == 2
    chart = show.attainment(assessment, language="en")
    bars = {row["said0"] for row in rows_with(chart, "zero") if "said0" in row}
    reasons = {row["said0"]: row["reason"] for row in rows_with(chart, "said0") if row["reason"]}
    assert len(bars) == len(assessment) - 2
    assert reasons.keys().isdisjoint(bars)
    assert sorted(reasons.values()) == sorted(str(own.attainment) for own in undefined)


def test_a_bar_that_goes_on_ends_in_an_arrow_and_keeps_its_number() -> None:
    plan = cp.Plan(
        id="p",
        title="A plan",
        period="2016/2020",
        indicators=(cp.Indicator(id="x", name="x", targets=("≥1",), observations={"2020": "5"}),),
    )
    chart = show.attainment(cp.assess(plan, as_of=2020))
    assert {row["share"] for row in rows_with(chart, "said0")} == {5.0}
    assert {row["said3"] for row in data_of(chart) if "said3" in row} == {"500.0 %"}


def test_the_data_have_a_row_for_each_indicator_in_the_words_of_a_language() -> None:
    assessment = cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of=2020)
    rows = show.chart_data("attainment", assessment, language="en")
    assert [row["verdict"] for row in rows] == [str(own.headline) for own in assessment]
    remarks = [row["remark"] for row in rows if row["attainment"] == "—"]
    undefined = [own.attainment for own in assessment if not cp.is_defined(own.attainment)]
    assert all(remark.startswith(f"not drawn: {why}") for remark, why in zip(remarks, undefined, strict=True))
    assert [row["indicator"] for row in rows][1] == f"2 {assessment.indicators[1].indicator.name.in_language('en')}"


def test_headings_and_signs_are_explained_in_the_language_of_the_chart() -> None:
    assessment = cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of=2020)
    english, chinese = (
        {row["words"] for row in rows_with(show.attainment(assessment, language=language), "words")}
        for language in ("en", "zh")
    )
    assert {"met 25", "economic development", "50 %"} <= english
    assert {"完成 25", "经济发展", "50%"} <= chinese
    assert not english & chinese


def test_a_verdict_that_is_of_another_target_than_the_one_drawn_says_so() -> None:
    industry = cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of=2020)["industry"]
    remark = {row["remark"] for row in show.chart_data("attainment", industry_alone(industry), language="en")}
    assert len(remark) == 1
    assert remark.pop().endswith("; the verdict is that of another target, ≥9 %/yr")
    chart = show.attainment(industry_alone(industry), language="en")
    assert "†" in {row["caveat"] for row in rows_with(chart, "caveat")}
    assert any(line.startswith("† The target of this row cannot") for line in chart.to_dict()["title"]["subtitle"])
    below = show.trajectory(industry, language="en").to_dict()["title"]["subtitle"]
    said = " ".join(below)
    assert "As of 2020 the target ≥1650" in said
    assert "cannot be assessed" in said
    assert "The verdict, not met, is that of another target, ≥9 %/yr." in said


def industry_alone(own: IndicatorAssessment) -> PlanAssessment:
    plan = cp.datasets.load("zhuzhou-13fyp")
    return cp.assess(cp.Plan(id="p", title="p", period=plan.period, indicators=(own.indicator,)), as_of=2020)


def test_no_line_runs_through_a_reason() -> None:
    for name in ("zhuzhou-13fyp", "zhuzhou-14fyp"):
        chart = show.attainment(cp.assess(cp.datasets.load(name), as_of=2023), language="en")
        lines = [(row["y"], row["y2"]) for row in data_of(chart) if "y2" in row]
        reasons = [row["y"] for row in rows_with(chart, "shown") if row.get("reason") and row["shown"] != "—"]
        assert reasons
        assert not [y for y in reasons for top, bottom in lines if top < y < bottom], name
