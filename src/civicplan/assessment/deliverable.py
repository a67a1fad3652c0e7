"""DeliverableOutcome: what came of one promised amount."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from attrs import frozen

from civicplan.assessment.outcome import attainment_of, standing_sentence
from civicplan.assessment.standing import Standing, share_done, standing_of_target
from civicplan.errors import Reason
from civicplan.evidence import Actual
from civicplan.model import Deliverable, Delivered, Measure, Observation, ProgressReport, Verdict
from civicplan.model.units import adds_up
from civicplan.render import explanations, phrases
from civicplan.render.template import fill
from civicplan.render.words import percent_text, with_unit
from civicplan.values import Bound, Figure, NotAssessable, Period, reconcile, value_or_reason


@frozen(kw_only=True)
class DeliverableOutcome:
    """What came of one promised amount, by the last report that gives it.

    Attributes:
        deliverable: The amount promised.
        verdict: The verdict on the reported amount.
        reason: Why there is no verdict; None where there is one.
        decisive: True when there is a verdict that no unprinted digit could change.
        delivered: The amount reported last.
        attainment: Amount delivered against amount promised [share]: y/T for a lower bound, T/y for an upper bound;
            1 inside a range.
        progress: Share of the amount that is delivered, or of the cap that is used [share].
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
        """Return a few sentences: what was promised, what was delivered, the verdict or the standing."""
        return " ".join(self._sentences())

    def share_text(self) -> str:
        """Return the attainment, or how much of a cap is used, as a percentage; a dash where that is undefined."""
        if self.deliverable.planned.is_upper_bound and isinstance(self.progress, Decimal):
            return fill(phrases.SHARE_OF_CAP, share=percent_text(self.progress))
        return percent_text(self.attainment)

    def _sentences(self) -> Iterator[str]:
        subject, unit = self.deliverable.subject.in_language("en"), self.deliverable.unit
        planned = with_unit(self.deliverable.planned, unit)
        if isinstance(self.delivered, NotAssessable):
            yield fill(explanations.NOT_REPORTED_AMOUNT, subject=subject, planned=planned, reason=self.delivered)
            return
        template = explanations.AMOUNTS[isinstance(self.attainment, Decimal)]
        delivered = with_unit(self.delivered.figure, unit)
        yield fill(template, subject=subject, planned=planned, delivered=delivered, share=self.share_text())
        yield from self._verdict_sentences()

    def _verdict_sentences(self) -> Iterator[str]:
        if self.reason is not None:
            yield fill(explanations.NOT_ASSESSABLE, reason=self.reason.sentence)
        elif self.verdict is Verdict.NOT_DUE:
            yield explanations.NOT_DUE
            yield standing_sentence(self.standing)
        else:
            yield explanations.AMOUNT_VERDICTS[self.verdict]


class _Amount(NamedTuple):
    """What the reports that end on one day say was delivered, or why they do not say it."""

    period: Period
    delivered: Delivered | NotAssessable


def outcome_of(
    deliverable: Deliverable, reports: list[ProgressReport], period: Period, as_of: Period, tolerance: Decimal
) -> DeliverableOutcome:
    """Return what came of one promised amount by the end of `as_of`.

    Args:
        deliverable: The amount promised.
        reports: The reports on the task by that day, earliest first.
        period: When the work runs.
        as_of: The day is the last one of this period.
        tolerance: How far the share done may be off the elapsed share and still be on track [share].
    """
    amounts = _amounts_by_day(deliverable, reports)
    is_due = period.ends_by(as_of)
    final = _final_amount(deliverable, amounts, period) if is_due else None
    amount = final or _amount_nearest_the_end(amounts, period)
    if amount is None:
        return _without_amount(deliverable, NotAssessable(Reason.NOT_REPORTED), is_due=is_due)
    if isinstance(amount.delivered, NotAssessable):
        return _without_amount(deliverable, amount.delivered, is_due=is_due)
    planned, figure = deliverable.planned, amount.delivered.figure
    measure = Measure.TOTAL if adds_up(deliverable.unit) else Measure.LEVEL
    actual = Actual.published(Observation(period=amount.period, figure=figure, measure=measure))
    share = value_or_reason(share_done, actual, planned)
    return DeliverableOutcome(
        deliverable=deliverable,
        verdict=_verdict(planned, figure, is_due=is_due, is_final=final is not None),
        reason=Reason.NO_FINAL_REPORT if is_due and final is None else None,
        decisive=final is not None and planned.decides(figure),
        delivered=amount.delivered,
        attainment=value_or_reason(attainment_of, figure.value, planned),
        progress=share if isinstance(share, NotAssessable) else share.value,
        standing=NotAssessable(Reason.ALREADY_DUE)
        if is_due
        else value_or_reason(standing_of_target, actual, planned, share, period.elapsed(amount.period), tolerance),
    )


