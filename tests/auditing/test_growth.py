"""Stated growth against levels and rates: when it fires, and everything that must not make it fire."""

from __future__ import annotations

from typing import Any

from attrs import evolve

import civicplan as cp

from ._plans import at, disagreements_of, findings_of, only, plan, row

BASE, END = at("2015", "100"), at("2020", "161.051")
DISAGREES = [("contradiction", "growth-disagrees", "a")]


def stated(figure: str, period: str = "2016/2020") -> cp.GrowthClaim:
    return cp.GrowthClaim(subject="a", figure=figure, period=period)


def claimed(figure: str, **fields: Any) -> cp.Plan:
    return plan(row(baseline=BASE, observations=(END,), **fields), claims=(stated(figure),))


def test_a_stated_growth_beyond_rounding_is_a_contradiction() -> None:
    finding = only(claimed("11"))
    assert (finding.claimed, finding.computed) == ("11 %/yr", "10.00 %/yr")
    assert "11 %/yr" in finding.message
    assert "100 for 2015 and 161.051 for 2020" in finding.message


def test_rounding_is_no_disagreement() -> None:
    for figure in ("10", "10.0", "10.05", "9.9"):
        # 100 may have been anything from 99.5 to 100.5, which gives 9.89 to 10.11 a year.
        assert findings_of(claimed(figure)) == [], figure


def test_what_no_unprinted_digit_explains_fires() -> None:
    for figure in ("10.2", "9.8"):
        assert findings_of(claimed(figure)) == DISAGREES, figure


def test_a_half_may_have_been_rounded_either_way() -> None:
    exact = row(baseline=at("2015", "100.000000"), observations=(at("2016", "110.500000"),))
    assert findings_of(plan(exact, claims=(stated("10", "2016"),))) == []
    assert findings_of(plan(exact, claims=(stated("11", "2016"),))) == []


def test_growth_printed_in_the_table_is_held_against_the_levels_too() -> None:
    table = row(baseline=BASE, observations=(END, at("2016/2020", "11", "growth")))
    assert findings_of(plan(table)) == DISAGREES


#: Money, and what is not said to be something else.
NOTATIONS = (
    "亿元", "万美元", "yuan", "元/人", "元", "亿日元", "億円", "₹", "₹ crore", "SEK", "NOK", "CHF", "Mio. CHF", "Kč",
    "zł", "mln zł", "Ft", "лв", "грн", "сом", "EUR", "£", "US$", "A$", "R$", "₩", "KRW bn", "₦", "₺", "조원", "pesos",
    "reais", "ringgit", "baht", "million USD", "thousand rupees", "lakh", "crore", "bn", "m", "points",
)  # fmt: skip


def test_levels_in_money_may_be_in_current_prices() -> None:
    for unit in NOTATIONS:
        finding = only(claimed("11", unit=unit))
        assert finding.severity == "doubt", unit
        assert "current prices" in finding.message, unit


def test_levels_per_unit_of_output_depend_on_prices_as_well() -> None:
    finding = only(claimed("11", unit="立方米", name="万元地区生产总值用水量"))
    assert finding.severity == "doubt"
    assert "current prices" in finding.message


def test_without_a_unit_nothing_rules_prices_out() -> None:
    finding = only(claimed("11", unit=None))
    assert finding.severity == "doubt"
    assert "No unit is printed" in finding.message


def test_real_growth_beside_nominal_levels_is_a_doubt_in_any_notation_of_money() -> None:
    # 100 to 161.051 is 10 a year; with prices rising by 3 it is 6.8 in constant ones.
    for unit in (*NOTATIONS, None):
        assert findings_of(claimed("6.8", unit=unit)) == [("doubt", "growth-disagrees", "a")], unit


def test_physical_units_and_counts_have_no_prices() -> None:
    for unit in ("吨", "公里", "万亩", "MWh", "tonnes", "km", "万人", "件", "亿立方米"):
        assert findings_of(claimed("6.8", unit=unit)) == DISAGREES, unit


def test_declared_prices_outweigh_the_unit() -> None:
    for unit in ("亿元", "₹ crore", None):
        assert findings_of(claimed("6.8", unit=unit, prices="constant")) == DISAGREES, unit
    finding = only(claimed("6.8", unit="吨", prices="current"))
    assert finding.severity == "doubt"
    assert "current prices" in finding.message


def test_the_growth_of_a_ratio_may_be_one_of_points() -> None:
    for unit in ("%", "％", "‰", "个百分点", "per cent"):
        assert disagreements_of(claimed("12", unit=unit)) == [], unit


def test_a_series_without_a_unit_may_be_one_of_percentages() -> None:
    finding = only(claimed("12", unit=None, name="growth of output"))
    assert finding.severity == "doubt"
    assert "be percentages" in finding.message


def revised(unit: str = "吨") -> cp.Indicator:
    """Levels that were published as 10 % a year, and as 11 % a year since."""
    levels = (
        cp.Observation(period="2020", figure="161.051", published="2021-03"),
        cp.Observation(period="2020", figure="168.506", published="2022-03"),
    )
    return row(unit=unit, baseline=at("2015", "100.000"), observations=levels)


