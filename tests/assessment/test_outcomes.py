"""What came of one target: verdict, decisiveness, derivation, and reasons where there is no answer."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations

import pytest

import civicplan as cp
from civicplan.assessment import IndicatorAssessment
from civicplan.evidence import Actual
from civicplan.model import RelationLike, Target

from ._plans import outcome, plan, row, seen


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


def test_a_growth_that_is_not_published_is_derived_from_the_levels_and_says_so() -> None:
    found = outcome(row(baseline=seen("2015", "100"), targets=growth("≥9"), observations=(seen("2020", "161.051"),)))
    assert isinstance(found.actual, Actual)
    assert found.actual.value == 10
    assert found.actual.is_derived
    assert found.verdict is cp.Verdict.MET
    assert "The actual is not published; it is derived as the compound annual growth" in found.explain()


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
    assert isinstance(found.actual, Actual)
    assert not found.actual.is_derived


def test_yearly_rates_compound_to_the_average_and_come_before_levels() -> None:
    rates = [seen(str(year), rate, "growth") for year, rate in zip(range(2016, 2021), ["10"] * 4 + ["-4"], strict=True)]
    found = outcome(row(baseline=seen("2015", "1"), targets=growth("≥7"), observations=(*rates, seen("2020", "9"))))
    assert isinstance(found.actual, Actual)
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
    assert isinstance(found.actual, Actual)
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
    assert isinstance(found.actual, Actual)
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
def test_what_no_figure_can_decide_has_its_reason(target: Target, reason: cp.Reason, as_of: str) -> None:
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
    relation: RelationLike, own: str, other: str, verdict: cp.Verdict, decisive: bool
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
    targets: dict[str, Target] = {
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
    assert isinstance(found.actual, Actual)
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
    assert "misses by 0.00." not in said
    assert ": 10.00 %/yr" not in said
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
    assert (found.verdict, found.decisive) == (cp.Verdict.NOT_MET, True)


@pytest.mark.parametrize("rate", ["0.1", "7.2", "7.9", "9.4", "3.125", "-4.4"])
@pytest.mark.parametrize("years", [2, 5, 10, 15])
def test_equal_yearly_rates_average_to_themselves(rate: str, years: int) -> None:
    rates = tuple(seen(str(2011 + year), rate, "growth") for year in range(years))
    whole = plan(row(targets=growth(f"≥{rate}"), observations=rates), period=f"2011/{2010 + years}")
    found = cp.assess(whole, as_of=2010 + years)["a"]
    assert found.verdict is cp.Verdict.MET
    assert isinstance(found.outcomes[0].actual, Actual)
    assert found.outcomes[0].actual.value == Decimal(rate)


def test_a_figure_too_large_to_compute_with_leaves_the_other_rows_alone() -> None:
    target = cp.Threshold(bound="≥5", measure="reduction")
    years = tuple(seen(str(year), "-1E+30", "reduction") for year in range(2016, 2021))
    absurd = row(targets=(target,), observations=years)
    sound = row("b", targets=(cp.Threshold(bound="≥5"),), observations=(seen("2020", "7"),))
    assessed = cp.assess(plan(absurd, sound), as_of=2020)
    assert assessed["a"].reason is cp.Reason.TOO_EXTREME
    assert assessed["b"].verdict is cp.Verdict.MET


def test_a_lead_of_one_printed_step_is_decisive() -> None:
    """Own growth is 7.15 at least, the other less than 7.15."""
    ahead = row(
        targets=(cp.Relative(reference="b", relation="above"),), observations=(seen("2016/2020", "7.2", "growth"),)
    )
    other = row("b", observations=(seen("2016/2020", "7.1", "growth"),))
    found = outcome(ahead, "2020", other)
    assert (found.verdict, found.decisive) == (cp.Verdict.MET, True)
    below = cp.Relative(reference="b", relation="below")
    found = outcome(row(targets=(below,), observations=ahead.observations), "2020", other)
    assert (found.verdict, found.decisive) == (cp.Verdict.NOT_MET, True)


def test_a_sum_that_can_only_come_near_the_bound_misses_it_decisively() -> None:
    parts = (seen("2016/2019", "499", "total"), seen("2020", "500", "total"))
    found = outcome(row(targets=(cp.Threshold(bound="≥1000", measure="total"),), observations=parts))
    assert (found.verdict, found.decisive) == (cp.Verdict.NOT_MET, True)


def test_levels_in_different_units_are_not_held_against_each_other() -> None:
    lead = cp.Relative(reference="b", relation="above", measure="level")
    own = row(unit="亿元", targets=(lead,), observations=(seen("2020", "8"),))
    other = row("b", unit="万元", observations=(seen("2020", "9000"),))
    assert outcome(own, "2020", other).reason is cp.Reason.UNIT_DIFFERS


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


def test_one_more_figure_does_not_hide_a_contradiction() -> None:
    shown = [("2021", "10"), ("2021/2022", "20"), ("2022/2025", "80"), ("2023/2025", "60"), ("2022", "20")]
    target = cp.Threshold(bound="≥85", measure="total")
    for known in (shown[:-1], shown):
        observations = tuple(seen(period, figure, "total") for period, figure in known)
        whole = plan(row(targets=(target,), observations=observations), period="2021/2025")
        assert cp.assess(whole, as_of=2025)["a"].reason is cp.Reason.CONFLICTING_OBSERVATIONS


def test_a_baseline_that_is_contradicted_gives_no_growth() -> None:
    indicator = row(baseline=seen("2015", "100"), observations=(seen("2015", "110"), seen("2020", "200")))
    found = cp.assess(plan(indicator), as_of="2020")["a"]
    assert found.growth == cp.NotAssessable(cp.Reason.CONFLICTING_OBSERVATIONS)


def test_a_derived_miss_of_a_range_never_looks_like_its_nearer_end() -> None:
    target = cp.Threshold(bound="6.0..6.5", measure="growth")
    found = outcome(row(targets=(target,), baseline=seen("2015", "100000"), observations=(seen("2020", "137010"),)))
    assert found.verdict is cp.Verdict.NOT_MET
    assert "6.50 %/yr for" not in found.explain()


def test_a_relation_has_no_attainment() -> None:
    own = row(targets=(cp.Relative(reference="b", relation="above"),), observations=(seen("2016/2020", "7", "growth"),))
    other = row("b", observations=(seen("2016/2020", "6", "growth"),))
    assert outcome(own, "2020", other).attainment == cp.NotAssessable(cp.Reason.NO_SHARE)


@pytest.mark.parametrize(
    ("bound", "actual", "distance"), [("≤26", "26.6", "0.6"), ("≥100", "33", "67"), (">95", "94.5", "0.5")]
)
def test_a_miss_is_told_in_the_digits_that_it_has(bound: str, actual: str, distance: str) -> None:
    found = outcome(row(targets=(cp.Threshold(bound=bound),), observations=(seen("2020", actual),)))
    assert f"It misses by {distance}." in found.explain()


def test_a_part_that_is_disputed_is_gone_round() -> None:
    years = (seen("2016", "20", "total"), seen("2017", "22", "total"))
    quarters = [("2016-Q1", "5"), ("2016-Q1", "7"), *((f"2016-Q{number}", "5") for number in (2, 3, 4))]
    target = cp.Threshold(bound="≥40", measure="total", period="2016/2017")
    disputed = tuple(seen(period, figure, "total") for period, figure in quarters)
    found = outcome(row(targets=(target,), observations=(*years, *disputed)))
    assert (found.verdict, str(found.actual)) == (cp.Verdict.MET, "42")
    assert (
        outcome(row(targets=(target,), observations=(*years[1:], *disputed))).reason
        is cp.Reason.CONFLICTING_OBSERVATIONS
    )


def test_of_several_rows_of_parts_the_one_with_the_finest_digits_counts() -> None:
    halves = tuple(seen(f"2016-H{number}", "1E+1", "total") for number in (1, 2))
    quarters = tuple(seen(f"2016-Q{number}", "4.11", "total") for number in (1, 2, 3, 4))
    target = cp.Threshold(bound="≥20", measure="total", period="2016")
    found = outcome(row(targets=(target,), observations=(*halves, *quarters)))
    assert (found.verdict, found.decisive, str(found.actual)) == (cp.Verdict.NOT_MET, True, "16.44")


def test_a_level_of_a_fiscal_plan_is_due_in_its_last_fiscal_year() -> None:
    indicator = row(
        baseline=seen("2015-04/2016-03", "50"),
        targets=(cp.Threshold(bound="≥75"),),
        observations=(seen("2020-04/2021-03", "80"),),
    )
    found = cp.assess(plan(indicator, period="2016-04/2021-03"), as_of="2021-03")["a"]
    assert (found.verdict, found.progress) == (cp.Verdict.MET, Decimal("1.2"))
    assert isinstance(found.required_growth, Decimal)


def test_progress_counts_from_the_better_of_two_figures_for_the_baseline() -> None:
    def assessed(other: str) -> IndicatorAssessment:
        observations = (seen("2015", other), seen("2020", "60"))
        target = cp.Threshold(bound="≥75")
        return cp.assess(
            plan(row(baseline=seen("2015", "50"), targets=(target,), observations=observations)), as_of=2020
        )["a"]

    assert assessed("50.4").progress == cp.progress(baseline="50.4", actual="60", target="75")
    assert assessed("58").progress == cp.NotAssessable(cp.Reason.CONFLICTING_OBSERVATIONS)


@pytest.mark.parametrize(("one", "other"), [("%", "％"), ("km", "KM"), ("10,000 t", "10,000t")])
def test_a_unit_in_another_spelling_is_the_same(one: str, other: str) -> None:
    lead = cp.Relative(reference="b", relation="above", measure="level")
    own = row(unit=one, targets=(lead,), observations=(seen("2020", "8"),))
    assert outcome(own, "2020", row("b", unit=other, observations=(seen("2020", "7"),))).verdict is cp.Verdict.MET
