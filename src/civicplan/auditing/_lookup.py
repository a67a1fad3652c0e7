"""What rules look up of a plan: targets on one measure, the level that a period starts from, and places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

from civicplan.evidence import Actual, Evidence
from civicplan.evidence.revisions import of_vintage
from civicplan.model import Direction, Indicator, Measure, Observation, Target, Task, Threshold
from civicplan.model.indicator import ObservationStatus
from civicplan.values import Bound, Interval, Period, Source


def known_targets_on(indicator: Indicator, measure: Measure) -> list[Threshold]:
    """Return those of the targets in numbers on one measure whose acceptable values are known."""
    return [target for target in thresholds_on(indicator, measure) if not target.bound.is_of_unknown_width]


def thresholds_on(indicator: Indicator, measure: Measure) -> list[Threshold]:
    """Return the targets in numbers on one measure, in the order of the plan."""
    thresholds = (target for target in indicator.targets if isinstance(target, Threshold))
    return [threshold for threshold in thresholds if threshold.measure is measure]


def standing_figures(indicator: Indicator, *, hedged_too: bool = False) -> list[Observation]:
    """Return the published figures that no later one has superseded; hedged ones only where they are asked for."""
    standing = (figure for same in _by_measure_and_period(indicator) for figure in _standing(same))
    return [figure for figure in standing if hedged_too or not figure.is_hedged]


def superseded_figures(indicator: Indicator) -> list[Observation]:
    """Return the published figures that a later one has superseded."""
    standing = set(map(id, standing_figures(indicator, hedged_too=True)))
    return [figure for figure in indicator.observations if id(figure) not in standing]


def as_provisional(indicator: Indicator) -> Indicator:
    """Return the indicator as it was before the final figures took the place of the provisional ones."""
    observations = [
        figure
        for same in _by_measure_and_period(indicator)
        for figure in ([one for one in same if one.status is ObservationStatus.PROVISIONAL] or same)
    ]
    return evolve(indicator, observations=observations)


def as_promised_before(indicator: Indicator, day: Period) -> Indicator:
    """Return the indicator with the targets that were published earlier than a day."""
    targets = [target for target in indicator.targets if not _is_published_since(target, day)]
    return evolve(indicator, targets=targets)


def _is_published_since(target: Target, day: Period) -> bool:
    return isinstance(target, Threshold) and target.published is not None and target.published.end_key >= day.end_key


def _by_measure_and_period(indicator: Indicator) -> Iterable[Sequence[Observation]]:
    figures: dict[tuple[Measure, Period], list[Observation]] = {}
    for figure in indicator.observations:
        figures.setdefault((figure.measure, figure.period), []).append(figure)
    return figures.values()


def _standing(same: Sequence[Observation]) -> list[Observation]:
    """Those of several figures for one period that were published last, or at a time that is not known.

    A provisional one stands only where there is no other.
    """
    kept = of_vintage(same, "latest")
    latest = max((figure.published.end_key for figure in kept if figure.published is not None), default=None)
    return [figure for figure in kept if figure.published is None or figure.published.end_key == latest]


def level_before(evidence: Evidence, period: Period) -> Observation | None:
    """Return the published level of the year before a period of whole years; None where there is none."""
    year = period.year_before
    level = None if year is None else evidence.published(Measure.LEVEL, year)
    return level.inputs[0] if isinstance(level, Actual) and not level.is_hedged else None


def readings_of(actual: Actual) -> list[Interval]:
    """Return all that the printed digits allow, in each way in which the figures may be read; halves go either way."""
    readings = (actual.interval, *(reading.interval for reading in actual.other_readings))
    return [interval.closure for interval in readings]


def accepted_values(bound: Bound, direction: Direction | None = None) -> Interval:
    """Return the acceptable values of a bound whose printed figures may have been rounded."""
    figures = [figure for figure in (bound.figure, bound.second) if figure is not None]
    coarsest = min(figures, key=lambda figure: figure.places)
    return bound.acceptable(direction).closure + (coarsest.interval - coarsest.value)


def place_of(part: Indicator | Task, *closer: Source | None) -> Source | None:
    """Return the closest recorded place: the figure's own, else the row's."""
    return next((place for place in closer if place), part.source)


def places_of(indicator: Indicator, inputs: Iterable[Observation]) -> tuple[Source, ...]:
    """Return where published figures stand, each place once."""
    places = (place_of(indicator, observation.source) for observation in inputs)
    return tuple(dict.fromkeys(place for place in places if place))
