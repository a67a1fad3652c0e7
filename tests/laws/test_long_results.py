"""Results of more digits than are kept, or out of all proportion: intervals give way outwards and nothing fails."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.auditing import audit
from civicplan.values import Interval

_LONG = Decimal("123456789012345678901234567891E-29")
_HUGE = "999999999999999999999999999999E+30"
#: As many digits as a figure may have.
_LONG_NUMBERS = st.integers(10**29, 10**30 - 1)
_NUMBERS = st.builds(
    lambda sign, digits, exponent: Decimal(f"{sign}{digits}E{exponent}"),
    st.sampled_from("+-"),
    _LONG_NUMBERS,
    st.integers(-30, 30),
)


def product_of(numbers: Sequence[Decimal]) -> Interval:
    return reduce(Interval.__mul__, map(Interval.exactly, numbers))


@given(st.lists(_NUMBERS, min_size=1, max_size=8))
def test_a_product_of_many_long_numbers_lies_in_its_interval(numbers: list[Decimal]) -> None:
    exact = Fraction(1)
    for number in numbers:
        exact *= Fraction(number)
    assert exact in product_of(numbers)


@given(st.lists(st.tuples(_NUMBERS, _NUMBERS, _NUMBERS), min_size=1, max_size=4))
def test_a_sum_of_products_far_apart_lies_in_its_interval(products: list[tuple[Decimal, Decimal, Decimal]]) -> None:
    total, exact = Interval.exactly(Decimal(0)), Fraction(0)
    for one, two, three in products:
        total = total + product_of((one, two, three))
        exact += Fraction(one) * Fraction(two) * Fraction(three)
    assert exact in total


def test_what_was_rounded_is_known_to_either_side_and_no_end_is_a_value() -> None:
    rounded = product_of([_LONG] * 40)
    assert rounded.low is not None
    assert rounded.high is not None
    assert rounded.low < rounded.high
    assert not rounded.includes_low
    assert not rounded.includes_high


@pytest.mark.parametrize("sign", [1, -1])
def test_what_is_too_large_reaches_to_infinity_and_what_is_too_small_is_not_zero(sign: int) -> None:
    large, small = Interval.exactly(Decimal("1E+999999")), Interval.exactly(Decimal("1E-999999"))
    for one, exact in ((large, Decimal("1E+1999998")), (small, Decimal("1E-1999998"))):
        square = one * one * sign
        assert exact.copy_sign(Decimal(sign)) in square
        assert Decimal(0) not in square
    assert (large * large).high is None


def daily(days: int, figure: str) -> list[cp.Observation]:
    """The same reduction on each of the first days of the calendar."""
    start = date(1, 1, 1)
    return [
        cp.Observation(period=start + timedelta(days=day), figure=figure, measure="reduction") for day in range(days)
    ]


def test_a_range_of_more_digits_than_are_kept_is_shown_with_those_that_are() -> None:
    rates = [cp.Observation(period=year, figure=_HUGE, measure="growth") for year in range(2016, 2021)]
    stated = cp.Observation(period="2016/2020", figure="0.000000000000000000000000000001", measure="total")
    indicator = cp.Indicator(id="a", name="a", unit="%", observations=(*rates, stated))
    (finding,) = audit(cp.Plan(id="p", title="A plan", period="2016/2020", indicators=(indicator,)))
    low, high = re.findall(r"[0-9.]{100,}", finding.message)
    compounded = 100 * ((1 + Fraction(_HUGE) / 100) ** 5 - 1)
    assert Fraction(low) < compounded < Fraction(high)
