"""What a panel says of a row is what the model says of its plan."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import polars as pl

import civicplan as cp
from civicplan import panel
from tests.panel.engines import on_every_engine


def test_a_row_is_assessed_as_the_model_would() -> None:
    frame = pl.DataFrame({"value": [95.0, 12.7], "target": [95, 13], "direction": ["higher", "lower"]})
    assert panel.assess(frame)["verdict"].to_list() == ["met", "met"]


def test_without_printed_places_nothing_says_whether_a_verdict_is_decisive() -> None:
    frame = pl.DataFrame({"value": [95.0], "target": [95], "direction": ["higher"]})
    for engine, rows in on_every_engine(frame, panel.assess):
        assert [row["decisive"] for row in rows] == [None], engine


def test_words_come_as_enums_where_the_library_has_them() -> None:
    frame = pl.DataFrame({"value": [95.0, None], "target": [95, 4], "direction": ["higher", "higher"]})
    asked = partial(panel.assess, words="enum", reasons=True)
    assert asked(frame).schema["verdict"] == pl.Enum(list(map(str, cp.Verdict)))
    assert asked(frame.to_pandas())["reason"].dtype == "category"
    for engine, rows in on_every_engine(frame, asked):
        assert [(row["verdict"], row["reason"]) for row in rows] == [
            ("met", None),
            ("not_assessable", "missing_observation"),
        ], engine


def test_what_is_not_known_of_decisiveness_is_summarised_all_the_same() -> None:
    frame = pl.DataFrame({"value": [1.0, 2.0], "target": [1.0, 3.0], "comparator": ["≥", "≥"]})
    for engine, rows in on_every_engine(frame, lambda given: panel.summarise(panel.assess(given))):
        assert [(row["met"], row["not_met"], row.get("decisive")) for row in rows] == [(1, 1, None)], engine


def test_a_row_says_by_itself_whether_its_verdict_is_decisive() -> None:
    """It does by its printed places, by both ends or as a count; a growth is none, nor is what is approximate."""
    says: dict[str, list[Any]] = {
        "places": [None, None, 0, 0, None, None, None, None, None, None],
        "value_low": [None, None, None, None, 95.0, 94.0, None, None, None, None],
        "value_high": [None, None, None, None, None, 99.0, None, None, None, None],
        "exact": [None, False, None, True, None, None, True, True, True, None],
        "doubts": [*[None] * 8, "hedged", "prices"],
        "measure": [*["level"] * 7, "growth", "level", "level"],
        "decisive": [None, None, False, True, None, False, True, None, False, False],
        "digits": [None, None, True, False, None, True, False, None, None, None],
    }
    frame = pl.DataFrame({"row": range(10), "value": 95.0, "target": 95.0, **says})
    counted = frame.with_columns(pl.col("exact").fill_null(False))  # Dask takes flags of which some are null for text
    for sign, verdict, given in (("≥", "met", frame), (">", "not_met", counted)):
        signed = given.with_columns(comparator=pl.lit(sign))
        for engine, rows in on_every_engine(signed, panel.assess, dask=given is counted):
            assert [row["verdict"] for row in rows] == [verdict] * 10, engine
            assert [row["decisive"] for row in rows] == says["decisive"], engine
            assert [row["caveat_digits"] for row in rows] == says["digits"], engine


def test_a_row_without_a_verdict_is_not_decisive_whatever_its_digits() -> None:
    rows = {"value": [None, 95.0], "period": ["2025", "2021"], "due": "2025", "places": [None, None]}
    frame = pl.DataFrame({"target": [95.0, 95.0], "comparator": "≥", **rows}, schema_overrides={"places": pl.Int64})
    assert panel.assess(frame).select("verdict", "decisive", "caveat_digits").rows() == [
        ("not_assessable", False, False),
        ("not_due", False, False),
    ]


def test_each_row_of_pandas_keeps_its_index_whichever_engine_works_it_out() -> None:
    pairs = pd.MultiIndex.from_tuples([("b", 3), ("a", 2), ("b", 1)], names=["place", None])
    for index in (pd.Index([2, 0, 1]), pd.Index(["z", "x", "z"], name="value"), pairs):
        frame = pd.DataFrame({"value": [1.0, 3.0, 5.0], "target": 2.0, "comparator": "≥"}, index=index)
        rate = partial(panel.rate, method="global-fund")
        for engine in ("pandas", "polars", "pyarrow", "duckdb"):
            for verb in (panel.assess, rate):
                answered = verb(frame, engine=engine)
                assert list(answered.columns) == list(verb(frame).columns)
                pd.testing.assert_index_equal(answered.index, index, exact=True)
            assert panel.assess(frame, engine=engine)["verdict"].tolist() == ["not_met", "met", "met"]
        assert frame.index is index


def test_amounts_of_ten_digits_miss_their_target_by_one() -> None:
    frame = pl.DataFrame({"value": [1_234_567_889.0, 0.1 + 0.2], "target": [1_234_567_890.0, 0.3], "comparator": "≥"})
    exactly = frame.with_columns(comparator=pl.lit("="))
    for engine, rows in on_every_engine(frame, panel.assess):
        assert [row["verdict"] for row in rows] == ["not_met", "met"], engine
    for engine, rows in on_every_engine(exactly, panel.assess):
        assert [row["verdict"] for row in rows] == ["not_met", "met"], engine
