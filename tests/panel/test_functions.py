"""The measures over columns say of every row what the bare functions say of its numbers, on every kind of column."""

from __future__ import annotations

import importlib
import math
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import duckdb
import narwhals.stable.v2 as nw
import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan import measure, panel
from civicplan.errors import (
    InvalidInputError,
    InvalidTypeError,
    InvalidValueError,
    UndefinedMeasureError,
    UnknownIdError,
)
from tests.panel.engines import few

#: Neither tells its types.
pa: Any = importlib.import_module("pyarrow")
dd: Any = importlib.import_module("dask.dataframe")

Column = list[Any]

#: Each measure, the bounds of its numbers, and why a row without one of them has no value.
PLAIN = {
    "cagr": ("missing_baseline", "missing_observation", "missing_number"),
    "required_cagr": ("missing_observation", "no_target", "missing_number"),
    "attainment": ("missing_observation", "no_target"),
    "gap": ("missing_observation", "no_target"),
    "progress": ("missing_baseline", "missing_observation", "no_target"),
    "pace": ("missing_number", "missing_number"),
    "over_fulfilment": ("missing_observation", "no_target"),
    "reduction_progress": ("missing_observation", "no_target"),
}
NUMBERS = st.none() | st.sampled_from([0.0, 100.0, 1.0]) | st.integers(-20_000, 20_000).map(lambda cents: cents / 100)
WORDS = st.sampled_from(["higher", "lower", "range"])

KINDS: dict[str, Callable[[Column], Any]] = {
    "numpy": lambda cells: np.array([math.nan if cell is None else cell for cell in cells], dtype=float),
    "pandas": lambda cells: pd.Series(cells, dtype="float64"),
    "pandas nullable": lambda cells: pd.Series(cells, dtype="Float64"),
    "pandas of Arrow": lambda cells: pd.Series(cells, dtype="double[pyarrow]"),
    "polars": lambda cells: pl.Series(cells, dtype=pl.Float64),
    "pyarrow": lambda cells: pa.chunked_array([pa.array(cells, pa.float64())]),
}


def texts(kind: str, words: list[str | None]) -> Any:
    if kind == "numpy":
        return np.array(words, dtype=object)
    if kind == "polars":
        return pl.Series(words, dtype=pl.String)
    return pa.chunked_array([pa.array(words, pa.string())]) if kind == "pyarrow" else pd.Series(words, dtype=object)


def cells(answer: Any) -> Column:
    if isinstance(answer, nw.DataFrame):
        answer = answer.to_native()
    listed = answer.to_pylist() if isinstance(answer, pa.ChunkedArray) else list(answer)
    return [None if cell is None or cell is pd.NA or cell != cell else cell for cell in listed]


def scalar(name: str, *numbers: Any, **named: Any) -> tuple[float | None, str | None]:
    """What the bare function says of a row: its value, or the reason why it has none."""
    try:
        if name == "reduction_progress":
            return float(measure.reduction_progress([numbers[0]], numbers[1])), None
        value = float(getattr(measure, name)(*numbers, **named))
        return (value, None) if math.isfinite(value) else (None, "too_extreme")
    except UndefinedMeasureError as error:
        return None, str(error.reason)
    except InvalidValueError as error:  # the scalar refuses what a row is not refused for
        return None, {"elapsed": "nothing_elapsed", "target": "ends_swapped"}[error.place]


def expected(name: str, row: tuple[Any, ...]) -> tuple[float | None, str | None]:
    if name == "reduction_progress" and row[1] is None:
        return None, "no_target"
    missing = [reason for number, reason in zip(row, PLAIN[name], strict=False) if number is None]
    return (None, missing[0]) if missing else scalar(name, *row)


def agree(name: str, values: Column, reasons: Column, rows: list[tuple[Any, ...]], kind: str) -> None:
    assert len(values) == len(reasons) == len(rows)
    for value, reason, row in zip(values, reasons, rows, strict=True):
        want, why = expected(name, row)
        assert reason == why, (kind, name, row, reason, why)
        size = max(1.0, abs(want or 0), *(abs(number) for number in row if isinstance(number, float)))
        assert value == want if want is None or value is None else abs(value - want) <= 1e-9 * size, (kind, name, row)


