"""Intervals: membership, containment and separation at open and closed ends."""

from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from civicplan.values import UNBOUNDED, Figure, Interval


def interval(text: str) -> Interval:
    """`[1,2)` and the like; a missing number lies at infinity."""
    low, high = text[1:-1].split(",")
    return Interval(
        low=Decimal(low) if low else None,
        high=Decimal(high) if high else None,
        includes_low=text[0] == "[",
        includes_high=text[-1] == "]",
    )


#: Every interval with these ends that holds something; (1,1) does not, and no figure or bound makes one.
SHAPES = [
    f"{left}{low},{high}{right}"
    for left, low, high, right in product("[(", ("", "1"), ("", "1", "2"), "])")
    if low == "" or low != high or left + right == "[]"
]
POINTS = [Decimal(tenths) / 10 for tenths in range(-10, 41)]


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("[1,2]", "1 1.5 2", "0.9 2.1"),
        ("[1,2)", "1 1.5", "2 0.9"),
        ("(1,2]", "1.5 2", "1 2.1"),
        ("(1,2)", "1.5", "1 2"),
        ("[1,]", "1 99", "0.9"),
        ("(,2)", "-99 1.9", "2"),
        ("[,]", "-99 0 99", ""),
    ],
)
def test_a_value_is_in_an_interval_when_its_ends_say_so(text: str, inside: str, outside: str) -> None:
    assert all(Decimal(value) in interval(text) for value in inside.split())
    assert not any(Decimal(value) in interval(text) for value in outside.split())


def test_subsets_and_disjoint_sets_agree_with_trying_every_tenth() -> None:
    for one, other in product(map(interval, SHAPES), repeat=2):
        members = [point for point in POINTS if point in one]
        assert one.issubset(other) == (
            all(point in other for point in members)
            and (other.low is None or one.low is not None)
            and (other.high is None or one.high is not None)
        ), (one, other)
        assert one.isdisjoint(other) == (not any(point in other for point in members)), (one, other)


def test_everything_contains_everything() -> None:
    assert interval("[1,2]").issubset(UNBOUNDED)
    assert not UNBOUNDED.issubset(interval("[1,2]"))
    assert not UNBOUNDED.isdisjoint(interval("[1,2]"))


def test_what_two_sets_share_agrees_with_trying_every_tenth() -> None:
    for one, other in product(map(interval, SHAPES), repeat=2):
        shared = one.intersection(other)
        members = [point for point in POINTS if point in one and point in other]
        assert members == ([] if shared is None else [point for point in POINTS if point in shared]), (one, other)
        assert (shared is None) == one.isdisjoint(other)


def test_the_intervals_of_figures_that_touch_share_the_half_between_them() -> None:
    shared = Figure("7.4").interval.intersection(Figure("7.5").interval)
    assert shared == Interval.exactly(Decimal("7.45"))
    assert Figure("7.4").interval.intersection(Figure("7.45").interval) == interval("[7.445,7.45]")
    assert Figure("7.4").interval.intersection(Figure("7.6").interval) is None


def test_the_ends_of_an_interval_are_named() -> None:
    make: Any = Interval
    with pytest.raises(TypeError):
        make(Decimal(1), Decimal(2))
