"""Laws of dicts: whatever the library gives becomes plain values that JSON holds, and reads as what it was."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.auditing import Findings
from civicplan.formats import Result
from civicplan.model._part import ModelPart
from civicplan.testing import bounds, figures, periods, plans, sources, texts
from civicplan.values import Interval, Text

from ._questions import questions
from .test_round_trips import leaves

_PLAIN = (str, int, bool, type(None))
_METHODS = ("un-2023", "open-sdg-2.4", "cn-midterm", "global-fund", "sdsn-arrows")


def parts_of(value: Any) -> Iterator[Any]:
    """The value and every part of a plan, value and result in it."""
    if isinstance(value, ModelPart | cp.Source | Result | Interval | cp.NotAssessable):
        yield value
    if isinstance(value, tuple):
        for entry in value:
            yield from parts_of(entry)
    elif isinstance(value, Text | cp.Figure | cp.Bound | cp.Period | Decimal):
        yield value
    elif isinstance(value, ModelPart | Result):
        kind: Any = type(value)
        for field in attrs.fields(kind):
            yield from parts_of(getattr(value, field.name))


def is_plain(tree: Any) -> bool:
    if type(tree) is dict:
        return all(type(name) is str and is_plain(entry) for name, entry in tree.items())
    return all(map(is_plain, tree)) if type(tree) is list else type(tree) in _PLAIN


def through_json(value: Any) -> Any:
    return cp.from_dict(json.loads(json.dumps(cp.to_dict(value))), type(value))


@given(plans())
def test_every_part_of_a_plan_reads_as_what_it_was(plan: cp.Plan) -> None:
    for part in parts_of(plan):
        assert is_plain(cp.to_dict(part))
        again = through_json(part)
        assert again == part
        assert list(leaves(again)) == list(leaves(part))


@given(st.one_of(figures(), bounds(), periods(), texts(), sources(), figures().map(lambda figure: figure.interval)))
def test_so_does_every_value(value: Any) -> None:
    assert through_json(value) == value
    assert str(through_json(value)) == str(value)


@given(plans())
def test_the_dict_of_a_plan_is_what_its_file_holds(plan: cp.Plan) -> None:
    assert json.loads(cp.dumps(plan)) == cp.to_dict(plan)
    assert cp.loads(json.dumps(cp.to_dict(plan))) == plan


@given(questions())
def test_every_result_of_an_assessment_reads_as_what_it_was(question: tuple[cp.Plan, cp.Period]) -> None:
    plan, day = question
    assessment = cp.assess(plan, as_of=day)
    deliverables = [outcome for task in assessment.tasks for outcome in task.deliverables]
    outcomes = [outcome for indicator in assessment for outcome in indicator.outcomes]
    for result in (assessment, *assessment, *assessment.tasks, *outcomes, *deliverables):
        assert is_plain(result.to_dict())
        assert json.loads(result.to_json()) == result.to_dict() == cp.to_dict(result)
        again = through_json(result)
        assert again == result
        assert again.to_dict() == result.to_dict()


@given(questions(), st.sampled_from(("0", "0.05", "1")), st.sampled_from(("latest", "first", "2017-06")), st.data())
def test_what_an_assessment_was_asked_is_kept(
    question: tuple[cp.Plan, cp.Period], tolerance: str, vintage: Any, data: st.DataObject
) -> None:
    plan, day = question
    path: Any = data.draw(st.sampled_from((None, "linear", "geometric")))
    assessment = cp.assess(plan, as_of=day, tolerance=tolerance, vintage=vintage, path=path)
    again = through_json(assessment)
    assert (again.tolerance, again.vintage, again.path) == (assessment.tolerance, assessment.vintage, path)
    assert again == assessment
    assert [through_json(row).growth for row in assessment] == [row.growth for row in assessment]


@given(plans(max_tasks=0), st.lists(periods(within="2015/2025"), max_size=3))
def test_so_does_one_plan_over_time(plan: cp.Plan, days: list[cp.Period]) -> None:
    timeline = cp.over_time(plan, days)
    assert through_json(timeline) == timeline
    assert is_plain(timeline.to_dict())
    assert all("plan" not in written for written in timeline.to_dict()["assessments"])


@given(questions())
def test_so_do_findings(question: tuple[cp.Plan, cp.Period]) -> None:
    findings = cp.audit(question[0], as_of=question[1])
    again = through_json(findings)
    assert isinstance(again, Findings)
    assert (again, again.codes) == (findings, findings.codes)
    assert [through_json(finding) for finding in findings] == list(findings)
    assert is_plain(findings.to_dict())


@given(questions())
def test_so_do_ratings(question: tuple[cp.Plan, cp.Period]) -> None:
    assessment = cp.assess(question[0], as_of=question[1])
    comparison = cp.compare(assessment, _METHODS)
    for result in (comparison, *comparison.ratings, *comparison.ratings[0], comparison.ratings[1].overall):
        assert is_plain(result.to_dict())
        assert through_json(result) == result
        assert through_json(result).to_dict() == result.to_dict()


@pytest.mark.parametrize("name", cp.datasets.names())
def test_so_does_every_built_in_plan_with_all_its_results(name: str) -> None:
    plan = cp.datasets.load(name)
    assessment = cp.assess(plan, as_of=plan.period)
    ratings = [cp.rate(assessment, method) for method in cp.methods.names()]
    for result in (assessment, *assessment, *assessment.tasks, cp.audit(plan), *ratings):
        assert through_json(result) == result


#: What may stand where something else is expected.
_JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-1, 3),
    st.floats(),
    st.sampled_from(
        ("", "met", "not_met", "not_due", "not_assessable", "growth", "change", "level", "latest", "first")
    ),
    st.sampled_from(("2016", "2016/2020", "0001", "9998", "0", "-5", "1E+99999", "1E-99999", "≥5", "≈5", "5..6")),
    st.sampled_from(({}, [], [{}], {"undefined": "no_target"}, {"code": "digits"}, {"kind": "delegated"}, {1: 2})),
    st.just({"low": None, "high": None, "includes_low": True, "includes_high": True}),
    st.just({"kind": "threshold", "bound": "≥5", "measure": "change"}),
    st.text(max_size=3),
)


def places_in(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every dict or list with a key of it."""
    for key, entry in list(tree.items() if isinstance(tree, dict) else enumerate(tree)):
        yield tree, key
        if isinstance(entry, dict | list):
            yield from places_in(entry)


@given(questions(max_indicators=2, max_tasks=1), st.data())
def test_whatever_stands_in_a_dict_it_is_read_or_refused(
    question: tuple[cp.Plan, cp.Period], data: st.DataObject
) -> None:
    assessment = cp.assess(question[0], as_of=question[1])
    outcomes = [outcome for row in assessment for outcome in row.outcomes]
    amounts = [outcome for task in assessment.tasks for outcome in task.deliverables]
    rated = cp.rate(assessment, "open-sdg-2.4")
    findings = cp.audit(question[0], as_of=question[1])
    results = (assessment, *assessment, *assessment.tasks, *outcomes, *amounts, rated, *rated, findings, *findings)
    result = data.draw(st.sampled_from(results))
    tree = json.loads(result.to_json())
    for _ in range(data.draw(st.integers(1, 3))):
        holder, key = data.draw(st.sampled_from(list(places_in(tree))))
        holder[key] = copy.deepcopy(data.draw(_JUNK))
    try:
        read = cp.from_dict(tree, type(result))
    except cp.PlanFormatError as error:
        told = str(error)
    else:
        told = str(read)
        assert is_plain(read.to_dict())
    assert told