def _verdict(planned: Bound, figure: Figure, *, is_due: bool, is_final: bool) -> Verdict:
    if not is_due:
        return Verdict.NOT_DUE
    if not is_final:
        return Verdict.NOT_ASSESSABLE
    return Verdict.MET if planned.admits(figure) else Verdict.NOT_MET


def _without_amount(deliverable: Deliverable, missing: NotAssessable, *, is_due: bool) -> DeliverableOutcome:
    return DeliverableOutcome(
        deliverable=deliverable,
        verdict=Verdict.NOT_ASSESSABLE if is_due else Verdict.NOT_DUE,
        reason=missing.reason if is_due else None,
        decisive=False,
        delivered=missing,
        attainment=missing,
        progress=missing,
        standing=missing,
    )


def _amounts_by_day(deliverable: Deliverable, reports: list[ProgressReport]) -> list[_Amount]:
    """Return one amount for each day on which reports that name the subject end, earliest first."""
    periods: dict[tuple[int, int], Period] = {}
    amounts: dict[tuple[int, int], list[Delivered]] = {}
    for report in reports:
        of_subject = [amount for amount in report.delivered if str(amount.subject) == str(deliverable.subject)]
        if of_subject:
            day = report.period.end_key
            periods.setdefault(day, report.period)
            amounts.setdefault(day, []).extend(of_subject)
    return [_Amount(periods[day], _reconciled(deliverable, of_day)) for day, of_day in amounts.items()]


def _reconciled(deliverable: Deliverable, amounts: list[Delivered]) -> Delivered | NotAssessable:
    """Return the amount in the promised unit, or why there is none."""
    comparable = [amount for amount in amounts if amount.unit == deliverable.unit]
    if not comparable:
        return NotAssessable(Reason.UNIT_DIFFERS)
    figure = reconcile(amount.figure for amount in comparable)
    if figure is None:
        return NotAssessable(Reason.CONFLICTING_OBSERVATIONS)
    return next(amount for amount in comparable if amount.figure is figure)


def _final_amount(deliverable: Deliverable, amounts: list[_Amount], period: Period) -> _Amount | None:
    """Return the amount that settles what was delivered by the end of the period, where one does.

    An amount reported for the end itself does. Where amounts can only grow, so does an earlier one that has already
    reached its lower bound or exceeded its upper one, and a later one that still has not.
    """
    before, after = _parted_at_the_end(amounts, period)
    if before and period.ends_by(before[-1].period):
        return before[-1]
    if before and _has_crossed_its_bound(deliverable, before[-1]) is True:
        return before[-1]
    if after and _has_crossed_its_bound(deliverable, after[0]) is False:
        return after[0]
    return None


def _amount_nearest_the_end(amounts: list[_Amount], period: Period) -> _Amount | None:
    """Return the last amount reported before the end of the period, else the first one after it."""
    before, after = _parted_at_the_end(amounts, period)
    return next(iter((*before[-1:], *after[:1])), None)


def _parted_at_the_end(amounts: list[_Amount], period: Period) -> tuple[list[_Amount], list[_Amount]]:
    before = [amount for amount in amounts if amount.period.ends_by(period)]
    return before, amounts[len(before) :]


def _has_crossed_its_bound(deliverable: Deliverable, amount: _Amount) -> bool | None:
    """Return whether the amount has reached a lower bound or exceeded an upper one, so that more of it changes nothing.

    None where that says nothing about the end: the amount may also fall, has two bounds, or is not known.
    """
    planned = deliverable.planned
    if isinstance(amount.delivered, NotAssessable) or not adds_up(deliverable.unit) or not planned.is_one_sided:
        return None
    return planned.admits(amount.delivered.figure) == planned.is_lower_bound
