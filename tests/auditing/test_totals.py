"""Cumulative figures against levels, parts and rates."""

from __future__ import annotations

import pytest

import civicplan as cp
from civicplan.model import MeasureLike

from ._plans import at, findings_of, level, only, plan, row

FALL = (at("2015", "94.0"), at("2020", "64.0"))


def fallen(reduction: str, period: str = "2016/2020", unit: str | None = "立方米") -> cp.Plan:
    start, end = FALL
    return plan(row(unit=unit, baseline=start, observations=(end, at(period, reduction, "reduction"))))


def parts(measure: MeasureLike, *figures: str) -> tuple[cp.Observation, ...]:
    return tuple(at(str(2016 + offset), figure, measure) for offset, figure in enumerate(figures))


@pytest.mark.parametrize(("printed", "words"), [("7.4", "compounding"), ("6.38", "a plain mean")])
def test_a_cumulative_fall_that_is_the_yearly_average_is_no_total(printed: str, words: str) -> None:
    finding = only(fallen(printed))
    assert (finding.code, finding.severity) == ("total-is-not-total", "contradiction")
    assert finding.computed == "[31.91 %]"
    assert words in finding.message
    number = finding.claimed.strip("[]% ")
    assert f"That is {number}" in finding.message.replace("7.40", "7.4")
    assert "year on average" in finding.message
    assert finding.message.count("[") == 2


def test_a_fall_over_the_whole_period_is_a_total() -> None:
    for printed in ("31.9", "32", "31.91"):
        assert findings_of(fallen(printed)) == [], printed


def test_any_other_fall_disagrees() -> None:
    assert findings_of(fallen("20")) == [("contradiction", "total-disagrees", "a")]


def test_a_hedged_figure_is_held_against_nothing() -> None:
    for figure in ("≥20", "≈7.4"):
        assert findings_of(fallen(figure)) == [], figure
    for bound in ("≈6.38", "6.0..6.4"):
        targets = (level("≤64"), cp.Threshold(bound=bound, measure="reduction"))
        assert findings_of(plan(row(baseline=FALL[0], targets=targets))) == [], bound
    hedged = row(baseline=at("2015", "≈94"), targets=(level("≤64"), cp.Threshold(bound="≥6.38", measure="reduction")))
    assert findings_of(plan(hedged)) == []
    part = at("2016", "5.1", "total"), at("2017", "≥5", "total"), at("2016/2017", "30.0", "total")
    assert findings_of(plan(row(observations=part))) == []


def test_a_change_is_the_sum_of_its_parts() -> None:
    changes = parts("change", "1.0", "-0.4", "1.2")
    for whole, findings in (
        ("1.8", []),
        ("3.0", [("contradiction", "total-disagrees", "a")]),
        ("0.6", [("contradiction", "total-is-not-total", "a")]),
    ):
        account = plan(row(unit="岁", observations=(*changes, at("2016/2018", whole, "change"))))
        assert findings_of(account) == findings, whole


def revised(figure: str, *, whole: str) -> cp.Plan:
    """Parts of which the last was revised from 5.5, and a whole that was not."""
    last = (
        cp.Observation(period="2018", figure="5.5", measure="total", published="2019-03"),
        cp.Observation(period="2018", figure=figure, measure="total", published="2020-03"),
    )
    return plan(row(observations=(*parts("total", "5.1", "5.2"), *last, at("2016/2018", whole, "total"))))


def test_a_whole_that_its_parts_before_a_revision_came_to_is_no_disagreement() -> None:
    assert findings_of(revised("6.5", whole="15.8")) == []
    assert findings_of(revised("6.5", whole="16.8")) == []
    assert findings_of(revised("6.5", whole="18.8")) == [("contradiction", "total-disagrees", "a")]


def test_a_total_that_was_superseded_is_passed_over() -> None:
    wholes = (
        cp.Observation(period="2016/2018", figure="28.0", measure="total", published="2019-03"),
        cp.Observation(period="2016/2018", figure="15.8", measure="total", published="2020-03"),
    )
    assert findings_of(plan(row(observations=(*parts("total", "5.1", "5.2", "5.5"), *wholes)))) == []


def test_a_fall_of_levels_in_tonnes_or_in_constant_prices_has_no_other_reading() -> None:
    for unit in ("吨", "km", "MWh"):
        assert only(fallen("20", unit=unit)).severity == "contradiction", unit
    for money in ("₹ crore", "SEK", None):
        assert only(fallen("20", unit=money)).severity == "doubt", money
    start, end = FALL
    fall = at("2016/2020", "20", "reduction")
    constant = row(unit="zł", prices="constant", baseline=start, observations=(end, fall))
    assert only(plan(constant)).severity == "contradiction"


