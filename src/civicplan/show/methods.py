"""Several methods side by side: for each a dot between its worst word and its best one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from civicplan.methods import Rating
from civicplan.rating._cells import PLACES, label_text
from civicplan.rating.comparison import Comparison
from civicplan.rating.plan_rating import PlanRating
from civicplan.render import charts, phrases
from civicplan.render.message import Message, fill, joined
from civicplan.render.words import as_it_is, full_name, in_words
from civicplan.show.canvas import LEADING, MORE, Canvas, Datum, to_canvas
from civicplan.show.columns import Row, hidden_fields, tooltips
from civicplan.show.lines import in_lines, width_of
from civicplan.show.names import lined_label, row_label
from civicplan.show.shown import check_shown
from civicplan.show.stack import at, stacked
from civicplan.show.theme import SMALL_LETTERS
from civicplan.values._decimals import decimal_text

if TYPE_CHECKING:
    import altair as alt

#: Below the name of a method and the number of rows that it rated [pixels].
_HEADER = 34
#: The words at the ends of a scale stand in so many lines at most.
_MOST_LINES = 3
#: A dot needs so much on each side, and words beside it at least so much [pixels].
_MARGIN, _WORDS = 12, 84


def methods_rows(comparison: Comparison) -> list[Row]:
    """Return what the chart says of each indicator: under each method's name what it says, or why it says nothing."""
    rows: list[Row] = []
    for ratings in zip(*comparison.ratings, strict=True):
        indicator = ratings[0].indicator
        name = full_name(indicator.group, indicator.name, indicator.number)
        said = {rated.rating.method: _words(rated.rating) for rated in ratings}
        rows.append({charts.INDICATOR: name, **said})
    return rows


def _words(rating: Rating) -> Message:
    if not rating.is_rated:
        return label_text(rating)
    value = "" if rating.value is None else decimal_text(rating.value, PLACES)
    return joined(phrases.NEXT_NAME, filter(None, (label_text(rating) if rating.label else "", value)))


def methods(
    comparison: Comparison, *, language: str | None = None, theme: str = "light", width: int = 800
) -> alt.LayerChart:
    """Return a row for each indicator, with a dot for each method on the scale of its own words, the best at the right.

    The scales of different methods are no common one: what one calls its second word is not what another does. A method
    without words has its value instead of a dot, and one that says nothing of an indicator has a dash.

    Args:
        comparison: Several methods side by side.
        language: The language of all words, "en" or "zh"; None takes that of the plan's title.
        theme: "light" or "dark".
        width: The width of the whole picture [pixels]; in a narrow one, names stand above their dots.

    Raises:
        MissingExtraError: altair is not installed.
        InvalidValueError: There is no such language or theme, or nothing could be read in so little width.
        InvalidTypeError: It is no comparison. It is a TypeError.

    >>> import civicplan as cp
    >>> reached = cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020")
    >>> "un-2023" in str(methods(cp.compare(reached, ["un-2023"]), language="en").description)
    True
    """
    check_shown(comparison, Comparison, name="comparison")
    canvas = to_canvas(width, theme, comparison.spoken(language), "civicplan.show.methods")
    rows = methods_rows(comparison)
    name_width = 0.3 * canvas.width if canvas.is_wide else canvas.width
    drawing = _Drawing(canvas, comparison.ratings, name_width if canvas.is_wide else 0, 0 if canvas.is_wide else 10)
    stack = stacked(_data(canvas, comparison, rows, name_width - 12), 24 if canvas.is_wide else 44, drawing.top)
    names = [{**row, "y": row["y"] - drawing.down} for row in stack.rows]
    layers = [
        *drawing.headings(stack.height),
        canvas.texts(stack.headings, "words", x=0, limit=canvas.width, fontWeight="bold", color=canvas.palette.muted),
        canvas.texts(
            names,
            "name",
            x=0,
            limit=name_width - 12,
            lines=2 if canvas.is_wide else 1,
            told=tooltips(rows, canvas.language),
        ),
        *drawing.dots(stack.rows, rows),
    ]
    title = comparison.ratings[0].plan.title if comparison.ratings else Message(charts.NO_METHODS)
    names_of = joined(phrases.NEXT_NAME, (rated.method.name for rated in comparison.ratings))
    told = fill(charts.METHODS_TOLD, title=title, methods=names_of)
    notes = [charts.METHODS_SAYS] if rows or not comparison.ratings else [charts.METHODS_SAYS, charts.NO_INDICATORS]
    return canvas.drawn(layers, stack.height, title, *map(Message, notes), told=told)


def _data(canvas: Canvas, comparison: Comparison, rows: Sequence[Row], limit: float) -> Iterator[tuple[str, Datum]]:
    """The heading of each row, and what is drawn of it."""
    for ratings, row in zip(zip(*comparison.ratings, strict=True), rows, strict=True):
        indicator = ratings[0].indicator
        name, lines = row_label(canvas, indicator, limit), 1
        if canvas.is_wide:
            name, lines = lined_label(canvas, indicator, limit)
        heading = "" if indicator.category is None else canvas.said(indicator.category)
        yield (
            heading,
            {**hidden_fields(row, canvas.language), "name": name, "id": indicator.id, "more": (lines - 1) * MORE},
        )


