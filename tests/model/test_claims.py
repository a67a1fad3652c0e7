"""What a claim must state by itself, before the plan is looked at."""

from __future__ import annotations

from typing import Any

import pytest

import civicplan as cp
from civicplan.errors import InvalidTypeError, InvalidValueError
from civicplan.model import Counted


def breakdown(**fields: Any) -> cp.BreakdownClaim:
    return cp.BreakdownClaim(subject="gdp", **fields)


def test_a_breakdown_has_two_parts_or_more() -> None:
    for fields in ({}, {"figures": ("1",)}, {"members": ("a",), "period": "2020"}):
        with pytest.raises(InvalidValueError, match=r"^BreakdownClaim\.figures: expected two parts or more"):
            breakdown(**fields)
    assert breakdown(figures=("1", "2"))
    assert breakdown(members=("a", "b"), period="2020")
    assert breakdown(figures=("1",), members=("a",), period="2020")


def test_the_members_of_a_breakdown_are_of_a_period() -> None:
    with pytest.raises(InvalidValueError, match=r"^BreakdownClaim\.period: expected a period"):
        breakdown(members=("a", "b"))
    with pytest.raises(InvalidValueError, match=r"^BreakdownClaim\.period: expected a period"):
        breakdown(figures=("1", "2"), members=("a",))
    assert breakdown(figures=("1", "2")).period is None


def test_a_count_is_a_whole_number_of_things() -> None:
    assert cp.CountClaim(count=0).count == 0
    assert cp.CountClaim(count=10**9).count == 10**9
    for count in (-1, 10**9 + 1):
        with pytest.raises(InvalidValueError, match=r"^CountClaim\.count"):
            cp.CountClaim(count=count)
    wrong: Any
    for wrong in (True, 1.0, "1", None):
        with pytest.raises(InvalidTypeError, match=r"^CountClaim\.count"):
            cp.CountClaim(count=wrong)


def test_a_tolerance_belongs_to_in_step_and_is_not_negative() -> None:
    assert cp.Relative(reference="b", relation="in_step", tolerance="0").tolerance == cp.Figure("0")
    with pytest.raises(InvalidValueError, match=r"^Relative\.tolerance: expected a tolerance of zero or more"):
        cp.Relative(reference="b", relation="in_step", tolerance="-0.1")
    for relation in ("above", "below"):
        with pytest.raises(InvalidValueError, match=r"^Relative\.tolerance: expected a tolerance only for in_step"):
            cp.Relative(reference="b", relation=relation, tolerance="0")


def test_weights_and_reported_percents_are_not_negative() -> None:
    assert cp.Indicator(id="a", name="a", weight="0").weight == cp.Figure("0")
    assert cp.ProgressReport(period="2020", percent="0").percent == cp.Figure("0")
    assert cp.ProgressReport(period="2020", percent="100.1").percent == cp.Figure("100.1")
    with pytest.raises(InvalidValueError, match=r"^Indicator\.weight"):
        cp.Indicator(id="a", name="a", weight="-0.1")
    with pytest.raises(InvalidValueError, match=r"^ProgressReport\.percent"):
        cp.ProgressReport(period="2020", percent="-0.1")


def test_an_indicator_without_a_stated_measure_is_about_levels_and_relations_about_growth() -> None:
    assert cp.Threshold(bound="≥1").measure is cp.Measure.LEVEL
    assert cp.Observation(period="2020", figure="1").measure is cp.Measure.LEVEL
    assert cp.Relative(reference="b", relation="above").measure is cp.Measure.GROWTH
    assert breakdown(figures=("1", "2")).measure is cp.Measure.LEVEL
    assert cp.CountClaim(count=1).counted is Counted.INDICATORS
