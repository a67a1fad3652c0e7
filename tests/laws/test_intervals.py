"""Intervals: their arithmetic holds every result that members can have, and no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan import UndefinedMeasureError
from civicplan.values import UNBOUNDED, Interval

_ZERO = Decimal(0)
_NUMBERS = (
    st.just(_ZERO) | st.integers(-40, 40).map(lambda tenths: Decimal(tenths) / 10) | st.decimals(-50, 50, places=3)
)
#: Stands for infinity: no result of the numbers drawn comes near it.
_FAR = Fraction(10**9)
_CLOSE = Fraction(1, 10**6)
#: Quotients and roots are rounded outwards to 28 digits, so that an end may lie this share of itself too far out.
_ROUNDING = Fraction(1, 10**27)


@st.composite
def intervals(draw: st.DrawFn, *, positive: bool = False) -> Interval:
    """Any interval that holds something, with ends that are open, closed or at infinity."""
    low, high = sorted(draw(st.tuples(_NUMBERS, _NUMBERS).map(lambda ends: map(abs, ends) if positive else ends)))
    is_point = low == high
    return Interval(
        low=low if is_point or positive or draw(st.booleans()) else None,
        high=high if is_point or draw(st.booleans()) else None,
        includes_low=is_point or draw(st.booleans()),
        includes_high=is_point or draw(st.booleans()),
    )


def ends_of(interval: Interval) -> tuple[Fraction, Fraction]:
    """Both ends, the infinite ones far away."""
    low, high = interval.low, interval.high
    return Fraction(low) if low is not None else -_FAR, Fraction(high) if high is not None else _FAR


@st.composite
def members(draw: st.DrawFn, interval: Interval) -> Fraction:
    """A value of the interval: an end that belongs to it, a value close to an end, or any between."""
    low, high = ends_of(interval)
    shares = st.sampled_from((Fraction(0), _CLOSE, 1 - _CLOSE, Fraction(1))) | st.fractions(0, 1)
    value = low + (high - low) * draw(shares)
    return value if value in interval else (low + high) / 2


@st.composite
def values_about(draw: st.DrawFn, interval: Interval) -> Fraction:
    """An end of the interval, a value close by on either side, zero, or any value."""
    end = draw(st.sampled_from(ends_of(interval)))
    return draw(st.sampled_from((end, end - _CLOSE, end + _CLOSE, Fraction(0))) | st.fractions(-100, 100))


def has_solution(marks: Iterable[Fraction], holds: Callable[[Fraction], bool]) -> bool:
    """True when a value solves a condition that changes at the marks only: they and the values between are tried."""
    places = sorted({*marks, -(_FAR**3), _FAR**3})
    between = [(left + right) / 2 for left, right in pairwise(places)]
    return any(holds(value) for value in (*places, *between))


def is_at_an_end(value: Fraction, interval: Interval) -> bool:
    """True for a value that only rounding outwards can have brought into the interval; no end itself is one."""
    return any(0 < abs(value - end) <= abs(end) * _ROUNDING for end in ends_of(interval))


@given(st.data(), intervals(), intervals())
def test_a_result_of_members_is_a_member_of_the_result(data: st.DataObject, one: Interval, other: Interval) -> None:
    x, y = data.draw(members(one)), data.draw(members(other))
    assert x + y in one + other
    assert x - y in one - other
    assert x * y in one * other
    assert -x in -one
    if y:
        assert x / y in one / other


@given(st.data(), intervals(), intervals())
def test_sums_and_differences_hold_nothing_else(data: st.DataObject, one: Interval, other: Interval) -> None:
    total = data.draw(values_about(one + other))
    parts = [*ends_of(one), *(total - end for end in ends_of(other))]
    assert (total in one + other) == has_solution(parts, lambda x: x in one and total - x in other)
    rest = data.draw(values_about(one - other))
    wholes = [*ends_of(one), *(rest + end for end in ends_of(other))]
    assert (rest in one - other) == has_solution(wholes, lambda x: x in one and x - rest in other)


@given(st.data(), intervals(), intervals())
def test_products_hold_nothing_else(data: st.DataObject, one: Interval, other: Interval) -> None:
    value = data.draw(values_about(one * other))
    if not value:
        assert (value in one * other) == (_ZERO in one or _ZERO in other)
        return
    factors = [Fraction(0), *ends_of(one), *(value / end for end in ends_of(other) if end)]
    assert (value in one * other) == has_solution(factors, lambda x: x != 0 and x in one and value / x in other)


@given(st.data(), intervals(), intervals())
def test_quotients_hold_nothing_else(data: st.DataObject, one: Interval, other: Interval) -> None:
    low, high = ends_of(other)
    if low < 0 < high or _ZERO in other:
        assert one / other == UNBOUNDED
        return
    value = data.draw(values_about(one / other))
    divisors = [low, high, *(end / value for end in ends_of(one) if value)]
    is_quotient = has_solution(divisors, lambda y: y != 0 and y in other and value * y in one)
    assert (value in one / other) == is_quotient or is_at_an_end(value, one / other)


def test_a_divisor_that_reaches_towards_zero_from_one_side_gives_quotients_of_one_sign() -> None:
    one_to_two, upwards, downwards = (
        Interval(low=Decimal(1), high=Decimal(2)),
        Interval(low=_ZERO),
        Interval(high=_ZERO),
    )
    for low, high, quotients in ((_ZERO, Decimal(1), upwards), (-Decimal(1), _ZERO, downwards)):
        divisor = Interval(low=low, high=high, includes_low=bool(low), includes_high=bool(high))
        assert one_to_two / divisor == quotients + (1 if high else -1)
        assert one_to_two / divisor.closure == UNBOUNDED


def test_a_quotient_is_exact_only_where_it_has_no_more_digits() -> None:
    # The quotient of these two lies below an integer of 28 digits by less than 50 digits can show.
    integer, divisor = 10**27 + 3, pow(10**27 + 3, -1, 10**28)
    dividend = integer * divisor - 1
    quotient = Interval.exactly(Decimal(dividend)) / Interval.exactly(Decimal(divisor))
    assert Fraction(dividend, divisor) in quotient
    assert Interval.exactly(Decimal(integer * divisor)) / divisor == Interval.exactly(Decimal(integer))


@given(st.data(), intervals(positive=True), st.sampled_from((2, 5)))
def test_a_root_holds_the_roots_of_members_and_nothing_else(data: st.DataObject, base: Interval, degree: int) -> None:
    roots = base.root(degree)
    value = abs(data.draw(values_about(roots)))
    if value**degree in base:
        assert value in roots
    else:
        assert value not in roots or is_at_an_end(value, roots)


@given(intervals())
def test_what_has_no_root_is_undefined(base: Interval) -> None:
    if ends_of(base)[0] < 0:
        with pytest.raises(UndefinedMeasureError):
            base.root(2)
    assert base.root(1) == base


@given(st.data(), st.lists(intervals(), min_size=1, max_size=3))
def test_a_hull_is_the_smallest_interval_around_all(data: st.DataObject, parts: list[Interval]) -> None:
    hull = Interval.hull(parts)
    assert all(part.issubset(hull) for part in parts)
    value = data.draw(values_about(hull))
    marks = [value, *(end for part in parts for end in ends_of(part))]
    reaches_down = has_solution(marks, lambda x: x <= value and any(x in part for part in parts))
    reaches_up = has_solution(marks, lambda x: x >= value and any(x in part for part in parts))
    assert (value in hull) == (reaches_down and reaches_up)
    assert Interval.hull([]) == UNBOUNDED


@given(st.data(), intervals(), intervals())
def test_an_intersection_holds_what_both_hold(data: st.DataObject, one: Interval, other: Interval) -> None:
    common = one.intersection(other)
    marks = [*ends_of(one), *ends_of(other)]
    assert (common is not None) == has_solution(marks, lambda x: x in one and x in other)
    assert one.isdisjoint(other) == other.isdisjoint(one) == (common is None)
    value = data.draw(values_about(common or one))
    assert (common is not None and value in common) == (value in one and value in other)


@given(intervals(), intervals())
def test_a_subset_holds_nothing_that_the_other_does_not(one: Interval, other: Interval) -> None:
    marks = [*ends_of(one), *ends_of(other)]
    reaches_further = (one.low is None and other.low is not None) or (one.high is None and other.high is not None)
    assert one.issubset(other) == (
        not reaches_further and not has_solution(marks, lambda x: x in one and x not in other)
    )
    assert one.issubset(one)


@given(intervals(), st.integers(-5, 5))
def test_a_number_stands_for_the_interval_of_that_value(interval: Interval, number: int) -> None:
    point = Interval.exactly(Decimal(number))
    assert interval + number == number + interval == interval + point
    assert interval - number == interval - point
    assert number - interval == point - interval
    assert interval * number == number * interval == interval * point
    assert interval / number == interval / point
    assert number / interval == point / interval


@given(intervals())
def test_the_width_is_the_distance_of_the_ends_and_the_closure_adds_them(interval: Interval) -> None:
    low, high = interval.low, interval.high
    assert interval.width == (None if low is None or high is None else high - low)
    assert interval.issubset(interval.closure)
    assert (interval.closure.low, interval.closure.high) == (low, high)
    assert all(end in interval.closure for end in (low, high) if end is not None)
