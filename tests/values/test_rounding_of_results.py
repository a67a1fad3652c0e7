"""A result carries 28 digits: one with fewer stays as it was written, one with more is rounded once."""

from __future__ import annotations

from decimal import Context, Decimal

from hypothesis import given
from hypothesis import strategies as st

from civicplan.values._decimals import round_result

DIGITS = 28
digits = st.text("0123456789", min_size=1, max_size=60).map(lambda text: text.lstrip("0") or "1")
decimals = st.builds(
    lambda sign, text, exponent: Decimal((sign, tuple(map(int, text)), exponent)),
    st.integers(0, 1),
    digits,
    st.integers(-80, 30),
)


@given(decimals)
def test_a_number_of_few_digits_keeps_its_zeros_and_one_of_many_is_rounded_once(value: Decimal) -> None:
    rounded = round_result(value)
    if len(value.as_tuple().digits) <= DIGITS:
        assert rounded.as_tuple() == value.as_tuple()
    else:
        assert rounded == Context(prec=DIGITS).plus(value)
        assert rounded.adjusted() - int(rounded.as_tuple().exponent) < DIGITS + 1
