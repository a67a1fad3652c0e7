"""The way of one indicator: what was published, the schedule, the targets, and where the figures so far lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

from civicplan.assessment import IndicatorAssessment, Outcome
from civicplan.evidence import Actual
from civicplan.model.target import IN_UNITS
from civicplan.render import charts
from civicplan.render.languages import chosen
from civicplan.render.message import Message, fill, fill_counted
from civicplan.render.words import full_name
from civicplan.show.canvas import Align, Canvas, Datum, to_canvas
from civicplan.show.columns import Row, hidden_fields, tooltips
from civicplan.show.heights import Heights
from civicplan.show.instead import judged_instead
from civicplan.show.lines import shortened, width_of
from civicplan.show.path import Way, way_of
from civicplan.show.shown import check_shown
from civicplan.show.spread import spread
from civicplan.show.stack import at
from civicplan.show.theme import LETTERS, SMALL_LETTERS
from civicplan.show.way_marks import Mark, is_below_schedule, marks_of
from civicplan.values import NotAssessable

if TYPE_CHECKING:
    import altair as alt

_HEIGHT, _TOP, _AXIS, _RIGHT, _LINE = 300, 32, 54, 104, 20
#: What the legend says of each kind.
_LEGEND = {
    "actual": charts.ACTUAL,
    "schedule": charts.SCHEDULE,
    "target": charts.GOALS,
    "ahead": charts.AHEAD,
}
_MOST_NUMBERS, _NUMBER, _YEAR = 10, 90, 40
#: The space above the highest and below the lowest value, as a share of what lies between them.
_AIR = 0.12
#: How far a number is moved aside, by what of it stands at its point [pixels].
_ASIDE: dict[Align, int] = {"center": 0, "left": 6, "right": -6}
_ARROWS = {True: "triangle-up", False: "triangle-down"}
#: A bar beyond a point that is longer would strike the number of the point through [pixels].
_SHORT = 6


def trajectory_rows(assessed: IndicatorAssessment) -> list[Row]:
    """Return what the chart says of each point: what it is, when, its value and how far that may be off."""
    return [mark.row for mark in marks_of(way_of(assessed))]


def trajectory(
    assessed: IndicatorAssessment, *, language: str | None = None, theme: str = "light", width: int = 640
) -> alt.LayerChart:
    """Return the way of one indicator in the measure of its target in force.

    Points are actuals, with a bar for all values that their printed digits allow; hollow ones are printed with a hedge.
    The line is the schedule. Where a target is due, a band shows the values that meet it. Beyond the latest level,
    three ways of drawing on the figures so far span the projection, which is no forecast.

    Args:
        assessed: The assessed indicator.
        language: The language of all words, "en" or "zh"; None takes that of the indicator's name.
        theme: "light" or "dark".
        width: The width of the whole picture [pixels].

    Raises:
        MissingExtraError: altair is not installed.
        InvalidValueError: There is no such language or theme, or nothing could be read in so little width.
        InvalidTypeError: It is no assessed indicator. It is a TypeError.

    >>> import civicplan as cp
    >>> reached = cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020")
    >>> str(trajectory(reached["gdp"], language="en").description).partition(":")[0]
    'Line chart of 1 gross domestic product as of 2020'
    """
    check_shown(assessed, IndicatorAssessment, name="assessed")
    indicator, way = assessed.indicator, way_of(assessed)
    canvas = to_canvas(width, theme, chosen(language, indicator.name), "civicplan.show.trajectory")
    name = full_name(indicator.group, indicator.name, indicator.number)
    marks = marks_of(way)
    drawing = _Drawing.of(canvas, marks, way.ahead_from)
    layers = [*drawing.ground(), *drawing.layers()]
    says = (
        _verdict(assessed),
        _heights(way, indicator.unit),
        *_notes(way, marks),
        *([Message(charts.AHEAD_BEYOND)] if drawing.heights.beyond(marks) else []),
    )
    told = fill(charts.TRAJECTORY_TOLD, name=name, day=assessed.as_of.last_unit, verdict=assessed.headline)
    return canvas.drawn(layers, drawing.top + _HEIGHT + 6, name, *says, told=told)


def _verdict(assessed: IndicatorAssessment) -> Message:
    """The verdict, and of which target it is where the one that is drawn cannot be assessed."""
    day, verdict = assessed.as_of.last_unit, assessed.headline
    drawn, other = assessed.target, judged_instead(assessed)
    if other is None or not isinstance(drawn, Outcome) or drawn.reason is None:
        return fill(charts.TRAJECTORY_SAYS, day=day, verdict=verdict)
    return fill(
        charts.TRAJECTORY_SAYS_OTHER,
        day=day,
        target=drawn.target_in_unit,
        reason=NotAssessable(drawn.reason),
        verdict=verdict,
        other=other.target_in_unit,
    )


def _heights(way: Way, unit: str | None) -> Message:
    """What the heights are."""
    heights = Message(charts.HEIGHTS[way.measure])
    if unit is None or way.measure not in IN_UNITS:
        return fill(charts.WITHOUT_UNIT, heights=heights)
    return fill(charts.IN_UNIT, heights=heights, unit=unit)


def _notes(way: Way, marks: Sequence[Mark]) -> Iterator[Message]:
    hedged = sum(mark.kind == "actual" and not mark.is_sure for mark in marks)
    if hedged:
        yield fill_counted(*charts.OPEN_POINTS, hedged)
    if isinstance(way.schedule, NotAssessable):
        yield fill(charts.NO_SCHEDULE, reason=way.schedule)
    unknown = [] if way.ahead is None or isinstance(way.ahead, NotAssessable) else [way.ahead.low]
    reason = way.ahead if isinstance(way.ahead, NotAssessable) else next(iter(unknown), None)
    if isinstance(reason, NotAssessable):
        yield fill(charts.NO_PROJECTION, reason=reason)
    elif way.ahead_from is not None and way.actuals[-1] is not way.ahead_from:
        yield fill(charts.AHEAD_FROM, period=way.ahead_from.period)


class _Drawing(NamedTuple):
    """The layers of the chart, and the ends of its axes."""

    canvas: Canvas
    marks: Sequence[Mark]
    years: tuple[float, float]
    heights: Heights
    ahead_from: Actual | None

    @classmethod
    def of(cls, canvas: Canvas, marks: Sequence[Mark], ahead_from: Actual | None) -> _Drawing:
        """Return the drawing of these points, with the one from which a projection starts."""
        places = [float(mark.place) for mark in marks] or [0.0]
        years = min(places) - 0.4, max(places) + 0.4
        return cls(canvas, marks, years, Heights.of(marks, _AIR), ahead_from)

    @property
    def right(self) -> float:
        """Where the labels of the last year begin [pixels]."""
        return self.canvas.width - _RIGHT

    def x(self, field: str = "place") -> alt.X:
        """The place in time."""
        import altair as alt

        scale = alt.Scale(domain=list(self.years), range=[_AXIS, self.right], nice=False, zero=False)
        first, last = int(self.years[0]) + 1, int(self.years[1])
        step = max(1, ceil((last - first + 1) * _YEAR / (self.right - _AXIS)))
        years = list(range(last, first - 1, -step))
        axis = alt.Axis(values=years, format="d", grid=False, title=self.canvas.said(Message(charts.YEAR_ENDS)))
        return alt.X(f"{field}:Q", scale=scale, axis=axis)

    def y(self, field: str = "value") -> alt.Y:
        """The height of a value."""
        import altair as alt

        ends = [self.top + _HEIGHT, self.top]
        scale = alt.Scale(domain=list(self.heights), range=ends, nice=False, zero=False)
        axis = alt.Axis(tickCount=5, format=",.8~g", offset=-_AXIS, title=None, grid=True)
        return alt.Y(f"{field}:Q", scale=scale, axis=axis)

    def data(self, kind: str) -> list[Datum]:
        """The points of a kind that have a value."""
        return [
            {
                **hidden_fields(mark.row, self.canvas.language),
                "place": float(mark.place),
                "value": float(mark.value),
                "low": None if mark.low is None else float(mark.low),
                "high": None if mark.high is None else float(mark.high),
                "is_sure": mark.is_sure,
                "is_below": is_below_schedule(mark, self.marks),
                "words": shortened(self.canvas.said(mark.words), _NUMBER, LETTERS),
            }
            for mark in self.marks
            if mark.kind == kind and mark.value is not None
        ]

    def height_of(self, value: float) -> float:
        """Return the height of a value [pixels]."""
        low, high = self.heights
        return self.top + (high - value) / (high - low) * _HEIGHT

    def layers(self) -> Iterator[alt.Chart]:
        """The marks, the lowest first."""
        told = tooltips([mark.row for mark in self.marks], self.canvas.language)
        yield from self._ahead(told)
        yield from self._goals(told)
        palette = self.canvas.palette
        line = self.canvas.layer(self.data("schedule")).mark_line(
            color=palette.plan, strokeWidth=1.8, strokeDash=[5, 3]
        )
        yield line.encode(x=self.x(), y=self.y(), tooltip=told)
        yield from self._actuals(told)
        yield from self._labels()

    def _ahead(self, told: list[alt.Tooltip]) -> Iterator[alt.Chart]:
        """A wedge from the last level used to where the three ways lead, with a tick or an arrow for each of them."""
        import altair as alt

        palette, ends = self.canvas.palette, self.data("ahead")
        if not ends:
            return
        wedge = (piece._asdict() for piece in self.heights.wedge(self.marks, self.ahead_from))
        area = self.canvas.layer(wedge).mark_area(color=palette.open, opacity=0.25)
        yield area.encode(x=self.x(), y=self.y("low"), y2="high:Q")
        inside = [end for end in ends if end["value"] == self.heights.within(end["value"])]
        ticks = self.canvas.layer(inside).mark_tick(orient="horizontal", color=palette.open, thickness=2, size=12)
        yield ticks.encode(x=self.x(), y=self.y(), tooltip=told)
        arrows = [
            {**end, "edge": self.heights.within(end["value"]), "shape": _ARROWS[end["value"] > self.heights.high]}
            for end in ends
            if end not in inside
        ]
        drawn = self.canvas.layer(arrows).mark_point(size=110, filled=True, opacity=1, color=palette.open)
        shape = alt.Shape("shape:N", scale=None)
        yield drawn.encode(x=self.x(), y=self.y("edge"), shape=shape, tooltip=told)

    def _goals(self, told: list[alt.Tooltip]) -> Iterator[alt.Chart]:
        """A band over the values that meet a target, with a line at each of its ends."""
        palette, goals = self.canvas.palette, self.data("target")
        bands = [
            {
                **goal,
                "from": self.heights.low if goal["low"] is None else goal["low"],
                "to": self.heights.high if goal["high"] is None else goal["high"],
                "opacity": 0.28 if goal["is_sure"] else 0.12,
            }
            for goal in goals
        ]
        import altair as alt

        band = self.canvas.layer(bands).mark_bar(size=16, color=palette.plan)
        opacity = alt.Opacity("opacity:Q", scale=None)
        yield band.encode(x=self.x(), y=self.y("from"), y2="to:Q", opacity=opacity, tooltip=told)
        ends = [{**goal, "value": goal[end]} for goal in goals for end in ("low", "high") if goal[end] is not None]
        line = self.canvas.layer(ends).mark_tick(orient="horizontal", color=palette.plan, thickness=2.5, size=22)
        yield line.encode(x=self.x(), y=self.y(), tooltip=told)

    def _actuals(self, told: list[alt.Tooltip]) -> Iterator[alt.Chart]:
        """Points, with a bar for all values that the printed digits allow, and their numbers where there is space."""
        import altair as alt

        palette, points = self.canvas.palette, self.data("actual")
        data = [{**point, "fill": palette.ink if point["is_sure"] else palette.paper} for point in points]
        with_ends = [point for point in data if point["low"] is not None and point["high"] is not None]
        bars = self.canvas.layer(with_ends).mark_rule(color=palette.ink, strokeWidth=3, opacity=0.45)
        yield bars.encode(x=self.x(), y=self.y("low"), y2="high:Q")
        drawn = self.canvas.layer(data).mark_point(size=52, stroke=palette.ink, strokeWidth=1.8, opacity=1)
        yield drawn.encode(x=self.x(), y=self.y(), fill=alt.Fill("fill:N", scale=None), tooltip=told)
        if len(points) <= _MOST_NUMBERS:
            yield from self._numbers(data)

    def _numbers(self, points: Sequence[Datum]) -> Iterator[alt.Chart]:
        """The number of each point, above it or below, and beside its bar where that would strike it through."""
        for down, is_below in ((-13, False), (14, True)):
            for align, aside in _ASIDE.items():
                here = [
                    point for point in points if point["is_below"] is is_below and self._side(point, is_below) == align
                ]
                # A line that runs behind a number is not to strike it through.
                for halo in (self.canvas.palette.paper, None) if here else ():
                    mark = self.canvas.layer(here).mark_text(
                        dy=down, dx=aside, align=align, fontWeight="bold", stroke=halo, strokeWidth=4
                    )
                    yield mark.encode(x=self.x(), y=self.y(), text="words:N")

    def _side(self, point: Datum, is_below: bool) -> Align:
        """Which part of its number stands at a point: the middle, or the end that is next to a long bar."""
        end = point["low" if is_below else "high"]
        if point["low"] is None or point["high"] is None:
            return "center"
        if abs(self.height_of(end) - self.height_of(point["value"])) <= _SHORT:
            return "center"
        return "right" if point["place"] + 1 > self.years[1] else "left"

    def _labels(self) -> Iterator[alt.Chart]:
        """What stands at the last target and the last projections, beside them."""
        last = max((mark.place for mark in self.marks), default=None)
        goals = [mark for mark in self.marks if mark.kind == "target" and mark.place == last and mark.value is not None]
        ahead = [mark for mark in self.marks if mark.kind == "ahead" and mark.value is not None]
        labels = [(float(goal.value or 0), self.canvas.said(goal.words), self.canvas.palette.plan) for goal in goals]
        if ahead:
            values = [self.heights.within(float(mark.value or 0)) for mark in ahead]
            words = self.canvas.said(Message(charts.AHEAD))
            labels.append(((min(values) + max(values)) / 2, words, self.canvas.palette.muted))
        for mark in self.heights.beyond(self.marks):
            words = self.canvas.said(mark.row[charts.VALUE])
            labels.append((float(mark.value or 0), words, self.canvas.palette.muted))
        labels.sort(key=lambda label: -label[0])
        places = [self.height_of(self.heights.within(value)) for value, _, _ in labels]
        heights = spread(places, 17, self.top, self.top + _HEIGHT)
        import altair as alt

        data = [
            {"words": words, "colour": colour, "y": y} for (_, words, colour), y in zip(labels, heights, strict=True)
        ]
        texts = self.canvas.texts(data, "words", x=self.right + 2, limit=_RIGHT - 2, fontWeight="bold")
        yield texts.encode(color=alt.Color("colour:N", scale=None))

    @property
    def legend(self) -> list[Datum]:
        """What the legend says of each kind that is drawn, in as many lines as that takes."""
        kinds = {mark.kind for mark in self.marks if mark.value is not None}
        x, y = 0.0, 8
        entries: list[Datum] = []
        for kind, heading in _LEGEND.items():
            words = self.canvas.said(Message(heading))
            wide = 24 + width_of(words, SMALL_LETTERS)
            if kind in kinds:
                x, y = (0.0, y + _LINE) if x + wide > self.canvas.width else (x, y)
                entries.append({"kind": kind, "words": words, "x": x, "x2": x + 18, "label": x + 24, "y": y})
                x += wide + 18
        return entries

    @property
    def top(self) -> float:
        """Where the highest value stands, below the legend [pixels]."""
        return _TOP + max((entry["y"] for entry in self.legend), default=8)

    def ground(self) -> Iterator[alt.Chart]:
        """What the marks are, above them."""
        canvas, palette = self.canvas, self.canvas.palette
        entries = self.legend
        yield canvas.texts(entries, "words", x=at("label"), fontSize=SMALL_LETTERS, color=palette.muted)
        styles: dict[str, dict[str, Any]] = {
            "schedule": {"color": palette.plan, "strokeWidth": 1.8, "strokeDash": [5, 3]},
            "target": {"color": palette.plan, "size": 12, "opacity": 0.28},
            "ahead": {"color": palette.open, "size": 12, "opacity": 0.4},
        }
        for kind, style in styles.items():
            layer = canvas.layer([entry for entry in entries if entry["kind"] == kind])
            # A rule that is as thick as a band would make room for itself at the left.
            sample = layer.mark_bar(orient="horizontal", **style) if "size" in style else layer.mark_rule(**style)
            yield sample.encode(x=at("x"), x2="x2:Q", y=canvas.y)
        dots = canvas.layer([{**entry, "x": entry["x"] + 9} for entry in entries if entry["kind"] == "actual"])
        yield dots.mark_point(size=52, fill=palette.ink, stroke=palette.ink, opacity=1).encode(x=at("x"), y=canvas.y)
