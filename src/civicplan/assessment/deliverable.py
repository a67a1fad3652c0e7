"""DeliverableOutcome: what came of one promised amount."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar, NamedTuple

from attrs import frozen

from civicplan.assessment.aim import Aim
from civicplan.assessment.amounts import amount_nearest_the_end, amounts_of, is_counted, settling_amount
from civicplan.assessment.caveat import Caveat
from civicplan.assessment.outcome import standing_sentence
from civicplan.assessment.shares import Share, share_done
from civicplan.assessment.standing import standing_of_target
from civicplan.assessment.stored import check_amount
from civicplan.assessment.verdicts import judge
from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.evidence import Actual
from civicplan.formats.result import Result
from civicplan.model import Deliverable, Delivered, Measure, Observation, ProgressReport, Standing, Verdict
from civicplan.render import explanations, phrases
from civicplan.render.languages import chosen
from civicplan.render.message import Message, fill, said, sentences
from civicplan.render.words import in_words, percent_text, with_unit
from civicplan.values import Bound, Figure, Interval, NotAssessable, Period, defined, value_or_reason


@frozen(kw_only=True)
class DeliverableOutcome(Result):
    """What came of one promised amount, by the last report that gives it.

    Attributes:
        deliverable: The amount promised.
        verdict: The verdict on the reported amount.
        reason: Why there is no verdict; None where there is one.
        caveats: What could overturn the verdict.
        delivered: The amount reported last.
        interval: Every true amount that the reported one may stand for; one that is counted stands for itself.
        attainment: Amount delivered against amount promised [share]: y/T for a lower bound, T/y for an upper bound;
            1 inside a range.
        attainment_interval: Every attainment that the printed digits allow [share].
        progress: Share of the amount that is delivered, or of the cap that is used [share].
        progress_interval: Every progress that the printed digits allow [share].
        standing: How the amount is doing before it is due.
    """

    _derived: ClassVar = ("decisive", "is_short")

    deliverable: Deliverable
    verdict: Verdict
    reason: Reason | None
    caveats: tuple[Caveat, ...] = ()
    delivered: Delivered | NotAssessable
    interval: Interval | NotAssessable
    attainment: Decimal | NotAssessable
    attainment_interval: Interval | NotAssessable
    progress: Decimal | NotAssessable
    progress_interval: Interval | NotAssessable
    standing: Standing | NotAssessable

    @property
    def decisive(self) -> bool:
        """True when there is a verdict that nothing we know of could overturn."""
        return self.verdict in (Verdict.MET, Verdict.NOT_MET) and not self.caveats

    @property
    def is_short(self) -> bool:
        """True when the verdict is that too little was delivered."""
        lowest = self.deliverable.planned.interval.low
        is_missed = self.verdict is Verdict.NOT_MET and isinstance(self.delivered, Delivered)
        return is_missed and lowest is not None and defined(self.delivered).figure <= lowest

    @classmethod
    def _made_of(cls, stored: Mapping[str, Any]) -> Result:
        check_amount(stored)
        return super()._made_of(stored)

    def explain(self, *, language: str | None = None) -> str:
        """Return a few sentences: what was promised, what was delivered, the verdict or the standing.

        Args:
            language: The language, "en" or "zh"; None takes that of the words for what is counted.

        Raises:
            InvalidValueError: The library does not speak that language.
        """
        return said(self.explanation, chosen(language, self.deliverable.subject))

    @property
    def explanation(self) -> Message:
        """The sentences that explain it."""
        return sentences(*self._sentences())

    def share_text(self) -> Message:
        """Return the attainment, or how much of a cap is used, as a percentage; a dash where that is undefined."""
        if self.deliverable.planned.is_upper_bound and isinstance(self.progress, Decimal):
            return fill(phrases.SHARE_OF_CAP, share=percent_text(self.progress))
        return percent_text(self.attainment)

    def in_short(self) -> Message:
        """Return what was delivered as a share, with the standing where there is one."""
        subject, share = self.deliverable.subject, self.share_text()
        if not isinstance(self.standing, Standing):
            return fill(phrases.AMOUNT, subject=subject, share=share)
        return fill(phrases.AMOUNT_WITH_STANDING, subject=subject, share=share, standing=in_words(self.standing))

    def _sentences(self) -> Iterator[str]:
        subject, unit = self.deliverable.subject, self.deliverable.unit
        planned = with_unit(self.deliverable.planned, unit)
        if isinstance(self.delivered, NotAssessable):
            yield fill(explanations.NOT_REPORTED_AMOUNT, subject=subject, planned=planned, reason=self.delivered)
            return
        template = explanations.AMOUNTS[isinstance(self.attainment, Decimal)]
        delivered = with_unit(self.delivered.figure, unit)
        yield fill(template, subject=subject, planned=planned, delivered=delivered, share=self.share_text())
        yield from self._verdict_sentences(self.delivered.figure)

    def _verdict_sentences(self, figure: Figure) -> Iterator[str]:
        if self.reason is not None:
            yield fill(explanations.NOT_ASSESSABLE, reason=Message(self.reason.sentence))
        elif self.verdict is Verdict.NOT_DUE:
            yield explanations.NOT_DUE
            yield standing_sentence(self.standing)
        else:
            yield explanations.AMOUNT_VERDICTS[self.verdict]
            if self._rests_on_counting(figure):
                yield fill(explanations.TAKEN_AS_COUNTED, unit=self.deliverable.unit)
            for caveat in self.caveats:
                yield explanations.CAVEATS[caveat]

    def _rests_on_counting(self, figure: Figure) -> bool:
        """True where only the list of counting units keeps digits that were not printed from turning the verdict."""
        is_by_list = self.deliverable.exact is None and Caveat.DIGITS not in self.caveats
        return is_by_list and not self.deliverable.planned.decides(figure)


class _Ruling(NamedTuple):
    """A verdict on an amount, why there is none, and what could overturn it."""

    verdict: Verdict
    reason: Reason | None = None
    caveats: tuple[Caveat, ...] = ()


def outcome_of(
    deliverable: Deliverable, reports: Sequence[ProgressReport], period: Period, as_of: Period, tolerance: Decimal
) -> DeliverableOutcome:
    """Return what came of one promised amount by the end of `as_of`.

    Args:
        deliverable: The amount promised.
        reports: The reports on the task by that day, earliest first.
        period: When the work runs.
        as_of: The day is the last one of this period.
        tolerance: How far off the elapsed share the share done may lie and still be on track [share].
    """
    is_due = period.ends_by(as_of)
    settling = settling_amount(deliverable, reports, period) if is_due else None
    amount = settling or amount_nearest_the_end(deliverable, reports, period)
    if amount is None:
        return _without_amount(deliverable, NotAssessable(Reason.NOT_REPORTED), is_due=is_due)
    if isinstance(amount.delivered, NotAssessable):
        return _without_amount(deliverable, amount.delivered, is_due=is_due)
    figure = amount.delivered.figure
    interval = Interval.exactly(figure.value) if is_counted(deliverable, reports) else figure.interval
    actual = _actual(amount.period, figure, interval)
    if not is_due:
        ruling = _Ruling(Verdict.NOT_DUE)
    elif settling is None:
        ruling = _Ruling(Verdict.NOT_ASSESSABLE, _why_nothing_settles(deliverable, reports, period))
    else:
        ruling = _ruling_on(deliverable.planned, actual)
    share = value_or_reason(_share_done, deliverable, actual)
    standing: Standing | NotAssessable = NotAssessable(Reason.ALREADY_DUE)
    if not is_due:
        elapsed = period.elapsed(amount.period)
        standing = value_or_reason(_standing, deliverable, actual, share, elapsed, tolerance)
    return _with_amount(deliverable, amount.delivered, actual, ruling, share, standing)


def _with_amount(
    deliverable: Deliverable,
    delivered: Delivered,
    actual: Actual,
    ruling: _Ruling,
    share: Share | NotAssessable,
    standing: Standing | NotAssessable,
) -> DeliverableOutcome:
    aim = Aim(deliverable.planned)
    return DeliverableOutcome(
        deliverable=deliverable,
        verdict=ruling.verdict,
        reason=ruling.reason,
        caveats=ruling.caveats,
        delivered=delivered,
        interval=actual.interval,
        attainment=value_or_reason(aim.attainment, actual),
        attainment_interval=value_or_reason(aim.attainment_interval, actual),
        progress=share if isinstance(share, NotAssessable) else share.value,
        progress_interval=share if isinstance(share, NotAssessable) else share.interval,
        standing=standing,
    )


def _without_amount(deliverable: Deliverable, missing: NotAssessable, *, is_due: bool) -> DeliverableOutcome:
    return DeliverableOutcome(
        deliverable=deliverable,
        verdict=Verdict.NOT_ASSESSABLE if is_due else Verdict.NOT_DUE,
        reason=missing.reason if is_due else None,
        delivered=missing,
        interval=missing,
        attainment=missing,
        attainment_interval=missing,
        progress=missing,
        progress_interval=missing,
        standing=missing,
    )


def _ruling_on(planned: Bound, actual: Actual) -> _Ruling:
    judgement = value_or_reason(judge, actual, planned)
    if isinstance(judgement, NotAssessable):
        return _Ruling(Verdict.NOT_ASSESSABLE, judgement.reason)
    return _Ruling(judgement.verdict, caveats=judgement.caveats)


def _why_nothing_settles(deliverable: Deliverable, reports: Sequence[ProgressReport], period: Period) -> Reason:
    reaches_the_end = any(period.ends_by(report.period) and amounts_of(deliverable, report) for report in reports)
    return Reason.NO_RUNNING_TOTAL if reaches_the_end and not deliverable.accumulates else Reason.NO_FINAL_REPORT


def _actual(period: Period, figure: Figure, interval: Interval) -> Actual:
    return Actual.published(Observation(period=period, figure=figure, measure=Measure.TOTAL), interval)


def _share_done(deliverable: Deliverable, actual: Actual) -> Share:
    if not deliverable.accumulates:
        raise UndefinedMeasureError(Reason.NO_RUNNING_TOTAL, "the progress")
    return share_done(actual, Aim(deliverable.planned))


def _standing(
    deliverable: Deliverable, actual: Actual, share: Share | NotAssessable, elapsed: Decimal, tolerance: Decimal
) -> Standing:
    planned = deliverable.planned
    if deliverable.accumulates:
        return standing_of_target(actual, Aim(planned), share, Share.exactly(elapsed), tolerance)
    is_met = actual.value in planned.interval
    if is_met and planned.is_lower_bound:
        return Standing.ACHIEVED_EARLY
    if not is_met and planned.is_upper_bound:
        return Standing.BEHIND
    raise UndefinedMeasureError(Reason.NO_RUNNING_TOTAL, "the standing")
