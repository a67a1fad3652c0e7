"""Equal questions have equal answers: an assessment is a value, like the plan that it is of."""

from __future__ import annotations

import copy
import pickle

from hypothesis import given

import civicplan as cp

from ._questions import questions


@given(questions())
def test_the_same_question_has_the_same_answer(question: tuple[cp.Plan, cp.Period]) -> None:
    plan, day = question
    answer, again = cp.assess(plan, as_of=day), cp.assess(copy.deepcopy(plan), as_of=day)
    assert answer == again
    assert hash(answer) == hash(again)
    assert all(one == other and hash(one) == hash(other) for one, other in zip(answer, again, strict=True))
    # Whatever has been asked of one of them changes nothing.
    _ = answer.counts, str(answer), [assessment.explain() for assessment in answer]
    assert answer == again


@given(questions(), questions())
def test_different_plans_have_different_assessments(
    one: tuple[cp.Plan, cp.Period], other: tuple[cp.Plan, cp.Period]
) -> None:
    (plan, day), (other_plan, other_day) = one, other
    answers = cp.assess(plan, as_of=day), cp.assess(other_plan, as_of=other_day)
    assert (answers[0] == answers[1]) == ((plan, day) == (other_plan, other_day))


def test_another_plan_another_day_or_another_tolerance_makes_another_assessment() -> None:
    target = cp.Threshold(bound="≥200")
    published = cp.Observation(period="2018", figure="154")
    baseline = cp.Observation(period="2015", figure="100")

    def plan(title: str = "A plan") -> cp.Plan:
        row = cp.Indicator(id="a", name="a", baseline=baseline, targets=(target,), observations=(published,))
        return cp.Plan(id="p", title=title, period="2016/2020", indicators=(row,))

    answer = cp.assess(plan(), as_of="2018", tolerance="0.05")
    assert answer == cp.assess(plan(), as_of="2018", tolerance="0.05")
    assert answer != cp.assess(plan("Another plan"), as_of="2018", tolerance="0.05")
    assert answer != cp.assess(plan(), as_of="2019", tolerance="0.05")
    assert answer != cp.assess(plan(), as_of="2018", tolerance="0.1")
    other: object = plan()
    assert answer != other


@given(questions())
def test_an_assessment_is_copied_and_pickled(question: tuple[cp.Plan, cp.Period]) -> None:
    answer = cp.assess(question[0], as_of=question[1])
    for twin in (copy.copy(answer), copy.deepcopy(answer), pickle.loads(pickle.dumps(answer))):
        assert twin == answer
        assert str(twin) == str(answer)
