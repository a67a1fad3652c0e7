"""Outcome: what came of one target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, ClassVar

from attrs import frozen

from civicplan.assessment.aim import Aim
from civicplan.assessment.caveat import Caveat
from civicplan.assessment.stored import check_outcome
from civicplan.assessment.verdicts import Judgement
from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.evidence import Actual
from civicplan.formats.result import Result
from civicplan.measure import pace
from civicplan.model import (
    Direction,
    Indicator,
    Measure,
    Observation,
    ObservationStatus,
    Relative,
    Standing,
    Target,
    Threshold,
    Verdict,
)
from civicplan.model._words import target_text
from civicplan.model.target import IN_UNITS
from civicplan.model.units import UnitList, is_ratio
from civicplan.render import explanations, phrases
from civicplan.render.languages import chosen
from civicplan.render.message import Message, fill, joined, said, sentences, to_message
from civicplan.render.words import distance_text, full_name, in_measure, percent_text, with_unit
from civicplan.values import Bound, Interval, NotAssessable, Period, Text, defined, value_or_reason


@frozen(kw_only=True)
class Outcome(Result):
    """What came of one target: the verdict, what could overturn it, and how far the actual got.

    Attributes:
        indicator: The indicator that the target is set for.
        target: The target.
        verdict: The verdict, by all that the printed digits allow where that settles it, else by the printed value.
        reason: Why there is no verdict; None where there is one.
        caveats: What could overturn the verdict, in the order of the vocabulary.
        unit_lists: The documented lists of units on which the verdict relies.
        bound: The acceptable values; for a relative target, of the difference to the reference.
        reference: The indicator that a relative target is compared with; None for other targets.
        due: When the target is due; None for targets without a date.
        is_in_force: True where the target counts on the day.
        is_valid: False where the target was revised by the day, or was not yet published.
        is_published: False where the target was published only after the day.
        actual: What was reached, or so far.
        last_known: The last known actual, where the one that is due is missing.
        levels_instead: The periods within the time of the target for which levels are published, where there is no
            figure in its own measure; they may be figures of that measure which do not say so.
        progress: Share of the target done [share].
        progress_interval: Every share done that the printed digits allow [share].
        elapsed: Share of the time gone by the end of the actual's period [share].
        scheduled: Share that should be done by then: the share of the time gone, or less on a geometric path [share].
        standing: How the target is doing before it is due.
    """

    _derived: ClassVar = (
        "decisive",
        "attainment",
        "attainment_interval",
        "pace",
        "target_text",
        "actual_text",
        "hint",
    )

    indicator: Indicator
    target: Target
    verdict: Verdict
    reason: Reason | None = None
    caveats: tuple[Caveat, ...] = ()
    unit_lists: tuple[UnitList, ...] = ()
    bound: Bound | None = None
    reference: Indicator | None = None
    due: Period | None = None
    is_in_force: bool = True
    is_valid: bool = True
    is_published: bool = True
    actual: Actual | NotAssessable
    last_known: Actual | None = None
    levels_instead: tuple[Period, ...] = ()
    progress: Decimal | NotAssessable
    progress_interval: Interval | NotAssessable
    elapsed: Decimal | NotAssessable
    scheduled: Decimal | NotAssessable
    standing: Standing | NotAssessable

    @classmethod
    def without(
        cls,
        indicator: Indicator,
        target: Target,
        reason: Reason,
        bound: Bound | None = None,
        due: Period | None = None,
        last_known: Actual | None = None,
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
            last_known=last_known,
            progress=nothing,
            progress_interval=nothing,
            elapsed=nothing,
            scheduled=nothing,
            standing=nothing,
        )

    @property
    def decisive(self) -> bool:
        """True when it is met or not met, and nothing that is known could overturn that."""
        return self.judgement.decisive

    @property
    def judgement(self) -> Judgement:
        """The verdict with its caveats."""
        return Judgement(self.verdict, self.caveats)

    @property
    def is_numeric(self) -> bool:
        """True for a target in numbers: a threshold or a relation."""
        return isinstance(self.target, Threshold | Relative)

    def is_due_by(self, day: Period) -> bool:
        """Return whether the target has a date that has come by the end of the day."""
        return self.due is not None and self.due.ends_by(day)

    @property
    def limits_a_total(self) -> bool:
        """True for a cap on a sum over the period: its progress says how much of the cap is used up."""
        target = self.target
        return isinstance(target, Threshold) and target.measure is Measure.TOTAL and target.bound.is_upper_bound

    @property
    def is_past_the_range(self) -> bool:
        """True for what has gone through a range and out of it: more than all of it is done, and that is too much."""
        is_beyond = isinstance(self.progress, Decimal) and self.progress > 1
        fails = self.standing is Standing.BEHIND or self.verdict is Verdict.NOT_MET
        return is_beyond and fails and self._aim().side is Direction.RANGE

    @property
    def attainment(self) -> Decimal | NotAssessable:
        """Actual against target [share]: y/T for a floor, T/y for a cap, 1 inside a range; of a change its progress."""
        return self.progress if self._is_change else value_or_reason(self._attainment)

    @property
    def attainment_interval(self) -> Interval | NotAssessable:
        """Every attainment that the printed digits allow [share]."""
        return self.progress_interval if self._is_change else value_or_reason(self._attainment_interval)

    @property
    def _is_change(self) -> bool:
        return isinstance(self.target, Threshold) and self.target.measure is Measure.CHANGE

    def _attainment(self) -> Decimal:
        return self._aim().attainment(defined(self.actual))

    def _attainment_interval(self) -> Interval:
        return self._aim().attainment_interval(defined(self.actual))

    def _aim(self) -> Aim:
        """What the actual is a share of.

        Raises:
            UndefinedMeasureError: There is no actual, or the target is a relation.
        """
        defined(self.actual)
        if not isinstance(self.target, Threshold):
            raise UndefinedMeasureError(Reason.NO_SHARE)
        return Aim(self.target.bound, self.indicator.declared_direction(self.target.measure))

    @property
    def pace(self) -> Decimal | NotAssessable:
        """Share done over the share that should be done by now [share]: 1 is on schedule."""
        return value_or_reason(pace_of, self.progress, self.scheduled)

    @property
    def target_text(self) -> Message:
        """The target as the table of a plan would print it."""
        other = self.reference
        return target_text(self.target, reference=None if other is None else full_name(other.group, other.name))

    @property
    def target_in_unit(self) -> Message:
        """The target as the table of a plan would print it, with its unit."""
        return with_unit(self.target_text, self._unit_of_target())

    @property
    def actual_text(self) -> str:
        """The actual as the table of a plan would print it; a dash where there is none."""
        if isinstance(self.actual, NotAssessable):
            return phrases.UNDEFINED
        return actual_text(self.target, self.actual, self.bound)

    @property
    def hint(self) -> Message | None:
        """What may have been meant where levels are published and the measure of the target has no figure."""
        if not self.levels_instead:
            return None
        assert isinstance(self.target, Threshold), "only a threshold has figures of its own"
        first, *others = self.levels_instead
        return fill(
            explanations.LEVELS_INSTEAD[min(len(others), 2)],
            count=len(self.levels_instead),
            first=first,
            last=self.levels_instead[-1],
            measure=self.target.measure,
        )

    @classmethod
    def _made_of(cls, stored: Mapping[str, Any]) -> Result:
        check_outcome(stored)
        return super()._made_of(stored)

    def explain(self, *, language: str | None = None) -> str:
        """Return one paragraph: the target, the actual, the verdict and why, how far the actual got, and the notes.

        Args:
            language: The language, "en" or "zh"; None takes that of the indicator's name.

        Raises:
            InvalidValueError: The library does not speak that language.
        """
        return said(self.explanation, chosen(language, self.indicator.name))

    @property
    def explanation(self) -> Message:
        """The paragraph that explains it."""
        return sentences(self._target_sentence(), self.account)

    @property
    def account(self) -> Message:
        """The paragraph without the name of its row and the target, for where both stand above it."""
        return sentences(
            *self._actual_sentences(),
            *self._verdict_sentences(),
            *self._distance_sentences(),
            *self._note_sentences(),
        )

    def _target_sentence(self) -> Message:
        indicator, source = self.indicator, self.target.source or self.indicator.source
        return fill(
            explanations.TARGETS[self.due is not None, source is not None],
            row=full_name(indicator.group, indicator.name, indicator.number),
            target=self.target_in_unit,
            due=self.due,
            source=source,
        )

    def _unit_of_target(self) -> str | None:
        """The unit of the target's figure where it is not in percent; a percentage changes by points."""
        if not isinstance(self.target, Threshold) or self.target.measure not in IN_UNITS:
            return None
        unit = self.indicator.unit
        return Message(phrases.OF_POINTS) if self._is_change and is_ratio(unit) else unit

    def _actual_sentences(self) -> Iterator[str]:
        if isinstance(self.actual, NotAssessable):
            return
        actual, period = actual_text(self.target, self.actual, self.bound), self.actual.period
        if self.actual.is_derived:
            inputs = joined(phrases.NEXT_NAME, map(_input_text, self.actual.inputs))
            formula = to_message(self.actual.formula)
            yield fill(explanations.DERIVED_ACTUAL, formula=formula, actual=actual, period=period, inputs=inputs)
        else:
            source = self.actual.inputs[0].source
            yield fill(explanations.ACTUALS[source is not None], actual=actual, period=period, source=source)
        if any(figure.status is ObservationStatus.PROVISIONAL for figure in self.actual.inputs):
            yield explanations.PROVISIONAL

    def _verdict_sentences(self) -> Iterator[str]:
        if self.reason is not None:
            yield fill(explanations.NOT_ASSESSABLE, reason=Message(self.reason.sentence))
        elif self.verdict is Verdict.NOT_DUE:
            yield explanations.NOT_DUE
            yield self._standing_sentence()
        else:
            yield explanations.VERDICTS[self.verdict, self.decisive]
            if not self._is_as_printed():
                yield explanations.NOT_AS_PRINTED
            yield from (explanations.CAVEATS[caveat] for caveat in self.caveats)
            yield from (
                fill(explanations.UNIT_LISTS[unit_list], unit=self.indicator.unit) for unit_list in self.unit_lists
            )
        if self.last_known is not None:
            last = self.last_known
            template = explanations.LAST_KNOWN[last.measure is Measure.LEVEL]
            yield fill(template, actual=actual_text(self.target, last, self.bound), period=last.period)
        if self.hint is not None:
            yield self.hint
        if not self.is_valid:
            yield explanations.REVISED if self.is_published else self._not_yet_published()

    def _not_yet_published(self) -> str:
        assert isinstance(self.target, Threshold), "only thresholds have a date of publication"
        return fill(explanations.NOT_YET_PUBLISHED, published=self.target.published)

    def _standing_sentence(self) -> Message:
        if self.is_past_the_range and self.standing is Standing.BEHIND:
            return Message(explanations.PAST_THE_RANGE)
        share, scheduled = self.progress_interval, self.scheduled
        is_plain = self.standing is not Standing.ON_TRACK or self.progress == scheduled
        if is_plain or not isinstance(share, Interval) or not isinstance(scheduled, Decimal):
            return standing_sentence(self.standing)
        if share.low is None or share.high is None or scheduled not in share:
            return standing_sentence(self.standing)
        low, high = percent_text(share.low), percent_text(share.high)
        return fill(explanations.ON_TRACK_BY_DIGITS, low=low, high=high, scheduled=percent_text(scheduled))

    def _is_as_printed(self) -> bool:
        """Whether the printed value alone would give the verdict."""
        assert isinstance(self.actual, Actual), "without an actual nothing is met or missed"
        assert self.bound is not None, "nor is it without a bound"
        acceptable = self.bound.acceptable(self.indicator.declared_direction(self.actual.measure))
        return (self.actual.value in acceptable) is (self.verdict is Verdict.MET)

    def _distance_sentences(self) -> Iterator[str]:
        if self.verdict is Verdict.NOT_MET and isinstance(self.actual, Actual) and self.bound:
            measure = self.actual.measure
            distance = Aim(self.bound, self.indicator.declared_direction(measure)).shortfall(self.actual)
            if distance > 0:
                yield fill(explanations.MISSES_BY, distance=distance_text(distance))
            elif self._is_as_printed():
                yield explanations.EQUALS_THE_BOUND
        share = self.attainment
        if isinstance(share, Decimal):
            yield fill(explanations.ATTAINMENT, attainment=percent_text(share))
        if isinstance(self.progress, Decimal) and isinstance(self.actual, Actual):
            is_on_path = isinstance(self.scheduled, Decimal) and self.scheduled != self.elapsed
            progress = explanations.PROGRESS[self.limits_a_total, self.verdict is Verdict.NOT_DUE]
            yield fill(
                explanations.PROGRESS_ON_PATH if is_on_path else progress,
                progress=percent_text(self.progress),
                elapsed=percent_text(self.elapsed),
                scheduled=percent_text(self.scheduled),
                last=self.actual.period.last_unit,
            )

    def _note_sentences(self) -> Iterator[str]:
        notes = self.indicator.notes
        if notes is not None:  # what the row rests on decides the verdict with its figures
            yield fill(explanations.HOW_READ, note=_without_stop(notes))


