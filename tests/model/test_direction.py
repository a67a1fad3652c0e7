"""Which way is better is declared, or inferred from the bounds; never from the data."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan import Direction, Indicator, Measure
from civicplan.model import Target
from civicplan.testing import observations, targets

#: Which way each bound on a level points, as written.
POINTS = {
    "≥1": Direction.HIGHER,
    ">1": Direction.HIGHER,
    "≤1": Direction.LOWER,
    "<1": Direction.LOWER,
    "=1": Direction.RANGE,
    "1..2": Direction.RANGE,
    "1±1": Direction.RANGE,
}
OPPOSITE = {Direction.HIGHER: Direction.LOWER, Direction.LOWER: Direction.HIGHER, Direction.RANGE: Direction.RANGE}


def direction_of(*targets: Target) -> Direction | None:
    return Indicator(id="a", name="a", targets=targets).effective_direction


def test_the_direction_is_that_of_the_bound_and_a_reduction_turns_it() -> None:
    for bound, direction in POINTS.items():
        for measure in Measure:
            expected = OPPOSITE[direction] if measure is Measure.REDUCTION else direction
            assert direction_of(cp.Threshold(bound=bound, measure=measure)) is expected, (bound, measure)


def test_a_relation_points_as_a_bound_does_and_a_reduction_turns_it() -> None:
    for measure in Measure:
        sides = (Direction.HIGHER, Direction.LOWER)
        above, below = reversed(sides) if measure is Measure.REDUCTION else sides
        assert direction_of(cp.Relative(reference="b", relation="above", measure=measure)) is above, measure
        assert direction_of(cp.Relative(reference="b", relation="below", measure=measure)) is below, measure
        assert direction_of(cp.Relative(reference="b", relation="in_step", measure=measure)) is None, measure


def test_targets_that_say_nothing_leave_it_to_the_others() -> None:
    silent = (cp.Qualitative(text="more"), cp.Delegated(authority="a"), cp.Relative(reference="b", relation="in_step"))
    assert direction_of() is None
    assert direction_of(*silent) is None
    assert direction_of(*silent, cp.Threshold(bound="≤1")) is Direction.LOWER


def test_targets_that_disagree_leave_it_open() -> None:
    assert direction_of(cp.Threshold(bound="≥1"), cp.Threshold(bound="≤2")) is None
    assert direction_of(cp.Threshold(bound="≥1"), cp.Relative(reference="b", relation="below")) is None
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
