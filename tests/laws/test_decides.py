"""Laws of bounds: `admits` and `decides` against an oracle that tries every true value that could matter.

The oracle knows nothing of intervals. A true value stands behind a figure when it rounds to it, whichever way a half is
rounded, and it is acceptable when the sign of the bound says so, or when the declared direction calls it better than
what the sign of a range or of an "about" says. Both sets begin and end at a handful of rational points, so the points
themselves, points next to them and points between them show every verdict that any true value could bring.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from civicplan import Bound, Direction, Figure
from civicplan.testing import bounds, figures
from civicplan.values import BoundKind, Interval, or_none, value_or_reason

_NEAR = Fraction(1, 10**70)  # less than any distance between ends of figures and bounds, whose steps are 10^-30 / 2

_close = figures(min_value=-12, max_value=12, min_places=-1, max_places=2)
_largest = "9" * 30 + "E+30"
_any_figure = figures(min_places=-30, max_places=30, min_value=f"-{_largest}", max_value=_largest)
_close_bounds = bounds(of=_close)
_directions = st.none() | st.sampled_from(Direction)


def is_printed_as(true: Fraction, figure: Figure) -> bool:
    """True where rounding may print the value as the figure: no other figure of the same places is nearer."""
    steps = (true - Fraction(figure.value)) * Fraction(10) ** figure.places
    return abs(steps.numerator) * 2 <= steps.denominator


def acceptable(true: Fraction, bound: Bound, direction: Direction | None = None) -> bool | None:
    """What the sign of the bound says of one number, in a direction; None where it says nothing."""
    one, other = Fraction(bound.figure.value), Fraction(bound.second.value if bound.second is not None else 0)
    says: dict[BoundKind, bool | None] = {
        BoundKind.AT_LEAST: true >= one,
        BoundKind.ABOVE: true > one,
        BoundKind.AT_MOST: true <= one,
        BoundKind.BELOW: true < one,
        BoundKind.EXACTLY: true == one,
        BoundKind.BETWEEN: one <= true <= other,
        BoundKind.ABOUT: abs(true - one) <= other or (None if bound.second is None else False),
    }
    better = {Direction.HIGHER: true > one, Direction.LOWER: true < max(one, other)}
    if bound.kind is BoundKind.ABOUT:
        better[Direction.LOWER] = true < one
    is_two_sided = bound.kind in (BoundKind.BETWEEN, BoundKind.ABOUT)
    return True if is_two_sided and direction is not None and better.get(direction, False) else says[bound.kind]


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
    return (true for true in tried if is_printed_as(true, figure))


def admitted(bound: Bound, figure: Figure | Decimal, direction: Direction | None) -> bool | None:
    """What `admits` says; None where it is undefined."""
    return or_none(value_or_reason(bound.admits, figure, direction))


@given(bound=_close_bounds, figure=_close, direction=_directions)
def test_admits_says_whether_the_printed_value_is_acceptable(
    bound: Bound, figure: Figure, direction: Direction | None
) -> None:
    assert admitted(bound, figure, direction) is acceptable(Fraction(figure.value), bound, direction)


@given(bound=_close_bounds, figure=_close, direction=_directions)
@example(bound=Bound.above("95"), figure=Figure("95.0"), direction=None)
@example(bound=Bound.at_most("64"), figure=Figure("64"), direction=None)
@example(bound=Bound.at_least("12.65"), figure=Figure("12.7"), direction=None)
@example(bound=Bound.below("12.75"), figure=Figure("12.7"), direction=None)
@example(bound=Bound.above("12.65"), figure=Figure("12.7"), direction=None)
@example(bound=Bound.above("-12.75"), figure=Figure("-12.7"), direction=None)
@example(bound=Bound.below("-12.65"), figure=Figure("-12.7"), direction=None)
@example(bound=Bound.at_most("-12.65"), figure=Figure("-12.7"), direction=None)
@example(bound=Bound.at_least("-12.65"), figure=Figure("-12.7"), direction=None)
@example(bound=Bound.above("0.5"), figure=Figure("0"), direction=None)
@example(bound=Bound.at_least("0.5"), figure=Figure("0"), direction=None)
@example(bound=Bound.exactly("0"), figure=Figure("0"), direction=None)
@example(bound=Bound.exactly("12.75"), figure=Figure("12.7"), direction=None)
@example(bound=Bound.exactly("12.65"), figure=Figure("12.7"), direction=Direction.HIGHER)
@example(bound=Bound.between("12.65", "12.75"), figure=Figure("12.7"), direction=None)
@example(bound=Bound.between("12.65", "12.75"), figure=Figure("12.8"), direction=Direction.HIGHER)
@example(bound=Bound.between("12.75", "12.75"), figure=Figure("12.7"), direction=Direction.LOWER)
@example(bound=Bound.about("12.7", tolerance="0.05"), figure=Figure("12.7"), direction=None)
@example(bound=Bound.about("12.7", tolerance="0"), figure=Figure("12.7"), direction=None)
@example(bound=Bound.about("10", tolerance="0.5"), figure=Figure("10.7"), direction=Direction.HIGHER)
@example(bound=Bound.about("3", tolerance="0.5"), figure=Figure("2.0"), direction=Direction.LOWER)
@example(bound=Bound.about("12.65"), figure=Figure("12.7"), direction=Direction.HIGHER)
@example(bound=Bound.about("12.75"), figure=Figure("12.7"), direction=Direction.LOWER)
@example(bound=Bound.about("12.7"), figure=Figure("12.7"), direction=None)
def test_decides_is_true_exactly_when_every_true_value_gives_the_same_verdict(
    bound: Bound, figure: Figure, direction: Direction | None
) -> None:
    verdicts = {acceptable(true, bound, direction) for true in behind(figure, bound)}
    assert bound.decides(figure, direction) == (verdicts in ({True}, {False}))


@given(bound=bounds(of=_any_figure), figure=_any_figure, direction=_directions)
def test_decides_holds_for_figures_of_every_size(bound: Bound, figure: Figure, direction: Direction | None) -> None:
    verdicts = {acceptable(true, bound, direction) for true in behind(figure, bound)}
    assert bound.decides(figure, direction) == (verdicts in ({True}, {False}))


@given(bound=_close_bounds, figure=_close, direction=_directions)
def test_where_the_bound_decides_the_printed_value_gives_the_verdict_of_them_all(
    bound: Bound, figure: Figure, direction: Direction | None
) -> None:
    if bound.decides(figure, direction):
        verdicts = {acceptable(true, bound, direction) for true in behind(figure, bound)}
        assert verdicts == {bound.admits(figure, direction)}


@given(bound=_close_bounds, figure=_close, direction=_directions)
def test_where_the_bound_decides_both_ends_of_the_printed_interval_are_admitted_alike(
    bound: Bound, figure: Figure, direction: Direction | None
) -> None:
    ends = (figure.interval.low, figure.interval.high)
    if bound.decides(figure, direction):
        assert {admitted(bound, end, direction) for end in ends if end is not None} == {bound.admits(figure, direction)}


@given(bound=_close_bounds, figure=_close, direction=_directions)
def test_an_exact_value_is_decided_wherever_it_has_a_verdict(
    bound: Bound, figure: Figure, direction: Direction | None
) -> None:
    verdict = admitted(bound, figure, direction)
    assert bound.decides(Interval.exactly(figure.value), direction) == (verdict is not None)


@given(bound=_close_bounds, direction=st.sampled_from(Direction))
def test_a_declared_direction_only_ever_enlarges_what_is_acceptable_on_the_better_side(
    bound: Bound, direction: Direction
) -> None:
    undirected, directed = bound.acceptable(), bound.acceptable(direction)
    assert undirected.issubset(directed)
    kept = {Direction.HIGHER: ("low",), Direction.LOWER: ("high",), Direction.RANGE: ("low", "high")}[direction]
    assert all(getattr(directed, end) == getattr(undirected, end) for end in kept)
    assert directed == undirected or bound.kind in (BoundKind.BETWEEN, BoundKind.ABOUT)


@given(bound=_close_bounds, figure=_close, direction=st.sampled_from(Direction))
def test_declaring_a_direction_makes_no_verdict_worse(bound: Bound, figure: Figure, direction: Direction) -> None:
    without, within = admitted(bound, figure, None), admitted(bound, figure, direction)
    assert within is without or within is True
    assert within is True or not bound.decides(figure) or bound.decides(figure, direction)


@given(bound=_close_bounds, figure=_close, more=_close, direction=st.sampled_from((Direction.HIGHER, Direction.LOWER)))
def test_in_its_direction_a_better_value_is_never_refused_where_a_range_or_an_about_admits_a_worse_one(
    bound: Bound, figure: Figure, more: Figure, direction: Direction
) -> None:
    if bound.kind in (BoundKind.BETWEEN, BoundKind.ABOUT) and admitted(bound, figure, direction):
        step = more.value.copy_abs() if direction is Direction.HIGHER else -more.value.copy_abs()
        assert bound.admits(figure.value + step, direction)


@given(bound=bounds(of=_any_figure))
def test_a_bound_is_written_as_it_is_read(bound: Bound) -> None:
    again = Bound.parse(str(bound))
    assert again == bound
    assert hash(again) == hash(bound)
    assert str(again) == str(bound)


@given(figure=_close, tolerance=_close, direction=_directions)
def test_an_about_without_a_tolerance_admits_what_every_tolerance_does(
    figure: Figure, tolerance: Figure, direction: Direction | None
) -> None:
    unknown, known = Bound.about(figure), Bound.about(figure, tolerance=Figure(tolerance.value.copy_abs()))
    assert unknown.acceptable(direction).issubset(known.acceptable(direction))
    assert unknown.acceptable(direction) == Bound.about(figure, tolerance="0").acceptable(direction)


@given(bound=_close_bounds, figure=_close, more=st.integers(1, 3), direction=_directions)
def test_printing_more_zeros_never_undoes_a_decision(
    bound: Bound, figure: Figure, more: int, direction: Direction | None
) -> None:
    finer = Figure(f"{figure.value:.{max(figure.places, 0) + more}f}")
    assert bound.decides(finer, direction) or not bound.decides(figure, direction)


@given(bound=_close_bounds, figure=_close, hundredths=st.integers(-50, 50), direction=_directions)
def test_a_finer_figure_that_agrees_never_turns_a_decision(
    bound: Bound, figure: Figure, hundredths: int, direction: Direction | None
) -> None:
    finer = Figure(figure.value + Decimal(hundredths).scaleb(-figure.places - 2))
    assert finer.agrees_with(figure)
    if bound.decides(figure, direction):
        assert bound.admits(finer, direction) == bound.admits(figure, direction)
