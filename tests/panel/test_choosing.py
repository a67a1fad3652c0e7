"""What is chosen of a panel is what plain Python over its rows chooses, and what the model says is in force."""

from __future__ import annotations

from functools import partial
from typing import Any

import polars as pl
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan import Period, Threshold, panel
from civicplan.errors import InvalidTypeError, InvalidValueError, UnknownIdError
from civicplan.evidence.in_force import in_force
from tests.panel.engines import few, on_every_engine

Row = dict[str, Any]
KEYS = ("entity", "indicator", "measure")
TYPES = {"entity": pl.String, "indicator": pl.String, "measure": pl.String, "period": pl.String, "value": pl.Float64}
PERIODS = ("2019", "2020", "2021", "2020-Q3", "2020-Q4", "2021-Q1", "2020-12", "2021-01", "2016/2020", "2021/2025")


def optional(*words: str) -> st.SearchStrategy[str | None]:
    return st.sampled_from((*words * 3, None))


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "entity": optional("a", "b"),
            "indicator": optional("x"),
            "measure": st.sampled_from((None, "level", "growth")),
            "period": optional(*PERIODS, "soon", "2021/2020"),
            "value": st.none() | st.integers(-9, 9).map(float),
        }
    ),
    max_size=24,
)


def frame_of(rows: list[Row], types: dict[str, Any] = TYPES) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=types).with_columns(row=pl.int_range(pl.len()))


def problem_of(row: Row) -> str | None:
    if row["entity"] is None or row["indicator"] is None or row["period"] is None:
        return "null_key"
    return None if row["period"] in PERIODS else "unreadable_period"


def key_of(row: Row) -> tuple[str, ...]:
    return row["entity"], row["indicator"], row["measure"] or "level"


def latest_of(rows: list[Row], by: str | None, keys: tuple[str, ...] | None = KEYS) -> list[Row]:
    """The rows by their number, with why they have no value."""
    chosen: dict[Any, list[Row]] = {}
    for row in rows:
        if not problem_of(row) and (by is None or Period.parse(row["period"]).ends_by(by)):
            chosen.setdefault(key_of(row), []).append(row)
    found = {row["row"]: problem_of(row) for row in rows if problem_of(row)}
    for group in chosen.values():
        with_value = [row for row in group if row["value"] is not None] or group
        best = max((Period.parse(row["period"]) for row in with_value), key=lambda p: (p.end, -p.start.toordinal()))
        there = [row for row in group if Period.parse(row["period"]) == best]
        if keys is None and len({Period.parse(row["period"]) for row in group}) < len(group):
            there = group
        for row in there:
            is_missing = "missing_observation" if row["value"] is None else None
            found[row["row"]] = "duplicate_key" if len(there) > 1 else is_missing
    return [
        row | {"value": None if found[row["row"]] else row["value"], "reason": found[row["row"]]}
        for row in rows
        if row["row"] in found
    ]


def previous_of(rows: list[Row]) -> list[tuple[float | None, str | None]]:
    """The value of the period before each row, and why there is none."""
    at: dict[Any, list[Row]] = {}
    for row in rows:
        if not problem_of(row):
            at.setdefault((key_of(row), Period.parse(row["period"])), []).append(row)
    return [previous_of_one(row, at) for row in rows]


def previous_of_one(row: Row, at: dict[Any, list[Row]]) -> tuple[float | None, str | None]:
    if problem := problem_of(row):
        return None, problem
    period = Period.parse(row["period"])
    before = at.get((key_of(row), Period(period.unit, period.first - period.count, period.first - 1)), [])
    if len(before) > 1 or len(at[key_of(row), period]) > 1:
        return None, "duplicate_key"
    value = before[0]["value"] if before else None
    return value, "missing_observation" if value is None else None


@given(ROWS, st.none() | st.sampled_from(("2020", "2020-11")))
@few(10)
def test_the_latest_row_of_each_key_is_kept(rows: list[Row], by: str | None) -> None:
    frame = frame_of(rows)
    for keys in (None, ("entity", "indicator")):
        expected = latest_of(frame.to_dicts(), by, keys)
        for engine, found in on_every_engine(frame, partial(panel.latest, by=by, keys=keys)):
            assert found == expected, engine


@given(ROWS)
@few(10)
def test_the_value_of_the_period_before_stands_beside_each_row(rows: list[Row]) -> None:
    frame = frame_of(rows)
    expected = previous_of(frame.to_dicts())
    for engine, found in on_every_engine(frame, panel.with_previous):
        assert [(row["previous_value"], row["previous_value_reason"]) for row in found] == expected, engine


DUE = (None, "2016/2020", "2018", "2019", "2019-Q2", "2020")
THRESHOLDS = st.lists(
    st.builds(
        Threshold,
        bound=st.integers(1, 99).map("≥{}".format),
        measure=st.sampled_from(("level", "growth", "total")),
        period=st.sampled_from(DUE),
        published=st.sampled_from((None, "2016", "2018-05", "2018-05-30", "2018-05-31", "2018-02-28", "2019-Q1")),
    ),
    max_size=8,
)


