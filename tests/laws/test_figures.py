"""Laws of printed figures: which true values stand behind one."""

from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from civicplan import Figure
from civicplan.testing import figures
from civicplan.values import reconcile

_WIDE = Context(prec=200)
#: The ways in which offices round a half.
ROUNDINGS = (ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN)

true_values = st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, allow_infinity=False, places=12)
_close = figures(min_value=-12, max_value=12, min_places=-1, max_places=2)


def printed(true: Decimal, places: int) -> set[Figure]:
    """The true value as a table may print it, whichever way a half is rounded."""
    unit = Decimal(1).scaleb(-places)
    return {Figure(true.quantize(unit, rounding=rounding, context=_WIDE)) for rounding in ROUNDINGS}


@given(true=true_values, places=st.integers(-6, 6))
@example(true=Decimal("94.95"), places=1)
@example(true=Decimal("-94.95"), places=1)
@example(true=Decimal("0.05"), places=1)
@example(true=Decimal("-0.04"), places=1)
def test_a_figure_printed_from_a_true_value_contains_that_value(true: Decimal, places: int) -> None:
    assert all(true in figure.interval for figure in printed(true, places))


@given(true=true_values, figure=figures(min_places=-3, max_places=6))
@example(true=Decimal("95.05"), figure=Figure("95.0"))
@example(true=Decimal("-95.05"), figure=Figure("-95.0"))
@example(true=Decimal("0.5"), figure=Figure("0"))
@example(true=Decimal("-0.5"), figure=Figure("0"))
def test_a_figure_contains_no_value_that_would_be_printed_otherwise(true: Decimal, figure: Figure) -> None:
    assert (true in figure.interval) == (figure in printed(true, figure.places))


@given(one=_close, other=_close)
def test_figures_agree_with_themselves_and_with_each_other(one: Figure, other: Figure) -> None:
    assert one.agrees_with(one)
    assert one.agrees_with(other) == other.agrees_with(one)


@given(one=_close, other=_close)
def test_figures_agree_exactly_where_the_coarser_may_be_a_rounding_of_the_finer(one: Figure, other: Figure) -> None:
    coarser, finer = sorted((one, other), key=lambda figure: figure.places)
    assert one.agrees_with(other) == (coarser in printed(finer.value, coarser.places))


@given(st.lists(_close, min_size=1, max_size=4))
def test_reconciled_figures_are_one_of_the_finest_in_any_order_and_lie_in_all_of_them(
    drawn: list[Figure],
) -> None:
    found = reconcile(drawn)
    assert found == reconcile(reversed(drawn))
    if found is None:
        assert any(not one.agrees_with(other) for one in drawn for other in drawn)
    else:
        assert found.places == max(figure.places for figure in drawn)
        assert all(found.value in figure.interval for figure in drawn)


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
