"""What rules look up of a plan: targets on one measure, the level that a period starts from, and places."""

from __future__ import annotations

from collections.abc import Iterable

from civicplan.evidence import Actual, Evidence
from civicplan.model import Indicator, Measure, Observation, Task, Threshold
from civicplan.values import Period, Source


def thresholds_on(indicator: Indicator, measure: Measure) -> list[Threshold]:
    """Return the targets in numbers on one measure, in the order of the plan."""
    thresholds = (target for target in indicator.targets if isinstance(target, Threshold))
    return [threshold for threshold in thresholds if threshold.measure is measure]


def level_before(evidence: Evidence, period: Period) -> Observation | None:
    """Return the published level of the year before a period of whole years; None where there is none."""
    year = period.year_before
    level = None if year is None else evidence.published(Measure.LEVEL, year)
    return level.inputs[0] if isinstance(level, Actual) and not level.is_hedged else None


def place_of(part: Indicator | Task, *closer: Source | None) -> Source | None:
    """Return the closest recorded place: the figure's own, else the row's."""
    return next((place for place in closer if place), part.source)


def places_of(indicator: Indicator, inputs: Iterable[Observation]) -> tuple[Source, ...]:
    """Return where published figures stand, each place once."""
    places = (place_of(indicator, observation.source) for observation in inputs)
    return tuple(dict.fromkeys(place for place in places if place))
