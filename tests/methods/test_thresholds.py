"""The other methods at their class limits, on numbers worked out by hand from the published formulas."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from civicplan.errors import InvalidValueError, Reason
from civicplan.methods import Rating, Track, cn_midterm, get
from civicplan.model import DirectionLike
from civicplan.values import Figure


def rated(name: str, base: str, now: str, aim: str | None, **more: Any) -> Rating:
    """From 2015 to 2020, towards 2025."""
    fields: dict[str, Any] = {
        "baseline": (2015, base),
        "current": (2020, now),
        "target": None if aim is None else (2025, aim),
        "direction": "higher",
    }
    return get(name).rate(Track(**{**fields, **more}))


class TestUnitedNations:
    """100 grows to 110 in five years, so to 121 in ten; q is 21 over the way."""

    @pytest.mark.parametrize(
        ("target", "label", "score"),
        [
            ("122.105", "on_track_or_met", 3),  # 21/22.105 is just above 0.95
            ("122.106", "fair_progress", 2),
            ("310", "fair_progress", 2),  # 21/210 is exactly 0.10
            ("310.1", "stagnation_or_regression", 1),
        ],
    )
    def test_with_a_target(self, target: str, label: str, score: int) -> None:
        rating = rated("un-2023", "100", "110", target)
        assert (rating.label, rating.score) == (label, Decimal(score))

    def test_the_value_is_the_share_of_the_way(self) -> None:
        assert rated("un-2023", "100", "110", "142").value == Decimal("0.5")

    @pytest.mark.parametrize(
        ("factor", "label"),
        [
            ("1.02", "on_track_or_met"),
            ("1.0199", "fair_progress"),
            ("1.005", "fair_progress"),
            ("1.0049", "stagnation_or_regression"),
            ("0.9", "stagnation_or_regression"),
        ],
    )
    def test_without_a_target(self, factor: str, label: str) -> None:
        end = str(Decimal(factor) ** 2)
        assert rated("un-2023", "1", end, None, current=(2017, end)).label == label

    def test_without_a_target_it_is_mirrored_where_lower_is_better(self) -> None:
        end = str(Decimal("0.98") ** 2)
        falling = rated("un-2023", "1", end, None, current=(2017, end), direction="lower")
        assert (falling.label, falling.value) == ("on_track_or_met", Decimal("0.02"))

    def test_a_met_target_outranks_the_trend(self) -> None:
        rating = rated("un-2023", "120", "110", "105")
        assert (rating.label, rating.value) == ("on_track_or_met", None)

    @pytest.mark.parametrize(
        ("now", "target", "direction", "label"),
        [
            ("99", "100", "higher", "on_track_or_met"),
            ("98.9", "100", "higher", "stagnation_or_regression"),
            ("1", "0", "lower", "on_track_or_met"),
            ("1.1", "0", "lower", "fair_progress"),
        ],
    )
    def test_within_one_point_of_0_or_100_percent_counts_as_met(
        self, now: str, target: str, direction: DirectionLike, label: str
    ) -> None:
        base = "99.5" if target == "100" else "1.4"
        assert rated("un-2023", base, now, target, direction=direction, unit="%").label == label

    def test_in_any_other_unit_it_does_not_and_the_detail_says_so(self) -> None:
        for unit in (None, "deaths per 100,000", "‰", "percentage points"):
            rating = rated("un-2023", "1.4", "1", "0", direction="lower", unit=unit)
            assert rating.label == "fair_progress"
            assert "percentages only" in rating.detail
        assert rated("un-2023", "1.4", "1", "0", direction="lower", unit="per cent").label == "on_track_or_met"

    def test_the_target_year_is_2030_unless_stated(self) -> None:
        rating = rated("un-2023", "100", "110", None, target="133.1")
        assert rating.value == 1
        assert "2030" in rating.detail


class TestEurostat:
    """100 grows to 110.25 in two years of 5 %; the target is two years away from the baseline too."""

    @pytest.mark.parametrize(
        ("growth", "label"),
        [
            ("1.095", "significant_progress"),
            ("1.0949", "moderate_progress"),
            ("1.06", "moderate_progress"),
            ("1.0599", "insufficient_progress"),
            ("1", "insufficient_progress"),
            ("0.9999", "movement_away"),
        ],
    )
    def test_with_a_target_of_ten_percent_a_year(self, growth: str, label: str) -> None:
        now = (2017, str(100 * Decimal(growth) ** 2))
        assert rated("eurostat-2020", "100", "0", "259.37424601", current=now).label == label

    @pytest.mark.parametrize(
        ("growth", "label"),
        [
            ("1.01", "significant_progress"),
            ("1.0099", "moderate_progress"),
            ("1", "moderate_progress"),
            ("0.9999", "moderate_movement_away"),
            ("0.9901", "moderate_movement_away"),
            ("0.99", "significant_movement_away"),
        ],
    )
    def test_without_a_target(self, growth: str, label: str) -> None:
        now = (2017, str(100 * Decimal(growth) ** 2))
        assert rated("eurostat-2020", "100", "0", None, current=now).label == label

    def test_without_a_baseline_it_looks_back_five_years_or_less(self) -> None:
        series = [(2010, "9"), (2014, "10"), (2016, "11"), (2020, "12")]
        rating = get("eurostat-2020").rate(Track(series=series, direction="higher"))
        assert rating.baseline is not None
        assert rating.baseline.year == 2016


class TestEscap:
    def test_a_trend_that_starts_at_the_target_leaves_nothing_to_share_out(self) -> None:
        """Read off the trend, the base value is the target or all but: equal up to rounding is equal."""
        rising = {
            "55": [(2010, "40"), (2013, "49"), (2014, "52"), (2016, "58")],
            "0": [(2013, "-0.4"), (2014, "-0.2"), (2016, "0.2"), (2018, "0.6")],
        }
        for goal, series in rising.items():
            track = Track(series=series, target=(2030, goal), direction="lower")
            for name in ("escap-csi", "escap-anticipated"):
                assert get(name).rate(track).reason is Reason.TARGET_TO_HOLD

    def test_the_status_index_counts_tenths_of_the_way(self) -> None:
        assert rated("escap-csi", "20", "35", "80").value == Decimal("2.5")
        assert rated("escap-csi", "80", "35", "20", direction="lower").value == Decimal("7.5")
        assert rated("escap-csi", "20", "14", "80").value == -1

    def test_parity_is_approached_from_either_side(self) -> None:
        for now in ("0.9", "1.1"):
            assert rated("escap-csi", "0.6", now, "1", parity=True, direction=None).value == Decimal("7.5")

    def test_without_2015_the_baseline_is_read_off_the_trend_and_that_is_said(self) -> None:
        series = [(2014, "10"), (2016, "12"), (2020, "16")]
        rating = get("escap-csi").rate(Track(series=series, target=(2030, "21"), direction="higher"))
        assert (rating.value, rating.baseline) == (Decimal(5), None)
        assert "read off the weighted trend" in rating.detail

    @pytest.mark.parametrize(
        ("target", "label", "gap"),
        # The trend is 10 + (t - 2015), so 20 by 2025; the way is the target less 10.
        [("20", "maintain", "0"), ("15", "maintain", "-100"), ("50", "accelerate", "75")],
    )
    def test_the_anticipated_gap_is_held_against_the_way(self, target: str, label: str, gap: str) -> None:
        series = [(2015, "10"), (2016, "11"), (2018, "13"), (2020, "15")]
        rating = get("escap-anticipated").rate(Track(series=series, target=(2025, target), direction="higher"))
        assert rating.label == label
        assert rating.value is not None
        assert abs(rating.value - Decimal(gap)) < Decimal("1e-20")

    def test_a_trend_away_from_the_target_is_to_be_reversed(self) -> None:
        series = [(2015, "10"), (2016, "9"), (2018, "8"), (2020, "7")]
        rating = get("escap-anticipated").rate(Track(series=series, target=(2025, "20"), direction="higher"))
        assert rating.label == "reverse"

    def test_recent_points_weigh_more(self) -> None:
        """Weights (tT - t_min)/(tT - t) of 1, 2 and 5 on 2015, 2020 and 2023 towards 2025."""
        series = [(2015, "0"), (2020, "0"), (2023, "8")]
        rating = get("escap-anticipated").rate(Track(series=series, target=(2025, "10"), direction="higher"))
        # Weighted means: t 2021.25, y 5; slope = Σw(t-t̄)(y-ȳ)/Σw(t-t̄)² = 70/57.5; trend in 2025: 5 + 3.75·70/57.5.
        trend = 5 + Decimal("3.75") * 70 / Decimal("57.5")
        assert rating.value is not None
        assert abs(rating.value - 10 * (10 - trend)) < Decimal("1e-20")

    @pytest.mark.parametrize(
        ("name", "evidence", "reason"),
        [
            ("escap-csi", {"series": [(2012, "1"), (2015, "2")], "target": (2030, "9")}, Reason.NO_TIME),
            ("escap-csi", {"series": [(2016, "1"), (2018, "2")], "target": "9"}, Reason.MISSING_BASELINE),
            ("escap-csi", {"current": (2018, "2"), "target": (2030, "9")}, Reason.MISSING_BASELINE),
            ("escap-anticipated", {"current": (2018, "2"), "target": (2030, "9")}, Reason.TOO_FEW_POINTS),
        ],
    )
    def test_without_a_way_to_a_baseline_there_is_a_reason(
        self, name: str, evidence: dict[str, Any], reason: Reason
    ) -> None:
        assert get(name).rate(Track(direction="higher", **evidence)).reason is reason

    def test_an_interval_to_be_missed_on_both_sides_is_not_covered(self) -> None:
        rating = rated("escap-csi", "1", "2", None, target=(2025, ("3", "4")), direction="range")
        assert rating.reason is Reason.TWO_SIDED_TARGET


class TestSdsn:
    @pytest.mark.parametrize(
        ("now", "label"),
        [("15", "on_track"), ("12.5", "moderately_improving"), ("12.4", "stagnating"), ("10", "stagnating")],
    )
    def test_the_past_rate_is_held_against_the_needed_one(self, now: str, label: str) -> None:
        assert rated("sdsn-arrows", "10", now, "20").label == label

    def test_moving_away_is_decreasing(self) -> None:
        assert rated("sdsn-arrows", "10", "9", "20").label == "decreasing"
        slipped = rated("sdsn-arrows", "22", "19", "20")
        assert (slipped.label, slipped.value) == ("decreasing", None)

    def test_a_met_target_is_on_track_whatever_the_rate(self) -> None:
        assert rated("sdsn-arrows", "25", "21", "20").label == "on_track"

    def test_a_baseline_at_a_strict_target_leaves_nothing_to_compare(self) -> None:
        assert rated("sdsn-arrows", "20", "20", "20", strict=True).reason is Reason.BASELINE_AT_BOUND


class TestAverageAnnualRateOfReduction:
    """100, 60, 81: three definitions, three answers."""

    SERIES = ((2015, "100"), (2016, "60"), (2017, "81"))

    @pytest.mark.parametrize(
        ("name", "value"), [("aarr-log", "10.0000"), ("aarr-ends", "10.5361"), ("aarr-compound", "10.0000")]
    )
    def test_each_definition_keeps_its_own_answer(self, name: str, value: str) -> None:
        rating = get(name).rate(Track(series=self.SERIES))
        assert rating.value is not None
        assert (round(rating.value, 4), rating.label) == (Decimal(value), None)

    def test_the_fit_sees_the_points_between_the_ends(self) -> None:
        series = [(2015, "100"), (2016, "60"), (2017, "70"), (2018, "72.9")]
        fit, ends = (get(name).rate(Track(series=series)).value for name in ("aarr-log", "aarr-compound"))
        assert ends == 10
        assert fit is not None
        # β = Σ(t-t̄)ln y / Σ(t-t̄)² = (1.5(ln 72.9 - ln 100) + 0.5(ln 70 - ln 60))/5 = -0.07938
        assert round(fit, 2) == Decimal("7.63")

    def test_a_rise_is_a_negative_reduction(self) -> None:
        rating = get("aarr-compound").rate(Track(baseline=(2015, "100"), current=(2017, "121")))
        assert rating.value == -10


class TestShareOfTheTarget:
    @pytest.mark.parametrize(
        ("actual", "commerce", "fund"),
        [
            ("125.1", "exceeded", "A1"),
            ("125", "met", "A1"),
            ("100", "met", "A2"),
            ("99.9", "slightly_below", "A2"),
            ("95", "slightly_below", "A2"),
            ("94.9", "not_met", "A2"),
            ("90", "not_met", "A2"),
            ("89.9", "not_met", "B1"),
            ("60", "not_met", "B1"),
            ("59.9", "not_met", "B2"),
            ("30", "not_met", "B2"),
            ("29.9", "not_met", "C"),
        ],
    )
    def test_the_limits_are_those_printed(self, actual: str, commerce: str, fund: str) -> None:
        track = Track(current=(2020, actual), target="100", direction="higher")
        assert (get("us-commerce-2007").rate(track).label, get("global-fund").rate(track).label) == (commerce, fund)

    def test_where_lower_is_better_the_inverse_is_used_and_said(self) -> None:
        rating = get("global-fund").rate(Track(current=(2020, "50"), target="40", direction="lower"))
        assert (rating.label, rating.value) == ("B1", Decimal(80))
        assert "lower is better" in rating.detail


class TestMidTermWords:
    """The rule of the standings of an assessment, on a level."""

    @pytest.mark.parametrize(
        ("now", "of_years", "label"),
        [("36.6", (2, 5), "behind"), ("15.64", (1, 5), "behind"), ("37.8", (1, 3), "ahead")],
    )
    def test_three_published_reviews(self, now: str, of_years: tuple[int, int], label: str) -> None:
        """36.6 % after 40 % of the time was called lagging, 15.64 % after 20 % behind, 37.8 % after a third ahead."""
        gone, whole = of_years
        track = Track(
            baseline=(2015, "0.00"), current=(2015 + gone, now), target=(2015 + whole, "100"), direction="higher"
        )
        assert get("cn-midterm").rate(track).label == label

    @pytest.mark.parametrize(
        ("base", "now", "label"),
        [
            ("10.00", "20.00", "achieved_early"),
            ("10.00", "15.01", "ahead"),
            ("10.00", "15.00", "on_track"),
            ("10.00", "14.99", "behind"),
            ("10", "15.2", "on_track"),
            ("10", "14.8", "on_track"),
            ("10.00", "9.00", "reversing"),
        ],
    )
    def test_on_track_is_what_the_printed_digits_allow(self, base: str, now: str, label: str) -> None:
        """Half of the time has gone, and 15 is half of the way from 10."""
        rating = rated("cn-midterm", base, now, "20")
        assert rating.label == label
        assert rating.value == (Decimal(now) - 10) / 5

    def test_the_tolerance_is_an_argument(self) -> None:
        """How far off the schedule [share]: 14.00 is 0.1 short of the half, less what its digits allow."""
        track = Track(baseline=(2015, "10.00"), current=(2020, "14.00"), target=(2025, "20"), direction="higher")
        labels = [cn_midterm(tolerance).rate(track).label for tolerance in ("0.1", "0.098", None)]
        assert labels == ["on_track", "behind", "behind"]
        assert "Source:" in cn_midterm("0.2").doc
        for tolerance in ("-0.1", "1.1"):
            with pytest.raises(InvalidValueError, match="a share from 0 to 1"):
                cn_midterm(tolerance)

    def test_a_geometric_path_asks_for_equal_rates(self) -> None:
        """100 to 400 in ten years passes 200 after five, a third of the way."""
        track = Track(baseline=(2015, "100.0"), current=(2020, "200.0"), target=(2025, "400"), direction="higher")
        rating = get("cn-midterm").rate(evolve(track, path="geometric"))
        assert (rating.label, rating.value) == ("on_track", Decimal(1))
        assert get("cn-midterm").rate(track).label == "behind"
        assert evolve(track, path="linear") != track
        assert get("cn-midterm").rate(evolve(track, path="linear")) == get("cn-midterm").rate(track)

    def test_a_target_to_hold_is_on_track_while_it_is_held(self) -> None:
        for now, label in (("21", "on_track"), ("19", "behind")):
            rating = rated("cn-midterm", "22", now, "20")
            assert (rating.label, rating.value) == (label, None)
            assert "already meets the target" in rating.detail

    def test_a_range_counts_to_its_near_end(self) -> None:
        rating = rated("cn-midterm", "10.0", "15.0", None, target=(2025, ("20", "30")), direction="range")
        assert (rating.label, rating.value) == ("on_track", Decimal(1))
        for now, label in (("25", "achieved_early"), ("35", "behind")):
            assert rated("cn-midterm", "10", now, None, target=(2025, ("20", "30")), direction="range").label == label

    def test_in_the_target_year_the_verdict_speaks(self) -> None:
        assert rated("cn-midterm", "10", "20", None, target=(2020, "20")).reason is Reason.ALREADY_DUE

    def test_a_strict_target_at_its_baseline_is_still_to_be_passed(self) -> None:
        assert rated("cn-midterm", "20", "20", "20", strict=True).label == "behind"


class TestDegreeOfRealisation:
    def degree(self, actual: str, target: Any, direction: DirectionLike, limit: str | None = None) -> Rating:
        track = Track(current=(2010, actual), target=target, direction=direction, limit=limit)
        return get("nbs-2008").rate(track)

    def test_floor_cap_and_interval(self) -> None:
        assert self.degree("60", "80", "higher").value == 75
        assert self.degree("50", "40", "lower").value == 80
        inside, below = (None, ("103", "107"))
        assert self.degree("105", (inside, below), "range").value == 100
        assert self.degree("102", (inside, below), "range", limit="99").value == 75
        assert self.degree("109", (inside, below), "range", limit="111").value == 50

    def test_outside_an_interval_the_limit_on_that_side_is_needed(self) -> None:
        for limit in (None, "90", "107"):
            assert self.degree("109", (None, ("103", "107")), "range", limit=limit).reason is Reason.LIMITS_UNKNOWN

    def test_the_score_is_capped_and_the_value_is_not(self) -> None:
        rating = self.degree("90", "75", "higher")
        assert (rating.value, rating.score) == (Decimal(120), Decimal(100))
        assert "capped" in rating.detail

    def test_a_cap_met_at_zero_is_fully_realised(self) -> None:
        """No dropouts, against at most 5: the ratio 5/0 has no value, but nothing is missing."""
        none = self.degree("0", "5", "lower")
        assert {none.value, none.score} == {Decimal(100)}
        assert "zero" in none.detail
        assert self.degree("0", "0", "lower").score == 100
        assert get("nbs-2008").aggregate([none, self.degree("40", "80", "higher")]).score == 75

    def test_a_cap_missed_at_zero_has_no_degree(self) -> None:
        track = Track(current=(2010, "0"), target="0", direction="lower", strict=True)
        assert get("nbs-2008").rate(track).reason is Reason.ZERO_ACTUAL

    def test_the_mean_is_weighted_and_of_capped_scores(self) -> None:
        method = get("nbs-2008")
        over, under = self.degree("90", "75", "higher"), self.degree("60", "80", "higher")
        ratings = [over, under, method.without(Reason.NO_TARGET)]
        assert method.aggregate(ratings).score == Decimal("87.5")
        assert method.aggregate([[over], [under]]).score == Decimal("87.5")
        weights = [Figure(1), Figure(4), Figure(5)]
        assert method.aggregate(ratings, weights).score == 80
        assert method.aggregate(ratings, [Figure(1), None, Figure(1)]).reason is Reason.NO_WEIGHT
        assert method.aggregate(ratings, weights[:2]).reason is Reason.NO_WEIGHT
        assert method.aggregate(ratings[2:]).reason is Reason.NOTHING_RATED
