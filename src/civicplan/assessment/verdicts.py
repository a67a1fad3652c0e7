"""Verdicts: each target of an indicator against the evidence, and what they come to together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple, assert_never

from attrs import evolve

from civicplan.assessment.outcome import Outcome
from civicplan.assessment.standing import Standing, share_done, standing_of_target
from civicplan.errors import Reason
from civicplan.evidence.actual import Actual
from civicplan.evidence.derivations import most_places
from civicplan.evidence.evidence import Evidence
from civicplan.model import (
    Delegated,
    Indicator,
    Measure,
    Observation,
    Qualitative,
    Relation,
    Relative,
    Target,
    Threshold,
    Verdict,
)
from civicplan.model.target import IN_UNITS
from civicplan.model.units import is_same
from civicplan.values import Bound, Interval, NotAssessable, Period
from civicplan.values._decimals import EXACT


class Assessor(NamedTuple):
    """All that a verdict may look at: the evidence of every indicator, the plan period, the day and the tolerance."""

    evidence: Mapping[str, Evidence]
    plan_period: Period
    as_of: Period
    tolerance: Decimal

    def outcome(self, id: str, target: Target) -> Outcome:
        """What came of one target of the indicator."""
        evidence = self.evidence[id]
        match target:
            case Threshold():
                actual = self._actual(evidence, target.measure, self._due(target))
                return self._weighed(evidence, target, target.bound, actual)
            case Relative():
                return self._weighed(evidence, target, _bound_on_lead(target), self._lead(evidence, target))
            case Delegated():
                return Outcome.without(evidence.indicator, target, Reason.DELEGATED_TARGET)
            case Qualitative():
                return Outcome.without(evidence.indicator, target, Reason.QUALITATIVE_TARGET)
            case _:
                assert_never(target)

    def _weighed(
        self, evidence: Evidence, target: Threshold | Relative, bound: Bound | None, actual: Actual | NotAssessable
    ) -> Outcome:
        due = self._due(target)
        if bound is None:
            return Outcome.without(evidence.indicator, target, Reason.TOLERANCE_UNKNOWN, due=due)
        nothing = Outcome.without(evidence.indicator, target, Reason.MISSING_OBSERVATION, bound=bound, due=due)
        is_due = due.ends_by(self.as_of)
        if isinstance(actual, NotAssessable):
            outcome = Outcome.without(evidence.indicator, target, actual.reason, bound=bound, due=due)
            return outcome if is_due else evolve(outcome, verdict=Verdict.NOT_DUE, reason=None)
        progress = self._share_done(evidence, target, bound, actual)
        elapsed = self._run(target, due, evidence.baseline).elapsed(actual.period)
        outcome = evolve(nothing, reason=None, actual=actual, progress=progress, elapsed=elapsed)
        if not is_due:
            standing = self._standing(target, bound, actual, progress, elapsed)
            return evolve(outcome, verdict=Verdict.NOT_DUE, standing=standing)
        return evolve(
            outcome,
            verdict=Verdict.MET if actual.value in bound.interval else Verdict.NOT_MET,
            decisive=bound.decides(actual.interval),
            standing=NotAssessable(Reason.ALREADY_DUE),
        )

    def _share_done(
        self, evidence: Evidence, target: Threshold | Relative, bound: Bound, actual: Actual
    ) -> Decimal | NotAssessable:
        if isinstance(target, Relative):
            return NotAssessable(Reason.NO_SHARE)
        return share_done(actual, bound, evidence.baseline)

    def _standing(
        self,
        target: Threshold | Relative,
        bound: Bound,
        actual: Actual,
        progress: Decimal | NotAssessable,
        elapsed: Decimal,
    ) -> Standing | NotAssessable:
        if isinstance(target, Relative):
            # A relation is kept or not; there is nothing in it to achieve early.
            return Standing.ON_TRACK if actual.value in bound.interval else Standing.BEHIND
        return standing_of_target(actual, bound, progress, elapsed, self.tolerance)

    def _due(self, target: Threshold | Relative) -> Period:
        """When the target is due: a level at the end of the plan, the other measures over all of it."""
        if target.period is not None:
            return target.period
        return self.plan_period.last_year if target.measure is Measure.LEVEL else self.plan_period

    def _run(self, target: Threshold | Relative, due: Period, baseline: Observation | NotAssessable) -> Period:
        """The time that the target has: a level's runs from its baseline, as its progress does."""
        if target.measure is not Measure.LEVEL:
            return due
        if isinstance(baseline, NotAssessable) or due.ends_by(baseline.period):
            return self.plan_period.through(due)
        return baseline.period.until(due)

    def _actual(self, evidence: Evidence, measure: Measure, due: Period) -> Actual | NotAssessable:
        if due.ends_by(self.as_of):
            return evidence.actual(measure, due)
        return (
            evidence.latest_level(due, by=due, since=self.plan_period)
            if measure is Measure.LEVEL
            else evidence.so_far(measure, due)
        )

    def _lead(self, evidence: Evidence, target: Relative) -> Actual | NotAssessable:
        own = self._actual(evidence, target.measure, self._due(target))
        if isinstance(own, NotAssessable):
            return own
        reference = self.evidence[target.reference]
        if target.measure in IN_UNITS and _units_differ(evidence.indicator, reference.indicator):
            return NotAssessable(Reason.UNIT_DIFFERS)
        other = reference.actual(target.measure, own.period)
        if isinstance(other, NotAssessable):
            missing = other.reason is Reason.MISSING_OBSERVATION
            return NotAssessable(Reason.MISSING_REFERENCE) if missing else other
        return Actual(
            value=EXACT.subtract(own.value, other.value),
            interval=_difference(own.interval, other.interval),
            measure=target.measure,
            period=own.period,
            inputs=(*own.inputs, *other.inputs),
            formula=_lead_words(target.reference, own, other),
            places=2 if own.is_derived or other.is_derived else most_places((*own.inputs, *other.inputs)),
        )


