"""TaskAssessment: what came of one task's amounts and dates, and where its reported percent stands."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from civicplan.assess._wording import percent_text
from civicplan.assess.actual import Actual
from civicplan.assess.outcome import attainment_of, pace_of
from civicplan.assess.standing import Standing, share_done, standing_of_share, standing_of_target
from civicplan.assess.verdicts import overall
from civicplan.errors import Reason
from civicplan.model import Deliverable, Delivered, Measure, Milestone, Observation, ProgressReport, Task, Verdict
from civicplan.values import NotAssessable, Period
from civicplan.values._decimals import EXACT


@frozen(kw_only=True)
class DeliverableOutcome:
    """What came of one promised amount."""

    #: The amount promised.
    deliverable: Deliverable
    #: The verdict on the reported amount.
    verdict: Verdict
    #: Why there is no verdict; None where there is one.
    reason: Reason | None
    #: True when no unprinted digit could flip the verdict.
    decisive: bool
    #: The amount reported last.
    delivered: Delivered | NotAssessable
    #: Amount delivered against amount promised [share].
    attainment: Decimal | NotAssessable
    #: How the amount is doing before it is due.
    standing: Standing | NotAssessable


@frozen(kw_only=True, repr=False)
class TaskAssessment:
    """What came of one task: amounts against promises, dates past due, reported percent against the time gone."""

    #: The task.
    task: Task
    #: When the work runs.
    period: Period
    #: The latest report.
    report: ProgressReport | NotAssessable
    #: The reported percent as a share [share]; a claim of the report, shown beside the time gone.
    percent: Decimal | NotAssessable
    #: Share of the time gone by the end of the latest report [share].
    elapsed: Decimal | NotAssessable
    #: Where the reported percent stands against the time gone.
    standing: Standing | NotAssessable
    #: One outcome for each promised amount.
    deliverables: tuple[DeliverableOutcome, ...]
    #: Milestones whose date has passed without a report that they were done.
    overdue: tuple[Milestone, ...]

    @property
    def verdict(self) -> Verdict:
        """The joint verdict on the promised amounts; the reported percent is a claim and takes no part in it."""
        return overall((outcome.verdict, outcome.decisive) for outcome in self.deliverables)[0]

    @property
    def decisive(self) -> bool:
        """True when no unprinted digit could flip the joint verdict."""
        return overall((outcome.verdict, outcome.decisive) for outcome in self.deliverables)[1]

    @property
    def pace(self) -> Decimal | NotAssessable:
        """Reported percent over the time gone [share]: 1 is on schedule."""
        return pace_of(self.percent, self.elapsed)

    def explain(self) -> str:
        """One paragraph: the report, the amounts and the dates."""
        return " ".join((self._reported(), *map(_amount, self.deliverables), *map(_late, self.overdue)))

    def __repr__(self) -> str:
        return f"<assessment of {self.task.id}: {self.verdict.replace('_', ' ')}>"

    def _reported(self) -> str:
        title = self.task.title.in_language("en")
        if isinstance(self.percent, NotAssessable) or isinstance(self.report, NotAssessable):
            return f"{title}: {self.percent}."
        standing = self.standing.replace("_", " ") if isinstance(self.standing, Standing) else str(self.standing)
        shares = f"{percent_text(self.percent)} is reported with {percent_text(self.elapsed)} of the time gone"
        said = f", and the report itself says {self.report.status.replace('_', ' ')}" if self.report.status else ""
        return f"{title}: for {self.report.period} {shares}: {standing}{said}."


def assess_task(task: Task, plan_period: Period, as_of: Period, tolerance: Decimal) -> TaskAssessment:
    """What is known of one task by the end of `as_of`."""
    period = task.period or plan_period
    reports = sorted(
        (report for report in task.reports if report.period.ends_by(as_of)), key=lambda report: report.period.end_key
    )
    nothing = NotAssessable(Reason.NO_REPORT)
    report = reports[-1] if reports else nothing
    percent = _percent(report)
    elapsed = period.elapsed(report.period) if isinstance(report, ProgressReport) else nothing
    return TaskAssessment(
        task=task,
        period=period,
        report=report,
        percent=percent,
        elapsed=elapsed,
        standing=_standing(percent, elapsed, tolerance),
        deliverables=tuple(
            _outcome(deliverable, reports, period, as_of, tolerance) for deliverable in task.deliverables
        ),
        overdue=tuple(milestone for milestone in task.milestones if _is_overdue(milestone, as_of)),
    )


def _percent(report: ProgressReport | NotAssessable) -> Decimal | NotAssessable:
    if isinstance(report, NotAssessable):
        return report
    if report.percent is None:
        return NotAssessable(Reason.MISSING_OBSERVATION)
    return EXACT.scaleb(report.percent.value, -2)


def _standing(
    percent: Decimal | NotAssessable, elapsed: Decimal | NotAssessable, tolerance: Decimal
) -> Standing | NotAssessable:
    if isinstance(percent, NotAssessable):
        return percent
    if isinstance(elapsed, NotAssessable):
        return elapsed
    if percent >= 1 and elapsed < 1:
        return Standing.ACHIEVED_EARLY
    return standing_of_share(percent, elapsed, tolerance)


def _outcome(
    deliverable: Deliverable, reports: list[ProgressReport], period: Period, as_of: Period, tolerance: Decimal
) -> DeliverableOutcome:
    is_due = period.ends_by(as_of)
    found = _latest(deliverable, reports)
    if isinstance(found, NotAssessable):
        return DeliverableOutcome(
            deliverable=deliverable,
            verdict=Verdict.NOT_ASSESSABLE if is_due else Verdict.NOT_DUE,
            reason=found.reason if is_due else None,
            decisive=False,
            delivered=found,
            attainment=found,
            standing=found,
        )
    report, delivered = found
    amount = Observation(period=report.period, figure=delivered.figure, measure=Measure.TOTAL, source=delivered.source)
    actual = Actual.published(amount)
    planned = deliverable.planned
    done = share_done(actual, planned, None)
    standing = standing_of_target(actual, planned, done, period.elapsed(report.period), tolerance)
    met = Verdict.MET if planned.admits(delivered.figure) else Verdict.NOT_MET
    return DeliverableOutcome(
        deliverable=deliverable,
        verdict=met if is_due else Verdict.NOT_DUE,
        reason=None,
        decisive=is_due and planned.decides(delivered.figure),
        delivered=delivered,
        attainment=attainment_of(delivered.figure.value, planned),
        standing=NotAssessable(Reason.ALREADY_DUE) if is_due else standing,
    )


def _latest(
    deliverable: Deliverable, reports: list[ProgressReport]
) -> tuple[ProgressReport, Delivered] | NotAssessable:
    for report in reversed(reports):
        for delivered in report.delivered:
            if str(delivered.subject) == str(deliverable.subject):
                same_unit = delivered.unit == deliverable.unit
                return (report, delivered) if same_unit else NotAssessable(Reason.UNIT_DIFFERS)
    return NotAssessable(Reason.MISSING_OBSERVATION)


def _is_overdue(milestone: Milestone, as_of: Period) -> bool:
    done = milestone.done is not None and milestone.done.ends_by(as_of)
    return milestone.due.ends_by(as_of) and not done


def _amount(outcome: DeliverableOutcome) -> str:
    subject = outcome.deliverable.subject.in_language("en")
    unit = f" {outcome.deliverable.unit}" if outcome.deliverable.unit else ""
    wanted = f"{subject}: {outcome.deliverable.planned}{unit} planned"
    if isinstance(outcome.delivered, NotAssessable):
        return f"{wanted}; {outcome.delivered}."
    share = f" ({percent_text(outcome.attainment)})" if isinstance(outcome.attainment, Decimal) else ""
    verdict = outcome.verdict.replace("_", " ")
    return f"{wanted}, {outcome.delivered.figure} delivered{share}: {verdict}."


def _late(milestone: Milestone) -> str:
    return f"{milestone.title.in_language('en')} was due {milestone.due} and no report says that it was done."
