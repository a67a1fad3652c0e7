"""Laws of reductions, which compound."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

import civicplan as cp
from civicplan import Figure
from civicplan.measure import planned_reduction
from civicplan.testing import figures

_CLOSE = Decimal("1e-20")

reductions = figures(min_value=-50, max_value="99.9", max_places=2)
series = st.lists(reductions, max_size=6)
targets = figures(min_value="0.1", max_value="99.9", max_places=2)


def close(one: Decimal, other: Decimal) -> bool:
    largest: Decimal = max((Decimal(1), abs(one), abs(other)))
    return abs(one - other) <= _CLOSE * largest


@given(first=series, rest=series)
def test_cumulative_reduction_does_not_depend_on_grouping(first: list[Figure], rest: list[Figure]) -> None:
    grouped = [cp.cumulative_reduction(first), cp.cumulative_reduction(rest)]
    assert close(cp.cumulative_reduction(grouped), cp.cumulative_reduction([*first, *rest]))


@given(series.flatmap(lambda drawn: st.tuples(st.just(drawn), st.permutations(drawn))))
def test_cumulative_reduction_does_not_depend_on_order(orders: tuple[list[Figure], list[Figure]]) -> None:
    assert close(cp.cumulative_reduction(orders[0]), cp.cumulative_reduction(orders[1]))


@given(first=series, rest=series, target=targets)
def test_log_progress_is_additive(first: list[Figure], rest: list[Figure], target: Figure) -> None:
    parts = [cp.reduction_progress(reductions=part, target=target) for part in (first, rest)]
    assert close(sum(parts, Decimal(0)), cp.reduction_progress(reductions=[*first, *rest], target=target))


@given(target=targets, count=st.integers(1, 8))
def test_equal_yearly_reductions_are_equal_parts_of_the_log_progress(target: Figure, count: int) -> None:
    yearly = planned_reduction(target=target, years=count)
    assert yearly == cp.remaining_reduction(reductions=[], target=target, years=count)
    for done in range(count + 1):
        share = cp.reduction_progress(reductions=[yearly] * done, target=target)
        assert close(share, Decimal(done) / Decimal(count))


@given(done=series, target=targets, count=st.integers(1, 8))
def test_what_remains_compounded_with_what_was_done_hits_the_target(
    done: list[Figure], target: Figure, count: int
) -> None:
    yearly = cp.remaining_reduction(reductions=done, target=target, years=count)
    assume(yearly > 0)
    assert close(cp.cumulative_reduction([*done, *[yearly] * count]), target.value)


@given(done=series, target=targets, count=st.integers(1, 8))
def test_nothing_remains_exactly_when_the_target_is_reached(done: list[Figure], target: Figure, count: int) -> None:
    kept = Fraction(1)
    for reduction in done:
        kept *= 1 - Fraction(reduction.value) / 100
    reached = kept <= 1 - Fraction(target.value) / 100
    assert (cp.remaining_reduction(reductions=done, target=target, years=count) == 0) == reached


@given(reductions)
def test_one_reduction_comes_to_itself(reduction: Figure) -> None:
    assert cp.cumulative_reduction([reduction]) == reduction.value


@given(series)
def test_a_reduction_is_growth_with_its_sign_turned(drawn: list[Figure]) -> None:
    growth = cp.compound([reduction.value.copy_negate() for reduction in drawn])
    assert close(cp.cumulative_reduction(drawn), growth.copy_negate())
