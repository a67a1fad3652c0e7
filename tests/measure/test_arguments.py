"""What can be written for a number, in which order, and which argument an error names."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import numpy
import pandas
import polars
import pytest

import civicplan as cp
from civicplan.errors import InvalidTypeError, InvalidValueError
from civicplan.measure import over_fulfilment, pace, planned_reduction

#: Each measure with its arguments in the order of the contract.
CALLS: dict[str, tuple[Callable[..., Decimal], dict[str, Any]]] = {
    "cagr": (cp.cagr, {"start": "100", "end": "121", "years": 2}),
    "required_cagr": (cp.required_cagr, {"current": "100", "target": "121", "years": 2}),
    "attainment": (cp.attainment, {"actual": "3", "target": "4", "direction": "lower"}),
    "progress": (cp.progress, {"baseline": "1", "actual": "3", "target": "5"}),
    "gap": (cp.gap, {"actual": "3", "target": "4", "direction": "lower"}),
    "pace": (pace, {"progress": "0.3", "elapsed": "0.4"}),
    "reduction_progress": (cp.reduction_progress, {"reductions": ["2", "3"], "target": "20"}),
    "remaining_reduction": (cp.remaining_reduction, {"reductions": ["2", "3"], "target": "20", "years": 3}),
    "planned_reduction": (planned_reduction, {"target": "20", "years": 5}),
    "over_fulfilment": (over_fulfilment, {"actual": "26.59", "target": "20"}),
    "scheduled_value": (
        cp.scheduled_value,
        {"baseline": "10", "target": "20", "period": "2016/2020", "at": "2018", "path": "geometric"},
    ),
    "compound": (cp.compound, {"rates": ["2", "3"]}),
    "cumulative_reduction": (cp.cumulative_reduction, {"rates": ["2", "3"]}),
}
every_measure = pytest.mark.parametrize("name", CALLS)


#: Times go by name: a number of years in their place would pass for a year.
BY_NAME = ("period", "at", "path")


@every_measure
def test_arguments_go_by_place_as_well_as_by_name(name: str) -> None:
    measure, arguments = CALLS[name]
    numbers = [value for argument, value in arguments.items() if argument not in BY_NAME]
    times = {argument: value for argument, value in arguments.items() if argument in BY_NAME}
    assert measure(*numbers, **times) == measure(**arguments)


def test_a_number_of_years_does_not_pass_for_a_year() -> None:
    scheduled: Callable[..., Decimal] = cp.scheduled_value
    with pytest.raises(TypeError):
        scheduled("24", "15", 5, 3)


@every_measure
def test_an_error_names_the_argument_at_fault(name: str) -> None:
    measure, arguments = CALLS[name]
    for argument, sound in arguments.items():
        bad: Any = ["x"] if isinstance(sound, list) else "x"
        with pytest.raises(InvalidValueError) as raised:
            measure(**{**arguments, argument: bad})
        assert raised.value.place == (f"{argument}[0]" if isinstance(sound, list) else argument)


def test_higher_is_better_unless_said_otherwise() -> None:
    assert cp.attainment("3", "4") == Decimal("0.75")
    assert cp.gap("3", "4") == 1


@pytest.mark.parametrize(
    "number", [12.5, "12.5", Decimal("12.5"), cp.Figure("12.5"), numpy.float64(12.5), numpy.float32(12.5)]
)
def test_a_number_is_worth_the_same_however_it_is_written(number: Any) -> None:
    assert cp.gap(number, 13) == Decimal("0.5")


@pytest.mark.parametrize("tenth", [0.1, numpy.float64(0.1), numpy.float32(0.1), numpy.float16(0.1)])
def test_a_float_counts_by_its_shortest_text(tenth: Any) -> None:
    assert cp.gap(tenth, "0.3") == Decimal("0.2")


@pytest.mark.parametrize("two", [2, numpy.int64(2), numpy.uint8(2), 2.0])
def test_whole_numbers_of_numpy_are_numbers(two: Any) -> None:
    assert cp.cagr(100, 121, two) == 10


def test_very_small_and_large_floats_keep_every_digit() -> None:
    assert cp.gap(0, 1.2345678901234567e-20) == Decimal("1.2345678901234567E-20")
    assert cp.gap(0, 1.5e60) == Decimal("1.5E60")


COLUMNS: dict[str, Any] = {
    "Series": pandas.Series([1.0, 2.0]),
    "DataFrame": pandas.DataFrame({"actual": [1.0]}),
    "ndarray": numpy.array([1.0, 2.0]),
    "list": [1.0, 2.0],
}


@pytest.mark.parametrize("kind", COLUMNS)
def test_a_column_is_told_to_pass_one_number(kind: str) -> None:
    for argument in ("actual", "target"):
        with pytest.raises(InvalidTypeError) as raised:
            cp.attainment(**{"actual": 1, "target": 2, argument: COLUMNS[kind]})
        assert str(raised.value) == (
            f"{argument}: expected one number, got a {kind}; "
            "pass one number; civicplan.panel has the measures of whole columns"
        )


@pytest.mark.parametrize("missing", [float("nan"), float("-inf"), numpy.float64("nan"), Decimal("NaN")])
def test_missing_values_are_to_be_left_out(missing: Any) -> None:
    with pytest.raises(InvalidValueError, match="leave missing values out"):
        cp.compound([1, missing])


@pytest.mark.parametrize("column", [pandas.Series, polars.Series, numpy.array, list, tuple])
def test_where_several_numbers_are_asked_for_a_column_will_do(column: Callable[[list[float]], Any]) -> None:
    assert cp.compound(column([10.0, 10.0])) == 21
