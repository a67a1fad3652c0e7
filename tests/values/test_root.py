"""The root of a Decimal: that of a power with a fraction for its exponent, much quicker."""

from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from civicplan.values._decimals import WORKING, root, round_result


@given(
    st.decimals(min_value="1E-60", max_value="1E+60", allow_nan=False, places=None).filter(bool),
    st.integers(1, 400) | st.decimals("0.1", "30", places=2),
)
@example(Decimal("1.61051"), 5)
@example(Decimal("1E+400"), 2)
@example(Decimal("1E-400"), 3)
def test_a_root_has_the_digits_of_the_power(value: Decimal, degree: int | Decimal) -> None:
    power = WORKING.power(value, WORKING.divide(Decimal(1), Decimal(degree)))
    difference = WORKING.subtract(root(value, degree), power).copy_abs()
    assert difference <= WORKING.multiply(power, Decimal("1E-46"))


def test_an_exact_root_comes_out_exact() -> None:
    for base in ("1.1", "0.97", "3", "12.05"):
        for degree in (2, 5, 15):
            value = WORKING.power(Decimal(base), degree)
            if len(value.as_tuple().digits) < WORKING.prec:
                assert round_result(root(value, degree)) == Decimal(base)
    assert root(Decimal(0), 5) == 0
