"""In what other ways an average growth may have been taken, so that the stated one is innocent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from civicplan.auditing._lookup import readings_of
from civicplan.auditing.cumulative import years_of
from civicplan.evidence import Actual, Evidence
from civicplan.measure import _formulas
from civicplan.model import Measure
from civicplan.render import findings as text
from civicplan.render.message import fill
from civicplan.values import Interval, Period

_NOTHING = Interval.exactly(Decimal(0))
_NOT_NEGATIVE = Interval(low=Decimal(0))
_HUNDREDTH = Decimal("0.01")


def other_averages(stated: Interval, actual: Actual, evidence: Evidence) -> Iterator[str]:
    """Return the ways of taking an average, in sentences, in which a stated growth comes of the same figures.

    Args:
        stated: All that the stated growth may be [percent a year].
        actual: The compound growth that contradicts it.
        evidence: What else is known of the indicator.
    """
    yield from (way for way, growth in _ways(actual, evidence) if _agree(stated, growth))


def other_averages_of_whole(stated: Interval, wholes: Sequence[Interval], years: int) -> Iterator[str]:
    """Return the ways in which a stated growth comes of first and last level alone, in sentences.

    Args:
        stated: All that the stated growth may be [percent a year].
        wholes: By what the level is multiplied over all years, in each way in which the levels may be read.
        years: How many years these are.
    """
    yield from dict.fromkeys(way for way, growth in _ways_of_whole(wholes, years) if _agree(stated, growth))


def averaged_otherwise(actual: Actual, evidence: Evidence) -> list[Interval]:
    """Return all that a derived average growth may be where it is taken in another way [percent a year].

    Nothing for other measures, for a single year, and for an average that the document prints.
    """
    is_derived_growth = actual.measure is Measure.GROWTH and actual.is_derived
    return [growth for _, growth in _ways(actual, evidence)] if is_derived_growth else []


def _ways(actual: Actual, evidence: Evidence) -> Iterator[tuple[str, Interval]]:
    years = actual.period.years
    if years is None or years == 1:
        return
    by_start = _yearly_rates(actual, evidence)
    yield from ((text.PLAIN_MEAN, _sum(rates) / years) for rates in by_start)
    yield from _ways_of_whole([_compounded(rate, years) for rate in readings_of(actual)], years)
    later = [_factor(rate) for rates in by_start[:1] for rate in rates[1:]] or multiple_since_first_year(
        evidence, actual.period
    )
    if later:
        yield text.FROM_FIRST_YEAR, _yearly(_formulas.chained(later), years - 1)


def _ways_of_whole(wholes: Sequence[Interval], years: int) -> Iterator[tuple[str, Interval]]:
    if years > 1:
        one_year_less = fill(text.ONE_YEAR_LESS, fewer=years - 1, years=years)
        yield from ((text.WHOLE_DIVIDED, 100 * (whole - 1) / years) for whole in wholes)
        yield from ((one_year_less, _yearly(whole, years - 1)) for whole in wholes)


def _yearly(whole: Interval, years: int) -> Interval:
    """The yearly growth that multiplies a level by so much [percent a year]; a fall of more than all leaves nothing."""
    return 100 * (_not_negative(whole).root(years) - 1)


def _not_negative(factor: Interval) -> Interval:
    return factor.intersection(_NOT_NEGATIVE) or _NOTHING


def _agree(one: Interval, other: Interval) -> bool:
    return not one.closure.isdisjoint(other.closure)


def _sum(intervals: Iterable[Interval]) -> Interval:
    return sum(intervals, start=_NOTHING)


def _factor(rate: Interval) -> Interval:
    """By what a level is multiplied in one year; a fall of more than all of it leaves nothing."""
    return _not_negative(1 + rate * _HUNDREDTH)


def _compounded(rate: Interval, years: int) -> Interval:
    """By what a level is multiplied in some years of one rate."""
    whole: Interval = _formulas.chained((_factor(rate),) * years)
    return whole


def _yearly_rates(actual: Actual, evidence: Evidence) -> Sequence[Sequence[Interval]]:
    """The yearly rates behind a growth, else those between the levels of all its years; none where one is missing.

    Levels are taken from the baseline as it is printed, and as it was restated.
    """
    if not actual.is_from_levels:
        rates = [figure.figure.interval for figure in actual.inputs]
        return [rates] if len(rates) == actual.period.years else []
    levels = _levels(evidence, years_of(actual.period))
    restated = evidence.restated_baselines if actual.other_readings else ()
    starts = [actual.inputs[0].figure.interval, *(level.interval for level in restated)]
    return [_rates_between([start, *levels]) for start in starts] if levels else []


def _rates_between(levels: Sequence[Interval]) -> Sequence[Interval]:
    return [100 * (last / first - 1) for first, last in pairwise(levels)]


def multiple_since_first_year(evidence: Evidence, period: Period) -> Sequence[Interval]:
    """Return by what the level of the first year of a period is multiplied until its last; nothing without the two."""
    years = years_of(period)
    levels = _levels(evidence, (years[0], years[-1]))
    return [levels[1] / levels[0]] if levels else ()


def _levels(evidence: Evidence, years: Iterable[Period]) -> Sequence[Interval]:
    """All that the levels of some years may be; nothing where one of them is not printed as a plain number."""
    levels = [evidence.published(Measure.LEVEL, year) for year in years]
    known = [level.interval for level in levels if isinstance(level, Actual) and not level.is_hedged]
    return known if len(known) == len(levels) else ()
