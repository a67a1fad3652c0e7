"""Calls that a type checker refuses: each line that ends in `# refused`, and no other. Nothing here is ever run."""

from __future__ import annotations

import civicplan as cp
from civicplan.assessment import PlanAssessment


def words_that_no_vocabulary_has() -> None:
    cp.Indicator(id="gdp", name="GDP", direction="up")  # refused
    cp.Indicator(id="gdp", name="GDP", nature="voluntary")  # refused
    cp.Threshold(bound="≥3", measure="levels")  # refused
    cp.Observation(period="2020", figure="3", measure="rate")  # refused
    cp.Relative(reference="gdp", relation="beside")  # refused
    cp.ProgressReport(period="2020", status="done")  # refused
    cp.StatusClaim(subject="books", period="2020", status="done")  # refused
    cp.VerdictClaim(subjects=("gdp",), verdict="missed")  # refused
    cp.CountClaim(count=3, counted="rows")  # refused
    cp.Section(level="paragraph", title="foundations")  # refused
    cp.Track(current=(2020, "3"), direction="up")  # refused
    cp.attainment("1", "2", "up")  # refused
    cp.gap("1", "2", "down")  # refused


def values_of_another_kind() -> None:
    cp.Figure(95.0)  # refused
    cp.Bound.parse(75)  # refused
    cp.Indicator(id=1, name="GDP")  # refused
    cp.Indicator(id="gdp", name="GDP", baseline="2015")  # refused
    cp.Indicator(id="gdp", name="GDP", targets=(3,))  # refused
    cp.Plan(id="p", title="A plan", period="2016/2020", indicators=("gdp",))  # refused
    cp.cagr(["1", "2"], "3", 4)  # refused


def names_that_do_not_exist() -> None:
    cp.asess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020")  # refused
    cp.Indicator("gdp", "GDP")  # refused
    cp.Indicator(id="gdp", name="GDP", goal="≥3")  # refused
    cp.assess(cp.datasets.load("zhuzhou-13fyp"))  # refused


def changes_of_what_is_frozen(plan: cp.Plan) -> None:
    plan.title = "Another plan"  # refused
    plan["gdp"].weight = 3  # refused


def answers_that_may_be_undefined(assessment: PlanAssessment) -> None:
    assessment["gdp"].progress + 1  # refused
    round(assessment["gdp"].attainment, 2)  # refused
    print(assessment["gdp"].standing.value)  # refused
