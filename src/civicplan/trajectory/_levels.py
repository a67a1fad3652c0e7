"""The yearly levels of an indicator, its baseline among them."""

from __future__ import annotations

from collections.abc import Sequence

from civicplan.errors import Reason
from civicplan.model import Indicator, Measure, Observation
from civicplan.values import CalendarUnit, Figure, Period, reconcile

#: Years with their figures, earliest first.
Levels = tuple[tuple[int, Figure], ...]


def yearly_levels(indicator: Indicator, day: Period | None) -> Levels | Reason:
    """The baseline and the levels of whole years that are over by the day; of two roundings the more precise."""
    known = [
        seen for seen in indicator.observations if is_yearly_level(seen) and (day is None or seen.period.ends_by(day))
    ]
    baseline = indicator.baseline
    return _agreed(known if baseline is None or baseline.measure is not Measure.LEVEL else [baseline, *known])


def levels_since_baseline(indicator: Indicator, day: Period | None) -> Levels | Reason:
    """The same without the levels from before the baseline."""
    levels, since = yearly_levels(indicator, day), baseline_year(indicator)
    if isinstance(levels, Reason) or since is None:
        return levels
    return tuple((year, figure) for year, figure in levels if year >= since)


def _agreed(known: Sequence[Observation]) -> Levels | Reason:
    levels: dict[int, list[Figure]] = {}
    for seen in known:
        if not is_yearly_level(seen):
            return Reason.BASELINE_NOT_A_YEAR
        levels.setdefault(seen.period.first, []).append(seen.figure)
    best = [(year, reconcile(figures)) for year, figures in sorted(levels.items())]
    whole = tuple((year, figure) for year, figure in best if figure is not None)
    return whole if len(whole) == len(best) else Reason.CONFLICTING_OBSERVATIONS


def is_yearly_level(seen: Observation) -> bool:
    """True for a level of exactly one calendar year; levels of shorter units are seldom comparable with one."""
    return seen.measure is Measure.LEVEL and seen.period.unit is CalendarUnit.YEAR and seen.period.count == 1


def baseline_year(indicator: Indicator) -> int | None:
    """The year of the baseline, where it is a yearly level."""
    baseline = indicator.baseline
    return baseline.period.first if baseline is not None and is_yearly_level(baseline) else None
