"""Rows under headings, stacked from the top down, and legends above them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from civicplan.show.canvas import Canvas, Datum
from civicplan.show.lines import width_of
from civicplan.show.theme import LETTERS

if TYPE_CHECKING:
    import altair as alt

_HEADING = 30
_ENTRY, _LINE = 34, 22


class Stack(NamedTuple):
    """Rows and the headings above them, with "y" for the middle of each and "height" for that of a row [pixels].

    Attributes:
        rows: The rows.
        headings: The headings, in "words".
        height: Where the last row ends [pixels].
    """

    rows: list[Datum]
    headings: list[Datum]
    height: float


def stacked(rows: Iterable[tuple[str, Datum]], row_height: float, top: float) -> Stack:
    """Return rows one below the other, with a heading wherever another one than that of the row before is said.

    Args:
        rows: The heading of each row, empty for none, and the row.
        row_height: How high a row is, but for what a row says in "more" [pixels].
        top: Where the first one begins [pixels].

    >>> stacked([("growth", {"name": "gdp"})], 20, 0)
    Stack(rows=[{'name': 'gdp', 'y': 40.0, 'height': 20}], headings=[{'words': 'growth', 'y': 18.0}], height=50)
    """
    placed: list[Datum] = []
    headings: list[Datum] = []
    before = ""
    for heading, row in rows:
        if heading and heading != before:
            headings.append({"words": heading, "y": top + _HEADING * 0.6})
            top += _HEADING
        before = heading
        height = row_height + row.get("more", 0)
        placed.append({**row, "y": top + height / 2, "height": height})
        top += height
    return Stack(placed, headings, top)


def legend(canvas: Canvas, entries: Sequence[tuple[str, str]]) -> tuple[list[alt.Chart], float]:
    """Return signs with their words in lines at the top, and where they end [pixels].

    Args:
        canvas: What is drawn on.
        entries: The codes whose signs are shown, with words.
    """
    placed: list[Datum] = []
    x, y = 0.0, _LINE / 2
    for code, words in entries:
        wide = width_of(words, LETTERS) + _ENTRY
        if x and x + wide > canvas.width:
            x, y = 0.0, y + _LINE
        placed.append({"code": code, "words": words, "x": x + 7, "label": x + 20, "y": y})
        x += wide
    layers = [canvas.signs(placed, x=at("x")), canvas.texts(placed, "words", x=at("label"), fontSize=LETTERS)]
    return (layers, y + _LINE / 2) if placed else ([], 0.0)


def at(field: str) -> alt.X:
    """Return the place of a row, counted from the left, that a field of its data says [pixels]."""
    import altair as alt

    return alt.X(f"{field}:Q", axis=None, scale=None)
