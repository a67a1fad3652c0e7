"""Figures that nobody published follow from those that were, and say so."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

import civicplan as cp
from civicplan.evidence.actual import Actual

from ._plans import growth, outcome, plan, row, seen


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
    assert outcome(clear).caveats == (cp.Caveat.PRICES,)
    assert outcome(attrs.evolve(clear, prices="constant")).decisive


def test_yearly_rates_of_a_loss_do_not_compound_as_those_of_a_gain_do() -> None:
    """A loss that goes from 100 to 124.8 and 133.5 grows by 15.5 % a year, which its own yearly rates do not tell."""
    rates = (seen("2016", "-24.8", "growth"), seen("2017", "-7.0", "growth"))
    target = cp.Threshold(bound="≥-16", measure="growth", period="2016/2017")
    levels = (seen("2016", "-124.8"), seen("2017", "-133.5"))
    found = outcome(row(baseline=seen("2015", "-100"), targets=(target,), observations=(*levels, *rates)))
    assert (found.verdict, found.caveats) == (cp.Verdict.MET, (cp.Caveat.PRICES,))
    assert "of the levels" in found.explain()
    alone = outcome(row(baseline=seen("2015", "-100"), targets=(target,), observations=rates))
    assert alone.reason is cp.Reason.MISSING_OBSERVATION


@pytest.mark.parametrize(("bound", "verdict"), [("<100", cp.Verdict.MET), ("≥100", cp.Verdict.NOT_MET)])
def test_a_derived_value_that_only_rounding_brings_to_the_bound_does_not_reach_it(
    bound: str, verdict: cp.Verdict
) -> None:
    """Two falls to a part in 10^16 leave a part in 10^32, which no result of 28 digits shows."""
    falls = tuple(seen(year, "99.99999999999999", "reduction") for year in ("2016", "2017"))
    target = cp.Threshold(bound=bound, measure="reduction", period="2016/2017")
    found = outcome(row(targets=(target,), observations=falls))
    assert (found.verdict, found.decisive) == (verdict, True)


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


def test_a_total_of_less_than_one_has_a_share_done() -> None:
    target = cp.Threshold(bound="≥0.5", measure="total")
    found = outcome(row(targets=(target,), observations=(seen("2016/2018", "0.2", "total"),)), "2018")
    assert found.progress == Decimal("0.4")
    for bound, reason in (("≥0", cp.Reason.TARGET_TO_HOLD), (">0", cp.Reason.ZERO_TARGET)):
        nothing = cp.Threshold(bound=bound, measure="total")
        found = outcome(row(targets=(nothing,), observations=(seen("2016/2018", "0.2", "total"),)), "2018")
        assert found.progress == cp.NotAssessable(reason), bound


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


def test_a_sum_of_long_figures_is_exact() -> None:
    parts = (seen("2016/2019", "9" * 30, "total"), seen("2020", "0", "total"))
    found = outcome(row(targets=(cp.Threshold(bound=">1E+30", measure="total"),), observations=parts))
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


def test_a_sum_that_can_only_come_near_the_bound_misses_it_decisively() -> None:
    parts = (seen("2016/2019", "499", "total"), seen("2020", "500", "total"))
    found = outcome(row(targets=(cp.Threshold(bound=">1000", measure="total"),), observations=parts))
    assert (found.verdict, found.decisive) == (cp.Verdict.NOT_MET, True)


def test_one_more_figure_does_not_hide_a_contradiction() -> None:
    shown = [("2021", "10"), ("2021/2022", "20"), ("2022/2025", "80"), ("2023/2025", "60"), ("2022", "20")]
    target = cp.Threshold(bound="≥85", measure="total")
    for known in (shown[:-1], shown):
        observations = tuple(seen(period, figure, "total") for period, figure in known)
        whole = plan(row(targets=(target,), observations=observations), period="2021/2025")
        assert cp.assess(whole, as_of=2025)["a"].reason is cp.Reason.CONFLICTING_OBSERVATIONS


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
