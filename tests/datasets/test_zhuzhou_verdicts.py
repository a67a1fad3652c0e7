"""The verdicts on the 13th plan of Zhuzhou, and what can be said of the 14th at its start.

Source: boxes 3 and 5 of the outline of the 14th five-year plan; the verdicts follow from the figures printed there.
"""

from __future__ import annotations

import pytest

import civicplan as cp
from civicplan import NotAssessable, Reason, Verdict
from civicplan.assessment import PlanAssessment
from civicplan.evidence import Actual

_NOT_MET = {
    *("gdp", "industry", "revenue", "investment", "retail", "productivity", "trade"),
    *("urban-resident", "urban-registered", "schooling", "income-urban", "income-rural", "pension"),
}


@pytest.fixture(scope="module")
def reached() -> PlanAssessment:
    return cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020")


@pytest.fixture(scope="module")
def ahead() -> PlanAssessment:
    return cp.assess(cp.datasets.load("zhuzhou-14fyp"), as_of="2020")


class TestThe13thPlanAsOf2020:
    def test_thirteen_rows_are_not_met_and_no_others(self, reached: PlanAssessment) -> None:
        assert {row.indicator.id for row in reached if row.verdict is Verdict.NOT_MET} == _NOT_MET
        numbers = {row.indicator.number for row in reached if row.verdict is Verdict.NOT_MET}
        assert numbers == {"1", "2", "3", "4", "5", "6", "7", "8", "14", "15", "18"}

    def test_the_other_25_are_met(self, reached: PlanAssessment) -> None:
        assert reached.counts == {
            Verdict.MET: 25,
            Verdict.NOT_MET: 13,
            Verdict.NOT_DUE: 0,
            Verdict.NOT_ASSESSABLE: 0,
        }

    def test_three_verdicts_hang_on_digits_that_nobody_printed(self, reached: PlanAssessment) -> None:
        # 95.0 against more than 95, 64 against at most 64, 0 against at most 0.
        undecided = {row.indicator.id: row.verdict for row in reached if not row.decisive}
        assert undecided == {
            "pension": Verdict.NOT_MET,
            "water-use": Verdict.MET,
            "worst-water": Verdict.MET,
        }

    def test_no_verdict_rests_on_a_derived_value(self, reached: PlanAssessment) -> None:
        # Growth of revenue is the one target whose actual is not printed, and its level alone is a decisive miss.
        derived = {
            row.indicator.id
            for row in reached
            for outcome in row.outcomes
            if isinstance(outcome.actual, Actual) and outcome.actual.is_derived
        }
        assert derived == {"revenue"}
        assert reached["revenue"].outcomes[0].verdict is Verdict.NOT_MET
        assert reached["revenue"].outcomes[0].decisive

    def test_three_misses_are_not_among_those_that_the_note_names(self, reached: PlanAssessment) -> None:
        named = {id for claim in reached.plan.claims if isinstance(claim, cp.VerdictClaim) for id in claim.subjects}
        assert named < _NOT_MET
        assert _NOT_MET - named == {"productivity", "schooling", "pension"}


class TestThe14thPlanAtItsStart:
    def test_what_is_left_to_a_higher_authority_cannot_be_assessed(self, ahead: PlanAssessment) -> None:
        delegated = {row.indicator.number: row.reason for row in ahead if row.reason is Reason.DELEGATED_TARGET}
        assert list(delegated) == ["21", "22", "23"]
        assert all(
            ahead[id].verdict is Verdict.NOT_ASSESSABLE for id in ("energy-intensity", "carbon-intensity", "good-air")
        )

    def test_the_other_25_are_not_due(self, ahead: PlanAssessment) -> None:
        not_due = {int(row.indicator.number or "") for row in ahead if row.verdict is Verdict.NOT_DUE}
        assert not_due == set(range(1, 29)) - {21, 22, 23}

    def test_a_baseline_is_not_an_actual_of_the_plan(self, ahead: PlanAssessment) -> None:
        for row in ahead:
            assert all(isinstance(outcome.actual, NotAssessable) for outcome in row.outcomes)
            assert isinstance(row.progress, NotAssessable)

    def test_only_the_floor_for_grain_lies_below_its_baseline(self, ahead: PlanAssessment) -> None:
        below = [
            row.indicator.id
            for row in ahead
            for target in row.indicator.targets
            if isinstance(target, cp.Threshold)
            and row.indicator.baseline is not None
            and row.indicator.baseline.measure is target.measure
            and target.bound.is_lower_bound
            and target.bound.figure < row.indicator.baseline.number
        ]
        assert below == ["grain"]