def test_a_fall_over_a_shorter_period_is_not_compared() -> None:
    assert findings_of(fallen("7.4", "2016/2018")) == []


def test_the_fall_of_a_ratio_may_be_one_of_points() -> None:
    assert findings_of(fallen("7.4", unit="%")) == []


def test_per_unit_of_output_prices_matter() -> None:
    finding = only(fallen("7.4", unit="立方米/万元"))
    assert finding.severity == "doubt"
    assert "current prices" in finding.message


def test_a_cumulative_target_is_held_against_the_level_aimed_at() -> None:
    targets = (level("≤64"), cp.Threshold(bound="≥6.38", measure="reduction"))
    finding = only(plan(row(baseline=FALL[0], targets=targets)))
    assert (finding.severity, finding.code) == ("contradiction", "total-is-not-total")
    assert (finding.claimed, finding.computed) == ("[6.38 %]", "[31.91 %]")


def test_a_cumulative_target_that_is_neither_whole_nor_average_is_left_to_the_plan() -> None:
    targets = (level("≤64"), cp.Threshold(bound="≥20", measure="reduction"))
    assert findings_of(plan(row(baseline=FALL[0], targets=targets))) == []


def test_a_total_that_is_the_average_of_its_parts_is_no_total() -> None:
    jobs = row(observations=(*parts("total", "5.1", "5.2", "5.3", "5.4", "5.5"), at("2016/2020", "5.3", "total")))
    finding = only(plan(jobs))
    assert (finding.code, finding.claimed, finding.computed) == ("total-is-not-total", "[5.3]", "[26.50]")
    two_years = row(observations=(*parts("total", "5.1", "5.5"), at("2016/2017", "5.3", "total")))
    assert only(plan(two_years)).code == "total-is-not-total"


def test_a_total_that_is_the_average_of_the_levels_is_a_doubt() -> None:
    # Sixty kilometres may have been added to a network of some sixty.
    levels = row(
        unit="公里", observations=(*parts("level", "52", "56", "60", "64", "68"), at("2016/2020", "60", "total"))
    )
    finding = only(plan(levels))
    assert (finding.code, finding.severity) == ("total-is-not-total", "doubt")
    assert "need not be parts of it" in finding.message


def test_levels_need_not_be_parts_of_a_total() -> None:
    levels = row(observations=(*parts("level", "50", "52", "54", "56", "58"), at("2016/2020", "8", "total")))
    assert findings_of(plan(levels)) == []


def test_parts_add_up_within_rounding() -> None:
    for total in ("26.5", "26.7", "26", "27"):
        jobs = row(observations=(*parts("total", "5.1", "5.2", "5.3", "5.4", "5.5"), at("2016/2020", total, "total")))
        assert findings_of(plan(jobs)) == [], total


def test_parts_that_do_not_add_up_disagree() -> None:
    jobs = row(observations=(*parts("total", "5.1", "5.2", "5.3", "5.4", "5.5"), at("2016/2020", "28.0", "total")))
    assert findings_of(plan(jobs)) == [("contradiction", "total-disagrees", "a")]


def test_parts_of_a_shorter_period_are_not_the_total() -> None:
    jobs = row(observations=(*parts("total", "5.1", "5.2", "5.3"), at("2016/2020", "28.0", "total")))
    assert findings_of(plan(jobs)) == []


def test_the_sum_of_yearly_reductions_is_not_what_they_compound_to() -> None:
    rates = parts("reduction", "10.0", "10.0", "10.0")
    finding = only(plan(row(unit="%", observations=(*rates, at("2016/2018", "30.0", "reduction")))))
    assert (finding.code, finding.claimed, finding.computed) == ("sum-of-rates", "[30.0 %]", "[27.10 %]")
    assert finding.severity == "doubt"
    assert finding.innocent == ("The figure may be meant as the plain sum of the yearly ones.",)
    two = row(unit="%", observations=(*rates[:2], at("2016/2017", "20.0", "reduction")))
    assert only(plan(two)).code == "sum-of-rates"


def test_what_the_rates_compound_to_is_no_sum() -> None:
    for compounded in ("27.1", "27", "27.10"):
        rates = parts("reduction", "10.00", "10.00", "10.00")
        assert (
            findings_of(plan(row(unit="%", observations=(*rates, at("2016/2018", compounded, "reduction"))))) == []
        ), compounded


def test_small_rates_round_alike() -> None:
    rates = parts("reduction", "0.3", "0.3")
    assert findings_of(plan(row(unit="%", observations=(*rates, at("2016/2017", "0.6", "reduction"))))) == []


