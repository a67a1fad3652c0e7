"""Track: the few numbers of one indicator that a rating method looks at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

from attrs import field, frozen

from civicplan.errors import InvalidTypeError, InvalidValueError, describe
from civicplan.formats.result import Result
from civicplan.measure.schedule import Path, to_path
from civicplan.model import Direction
from civicplan.model._fields import figure_or_none, label_or_none, to_bool
from civicplan.model._part import ModelPart, model_class
from civicplan.values import Figure, FigureLike, Period, to_figure
from civicplan.values.vocabulary import direction_or_none

_YEAR = re.compile(r"[0-9]{4}")
_EXPECTED_YEAR = "a year such as 2015"
_PAIR = (tuple, list)
_EXPECTED_POINT = 'a year and a figure, such as (2015, "14.5")'

PointLike: TypeAlias = "Point | tuple[int | str | Period, FigureLike]"
TrackTargetLike: TypeAlias = (
    "TrackTarget | FigureLike | tuple[int | str | Period | None, FigureLike | tuple[FigureLike, FigureLike]]"
)


@frozen
class Point(Result):
    """A value and the year it is about.

    Attributes:
        year: The year.
        figure: The figure as printed.

    >>> str(Point(2015, Figure("14.5")))
    '14.5 in 2015'
    """

    year: int
    figure: Figure

    @property
    def value(self) -> Decimal:
        """The number itself [unit of the indicator]."""
        return self.figure.value

    def __str__(self) -> str:
        return f"{self.figure} in {self.year}"


@frozen
class TrackTarget:
    """A value to be reached or kept, and by when; two different ends make it an interval.

    Attributes:
        year: The year by which it is to be reached; None where nothing says.
        low: The value, or the lower end of an interval.
        high: The value again, or the upper end.

    >>> str(TrackTarget(2030, Figure("6.0"), Figure("6.5")))
    '6.0..6.5 by 2030'
    """

    year: int | None
    low: Figure
    high: Figure

    @property
    def is_interval(self) -> bool:
        """True when the target is met anywhere between two different values."""
        return self.low != self.high

    def __str__(self) -> str:
        values = f"{self.low}..{self.high}" if self.is_interval else str(self.low)
        return values if self.year is None else f"{values} by {self.year}"


def _to_year(value: object) -> int:
    if type(value) is int and 1 <= value <= 9998:
        return value
    if isinstance(value, Period):
        value = str(value)
    if isinstance(value, str):
        if _YEAR.fullmatch(value) and value != "0000":
            return int(value)
        start = value[:4]
        advice = f"write {start} if that is the year it is about" if _YEAR.fullmatch(start) else ""
        raise InvalidValueError("", _EXPECTED_YEAR, describe(value), advice)
    refusal = InvalidValueError if type(value) is int else InvalidTypeError
    raise refusal("", _EXPECTED_YEAR, describe(value), "write 2015")


def _to_point(value: PointLike) -> Point:
    if isinstance(value, Point):
        return value
    if not isinstance(value, _PAIR) or len(value) != 2:
        raise InvalidTypeError("", _EXPECTED_POINT, describe(value))
    year, figure = value
    return Point(_to_year(year), to_figure(figure))


def _to_target(value: TrackTargetLike) -> TrackTarget:
    if isinstance(value, TrackTarget):
        return value
    year, bound = value if isinstance(value, _PAIR) and len(value) == 2 else (None, value)
    low, high = bound if isinstance(bound, _PAIR) and len(bound) == 2 else (bound, bound)
    target = TrackTarget(None if year is None else _to_year(year), to_figure(low), to_figure(high))
    if target.high < target.low:
        raise InvalidValueError("", "the lower end of the interval first", str(target))
    return target


def _point_or_none(value: PointLike | None) -> Point | None:
    return None if value is None else _to_point(value)


def _target_or_none(value: TrackTargetLike | None) -> TrackTarget | None:
    return None if value is None else _to_target(value)


def _to_series(values: Iterable[PointLike]) -> tuple[Point, ...]:
    if isinstance(values, str | Mapping | Point) or not isinstance(values, Iterable):
        raise InvalidTypeError("", f"a series of {_EXPECTED_POINT}", describe(values))
    points = [_to_point(value) for value in values]
    for before, after in pairwise(points):
        if before.year >= after.year:
            return _in_order(points)
    return tuple(points)


def _in_order(points: list[Point]) -> tuple[Point, ...]:
    points.sort(key=lambda point: point.year)
    for before, after in pairwise(points):
        if before.year == after.year:
            got = f"{before.figure} and {after.figure} for {after.year}"
            raise InvalidValueError("", "one value for each year", got, "take one of them out")
    return tuple(points)


def _path_or_none(value: Path | None) -> Path | None:
    return None if value is None else to_path(value)


@model_class(kw_only=True, repr=False)
class Track(ModelPart):
    """The evidence on one indicator in the form that rating methods are written for; every part is optional.

    A method that misses a part answers with a reason. Where no baseline is stated, each method picks its base year from
    the series by its own published rule, and its rating reports the point it used. The order of the series carries no
    meaning.

    Attributes:
        baseline: Where it started; None leaves the choice of the base year to the method.
        current: The latest value; None takes the last of the series, so ``attrs.evolve(track, series=...,
            current=None)`` puts another series in its place.
        target: What is to be reached, and by when: ``(2030, "7.25")``, ``(2030, ("6.0", "6.5"))``, or a figure
            without a year.
        direction: Which way is better.
        limit: The natural limit in the better direction, such as 100 for a share in percent [unit of the indicator].
        series: The published values, one for each year, earliest first.
        every_year: True for a value to be kept each year, not reached once.
        parity: True when the target is parity: it may be missed on both sides.
        strict: True when the target value itself does not count as reached, as in "more than 95".
        unit: The unit of all values; some rules are for percentages only.
        path: The path on which it is to move, "linear" or "geometric"; None is linear.

    Raises:
        InvalidValueError: A label that is not a year, two values for one year, a series that contradicts the baseline
            or the current value, a current value from before the baseline, an interval with its upper end first.
        InvalidTypeError: A float, or a part of the wrong shape.

    >>> track = Track(baseline=(2015, "14.5"), current=(2023, "10.4"), target=(2030, "7.25"), direction="lower")
    >>> str(track.target), track.is_met
    ('7.25 by 2030', False)
    """

    baseline: Point | None = field(default=None, converter=_point_or_none)
    current: Point | None = field(default=None, converter=_point_or_none)
    target: TrackTarget | None = field(default=None, converter=_target_or_none)
    direction: Direction | None = field(default=None, converter=direction_or_none)
    limit: Figure | None = field(default=None, converter=figure_or_none)
    series: tuple[Point, ...] = field(default=(), converter=_to_series)
    every_year: bool = field(default=False, converter=to_bool)
    parity: bool = field(default=False, converter=to_bool)
    strict: bool = field(default=False, converter=to_bool)
    unit: str | None = field(default=None, converter=label_or_none)
    path: Path | None = field(default=None, converter=_path_or_none)

    def __attrs_post_init__(self) -> None:
        series, baseline = self.series, self.baseline
        if self.current is None and series:
            object.__setattr__(self, "current", series[-1])
        current = self.current
        if baseline is not None:
            _check_same_value("Track.baseline", baseline, series)
        if current is not None:
            _check_same_value("Track.current", current, series if baseline is None else (baseline, *series))
            if series and current.year < series[-1].year:
                raise InvalidValueError("Track.current", f"the latest value, {series[-1]}", str(current))
            if baseline is not None and current.year < baseline.year:
                expected = f"a year not before the baseline's {baseline.year}"
                raise InvalidValueError("Track.current", expected, str(current))

    @property
    def points(self) -> tuple[Point, ...]:
        """Every known point, earliest first: the series with the baseline and the current value."""
        known = {point.year: point for point in (self.baseline, *self.series, self.current) if point is not None}
        return tuple(known[year] for year in sorted(known))

    @property
    def is_two_sided(self) -> bool:
        """True when the target can be missed on both sides."""
        return self.parity or self.direction is Direction.RANGE

    @property
    def goal(self) -> Decimal | None:
        """The value that counts as reaching the target: of an interval its weaker end [unit of the indicator]."""
        if self.target is None:
            return None
        return self.target.high.value if self.direction is Direction.LOWER else self.target.low.value

    @property
    def is_met(self) -> bool | None:
        """True when the current value meets the target; None where that cannot be said."""
        if self.current is None or self.target is None or (self.direction is None and not self.parity):
            return None
        return self.meets(self.current.value)

    def meets(self, value: Decimal) -> bool:
        """Return whether the value meets the target; the track must have both target and direction."""
        target = self.target
        assert target is not None, "callers ask for the target first"
        low, high = target.low.value, target.high.value
        if self.is_two_sided:
            return low <= value <= high
        if self.direction is Direction.LOWER:
            return value < high if self.strict else value <= high
        return value > low if self.strict else value >= low


def _check_same_value(place: str, point: Point, others: Iterable[Point]) -> None:
    for other in others:
        if other.year == point.year and other.figure != point.figure:
            raise InvalidValueError(place, f"the {other.figure} given elsewhere for {other.year}", str(point))
