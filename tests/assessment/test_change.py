"""CHANGE: a rise of the level from the baseline, or over a period of its own, in its unit or in points."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

import civicplan as cp
from civicplan import Caveat, Standing, Verdict

from ._plans import outcome, plan, row, seen

D = Decimal
FOUR_POINTS = cp.Threshold(bound="≥4", measure="change")


def test_4_points_from_60_to_64_is_met() -> None:
    found = outcome(row(unit="%", baseline=("2015", "60"), targets=(FOUR_POINTS,), observations={"2020": "64"}))
    assert (found.verdict, found.caveats, str(found.actual)) == (Verdict.MET, (Caveat.DIGITS,), "4")
    finer = outcome(row(unit="%", baseline=("2015", "60.0"), targets=(FOUR_POINTS,), observations={"2020": "64.2"}))
    assert (finer.verdict, finer.decisive, str(finer.actual)) == (Verdict.MET, True, "4.2")


def test_one_year_of_life() -> None:
    target = cp.Threshold(bound="≥1", measure="change")
    found = outcome(
        row(unit="岁", baseline=("2015", "76.34"), targets=(target,), observations={"2020": "77.93"}), "2020"
    )
    assert (found.verdict, found.decisive, str(found.actual)) == (Verdict.MET, True, "1.59")


def test_a_change_counts_from_the_indicator_s_baseline_wherever_that_lies() -> None:
    for baseline, level in (("2010", "60.0"), ("2015", "60.0"), ("2017", "60.0")):
        observations = {"2015": "63.0", "2020": "65.0"} if baseline != "2015" else {"2020": "65.0"}
        found = outcome(row(baseline=(baseline, level), targets=(FOUR_POINTS,), observations=observations))
        assert (found.verdict, str(found.actual)) == (Verdict.MET, "5.0"), baseline


def test_a_target_with_a_period_of_its_own_counts_from_the_level_before_it() -> None:
    target = cp.Threshold(bound="≥4", measure="change", period="2018/2019")
    levels = {"2016": "61.0", "2017": "62.0", "2018": "64.0", "2019": "65.5"}
    found = outcome(row(baseline=("2015", "60.0"), targets=(target,), observations=levels), "2019")
    assert (found.verdict, found.decisive, str(found.actual)) == (Verdict.NOT_MET, True, "3.5")
    before = outcome(row(baseline=("2015", "60.0"), targets=(target,), observations=levels), "2018")
    assert (before.elapsed, before.progress, before.standing) == (D("0.5"), D("0.5"), Standing.ON_TRACK)


def test_a_fall_is_negative() -> None:
    for bound, verdict in (("≤-4", Verdict.MET), ("≤-6", Verdict.NOT_MET), ("≥0", Verdict.NOT_MET)):
        target = cp.Threshold(bound=bound, measure="change")
        found = outcome(row(baseline=("2015", "60.0"), targets=(target,), observations={"2020": "55.0"}))
        assert (found.verdict, str(found.actual)) == (verdict, "-5.0"), bound


def test_a_change_that_is_published_comes_before_one_derived_from_levels() -> None:
    levels: dict[str, Any] = {"baseline": ("2015", "60"), "targets": (FOUR_POINTS,)}
    for published, text in (
        ([seen("2016/2020", "4.3", "change")], "4.3"),
        ([seen(str(year), "0.9", "change") for year in range(2016, 2021)], "4.5"),
    ):
        found = outcome(row(observations=[seen("2020", "63"), *published], **levels))
        assert (found.verdict, str(found.actual)) == (Verdict.MET, text)


def test_a_change_published_for_another_time_than_since_the_baseline_is_not_the_change_since_it() -> None:
    observations = [seen("2016/2020", "1.0", "change"), seen("2020", "65.0")]
    found = outcome(row(baseline=("2010", "60.0"), targets=(FOUR_POINTS,), observations=observations))
    assert (found.verdict, str(found.actual)) == (Verdict.MET, "5.0")
    since = [seen("2011/2020", "1.0", "change"), seen("2020", "65.0")]
    found = outcome(row(baseline=("2010", "60.0"), targets=(FOUR_POINTS,), observations=since))
    assert (found.verdict, str(found.actual)) == (Verdict.NOT_MET, "1.0")


def test_published_changes_that_contradict_each_other_give_no_verdict() -> None:
    observations = [seen("2016/2020", "1.0", "change"), seen("2016/2020", "5.0", "change"), seen("2020", "65.0")]
    found = outcome(row(baseline=("2015", "60.0"), targets=(FOUR_POINTS,), observations=observations))
    assert found.reason is cp.Reason.CONFLICTING_OBSERVATIONS


@pytest.mark.parametrize("baseline", ["2020", "2021", "2020-12"])
@pytest.mark.parametrize("as_of", ["2018", "2020", "2025"])
def test_without_time_since_the_baseline_there_is_no_change(baseline: str, as_of: str) -> None:
    observations = {"2018": "63", "2020": "66"}
    found = outcome(row(baseline=(baseline, "60"), targets=(FOUR_POINTS,), observations=observations), as_of)
    assert found.actual == cp.NotAssessable(cp.Reason.NO_TIME)


@pytest.mark.parametrize("baseline", ["2015-Q4", "2011/2015"])
def test_a_level_of_another_length_is_no_start_of_a_change(baseline: str) -> None:
    fields: dict[str, Any] = {"baseline": (baseline, "60"), "targets": (FOUR_POINTS,), "observations": {"2020": "66"}}
    assert outcome(row(**fields)).reason is cp.Reason.OTHER_LENGTH
    assert outcome(row(stock=True, **fields)).verdict is Verdict.MET


def test_without_a_baseline_a_change_of_the_whole_plan_is_not_assessable_unless_it_is_published() -> None:
    assert outcome(row(targets=(FOUR_POINTS,), observations={"2020": "66"})).reason is cp.Reason.MISSING_BASELINE
    published = (seen("2016/2020", "5.0", "change"),)
    assert outcome(row(targets=(FOUR_POINTS,), observations=published)).verdict is Verdict.MET


def test_before_it_is_due_a_change_stands_by_its_share_of_the_time_since_the_baseline() -> None:
    for level, standing in (
        ("62.0", Standing.BEHIND),
        ("62.4", Standing.ON_TRACK),
        ("62.9", Standing.AHEAD),
        ("64.1", Standing.ACHIEVED_EARLY),
        ("59.0", Standing.REVERSING),
    ):
        found = outcome(row(baseline=("2015", "60.0"), targets=(FOUR_POINTS,), observations={"2018": level}), "2018")
        assert (found.verdict, found.standing) == (Verdict.NOT_DUE, standing), level


def test_a_change_has_its_progress_for_attainment() -> None:
    indicator = row(baseline=("2015", "60"), targets=(FOUR_POINTS,), observations={"2020": "63"})
    found = cp.assess(plan(indicator), as_of="2020")["a"]
    assert found.attainment == found.progress == D("0.75")


def test_a_stock_changes_over_a_period_of_any_length_from_the_level_before_it() -> None:
    for period, levels in (
        ("2018-Q2", {"2018-03": "62.0", "2018-Q2": "66.5"}),
        ("2018-Q2", {"2018-Q1": "62.0", "2018-06-30": "66.5"}),
        ("2017-H2/2018-H1", {"2017-H1": "62.0", "2018-H1": "66.5"}),
        ("2018-03-11/2018-05-10", {"2018-03-10": "62.0", "2018-05-10": "66.5"}),
    ):
        target = cp.Threshold(bound="≥4", measure="change", period=period)
        fields: dict[str, Any] = {"targets": (target,), "observations": levels}
        found = outcome(row(stock=True, **fields), "2018")
        assert (found.verdict, str(found.actual)) == (Verdict.MET, "4.5"), period
    assert outcome(row(targets=(FOUR_POINTS,), stock=True), "2018").verdict is Verdict.NOT_DUE


def test_the_sum_over_part_of_a_year_does_not_tell_how_a_flow_changes() -> None:
    target = cp.Threshold(bound="≥4", measure="change", period="2018-Q2")
    found = outcome(row(targets=(target,), observations={"2018-Q1": "62.0", "2018-Q2": "66.5"}), "2018")
    assert found.reason is cp.Reason.MISSING_OBSERVATION
