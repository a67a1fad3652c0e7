"""DeliverableOutcome: what came of one promised amount."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from attrs import frozen

from civicplan.assessment.outcome import attainment_of
from civicplan.assessment.standing import Standing, share_done, standing_of_target
from civicplan.errors import Reason
from civicplan.evidence.actual import Actual
from civicplan.model import Deliverable, Delivered, Measure, Observation, ProgressReport, Verdict
from civicplan.model.units import adds_up
from civicplan.render.words import percent_text
from civicplan.values import NotAssessable, Period, reconcile


@frozen(kw_only=True)
class DeliverableOutcome:
    """What came of one promised amount, by the last report that gives it.

    Attributes:
        deliverable: The amount promised.
        verdict: The verdict on the reported amount.
        reason: Why there is no verdict; None where there is one.
        decisive: True when there is a verdict that no unprinted digit could flip.
        delivered: The amount reported last.
        attainment: Amount delivered against amount promised [share]: y/T for a floor, T/y for a cap; 1 inside a
            range.
        progress: Share of the amount, or of the cap, that is used up [share].
        standing: How the amount is doing before it is due.
    """

    deliverable: Deliverable
    verdict: Verdict
    reason: Reason | None
    decisive: bool
    delivered: Delivered | NotAssessable
    attainment: Decimal | NotAssessable
    progress: Decimal | NotAssessable
    standing: Standing | NotAssessable

    def explain(self) -> str:
        """One sentence: what was promised, what was delivered, the verdict or the standing."""
        unit = f" {self.deliverable.unit}" if self.deliverable.unit else ""
        planned = f"{self.deliverable.subject.in_language('en')}: {self.deliverable.planned}{unit} planned"
        if isinstance(self.delivered, NotAssessable):
            return f"{planned}; {self.delivered}."
        share = f" ({self.share_text()})" if isinstance(self.attainment, Decimal) else ""
        return f"{planned}, {self.delivered.figure}{unit} delivered{share}: {self._conclusion()}."

    def share_text(self) -> str:
        """The attainment, or how much of a cap is used, as a percentage; a dash where that is undefined."""
        if self.deliverable.planned.is_upper_bound and isinstance(self.progress, Decimal):
            return f"{percent_text(self.progress)} of the cap"
        return percent_text(self.attainment)

    def _conclusion(self) -> str:
        if self.reason is not None:
            return self.reason.sentence
        said = self.verdict.replace("_", " ")
        if self.verdict is Verdict.NOT_DUE and isinstance(self.standing, Standing):
            return f"{said}, {self.standing.replace('_', ' ')}"
        return said


class _Given(NamedTuple):
    """What the reports that end on one day give for one promised amount."""

    period: Period
    delivered: Delivered | NotAssessable


def outcome_of(
    deliverable: Deliverable, reports: list[ProgressReport], period: Period, as_of: Period, tolerance: Decimal
) -> DeliverableOutcome:
    """What the reports, earliest first, say of one promised amount by the end of `as_of`."""
    given = _all_given(deliverable, reports)
    is_due = period.ends_by(as_of)
    found, is_known = _at_the_end(deliverable, given, period) if is_due else (given[-1] if given else None, False)
    delivered = found.delivered if found else NotAssessable(Reason.NOT_REPORTED)
    if found is None or isinstance(delivered, NotAssessable):
        return _without(deliverable, delivered, is_due=is_due)
    met = Verdict.MET if deliverable.planned.admits(delivered.figure) else Verdict.NOT_MET
    measure = Measure.TOTAL if adds_up(deliverable.unit) else Measure.LEVEL
    amount = Actual.published(Observation(period=found.period, figure=delivered.figure, measure=measure))
    done = share_done(amount, deliverable.planned)
    elapsed = period.elapsed(found.period)
    return DeliverableOutcome(
        deliverable=deliverable,
        verdict=met if is_known else Verdict.NOT_ASSESSABLE if is_due else Verdict.NOT_DUE,
        reason=Reason.NO_FINAL_REPORT if is_due and not is_known else None,
        decisive=is_known and deliverable.planned.decides(delivered.figure),
        delivered=delivered,
        attainment=attainment_of(delivered.figure.value, deliverable.planned),
        progress=done,
        standing=NotAssessable(Reason.ALREADY_DUE)
        if is_due
        else standing_of_target(amount, deliverable.planned, done, elapsed, tolerance),
    )


def _without(deliverable: Deliverable, nothing: NotAssessable | Delivered, *, is_due: bool) -> DeliverableOutcome:
    reason = nothing if isinstance(nothing, NotAssessable) else NotAssessable(Reason.NOT_REPORTED)
    return DeliverableOutcome(
        deliverable=deliverable,
        verdict=Verdict.NOT_ASSESSABLE if is_due else Verdict.NOT_DUE,
        reason=reason.reason if is_due else None,
        decisive=False,
        delivered=reason,
        attainment=reason,
        progress=reason,
        standing=reason,
    )


def _all_given(deliverable: Deliverable, reports: list[ProgressReport]) -> list[_Given]:
    """One answer for each day on which reports that name the subject end, earliest first."""
    answers: dict[Period, list[Delivered]] = {}
    ends: dict[tuple[int, int], Period] = {}
    for report in reports:
        same = [delivered for delivered in report.delivered if str(delivered.subject) == str(deliverable.subject)]
        if same:
            end = ends.setdefault(report.period.end_key, report.period)
            answers.setdefault(end, []).extend(same)
    return [_Given(period, _agreed(deliverable, same)) for period, same in answers.items()]


def _agreed(deliverable: Deliverable, same: list[Delivered]) -> Delivered | NotAssessable:
    in_unit = [delivered for delivered in same if delivered.unit == deliverable.unit]
    if not in_unit:
        return NotAssessable(Reason.UNIT_DIFFERS)
    figure = reconcile(delivered.figure for delivered in in_unit)
    if figure is None:
        return NotAssessable(Reason.CONFLICTING_OBSERVATIONS)
    return next(delivered for delivered in in_unit if delivered.figure is figure)


def _at_the_end(deliverable: Deliverable, given: list[_Given], period: Period) -> tuple[_Given | None, bool]:
    """The answer for the end of the work and whether it settles the matter.

    That is the answer given for the end itself, else the last one before or the first one after, where amounts that
    only add up leave no doubt: a floor reached or a cap passed before the end, a floor short or a cap kept after it.
    """
    before = [each for each in given if each.period.ends_by(period)]
    after = [each for each in given if not each.period.ends_by(period)]
    if before and period.ends_by(before[-1].period):
        return before[-1], True
    for each, wanted in ((before[-1:], True), (after[:1], False)):
        if each and _is_final(deliverable, each[0].delivered) is wanted:
            return each[0], True
    return (before[-1] if before else after[0] if after else None), False


def _is_final(deliverable: Deliverable, delivered: Delivered | NotAssessable) -> bool | None:
    """True once a floor is reached or a cap passed, False until then; None where amounts do not only add up."""
    planned = deliverable.planned
    if isinstance(delivered, NotAssessable) or not adds_up(deliverable.unit) or not planned.is_one_sided:
        return None
    return planned.admits(delivered.figure) == planned.is_lower_bound
