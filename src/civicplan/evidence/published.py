"""The published figures of one indicator, reconciled, by measure and period."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeAlias

from attrs import frozen

from civicplan.errors import Reason
from civicplan.evidence.actual import Actual
from civicplan.evidence.printed import are_counted, printed_interval
from civicplan.evidence.revisions import Vintage, agree, in_agreement, of_vintage
from civicplan.model import Indicator, Measure, Observation
from civicplan.values import Interval, NotAssessable, Period

CONFLICT = NotAssessable(Reason.CONFLICTING_OBSERVATIONS)

#: A period and what is published for it; where its figures contradict each other, the reason why there is none.
Part: TypeAlias = tuple[Period, Actual | NotAssessable]
_Key: TypeAlias = tuple[int, int]


@frozen(eq=False)
class PublishedFigures:
    """The baseline of an indicator and its figures whose periods are over by a day.

    Attributes:
        indicator: The indicator.
        as_of: The day is the last one of this period; None knows all figures.
        vintage: Which publications count.
    """

    indicator: Indicator
    as_of: Period | None
    vintage: Vintage = "latest"

    @cached_property
    def by_period(self) -> dict[Measure, dict[Period, Actual | NotAssessable]]:
        """One figure for each measure and period, or why there is none; the baseline is that of the plan."""
        known: dict[Measure, dict[Period, Actual | NotAssessable]] = {measure: {} for measure in Measure}
        for (measure, period), published in self._observations.items():
            known[measure][period] = self._reconciled(published)
        baseline = self.indicator.baseline
        if baseline is not None:
            together = self._with_baseline
            known[baseline.measure][self.period_of(baseline)] = (
                self._reconciled([baseline]) if together == CONFLICT else together
            )
        return known

    @cached_property
    def _observations(self) -> dict[tuple[Measure, Period], list[Observation]]:
        """The figures of the vintage that are over by the day, the baseline left out, by measure and period."""
        published: dict[tuple[Measure, Period], list[Observation]] = {}
        for observation in filter(self._is_over, self.indicator.observations):
            published.setdefault((observation.measure, self.period_of(observation)), []).append(observation)
        return {key: known for key, figures in published.items() if (known := of_vintage(figures, self.vintage))}

    def period_of(self, observation: Observation) -> Period:
        """Return the period by which a figure is found."""
        return self.found_by(observation.measure, observation.period)

    def found_by(self, measure: Measure, period: Period) -> Period:
        """Return the period by which a figure is found: the level of a stock by the last day alone."""
        return Period.of(period.end) if self.indicator.stock and measure is Measure.LEVEL else period

    def _is_over(self, observation: Observation) -> bool:
        return self.as_of is None or observation.period.ends_by(self.as_of)

    def _reconciled(self, published: Sequence[Observation]) -> Actual | NotAssessable:
        """The finest of the figures for one period with what all of them allow; a bound that says all that is finer."""
        return self._common(in_agreement(published))

    def _common(self, agreeing: Sequence[Observation]) -> Actual | NotAssessable:
        intervals = [printed_interval(figure, self.indicator, is_exact=self.is_exact) for figure in agreeing]
        common = Interval.common(intervals) if intervals else None
        if common is None:
            return CONFLICT
        finest = intervals.index(common) if common in intervals else 0
        return Actual.published(agreeing[finest], common)

    def _beside(self, baseline: Observation) -> list[Observation]:
        """The figures published for the period of the baseline."""
        return self._observations.get((baseline.measure, self.period_of(baseline)), [])

    @cached_property
    def _with_baseline(self) -> Actual | NotAssessable:
        """The baseline with the figures for its period; in conflict where any contradicts it, published last or not."""
        baseline = self.indicator.baseline
        assert baseline is not None, "only of a baseline is it asked what is published beside it"
        counting = in_agreement([baseline, *self._beside(baseline)])
        others = [figure for figure in counting if figure is not baseline]
        return self._common(counting) if all(agree(baseline, figure) for figure in others) else CONFLICT

    @cached_property
    def restated_baselines(self) -> tuple[Actual, ...]:
        """The levels published for the period of the baseline, where they contradict it; several if they disagree."""
        baseline = self.indicator.baseline
        if baseline is None or baseline.measure is not Measure.LEVEL or self._with_baseline != CONFLICT:
            return ()
        published = self._beside(baseline)
        restated = self._reconciled(published)
        readings = [restated] if restated != CONFLICT else [self._reconciled([figure]) for figure in published]
        return tuple(reading for reading in readings if isinstance(reading, Actual))

    @cached_property
    def is_exact(self) -> bool:
        """True where the levels and amounts of the indicator are counted."""
        return are_counted(self.indicator)

    @cached_property
    def are_losses(self) -> bool:
        """True where a level is negative: the yearly rates of a loss say how far it shrinks, and do not compound."""
        levels = self.by_period[Measure.LEVEL].values()
        return any(isinstance(level, Actual) and level.value < 0 for level in levels)

    @cached_property
    def parts(self) -> dict[Measure, _Parts]:
        """The figures of each measure that may be parts of longer periods, hedged ones left out."""
        return {
            measure: _Parts(
                sorted(
                    (part for part in by_period.items() if _may_be_part(measure, *part)),
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


def _may_be_part(measure: Measure, period: Period, published: Actual | NotAssessable) -> bool:
    """Rates chain by whole years only, those of growth by single ones."""
    if isinstance(published, Actual) and published.is_hedged:
        return False
    match measure:
        case Measure.GROWTH:
            return period.years == 1
        case Measure.REDUCTION:
            return period.years is not None
        case _:
            return True
