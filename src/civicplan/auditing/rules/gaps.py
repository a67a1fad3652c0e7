"""Stated distances to a target, a schedule or another indicator, compared with the figures on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import assert_never

from attrs import frozen

from civicplan.assessment import IndicatorAssessment, Outcome, PlanAssessment
from civicplan.assessment.aim import Aim
from civicplan.assessment.readings import reading_of
from civicplan.auditing._averages import averaged_otherwise
from civicplan.auditing._conflicts import figures_elsewhere
from civicplan.auditing._lookup import known_targets_on, place_of, readings_of, thresholds_on
from civicplan.auditing._words import name_of
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding
from civicplan.evidence import Actual, Evidence
from civicplan.measure.schedule import PATHS
from civicplan.model import Direction, GapClaim, GapTo, Measure, Observation, Side, Threshold
from civicplan.model._words import target_text
from civicplan.model.target import IN_UNITS
from civicplan.model.units import is_ratio, is_same
from civicplan.render import findings as text
from civicplan.render import phrases
from civicplan.render.explanations import CAVEATS
from civicplan.render.message import fill
from civicplan.render.words import in_measure, in_words
from civicplan.values import UNBOUNDED, Bound, Interval, Period
from civicplan.values._decimals import EXACT

_SENTENCES = {
    GapTo.TARGET: text.GAP_TO_TARGET,
    GapTo.SCHEDULE: text.GAP_TO_SCHEDULE,
    GapTo.INDICATOR: text.GAP_TO_INDICATOR,
}


@frozen(kw_only=True)
class _Comparison:
    """An actual, and what the distance is measured from.

    Attributes:
        actual: The actual.
        evidence: The evidence that it comes from.
        goal: All that the other side may be.
        goal_value: The other side as printed.
        against: The other side as the message names it.
        better: Which side of it lies beyond it; a range where that is open.
        in_points: The distance as a share in points, counted beyond the other side.
        inputs: The figures of the other side.
        is_of_its_time: False where the target is one for another time than the claim.
    """

    actual: Actual
    evidence: Evidence
    goal: Interval
    goal_value: Decimal
    against: str
    better: Direction
    in_points: tuple[Interval, ...] = ()
    inputs: tuple[Observation, ...] = ()
    is_of_its_time: bool = True

    @property
    def as_printed(self) -> Decimal:
        """How far the printed actual lies beyond the other side."""
        is_below = self.better is Direction.LOWER
        first, second = (self.goal_value, self.actual.value) if is_below else (self.actual.value, self.goal_value)
        return EXACT.subtract(first, second)

    def is_stated_by(self, claim: GapClaim) -> bool:
        """True where a reading of the figures allows the stated distance."""
        in_units = [reading - self.goal for reading in readings_of(self.actual)]
        has_shares = not is_ratio(self.evidence.indicator.unit)
        is_stated = any(self._allows(claim, reading) for reading in (*in_units, *self.in_points))
        return is_stated or (has_shares and self.is_stated_in_percent_by(claim))

    def is_stated_in_percent_by(self, claim: GapClaim) -> bool:
        """True where the stated distance is one in percent of the other side, unless that may be zero."""
        in_percent = 100 * ((self.actual.interval - self.goal) / self.goal)
        return claim.measure in IN_UNITS and in_percent != UNBOUNDED and self._allows(claim, in_percent)

    def is_stated_as_another_average_by(self, claim: GapClaim) -> bool:
        """True where the distance is that of an average growth which is taken in another way."""
        averages = averaged_otherwise(self.actual, self.evidence)
        return any(self._allows(claim, average - self.goal) for average in averages)

    def _allows(self, claim: GapClaim, reading: Interval) -> bool:
        """True where the reading lies as far above the other side as is stated, or below it unless higher is better."""
        stated = claim.figure.interval.closure
        beyond = stated if claim.side is Side.BEYOND else -stated
        either = (beyond,) if self.better is Direction.HIGHER else (beyond, -beyond)
        return any(not one.isdisjoint(reading.closure) for one in either)


def gap_disagrees(case: Case) -> Iterator[Finding]:
    """A stated distance is that between the actual and the target, the schedule or the other indicator.

    Compares with the figures for exactly the period of the claim, published or derived, and with every target on the
    measure. The distance may be in the unit, in points of a percentage, or in points of the share that is done. Below a
    limit or in a range either side may be meant. Indicators in different units are not compared, nor are forecasts.

    Tolerance: rounding of the distance and of all actuals, halves either way. What is promised is exact.

    What it does not prove: which of the figures is wrong, nor that the target meant is one that the table prints.

    Innocent readings: The distance may be stated in percent of the other side, not in points. The report may follow a
    schedule of its own. The target may be one for the period of the claim that is not printed. Figures may have been
    revised. A rate may be derived from levels in current prices. An average growth that is not printed may be taken in
    another way, as a plain mean or over other years. The figures may stand in another document, of another day.
    """
    claims = case.claims(GapClaim)
    days = {claim.period.end_key: claim.period for claim in claims if claim.to is GapTo.SCHEDULE}
    on_paths = {key: [case.editions_as_of(day, path)[0] for path in PATHS] for key, day in days.items()}
    for claim in claims:
        schedules = on_paths.get(claim.period.end_key, ())
        comparisons = list(_comparisons(claim, case.assessment, schedules))
        if comparisons and not any(comparison.is_stated_by(claim) for comparison in comparisons):
            before = [one for edition in case.earlier_editions for one in _comparisons(claim, edition, ())]
            is_revised = any(comparison.is_stated_by(claim) for comparison in before)
            yield _finding(case, claim, comparisons, before, is_revised=is_revised)


def _comparisons(
    claim: GapClaim, edition: PlanAssessment, schedules: Sequence[PlanAssessment]
) -> Iterator[_Comparison]:
    """All that the claim may compare, the likeliest first."""
    evidence = edition[claim.subject].evidence
    match claim.to:
        case GapTo.TARGET:
            # A target about a figure may be meant, but alone it says nothing of how far is far.
            has_known = known_targets_on(evidence.indicator, claim.measure)
            targets = thresholds_on(evidence.indicator, claim.measure) if has_known else []
            for actual, target in product(_actuals(evidence, claim), targets):
                is_of_its_time = _is_of_its_time(claim, target.due(edition.plan.period))
                yield from _to_target(evidence, actual, target, is_of_its_time=is_of_its_time)
        case GapTo.SCHEDULE:
            for assessed in schedules:
                yield from _to_schedule(claim, assessed[claim.subject])
        case GapTo.INDICATOR:
            assert claim.reference is not None, "a distance to an indicator names it"
            yield from _to_indicator(claim, evidence, edition[claim.reference].evidence)
        case _:
            assert_never(claim.to)


def _actuals(evidence: Evidence, claim: GapClaim) -> list[Actual]:
    """What is published for the period of the claim, then what is derived for it."""
    measure, period = claim.measure, claim.period
    periods = dict.fromkeys((period, period.last_year) if measure is Measure.LEVEL else (period,))
    published = (evidence.published(measure, one) for one in periods)
    known = [actual for actual in published if isinstance(actual, Actual)]
    return [actual for actual in (*known, *evidence.derived(measure, period)) if not actual.is_hedged]


def _is_of_its_time(claim: GapClaim, due: Period) -> bool:
    """True where a target is for the period of the claim, or is a level due at its end."""
    begins_with_it = claim.measure is Measure.LEVEL or claim.period.start_key == due.start_key
    return begins_with_it and claim.period.end_key == due.end_key


def _to_target(evidence: Evidence, actual: Actual, target: Threshold, *, is_of_its_time: bool) -> Iterator[_Comparison]:
    for goal in _goals(target.bound):
        yield _Comparison(
            actual=actual,
            evidence=evidence,
            goal=Interval.exactly(goal),
            goal_value=goal,
            against=target_text(target),
            better=_better(evidence, target),
            is_of_its_time=is_of_its_time,
        )


def _better(evidence: Evidence, target: Threshold) -> Direction:
    return Aim(target.bound, evidence.indicator.declared_direction(target.measure)).side


def _goals(bound: Bound) -> list[Decimal]:
    """What a distance to a bound may be measured from: its figure, or an end of a range."""
    ends = (bound.interval.low, bound.interval.high)
    return list(dict.fromkeys([bound.figure.value, *(end for end in ends if end is not None)]))


def _to_schedule(claim: GapClaim, assessed: IndicatorAssessment) -> Iterator[_Comparison]:
    """What should have been reached of each target on the measure by the day of the claim."""
    for outcome in assessed.outcomes:
        target, actual = outcome.target, outcome.actual
        if not isinstance(target, Threshold) or not isinstance(actual, Actual) or target.measure is not claim.measure:
            continue
        if actual.period.end_key == claim.period.end_key and not actual.is_hedged:
            yield from _scheduled(assessed.evidence, outcome, target, actual)


def _scheduled(evidence: Evidence, outcome: Outcome, target: Threshold, actual: Actual) -> Iterator[_Comparison]:
    share = outcome.scheduled if isinstance(outcome.scheduled, Decimal) else outcome.elapsed
    if target.bound.is_of_unknown_width or not isinstance(share, Decimal):
        return
    shares = (outcome.progress_interval, outcome.attainment_interval)
    for goal, goal_value in _scheduled_value(evidence, target, share):
        yield _Comparison(
            actual=actual,
            evidence=evidence,
            goal=goal,
            goal_value=goal_value,
            against=target_text(target),
            better=_better(evidence, target),
            in_points=tuple(100 * (one - share) for one in shares if isinstance(one, Interval)),
        )


def _scheduled_value(evidence: Evidence, target: Threshold, share: Decimal) -> Iterator[tuple[Interval, Decimal]]:
    """What should have been reached; nothing of a reduction, whose share is counted otherwise."""
    match target.measure:
        case Measure.GROWTH:
            goal = target.bound.figure.value
            yield Interval.exactly(goal), goal
        case Measure.TOTAL | Measure.CHANGE:
            due = EXACT.multiply(share, target.bound.target_value(Decimal(0)))
            yield Interval.exactly(due), due
        case Measure.LEVEL if isinstance(evidence.baseline, Actual):
            start = evidence.baseline
            way = EXACT.subtract(target.bound.target_value(start.value), start.value)
            due = EXACT.add(start.value, EXACT.multiply(share, way))
            yield start.interval + (due - Interval.exactly(start.value)), due


def _to_indicator(claim: GapClaim, evidence: Evidence, reference: Evidence) -> Iterator[_Comparison]:
    """The difference to the other indicator in the same measure and unit."""
    one, other = evidence.indicator.unit, reference.indicator.unit
    has_one_unit = claim.measure not in IN_UNITS or (one is not None and other is not None and is_same(one, other))
    if not has_one_unit:
        return
    is_lower = evidence.indicator.declared_direction(claim.measure) is Direction.LOWER
    for own, theirs in product(_actuals(evidence, claim), _actuals(reference, claim)):
        yield _Comparison(
            actual=own,
            evidence=evidence,
            goal=theirs.interval,
            goal_value=theirs.value,
            against=fill(phrases.VALUE_OF, value=in_measure(theirs, claim.measure), name=name_of(reference.indicator)),
            better=Direction.RANGE if is_lower else Direction.HIGHER,
            inputs=theirs.inputs,
        )


def _finding(
    case: Case,
    claim: GapClaim,
    comparisons: Sequence[_Comparison],
    before: Sequence[_Comparison],
    *,
    is_revised: bool,
) -> Finding:
    first, indicator = comparisons[0], case.plan[claim.subject]
    distance, side = first.as_printed.copy_abs(), Side.BEYOND if first.as_printed >= 0 else Side.SHORT
    claimed = fill(phrases.ON_SIDE, distance=claim.figure, side=in_words(claim.side))
    computed = fill(phrases.ON_SIDE, distance=text.number_text(distance, claim.figure), side=in_words(side))
    sentence = fill(
        _SENTENCES[claim.to],
        name=name_of(indicator),
        period=claim.period,
        actual=in_measure(first.actual, claim.measure),
        against=first.against,
        stated=claimed,
        computed=computed,
    )
    return Finding.about(
        indicator,
        sentence,
        claimed=claimed,
        computed=computed,
        source=place_of(indicator, claim.source),
        inputs=(*first.actual.inputs, *first.inputs),
        cautions=[
            *dict.fromkeys(_cautions(claim, comparisons, before)),
            text.REVISED if is_revised else "",
            figures_elsewhere(claim.source, (*first.actual.inputs, *first.inputs)),
        ],
        notes=(claim.notes,),
    )


def _cautions(claim: GapClaim, comparisons: Sequence[_Comparison], before: Sequence[_Comparison]) -> Iterator[str]:
    """Why the stated distance may be right all the same."""
    yield text.OWN_SCHEDULE if claim.to is GapTo.SCHEDULE else ""
    yield "" if any(comparison.is_of_its_time for comparison in comparisons) else text.TARGET_OF_THAT_TIME
    is_averaged = any(one.is_stated_as_another_average_by(claim) for one in (*comparisons, *before))
    yield text.AVERAGED_OTHERWISE if is_averaged else ""
    is_in_percent = any(one.is_stated_in_percent_by(claim) for one in (*comparisons, *before))
    yield text.IN_PERCENT_OF_IT if is_in_percent else ""
    for comparison in comparisons:
        yield from (CAVEATS[caveat] for caveat in reading_of(comparison.actual, comparison.evidence).caveats)
