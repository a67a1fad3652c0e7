"""A wide frame becomes the long panel that says the same, on every engine; what its headings leave open is refused."""

from __future__ import annotations

from typing import Any

import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan import panel
from civicplan.errors import InvalidTypeError, InvalidValueError, PlanFormatError, UnknownIdError
from tests.panel.engines import from_pandas, on_every_engine, rows_of

_WIDE = pl.DataFrame(
    {
        "指标": ["gdp", "waste"],
        "方向": ["higher", "lower"],
        "Baseline 2020": [80.0, 90.0],
        "2021": [91.0, None],
        "2025年": [99.5, 3.0],
        "Target 2023": [95.0, None],
        "2025年目标（亿元）": [99.0, 4.0],
        "Target growth 2021/2025": [5.0, None],
    }
)
_CELLS = st.none() | st.integers(-99, 99).map(float)


def _faults(wide: pl.DataFrame, **options: Any) -> list[str]:
    with pytest.raises(PlanFormatError) as refused:
        panel.to_long(wide, **options)
    return [str(fault) for fault in refused.value.faults]


def test_each_target_has_the_actuals_up_to_its_date() -> None:
    told = panel.assess(panel.to_long(_WIDE))
    assert told.select("indicator", "measure", "period", "value", "due", "target", "verdict").rows() == [
        ("gdp", "level", "2021", 91.0, "2023", 95.0, "not_due"),
        ("gdp", "level", "2021", 91.0, "2025", 99.0, "not_due"),
        ("gdp", "level", "2025", 99.5, "2025", 99.0, "met"),
        ("gdp", "growth", None, None, "2021/2025", 5.0, "not_assessable"),
        ("waste", "level", "2021", None, "2025", 4.0, "not_due"),
        ("waste", "level", "2025", 3.0, "2025", 4.0, "met"),
    ]
    assert told.select("baseline", "baseline_period", "unit").unique().sort("baseline").rows() == [
        (80.0, "2020", "亿元"),
        (90.0, "2020", "亿元"),
    ]


def test_every_engine_gives_the_same_rows() -> None:
    indexed = _WIDE.with_columns(index=pl.lit("a column of that name"))
    wanted = sorted(panel.to_long(indexed).to_dicts(), key=str)
    for engine, rows in on_every_engine(indexed, panel.to_long, dask=True):
        assert sorted(rows, key=str) == wanted, engine


@given(st.lists(st.tuples(_CELLS, _CELLS, _CELLS), min_size=1, max_size=4))
def test_no_figure_is_lost_and_none_is_made(cells: list[tuple[float | None, ...]]) -> None:
    names = ("Actual 2021", "Actual 2025", "Target 2025")
    wide = pl.DataFrame(cells, orient="row", schema=dict.fromkeys(names, pl.Float64)).with_row_index("indicator")
    long = panel.to_long(wide)
    wanted = [
        (indicator, period, value, row[2])
        for indicator, row in enumerate(cells)
        for period, value in zip(("2021", "2025"), row, strict=False)
        if (value, row[2]) != (None, None)
    ]
    assert sorted(long.select("indicator", "period", "value", "target").rows(), key=str) == sorted(wanted, key=str)


def test_years_as_numbers_are_headings_of_pandas() -> None:
    wide = pd.DataFrame({"indicator": ["gdp"], 2021: [9.0], "Target 2021": [8.0]})
    long = panel.to_long(wide)
    assert (long["period"].tolist(), long["value"].tolist()) == (["2021"], [9.0])
    assert list(wide.columns) == ["indicator", 2021, "Target 2021"]


def test_an_actual_after_the_last_target_is_kept_beside_it() -> None:
    wide = pl.DataFrame({"indicator": ["gdp"], "2026": [9.0], "Target 2025": [8.0]})
    assert panel.to_long(wide).select("period", "value", "due").rows() == [("2026", 9.0, "2025")]


