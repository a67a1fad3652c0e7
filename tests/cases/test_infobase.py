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


def indicator_of(case: Mapping[str, str], natural_range: tuple[str, str] | None = None) -> cp.Indicator:
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
        natural_range=natural_range,
        observations=(cp.Observation(period=due, figure=case["actual_result_en"]),),
    )


def assessed(natural_range: tuple[str, str] | None = None) -> PlanAssessment:
    """Assess all of them as one plan; it ends in April, when the targets of the regulators are due."""
    indicators = tuple(indicator_of(case, natural_range) for case in CASES)
    plan = cp.Plan(id="drr17", title="Departmental Results, 2017-18", period="2017-04/2018-04", indicators=indicators)
    return cp.assess(plan, as_of="2018-04")


def test_every_published_status_is_the_computed_verdict() -> None:
    assessment = assessed()
    computed = {row.indicator.id: str(row.verdict) for row in assessment if row.indicator.id != WORDS}
    stated = {case["stable_id"]: case["status_key"] for case in CASES if case["stable_id"] != WORDS}
    assert Counter(stated.values()) == {"met": 38, "not_met": 18}
    assert computed == stated


def test_56_indicators_agree_with_what_was_published() -> None:
    stated = {case["stable_id"]: case["status_key"] for case in CASES}
    assert sum(str(row.verdict) == stated[row.indicator.id] for row in assessed()) == 56


def test_100_against_90_to_100_is_decisive_with_its_natural_range_declared() -> None:
    (case,) = [
        case
        for case in CASES
        if case.get("target_max") == "100.00" and case["actual_result_en"] == "100" and case["target_min"] == "90.00"
    ]
    for natural_range, decisive in ((None, False), (("0", "100"), True)):
        row = assessed(natural_range)[case["stable_id"]]
        assert (row.verdict, row.decisive) == (cp.Verdict.MET, decisive), natural_range


def test_a_natural_range_turns_no_verdict_on_a_percentage() -> None:
    for row, other in zip(assessed(), assessed(("0", "100")), strict=True):
        if row.indicator.unit == "%":
            assert other.verdict is row.verdict, row.indicator.id


def test_a_target_and_an_actual_in_words_are_not_assessed() -> None:
    [case] = [case for case in CASES if case["target_type"] == "text"]
    assert (case["stable_id"], case["status_key"]) == (WORDS, "met")
    row = assessed()[WORDS]
    assert row.verdict is cp.Verdict.NOT_ASSESSABLE
