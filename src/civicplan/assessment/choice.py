"""Choice: which of an indicator's outcomes speak for it on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import evolve

from civicplan.assessment.assessor import Assessor
from civicplan.assessment.outcome import Outcome
from civicplan.errors import Reason
from civicplan.evidence.in_force import are_alike, in_force_among, is_published_by, valid_targets
from civicplan.model import Indicator, Relative, Threshold
from civicplan.values import NotAssessable


class Choice(NamedTuple):
    """The outcomes of all targets of an indicator, and which of them speak for it on the day."""

    outcomes: tuple[Outcome, ...]
    target: Outcome | NotAssessable
    next_target: Outcome | NotAssessable


def choose(indicator: Indicator, assessor: Assessor) -> Choice:
    """Return the outcomes of all targets of an indicator, and which of them speak for it on the day."""
    outcomes = tuple(_outcomes(indicator, assessor))
    headline = _headline([outcome for outcome in outcomes if outcome.is_valid])
    return Choice(outcomes, _target(outcomes, headline), _next_target(outcomes, headline, assessor))


def _outcomes(indicator: Indicator, assessor: Assessor) -> Iterator[Outcome]:
    """The outcome of each target, and whether it counts on the day."""
    targets, plan_period, day = indicator.targets, assessor.plan_period, assessor.as_of
    valid = valid_targets(targets, plan_period, day)
    chosen = {id(target) for target in in_force_among(valid, plan_period, day)}
    for target in targets:
        outcome = assessor.outcome(indicator.id, target)
        if id(target) not in chosen:
            is_valid = any(target is other for other in valid)
            is_published = is_published_by(target, day)
            outcome = evolve(outcome, is_in_force=False, is_valid=is_valid, is_published=is_published)
        yield outcome


def _headline(outcomes: Sequence[Outcome]) -> Outcome | None:
    """The first target with a figure of its own, else the first relation, else the first phrase."""
    for kinds in ((Threshold,), (Relative,), (object,)):
        for outcome in outcomes:
            if isinstance(outcome.target, kinds):
                return outcome
    return None


def _target(outcomes: Sequence[Outcome], headline: Outcome | None) -> Outcome | NotAssessable:
    """The outcome in force on the measure of the headline."""
    if headline is None:
        return NotAssessable(Reason.NO_TARGET)
    in_force = (outcome for outcome in outcomes if outcome.is_in_force)
    return next(outcome for outcome in in_force if are_alike(outcome.target, headline.target))


def _next_target(outcomes: Sequence[Outcome], headline: Outcome | None, assessor: Assessor) -> Outcome | NotAssessable:
    """The outcome on the measure of the headline that is due first after the day, of those whose time has begun."""
    if headline is None or not headline.is_numeric:
        return NotAssessable(Reason.NO_TARGET if headline is None else headline.reason or Reason.QUALITATIVE_TARGET)
    alike = [outcome for outcome in outcomes if outcome.is_valid and are_alike(outcome.target, headline.target)]
    to_come = [outcome for outcome in alike if not outcome.is_due_by(assessor.as_of)]
    begun = [outcome for outcome in to_come if assessor.has_begun(outcome)]
    if not begun:
        return NotAssessable(Reason.NOT_BEGUN if to_come else Reason.ALREADY_DUE)
    return min(begun, key=lambda outcome: outcome.due.end_key if outcome.due else (0, 0))
