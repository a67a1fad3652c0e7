"""A small drawing of the way of one indicator, made of the same points as the chart of its trajectory.

It is written out here rather than drawn by the library of charts, which takes a fifth of a second for each and has to
be installed: a report has many, and is complete without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from civicplan.assessment.indicator import IndicatorAssessment
from civicplan.evidence import Actual
from civicplan.render import charts, phrases
from civicplan.render import report_words as words
from civicplan.render.message import Message, fill, joined
from civicplan.render.page import Writer
from civicplan.show.heights import Heights
from civicplan.show.path import way_of
from civicplan.show.spread import spread
from civicplan.show.way_marks import Kind, Mark, is_below_schedule, marks_of

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
    way = way_of(assessed)
    marks = [mark for mark in marks_of(way) if mark.value is not None]
    if not marks:
        return ""
    frame = _Frame.around(marks)
    shapes = "\n".join(
        (
            *frame.years_below(),
            *_ahead(frame, way.ahead_from),
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
    heights: Heights

    @classmethod
    def around(cls, marks: Sequence[Mark]) -> _Frame:
        places = [float(mark.place) for mark in marks]
        years = min(places), max(max(places), min(places) + 1)
        return cls(marks, years, Heights.of(marks, _AIR))

    def x(self, place: float) -> float:
        first, last = self.years
        return _LEFT + (place - first) / (last - first) * (_WIDTH - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        low, high = self.heights
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
        down = 19 if is_below_schedule(mark, frame.marks) else -10
        yield f'<text class="number" x="{x:.1f}" y="{y + down:.1f}">{writer.words(mark.row[charts.VALUE])}</text>'


def _ahead(frame: _Frame, start: Actual | None) -> Iterator[str]:
    """A wedge from the last level used to where the three ways lead; an arrow and its number for what lies beyond."""
    pieces = list(frame.heights.wedge(frame.marks, start))
    edges = [*((piece.place, piece.high) for piece in pieces), *((piece.place, piece.low) for piece in pieces[::-1])]
    points = " ".join(f"{frame.x(place):.1f},{frame.y(value):.1f}" for place, value in edges)
    if points:
        yield f'<polygon class="ahead" points="{points}"/>'
    beyond = frame.heights.beyond(frame.marks)
    for end in frame.of("ahead"):
        x, y = frame.at(end)
        if end in beyond:
            yield _arrow(x, frame.heights.within(float(end.value or 0)), frame)
        else:
            yield f'<line class="way" x1="{x - 6:.1f}" x2="{x + 6:.1f}" y1="{y:.1f}" y2="{y:.1f}"/>'


def _arrow(x: float, edge: float, frame: _Frame) -> str:
    """A tip at the edge beyond which a projection lies."""
    y, tip = frame.y(edge), -9 if edge == frame.heights.high else 9
    return f'<polygon class="beyond" points="{x - 6:.1f},{y:.1f} {x + 6:.1f},{y:.1f} {x:.1f},{y + tip:.1f}"/>'


def _labels(frame: _Frame, writer: Writer) -> Iterator[str]:
    """What the targets at the end are, and the projections beyond the edge, beside them."""
    last = max(mark.place for mark in frame.marks)
    goals = [(mark, "target", mark.words) for mark in frame.of("target") if mark.place == last]
    beyond = [(mark, "far", mark.row[charts.VALUE]) for mark in frame.heights.beyond(frame.marks)]
    labels = sorted(
        ((frame.y(frame.heights.within(float(mark.value or 0))), kind, words) for mark, kind, words in goals + beyond),
        key=lambda label: label[0],
    )
    heights = spread([y for y, _, _ in labels], _LINE, _TOP, _HEIGHT - _BOTTOM)
    for (_, kind, label), y in zip(labels, heights, strict=True):
        yield f'<text class="{kind}" x="{_WIDTH - _RIGHT + 16}" y="{y + 4:.1f}">{writer.words(label)}</text>'
