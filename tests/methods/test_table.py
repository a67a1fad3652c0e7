"""The table of methods: names, documentation, and the errors of the look-up."""

from __future__ import annotations

import doctest
from typing import Any

import pytest

from civicplan import methods
from civicplan.errors import InvalidTypeError, InvalidValueError, Reason, UnknownIdError
from civicplan.methods import Method, Rating, Track

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
NOT_CONFIRMED = {"eurostat-2020", "escap-anticipated", "sdsn-arrows", "nbs-2008"}

every_method = pytest.mark.parametrize("method", EVERY, ids=lambda method: method.name)


def test_the_names_are_those_of_the_documentation() -> None:
    assert methods.names() == NAMES


def test_only_rules_read_in_their_source_are_confirmed() -> None:
    assert {method.name for method in EVERY if not method.confirmed} == NOT_CONFIRMED


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

    def test_what_is_not_a_name_is_unknown_too(self) -> None:
        nameless: Any = 5
        with pytest.raises(UnknownIdError):
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
