"""A part of a plan stays as it was built: no field can be assigned or deleted, and the error says what to write."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest

import civicplan as cp
from civicplan.errors import InvalidTypeError, InvalidValueError, ReadOnlyError

PLAN = cp.datasets.load("zhuzhou-13fyp")
PARTS = (
    PLAN,
    PLAN.indicators[0],
    PLAN.indicators[0].targets[0],
    PLAN.claims[0],
    cp.Responsibility(leads=("A",)),
    cp.ProgressReport(period="2020"),
    cp.Observation(period="2020", figure="≥85", measure="growth", status="provisional", published="2021-03-01"),
    cp.Observation(period="2020", figure="≈9"),
)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: type(part).__name__)
def test_no_field_can_be_assigned_or_deleted(part: Any) -> None:
    before = repr(part)
    for name in (field.alias or field.name for field in attrs.fields(type(part))):
        with pytest.raises(ReadOnlyError, match=rf"attrs\.evolve\(\w+, {name}=\.\.\.\)"):
            setattr(part, name, getattr(part, name))
        with pytest.raises(ReadOnlyError, match=rf"^{type(part).__name__}\.{name} "):
            delattr(part, name)
    with pytest.raises(AttributeError, match="no attribute 'titel'"):
        part.titel = "x"
    assert repr(part) == before


def test_the_advice_can_be_followed() -> None:
    report: Any = cp.ProgressReport(period="2020")
    with pytest.raises(AttributeError, match=r"attrs\.evolve\(progress_report, percent=\.\.\.\)"):
        report.percent = "5"
    assert attrs.evolve(report, percent="5").percent == 5
    assert report.percent is None
    changed = attrs.evolve(PLAN, title="Another")
    assert (str(changed.title), changed["gdp"]) == ("Another", PLAN["gdp"])


@pytest.mark.parametrize("part", PARTS, ids=lambda part: type(part).__name__)
def test_a_copy_of_a_part_equals_it(part: Any) -> None:
    for same in (copy.copy(part), copy.deepcopy(part), pickle.loads(pickle.dumps(part)), attrs.evolve(part)):
        assert same == part
        assert hash(same) == hash(part)
        assert repr(same) == repr(part)
    assert not hasattr(part, "__dict__")


def test_a_refusal_names_the_field_and_the_place_within_it() -> None:
    with pytest.raises(InvalidValueError, match=r"^Goal\.tasks\[1\]: "):
        cp.Goal(id="g", title="g", tasks=("a", "b c"))
    junk: Any = ([],)
    with pytest.raises(InvalidTypeError, match=r"^Plan\.indicators\[0\]: expected an Indicator, got a list"):
        cp.Plan(id="p", title="g", period="2020", indicators=junk)


def test_a_part_that_fails_while_it_is_taken_names_its_own_field() -> None:
    with pytest.raises(cp.InvalidInputError, match=r"^Threshold\.bound: "):
        cp.Indicator(id="gdp", name="GDP", targets=(cp.Threshold(bound=text) for text in ("75",)))
