"""What cannot be read is refused by one of our errors, which says what to write; nothing else stops a verb."""

from __future__ import annotations

import importlib
import math
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pytest

from civicplan import panel
from civicplan.errors import InvalidTypeError, InvalidValueError, PlanFormatError, UnknownIdError
from tests.panel.engines import frames, on_every_engine, rows_of

#: It does not tell its types.
pa: Any = importlib.import_module("pyarrow")

ROW = pl.DataFrame(
    {"indicator": ["gdp"], "value": [9.0], "target": [8.0], "period": [2020], "direction": ["higher"],
     "verdict": ["met"]}
)  # fmt: skip
VERBS: dict[str, Callable[..., Any]] = {
    "assess": panel.assess,
    "latest": panel.latest,
    "with_previous": panel.with_previous,
    "in_force": panel.in_force,
    "rate": lambda frame, **options: panel.rate(frame, "global-fund", **options),
    "summarise": panel.summarise,
    "to_long": panel.to_long,
    "to_plans": panel.to_plans,
}


def test_two_columns_of_one_name_are_refused() -> None:
    twice = ROW.to_pandas().rename(columns={"verdict": "value"})
    of_arrow = pa.Table.from_arrays([pa.array([1.0])] * 3, names=["value", "target", "value"])
    for frame in (twice, of_arrow, duckdb.sql("select 1.0 as value, 2.0 as value, 3.0 as target")):
        for verb in VERBS.values():
            with pytest.raises(InvalidValueError, match=r"frame: .* two called 'value'; rename one"):
                verb(frame)
    with pytest.raises(InvalidValueError, match="two called 'value'"):
        panel.assess(twice, engine="polars")


def test_headings_in_two_rows_are_to_be_joined_first() -> None:
    names = pd.MultiIndex.from_tuples([("indicator", ""), ("Actual", "2021"), ("Target", "2021")])
    wide = pd.DataFrame([["gdp", 9.0, 8.0]], columns=names)
    for verb in VERBS.values():
        with pytest.raises(InvalidTypeError, match=r"frame.columns = \[' '.join"):
            verb(wide)
    wide.columns = [" ".join(name).strip() for name in wide.columns]
    assert panel.to_long(wide)[["value", "target"]].values.tolist() == [[9.0, 8.0]]


def test_a_column_that_has_a_number_for_a_name_comes_along() -> None:
    numbered = ROW.to_pandas().assign(**{"0": 1}).rename(columns={"0": 0})
    for verb in (panel.assess, panel.latest, panel.with_previous, panel.in_force, VERBS["rate"]):
        assert verb(numbered)[0].tolist() == [1]
    with pytest.raises(UnknownIdError, match="it has: 0"):
        panel.assess(pd.DataFrame({0: [1]}))


def test_what_columns_are_called_is_said_by_a_mapping() -> None:
    wrongs: tuple[Any, ...] = (3, "value", ["value"], {"value": ["value"]}, {3: "value"})
    for name, verb in VERBS.items():
        for wrong in wrongs:
            with pytest.raises(InvalidTypeError, match=r"columns.*; write columns=\{"):
                verb(ROW, columns=wrong)
            assert name


def test_a_summary_has_no_column_twice() -> None:
    for by in ("rows", "met", "progress_mean"):
        for frame in frames(ROW.with_columns(pl.lit("a").alias(by), progress=0.5)):
            with pytest.raises(InvalidValueError, match=f"by: .* got '{by}'; rename"):
                panel.summarise(frame, by=by)
    assert panel.summarise(ROW.with_columns(progress_mean=1), by="progress_mean")["met"].to_list() == [1]


def test_reasons_are_asked_with_the_arguments_of_the_measure() -> None:
    column, ask = pl.Series([1.0]), panel.reasons
    for arguments, named in (((column,), {}), ((column, 1, 2, 3), {}), ((column, 1), {"yeers": 2})):
        with pytest.raises(InvalidTypeError, match=r"expected cagr\(start, end, years\), got"):
            ask("cagr", *arguments, **named)
    with pytest.raises(UnknownIdError):
        panel.reasons("sum", column)


def test_what_no_figure_can_be_is_no_figure_of_a_plan() -> None:
    for size in (1e300, -1e300, 1e-300):
        with pytest.raises(PlanFormatError, match="row 1, column 'value'"):
            panel.to_plans(ROW.with_columns(value=pl.lit(size), places=1), period="2016/2020")


