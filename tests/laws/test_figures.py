"""Laws of printed figures: which true values stand behind one."""

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from civicplan import Figure
from civicplan.testing import figures

_WIDE = Context(prec=200)

true_values = st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, allow_infinity=False, places=12)


def printed(true: Decimal, places: int) -> Figure:
    """The true value as a table would print it, rounded half away from zero."""
    return Figure(true.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=_WIDE))


@given(true=true_values, places=st.integers(-6, 6))
@example(true=Decimal("94.95"), places=1)
@example(true=Decimal("-94.95"), places=1)
@example(true=Decimal("0.05"), places=1)
@example(true=Decimal("-0.04"), places=1)
def test_a_figure_printed_from_a_true_value_contains_that_value(true: Decimal, places: int) -> None:
    assert true in printed(true, places).interval


@given(true=true_values, figure=figures(min_places=-3, max_places=6))
@example(true=Decimal("95.05"), figure=Figure("95.0"))
@example(true=Decimal("-95.05"), figure=Figure("-95.0"))
@example(true=Decimal("0.5"), figure=Figure("0"))
@example(true=Decimal("-0.5"), figure=Figure("0"))
def test_a_figure_contains_no_value_that_would_be_printed_otherwise(true: Decimal, figure: Figure) -> None:
    assert (true in figure.interval) == (printed(true, figure.places) == figure)


@given(figures(min_places=-30, max_places=30, min_value=-(10**29), max_value=10**29))
def test_the_interval_of_a_figure_is_one_unit_of_its_last_place_wide_and_centred_on_it(figure: Figure) -> None:
    low, high = figure.interval.low, figure.interval.high
    assert low is not None
    assert high is not None
    assert Fraction(high) - Fraction(low) == Fraction(10) ** -figure.places
    assert Fraction(high) + Fraction(low) == 2 * Fraction(figure.value)


@given(figures(min_places=-3))
def test_the_interval_of_a_negative_figure_mirrors_that_of_the_positive_one(figure: Figure) -> None:
    mirrored = Figure(figure.value.copy_negate()).interval
    interval = figure.interval
    assert mirrored.low == -(interval.high or 0)
    assert mirrored.high == -(interval.low or 0)
    assert (mirrored.includes_low, mirrored.includes_high) == (interval.includes_high, interval.includes_low)
