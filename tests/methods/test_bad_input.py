"""Bad input gets a reason or an error that names the fault, never a number that looks right."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_UP, Decimal, localcontext
from typing import Any

import pytest

from civicplan import methods
from civicplan.errors import InvalidInputError, InvalidTypeError, InvalidValueError, Reason
from civicplan.methods import Method, Track
from civicplan.model import DirectionLike

every_method = pytest.mark.parametrize("method", [methods.get(name) for name in methods.names()], ids=lambda m: m.name)


class TestTracksThatCannotBe:
    @pytest.mark.parametrize(
        ("fields", "error", "place", "words"),
        [
            (
                {"series": [(2015, "1"), (2016, "2"), (2015, "3")]},
                InvalidValueError,
                "Track.series",
                "1 and 3 for 2015",
            ),
            ({"series": [(2015, "1"), (2015, "1")]}, InvalidValueError, "Track.series", "one value for each year"),
            ({"series": [("2015/2016", "1")]}, InvalidValueError, "Track.series", "write 2015"),
            ({"series": [("2015 Q3", "1")]}, InvalidValueError, "Track.series", "write 2015"),
            ({"series": "2015"}, InvalidTypeError, "Track.series", "a series of"),
            ({"series": {2015: "1"}}, InvalidTypeError, "Track.series", "a series of"),
            ({"series": [2015, 2016]}, InvalidTypeError, "Track.series", "a year and a figure"),
            ({"series": [(2015, "NaN")]}, InvalidValueError, "Track.series", "'NaN'"),
            ({"series": [(2015, Decimal("NaN"))]}, InvalidValueError, "Track.series", "NaN"),
            ({"series": [(2015, Decimal("Infinity"))]}, InvalidValueError, "Track.series", "Infinity"),
            ({"series": [(2015, float("nan"))]}, InvalidTypeError, "Track.series", "nan"),
            ({"series": [(2015, 1.5)]}, InvalidTypeError, "Track.series", '"1.5"'),
            ({"series": [(2015, None)]}, InvalidTypeError, "Track.series", "None"),
            ({"baseline": (2015.0, "1")}, InvalidTypeError, "Track.baseline", "a year such as 2015"),
            ({"baseline": (None, "1")}, InvalidTypeError, "Track.baseline", "a year such as 2015"),
            ({"baseline": (True, "1")}, InvalidTypeError, "Track.baseline", "a year such as 2015"),
            ({"baseline": (0, "1")}, InvalidValueError, "Track.baseline", "a year such as 2015"),
            ({"baseline": ("15", "1")}, InvalidValueError, "Track.baseline", "a year such as 2015"),
            ({"baseline": (2015, "1,006")}, InvalidValueError, "Track.baseline", "without commas"),
            ({"target": (2030, ("6.5", "6.0"))}, InvalidValueError, "Track.target", "the lower end"),
            ({"target": ("2030-Q4", "1")}, InvalidValueError, "Track.target", "write 2030"),
            ({"direction": "up"}, InvalidValueError, "Track.direction", "higher, lower, range"),
            ({"every_year": "no"}, InvalidTypeError, "Track.every_year", "true or false"),
            ({"limit": "none"}, InvalidValueError, "Track.limit", "a number"),
            (
                {"baseline": (2020, "1"), "current": (2015, "2")},
                InvalidValueError,
                "Track.current",
                "not before the baseline's 2020",
            ),
            ({"baseline": (2020, "1"), "current": (2020, "2")}, InvalidValueError, "Track.current", "given elsewhere"),
            (
                {"current": (2015, "1"), "series": [(2015, "1"), (2016, "2")]},
                InvalidValueError,
                "Track.current",
                "the latest value, 2 in 2016",
            ),
            (
                {"current": (2016, "3"), "series": [(2015, "1"), (2016, "2")]},
                InvalidValueError,
                "Track.current",
                "the 2 given elsewhere for 2016",
            ),
            (
                {"baseline": (2015, "9"), "series": [(2015, "1"), (2016, "2")]},
                InvalidValueError,
                "Track.baseline",
                "the 1 given elsewhere for 2015",
            ),
        ],
    )
    def test_the_error_names_the_field_and_the_fault(
        self, fields: dict[str, Any], error: type[InvalidInputError], place: str, words: str
    ) -> None:
        with pytest.raises(error) as caught:
            Track(**fields)
        assert caught.value.place == place
        assert words in str(caught.value)


def points(*years: int) -> list[tuple[int, str]]:
    return [(year, str(10 + (year - 2015))) for year in years]


@every_method
def test_the_order_of_the_series_changes_nothing(method: Method) -> None:
    ordered, shuffled = (
        Track(series=points(*years), target=(2030, "40"), direction="higher")
        for years in ((2015, 2016, 2018, 2019, 2021, 2022), (2019, 2015, 2022, 2016, 2021, 2018))
    )
    assert method.rate(ordered) == method.rate(shuffled)


def track(
    base: str, now: str, target: str | None, year: int | None = 2030, direction: DirectionLike = "higher"
) -> Track:
    aim = None if target is None else (year, target)
    return Track(baseline=(2015, base), current=(2020, now), target=aim, direction=direction)


LOOKS_AHEAD = ("un-2023", "eurostat-2020", "escap-anticipated", "de-weather", "sdsn-arrows")


class TestTargetYears:
    @pytest.mark.parametrize("name", ["open-sdg-2.4", "un-2023", "eurostat-2020", "sdsn-arrows", "cn-midterm"])
    @pytest.mark.parametrize("year", [2015, 2010])
    def test_a_target_year_not_after_the_base_year_has_no_number(self, name: str, year: int) -> None:
        rating = methods.get(name).rate(track("10", "12", "20", year))
        assert rating.reason in (Reason.NO_TIME, Reason.ALREADY_DUE)
        assert (rating.value, rating.score, rating.is_rated) == (None, None, False)

    @pytest.mark.parametrize("name", LOOKS_AHEAD)
    def test_a_target_year_that_has_passed_has_no_number(self, name: str) -> None:
        series = [(2020, "11"), (2021, "12"), (2022, "13"), (2023, "14")]
        rating = methods.get(name).rate(Track(series=series, target=(2019, "20"), direction="higher"))
        assert rating.reason in (Reason.ALREADY_DUE, Reason.NO_TIME)
        assert (rating.value, rating.score) == (None, None)

    @pytest.mark.parametrize("name", ["sdsn-arrows", "cn-midterm", "un-2023"])
    def test_nor_one_that_passed_between_the_baseline_and_the_latest_value(self, name: str) -> None:
        rating = methods.get(name).rate(track("10", "12", "20", 2018))
        # The United Nations would use the figures up to 2018, but there is only the baseline.
        assert rating.reason in (Reason.ALREADY_DUE, Reason.NO_TIME)
        assert (rating.value, rating.score) == (None, None)

    @pytest.mark.parametrize("name", ["open-sdg-2.4", "eurostat-2020"])
    def test_a_formula_that_does_not_ask_rates_it_and_gives_the_reason_for_care(self, name: str) -> None:
        rating = methods.get(name).rate(track("10", "12", "20", 2018))
        assert (rating.is_rated, rating.reason) == (True, Reason.ALREADY_DUE)

    def test_the_united_nations_take_the_series_up_to_it(self) -> None:
        series = [(2015, "10"), (2018, "13"), (2021, "14")]
        rating = methods.get("un-2023").rate(Track(series=series, target=(2018, "20"), direction="higher"))
        assert rating.current is not None
        assert (rating.current.year, rating.value) == (2018, Decimal("0.3"))


class TestZerosAndSigns:
    @pytest.mark.parametrize(
        ("name", "evidence", "reason"),
        [
            ("un-2023", track("0", "4", "9"), Reason.ZERO_BASELINE),
            ("un-2023", track("-4", "4", "9"), Reason.SIGN_CHANGE),
            ("un-2023", track("-4", "-3", None), Reason.NOT_POSITIVE),
            ("un-2023", track("50", "49", "50"), Reason.TARGET_TO_HOLD),
            ("un-2023", track("60", "49", "50"), Reason.TARGET_TO_HOLD),
            ("eurostat-2020", track("0", "4", "9"), Reason.ZERO_BASELINE),
            ("eurostat-2020", track("-4", "4", "9"), Reason.SIGN_CHANGE),
            ("eurostat-2020", track("-4", "-3", "2"), Reason.SIGN_CHANGE),
            ("eurostat-2020", track("4", "3", "0", direction="lower"), Reason.ZERO_TARGET),
            ("eurostat-2020", track("50", "49", "50"), Reason.TARGET_TO_HOLD),
            ("open-sdg-2.4", track("-4", "4", "9"), Reason.SIGN_CHANGE),
            ("open-sdg-2.4", track("-4", "-3", "2"), Reason.SIGN_CHANGE),
            ("open-sdg-2.4", track("0", "-3", None), Reason.SIGN_CHANGE),
            ("escap-csi", track("50", "49", "50"), Reason.TARGET_TO_HOLD),
            ("aarr-ends", track("0", "4", None), Reason.ZERO_BASELINE),
            ("aarr-ends", track("4", "0", None), Reason.ZERO_ACTUAL),
            ("aarr-compound", track("-4", "-2", None), Reason.NOT_POSITIVE),
            ("aarr-log", track("4", "0", None), Reason.NOT_POSITIVE),
            ("us-commerce-2007", track("4", "5", "0"), Reason.ZERO_TARGET),
            ("us-commerce-2007", track("-4", "-5", "-3"), Reason.NEGATIVE_VALUE),
            ("global-fund", track("4", "0", "3", direction="lower"), Reason.ZERO_ACTUAL),
            ("nbs-2008", track("4", "0", "-3", direction="lower"), Reason.ZERO_ACTUAL),
        ],
    )
    def test_each_has_its_reason(self, name: str, evidence: Track, reason: Reason) -> None:
        rating = methods.get(name).rate(evidence)
        assert (rating.reason, rating.value, rating.is_rated) == (reason, None, False)


@every_method
class TestWhatIsMissing:
    def test_no_direction(self, method: Method) -> None:
        rating = method.rate(Track(series=points(2015, 2017, 2019, 2020), target=(2030, "40")))
        assert rating.is_rated is method.name.startswith("aarr") or rating.reason is Reason.NO_DIRECTION

    def test_a_target_that_can_be_missed_on_both_sides(self, method: Method) -> None:
        evidence = Track(series=points(2015, 2017, 2019, 2020), target=(2030, ("16", "17")), direction="range")
        rating = method.rate(evidence)
        assert rating.is_rated is method.name.startswith("aarr") or rating.reason in (
            Reason.TWO_SIDED_TARGET,
            Reason.LIMITS_UNKNOWN,
        )

    def test_no_later_value_than_the_baseline(self, method: Method) -> None:
        rating = method.rate(Track(baseline=(2015, "10"), target=(2030, "40"), direction="higher"))
        assert rating.reason in (Reason.MISSING_OBSERVATION, Reason.TOO_FEW_POINTS)


class TestTheCallersContext:
    @pytest.mark.parametrize("name", methods.names())
    def test_it_changes_nothing(self, name: str) -> None:
        evidence = Track(series=points(2015, 2016, 2018, 2019, 2021), target=(2030, "40"), direction="higher")
        rate: Callable[[Track], object] = methods.get(name).rate
        expected = rate(evidence)
        with localcontext() as context:
            context.prec, context.rounding = 3, ROUND_UP
            assert rate(evidence) == expected
