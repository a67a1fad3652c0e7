"""TaskAssessment: what came of one task, by its amounts, its reported percent or its dates, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar

from attrs import frozen

from civicplan.assessment.assessor import check_tolerance
from civicplan.assessment.caveat import CAVEAT_SENTENCES, Caveat
from civicplan.assessment.completion import (
    ALL_DONE,
    Basis,
    ReportedPercent,
    Ruling,
    is_done_late,
    is_overdue,
    percents_by_day,
    ruling_on_milestones,
    ruling_on_percent,
)
from civicplan.assessment.deliverable import DeliverableOutcome, outcome_of
from civicplan.assessment.outcome import pace_of
from civicplan.assessment.standing import standing_of_share
from civicplan.assessment.verdicts import joint_verdict
from civicplan.errors import InvalidValueError, Reason, UndefinedMeasureError
from civicplan.formats.result import Result
from civicplan.model import Delivered, Milestone, ProgressReport, Standing, Task, Verdict
from civicplan.render import explanations, phrases
from civicplan.render.cells import Badge, progress_cell
from civicplan.render.languages import chosen, language_of
from civicplan.render.message import Message, fill, one_line, said, sentences
from civicplan.render.words import full_name, in_words, percent_text, plain_text, with_unit
from civicplan.values import Figure, NotAssessable, Period, defined, value_or_reason
from civicplan.values._decimals import EXACT


@frozen(kw_only=True, repr=False)
class TaskAssessment(Result):
    """What came of one task: amounts against promises, dates past due, reported percent against the time gone.

    Its amounts decide the verdict; where it promises none the percent reported of it does, and where no report gives
    one its milestones do. While the work runs it is not due.

    Attributes:
        task: The task.
        period: When the work runs.
        verdict: The verdict on the task. Of several amounts, any miss is a miss, and only all of them met is met.
        basis: What the verdict rests on.
        reason: Why there is no verdict; None where there is one.
        caveats: What could overturn the verdict.
        report: The latest report.
        reported: The share of the work that is reported as done [share].
        elapsed: Share of the time gone by the end of the latest report [share].
        standing: How the reported percent compares with the time gone, while the work runs.
        deliverables: One outcome for each promised amount.
        overdue: Milestones whose date has passed without a report that they were done.
        done_late: Milestones that were done, but after their date.
        is_unreported: True when the time is over and nothing settles what came of it, since no report reaches its end.
        as_of: The day is the last one of this period.
        tolerance: How far off the schedule is still on track, as it was asked for [share].
    """

    _derived: ClassVar = ("task.id", "task.number", "task.title", "decisive", "is_overdue", "pace")

    task: Task
    period: Period
    verdict: Verdict
    basis: Basis
    reason: Reason | None
    caveats: tuple[Caveat, ...]
    report: ProgressReport | NotAssessable
    reported: Decimal | NotAssessable
    elapsed: Decimal | NotAssessable
    standing: Standing | NotAssessable
    deliverables: tuple[DeliverableOutcome, ...]
    overdue: tuple[Milestone, ...]
    done_late: tuple[Milestone, ...]
    is_unreported: bool
    as_of: Period
    tolerance: Decimal

    @property
    def decisive(self) -> bool:
        """True when there is a verdict that nothing we know of could overturn."""
        return self.verdict in (Verdict.MET, Verdict.NOT_MET) and not self.caveats

    @property
    def is_overdue(self) -> bool:
        """True when less was done by the end than was promised, or a milestone is past its date and not shown done.

        A task that is met is not overdue.
        """
        if self.verdict is Verdict.MET:
            return False
        is_short = any(outcome.is_short for outcome in self.deliverables)
        is_incomplete = self.basis is Basis.PERCENT and self.verdict is Verdict.NOT_MET
        return is_short or is_incomplete or bool(self.overdue)

    @property
    def pace(self) -> Decimal | NotAssessable:
        """Reported share over the time gone [share]: 1 is on schedule."""
        return value_or_reason(pace_of, self.reported, self.elapsed)

    @property
    def headline(self) -> Message:
        """The verdict in a few words, and whether the task is overdue or unreported."""
        is_late, is_open = self.is_overdue, self.verdict is Verdict.NOT_DUE
        template = phrases.STEP_OVERDUE if is_late and is_open else phrases.TASK_VERDICTS[is_late, self.is_unreported]
        return fill(template, verdict=in_words(self.verdict))

    def explain(self, *, language: str | None = None) -> str:
        """Return one paragraph: the report, the amounts, the dates and the verdict.

        Args:
            language: The language, "en" or "zh"; None takes that of the task's title.

        Raises:
            InvalidValueError: The library does not speak that language.
        """
        return said(self.explanation, chosen(language, self.task.title))

    @property
    def explanation(self) -> Message:
        """The paragraph that explains it."""
        return sentences(
            *self._report_sentences(),
            *(outcome.explanation for outcome in self.deliverables),
            *self._unplanned_sentences(),
            *(_milestone_sentence(explanations.OVERDUE, milestone) for milestone in self.overdue),
            *(_milestone_sentence(explanations.DONE_LATE, milestone) for milestone in self.done_late),
            *self._verdict_sentences(),
        )

    @classmethod
    def _kinds(cls) -> dict[str, Any]:
        """What was asked is read; the answer has to follow from it."""
        return {"task": Task, "period": Period, "as_of": Period, "tolerance": Decimal}

    @classmethod
    def _made_of(cls, stored: Mapping[str, Any]) -> TaskAssessment:
        check_tolerance(stored["tolerance"])
        made = assess_task(stored["task"], stored["period"], stored["as_of"], stored["tolerance"])
        if made.period != stored["period"]:
            raise InvalidValueError("period", f"that of the task, {made.period}", str(stored["period"]))
        return made

    def __repr__(self) -> str:
        shown, standing = self.headline, self.standing
        if self.verdict is Verdict.NOT_DUE and isinstance(standing, Standing):
            shown = fill(phrases.NOT_DUE, verdict=shown, standing=in_words(standing))
        return one_line(f"<assessment of {self.task.id}: {shown}>")

    def _repr_html_(self) -> str:
        from civicplan.render.html import facts_html  # a terminal needs no HTML

        standing = self.standing
        facts = {
            "verdict": Badge(self.verdict, self.headline, tuple(self.caveats)),
            "reported": progress_cell(self.reported, self.elapsed),
            "standing": Badge(standing, in_words(standing)) if isinstance(standing, Standing) else None,
        }
        title = self.task.title
        return facts_html(
            full_name(None, title, self.task.number),
            facts,
            language=language_of(title),
            paragraphs=(self.explanation,),
            caveats=CAVEAT_SENTENCES,
        )

    def _report_sentences(self) -> Iterator[str]:
        task, source = full_name(None, self.task.title, self.task.number), self.task.source
        if isinstance(self.report, NotAssessable) or isinstance(self.reported, NotAssessable):
            templates = explanations.TASKS_WITHOUT_PERCENT
            if isinstance(self.report, ProgressReport) and self.report.delivered:
                templates = explanations.TASKS_WITH_AMOUNTS
            period = None if isinstance(self.report, NotAssessable) else self.report.period
            yield fill(templates[source is not None], task=task, source=source, reason=self.reported, period=period)
            return
        is_called_completed = self.report.percent is None
        templates = explanations.TASKS_COMPLETED if is_called_completed else explanations.TASKS_REPORTED
        yield fill(
            templates[source is not None],
            task=task,
            source=source,
            percent=with_unit(plain_text(EXACT.scaleb(self.reported, 2)), "%"),
            period=self.report.period,
            elapsed=percent_text(self.elapsed),
        )
        if self.report.status is not None and not is_called_completed:
            yield fill(explanations.REPORTED_STATUS, status=in_words(self.report.status))
        if isinstance(self.standing, Standing):
            yield explanations.TASK_STANDINGS[self.standing]

    def _verdict_sentences(self) -> Iterator[str]:
        is_by_steps = self.basis is Basis.MILESTONES and self.reason is Reason.NO_REPORT
        is_told = self.basis is Basis.AMOUNTS or self.verdict is Verdict.NOT_DUE
        if is_by_steps and not is_told:
            yield explanations.STEPS_NOT_REPORTED
        elif is_told or (self.reason is not None and NotAssessable(self.reason) == self.reported):
            yield fill(explanations.TASK_IS, headline=self.headline)
        elif self.reason is None:
            yield explanations.TASK_VERDICTS[self.basis, self.verdict]
        else:
            yield fill(explanations.TASK_NOT_ASSESSABLE, reason=Message(self.reason.sentence))

    def _unplanned_sentences(self) -> Iterator[str]:
        """Return a sentence for each amount in the latest reports that the task does not promise."""
        promised = {str(outcome.deliverable.subject) for outcome in self.deliverables}
        for amount in self._latest_amounts():
            if str(amount.subject) not in promised:
                delivered = with_unit(amount.figure, amount.unit)
                yield fill(explanations.UNPLANNED_AMOUNT, subject=amount.subject, delivered=delivered)

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
    percents = percents_by_day(reports)
    report, percent = _latest(percents)
    elapsed = period.elapsed(report.period) if isinstance(report, ProgressReport) else report
    outcomes = tuple(outcome_of(deliverable, reports, period, as_of, tolerance) for deliverable in task.deliverables)
    ruling = _ruling(task, outcomes, percents, period, as_of)
    is_settled = ruling.verdict is not Verdict.NOT_ASSESSABLE
    return TaskAssessment(
        task=task,
        period=period,
        verdict=ruling.verdict,
        basis=ruling.basis,
        reason=ruling.reason,
        caveats=ruling.caveats,
        report=report,
        reported=percent if isinstance(percent, NotAssessable) else EXACT.scaleb(percent.value, -2),
        elapsed=elapsed,
        standing=value_or_reason(_standing, percent, elapsed, tolerance, is_due=period.ends_by(as_of)),
        deliverables=outcomes,
        overdue=tuple(milestone for milestone in task.milestones if is_overdue(milestone, as_of)),
        done_late=tuple(milestone for milestone in task.milestones if is_done_late(milestone, as_of)),
        is_unreported=not is_settled and not any(period.ends_by(report.period) for report in reports),
        as_of=as_of,
        tolerance=tolerance,
    )


def _is_about(report: ProgressReport, period: Period, as_of: Period) -> bool:
    """Return whether the report is over by the day and does not end before the work begins."""
    return report.period.ends_by(as_of) and report.period.end_key > period.start_key


def _order_of_reports(report: ProgressReport) -> tuple[object, ...]:
    return report.period.end_key, report.period.start_key, str(report.percent), report.status or ""


def _latest(
    percents: Sequence[ReportedPercent],
) -> tuple[ProgressReport | NotAssessable, Figure | NotAssessable]:
    """Return the latest report and the percent that it gives, or why it gives none."""
    missing = NotAssessable(Reason.NO_REPORT)
    return next(reversed(percents), (missing, missing))


def _ruling(
    task: Task,
    outcomes: Sequence[DeliverableOutcome],
    percents: Sequence[ReportedPercent],
    period: Period,
    as_of: Period,
) -> Ruling:
    """Return the verdict on a task, by its amounts, else by its percent, else by its milestones."""
    if outcomes:
        ruling = _ruling_on_amounts(outcomes)
    elif any(reported.is_given for reported in percents) or not task.milestones:
        ruling = ruling_on_percent(percents, period)
    else:
        ruling = ruling_on_milestones(task.milestones, as_of)
    return ruling if period.ends_by(as_of) else Ruling(ruling.basis, Verdict.NOT_DUE)


def _ruling_on_amounts(outcomes: Sequence[DeliverableOutcome]) -> Ruling:
    """Return the joint verdict; a miss carries the caveats of its least doubtful one, a met those of all."""
    verdict = joint_verdict(outcome.verdict for outcome in outcomes)
    deciding = [outcome for outcome in outcomes if outcome.verdict is verdict]
    counting = [min(deciding, key=_count_of_caveats)] if verdict is Verdict.NOT_MET else deciding
    caveats = {caveat for outcome in counting for caveat in outcome.caveats}
    return Ruling(Basis.AMOUNTS, verdict, deciding[0].reason, tuple(caveat for caveat in Caveat if caveat in caveats))


def _count_of_caveats(outcome: DeliverableOutcome) -> int:
    return len(outcome.caveats)


def _standing(
    percent: Figure | NotAssessable, elapsed: Decimal | NotAssessable, tolerance: Decimal, *, is_due: bool
) -> Standing:
    done, gone = defined(percent), defined(elapsed)
    if is_due:
        raise UndefinedMeasureError(Reason.ALREADY_DUE, "the standing")
    if done >= ALL_DONE:
        return Standing.ACHIEVED_EARLY
    return standing_of_share(done.interval / ALL_DONE, gone, tolerance)


def _milestone_sentence(template: str, milestone: Milestone) -> Message:
    return fill(template, milestone=milestone.title, due=milestone.due, done=milestone.done)
