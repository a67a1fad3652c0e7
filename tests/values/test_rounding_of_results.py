"""A result carries 28 digits: one with fewer stays as it was written, one with more is rounded once."""

from __future__ import annotations

from decimal import Context, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.values._decimals import decimal_text, library_context, round_result

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
        assert len(rounded.as_tuple().digits) == DIGITS


def test_a_number_rounded_up_to_the_next_power_of_ten_has_no_more_digits_than_others() -> None:
    assert round_result(Decimal("0." + "9" * 40)).as_tuple().digits == (1, *[0] * (DIGITS - 1))
    assert decimal_text(Decimal("9.9999999E+59"), 2) == "1.00000E+60"


def test_a_result_beyond_every_number_is_undefined() -> None:
    for end, other in (("1E+900000", "1E+900000"), ("Infinity", "1"), ("Infinity", "0")):
        with pytest.raises(UndefinedMeasureError) as undefined:
            library_context(lambda one, two: one * two)(Decimal(end), Decimal(other))
        assert undefined.value.reason is Reason.TOO_EXTREME
