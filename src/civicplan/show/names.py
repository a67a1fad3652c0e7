"""The names of rows as they stand in charts, where a long one has its group cut before itself."""

from __future__ import annotations

from civicplan.model import Indicator
from civicplan.render import phrases
from civicplan.render.message import Message, said
from civicplan.show.canvas import Canvas
from civicplan.show.columns import without_markup
from civicplan.show.lines import shortened, width_of
from civicplan.show.theme import LETTERS

#: A group of which less would be left is left out [pixels].
_SHORTEST = 50
#: No name has space for so many letters.
_LONGEST = 1000


def row_label(canvas: Canvas, indicator: Indicator, pixels: float) -> str:
    """Return the number, the group and the name of an indicator, in so many pixels.

    Rows of one group have the group in common, so it is the first to be cut.
    """
    number = f"{canvas.said(indicator.number)} " if indicator.number else ""
    name = canvas.said(indicator.name)
    if indicator.group is None:
        return shortened(number + name, pixels, LETTERS)
    between = said(Message(phrases.AFTER_GROUP), canvas.language)
    group = canvas.said(indicator.group)
    left = pixels - width_of(f"{number}{name[:_LONGEST]}{between}", LETTERS)
    start = shortened(group, left, LETTERS)
    is_left_out = start != group and left < _SHORTEST
    return shortened(
        without_markup(number + name if is_left_out else f"{number}{start}{between}{name}"), pixels, LETTERS
    )
