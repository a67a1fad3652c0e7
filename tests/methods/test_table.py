"""The table of methods: names, documentation, and the errors of the look-up."""

from __future__ import annotations

import doctest
from typing import Any

import pytest

from civicplan import methods
from civicplan.errors import InvalidTypeError, InvalidValueError, Reason, UnknownIdError
from civicplan.methods import Method, Rating, Track
from civicplan.values import Period

EVERY = [methods.get(name) for name in methods.names()]
NAMES = (
    "open-sdg-2.4",
    "un-2023",
    "eurostat-2020",
    "escap-csi",
    "escap-anticipated",
    "de-weather",
    "sdsn-arrows",
    "aarr-log",
    "aarr-ends",
    "aarr-compound",
    "us-commerce-2007",
    "global-fund",
    "cn-midterm",
    "nbs-2008",
)
#: Whether the rule was read in its source, and the words of its documentation that say where, or what was not.
GROUNDS = {
    "open-sdg-2.4": (True, "docs/progress-methodology.md"),
    "un-2023": (True, "as applied by Eustat"),
    "eurostat-2020": (False, "second-hand"),
    "escap-csi": (True, "UN ESCAP, SDG progress assessment methodology"),
    "escap-anticipated": (False, "class limits are as we understand them"),
    "de-weather": (True, "dns-indikatoren.de/en/status"),
    "sdsn-arrows": (True, "2018 index methodology, section 1.5.3"),
    "aarr-log": (True, "unicef-drp/OSE-DA-NT"),
    "aarr-ends": (True, "unicef-drp/CME.assistant, `calculate.arr`"),
    "aarr-compound": (True, "unicef-drp/OSE-DA-NT"),
    "us-commerce-2007": (True, "Performance and Accountability Report, fiscal year 2007"),
    "global-fund": (True, "grant performance assessment methodology"),
    "cn-midterm": (False, "no limits; the rule is given as we understand it"),
    "nbs-2008": (False, "formulas are as we understand them"),
}

every_method = pytest.mark.parametrize("method", EVERY, ids=lambda method: method.name)


def test_the_names_are_those_of_the_documentation() -> None:
    assert methods.names() == NAMES


def test_only_rules_read_in_their_source_are_confirmed_and_each_says_where() -> None:
    assert {method.name: method.confirmed for method in EVERY} == {name: read for name, (read, _) in GROUNDS.items()}
    for method in EVERY:
        assert GROUNDS[method.name][1] in " ".join(method.doc.split()), method.name


def test_what_is_confirmed_names_an_institution() -> None:
    published_by = (
        "Open SDG",
        "United Nations",
        "UNICEF",
        "IGME",
        "German",
        "Commerce",
        "Global Fund",
        "Solutions Net",
    )
    for method in EVERY:
        assert not method.confirmed or any(institution in method.source for institution in published_by), method.name


@every_method
class TestDocumentation:
    def test_it_states_source_version_and_thresholds(self, method: Method) -> None:
        for heading in ("Source:", "Version:", "Thresholds"):
            assert heading in method.doc

    def test_it_names_every_label(self, method: Method) -> None:
        thresholds = method.doc.partition("Thresholds")[2]
        assert [label for label in method.labels if f"{label}:" not in thresholds] == []

    def test_it_has_one_doctest(self, method: Method) -> None:
        assert len([line for line in method.doc.splitlines() if "get(" in line and ">>>" in line]) == 1
        assert doctest.DocTestParser().get_examples(method.doc)

    def test_what_is_not_confirmed_says_so(self, method: Method) -> None:
        assert ("as we understand" in method.doc) is not method.confirmed

    def test_it_states_its_unit_its_source_and_its_needs(self, method: Method) -> None:
        assert all((method.unit, method.source, method.title, method.version, method.needs))


class TestLookUp:
    def test_an_unknown_name_raises_and_names_the_nearest(self) -> None:
        with pytest.raises(UnknownIdError) as caught:
            methods.get("open-sdg")
        assert caught.value.nearest[0] == "open-sdg-2.4"

    @pytest.mark.parametrize("nameless", [5, None, ["un-2023"], 1.5])
    def test_what_is_not_a_name_is_refused(self, nameless: Any) -> None:
        with pytest.raises(InvalidTypeError, match="name: expected the name of a method"):
            methods.get(nameless)


@every_method
class TestWhatIsNotThere:
    def test_an_empty_track_gets_a_reason(self, method: Method) -> None:
        rating = method.rate(Track())
        assert rating.reason is not None
        assert (rating.value, rating.score, rating.is_rated) == (None, None, False)
        assert rating.label == method.unrated

    def test_what_is_no_track_is_refused(self, method: Method) -> None:
        no_track: Any = {"baseline": (2015, "1")}
        with pytest.raises(InvalidTypeError, match="expected a Track"):
            method.rate(no_track)

    def test_a_group_of_nothing_has_no_rating(self, method: Method) -> None:
        assert method.aggregate([]).reason in (Reason.NOTHING_RATED, Reason.NO_AGGREGATE_RULE)

    def test_ratings_of_another_method_are_not_aggregated(self, method: Method) -> None:
        with pytest.raises(InvalidValueError, match="ratings of one method"):
            method.aggregate([Rating(method="another", label="A1")])


class TestShowingARating:
    def test_the_word_the_number_and_the_reason(self) -> None:
        track = Track(baseline=(2015, "10"), current=(2023, "12"), target=(2020, "15"), direction="higher")
        assert str(methods.get("open-sdg-2.4").rate(track)) == ("limited progress, 0.2729: the target is already due")
        assert str(methods.get("aarr-ends").rate(track)) == "-2.2790"
        assert str(methods.get("sdsn-arrows").rate(Track())) == (
            "not rated: no actual is published for the period, nor can one be derived"
        )


class TestATrack:
    def test_years_may_be_text_or_periods(self) -> None:
        expected = Track(baseline=(2015, "1"), current=(2020, "2"))
        assert Track(baseline=("2015", "1"), current=(Period.parse("2020"), "2")) == expected

    def test_whether_it_is_met_needs_a_value_a_target_and_a_direction(self) -> None:
        whole: dict[str, Any] = {"current": (2020, "2"), "target": "2", "direction": "higher"}
        assert Track(**whole).is_met is True
        assert [Track(**{**whole, part: None}).is_met for part in whole] == [None] * 3

    def test_the_goal_is_the_weaker_end_of_the_target(self) -> None:
        goals = {
            direction: Track(target=(2030, ("6", "7")), direction=direction).goal for direction in ("higher", "lower")
        }
        assert goals == {"higher": 6, "lower": 7}
        assert Track().goal is None

    @pytest.mark.parametrize(("value", "met"), [("1.9", False), ("2", True), ("3", True), ("3.1", False)])
    def test_a_range_is_met_between_its_ends(self, value: str, met: bool) -> None:
        assert Track(current=(2020, value), target=(None, ("2", "3")), direction="range").is_met is met
