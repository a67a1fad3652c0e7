"""The points of a trajectory with what is said of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias, cast

from civicplan.evidence import Actual
from civicplan.render import charts, phrases
from civicplan.render.message import Message, fill
from civicplan.render.words import as_it_is, in_measure, plain_text
from civicplan.show.columns import Row
from civicplan.show.path import Goal, Step, Way, place_of
from civicplan.trajectory import Projection
from civicplan.values import Interval, NotAssessable, Period
from civicplan.values._decimals import decimal_text

#: The decimal places of an end of printed digits at most, and those shown of any other.
_MOST_OWN, _COMPUTED = 7, 4
Kind: TypeAlias = Literal["actual", "schedule", "target", "ahead"]


class Mark(NamedTuple):
    """A point of a trajectory.

    Attributes:
        kind: What it is.
        row: What is said of it.
        place: Where it lies in time [years].
        value: Its height; None where there is none, so that it is not drawn.
        low: The lowest value that it may stand for; None where nothing limits it.
        high: The highest.
        is_sure: False for what was printed with a hedge, and for a target not in force.
        words: The number as it was printed.
    """

    kind: Kind
    row: Row
    place: Decimal
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    is_sure: bool = True
    words: str = ""


def marks_of(way: Way) -> list[Mark]:
    """Return all points of a trajectory."""
    return [
        *map(_actual, way.actuals),
        *map(_step, () if isinstance(way.schedule, NotAssessable) else way.schedule),
        *map(_goal, way.goals),
        *_ahead(way),
    ]


def is_below_schedule(point: Mark, marks: Sequence[Mark]) -> bool:
    """Return whether the schedule runs above a point from there on, so that its number has space below.

    Args:
        point: The point.
        marks: All points, those of the schedule the earliest first.
    """
    steps = [mark for mark in marks if mark.kind == "schedule"]
    later = next((step for step in steps if step.place > point.place), steps[-1] if steps else point)
    return (later.value or 0) > (point.value or 0)


def _row(what: str, period: Period, value: str, interval: Interval | None = None, remark: str = "") -> Row:
    low, high = (None, None) if interval is None else (interval.low, interval.high)
    return {
        charts.WHAT: Message(what),
        charts.PERIOD: as_it_is(period),
        charts.VALUE: value or phrases.UNDEFINED,
        charts.LOWEST: "" if low is None else _end_text(low),
        charts.HIGHEST: "" if high is None else _end_text(high),
        charts.REMARK: remark,
    }


def _end_text(end: Decimal) -> str:
    """The end of an interval with its own digits; one that was computed is not shown with all of them."""
    own = -cast("int", end.as_tuple().exponent)
    return plain_text(end) if own <= _MOST_OWN else decimal_text(end, _COMPUTED)


def _actual(actual: Actual) -> Mark:
    words = in_measure(str(actual), actual.measure)
    what = charts.ACTUAL_DERIVED if actual.is_derived else charts.ACTUAL
    row = _row(what, actual.period, words, actual.interval)
    ends = actual.interval.low, actual.interval.high
    return Mark("actual", row, place_of(actual.period), actual.value, *ends, not actual.is_hedged, str(actual))


def _step(step: Step) -> Mark:
    return Mark("schedule", _row(charts.SCHEDULE, step.period, step.words), place_of(step.period), step.value)


def _goal(goal: Goal) -> Mark:
    outcome, acceptable = goal.outcome, goal.acceptable
    what = charts.TARGET if outcome.is_in_force else charts.EARLIER_GOAL
    row = _row(what, goal.due, outcome.target_text, acceptable)
    value = acceptable.low if acceptable.high is None else acceptable.high
    if not outcome.is_valid:  # what meets a target that was revised meets nothing, so there is no band
        words = fill(phrases.REVISED, target=outcome.target_text)
        return Mark("target", row, place_of(goal.due), value, value, value, is_sure=False, words=words)
    ends = acceptable.low, acceptable.high
    return Mark("target", row, place_of(goal.due), value, *ends, outcome.is_in_force, outcome.target_text)


def _ahead(way: Way) -> Iterator[Mark]:
    if not isinstance(way.ahead, Projection) or way.ahead_to is None:
        return
    place = place_of(way.ahead_to)
    for name, what in charts.WAYS.items():
        value: Decimal | NotAssessable = getattr(way.ahead, name)
        if isinstance(value, NotAssessable):
            remark = fill(charts.NOT_DRAWN, reason=value)
            yield Mark("ahead", _row(what, way.ahead_to, "", remark=remark), place, None)
        else:
            yield Mark("ahead", _row(what, way.ahead_to, decimal_text(value, 2)), place, value)
