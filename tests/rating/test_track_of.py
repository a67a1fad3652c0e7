"""A track from an indicator: which levels, which target, which baseline, and when there is none."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan.assessment import assess
from civicplan.errors import InvalidTypeError, InvalidValueError, Reason, UndefinedMeasureError
from civicplan.methods import Track, get, names
from civicplan.model import Delegated, Indicator, Measure, Observation, Plan, Qualitative, Relative, Threshold
from civicplan.rating import track_of
from civicplan.rating.tracks import STRICT
from civicplan.testing import plans
from civicplan.values import value_or_reason

from ._rows import rated_plans


def level(period: str, figure: str) -> Observation:
    return Observation(period=period, figure=figure)


def indicator(**fields: Any) -> Indicator:
    given: dict[str, Any] = {
        "id": "coal",
        "name": "coal",
        "baseline": level("2015", "64"),
        "targets": (Threshold(bound="≤60"),),
        "observations": (level("2017", "63"), level("2018", "62")),
    }
    return Indicator(**{**given, **fields})


def track(as_of: str = "2020", **fields: Any) -> Track:
    return track_of(indicator(**fields), as_of=as_of, period="2016/2020")


def years(made: Track) -> list[int]:
    return [point.year for point in made.series]


class TestLevels:
    def test_the_declared_baseline_the_series_the_target_and_the_direction(self) -> None:
        made = track()
        assert str(made.baseline) == "64 in 2015"
        assert years(made) == [2015, 2017, 2018]
        assert (str(made.current), str(made.target), str(made.direction)) == ("62 in 2018", "60 by 2020", "lower")

    def test_figures_published_for_later_are_not_looked_at(self) -> None:
        assert str(track("2017").current) == "63 in 2017"

    def test_levels_from_before_the_baseline_stay_in_the_series(self) -> None:
        made = track(observations=(level("2013", "70"), level("2018", "62")))
        assert (years(made), str(made.baseline)) == ([2013, 2015, 2018], "64 in 2015")

    def test_levels_of_parts_of_a_year_and_other_measures_are_left_out(self) -> None:
        growth = Observation(period="2019", figure="-2", measure="growth")
        assert years(track(observations=(level("2018-Q2", "60"), growth, level("2019", "61")))) == [2015, 2019]

    def test_of_two_roundings_the_more_precise_counts(self) -> None:
        assert str(track(observations=(level("2018", "62"), level("2018", "62.3"))).current) == "62.3 in 2018"

    def test_contradicting_levels_are_a_reason(self) -> None:
        with pytest.raises(UndefinedMeasureError) as caught:
            track(observations=(level("2018", "62"), level("2018", "63")))
        assert caught.value.reason is Reason.CONFLICTING_OBSERVATIONS

    def test_a_baseline_alone_is_no_current_value(self) -> None:
        made = track(observations=())
        assert (str(made.baseline), made.current, made.series) == ("64 in 2015", None, ())

    def test_without_a_baseline_each_method_picks_its_own_base_year(self) -> None:
        made = track(baseline=None, observations=(level("2012", "70"), level("2016", "64"), level("2018", "62")))
        assert made.baseline is None
        picked = {name: get(name).rate(made).baseline for name in ("open-sdg-2.4", "aarr-ends", "eurostat-2020")}
        assert {name: point.year for name, point in picked.items() if point} == {
            "open-sdg-2.4": 2016,
            "aarr-ends": 2012,
            "eurostat-2020": 2016,
        }


class TestHedgedFigures:
    def test_hedged_levels_are_left_out(self) -> None:
        made = track(observations=(level("2017", "63"), level("2018", "≤60"), level("2019", "≈61")))
        assert (years(made), str(made.current)) == ([2015, 2017], "63 in 2017")

    def test_no_other_level_stands_in_for_a_baseline_that_is_hedged(self) -> None:
        with pytest.raises(UndefinedMeasureError) as caught:
            track(baseline=level("2015", "≈64"))
        assert caught.value.reason is Reason.HEDGED


class TestFiscalYears:
    def test_levels_and_target_stand_under_the_year_in_which_each_ends(self) -> None:
        one = track()
        other = track_of(
            indicator(
                baseline=level("2014-04/2015-03", "64"),
                observations=(level("2016-04/2017-03", "63"), level("2017-04/2018-03", "62"), level("2018", "1")),
            ),
            as_of="2020-03",
            period="2015-04/2020-03",
        )
        assert other == one
        for name in names():
            assert get(name).rate(one) == get(name).rate(other)

    def test_a_target_due_in_another_month_than_that_with_which_the_years_end_is_no_whole_number_of_years_away(
        self,
    ) -> None:
        """Levels of calendar years, and a plan that ends in March: from 2020 to its end it is a quarter, not a year."""
        for due in ("2020-04/2021-03", "2020-06", "2020-12-15"):
            with pytest.raises(UndefinedMeasureError) as caught:
                track(targets=(Threshold(bound="≤60", period=due),))
            assert caught.value.reason is Reason.NOT_COMPARABLE
        assert str(track(targets=(Threshold(bound="≤60", period="2020-12"),)).target) == "60 by 2020"


class TestTargets:
    def test_of_several_the_one_due_last_counts_and_before_any_is_due_the_first_to_come(self) -> None:
        targets = tuple(
            Threshold(bound=bound, period=due) for bound, due in (("≤60", "2020"), ("≤62", "2018"), ("≤50", "2025"))
        )
        chosen = {as_of: str(track(as_of, targets=targets).target) for as_of in ("2017", "2018", "2019", "2030")}
        assert chosen == {
            "2017": "62 by 2018",
            "2018": "62 by 2018",
            "2019": "62 by 2018",
            "2030": "50 by 2025",
        }

    def test_a_revised_target_counts_from_the_day_of_its_publication(self) -> None:
        targets = (Threshold(bound="≤60"), Threshold(bound="≤55", published="2018-06"))
        chosen = {as_of: str(track(as_of, targets=targets).target) for as_of in ("2017", "2018")}
        assert chosen == {"2017": "60 by 2020", "2018": "55 by 2020"}

    @given(plan=plans() | rated_plans(), day=st.sampled_from(["2012", "2018", "2023", "2030"]))
    def test_it_is_the_one_in_force_in_the_assessment(self, plan: Plan, day: str) -> None:
        for assessed in assess(plan, as_of=day):
            in_force = [outcome.target for outcome in assessed.in_force]
            on_level = [t for t in in_force if isinstance(t, Threshold) and t.measure is Measure.LEVEL]
            made = value_or_reason(track_of, assessed.indicator, as_of=day, period=plan.period)
            if isinstance(made, Track):
                assert (made.target is not None) is bool(on_level)
            if isinstance(made, Track) and made.target is not None:
                assert made.target.year == on_level[0].due(plan.period).end.year
                assert made.meets(on_level[0].bound.figure.value) or on_level[0].bound.kind in STRICT

    def test_without_a_period_the_target_has_no_year(self) -> None:
        made = track_of(indicator(), as_of="2020")
        assert made.target is not None
        assert made.target.year is None
        assert get("sdsn-arrows").rate(made).reason is Reason.NO_TARGET_YEAR

    def test_the_target_of_more_than_a_value_is_not_met_by_the_value(self) -> None:
        made = track(
            baseline=level("2015", "88.4"), targets=(Threshold(bound=">95"),), observations=(level("2020", "95.0"),)
        )
        assert (made.strict, made.is_met) == (True, False)
        assert get("open-sdg-2.4").rate(made).label == "substantial_progress"
        assert get("us-commerce-2007").rate(made).label == "slightly_below"

    def test_an_about_and_a_range_are_two_sided_until_a_direction_is_declared(self) -> None:
        """Of an "about" with an open side the figure counts, of a range the end on the worse side."""
        expected = {
            ("20±1", None): ("19..21 by 2020", True, Decimal(19)),
            ("20±1", "higher"): ("20 by 2020", False, Decimal(20)),
            ("20±1", "lower"): ("20 by 2020", False, Decimal(20)),
            ("20±1", "range"): ("19..21 by 2020", True, Decimal(19)),
            ("≈20", "lower"): ("20 by 2020", False, Decimal(20)),
            ("6..7", None): ("6..7 by 2020", True, Decimal(6)),
            ("6..7", "higher"): ("6..7 by 2020", False, Decimal(6)),
            ("6..7", "lower"): ("6..7 by 2020", False, Decimal(7)),
            ("=6", None): ("6 by 2020", True, Decimal(6)),
            ("=6", "higher"): ("6 by 2020", True, Decimal(6)),
        }
        for (bound, direction), (target, is_two_sided, goal) in expected.items():
            made = track(targets=(Threshold(bound=bound),), direction=direction)
            assert (str(made.target), made.is_two_sided, made.goal) == (target, is_two_sided, goal), (bound, direction)

    def test_nothing_says_how_close_to_an_about_without_a_tolerance_is_close_enough(self) -> None:
        with pytest.raises(UndefinedMeasureError) as caught:
            track(targets=(Threshold(bound="≈60"),))
        assert caught.value.reason is Reason.TOLERANCE_UNKNOWN

    def test_more_than_exactly_so_much_does_not_meet_it_where_higher_is_better(self) -> None:
        """The plan says not met; no method may say achieved."""
        made = track(
            direction="higher",
            targets=(Threshold(bound="=100"),),
            observations=(level("2018", "105"),),
        )
        assert made.is_met is False
        assert get("open-sdg-2.4").rate(made).reason is Reason.TWO_SIDED_TARGET

    def test_the_path_is_geometric_where_the_plan_promises_a_rate_beside_the_level(self) -> None:
        beside = Threshold(bound="≤-1", measure="growth")
        assert (track().path, track(targets=(Threshold(bound="≤60"), beside)).path) == (None, "geometric")

    def test_a_promise_in_words_leaves_the_direction(self) -> None:
        made = track(targets=(Qualitative(text="fall clearly"),), direction="lower")
        assert made.target is None
        assert get("open-sdg-2.4").rate(made).is_rated

    @pytest.mark.parametrize(
        ("target", "reason"),
        [
            (Threshold(bound="≥9", measure="growth"), Reason.NO_LEVEL_TARGET),
            (Relative(reference="gdp", relation="above"), Reason.NO_LEVEL_TARGET),
            (Delegated(authority="province"), Reason.DELEGATED_TARGET),
        ],
    )
    def test_any_other_promise_is_not_rated_as_if_there_were_none(self, target: Any, reason: Reason) -> None:
        with pytest.raises(UndefinedMeasureError) as caught:
            track(targets=(target,))
        assert caught.value.reason is reason

    @pytest.mark.parametrize(("bound", "direction"), [("≥60", "lower"), ("≤60", "higher")])
    def test_a_direction_that_contradicts_the_target_is_a_reason(self, bound: str, direction: str) -> None:
        with pytest.raises(UndefinedMeasureError) as caught:
            track(targets=(Threshold(bound=bound),), direction=direction)
        assert caught.value.reason is Reason.DIRECTION_CONTRADICTS_TARGET

    def test_limit_and_every_year_are_arguments(self) -> None:
        made = track_of(indicator(), as_of="2020", limit="0", every_year=True)
        assert (str(made.limit), made.every_year) == ("0", True)

    def test_the_unit_is_that_of_the_indicator(self) -> None:
        """Within a point of 100 % is met, says the United Nations' text; within one of 100 households is not."""
        for unit, label in (("%", "on_track_or_met"), ("households", "stagnation_or_regression")):
            made = track(
                unit=unit,
                direction="higher",
                baseline=level("2015", "99.5"),
                targets=(Threshold(bound="≥100"),),
                observations=(level("2018", "99.2"),),
            )
            assert (made.unit, get("un-2023").rate(made).label) == (unit, label)


class TestArguments:
    def test_an_error_names_the_argument_at_fault(self) -> None:
        for name in ("as_of", "period"):
            arguments: dict[str, Any] = {"as_of": "2018", "period": "2016/2020", name: "soon"}
            with pytest.raises(InvalidValueError) as raised:
                track_of(indicator(), **arguments)
            assert raised.value.place == name

    def test_what_is_no_indicator_is_refused(self) -> None:
        nothing: Any = {"id": "coal"}
        with pytest.raises(InvalidTypeError, match="indicator: expected an Indicator"):
            track_of(nothing, as_of="2018")