def _units_differ(one: Indicator, other: Indicator) -> bool:
    return one.unit is not None and other.unit is not None and not is_same(one.unit, other.unit)


def _lead_words(reference: str, own: Actual, other: Actual) -> str:
    how = [f"{name} by {term.formula}" for name, term in (("its own", own), ("the other", other)) if term.is_derived]
    return f"lead over '{reference}'" + (f" ({', '.join(how)})" if how else "")


def _difference(own: Interval, other: Interval) -> Interval:
    """Every difference of a value of the one and a value of the other."""
    low = None if own.low is None or other.high is None else EXACT.subtract(own.low, other.high)
    high = None if own.high is None or other.low is None else EXACT.subtract(own.high, other.low)
    return Interval(
        low=low,
        high=high,
        includes_low=own.includes_low and other.includes_high,
        includes_high=own.includes_high and other.includes_low,
    )


def _bound_on_lead(target: Relative) -> Bound | None:
    match target.relation:
        case Relation.ABOVE:
            return Bound.above(0)
        case Relation.BELOW:
            return Bound.below(0)
        case Relation.IN_STEP:
            return None if target.tolerance is None else Bound.about(0, tolerance=target.tolerance)
        case other:
            assert_never(other)


#: For several targets: any NOT_MET gives NOT_MET; else any NOT_DUE that; else any MET that; else NOT_ASSESSABLE.
TARGET_PRECEDENCE = (Verdict.NOT_MET, Verdict.NOT_DUE, Verdict.MET)
#: For several amounts of one task: what cannot be assessed keeps the rest from being met.
DELIVERABLE_PRECEDENCE = (Verdict.NOT_MET, Verdict.NOT_DUE, Verdict.NOT_ASSESSABLE, Verdict.MET)


def overall(verdicts: Iterable[tuple[Verdict, bool]], precedence: tuple[Verdict, ...]) -> tuple[Verdict, bool]:
    """One verdict for several, the first of the precedence that any of them got, and whether it is decisive.

    One decisive miss decides; to be met decisively, all that was met must be.
    """
    taken = list(verdicts)
    for verdict in precedence:
        decisive = [each for found, each in taken if found is verdict]
        if decisive:
            return verdict, any(decisive) if verdict is Verdict.NOT_MET else all(decisive)
    return Verdict.NOT_ASSESSABLE, False
