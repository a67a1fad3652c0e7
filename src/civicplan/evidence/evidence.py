"""Evidence: what is known of one indicator by a day, published or derivable."""

from __future__ import annotations

from functools import cached_property

from attrs import frozen

from civicplan.errors import Reason
from civicplan.evidence.actual import Actual
from civicplan.evidence.chains import Chains, chains_from, parts_of
from civicplan.evidence.derivations import DERIVATIONS
from civicplan.model import Indicator, Measure, Observation
from civicplan.values import CalendarUnit, NotAssessable, Period, reconcile

_MISSING = NotAssessable(Reason.MISSING_OBSERVATION)
_CONFLICT = NotAssessable(Reason.CONFLICTING_OBSERVATIONS)
_OTHER_LENGTH = NotAssessable(Reason.OTHER_LENGTH)


@frozen(eq=False, repr=False)
class Evidence:
    """The published figures of one indicator whose periods are over by the end of `as_of`, and its baseline.

    Attributes:
        indicator: The indicator.
        as_of: The day is the last one of this period.
    """

    indicator: Indicator
    as_of: Period

    @cached_property
    def _published(self) -> dict[Measure, dict[Period, Observation | NotAssessable]]:
        baseline = (self.indicator.baseline,) if self.indicator.baseline is not None else ()
        known = (seen for seen in self.indicator.observations if seen.period.ends_by(self.as_of))
        figures: dict[Measure, dict[Period, list[Observation]]] = {measure: {} for measure in Measure}
        for observation in (*baseline, *known):
            figures[observation.measure].setdefault(observation.period, []).append(observation)
        return {
            measure: {period: _reconciled(seen) for period, seen in row.items()} for measure, row in figures.items()
        }

    @cached_property
    def _chains(self) -> dict[tuple[Measure, bool, tuple[int, int]], Chains]:
        return {}

    @cached_property
    def _in_order(self) -> dict[Measure, list[tuple[Period, Observation | NotAssessable]]]:
        return {
            measure: sorted(row.items(), key=lambda item: (item[0].start_key, item[0].end_key))
            for measure, row in self._published.items()
        }

    @property
    def baseline(self) -> Observation | NotAssessable:
        """The level that the indicator starts from, with what else is published for its period."""
        stated = self.indicator.baseline
        if stated is None or stated.measure is not Measure.LEVEL:
            return NotAssessable(Reason.MISSING_BASELINE)
        return self.published(Measure.LEVEL, stated.period)

    def published(self, measure: Measure, period: Period) -> Observation | NotAssessable:
        """The published figure of exactly this measure and period."""
        return self._published[measure].get(period, _MISSING)

    def actual(self, measure: Measure, period: Period) -> Actual | NotAssessable:
        """The published figure, else one derived from published figures."""
        published = self.published(measure, period)
        if isinstance(published, Observation):
            return Actual.published(published)
        if published != _MISSING:
            return published
        for derive in DERIVATIONS[measure]:
            derived = derive(self, period)
            if derived is not None:
                return derived
        return _OTHER_LENGTH if measure is Measure.LEVEL and self._has_level_at(period) else _MISSING

    def so_far(self, measure: Measure, period: Period) -> Actual | NotAssessable:
        """The actual of the longest part of the period, counted from its start, for which there is one."""
        ends = {seen.end_key: seen for row in self._published.values() for seen in row}
        for _, seen in sorted(ends.items(), key=lambda item: item[0], reverse=True):
            if period.start_key < seen.end_key <= period.end_key:
                actual = self.actual(measure, period.through(seen))
                if actual != _MISSING:
                    return actual
        return _MISSING

    def latest_level(self, like: Period, *, by: Period, since: Period | None = None) -> Actual | NotAssessable:
        """The latest level over by the end of `by`, for a period as long as `like`.

        Only levels after the baseline count; where there is none, those after the start of `since`.
        """
        baseline = self.indicator.baseline
        earliest = baseline.period.end_key if baseline else since.start_key if since else (0, 0)
        levels = {
            period: level
            for period, level in self._published[Measure.LEVEL].items()
            if period.is_as_long_as(like) and earliest < period.end_key <= by.end_key
        }
        if not levels:
            return _MISSING
        latest = levels[max(levels, key=lambda period: period.end_key)]
        return Actual.published(latest) if isinstance(latest, Observation) else latest

    def consecutive_parts(
        self, measure: Measure, period: Period, *, of_years: bool = False
    ) -> tuple[Observation, ...] | NotAssessable:
        """Published figures whose periods follow each other without a gap through the whole period; () if none do.

        Several such rows that contradict each other are a conflict. With `of_years` only parts of one year count.
        """
        key = measure, of_years, period.start_key
        if key not in self._chains:
            parts = self._in_order[measure]
            taken = [
                part for part in parts if not of_years or (part[0].unit is CalendarUnit.YEAR and part[0].count == 1)
            ]
            self._chains[key] = chains_from(period.start_key, measure, taken)
        return parts_of(self._chains[key], period)

    def _has_level_at(self, period: Period) -> bool:
        return any(seen.end_key == period.end_key for seen in self._published[Measure.LEVEL])


def _reconciled(seen: list[Observation]) -> Observation | NotAssessable:
    """The most precise of the figures for one period, where it rounds to all the others."""
    figure = reconcile(observation.figure for observation in seen) if len(seen) > 1 else seen[0].figure
    return _CONFLICT if figure is None else next(each for each in seen if each.figure is figure)
