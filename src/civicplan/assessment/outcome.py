"""Outcome: what came of one target."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

from attrs import frozen

from civicplan.assessment.standing import Standing
from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.evidence import Actual
from civicplan.measure import attainment, gap, pace
from civicplan.model import (
    Delegated,
    Direction,
    Indicator,
    Measure,
    Observation,
    Qualitative,
    Relative,
    Target,
    Threshold,
    Verdict,
)
from civicplan.model.target import IN_UNITS
from civicplan.render import explanations, phrases
from civicplan.render.template import fill
from civicplan.render.words import distance_text, full_name, in_measure, percent_text, with_unit
from civicplan.values import Bound, NotAssessable, Period, defined, value_or_reason


@frozen(kw_only=True)
class Outcome:
    """What came of one target: the verdict, whether it depends on rounding, and how far the actual got.

    Attributes:
        indicator: The indicator that the target is set for.
        target: The target.
        verdict: The verdict taken on the printed values.
        reason: Why there is no verdict; None where there is one.
        decisive: True when there is a verdict that no unprinted digit could change.
        bound: The acceptable values; for a relative target, of the difference to the reference.
        due: When the target is due; None for targets without a date.
        actual: What was reached, or so far.
        progress: Share of the target done [share].
        elapsed: Share of the time gone by the end of the actual's period [share].
        standing: How the target is doing before it is due.
    """

    indicator: Indicator
    target: Target
    verdict: Verdict
    reason: Reason | None = None
    decisive: bool = False
    bound: Bound | None = None
    due: Period | None = None
    actual: Actual | NotAssessable
    progress: Decimal | NotAssessable
    elapsed: Decimal | NotAssessable
    standing: Standing | NotAssessable

    @classmethod
    def without(
        cls, indicator: Indicator, target: Target, reason: Reason, bound: Bound | None = None, due: Period | None = None
    ) -> Outcome:
        """Return an outcome without an actual, and so without a verdict."""
        nothing = NotAssessable(reason)
        return cls(
            indicator=indicator,
            target=target,
            verdict=Verdict.NOT_ASSESSABLE,
            reason=reason,
            bound=bound,
            due=due,
            actual=nothing,
            progress=nothing,
            elapsed=nothing,
            standing=nothing,
        )

    @property
    def attainment(self) -> Decimal | NotAssessable:
        """Actual against target [share]: y/T for a lower bound, T/y for an upper bound; 1 inside a range."""
        return value_or_reason(self._attainment)

    def _attainment(self) -> Decimal:
        actual = defined(self.actual)
        if isinstance(self.target, Relative):
            raise UndefinedMeasureError(Reason.NO_SHARE)
        assert self.bound is not None, "what has an actual has a bound"
        return attainment_of(actual.value, self.bound)

    @property
    def pace(self) -> Decimal | NotAssessable:
        """Share done over elapsed share [share]: 1 is on schedule."""
        return value_or_reason(pace_of, self.progress, self.elapsed)

    def explain(self) -> str:
        """Return one paragraph: the target, the actual, the verdict and why, and how far the actual got."""
        return " ".join(
            (
                self._target_sentence(),
                *self._actual_sentences(),
                *self._verdict_sentences(),
                *self._distance_sentences(),
            )
        )

    def _target_sentence(self) -> str:
        indicator = self.indicator
        is_in_units = isinstance(self.target, Threshold) and self.target.measure in IN_UNITS
        return fill(
            explanations.TARGETS[self.due is not None, indicator.source is not None],
            row=full_name(indicator.group, indicator.name, indicator.number),
            target=with_unit(target_text(self.target), indicator.unit if is_in_units else None),
            due=self.due,
            source=indicator.source,
        )

    def _actual_sentences(self) -> Iterator[str]:
        if isinstance(self.actual, NotAssessable):
            return
        actual, period = actual_text(self.target, self.actual, self.bound), self.actual.period
        if self.actual.is_derived:
            inputs = ", ".join(map(_input_text, self.actual.inputs))
            yield fill(
                explanations.DERIVED_ACTUAL, formula=self.actual.formula, actual=actual, period=period, inputs=inputs
            )
        else:
            source = self.actual.inputs[0].source
            yield fill(explanations.ACTUALS[source is not None], actual=actual, period=period, source=source)

    def _verdict_sentences(self) -> Iterator[str]:
        if self.reason is not None:
            yield fill(explanations.NOT_ASSESSABLE, reason=self.reason.sentence)
        elif self.verdict is Verdict.NOT_DUE:
            yield explanations.NOT_DUE
            yield explanations.PAST_THE_RANGE if self._is_past_the_range() else standing_sentence(self.standing)
        else:
            yield explanations.VERDICTS[self.verdict, self.decisive]

    def _is_past_the_range(self) -> bool:
        is_range = self.bound is not None and not self.bound.is_one_sided
        is_beyond = isinstance(self.progress, Decimal) and self.progress > 1
        return is_range and is_beyond and self.standing is Standing.BEHIND

    def _distance_sentences(self) -> Iterator[str]:
        if self.verdict is Verdict.NOT_MET and isinstance(self.actual, Actual) and self.bound:
            distance = shortfall(self.actual.value, self.bound)
            yield (
                fill(explanations.MISSES_BY, distance=distance_text(distance))
                if distance
                else explanations.EQUALS_THE_BOUND
            )
        share = self.attainment
        if isinstance(share, Decimal):
            yield fill(explanations.ATTAINMENT, attainment=percent_text(share))
        if isinstance(self.progress, Decimal) and isinstance(self.actual, Actual):
            yield fill(
                explanations.PROGRESS[self._limits_a_total(), self.verdict is Verdict.NOT_DUE],
                progress=percent_text(self.progress),
                elapsed=percent_text(self.elapsed),
                last=self.actual.period.last_unit,
            )

    def _limits_a_total(self) -> bool:
        target = self.target
        return isinstance(target, Threshold) and target.measure is Measure.TOTAL and target.bound.is_upper_bound


def target_text(target: Target) -> str:
    """Return a target as the table of a plan would print it."""
    match target:
        case Threshold(bound=bound, measure=measure):
            return in_measure(bound, measure)
        case Relative(relation=relation, reference=reference, tolerance=tolerance):
            return fill(phrases.RELATIONS[relation, tolerance is not None], reference=reference, tolerance=tolerance)
        case Delegated(authority=authority):
            return fill(phrases.DELEGATED, authority=authority.in_language("en"))
        case Qualitative(text=text):
            return fill(phrases.QUALITATIVE, text=text.in_language("en"))
        case _:
            assert_never(target)


def actual_text(target: Target, actual: Actual, bound: Bound | None) -> str:
    """Return an actual as the table of a plan would print it; the difference of two rates is in points."""
    text = actual.beside(bound) if bound else str(actual)
    if isinstance(target, Relative):
        return fill(phrases.POINTS, difference=text) if actual.measure in (Measure.GROWTH, Measure.REDUCTION) else text
    return in_measure(text, actual.measure)


def _input_text(observation: Observation) -> str:
    source = observation.source
    return fill(
        explanations.INPUTS[source is not None],
        figure=in_measure(observation.figure, observation.measure),
        period=observation.period,
        source=source,
    )


def standing_sentence(standing: Standing | NotAssessable) -> str:
    """Return how something stands, or why that cannot be assessed."""
    if isinstance(standing, NotAssessable):
        return fill(explanations.NO_STANDING, reason=standing)
    return explanations.STANDINGS[standing]


def attainment_of(actual: Decimal, bound: Bound) -> Decimal:
    """Return actual against bound [share], taking higher as better for a lower bound and lower for an upper one."""
    target, direction = _aim(bound)
    return attainment(actual=actual, target=target, direction=direction)


def shortfall(actual: Decimal, bound: Bound) -> Decimal:
    """Return how far the actual is outside the bound [unit of the actual]."""
    target, direction = _aim(bound)
    return gap(actual=actual, target=target, direction=direction)


def pace_of(done: Decimal | NotAssessable, elapsed: Decimal | NotAssessable) -> Decimal:
    """Return share done over elapsed share, as two fields hold them [share]."""
    return pace(progress=defined(done), elapsed=defined(elapsed))


def _aim(bound: Bound) -> tuple[Decimal | tuple[Decimal, Decimal], Direction]:
    if bound.is_lower_bound:
        return bound.figure.value, Direction.HIGHER
    if bound.is_upper_bound:
        return bound.figure.value, Direction.LOWER
    low, high = bound.interval.low, bound.interval.high
    assert low is not None
    assert high is not None
    return (low, high), Direction.RANGE
