"""Targets as text become the columns of an assessment, by the grammar of tables, on every engine."""

from __future__ import annotations

from typing import Any

import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan import panel
from civicplan.errors import InvalidTypeError, InvalidValueError, UnknownIdError
from civicplan.tables.cells import read_cell

from .engines import few, on_every_engine

#: Texts, and what stands for each in comparator, target and target_high.
READ: dict[str | None, tuple[str | None, float | None, float | None]] = {
    "≥95%": ("≥", 95.0, None),
    ">= 95": ("≥", 95.0, None),
    "95%以上": ("≥", 95.0, None),
    "<5.5": ("<", 5.5, None),
    "80-100": ("..", 80.0, 100.0),
    "6.0~6.5%": ("..", 6.0, 6.5),
    "20±1": ("±", 20.0, 1.0),
    "约84": ("≈", 84.0, None),
    "=0": ("=", 0.0, None),
    "-12.5": (None, -12.5, None),
    "95": (None, 95.0, None),
    "—": (None, None, None),
    None: (None, None, None),
}
#: Texts that are not read, and words of the reason.
NOT_READ = {"明显提升": "no figure", "100-80": "80..100", "[18]": "brackets", "+5": "plus", "1,006": 'decimal="."'}
MADE = ("comparator", "target", "target_high")


def told(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in MADE)


def test_every_engine_splits_targets_alike() -> None:
    texts = [*READ, *NOT_READ]
    frame = pl.DataFrame({"row": range(len(texts)), "target": texts})
    for engine, rows in on_every_engine(frame, panel.split_targets, dask=True):
        assert [told(row) for row in rows[: len(READ)]] == list(READ.values()), engine
        assert {row["target_reason"] for row in rows[: len(READ)]} == {None}, engine
        for row, words in zip(rows[len(READ) :], NOT_READ.values(), strict=True):
            assert told(row) == (None, None, None), engine
            assert words in row["target_reason"], engine


def test_what_is_split_is_assessed() -> None:
    frame = pl.DataFrame({"target": ["≥95", "80-100", "≈12", "many"], "value": [95.5, 101.0, 12.0, 3.0]})
    with pytest.raises(InvalidTypeError, match="split_targets"):
        panel.assess(frame)
    assessed = panel.assess(panel.split_targets(frame))
    assert assessed["verdict"].to_list() == ["met", "not_met", "met", "not_assessable"]


def test_a_column_of_another_name_stays_and_its_rows_keep_their_labels() -> None:
    frame = pd.DataFrame({"Goal": ["≥9", "5"], "n": [1, 2]}, index=[7, 3])
    split = panel.split_targets(frame, "Goal")
    assert list(split.columns) == ["Goal", "n", *MADE, "target_reason"]
    assert (list(split.index), list(split["target"])) == ([7, 3], [9.0, 5.0])
    assert list(frame.columns) == ["Goal", "n"]


def test_a_mark_settles_what_may_be_two_numbers_and_a_doubt_is_told() -> None:
    frame = pl.DataFrame({"target": ["≥1,006", "≥1.006"]})
    assert panel.split_targets(frame, decimal=",")["target"].to_list() == [1.006, 1006.0]
    alone = panel.split_targets(frame[1:])
    assert alone["target"].to_list() == [1.006]
    assert 'decimal="."' in alone["target_reason"][0]


def test_what_would_be_lost_is_refused() -> None:
    frame = pl.DataFrame({"target": ["9"], "comparator": ["≥"]})
    with pytest.raises(InvalidValueError, match="comparator"):
        panel.split_targets(frame)
    with pytest.raises(UnknownIdError):
        panel.split_targets(frame, "goal")
    with pytest.raises(InvalidTypeError, match="targets as text"):
        panel.split_targets(pl.DataFrame({"target": [9.0]}))
    no_mark: Any = "/"
    with pytest.raises(InvalidValueError, match="decimal"):
        panel.split_targets(frame[["target"]], decimal=no_mark)


@few(50)
@given(st.lists(st.text(max_size=6) | st.sampled_from([text for text in READ if text]), min_size=1))
def test_each_row_has_a_target_a_reason_or_a_blank_cell(texts: list[str]) -> None:
    rows = panel.split_targets(pl.DataFrame({"target": texts})).to_dicts()
    assert len(rows) == len(texts)
    for text, row in zip(texts, rows, strict=True):
        reading = read_cell(text, place="")
        is_blank = reading.value is None and not reading.diagnostics
        assert (row["target"] is None) == (row["target_reason"] is not None or is_blank) or reading.value is not None
