"""Assessor: each target of an indicator against the evidence."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple, assert_never

from attrs import evolve

from civicplan.assessment.aim import Aim
from civicplan.assessment.caveat import Caveat
from civicplan.assessment.outcome import Outcome
from civicplan.assessment.readings import Reading, reading_of
from civicplan.assessment.relations import bound_on_difference, lead_of, reference_actual
from civicplan.assessment.shares import Share, geometric_share, promises_rate, share_done
from civicplan.assessment.standing import standing_of_target, standing_of_what_is_held
from civicplan.assessment.verdicts import in_order, judge
from civicplan.errors import InvalidValueError, Reason, UndefinedMeasureError
from civicplan.evidence import Actual, Evidence
from civicplan.measure.schedule import Path
from civicplan.model import Delegated, Indicator, Measure, Qualitative, Relative, Standing, Target, Threshold, Verdict
from civicplan.model.units import UnitList
from civicplan.values import NotAssessable, Period, defined, value_or_reason


def check_tolerance(tolerance: Decimal) -> None:
    """Refuse what is no share from 0 to 1."""
    if not 0 <= tolerance <= 1:
        raise InvalidValueError("tolerance", "a share from 0 to 1", str(tolerance))


class _Reached(NamedTuple):
    """What was reached, and how the figures behind it were read."""

    actual: Actual
    readings: tuple[Reading, ...]


class _Judged(NamedTuple):
    """What a verdict says of a target: all that could overturn it, and the lists of units on which it relies."""

    verdict: Verdict
    reason: Reason | None = None
    caveats: tuple[Caveat, ...] = ()
    unit_lists: tuple[UnitList, ...] = ()


#: Where there is no figure at all, it may have been taken for one in another measure.
_NO_FIGURE = (Reason.MISSING_OBSERVATION, Reason.MISSING_BASELINE)
_ALREADY_DUE = NotAssessable(Reason.ALREADY_DUE)


class Assessor(NamedTuple):
    """All that a verdict may look at.

    Attributes:
        evidence: The evidence on each indicator, by its id.
        plan_period: The plan period.
        as_of: The day is the last one of this period.
        tolerance: How far the share done may be off the scheduled share and still be on track [share].
        path: The path on which levels are to move; None takes the geometric one where the plan promises a rate beside
            the level, else the linear one.
    """

    evidence: Mapping[str, Evidence]
    plan_period: Period
    as_of: Period
    tolerance: Decimal
    path: Path | None = None

    def on(self, indicator: Indicator) -> Assessor:
        """Return the same with the evidence on one indicator and on those that it is compared with, and no other."""
        compared = (target.reference for target in indicator.targets if isinstance(target, Relative))
        return self._replace(evidence={id: self.evidence[id] for id in (indicator.id, *compared)})

    def outcome(self, id: str, target: Target) -> Outcome:
        """Return what came of one target of the indicator with this id."""
        evidence = self.evidence[id]
        match target:
            case Threshold():
                aim = Aim(target.bound, evidence.indicator.declared_direction(target.measure))
                return self._outcome(evidence, target, aim, value_or_reason(self._reached, evidence, target))
            case Relative():
                direction = evidence.indicator.declared_direction(target.measure)
                aim = Aim(bound_on_difference(target), direction)
                outcome = self._outcome(evidence, target, aim, value_or_reason(self._lead, evidence, target))
                return evolve(outcome, reference=self.evidence[target.reference].indicator)
            case Delegated():
                return Outcome.without(evidence.indicator, target, Reason.DELEGATED_TARGET)
            case Qualitative():
                outcome = Outcome.without(evidence.indicator, target, Reason.QUALITATIVE_TARGET, due=target.period)
                is_to_come = target.period is not None and not target.period.ends_by(self.as_of)
                return evolve(outcome, verdict=Verdict.NOT_DUE, reason=None) if is_to_come else outcome
            case _:
                assert_never(target)

    def has_begun(self, outcome: Outcome) -> bool:
        """Return whether the time of a target has begun by the day; that of a level begins at its baseline."""
        target = outcome.target
        assert isinstance(target, Threshold | Relative), "a target in words has no time of its own"
        return self._time_allowed(target, self.evidence[outcome.indicator.id]).start_key < self.as_of.end_key

    def _outcome(
        self, evidence: Evidence, target: Threshold | Relative, aim: Aim, reached: _Reached | NotAssessable
    ) -> Outcome:
        due = target.due(self.plan_period)
        is_due = due.ends_by(self.as_of)
        if isinstance(reached, NotAssessable):
            last_known = self._last_known(evidence, target, due) if is_due else None
            outcome = Outcome.without(evidence.indicator, target, reached.reason, aim.bound, due, last_known)
            levels = evidence.levels_instead(target.measure, due) if reached.reason in _NO_FIGURE else ()
            if levels and isinstance(target, Threshold):
                outcome = evolve(outcome, levels_instead=levels)
            return outcome if is_due else evolve(outcome, verdict=Verdict.NOT_DUE, reason=None)
        actual = reached.actual
        judged = _judged(aim, reached) if is_due else _Judged(Verdict.NOT_DUE)
        elapsed = self._time_allowed(target, evidence).elapsed(actual.period)
        share = value_or_reason(_share_of, target, aim, actual, evidence)
        scheduled = value_or_reason(self._scheduled, evidence, target, aim, elapsed)
        return Outcome(
            indicator=evidence.indicator,
            target=target,
            verdict=judged.verdict,
            reason=judged.reason,
            caveats=judged.caveats,
            unit_lists=judged.unit_lists,
            bound=aim.bound,
            due=due,
            actual=actual,
            progress=share if isinstance(share, NotAssessable) else share.value,
            progress_interval=share if isinstance(share, NotAssessable) else share.interval,
            elapsed=elapsed,
            scheduled=scheduled if isinstance(scheduled, NotAssessable) else scheduled.value,
            standing=_ALREADY_DUE if is_due else value_or_reason(self._standing, target, aim, actual, share, scheduled),
        )

    def _standing(
        self,
        target: Threshold | Relative,
        aim: Aim,
        actual: Actual,
        share: Share | NotAssessable,
        scheduled: Share | NotAssessable,
    ) -> Standing:
        if actual.is_hedged or share == NotAssessable(Reason.HEDGED):
            raise UndefinedMeasureError(Reason.HEDGED, "the standing")
        if isinstance(target, Relative):
            # A relation is kept or not; there is nothing in it to achieve early.
            return standing_of_what_is_held(actual, aim)
        return standing_of_target(actual, aim, share, scheduled, self.tolerance)

    def _scheduled(self, evidence: Evidence, target: Threshold | Relative, aim: Aim, elapsed: Decimal) -> Share:
        """The share that should be done by now."""
        baseline = evidence.baseline
        is_level = isinstance(target, Threshold) and target.measure is Measure.LEVEL
        if is_level and self.path_of(evidence.indicator) == "geometric" and isinstance(baseline, Actual):
            return geometric_share(aim, baseline, elapsed)
        return Share.exactly(elapsed)

    def path_of(self, indicator: Indicator) -> Path:
        """Return the path on which the levels of an indicator are to move."""
        return self.path or ("geometric" if promises_rate(indicator) else "linear")

    def _time_allowed(self, target: Threshold | Relative, evidence: Evidence) -> Period:
        """The time that a target has: that of a level and of a change runs from the baseline, as its progress does."""
        due, baseline = target.due(self.plan_period), evidence.baseline
        counts_from_baseline = target.measure is Measure.LEVEL or _is_change_from_baseline(target)
        if not counts_from_baseline:
            return due
        if isinstance(baseline, NotAssessable) or due.ends_by(baseline.period):
            return self.plan_period.through(due)
        return baseline.period.until(due)

    def _reached(self, evidence: Evidence, target: Threshold | Relative) -> _Reached:
        actual = self._actual(evidence, target)
        return _Reached(actual, (reading_of(actual, evidence),))

    def _actual(self, evidence: Evidence, target: Threshold | Relative) -> Actual:
        """What was reached once a target is due; before that, what was reached so far."""
        due, measure = target.due(self.plan_period), target.measure
        if _is_change_from_baseline(target):
            return defined(self._change_from_baseline(evidence, due))
        if due.ends_by(self.as_of):
            return defined(evidence.actual(measure, due))
        if measure is Measure.LEVEL:
            return defined(evidence.latest_level(due, by=due, since=self.plan_period))
        return defined(evidence.so_far(measure, due))

    def _change_from_baseline(self, evidence: Evidence, due: Period) -> Actual | NotAssessable:
        """The change published for the time since the baseline, else that of the level."""
        baseline, is_due = evidence.baseline, due.ends_by(self.as_of)
        if isinstance(baseline, Actual) and due.ends_by(baseline.period):
            return NotAssessable(Reason.NO_TIME)
        time = due if isinstance(baseline, NotAssessable) else baseline.period.until(due)
        published = evidence.actual(Measure.CHANGE, time) if is_due else evidence.so_far(Measure.CHANGE, time)
        if published == NotAssessable(Reason.CONFLICTING_OBSERVATIONS):
            return published
        if isinstance(published, Actual) and not published.is_from_levels:
            return published
        return self._change_of_level(evidence, baseline, due)

    def _change_of_level(
        self, evidence: Evidence, baseline: Actual | NotAssessable, due: Period
    ) -> Actual | NotAssessable:
        if isinstance(baseline, NotAssessable):
            return baseline
        is_due, year = due.ends_by(self.as_of), due.last_year
        last = evidence.actual(Measure.LEVEL, year) if is_due else evidence.latest_level(baseline.period, by=due)
        if isinstance(last, NotAssessable):
            return last
        if not evidence.indicator.stock and not baseline.period.is_as_long_as(last.period):
            return NotAssessable(Reason.OTHER_LENGTH)
        return evidence.between_levels(Measure.CHANGE, baseline.period.until(last.period), baseline, last)

    def _lead(self, evidence: Evidence, target: Relative) -> _Reached:
        """How far the indicator is ahead of the one that it is compared with."""
        own, reference = self._actual(evidence, target), self.evidence[target.reference]
        other = reference_actual(own, evidence.indicator, reference, target)
        lead = lead_of(own, other, target, reference.indicator)
        return _Reached(lead, (reading_of(own, evidence), reading_of(other, reference)))

    def _last_known(self, evidence: Evidence, target: Threshold | Relative, due: Period) -> Actual | None:
        """The last known actual before the one that is missing."""
        if isinstance(target, Relative):
            return None
        is_level = target.measure is Measure.LEVEL
        last = evidence.latest_level(due, by=due) if is_level else evidence.so_far(target.measure, due)
        return last if isinstance(last, Actual) else None


def _judged(aim: Aim, reached: _Reached) -> _Judged:
    """The verdict on a target that is due."""
    judgement = value_or_reason(judge, reached.actual, aim.bound, aim.direction)
    if isinstance(judgement, NotAssessable):
        return _Judged(Verdict.NOT_ASSESSABLE, judgement.reason)
    of_readings = [caveat for reading in reached.readings for caveat in reading.caveats]
    unit_lists = dict.fromkeys(unit_list for reading in reached.readings for unit_list in reading.unit_lists)
    caveats = in_order([*judgement.caveats, *of_readings])
    return _Judged(judgement.verdict, caveats=caveats, unit_lists=tuple(unit_lists))


def _share_of(target: Threshold | Relative, aim: Aim, actual: Actual, evidence: Evidence) -> Share:
    if isinstance(target, Relative):
        raise UndefinedMeasureError(Reason.NO_SHARE)
    return share_done(actual, aim, evidence.baseline, is_stock=evidence.indicator.stock)


def _is_change_from_baseline(target: Threshold | Relative) -> bool:
    return target.measure is Measure.CHANGE and target.period is None
