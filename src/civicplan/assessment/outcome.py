"""Outcome: what came of one target."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from civicplan.assessment.standing import Standing
from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.evidence.actual import Actual
from civicplan.measure import attainment, gap, pace
from civicplan.model import (
    Delegated,
    Direction,
    Indicator,
    Measure,
    Qualitative,
    Relation,
    Relative,
    Target,
    Threshold,
    Verdict,
)
from civicplan.model.target import IN_UNITS
from civicplan.render.words import distance_text, full_name, in_measure, percent_text, source_text
from civicplan.values import Bound, NotAssessable, Period

_VERDICT_WORDS = {
    Verdict.MET: "met",
    Verdict.NOT_MET: "not met",
    Verdict.NOT_DUE: "not due yet",
    Verdict.NOT_ASSESSABLE: "not assessable",
}
_RELATION_WORDS = {Relation.ABOVE: "above", Relation.IN_STEP: "in step with", Relation.BELOW: "below"}


@frozen(kw_only=True)
class Outcome:
    """What came of one target: the verdict, whether unprinted digits could flip it, and how far the actual got.

    Attributes:
        indicator: The indicator that the target is set for.
        target: The target.
        verdict: The verdict taken on the printed values.
        reason: Why there is no verdict; None where there is one.
        decisive: True when there is a verdict that no unprinted digit could flip.
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
        """An outcome that has nothing to go by."""
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
        """Actual against target [share]: y/T for a floor, T/y for a cap; 1 inside a range."""
        if isinstance(self.actual, NotAssessable):
            return self.actual
        if isinstance(self.target, Relative):
            return NotAssessable(Reason.NO_SHARE)
        return attainment_of(self.actual.value, self.bound) if self.bound else NotAssessable(Reason.NO_TARGET)

    @property
    def pace(self) -> Decimal | NotAssessable:
        """Share done over elapsed share [share]: 1 is on schedule."""
        return pace_of(self.progress, self.elapsed)

    def explain(self) -> str:
        """One paragraph: the target, the figures and where they stand, the verdict and why."""
        return " ".join(filter(None, (self._promise(), self._evidence(), self._judgement(), self._distance())))

    def _promise(self) -> str:
        name = full_name(self.indicator.group, self.indicator.name)
        number = f"{self.indicator.number} " if self.indicator.number else ""
        unit = f" {self.indicator.unit}" if self.indicator.unit and self._is_plain else ""
        due = f", due {self.due}" if self.due else ""
        source = source_text(self.indicator.source)
        return f"{number}{name}: the target is {target_text(self.target)}{unit}{due}{source}."

    @property
    def _is_plain(self) -> bool:
        return isinstance(self.target, Threshold) and self.target.measure in IN_UNITS

    def _by_then(self) -> str:
        is_open = self.verdict is Verdict.NOT_DUE and isinstance(self.actual, Actual)
        return f" by the end of {self.actual.period.last_unit}" if is_open and isinstance(self.actual, Actual) else ""

    @property
    def _spends_a_cap(self) -> bool:
        return (
            isinstance(self.target, Threshold)
            and self.target.measure is Measure.TOTAL
            and self.target.bound.is_upper_bound
        )

    def _evidence(self) -> str:
        if isinstance(self.actual, NotAssessable):
            return ""
        said = f"{actual_text(self.target, self.actual, self.bound)} for {self.actual.period}"
        if not self.actual.is_derived:
            return f"The actual is {said}{source_text(self.actual.inputs[0].source)}."
        inputs = ", ".join(
            f"{in_measure(seen.figure, seen.measure)} for {seen.period}{source_text(seen.source)}"
            for seen in self.actual.inputs
        )
        return f"Nobody published the actual; the {self.actual.formula} gives {said}, from {inputs}."

    def _judgement(self) -> str:
        if self.verdict is Verdict.NOT_ASSESSABLE:
            return f"It cannot be assessed: {self.reason.sentence if self.reason else 'no reason is known'}."
        if self.verdict is Verdict.NOT_DUE:
            standing = self.standing
            said = standing.reason.sentence if isinstance(standing, NotAssessable) else standing.replace("_", " ")
            return f"It is not due yet; so far: {said}{self._overshot()}."
        digits = (
            "no unprinted digit could change that" if self.decisive else "digits that nobody printed could flip that"
        )
        return f"It is {_VERDICT_WORDS[self.verdict]}, and {digits}."

    def _overshot(self) -> str:
        is_range = self.bound is not None and not self.bound.is_one_sided
        is_beyond = is_range and isinstance(self.progress, Decimal) and self.progress > 1
        return ", for it has gone past the range" if is_beyond and self.standing is Standing.BEHIND else ""

    def _distance(self) -> str:
        parts = []
        if self.verdict is Verdict.NOT_MET and isinstance(self.actual, Actual) and self.bound:
            missing = shortfall(self.actual.value, self.bound)
            said = f"it misses by {distance_text(missing)}"
            parts.append(said if missing else "the bound itself does not count")
        if isinstance(self.attainment, Decimal):
            parts.append(f"attainment is {percent_text(self.attainment)}")
        if isinstance(self.progress, Decimal) and self.verdict is not Verdict.NOT_ASSESSABLE:
            share = "the share of the cap used" if self._spends_a_cap else "progress"
            gone = f"with {percent_text(self.elapsed)} of the time gone{self._by_then()}"
            parts.append(f"{share} is {percent_text(self.progress)} {gone}")
        sentence = "; ".join(parts)
        return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""


