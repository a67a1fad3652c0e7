"""A summary counts what plain Python counts over the rows."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan import panel
from civicplan.errors import UnknownIdError
from civicplan.model import Standing, Verdict
from tests.panel.engines import few, on_every_engine

Row = dict[str, Any]
TYPES = {
    "region": pl.String,
    "verdict": pl.String,
    "standing": pl.String,
    "progress": pl.Float64,
    "decisive": pl.Boolean,
    "reason": pl.String,
}
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "region": st.sampled_from(("n", "s", None)),
            "verdict": st.sampled_from((*map(str, Verdict), "good", None)),
            "standing": st.sampled_from((*map(str, Standing), None)),
            "progress": st.none() | st.integers(-9, 9).map(float),
            "decisive": st.booleans(),
            "reason": st.sampled_from((None, "missing_observation", "duplicate_key", "null_key")),
        }
    ),
    max_size=24,
)


def summary_of(rows: list[Row]) -> Row:
    sound = [row for row in rows if row["reason"] not in ("duplicate_key", "null_key")]
    counts = {str(verdict): sum(row["verdict"] == verdict for row in sound) for verdict in Verdict}
    judged = [row for row in sound if row["verdict"] in ("met", "not_met")]
    counts["not_assessable"] = len(rows) - len(judged) - counts["not_due"]
    due = len(rows) - counts["not_due"]
    standings = {str(standing): sum(row["standing"] == standing for row in sound) for standing in Standing}
    shares = [row["progress"] for row in sound if row["progress"] is not None]
    return {
        "rows": len(rows),
        **counts,
        "share_met": counts["met"] / len(judged) if judged else None,
        "coverage": len(judged) / due if due else None,
        "decisive": sum(row["decisive"] for row in judged),
        **standings,
        "no_standing": len(rows) - sum(standings.values()),
        "progress_mean": sum(shares) / len(shares) if shares else None,
        "progress_rows": len(shares),
        "progress_left_out": len(rows) - len(shares),
    }


@given(ROWS)
@few(10)
def test_every_row_is_counted_once(rows: list[Row]) -> None:
    frame = pl.DataFrame(rows, schema=TYPES)
    for engine, found in on_every_engine(frame, panel.summarise):
        assert len(found) == 1, engine
        assert found[0] == pytest.approx(summary_of(rows)), engine


@given(ROWS)
@few(10)
def test_each_group_is_summed_up_by_itself(rows: list[Row]) -> None:
    frame = pl.DataFrame(rows, schema=TYPES)
    regions = [region for region in ("n", "s", None) if any(row["region"] == region for row in rows)]
    for engine, found in on_every_engine(frame, lambda native: panel.summarise(native, by="region")):
        assert [row.pop("region") for row in found] == regions, engine
        for region, row in zip(regions, found, strict=True):
            assert row == pytest.approx(summary_of([one for one in rows if one["region"] == region])), engine


def test_a_summary_by_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownIdError, match="regoin"):
        panel.summarise(pl.DataFrame({"verdict": ["met"], "region": ["n"]}), by="regoin")


def test_decisive_is_null_where_a_judged_row_does_not_say() -> None:
    frame = pl.DataFrame({"verdict": ["met", "met", "not_due"], "decisive": [True, None, None]})
    assert panel.summarise(frame)["decisive"].to_list() == [None]
    assert panel.summarise(frame[[0, 2]])["decisive"].to_list() == [1]
