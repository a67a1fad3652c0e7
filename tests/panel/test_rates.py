"""What a method says of a row is what it says of its track, on every engine."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civicplan import methods, panel
from civicplan.errors import InvalidValueError, UnknownIdError
from civicplan.methods import Rating, Track, cn_midterm

from ..cases import published
from ..methods._cases import open_sdg_track
from .engines import few, frames, on_every_engine

CLOSED = (
    *("open-sdg-2.4", "un-2023", "eurostat-2020", "escap-csi", "sdsn-arrows", "aarr-ends", "aarr-compound"),
    *("us-commerce-2007", "global-fund", "nbs-2008"),
)
FROM_SERIES = CLOSED[:7]
Row = dict[str, Any]

values = st.integers(-30, 300).map(lambda tenths: Decimal(tenths).scaleb(-1)) | st.sampled_from(
    [Decimal(0), Decimal(1), Decimal(50), Decimal("99.2"), Decimal(100)]
)
SIGNS = {"higher": (None, "≥", ">"), "lower": (None, "≤", "<"), "range": (None, "=")}


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """A row that is a track, with parts missing now and then."""
    direction = draw(st.sampled_from(["higher", "lower", "higher", "lower", "range", None]))
    target = draw(st.none() | values)
    value = draw(st.none() | values | (values if target is None else st.just(target)))
    baseline = draw(st.none() | values | (values if target is None else st.just(target)))
    base_year, year = draw(st.sampled_from([2010, 2014, 2015, 2016])), draw(st.sampled_from([2017, 2020, 2024]))
    if draw(st.integers(0, 9)) == 0 and baseline is not None:
        year, value = base_year, baseline
    return {
        "value": value,
        "period": year,
        "baseline": baseline,
        "baseline_period": base_year,
        "target": target,
        "due": draw(st.sampled_from([None, 2022, 2025, 2030, 2030])),
        "direction": direction,
        "comparator": draw(st.sampled_from(SIGNS[direction])) if direction and target is not None else None,
        "limit": draw(st.none() | values),
        "unit": draw(st.sampled_from([None, "%", " Percent of all ", "册"])),
    }


def track_of(row: Row) -> Track:
    target = row["target"]
    return Track(
        baseline=None if row["baseline"] is None else (row["baseline_period"], row["baseline"]),
        current=None if row["value"] is None else (row["period"], row["value"]),
        target=None if target is None else (row["due"], target),
        direction=row["direction"],
        limit=row["limit"],
        unit=row["unit"],
        strict=row["comparator"] in (">", "<"),
    )


NUMBERS = ("value", "baseline", "target", "limit")
TYPES = {
    **dict.fromkeys(NUMBERS, pl.Float64),
    **dict.fromkeys(("period", "baseline_period", "due"), pl.Int64),
    **dict.fromkeys(("direction", "comparator", "unit"), pl.String),
}


def frame_of(many: Sequence[Mapping[str, Any]], types: Mapping[str, Any] = TYPES) -> pl.DataFrame:
    plain = [{name: float(cell) if isinstance(cell, Decimal) else cell for name, cell in row.items()} for row in many]
    return pl.DataFrame(plain, schema={name: types[name] for name in many[0]})


def difference(said: Row, rating: Rating) -> tuple[Any, Any] | None:
    """What differs between a row and a rating, if anything does."""
    for name, ours, theirs in (
        ("rating", said["rating"], rating.label),
        ("rating_reason", said["rating_reason"], None if rating.reason is None else str(rating.reason)),
    ):
        if ours != theirs:
            return name, (ours, theirs)
    for name, wanted in (("rating_value", rating.value), ("rating_score", rating.score)):
        if not close(said[name], wanted):
            return name, (said[name], wanted)
    return None


def close(ours: float | None, theirs: Decimal | None) -> bool:
    if ours is None or theirs is None:
        return ours is None and theirs is None
    return math.isclose(ours, float(theirs), rel_tol=1e-9, abs_tol=1e-9)


def check_rows(many: list[Row], name: str, answered: Sequence[Row], engine: str) -> None:
    for row, said in zip(many, answered, strict=True):
        assert difference(said, methods.get(name).rate(track_of(row))) is None, (engine, name, row)


class TestARowIsATrack:
    @given(many=st.lists(rows(), min_size=20, max_size=40))
    @settings(max_examples=10)
    def test_every_method_says_the_same(self, many: list[Row]) -> None:
        for name in CLOSED:
            check_rows(many, name, panel.rate(frame_of(many), name).to_dicts(), "polars")

    @given(many=st.lists(rows(), min_size=40, max_size=40), name=st.sampled_from(CLOSED))
    @few(3)
    def test_on_every_engine(self, many: list[Row], name: str) -> None:
        frame = frame_of(many).with_row_index("row")
        for engine, answered in on_every_engine(frame, partial(panel.rate, method=name)):
            check_rows(many, name, answered, engine)

    @given(many=st.lists(rows(), min_size=40, max_size=40), name=st.sampled_from(CLOSED))
    @few(1)
    def test_on_the_engines_that_take_long(self, many: list[Row], name: str) -> None:
        frame = frame_of(many).with_row_index("row")
        for engine, answered in on_every_engine(frame, partial(panel.rate, method=name), dask=True):
            check_rows(many, name, answered, engine)


@st.composite
def series(draw: st.DrawFn) -> tuple[list[tuple[int, Decimal]], Row]:
    """Some points of a series, and what is told of all of it."""
    years = draw(st.lists(st.sampled_from(range(2008, 2026)), min_size=1, max_size=6, unique=True))
    points = [(year, draw(values)) for year in years]
    direction = draw(st.sampled_from(["higher", "lower"]))
    target = draw(st.none() | values)
    base_year = draw(st.none() | st.sampled_from(years))
    return points, {
        "baseline": None if base_year is None or base_year == max(years) else dict(points)[base_year],
        "baseline_period": None if base_year is None else base_year,
        "target": target,
        "due": draw(st.sampled_from([2018, 2022, 2030])),
        "direction": direction,
        "comparator": None,
        "limit": draw(st.none() | values),
        "unit": draw(st.sampled_from([None, "%"])),
    }


SERIES_TYPES = {"place": pl.Int64, "theme": pl.String, **TYPES}


Told = tuple[list[tuple[int, Decimal]], Row]


def long_frame(many: Sequence[Told]) -> pl.DataFrame:
    long = [
        {"place": place, "theme": "water", "value": value, "period": year, **told}
        for place, (points, told) in enumerate(many)
        for year, value in points
    ]
    return frame_of(long, SERIES_TYPES)


def check_series(many: Sequence[Told], name: str, answered: Sequence[Row], engine: str) -> None:
    said = {row["place"]: row for row in answered}
    assert len(answered) == len(many)
    for place, (points, told) in enumerate(many):
        track = series_track(points, told)
        # A baseline that is read off the trend is no end of a series, so that it is not rated here.
        if name == "escap-csi" and 2015 not in dict(points) and track.baseline is None:
            assert said[place]["rating_value"] is None
            continue
        assert difference(said[place], methods.get(name).rate(track)) is None, (engine, name, points, told)


class TestASeriesIsATrack:
    """Each method takes the baseline by its own rule."""

    @given(many=st.lists(series(), min_size=10, max_size=15))
    @settings(max_examples=10)
    def test_every_method_says_the_same(self, many: list[Told]) -> None:
        for name in FROM_SERIES:
            answered = panel.rate(long_frame(many), name, by=["place", "theme"]).to_dicts()
            check_series(many, name, answered, "polars")

    @given(many=st.lists(series(), min_size=15, max_size=15), name=st.sampled_from(FROM_SERIES))
    @few(1)
    def test_on_every_engine(self, many: list[Told], name: str) -> None:
        verb = partial(panel.rate, method=name, by=["place", "theme"])
        for engine, answered in on_every_engine(long_frame(many), verb, dask=True):
            check_series(many, name, answered, engine)


def series_track(points: list[tuple[int, Decimal]], told: Row) -> Track:
    row = {**told, "value": None, "period": None}
    track = track_of(row)
    return Track(
        baseline=track.baseline,
        series=points,
        target=track.target,
        direction=told["direction"],
        limit=told["limit"],
        unit=told["unit"],
    )


class TestPublishedResults:
    """Source: Statistics Canada, indicator calculation components of its two Open SDG sites."""

    def test_every_series_has_the_published_label_value_and_score(self) -> None:
        cases = published("open-sdg-2.4")["series"]
        frame = frame_of([row_of(open_sdg_track(case["inputs"])) for case in cases]).with_row_index("row")
        for engine, answered in on_every_engine(frame, partial(panel.rate, method="open-sdg-2.4")):
            pairs = zip(cases, answered, strict=True)
            wrong = [case["id"] for case, said in pairs if not agrees(said, case["expected"])]
            assert (engine, len(cases), wrong) == (engine, 77, [])


def agrees(said: Row, expected: Mapping[str, Any]) -> bool:
    numbers = ((said["rating_value"], expected["progress_value"]), (said["rating_score"], expected["score"]))
    return said["rating"] == expected["status"] and all(
        (ours is None) is (theirs is None) and (ours is None or abs(ours - float(theirs)) <= 1e-7)
        for ours, theirs in numbers
    )


def row_of(track: Track) -> Row:
    base, current, target = track.baseline, track.current, track.target
    return {
        "value": None if current is None else current.value,
        "period": None if current is None else current.year,
        "baseline": None if base is None else base.value,
        "baseline_period": None if base is None else base.year,
        "target": track.goal,
        "due": None if target is None else target.year,
        "direction": None if track.direction is None else str(track.direction),
        "comparator": None,
        "limit": None if track.limit is None else track.limit.value,
        "unit": None,
    }


class TestTheWordsOfChina:
    @given(many=st.lists(rows(), min_size=40, max_size=40), tolerance=st.sampled_from(["0", "0.05", "0.2"]))
    @settings(max_examples=15)
    def test_are_those_of_the_method_for_printed_figures(self, many: list[Row], tolerance: str) -> None:
        told = [with_places(row) for row in many if is_told(row)]
        if not told:
            return
        method = cn_midterm(tolerance)
        types = {**TYPES, "places": pl.Int64, "baseline_places": pl.Int64}
        for row, said in zip(told, panel.rate(frame_of(told, types), method).to_dicts(), strict=True):
            assert difference(said, method.rate(track_of(row))) is None, row


def is_told(row: Row) -> bool:
    """A row whose value is from after its baseline, with a target year."""
    return row["value"] is not None and row["due"] is not None and row["period"] > row["baseline_period"]


def with_places(row: Row) -> Row:
    def places(value: Decimal | None) -> int | None:
        return None if value is None else -int(value.as_tuple().exponent)

    return {**row, "places": places(row["value"]), "baseline_places": places(row["baseline"])}


class TestWhatCannotBeRated:
    def test_methods_that_look_between_the_ends_are_refused(self) -> None:
        for name in {*methods.names()} - {*CLOSED, "cn-midterm"}:
            with pytest.raises(InvalidValueError, match="un-2023"):
                panel.rate(pl.DataFrame({"value": [1.0]}), name)

    @pytest.mark.filterwarnings("ignore:Dask support:FutureWarning")
    def test_a_missing_column_is_named(self) -> None:
        for frame in frames(pl.DataFrame({"value": [1.0], "period": [2020]}), dask=True):
            with pytest.raises(UnknownIdError, match="baseline"):
                panel.rate(frame, "sdsn-arrows")
            with pytest.raises(UnknownIdError, match="place"):
                panel.rate(frame, "open-sdg-2.4", by="place")
        with pytest.raises(UnknownIdError, match="global-fund"):
            panel.rate(pl.DataFrame({"value": [1.0]}), "global-found")

    def test_two_values_for_one_year_and_a_key_that_is_missing_give_reasons(self) -> None:
        frame = pl.DataFrame(
            {
                "place": ["a", "a", "b", None],
                "period": [2020, 2020, 2020, 2020],
                "value": [1.0, 2.0, 1.0, 1.0],
                "direction": ["higher"] * 4,
            }
        )
        said = panel.rate(frame, "open-sdg-2.4", by="place").sort("place", nulls_last=True)
        assert said["rating_reason"].to_list() == ["duplicate_key", "no_time", "null_key"]
        assert said["rating"].to_list() == ["not_available"] * 3

    def test_periods_other_than_years_are_no_points_in_time(self) -> None:
        frame = pl.DataFrame(
            {
                "baseline": [1.0, 1.0, 1.0, 3.0],
                "baseline_period": ["2015", "2015-Q4", "2015", "2015"],
                "value": [2.0] * 4,
                "period": ["2020-Q1", "2020", "in 2020", "2014"],
                "direction": ["higher"] * 4,
            }
        )
        said = panel.rate(frame, "eurostat-2020")["rating_reason"].to_list()
        assert said == ["other_length", "baseline_not_a_year", "unreadable_period", "value_before_baseline"]
