"""Measures take figures, texts, ints and Decimals; all else is refused as itself, at once and briefly."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy
import pandas
import pytest

import civicplan as cp
from civicplan import CivicPlanError
from civicplan.errors import InvalidTypeError, InvalidValueError
from civicplan.measure import over_fulfilment, pace, planned_reduction

WRONG_TYPES: dict[str, Any] = {
    "nothing": None,
    "a flag": True,
    "bytes": b"75",
    "no bytes": b"",
    "a list of lists": [[]],
    "a mapping": {"5": "6"},
    "a fraction without an end": Fraction(1, 3),
    "a column": pandas.Series([1.0, 2.0]),
    "an array": numpy.array([1.0, 2.0]),
    "a frame": pandas.DataFrame({"actual": [1.0]}),
    "an object": object(),
}
WRONG_NUMBERS: dict[str, Any] = {
    "blank": " ",
    "empty": "",
    "separators": "1,006.20",
    "a sign": "95%",
    "wide digits": "１２",
    "not a number": "NaN",
    "infinity": "Infinity",
    "too large": "1e400",
    "an int of 5001 digits": 10**5000,
    "ten million digits": "9" * 10_000_000,
    "a float that is no number": float("nan"),
    "an infinite float": float("inf"),
    "a number of numpy that is none": numpy.float64("nan"),
    "a float too large": 1e200,
    "a Decimal that is no number": Decimal("NaN"),
    "a Decimal that signals": Decimal("sNaN"),
    "an infinite Decimal": Decimal("-Infinity"),
    "a Decimal too large": Decimal("1e101"),
    "a Decimal too small": Decimal("1e-101"),
    "a Decimal of a million digits": Decimal("1" * 10**6),
}

#: Every measure with each of its numbers left open in turn.
ASKED: dict[str, Callable[[Any], Decimal]] = {
    "cagr from": lambda number: cp.cagr(number, 2, 3),
    "cagr to": lambda number: cp.cagr(2, number, 3),
    "cagr over": lambda number: cp.cagr(2, 3, number),
    "required cagr from": lambda number: cp.required_cagr(number, 2, 3),
    "required cagr to": lambda number: cp.required_cagr(2, number, 3),
    "required cagr over": lambda number: cp.required_cagr(2, 3, number),
    "attainment of": lambda number: cp.attainment(actual=number, target=2, direction="higher"),
    "attainment to": lambda number: cp.attainment(actual=2, target=number, direction="lower"),
    "attainment of an end": lambda number: cp.attainment(actual=2, target=(1, number), direction="range"),
    "attainment of a limit": lambda number: cp.attainment(
        actual=9, target=(1, 2), direction="range", limits=(0, number)
    ),
    "progress from": lambda number: cp.progress(baseline=number, actual=1, target=2),
    "progress of": lambda number: cp.progress(baseline=1, actual=number, target=2),
    "progress to": lambda number: cp.progress(baseline=1, actual=2, target=number),
    "gap of": lambda number: cp.gap(actual=number, target=2, direction="higher"),
    "gap to": lambda number: cp.gap(actual=2, target=number, direction="range"),
    "pace of": lambda number: pace(progress=number, elapsed=1),
    "pace over": lambda number: pace(progress=1, elapsed=number),
    "over-fulfilment of": lambda number: over_fulfilment(actual=number, target=2),
    "over-fulfilment to": lambda number: over_fulfilment(actual=2, target=number),
    "progress of a reduction to": lambda number: cp.reduction_progress(reductions=[1], target=number),
    "remaining reduction to": lambda number: cp.remaining_reduction(reductions=[1], target=number),
    "remaining reduction over": lambda number: cp.remaining_reduction(reductions=[1], target=2, years=number),
    "planned reduction to": lambda number: planned_reduction(target=number, years=5),
    "planned reduction over": lambda number: planned_reduction(target=20, years=number),
    "scheduled from": lambda number: cp.scheduled_value(baseline=number, target=2, period="2020", at="2020"),
    "scheduled to": lambda number: cp.scheduled_value(baseline=1, target=number, period="2020", at="2020"),
    "compound": lambda number: cp.compound([1, number]),
    "cumulative reduction": lambda number: cp.cumulative_reduction([1, number]),
    "progress of reductions": lambda number: cp.reduction_progress(reductions=[1, number], target=2),
}
#: Where several numbers are asked for, one may be a column.
LISTS: dict[str, Callable[[Any], Decimal]] = {
    "compound": cp.compound,
    "cumulative reduction": cp.cumulative_reduction,
    "progress of reductions": lambda numbers: cp.reduction_progress(reductions=numbers, target=2),
    "remaining reduction": lambda numbers: cp.remaining_reduction(reductions=numbers, target=2),
}


def named(table: dict[str, Any]) -> list[Any]:
    return [pytest.param(value, id=name) for name, value in table.items()]


def is_brief(error: CivicPlanError) -> bool:
    return len(str(error)) <= 300


def refusal(ask: Callable[[Any], Decimal], junk: Any) -> CivicPlanError:
    with pytest.raises(CivicPlanError) as raised:
        ask(junk)
    assert is_brief(raised.value)
    return raised.value


@pytest.mark.parametrize("ask", named(ASKED))
def test_what_is_no_number_is_refused_as_a_type(ask: Callable[[Any], Decimal]) -> None:
    for name, junk in WRONG_TYPES.items():
        assert isinstance(refusal(ask, junk), InvalidTypeError), name


@pytest.mark.parametrize("ask", named(ASKED))
def test_a_number_that_no_plan_prints_is_refused_as_a_value(ask: Callable[[Any], Decimal]) -> None:
    for name, junk in WRONG_NUMBERS.items():
        assert isinstance(refusal(ask, junk), InvalidValueError), name


@pytest.mark.parametrize("ask", named(LISTS))
def test_a_series_is_a_list_of_numbers(ask: Callable[[Any], Decimal]) -> None:
    for junk in (None, True, b"75", b"", [[]], {"5": "6"}, {5}, object(), "10", 10, 0.5):
        assert isinstance(refusal(ask, junk), InvalidTypeError), junk


@pytest.mark.parametrize("target", [(), (1,), (1, 2, 3), ("1",), (1, 2, object())])
def test_a_range_has_two_ends(target: Any) -> None:
    for measure in (cp.attainment, cp.gap):
        with pytest.raises((InvalidTypeError, InvalidValueError)):
            measure(actual=1, target=target, direction="range")


@pytest.mark.parametrize("limits", [(), (0,), (0, 4, 5), "04", 4, {0: 1, 4: 5}, object()])
def test_limits_are_a_pair(limits: Any) -> None:
    with pytest.raises((InvalidTypeError, InvalidValueError)):
        cp.attainment(actual=9, target=(1, 2), direction="range", limits=limits)


@pytest.mark.parametrize("junk", named(WRONG_TYPES))
def test_what_is_no_word_and_no_period_is_refused_as_a_type(junk: Any) -> None:
    asked: tuple[Callable[[], Decimal], ...] = (
        lambda: cp.attainment(actual=1, target=2, direction=junk),
        lambda: cp.gap(actual=1, target=2, direction=junk),
        lambda: cp.scheduled_value(baseline=1, target=2, period="2020", at="2020", path=junk),
        lambda: cp.scheduled_value(baseline=1, target=2, period=junk, at="2020"),
        lambda: cp.scheduled_value(baseline=1, target=2, period="2020", at=junk),
    )
    for ask in asked:
        with pytest.raises(InvalidTypeError):
            ask()


@pytest.mark.parametrize("share", ["-0.5", "-1"])
def test_no_share_of_a_period_is_negative(share: str) -> None:
    with pytest.raises(CivicPlanError):
        pace(progress="0.5", elapsed=share)


def test_what_no_number_can_hold_is_an_error_of_the_library_too() -> None:
    asked: dict[str, Callable[[], Decimal]] = {
        "a doubling in no time": lambda: cp.cagr(1, 2, "1e-30"),
        "as many zeros as there are years": lambda: cp.compound(["1e30"] * 40_000),
        "a target that rounds to none": lambda: cp.reduction_progress(reductions=["5"], target=Decimal("1e-60")),
        "no way towards it": lambda: cp.reduction_progress(reductions=[], target=Decimal("1e-60")),
        "nothing left at all": lambda: cp.reduction_progress(reductions=["99." + "9" * 28] * 40_000, target="50"),
    }
    for name, ask in asked.items():
        with pytest.raises(CivicPlanError):
            pytest.fail(f"{name}: {ask()}")