def test_a_column_that_no_other_library_can_hold_is_named() -> None:
    mixed = ROW.to_pandas().loc[[0, 0]].assign(note=["a", 1])
    for engine in ("polars", "duckdb", "pyarrow"):
        with pytest.raises(InvalidTypeError, match=r"column 'note': .* leave it out, or write engine=None"):
            panel.assess(mixed, engine=engine)
    assert panel.assess(mixed)["note"].tolist() == ["a", 1]


def test_numbers_of_any_type_are_numbers() -> None:
    exact = pl.DataFrame({"value": [Decimal("9.5"), None], "target": [Decimal(8)] * 2, "places": [1, None]})
    exact = exact.with_columns(comparator=pl.lit("≥"), exact=pl.Series([None, True]), row=pl.Series([0, 1]))
    pandas = pd.DataFrame(exact.to_dicts(), dtype=object)
    for engine, rows in [*on_every_engine(exact, panel.assess), ("objects", rows_of(panel.assess(pandas)))]:
        assert [row["verdict"] for row in rows] == ["met", "not_assessable"], engine
        assert rows[0]["gap"] == -1.5, engine
    assert panel.to_long(pd.DataFrame({"2021": [Decimal(9)], "Target 2021": [8]}))["value"].tolist() == [9.0]
    assert panel.cagr(pd.Series([10**400, Decimal(100)], dtype=object), 121, 2).round(6).tolist()[1] == 10.0


def test_a_column_without_a_cell_is_of_every_type() -> None:
    bare = ROW.select("value", "target", "direction")
    empty = {"baseline": None, "baseline_period": None, "exact": None, "measure": None, "places": None}
    for engine, rows in on_every_engine(bare.with_columns(**empty), panel.assess):
        assert [rows[0][name] for name in ("verdict", "gap", "reason")] == ["met", -1.0, None], engine
    (row,) = rows_of(panel.assess(bare.to_pandas().assign(**dict.fromkeys(empty, math.nan))))
    assert row["verdict"] == "met"
    for nothing in (pd.DataFrame(columns=["value", "target"]), pl.DataFrame({"value": [], "target": []})):
        assert len(panel.assess(nothing)) == 0
    with pytest.raises(InvalidTypeError, match="column 'value': expected numbers"):
        panel.assess(bare.with_columns(value=pl.lit("9")).head(0))


def test_a_summary_of_a_file_is_that_of_its_frame(tmp_path: Path) -> None:
    assessed = panel.assess(ROW.drop("period"))
    assessed.write_csv(tmp_path / "assessed.csv")
    wanted = rows_of(panel.summarise(assessed))
    read: tuple[Callable[..., Any], ...] = (pd.read_csv, pl.read_csv, pl.scan_csv, duckdb.read_csv)
    for reader in read:
        assert rows_of(panel.summarise(reader(str(tmp_path / "assessed.csv")))) == wanted, reader


def test_complex_numbers_and_periods_are_no_numbers() -> None:
    unknown = ROW.to_pandas()
    for cell in (pd.Series([9 + 1j]), pd.Series([9 + 1j], dtype=object), pd.Series(pd.period_range("2020", periods=1))):
        with pytest.raises(InvalidTypeError, match="column 'value': expected numbers"):
            panel.assess(unknown.assign(value=cell))
        with pytest.raises(InvalidTypeError, match="start: expected numbers"):
            panel.cagr(cell, 1, 1)


def test_printed_places_are_whole_numbers() -> None:
    frame = ROW.drop("period").join(pl.DataFrame({"places": [0.5, 61, -1, None]}), how="cross").with_row_index("row")
    wanted = ["unreadable_places", "unreadable_places", None, None]
    for name in ("places", "baseline_places"):
        renamed = frame.rename({"places": name}).with_columns(baseline=1.0)
        for engine, rows in on_every_engine(renamed, panel.assess, dask=name == "places"):
            assert [row["reason"] for row in rows] == wanted, engine
            assert [row["gap"] is None for row in rows] == [word is not None for word in wanted], engine


