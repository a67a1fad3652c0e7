"""What came of one target: verdict, decisiveness, derivation, and reasons where there is no answer."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest

import civicplan as cp
from civicplan.assess import Outcome


def plan(*indicators: cp.Indicator, period: str = "2016/2020") -> cp.Plan:
    return cp.Plan(id="p", title="A plan", period=period, indicators=indicators)


def row(id: str = "a", **fields: Any) -> cp.Indicator:
    return cp.Indicator(id=id, name=id, **fields)


def seen(period: str, figure: str, measure: str = "level") -> cp.Observation:
    return cp.Observation(period=period, figure=figure, measure=measure)


def outcome(indicator: cp.Indicator, as_of: str = "2020", *others: cp.Indicator) -> Outcome:
    return cp.assess(plan(indicator, *others), as_of=as_of)[indicator.id].outcomes[0]


def growth(bound: str) -> tuple[cp.Threshold]:
    return (cp.Threshold(bound=bound, measure="growth"),)


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


def test_a_growth_that_nobody_published_is_derived_from_the_levels_and_says_so() -> None:
    found = outcome(row(baseline=seen("2015", "100"), targets=growth("≥9"), observations=(seen("2020", "161.051"),)))
    assert isinstance(found.actual, cp.Actual)
    assert found.actual.value == 10
    assert found.actual.is_derived
    assert found.verdict is cp.Verdict.MET
    assert "Nobody published" in found.explain()


def test_a_derived_value_is_decisive_only_if_all_that_its_printed_inputs_allow_agrees() -> None:
    exact = row(baseline=seen("2015", "100"), targets=growth("≥10"), observations=(seen("2020", "161.051"),))
    found = outcome(exact)
    assert (found.verdict, found.decisive) == (cp.Verdict.MET, False)
    clear = row(baseline=seen("2015", "100"), targets=growth("≥10"), observations=(seen("2020", "170"),))
    assert outcome(clear).decisive


def test_a_published_growth_is_preferred_to_a_derived_one() -> None:
    levels = row(
        baseline=seen("2015", "100"),
        targets=growth("≥9"),
        observations=(seen("2020", "161.051"), seen("2016/2020", "7.2", "growth")),
    )
    found = outcome(levels)
    assert found.verdict is cp.Verdict.NOT_MET
    assert isinstance(found.actual, cp.Actual)
    assert not found.actual.is_derived


def test_yearly_rates_compound_to_the_average_and_come_before_levels() -> None:
    rates = [seen(str(year), rate, "growth") for year, rate in zip(range(2016, 2021), ["10"] * 4 + ["-4"], strict=True)]
    found = outcome(row(baseline=seen("2015", "1"), targets=growth("≥7"), observations=(*rates, seen("2020", "9"))))
    assert isinstance(found.actual, cp.Actual)
    # (1.1^4 · 0.96)^(1/5) - 1 = 7.042...%, where the mean of the rates would be 7.2
    assert Decimal("7.04") < found.actual.value < Decimal("7.05")


@pytest.mark.parametrize("missing", [2016, 2018, 2020])
def test_an_incomplete_row_of_yearly_rates_gives_no_average(missing: int) -> None:
    rates = [seen(str(year), "10", "growth") for year in range(2016, 2021) if year != missing]
    found = outcome(row(targets=growth("≥7"), observations=tuple(rates)))
    assert found.actual == cp.NotAssessable(cp.Reason.MISSING_OBSERVATION)
    assert found.verdict is cp.Verdict.NOT_ASSESSABLE


def test_a_total_is_the_sum_of_its_parts() -> None:
    parts = (seen("2016/2018", "10", "total"), seen("2019", "3", "total"), seen("2020", "4.5", "total"))
    found = outcome(row(targets=(cp.Threshold(bound="≥17", measure="total"),), observations=parts))
    assert isinstance(found.actual, cp.Actual)
    assert found.actual.value == Decimal("17.5")
    # the parts allow 16.45 to 18.55, so their digits leave it open
    assert (found.verdict, found.decisive) == (cp.Verdict.MET, False)


def test_reductions_compound_and_are_never_summed() -> None:
    parts = tuple(seen(str(year), "3.2", "reduction") for year in range(2016, 2021))
    found = outcome(row(targets=(cp.Threshold(bound="≥15.5", measure="reduction"),), observations=parts))
    assert found.verdict is cp.Verdict.NOT_MET  # the sum would be 16


def test_a_reduction_is_derived_from_the_first_and_last_level() -> None:
    found = outcome(
        row(
            baseline=seen("2015", "50"),
            targets=(cp.Threshold(bound="≥20", measure="reduction"),),
            observations=(seen("2020", "39"),),
        )
    )
    assert isinstance(found.actual, cp.Actual)
    assert found.actual.value == 22


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
        (cp.Relative(reference="b", relation="in_step"), cp.Reason.TOLERANCE_UNKNOWN),
    ],
)
@pytest.mark.parametrize("as_of", ["2018", "2020"])
def test_what_no_figure_can_decide_has_its_reason(target: cp.Target, reason: cp.Reason, as_of: str) -> None:
    found = outcome(row(targets=(target,), observations=(seen("2020", "1"),)), as_of, row("b"))
    assert (found.verdict, found.reason) == (cp.Verdict.NOT_ASSESSABLE, reason)


@pytest.mark.parametrize(
    ("relation", "own", "other", "verdict", "decisive"),
    [
        ("above", "7.7", "7.2", cp.Verdict.MET, True),
        ("above", "7.2", "7.2", cp.Verdict.NOT_MET, False),
        ("above", "7.25", "7.2", cp.Verdict.MET, False),
        ("below", "7.7", "7.2", cp.Verdict.NOT_MET, True),
        ("in_step", "7.7", "7.2", cp.Verdict.MET, True),
        ("in_step", "8.2", "7.2", cp.Verdict.MET, False),
        ("in_step", "9.2", "7.2", cp.Verdict.NOT_MET, True),
    ],
)
def test_a_relative_target_is_a_bound_on_the_lead(
    relation: str, own: str, other: str, verdict: cp.Verdict, decisive: bool
) -> None:
    tolerance = "1" if relation == "in_step" else None
    found = outcome(
        row(
            targets=(cp.Relative(reference="b", relation=relation, tolerance=tolerance),),
            observations=(seen("2016/2020", own, "growth"),),
        ),
        "2020",
        row("b", observations=(seen("2016/2020", other, "growth"),)),
    )
    assert (found.verdict, found.decisive) == (verdict, decisive)


def test_a_relative_target_without_its_reference_has_its_reason() -> None:
    own = row(targets=(cp.Relative(reference="b", relation="above"),), observations=(seen("2016/2020", "7", "growth"),))
    assert outcome(own, "2020", row("b")).reason is cp.Reason.MISSING_REFERENCE


@pytest.mark.parametrize(
    ("verdicts", "joint"),
    [
        ("met not_met not_due", "not_met"),
        ("met not_due not_assessable", "not_due"),
        ("not_assessable met", "met"),
        ("not_assessable", "not_assessable"),
        ("", "not_assessable"),
    ],
)
def test_the_joint_verdict_of_several_targets(verdicts: str, joint: str) -> None:
    targets: dict[str, cp.Target] = {
        "met": cp.Threshold(bound="≥1", period="2018"),
        "not_met": cp.Threshold(bound="≥9", period="2018"),
        "not_due": cp.Threshold(bound="≥1"),
        "not_assessable": cp.Qualitative(text="better"),
    }
    indicator = row(targets=tuple(targets[name] for name in verdicts.split()), observations=(seen("2018", "5"),))
    found = cp.assess(plan(indicator), as_of="2018")["a"]
    assert found.verdict == joint
    assert len(found.outcomes) == len(verdicts.split())


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


def test_a_reduction_to_zero_has_no_attainment() -> None:
    found = outcome(
        row(baseline=seen("2015", "7"), targets=(cp.Threshold(bound="≤0"),), observations=(seen("2020", "3"),))
    )
    assert found.attainment == cp.NotAssessable(cp.Reason.ZERO_TARGET)
    assert found.verdict is cp.Verdict.NOT_MET


@pytest.mark.parametrize(
    "rates",
    [
        [("2016/2019", "8"), ("2020-Q1", "6"), ("2020-Q2", "6"), ("2020-Q3", "6"), ("2020-Q4", "6")],
        [("2016-H1", "8"), ("2016-H2/2018-H1", "6"), ("2018-H2", "6"), ("2019", "6"), ("2020", "6")],
    ],
)
def test_only_yearly_rates_make_an_average_of_years(rates: list[tuple[str, str]]) -> None:
    published = tuple(seen(period, rate, "growth") for period, rate in rates)
    assert outcome(row(targets=growth("≥7"), observations=published)).reason is cp.Reason.MISSING_OBSERVATION
    levels = (seen("2020", "145"), *published)
    found = outcome(row(baseline=seen("2015", "100"), targets=growth("≥7"), observations=levels))
    assert found.verdict is cp.Verdict.MET  # 45 % in five years is 7.7 % a year


@pytest.mark.parametrize("order", list(permutations(["1.5", "2", "1.49"])))
def test_agreement_of_figures_does_not_depend_on_their_order(order: tuple[str, ...]) -> None:
    published = tuple(seen("2020", figure) for figure in order)
    found = outcome(row(targets=(cp.Threshold(bound="≥1"),), observations=published))
    assert found.reason is cp.Reason.CONFLICTING_OBSERVATIONS


def test_rows_of_parts_that_contradict_each_other_give_no_total() -> None:
    total = (cp.Threshold(bound="≥40", measure="total"),)
    halves = (("2016/2018", "40"), ("2019/2020", "10"), ("2016/2017", "10"), ("2018/2020", "20"))
    published = tuple(seen(period, figure, "total") for period, figure in halves)
    assert outcome(row(targets=total, observations=published)).reason is cp.Reason.CONFLICTING_OBSERVATIONS
    yearly = tuple(seen(str(year), "10", "total") for year in range(2016, 2021))
    agreeing = (*yearly, seen("2016/2018", "30", "total"))
    found = outcome(row(targets=total, observations=agreeing))
    assert isinstance(found.actual, cp.Actual)
    assert (found.verdict, len(found.actual.inputs)) == (cp.Verdict.MET, 3)


def test_conflicting_inputs_are_a_conflict_and_not_missing() -> None:
    levels = row(baseline=seen("2015", "1"), targets=growth("≥7"), observations=(seen("2020", "2"), seen("2020", "3")))
    assert outcome(levels).reason is cp.Reason.CONFLICTING_OBSERVATIONS
    parts = tuple(seen(str(year), "10", "total") for year in (2016, 2017, 2018, 2019, 2020))
    twice = row(
        targets=(cp.Threshold(bound="≥40", measure="total"),), observations=(*parts, seen("2018", "12", "total"))
    )
    assert outcome(twice).reason is cp.Reason.CONFLICTING_OBSERVATIONS


def test_a_miss_never_looks_like_the_bound() -> None:
    near = row(baseline=seen("2015", "1000000"), targets=growth("≥10"), observations=(seen("2020", "1610500"),))
    said = outcome(near).explain()
    assert "not met" in said
    assert "misses by 0.00;" not in said
    assert "gives 10.00 %/yr" not in said
    small = row(targets=(cp.Threshold(bound="≤0.026"),), observations=(seen("2020", "0.029"),))
    assert "misses by 0.003" in outcome(small).explain()


def test_a_level_of_a_quarter_grows_only_over_whole_years() -> None:
    quarterly = row(
        baseline=seen("2023-Q4", "100"),
        targets=(cp.Threshold(bound="≥70", period="2024-Q4"),),
        observations=(seen("2024-Q1", "60"),),
    )
    found = cp.assess(plan(quarterly, period="2024"), as_of="2024-Q1")["a"]
    assert found.growth == cp.NotAssessable(cp.Reason.NOT_COMPARABLE)
    assert found.required_growth == cp.required_cagr(100, 70, 1)


def test_growth_that_is_needed_leads_to_the_target_due_last() -> None:
    targets = (cp.Threshold(bound="≥65", period="2017"), cp.Threshold(bound="≥100"))
    both = row(baseline=seen("2015", "50"), targets=targets, observations=(seen("2018", "60"),))
    found = cp.assess(plan(both), as_of="2018")["a"]
    assert found.required_growth == cp.required_cagr(50, 100, 5)
    assert found.catch_up_growth == cp.required_cagr(60, 100, 2)


def test_a_sum_of_long_figures_is_exact() -> None:
    parts = (seen("2016/2019", "9" * 30, "total"), seen("2020", "0", "total"))
    found = outcome(row(targets=(cp.Threshold(bound="≥1E+30", measure="total"),), observations=parts))
    assert (found.verdict, found.decisive) == (cp.Verdict.NOT_MET, False)
