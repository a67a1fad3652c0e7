"""Where a method starts: at the stated baseline, else at a year of its own rule that lies before the value it rates."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from civicplan import methods
from civicplan.assessment import assess
from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.methods import Rating, Track
from civicplan.model import Indicator, Observation, Plan, Threshold
from civicplan.rating import rate, track_of

VALUES = ("10", "11", "12", "13", "14", "15", "17", "16")


def indicator(baseline: str | None, first: int = 2011) -> Indicator:
    levels = {first + index: value for index, value in enumerate(VALUES)}
    return Indicator(
        id="x",
        name="x",
        targets=(Threshold(bound="≥20", period="2030"),),
        baseline=None if baseline is None else Observation(period=baseline, figure=levels.get(int(baseline[:4]), "9")),
        observations=tuple(Observation(period=year, figure=value) for year, value in levels.items()),
    )


def rated(name: str, **fields: Any) -> Rating:
    return methods.get(name).rate(Track(**{"direction": "higher", **fields}))


class TestLevelsFromBeforeTheBaseline:
    @pytest.mark.parametrize("baseline", ["2012", "2015", "2017", None])
    def test_the_last_six_points_are_the_same_whatever_year_is_declared(self, baseline: str | None) -> None:
        rating = methods.get("de-weather").rate(track_of(indicator(baseline), as_of="2018"))
        assert rating.baseline is not None
        assert (rating.baseline.year, rating.label) == (2013, "sun")

    @pytest.mark.parametrize("name", [*methods.names()])
    @pytest.mark.parametrize("year", [2012, 2015, 2017])
    def test_a_method_that_compares_with_the_baseline_starts_there(self, name: str, year: int) -> None:
        rating = methods.get(name).rate(track_of(indicator(str(year)), as_of="2018"))
        assert rating.is_rated
        expected = {"de-weather": 2013, "us-commerce-2007": None, "global-fund": None, "nbs-2008": None}
        named = expected.get(name, year)
        assert (None if rating.baseline is None else rating.baseline.year) == named

    def test_earlier_levels_alone_are_no_value_since_the_baseline(self) -> None:
        track = track_of(indicator("2018"), as_of="2018")
        assert (str(track.baseline), track.current) == ("16 in 2018", None)


class TestABaselineThatIsNotOneYear:
    """An average of 2013 to 2015 is no point of a yearly series, and no other year may stand in for it."""

    PERIODS = ("2013/2015", "2015-Q4", "2015-12-31")

    @pytest.mark.parametrize("period", PERIODS)
    def test_there_is_no_track(self, period: str) -> None:
        with pytest.raises(UndefinedMeasureError) as caught:
            track_of(indicator(period), as_of="2018")
        assert caught.value.reason is Reason.BASELINE_NOT_A_YEAR

    @pytest.mark.parametrize("period", PERIODS)
    def test_only_methods_that_need_no_baseline_rate_it(self, period: str) -> None:
        done = assess(Plan(id="p", title="p", period="2016/2030", indicators=(indicator(period),)), as_of="2030")
        ratings = {name: rate(done, name)["x"] for name in methods.names()}
        without = {name for name, rating in ratings.items() if rating.reason is Reason.BASELINE_NOT_A_YEAR}
        assert without == set(methods.names()) - {"us-commerce-2007", "global-fund", "nbs-2008", "cn-midterm"}

    def test_a_baseline_in_another_measure_is_no_baseline_of_the_level(self) -> None:
        growing = Indicator(
            id="x",
            name="x",
            baseline=Observation(period="2011/2015", figure="9", measure="growth"),
            observations=(Observation(period="2016", figure="5"),),
        )
        assert track_of(growing, as_of="2018").baseline is None


class TestTheMidTermWords:
    def test_they_start_from_the_baseline_of_the_plan_and_no_other_point(self) -> None:
        rating = rated("cn-midterm", series=[(1990, "10"), (2018, "15")], target=(2020, "20"))
        assert (rating.is_rated, rating.reason) == (False, Reason.MISSING_BASELINE)


class TestTheUnitedNations:
    def test_a_current_value_beside_the_series_counts_as_the_second_value(self) -> None:
        rating = rated("un-2023", series=[(2014, "10"), (2015, "20")], current=(2023, "30"), target=(2030, "40"))
        assert str(rating.baseline) == "20 in 2015"

    def test_without_2015_the_last_year_before_it_is_the_base_and_else_the_first_after(self) -> None:
        """Published: 2014 for 1.2.1 and 10.2.1, and 2013 for 3.a.1."""
        for years, base in (((2013, 2014, 2016), 2014), ((2013, 2017), 2013), ((2017, 2018), 2017)):
            series = [(year, str(year - 2000)) for year in (*years, 2020)]
            rating = rated("un-2023", series=series, target=(2030, "40"))
            assert rating.baseline is not None
            assert rating.baseline.year == base

    def test_once_the_target_year_has_passed_the_base_precedes_the_value_used(self) -> None:
        series = [(2013, "10"), (2014, "12"), (2018, "13"), (2020, "14")]
        rating = rated("un-2023", series=series, target=(2017, "15"))
        assert (str(rating.baseline), str(rating.current)) == ("10 in 2013", "12 in 2014")

    def test_in_the_target_year_nothing_is_projected(self) -> None:
        """v = y, so q = (0 - 8)/(97 - 8)."""
        rating = rated("un-2023", baseline=(2015, "8"), current=(2030, "0"), target=(2030, "97"))
        assert rating.label == "stagnation_or_regression"
        assert rating.value is not None
        assert abs(rating.value + Decimal(8) / 89) < Decimal("1e-20")

    def test_a_single_value_has_no_base(self) -> None:
        assert rated("un-2023", current=(2020, "5"), target=(2030, "9")).reason is Reason.MISSING_BASELINE


class TestEscap:
    @pytest.mark.parametrize("name", ["escap-csi", "escap-anticipated"])
    @pytest.mark.parametrize("last", [2012, 2014])
    def test_what_ends_before_2015_is_not_held_against_a_trend_in_2015(self, name: str, last: int) -> None:
        series = [(2008, "1"), (2010, "2"), (last, "3")]
        rating = rated(name, series=series, target=(2030, "30"))
        assert (rating.value, rating.reason) == (None, Reason.NO_TIME)
