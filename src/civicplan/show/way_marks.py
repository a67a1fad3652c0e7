"""The points of a trajectory with what is said of each."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from civicplan.evidence import Actual
from civicplan.model import Measure
from civicplan.render import charts, phrases
from civicplan.render.message import Message, fill
from civicplan.render.words import as_it_is, in_measure
from civicplan.show.columns import Row
from civicplan.show.path import Goal, Way, place_of
from civicplan.trajectory import Projection
from civicplan.values import Interval, NotAssessable, Period
from civicplan.values._decimals import decimal_text

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
        *_schedule(way),
        *map(_goal, way.goals),
        *_ahead(way.ahead),
    ]


def _row(what: str, period: Period, value: str, interval: Interval | None = None, remark: str = "") -> Row:
    low, high = (None, None) if interval is None else (interval.low, interval.high)
    return {
        charts.WHAT: Message(what),
        charts.PERIOD: as_it_is(period),
        charts.VALUE: value or phrases.UNDEFINED,
        charts.LOWEST: "" if low is None else format(low, "f"),
        charts.HIGHEST: "" if high is None else format(high, "f"),
        charts.REMARK: remark,
    }


def _actual(actual: Actual) -> Mark:
    words = in_measure(str(actual), actual.measure)
    what = charts.ACTUAL_DERIVED if actual.is_derived else charts.ACTUAL
    row = _row(what, actual.period, words, actual.interval)
    ends = actual.interval.low, actual.interval.high
    return Mark("actual", row, place_of(actual.period), actual.value, *ends, not actual.is_hedged, str(actual))


def _schedule(way: Way) -> Iterator[Mark]:
    """The schedule, from its beginning on."""
    if isinstance(way.schedule, NotAssessable):
        return
    last = place_of(way.goals[-1].due) if way.goals else Decimal(way.schedule[-1].year)
    # A fiscal year is named by the year in which it ends, before which it may end.
    before = last - last.to_integral_value(rounding="ROUND_CEILING")
    if way.start is not None:
        yield Mark("schedule", _row(charts.SCHEDULE, way.start, "0"), place_of(way.start), Decimal(0))
    elif way.measure is Measure.LEVEL and way.actuals:
        baseline = way.actuals[0]
        row = _row(charts.SCHEDULE, baseline.period, str(baseline))
        yield Mark("schedule", row, place_of(baseline.period), baseline.value)
    is_sum = way.start is not None
    for step in way.schedule:
        value = step.to_date if is_sum else step.value
        row = _row(charts.SCHEDULE, Period.of(step.year), decimal_text(value, 2))
        yield Mark("schedule", row, step.year + before, value)


def _goal(goal: Goal) -> Mark:
    outcome, acceptable = goal.outcome, goal.acceptable
    what = charts.TARGET if outcome.is_in_force else charts.EARLIER_GOAL
    row = _row(what, goal.due, outcome.target_text, acceptable)
    value = acceptable.low if acceptable.high is None else acceptable.high
    ends = acceptable.low, acceptable.high
    return Mark("target", row, place_of(goal.due), value, *ends, outcome.is_in_force, outcome.target_text)


def _ahead(ahead: Projection | NotAssessable | None) -> Iterator[Mark]:
    if not isinstance(ahead, Projection):
        return
    year = Period.of(ahead.year)
    for name, what in charts.WAYS.items():
        value: Decimal | NotAssessable = getattr(ahead, name)
        if isinstance(value, NotAssessable):
            remark = fill(charts.NOT_DRAWN, reason=value)
            yield Mark("ahead", _row(what, year, "", remark=remark), place_of(year), None)
        else:
            yield Mark("ahead", _row(what, year, decimal_text(value, 2)), place_of(year), value)
