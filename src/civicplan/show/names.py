"""The names of rows as they stand in charts, where a long one has its group cut before itself."""

from __future__ import annotations

from civicplan.model import Indicator
from civicplan.render import phrases
from civicplan.render.message import Message, said
from civicplan.render.width import width
from civicplan.show.canvas import Canvas
from civicplan.show.columns import without_markup
from civicplan.show.lines import columns_of, shortened
from civicplan.show.theme import LETTERS

#: A group of which less would be left is left out [columns].
_SHORTEST = 8


def row_label(canvas: Canvas, indicator: Indicator, pixels: float) -> str:
    """Return the number, the group and the name of an indicator, in so many pixels.

    Rows of one group have the group in common, so it is the first to be cut.
    """
    room = columns_of(pixels, LETTERS)
    number = f"{canvas.said(indicator.number)} " if indicator.number else ""
    name = canvas.said(indicator.name)
    if indicator.group is None:
        return shortened(number + name, room)
    between = said(Message(phrases.AFTER_GROUP), canvas.language)
    group = canvas.said(indicator.group)
    left = room - width(number) - width(name[:room]) - width(between)
    if left >= width(group[: room + 1]):
        return f"{number}{group}{between}{name}"
    start = f"{shortened(group, left)}{between}" if left >= _SHORTEST else ""
    return shortened(without_markup(f"{number}{start}{name}"), room)
