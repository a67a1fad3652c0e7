"""Intervals: membership, containment and separation at open and closed ends."""

from decimal import Decimal
from itertools import product

import pytest

from civicplan.values import UNBOUNDED, Interval


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


@pytest.mark.parametrize(("one", "other"), list(product(SHAPES, SHAPES)))
def test_within_and_apart_agree_with_trying_every_tenth(one: str, other: str) -> None:
    members = [point for point in POINTS if point in interval(one)]
    assert interval(one).issubset(interval(other)) == (
        all(point in interval(other) for point in members)
        and (interval(other).low is None or interval(one).low is not None)
        and (interval(other).high is None or interval(one).high is not None)
    )
    assert interval(one).isdisjoint(interval(other)) == (not any(point in interval(other) for point in members))


def test_everything_contains_everything() -> None:
    assert interval("[1,2]").issubset(UNBOUNDED)
    assert not UNBOUNDED.issubset(interval("[1,2]"))
    assert not UNBOUNDED.isdisjoint(interval("[1,2]"))
