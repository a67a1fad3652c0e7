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
    cp.VerdictClaim(subjects=("gdp",), verdict="missed")  # refused
    cp.CountClaim(count=3, counted="rows")  # refused
    cp.attainment("1", "2", "up")  # refused
    cp.gap("1", "2", "down")  # refused


def values_of_another_kind() -> None:
    cp.Bound.parse(75)  # refused
    cp.Indicator(id=1, name="GDP")  # refused
    cp.Indicator(id="gdp", name="GDP", targets=("≥3",))  # refused
    cp.Plan(id="p", title="A plan", period="2016/2020", indicators=("gdp",))  # refused


def arguments_that_do_not_exist() -> None:
    cp.Indicator("gdp", "GDP")  # refused
    cp.Indicator(id="gdp", name="GDP", goal="≥3")  # refused
    cp.assess(cp.datasets.load("zhuzhou-13fyp"))  # refused


def answers_that_may_be_undefined(assessment: PlanAssessment) -> None:
    assessment["gdp"].progress + 1  # refused
