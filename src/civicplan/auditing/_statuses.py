"""Two statuses that a document gives one task for one day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from civicplan.auditing._conflicts import Conflict, alike_once, by_day, surest, two_documents
from civicplan.auditing._lookup import place_of
from civicplan.auditing.case import Case
from civicplan.model import ReportedStatus, StatusClaim, Task
from civicplan.render import findings as text
from civicplan.render.message import fill
from civicplan.render.words import in_words

_GOING_WELL = (ReportedStatus.ON_TRACK, ReportedStatus.AHEAD)
#: The statuses that exclude each other, with what may let both be right. On track includes what is completed, and what
#: is not started may be behind, or on track where its time has not come.
_EXCLUSIVE = {
    **{frozenset({ReportedStatus.BEHIND, other}): "" for other in _GOING_WELL},
    frozenset({ReportedStatus.NOT_STARTED, ReportedStatus.COMPLETED}): "",
    frozenset({ReportedStatus.NOT_STARTED, ReportedStatus.AHEAD}): text.MAIN_PART_ALONE,
    frozenset({ReportedStatus.BEHIND, ReportedStatus.COMPLETED}): text.DONE_LATE,
    frozenset({ReportedStatus.ON_TRACK, ReportedStatus.AHEAD}): text.ON_TRACK_OR_BETTER,
}


def two_statuses(case: Case, task: Task, claims: Sequence[StatusClaim]) -> Iterator[Conflict]:
    """Yield the surest two statuses of each day that exclude each other and are said of one task.

    Args:
        case: The case.
        task: The task.
        claims: The claims about it; they are compared with each other and with its reports.
    """
    reported = {same[0].period.end_key: same for same in by_day(_of_reports(case, task))} if claims else {}
    for same_day in by_day(claims):
        claimed = alike_once(same_day, lambda claim: claim.status)
        pairs = *combinations(claimed, 2), *product(claimed, reported.get(same_day[0].period.end_key, ()))
        exclusive = [(pair, frozenset(claim.status for claim in pair)) for pair in pairs]
        yield from surest(
            _called_both(task, first, second, _EXCLUSIVE[both])
            for (first, second), both in exclusive
            if both in _EXCLUSIVE
        )


def _of_reports(case: Case, task: Task) -> Iterator[StatusClaim]:
    """What the reports on a task call it; those with a percent are compared by that."""
    for report in task.reports:
        if report.status is not None and report.percent is None and case.is_over(report.period):
            place = place_of(task, report.source)
            yield StatusClaim(subject=task.id, status=report.status, period=report.period, source=place)


def _called_both(task: Task, first: StatusClaim, second: StatusClaim, caution: str) -> Conflict:
    said_first, said_second = in_words(first.status), in_words(second.status)
    return Conflict(
        first=first,
        second=second,
        said_first=said_first,
        said_second=said_second,
        sentence=fill(
            text.STANDS_IN_BOTH,
            name=task.title,
            period=first.period,
            first=said_first,
            second=said_second,
        ),
        cautions=(caution, two_documents(first, second)),
    )
