"""Parts of a plan are values: equal exactly when their fields are, read-only, shown with what was set."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.testing import plans
from tests.model._parts import LEAST

#: For every field of a part another value than the least part has.
OTHER: dict[str, Any] = {
    "accumulates": True,
    "agencies": ("a",),
    "authority": "another",
    "baseline": cp.Observation(period="2015", figure="1"),
    "bound": "≥2",
    "boxes": (cp.Box(number="1", title="b"),),
    "category": "c",
    "complete": False,
    "claims": (cp.CountClaim(count=1),),
    "count": 2,
    "counted": "tasks",
    "deliverables": (cp.Deliverable(subject="s", planned="≥1"),),
    "delivered": (cp.Delivered(subject="s", figure="1"),),
    "deputies": ("d",),
    "direction": "lower",
    "document": "another",
    "done": "2020",
    "due": "2021",
    "exact": True,
    "exhaustive": True,
    "facts": (cp.Fact(subject="s", figure="1"),),
    "figure": "9",
    "figures": ("1", "3"),
    "goals": (cp.Goal(id="g", title="g"),),
    "grade": "overfulfilled",
    "group": "g",
    "id": "another",
    "indicators": ("a",),
    "is_forecast": True,
    "lead_agencies": ("l",),
    "leads": ("l",),
    "level": "item",
    "marks": ("☆",),
    "measure": "total",
    "measures": ("m",),
    "members": ("m",),
    "milestones": (cp.Milestone(title="m", due="2020"),),
    "name": "another",
    "nature": "binding",
    "description": "d",
    "notes": "n",
    "number": "9",
    "observations": (cp.Observation(period="2020", figure="1"),),
    "part": "2",
    "percent": "51",
    "period": "2019",
    "planned": "≥2",
    "reference": "another",
    "relation": "below",
    "reports": (cp.ProgressReport(period="2020"),),
    "responsibility": cp.Responsibility(leads=("l",)),
    "responsible": ("r",),
    "sections": (cp.Section(level="part", title="s"),),
    "session": "s",
    "side": "beyond",
    "source": cp.Source(document="d"),
    "standing": "on_track",
    "status": "behind",
    "subject": "another",
    "subjects": ("another",),
    "supporting_agencies": ("s",),
    "targets": (cp.Threshold(bound="≥1"),),
    "tasks": ("t",),
    "text": "another",
    "title": "another",
    "unit": "u",
    "verdict": "not_met",
    "stock": True,
    "published": "2021",
    "prices": "constant",
    "natural_range": ("0", "100"),
    "weight": "1",
    "whole": "3",
    "addressee": "a",
    "date": "2020",
    "jurisdiction": "j",
}
#: Fields that take something else in one class, or that need another field beside them.
OTHER_IN: dict[tuple[type, str], dict[str, Any]] = {
    (cp.Plan, "indicators"): {"indicators": (cp.Indicator(id="i", name="i"),)},
    (cp.Plan, "tasks"): {"tasks": (cp.Task(id="t", title="t"),)},
    (cp.Relative, "tolerance"): {"relation": "in_step", "tolerance": "1"},
    (cp.BreakdownClaim, "members"): {"members": ("a",), "period": "2020"},
    (cp.BreakdownClaim, "measure"): {"measure": "total"},
    (cp.Observation, "status"): {"status": "provisional"},
    (cp.StandingClaim, "level"): {"standing": None, "level": "red", "rank": 2, "scale": 3},
    (cp.StandingClaim, "rank"): {"standing": None, "level": "amber", "rank": 1, "scale": 3},
    (cp.StandingClaim, "scale"): {"standing": None, "level": "amber", "rank": 2, "scale": 4},
    (cp.GapClaim, "to"): {"to": "schedule"},
    (cp.GapClaim, "reference"): {"to": "indicator", "reference": "another"},
}


def changed(kind: type, field: str) -> Any:
    return kind(**LEAST[kind] | OTHER_IN.get((kind, field), {field: OTHER.get(field)}))


def fields() -> list[tuple[type, str]]:
    return [(kind, field.alias or field.name) for kind in LEAST for field in attrs.fields(kind)]


def test_parts_are_equal_exactly_when_all_fields_are() -> None:
    for kind, field in fields():
        least, other = kind(**LEAST[kind]), changed(kind, field)
        assert least == kind(**LEAST[kind]), kind
        assert hash(least) == hash(kind(**LEAST[kind])), kind
        assert least != other, (kind, field)
        assert other == changed(kind, field), (kind, field)
        assert hash(other) == hash(changed(kind, field)), (kind, field)
        assert len({least, other}) == 2, (kind, field)


def test_parts_of_different_kinds_are_never_equal() -> None:
    parts = [kind(**least) for kind, least in LEAST.items()]
    assert len(set(parts)) == len(parts)
    assert all(one != other for one in parts for other in parts if one is not other)


def test_a_changed_copy_differs_in_the_one_field() -> None:
    for kind, field in fields():
        other = changed(kind, field)
        least = kind(**LEAST[kind])
        values = {name: getattr(other, name) for name in OTHER_IN.get((kind, field), {field: None})}
        assert attrs.evolve(least, **values) == other, (kind, field)
        assert attrs.evolve(other) == other, (kind, field)


def test_a_part_is_shown_with_what_was_set_and_nothing_else() -> None:
    # A plan shows itself on one line with counts.
    for kind, field in ((kind, field) for kind, field in fields() if kind is not cp.Plan):
        shown = repr(changed(kind, field))
        assert shown.startswith(f"{kind.__name__}("), shown
        assert f"{field}=" in shown, shown
        default_fields = {one.alias or one.name for one in attrs.fields(kind)} - set(LEAST[kind])
        others = default_fields - set(OTHER_IN.get((kind, field), {field: None}))
        # The reprs of the parts inside name fields of their own.
        if not isinstance(OTHER.get(field), tuple) and field not in ("baseline", "responsibility", "source"):
            assert not any(f"{name}=" in shown for name in others), shown


def test_a_part_is_read_only_and_has_no_other_fields() -> None:
    for kind, field in fields():
        part = changed(kind, field)
        before = repr(part)
        for name in (field, "no_such_field"):
            with pytest.raises(AttributeError):
                setattr(part, name, getattr(part, field))
        with pytest.raises(AttributeError):
            delattr(part, field)
        assert repr(part) == before, (kind, field)


def test_nothing_but_the_fields_is_taken_and_only_by_name() -> None:
    for kind, least in LEAST.items():
        with pytest.raises(TypeError):
            kind(**least, no_such_field=1)
        if least:
            with pytest.raises(TypeError):
                kind(*least.values())
            with pytest.raises(TypeError, match="required"):
                kind()


def test_a_part_keeps_its_value_when_copied_and_pickled() -> None:
    for kind, field in fields():
        part = changed(kind, field)
        for twin in (copy.copy(part), copy.deepcopy(part), pickle.loads(pickle.dumps(part))):
            assert twin == part, (kind, field)
            assert repr(twin) == repr(part), (kind, field)


@given(plans())
def test_a_plan_keeps_its_value_when_copied_and_pickled(plan: cp.Plan) -> None:
    for twin in (copy.deepcopy(plan), pickle.loads(pickle.dumps(plan)), attrs.evolve(plan)):
        assert twin == plan
        assert hash(twin) == hash(plan)
        for indicator in plan.indicators:
            assert twin[indicator.id] == indicator


@given(plans(), st.data())
def test_a_plan_finds_its_parts_by_id_and_nothing_else(plan: cp.Plan, data: st.DataObject) -> None:
    ids = {indicator.id for indicator in plan.indicators}
    assert all(plan[indicator.id] is indicator for indicator in plan)
    assert tuple(plan) == plan.indicators
    assert all(plan.task(task.id) is task for task in plan.tasks)
    assert all(plan.goal(goal.id) is goal for goal in plan.goals)
    unknown = data.draw(st.text(max_size=3))
    assert (unknown in plan) == (unknown in ids)
    for find, known in (
        (plan.__getitem__, ids),
        (plan.task, {task.id for task in plan.tasks}),
        (plan.goal, {goal.id for goal in plan.goals}),
    ):
        if unknown not in known:
            with pytest.raises(cp.UnknownIdError):
                find(unknown)
