"""The work of an audit grows with the plan and not with its square: twice the rows, about twice the calls."""

from __future__ import annotations

from collections.abc import Callable
from cProfile import Profile
from datetime import date, timedelta

import pytest

import civicplan as cp
from civicplan.auditing import audit, names
from civicplan.model import MeasureLike

from ._plans import at, level, plan, row, workplan

_ROWS = 60
#: A square would give nearly 4.
_MOST = 2.6


def days(count: int) -> list[str]:
    return [(date(2016, 1, 1) + timedelta(days=offset)).isoformat() for offset in range(count)]


def daily(measure: MeasureLike) -> Callable[[int], cp.Plan]:
    def made(count: int) -> cp.Plan:
        return plan(row(unit="%", observations=tuple(at(day, "1.0", measure) for day in days(count))))

    return made


def so_far(count: int) -> cp.Plan:
    periods = (f"2016-01-01/{day}" for day in days(count + 1)[1:])
    return plan(row(observations=tuple(at(period, "5", "total") for period in periods)))


def one_figure_in_many_places(count: int) -> cp.Plan:
    return plan(row(observations=tuple(at("2020", "71.3", line=line) for line in range(1, count + 1))))


def many_figures_in_one_place(count: int) -> cp.Plan:
    return plan(row(observations=tuple(at("2020", str(100 + number), line=1) for number in range(count))))


def yearly_levels(count: int) -> cp.Plan:
    years = tuple(at(str(2016 + number), str(100 + number)) for number in range(count))
    return plan(row(observations=years), period=f"2016/{2015 + count}")


def growth_claims(count: int) -> cp.Plan:
    claim = cp.GrowthClaim(subject="a", figure="1.0", period="2016/2017")
    rates = at("2016", "1.0", "growth"), at("2017", "1.0", "growth")
    return plan(row(observations=rates), claims=(claim,) * count)


def counts(count: int) -> cp.Plan:
    rows = (row(f"r{number}", number=str(number)) for number in range(count))
    return plan(*rows, claims=(cp.CountClaim(count=count),) * count)


def lists_of_shortfalls(count: int) -> cp.Plan:
    rows = tuple(row(f"r{number}", targets=(level("≥1"),)) for number in range(count))
    complete = cp.VerdictClaim(subjects=(), verdict="not_met", exhaustive=True)
    return plan(*rows, claims=(complete,) * count)


def verdicts_and_standings(count: int) -> cp.Plan:
    rows = tuple(row(f"r{number}", targets=(level("≥1"),)) for number in range(count))
    claims = [
        claim
        for one in rows
        for claim in (
            cp.GapClaim(subject=one.id, figure="1", side="short", to="schedule", period="2018"),
            cp.VerdictClaim(subjects=(one.id,), verdict="met"),
            cp.StandingClaim(subjects=(one.id,), standing="ahead", period="2018"),
            cp.StandingClaim(subjects=(one.id,), level="amber", rank=2, scale=3, period="2018"),
        )
    ]
    return plan(*rows, claims=(*claims, *claims))


def splits(count: int) -> cp.Plan:
    rows = tuple(row(f"r{number}", unit="吨", observations=(at("2020", "1.0"),)) for number in range(count))
    whole = rows[-1].id
    split = cp.BreakdownClaim(subject=whole, members=("r0", "r1"), period="2020", whole="2.0")
    return plan(*rows, claims=(split,) * count)


def targets(count: int) -> cp.Plan:
    aims = tuple(level(f"≥{100 + number}", str(2016 + number)) for number in range(count))
    return plan(row(baseline=at("2015", "100"), targets=aims), period=f"2016/{2015 + count}")


def statuses(count: int) -> cp.Plan:
    reports = tuple(cp.ProgressReport(period="2024-Q2", percent="60") for _ in range(count))
    claims = (cp.StatusClaim(subject="t", status="ahead", period="2024-Q2"),) * count
    return workplan(cp.Task(id="t", title="a task", reports=reports), claims=claims)


def amounts(count: int) -> cp.Plan:
    planned = (cp.Deliverable(subject=f"s{number}", planned="≥4", unit="个") for number in range(count))
    done = (cp.Delivered(subject=f"s{number}", figure="2", unit="个") for number in range(count))
    report = cp.ProgressReport(period="2024-Q2", percent="50", delivered=tuple(done))
    return workplan(cp.Task(id="t", title="a task", deliverables=tuple(planned), reports=(report,)))


def calls(subject: cp.Plan, rules: tuple[str, ...]) -> int:
    """How many calls the audit makes of functions, Python's own among them."""
    profile = Profile()
    profile.runcall(audit, subject, rules=rules)
    return sum(entry.callcount for entry in profile.getstats())


def check(made: Callable[[int], cp.Plan], rules: tuple[str, ...]) -> None:
    audit(made(2))  # imports what is imported lazily
    assert calls(made(2 * _ROWS), rules) < _MOST * calls(made(_ROWS), rules)


@pytest.mark.parametrize(
    "made",
    [
        daily("growth"),
        daily("total"),
        daily("reduction"),
        daily("level"),
        so_far,
        yearly_levels,
        growth_claims,
        counts,
        lists_of_shortfalls,
        verdicts_and_standings,
        splits,
        targets,
    ],
)
def test_twice_the_rows_take_about_twice_the_work(made: Callable[[int], cp.Plan]) -> None:
    check(made, names())


# The assessment is left out here: how much work it makes of such rows is its own matter.
@pytest.mark.parametrize(
    ("made", "rule"),
    [
        (one_figure_in_many_places, "figure-disagrees"),
        (many_figures_in_one_place, "figure-disagrees"),
        (statuses, "status-unsupported"),
        (amounts, "percent-disagrees"),
    ],
)
def test_twice_the_reports_take_about_twice_the_work_of_their_rule(made: Callable[[int], cp.Plan], rule: str) -> None:
    check(made, (rule,))
