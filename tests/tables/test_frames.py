"""Dataframes as text: the same from every library, with the digits that they hold and no others."""

from __future__ import annotations

import datetime
import sys
from decimal import Decimal
from importlib import import_module
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.errors import MissingExtraError
from civicplan.tables.frames import frame_grid
from civicplan.tables.grid import PrintedNumber

pa = import_module("pyarrow")  # which has no types
COLUMNS: dict[str, list[Any]] = {
    "name": ["GDP", None, "jobs"],
    "2021": [95, 7, None],
    "2022": [95.0, 94.96, None],
    "2023": [Decimal("95.0"), None, Decimal("7.5")],
    "day": [datetime.date(2021, 1, 5), None, None],
}
ROWS = (("GDP", "95", "95", "95.0", "2021-01-05"), ("", "7", "94.96", "", ""), ("jobs", "", "", "7.5", ""))


def frames() -> dict[str, Any]:
    arrow = pa.table(COLUMNS)
    return {
        "pandas": arrow.to_pandas(),
        "pandas with pyarrow types": arrow.to_pandas(types_mapper=pd.ArrowDtype),
        "polars": pl.from_arrow(arrow),
        "polars, lazy": pl.DataFrame(arrow).lazy(),
        "pyarrow": arrow,
        "duckdb": duckdb.from_arrow(arrow),
    }


@pytest.mark.parametrize("library", frames())
def test_every_library_gives_the_same_text(library: str) -> None:
    frame = frames()[library]
    read = frame_grid(frame)
    assert read.grid.headings == tuple(COLUMNS)
    assert read.grid.rows == ROWS
    assert all(isinstance(cell, PrintedNumber) for cell in read.grid.rows[0][1:4])
    floats = [position for position, notes in read.notes.items() if [one.code for one in notes] == ["float-column"]]
    assert floats == ([1, 2] if library == "pandas" else [2])


def test_places_give_back_the_digits_that_were_published() -> None:
    frame = pl.DataFrame({"2021": [95.0, 7.25, 0.1 + 0.2], "2022": [95.0, 7.0, 8.5]})
    read = frame_grid(frame, places={"2021": 1})
    assert read.grid.column(0) == ("95.0", "7.25", "0.3")
    assert read.grid.column(1) == ("95", "7", "8.5")
    assert [(one.code, one.place, one.left_out) for one in read.notes[0]] == [
        ("more-places", 'row 2, column "2021"', False)
    ]
    assert [one.code for one in read.notes[1]] == ["float-column"]
    assert frame_grid(frame, places=2).grid.column(1) == ("95.00", "7.00", "8.50")


def test_a_column_of_decimals_of_one_scale_says_so() -> None:
    frame = pl.DataFrame({"2021": [Decimal("95.00"), Decimal("7.50")]})
    assert frame_grid(frame).grid.column(0) == ("95.00", "7.50")
    assert [one.code for one in frame_grid(frame).notes[0]] == ["decimal-column"]
    whole = frame_grid(pl.DataFrame({"2021": [Decimal("95"), None]}))
    assert (whole.grid.column(0), whole.notes[0]) == (("95", ""), ())
    read = frame_grid(frame, places=1)
    assert (read.grid.column(0), read.notes[0]) == (("95.0", "7.5"), ())


def test_single_precision_adds_no_digits() -> None:
    frame = pl.DataFrame({"2021": pl.Series([95.2, 1e38, 3.0], dtype=pl.Float32)})
    assert frame_grid(frame).grid.column(0)[::2] == ("95.2", "3")


def test_an_index_with_a_name_is_a_column() -> None:
    frame = pd.DataFrame({"name": ["GDP"], "2021": ["9"]})
    assert frame_grid(frame.set_index("name")).grid.headings == ("name", "2021")
    assert frame_grid(frame.set_index("name", drop=False)).grid.headings == ("name", "2021")
    assert frame_grid(frame.set_index(["name", "2021"])).grid.rows == (("GDP", "9"),)


def test_headings_in_levels_are_joined() -> None:
    columns = pd.MultiIndex.from_tuples([("Indicator", ""), ("Actual", 2021)])
    assert frame_grid(pd.DataFrame([["GDP", "9"]], columns=columns)).grid.headings == ("Indicator", "Actual 2021")


def test_numbers_of_numpy_in_a_column_of_objects_are_numbers() -> None:
    column = pd.Series([np.int64(95), np.float64(9.5), np.bool_(True), np.str_("≥9"), float("inf")], dtype=object)
    assert frame_grid(pd.DataFrame({"2021": column})).grid.column(0) == ("95", "9.5", "true", "≥9", "inf")


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "narwhals.stable.v2", None)
    with pytest.raises(MissingExtraError, match=r'pip install "civicplan\[frames\]"'):
        cp.from_frame(pl.DataFrame({"Indicator": ["a"]}), period=2021)
    monkeypatch.undo()
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match="pyarrow"):
        cp.from_frame(duckdb.sql("select 'a' as Indicator"), period=2021)


def test_what_is_no_dataframe_is_refused_with_advice() -> None:
    for value in (5, "indicators.csv", [{"name": "GDP"}], {"name": ["GDP"]}, None, pd.Series(["GDP"])):
        with pytest.raises(cp.InvalidInputError, match="a dataframe of pandas, polars, pyarrow or DuckDB"):
            frame_grid(value)
    with pytest.raises(cp.InvalidInputError, match="rename"):
        frame_grid(pd.DataFrame([["x", "y"]], columns=["name", "name"]))


def test_places_name_columns_and_count() -> None:
    frame = pl.DataFrame({"2021": [9.5]})
    with pytest.raises(cp.UnknownIdError, match="nearest: 2021"):
        frame_grid(frame, places={"2012": 1})
    places: Any
    for places in (-1, 31, True, "1", 1.0, {"2021": None}):
        with pytest.raises(cp.InvalidInputError, match="decimal places"):
            frame_grid(frame, places=places)


_VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.text(max_size=5),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.binary(max_size=3),
    st.lists(st.none(), max_size=2),
    st.just(pd.NA),
    st.just(pd.NaT),
    st.just(10**5000),
    st.complex_numbers(),
)


@given(st.lists(_VALUES, max_size=4))
def test_any_value_is_some_text(values: list[Any]) -> None:
    column = pd.Series(values, dtype=object)
    texts = frame_grid(pd.DataFrame({"2021": column})).grid.column(0)
    assert all(isinstance(text, str) for text in texts)


def test_periods_of_pandas_are_those_of_the_calendar() -> None:
    units = {"Y": "2021", "Q": "2021Q1", "M": "2021-01", "D": "2021-01-01"}
    frame = pd.DataFrame({pd.Period("2021-01-01", unit): [pd.Period("2022", "Y")] for unit in units})
    read = frame_grid(frame).grid
    assert (read.headings, read.rows) == (tuple(units.values()), (("2022",) * 4,))
    for fiscal in ("Y-MAR", "Q-MAR"):
        assert frame_grid(pd.DataFrame({"Year": [pd.Period("2021", fiscal)]})).grid.rows == (("a Period",),)
