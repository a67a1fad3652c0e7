"""Laws of bounds: `admits` and `decides` against an oracle that tries every true value that could matter.

The oracle knows nothing of intervals. A true value stands behind a figure when it rounds to it, and it is acceptable
when the sign of the bound says so. Both sets begin and end at a handful of rational points, so the points themselves,
points next to them and points between them show every verdict that any true value could bring.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from civicplan import Bound, Figure
from civicplan.testing import bounds, figures
from civicplan.values import BoundKind

_NEAR = Fraction(1, 10**70)  # less than any distance between ends of figures and bounds, whose steps are 10^-30 / 2

_close = figures(min_value=-12, max_value=12, min_places=-1, max_places=2)
_largest = "9" * 30 + "E+30"
_any_figure = figures(min_places=-30, max_places=30, min_value=f"-{_largest}", max_value=_largest)


def rounded(true: Fraction, places: int) -> Fraction:
    """Half away from zero, in integers."""
    scaled = abs(true) * Fraction(10) ** places
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return (units if true >= 0 else -units) / Fraction(10) ** places


def acceptable(true: Fraction, bound: Bound) -> bool:
    """What the sign of the bound says of one number."""
    one, other = Fraction(bound.figure.value), Fraction(bound.second.value if bound.second is not None else 0)
    says = {
        BoundKind.AT_LEAST: true >= one,
        BoundKind.ABOVE: true > one,
        BoundKind.AT_MOST: true <= one,
        BoundKind.BELOW: true < one,
        BoundKind.EXACTLY: true == one,
        BoundKind.BETWEEN: one <= true <= other,
        BoundKind.ABOUT: abs(true - one) <= other,
    }
    return says[bound.kind]


def critical(figure: Figure, bound: Bound) -> list[Fraction]:
    """Where a value may begin or cease to be printed as the figure, or to be acceptable."""
    value, half = Fraction(figure.value), Fraction(10) ** -figure.places / 2
    one, other = Fraction(bound.figure.value), Fraction(bound.second.value if bound.second is not None else 0)
    return sorted({value - half, value, value + half, one, other, one - other, one + other})


def behind(figure: Figure, bound: Bound) -> Iterator[Fraction]:
    """True values printed as the figure: one of every kind that the bound could tell apart."""
    points = critical(figure, bound)
    tried = [point + step for point in points for step in (-_NEAR, Fraction(0), _NEAR)]
    tried += [(low + high) / 2 for low, high in pairwise(points)]
    return (true for true in tried if rounded(true, figure.places) == Fraction(figure.value))


@given(bound=bounds(of=_close), figure=_close)
def test_admits_is_true_exactly_when_the_printed_value_is_acceptable(bound: Bound, figure: Figure) -> None:
    assert bound.admits(figure) == acceptable(Fraction(figure.value), bound)


@given(bound=bounds(of=_close), figure=_close)
@example(bound=Bound.above("95"), figure=Figure("95.0"))
@example(bound=Bound.at_most("64"), figure=Figure("64"))
@example(bound=Bound.at_least("12.65"), figure=Figure("12.7"))
@example(bound=Bound.below("12.75"), figure=Figure("12.7"))
@example(bound=Bound.above("12.65"), figure=Figure("12.7"))
@example(bound=Bound.above("-12.75"), figure=Figure("-12.7"))
@example(bound=Bound.below("-12.65"), figure=Figure("-12.7"))
@example(bound=Bound.at_most("-12.65"), figure=Figure("-12.7"))
@example(bound=Bound.at_least("-12.65"), figure=Figure("-12.7"))
@example(bound=Bound.above("0.5"), figure=Figure("0"))
@example(bound=Bound.at_least("0.5"), figure=Figure("0"))
@example(bound=Bound.exactly("0"), figure=Figure("0"))
@example(bound=Bound.exactly("12.75"), figure=Figure("12.7"))
@example(bound=Bound.exactly("12.65"), figure=Figure("12.7"))
@example(bound=Bound.between("12.65", "12.75"), figure=Figure("12.7"))
@example(bound=Bound.between("12.75", "12.75"), figure=Figure("12.7"))
@example(bound=Bound.about("12.7", tolerance="0.05"), figure=Figure("12.7"))
@example(bound=Bound.about("12.7", tolerance="0"), figure=Figure("12.7"))
def test_decides_is_true_exactly_when_every_true_value_gives_the_same_verdict(bound: Bound, figure: Figure) -> None:
    verdicts = {acceptable(true, bound) for true in behind(figure, bound)}
    assert bound.decides(figure) == (len(verdicts) == 1)


@given(bound=bounds(of=_any_figure), figure=_any_figure)
def test_decides_holds_for_figures_of_every_size(bound: Bound, figure: Figure) -> None:
    verdicts = {acceptable(true, bound) for true in behind(figure, bound)}
    assert bound.decides(figure) == (len(verdicts) == 1)


@given(bound=bounds(of=_close), figure=_close)
def test_where_the_bound_decides_the_printed_value_gives_the_verdict_of_them_all(bound: Bound, figure: Figure) -> None:
    if bound.decides(figure):
        assert {acceptable(true, bound) for true in behind(figure, bound)} == {bound.admits(figure)}


@given(figure=_close, more=st.integers(1, 3))
def test_printing_more_digits_of_the_same_value_never_undoes_a_decision(figure: Figure, more: int) -> None:
    finer = Figure(f"{figure.value:.{max(figure.places, 0) + more}f}")
    for kind in (Bound.at_least, Bound.above, Bound.at_most, Bound.below):
        bound = kind("3.5")
        assert bound.decides(finer) or not bound.decides(figure)
