"""Changed copies of a plan: what is added is checked, what is named elsewhere stays, the plan itself never changes."""

from __future__ import annotations

import pickle
from copy import copy, deepcopy
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.errors import Fault, InvalidTypeError, InvalidValueError
from civicplan.testing import observations, plans

GDP = cp.Indicator(id="gdp", name="GDP", targets=("≥3800",), observations={"2019": "3003.1"})
INCOME = cp.Indicator(
    id="income", name="income", targets=(cp.Relative(reference="gdp", relation="in_step", tolerance="1"),)
)
TREES = cp.Indicator(id="trees", name="trees planted", measure="total", targets=("≥500",))
PLAN = cp.Plan(
    id="plan",
    title="A plan",
    period="2016/2020",
    indicators=(GDP, INCOME, TREES),
    tasks=(cp.Task(id="road", title="a new road"), cp.Task(id="bridge", title="a bridge")),
    goals=(cp.Goal(id="green", title="green", indicators=("trees", "income"), tasks=("road",)),),
    boxes=(cp.Box(number="1", title="main indicators", indicators=("gdp",)),),
    claims=(
        cp.BreakdownClaim(subject="green", figures=("1", "2")),
        cp.GapClaim(subject="income", figure="1", side="beyond", period="2020", to="indicator", reference="gdp"),
    ),
)


def seen(period: str, figure: str, **fields: Any) -> cp.Observation:
    return cp.Observation(period=period, figure=figure, **fields)


class TestObservations:
    def test_one_is_added_at_the_end_and_the_plan_stays_as_it_was(self) -> None:
        added = seen("2020", "3105.8")
        changed = PLAN.with_observation("gdp", added)
        assert changed["gdp"].observations == (*GDP.observations, added)
        assert changed == evolve(PLAN, indicators=(evolve(GDP, observations=(*GDP.observations, added)), INCOME, TREES))
        assert PLAN["gdp"] is GDP
        assert changed["income"] is INCOME

    def test_it_takes_the_measure_of_its_indicator_where_it_states_none(self) -> None:
        changed = PLAN.with_observation("trees", seen("2020", "510"))
        assert changed["trees"].observations[0].measure is cp.Measure.TOTAL
        with pytest.raises(InvalidValueError, match="its total for 2020, which stands there as 510"):
            changed.with_observation("trees", seen("2020", "512", measure="total"))
        beside = changed.with_observation("trees", seen("2020", "512", measure="level"))
        assert len(beside["trees"].observations) == 2

    def test_a_second_figure_for_the_same_thing_is_refused_with_advice(self) -> None:
        with pytest.raises(InvalidValueError) as refused:
            PLAN.with_observation("gdp", seen("2019", "3010"))
        assert str(refused.value) == (
            "observation: expected a figure that 'gdp' does not have yet, got its level for 2019, which stands there "
            "as 3003.1; write replace=True to put it in the place of that one, or "
            'published="..." where it is a revision'
        )

    def test_a_revision_and_another_measure_are_other_things(self) -> None:
        revised = PLAN.with_observation("gdp", seen("2019", "3010", published="2021-03"))
        both = revised.with_observation("gdp", seen("2019", "7.5", measure="growth"))
        assert [str(one.figure) for one in both["gdp"].observations] == ["3003.1", "3010", "7.5"]
        with pytest.raises(
            InvalidValueError, match="its level for 2019, published 2021-03, which stands there as 3010"
        ):
            both.with_observation("gdp", seen("2019", "3011", published="2021-03"))

    def test_asked_to_replace_it_stands_in_the_place_of_all_on_the_same_thing(self) -> None:
        twice = evolve(
            GDP, observations=(seen("2018", "2800"), seen("2019", "1"), seen("2020", "3100"), seen("2019", "2"))
        )
        plan = cp.Plan(id="plan", title="A plan", period="2016/2020", indicators=(twice,))
        changed = plan.with_observation("gdp", seen("2019", "3010"), replace=True)
        assert [str(one.figure) for one in changed["gdp"].observations] == ["2800", "3010", "3100"]
        new = changed.with_observation("gdp", seen("2017", "2600"), replace=True)
        assert str(new["gdp"].observations[-1].figure) == "2600"

    def test_what_is_no_observation_and_what_bears_no_such_id_is_refused(self) -> None:
        wrong: Any = ("2020", "3105.8")
        with pytest.raises(InvalidTypeError, match=r'a tuple; write Observation\(period="2020", figure="3105.8"\)'):
            PLAN.with_observation("gdp", wrong)
        with pytest.raises(cp.UnknownIdError, match="nearest: gdp"):
            PLAN.with_observation("gpd", seen("2020", "3105.8"))

    @given(plan=plans(), data=st.data())
    def test_no_check_between_the_parts_could_find_anything_in_it(self, plan: cp.Plan, data: st.DataObject) -> None:
        for indicator in plan:
            added = data.draw(observations(within=plan.period))
            changed = plan.with_observation(indicator.id, added, replace=True)
            assert changed == evolve(changed), "all checks are run again by evolve"
            assert len(changed) == len(plan)
            plan = changed

    def test_a_changed_copy_is_found_in_copied_and_pickled_like_any_plan(self) -> None:
        changed = PLAN.with_observation("gdp", seen("2020", "3105.8"))
        for one in (copy(changed), deepcopy(changed), pickle.loads(pickle.dumps(changed)), evolve(changed)):
            assert one == changed
            assert hash(one) == hash(changed)
            assert len(one["gdp"].observations) == 2
        assert [indicator.id for indicator in changed] == ["gdp", "income", "trees"]
        assert cp.loads(cp.dumps(changed)) == changed


