"""Tasks on a time axis, with their milestones and reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import evolve

from civicplan.assessment import PlanAssessment, TaskAssessment
from civicplan.assessment.completion import is_overdue
from civicplan.model import Milestone, Plan, ProgressReport, Standing, Task
from civicplan.render import charts, phrases
from civicplan.render.languages import chosen
from civicplan.render.message import Message, fill, joined
from civicplan.render.words import as_it_is, full_name, in_words, percent_text, with_unit
from civicplan.show.canvas import MORE, Canvas, Datum, to_canvas
from civicplan.show.columns import Row, hidden_fields, tooltips
from civicplan.show.lines import in_lines, width_of
from civicplan.show.path import place_of
from civicplan.show.shown import check_shown
from civicplan.show.stack import Stack, legend, stacked
from civicplan.show.theme import LETTERS, SMALL_LETTERS, look_of
from civicplan.values import NotAssessable, Period

if TYPE_CHECKING:
    import altair as alt

_HEADER = 26


class _Item(NamedTuple):
    """A task, and what came of it where that was assessed."""

    task: Task
    assessed: TaskAssessment | None
    period: Period

    @property
    def reports(self) -> list[ProgressReport]:
        """The reports; of an assessed task those that are over by the day."""
        return [report for report in self.task.reports if self._is_known(report.period)]

    @property
    def steps(self) -> list[Milestone]:
        """The milestones; of an assessed task as they are known by the day."""
        return [
            step if step.done is None or self._is_known(step.done) else evolve(step, done=None)
            for step in self.task.milestones
        ]

    def code_of(self, step: Milestone) -> str:
        """The sign of a milestone."""
        if step.done is not None:
            return "met"
        return "not_met" if self.assessed is not None and is_overdue(step, self.assessed.as_of) else "not_due"

    def _is_known(self, period: Period) -> bool:
        return self.assessed is None or period.ends_by(self.assessed.as_of)


def _items(shown: PlanAssessment | Plan) -> list[_Item]:
    if isinstance(shown, Plan):
        return [_Item(task, None, task.period or shown.period) for task in shown.tasks]
    return [_Item(assessed.task, assessed, assessed.period) for assessed in shown.tasks]


def _plan_of(shown: PlanAssessment | Plan) -> Plan:
    return shown if isinstance(shown, Plan) else shown.plan


def timeline_rows(shown: PlanAssessment | Plan) -> list[Row]:
    """Return what the chart says of each task."""
    return [_row(item) for item in _items(shown)]


def _row(item: _Item) -> Row:
    task, assessed = item.task, item.assessed
    row = {
        charts.TASK: full_name(None, task.title, task.number),
        charts.RUNS: as_it_is(item.period),
        charts.STEPS: joined(phrases.NEXT_ENTRY, (step.as_printed for step in item.steps)),
        charts.REPORTS: joined(phrases.NEXT_ENTRY, filter(None, map(_report, item.reports))),
    }
    if assessed is None:
        return row
    reported = assessed.reported
    return {
        **row,
        charts.REPORTED: percent_text(reported),
        charts.VERDICT: assessed.headline,
        charts.STANDING: in_words(assessed.standing) if isinstance(assessed.standing, Standing) else phrases.UNDEFINED,
        charts.REMARK: fill(charts.NOT_DRAWN, reason=reported) if isinstance(reported, NotAssessable) else "",
    }


def _report(report: ProgressReport) -> Message | None:
    if report.percent is not None:
        return fill(charts.REPORT, percent=with_unit(report.percent, "%"), period=report.period)
    if report.status is not None:
        return fill(charts.STATUS_REPORT, status=in_words(report.status), period=report.period)
    return None


def timeline(
    shown: PlanAssessment | Plan, *, language: str | None = None, theme: str = "light", width: int = 800
) -> alt.LayerChart:
    """Return the tasks of a plan on a time axis, with their milestones and reports, in the order of the plan.

    Each bar is the time of a task. Of an assessed plan it is filled as far as the work is reported as done by the day,
    at which a line stands: a bar that is filled beyond it is ahead of its time. Where no percent is reported nothing is
    filled.

    Args:
        shown: The assessed plan, or the plan alone.
        language: The language of all words, "en" or "zh"; None takes that of the plan's title.
        theme: "light" or "dark".
        width: The width of the whole picture [pixels]; in a narrow one, names stand above their bars.

    Raises:
        MissingExtraError: altair is not installed.
        InvalidValueError: There is no such language or theme, or nothing could be read in so little width.
        InvalidTypeError: It is neither a plan nor an assessed one. It is a TypeError.

    >>> import civicplan as cp
    >>> reached = cp.assess(cp.datasets.load("shangyu-2024-q2"), as_of="2024-Q2")
    >>> "ahead 14, on track 4" in str(timeline(reached, language="en").description)
    True
    """
    check_shown(shown, Plan, PlanAssessment)
    plan, items, rows = _plan_of(shown), _items(shown), timeline_rows(shown)
    canvas = to_canvas(width, theme, chosen(language, plan.title), "civicplan.show.timeline")
    day = None if isinstance(shown, Plan) else shown.as_of.last_unit
    found = list(_legend(canvas, items, day))
    signs, top = legend(canvas, found)
    drawing = _Drawing.of(canvas, items, day)
    said = (hidden_fields(row, canvas.language) for row in rows)
    data = [
        ("", {**datum, **words, "more": drawing.more(words["said0"])})
        for datum, words in zip(_data(items), said, strict=True)
    ]
    stack = stacked(data, 26 if canvas.is_wide else 42, top + _HEADER)
    layers = [
        *drawing.ground(top + _HEADER - 10, stack),
        *signs,
        *drawing.bars(stack.rows),
        *drawing.words(stack.rows, rows),
        *drawing.steps(stack.rows, items),
    ]
    says = [Message(charts.TIMES)] if day is None else [fill(charts.TIMES_FILLED[drawing.shows_day], day=day)]
    if any(item.reports for item in items):
        says.append(Message(charts.REPORTS_SAY[day is not None]))
    if any(task.milestones for task in plan.tasks):
        says.append(Message(charts.STEPS_SAY))
    if not items:
        says.append(Message(charts.NO_TASKS))
    counts = joined(phrases.NEXT_NAME, (words for _, words in found))
    told = fill(charts.TIMELINE_TOLD[day is not None], title=plan.title, day=day, counts=counts)
    return canvas.drawn(layers, stack.height + 4, plan.title, *says, told=told)


def _code(item: _Item) -> str | None:
    """The standing of a task while it runs, then the verdict on it."""
    if item.assessed is None:
        return None
    standing = item.assessed.standing
    return standing.value if isinstance(standing, Standing) else item.assessed.verdict.value


def _legend(canvas: Canvas, items: Sequence[_Item], day: Period | None) -> Iterator[tuple[str, str]]:
    counts = Counter(code for item in items if (code := _code(item)) is not None)
    for code, count in counts.items():
        yield code, canvas.said(fill(charts.COUNT_OF, words=in_words(code), count=count))
    steps = Counter(item.code_of(step) for item in items for step in item.steps)
    for code, count in steps.items():
        words = charts.NOT_REPORTED if day is None and code == "not_due" else charts.STEP_SIGNS[code]
        yield code, canvas.said(fill(words, count=count))


def start_of(period: Period) -> Decimal:
    """Return where a period begins in time [years].

    >>> start_of(Period.parse("2020")), start_of(Period.parse("2020-Q3"))
    (Decimal('2019'), Decimal('2019.5'))
    """
    first = period.start
    is_new_year = (first.month, first.day) == (1, 1)
    return Decimal(first.year - 1) if is_new_year else place_of(Period.of(first.subtract(days=1)))


def _data(items: Sequence[_Item]) -> Iterator[Datum]:
    for item in items:
        start, end = start_of(item.period), place_of(item.period)
        reported = None if item.assessed is None else item.assessed.reported
        done = reported if isinstance(reported, Decimal) else None
        yield {
            "id": item.task.id,
            "code": _code(item),
            "start": float(start),
            "end": float(end),
            "reported": None if done is None else float(done),
            "filled": None if done is None else float(start + (end - start) * min(done, Decimal(1))),
        }


class _Drawing(NamedTuple):
    """The layers of the chart, and the ends of its axis [years]."""

    canvas: Canvas
    first: float
    last: float
    day: Period | None

    @classmethod
    def of(cls, canvas: Canvas, items: Sequence[_Item], day: Period | None) -> _Drawing:
        """Return the drawing of these tasks."""
        starts = [start_of(item.period) for item in items]
        ends = [place_of(item.period) for item in items]
        dues = [place_of(step.due) for item in items for step in item.steps]
        dues += [place_of(report.period) for item in items for report in item.reports]
        first, last = min((*starts, *dues), default=Decimal(1)), max((*ends, *dues), default=Decimal(2))
        return cls(canvas, float(first), float(last), day)

    @property
    def limit(self) -> float:
        """How wide the name of a task may be [pixels]."""
        return (self.left if self.canvas.is_wide else self.canvas.width - 62) - 34

    def more(self, name: str) -> float:
        """How much higher than others the row of a task is whose name takes two lines [pixels]."""
        return (len(in_lines(name, self.limit, LETTERS, 2)) - 1) * MORE if self.canvas.is_wide else 0

    @property
    def shows_day(self) -> bool:
        """True where the day lies within the time that is shown."""
        return self.day is not None and self.first <= place_of(self.day) <= self.last

    @property
    def left(self) -> float:
        """Where the time begins [pixels]."""
        return 0.36 * self.canvas.width if self.canvas.is_wide else 20

    @property
    def right(self) -> float:
        """Where the time is over [pixels]."""
        return self.canvas.width - (64 if self.canvas.is_wide else 10)

    @property
    def down(self) -> float:
        """How far bars stand below the middle of their row [pixels]."""
        return 0 if self.canvas.is_wide else 9

    def x(self, field: str) -> alt.X:
        """The place in time."""
        import altair as alt

        scale = alt.Scale(
            domain=[self.first, self.last], range=[self.left, self.right], nice=False, zero=False, clamp=True
        )
        return alt.X(f"{field}:Q", scale=scale, axis=None)

    def _units(self) -> Iterator[Period]:
        """The quarters of a short time, the years of a long one."""
        first, last = int(self.first) + 1, ceil(self.last)
        if last - first <= 1:
            yield from (Period.parse(f"{year:04}-Q{part}") for year in range(first, last + 1) for part in range(1, 5))
        else:
            yield from map(Period.of, range(first, last + 1, max(1, (last - first) // 24)))

    def _unit(self, unit: Period) -> Datum:
        words = self.canvas.said(unit)
        return {"start": float(start_of(unit)), "end": float(place_of(unit)), "words": words}

    def ground(self, top: float, stack: Stack) -> Iterator[alt.Chart]:
        """A line at the end of each unit of time, and the name of each that has space for it."""
        canvas, muted = self.canvas, self.canvas.palette.muted
        units = [
            unit for unit in map(self._unit, self._units()) if unit["start"] >= self.first and unit["end"] <= self.last
        ]
        space = (self.right - self.left) / max(len(units), 1)
        wanted = max((width_of(unit["words"], SMALL_LETTERS) + 12 for unit in units), default=1)
        step = max(1, ceil(wanted / space))
        beside = self._beside(top, stack)
        yield canvas.lines_down([{**unit, **place} for unit in units for place in beside], self.x("end"))
        labels = [{**unit, "y": top} for unit in units[::step]]
        yield canvas.texts(labels, "words", x=self.x("start"), fontSize=SMALL_LETTERS, color=muted)
        if self.day is not None and self.shows_day:
            line = [{"end": float(place_of(self.day)), **place} for place in beside]
            yield canvas.lines_down(line, self.x("end"), color=canvas.palette.plan, strokeWidth=1.8)

    def _beside(self, top: float, stack: Stack) -> list[Datum]:
        """Where lines run down: all the way, or only beside the bars where names stand between these."""
        if not self.down:
            return [{"y": top + 9, "y2": stack.height}]
        return [{"y": row["y"] + self.down - 9, "y2": row["y"] + self.down + 9} for row in stack.rows]

    def bars(self, rows: Sequence[Datum]) -> Iterator[alt.Chart]:
        """The time of each task, and within it how far the work is reported as done."""
        import altair as alt

        canvas, palette = self.canvas, self.canvas.palette
        down = [{**row, "y": row["y"] + self.down} for row in rows]
        times = canvas.layer(down).mark_bar(size=14, color=palette.band)
        yield times.encode(x=self.x("start"), x2="end:Q", y=canvas.y)
        filled = [{**row, "colour": look_of(row["code"], palette).colour} for row in down if row["filled"] is not None]
        bars = canvas.layer(filled).mark_bar(size=7)
        yield bars.encode(x=self.x("start"), x2="filled:Q", y=canvas.y, color=alt.Color("colour:N", scale=None))

    def words(self, rows: Sequence[Datum], said: Sequence[Row]) -> Iterator[alt.Chart]:
        """Signs and names, and the percent that is reported."""
        canvas = self.canvas
        up = [{**row, "y": row["y"] - self.down} for row in rows]
        known = [row for row in up if row["code"] is not None]
        yield canvas.signs(known, x=7)
        told = tooltips(said, canvas.language)
        yield canvas.texts(up, "said0", x=20, limit=self.limit, lines=2 if canvas.is_wide else 1, told=told)
        yield canvas.texts(known, "said4", x=canvas.width, align="right", fontWeight="bold")

    def steps(self, rows: Sequence[Datum], items: Sequence[_Item]) -> Iterator[alt.Chart]:
        """Ticks where reports close, and signs where milestones are due."""
        canvas, palette = self.canvas, self.canvas.palette
        placed = list(zip(rows, items, strict=True))
        reports = [
            {"end": float(place_of(report.period)), "y": row["y"] + self.down}
            for row, item in placed
            for report in item.reports
        ]
        ticks = canvas.layer(reports).mark_tick(orient="vertical", size=14, thickness=1.6, color=palette.ink)
        yield ticks.encode(x=self.x("end"), y=canvas.y)
        steps = [
            {
                "end": float(place_of(step.due)),
                "y": row["y"] + self.down,
                "code": item.code_of(step),
                "step": canvas.said(step.as_printed),
            }
            for row, item in placed
            for step in item.steps
        ]
        paper: dict[str, Any] = {"fill": palette.paper, "stroke": palette.paper, "opacity": 1}
        yield canvas.layer(steps).mark_point(shape="circle", size=190, **paper).encode(x=self.x("end"), y=canvas.y)
        yield canvas.signs(steps, x=self.x("end")).encode(tooltip="step:N")
