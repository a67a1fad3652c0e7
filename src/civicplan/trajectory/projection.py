"""Projection: where the levels so far lead, by three ways of drawing the line, and how far these lie apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import ClassVar, TypeAlias

from attrs import frozen

from civicplan.errors import (
    InvalidTypeError,
    InvalidValueError,
    Reason,
    UndefinedMeasureError,
    describe,
    naming_field,
)
from civicplan.evidence import Evidence
from civicplan.formats.result import Result
from civicplan.measure._numbers import undefined
from civicplan.measure.fit import XY, least_squares, theil_sen
from civicplan.model import Indicator
from civicplan.values import NotAssessable, PeriodLike, to_period, value_or_reason
from civicplan.values._decimals import library_context, ln

_NAME = "the projection"
_NOTHING = NotAssessable(Reason.TOO_FEW_POINTS)
_Way: TypeAlias = Callable[[Sequence[XY], Decimal], Decimal]


@frozen(kw_only=True)
class Projection(Result):
    """Where the levels so far lead; none of the three ways is a forecast, and their range is no confidence interval.

    Attributes:
        year: The year projected to.
        by_growth: By the average growth from the first level to the last, compounding on [unit of the indicator].
        log_linear: By a line through the logarithms of all levels [unit of the indicator].
        theil_sen: By the median slope between all pairs of levels, which a single outlier does not move [unit of the
            indicator].

    >>> Projection(
    ...     year=2025, by_growth=Decimal(12), log_linear=NotAssessable(Reason.NOT_POSITIVE), theil_sen=Decimal(11)
    ... ).low
    Decimal('11')
    """

    _derived: ClassVar = ("low", "high")

    year: int
    by_growth: Decimal | NotAssessable
    log_linear: Decimal | NotAssessable
    theil_sen: Decimal | NotAssessable

    @property
    def low(self) -> Decimal | NotAssessable:
        """The lowest of the values that there are."""
        return min(self._values, default=_NOTHING)

    @property
    def high(self) -> Decimal | NotAssessable:
        """The highest of the values that there are."""
        return max(self._values, default=_NOTHING)

    @property
    def _values(self) -> list[Decimal]:
        return [value for value in (self.by_growth, self.log_linear, self.theil_sen) if isinstance(value, Decimal)]


def project(indicator: Indicator, *, to: PeriodLike, as_of: PeriodLike | None = None) -> Projection:
    """Return the level to which the yearly levels lead, by average growth, by log-linear fit and by Theil-Sen fit.

    Args:
        indicator: The indicator; its levels from the baseline on are used, those of parts of a year and hedged ones are
            not.
        to: The year, later than the latest level; where the levels are of fiscal years, the one in which it ends.
        as_of: The day by which figures are known, or a period whose last day it is; None takes them all.

    Raises:
        InvalidValueError: `to` is not one year, or not a later one.
        UndefinedMeasureError: Two published levels of a year contradict each other, or the baseline is a level of
            something else than one year.

    >>> from civicplan.model import Observation
    >>> years = zip((2016, 2017, 2018), ("10", "11", "12.1"))
    >>> levels = tuple(Observation(period=year, figure=figure) for year, figure in years)
    >>> ahead = project(Indicator(id="x", name="x", observations=levels), to=2020)
    >>> [str(round(value, 3)) for value in (ahead.by_growth, ahead.log_linear, ahead.theil_sen)]
    ['14.641', '14.641', '14.200']
    """
    points = level_points(indicator, as_of)
    year = _year(to, points)
    return Projection(
        year=year,
        by_growth=value_or_reason(_value, _by_growth, points, year),
        log_linear=value_or_reason(_value, _log_linear, points, year),
        theil_sen=value_or_reason(_value, _theil_sen, points, year),
    )


def level_points(indicator: Indicator, as_of: PeriodLike | None) -> list[XY]:
    """Return the yearly levels as years and values."""
    if not isinstance(indicator, Indicator):
        raise InvalidTypeError("indicator", "an Indicator", describe(indicator))
    with naming_field("as_of"):
        day = None if as_of is None else to_period(as_of)
    levels = Evidence(indicator, day).yearly_levels(since_baseline=True)
    return [(Decimal(year), figure.value) for year, figure in levels]


def _year(to: PeriodLike, points: Sequence[XY]) -> int:
    with naming_field("to"):
        period = to_period(to)
    if not period.is_calendar_year:
        raise InvalidValueError("to", "one year, such as 2025", describe(str(period)))
    if points and period.first <= points[-1][0]:
        raise InvalidValueError("to", f"a year after the latest level's {points[-1][0]}", str(period))
    return period.first


def _value(way: _Way, points: Sequence[XY], year: int) -> Decimal:
    if len(points) < 2:
        raise UndefinedMeasureError(Reason.TOO_FEW_POINTS, _NAME)
    return way(points, Decimal(year))


@library_context
def _by_growth(points: Sequence[XY], year: Decimal) -> Decimal:
    (start, first), (end, last) = points[0], points[-1]
    if first == 0:
        undefined(Reason.ZERO_BASELINE, _NAME)
    if first * last < 0:
        undefined(Reason.SIGN_CHANGE, _NAME)
    return last * (last / first) ** ((year - end) / (end - start))


@library_context
def _log_linear(points: Sequence[XY], year: Decimal) -> Decimal:
    """Go on along a line through the logarithms; those of negative levels are those of their magnitude."""
    signs = {1 if value > 0 else -1 for _, value in points}
    if any(value == 0 for _, value in points):
        undefined(Reason.NOT_POSITIVE, _NAME)
    if len(signs) > 1:
        undefined(Reason.SIGN_CHANGE, _NAME)
    line = least_squares([(time, ln(abs(value))) for time, value in points])
    return signs.pop() * line.at(year).exp()


@library_context
def _theil_sen(points: Sequence[XY], year: Decimal) -> Decimal:
    return theil_sen(points).at(year)
