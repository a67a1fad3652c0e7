"""The published Chinese figures on reductions, to the printed digit.

Source: as published by provincial statistics bureaus, one of which attributes the formulas to the National Bureau of
Statistics of China.
"""

from __future__ import annotations

from decimal import Decimal

from civicplan.measure import (
    cumulative_reduction,
    over_fulfilment,
    reduction_progress,
    remaining_reduction,
    required_cagr,
)
from civicplan.values import Period

SO_FAR = ("-1.51", "2.20", "4.18")


def test_three_years_compound_to_4_87_percent() -> None:
    assert round(cumulative_reduction(SO_FAR), 2) == Decimal("4.87")


def test_of_a_reduction_by_17_percent_26_8_percent_are_done() -> None:
    assert round(100 * reduction_progress(reductions=SO_FAR, target="17"), 1) == Decimal("26.8")


def test_12_75_percent_remain() -> None:
    assert round(remaining_reduction(reductions=SO_FAR, target="17"), 2) == Decimal("12.75")


def test_over_two_years_6_59_percent_remain_for_each() -> None:
    assert round(remaining_reduction(reductions=SO_FAR, target="17", years=2), 2) == Decimal("6.59")


def test_3_66_percent_were_planned_for_each_of_five_years() -> None:
    assert round(remaining_reduction(reductions=[], target="17", years=5), 2) == Decimal("3.66")


def test_a_reduction_by_13_4_of_16_percent_is_82_5_percent_done() -> None:
    assert round(100 * reduction_progress(reductions=["13.4"], target="16"), 1) == Decimal("82.5")


def test_a_reduction_by_20_07_of_20_percent_is_100_39_percent_done() -> None:
    assert round(100 * reduction_progress(reductions=["20.07"], target="20"), 2) == Decimal("100.39")


def test_26_59_of_20_is_32_95_percent_beyond() -> None:
    assert round(over_fulfilment(actual="26.59", target="20"), 2) == Decimal("32.95")


def test_from_0_934_to_0_83_in_three_years_takes_3_9_percent_a_year() -> None:
    assert round(-required_cagr("0.934", "0.83", 3), 1) == Decimal("3.9")


def test_eleven_months_are_91_67_percent_of_a_year() -> None:
    assert round(100 * Period.parse("2024").elapsed("2024-11"), 2) == Decimal("91.67")
