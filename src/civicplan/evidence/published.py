"""The published figures of one indicator, reconciled, by measure and period."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeAlias

from attrs import frozen

from civicplan.errors import Reason
from civicplan.model import Indicator, Measure, Observation
from civicplan.values import NotAssessable, Period, reconcile

CONFLICT = NotAssessable(Reason.CONFLICTING_OBSERVATIONS)

#: A period and what is published for it; where its figures contradict each other, the reason why there is none.
Part: TypeAlias = tuple[Period, Observation | NotAssessable]
_Key: TypeAlias = tuple[int, int]


@frozen(eq=False, repr=False)
class PublishedFigures:
    """The baseline of an indicator and its figures whose periods are over by a day.

    Attributes:
        indicator: The indicator.
        as_of: The day is the last one of this period; None knows all figures.
    """

    indicator: Indicator
    as_of: Period | None

    @cached_property
    def by_period(self) -> dict[Measure, dict[Period, Observation | NotAssessable]]:
        """One figure for each measure and period, or the reason why there is none."""
        baseline = (self.indicator.baseline,) if self.indicator.baseline is not None else ()
        observations: dict[Measure, dict[Period, list[Observation]]] = {measure: {} for measure in Measure}
        for observation in (*baseline, *filter(self._is_over, self.indicator.observations)):
            observations[observation.measure].setdefault(observation.period, []).append(observation)
        return {
            measure: {period: _reconciled(published) for period, published in by_period.items()}
            for measure, by_period in observations.items()
        }

    def _is_over(self, observation: Observation) -> bool:
        return self.as_of is None or observation.period.ends_by(self.as_of)

    @cached_property
    def are_losses(self) -> bool:
        """True where a level is negative: the yearly rates of a loss say how far it shrinks, and do not compound."""
        levels = self.by_period[Measure.LEVEL].values()
        return any(isinstance(level, Observation) and level.number < 0 for level in levels)

    @cached_property
    def parts(self) -> dict[Measure, _Parts]:
        """The figures of each measure that may be parts of longer periods; growth by whole years only."""
        return {
            measure: _Parts(
                sorted(
                    (part for part in by_period.items() if measure is not Measure.GROWTH or part[0].years == 1),
                    key=lambda part: (part[0].start_key, part[0].end_key),
                )
            )
            for measure, by_period in self.by_period.items()
        }


@frozen(eq=False, repr=False)
class _Parts:
    """The figures of one measure, by the start and then by the end of their periods."""

    in_order: Sequence[Part]

    @cached_property
    def _keys(self) -> list[tuple[_Key, _Key]]:
        return [(period.start_key, period.end_key) for period, _ in self.in_order]

    @cached_property
    def _periods(self) -> frozenset[Period]:
        return frozenset(period for period, _ in self.in_order)

    @cached_property
    def _starts(self) -> Counter[_Key]:
        return Counter(start for start, _ in self._keys)

    @cached_property
    def _ends(self) -> Counter[_Key]:
        return Counter(end for _, end in self._keys)

    def starting_at(self, start: _Key) -> Sequence[Part]:
        """Return the parts from the first one that starts there or later."""
        return self.in_order[bisect_left(self._keys, (start, start)) :]

    def others_within(self, period: Period) -> list[Part]:
        """Return the parts of the period, that of the whole period left out; none where they cannot span it."""
        own = period in self._periods
        if self._starts[period.start_key] <= own or self._ends[period.end_key] <= own:
            return []
        return [part for part in self._between(period) if part[0] != period]

    def _between(self, period: Period) -> Iterator[Part]:
        for part in self.starting_at(period.start_key):
            if part[0].start_key >= period.end_key:
                return
            if part[0].end_key <= period.end_key:
                yield part


def _reconciled(observations: list[Observation]) -> Observation | NotAssessable:
    """The most precise of the figures for one period, where it rounds to all the others."""
    if len(observations) == 1:
        return observations[0]
    figure = reconcile(observation.number for observation in observations)
    if figure is None:
        return CONFLICT
    return next(observation for observation in observations if observation.figure is figure)