def test_a_growth_of_the_levels_before_a_revision_is_no_disagreement() -> None:
    for figure in ("10.0", "11.0"):
        assert findings_of(plan(revised(), claims=(stated(figure),))) == [], figure
    assert findings_of(plan(revised(), claims=(stated("12.0"),))) == DISAGREES


def test_a_growth_from_the_baseline_as_it_was_restated_is_no_disagreement() -> None:
    levels = row(baseline=at("2015", "100.00"), observations=(at("2015", "105.00"), at("2020", "161.05")))
    for figure, codes in (("10.0", []), ("8.9", []), ("12.0", DISAGREES)):
        findings = findings_of(plan(levels, claims=(stated(figure),)), rules=("growth-disagrees",))
        assert findings == codes, figure


def test_a_claim_about_other_years_is_not_compared() -> None:
    assert disagreements_of(plan(row(baseline=BASE, observations=(END,)), claims=(stated("11", "2016/2019"),))) == []
    assert disagreements_of(plan(row(baseline=BASE, observations=(END,)), claims=(stated("11", "2017/2020"),))) == []


def test_a_claim_about_a_period_that_is_not_over_is_passed_over() -> None:
    assert disagreements_of(claimed("11"), as_of="2019") == []


def test_a_total_is_no_level() -> None:
    totals = row(
        baseline=at("2011/2015", "7522", "total"),
        observations=(at("2016/2020", "10876", "total"), at("2016/2020", "11.1", "growth")),
    )
    assert findings_of(plan(totals)) == []


def test_where_the_growth_of_the_levels_is_undefined_nothing_is_said() -> None:
    for start in ("0", "-1", "0.0"):
        levels = row(baseline=at("2015", start), observations=(at("2020", "5"),))
        assert disagreements_of(plan(levels, claims=(stated("3"),))) == [], start


def yearly(*rates: str) -> tuple[cp.Observation, ...]:
    return tuple(at(str(2016 + offset), rate, "growth") for offset, rate in enumerate(rates))


def test_yearly_rates_serve_where_no_levels_are_printed() -> None:
    finding = only(plan(row(observations=yearly("8.0", "8.0", "8.0", "8.0", "8.0")), claims=(stated("9.0"),)))
    assert finding.computed == "8.00 %/yr"
    assert finding.severity == "contradiction"


def test_yearly_rates_in_money_are_rates_already() -> None:
    rates = row(unit="亿元", observations=yearly("8.0", "8.0", "8.0", "8.0", "8.0"))
    assert only(plan(rates, claims=(stated("9.0"),))).severity == "contradiction"


def test_a_plain_mean_of_the_yearly_rates_is_a_doubt() -> None:
    rates = row(observations=yearly("50.0", "-50.0", "50.0", "-50.0", "50.0"))
    finding = only(plan(rates, claims=(stated("10.0"),)))
    assert finding.severity == "doubt"
    assert "plain mean" in finding.message


def test_where_levels_and_rates_disagree_the_one_that_agrees_makes_it_a_doubt() -> None:
    figures = row(baseline=BASE, observations=(END, *yearly("12.0", "12.0", "12.0", "12.0", "12.0")))
    finding = only(plan(figures, claims=(stated("12.0"),)))
    assert (finding.severity, finding.computed) == ("doubt", "10.00 %/yr")
    assert "The average of the yearly growth rates, compounding, 12.00 %/yr, agrees" in finding.message


def test_a_claim_is_held_against_the_table_where_nothing_can_be_derived() -> None:
    table = row(observations=(at("2016/2020", "7.2", "growth", line=165),))
    finding = only(plan(table, claims=(stated("7.5"),)))
    assert finding.computed == "7.2 %/yr"
    assert [place.line for place in finding.evidence] == [165]
    assert findings_of(plan(table, claims=(stated("7"),))) == []


def test_a_shrinking_loss_grows() -> None:
    losses = row(baseline=at("2015", "-100.0"), observations=(at("2020", "-59.0"),))
    assert only(plan(losses, claims=(stated("12"),))).computed == "10.01 %/yr"
    assert findings_of(plan(losses, claims=(stated("10"),))) == []


def test_how_a_row_was_read_is_said() -> None:
    noted = claimed("11", notes="the unit was read as tonnes")
    assert only(noted).note == "the unit was read as tonnes"


def test_of_counts_no_digit_is_unprinted() -> None:
    counts = row(unit="人", exact=True, baseline=at("2015", "1234"), observations=(at("2020", "1849"),))
    for figure, words in (("7", "is 8.42 %/yr."), ("7.123", "is 8.424 %/yr.")):
        message = only(plan(counts, claims=(stated(figure),))).message
        assert message.endswith(words)
    small = evolve(counts, observations=(at("2020", "1235"),))
    assert "Unprinted" not in only(plan(small, claims=(stated("7"),))).message
    assert "Unprinted digits allow anything" in only(claimed("11")).message
