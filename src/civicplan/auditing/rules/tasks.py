"""The status of a task, compared with the percent done and the time gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from civicplan.auditing._conflicts import two_documents
from civicplan.auditing._lookup import place_of
from civicplan.auditing._words import notes_text
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding
from civicplan.model import ProgressReport, ReportedStatus, StatusClaim, Task
from civicplan.render import findings as text
from civicplan.render import phrases
from civicplan.render.message import fill, sentences
from civicplan.render.words import in_words
from civicplan.values._decimals import EXACT

_HUNDRED = Decimal(100)


@frozen
class _Demand:
    """What a status asks of the percent done, given the percent of the time gone, and what may explain it otherwise."""

    is_kept: Callable[[Decimal, Decimal], bool]
    otherwise: str
    reading: str = ""


#: On track asks for nothing that can be checked: how close counts, the reports do not say. Once all the time is gone,
#: what is ahead is overdue-task-on-schedule's to say, and what is behind may have been done late.
_DEMANDS = {
    ReportedStatus.AHEAD: _Demand(
        lambda done, gone: done > gone or max(done, gone) >= _HUNDRED, text.AHEAD, text.BACK_LOADED
    ),
    ReportedStatus.BEHIND: _Demand(lambda done, gone: done < gone or gone >= _HUNDRED, text.BEHIND, text.FRONT_LOADED),
    ReportedStatus.COMPLETED: _Demand(lambda done, _: done >= _HUNDRED, text.COMPLETED),
    ReportedStatus.NOT_STARTED: _Demand(lambda done, _: done <= 0, text.NOT_STARTED, text.MAIN_PART_ALONE),
}

_BY_TIME = (ReportedStatus.AHEAD, ReportedStatus.BEHIND)


def status_unsupported(case: Case) -> Iterator[Finding]:
    """A task reported ahead has more of it done than of its time gone, and one reported behind has less.

    Compares the reported status with the reported percent and with the share of the task's period that has elapsed at
    the end of the report's period. A task reported completed has all of it done, one not started nothing. A status
    claimed elsewhere is compared with the reports of the same day, unless one of them gives the same status itself or
    supports it. On track is not checked, for no report says how close that is. A task that is all done may be called
    ahead whenever it is reported, since it may have been done before; one that is called ahead although its time is
    over is reported by overdue-task-on-schedule.

    Tolerance: none on the printed percent, so 50 at mid-year is not ahead.

    What it does not prove: how the work stands. Of a task that one report calls completed no innocent reading is left.

    Innocent readings: A status claimed in another document may be of another day. Not started may speak of the main
    part alone. Work need not be spread evenly, so most of it may be planned for later, or for earlier. A task
    without a period of its own need not run through the plan period. An unprinted digit of the percent may support the
    status.
    """
    claims_by_task = case.claims_by_subject(StatusClaim)
    for task in case.plan.tasks:
        for report in task.reports:
            if report.status and case.is_over(report.period):
                finding = _unsupported(case, task, report, report.status)
                if finding is not None:
                    yield finding
        yield from _unsupported_claims(case, task, claims_by_task.get(task.id, ()))


def _unsupported_claims(case: Case, task: Task, claims: Sequence[StatusClaim]) -> Iterator[Finding]:
    """The claims about a task that no report of their day gives or supports."""
    reports_by_day: dict[tuple[int, int], list[ProgressReport]] = {}
    for report in task.reports if claims else ():
        reports_by_day.setdefault(report.period.end_key, []).append(report)
    alike: dict[object, list[StatusClaim]] = {}
    for claim in claims:
        document = claim.source and (claim.source.document, claim.source.url)
        alike.setdefault((claim.period.end_key, claim.status, document), []).append(claim)
    for same_claims in alike.values():
        first = same_claims[0]
        finding = _unsupported_by_all(case, task, reports_by_day.get(first.period.end_key, ()), first)
        for claim in same_claims if finding else ():
            assert finding is not None
            yield evolve(finding, source=place_of(task, claim.source), note=notes_text(task.notes, claim.notes))


def _unsupported_by_all(
    case: Case, task: Task, reports: Sequence[ProgressReport], claim: StatusClaim
) -> Finding | None:
    """The mildest of what the reports of one day say against a claim; None where one of them gives or supports it."""
    if any(report.status is claim.status for report in reports):
        return None
    findings = [
        _unsupported(case, task, report, claim.status, two_documents(claim, report))
        for report in reports
        if report.percent is not None
    ]
    against = [finding for finding in findings if finding is not None]
    return (
        max(against, key=lambda finding: finding.severity.rank) if against and len(against) == len(findings) else None
    )


def _unsupported(
    case: Case, task: Task, report: ProgressReport, status: ReportedStatus, *cautions: str
) -> Finding | None:
    """What the percent of a report says against a status; None where it says nothing."""
    demand = _DEMANDS.get(status)
    if demand is None or report.percent is None:
        return None
    period = task.period or case.plan.period
    gone = EXACT.multiply(period.elapsed(report.period), _HUNDRED)
    if demand.is_kept(report.percent.value, gone):
        return None
    printed = report.percent.interval
    depends_on_rounding = any(end is not None and demand.is_kept(end, gone) for end in (printed.low, printed.high))
    assumption = "" if task.period else fill(text.TAKES_PLAN_PERIOD, period=period)
    innocent = (
        demand.reading,
        text.DEPENDS_ON_ROUNDING if depends_on_rounding else "",
        assumption if status in _BY_TIME else "",
        *cautions,
    )
    percent, elapsed, place = report.percent, text.brief(gone), place_of(task, report.source)
    name = task.title
    sentence = fill(demand.otherwise, name=name, period=report.period, percent=percent, elapsed=elapsed)
    return Finding(
        subject=task.id,
        message=sentences(sentence, assumption),
        innocent=innocent,
        claimed=in_words(status),
        computed=fill(phrases.DONE_AND_GONE, percent=percent, elapsed=elapsed),
        source=place,
        evidence=(place,) if place else (),
        note=notes_text(task.notes),
    )