def test_headings_that_leave_something_open_are_refused_all_at_once() -> None:
    wide = pl.DataFrame({"indicator": ["gdp"], "Forecast 2021": [1], "Target": [2], "2021": [3], "Actual 2021": [4]})
    unknown, undated, same = _faults(wide)
    assert 'Write ignore=["Forecast 2021"]' in unknown
    assert 'columns={"target 2025": "Target"}' in undated
    assert same == "column 'Actual 2021': It would be the actual as '2021' is; leave one of them out of the frame."
    said = panel.to_long(wide.drop("2021"), columns={"target 2025": "Target"}, ignore="Forecast 2021")
    assert said.select("Forecast 2021", "value", "target", "due").rows() == [(1, 4.0, 2.0, "2025")]
    said = panel.to_long(wide.select("indicator", "Forecast 2021"), columns={"actual": "Forecast 2021"})
    assert said.select("period", "value").rows() == [("2021", 1.0)]


def test_a_fiscal_year_needs_its_first_month() -> None:
    wide = pl.DataFrame({"indicator": ["gdp"], "FY2024 actual": [9.0]})
    (fault,) = _faults(wide)
    assert "fiscal_year_start=4" in fault
    assert panel.to_long(wide, fiscal_year_start=4)["period"].to_list() == ["2023-Q2/2024-Q1"]


def test_figures_in_two_units_are_refused() -> None:
    (fault,) = _faults(pl.DataFrame({"2021 (万元)": [1], "2025年目标（亿元）": [2]}))
    assert "亿元, is not that of other columns, 万元" in fault


def test_what_is_no_wide_frame_is_refused() -> None:
    with pytest.raises(UnknownIdError):
        panel.to_long(_WIDE, columns={"target 2025": "Plan"})
    with pytest.raises(InvalidTypeError, match="column '2021': expected numbers"):
        panel.to_long(_WIDE.with_columns(pl.col("2021").cast(pl.String)))
    with pytest.raises(InvalidValueError, match="got 'value'"):
        panel.to_long(_WIDE.with_columns(value=1))
    assert "a year, such as 2021" in _faults(_WIDE.select("指标"))[0]


@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_a_named_index_is_a_column() -> None:
    wide = pd.DataFrame(
        {"place": ["a", "b"], "指标": ["gdp", "gdp"], "2021": [91.0, 93.0], "Target 2021": [92.0, 92.0]}
    )
    wanted = [("a", "gdp", 91.0), ("b", "gdp", 93.0)]
    indexed: list[Any] = [
        wide.set_index("指标"),
        wide.set_index(["place", "指标"]),
    ]
    indexed += [wide.set_index([[7, 8], "place"]), from_pandas(wide.set_index("指标"), npartitions=2)]
    for frame in indexed:
        rows = rows_of(panel.to_long(frame))
        assert [(row["place"], row["indicator"], row["value"]) for row in rows] == wanted
    assert indexed[0].index.name == "指标"
    named = wide.set_index(pd.Index([1, 2], name="2021"))
    assert panel.to_long(named)["value"].tolist() == [91.0, 93.0]


def test_words_of_tables_become_those_that_an_assessment_reads() -> None:
    directions = ["正向", "Higher ", "up", "逆向", "负向指标", "Down", "区间", "range", "odd", None]
    signs = [" ≥", "=>", "≧", "≦", "＜", "at most", "==", "..", "??", None]
    wide = pl.DataFrame(
        {"indicator": range(10), "方向": directions, "Comparator": signs, "2021": 1.0, "Target 2021": 1.0}
    )
    wanted = [*["higher"] * 3, *["lower"] * 3, *["range"] * 2, "odd", None]
    for engine, rows in on_every_engine(wide, panel.to_long, dask=True):
        rows.sort(key=lambda row: row["indicator"])
        assert [row["direction"] for row in rows] == wanted, engine
        assert [row["comparator"] for row in rows] == ["≥", "≥", "≥", "≤", "<", "≤", "=", "..", "??", None], engine
    for kind in ("cat", "enum"):
        dtype = pl.Categorical if kind == "cat" else pl.Enum(["正向"])
        known = wide.head(1).with_columns(pl.col("方向").cast(dtype))
        assert panel.assess(panel.to_long(known))["verdict"].to_list() == ["met"]
