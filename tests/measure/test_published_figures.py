"""Figures that statistical offices published, recomputed to the printed digit.

The yearly changes, the progress, what remains and what is planned each year were published by a provincial statistics
bureau, which attributes the formula for the progress to the National Bureau of Statistics of China. The other figures
stand in reviews of plans of the same kind.
"""

from decimal import Decimal

import civicplan as cp
from civicplan.measure import over_fulfilment, planned_reduction

#: Yearly changes of +1.51, -2.20 and -4.18 percent, as reductions [percent].
REDUCTIONS = ("-1.51", "2.20", "4.18")
TARGET = "17"


def printed(value: Decimal, digits: str) -> bool:
    """True when the value, rounded to as many places as the published digits have, is what was published."""
    return value.quantize(Decimal(digits), rounding="ROUND_HALF_UP") == Decimal(digits)


def test_three_yearly_changes_come_to_a_reduction_of_4_87_percent() -> None:
    assert printed(cp.cumulative_reduction(REDUCTIONS), "4.87")


def test_they_are_26_8_percent_of_the_way_to_17_percent() -> None:
    assert printed(100 * cp.reduction_progress(reductions=REDUCTIONS, target=TARGET), "26.8")


def test_12_75_percent_remain() -> None:
    assert printed(cp.remaining_reduction(reductions=REDUCTIONS, target=TARGET), "12.75")


def test_that_is_6_59_percent_in_each_of_the_two_years_left() -> None:
    assert printed(cp.remaining_reduction(reductions=REDUCTIONS, target=TARGET, years=2), "6.59")


def test_3_66_percent_a_year_were_planned() -> None:
    assert printed(planned_reduction(target=TARGET, years=5), "3.66")
    assert printed(cp.remaining_reduction(reductions=[], target=TARGET, years=5), "3.66")


def test_a_reduction_of_13_4_is_82_5_percent_of_the_way_to_16() -> None:
    assert printed(100 * cp.reduction_progress(reductions=["13.4"], target="16"), "82.5")


def test_a_reduction_of_20_07_is_100_39_percent_of_the_way_to_20() -> None:
    assert printed(100 * cp.reduction_progress(reductions=["20.07"], target="20"), "100.39")


def test_26_59_is_32_95_percent_beyond_20() -> None:
    assert printed(over_fulfilment(actual="26.59", target="20"), "32.95")


def test_from_0_934_to_0_83_in_three_years_needs_3_9_percent_a_year() -> None:
    assert printed(-cp.required_cagr("0.934", "0.83", 3), "3.9")


def test_the_end_of_november_is_91_67_percent_of_the_year() -> None:
    assert printed(100 * cp.Period.parse("2024").elapsed("2024-11"), "91.67")
