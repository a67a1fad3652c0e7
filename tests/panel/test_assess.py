"""What a panel says of a row is what the model says of its plan."""

from __future__ import annotations

from functools import partial

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