def actual_text(target: Target, actual: Actual, bound: Bound | None) -> Message:
    """Return an actual as the table of a plan would print it; the difference of two rates is in points."""
    text = actual.beside(bound) if bound else str(actual)
    if isinstance(target, Relative):
        is_rate = actual.measure in (Measure.GROWTH, Measure.REDUCTION)
        return fill(phrases.POINTS if is_rate else phrases.AS_IT_IS, difference=text, words=text)
    return in_measure(text, actual.measure)


def _without_stop(notes: Text) -> Text:
    """The notes, each ready to stand at the end of a sentence."""
    return Text({language: words.rstrip(". 。") or words for language, words in notes.entries})


def _input_text(observation: Observation) -> Message:
    source = observation.source
    return fill(
        explanations.INPUTS[source is not None],
        figure=in_measure(observation.figure, observation.measure),
        period=observation.period,
        source=source,
    )


def standing_sentence(standing: Standing | NotAssessable) -> Message:
    """Return how something stands, or why that cannot be assessed."""
    if isinstance(standing, NotAssessable):
        return fill(explanations.NO_STANDING, reason=standing)
    return Message(explanations.STANDINGS[standing])


def pace_of(done: Decimal | NotAssessable, scheduled: Decimal | NotAssessable) -> Decimal:
    """Return the share done over the scheduled share, as two fields hold them [share]."""
    return pace(progress=defined(done), elapsed=defined(scheduled))
