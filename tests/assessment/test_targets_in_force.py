"""Targets in force: those due last by the day, and before any is due the first to come."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations

import pytest

import civicplan as cp
from civicplan import Caveat, Standing, Verdict
from civicplan.assessment import IndicatorAssessment
from civicplan.model import Target
from civicplan.rating.tracks import track_of

from ._plans import growth, plan, row, seen

D = Decimal
ANNUAL = tuple(
    cp.Threshold(bound=f"≥{level}", period=str(year))
    for year, level in zip(range(2021, 2026), (74, 78, 82, 86, 90), strict=True)
)


def annual(as_of: str, targets: tuple[Target, ...] = ANNUAL) -> IndicatorAssessment:
    indicator = row(
        baseline=("2020", "70"), targets=targets, observations={"2021": "74.5", "2022": "77.0", "2023": "82.4"}
    )
    return cp.assess(plan(indicator, period="2021/2025"), as_of=as_of)["a"]


def bounds(found: IndicatorAssessment) -> list[str]:
    return [str(outcome.bound) for outcome in found.in_force]


def test_annual_targets_of_74_to_90_are_met_2023_and_2024_ahead_as_of_2023() -> None:
    found = annual("2023")
    assert found.headline == "met 2023; 2024 ahead"
    assert (found.verdict, found.standing) == (Verdict.MET, Standing.AHEAD)
    assert isinstance(found.next_target, cp.assessment.Outcome)
    assert (found.next_target.progress, found.next_target.elapsed) == (D("0.775"), D("0.75"))


def test_explain_tells_of_the_miss_of_2022() -> None:
    (told,) = [paragraph for paragraph in annual("2023").explain().splitlines() if "due 2022" in paragraph]
    assert "It is not met" in told


def test_the_targets_due_last_by_the_day_are_in_force_and_before_any_is_due_the_first_to_come() -> None:
    for as_of, bound in (("2020", "≥74"), ("2021", "≥74"), ("2022", "≥78"), ("2023-06", "≥78"), ("2025", "≥90")):
        assert bounds(annual(as_of)) == [bound], as_of


def test_targets_are_in_force_on_each_measure() -> None:
    rates = (
        cp.Threshold(bound="≥5", measure="growth", period="2021/2022"),
        cp.Threshold(bound="≥6", measure="growth"),
    )
    assert bounds(annual("2023", (*ANNUAL, *rates))) == ["≥82", "≥5"]


def test_the_target_is_the_one_in_force_on_the_measure_of_the_first_target_in_numbers() -> None:
    words = cp.Qualitative(text="better")
    found = annual("2023", (words, *growth("≥5"), *ANNUAL))
    assert isinstance(found.target, cp.assessment.Outcome)
    assert str(found.target.bound) == "≥5"
    found = annual("2023", (words, *ANNUAL, *growth("≥5")))
    assert isinstance(found.target, cp.assessment.Outcome)
    assert str(found.target.bound) == "≥82"


def test_ties_go_by_the_plan_s_order() -> None:
    for order in permutations(("≥80", "≥82", "≥84")):
        found = annual("2023", tuple(cp.Threshold(bound=bound, period="2023") for bound in order))
        assert isinstance(found.target, cp.assessment.Outcome)
        assert str(found.target.bound) == order[0]


def test_attainment_progress_elapsed_and_pace_are_those_of_the_target_in_force() -> None:
    found = annual("2023")
    assert isinstance(found.target, cp.assessment.Outcome)
    assert found.attainment == D("82.4") / 82
    assert found.progress == cp.progress(baseline=70, actual="82.4", target=82)
    assert found.elapsed == D(1)
    assert found.pace == found.progress


def test_the_next_target_is_due_first_after_the_day_among_those_whose_time_has_begun() -> None:
    own_time = cp.Threshold(bound="≥5", measure="total", period="2024")
    whole_time = cp.Threshold(bound="≥30", measure="total")
    for targets, expected in (((own_time, whole_time), "≥30"), ((whole_time, own_time), "≥30")):
        found = annual("2023", targets)
        assert isinstance(found.next_target, cp.assessment.Outcome)
        assert str(found.next_target.bound) == expected
    assert annual("2023", (own_time,)).next_target == cp.NotAssessable(cp.Reason.NOT_BEGUN)


def test_the_time_of_a_level_begins_at_its_baseline() -> None:
    for baseline, standing in (("2020", Standing.AHEAD), ("2024", cp.NotAssessable(cp.Reason.NOT_BEGUN))):
        indicator = row(baseline=(baseline, "70"), targets=("≥90",), observations={"2023": "85"})
        assert cp.assess(plan(indicator, period="2021/2025"), as_of="2023")["a"].standing == standing


def joint(as_of: str, *targets: Target | str) -> IndicatorAssessment:
    indicator = row(targets=targets, observations=(seen("2018", "95.0"), seen("2020", "95.0")))
    return cp.assess(plan(indicator), as_of=as_of)["a"]


MISSED, MET = cp.Threshold(bound="≥96"), cp.Threshold(bound="≥90")
RATE = cp.Threshold(bound="≥9", measure="growth")


@pytest.mark.parametrize(
    ("as_of", "targets", "verdict"),
    [
        ("2020", (MET, MISSED, RATE), Verdict.NOT_MET),
        ("2020", (MET, RATE), Verdict.MET),
        ("2020", (RATE,), Verdict.NOT_ASSESSABLE),
        ("2018", (RATE, MET), Verdict.NOT_DUE),
        ("2018", (cp.Threshold(bound="≥9", measure="growth", period="2018"), MET), Verdict.NOT_ASSESSABLE),
        ("2018", (cp.Threshold(bound="≥90", period="2018"), RATE), Verdict.MET),
        ("2018", (cp.Delegated(authority="the province"), MET), Verdict.NOT_DUE),
        ("2018", (cp.Delegated(authority="the province"),), Verdict.NOT_ASSESSABLE),
    ],
)
def test_any_missed_else_any_met_else_not_assessable_if_one_is_due_else_not_due(
    as_of: str, targets: tuple[Target, ...], verdict: Verdict
) -> None:
    for order in permutations(targets):
        assert joint(as_of, *order).verdict is verdict, order


def test_a_miss_carries_the_caveats_of_its_least_doubtful_miss() -> None:
    assert joint("2020", ">95", "≥90").caveats == (Caveat.DIGITS,)
    assert joint("2020", ">95", "≥96", "≥90").caveats == ()


def test_a_met_carries_those_of_all_met() -> None:
    assert joint("2020", "≥95", "95.5±0.6", "≥90").caveats == (Caveat.DIGITS, Caveat.TOLERANCE)


def test_an_indicator_without_a_verdict_gives_the_reason_of_what_is_due() -> None:
    found = joint("2020", cp.Delegated(authority="the province"), RATE)
    assert (found.verdict, found.reason) == (Verdict.NOT_ASSESSABLE, cp.Reason.MISSING_OBSERVATION)


def test_required_growth_and_tracks_and_the_headline_choose_by_this_one_rule() -> None:
    found = annual("2023")
    assert found.required_growth == cp.required_cagr(70, 82, 3)
    assert found.catch_up_growth == cp.required_cagr("82.4", 86, 1)
    target = track_of(found.indicator, as_of="2023", period="2021/2025").target
    assert str(target) == "82 by 2023"
    assert annual("2020").headline == "not due"


def test_growth_catches_up_with_the_next_level_whatever_the_measure_of_the_headline() -> None:
    found = annual("2023", (*growth("≥5"), *ANNUAL))
    assert found.catch_up_growth == cp.required_cagr("82.4", 86, 1)


def test_words_with_a_period_are_due_in_it() -> None:
    words = cp.Qualitative(text="better", period="2025")
    before, after = annual("2023", (words,)), annual("2025", (words,))
    assert (before.verdict, after.verdict) == (Verdict.NOT_DUE, Verdict.NOT_ASSESSABLE)
    assert after.reason is cp.Reason.QUALITATIVE_TARGET
    met = annual("2023", (*ANNUAL, cp.Qualitative(text="better", period="2023")))
    assert (met.verdict, met.caveats) == (Verdict.MET, ())


def test_the_headline_names_no_date_where_the_verdict_is_that_of_another_target() -> None:
    rate = cp.Threshold(bound="≥50", measure="growth", period="2021/2023")
    found = annual("2023", (*ANNUAL, rate))
    assert found.headline == "not met; 2024 ahead"


def test_before_anything_is_due_the_headline_tells_how_it_stands() -> None:
    indicator = row(baseline=("2020", "70"), targets=("≥90",), observations={"2021": "80"})
    found = cp.assess(plan(indicator, period="2021/2025"), as_of="2021")["a"]
    assert found.headline == "not due (ahead)"