@given(
    st.lists(st.tuples(st.sampled_from("abcdefgh"), THRESHOLDS), max_size=8, unique_by=lambda pair: pair[0]),
    st.sampled_from((None, "2015", "2018", "2018-05-30", "2019-06", "2021")),
)
@few(5)
def test_the_targets_in_force_are_those_of_the_model(plans: list[tuple[str, list[Threshold]]], day: str | None) -> None:
    plan = Period.parse("2016/2020")
    rows: list[Row] = []
    expected: list[int] = []
    for entity, targets in plans:
        kept = in_force(targets, plan, None if day is None else Period.parse(day))
        for target in targets:
            expected += [len(rows)] * any(target is other for other in kept)
            rows.append(
                {
                    "entity": entity,
                    "indicator": "x",
                    "measure": str(target.measure),
                    "due": None if target.period is None else str(target.period),
                    "plan_period": str(plan),
                    "published": None if target.published is None else str(target.published),
                    "target": 1.0,
                }
            )
    types = dict.fromkeys(("entity", "indicator", "measure", "due", "plan_period", "published"), pl.String)
    frame = frame_of(rows, types | {"target": pl.Float64})
    for engine, found in on_every_engine(frame, lambda native: panel.in_force(native, as_of=day)):
        assert [row["row"] for row in found] == expected, engine
        assert {row["reason"] for row in found} <= {None}, engine


def test_each_row_has_the_target_in_force_at_the_end_of_its_own_period() -> None:
    rows = [
        {"indicator": "x", "period": p, "due": d, "target": t} for p in (2021, 2022) for d, t in ((2021, 7), (2022, 8))
    ]
    for engine, found in on_every_engine(pl.DataFrame(rows), panel.in_force):
        pairs = sorted((row["period"], row["target"]) for row in found)
        assert pairs == [(2021, 7), (2022, 8)], engine


def test_a_row_of_unknown_place_stays_without_its_target_and_a_blank_gives_way() -> None:
    frame = pl.DataFrame(
        {
            "row": [0, 1, 2, 3, 4],
            "indicator": ["x", "x", None, "x", "y"],
            "due": ["2021", "2022", "2021", "2022-13", "2021"],
            "target": [7.0, None, 7.0, 7.0, None],
        }
    )
    expected = [(0, 7.0, None), (2, None, "null_key"), (3, None, "unreadable_period"), (4, None, "no_figure")]
    for engine, found in on_every_engine(frame, lambda native: panel.in_force(native, as_of=2022)):
        assert [(row["row"], row["target"], row["reason"]) for row in found] == expected, engine


def test_dates_of_publication_may_be_dates() -> None:
    frame = pl.DataFrame(
        {
            "row": [0, 1],
            "indicator": ["x", "x"],
            "due": [2022, 2022],
            "target": [7, 8],
            "published": ["2021-03-01", None],
        }
    ).with_columns(pl.col("published").str.to_date("%Y-%m-%d"))
    for day, target in (("2021-02-28", 8), ("2021-03-01", 7)):
        for engine, found in on_every_engine(frame, partial(panel.in_force, as_of=day)):
            assert [row["target"] for row in found] == [target], engine


def test_columns_that_are_not_there_are_named() -> None:
    frame = pl.DataFrame({"dossier": ["x"], "period": [2021], "value": [1.0]})
    verbs: list[Any] = [panel.latest, panel.with_previous]
    for verb in verbs:
        with pytest.raises(UnknownIdError, match="indicator"):
            verb(frame)
        with pytest.raises(UnknownIdError, match="dossie"):
            verb(frame, keys="dossie")
        with pytest.raises(InvalidValueError, match="keys"):
            verb(frame, keys=())
        with pytest.raises(InvalidTypeError, match="keys"):
            verb(frame, keys=[5])
        assert len(verb(frame, keys=["dossier"])) == 1
    with pytest.raises(UnknownIdError, match="target"):
        panel.in_force(frame, keys="dossier")
    with pytest.raises(InvalidValueError, match="by"):
        panel.latest(frame, keys="dossier", by="soon")


def test_a_reason_that_the_frame_brings_stays() -> None:
    frame = pl.DataFrame({"indicator": ["x"], "period": [2021], "value": [1.0], "reason": ["no_figure"]})
    assert panel.latest(frame).rows(named=True) == frame.rows(named=True)


def test_dask_chooses_the_same() -> None:
    periods = ("2019", "2020", "2020-Q4", None, "2020", "2021")
    rows = [
        {"entity": entity, "indicator": "x", "measure": None, "period": period, "value": float(number)}
        for entity in ("a", None)
        for number, period in enumerate(periods)
    ]
    frame = frame_of(rows)
    *_, (_, latest) = on_every_engine(frame, panel.latest, dask=True)
    assert latest == latest_of(frame.to_dicts(), None, None)
    *_, (_, found) = on_every_engine(frame, panel.with_previous, dask=True)
    assert [(row["previous_value"], row["previous_value_reason"]) for row in found] == previous_of(frame.to_dicts())


