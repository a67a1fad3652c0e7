"""The share done of every indicator against the share of the time gone; the diagonal is the schedule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from civicplan.assessment import IndicatorAssessment, Outcome, PlanAssessment
from civicplan.model import Standing
from civicplan.render import charts, phrases
from civicplan.render.languages import chosen
from civicplan.render.message import Message, fill, fill_counted, joined
from civicplan.render.words import full_name, in_words, percent_text
from civicplan.show.canvas import Align, Canvas, Datum, to_canvas
from civicplan.show.columns import Row, hidden_fields, tooltips
from civicplan.show.lines import width_of
from civicplan.show.names import row_label
from civicplan.show.reporting.states import ORDER
from civicplan.show.shown import check_shown
from civicplan.show.spread import spread
from civicplan.show.stack import at, legend
from civicplan.show.theme import SMALL_LETTERS, look_of
from civicplan.values import NotAssessable

if TYPE_CHECKING:
    import altair as alt

#: The part of the axis that is shown at most [share]; a point beyond it stands on the edge, with its number.
_LEAST, _MOST = Decimal("-0.5"), Decimal(2)
_MOST_LABELS, _LABEL, _LOWEST = 60, 17, 340
_NUMBER = 66
_AXIS, _TOP, _BOTTOM = 44, 34, 44


def progress_rows(assessment: PlanAssessment) -> list[Row]:
    """Return what the chart says of each indicator."""
    return [_row(indicator) for indicator in assessment.indicators]


def _row(assessed: IndicatorAssessment) -> Row:
    indicator, outcome = assessed.indicator, assessed.target
    share = assessed.progress
    return {
        charts.INDICATOR: full_name(indicator.group, indicator.name, indicator.number),
        charts.DONE: percent_text(share),
        charts.GONE: percent_text(assessed.elapsed),
        charts.SCHEDULED: percent_text(outcome.scheduled if isinstance(outcome, Outcome) else outcome),
        charts.STANDING: in_words(_code(assessed)),
        charts.REMARK: _remark(assessed),
    }


def _remark(assessed: IndicatorAssessment) -> Message | str:
    """Why there is no point or no schedule, and what the point of a limit or beyond a range means."""
    target = assessed.target
    if isinstance(target, NotAssessable) or isinstance(assessed.progress, NotAssessable):
        return fill(charts.NOT_DRAWN, reason=assessed.progress)
    if target.is_past_the_range:
        return Message(charts.RANGE_LEFT)
    if target.limits_a_total:
        return Message(charts.LIMIT_USED)
    no_schedule = isinstance(target.scheduled, NotAssessable)
    return fill(charts.NO_SCHEDULE_OF_IT, reason=target.scheduled) if no_schedule else ""


def _limits(assessed: IndicatorAssessment) -> bool:
    return isinstance(assessed.target, Outcome) and assessed.target.limits_a_total


def _code(assessed: IndicatorAssessment) -> str:
    """The standing of the target in force before it is due, then the verdict on it."""
    outcome = assessed.target
    if isinstance(outcome, NotAssessable):
        return assessed.verdict.value
    return outcome.standing.value if isinstance(outcome.standing, Standing) else outcome.verdict.value


def progress(
    assessment: PlanAssessment, *, language: str | None = None, theme: str = "light", width: int = 800
) -> alt.LayerChart:
    """Return a point for each indicator: its share done at the height, the share of its time gone along the foot.

    The diagonal is the schedule: above it an indicator is ahead, below it behind. An indicator whose share is undefined
    is not drawn but named.

    Args:
        assessment: The assessed plan.
        language: The language of all words, "en" or "zh"; None takes that of the plan's title.
        theme: "light" or "dark".
        width: The width of the whole picture [pixels].

    Raises:
        MissingExtraError: altair is not installed.
        InvalidValueError: There is no such language or theme, or nothing could be read in so little width.
        InvalidTypeError: It is no assessed plan. It is a TypeError.

    >>> import civicplan as cp
    >>> reached = cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020")
    >>> str(progress(reached, language="en").description).partition(":")[0]
    'Scatter chart of Zhuzhou, main indicators of the 13th five-year plan as of 2020'
    """
    check_shown(assessment, PlanAssessment, name="assessment")
    plan, day = assessment.plan, assessment.as_of.last_unit
    canvas = to_canvas(width, theme, chosen(language, plan.title), "civicplan.show.progress")
    rows = progress_rows(assessment)
    points = list(_points(canvas, assessment, rows))
    counts = Counter(point["code"] for point in points)
    found = [
        (code, canvas.said(fill(charts.COUNT_OF, words=in_words(code), count=n)))
        for code, n in sorted(counts.items(), key=lambda item: ORDER.index(item[0]))
    ]
    signs, top = legend(canvas, found)
    drawing = _Drawing.of(canvas, points, top + _TOP)
    layers = [
        *drawing.ground(),
        *signs,
        *drawing.labels(),
        *drawing.sides(),
        *drawing.points(tooltips(rows, canvas.language)),
    ]
    told = fill(
        charts.PROGRESS_TOLD, title=plan.title, day=day, counts=joined(phrases.NEXT_NAME, (w for _, w in found))
    )
    says = (fill(charts.PROGRESS_SAYS, day=day), *_notes(assessment, drawing))
    return canvas.drawn(layers, drawing.bottom + _BOTTOM, plan.title, *says, told=told)


def _points(canvas: Canvas, assessment: PlanAssessment, rows: Sequence[Row]) -> Iterator[Datum]:
    """What is drawn of each indicator that has a share done, those with the greatest first."""
    named = zip(assessment.indicators, rows, strict=True)
    for assessed, row in sorted(named, key=_by_share, reverse=True):
        done, gone = assessed.progress, assessed.elapsed
        if isinstance(done, Decimal) and isinstance(gone, Decimal):
            name = row_label(canvas, assessed.indicator, _widest(canvas) - _leader(canvas) - _NUMBER, SMALL_LETTERS)
            yield {
                **hidden_fields(row, canvas.language),
                "code": _code(assessed),
                "done": float(done),
                "gone": float(gone),
                "name": name,
                "limits": _limits(assessed),
            }


def _by_share(named: tuple[IndicatorAssessment, Row]) -> Decimal:
    done = named[0].progress
    return Decimal("-Infinity") if isinstance(done, NotAssessable) else done


def _widest(canvas: Canvas) -> float:
    """How wide labels may be with their lines and numbers [pixels]."""
    return (0.48 if canvas.is_wide else 0.62) * canvas.width


def _leader(canvas: Canvas) -> float:
    """The width of the lines that lead to labels [pixels]."""
    return 36 if canvas.is_wide else 20


def _notes(assessment: PlanAssessment, drawing: _Drawing) -> Iterator[Message]:
    """What is to be known of the points, and what is not drawn."""
    if not assessment.indicators:
        yield Message(charts.NO_INDICATORS)
    beyond = sum(not drawing.low <= point["done"] <= drawing.high for point in drawing.data)
    drawn = [target for target in _targets(assessment) if isinstance(target.progress, Decimal)]
    off = sum(isinstance(target.scheduled, Decimal) and target.scheduled != target.elapsed for target in drawn)
    for (one, several), count in (
        (charts.LIMITS, sum(point["limits"] for point in drawing.data)),
        (charts.PAST_THE_RANGE, sum(target.is_past_the_range for target in drawn)),
        (charts.AT_THE_EDGE, beyond),
        (charts.OFF_THE_DIAGONAL, off),
        (charts.WITHOUT_SCHEDULE, sum(isinstance(target.scheduled, NotAssessable) for target in drawn)),
        (charts.UNLABELLED, len(drawing.data) - len(drawing.labelled)),
    ):
        if count:
            yield fill_counted(one, several, count)
    absent = [assessed.indicator for assessed in assessment.indicators if isinstance(assessed.progress, NotAssessable)]
    if absent:
        names = joined(phrases.NEXT_NAME, (indicator.name for indicator in absent))
        yield fill_counted(*charts.NOT_SHOWN, len(absent), names=names)


def _targets(assessment: PlanAssessment) -> list[Outcome]:
    return [own.target for own in assessment.indicators if isinstance(own.target, Outcome)]


class _Drawing(NamedTuple):
    """The layers of the chart, and where they stand.

    The labels stand in a column of their own, each as near to its point as the others allow, and a line leads to it.
    The time is over where that column begins, at "right" [pixels].
    """

    canvas: Canvas
    right: float
    data: Sequence[Datum]
    labelled: Sequence[Datum]
    top: float
    bottom: float
    low: float
    high: float

    @classmethod
    def of(cls, canvas: Canvas, points: Sequence[Datum], top: float) -> _Drawing:
        """Return the drawing of these points."""
        off_schedule = sorted(points, key=lambda point: -abs(point["done"] - point["gone"]))[:_MOST_LABELS]
        labelled = [point for point in points if point in off_schedule]
        shares = [0.0, 1.05, *(point["done"] for point in points)]
        low, high = max(min(shares), float(_LEAST)), min(max(shares), float(_MOST))
        bottom = top + max(_LOWEST, _LABEL * len(labelled))
        names = max((width_of(point["name"], SMALL_LETTERS) for point in labelled), default=0)
        labels = _leader(canvas) + _NUMBER + names + 1 if labelled else _AXIS
        return cls(canvas, canvas.width - labels, points, labelled, top, bottom, low, high)

    def x(self, field: str) -> alt.X:
        """The place of a share of the time gone."""
        import altair as alt

        scale = alt.Scale(domain=[0, 1], range=[_AXIS, self.right], nice=False)
        return alt.X(f"{field}:Q", scale=scale, axis=None)

    def y(self, field: str) -> alt.Y:
        """The height of a share done."""
        import altair as alt

        ends = [self.bottom, self.top]
        scale = alt.Scale(domain=[self.low, self.high], range=ends, nice=False, zero=False, clamp=True)
        return alt.Y(f"{field}:Q", scale=scale, axis=None)

    def height_of(self, done: float) -> float:
        """Return the height of a share done [pixels]."""
        shown = min(max(done, self.low), self.high)
        return self.bottom - (shown - self.low) / (self.high - self.low) * (self.bottom - self.top)

    def ground(self) -> Iterator[alt.Chart]:
        """Lines at round shares with their numbers, the diagonal, and the side on which an indicator is behind."""
        canvas, palette = self.canvas, self.canvas.palette
        behind = [{"gone": gone, "done": gone, "low": max(self.low, 0)} for gone in (0.0, 1.0)]
        area = canvas.layer(behind).mark_area(color=palette.band, opacity=1)
        yield area.encode(x=self.x("gone"), y=self.y("done"), y2="low:Q")
        halves = [half / 2 for half in range(-1, 5) if self.low <= half / 2 <= self.high]
        across = [
            {"y": self.height_of(share), "words": canvas.percent(share), "x": _AXIS, "x2": self.right}
            for share in halves
        ]
        rules = canvas.layer(across).mark_rule(color=palette.line)
        yield rules.encode(x=at("x"), x2="x2:Q", y=canvas.y)
        quiet: dict[str, Any] = {"fontSize": SMALL_LETTERS, "color": palette.muted}
        yield canvas.texts(across, "words", x=_AXIS - 8, align="right", **quiet)
        quarters = range(0, 5, 1 if canvas.is_wide else 4)
        down = [{"gone": part / 4, "words": canvas.percent(part / 4), "y": self.bottom + 14} for part in quarters]
        yield canvas.texts(down, "words", x=self.x("gone"), align="center", **quiet)
        heading = [{"words": canvas.said(Message(charts.SHARE_GONE)), "y": self.bottom + 34}]
        yield canvas.texts(heading, "words", x=self.right, align="right", **quiet)
        heading = [{"words": canvas.said(Message(charts.SHARE_DONE)), "y": self.top - 16}]
        yield canvas.texts(heading, "words", x=0, **quiet)
        schedule = canvas.layer(behind).mark_line(color=palette.plan, strokeWidth=1.8)
        yield schedule.encode(x=self.x("gone"), y=self.y("done"))

    def sides(self) -> Iterator[alt.Chart]:
        """What lies above the diagonal and what below; no line that leads to a label strikes it through."""
        canvas, palette = self.canvas, self.canvas.palette
        if not canvas.is_wide:
            return
        above = [{"words": canvas.said(Message(charts.ABOVE)), "y": self.height_of(1) + 14}]
        below = [{"words": canvas.said(Message(charts.BELOW)), "y": self.height_of(0) - 12}]
        sides: tuple[tuple[list[Datum], float, Align, str], ...] = (
            (above, _AXIS + 8, "left", palette.paper),
            (below, self.right - 12, "right", palette.band),
        )
        for words, x, align, ground in sides:
            style: dict[str, Any] = {"fontSize": SMALL_LETTERS, "color": palette.muted}
            for halo in (ground, None):
                yield canvas.texts(words, "words", x=x, align=align, stroke=halo, strokeWidth=5, **style)

    def points(self, told: list[alt.Tooltip]) -> Iterator[alt.Chart]:
        """The points, and a line from each to its label."""
        import altair as alt

        palette = self.canvas.palette
        colours = [look_of(point["code"], palette).colour for point in self.data]
        data = [
            {**point, "stroke": colour, "fill": palette.paper if point["limits"] else colour}
            for point, colour in zip(self.data, colours, strict=True)
        ]
        points = self.canvas.layer(data).mark_point(size=56, opacity=0.95, strokeWidth=1.8)
        yield points.encode(
            x=self.x("gone"),
            y=self.y("done"),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            tooltip=told,
        )

    def labels(self) -> Iterator[alt.Chart]:
        """A sign, a number and a name for each labelled point, and a line that leads there."""
        canvas, palette = self.canvas, self.canvas.palette
        wanted = [self.height_of(point["done"]) for point in self.labelled]
        heights = spread(wanted, _LABEL, self.top, self.bottom)
        data = [{**point, "y": y} for point, y in zip(self.labelled, heights, strict=True)]
        left = self.right + _leader(canvas)
        start = [_AXIS + point["gone"] * (self.right - _AXIS) for point in self.labelled]
        lines = [
            {"x": x + 5, "x2": left - 8, "y": before, "y2": y}
            for x, before, y in zip(start, wanted, heights, strict=True)
        ]
        leaders = canvas.layer(lines).mark_rule(color=palette.muted, strokeWidth=0.7, opacity=0.55)
        yield leaders.encode(x=at("x"), x2="x2:Q", y=canvas.y, y2="y2:Q")
        yield canvas.signs(data, x=left + 3, size=70)
        yield canvas.texts(
            data, "said1", x=left + _NUMBER - 8, align="right", fontSize=SMALL_LETTERS, fontWeight="bold"
        )
        yield canvas.texts(data, "name", x=left + _NUMBER, limit=canvas.width - left - _NUMBER, fontSize=SMALL_LETTERS)
