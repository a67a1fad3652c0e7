"""Assessor: each target of an indicator against the evidence."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple, assert_never

from attrs import evolve

from civicplan.assessment.outcome import Outcome
from civicplan.assessment.standing import Share, Standing, share_done, standing_of_target
from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.evidence import Actual, Evidence
from civicplan.evidence.derivations import most_places
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
from civicplan.render import phrases
from civicplan.render.template import fill
from civicplan.values import Bound, NotAssessable, Period, value_or_reason
from civicplan.values._decimals import EXACT


class Assessor(NamedTuple):
    """All that a verdict may look at.

    Attributes:
        evidence: The evidence on each indicator, by its id.
        plan_period: The plan period.
        as_of: The day is the last one of this period.
        tolerance: How far the share done may be off the elapsed share and still be on track [share].
    """

    evidence: Mapping[str, Evidence]
    plan_period: Period
    as_of: Period
    tolerance: Decimal

    def outcome(self, id: str, target: Target) -> Outcome:
        """Return what came of one target of the indicator with this id."""
        evidence = self.evidence[id]
        match target:
            case Threshold():
                actual = self._actual(evidence, target.measure, target.due(self.plan_period))
                return self._outcome_against(target.bound, evidence, target, actual)
            case Relative():
                difference = self._difference_to_reference(evidence, target)
                return self._outcome_against(_bound_on_difference(target), evidence, target, difference)
            case Delegated():
                return Outcome.without(evidence.indicator, target, Reason.DELEGATED_TARGET)
            case Qualitative():
                return Outcome.without(evidence.indicator, target, Reason.QUALITATIVE_TARGET)
            case _:
                assert_never(target)

    def _outcome_against(
        self, bound: Bound | None, evidence: Evidence, target: Threshold | Relative, actual: Actual | NotAssessable
    ) -> Outcome:
        due = target.due(self.plan_period)
        if bound is None:
            return Outcome.without(evidence.indicator, target, Reason.TOLERANCE_UNKNOWN, due=due)
        is_due = due.ends_by(self.as_of)
        if isinstance(actual, NotAssessable):
            outcome = Outcome.without(evidence.indicator, target, actual.reason, bound=bound, due=due)
            return outcome if is_due else evolve(outcome, verdict=Verdict.NOT_DUE, reason=None)
        share = value_or_reason(_share_done, evidence, target, bound, actual)
        elapsed = self._time_allowed(target.measure, due, evidence.baseline).elapsed(actual.period)
        if is_due:
            verdict, is_decisive = _verdict_on(actual, bound)
            standing: Standing | NotAssessable = NotAssessable(Reason.ALREADY_DUE)
        else:
            verdict, is_decisive = Verdict.NOT_DUE, False
            standing = value_or_reason(self._standing, target, bound, actual, share, elapsed)
        return Outcome(
            indicator=evidence.indicator,
            target=target,
            verdict=verdict,
            decisive=is_decisive,
            bound=bound,
            due=due,
            actual=actual,
            progress=share if isinstance(share, NotAssessable) else share.value,
            elapsed=elapsed,
            standing=standing,
        )

    def _standing(
        self,
        target: Threshold | Relative,
        bound: Bound,
        actual: Actual,
        share: Share | NotAssessable,
        elapsed: Decimal,
    ) -> Standing:
        if isinstance(target, Relative):
            # A relation is kept or not; there is nothing in it to achieve early.
            return Standing.ON_TRACK if actual.value in bound.interval else Standing.BEHIND
        return standing_of_target(actual, bound, share, elapsed, self.tolerance)

    def _time_allowed(self, measure: Measure, due: Period, baseline: Observation | NotAssessable) -> Period:
        """The time that a target has: a level's runs from its baseline, as its progress does."""
        if measure is not Measure.LEVEL:
            return due
        if isinstance(baseline, NotAssessable) or due.ends_by(baseline.period):
            return self.plan_period.through(due)
        return baseline.period.until(due)

    def _actual(self, evidence: Evidence, measure: Measure, due: Period) -> Actual | NotAssessable:
        """What was reached once a target is due; before that, what was reached so far."""
        if due.ends_by(self.as_of):
            return evidence.actual(measure, due)
        if measure is Measure.LEVEL:
            return evidence.latest_level(due, by=due, since=self.plan_period)
        return evidence.so_far(measure, due)

    def _difference_to_reference(self, evidence: Evidence, target: Relative) -> Actual | NotAssessable:
        own = self._actual(evidence, target.measure, target.due(self.plan_period))
        if isinstance(own, NotAssessable):
            return own
        reference = self.evidence[target.reference]
        if target.measure in IN_UNITS and _units_differ(evidence.indicator, reference.indicator):
            return NotAssessable(Reason.UNIT_DIFFERS)
        other = reference.actual(target.measure, own.period)
        if isinstance(other, NotAssessable):
            is_missing = other.reason is Reason.MISSING_OBSERVATION
            return NotAssessable(Reason.MISSING_REFERENCE) if is_missing else other
        inputs = (*own.inputs, *other.inputs)
        return Actual(
            value=EXACT.subtract(own.value, other.value),
            interval=own.interval - other.interval,
            measure=target.measure,
            period=own.period,
            inputs=inputs,
            formula=_difference_words(target.reference, own, other),
            places=2 if own.is_derived or other.is_derived else most_places(inputs),
        )


def _verdict_on(actual: Actual, bound: Bound) -> tuple[Verdict, bool]:
    """The verdict, and whether it is decisive: where all possible values agree, a rounded one has no say."""
    if actual.interval.issubset(bound.interval):
        return Verdict.MET, True
    if actual.interval.isdisjoint(bound.interval):
        return Verdict.NOT_MET, True
    return Verdict.MET if actual.value in bound.interval else Verdict.NOT_MET, False


def _share_done(evidence: Evidence, target: Threshold | Relative, bound: Bound, actual: Actual) -> Share:
    if isinstance(target, Relative):
        raise UndefinedMeasureError(Reason.NO_SHARE)
    return share_done(actual, bound, evidence.baseline)


def _units_differ(one: Indicator, other: Indicator) -> bool:
    return one.unit is not None and other.unit is not None and not is_same(one.unit, other.unit)


def _difference_words(reference: str, own: Actual, other: Actual) -> str:
    template = phrases.LEADS[own.is_derived, other.is_derived]
    return fill(template, reference=reference, own=own.formula, other=other.formula)


def _bound_on_difference(target: Relative) -> Bound | None:
    match target.relation:
        case Relation.ABOVE:
            return Bound.above(0)
        case Relation.BELOW:
            return Bound.below(0)
        case Relation.IN_STEP:
            return None if target.tolerance is None else Bound.about(0, tolerance=target.tolerance)
        case other:
            assert_never(other)
