"""Whether an indicator is at its target on a day, and what may overturn that it is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from civicplan.assessment import Caveat, IndicatorAssessment, Outcome
from civicplan.assessment.readings import reading_of
from civicplan.auditing._lookup import readings_of, standing_figures, superseded_figures
from civicplan.evidence import Actual
from civicplan.model import Measure, Observation, Threshold
from civicplan.render import findings as text
from civicplan.render.explanations import CAVEATS
from civicplan.values import Interval, Period


def to_come(assessed: IndicatorAssessment) -> Outcome | None:
    """Return the outcome of the target first due after the day, else of the one in force; None without a target."""
    return next((one for one in (assessed.next_target, assessed.target) if isinstance(one, Outcome)), None)


def is_of_day(outcome: Outcome, day: Period) -> bool:
    """Return whether what was reached was published for the very day, and more of it is not worse."""
    is_limit = outcome.bound is not None and outcome.bound.is_upper_bound
    is_total = isinstance(outcome.target, Threshold) and outcome.target.measure is Measure.TOTAL
    is_of_the_day = isinstance(outcome.actual, Actual) and outcome.actual.period.end_key == day.end_key
    return is_of_the_day and not (is_limit and is_total)


def is_comparable(outcome: Outcome) -> bool:
    """Return whether what was reached can be at the target before it is due: a growth that averages may still fall."""
    target, actual = outcome.target, outcome.actual
    if not isinstance(target, Threshold) or not isinstance(actual, Actual) or actual.is_hedged:
        return False
    return target.measure is not Measure.GROWTH and not target.bound.is_of_unknown_width


def is_not_there(outcome: Outcome) -> bool:
    """Return whether no unprinted digit of what was reached makes it acceptable."""
    if not is_comparable(outcome):
        return False
    assert isinstance(outcome.actual, Actual), "what is compared was published"
    acceptable = _acceptable(outcome)
    return all(reading.isdisjoint(acceptable) for reading in readings_of(outcome.actual))


def is_short_of_it(outcome: Outcome, day: Period) -> bool:
    """Return whether an indicator is not at a target on the day, and no figure of another day may be at it."""
    is_missing = is_not_there(outcome) and is_of_day(outcome, day)
    return is_missing and not any(periods_there(outcome, lambda period: period.end_key != day.end_key))


def _acceptable(outcome: Outcome) -> Interval:
    target = outcome.target
    assert isinstance(target, Threshold), "only a target in numbers is compared"
    return target.bound.acceptable(outcome.indicator.declared_direction(target.measure)).closure


def periods_there(
    outcome: Outcome, is_meant: Callable[[Period], bool], *, superseded: bool = False
) -> Iterator[Period]:
    """Yield the periods, of those meant, of whose published figures, or superseded ones, one may be at the target."""
    assert isinstance(outcome.target, Threshold), "only a target in numbers is compared"
    indicator = outcome.indicator
    figures = superseded_figures(indicator) if superseded else standing_figures(indicator, hedged_too=True)
    yield from (one.period for one in figures if is_meant(one.period) and _may_be_there(one, outcome))


def _may_be_there(figure: Observation, outcome: Outcome) -> bool:
    assert isinstance(outcome.target, Threshold), "only a target in numbers is compared"
    is_alike = figure.measure is outcome.target.measure
    return is_alike and not figure.figure.interval.closure.isdisjoint(_acceptable(outcome))


def of_the_evidence(assessed: IndicatorAssessment, outcome: Outcome) -> Iterator[str]:
    """Yield what could overturn any comparison with what was reached."""
    assert isinstance(outcome.actual, Actual), "a standing rests on an actual"
    yield text.BASELINE_RESTATED if assessed.evidence.restated_baselines else ""
    yield from (CAVEATS[caveat] for caveat in reading_of(outcome.actual, assessed.evidence).caveats)
    yield CAVEATS[Caveat.PARTS] if outcome.actual.is_contradicted_by_parts else ""
