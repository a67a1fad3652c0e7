"""The evidence on an indicator from which one figure can be left out, so that the others can vouch for it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeAlias

from attrs import frozen

from civicplan.assessment import Actual
from civicplan.errors import Reason
from civicplan.evidence.chains import chains_from, parts_of
from civicplan.evidence.derivations import DERIVATIONS
from civicplan.evidence.evidence import Evidence
from civicplan.model import Measure, Observation
from civicplan.values import CalendarUnit, NotAssessable, Period

_MISSING = NotAssessable(Reason.MISSING_OBSERVATION)
_Part: TypeAlias = tuple[Period, Observation | NotAssessable]


@frozen(eq=False, repr=False)
class _Row:
    """The published figures of one measure, by the start and then by the end of their periods."""

    parts: Sequence[_Part]

    @cached_property
    def _keys(self) -> list[tuple[tuple[int, int], tuple[int, int]]]:
        return [(period.start_key, period.end_key) for period, _ in self.parts]

    @cached_property
    def _starts(self) -> Counter[tuple[int, int]]:
        return Counter(start for start, _ in self._keys)

    @cached_property
    def _ends(self) -> Counter[tuple[int, int]]:
        return Counter(end for _, end in self._keys)

    @cached_property
    def _periods(self) -> frozenset[Period]:
        return frozenset(period for period, _ in self.parts)

    def others_span(self, period: Period) -> bool:
        """True when a part other than that of the whole period starts with it, and one ends with it."""
        own = period in self._periods
        return self._starts[period.start_key] > own and self._ends[period.end_key] > own

    def within(self, period: Period) -> Iterator[_Part]:
        """The parts that start and end in the period."""
        start, end = period.start_key, period.end_key
        for index in range(bisect_left(self._keys, (start, start)), len(self._keys)):
            starts, ends = self._keys[index]
            if starts >= end:
                return
            if ends <= end:
                yield self.parts[index]


@frozen(eq=False, repr=False)
class Known(Evidence):
    """The evidence on one indicator, with what its other figures give for each one."""

    @cached_property
    def _rows(self) -> dict[Measure, _Row]:
        return {measure: self._row(measure) for measure in Measure}

    @cached_property
    def _derived(self) -> dict[tuple[Measure, Period], tuple[Actual, ...]]:
        return {}

    def _row(self, measure: Measure) -> _Row:
        seen = (self.indicator.baseline, *self.indicator.observations)
        periods = {each.period for each in seen if each is not None and each.measure is measure}
        figures = ((period, self.published(measure, period)) for period in periods)
        known = [part for part in figures if part[1] != _MISSING]
        return _Row(sorted(known, key=lambda part: (part[0].start_key, part[0].end_key)))

    def row_of_others(self, measure: Measure, period: Period, *, of_years: bool) -> tuple[_Part, ...]:
        """The published parts of the period, but for that of the whole period; () where they cannot span it."""
        row = self._rows[measure]
        if not row.others_span(period):
            return ()
        others = (part for part in row.within(period) if part[0] != period)
        return tuple(
            part for part in others if not of_years or (part[0].unit is CalendarUnit.YEAR and part[0].count == 1)
        )

    def derived(self, measure: Measure, period: Period) -> tuple[Actual, ...]:
        """All that the other figures give for this measure and period, had nobody stated it."""
        key = measure, period
        if key not in self._derived:
            others = self.without(measure, period)
            found = (derive(others, period) for derive in DERIVATIONS[measure])
            self._derived[key] = tuple(actual for actual in found if isinstance(actual, Actual))
        return self._derived[key]

    def without(self, measure: Measure, period: Period) -> Unstated:
        """The same, had nobody stated this measure for this period."""
        return Unstated(self.indicator, self.as_of, self, measure, period)


@frozen(eq=False, repr=False)
class Unstated(Evidence):
    """What is published of one indicator but for one measure of one period, as far as a derivation looks at it.

    Attributes:
        known: All that is published.
        measure: The measure left out.
        period: The period that it is left out for.
    """

    known: Known
    measure: Measure
    period: Period

    def published(self, measure: Measure, period: Period) -> Observation | NotAssessable:
        """The published figure of exactly this measure and period, unless it is the one left out."""
        is_left_out = measure is self.measure and period == self.period
        return _MISSING if is_left_out else self.known.published(measure, period)

    def consecutive_parts(
        self, measure: Measure, period: Period, *, of_years: bool = False
    ) -> tuple[Observation, ...] | NotAssessable:
        """Published figures whose periods follow each other without a gap through the whole period; () if none do."""
        if measure is not self.measure or period != self.period:
            return self.known.consecutive_parts(measure, period, of_years=of_years)
        others = self.known.row_of_others(measure, period, of_years=of_years)
        return parts_of(chains_from(period.start_key, measure, others), period) if others else ()
