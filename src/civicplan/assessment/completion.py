"""What reported percents and dates say of a task: whether the work was done in time."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from civicplan.assessment.caveat import Caveat
from civicplan.assessment.verdicts import joint_verdict
from civicplan.errors import Reason
from civicplan.model import Milestone, ProgressReport, ReportedStatus, Verdict
from civicplan.values import Figure, NotAssessable, Period, reconcile

#: A task is complete at this percent.
ALL_DONE = 100


class Basis(StrEnum):
    """What decided the verdict on a task: its amounts, else its reported percent, else its milestones."""

    AMOUNTS = "amounts"
    PERCENT = "percent"
    MILESTONES = "milestones"


class Ruling(NamedTuple):
    """A verdict on a task: what decided it, why there is none, and what could overturn it."""

    basis: Basis
    verdict: Verdict
    reason: Reason | None = None
    caveats: tuple[Caveat, ...] = ()


class ReportedPercent(NamedTuple):
    """The percent that the reports of one day give, or why they give none.

    Attributes:
        report: The report that gives it, else the first of that day.
        percent: The percent [percent].
    """

    report: ProgressReport
    percent: Figure | NotAssessable

    @property
    def period(self) -> Period:
        """The period that the report closes."""
        return self.report.period

    @property
    def is_given(self) -> bool:
        """True where a report gives a percent, if only one that another contradicts."""
        return self.percent != NotAssessable(Reason.NO_PERCENT)

    @property
    def is_complete(self) -> bool:
        """True where all of the work is reported as done; a reported 100 % is exact."""
        return isinstance(self.percent, Figure) and self.percent >= ALL_DONE

    @property
    def is_incomplete(self) -> bool:
        """True where less is: no number below 100 is printed that could be 100, for that would be printed so."""
        return isinstance(self.percent, Figure) and self.percent < ALL_DONE


def percents_by_day(reports: Sequence[ProgressReport]) -> list[ReportedPercent]:
    """Return one reported percent for each day on which reports end, earliest first, from reports in that order."""
    days = groupby(reports, key=lambda report: report.period.end_key)
    return [_percent_of_day(list(reports_of_day)) for _, reports_of_day in days]


def _percent_of_day(reports: list[ProgressReport]) -> ReportedPercent:
    """The report that gives a percent counts, unless two contradict each other."""
    given = [(report, percent) for report in reports if (percent := _percent_in(report)) is not None]
    if not given:
        return ReportedPercent(reports[0], NotAssessable(Reason.NO_PERCENT))
    is_complete = {percent >= ALL_DONE for _, percent in given}
    agreed = reconcile(percent for _, percent in given)
    if agreed is None or len(is_complete) > 1:
        return ReportedPercent(reports[0], NotAssessable(Reason.CONFLICTING_OBSERVATIONS))
    return next(ReportedPercent(report, percent) for report, percent in given if percent is agreed)


def _percent_in(report: ProgressReport) -> Figure | None:
    """Return the percent of a report; one that only calls its work completed reports all of it as done."""
    is_called_completed = report.percent is None and report.status is ReportedStatus.COMPLETED
    return Figure(ALL_DONE) if is_called_completed else report.percent


def ruling_on_percent(percents: Sequence[ReportedPercent], period: Period) -> Ruling:
    """Return the verdict on work whose time is over by the percents that were reported of it.

    Args:
        percents: What was reported, earliest first.
        period: When the work ran.
    """
    verdict = _verdict_on_percent(percents, period)
    if isinstance(verdict, NotAssessable):
        return Ruling(Basis.PERCENT, Verdict.NOT_ASSESSABLE, verdict.reason)
    return Ruling(Basis.PERCENT, verdict)


def _verdict_on_percent(percents: Sequence[ReportedPercent], period: Period) -> Verdict | NotAssessable:
    if not percents:
        return NotAssessable(Reason.NO_REPORT)
    given = [reported for reported in percents if reported.is_given]
    in_time = [reported for reported in given if reported.period.ends_by(period)]
    if in_time and in_time[-1].is_complete:
        return Verdict.MET
    at_the_end = next((reported for reported in given if period.ends_by(reported.period)), None)
    if at_the_end is not None and at_the_end.is_incomplete:
        return Verdict.NOT_MET
    if at_the_end is not None:
        return _unless_undefined(at_the_end, Reason.COMPLETION_NOT_IN_TIME)
    if period.ends_by(percents[-1].period):
        return NotAssessable(Reason.NO_PERCENT)
    return _unless_undefined(in_time[-1], Reason.NO_FINAL_REPORT) if in_time else NotAssessable(Reason.NO_PERCENT)


def _unless_undefined(reported: ReportedPercent, reason: Reason) -> NotAssessable:
    """Return why the percent is not known, or the reason where it is."""
    return reported.percent if isinstance(reported.percent, NotAssessable) else NotAssessable(reason)


def is_overdue(milestone: Milestone, as_of: Period) -> bool:
    """Return whether the date of a milestone has passed, and no report says that it was done."""
    return milestone.due.ends_by(as_of) and not _is_known_done(milestone, as_of)


def is_done_late(milestone: Milestone, as_of: Period) -> bool:
    """Return whether a milestone was done after its date."""
    done = milestone.done
    return done is not None and _is_known_done(milestone, as_of) and done.start_key >= milestone.due.end_key


def _is_known_done(milestone: Milestone, as_of: Period) -> bool:
    return milestone.done is not None and milestone.done.ends_by(as_of)


def ruling_on_milestones(milestones: Sequence[Milestone], as_of: Period) -> Ruling:
    """Return the verdict on work whose time is over by the dates of its milestones."""
    rulings = [_ruling_on_milestone(milestone, as_of) for milestone in milestones]
    verdict = joint_verdict(ruling.verdict for ruling in rulings)
    reason = next((ruling.reason for ruling in rulings if ruling.reason), None)
    return Ruling(Basis.MILESTONES, verdict, reason if verdict is Verdict.NOT_ASSESSABLE else None)


def _ruling_on_milestone(milestone: Milestone, as_of: Period) -> Ruling:
    if is_done_late(milestone, as_of):
        return Ruling(Basis.MILESTONES, Verdict.NOT_MET)
    if is_overdue(milestone, as_of):
        return Ruling(Basis.MILESTONES, Verdict.NOT_ASSESSABLE, Reason.NO_REPORT)
    done = milestone.done
    if done is None or not done.ends_by(as_of):
        return Ruling(Basis.MILESTONES, Verdict.NOT_DUE)
    if not done.ends_by(milestone.due):
        return Ruling(Basis.MILESTONES, Verdict.NOT_ASSESSABLE, Reason.COMPLETION_NOT_IN_TIME)
    return Ruling(Basis.MILESTONES, Verdict.MET)