def test_a_published_case_of_compounding_is_silent() -> None:
    # As published by a provincial statistics bureau: yearly reductions of -1.51, 2.20 and 4.18 come to 4.87.
    rates = parts("reduction", "-1.51", "2.20", "4.18")
    assert findings_of(plan(row(unit="%", observations=(*rates, at("2016/2018", "4.87", "reduction"))))) == []


def test_cumulative_growth_in_percent_compounds_too() -> None:
    rates = parts("growth", "10.0", "10.0", "10.0")
    finding = only(plan(row(unit="%", observations=(*rates, at("2016/2018", "30.0", "total")))))
    assert (finding.code, finding.claimed, finding.computed) == ("sum-of-rates", "[30.0]", "[33.10]")
    assert findings_of(plan(row(unit="%", observations=(*rates, at("2016/2018", "33.1", "total"))))) == []


def test_a_unit_in_percent_does_not_say_whether_points_were_added_up() -> None:
    rates = parts("growth", "10.0", "10.0", "10.0")
    for stated, code in (("30.0", "sum-of-rates"), ("11.0", "total-is-not-total"), ("60.0", "total-disagrees")):
        finding = only(plan(row(unit="%", observations=(*rates, at("2016/2018", stated, "total")))))
        assert (finding.severity, finding.code) == ("doubt", code)
        assert "percentage points" in finding.message


def test_a_rate_that_turns_the_sign_compounds_to_nothing() -> None:
    rates = parts("growth", "10.0", "-150.0")
    assert findings_of(plan(row(unit="%", observations=(*rates, at("2016/2017", "-140.0", "total"))))) == []


def test_rates_of_longer_parts_are_not_compounded_as_yearly_ones() -> None:
    rates = at("2016/2017", "10.0", "growth"), at("2018", "10.0", "growth")
    assert findings_of(plan(row(unit="%", observations=(*rates, at("2016/2018", "20.0", "total"))))) == []


def test_a_fall_beyond_all_there_was_has_no_compounding_average() -> None:
    levels = at("2015", "-10.00"), at("2020", "-50.00"), at("2016/2020", "80.0", "reduction")
    assert "a plain mean" in only(plan(row(baseline=levels[0], observations=levels[1:]))).message


def test_a_level_printed_as_nothing_fell_by_nearly_all_there_was() -> None:
    gone = row(baseline=at("2015", "94.0"), observations=(at("2020", "0.0"), at("2016/2020", "30.0", "reduction")))
    assert findings_of(plan(gone)) == [("contradiction", "total-disagrees", "a")]


def test_a_fall_in_one_year_has_no_average_to_be_mistaken_for() -> None:
    year = row(
        baseline=at("2019", "94.0"),
        observations=(at("2020", "64.0"), at("2020", "20.0", "reduction")),
    )
    assert findings_of(plan(year)) == [("contradiction", "total-disagrees", "a")]


def test_a_cumulative_target_needs_levels_at_both_ends() -> None:
    for period in ("2016-H1/2018-H1", "2016/2018"):
        targets = (level("≤64"), cp.Threshold(bound="≥6.38", measure="reduction", period=period))
        assert findings_of(plan(row(baseline=FALL[0], targets=targets))) == [], period
        assert findings_of(plan(row(targets=targets))) == [], period


def test_a_fall_from_nothing_is_undefined() -> None:
    targets = (level("≤64"), cp.Threshold(bound="≥6.38", measure="reduction"))
    assert findings_of(plan(row(baseline=at("2015", "0.0"), targets=targets)), rules=("total-is-not-total",)) == []


def test_the_average_growth_beside_yearly_rates_does_not_hide_them() -> None:
    rates = (*parts("growth", "10.0", "10.0", "10.0"), at("2016/2018", "10.0", "growth"))
    assert findings_of(plan(row(unit="%", observations=(*rates, at("2016/2018", "30.0", "total"))))) == [
        ("doubt", "sum-of-rates", "a")
    ]


def test_a_flat_series_has_no_average_to_be_mistaken_for() -> None:
    flat = row(
        baseline=at("2015", "94.0"),
        observations=(at("2020", "94.0"), at("2016/2020", "0.0", "reduction")),
    )
    assert findings_of(plan(flat)) == []


def test_of_a_small_fall_of_counts_no_digit_is_unprinted() -> None:
    stated = at("2016/2020", "1", "reduction")
    counts = row(unit="人", exact=True, baseline=at("2015", "123456"), observations=(at("2020", "123400"), stated))
    assert "Unprinted" not in only(plan(counts), rules=("total-disagrees",)).message
