"""Germany's weather symbols: those printed on the official pages, and the corners of the three rules."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from civicplan.errors import Reason
from civicplan.methods import Rating, Track, get
from civicplan.model import DirectionLike

from ..cases import published
from ._cases import weather_track

METHOD = get("de-weather")

#: Official symbols that the published rule does not give, with the cause of each. Among the cases seen there are none.
EXCEPTIONS: dict[str, str] = {}


class TestPublishedSymbols:
    """Source: Destatis, indicators of the German Sustainable Development Strategy, series as listed on the day."""

    def test_the_rule_gives_every_official_symbol_but_the_listed_exceptions(self) -> None:
        cases = published("de-weather")["cases"]
        differing = [case["id"] for case in cases if METHOD.rate(weather_track(case)).label != case["official_symbol"]]
        assert (len(cases), differing) == (188, list(EXCEPTIONS))
        assert len(EXCEPTIONS) <= len(cases) * 0.02


def rated(
    values: Sequence[str], target: str | None = None, direction: DirectionLike = "higher", every_year: bool = False
) -> Rating:
    series = [(2024 - len(values) + index, value) for index, value in enumerate(values)]
    return METHOD.rate(
        Track(
            series=series, target=None if target is None else (2030, target), direction=direction, every_year=every_year
        )
    )


class TestTargetYear:
    """The last six points end in 2023 at 15, so a step of 1 leads to 22 in 2030."""

    VALUES = ("10", "11", "12", "13", "14", "15")

    @pytest.mark.parametrize(
        ("target", "symbol"),
        [
            ("22", "sun"),
            # 7 of 7.35 to go: short of 4.76 %.
            ("22.35", "sun"),
            # 7 of 8.75 to go: short of exactly 20 %.
            ("23.75", "slightly_cloudy"),
            ("23.76", "cloud"),
        ],
    )
    def test_the_projected_shortfall_decides(self, target: str, symbol: str) -> None:
        assert rated(self.VALUES, target).label == symbol

    def test_a_shortfall_of_exactly_five_percent_is_slightly_cloudy(self) -> None:
        rating = rated(("0", "19", "38", "57", "76", "95"), "235")
        assert (rating.label, rating.value) == ("slightly_cloudy", Decimal("0.05"))

    def test_flat_or_wrong_is_a_thunderstorm(self) -> None:
        assert rated(("10", "12", "11", "9", "12", "10"), "20").label == "thunderstorm"
        assert rated(("10", "12", "11", "9", "12", "9"), "20").label == "thunderstorm"

    def test_only_the_last_six_points_count_and_gaps_are_allowed(self) -> None:
        series = [(1990, "99"), (2000, "10"), (2004, "14"), (2008, "18"), (2012, "22"), (2016, "26"), (2020, "30")]
        rating = METHOD.rate(Track(series=series, target=(2030, "40"), direction="higher"))
        assert rating.label == "sun"
        assert rating.baseline is not None
        assert rating.baseline.year == 2000

    def test_four_points_are_the_fewest(self) -> None:
        assert rated(("1", "2", "3", "4"), "9").label is not None
        assert rated(("1", "2", "3"), "9").reason is Reason.TOO_FEW_POINTS

    def test_a_missed_target_year_that_has_passed_is_not_rated(self) -> None:
        series = [(2018, "1"), (2019, "2"), (2020, "3"), (2021, "4")]
        rating = METHOD.rate(Track(series=series, target=(2020, "9"), direction="higher"))
        assert (rating.label, rating.reason) == (None, Reason.ALREADY_DUE)

    def test_of_an_interval_the_weaker_end_counts(self) -> None:
        series = [(2018 + index, value) for index, value in enumerate(self.VALUES)]
        track = Track(series=series, target=(2030, ("22", "30")), direction="higher")
        assert METHOD.rate(track) == rated(self.VALUES, "22")


class TestKeptOrMet:
    def test_met_and_no_setback_is_the_sun(self) -> None:
        assert rated(("5", "5", "5", "5"), "4", every_year=True).label == "sun"
        assert rated(("5", "4", "3", "2"), "3", "lower", every_year=True).label == "sun"

    def test_met_and_a_setback_is_slightly_cloudy(self) -> None:
        assert rated(("8", "7", "6", "5"), "4", every_year=True).label == "slightly_cloudy"
        assert rated(("8", "7", "6", "5"), "4").label == "slightly_cloudy"

    def test_missed_and_approaching_is_a_cloud(self) -> None:
        assert rated(("1", "2", "2", "3"), "4", every_year=True).label == "cloud"

    def test_missed_and_moving_away_is_a_thunderstorm(self) -> None:
        assert rated(("3", "2", "2", "1"), "4", every_year=True).label == "thunderstorm"

    def test_missed_and_flat_is_a_cloud_that_says_so(self) -> None:
        rating = rated(("3", "2", "2", "3"), "4", every_year=True)
        assert rating.label == "cloud"
        assert "stands still" in rating.detail

    def test_a_target_met_before_its_year_says_which_rule_applied(self) -> None:
        assert "already met" in rated(("5", "6", "7", "8"), "7").detail


class TestDirectionOnly:
    @pytest.mark.parametrize(
        ("values", "symbol"),
        [
            (("1", "2", "3", "4"), "sun"),
            (("1", "3", "4", "4"), "slightly_cloudy"),
            (("1", "3", "5", "4"), "slightly_cloudy"),
            (("4", "2", "1", "3"), "cloud"),
            (("3", "2", "1", "3"), "cloud"),
            (("3", "2", "3", "3"), "thunderstorm"),
            (("4", "3", "2", "1"), "thunderstorm"),
        ],
    )
    def test_mean_and_last_change_decide(self, values: tuple[str, ...], symbol: str) -> None:
        assert rated(values).label == symbol
        assert rated([f"-{value}" for value in values], direction="lower").label == symbol


class TestSeveralTargets:
    def test_the_worst_symbol_counts(self) -> None:
        ratings = [rated(("1", "2", "3", "4"), target) for target in ("9", "11", "40")]
        assert [rating.label for rating in ratings] == ["sun", "sun", "cloud"]
        assert METHOD.aggregate(ratings).label == "cloud"
        assert METHOD.aggregate([ratings[0], ratings[1:]]).label == "cloud"
        assert METHOD.aggregate([METHOD.without(Reason.NO_TIME)]).reason is Reason.NOTHING_RATED
