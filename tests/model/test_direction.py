"""Which way is better is declared, or inferred from the bounds; never from the data."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan import Direction, Indicator, Measure
from civicplan.model import Relation, Target
from civicplan.testing import observations, targets

HIGHER, LOWER, RANGE = Direction.HIGHER, Direction.LOWER, Direction.RANGE
FLOORS, CAPS = ("≥1", ">1"), ("≤1", "<1")
#: Bounds that are missed on either side.
TWO_SIDED = ("1..2", "1±1", "1±0", "≈1")


def direction_of(*targets: Target) -> Direction | None:
    return Indicator(id="a", name="a", targets=targets).effective_direction


def test_a_floor_or_a_cap_says_which_levels_are_better_and_a_reduction_turns_it() -> None:
    for measure in Measure:
        more, less = (LOWER, HIGHER) if measure is Measure.REDUCTION else (HIGHER, LOWER)
        for bound in FLOORS:
            assert direction_of(cp.Threshold(bound=bound, measure=measure)) is more, (bound, measure)
        for bound in CAPS:
            assert direction_of(cp.Threshold(bound=bound, measure=measure)) is less, (bound, measure)


def test_a_range_says_so_of_the_level_alone() -> None:
    for measure in Measure:
        for bound in TWO_SIDED:
            expected = RANGE if measure is Measure.LEVEL else None
            assert direction_of(cp.Threshold(bound=bound, measure=measure)) is expected, (bound, measure)


def test_a_range_of_growth_leaves_the_direction_to_the_bound_on_the_level() -> None:
    growth = cp.Threshold(bound="6.0..6.5", measure="growth")
    assert direction_of(growth) is None
    assert direction_of(cp.Threshold(bound="≥3800"), growth) is HIGHER
    assert direction_of(growth, cp.Threshold(bound="≤3800")) is LOWER


def test_exactly_says_nothing_of_the_direction() -> None:
    for measure in Measure:
        assert direction_of(cp.Threshold(bound="=100", measure=measure)) is None, measure
    assert direction_of(cp.Threshold(bound="=100"), cp.Threshold(bound="≥90", period="2018")) is HIGHER


def test_above_the_reference_says_that_more_is_better_and_below_or_in_step_say_nothing() -> None:
    for measure in Measure:
        above = LOWER if measure is Measure.REDUCTION else HIGHER
        assert direction_of(cp.Relative(reference="b", relation="above", measure=measure)) is above, measure
        for relation in (Relation.BELOW, Relation.IN_STEP):
            assert direction_of(cp.Relative(reference="b", relation=relation, measure=measure)) is None, measure


def test_more_of_a_reduction_is_better_whatever_is_declared_of_the_level() -> None:
    for direction in (None, *Direction):
        indicator = Indicator(id="a", name="a", direction=direction, targets=("≈20",))
        for measure in Measure:
            expected = HIGHER if measure is Measure.REDUCTION else direction
            assert indicator.declared_direction(measure) is expected, (direction, measure)


def test_what_is_inferred_is_not_declared() -> None:
    indicator = Indicator(id="a", name="a", targets=("≥1",))
    assert indicator.effective_direction is HIGHER
    assert indicator.declared_direction(Measure.LEVEL) is None


def test_targets_that_say_nothing_leave_it_to_the_others() -> None:
    silent = (cp.Qualitative(text="more"), cp.Delegated(authority="a"), cp.Relative(reference="b", relation="in_step"))
    assert direction_of() is None
    assert direction_of(*silent) is None
    assert direction_of(*silent, cp.Threshold(bound="≤1")) is Direction.LOWER


def test_targets_that_disagree_leave_it_open() -> None:
    assert direction_of(cp.Threshold(bound="≥1"), cp.Threshold(bound="≤2")) is None
    assert direction_of(cp.Threshold(bound="≤1"), cp.Relative(reference="b", relation="above")) is None
    assert direction_of(cp.Threshold(bound="≥1"), cp.Threshold(bound="1..2")) is None
    assert direction_of(cp.Threshold(bound="≥1"), cp.Threshold(bound="≥9", measure="reduction")) is None
    assert direction_of(cp.Threshold(bound="≥1"), cp.Relative(reference="b", relation="above")) is Direction.HIGHER
    assert direction_of(cp.Threshold(bound="≤1"), cp.Threshold(bound="≥9", measure="reduction")) is Direction.LOWER


@given(st.sampled_from(Direction), st.data())
def test_a_declared_direction_stands(direction: Direction, data: st.DataObject) -> None:
    drawn = data.draw(st.lists(targets(direction=direction, references=["b"]), max_size=3))
    indicator = Indicator(id="a", name="a", direction=direction, targets=drawn)
    assert indicator.effective_direction is direction
    assert not indicator.direction_is_inferred


@given(st.lists(targets(references=["b"]), max_size=3), st.lists(observations(), max_size=3))
def test_figures_say_nothing_about_the_direction(drawn: list[Target], published: list[cp.Observation]) -> None:
    with_figures = Indicator(id="a", name="a", targets=drawn, observations=published)
    assert with_figures.effective_direction is direction_of(*drawn)
    assert with_figures.direction_is_inferred
