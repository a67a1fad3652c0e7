"""Numbers for rating methods, and the parts of a track that rules ask for."""

from __future__ import annotations

from decimal import Decimal
from typing import NoReturn, TypeVar

from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.measure import attainment
from civicplan.methods.track import Point, Track
from civicplan.model import Direction
from civicplan.render import details
from civicplan.render.message import fill
from civicplan.values._decimals import WORKING, root, round_result

_T = TypeVar("_T")

#: A slower growth is lost in the rounding of its root, and counts as none.
_LEAST_RATE = Decimal("1E-28")

ONE = Decimal(1)
HUNDRED = Decimal(100)


def undefined(reason: Reason) -> NoReturn:
    """Say why the method has nothing to say."""
    raise UndefinedMeasureError(reason, "the rating")


def given(part: _T | None, reason: Reason) -> _T:
    """Return the part of the track; without it the rating is undefined for the reason."""
    if part is None:
        undefined(reason)
    return part


def rounded(value: Decimal) -> Decimal:
    """Return a result with the digits that it carries, so that a value on a threshold stays on it."""
    return round_result(WORKING.plus(value))


def growth(first: Decimal, last: Decimal, years: int) -> Decimal:
    """Return the compound annual growth [share a year] between two values of one sign; if negative, of their magnitude.

    It is (y/y0)^(1/n) - 1, the formula of `civicplan.cagr`, for whole years.
    """
    if first == 0:
        undefined(Reason.ZERO_BASELINE)
    if first * last < 0:
        undefined(Reason.SIGN_CHANGE)
    rate = root(last / first, years) - 1
    return rate if abs(rate) >= _LEAST_RATE else Decimal(0)


def goal_of(track: Track) -> tuple[Decimal, int | None]:
    """Return the value to be reached and, where it is stated, the year by which."""
    target, goal = given(track.target, Reason.NO_TARGET), given(track.goal, Reason.NO_TARGET)
    return goal, target.year


def nothing_to_share_out(track: Track, baseline: Decimal) -> NoReturn:
    """Say why no change leads from the baseline to the target."""
    undefined(Reason.TARGET_TO_HOLD if track.meets(baseline) else Reason.BASELINE_AT_BOUND)


def years_between(first: Point, last: Point) -> int:
    """Return the years from one point to a later one."""
    if last.year <= first.year:
        undefined(Reason.NO_TIME)
    return last.year - first.year


def sign_of(track: Track) -> int:
    """Return +1 where higher is better, -1 where lower is; other targets have no such sign."""
    if track.is_two_sided:
        undefined(Reason.TWO_SIDED_TARGET)
    direction = given(track.direction, Reason.NO_DIRECTION)
    return 1 if direction is Direction.HIGHER else -1


def base_of(track: Track, year: int) -> Point:
    """Return the stated baseline, else the point of the series in this year or the next later one."""
    if track.baseline is not None:
        return track.baseline
    for point in track.series:
        if point.year >= year:
            return point
    return undefined(Reason.MISSING_BASELINE)


def percent_of_target(track: Track) -> tuple[Decimal, Point, list[str]]:
    """Return the actual in percent of the target, the point it is taken from, and what to say about it."""
    current = given(track.current, Reason.MISSING_OBSERVATION)
    direction = Direction.HIGHER if sign_of(track) > 0 else Direction.LOWER
    goal, year = goal_of(track)
    share = attainment(current.value, goal, direction)
    notes = [details.INVERSE] if direction is Direction.LOWER else []
    if year is not None and current.year < year:
        notes.append(fill(details.NOT_DUE_UNTIL, year=year))
    return rounded(HUNDRED * share), current, notes
