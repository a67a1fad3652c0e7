"""What one printed figure of an indicator may stand for."""

from __future__ import annotations

from collections.abc import Iterator

from civicplan.model import Indicator, Measure, Observation, Threshold
from civicplan.model.target import IN_UNITS
from civicplan.model.units import counts_whole_things
from civicplan.values import Bound, Figure, Interval


def printed_interval(observation: Observation, indicator: Indicator, *, is_exact: bool) -> Interval:
    """Return every true value that the printed figure may stand for.

    An exact figure stands for itself, a figure printed as a bound for all of it, any other for what rounds to it. The
    natural range of the indicator cuts a level, unless the printed figure lies outside it.

    Args:
        observation: The published figure.
        indicator: The indicator that it is about.
        is_exact: Whether the levels and amounts of the indicator are counted.
    """
    interval, possible = by_its_digits(observation, is_exact=is_exact), indicator.natural_range
    if observation.measure is not Measure.LEVEL or possible is None or not possible.admits(observation.number):
        return interval
    return interval.intersection(possible.interval) or interval


def by_its_digits(observation: Observation, *, is_exact: bool = False) -> Interval:
    """Return every true value that the digits of the figure allow, or its bound where it is printed as one."""
    figure, number = observation.figure, observation.number
    if isinstance(figure, Bound) and not figure.is_of_unknown_width:
        return figure.interval
    is_counted = is_exact and observation.measure in IN_UNITS and not observation.is_hedged and number.places >= 0
    return Interval.exactly(number.value) if is_counted else number.interval


def are_counted(indicator: Indicator) -> bool:
    """Return whether the levels and amounts of an indicator are counted, so that no digit was left out.

    That is declared; where it is not, whole numbers in a listed unit of counting are counted if all figures of the
    indicator are whole.

    >>> are_counted(Indicator(id="a", name="parks", unit="个", targets=("≥4",), observations={"2020": "4"}))
    True
    """
    if indicator.exact is not None:
        return indicator.exact
    return counts_in_listed_unit(indicator) and all(figure.places == 0 for figure in _figures_in_units(indicator))


def counts_in_listed_unit(indicator: Indicator) -> bool:
    """Return True where the unit is on the list of units of counting and nothing speaks of a rate."""
    return counts_whole_things(indicator.unit, *indicator.words)


def _figures_in_units(indicator: Indicator) -> Iterator[Figure]:
    baseline = () if indicator.baseline is None else (indicator.baseline,)
    for observation in (*baseline, *indicator.observations):
        if observation.measure in IN_UNITS:
            yield observation.number
    for target in indicator.targets:
        if isinstance(target, Threshold) and target.measure in IN_UNITS:
            yield from (figure for figure in (target.bound.figure, target.bound.second) if figure is not None)