def test_a_type_that_narwhals_does_not_know_is_no_empty_column() -> None:
    periods = ROW.to_pandas().assign(period=pd.PeriodIndex(["2020"], freq="Y"))
    for engine in ("polars", "duckdb", "pyarrow"):  # they would read the year 50, which is how pandas counts it
        with pytest.raises(InvalidTypeError, match=r"column 'period': .* got period\[Y-DEC\]; leave it out"):
            panel.assess(periods, engine=engine)
    assert panel.assess(periods)["verdict"].tolist() == ["met"]
    wide = pa.Table.from_pydict({"value": pa.array([9], type=pa.decimal256(50, 2)), "target": [8.0]})
    for frame in (wide, duckdb.sql("select '101'::bit as value, 8.0 as target"), pa.Table.from_pandas(periods)):
        with pytest.raises(InvalidTypeError, match=r"column '(value|period)': .* got (decimal256|BIT|extension)"):
            panel.assess(frame)


def test_a_row_that_does_not_say_when_is_not_judged() -> None:
    rows = ROW.drop("period").join(pl.DataFrame({"row": range(4)}), how="cross")
    own = rows.with_columns(period=pl.Series([2020, None] * 2))
    dated = own.with_columns(due=pl.Series([2020, 2020, None, None]))
    planned = dated.with_columns(plan_period=pl.Series(["2016/2020", None, "2016/2020", None]))
    wanted = [(own, [None, "no_due"] * 2), (dated, [None, "no_period", "no_due", "no_due"])]
    for frame, reasons in [*wanted, (planned, [None, "no_period", None, "no_due"])]:
        for engine, answers in on_every_engine(frame, panel.assess):
            assert [row["reason"] for row in answers] == reasons, engine
            verdicts = ["met" if reason is None else "not_assessable" for reason in reasons]
            assert [row["verdict"] for row in answers] == verdicts, engine


def test_a_column_that_only_its_case_sets_apart_is_refused() -> None:
    """DuckDB and Spark would take one for the other."""
    taken = {"assess": "Verdict", "latest": "Reason", "in_force": "REASON", "rate": "Rating_Value"}
    for name, column in {**taken, "with_previous": "Previous_value"}.items():
        for frame in frames(ROW.drop("verdict").with_columns(pl.lit("own").alias(column))):
            with pytest.raises(InvalidValueError, match=f"got '{column}', where .* rename it"):
                VERBS[name](frame)
    for frame in frames(ROW.with_columns(pl.lit("own").alias("Rows"))):
        with pytest.raises(InvalidValueError, match=r"by: .* got 'Rows'; rename"):
            panel.summarise(frame, by="Rows")
    twice = ROW.with_columns(pl.lit(1.0).alias("Value"))
    for frame in (twice, twice.lazy(), twice.to_pandas(), twice.to_arrow()):
        for verb in VERBS.values():
            with pytest.raises(InvalidValueError, match="got 'value' and 'Value'; rename one"):
                verb(frame)


def test_a_column_that_is_called_like_an_answer_is_replaced() -> None:
    told = ROW.with_columns(gap=pl.lit("wide"), reason=pl.lit("none"), rating=pl.lit("good"), previous_value=pl.lit(1))
    for verb, answer, said in (
        ("assess", "gap", -1.0),
        ("rate", "rating_reason", None),
        ("with_previous", "previous_value", None),
    ):
        for engine, rows in on_every_engine(told, VERBS[verb]):
            assert rows[0][answer] == said, engine


def test_a_target_due_after_the_day_is_not_due_whether_or_not_its_actual_has_a_period() -> None:
    rows = pl.DataFrame({"row": range(4), "value": 1.0, "target": 2.0, "comparator": "≥"})
    dated = rows.with_columns(due=pl.Series(["2030", "2023", None, "soon"]))
    planned = rows.with_columns(plan_period=pl.Series(["2021/2030", "2021/2023", None, "2030/2021"]))
    for frame in (dated, planned):
        for engine, told in on_every_engine(frame, partial(panel.assess, as_of=2023), dask=frame is dated):
            assert [row["verdict"] for row in told] == ["not_due", "not_met", *["not_assessable"] * 2], engine
            assert [row["reason"] for row in told] == [None, None, "no_due", "unreadable_period"], engine
        assert panel.assess(frame)["verdict"].to_list() == ["not_met"] * 4


def test_a_baseline_of_a_time_that_cannot_be_read_says_so() -> None:
    row = ROW.drop("verdict").with_columns(baseline=1.0, baseline_period=pl.lit("2015-13"), due=pl.lit(2022))
    rows = pl.concat(
        [row, row.with_columns(measure=pl.lit("change"), plan_period=pl.lit("2016/2022"), due=None)],
        how="diagonal_relaxed",
    )
    for engine, told in on_every_engine(rows.with_row_index("row"), partial(panel.assess, reasons=True)):
        level, change = told
        for answer in ("progress", "pace", "growth", "required_growth", "catch_up_growth"):
            assert level[f"{answer}_reason"] == "unreadable_period", (engine, answer)
        assert (level["verdict"], level["standing"]) == ("not_due", "on_track"), engine
        assert change["standing_reason"] == "unreadable_period", engine


