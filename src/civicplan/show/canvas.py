"""Canvas: the marks that charts are made of, in the colours of a theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from civicplan.errors import InvalidTypeError, InvalidValueError, MissingExtraError, describe
from civicplan.render import phrases
from civicplan.render.languages import Language
from civicplan.render.message import Message, fill, said
from civicplan.show.columns import HIDDEN, without_markup
from civicplan.show.lines import in_lines, shortened
from civicplan.show.theme import LETTERS, PADDING, TITLE, Palette, config_of, look_of, to_palette

if TYPE_CHECKING:
    import altair as alt

Datum: TypeAlias = dict[str, Any]
Align: TypeAlias = Literal["left", "center", "right"]

_NARROWEST, _WIDEST = 280, 4000
#: Above this width the names stand beside what is drawn of them, below it over it [pixels].
_WIDE = 560
_SIGN = 90
#: How much wider bold letters are.
BOLD = 1.06
#: How far the lines of one text are apart [pixels].
LEADING = 14
#: How much higher a row becomes by each further line [pixels].
MORE = 11
_SUBTITLE_LINES = 4


class Canvas(NamedTuple):
    """What a chart is drawn on: its size within the padding, its colours and its language.

    Attributes:
        width: The width within the padding [pixels].
        palette: The colours.
        language: The language of all words.
    """

    width: int
    palette: Palette
    language: Language

    @property
    def is_wide(self) -> bool:
        """True where names have space beside what is drawn of them."""
        return self.width >= _WIDE

    @property
    def y(self) -> alt.Y:
        """The place of a row, counted from the top, as its "y" says [pixels]."""
        import altair as alt

        return alt.Y("y:Q", axis=None, scale=None)

    def said(self, value: object) -> str:
        """Return words in the language of the chart, in which no notebook finds markup."""
        return without_markup(said(value, self.language))

    def percent(self, share: float) -> str:
        """Return a round share in words, such as those along an axis."""
        return self.said(fill(phrases.PERCENT, share=f"{100 * share:.0f}"))

    def layer(self, rows: Iterable[Datum]) -> alt.Chart:
        """Return a layer with these rows as its data."""
        import altair as alt

        return alt.Chart(alt.InlineData(values=list(rows)))

    def texts(
        self,
        rows: Iterable[Datum],
        field: str,
        *,
        x: float | alt.X,
        align: Align = "left",
        limit: float | None = None,
        lines: int = 1,
        told: Sequence[alt.Tooltip] = (),
        **style: Any,
    ) -> alt.Chart:
        """Return a layer of texts, each at the height of its row.

        Args:
            rows: The rows; "y" says how far from the top they stand [pixels].
            field: The field that is written.
            x: Where they stand [pixels].
            align: Which of their ends stands there.
            limit: How wide they may be [pixels]; longer ones are cut, with an ellipsis.
            lines: In how many lines one may be broken before it is cut.
            told: Their tooltips.
            style: Anything else that Vega-Lite knows of a text.
        """
        import altair as alt

        at = alt.value(x) if isinstance(x, int | float) else x
        mark = {"align": align, "baseline": "middle", "color": self.palette.ink, "fontSize": LETTERS, **style}
        # Vega would measure texts to cut them, which takes a second for a hundred.
        space = (limit or self.width) / (BOLD if "fontWeight" in style else 1)
        data = [
            {**(row if told else _seen(row)), "shown": shown, "line": line, "y": y}
            for row in rows
            for line, y, shown in _broken(str(row[field]), row["y"], space, float(mark["fontSize"]), lines)
        ]
        texts: alt.Chart = self.layer(data).mark_text(**mark).encode(x=at, y=self.y, text=alt.Text("shown:N"))
        if told:
            texts = texts.encode(tooltip=list(told))
        return texts

    def signs(self, rows: Iterable[Datum], *, x: float | alt.X, size: int = _SIGN) -> alt.Chart:
        """Return a layer of signs; each row has its own "code"."""
        import altair as alt

        at = alt.value(x) if isinstance(x, int | float) else x
        looks = [{**_seen(row), **look_of(row["code"], self.palette)._asdict()} for row in rows]
        signs: alt.Chart = (
            self.layer(looks)
            .mark_point(size=size, strokeWidth=1.8, strokeCap="round", strokeJoin="round", opacity=1)
            .encode(
                x=at,
                y=self.y,
                shape=alt.Shape("shape:N", scale=None),
                stroke=alt.Stroke("colour:N", scale=None),
                fill=alt.Fill("fill:N", scale=None),
            )
        )
        return signs

    def lines_down(self, rows: Iterable[Datum], x: alt.X, **style: Any) -> alt.Chart:
        """Return a layer of upright lines; each row says from where to where, in "y" and "y2"."""
        import altair as alt

        mark = {"color": self.palette.line, "strokeWidth": 1, **style}
        lines: alt.Chart = self.layer(rows).mark_rule(**mark).encode(x=x, y=self.y, y2=alt.Y2("y2:Q"))
        return lines

    def drawn(
        self, layers: Sequence[alt.Chart], height: float, title: object, *subtitle: object, told: Message
    ) -> alt.LayerChart:
        """Return the layers as one chart with its title.

        Args:
            layers: The layers, the lowest first.
            height: The height of what is drawn [pixels].
            title: The title.
            subtitle: The sentences below it, each from a new line on.
            told: What somebody is told who does not see it.
        """
        import altair as alt

        lines = [line for part in subtitle for line in in_lines(self.said(part), self.width, LETTERS, _SUBTITLE_LINES)]
        heading = in_lines(self.said(title), self.width / BOLD, TITLE, 2)
        chart: alt.LayerChart = (
            alt.layer(*layers)
            .properties(
                width=self.width,
                height=height,
                title=alt.TitleParams(text=heading, subtitle=lines),
                description=self.said(told),
            )
            .configure(**config_of(self.palette))
        )
        return chart


def _broken(text: str, middle: float, space: float, height: float, most: int) -> Iterator[tuple[int, float, str]]:
    """The lines of a text with their places and how far from the top they stand, around the middle of all."""
    lines = [shortened(text, space, height)] if most == 1 else in_lines(text, space, height, most)
    for place, line in enumerate(lines):
        yield place, middle + (place - (len(lines) - 1) / 2) * LEADING, line


def _seen(row: Datum) -> Datum:
    """Return a row without what only its tooltip says."""
    return {name: value for name, value in row.items() if not name.startswith(HIDDEN)}


def to_canvas(width: object, theme: object, language: Language, feature: str) -> Canvas:
    """Return what a chart is drawn on.

    Args:
        width: The width of the whole picture [pixels].
        theme: "light" or "dark".
        language: The language of its words.
        feature: What was called, for the error where altair is missing.

    Raises:
        MissingExtraError: altair is not installed.
        InvalidValueError: There is no such theme, or it would be too narrow or too wide to be read.
        InvalidTypeError: The width is no whole number. It is a TypeError.
    """
    if find_spec("altair") is None:
        raise MissingExtraError(feature, "civicplan[charts]")
    if not isinstance(width, int) or isinstance(width, bool):
        raise InvalidTypeError("width", "a whole number of pixels", describe(width))
    if not _NARROWEST <= width <= _WIDEST:
        raise InvalidValueError("width", f"from {_NARROWEST} to {_WIDEST} pixels", describe(width))
    return Canvas(width - 2 * PADDING, to_palette(theme), language)
