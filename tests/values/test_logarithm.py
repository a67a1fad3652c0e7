"""The logarithm of a Decimal: that of the decimal module, quicker."""

from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from civicplan.values._decimals import EXACT, WORKING, ln

#: Far from 1, and so close to it that the logarithm begins after many zeros.
_NUMBERS = st.decimals(min_value="1E-60", max_value="1E+60", allow_nan=False).filter(bool)
_NEAR_ONE = st.integers(-(10**9), 10**9).map(lambda parts: EXACT.add(Decimal(1), Decimal(parts).scaleb(-28)))


@given(_NUMBERS | _NEAR_ONE)
@example(Decimal("0.83"))
@example(Decimal("1"))
@example(Decimal("1E+400"))
@example(Decimal("1E-400"))
def test_a_logarithm_has_the_digits_of_that_of_the_decimal_module(value: Decimal) -> None:
    exact = WORKING.ln(value)
    difference = EXACT.subtract(ln(value), exact).copy_abs()
    assert difference <= EXACT.multiply(exact.copy_abs(), Decimal("1E-30"))