class _Drawing(NamedTuple):
    """The layers of the chart: a column for each method."""

    canvas: Canvas
    ratings: Sequence[PlanRating]
    start: float
    down: float

    @property
    def column(self) -> float:
        """The width of a column [pixels]."""
        return (self.canvas.width - self.start) / max(len(self.ratings), 1)

    def scale(self, place: int) -> tuple[float, float]:
        """Return where the worst and the best word of a method stand [pixels]."""
        left = self.start + place * self.column
        words = _WORDS if self.column >= 2.8 * _WORDS else 0
        return left + _MARGIN, left + self.column - _MARGIN - words

    def headings(self, bottom: float) -> Iterator[alt.Chart]:
        """The name of each method, its worst and its best word, how many it rated, and a line down for each word."""
        canvas, muted = self.canvas, self.canvas.palette.muted
        heads: list[Datum] = []
        lines: list[Datum] = []
        for place, rated in enumerate(self.ratings):
            labels, (left, right) = rated.method.labels, self.scale(place)
            coverage = fill(phrases.COVERAGE, rated=rated.coverage.rated, total=rated.coverage.total)
            heads.append(
                {
                    "x": self.start + place * self.column + 4,
                    "right": right + 8,
                    "name": canvas.said(rated.method.name),
                    "coverage": canvas.said(coverage),
                    **self._ends(labels),
                }
            )
            places = (_on(word, len(labels), left, right) for word in range(len(labels)))
            lines += [{"x": x, "y": self.top - 8, "y2": bottom} for x in places]
        yield canvas.lines_down(lines, at("x"))
        quiet: dict[str, Any] = {"fontSize": SMALL_LETTERS, "color": muted}
        names, rated_of = ([{**head, "y": y} for head in heads] for y in (8, 25))
        yield canvas.texts(names, "name", x=at("x"), limit=self.column - 8, fontWeight="bold")
        yield canvas.texts(rated_of, "coverage", x=at("x"), limit=self.column - 8, **quiet)
        ends = [{**head, "y": (_HEADER + self.top) / 2} for head in heads]
        style: dict[str, Any] = {"limit": self._half, "lines": _MOST_LINES, **quiet}
        yield canvas.texts(ends, "worst", x=at("x"), **style)
        yield canvas.texts(ends, "best", x=at("right"), align="right", **style)

    @property
    def top(self) -> float:
        """Where the rows begin, below the ends of the scales [pixels]."""
        ends = [words for rated in self.ratings for words in self._ends(rated.method.labels).values()]
        lines = (len(in_lines(words, self._half, SMALL_LETTERS, _MOST_LINES)) for words in ends)
        return _HEADER + LEADING * max((1, *lines)) + 18

    @property
    def _half(self) -> float:
        """How wide the word at one end of a scale may be [pixels]."""
        left, right = self.scale(0)
        return (right - left) / 2 + 6

    def _ends(self, labels: Sequence[str]) -> dict[str, str]:
        """The worst and the best word of a method; none where one of them would be cut."""
        ends = [self.canvas.said(in_words(label)) for label in (labels[-1], labels[0])] if labels else ["", ""]
        is_whole = all(
            len(in_lines(words, self._half, SMALL_LETTERS, _MOST_LINES + 1)) <= _MOST_LINES
            and all(width_of(word, SMALL_LETTERS) <= self._half for word in words.split() if word.isascii())
            for words in ends
        )
        return dict(zip(("worst", "best"), ends if is_whole else ["", ""], strict=True))

    def dots(self, rows: Sequence[Datum], said: Sequence[Row]) -> Iterator[alt.Chart]:
        """A dot for each word, the word itself where there is space, and a dash where there is none."""
        canvas, palette = self.canvas, self.canvas.palette
        cells = [cell for place in range(len(self.ratings)) for cell in self._cells(place, rows)]
        rails = [cell for cell in cells if cell["x"] is not None]
        yield canvas.layer(rails).mark_rule(color=palette.line).encode(x=at("left"), x2="right:Q", y=canvas.y)
        dots = canvas.layer([cell for cell in cells if cell["x"] is not None])
        drawn = dots.mark_point(shape="circle", size=80, fill=palette.plan, stroke=palette.paper, opacity=1)
        yield drawn.encode(x=at("x"), y=canvas.y, tooltip=tooltips(said, canvas.language))
        beside = [cell for cell in cells if cell["x"] is not None and cell["has_room"]]
        yield canvas.texts(beside, "word", x=at("words"), limit=_WORDS - 6, fontSize=SMALL_LETTERS)
        without = [cell for cell in cells if cell["x"] is None]
        yield canvas.texts(without, "word", x=at("middle"), align="center", limit=self.column - 8, color=palette.muted)

    def _cells(self, place: int, rows: Sequence[Datum]) -> Iterator[Datum]:
        """What one method says of each indicator."""
        rated, (left, right) = self.ratings[place], self.scale(place)
        labels = rated.method.labels
        for row, own in zip(rows, rated, strict=True):
            rating = own.rating
            is_on_scale = rating.is_rated and rating.label in labels
            word = labels.index(rating.label) if is_on_scale and rating.label else None
            yield {
                **row,
                "y": row["y"] + self.down,
                "method": rated.method.name,
                "label": rating.label if rating.is_rated else None,
                "labels": len(labels),
                "left": left,
                "right": right,
                "middle": (left + right) / 2,
                "x": None if word is None else _on(word, len(labels), left, right),
                "words": right + 14,
                "has_room": right + 2 * _MARGIN < self.start + (place + 1) * self.column,
                "word": self.canvas.said(_brief(rating)),
            }


def _brief(rating: Rating) -> Message:
    """The word of a rating, else its value, else a dash."""
    if not rating.is_rated:
        return Message(phrases.UNDEFINED)
    if rating.label is not None:
        return in_words(rating.label)
    number = rating.value if rating.value is not None else rating.score
    return as_it_is("" if number is None else decimal_text(number, 1))


def _on(word: int, count: int, left: float, right: float) -> float:
    """Where a word stands on the scale of a method, whose first word is the best [pixels]."""
    return right if count < 2 else right - word * (right - left) / (count - 1)
