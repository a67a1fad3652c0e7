"""Attainment, progress and gap, and where they do not exist."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan import Direction, Reason, UndefinedMeasureError
from civicplan.errors import InvalidValueError
from civicplan.model import DirectionLike


@pytest.mark.parametrize(
    ("actual", "target", "direction", "share"),
    [
        ("12", "16", "higher", "0.75"),
        ("20", "16", "higher", "1.25"),
        ("0", "16", "higher", "0"),
        ("-4", "16", "higher", "-0.25"),
        ("0.3", "0.4", "higher", "0.75"),
        ("20", "16", "lower", "0.8"),
        ("0.5", "0.4", "lower", "0.8"),
        ("10", "16", "lower", "1.6"),
        ("7", ("6", "8"), "range", "1"),
        ("6", ("6", "8"), "range", "1"),
        ("8", ("6", "8"), "range", "1"),
        ("5", "5", Direction.RANGE, "1"),
        ("6", ("6", "6"), "higher", "1"),
    ],
)
def test_attainment_is_actual_against_target(actual: str, target: Any, direction: Any, share: str) -> None:
    assert cp.attainment(actual=actual, target=target, direction=direction) == Decimal(share)


@pytest.mark.parametrize(
    ("actual", "share"),
    [("6", "1"), ("5", "0.5"), ("4", "0"), ("3", "-0.5"), ("9", "0.75"), ("12", "0"), ("13", "-0.25")],
)
def test_outside_a_range_attainment_falls_along_a_line_to_the_limit(actual: str, share: str) -> None:
    found = cp.attainment(actual=actual, target=("6", "8"), direction="range", limits=("4", "12"))
    assert found == Decimal(share)


@pytest.mark.parametrize("limits", [("6", "12"), ("4", "8"), ("7", "7"), ("12", "4")])
def test_the_limits_lie_outside_the_range(limits: tuple[str, str]) -> None:
    with pytest.raises(InvalidValueError, match="limits: expected one below 6 and one above 8"):
        cp.attainment(actual="5", target=("6", "8"), direction="range", limits=limits)


@pytest.mark.parametrize(
    ("actual", "target", "direction", "reason"),
    [
        ("5", "0", "higher", Reason.ZERO_TARGET),
        ("5", "-2", "higher", Reason.NEGATIVE_VALUE),
        ("0", "5", "lower", Reason.ZERO_ACTUAL),
        ("5", "0", "lower", Reason.ZERO_TARGET),
        ("-1", "5", "lower", Reason.NEGATIVE_VALUE),
        ("5", "-1", "lower", Reason.NEGATIVE_VALUE),
        ("5", ("6", "8"), "range", Reason.LIMITS_UNKNOWN),
        ("9", ("6", "8"), "range", Reason.LIMITS_UNKNOWN),
    ],
)
def test_attainment_is_undefined_with_a_reason(
    actual: str, target: Any, direction: DirectionLike, reason: Reason
) -> None:
    with pytest.raises(UndefinedMeasureError) as raised:
        cp.attainment(actual=actual, target=target, direction=direction)
    assert raised.value.reason is reason
    assert raised.value.measure == "attainment"


@pytest.mark.parametrize("direction", ["higher", "lower"])
def test_two_ends_are_for_ranges(direction: DirectionLike) -> None:
    for measure in (cp.attainment, cp.gap):
        with pytest.raises(InvalidValueError, match="one value unless the direction is range"):
            measure(actual="7", target=("6", "8"), direction=direction)


@pytest.mark.parametrize("direction", ["higher", "lower", "range"])
def test_the_lower_end_comes_first(direction: DirectionLike) -> None:
    for measure in (cp.attainment, cp.gap):
        with pytest.raises(InvalidValueError, match="the lower end first"):
            measure(actual="7", target=("8", "6"), direction=direction)


@pytest.mark.parametrize(
    ("baseline", "actual", "target", "share"),
    [
        ("62.1", "62.1", "73", "0"),
        ("62.1", "73", "73", "1"),
        ("10", "15", "20", "0.5"),
        ("20", "15", "10", "0.5"),
        ("10", "5", "20", "-0.5"),
        ("10", "30", "20", "2"),
        ("-5", "0", "5", "0.5"),
        ("0", "1", "4", "0.25"),
        ("4", "1", "0", "0.75"),
    ],
)
def test_progress_is_the_share_of_the_planned_change(baseline: str, actual: str, target: str, share: str) -> None:
    assert cp.progress(baseline=baseline, actual=actual, target=target) == Decimal(share)


@pytest.mark.parametrize(("baseline", "target"), [("5", "5"), ("5", "5.0"), ("0", "-0")])
def test_progress_towards_a_target_to_hold_is_undefined(baseline: str, target: str) -> None:
    with pytest.raises(UndefinedMeasureError) as raised:
        cp.progress(baseline=baseline, actual="6", target=target)
    assert raised.value.reason is Reason.TARGET_TO_HOLD


@pytest.mark.parametrize(
    ("actual", "target", "direction", "gap"),
    [
        ("12.7", "13", "higher", "0.3"),
        ("13.2", "13", "higher", "-0.2"),
        ("65", "64", "lower", "1"),
        ("64", "64", "lower", "0"),
        ("5", ("6", "8"), "range", "1"),
        ("9", ("6", "8"), "range", "1"),
        ("7", ("6", "8"), "range", "-1"),
        ("7.5", ("6", "8"), "range", "-0.5"),
    ],
)
def test_the_gap_is_what_is_missing(actual: str, target: Any, direction: DirectionLike, gap: str) -> None:
    assert cp.gap(actual=actual, target=target, direction=direction) == Decimal(gap)


def test_an_unknown_direction_is_refused() -> None:
    unknown: Any = "up"
    for measure in (cp.attainment, cp.gap):
        with pytest.raises(InvalidValueError, match="one of higher, lower, range"):
            measure(actual="7", target="6", direction=unknown)


def answer(measure: Callable[..., Decimal], *figures: Decimal | int, **options: Any) -> Decimal | Reason:
    try:
        return measure(*figures, **options)
    except UndefinedMeasureError as error:
        return error.reason


@given(*[st.integers(-30, 30)] * 3)
def test_no_share_and_no_growth_depends_on_the_size_of_the_unit(first: int, second: int, third: int) -> None:
    for size in (Decimal("0.01"), Decimal(1000)):
        one, two, three = size * first, size * second, size * third
        for direction in ("higher", "lower"):
            expected = answer(cp.attainment, first, second, direction=direction)
            assert answer(cp.attainment, one, two, direction=direction) == expected, (size, direction)
        assert answer(cp.progress, one, two, three) == answer(cp.progress, first, second, third), size
        assert answer(cp.cagr, one, two, 1) == answer(cp.cagr, first, second, 1), size
