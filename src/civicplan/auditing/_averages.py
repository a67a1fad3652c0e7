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
from civicplan.render.template import fill
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
    years = actual.period.years
    if years is None or years == 1:
        return
    rates = _yearly_rates(actual, evidence)
    if rates and _agree(stated, _sum(rates) / years):
        yield text.PLAIN_MEAN
    yield from other_averages_of_whole(stated, [_compounded(rate, years) for rate in readings_of(actual)], years)
    later = [_factor(rate) for rate in rates[1:]] or multiple_since_first_year(evidence, actual.period)
    if later and _agree(_compounded(stated, years - 1), _formulas.chained(later)):
        yield text.FROM_FIRST_YEAR


def other_averages_of_whole(stated: Interval, wholes: Sequence[Interval], years: int) -> Iterator[str]:
    """Return the ways in which a stated growth comes of first and last level alone, in sentences.

    Args:
        stated: All that the stated growth may be [percent a year].
        wholes: By what the level is multiplied over all years, in each way in which the levels may be read.
        years: How many years these are.
    """
    if years > 1:
        if any(_agree(stated, 100 * (whole - 1) / years) for whole in wholes):
            yield text.WHOLE_DIVIDED
        if any(_agree(_compounded(stated, years - 1), whole) for whole in wholes):
            yield fill(text.ONE_YEAR_LESS, fewer=years - 1, years=years)


def _agree(one: Interval, other: Interval) -> bool:
    return not one.closure.isdisjoint(other.closure)


def _sum(intervals: Iterable[Interval]) -> Interval:
    return sum(intervals, start=_NOTHING)


def _factor(rate: Interval) -> Interval:
    """By what a level is multiplied in one year; a fall of more than all of it leaves nothing."""
    factor = (1 + rate * _HUNDREDTH).intersection(_NOT_NEGATIVE)
    return _NOTHING if factor is None else factor


def _compounded(rate: Interval, years: int) -> Interval:
    """By what a level is multiplied in some years of one rate."""
    whole: Interval = _formulas.chained((_factor(rate),) * years)
    return whole


def _yearly_rates(actual: Actual, evidence: Evidence) -> Sequence[Interval]:
    """The yearly rates behind a growth, else those between the levels of all its years; none where one is missing."""
    if not actual.is_from_levels:
        rates = [figure.figure.interval for figure in actual.inputs]
        return rates if len(rates) == actual.period.years else ()
    levels = _levels(evidence, years_of(actual.period))
    since_start = [actual.inputs[0].figure.interval, *levels]
    return [100 * (last / first - 1) for first, last in pairwise(since_start)]


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
