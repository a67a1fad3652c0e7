"""Open SDG 2.4: the results that Statistics Canada published, and the corners of the rule."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from civicplan.errors import Reason
from civicplan.methods import Rating, Track, get
from civicplan.model import DirectionLike

from ..cases import published
from ._cases import open_sdg_track

METHOD = get("open-sdg-2.4")
CLOSE = Decimal("1e-7")


def same(ours: Decimal | None, theirs: str | None) -> bool:
    return ours is None if theirs is None else ours is not None and abs(ours - Decimal(theirs)) <= CLOSE


class TestPublishedResults:
    """Source: Statistics Canada, indicator calculation components of its two Open SDG sites."""

    def test_every_series_has_the_published_label_value_and_score(self) -> None:
        cases = published("open-sdg-2.4")["series"]
        wrong = [case["id"] for case in cases if not self._agrees(case)]
        assert (len(cases), wrong) == (77, [])

    def _agrees(self, case: dict[str, Any]) -> bool:
        rating, expected = METHOD.rate(open_sdg_track(case["inputs"])), case["expected"]
        return (
            rating.label == expected["status"]
            and same(rating.value, expected["progress_value"])
            and same(rating.score, expected["score"])
        )

    def test_every_aggregate_has_the_published_label_and_score(self) -> None:
        aggregates = published("open-sdg-2.4")["aggregates"]
        wrong = []
        for case in aggregates:
            rating = METHOD.aggregate(
                Rating(method=METHOD.name, label=label, score=None if score is None else Decimal(score))
                for label, score in zip(case["series_status"], case["series_scores"], strict=True)
            )
            if rating.label != case["expected_status"] or not same(rating.score, case["expected_score"]):
                wrong.append(case["indicator"])
        assert (len(aggregates), wrong) == (42, [])


def rated(base: str, now: str, target: str | None = None, direction: DirectionLike = "higher", **more: Any) -> Rating:
    aim = None if target is None else (2030, target)
    return METHOD.rate(Track(baseline=(2015, base), current=(2023, now), target=aim, direction=direction, **more))


class TestThresholds:
    """Growth of exactly the limit belongs to the better class."""

    @pytest.mark.parametrize(
        ("growth", "label"),
        [
            ("1.015", "substantial_progress"),
            ("1.0149", "moderate_progress"),
            ("1.005", "moderate_progress"),
            ("1.0049", "limited_progress"),
            ("1", "limited_progress"),
            ("0.9999", "deterioration"),
        ],
    )
    def test_without_a_target(self, growth: str, label: str) -> None:
        track = Track(baseline=(2015, "1"), current=(2018, str(Decimal(growth) ** 3)), direction="higher")
        assert METHOD.rate(track).label == label

    def test_a_latest_value_that_meets_the_target_outranks_the_trend(self) -> None:
        rating = rated("60", "55", "50")
        assert (rating.label, rating.score) == ("target_achieved", Decimal(5))
        assert rating.value is not None
        assert rating.value < 0

    def test_the_scores_at_the_class_limits_are_the_published_ones(self) -> None:
        assert rated("1", "1", limit="100").score == Decimal("-2.5")
        falling = METHOD.rate(Track(baseline=(2020, "100"), current=(2021, "99"), direction="higher"))
        assert falling.score == 125 * Decimal("-0.01") - Decimal("2.5")

    def test_near_a_limit_less_growth_is_asked_for(self) -> None:
        far, near = rated("90", "95"), rated("90", "95", limit="100")
        assert (far.label, near.label) == ("moderate_progress", "substantial_progress")
        assert far.value == near.value

    def test_a_baseline_at_the_limit_is_kept_or_lost(self) -> None:
        assert rated("100", "100", limit="100").label == "substantial_progress"
        assert rated("100", "100", limit="100").score == 5
        assert rated("100", "99", limit="100").label == "deterioration"

    def test_from_twice_a_minimum_limit_on_the_thresholds_are_whole(self) -> None:
        assert rated("20", "19", direction="lower", limit="10") == rated("20", "19", direction="lower")
        assert rated("5", "4", direction="lower", limit="0") == rated("5", "4", direction="lower")


class TestPeculiarities:
    """What the published code or text does that the core measures do not; each is flagged in the detail."""

    def test_a_zero_baseline_becomes_a_thousandth(self) -> None:
        rating, other = rated("0", "4"), rated("0.001", "4")
        assert (rating.label, rating.value) == (other.label, other.value)
        assert "baseline of 0 is replaced by 0.001" in rating.detail

    def test_a_zero_target_becomes_a_thousandth(self) -> None:
        rating = rated("8", "4", "0", direction="lower")
        assert rating.value == rated("8", "4", "0.001", direction="lower").value
        assert "target of 0 is replaced by 0.001" in rating.detail

    def test_a_target_equal_to_the_baseline_is_not_guarded_against(self) -> None:
        rating = rated("50", "49", "50")
        assert (rating.label, rating.value, rating.score) == ("deterioration", None, Decimal(-5))
        assert "infinite" in rating.detail
        assert rated("50", "50", "50").label == "target_achieved"

    def test_a_target_year_that_has_passed_is_rated_and_flagged(self) -> None:
        rating = METHOD.rate(
            Track(baseline=(2015, "10"), current=(2023, "12"), target=(2020, "15"), direction="higher")
        )
        assert rating.label == "limited_progress"
        assert rating.reason is Reason.ALREADY_DUE
        assert "target year has passed" in rating.detail

    def test_without_a_target_year_it_is_2030(self) -> None:
        rating = METHOD.rate(Track(baseline=(2015, "10"), current=(2023, "12"), target="15", direction="higher"))
        assert rating.value == rated("10", "12", "15").value
        assert "2030" in rating.detail

    def test_a_single_value_that_meets_its_target_is_achieved(self) -> None:
        track = Track(baseline=(2020, "60"), current=(2020, "60"), target=(2030, "50"), direction="higher")
        assert (METHOD.rate(track).label, METHOD.rate(track).value) == ("target_achieved", None)

    def test_nothing_left_of_a_bad_thing_is_progress(self) -> None:
        rating = rated("8", "0", direction="lower")
        assert (rating.label, rating.value) == ("substantial_progress", Decimal(1))


class TestBaseYear:
    def test_without_a_baseline_it_is_2015_or_the_next_later_year_and_reported(self) -> None:
        series = [(2019, "3"), (2012, "1"), (2016, "2")]
        rating = METHOD.rate(Track(series=series, direction="higher"))
        assert rating.baseline is not None
        assert (rating.baseline.year, str(rating.baseline.figure)) == (2016, "2")
        assert rating.value == METHOD.rate(Track(baseline=(2016, "2"), current=(2019, "3"), direction="higher")).value

    def test_a_series_that_ends_before_2015_has_no_base_year(self) -> None:
        rating = METHOD.rate(Track(series=[(2012, "1"), (2014, "2")], direction="higher"))
        assert (rating.label, rating.reason) == ("not_available", Reason.MISSING_BASELINE)


class TestAggregate:
    def test_a_group_within_the_group_counts_as_one(self) -> None:
        def scored(score: str, label: str = "moderate_progress") -> Rating:
            return Rating(method=METHOD.name, label=label, score=Decimal(score))

        nested = METHOD.aggregate([scored("4"), [scored("5"), [scored("-5"), scored("-1")]]])
        # The inner pair has a mean of -3, its group one of 1, the whole one of 2.5.
        assert (nested.score, nested.label) == (Decimal("2.5"), "substantial_progress")

    def test_achieved_only_if_every_scored_series_is(self) -> None:
        achieved = Rating(method=METHOD.name, label="target_achieved", score=Decimal(5))
        other = Rating(method=METHOD.name, label="substantial_progress", score=Decimal(5))
        missing = METHOD.without(Reason.NO_TIME)
        assert METHOD.aggregate([achieved, [achieved, missing]]).label == "target_achieved"
        assert METHOD.aggregate([achieved, [achieved, other]]).label == "substantial_progress"

    def test_without_a_score_there_is_a_reason(self) -> None:
        rating = METHOD.aggregate([METHOD.without(Reason.NO_TIME)])
        assert (rating.label, rating.score, rating.reason) == ("not_available", None, Reason.NOTHING_RATED)