@st.composite
def asked(draw: st.DrawFn) -> tuple[str, list[tuple[Any, ...]]]:
    name = draw(st.sampled_from(sorted(PLAIN)))
    rows = draw(st.lists(st.tuples(*[NUMBERS] * len(PLAIN[name])), min_size=1, max_size=12))
    if name in ("attainment", "gap"):
        rows = [(*row, draw(WORDS)) for row in rows]
    return name, rows


def on_eager(name: str, rows: list[tuple[Any, ...]]) -> Iterator[tuple[str, Any, Any]]:
    for kind, column in KINDS.items():
        columns = [column(list(row)) for row in list(zip(*rows, strict=True))[: len(PLAIN[name])]]
        if name in ("attainment", "gap"):
            columns.append(texts(kind, [row[2] for row in rows]))
        yield kind, getattr(panel, name)(*columns), panel.reasons(name, *columns)


@given(asked())
def test_every_row_is_answered_as_by_the_bare_function(question: tuple[str, list[tuple[Any, ...]]]) -> None:
    name, rows = question
    for kind, values, reasons in on_eager(name, rows):
        agree(name, cells(values), cells(reasons), rows, kind)


def test_answers_are_of_the_kind_that_was_given() -> None:
    for kind, column in KINDS.items():
        start, end = column([100.0, 0.0]), column([121.0, 5.0])
        values, reasons = panel.cagr(start, end, 2), panel.reasons(panel.cagr, start, end, 2)
        assert type(values) is type(reasons) is type(start), kind
        if kind != "pyarrow":
            assert values.dtype == start.dtype, kind


@given(asked())
@few(8)
def test_expressions_answer_alike_on_every_engine(question: tuple[str, list[tuple[Any, ...]]]) -> None:
    name, rows = question
    columns = [f"c{place}" for place in range(len(rows[0]))]
    types = [pl.Float64] * len(PLAIN[name]) + [pl.String] * (len(columns) - len(PLAIN[name]))
    frame = pl.DataFrame(rows, schema=dict(zip(columns, types, strict=True)), orient="row").with_row_index("row")
    of_polars = [pl.col(column) for column in columns]
    answer = frame.lazy().with_columns(getattr(panel, name)(*of_polars), panel.reasons(name, *of_polars)).collect()
    agree(name, answer[name].to_list(), answer[f"{name}_reason"].to_list(), rows, "polars expressions")
    arrow = frame.to_arrow()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # Dask under pandas 3
        frames = {
            "pandas": frame.to_pandas(),
            "pandas of Arrow": frame.to_pandas(use_pyarrow_extension_array=True),
            "pandas nullable": frame.to_pandas().convert_dtypes(),
            "duckdb": duckdb.from_arrow(arrow),
            "dask": dd.from_pandas(frame.to_pandas(), npartitions=2),
        }
        for engine, native in frames.items():
            answered = nw.from_native(native).with_columns(
                getattr(panel, name)(*columns), panel.reasons(name, *columns)
            )
            table = answered.lazy().collect("pyarrow").sort("row").to_native()
            agree(name, cells(table[name]), cells(table[f"{name}_reason"]), rows, engine)


@given(st.lists(st.tuples(*[st.integers(-100, 100)] * 3), min_size=1, max_size=10))
def test_ranges_with_limits(rows: list[tuple[int, int, int]]) -> None:
    actual, low, high = (pl.Series(column) for column in zip(*rows, strict=True))
    for limits in (None, (-50, 50)):
        values = panel.attainment(actual, (low, high), "range", limits=limits).to_list()
        reasons = panel.reasons("attainment", actual, (low, high), "range", limits=limits).to_list()
        gaps = panel.gap(actual, (low, high), "range").to_list()
        for value, reason, gap, (y, a, b) in zip(values, reasons, gaps, rows, strict=True):
            if b < a:
                assert (value, reason, gap) == (None, "ends_swapped", None)
                continue
            assert gap == measure.gap(y, (a, b), "range")
            sound = limits if limits and a > -50 and b < 50 else None
            want, why = scalar("attainment", y, (a, b), "range", limits=sound)
            if why is None:
                assert value == pytest.approx(want, rel=1e-9)
            else:
                assert (value, reason) == (None, why)


