"""What came of one target: verdict, decisiveness, derivation, and reasons where there is no answer."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations

import pytest

import civicplan as cp
from civicplan.assessment import IndicatorAssessment
from civicplan.model import Target

from ._plans import growth, outcome, plan, row, seen


@pytest.mark.parametrize(
    ("bound", "actual", "verdict", "decisive"),
    [
        (">95", "95.0", cp.Verdict.NOT_MET, False),
        (">95", "94.9", cp.Verdict.NOT_MET, True),
        ("≥13", "12.7", cp.Verdict.NOT_MET, True),
        ("≥13", "13.0", cp.Verdict.MET, False),
        ("≥13", "13.1", cp.Verdict.MET, True),
        ("≤64", "64", cp.Verdict.MET, False),
        ("6.0..6.5", "6.5", cp.Verdict.MET, False),
        ("6.0..6.5", "6.2", cp.Verdict.MET, True),
        ("20±1", "21.1", cp.Verdict.NOT_MET, True),
        ("=0", "0", cp.Verdict.MET, False),
    ],
)
def test_a_verdict_is_taken_on_the_printed_value(bound: str, actual: str, verdict: cp.Verdict, decisive: bool) -> None:
    found = outcome(row(targets=(cp.Threshold(bound=bound),), observations=(seen("2020", actual),)))
    assert (found.verdict, found.decisive) == (verdict, decisive)


def test_a_level_of_another_length_is_not_the_level_that_was_aimed_at() -> None:
    found = outcome(row(targets=(cp.Threshold(bound="≥5"),), observations=(seen("2020-Q4", "6"),)))
    assert found.reason is cp.Reason.OTHER_LENGTH


def test_two_figures_that_contradict_each_other_give_no_verdict() -> None:
    one = row(targets=(cp.Threshold(bound="≥5"),), observations=(seen("2020", "6.1"), seen("2020", "5.2")))
    assert outcome(one).reason is cp.Reason.CONFLICTING_OBSERVATIONS


def test_a_figure_that_rounds_to_another_is_the_better_of_the_two() -> None:
    for figures in (("12.7", "12.65"), ("12.65", "12.7")):
        found = outcome(
            row(targets=(cp.Threshold(bound="≥12.68"),), observations=tuple(seen("2020", figure) for figure in figures))
        )
        assert str(found.actual) == "12.65"


def test_what_is_published_for_later_is_not_looked_at() -> None:
    found = outcome(
        row(baseline=seen("2015", "1"), targets=(cp.Threshold(bound="≥5"),), observations=(seen("2019", "9"),)), "2018"
    )
    assert found.verdict is cp.Verdict.NOT_DUE
    assert found.actual == cp.NotAssessable(cp.Reason.MISSING_OBSERVATION)


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        (cp.Delegated(authority="湖南省"), cp.Reason.DELEGATED_TARGET),
        (cp.Qualitative(text="明显提升"), cp.Reason.QUALITATIVE_TARGET),
    ],
)
@pytest.mark.parametrize("as_of", ["2018", "2020"])
def test_what_no_figure_can_decide_has_its_reason(target: Target, reason: cp.Reason, as_of: str) -> None:
    found = outcome(row(targets=(target,), observations=(seen("2020", "1"),)), as_of, row("b"))
    assert (found.verdict, found.reason) == (cp.Verdict.NOT_ASSESSABLE, reason)


def test_attainment_and_progress_of_the_first_target() -> None:
    gdp = cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of=2020)["gdp"]
    assert isinstance(gdp.attainment, Decimal)
    assert isinstance(gdp.progress, Decimal)
    assert isinstance(gdp.growth, Decimal)
    assert isinstance(gdp.required_growth, Decimal)
    assert gdp.attainment == Decimal("3105.8") / Decimal(3800)
    assert round(gdp.progress, 4) == round((Decimal("3105.8") - Decimal("2335.1")) / (3800 - Decimal("2335.1")), 4)
    assert gdp.elapsed == 1
    assert gdp.pace == gdp.progress
    assert round(gdp.growth, 2) == Decimal("5.87")
    assert round(gdp.required_growth, 1) == Decimal("10.2")
    assert gdp.catch_up_growth == cp.NotAssessable(cp.Reason.NO_TIME)
    assert gdp.standing == cp.NotAssessable(cp.Reason.ALREADY_DUE)


def test_a_target_behind_its_baseline_is_one_to_hold() -> None:
    grain = row(
        baseline=seen("2015", "155"), targets=(cp.Threshold(bound="≥145"),), observations=(seen("2018", "150"),)
    )
    found = outcome(grain, "2018")
    assert found.progress == cp.NotAssessable(cp.Reason.TARGET_TO_HOLD)
    assert found.standing is cp.Standing.ON_TRACK


def test_of_a_start_on_a_bound_that_excludes_it_no_share_is_done_or_due() -> None:
    on_the_bound = cp.NotAssessable(cp.Reason.BASELINE_AT_BOUND)
    rise = row(targets=(cp.Threshold(bound=">0", measure="change"),), observations=(seen("2016/2018", "2", "change"),))
    assert outcome(rise, "2018").progress == on_the_bound
    for figure, standing in (("99.0", cp.Standing.REVERSING), ("100.0", cp.Standing.BEHIND)):
        level = row(baseline=seen("2015", "100.0"), targets=(">100",), observations=(seen("2018", figure),))
        found = cp.assess(plan(level), as_of="2018", path="geometric")["a"].outcomes[0]
        assert (found.progress, found.scheduled, found.standing) == (on_the_bound, on_the_bound, standing)


def test_a_reduction_to_zero_has_no_attainment() -> None:
    found = outcome(
        row(baseline=seen("2015", "7"), targets=(cp.Threshold(bound="≤0"),), observations=(seen("2020", "3"),))
    )
    assert found.attainment == cp.NotAssessable(cp.Reason.ZERO_TARGET)
    assert found.verdict is cp.Verdict.NOT_MET


@pytest.mark.parametrize("order", list(permutations(["1.5", "2", "1.49"])))
def test_agreement_of_figures_does_not_depend_on_their_order(order: tuple[str, ...]) -> None:
    published = tuple(seen("2020", figure) for figure in order)
    found = outcome(row(targets=(cp.Threshold(bound="≥1"),), observations=published))
    assert found.reason is cp.Reason.CONFLICTING_OBSERVATIONS


def test_a_miss_never_looks_like_the_bound() -> None:
    near = row(baseline=seen("2015", "1000000"), targets=growth("≥10"), observations=(seen("2020", "1610500"),))
    said = outcome(near).explain()
    assert "not met" in said
    assert "misses by 0.00." not in said
    assert ": 10.00 %/yr" not in said
    small = row(targets=(cp.Threshold(bound="≤0.026"),), observations=(seen("2020", "0.029"),))
    assert "misses by 0.003" in outcome(small).explain()


def test_a_level_of_a_quarter_grows_only_over_whole_years() -> None:
    quarterly = row(
        baseline=seen("2023-Q4", "100"),
        targets=(cp.Threshold(bound="≥130", period="2024-Q4"),),
        observations=(seen("2024-Q1", "60"),),
    )
    found = cp.assess(plan(quarterly, period="2024"), as_of="2024-Q1")["a"]
    assert found.growth == cp.NotAssessable(cp.Reason.NOT_COMPARABLE)
    assert found.required_growth == cp.required_cagr(100, 130, 1)


def test_growth_is_required_for_the_target_in_force_and_to_catch_up_with_the_next() -> None:
    targets = (cp.Threshold(bound="≥65", period="2017"), cp.Threshold(bound="≥100"))
    both = row(baseline=seen("2015", "50"), targets=targets, observations=(seen("2018", "60"),))
    found = cp.assess(plan(both), as_of="2018")["a"]
    assert found.required_growth == cp.required_cagr(50, 65, 2)
    assert found.catch_up_growth == cp.required_cagr(60, 100, 2)


def test_a_figure_too_large_to_compute_with_leaves_the_other_rows_alone() -> None:
    target = cp.Threshold(bound="≥5", measure="reduction")
    years = tuple(seen(str(year), "-1E+30", "reduction") for year in range(2016, 2021))
    absurd = row(targets=(target,), observations=years)
    sound = row("b", targets=(cp.Threshold(bound="≥5"),), observations=(seen("2020", "7"),))
    assessed = cp.assess(plan(absurd, sound), as_of=2020)
    assert assessed["a"].reason is cp.Reason.TOO_EXTREME
    assert assessed["b"].verdict is cp.Verdict.MET


@pytest.mark.parametrize("baseline", ["2015-Q4", "2011/2015"])
def test_a_baseline_of_another_length_has_no_progress_and_no_growth(baseline: str) -> None:
    indicator = row(
        baseline=seen(baseline, "600"), targets=(cp.Threshold(bound="≥3800"),), observations=(seen("2018", "3000"),)
    )
    found = cp.assess(plan(indicator), as_of="2018")["a"]
    other_length = cp.NotAssessable(cp.Reason.OTHER_LENGTH)
    assert (found.progress, found.standing, found.required_growth) == (other_length,) * 3
    assert isinstance(found.growth, cp.NotAssessable)


def test_a_baseline_after_the_actual_has_no_progress() -> None:
    target = cp.Threshold(bound="≥200", period="2016")
    found = outcome(row(baseline=seen("2018", "100"), targets=(target,), observations=(seen("2016", "150"),)))
    assert found.progress == cp.NotAssessable(cp.Reason.NO_TIME)


def test_growth_counts_from_the_plan_s_own_baseline_whatever_is_published_since() -> None:
    indicator = row(baseline=seen("2015", "100"), observations=(seen("2015", "110"), seen("2020", "200")))
    found = cp.assess(plan(indicator), as_of="2020")["a"]
    assert found.growth == cp.cagr(100, 200, 5)


def test_a_derived_miss_of_a_range_never_looks_like_its_nearer_end() -> None:
    target = cp.Threshold(bound="6.0..6.5", measure="growth")
    found = outcome(row(targets=(target,), baseline=seen("2015", "100000"), observations=(seen("2020", "137010"),)))
    assert found.verdict is cp.Verdict.NOT_MET
    assert "6.50 %/yr for" not in found.explain()


@pytest.mark.parametrize(
    ("bound", "actual", "distance"), [("≤26", "26.6", "0.6"), ("≥100", "33", "67"), (">95", "94.5", "0.5")]
)
def test_a_miss_is_told_in_the_digits_that_it_has(bound: str, actual: str, distance: str) -> None:
    found = outcome(row(targets=(cp.Threshold(bound=bound),), observations=(seen("2020", actual),)))
    assert f"It misses by {distance}." in found.explain()


def test_a_level_of_a_fiscal_plan_is_due_in_its_last_fiscal_year() -> None:
    indicator = row(
        baseline=seen("2015-04/2016-03", "50"),
        targets=(cp.Threshold(bound="≥75"),),
        observations=(seen("2020-04/2021-03", "80"),),
    )
    found = cp.assess(plan(indicator, period="2016-04/2021-03"), as_of="2021-03")["a"]
    assert (found.verdict, found.progress) == (cp.Verdict.MET, Decimal("1.2"))
    assert isinstance(found.required_growth, Decimal)


def test_progress_counts_from_the_baseline_of_the_plan_or_a_finer_figure_that_agrees_with_it() -> None:
    def assessed(other: str) -> IndicatorAssessment:
        observations = (seen("2015", other), seen("2020", "60"))
        target = cp.Threshold(bound="≥75")
        return cp.assess(
            plan(row(baseline=seen("2015", "50"), targets=(target,), observations=observations)), as_of=2020
        )["a"]

    assert assessed("50.4").progress == cp.progress(baseline="50.4", actual="60", target="75")
    assert assessed("58").progress == cp.progress(baseline="50", actual="60", target="75")
