"""Readings: how far the way in which figures were read could overturn a verdict on them."""

from __future__ import annotations

from typing import NamedTuple

from civicplan.assessment.caveat import Caveat
from civicplan.evidence import Actual, Evidence
from civicplan.model import Indicator, Measure, Prices
from civicplan.model.target import IN_UNITS
from civicplan.model.units import UnitList, is_ratio, listed

_RATES = (Measure.GROWTH, Measure.REDUCTION)


class Reading(NamedTuple):
    """What a verdict owes to the way in which the figures of one indicator were read.

    Attributes:
        caveats: What could overturn it.
        unit_lists: The documented lists of units that keep a caveat away.
    """

    caveats: tuple[Caveat, ...] = ()
    unit_lists: tuple[UnitList, ...] = ()


def reading_of(actual: Actual, evidence: Evidence) -> Reading:
    """Return how the figures behind an actual of one indicator were read."""
    caveats, unit_list = _of_rates(actual, evidence.indicator)
    lists = [] if unit_list is None else [unit_list]
    if _rests_on_counting(actual, evidence) and UnitList.COUNTS not in lists:
        lists.append(UnitList.COUNTS)
    return Reading(caveats, tuple(lists))


def _of_rates(actual: Actual, indicator: Indicator) -> tuple[tuple[Caveat, ...], UnitList | None]:
    """Whether a rate that was derived from levels may be one of percentages, or in current prices."""
    if not actual.is_from_levels or actual.measure not in _RATES:
        return (), None
    if is_ratio(indicator.unit):
        return (Caveat.RATIO,), None
    if indicator.prices is not None:
        return ((Caveat.PRICES,) if indicator.prices is Prices.CURRENT else ()), None
    unit_list = list_of(indicator)
    return ((Caveat.PRICES,) if unit_list is None else ()), unit_list


def list_of(indicator: Indicator) -> UnitList | None:
    """Return the documented list on which the unit of an indicator stands, unless its names speak against that.

    >>> list_of(Indicator(id="grain", name="grain", unit="万吨"))
    <UnitList.PHYSICAL: 'physical'>
    """
    return listed(indicator.unit, *indicator.words)


def _rests_on_counting(actual: Actual, evidence: Evidence) -> bool:
    """True where whole numbers were taken as counted because of their unit."""
    by_the_list = evidence.is_exact and evidence.indicator.exact is None
    return by_the_list and any(figure.measure in IN_UNITS for figure in actual.inputs)
