"""The published JSON Schemas are those that the classes give, and they admit all plans and results that are written.

Run as a program, this file writes them anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.assessment import (
    DeliverableOutcome,
    IndicatorAssessment,
    Outcome,
    PlanAssessment,
    TaskAssessment,
    Timeline,
)
from civicplan.auditing import Finding, Findings
from civicplan.errors import InvalidTypeError
from civicplan.formats import Result, json_schema
from civicplan.methods import Rating
from civicplan.rating import Comparison, Coverage, GroupRating, IndicatorRating, PlanRating
from civicplan.testing import indicators, periods, plans
from civicplan.trajectory import AnnualTarget, Projection, annual_targets, project
from civicplan.values import Interval

_REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
#: The results whose schemas are published, those of a whole plan first.
RESULTS = (
    *(PlanAssessment, IndicatorAssessment, Outcome, TaskAssessment, DeliverableOutcome, Timeline),
    *(Findings, Finding),
    *(Comparison, PlanRating, GroupRating, Coverage, IndicatorRating, Rating),
    *(AnnualTarget, Projection),
)
PUBLISHED = {
    _REFERENCE / "plan.schema.json": json_schema(),
    _REFERENCE / "results.schema.json": {"title": "Results of a public plan", **json_schema(*RESULTS)},
}


def check(value: Any) -> None:
    """Hold what is written of a value beside the schema of its class."""
    cls: Any = type(value)
    validator_of(cls).validate(json.loads(json.dumps(cp.to_dict(value))))


ROW = cp.Indicator(id="a", name="a", baseline=("2015", "90"), targets=(">95",), observations={"2020": "95.0"})
PLAN = cp.Plan(id="p", title="A plan", period="2016/2020", indicators=(ROW,))


@cache
def validator_of(cls: type) -> jsonschema.Draft202012Validator:
    schema = json_schema(cls)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.name)
def test_the_published_schema_is_the_one_that_the_classes_give(path: Path) -> None:
    assert json.loads(path.read_text(encoding="utf-8")) == PUBLISHED[path]


@pytest.mark.parametrize("name", cp.datasets.names())
def test_every_plan_that_is_written_is_valid(validator: jsonschema.Draft202012Validator, name: str) -> None:
    validator.validate(json.loads(cp.dumps(cp.datasets.load(name))))


@given(plans())
def test_every_plan_that_could_be_written_is_valid(validator: jsonschema.Draft202012Validator, plan: cp.Plan) -> None:
    validator.validate(json.loads(cp.dumps(plan)))


@pytest.mark.parametrize("sign", ["≈", "~", "≒", "≃", "≅", "≥", ">="])
def test_a_hedged_actual_may_have_every_sign_of_a_bound(validator: jsonschema.Draft202012Validator, sign: str) -> None:
    row = {"id": "a", "name": "a", "observations": [{"period": "2020", "figure": f"{sign}5.0"}]}
    tree = {"schema_version": 2, "id": "p", "title": "t", "period": "2020", "indicators": [row]}
    validator.validate(tree)
    assert cp.loads(json.dumps(tree))["a"].observations[0].figure == cp.Bound.parse(f"{sign}5.0")


@pytest.mark.parametrize(
    "broken",
    [
        {"id": 5},
        {"schema_version": 3},
        {"colour": "red"},
        {"period": "soon"},
        {"indicators": [{"id": "a"}]},
        {"id": "a b"},
        {"source": {"document": "outline", "url": "www.example.org"}},
        {"complete": "no"},
        {"title": " "},
        {"title": {"English language": "A plan"}},
        {"title": {"en": ""}},
        {"period": "2025-H3"},
        {"goals": [{"id": "g", "title": "g", "indicators": ["a b"]}]},
        {"indicators": [{"id": "a", "name": "a", "targets": [{"kind": "threshold", "bound": "75"}]}]},
        {"indicators": [{"id": "a", "name": "a", "targets": [{"bound": "≥75"}]}]},
        {"indicators": [{"id": "a", "name": "a", "nature": "obliging"}]},
        {"indicators": [{"id": "a", "name": "a", "observations": [{"period": "2020", "figure": "1,006"}]}]},
        {"indicators": [{"id": "a", "name": "a", "observations": [{"period": "2020", "figure": "≥5 %"}]}]},
        {
            "indicators": [
                {"id": "a", "name": "a", "observations": [{"period": "2020", "figure": 5, "_measure": "growth"}]}
            ]
        },
        {"indicators": [{"id": "a", "name": "a", "natural_range": ["0", "100"]}]},
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(
    validator: jsonschema.Draft202012Validator, broken: dict[str, Any]
) -> None:
    tree = {"schema_version": 2, "id": "p", "title": "t", "period": "2020", **broken}
    assert not validator.is_valid(tree)
    with pytest.raises(cp.PlanFormatError):
        cp.loads(json.dumps(tree))


def results_of(plan: cp.Plan, day: cp.Period) -> Iterator[Result]:
    """All that the library finds in a plan, from the whole down to its parts."""
    assessment = cp.assess(plan, as_of=day)
    yield from (assessment, cp.over_time(plan, [day]))
    for row in assessment:
        yield from (row, *row.outcomes)
    for task in assessment.tasks:
        yield from (task, *task.deliverables)
    findings = cp.audit(plan, as_of=day)
    yield from (findings, *findings)
    comparison = cp.compare(assessment, ("un-2023", "open-sdg-2.4", "cn-midterm"))
    rated = comparison.ratings[0]
    yield from (comparison, rated, rated.overall, rated.coverage, *rated, *(each.rating for each in rated))


@given(plans(), st.data())
def test_every_result_that_could_be_written_is_valid(plan: cp.Plan, data: st.DataObject) -> None:
    day = data.draw(st.just(plan.period) | periods(within=plan.period))
    for result in results_of(plan, day):
        check(result)


@pytest.mark.parametrize("name", cp.datasets.names())
def test_every_result_of_a_built_in_plan_is_valid_under_the_published_schema(name: str) -> None:
    plan = cp.datasets.load(name)
    published = PUBLISHED[_REFERENCE / "results.schema.json"]
    for result in results_of(plan, plan.period):
        schema = {"$ref": f"#/$defs/{type(result).__name__}", "$defs": published["$defs"]}
        jsonschema.Draft202012Validator(schema).validate(result.to_dict())


@given(indicators(within="2016/2020"))
def test_so_are_trajectories(indicator: cp.Indicator) -> None:
    results: list[Result] = []
    for compute in (lambda: annual_targets(indicator, period="2016/2020"), lambda: [project(indicator, to=2101)]):
        try:
            results.extend(compute())
        except cp.CivicPlanError:
            continue
    for result in results:
        check(result)
        assert cp.from_dict(result.to_dict(), type(result)) == result


@given(plans())
def test_every_part_of_a_plan_has_a_schema(plan: cp.Plan) -> None:
    for part in (plan, *plan.indicators, *plan.tasks, *plan.claims, *plan.goals, plan.title, plan.period):
        check(part)
    for indicator in plan.indicators:
        for target in indicator.targets:
            check(target)


def test_every_kind_of_value_has_a_schema() -> None:
    interval = cp.Figure("95.0").interval
    undefined = cp.NotAssessable(cp.Reason.NO_TARGET)
    values = (interval, undefined, cp.Reason.NO_TARGET, cp.Verdict.MET, interval.low, cp.Source(document="d"))
    for value in values:
        check(value)
    assert not validator_of(Interval).is_valid(
        {"low": 94.95, "high": None, "includes_low": True, "includes_high": True}
    )
    for other in (int, dict, "Plan"):
        with pytest.raises(InvalidTypeError, match="a class of this library"):
            json_schema(other)  # type: ignore[arg-type]


def spoilt(tree: Any) -> Iterator[Any]:
    """The tree with one entry spoilt at a time: with another type, left out, or with one beside it."""
    if isinstance(tree, dict):
        yield {**tree, "colour": "red"}
        for name, entry in tree.items():
            yield {other: value for other, value in tree.items() if other != name}
            yield from ({**tree, name: worse} for worse in spoilt(entry))
    elif isinstance(tree, list):
        yield {"0": tree}
        for place, entry in enumerate(tree):
            yield from ([*tree[:place], worse, *tree[place + 1 :]] for worse in spoilt(entry))
    else:
        yield [tree]


def test_a_result_with_any_entry_of_another_kind_is_refused() -> None:
    assessment = cp.assess(PLAN, as_of=2020)
    for result in (assessment, cp.rate(assessment, "un-2023")):
        kind: Any = type(result)
        entries = result.to_dict()
        plan = entries.pop("plan")
        admitted = [validator_of(kind).is_valid({**worse, "plan": plan}) for worse in spoilt(entries)]
        assert len(admitted) > 100
        assert not any(admitted)


if __name__ == "__main__":
    for path, schema in PUBLISHED.items():
        path.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