class TestReports:
    def test_one_is_added_at_the_end(self) -> None:
        first, second = (
            cp.ProgressReport(period="2019-Q4", percent="40"),
            cp.ProgressReport(period="2020", percent="90"),
        )
        changed = PLAN.with_report("bridge", first).with_report("bridge", second)
        assert changed.task("bridge").reports == (first, second)
        assert changed.task("road") is PLAN.task("road")
        assert PLAN.task("bridge").reports == ()

    def test_what_is_no_report_and_what_bears_no_such_id_is_refused(self) -> None:
        wrong: Any = "55 %"
        with pytest.raises(InvalidTypeError, match="expected a ProgressReport, got '55 %'; write ProgressReport"):
            PLAN.with_report("road", wrong)
        with pytest.raises(cp.UnknownIdError, match="nearest: road"):
            PLAN.with_report("raod", cp.ProgressReport(period="2020"))


class TestIndicators:
    def test_one_is_added_at_the_end_or_takes_the_place_of_another(self) -> None:
        jobs = cp.Indicator(id="jobs", name="jobs", targets=("≥25.3",))
        assert PLAN.with_indicator(jobs).indicators == (*PLAN.indicators, jobs)
        assert PLAN.with_indicator(jobs, replace=True).indicators == (*PLAN.indicators, jobs)
        higher = evolve(GDP, targets=("≥4000",))
        assert PLAN.with_indicator(higher, replace=True).indicators == (higher, INCOME, TREES)
        with pytest.raises(InvalidValueError, match="got 'gdp'; write replace=True to put it in the place of that one"):
            PLAN.with_indicator(higher)

    @pytest.mark.parametrize(
        ("fields", "fault"),
        [
            ({"id": "road"}, "$.tasks[0].id: 'road' is used already by $.indicators[3].id"),
            ({"targets": (cp.Threshold(bound="≥1", period="2030"),)}, "$.indicators[3].targets[0].period: 2030 ends"),
            ({"targets": (cp.Relative(reference="x", relation="above"),)}, "no indicator has the id 'x'"),
        ],
    )
    def test_it_is_checked_like_a_plan_that_is_built_anew(self, fields: dict[str, Any], fault: str) -> None:
        with pytest.raises(cp.InvalidPlanError) as refused:
            PLAN.with_indicator(cp.Indicator(**{"id": "jobs", "name": "jobs", **fields}))
        assert fault in str(refused.value)

    def test_what_is_none_is_refused(self) -> None:
        wrong: Any = "gdp"
        with pytest.raises(InvalidTypeError, match=r"Plan.indicators\[3\]: expected an Indicator, got 'gdp'"):
            PLAN.with_indicator(wrong)


class TestRemoval:
    def test_what_nothing_names_is_taken_out(self) -> None:
        assert [task.id for task in PLAN.without("bridge").tasks] == ["road"]
        bare = evolve(PLAN, claims=(), boxes=())
        assert bare.without("green").goals == ()
        assert [one.id for one in bare.without("green").without("income")] == ["gdp", "trees"]

    @pytest.mark.parametrize(
        ("id", "paths"),
        [
            ("gdp", ["$.indicators[1].targets[0].reference", "$.boxes[0].indicators[0]", "$.claims[1].reference"]),
            ("income", ["$.goals[0].indicators[1]", "$.claims[1].subject"]),
            ("road", ["$.goals[0].tasks[0]"]),
            ("green", ["$.claims[0].subject"]),
        ],
    )
    def test_what_is_named_elsewhere_stays_and_every_place_is_told(self, id: str, paths: list[str]) -> None:
        with pytest.raises(cp.InvalidPlanError) as refused:
            PLAN.without(id)
        assert [fault.path for fault in refused.value.faults] == paths
        assert {fault.message for fault in refused.value.faults} == {
            f"names '{id}', which would be gone; take it out here first"
        }

    def test_an_id_that_nothing_bears_is_told_with_the_nearest(self) -> None:
        with pytest.raises(cp.UnknownIdError, match="the plan has no 'brigde'; nearest: bridge"):
            PLAN.without("brigde")

    @given(plan=plans())
    def test_either_every_place_is_told_or_the_rest_is_a_plan(self, plan: cp.Plan) -> None:
        ids = [part.id for part in plan] + [part.id for part in plan.goals] + [part.id for part in plan.tasks]
        for id in ids:
            rest = without_or_faults(plan, id)
            if isinstance(rest, cp.Plan):
                assert rest == evolve(rest)
                assert len(rest) + len(rest.goals) + len(rest.tasks) == len(ids) - 1
            else:
                assert all(fault.message.startswith(f"names {id!r}") for fault in rest)


def without_or_faults(plan: cp.Plan, id: str) -> cp.Plan | tuple[Fault, ...]:
    try:
        return plan.without(id)
    except cp.InvalidPlanError as refused:
        return refused.faults


class TestSequence:
    def test_a_plan_has_a_length_and_slices_and_is_true_without_indicators(self) -> None:
        assert len(PLAN) == 3
        assert PLAN[:2] == (GDP, INCOME)
        assert PLAN[::-1] == (TREES, INCOME, GDP)
        empty = cp.Plan(id="empty", title="A plan", period="2020")
        assert len(empty) == 0
        assert empty

    def test_a_number_is_no_id_and_no_place(self) -> None:
        wrong: Any = 0
        with pytest.raises(InvalidTypeError, match="an id as text, got the int 0"):
            PLAN[wrong]
