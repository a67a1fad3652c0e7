"""Reductions that compound, and where they do not exist."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

import civicplan as cp
from civicplan import Reason, UndefinedMeasureError
from civicplan.measure import over_fulfilment, planned_reduction


@pytest.mark.parametrize(
    ("rates", "total"),
    [([], "0"), (["15"], "15"), (["10", "10"], "19"), (["-10", "10"], "1"), (["50", "50", "50"], "87.5"), ([0], "0")],
)
def test_reductions_compound_and_are_never_summed(rates: Any, total: str) -> None:
    assert cp.cumulative_reduction(rates) == Decimal(total)


@pytest.mark.parametrize(
    ("reductions", "target", "share"),
    [([], "19", "0"), (["10"], "19", "0.5"), (["10", "10"], "19", "1"), (["10"] * 3, "19", "1.5"), (["0"], "50", "0")],
)
def test_equal_reductions_are_equal_parts_of_the_progress(reductions: Any, target: str, share: str) -> None:
    assert cp.reduction_progress(reductions=reductions, target=target) == Decimal(share)


def test_a_rise_is_negative_progress() -> None:
    assert cp.reduction_progress(reductions=["-10"], target="20") < 0


@pytest.mark.parametrize(
    ("reductions", "target", "years", "yearly"),
    [
        ([], "19", 2, "10"),
        ([], "19", 1, "19"),
        (["10"], "19", 1, "10"),
        (["10", "10"], "19", 3, "0"),
        (["50"], "19", 3, "0"),
        (["-25"], "50", 1, "60"),
    ],
)
def test_what_remains_is_spread_evenly_and_is_0_when_nothing_does(
    reductions: Any, target: str, years: int, yearly: str
) -> None:
    assert cp.remaining_reduction(reductions=reductions, target=target, years=years) == Decimal(yearly)


def test_without_years_all_that_remains_is_due_at_once() -> None:
    assert cp.remaining_reduction(reductions=["10"], target="19") == 10


@pytest.mark.parametrize("target", ["0", "-5", "100", "120"])
def test_a_reduction_target_lies_between_0_and_100(target: str) -> None:
    asked: tuple[Callable[[], Decimal], ...] = (
        lambda: cp.reduction_progress(reductions=["5"], target=target),
        lambda: cp.remaining_reduction(reductions=["5"], target=target),
        lambda: planned_reduction(target=target, years=5),
    )
    for ask in asked:
        with pytest.raises(UndefinedMeasureError) as raised:
            ask()
        assert raised.value.reason is Reason.TARGET_OUT_OF_RANGE


def test_a_reduction_of_exactly_100_leaves_nothing_whatever_comes_before_or_after() -> None:
    assert cp.cumulative_reduction(["5", "100"]) == cp.cumulative_reduction(["100", "-20"]) == 100
    assert cp.remaining_reduction(["100"], "20") == 0
    with pytest.raises(UndefinedMeasureError):
        cp.reduction_progress(["100"], "20")


@pytest.mark.parametrize("rate", ["100.1", "250"])
def test_nothing_compounds_after_a_reduction_of_more_than_100(rate: str) -> None:
    asked: tuple[Callable[[], Decimal], ...] = (
        lambda: cp.cumulative_reduction(["5", rate]),
        lambda: cp.reduction_progress(reductions=["5", rate], target="20"),
        lambda: cp.remaining_reduction(reductions=["5", rate], target="20"),
    )
    for ask in asked:
        with pytest.raises(UndefinedMeasureError) as raised:
            ask()
        assert raised.value.reason is Reason.RATE_TOO_LARGE


@pytest.mark.parametrize("years", [0, -2])
def test_what_remains_needs_time(years: int) -> None:
    asked: tuple[Callable[[], Decimal], ...] = (
        lambda: cp.remaining_reduction(reductions=[], target="20", years=years),
        lambda: planned_reduction(target="20", years=years),
    )
    for ask in asked:
        with pytest.raises(UndefinedMeasureError) as raised:
            ask()
        assert raised.value.reason is Reason.NO_TIME


@pytest.mark.parametrize(("actual", "target", "beyond"), [("20", "20", "0"), ("25", "20", "25"), ("15", "20", "-25")])
def test_over_fulfilment_is_linear(actual: str, target: str, beyond: str) -> None:
    assert over_fulfilment(actual=actual, target=target) == Decimal(beyond)


@pytest.mark.parametrize(("target", "reason"), [("0", Reason.ZERO_TARGET), ("-20", Reason.NEGATIVE_VALUE)])
def test_over_fulfilment_is_undefined_with_a_reason(target: str, reason: Reason) -> None:
    with pytest.raises(UndefinedMeasureError) as raised:
        over_fulfilment(actual="26.59", target=target)
    assert raised.value.reason is reason
