"""GC InfoBase: what Canadian departments aimed at for 2017-18, what they reached, and whether they call it met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import civicplan as cp
from civicplan.assessment import PlanAssessment

from . import published

CASES: list[dict[str, str]] = published("infobase")["cases"]
WORDS = "IN00235-2017"


def bound_of(case: Mapping[str, str]) -> cp.Bound:
    """Return the acceptable values: two ends that are equal mean that value, a single end is a minimum."""
    low, high = case["target_min"], case.get("target_max")
    if high is None:
        return cp.Bound.at_least(low)
    return cp.Bound.exactly(low) if low == high else cp.Bound.between(low, high)


def indicator_of(case: Mapping[str, str]) -> cp.Indicator:
    id, name = case["stable_id"], case["name_en"]
    due = f"{case['target_year']}-{int(case['target_month']):02}"
    if case["target_type"] == "text":
        words = cp.Qualitative(text=f"rank {case['target_max']} to {case['target_min']}")
        return cp.Indicator(id=id, name=name, targets=(words,))
    return cp.Indicator(
        id=id,
        name=name,
        unit="%" if case["target_type"].startswith("percent") else None,
        targets=(cp.Threshold(bound=bound_of(case), period=due),),
        observations=(cp.Observation(period=due, figure=case["actual_result_en"]),),
    )


def assessed() -> PlanAssessment:
    """Assess all of them as one plan; it ends in April, when the targets of the regulators are due."""
    indicators = tuple(indicator_of(case) for case in CASES)
    plan = cp.Plan(id="drr17", title="Departmental Results, 2017-18", period="2017-04/2018-04", indicators=indicators)
    return cp.assess(plan, as_of="2018-04")


def test_every_published_status_is_the_computed_verdict() -> None:
    assessment = assessed()
    computed = {row.indicator.id: str(row.verdict) for row in assessment if row.indicator.id != WORDS}
    stated = {case["stable_id"]: case["status_key"] for case in CASES if case["stable_id"] != WORDS}
    assert Counter(stated.values()) == {"met": 38, "not_met": 18}
    assert computed == stated


def test_a_target_and_an_actual_in_words_are_not_assessed() -> None:
    [case] = [case for case in CASES if case["target_type"] == "text"]
    assert (case["stable_id"], case["status_key"]) == (WORDS, "met")
    row = assessed()[WORDS]
    assert row.verdict is cp.Verdict.NOT_ASSESSABLE
