"""Plans and results are values: copies, pickles and other threads have the same."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given

import civicplan as cp
from civicplan.auditing import Findings
from civicplan.testing import plans

from ._questions import questions


def twins(value: Any) -> Iterator[Any]:
    yield from (copy.copy(value), copy.deepcopy(value))
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        yield pickle.loads(pickle.dumps(value, protocol))


@given(plans())
def test_a_plan_is_copied_and_pickled(plan: cp.Plan) -> None:
    for twin in twins(plan):
        assert twin == plan
        assert hash(twin) == hash(plan)
        assert cp.to_dict(twin) == cp.to_dict(plan)
        assert [twin[indicator.id] for indicator in plan] == list(plan)


@given(questions(max_indicators=2, max_tasks=1))
def test_so_are_all_results(question: tuple[cp.Plan, cp.Period]) -> None:
    plan, day = question
    assessment = cp.assess(plan, as_of=day)
    comparison = cp.compare(assessment, ("un-2023", "cn-midterm"))
    results = (assessment, *assessment, *assessment.tasks, comparison, *comparison.ratings, cp.over_time(plan, [day]))
    for result in results:
        written = result.to_dict()
        for twin in twins(result):
            assert twin == result
            assert twin.to_dict() == written
            assert str(twin) == str(result)


@given(questions())
def test_so_are_findings(question: tuple[cp.Plan, cp.Period]) -> None:
    findings = cp.audit(question[0], as_of=question[1])
    for twin in twins(findings):
        assert isinstance(twin, Findings)
        assert (twin, twin.codes) == (findings, findings.codes)
        assert twin.contradictions == findings.contradictions


@pytest.mark.parametrize("method", cp.methods.names())
def test_so_is_the_rating_by_every_method(method: str) -> None:
    rated = cp.rate(cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of=2020), method)
    for twin in twins(rated):
        assert twin == rated
        assert str(twin) == str(rated)
        assert twin.method.rule is rated.method.rule


def test_a_pickle_is_read_by_another_process() -> None:
    plan = cp.datasets.load("zhuzhou-13fyp")
    assessment = cp.assess(plan, as_of=2020)
    code = "import pickle, sys; sys.stdout.buffer.write(pickle.load(sys.stdin.buffer).to_json().encode())"
    for result in (assessment, cp.audit(plan), cp.rate(assessment, "un-2023")):
        done = subprocess.run([sys.executable, "-c", code], input=pickle.dumps(result), capture_output=True, check=True)
        assert done.stdout.decode() == result.to_json()


def in_threads(compute: Any) -> set[str]:
    """What sixteen threads get that all ask the same; they are made to take turns as often as can be."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(16) as threads:
            return set(threads.map(lambda _: compute(), range(16)))
    finally:
        sys.setswitchinterval(usual)


@pytest.mark.parametrize("name", cp.datasets.names())
def test_threads_that_ask_the_same_get_the_same(name: str) -> None:
    loaded = cp.datasets.load(name)
    known = {
        "assessed": cp.assess(loaded, as_of=loaded.period).to_json(),
        "found": cp.audit(loaded).to_json(),
        "rated": cp.rate(cp.assess(loaded, as_of=loaded.period), "un-2023").to_json(),
    }
    # Whatever is computed once and kept is computed by all threads at the same time here.
    plan = copy.deepcopy(loaded)
    assert in_threads(lambda: cp.assess(plan, as_of=plan.period).to_json()) == {known["assessed"]}
    assert in_threads(lambda: cp.audit(plan).to_json()) == {known["found"]}
    shared = cp.assess(copy.deepcopy(loaded), as_of=loaded.period)
    assert in_threads(shared.to_json) == {known["assessed"]}
    assert in_threads(lambda: cp.rate(shared, "un-2023").to_json()) == {known["rated"]}
    assert in_threads(lambda: cp.dumps(plan)) == {cp.dumps(loaded)}
    assert in_threads(lambda: str(cp.from_dict(shared.to_dict(), type(shared)) == shared)) == {"True"}
