"""A target or observation without a measure takes that of its indicator; a baseline and a relation never do."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan import Measure
from civicplan.errors import InvalidValueError
from civicplan.testing import observations, targets

OTHERS = [measure for measure in Measure if measure is not Measure.LEVEL]
MAKERS: tuple[Any, ...] = (
    lambda **measure: cp.Threshold(bound="≥1", **measure),
    lambda **measure: cp.Observation(period="2020", figure="1", **measure),
)


def indicator(measure: Any = "level", **fields: Any) -> cp.Indicator:
    return cp.Indicator(id="a", name="a", measure=measure, **fields)


def test_without_an_indicator_a_part_without_a_measure_is_a_level() -> None:
    for make in MAKERS:
        assert make().measure is make(measure=None).measure is Measure.LEVEL
        assert [make(measure=measure).measure for measure in ("growth", *Measure)] == ["growth", *Measure]


def test_a_part_that_states_a_level_equals_one_that_states_nothing() -> None:
    for make in MAKERS:
        assert make() == make(measure=None) == make(measure="level")
        assert hash(make()) == hash(make(measure="level"))
        assert len({make(), make(measure="level")}) == 1
        for measure in OTHERS:
            assert make() != make(measure=measure)
            assert make(measure=measure) == make(measure=str(measure))


def test_what_states_no_measure_takes_that_of_the_indicator() -> None:
    for measure in Measure:
        row = indicator(
            measure,
            baseline=("2015", "5"),
            targets=("≥9", cp.Bound.at_most(20), cp.Threshold(bound="≥8", period="2018")),
            observations={"2019": "7", "2020": "≥8"},
        )
        assert {target.measure for target in row.targets if isinstance(target, cp.Threshold)} == {measure}
        assert {observation.measure for observation in row.observations} == {measure}
        assert row.baseline is not None
        assert row.baseline.measure is Measure.LEVEL


def test_what_states_a_measure_keeps_it() -> None:
    for of_the_indicator in Measure:
        for stated in Measure:
            row = indicator(
                of_the_indicator,
                baseline=cp.Observation(period="2015", figure="1", measure=stated),
                targets=(cp.Threshold(bound="≥1", measure=stated), cp.Relative(**_RELATION, measure=stated)),
                observations=(cp.Observation(period="2020", figure="1", measure=stated),),
            )
            parts: tuple[Any, ...] = (row.baseline, *row.targets, *row.observations)
            assert [part.measure for part in parts] == [stated] * 4, (of_the_indicator, stated)


_RELATION: dict[str, Any] = {"reference": "gdp", "relation": "above"}


def test_a_relation_is_of_growth_where_it_states_no_measure_and_words_have_none() -> None:
    silent = (cp.Qualitative(text="more"), cp.Delegated(authority="a"))
    for measure in Measure:
        row = indicator(measure, targets=(cp.Relative(**_RELATION), *silent))
        assert row.targets == (cp.Relative(**_RELATION, measure="growth"), *silent)


def test_an_indicator_of_growth_is_the_same_however_its_parts_say_so() -> None:
    short = indicator("growth", targets=("≥9",), observations={"2020": "7.2"})
    long = indicator(
        "growth",
        targets=(cp.Threshold(bound="≥9", measure="growth"),),
        observations=(cp.Observation(period="2020", figure="7.2", measure="growth"),),
    )
    assert short == long
    assert hash(short) == hash(long)
    assert repr(short) == repr(long)
    assert short != attrs.evolve(long, measure="level")


@pytest.mark.parametrize("measure", Measure)
def test_a_changed_copy_reads_what_is_added_in_the_measure_of_the_indicator(measure: Measure) -> None:
    row = indicator(measure, targets=("≥9",))
    added = attrs.evolve(row, observations=(*row.observations, cp.Observation(period="2020", figure="1")))
    assert [observation.measure for observation in added.observations] == [measure]
    assert attrs.evolve(added, name="b").targets == row.targets


def test_a_level_that_is_stated_stays_one_where_the_indicator_is_copied_in_another_measure() -> None:
    row = indicator(targets=("≥9", cp.Threshold(bound="≥1", measure="level")))
    copied = attrs.evolve(row, measure="growth")
    assert [target.measure for target in copied.targets if isinstance(target, cp.Threshold)] == ["growth", "level"]


def test_a_part_keeps_what_it_states_when_copied_pickled_and_changed() -> None:
    for make in MAKERS:
        for measure in (None, *Measure):
            part = make(measure=measure)
            for twin in (copy.copy(part), copy.deepcopy(part), pickle.loads(pickle.dumps(part)), attrs.evolve(part)):
                assert twin == part
                assert repr(twin) == repr(part)
                assert ("measure=" in repr(twin)) is (measure is not None)
                # A part that states nothing still takes the measure of an indicator, and no other does.
                assert _within(twin).measure is (measure or Measure.GROWTH)
            for other in Measure:
                assert attrs.evolve(part, measure=other) == make(measure=other)


def _within(part: Any) -> Any:
    """The part as an indicator of growth holds it."""
    if isinstance(part, cp.Threshold):
        return indicator("growth", targets=(part,)).targets[0]
    return indicator("growth", observations=(part,)).observations[0]


def test_an_unknown_measure_is_told_those_that_there_are() -> None:
    expected = r"measure: expected one of level, growth, total, reduction, change, got 'rate'"
    for make in MAKERS:
        with pytest.raises(InvalidValueError, match=expected):
            make(measure="rate")


@given(
    st.sampled_from(Measure),
    st.lists(targets(references=["b"]), max_size=3),
    st.lists(observations(), max_size=3),
)
def test_filling_in_the_measure_changes_nothing_else_and_is_done_once(
    measure: Measure, promised: list[Any], published: list[cp.Observation]
) -> None:
    row = indicator(measure, targets=promised, observations=published)
    assert attrs.evolve(row) == row
    for given_part, kept in zip((*promised, *published), (*row.targets, *row.observations), strict=True):
        measured = getattr(kept, "measure", None)
        assert kept == (given_part if measured is None else attrs.evolve(given_part, measure=measured))
