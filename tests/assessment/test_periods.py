"""Periods: what may be chained, what is comparable, and what is known where a due actual is missing."""

from __future__ import annotations

from typing import Any

import pytest

import civicplan as cp
from civicplan import Standing, Verdict

from ._plans import growth, outcome, plan, row, seen


def fiscal(year: int) -> str:
    return f"{year}-04/{year + 1}-03"


@pytest.mark.parametrize("measure", ["growth", "reduction"])
def test_rates_and_reductions_chain_by_whole_years_only(measure: Any) -> None:
    target = cp.Threshold(bound="≥3", measure=measure, period="2016/2017")
    yearly = [seen("2016", "5.0", measure), seen("2017", "5.0", measure)]
    assert outcome(row(targets=(target,), observations=yearly)).verdict is Verdict.MET
    for periods in (("2016-H1", "2016-H2", "2017"), ("2016-Q1", "2016-Q2/2017")):
        parts = [seen(period, "5.0", measure) for period in ("2016-H1", "2016-H2", "2017-H1", "2017-H2")]
        assert outcome(row(targets=(target,), observations=parts)).reason is cp.Reason.MISSING_OBSERVATION, periods


def in_fiscal_years(**fields: Any) -> cp.assessment.IndicatorAssessment:
    return cp.assess(plan(row(**fields), period="2016-04/2018-03"), as_of="2018-03")["a"]


def test_twelve_months_of_one_fiscal_calendar_are_a_year_everywhere() -> None:
    rates = [seen(fiscal(2016), "5.0", "growth"), seen(fiscal(2017), "5.0", "growth")]
    assert in_fiscal_years(targets=growth("≥4.9"), observations=rates).verdict is Verdict.MET
    falls = [seen(fiscal(2016), "5.0", "reduction"), seen(fiscal(2017), "5.0", "reduction")]
    fall = cp.Threshold(bound="≥9.5", measure="reduction")
    assert in_fiscal_years(targets=(fall,), observations=falls).verdict is Verdict.MET
    levels = {"baseline": (fiscal(2015), "100"), "observations": {fiscal(2017): "121"}}
    found = in_fiscal_years(targets=(*growth("≥9"), "≥120"), **levels)
    assert [str(each.verdict) for each in found.outcomes] == ["met", "met"]
    assert found.growth == 10
    assert found.required_growth == cp.required_cagr(100, 120, 2)
    assert found.evidence.yearly_levels() == ((2016, cp.Figure("100")), (2018, cp.Figure("121")))


def test_years_of_another_calendar_are_not_read_in_their_place() -> None:
    found = in_fiscal_years(targets=growth("≥9"), baseline=("2015", "100"), observations={"2017": "121"})
    assert found.reason is cp.Reason.MISSING_OBSERVATION


@pytest.mark.parametrize("period", ["2018-Q2", "2018-06", "2018-06-30", "2018-H1"])
def test_a_stock_at_the_end_of_any_period_answers_for_the_standing(period: str) -> None:
    fields: dict[str, Any] = {"baseline": ("2015", "100"), "targets": ("≥200",), "observations": (seen(period, "190"),)}
    assert outcome(row(stock=True, **fields), "2018").standing is Standing.AHEAD


@pytest.mark.parametrize("period", ["2020-Q4", "2020-12", "2020-12-31", "2020-H2", "2016/2020"])
def test_a_stock_at_the_end_of_any_period_answers_on_the_due_day_for_the_verdict(period: str) -> None:
    fields: dict[str, Any] = {"targets": ("≥200",), "observations": (seen(period, "290"),)}
    assert outcome(row(stock=True, **fields)).verdict is Verdict.MET
    flow = outcome(row(**fields))
    assert (flow.verdict, flow.reason) == (Verdict.NOT_ASSESSABLE, cp.Reason.OTHER_LENGTH)


def test_of_a_stock_only_the_level_on_the_due_day_gives_the_verdict() -> None:
    found = outcome(row(stock=True, targets=("≥200",), observations={"2020-Q3": "290"}))
    assert (found.verdict, found.reason) == (Verdict.NOT_ASSESSABLE, cp.Reason.MISSING_OBSERVATION)


def test_of_a_flow_the_reason_given_is_that_the_periods_differ_in_length() -> None:
    early = outcome(row(baseline=("2015", "100"), targets=("≥200",), observations={"2018-Q4": "40"}), "2018")
    assert early.standing == cp.NotAssessable(cp.Reason.OTHER_LENGTH)
    assert "the levels are for periods of different lengths" in early.explain()


def test_the_last_known_actual_is_named_when_a_due_one_is_missing() -> None:
    level = outcome(row(targets=("≥200",), observations={"2018": "190", "2017": "180"}))
    assert level.reason is cp.Reason.MISSING_OBSERVATION
    assert "The last known actual is 190 for 2018." in level.explain()
    total = cp.Threshold(bound="≥50", measure="total")
    sums = outcome(row(targets=(total,), observations=(seen("2016", "9", "total"), seen("2017", "8", "total"))))
    assert "The last known actual is [17] for 2016/2017, as far as the figures follow" in sums.explain()
    assert outcome(row(targets=("≥200",))).last_known is None
    assert outcome(row(targets=("≥200",), observations={"2020": "250", "2018": "190"})).last_known is None


def test_base_years_before_the_plan_are_legal() -> None:
    target = cp.Threshold(bound="≥40", measure="reduction", period="2006/2020")
    indicator = row(baseline=("2005", "100.0"), targets=(target,), observations={"2020": "55.0"}, prices="constant")
    found = outcome(indicator)
    assert (found.verdict, found.decisive, str(found.due)) == (Verdict.MET, True, "2006/2020")
    assert outcome(indicator, "2015").verdict is Verdict.NOT_DUE
