"""Laws that published methods obey, and by name those that a source breaks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from civicplan import methods
from civicplan.methods import Method, Point, Rating, Track, TrackTarget
from civicplan.model import Direction
from civicplan.values import Figure

EVERY = [methods.get(name) for name in methods.names()]
LABELLED = [method for method in EVERY if method.labels]
#: Defined by ratios of the actual to the target, or by logarithms, and so for positive values only.
POSITIVE_ONLY = {"us-commerce-2007", "global-fund", "nbs-2008", "aarr-log", "aarr-ends", "aarr-compound"}

every_method = pytest.mark.parametrize("method", EVERY, ids=lambda method: method.name)
labelled_method = pytest.mark.parametrize("method", LABELLED, ids=lambda method: method.name)

values = st.integers(1, 5000).map(lambda tenths: Decimal(tenths).scaleb(-1))
directions = st.sampled_from([Direction.HIGHER, Direction.LOWER])
YEARS = (2015, 2017, 2018, 2020, 2022)


@st.composite
def tracks(draw: st.DrawFn) -> Track:
    """A series of positive values on some years, with or without a target to reach or keep, or a natural limit."""
    has_target = draw(st.booleans())
    return Track(
        series=[(year, draw(values)) for year in YEARS],
        target=(draw(st.sampled_from([2023, 2025, 2030])), draw(values)) if has_target else None,
        direction=draw(directions),
        limit=None if has_target else draw(st.none() | values),
        every_year=has_target and draw(st.booleans()),
    )


def scaled(point: Point, factor: Decimal) -> Point:
    return Point(point.year, Figure(point.value * factor))


def times(track: Track, factor: Decimal) -> Track:
    """All values and limits multiplied, whatever they are."""
    target = track.target
    if target is not None:
        low, high = sorted((target.low.value * factor, target.high.value * factor))
        target = TrackTarget(target.year, Figure(low), Figure(high))
    return evolve(
        track,
        current=None,
        series=tuple(scaled(point, factor) for point in track.series),
        target=target,
        limit=None if track.limit is None else Figure(track.limit.value * factor),
    )


def with_last(track: Track, value: Decimal) -> Track:
    last = Point(track.series[-1].year, Figure(value))
    return evolve(track, current=None, series=(*track.series[:-1], last))


def rank(method: Method, rating: Rating) -> int:
    return method.labels.index(str(rating.label))


@labelled_method
class TestALabelIsMonotoneInTheCurrentValue:
    @given(track=tracks(), other=values)
    def test_a_better_last_value_never_gives_a_worse_label(self, method: Method, track: Track, other: Decimal) -> None:
        mine = track.series[-1].value
        worse, better = sorted((mine, other), reverse=track.direction == "lower")
        low, high = method.rate(with_last(track, worse)), method.rate(with_last(track, better))
        if low.is_rated and high.is_rated:
            assert rank(method, high) <= rank(method, low)


@every_method
class TestRescaling:
    @given(track=tracks(), factor=st.sampled_from([Decimal("0.1"), Decimal(2), Decimal(1000)]))
    def test_values_and_limits_rescaled_together_change_no_rating(
        self, method: Method, track: Track, factor: Decimal
    ) -> None:
        mine, theirs = method.rate(track), method.rate(times(track, factor))
        assert (theirs.label, theirs.reason) == (mine.label, mine.reason)
        if not in_the_unit_of_the_indicator(method, track):
            assert theirs.score == mine.score
            assert close(theirs.value, mine.value)


def in_the_unit_of_the_indicator(method: Method, track: Track) -> bool:
    """Germany's value is a step in the unit of the indicator where nothing is projected."""
    return method.name == "de-weather" and (track.target is None or track.every_year or bool(track.is_met))


def close(one: Decimal | None, other: Decimal | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= Decimal("1e-20") * max(abs(one), Decimal(1))


@pytest.mark.parametrize(
    "method", [method for method in EVERY if method.name not in POSITIVE_ONLY], ids=lambda method: method.name
)
class TestMirroring:
    @given(track=tracks())
    def test_negated_numbers_in_the_flipped_direction_get_the_same_label(self, method: Method, track: Track) -> None:
        # The limit is a number of the same side, and the source takes its magnitude.
        mirrored = evolve(times(track, Decimal(-1)), direction="lower" if track.direction == "higher" else "higher")
        if method.name == "un-2023" and track.target is None:
            # Without a target the source leaves negative values open.
            return
        mine, theirs = method.rate(track), method.rate(mirrored)
        assert (theirs.label, theirs.reason) == (mine.label, mine.reason)


class TestTheLawsThatASourceBreaks:
    """Each by name: these ratings depend on the unit, and the documentation of the method says so."""

    def test_open_sdg_replaces_a_zero_by_a_thousandth_of_whatever_unit(self) -> None:
        method = methods.get("open-sdg-2.4")
        percent = Track(baseline=(2015, "40"), current=(2025, "6"), target=(2030, "0"), direction="lower")
        share = Track(baseline=(2015, "0.40"), current=(2025, "0.06"), target=(2030, "0"), direction="lower")
        assert method.rate(percent).value != method.rate(share).value
        assert "replaced by 0.001" in method.rate(share).detail

    def test_the_united_nations_count_one_point_from_the_end_as_met(self) -> None:
        method = methods.get("un-2023")
        percent = Track(
            baseline=(2015, "99.2"), current=(2025, "99"), target=(2030, "100"), direction="higher", unit="%"
        )
        permille = Track(
            baseline=(2015, "992"), current=(2025, "990"), target=(2030, "1000"), direction="higher", unit="‰"
        )
        assert method.rate(percent).label == "on_track_or_met"
        assert "within 1" in method.rate(percent).detail
        assert method.rate(permille).label == "stagnation_or_regression"
