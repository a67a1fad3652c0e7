"""TaskAssessment: what came of the amounts and dates of one task, and how its reported percent compares with time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from civicplan.assessment.deliverable import DeliverableOutcome, outcome_of
from civicplan.assessment.outcome import pace_of
from civicplan.assessment.standing import Standing, standing_of_share
from civicplan.assessment.verdicts import DELIVERABLE_PRECEDENCE, joint_verdict
from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.model import Delivered, Milestone, ProgressReport, Task, Verdict
from civicplan.render import explanations
from civicplan.render.template import fill, one_line
from civicplan.render.words import full_name, in_words, percent_text, plain_text, with_unit
from civicplan.values import Figure, NotAssessable, Period, defined, reconcile, value_or_reason
from civicplan.values._decimals import EXACT

_ALL = 100


@frozen(kw_only=True, repr=False)
class TaskAssessment:
    """What came of one task: amounts against promises, dates past due, reported percent against the time gone.

    Attributes:
        task: The task.
        period: When the work runs.
        report: The latest report.
        reported: The share of the work that is reported as done [share]; a claim, shown beside the time gone.
        elapsed: Share of the time gone by the end of the latest report [share].
        standing: How the reported percent compares with the time gone.
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
        """True when no unprinted digit could change the joint verdict."""
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
        return value_or_reason(pace_of, self.reported, self.elapsed)

    def explain(self) -> str:
        """Return one paragraph: the report, the amounts and the dates."""
        return " ".join(
            (
                *self._report_sentences(),
                *(outcome.explain() for outcome in self.deliverables),
                *self._unplanned_sentences(),
                *(_milestone_sentence(explanations.OVERDUE, milestone) for milestone in self.overdue),
                *(_milestone_sentence(explanations.DONE_LATE, milestone) for milestone in self.done_late),
            )
        )

    def __repr__(self) -> str:
        return one_line(f"<assessment of {self.task.id}: {in_words(self.verdict)}>")

    @property
    def _joint(self) -> tuple[Verdict, bool]:
        return joint_verdict(
            ((outcome.verdict, outcome.decisive) for outcome in self.deliverables), DELIVERABLE_PRECEDENCE
        )

    def _report_sentences(self) -> Iterator[str]:
        task, source = full_name(None, self.task.title, self.task.number), self.task.source
        if isinstance(self.report, NotAssessable) or isinstance(self.reported, NotAssessable):
            template = explanations.TASKS_WITHOUT_PERCENT[source is not None]
            yield fill(template, task=task, source=source, reason=self.reported)
            return
        yield fill(
            explanations.TASKS_REPORTED[source is not None],
            task=task,
            source=source,
            percent=with_unit(plain_text(EXACT.scaleb(self.reported, 2)), "%"),
            period=self.report.period,
            elapsed=percent_text(self.elapsed),
        )
        if self.report.status is not None:
            yield fill(explanations.REPORTED_STATUS, status=in_words(self.report.status))
        if isinstance(self.standing, Standing):
            yield explanations.TASK_STANDINGS[self.standing]
        elif self.standing.reason is not Reason.ALREADY_DUE:
            yield fill(explanations.NO_STANDING, reason=self.standing)

    def _unplanned_sentences(self) -> Iterator[str]:
        """Return a sentence for each amount in the latest reports that the task does not promise."""
        promised = {str(outcome.deliverable.subject) for outcome in self.deliverables}
        for amount in self._latest_amounts():
            if str(amount.subject) not in promised:
                subject, delivered = amount.subject.in_language("en"), with_unit(amount.figure, amount.unit)
                yield fill(explanations.UNPLANNED_AMOUNT, subject=subject, delivered=delivered)

    def _latest_amounts(self) -> list[Delivered]:
        """Return the amounts in all reports that end on the day of the latest one."""
        if isinstance(self.report, NotAssessable):
            return []
        day = self.report.period.end_key
        reports = [report for report in self.task.reports if report.period.end_key == day]
        return [amount for report in sorted(reports, key=_order_of_reports) for amount in report.delivered]


def assess_task(task: Task, plan_period: Period, as_of: Period, tolerance: Decimal) -> TaskAssessment:
    """Return what is known of one task by the end of `as_of`."""
    period = task.period or plan_period
    reports = sorted((report for report in task.reports if _is_about(report, period, as_of)), key=_order_of_reports)
    report, percent = _latest(reports)
    elapsed = period.elapsed(report.period) if isinstance(report, ProgressReport) else report
    is_stale = period.ends_by(as_of) and elapsed != 1
    return TaskAssessment(
        task=task,
        period=period,
        report=report,
        reported=percent if isinstance(percent, NotAssessable) else EXACT.scaleb(percent.value, -2),
        elapsed=elapsed,
        standing=value_or_reason(_standing, percent, elapsed, tolerance, is_stale=is_stale),
        deliverables=tuple(
            outcome_of(deliverable, reports, period, as_of, tolerance) for deliverable in task.deliverables
        ),
        overdue=tuple(milestone for milestone in task.milestones if _is_overdue(milestone, as_of)),
        done_late=tuple(milestone for milestone in task.milestones if _is_done_late(milestone, as_of)),
    )


def _is_about(report: ProgressReport, period: Period, as_of: Period) -> bool:
    """Return whether the report is over by the day and does not end before the work begins."""
    return report.period.ends_by(as_of) and report.period.end_key > period.start_key


def _order_of_reports(report: ProgressReport) -> tuple[object, ...]:
    return report.period.end_key, report.period.start_key, str(report.percent), report.status or ""


def _latest(reports: list[ProgressReport]) -> tuple[ProgressReport | NotAssessable, Figure | NotAssessable]:
    """Return the latest report and the percent that it gives, or why it gives none.

    Several reports may end on the last day: the one that gives a percent counts, unless two contradict each other.
    """
    if not reports:
        missing = NotAssessable(Reason.NO_REPORT)
        return missing, missing
    latest = [report for report in reports if report.period.end_key == reports[-1].period.end_key]
    percents = [report.percent for report in latest if report.percent is not None]
    if not percents:
        return latest[0], NotAssessable(Reason.NO_PERCENT)
    percent = reconcile(percents)
    if percent is None:
        return latest[0], NotAssessable(Reason.CONFLICTING_OBSERVATIONS)
    return next(report for report in latest if report.percent is percent), percent


def _standing(
    percent: Figure | NotAssessable, elapsed: Decimal | NotAssessable, tolerance: Decimal, *, is_stale: bool
) -> Standing:
    done, gone = defined(percent), defined(elapsed)
    if is_stale or gone == 1:
        is_unfinished = is_stale and done < _ALL
        raise UndefinedMeasureError(Reason.NO_FINAL_REPORT if is_unfinished else Reason.ALREADY_DUE, "the standing")
    if done >= _ALL:
        return Standing.ACHIEVED_EARLY
    return standing_of_share(done.interval / _ALL, gone, tolerance)


def _is_overdue(milestone: Milestone, as_of: Period) -> bool:
    done = milestone.done is not None and milestone.done.ends_by(as_of)
    return milestone.due.ends_by(as_of) and not done


def _is_done_late(milestone: Milestone, as_of: Period) -> bool:
    done = milestone.done
    return done is not None and done.ends_by(as_of) and done.start_key >= milestone.due.end_key


def _milestone_sentence(template: str, milestone: Milestone) -> str:
    return fill(template, milestone=milestone.title.in_language("en"), due=milestone.due, done=milestone.done)
