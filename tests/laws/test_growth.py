"""Laws of growth."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan import Figure
from civicplan.testing import figures

_CLOSE = Decimal("1e-20")

levels = figures(min_value="0.01", max_value=10**8, max_places=2)
rates = figures(min_value="-99.9", max_value=500, max_places=2)
years = st.integers(1, 12)


def close(one: Decimal, other: Decimal) -> bool:
    largest: Decimal = max((Decimal(1), abs(one), abs(other)))
    return abs(one - other) <= _CLOSE * largest


def compounded(start: Figure, rate: Figure, count: int) -> Decimal:
    """The end of so many years of growth, in exact arithmetic, then as a Decimal of the library's precision."""
    exact = Fraction(start.value) * (1 + Fraction(rate.value) / 100) ** count
    return +(Decimal(exact.numerator) / Decimal(exact.denominator))


@given(start=levels, rate=rates, count=years)
def test_cagr_inverts_compounding(start: Figure, rate: Figure, count: int) -> None:
    assert close(cp.cagr(start, compounded(start, rate, count), count), rate.value)


@given(start=levels, end=levels, count=years)
def test_compounding_inverts_cagr(start: Figure, end: Figure, count: int) -> None:
    growth = cp.cagr(start, end, count)
    reached = start.value * (1 + cp.compound([growth] * count) / 100)
    assert abs(reached - end.value) <= _CLOSE * max(start.value, end.value)


@given(start=levels, end=levels, count=years)
def test_the_required_rate_of_a_target_just_reached_is_the_rate_that_reached_it(
    start: Figure, end: Figure, count: int
) -> None:
    assert cp.required_cagr(start, end, count) == cp.cagr(start, end, count)


@given(start=levels, end=levels, count=years)
def test_a_loss_that_shrinks_grows_as_fast_as_the_profit_would_fall(start: Figure, end: Figure, count: int) -> None:
    mirrored = cp.cagr(start.value.copy_negate(), end.value.copy_negate(), count)
    assert mirrored == -cp.cagr(start, end, count)


@given(start=levels, end=levels, scale=figures(min_value="0.01", max_value=1000), count=years)
def test_growth_is_the_same_in_every_unit(start: Figure, end: Figure, scale: Figure, count: int) -> None:
    rescaled = cp.cagr(start.value * scale.value, end.value * scale.value, count)
    assert close(rescaled, cp.cagr(start, end, count))


@given(st.lists(rates, max_size=6).flatmap(lambda drawn: st.tuples(st.just(drawn), st.permutations(drawn))))
def test_compound_growth_does_not_depend_on_the_order_of_the_years(orders: tuple[list[Figure], list[Figure]]) -> None:
    assert close(cp.compound(orders[0]), cp.compound(orders[1]))
