"""Evidence: what is known of one indicator by a day, published or derivable."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, cached_property
from typing import TypeAlias

from attrs import Factory, evolve, field, frozen

from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.evidence.actual import Actual
from civicplan.evidence.chains import Chains, chains_from, parts_of
from civicplan.evidence.derivations import FROM_LEVELS, FROM_PARTS, derive
from civicplan.evidence.published import CONFLICT, Part, PublishedFigures
from civicplan.model import Indicator, Measure, Observation
from civicplan.values import Figure, NotAssessable, Period, value_or_reason

_MISSING = NotAssessable(Reason.MISSING_OBSERVATION)
_OTHER_LENGTH = NotAssessable(Reason.OTHER_LENGTH)

#: Years with their levels, earliest first.
YearlyLevels: TypeAlias = tuple[tuple[int, Figure], ...]


@frozen(repr=False)
class Evidence:
    """The published figures of one indicator whose periods are over by a day, its baseline, and what follows from them.

    Attributes:
        indicator: The indicator.
        as_of: The day is the last one of this period; None knows all figures.
        omitted: A measure and a period for which nothing counts as published; None omits nothing.
    """

    indicator: Indicator
    as_of: Period | None = None
    omitted: tuple[Measure, Period] | None = None
    _figures: PublishedFigures = field(
        default=Factory(lambda self: PublishedFigures(self.indicator, self.as_of), takes_self=True),
        eq=False,
        alias="figures",
    )

    def without(self, measure: Measure, period: Period) -> Evidence:
        """Return the same evidence, had nobody published this measure for this period."""
        return evolve(self, omitted=(measure, period))

    @cached_property
    def _chains_from(self) -> Callable[[Measure, tuple[int, int]], Chains]:
        return cache(self._chains)

    def _known(self, measure: Measure) -> Iterator[Part]:
        """The published figures of a measure, by their periods."""
        return (part for part in self._figures.by_period[measure].items() if (measure, part[0]) != self.omitted)

    @property
    def baseline(self) -> Observation | NotAssessable:
        """The level that the indicator starts from, with what else is published for its period."""
        stated = self.indicator.baseline
        if stated is None or stated.measure is not Measure.LEVEL:
            return NotAssessable(Reason.MISSING_BASELINE)
        return self.published(Measure.LEVEL, stated.period)

    def published(self, measure: Measure, period: Period) -> Observation | NotAssessable:
        """Return the published figure of exactly this measure and period."""
        if (measure, period) == self.omitted:
            return _MISSING
        return self._figures.by_period[measure].get(period, _MISSING)

    def actual(self, measure: Measure, period: Period) -> Actual | NotAssessable:
        """Return the published figure, else one derived from published figures."""
        published = self.published(measure, period)
        if isinstance(published, Observation):
            return Actual.published(published)
        if published != _MISSING:
            return published
        derived = next(self._derivations(measure, period), None)
        if derived is not None:
            return derived
        return _OTHER_LENGTH if measure is Measure.LEVEL and self._has_level_at(period) else _MISSING

    def derived(self, measure: Measure, period: Period) -> tuple[Actual, ...]:
        """Return all that other published figures give for this measure and period."""
        others = self.without(measure, period)
        return tuple(actual for actual in others._derivations(measure, period) if isinstance(actual, Actual))

    def _derivations(self, measure: Measure, period: Period) -> Iterator[Actual | NotAssessable]:
        """What follows for a measure and period, the closest to the published figures first."""
        come_to_the_whole = measure is Measure.TOTAL or not self._figures.are_losses
        if measure in FROM_PARTS and come_to_the_whole:
            parts = self.consecutive_parts(measure, period)
            if isinstance(parts, NotAssessable):
                yield parts
            elif len(parts) > 1:
                yield value_or_reason(derive, FROM_PARTS[measure], measure, period, parts)
        if measure in FROM_LEVELS and (start := period.year_before) is not None:
            levels = [self.published(Measure.LEVEL, year) for year in (start, period.last_year)]
            published = [level for level in levels if isinstance(level, Observation)]
            if CONFLICT in levels:
                yield CONFLICT
            elif len(published) == len(levels):
                yield value_or_reason(derive, FROM_LEVELS[measure], measure, period, published)

    def so_far(self, measure: Measure, period: Period) -> Actual | NotAssessable:
        """Return the actual of the longest part of the period, counted from its start, for which there is one."""
        ends = {known.end_key: known for kind in Measure for known, _ in self._known(kind)}
        for _, known in sorted(ends.items(), key=lambda item: item[0], reverse=True):
            if period.start_key < known.end_key <= period.end_key:
                actual = self.actual(measure, period.through(known))
                if actual != _MISSING:
                    return actual
        return _MISSING

    def latest_level(
        self, like: Period, *, by: Period | None = None, since: Period | None = None
    ) -> Actual | NotAssessable:
        """Return the latest level over by the end of `by`, if given, for a period as long as `like`.

        Only levels after the baseline count; where there is none, those after the start of `since`.
        """
        baseline = self.indicator.baseline
        earliest = baseline.period.end_key if baseline else since.start_key if since else (0, 0)
        levels = {
            period: level
            for period, level in self._known(Measure.LEVEL)
            if period.is_as_long_as(like) and earliest < period.end_key and (by is None or period.ends_by(by))
        }
        if not levels:
            return _MISSING
        latest = levels[max(levels, key=lambda period: period.end_key)]
        return Actual.published(latest) if isinstance(latest, Observation) else latest

    def consecutive_parts(self, measure: Measure, period: Period) -> tuple[Observation, ...] | NotAssessable:
        """Return published figures that follow each other without a gap through the whole period; () if none do.

        Several such chains that contradict each other are a conflict. Growth is chained by years only.
        """
        if self.omitted != (measure, period):
            return parts_of(self._chains_from(measure, period.start_key), period)
        # The other figures of the period alone: an audit asks this for every figure, and few have any.
        others = self._figures.parts[measure].others_within(period)
        return parts_of(chains_from(period.start_key, measure, others), period) if others else ()

    def _chains(self, measure: Measure, start: tuple[int, int]) -> Chains:
        parts = self._figures.parts[measure].starting_at(start)
        return chains_from(start, measure, (part for part in parts if (measure, part[0]) != self.omitted))

    def _has_level_at(self, period: Period) -> bool:
        return any(known.end_key == period.end_key for known, _ in self._known(Measure.LEVEL))

    def yearly_levels(self, *, since_baseline: bool = False) -> YearlyLevels:
        """Return the levels of calendar years, the baseline among them, earliest first.

        Levels of shorter units are seldom comparable with one of a year, so they are left out.

        Args:
            since_baseline: True leaves out the levels from before the baseline.

        Raises:
            UndefinedMeasureError: Two published levels of a year contradict each other, or the baseline is a level of
                something else than one year.
        """
        baseline = self.indicator.baseline
        is_level = baseline is not None and baseline.measure is Measure.LEVEL
        if baseline is not None and is_level and not baseline.period.is_calendar_year:
            raise UndefinedMeasureError(Reason.BASELINE_NOT_A_YEAR, "the series of levels")
        years = {period.first: level for period, level in self._known(Measure.LEVEL) if period.is_calendar_year}
        if CONFLICT in years.values():
            raise UndefinedMeasureError(Reason.CONFLICTING_OBSERVATIONS, "the series of levels")
        first = self.baseline_year if since_baseline else None
        return tuple(
            (year, level.number)
            for year, level in sorted(years.items())
            if isinstance(level, Observation) and (first is None or year >= first)
        )

    @property
    def baseline_year(self) -> int | None:
        """The year of the baseline, where it is the level of one calendar year."""
        baseline = self.indicator.baseline
        if baseline is None or baseline.measure is not Measure.LEVEL or not baseline.period.is_calendar_year:
            return None
        return baseline.period.first
