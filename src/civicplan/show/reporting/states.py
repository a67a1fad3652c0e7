"""States: the verdict on what is due, and the standing of what is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TypeAlias

from civicplan.assessment.indicator import IndicatorAssessment
from civicplan.assessment.task import TaskAssessment
from civicplan.model import Standing, Verdict

State: TypeAlias = Verdict | Standing
Assessed: TypeAlias = IndicatorAssessment | TaskAssessment

#: From what was reached to what was missed.
ORDER: tuple[State, ...] = (
    Verdict.MET,
    Standing.ACHIEVED_EARLY,
    Standing.AHEAD,
    Standing.ON_TRACK,
    Verdict.NOT_DUE,
    Verdict.NOT_ASSESSABLE,
    Standing.BEHIND,
    Standing.REVERSING,
    Verdict.NOT_MET,
)
#: What a reader has to look at first.
SHORT = (Standing.BEHIND, Standing.REVERSING)


def state_of(assessed: Assessed) -> State:
    """Return the verdict, or the standing of what is not due where that is known."""
    standing = assessed.standing
    is_open = assessed.verdict is Verdict.NOT_DUE and isinstance(standing, Standing)
    return standing if is_open and isinstance(standing, Standing) else assessed.verdict


def falls_short(assessed: Assessed) -> bool:
    """Return whether it was missed, or is behind what is still to come."""
    return assessed.verdict is Verdict.NOT_MET or assessed.standing in SHORT


def may_fall_short(assessed: IndicatorAssessment) -> bool:
    """Return whether a target has neither a verdict nor a standing, so that nobody knows whether it falls short."""
    is_unknown = state_of(assessed) in (Verdict.NOT_DUE, Verdict.NOT_ASSESSABLE)
    return is_unknown or any(outcome.verdict is Verdict.NOT_ASSESSABLE for outcome in assessed.in_force)


def counts_of(assessed: Iterable[Assessed]) -> dict[State, int]:
    """Return how many are in each state, from what was reached to what was missed; states of none are left out."""
    found = Counter(map(state_of, assessed))
    return {state: found[state] for state in ORDER if found[state]}
