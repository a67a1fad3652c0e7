"""What is decisive is a verdict: to be met or missed for certain; what is open or unknown never is."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given

import civicplan as cp
from civicplan import Verdict

from ._questions import questions

OPEN = (Verdict.NOT_DUE, Verdict.NOT_ASSESSABLE)


def judged(question: tuple[cp.Plan, cp.Period]) -> Iterator[tuple[Verdict, bool, cp.Reason | None]]:
    """The verdicts on everything in a plan, whether they are decisive, and why there is none."""
    plan, day = question
    answer = cp.assess(plan, as_of=day)
    for indicator in answer:
        yield indicator.verdict, indicator.decisive, indicator.reason
        yield from ((outcome.verdict, outcome.decisive, outcome.reason) for outcome in indicator.outcomes)
    for task in answer.tasks:
        yield task.verdict, task.decisive, task.reason
        yield from ((amount.verdict, amount.decisive, amount.reason) for amount in task.deliverables)


@given(questions())
def test_nothing_without_a_verdict_is_decisive(question: tuple[cp.Plan, cp.Period]) -> None:
    for verdict, decisive, _ in judged(question):
        assert not (decisive and verdict in OPEN)


@given(questions())
def test_a_reason_is_given_exactly_where_there_is_no_verdict(question: tuple[cp.Plan, cp.Period]) -> None:
    for verdict, _, reason in judged(question):
        assert (reason is not None) == (verdict is Verdict.NOT_ASSESSABLE)


def test_an_amount_far_beyond_its_bound_is_not_decisive_before_its_day_or_without_a_last_report() -> None:
    films = cp.Deliverable(subject="films", planned="7..8")
    report = cp.ProgressReport(period="2024-Q2", delivered=(cp.Delivered(subject="films", figure="90"),))
    task = cp.Task(id="t", title="films", deliverables=(films,), reports=(report,))
    plan = cp.Plan(id="p", title="A programme", period="2024", tasks=(task,))
    for day, verdict in (("2024-Q2", Verdict.NOT_DUE), ("2024", Verdict.NOT_ASSESSABLE)):
        (amount,) = cp.assess(plan, as_of=day).task("t").deliverables
        assert (amount.verdict, amount.decisive) == (verdict, False)
