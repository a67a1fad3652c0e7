"""The types that checkers and editors see; what stands here also runs when the tests are collected."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_type

import civicplan as cp
from civicplan.assessment import IndicatorAssessment, PlanAssessment, TaskAssessment, Timeline
from civicplan.methods import Method, Rating
from civicplan.rating import PlanRating

plan = cp.Plan(
    id="plan",
    title={"en": "A plan", "zh": "规划"},
    period="2016/2020",
    indicators=(
        cp.Indicator(
            id="gdp",
            name="GDP",
            nature="expected",
            direction="higher",
            baseline=cp.Observation(period=2015, figure="62.1"),
            targets=[cp.Threshold(bound="≥73"), cp.Threshold(bound=cp.Bound.at_least(9), measure=cp.Measure.GROWTH)],
            observations=(cp.Observation(period="2020", figure=Decimal("71.26")),),
            weight=3,
        ),
    ),
    goals=(cp.Goal(id="growth", title="growth", indicators=["gdp"]),),
    tasks=(cp.Task(id="books", title="books", reports=(cp.ProgressReport(period="2018", status="ahead"),)),),
)
assert_type(plan["gdp"], cp.Indicator)
assert_type(plan["gdp"].direction, cp.Direction | None)
assert_type(plan.task("books"), cp.Task)
assert_type(plan.goal("growth"), cp.Goal)
assert_type(plan.period, cp.Period)
assert_type(cp.loads(cp.dumps(plan)), cp.Plan)
assert_type(plan[:2], tuple[cp.Indicator, ...])
assert_type(plan.with_observation("gdp", cp.Observation(period="2019", figure="70"), replace=True), cp.Plan)
assert_type(plan.with_report("books", cp.ProgressReport(period="2019")), cp.Plan)
assert_type(plan.with_indicator(cp.Indicator(id="jobs", name="jobs")).without("jobs"), cp.Plan)

assessment = cp.assess(plan, as_of=2020)
assert_type(assessment, PlanAssessment)
assert_type(assessment.counts, dict[cp.Verdict, int])
assert_type(assessment["gdp"], IndicatorAssessment)
assert_type(assessment.task("books"), TaskAssessment)
assert_type([row.verdict for row in assessment], list[cp.Verdict])
assert_type(assessment[1:], tuple[IndicatorAssessment, ...])
assert_type(assessment.counts_by("nature"), dict[str | None, dict[cp.Verdict, int]])
assert_type(cp.assess_indicator(plan["gdp"], period="2016/2020", as_of=2020), IndicatorAssessment)
assert_type(cp.assess_many((plan,), as_of=2020), tuple[PlanAssessment, ...])
assert_type(cp.over_time(plan, [2018, "2019"]), Timeline)
assert_type(cp.Period.parse("FY2020", fiscal_year_start=4, fiscal_year_named="start"), cp.Period)
assert_type(float(cp.Figure("95.0")), float)

row = assessment["gdp"]
assert_type(row.attainment, Decimal | cp.NotAssessable)
assert_type(row.progress, Decimal | cp.NotAssessable)
assert_type(row.standing, cp.Standing | cp.NotAssessable)
assert_type(row.growth, Decimal | cp.NotAssessable)
assert_type(cp.or_none(row.progress), Decimal | None)
progress = row.progress
if cp.is_defined(progress):
    assert_type(progress, Decimal)
else:
    assert_type(progress, cp.NotAssessable)
    assert_type(progress.reason, cp.Reason)

assert_type(cp.attainment("12.7", 13), Decimal)
assert_type(cp.progress("62.1", 71.26, "73"), Decimal)
assert_type(cp.cagr(cp.Figure("290.4"), Decimal("311.7"), 5), Decimal)

assert_type(cp.methods.get("open-sdg-2.4"), Method)
assert_type(cp.rate(assessment, "un-2023"), PlanRating)
assert_type(cp.rate(assessment, "un-2023")["gdp"], Rating)

assert_type(cp.from_dict(cp.to_dict(plan), cp.Plan), cp.Plan)
assert_type(cp.from_dict(assessment.to_dict(), PlanAssessment), PlanAssessment)
assert_type(assessment.to_json(), str)
