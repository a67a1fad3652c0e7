"""The attainment of every indicator as a bar that meets a line where the target is reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from civicplan.assessment import IndicatorAssessment, Outcome, PlanAssessment
from civicplan.render import charts, phrases
from civicplan.render.languages import chosen
from civicplan.render.message import Message, fill, joined
from civicplan.render.words import full_name, in_words, percent_text
from civicplan.show.canvas import LEADING, MORE, Canvas, Datum, to_canvas
from civicplan.show.columns import Row, hidden_fields, tooltips
from civicplan.show.instead import judged_instead
from civicplan.show.lines import in_lines, width_of
from civicplan.show.names import lined_label
from civicplan.show.shown import check_shown
from civicplan.show.stack import legend, stacked
from civicplan.show.theme import LETTERS, SMALL_LETTERS, look_of
from civicplan.values import Interval, NotAssessable

if TYPE_CHECKING:
    import altair as alt

#: The part of the axis that is shown at most [share]: bars that go on beyond it end in an arrow, beside their number.
_LEAST, _MOST = Decimal(-1), Decimal(2)
#: The axis goes at least so far [share], so that the line of the target has something behind it.
_BEYOND_TARGET = Decimal("1.2")
#: Ends of bars so close to each other are one [share].
_TOO_CLOSE = 0.004
_HEADER = 30
#: Between columns, and the widest that a column of numbers becomes [pixels].
_GAP, _WIDEST = 16, 124


class _Places(NamedTuple):
    """Where things stand [pixels]: where there is space the name stands beside its bar, else above it."""

    name_limit: float
    start: float
    end: float
    columns: dict[str, float]
    row: int
    is_wide: bool

    def reason_limit(self, canvas: Canvas) -> float:
        """How wide a reason may be that stands where the bar would [pixels]."""
        return canvas.width - self.start - (44 if self.is_wide else 4)

    def more(self, in_name: int, in_reason: int, in_target: int) -> float:
        """How much higher than others a row is in which these stand in so many lines [pixels]."""
        most = max(in_name, in_reason, in_target)
        return (most - 1) * MORE if self.is_wide else (in_name + in_reason - 2) * LEADING

    def sign_at(self, row: Datum) -> float:
        """Where the sign of a row stands, in the first line of a name above its bar."""
        middle: float = row["y"]
        return middle if self.is_wide else middle - row["height"] / 2 + 13

    def name_at(self, row: Datum) -> float:
        """Where the middle of the name of a row stands."""
        return self.sign_at(row) + (0 if self.is_wide else (row["in_name"] - 1) * LEADING / 2)

    def bar_at(self, row: Datum) -> float:
        """Where the middle of the bar of a row stands, or of its reason."""
        middle: float = row["y"]
        return middle if self.is_wide else middle + (row["height"] - (row["in_reason"] - 1) * LEADING) / 2 - 12


def _places(canvas: Canvas, rows: Sequence[Row]) -> _Places:
    width = canvas.width
    if not canvas.is_wide:
        return _Places(width - 90, 20, width - 14, {}, 42, is_wide=False)
    start = 0.62 * width
    target = start - 1.5 * _GAP
    actual = target - _width_of(charts.TARGET, canvas, rows) - _GAP
    names = actual - _width_of(charts.ACTUAL, canvas, rows) - _GAP - 20
    return _Places(names, start, width - 80, {charts.ACTUAL: actual, charts.TARGET: target}, 24, is_wide=True)


def _width_of(heading: str, canvas: Canvas, rows: Sequence[Row]) -> float:
    """The width of a column that holds what stands in it, as far as that becomes no broader than it may [pixels]."""
    words = [Message(heading), *(row[heading] for row in rows)]
    return min(max(width_of(canvas.said(one), LETTERS) for one in words), _WIDEST)


def attainment_rows(assessment: PlanAssessment) -> list[Row]:
    """Return what the chart says of each indicator."""
    return [_row(indicator) for indicator in assessment.indicators]


def _row(assessed: IndicatorAssessment) -> Row:
    outcome, indicator, share = assessed.target, assessed.indicator, assessed.attainment
    return {
        charts.INDICATOR: full_name(indicator.group, indicator.name, indicator.number),
        charts.TARGET: outcome.target_in_unit if isinstance(outcome, Outcome) else phrases.UNDEFINED,
        charts.ACTUAL: outcome.actual_text if isinstance(outcome, Outcome) else phrases.UNDEFINED,
        charts.ATTAINMENT: percent_text(share),
        charts.VERDICT: assessed.headline,
        charts.CAVEATS: joined(phrases.NEXT_NAME, map(in_words, assessed.caveats)),
        charts.REMARK: _remark(assessed),
    }


def _remark(assessed: IndicatorAssessment) -> Message | str:
    """Why there is no bar, and of which target the verdict is where it is not of the one that has none."""
    share, other = assessed.attainment, judged_instead(assessed)
    if not isinstance(share, NotAssessable):
        return ""
    if other is None:
        return fill(charts.NOT_DRAWN, reason=share)
    return fill(charts.NOT_DRAWN_JUDGED, reason=share, other=other.target_in_unit)


def attainment(
    assessment: PlanAssessment, *, language: str | None = None, theme: str = "light", width: int = 800
) -> alt.LayerChart:
    """Return a bar for each indicator, its actual as a share of the target in force, in the order of the plan.

    Bars meet a line where the target is reached. What has no share is not drawn at zero: its row says why.

    Args:
        assessment: The assessed plan.
        language: The language of all words, "en" or "zh"; None takes that of the plan's title.
        theme: "light" or "dark".
        width: The width of the whole picture [pixels]; in a narrow one, names stand above their bars.

    Raises:
        MissingExtraError: altair is not installed.
        InvalidValueError: There is no such language or theme, or nothing could be read in so little width.
        InvalidTypeError: It is no assessed plan. It is a TypeError.

    >>> import civicplan as cp
    >>> reached = cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020")
    >>> "met 25, not met 13" in str(attainment(reached, language="en").description)
    True
    """
    check_shown(assessment, PlanAssessment, name="assessment")
    plan, day = assessment.plan, assessment.as_of.last_unit
    canvas = to_canvas(width, theme, chosen(language, plan.title), "civicplan.show.attainment")
    found = [(code, fill(charts.COUNT_OF, words=in_words(code), count=n)) for code, n in assessment.counts.items() if n]
    known, top = legend(canvas, [(code, canvas.said(words)) for code, words in found])
    rows = attainment_rows(assessment)
    places = _places(canvas, rows)
    stack = stacked(_data(canvas, assessment, rows, places), places.row, top + _HEADER)
    drawing = _Drawing(canvas, places, _ends([indicator.attainment for indicator in assessment.indicators]))
    layers = [
        *drawing.ground(top + _HEADER - 12, stack.height, stack.rows),
        *known,
        canvas.texts(stack.headings, "words", x=0, limit=canvas.width, fontWeight="bold", color=canvas.palette.muted),
        *drawing.bars(stack.rows),
        *drawing.words(stack.rows, rows),
    ]
    notes = [charts.WITH_CAVEAT] if any(indicator.caveats for indicator in assessment.indicators) else []
    notes += [charts.OF_ANOTHER] if any(map(judged_instead, assessment.indicators)) else []
    notes += [] if rows else [charts.NO_INDICATORS]
    counts = joined(phrases.NEXT_NAME, (words for _, words in found))
    told = fill(charts.ATTAINMENT_TOLD, title=plan.title, day=day, counts=counts)
    says = fill(charts.ATTAINMENT_SAYS, day=day)
    return canvas.drawn(layers, stack.height, plan.title, says, *map(Message, notes), told=told)


def _data(
    canvas: Canvas, assessment: PlanAssessment, rows: Sequence[Row], places: _Places
) -> Iterator[tuple[str, Datum]]:
    """The heading of each row, and what is drawn of it."""
    for assessed, row in zip(assessment.indicators, rows, strict=True):
        share, category = assessed.attainment, assessed.indicator.category
        low, high = _interval(assessed.attainment_interval)
        name, in_name = lined_label(canvas, assessed.indicator, places.name_limit)
        reason = canvas.said(share) if isinstance(share, NotAssessable) else ""
        in_reason = len(in_lines(reason, places.reason_limit(canvas), SMALL_LETTERS, 2)) or 1
        in_target = len(in_lines(canvas.said(row[charts.TARGET]), _WIDEST, LETTERS, 2))
        yield (
            "" if category is None else canvas.said(category),
            {
                **hidden_fields(row, canvas.language),
                "code": assessed.verdict.value,
                "share": None if isinstance(share, NotAssessable) else float(share),
                "low": low,
                "high": high,
                "caveat": _sign(assessed),
                "name": name,
                "reason": reason,
                "in_name": in_name,
                "in_reason": in_reason,
                "more": places.more(in_name, in_reason, in_target),
            },
        )


def _sign(assessed: IndicatorAssessment) -> str:
    """What stands behind a row that a note below the title explains."""
    caveat = charts.CAVEAT_SIGN if assessed.caveats else ""
    return caveat if judged_instead(assessed) is None else f"{caveat}{charts.OTHER_SIGN}"


def _interval(interval: Interval | NotAssessable) -> tuple[float | None, float | None]:
    """The ends of what the printed digits allow, where there are two that differ visibly."""
    if isinstance(interval, NotAssessable) or interval.low is None or interval.high is None:
        return None, None
    low, high = float(interval.low), float(interval.high)
    return (low, high) if high - low > _TOO_CLOSE else (None, None)


def _ends(shares: Sequence[Decimal | NotAssessable]) -> tuple[float, float]:
    """The ends of the axis [share]: zero and a little beyond the target, or further as far as is shown at most."""
    known = [share for share in shares if isinstance(share, Decimal)]
    return float(max(min((*known, Decimal(0))), _LEAST)), float(min(max((*known, _BEYOND_TARGET)), _MOST))


class _Drawing(NamedTuple):
    """The layers of the chart."""

    canvas: Canvas
    places: _Places
    ends: tuple[float, float]

    def _x(self, field: str) -> alt.X:
        import altair as alt

        return alt.X(f"{field}:Q", scale=self._scale(), axis=None)

    def _scale(self) -> alt.Scale:
        import altair as alt

        ends = [self.places.start, self.places.end]
        return alt.Scale(domain=list(self.ends), range=ends, nice=False, zero=False, clamp=True)

    def ground(self, top: float, bottom: float, rows: Sequence[Datum]) -> Iterator[alt.Chart]:
        """Lines at round shares, the line of the target, and a heading over each column."""
        canvas, muted = self.canvas, self.canvas.palette.muted
        shares = [half / 2 for half in range(-2, 5) if self.ends[0] <= half / 2 <= self.ends[1]]
        yield from self._lines(shares, list(self._beside(top + 9, bottom, rows)))
        labels = [{"share": share, "words": canvas.percent(share), "y": top} for share in shares]
        yield canvas.texts(labels, "words", x=self._x("share"), align="center", fontSize=11, color=muted)
        for heading, x in self.places.columns.items():
            words = [{"words": canvas.said(Message(heading)), "y": top}]
            yield canvas.texts(words, "words", x=x, align="right", fontSize=11, color=muted)

    def _lines(self, shares: Sequence[float], pieces: Sequence[Datum]) -> Iterator[alt.Chart]:
        """Lines at round shares and at the target."""
        lines = [{"share": share, **piece} for share in shares for piece in pieces]
        yield self.canvas.lines_down(lines, self._x("share"))
        target = [line for line in lines if line["share"] == 1]
        yield self.canvas.lines_down(target, self._x("share"), color=self.canvas.palette.plan, strokeWidth=1.8)

    def _beside(self, top: float, bottom: float, rows: Sequence[Datum]) -> Iterator[Datum]:
        """From where to where lines run: through no reason, and where names stand between bars only beside these."""
        if not self.places.is_wide:
            middles = (self.places.bar_at(row) for row in rows if row["share"] is not None)
            yield from ({"y": middle - 9, "y2": middle + 9} for middle in middles)
            return
        for has_bars, piece in groupby(rows, key=lambda row: row["share"] is not None):
            last = list(piece)[-1]
            end = last["y"] + last["height"] / 2
            if has_bars:
                yield {"y": top, "y2": bottom if last is rows[-1] else end}
            top = end

    def bars(self, rows: Sequence[Datum]) -> Iterator[alt.Chart]:
        """The bars, what the printed digits allow, and arrows where a bar goes on."""
        import altair as alt

        palette = self.canvas.palette
        drawn = [
            {**row, "y": self.places.bar_at(row), "zero": 0, "colour": look_of(row["code"], palette).colour}
            for row in rows
            if row["share"] is not None
        ]
        colour = alt.Color("colour:N", scale=None)
        tracks = self.canvas.layer([{"y": row["y"], "zero": 0, "one": 1} for row in drawn])
        yield tracks.mark_bar(size=15, color=palette.band).encode(x=self._x("zero"), x2="one:Q", y=self.canvas.y)
        bars = self.canvas.layer(drawn).mark_bar(size=8, orient="horizontal")
        yield bars.encode(x=self._x("zero"), x2="share:Q", y=self.canvas.y, color=colour)
        with_ends = [row for row in drawn if row["low"] is not None]
        limits = self.canvas.layer(with_ends).mark_rule(color=palette.ink, strokeWidth=1.4)
        yield limits.encode(x=self._x("low"), x2="high:Q", y=self.canvas.y)
        beyond = [row for row in drawn if row["share"] > self.ends[1]]
        arrows = self.canvas.layer(beyond).mark_point(shape="triangle-right", size=110, filled=True, opacity=1)
        yield arrows.encode(x=alt.value(self.places.end + 5), y=self.canvas.y, color=colour)

    def words(self, rows: Sequence[Datum], said: Sequence[Row]) -> Iterator[alt.Chart]:
        """Signs, names and numbers, and the reason where nothing is drawn."""
        canvas, places = self.canvas, self.places
        up = [{**row, "y": places.sign_at(row)} for row in rows]
        names = [{**row, "y": places.name_at(row)} for row in rows]
        headings = list(said[0]) if said else []
        yield canvas.signs(up, x=7)
        told = tooltips(said, canvas.language)
        yield canvas.texts(names, "name", x=20, limit=places.name_limit, lines=2, told=told)
        for heading, x in places.columns.items():
            field = f"said{headings.index(heading)}" if headings else "said0"
            yield canvas.texts(up, field, x=x, align="right", limit=_WIDEST, lines=2)
        yield canvas.texts(up, "said3", x=canvas.width - 8, align="right", fontWeight="bold")
        yield canvas.texts(up, "caveat", x=canvas.width - 6)
        unknown = [{**row, "y": places.bar_at(row)} for row in rows if row["share"] is None]
        style: dict[str, Any] = {"fontSize": SMALL_LETTERS, "color": canvas.palette.muted}
        limit = places.reason_limit(canvas)
        yield canvas.texts(unknown, "reason", x=places.start + 4, limit=limit, lines=2, **style)
