"""A small drawing of the way of one indicator, made of the same points as the chart of its trajectory.

It is written out here rather than drawn by the library of charts, which takes a fifth of a second for each and has to
be installed: a report has many, and is complete without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from civicplan.assessment.indicator import IndicatorAssessment
from civicplan.render import charts, phrases
from civicplan.render import report_words as words
from civicplan.render.message import Message, fill, joined
from civicplan.render.page import Writer
from civicplan.show.path import way_of
from civicplan.show.spread import spread
from civicplan.show.way_marks import Kind, Mark, marks_of

#: The size of the drawing, and the margins of what is drawn: at the right for the words of the targets [pixels].
_WIDTH, _HEIGHT = 460, 200
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 110, 22, 52
#: The margin above the highest and below the lowest value, as a share of what lies between them.
_AIR = 0.14
_YEAR, _LINE, _MOST_NUMBERS = 44, 16, 8
#: A bar that is shorter is hidden by its point [pixels].
_SHORTEST_BAR = 10


def drawing(assessed: IndicatorAssessment, writer: Writer) -> str:
    """Return the drawing as SVG that says what it shows; nothing where there is nothing to draw.

    Args:
        assessed: The assessed indicator.
        writer: What writes the page that it stands on.
    """
    marks = [mark for mark in marks_of(way_of(assessed)) if mark.value is not None]
    if not marks:
        return ""
    frame = _Frame.around(marks)
    shapes = "\n".join(
        (
            *frame.years_below(),
            *_ahead(frame),
            *_goals(frame),
            *_schedule(frame),
            *_actuals(frame, writer),
            *_labels(frame, writer),
        )
    )
    told = writer.words(fill(words.DRAWING_TOLD, points=joined(phrases.NEXT_ENTRY, map(_told, marks))))
    box = f'viewBox="0 0 {_WIDTH} {_HEIGHT}"'
    return f'<svg class="drawing" {box} role="img" aria-label="{told}">\n{shapes}\n</svg>'


def _told(mark: Mark) -> Message:
    return fill(words.POINT, what=mark.row[charts.WHAT], value=mark.row[charts.VALUE], period=mark.row[charts.PERIOD])


class _Frame(NamedTuple):
    """What is drawn, and the ends of time and of the values."""

    marks: Sequence[Mark]
    years: tuple[float, float]
    values: tuple[float, float]

    @classmethod
    def around(cls, marks: Sequence[Mark]) -> _Frame:
        places = [float(mark.place) for mark in marks]
        values = [
            float(value)
            for mark in marks
            for value in (mark.value, *((mark.low, mark.high) if mark.kind != "schedule" else ()))
            if value is not None
        ]
        air = (max(values) - min(values)) * _AIR or abs(values[0]) * _AIR or 1.0
        years = min(places), max(max(places), min(places) + 1)
        return cls(marks, years, (min(values) - air, max(values) + air))

    def x(self, place: float) -> float:
        first, last = self.years
        return _LEFT + (place - first) / (last - first) * (_WIDTH - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        low, high = self.values
        return _TOP + (high - value) / (high - low) * (_HEIGHT - _TOP - _BOTTOM)

    def at(self, mark: Mark) -> tuple[float, float]:
        """Where a point stands [pixels]."""
        return self.x(float(mark.place)), self.y(float(mark.value or 0))

    def of(self, kind: Kind) -> list[Mark]:
        return [mark for mark in self.marks if mark.kind == kind]

    def years_below(self) -> Iterator[str]:
        """The years at whose ends the points stand, the last one always."""
        first, last = ceil(self.years[0]), int(self.years[1])
        step = max(1, ceil((last - first + 1) * _YEAR / (_WIDTH - _LEFT - _RIGHT)))
        bottom = _HEIGHT - _BOTTOM + 36
        ends = f'x1="{_LEFT - 14}" x2="{_WIDTH - _RIGHT + 14}" y1="{bottom - 16}" y2="{bottom - 16}"'
        yield f'<line class="ground" {ends}/>'
        for year in range(last, first - 1, -step):
            yield f'<text class="year" x="{self.x(year):.1f}" y="{bottom}">{year}</text>'


def _schedule(frame: _Frame) -> Iterator[str]:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(frame.at, frame.of("schedule")))
    if points:
        yield f'<polyline class="schedule" points="{points}"/>'


def _goals(frame: _Frame) -> Iterator[str]:
    """A band over the values that meet a target, with a line at each of its ends."""
    for goal in frame.of("target"):
        x, _ = frame.at(goal)
        top = _TOP - 8 if goal.high is None else frame.y(float(goal.high))
        bottom = _HEIGHT - _BOTTOM + 8 if goal.low is None else frame.y(float(goal.low))
        kind = "band" if goal.is_sure else "band past"
        yield f'<rect class="{kind}" x="{x - 8:.1f}" y="{top:.1f}" width="16" height="{max(bottom - top, 0):.1f}"/>'
        for end in filter(lambda end: end is not None, (goal.low, goal.high)):
            y = frame.y(float(end or 0))
            yield f'<line class="goal" x1="{x - 11:.1f}" x2="{x + 11:.1f}" y1="{y:.1f}" y2="{y:.1f}"/>'


def _actuals(frame: _Frame, writer: Writer) -> Iterator[str]:
    """Points, with a bar for all values that the printed digits allow, and their numbers where they fit."""
    points = frame.of("actual")
    for mark in points:
        x, y = frame.at(mark)
        if mark.low is not None and mark.high is not None:
            top, bottom = frame.y(float(mark.high)), frame.y(float(mark.low))
            if bottom - top > _SHORTEST_BAR:
                yield f'<line class="digits" x1="{x:.1f}" x2="{x:.1f}" y1="{top:.1f}" y2="{bottom:.1f}"/>'
        yield f'<circle class="{"actual" if mark.is_sure else "actual hedged"}" cx="{x:.1f}" cy="{y:.1f}" r="4"/>'
    for mark in points if len(points) <= _MOST_NUMBERS else (points[0], points[-1]):
        x, y = frame.at(mark)
        down = 19 if _is_below_schedule(mark, frame) else -10
        yield f'<text class="number" x="{x:.1f}" y="{y + down:.1f}">{writer.words(mark.row[charts.VALUE])}</text>'


def _is_below_schedule(mark: Mark, frame: _Frame) -> bool:
    """Whether the line of the schedule runs above a point, so that its number fits below."""
    later = next((step for step in frame.of("schedule") if step.place > mark.place), None)
    later = later or next((step for step in reversed(frame.of("schedule"))), None)
    return later is not None and (later.value or 0) > (mark.value or 0)


def _ahead(frame: _Frame) -> Iterator[str]:
    """A wedge from the latest level to where several ways of drawing on the figures so far lead."""
    ends, before = frame.of("ahead"), frame.of("actual")
    if not ends or not before:
        return
    start = frame.at(before[-1])
    heights = [frame.at(end)[1] for end in ends]
    x = frame.x(float(ends[0].place))
    corners = (start, (x, min(heights)), (x, max(heights)))
    points = " ".join(f"{across:.1f},{down:.1f}" for across, down in corners)
    yield f'<polygon class="ahead" points="{points}"/>'
    for y in heights:
        yield f'<line class="way" x1="{x - 6:.1f}" x2="{x + 6:.1f}" y1="{y:.1f}" y2="{y:.1f}"/>'


def _labels(frame: _Frame, writer: Writer) -> Iterator[str]:
    """What the targets at the end are, beside them."""
    last = max(mark.place for mark in frame.marks)
    goals = sorted((goal for goal in frame.of("target") if goal.place == last), key=lambda goal: frame.at(goal)[1])
    heights = spread([frame.at(goal)[1] for goal in goals], _LINE, _TOP, _HEIGHT - _BOTTOM)
    for goal, y in zip(goals, heights, strict=True):
        yield f'<text class="target" x="{_WIDTH - _RIGHT + 16}" y="{y + 4:.1f}">{writer.words(goal.words)}</text>'