def test_places_are_not_mixed_whatever_their_column_is_called() -> None:
    periods, values = [2021, 2022, 2022], [1.0, 2.0, 3.0]
    frame = pl.DataFrame(
        {"where": ["a", "a", "b"], "period": periods, "value": values, "due": 2022, "target": 2, "comparator": "≥"}
    )
    verbs: list[Any] = [panel.latest, panel.with_previous, panel.in_force, partial(panel.to_plans, period="2021/2025")]
    for verb in verbs:
        wanted = verb(frame.with_columns(indicator=pl.lit("x")).rename({"where": "entity"}))
        for place, indicator in (("County", "Indicator"), ("地区", "指标"), ("entity", "KPI"), ("Where", "indicator")):
            renamed = frame.with_columns(pl.lit("x").alias(indicator)).rename({"where": place})
            found = verb(renamed, columns={"entity": "Where"} if place == "Where" else None)
            rows = found if verb is verbs[-1] else found.rename({place: "entity", indicator: "indicator"})
            assert str(rows) == str(wanted), (verb, place)
    both = frame.with_columns(indicator=pl.lit("x"), Province=pl.lit("p")).rename({"where": "County"})
    assert panel.latest(both)["value"].to_list() == [2.0, 3.0]
    with pytest.raises(InvalidValueError, match="'County' and 'Province'"):
        panel.to_plans(both, period="2021/2025")


def test_a_mapping_may_name_what_only_other_verbs_read() -> None:
    frame = pl.DataFrame({"Where": ["a"], "KPI": ["x"], "value": [1.0], "target": [1.0], "comparator": ["≥"]})
    for verb in (panel.assess, partial(panel.rate, method="global-fund")):
        assert len(verb(frame, columns={"entity": "Where", "indicator": "KPI"})) == 1
    with pytest.raises(UnknownIdError, match="the panel has no 'entiti'; nearest: entity"):
        panel.latest(frame, columns={"entiti": "Where"})


def test_rows_that_nothing_sets_apart_do_not_vanish() -> None:
    frame = pl.DataFrame(
        {
            "row": range(4),
            "indicator": ["x"] * 4,
            "site": ["a", "a", "b", "b"],
            "period": [2021, 2022, 2020, 2021],
            "value": [1.0] * 4,
        }
    )
    for engine, found in on_every_engine(frame, panel.latest, dask=True):
        assert [(row["row"], row["value"], row["reason"]) for row in found] == [
            (number, None, "duplicate_key") for number in range(4)
        ], engine
    assert panel.latest(frame, keys=["indicator", "site"])["row"].to_list() == [1, 3]


def test_each_row_has_the_targets_in_force_in_its_period_wherever_its_key_lies() -> None:
    """Dask once lost the keys of such a frame; entities are spread over its parts."""
    frame = pl.DataFrame(
        {
            "row": range(6),
            "entity": ["A", "B", None] * 2,
            "indicator": ["a"] * 6,
            "measure": ["level", None, None] * 2,
            "period": ["2023"] * 6,
            "target": [5.0, 6.0, 7.0, 8.0, 9.0, None],
            "due": ["2021", "2024", "2022", "2023", "2023", "2022"],
        }
    )
    wanted = [(2, "null_key"), (3, None), (4, None), (5, "null_key")]
    for engine, rows in on_every_engine(frame, panel.in_force, dask=True):
        assert [(row["row"], row["reason"]) for row in rows] == wanted, engine


def test_a_year_that_no_period_has_is_unreadable() -> None:
    odd = ["0000", "0000/2020", "9999", "9998/9999", "0001", "9998"]
    frame = pl.DataFrame({"row": range(6), "indicator": ["a"] * 6, "period": odd, "value": [1.0] * 6})
    reasons = ["unreadable_period"] * 4 + ["missing_observation"] * 2
    for engine, rows in on_every_engine(frame, panel.with_previous):
        assert [row["previous_value_reason"] for row in rows] == reasons, engine


def test_the_rows_of_two_plans_are_not_mixed() -> None:
    plans = [cp.datasets.load("zhuzhou-13fyp")]
    plans.append(evolve(plans[0], id="another"))
    rows = (
        panel.from_plans(plans, as_of=2018, backend="polars").filter(pl.col("measure") == "level").with_row_index("row")
    )
    for engine, found in on_every_engine(rows, partial(panel.in_force, as_of=2018), dask=True):
        assert len(found) == len(rows), engine
    planned = pl.DataFrame({"indicator": ["x", "x"], "period": [2021, 2022], "value": [1.0, 2.0], "plan": [1.5, 2.5]})
    assert panel.latest(planned)["value"].to_list() == [2.0]