def test_a_limit_on_the_other_side_may_be_missing_but_not_lie_within_the_range() -> None:
    actual, limits = pl.Series([5.0, 5.0, 25.0, 15.0]), (pl.Series([0, 0, None, 12]), pl.Series([None, 15, 30, 15]))
    assert panel.attainment(actual, (10, 20), "range", limits=limits).to_list() == [0.5, None, 0.5, 1.0]
    assert panel.reasons("attainment", actual, (10, 20), "range", limits=limits)[1] == "limits_unknown"


def test_each_row_may_have_its_own_kind_of_target() -> None:
    actual, low = pd.Series([9.0, 20.0, 5.0, 5.0, 5.0, 5.0, 5.0]), 10.0
    high = pd.Series([None, 10.0, 11.0, None, 20.0, None, None], dtype=float)
    words = pd.Series(["higher", "lower", "range", "range", "higher", "up", None])
    target = (pd.Series([low] * 7), high)
    assert cells(panel.attainment(actual, target, words)) == [0.9, 0.5] + [None] * 5
    assert cells(panel.reasons("attainment", actual, target, words)) == [
        None,
        None,
        "limits_unknown",
        "no_second_figure",
        "direction_contradicts_target",
        "unknown_direction",
        "no_direction",
    ]


def test_what_no_float_can_hold_has_a_reason() -> None:
    start, end = [1e-90, 1e200, math.inf, 1e-300], [1e90, 1.0, 1.0, 5.0]
    for kind, column in KINDS.items():
        values = panel.cagr(column(start), column(end), 0.1)
        assert cells(values) == [None] * 4, kind
        reasons = cells(panel.reasons("cagr", column(start), column(end), 0.1))
        assert reasons == ["too_extreme", "too_extreme", "missing_baseline", "too_extreme"], kind


def test_yearly_reductions_compound() -> None:
    years = tuple(pd.Series([rate]) for rate in (-1.51, 2.20, 4.18))
    exact = float(measure.reduction_progress([-1.51, 2.20, 4.18], 17))
    assert panel.reduction_progress(years, 17)[0] == pytest.approx(exact, rel=1e-9)


def test_columns_that_do_not_fit_each_other_are_refused() -> None:
    series = pd.Series([1.0, 2.0])
    with pytest.raises(InvalidValueError, match="same index"):
        panel.cagr(series, pd.Series([1.0, 2.0], index=[1, 0]), 2)
    others: list[Any] = [
        pd.Series([1.0]), np.array([1.0]), pl.Series([1.0, 2.0]), "end", [1.0, 2.0], None, True, np.ones((2, 2)),
        pd.Series(["1", "2"]), pd.Series([True, False]), pd.Series([1.0, "2"], dtype=object),
    ]  # fmt: skip
    for other in others:
        with pytest.raises(InvalidInputError):
            panel.cagr(series, other, 2)
    with pytest.raises(InvalidTypeError, match=r"civicplan\.cagr"):
        panel.cagr(100, 121, 2)
    with pytest.raises(InvalidValueError, match="write higher"):
        panel.attainment(series, 3, "hihger")
    with pytest.raises(InvalidValueError, match="range"):
        panel.gap(series, (1, 2), "lower")
    with pytest.raises(UnknownIdError, match="cagr"):
        panel.reasons("cagrr", series, 2, 2)


def test_columns_may_hold_whole_numbers_and_decimals() -> None:
    for column in (
        pd.Series([1, 2]),
        np.array([1, 2]),
        pl.Series([1, 2]),
        pd.Series(["1", "2"]).map(lambda _: 1).astype("Int64"),
    ):
        assert cells(panel.gap(column, 3))[0] == 2.0
