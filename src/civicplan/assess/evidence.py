"""Evidence: what is known of one indicator by a day, published or derivable."""

from __future__ import annotations

from functools import cached_property

from attrs import frozen

from civicplan.assess._derivations import DERIVATIONS
from civicplan.assess.actual import Actual
from civicplan.errors import Reason
from civicplan.model import Indicator, Measure, Observation
from civicplan.values import NotAssessable, Period

_MISSING = NotAssessable(Reason.MISSING_OBSERVATION)
_CONFLICT = NotAssessable(Reason.CONFLICTING_OBSERVATIONS)


@frozen(eq=False, repr=False)
class Evidence:
    """The published figures of one indicator whose periods are over by the end of `as_of`, and its baseline."""

    #: The indicator.
    indicator: Indicator
    #: The day is the last one of this period.
    as_of: Period

    @cached_property
    def _published(self) -> dict[Measure, dict[Period, Observation | NotAssessable]]:
        known = [observation for observation in self.indicator.observations if observation.period.ends_by(self.as_of)]
        if self.indicator.baseline is not None:
            known.insert(0, self.indicator.baseline)
        table: dict[Measure, dict[Period, Observation | NotAssessable]] = {measure: {} for measure in Measure}
        for observation in known:
            row = table[observation.measure]
            seen = row.get(observation.period)
            row[observation.period] = observation if seen is None else _reconciled(seen, observation)
        return table

    def published(self, measure: Measure, period: Period) -> Observation | NotAssessable:
        """The published figure of exactly this measure and period."""
        return self._published[measure].get(period, _MISSING)

    def actual(self, measure: Measure, period: Period) -> Actual | NotAssessable:
        """The published figure, else one derived from published figures."""
        published = self.published(measure, period)
        if isinstance(published, Observation):
            return Actual.published(published)
        if published.reason is Reason.CONFLICTING_OBSERVATIONS:
            return published
        for derive in DERIVATIONS[measure]:
            derived = derive(self, period)
            if derived is not None:
                return derived
        return _MISSING

    def so_far(self, measure: Measure, period: Period) -> Actual | NotAssessable:
        """The actual of the longest part of the period, counted from its start, for which there is one."""
        ends = {seen.end_key: seen for row in self._published.values() for seen in row}
        for _, seen in sorted(ends.items(), key=lambda item: item[0], reverse=True):
            if period.start_key < seen.end_key <= period.end_key:
                actual = self.actual(measure, period.through(seen))
                if actual != _MISSING:
                    return actual
        return _MISSING

    def latest_level(self, like: Period, *, by: Period) -> Actual | NotAssessable:
        """The latest level after the baseline and over by the end of `by`, for a period as long as `like`."""
        since = self.indicator.baseline.period.end_key if self.indicator.baseline else (0, 0)
        levels = {
            period: level
            for period, level in self._published[Measure.LEVEL].items()
            if (period.unit, period.count) == (like.unit, like.count) and since < period.end_key <= by.end_key
        }
        if not levels:
            return _MISSING
        latest = levels[max(levels, key=lambda period: period.end_key)]
        return Actual.published(latest) if isinstance(latest, Observation) else latest

    def parts(self, measure: Measure, period: Period) -> tuple[Observation, ...]:
        """Published figures whose periods follow each other without a gap through the whole period; () if none do."""
        routes: dict[tuple[int, int], tuple[Observation, ...]] = {period.start_key: ()}
        for part in sorted(self._published[measure], key=lambda part: (part.start_key, part.end_key)):
            route = routes.get(part.start_key)
            figure = self.published(measure, part)
            if route is not None and part.end_key <= period.end_key and isinstance(figure, Observation):
                routes.setdefault(part.end_key, (*route, figure))
        return routes.get(period.end_key, ())


def _reconciled(seen: Observation | NotAssessable, new: Observation) -> Observation | NotAssessable:
    """The more precise of two figures, where it rounds to the other."""
    if isinstance(seen, NotAssessable):
        return seen
    precise, rough = (new, seen) if new.figure.places > seen.figure.places else (seen, new)
    return precise if precise.figure.value in rough.figure.interval else _CONFLICT
