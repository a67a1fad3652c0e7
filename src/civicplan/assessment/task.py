"""TaskAssessment: what came of one task's amounts and dates, and where its reported percent stands."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from civicplan.assessment.deliverable import DeliverableOutcome, outcome_of
from civicplan.assessment.outcome import pace_of
from civicplan.assessment.standing import Standing, standing_of_share
from civicplan.assessment.verdicts import DELIVERABLE_PRECEDENCE, joint_verdict
from civicplan.errors import Reason
from civicplan.model import Delivered, Milestone, ProgressReport, Task, Verdict
from civicplan.render.words import percent_text, plain_text, source_text
from civicplan.values import NotAssessable, Period, reconcile
from civicplan.values._decimals import EXACT


@frozen(kw_only=True, repr=False)
class TaskAssessment:
    """What came of one task: amounts against promises, dates past due, reported percent against the time gone.

    Attributes:
        task: The task.
        period: When the work runs.
        report: The latest report.
        reported: The share of the work that is reported as done [share]; a claim, shown beside the time gone.
        elapsed: Share of the time gone by the end of the latest report [share].
        standing: Where the reported percent stands against the time gone.
        deliverables: One outcome for each promised amount.
        overdue: Milestones whose date has passed without a report that they were done.
        done_late: Milestones that were done, but after their date.
    """

    task: Task
    period: Period
    report: ProgressReport | NotAssessable
    reported: Decimal | NotAssessable
    elapsed: Decimal | NotAssessable
    standing: Standing | NotAssessable
    deliverables: tuple[DeliverableOutcome, ...]
    overdue: tuple[Milestone, ...]
    done_late: tuple[Milestone, ...]

    @property
    def verdict(self) -> Verdict:
        """The joint verdict on the promised amounts: any miss is a miss, and only all of them met is met.

        The reported percent is a claim and takes no part in it.
        """
        return self._joint[0]

    @property
    def decisive(self) -> bool:
        """True when no unprinted digit could flip the joint verdict."""
        return self._joint[1]

    @property
    def reason(self) -> Reason | None:
        """Why there is no verdict; None where there is one."""
        if self.verdict is not Verdict.NOT_ASSESSABLE:
            return None
        return next((outcome.reason for outcome in self.deliverables if outcome.reason), Reason.NO_AMOUNT)

    @property
    def pace(self) -> Decimal | NotAssessable:
        """Reported share over the time gone [share]: 1 is on schedule."""
        return pace_of(self.reported, self.elapsed)

    def explain(self) -> str:
        """One paragraph: the report, the amounts and the dates."""
        return " ".join(
            (
                self._report_text(),
                *(outcome.explain() for outcome in self.deliverables),
                *self._unplanned(),
                *map(_late, self.overdue),
                *map(_done_late, self.done_late),
            )
        )

    def __repr__(self) -> str:
        return f"<assessment of {self.task.id}: {self.verdict.replace('_', ' ')}>"

    @property
    def _joint(self) -> tuple[Verdict, bool]:
        return joint_verdict(
            ((outcome.verdict, outcome.decisive) for outcome in self.deliverables), DELIVERABLE_PRECEDENCE
        )

    def _report_text(self) -> str:
        number = f"{self.task.number} " if self.task.number else ""
        task = f"{number}{self.task.title.in_language('en')}{source_text(self.task.source)}"
        if isinstance(self.report, NotAssessable) or isinstance(self.reported, NotAssessable):
            return f"{task}: {self.reported}."
        claim = f"{plain_text(EXACT.scaleb(self.reported, 2))} % is reported for {self.report.period}"
        status = f" as {self.report.status.replace('_', ' ')}" if self.report.status else ""
        return f"{task}: {claim}{status}, with {percent_text(self.elapsed)} of the time gone{self._said()}."

    def _said(self) -> str:
        if self.standing == NotAssessable(Reason.ALREADY_DUE):
            return ""
        return f": {self.standing.replace('_', ' ') if isinstance(self.standing, Standing) else self.standing}"

    def _unplanned(self) -> Iterator[str]:
        """Reported amounts that answer none of the promised ones."""
        planned = {str(outcome.deliverable.subject) for outcome in self.deliverables}
        for delivered in self._delivered():
            if str(delivered.subject) not in planned:
                unit = f" {delivered.unit}" if delivered.unit else ""
                yield f"Also reported: {delivered.subject.in_language('en')} {delivered.figure}{unit}."

    def _delivered(self) -> list[Delivered]:
        """What the reports that end with the latest one name."""
        if isinstance(self.report, NotAssessable):
            return []
        end = self.report.period.end_key
        last = [report for report in self.task.reports if report.period.end_key == end]
        return [each for report in sorted(last, key=_place_in_time) for each in report.delivered]


def assess_task(task: Task, plan_period: Period, as_of: Period, tolerance: Decimal) -> TaskAssessment:
    """What is known of one task by the end of `as_of`."""
    period = task.period or plan_period
    reports = sorted((report for report in task.reports if _is_about(report, period, as_of)), key=_place_in_time)
    report, reported = _latest(reports)
    elapsed = period.elapsed(report.period) if isinstance(report, ProgressReport) else report
    is_stale = period.ends_by(as_of) and elapsed != 1
    return TaskAssessment(
        task=task,
        period=period,
        report=report,
        reported=reported,
        elapsed=elapsed,
        standing=_standing(reported, elapsed, tolerance, is_stale=is_stale),
        deliverables=tuple(
            outcome_of(deliverable, reports, period, as_of, tolerance) for deliverable in task.deliverables
        ),
        overdue=tuple(milestone for milestone in task.milestones if _is_overdue(milestone, as_of)),
        done_late=tuple(milestone for milestone in task.milestones if _is_done_late(milestone, as_of)),
    )


def _is_about(report: ProgressReport, period: Period, as_of: Period) -> bool:
    """True for a report over by the day, unless it ends before the work begins."""
    return report.period.ends_by(as_of) and report.period.end_key > period.start_key


def _place_in_time(report: ProgressReport) -> tuple[object, ...]:
    return report.period.end_key, report.period.start_key, str(report.percent), report.status or ""


def _latest(reports: list[ProgressReport]) -> tuple[ProgressReport | NotAssessable, Decimal | NotAssessable]:
    """Of the reports that end last the one that gives the percent, and that as a share; none where they contradict."""
    if not reports:
        nothing = NotAssessable(Reason.NO_REPORT)
        return nothing, nothing
    last = [report for report in reports if report.period.end_key == reports[-1].period.end_key]
    percents = [report.percent for report in last if report.percent is not None]
    if not percents:
        return last[0], NotAssessable(Reason.NO_PERCENT)
    percent = reconcile(percents)
    if percent is None:
        return last[0], NotAssessable(Reason.CONFLICTING_OBSERVATIONS)
    return next(report for report in last if report.percent is percent), EXACT.scaleb(percent.value, -2)


def _standing(
    reported: Decimal | NotAssessable, elapsed: Decimal | NotAssessable, tolerance: Decimal, *, is_stale: bool
) -> Standing | NotAssessable:
    if isinstance(reported, NotAssessable):
        return reported
    if isinstance(elapsed, NotAssessable):
        return elapsed
    if is_stale or elapsed == 1:
        return NotAssessable(Reason.NO_FINAL_REPORT if is_stale and reported < 1 else Reason.ALREADY_DUE)
    if reported >= 1:
        return Standing.ACHIEVED_EARLY
    return standing_of_share(reported, elapsed, tolerance)


def _is_overdue(milestone: Milestone, as_of: Period) -> bool:
    done = milestone.done is not None and milestone.done.ends_by(as_of)
    return milestone.due.ends_by(as_of) and not done


def _is_done_late(milestone: Milestone, as_of: Period) -> bool:
    done = milestone.done
    return done is not None and done.ends_by(as_of) and done.start_key >= milestone.due.end_key


def _late(milestone: Milestone) -> str:
    return f"{milestone.title.in_language('en')} was due {milestone.due} and no report says that it was done."


def _done_late(milestone: Milestone) -> str:
    return f"{milestone.title.in_language('en')} was due {milestone.due} and done {milestone.done}."
