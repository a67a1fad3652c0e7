"""DeliverableOutcome: what came of one promised amount."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from civicplan.assess._wording import percent_text
from civicplan.assess.actual import Actual
from civicplan.assess.outcome import attainment_of
from civicplan.assess.standing import Standing, share_done, standing_of_target
from civicplan.errors import Reason
from civicplan.model import Deliverable, Delivered, Measure, Observation, ProgressReport, Verdict
from civicplan.values import NotAssessable, Period

_RATIO = "%"


@frozen(kw_only=True)
class DeliverableOutcome:
    """What came of one promised amount, by the last report that gives it."""

    #: The amount promised.
    deliverable: Deliverable
    #: The verdict on the reported amount.
    verdict: Verdict
    #: Why there is no verdict; None where there is one.
    reason: Reason | None
    #: True when there is a verdict that no unprinted digit could flip.
    decisive: bool
    #: The amount reported last.
    delivered: Delivered | NotAssessable
    #: Amount delivered against amount promised [share].
    attainment: Decimal | NotAssessable
    #: How the amount is doing before it is due.
    standing: Standing | NotAssessable

    def explain(self) -> str:
        """One sentence: what was promised, what was delivered, the verdict or the standing."""
        unit = f" {self.deliverable.unit}" if self.deliverable.unit else ""
        planned = f"{self.deliverable.subject.in_language('en')}: {self.deliverable.planned}{unit} planned"
        if isinstance(self.delivered, NotAssessable):
            return f"{planned}; {self.delivered}."
        share = f" ({percent_text(self.attainment)})" if isinstance(self.attainment, Decimal) else ""
        return f"{planned}, {self.delivered.figure}{unit} delivered{share}: {self._conclusion()}."

    def _conclusion(self) -> str:
        if self.reason is not None:
            return self.reason.sentence
        said = self.verdict.replace("_", " ")
        if self.verdict is Verdict.NOT_DUE and isinstance(self.standing, Standing):
            return f"{said}, {self.standing.replace('_', ' ')}"
        return said


def outcome_of(
    deliverable: Deliverable, reports: list[ProgressReport], period: Period, as_of: Period, tolerance: Decimal
) -> DeliverableOutcome:
    """What the reports, earliest first, say of one promised amount by the end of `as_of`."""
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
    is_known = is_due and (period.ends_by(report.period) or _is_settled(deliverable, delivered))
    met = Verdict.MET if deliverable.planned.admits(delivered.figure) else Verdict.NOT_MET
    return DeliverableOutcome(
        deliverable=deliverable,
        verdict=met if is_known else Verdict.NOT_ASSESSABLE if is_due else Verdict.NOT_DUE,
        reason=Reason.NO_FINAL_REPORT if is_due and not is_known else None,
        decisive=is_known and deliverable.planned.decides(delivered.figure),
        delivered=delivered,
        attainment=attainment_of(delivered.figure.value, deliverable.planned),
        standing=NotAssessable(Reason.ALREADY_DUE) if is_due else _standing(deliverable, found, period, tolerance),
    )


def _latest(
    deliverable: Deliverable, reports: list[ProgressReport]
) -> tuple[ProgressReport, Delivered] | NotAssessable:
    for report in reversed(reports):
        for delivered in report.delivered:
            if str(delivered.subject) == str(deliverable.subject):
                same_unit = delivered.unit == deliverable.unit
                return (report, delivered) if same_unit else NotAssessable(Reason.UNIT_DIFFERS)
    return NotAssessable(Reason.NOT_REPORTED)


def _is_settled(deliverable: Deliverable, delivered: Delivered) -> bool:
    """Amounts add up, so one given early settles a floor that it reached or a cap that it passed; a ratio may turn."""
    if deliverable.unit == _RATIO:
        return False
    if deliverable.planned.is_floor:
        return deliverable.planned.admits(delivered.figure)
    highest = deliverable.planned.interval.high
    return highest is not None and delivered.figure > highest


def _standing(
    deliverable: Deliverable, found: tuple[ProgressReport, Delivered], period: Period, tolerance: Decimal
) -> Standing | NotAssessable:
    report, delivered = found
    amount = Actual.published(Observation(period=report.period, figure=delivered.figure, measure=Measure.TOTAL))
    done = share_done(amount, deliverable.planned, None)
    return standing_of_target(amount, deliverable.planned, done, period.elapsed(report.period), tolerance)
