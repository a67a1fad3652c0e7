"""Evidence: what is known of one indicator by a day, published or derivable."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from typing import TypeAlias

from attrs import Factory, evolve, field, frozen

from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.evidence.actual import Actual, OtherReading
from civicplan.evidence.chains import Chain, Chains, chain_through, chains_from
from civicplan.evidence.derivations import FROM_LEVELS, FROM_PARTS, IN_POINTS, derive
from civicplan.evidence.published import CONFLICT, Part, PublishedFigures
from civicplan.evidence.revisions import Vintage
from civicplan.model import Indicator, Measure
from civicplan.model.units import is_ratio
from civicplan.values import UNBOUNDED, Figure, NotAssessable, Period, defined, value_or_reason

_MISSING = NotAssessable(Reason.MISSING_OBSERVATION)
_OTHER_LENGTH = NotAssessable(Reason.OTHER_LENGTH)
_MONTHS = 12
#: No calendar goes back before the first year.
_SECOND_YEAR = (2 * _MONTHS, 0)

#: Years with their levels, earliest first.
YearlyLevels: TypeAlias = tuple[tuple[int, Figure], ...]


@frozen(repr=False)
class Evidence:
    """The published figures of one indicator whose periods are over by a day, its baseline, and what follows from them.

    Attributes:
        indicator: The indicator.
        as_of: The day is the last one of this period; None knows all figures.
        omitted: The measures and periods for which nothing counts as published.
        vintage: Which publications count.
    """

    indicator: Indicator
    as_of: Period | None = None
    omitted: frozenset[tuple[Measure, Period]] = frozenset()
    vintage: Vintage = "latest"
    _figures: PublishedFigures = field(
        default=Factory(lambda self: PublishedFigures(self.indicator, self.as_of, self.vintage), takes_self=True),
        eq=False,
        alias="figures",
    )

    def without(self, measure: Measure, period: Period) -> Evidence:
        """Return the same evidence, had nobody published this measure for this period."""
        return evolve(self, omitted=self.omitted | {(measure, self._figures.found_by(measure, period))})

    @cached_property
    def _chains_from(self) -> Callable[[Measure, tuple[int, int]], Chains]:
        return cache(self._chains)

    def _known(self, measure: Measure) -> Iterator[Part]:
        """The published figures of a measure, by their periods."""
        return (part for part in self._figures.by_period[measure].items() if (measure, part[0]) not in self.omitted)

    @property
    def is_exact(self) -> bool:
        """True where the levels and amounts of the indicator are counted, so that no digit was left out."""
        return self._figures.is_exact

    @property
    def baseline(self) -> Actual | NotAssessable:
        """The level that the plan starts from, with the figures for its period that agree with it."""
        stated = self.indicator.baseline
        if stated is None or stated.measure is not Measure.LEVEL:
            return NotAssessable(Reason.MISSING_BASELINE)
        return self.published(Measure.LEVEL, stated.period)

    @property
    def restated_baselines(self) -> tuple[Actual, ...]:
        """The levels published since for the period of the baseline, where they contradict the plan's own."""
        return self._figures.restated_baselines

    def published(self, measure: Measure, period: Period) -> Actual | NotAssessable:
        """Return the published figure of exactly this measure and period; of a stock, of the day on which it ends."""
        found_by = self._figures.found_by(measure, period)
        if (measure, found_by) in self.omitted:
            return _MISSING
        return self._figures.by_period[measure].get(found_by, _MISSING)

    def actual(self, measure: Measure, period: Period) -> Actual | NotAssessable:
        """Return the published figure, as far as its published parts allow it, else one derived from published figures.

        What is derived from levels speaks only where nothing of the measure is published.
        """
        published = self.published(measure, period)
        if isinstance(published, Actual):
            return self._beside_its_parts(published)
        if published != _MISSING:
            return published
        derived = next(self._derivations(measure, period), None)
        if derived is not None:
            return derived
        return _OTHER_LENGTH if measure is Measure.LEVEL and self._has_level_at(period) else _MISSING

    def _beside_its_parts(self, whole: Actual) -> Actual:
        """The published whole with what its published parts allow, too, or with the note that they contradict it.

        Parts that contradict each other cannot all come to it.
        """
        if whole.measure not in FROM_PARTS or whole.is_hedged:
            return whole
        parts = self.without(whole.measure, whole.period)._from_parts(whole)
        if parts == CONFLICT:
            return evolve(whole, is_contradicted_by_parts=True)
        if not isinstance(parts, Actual):
            return whole
        common = whole.interval.intersection(parts.interval)
        points = (common is not None and common.width == 0) and 0 not in (whole.interval.width, parts.interval.width)
        if common is None or points:
            return evolve(whole, is_contradicted_by_parts=True)
        return evolve(whole, interval=common)

    def _from_parts(self, whole: Actual) -> Actual | NotAssessable | None:
        return next(self._derivations_from_parts(whole.measure, whole.period), None)

    def derived(self, measure: Measure, period: Period) -> tuple[Actual, ...]:
        """Return all that other published figures give for this measure and period."""
        others = self.without(measure, period)
        return tuple(actual for actual in others._derivations(measure, period) if isinstance(actual, Actual))

    def _derivations(self, measure: Measure, period: Period) -> Iterator[Actual | NotAssessable]:
        """What follows for a measure and period, the closest to the published figures first."""
        yield from self._derivations_from_parts(measure, period)
        if measure in FROM_LEVELS and (start := self._level_before(measure, period)) is not None:
            levels = self.published(Measure.LEVEL, start), self.published(Measure.LEVEL, period.last_year)
            if CONFLICT in levels:
                yield CONFLICT
            elif _MISSING not in levels:
                yield self.between_levels(measure, period, *levels)

    def _level_before(self, measure: Measure, period: Period) -> Period | None:
        """The year before; a stock changes over any time, from the level at the end of the unit before."""
        is_of_any_length = measure is Measure.CHANGE and self.indicator.stock and period.start_key >= _SECOND_YEAR
        return period.unit_before if is_of_any_length else period.year_before

    def _derivations_from_parts(self, measure: Measure, period: Period) -> Iterator[Actual | NotAssessable]:
        come_to_the_whole = measure in _ADDED_UP or not self._figures.are_losses
        if measure in FROM_PARTS and come_to_the_whole:
            chain = self._chain_through(measure, period)
            if isinstance(chain, NotAssessable):
                yield chain
            elif chain is not None and chain.length > 1:
                yield value_or_reason(derive, FROM_PARTS[measure], measure, period, chain.parts(), chain.shared)

    def between_levels(
        self, measure: Measure, period: Period, first: Actual | NotAssessable, last: Actual | NotAssessable
    ) -> Actual | NotAssessable:
        """Return the growth, the fall or the change from one level to another, or why there is none."""
        return value_or_reason(self._between_levels, measure, period, first, last)

    def _between_levels(
        self, measure: Measure, period: Period, first: Actual | NotAssessable, last: Actual | NotAssessable
    ) -> Actual:
        levels = (defined(first), defined(last))
        derived = derive(FROM_LEVELS[measure], measure, period, levels)
        return evolve(derived, other_readings=tuple(self._other_readings(derived, levels)))

    def _other_readings(self, derived: Actual, levels: Sequence[Actual]) -> Iterator[OtherReading]:
        """What the levels come to in points, and from the baseline as it was restated."""
        measure, period = derived.measure, derived.period
        if measure in IN_POINTS and is_ratio(self.indicator.unit):
            points = derive(IN_POINTS[measure], measure, period, levels)
            yield OtherReading(points.value, points.interval, Reason.READINGS_DISAGREE)
        for restated in self.restated_baselines if levels[0] == self.baseline else ():
            since = value_or_reason(derive, FROM_LEVELS[measure], measure, period, (restated, levels[1]))
            if isinstance(since, Actual):
                yield OtherReading(since.value, since.interval, Reason.BASELINE_RESTATED)
            else:  # of what nothing can be computed, nothing is excluded
                yield OtherReading(derived.value, UNBOUNDED, Reason.BASELINE_RESTATED)

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

        Only levels after the baseline count; where there is none, those after the start of `since`. A stock may be read
        at the end of any period.
        """
        baseline, may_be_any = self.indicator.baseline, self.indicator.stock
        earliest = baseline.period.end_key if baseline else since.start_key if since else (0, 0)
        in_time = {
            period: level
            for period, level in self._known(Measure.LEVEL)
            if earliest < period.end_key and (by is None or period.ends_by(by))
        }
        levels = {period: level for period, level in in_time.items() if may_be_any or period.is_as_long_as(like)}
        if not levels:
            return _OTHER_LENGTH if in_time else _MISSING
        return levels[max(levels, key=lambda period: period.end_key)]

    def consecutive_parts(self, measure: Measure, period: Period) -> tuple[Actual, ...] | NotAssessable:
        """Return published figures that follow each other without a gap through the whole period; () if none do.

        Several such chains that contradict each other are a conflict. Rates are chained by whole years only.
        """
        chain = self._chain_through(measure, period)
        if chain is None:
            return ()
        return chain.parts() if isinstance(chain, Chain) else chain

    def _chain_through(self, measure: Measure, period: Period) -> Chain | NotAssessable | None:
        if self.omitted != {(measure, period)}:
            return chain_through(self._chains_from(measure, period.start_key), period)
        # The other figures of the period alone: an audit asks this for every figure, and few have any.
        others = self._figures.parts[measure].others_within(period)
        return chain_through(chains_from(period.start_key, measure, others), period) if others else None

    def _chains(self, measure: Measure, start: tuple[int, int]) -> Chains:
        parts = self._figures.parts[measure].starting_at(start)
        return chains_from(start, measure, (part for part in parts if (measure, part[0]) not in self.omitted))

    def levels_instead(self, measure: Measure, period: Period) -> tuple[Period, ...]:
        """Return the periods within one for which levels are published, where nothing is published in the measure.

        A figure that states no measure is a level, so that these may be figures of the measure which do not say so.
        Beside a baseline they are levels indeed, except where a total is asked for, to which no baseline belongs.
        """
        is_from_baseline = measure is not Measure.TOTAL and not isinstance(self.baseline, NotAssessable)
        if measure is Measure.LEVEL or is_from_baseline or any(self._known(measure)):
            return ()
        levels = (known for known, _ in self._known(Measure.LEVEL) if known.lies_in(period))
        return tuple(sorted(levels, key=lambda known: (known.end_key, known.start_key)))

    def _has_level_at(self, period: Period) -> bool:
        return any(known.end_key == period.end_key for known, _ in self._known(Measure.LEVEL))

    def yearly_levels(self, *, since_baseline: bool = False) -> YearlyLevels:
        """Return the levels of the years of one calendar by the year in which each ends, earliest first.

        The calendar is that of the baseline, else that of all levels of years, else that of January to December.
        Levels of shorter units are seldom comparable with one of a year, so they are left out; those of a stock count
        where they end with a year. Hedged ones are left out, too.

        Args:
            since_baseline: True leaves out the levels from before the baseline.

        Raises:
            UndefinedMeasureError: Two published levels of a year contradict each other, or the baseline is a level of
                something else than one year.
        """
        baseline = self.indicator.baseline
        if baseline is not None and baseline.measure is Measure.LEVEL and self.baseline_year is None:
            raise UndefinedMeasureError(Reason.BASELINE_NOT_A_YEAR, "the series of levels")
        years = {_year_of(period): level for period, level in self._levels_of_one_calendar()}
        if CONFLICT in years.values():
            raise UndefinedMeasureError(Reason.CONFLICTING_OBSERVATIONS, "the series of levels")
        first = self.baseline_year if since_baseline else None
        return tuple(
            (year, level.inputs[0].number)
            for year, level in sorted(years.items())
            if isinstance(level, Actual) and not level.is_hedged and (first is None or year >= first)
        )

    @property
    def hedged_year(self) -> int | None:
        """The year of the latest level where that is approximate or a bound, so that the yearly levels leave it out."""
        years = {_year_of(period): level for period, level in self._levels_of_one_calendar()}
        latest = max(years, default=None)
        if latest is None:
            return None
        level = years[latest]
        return latest if isinstance(level, Actual) and level.is_hedged else None

    def _levels_of_one_calendar(self) -> list[Part]:
        last_month = self.last_month
        return [part for part in self._levels_of_years() if _last_month(part[0]) == last_month]

    def _levels_of_years(self) -> list[Part]:
        return [part for part in self._known(Measure.LEVEL) if self._is_of_a_year(part[0])]

    @property
    def last_month(self) -> int:
        """The month with which the years of `yearly_levels` end; December is 0."""
        baseline = self.indicator.baseline
        if baseline is not None and baseline.measure is Measure.LEVEL:
            return _last_month(baseline.period)
        last_months = {_last_month(period) for period, _ in self._levels_of_years()}
        return last_months.pop() if len(last_months) == 1 else 0

    def _is_of_a_year(self, period: Period) -> bool:
        return period.end_key[1] == 0 if self.indicator.stock else period.years == 1

    @property
    def baseline_year(self) -> int | None:
        """The year in which the baseline ends, where it is the level of one year."""
        baseline = self.indicator.baseline
        if baseline is None or baseline.measure is not Measure.LEVEL or not self._is_of_a_year(baseline.period):
            return None
        return _year_of(baseline.period)


#: The measures whose parts add up to the whole.
_ADDED_UP = (Measure.TOTAL, Measure.CHANGE)


def _last_month(period: Period) -> int:
    return period.end_key[0] % _MONTHS


def _year_of(period: Period) -> int:
    return (period.end_key[0] - 1) // _MONTHS
