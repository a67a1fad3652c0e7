"""Where the published formula is defined it is followed, and what is odd about the number is said beside it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from civicplan.errors import Reason
from civicplan.methods import Rating, Track, cn_midterm, get


def rated(name: str, base: str, now: str, target: str, **more: Any) -> Rating:
    """From 2015 to 2020, towards 2025."""
    return get(name).rate(track(base, now, (2025, target), **more))


def track(base: str, now: str, target: Any, **more: Any) -> Track:
    return Track(**{"baseline": (2015, base), "current": (2020, now), "target": target, "direction": "higher", **more})


class TestABaselineBeyondTheTarget:
    @pytest.mark.parametrize(
        ("base", "now", "target", "way"), [("70", "65", "60", "higher"), ("50", "55", "60", "lower")]
    )
    def test_the_status_index_counts_the_loss_in_tenths_of_the_lead(
        self, base: str, now: str, target: str, way: str
    ) -> None:
        rating = rated("escap-csi", base, now, target, direction=way)
        assert rating.value == -5
        assert "baseline already meets the target" in rating.detail

    def test_eurostat_holds_the_fall_against_the_fall_that_the_target_allows(self) -> None:
        """100 falls to 90 in five years; 81 in ten would be the same rate."""
        rating = rated("eurostat-2020", "100", "90", "81")
        assert rating.value is not None
        assert abs(rating.value + 1) < Decimal("1e-20")
        assert rating.label == "movement_away"
        assert "baseline already meets the target" in rating.detail

    @pytest.mark.parametrize("name", ["escap-csi", "eurostat-2020", "escap-anticipated"])
    def test_a_baseline_on_the_target_leaves_nothing_to_divide_by(self, name: str) -> None:
        series = [(2015, "50"), (2018, "52"), (2020, "49")]
        rating = rated(name, "50", "49", "50", series=series)
        assert (rating.value, rating.reason) == (None, Reason.TARGET_TO_HOLD)

    def test_nor_does_a_difference_too_small_for_a_rate_of_growth(self) -> None:
        rating = get("eurostat-2020").rate(track("1E+30", "2", (9998, "9" * 30)))
        assert (rating.value, rating.reason) == (None, Reason.TARGET_TO_HOLD)


class TestATargetYearThatHasPassed:
    @pytest.mark.parametrize("name", ["eurostat-2020", "open-sdg-2.4"])
    def test_the_growth_since_is_held_against_the_growth_needed_and_that_is_said(self, name: str) -> None:
        """10 % a year were needed for two years; over five it grew by 3 % a year."""
        rating = get(name).rate(track("100", str(100 * Decimal("1.03") ** 5), (2017, "121")))
        assert rating.value is not None
        assert abs(rating.value - Decimal("0.3")) < Decimal("1e-20")
        assert (rating.reason, "has passed" in rating.detail) == (Reason.ALREADY_DUE, True)


class TestAFallToZero:
    def test_the_compound_rate_is_a_hundred_percent(self) -> None:
        assert rated("aarr-compound", "5", "0", "1").value == 100

    def test_the_continuous_rate_has_no_value(self) -> None:
        assert rated("aarr-ends", "5", "0", "1").reason is Reason.ZERO_ACTUAL


class TestATargetOfMoreThanTheBaseline:
    """More than 60 from 60: the baseline does not meet the target, and yet no change is asked for that has a size."""

    @pytest.mark.parametrize(
        "name",
        ["un-2023", "sdsn-arrows", "eurostat-2020", "escap-csi", "escap-anticipated", "open-sdg-2.4"],
    )
    @pytest.mark.parametrize("at", ["60", "95"])
    def test_standing_on_it_has_that_reason(self, name: str, at: str) -> None:
        rating = rated(name, at, at, at, strict=True)
        assert (rating.is_rated, rating.reason) == (False, Reason.BASELINE_AT_BOUND)

    def test_what_has_passed_it_is_achieved_early(self) -> None:
        rating = rated("cn-midterm", "60", "61", "60", strict=True)
        assert (rating.label, rating.value) == ("achieved_early", None)
        assert rated("cn-midterm", "60", "59", "60", strict=True, direction="lower").label == "achieved_early"

    @pytest.mark.parametrize(("name", "label"), [("cn-midterm", "reversing"), ("sdsn-arrows", "decreasing")])
    def test_what_has_fallen_from_it_moves_away_and_never_met_it(self, name: str, label: str) -> None:
        rating = rated(name, "60", "59", "60", strict=True)
        assert (rating.label, rating.value) == (label, None)
        assert "does not count as reached" in rating.detail

    def test_what_the_united_nations_would_praise_has_a_reason(self) -> None:
        assert rated("un-2023", "60", "59", "60", strict=True).reason is Reason.BASELINE_AT_BOUND


class TestReversals:
    @pytest.mark.parametrize("tolerance", [None, "0", "0.05", "1"])
    def test_are_reversing_whatever_the_tolerance(self, tolerance: str | None) -> None:
        assert cn_midterm(tolerance).rate(track("10.00", "9.90", (2025, "20"))).label == "reversing"

    def test_are_not_seen_in_digits_that_were_not_printed(self) -> None:
        """9.9 and 10 may both be 9.9."""
        assert cn_midterm().rate(track("10", "9.9", (2025, "20"))).label == "behind"


class TestATargetThatIsNotDue:
    @pytest.mark.parametrize("name", ["us-commerce-2007", "global-fund"])
    def test_the_comparison_says_when_it_is(self, name: str) -> None:
        early = rated(name, "1", "100", "100", direction="lower")
        assert "not due until 2025" in early.detail
        assert "lower is better" in early.detail
        for target in ("100", (2020, "100")):
            assert get(name).rate(track("1", "100", target)).detail == ""

    def test_beside_what_else_is_to_be_said(self) -> None:
        rating = rated("us-commerce-2007", "1", "100", "100", strict=True)
        assert rating.label == "slightly_below"
        assert "not due until 2025" in rating.detail
        assert "does not count as reached" in rating.detail


class TestHugeValues:
    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            ("1E+235", "1E+235"),
            ("-123456789012345678901", "-1.23457E+20"),
            ("12345678901234567890", "12345678901234567890.0000"),
            ("-0.00001", "0.0000"),
            ("1E-999", "0.0000"),
        ],
    )
    def test_are_written_with_an_exponent(self, value: str, shown: str) -> None:
        assert str(Rating(method="x", value=Decimal(value))) == shown
