"""Laws of progress."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

import civicplan as cp
from civicplan import Figure
from civicplan.testing import figures

numbers = figures(min_value=-(10**6), max_value=10**6)
scales = figures(min_value="-1000", max_value=1000).filter(lambda figure: figure != 0)


@given(baseline=numbers, target=numbers)
def test_progress_is_0_at_the_baseline_and_1_at_the_target(baseline: Figure, target: Figure) -> None:
    assume(baseline != target)
    assert cp.progress(baseline=baseline, actual=baseline, target=target) == 0
    assert cp.progress(baseline=baseline, actual=target, target=target) == 1


@given(baseline=numbers, actual=numbers, target=numbers, shift=numbers)
def test_progress_is_unchanged_when_all_three_numbers_are_shifted(
    baseline: Figure, actual: Figure, target: Figure, shift: Figure
) -> None:
    assume(baseline != target)
    shifted = [figure.value + shift.value for figure in (baseline, actual, target)]
    moved = cp.progress(baseline=shifted[0], actual=shifted[1], target=shifted[2])
    assert moved == cp.progress(baseline=baseline, actual=actual, target=target)


@given(baseline=numbers, actual=numbers, target=numbers, scale=scales)
def test_progress_is_unchanged_when_all_three_numbers_are_scaled(
    baseline: Figure, actual: Figure, target: Figure, scale: Figure
) -> None:
    assume(baseline != target)
    scaled = [figure.value * scale.value for figure in (baseline, actual, target)]
    stretched = cp.progress(baseline=scaled[0], actual=scaled[1], target=scaled[2])
    assert stretched == cp.progress(baseline=baseline, actual=actual, target=target)


@given(baseline=numbers, target=numbers, share=figures(min_value=-2, max_value=3))
def test_progress_and_the_straight_line_to_the_target_invert_each_other(
    baseline: Figure, target: Figure, share: Figure
) -> None:
    assume(baseline != target)
    actual = Fraction(baseline.value) + Fraction(share.value) * (Fraction(target.value) - Fraction(baseline.value))
    reached = Decimal(actual.numerator) / Decimal(actual.denominator)
    assert cp.progress(baseline=baseline, actual=reached, target=target) == share.value


@given(baseline=numbers, actual=numbers, further=numbers, target=numbers)
def test_progress_rises_towards_the_target_and_falls_away_from_it(
    baseline: Figure, actual: Figure, further: Figure, target: Figure
) -> None:
    assume(baseline != target)
    towards = (further > actual) == (target > baseline)
    assume(further != actual)
    before = cp.progress(baseline=baseline, actual=actual, target=target)
    after = cp.progress(baseline=baseline, actual=further, target=target)
    assert (after > before) == towards


@given(st.sampled_from((cp.Direction.HIGHER, cp.Direction.LOWER)), numbers, numbers)
def test_the_gap_is_positive_exactly_when_the_target_is_missed(
    way: cp.Direction, actual: Figure, target: Figure
) -> None:
    missed = actual < target if way is cp.Direction.HIGHER else actual > target
    assert (cp.gap(actual=actual, target=target, direction=way) > 0) == missed
