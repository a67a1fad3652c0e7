"""Whatever settles a task agrees with what came of it, and nothing published later or in another order matters."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate
from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.assessment import TaskAssessment
from civicplan.testing import tasks

DECIDED = (cp.Verdict.MET, cp.Verdict.NOT_MET)
#: The work runs over the first four; two more quarters follow.
QUARTERS = ("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2")
QUARTERLY = st.lists(st.integers(0, 5), min_size=6, max_size=6)
BOUNDS = st.builds(
    lambda sign, figure: f"{sign}{figure}", st.sampled_from(("≥", ">", "≤", "<", "=")), st.integers(1, 15)
) | st.builds(lambda low, width: f"{low}..{low + width}", st.integers(1, 12), st.integers(0, 5))


def assessed(task: cp.Task, as_of: str = "2025") -> TaskAssessment:
    return cp.assess(cp.Plan(id="p", title="A plan", period="2024", tasks=(task,)), as_of=as_of).task(task.id)


def books(bound: str, reports: Sequence[tuple[str, object]], **fields: Any) -> TaskAssessment:
    promised = cp.Deliverable(subject="books", planned=bound, **fields)
    given = [
        cp.ProgressReport(period=period, delivered=(cp.Delivered(subject="books", figure=str(amount)),))
        for period, amount in reports
    ]
    return assessed(cp.Task(id="t", title="books", deliverables=(promised,), reports=given))


@given(bound=BOUNDS, delivered=QUARTERLY, reported=st.sets(st.integers(0, 5)))
def test_a_running_total_that_settles_agrees_with_the_total_at_the_end(
    bound: str, delivered: list[int], reported: set[int]
) -> None:
    totals = list(accumulate(delivered))
    reports = [(QUARTERS[quarter], totals[quarter]) for quarter in reported]
    found = books(bound, reports, accumulates=True, exact=True)
    is_met = cp.Bound.parse(bound).admits(totals[3])
    if found.verdict in DECIDED:
        assert found.verdict is (cp.Verdict.MET if is_met else cp.Verdict.NOT_MET)
        assert found.decisive
    if 3 in reported:
        assert found.verdict in DECIDED


@given(
    bound=BOUNDS,
    delivered=QUARTERLY,
    reported=st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda ends: ends[0] <= ends[1])),
)
def test_without_a_running_total_what_settles_is_the_amount_of_the_whole_time(
    bound: str, delivered: list[int], reported: set[tuple[int, int]]
) -> None:
    reports = [(f"{QUARTERS[first]}/{QUARTERS[last]}", sum(delivered[first : last + 1])) for first, last in reported]
    found = books(bound, reports, exact=True)
    assert (found.verdict in DECIDED) is ((0, 3) in reported)
    if found.verdict in DECIDED:
        is_met = cp.Bound.parse(bound).admits(sum(delivered[:4]))
        assert found.verdict is (cp.Verdict.MET if is_met else cp.Verdict.NOT_MET)


@given(done=st.lists(st.integers(0, 40), min_size=6, max_size=6), reported=st.sets(st.integers(0, 5)))
def test_a_percent_that_settles_agrees_with_what_was_done_at_the_end(done: list[int], reported: set[int]) -> None:
    percents = [min(percent, 100) for percent in accumulate(done)]
    reports = [cp.ProgressReport(period=QUARTERS[quarter], percent=percents[quarter]) for quarter in reported]
    found = assessed(cp.Task(id="t", title="books", reports=reports))
    if found.verdict in DECIDED:
        assert found.verdict is (cp.Verdict.MET if percents[3] == 100 else cp.Verdict.NOT_MET)
        assert found.decisive
    assert found.is_overdue is (found.verdict is cp.Verdict.NOT_MET)
    assert found.is_unreported is (not reported & {3, 4, 5} and found.verdict is not cp.Verdict.MET)


@given(
    bound=BOUNDS,
    true=st.decimals(0, 20, places=3, allow_nan=False),
    period=st.sampled_from(("2024", "2024-Q2", "2025-Q1")),
    accumulates=st.booleans(),
)
def test_more_digits_never_flip_a_decisive_verdict_on_an_amount(
    bound: str, true: Decimal, period: str, accumulates: bool
) -> None:
    decided = None
    for places in range(4):
        printed = true.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        found = books(bound, [(period, printed)], accumulates=accumulates)
        assert decided in (None, found.verdict)
        decided = found.verdict if found.decisive else decided


@given(
    floor=st.booleans(),
    bound=st.integers(1, 15),
    amounts=st.tuples(st.integers(0, 20), st.integers(0, 20)),
    period=st.sampled_from(("2024", "2024-Q2", "2025-Q1")),
    exact=st.none() | st.booleans(),
    accumulates=st.booleans(),
)
def test_an_amount_further_to_the_open_side_is_never_worse(
    floor: bool, bound: int, amounts: tuple[int, int], period: str, exact: bool | None, accumulates: bool
) -> None:
    rank = (cp.Verdict.NOT_MET, cp.Verdict.NOT_ASSESSABLE, cp.Verdict.MET)
    verdicts = []
    for amount in sorted(amounts, reverse=not floor):
        promised = cp.Deliverable(subject="books", planned=f"{'≥' if floor else '≤'}{bound}", exact=exact)
        delivered = cp.Delivered(subject="books", figure=amount)
        reports = (cp.ProgressReport(period=period, delivered=(delivered,)),)
        promised = evolve(promised, accumulates=accumulates)
        verdicts.append(assessed(cp.Task(id="t", title="t", deliverables=(promised,), reports=reports)).verdict)
    assert rank.index(verdicts[0]) <= rank.index(verdicts[1])


@given(task=tasks(within="2024/2025"), as_of=st.sampled_from(("2024-Q2", "2024", "2025")), data=st.data())
def test_neither_the_order_of_reports_nor_one_for_a_later_day_matters(
    task: cp.Task, as_of: str, data: st.DataObject
) -> None:
    def answer(of: cp.Task) -> tuple[object, ...]:
        found = assessed(of, as_of)
        outcomes = [(outcome.verdict, outcome.reason, outcome.caveats) for outcome in found.deliverables]
        return found.verdict, found.basis, found.reason, found.caveats, found.reported, found.is_unreported, outcomes

    over = [report for report in task.reports if report.period.ends_by(as_of)]
    shuffled = data.draw(st.permutations(task.reports))
    assert answer(task) == answer(evolve(task, reports=shuffled)) == answer(evolve(task, reports=over))


@given(task=tasks(within="2024"), as_of=st.sampled_from(("2023", "2024-Q1", "2024-Q2", "2024-Q3", "2024")))
def test_a_task_has_a_verdict_or_a_reason_exactly_once_its_time_is_over(task: cp.Task, as_of: str) -> None:
    found = assessed(task, as_of)
    if not found.period.ends_by(as_of):
        assert found.verdict is cp.Verdict.NOT_DUE
    assert (found.reason is not None) is (found.verdict is cp.Verdict.NOT_ASSESSABLE)
    assert found.decisive is (found.verdict in DECIDED and not found.caveats)
    assert found.explain()
