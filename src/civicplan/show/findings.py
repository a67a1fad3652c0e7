"""The findings of an audit: what is claimed beside what the figures come to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from civicplan.auditing import Finding, Findings, Severity
from civicplan.auditing.table import called
from civicplan.render import charts, phrases
from civicplan.render.message import Message, fill, fill_counted, joined
from civicplan.render.words import in_words, percent_text
from civicplan.show.canvas import BOLD, LEADING, Canvas, Datum, to_canvas
from civicplan.show.columns import Row, hidden_fields, tooltips
from civicplan.show.lines import in_lines
from civicplan.show.shown import check_shown
from civicplan.show.sides import sides_of
from civicplan.show.stack import legend, stacked
from civicplan.show.theme import LETTERS, SMALL_LETTERS, look_of

if TYPE_CHECKING:
    import altair as alt

#: The part of the axis that is shown at most [share]; what goes on beyond it ends in an arrow, beside its number.
_MOST = 2
_HEADER = 30
#: The name of a subject stands in so many lines at most.
_MOST_LINES = 3
#: Where there is no space for columns, the dot of a row makes it so much higher [pixels].
_DOT = 34
#: The axis ends so far from the right [pixels].
_EDGE = 12


def findings_rows(findings: Findings) -> list[Row]:
    """Return what the chart says of each finding."""
    return [_row(finding) for finding in findings]


def _row(finding: Finding) -> Row:
    sides = sides_of(finding.claimed, finding.computed)
    return {
        charts.SUBJECT: finding.name or finding.subject,
        charts.SEVERITY: in_words(finding.severity),
        charts.RULE: called(finding.code),
        charts.CLAIMED: finding.claimed,
        charts.COMPUTED: finding.computed,
        charts.DIFFERENCE: phrases.UNDEFINED if sides is None else percent_text(sides.share),
        charts.FINDING: finding.message,
        charts.REMARK: fill(charts.NOT_DRAWN, reason=Message(charts.NOT_NUMBERS)) if sides is None else "",
    }


def findings(
    findings: Findings, *, language: str | None = None, theme: str = "light", width: int = 800
) -> alt.LayerChart:
    """Return a row for each finding: what is claimed, what the figures come to, and a dot for the one over the other.

    A dot is drawn where both sides are one number of one kind, and nothing is read into words.

    Args:
        findings: What an audit found.
        language: The language of all words, "en" or "zh"; None takes that of the plan.
        theme: "light" or "dark".
        width: The width of the whole picture [pixels]; in a narrow one, both sides stand below the subject.

    Raises:
        MissingExtraError: altair is not installed.
        InvalidValueError: There is no such language or theme, or nothing could be read in so little width.
        InvalidTypeError: It is no sequence of findings of an audit. It is a TypeError.

    >>> import civicplan as cp
    >>> found = cp.audit(cp.datasets.load("zhuzhou-13fyp"))
    >>> "2 contradictions, 7 doubts" in str(findings(found, language="en").description)
    True
    """
    check_shown(findings, Findings, name="findings")
    canvas = to_canvas(width, theme, findings.spoken(language), "civicplan.show.findings")
    rows = findings_rows(findings)
    found = [
        (severity.value, canvas.said(fill_counted(*phrases.SEVERITIES[severity], len(of_it))))
        for severity in Severity
        if (of_it := findings.only(severity=severity))
    ]
    signs, top = legend(canvas, found)
    drawing = _Drawing(canvas, canvas.is_wide)
    data = [("", {**datum, "more": drawing.more(datum)}) for datum in _data(canvas, findings, rows)]
    stack = stacked(data, 44 if canvas.is_wide else 78, top + _HEADER)
    ground = drawing.ground(top + _HEADER - 10, stack.rows)
    layers = [*ground, *signs, *drawing.words(stack.rows, rows), *drawing.dots(stack.rows)]
    counts = joined(phrases.NEXT_NAME, (words for _, words in found)) if found else Message(charts.NO_FINDINGS)
    says = Message(charts.FINDINGS_SAY if findings else charts.NO_FINDINGS)
    told = fill(charts.FINDINGS_TOLD, counts=counts)
    return canvas.drawn(layers, stack.height + 4, Message(charts.FINDINGS_TITLE), says, told=told)


def _data(canvas: Canvas, findings: Findings, rows: Sequence[Row]) -> Iterator[Datum]:
    for finding, row in zip(findings, rows, strict=True):
        sides = sides_of(finding.claimed, finding.computed)
        yield {
            **hidden_fields(row, canvas.language),
            "code": finding.severity.value,
            "share": None if sides is None else float(sides.share),
            "one": 1,
            "claimed": canvas.said(fill(charts.CLAIMED_IS, claimed=finding.claimed)),
            "computed": canvas.said(fill(charts.COMPUTED_IS, computed=finding.computed)),
        }


class _Drawing(NamedTuple):
    """The layers of the chart: columns side by side, or one below the other."""

    canvas: Canvas
    is_wide: bool

    @property
    def start(self) -> float:
        """Where the axis begins [pixels]."""
        return 0.75 * self.canvas.width if self.is_wide else 20

    @property
    def limit(self) -> float:
        """How wide the name of a subject may be [pixels]."""
        return 0.29 * self.canvas.width - 36 if self.is_wide else self.canvas.width - 24

    def lines(self, row: Datum) -> int:
        """In how many lines the name of a subject stands."""
        return len(in_lines(row["said0"], self.limit / BOLD, LETTERS, _MOST_LINES))

    def more(self, row: Datum) -> float:
        """How much higher than others a row is [pixels]."""
        below = 0 if self.is_wide or row["share"] is None else _DOT
        return (self.lines(row) - 1) * LEADING + below

    def dot(self, row: Datum) -> float:
        """How far from the top the dot of a row stands [pixels]."""
        middle: float = row["y"]
        return middle if self.is_wide else middle + row["height"] / 2 - _DOT + 6

    def x(self, field: str) -> alt.X:
        """The place of a share."""
        import altair as alt

        ends = [self.start, self.canvas.width - _EDGE]
        scale = alt.Scale(domain=[0, _MOST], range=ends, nice=False, zero=False, clamp=True)
        return alt.X(f"{field}:Q", scale=scale, axis=None)

    def ground(self, top: float, rows: Sequence[Datum]) -> Iterator[alt.Chart]:
        """Short lines at round shares beside each row that has a dot, and headings over the columns."""
        canvas, palette = self.canvas, self.canvas.palette
        drawn = [self.dot(row) for row in rows if row["share"] is not None]
        halves = [{"half": half / 2, "y": y - 8, "y2": y + 8} for half in range(2 * _MOST + 1) for y in drawn]
        yield canvas.lines_down(halves, self.x("half"))
        agree = [line for line in halves if line["half"] == 1]
        yield canvas.lines_down(agree, self.x("half"), color=palette.plan, strokeWidth=1.8)
        quiet: dict[str, Any] = {"fontSize": SMALL_LETTERS, "color": palette.muted}
        labels = [{"half": half, "words": canvas.percent(half), "y": top} for half in range(_MOST + 1)] if drawn else []
        yield canvas.texts(labels, "words", x=self.x("half"), align="center", **quiet)
        for heading, x in self._columns():
            yield canvas.texts(
                [{"words": canvas.said(Message(heading)), "y": top}] if rows else [], "words", x=x, **quiet
            )

    def _columns(self) -> tuple[tuple[str, float], ...]:
        width = self.canvas.width
        return ((charts.CLAIMED, 0.29 * width), (charts.COMPUTED, 0.52 * width)) if self.is_wide else ()

    def words(self, rows: Sequence[Datum], said: Sequence[Row]) -> Iterator[alt.Chart]:
        """Signs, subjects and rules, and both sides in words."""
        canvas, width, limit = self.canvas, self.canvas.width, self.limit
        told = tooltips(said, canvas.language)
        first = [{**row, "y": row["y"] - row["height"] / 2 + 14} for row in rows]
        below = [(self.lines(row) - 1) * LEADING for row in rows]
        names = [{**row, "y": row["y"] + more / 2} for row, more in zip(first, below, strict=True)]
        last = [{**row, "y": row["y"] + more} for row, more in zip(first, below, strict=True)]
        rules = [{**row, "y": row["y"] + 16} for row in last]
        yield canvas.signs(first, x=7)
        yield canvas.texts(names, "said0", x=20, limit=limit, lines=_MOST_LINES, fontWeight="bold", told=told)
        yield canvas.texts(rules, "said2", x=20, limit=limit, fontSize=SMALL_LETTERS, color=canvas.palette.muted)
        if self.is_wide:
            (_, left), (_, right) = self._columns()
            yield canvas.texts(rows, "said3", x=left, limit=right - left - 12, lines=2)
            for is_drawn, end in ((True, self.start), (False, width)):
                of_kind = [row for row in rows if (row["share"] is not None) is is_drawn]
                yield canvas.texts(of_kind, "said4", x=right, limit=end - right - 8, lines=2)
            return
        for down, field in ((34, "claimed"), (50, "computed")):
            lines = [{**row, "y": row["y"] + down} for row in last]
            yield canvas.texts(lines, field, x=20, limit=limit, fontSize=SMALL_LETTERS)

    def dots(self, rows: Sequence[Datum]) -> Iterator[alt.Chart]:
        """A dot or an arrow for what was computed over what is claimed, and a line from where they would agree."""
        import altair as alt

        canvas, palette = self.canvas, self.canvas.palette
        drawn = [
            {**row, "y": self.dot(row), "colour": look_of(row["code"], palette).colour}
            for row in rows
            if row["share"] is not None
        ]
        colour = alt.Color("colour:N", scale=None)
        line = canvas.layer(drawn).mark_rule(strokeWidth=3)
        yield line.encode(x=self.x("one"), x2="share:Q", y=canvas.y, color=colour)
        dot = canvas.layer(row for row in drawn if row["share"] <= _MOST).mark_point(
            shape="circle", size=90, filled=True, opacity=1
        )
        yield dot.encode(x=self.x("share"), y=canvas.y, color=colour)
        beyond = canvas.layer(row for row in drawn if row["share"] > _MOST)
        arrow = beyond.mark_point(shape="triangle-right", size=110, filled=True, opacity=1)
        yield arrow.encode(x=alt.value(canvas.width - _EDGE + 5), y=canvas.y, color=colour)
        # Where there are no columns, the two sides in words stand above.
        numbers = [{**row, "y": row["y"] + (-15 if self.is_wide else 17)} for row in drawn]
        yield canvas.texts(numbers, "said5", x=self.x("share"), align="center", fontSize=SMALL_LETTERS)
