"""Plans of fiscal years: twelve months of one fiscal calendar are a year, so every rule works as on calendar years."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import civicplan as cp

from ._plans import at, findings_of, growth, level, only, plan, row

#: From the first year to the last, the period of these years.
Years = Callable[[int, int], str]


def calendar(first: int, last: int) -> str:
    return f"{first}/{last}" if first != last else f"{first}"


def fiscal(first: int, last: int) -> str:
    return f"{first}-04/{last + 1}-03"


def growth_of_levels(years: Years) -> cp.Plan:
    claim = cp.GrowthClaim(subject="a", figure="11", period=years(2016, 2020))
    levels = row(baseline=at(years(2015, 2015), "100"), observations=(at(years(2020, 2020), "161.051"),))
    return plan(levels, period=years(2016, 2020), claims=(claim,))


def growth_of_rates(years: Years) -> cp.Plan:
    claim = cp.GrowthClaim(subject="a", figure="9.0", period=years(2016, 2018))
    rates = tuple(at(years(year, year), "8.0", "growth") for year in (2016, 2017, 2018))
    return plan(row(observations=rates), period=years(2016, 2020), claims=(claim,))


def two_targets(years: Years) -> cp.Plan:
    aims = row(baseline=at(years(2015, 2015), "100"), targets=(level("≥200"), growth("≤10")))
    return plan(aims, period=years(2016, 2020))


def dated_targets(years: Years) -> cp.Plan:
    rate = cp.Threshold(bound="≤10", measure="growth", period=years(2016, 2020))
    aims = row(baseline=at(years(2015, 2015), "100"), targets=(level("≥200", years(2020, 2020)), rate))
    return plan(aims, period=years(2016, 2020))


def average_fall(years: Years) -> cp.Plan:
    levels = at(years(2015, 2015), "94.0"), at(years(2020, 2020), "64.0")
    stated = at(years(2016, 2020), "7.4", "reduction")
    return plan(row(baseline=levels[0], observations=(levels[1], stated)), period=years(2016, 2020))


def average_fall_aimed_at(years: Years) -> cp.Plan:
    targets = (level("≤64"), cp.Threshold(bound="≥6.38", measure="reduction"))
    return plan(row(baseline=at(years(2015, 2015), "94.0"), targets=targets), period=years(2016, 2020))


def average_of_levels(years: Years) -> cp.Plan:
    levels = (at(years(2016 + index, 2016 + index), str(52 + 4 * index)) for index in range(5))
    stated = at(years(2016, 2020), "60", "total")
    return plan(row(observations=(*levels, stated)), period=years(2016, 2020))


def sum_of_rates(years: Years) -> cp.Plan:
    rates = (at(years(year, year), "10.0", "reduction") for year in (2016, 2017, 2018))
    return plan(row(observations=(*rates, at(years(2016, 2018), "30.0", "reduction"))), period=years(2016, 2020))


def shortfall(years: Years) -> cp.Plan:
    missed = row(targets=(level("≥75"),), observations=(at(years(2020, 2020), "60"),))
    claim = cp.VerdictClaim(subjects=("a",), verdict="met")
    return plan(missed, period=years(2016, 2020), claims=(claim,))


@pytest.mark.parametrize(
    "made",
    [
        growth_of_levels,
        growth_of_rates,
        two_targets,
        dated_targets,
        average_fall,
        average_fall_aimed_at,
        average_of_levels,
        sum_of_rates,
        shortfall,
    ],
)
def test_what_is_found_in_calendar_years_is_found_in_fiscal_years(made: Callable[[Years], cp.Plan]) -> None:
    assert findings_of(made(calendar)) == findings_of(made(fiscal)) != []


def test_a_level_of_the_calendar_year_is_none_of_a_fiscal_year() -> None:
    aims = row(baseline=at("2015", "100"), targets=(level("≥200"), growth("≤10")))
    assert findings_of(plan(aims, period="2016-04/2021-03")) == []


def test_assessment_and_audit_take_a_level_target_as_due_in_the_same_year() -> None:
    fiscal_plan = two_targets(fiscal)
    (outcome, _) = cp.assess(fiscal_plan, as_of=fiscal_plan.period)["a"].outcomes
    assert outcome.due == cp.Period.parse("2020-04/2021-03")
    assert "≥200 from 100 in 2015-Q2/2016-Q1, needs 14.87 %/yr" in only(fiscal_plan).message
