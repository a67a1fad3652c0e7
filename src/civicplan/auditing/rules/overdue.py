"""Tasks whose time has ended, or a step of which was late, and that are reported as on schedule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from civicplan.auditing._lookup import place_of
from civicplan.auditing._words import notes_text
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding
from civicplan.model import Milestone, ProgressReport, ReportedStatus, StatusClaim, Task
from civicplan.render import findings as text
from civicplan.render import phrases
from civicplan.render.message import fill
from civicplan.render.words import in_words
from civicplan.values import Figure, Period, Source, Text

_ON_SCHEDULE = (ReportedStatus.ON_TRACK, ReportedStatus.AHEAD)


def overdue_task_on_schedule(case: Case) -> Iterator[Finding]:
    """No task is on track, or ahead, once its time has ended and it is not all done, nor while a step of it is overdue.

    Compares the status, in the task's reports and in claims, with the percent reported for the same day and with the
    steps that are known to have been done late. A step that nobody recorded as done may have been done.

    Tolerance: rounding of the percent. Where one report of the day has all done there is no finding.

    What it does not prove: how the work stands. It is always a doubt.

    Innocent readings: A task may have been given more time without a word here. A task without a period of its own need
    not end with the plan. A report on the time up to the last day may have been written before it. A task may be on
    schedule as a whole although one step was late.
    """
    claims_by_task = case.claims_by_subject(StatusClaim)
    for task in case.plan.tasks:
        for statement in _statements(case, task, claims_by_task.get(task.id, ())):
            step = _overdue_step(task, statement.period)
            if _is_overdue(statement, _period(case, task)):
                yield _overdue(case, task, statement)
            elif step is not None and statement.status in _ON_SCHEDULE:
                yield _late_step(task, statement, step)


@frozen(kw_only=True)
class _Statement:
    """A status, the day that it is stated for, and the percents that reports give for that day."""

    status: ReportedStatus
    period: Period
    percents: Sequence[Figure]
    source: Source | None
    notes: Text | None = None


def _statements(case: Case, task: Task, claims: Sequence[StatusClaim]) -> Iterator[_Statement]:
    """The statuses that reports give, and those claimed elsewhere that no report of the day gives."""
    for report in task.reports:
        if report.status is not None and case.is_over(report.period):
            percents = [report.percent] if report.percent is not None else []
            source = place_of(task, report.source)
            yield _Statement(status=report.status, period=report.period, percents=percents, source=source)
    by_day: dict[tuple[int, int], list[ProgressReport]] = {}
    for report in task.reports if claims else ():
        by_day.setdefault(report.period.end_key, []).append(report)
    for claim in claims:
        reports = by_day.get(claim.period.end_key, [])
        if all(report.status is not claim.status for report in reports):
            yield _Statement(
                status=claim.status,
                period=claim.period,
                percents=[report.percent for report in reports if report.percent is not None],
                source=place_of(task, claim.source),
                notes=claim.notes,
            )


def _period(case: Case, task: Task) -> Period:
    return task.period or case.plan.period


def _is_overdue(statement: _Statement, period: Period) -> bool:
    """True for a task on schedule of which all the time is gone and, by every report of the day, not all is done."""
    is_late = statement.status in _ON_SCHEDULE and period.ends_by(statement.period)
    return is_late and bool(statement.percents) and all(map(_is_less_than_all, statement.percents))


def _is_less_than_all(percent: Figure) -> bool:
    high = percent.interval.high
    assert high is not None, "a printed figure has two ends"
    return high < 100


def _overdue(case: Case, task: Task, statement: _Statement) -> Finding:
    period, percent = _period(case, task), statement.percents[0]
    cautions = (
        text.MORE_TIME,
        "" if task.period else fill(text.TAKES_PLAN_PERIOD, period=period),
        "" if statement.period.end_key > period.end_key else text.WRITTEN_EARLY,
    )
    sentence = fill(
        text.OVERDUE,
        name=task.title,
        period=statement.period,
        status=in_words(statement.status),
        end=period.last_unit,
        percent=percent,
    )
    return _finding(
        task, statement, sentence, fill(phrases.DONE_AFTER, percent=percent, end=period.last_unit), cautions
    )


def _overdue_step(task: Task, day: Period) -> Milestone | None:
    """The first step that was due by the day and is known to have been done only after it."""
    return next(
        (
            step
            for step in task.milestones
            if step.done is not None and step.due.ends_by(day) and step.done.start_key >= day.end_key
        ),
        None,
    )


def _late_step(task: Task, statement: _Statement, step: Milestone) -> Finding:
    sentence = fill(
        text.OVERDUE_STEP,
        name=task.title,
        period=statement.period,
        status=in_words(statement.status),
        step=step.title,
        due=step.due,
        done=step.done,
    )
    return _finding(
        task, statement, sentence, fill(phrases.DUE_AND_DONE, due=step.due, done=step.done), (text.AS_A_WHOLE,)
    )


def _finding(task: Task, statement: _Statement, sentence: str, computed: str, innocent: Iterable[str]) -> Finding:
    return Finding(
        subject=task.id,
        message=sentence,
        innocent=innocent,
        claimed=in_words(statement.status),
        computed=computed,
        source=statement.source,
        evidence=(task.source,) if task.source else (),
        note=notes_text(task.notes, statement.notes),
    )