def test_years_of_two_digits_are_no_years() -> None:
    for name in ("period", "due", "baseline_period"):
        rows = ROW.with_columns(due=2020, baseline=1.0, baseline_period=2015).with_columns(pl.lit(20).alias(name))
        for engine, (row,) in on_every_engine(rows, partial(panel.assess, reasons=True)):
            told = row["progress_reason" if name == "baseline_period" else "reason"]
            assert told == "unreadable_period", (engine, name)
        with pytest.raises(PlanFormatError, match=f"column '{name}': expected a year of four digits"):
            panel.to_plans(rows, period="2016/2020")


def test_a_short_float_is_the_number_that_was_printed() -> None:
    printed = [95.1, 0.1, -3.3, 3105.8, None, float("nan"), 2020.0]
    frame = pl.DataFrame(
        {"row": range(7), "value": pl.Series(printed, dtype=pl.Float32), "target": printed, "comparator": "≥"}
    )
    for engine, rows in on_every_engine(frame, panel.assess, dask=True):
        told = [row["verdict"] for row in rows]
        assert told == [*["met"] * 4, *["not_assessable"] * 2, "met"], engine
        assert [row["gap"] for row in rows] == [0.0] * 4 + [None] * 2 + [0.0], engine
    ends = ROW.with_columns(
        pl.lit(95.1, dtype=pl.Float32).alias(name) for name in ("target", "value_low", "value_high")
    )
    for engine, (row,) in on_every_engine(ends.with_columns(value=95.1), panel.assess):
        assert (row["verdict"], row["decisive"]) == ("met", True), engine


def test_what_is_asked_the_wrong_way_is_told_how_to_ask() -> None:
    series, row = pd.Series([1.0, 2.0]), ROW.to_pandas()
    ask: Any = panel.cagr
    with pytest.raises(InvalidTypeError, match=r"years: expected a Series or an array, as the others, .* got '5'"):
        ask(series, series, "5")
    with pytest.raises(InvalidTypeError, match=r"start: .* got a list; make a Series of it"):
        ask([1.0, 2.0], series, 2)
    turned = row.rename(columns={"value": "v"})
    with pytest.raises(InvalidValueError, match=r"columns: .* turn it round: columns=\{'value': 'v'\}"):
        panel.assess(turned, columns={"v": "value"})
    with pytest.raises(InvalidValueError, match=r"turn it round: columns=\{'target 2021': 'Plan'\}"):
        panel.to_long(pd.DataFrame({"2021": [1.0], "Plan": [1.0]}), columns={"Plan": "target 2021"})
    indexed = row.set_index("indicator").rename_axis("county")
    message = r"the frame, whose index .reset_index\(\) makes into columns, has no 'county'"
    asked: list[Callable[[Any], Any]] = [
        lambda frame: panel.assess(frame, columns={"value": "county"}),
        lambda frame: panel.latest(frame, keys="county"),
        lambda frame: panel.summarise(frame, by="county"),
        lambda frame: panel.rate(frame.assign(baseline=1, baseline_period=2015), "un-2023", by="county"),
    ]
    for ask in asked:
        with pytest.raises(UnknownIdError, match=message):
            ask(indexed)
    with pytest.raises(UnknownIdError, match="makes into columns, has no 'value'"):
        panel.assess(row.set_index("value"))


def test_a_day_may_be_the_greatest_of_a_column() -> None:
    row = ROW.drop("verdict").with_columns(due=2022).to_pandas()
    floats = row.assign(period=row["period"].astype(float))
    for day in (row["period"].max(), floats["period"].max()):
        assert panel.assess(row, as_of=day)["verdict"].tolist() == ["not_due"]
        assert panel.in_force(row, as_of=day)["due"].tolist() == [2022]
        assert panel.latest(row, by=day)["value"].tolist() == [9.0]
    wrongs: tuple[Any, ...] = (2020.5, math.nan, math.inf, True)
    for wrong in wrongs:
        with pytest.raises((InvalidTypeError, InvalidValueError), match="as_of: expected"):
            panel.assess(row, as_of=wrong)