def target_text(target: Target) -> str:
    """A target as a plan's table would print it."""
    match target:
        case Threshold(bound=bound, measure=measure):
            return in_measure(bound, measure)
        case Relative(relation=relation, reference=reference):
            margin = f" ± {target.tolerance}" if target.tolerance is not None else ""
            return f"{_RELATION_WORDS[relation]} '{reference}'{margin}"
        case Delegated(authority=authority):
            return f"as assigned by {authority.in_language('en')}"
        case Qualitative(text=text):
            return f"“{text.in_language('en')}”"


def actual_text(target: Target, actual: Actual, bound: Bound | None) -> str:
    """An actual as a plan's table would print it; the difference of two rates is in points."""
    text = actual.beside(bound) if bound else str(actual)
    if isinstance(target, Relative):
        return f"{text} points" if actual.measure in (Measure.GROWTH, Measure.REDUCTION) else text
    return in_measure(text, actual.measure)


def attainment_of(actual: Decimal, bound: Bound) -> Decimal | NotAssessable:
    """Actual against a bound [share]: a floor as where higher is better, a cap as where lower is."""
    target, direction = _aim(bound)
    try:
        return attainment(actual=actual, target=target, direction=direction)
    except UndefinedMeasureError as undefined:
        return NotAssessable(undefined.reason)


def shortfall(actual: Decimal, bound: Bound) -> Decimal:
    """How much the actual is outside the bound [unit of the actual]."""
    target, direction = _aim(bound)
    return gap(actual=actual, target=target, direction=direction)


def pace_of(done: Decimal | NotAssessable, elapsed: Decimal | NotAssessable) -> Decimal | NotAssessable:
    """Share done over elapsed share [share], or why there is none."""
    if isinstance(done, NotAssessable):
        return done
    if isinstance(elapsed, NotAssessable):
        return elapsed
    try:
        return pace(progress=done, elapsed=elapsed)
    except UndefinedMeasureError as undefined:
        return NotAssessable(undefined.reason)


def _aim(bound: Bound) -> tuple[Decimal | tuple[Decimal, Decimal], Direction]:
    if bound.is_lower_bound:
        return bound.figure.value, Direction.HIGHER
    if bound.is_upper_bound:
        return bound.figure.value, Direction.LOWER
    low, high = bound.interval.low, bound.interval.high
    assert low is not None
    assert high is not None
    return (low, high), Direction.RANGE
