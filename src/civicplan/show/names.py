"""The names of rows as they stand in charts, where a long one has its group cut before itself."""

from __future__ import annotations

from math import inf

from attrs import evolve

from civicplan.model import Indicator
from civicplan.render import phrases
from civicplan.render.message import Message, said
from civicplan.show.canvas import Canvas
from civicplan.show.columns import without_markup
from civicplan.show.lines import ELLIPSIS, in_lines, shortened, width_of
from civicplan.show.theme import LETTERS

#: A group of which less would be left is left out [pixels].
_SHORTEST = 50
#: Two lines hold less than twice what one does, as they are broken between words.
_IN_TWO = 1.75
#: No name has space for so many letters.
_LONGEST = 1000


def row_label(canvas: Canvas, indicator: Indicator, pixels: float, height: float = LETTERS) -> str:
    """Return the number, the group and the name of an indicator, in so many pixels.

    Rows of one group have the group in common, so it is the first to be cut.

    Args:
        canvas: What is drawn on.
        indicator: The indicator.
        pixels: How wide the label may be [pixels].
        height: How high its letters are [pixels].
    """
    number = f"{canvas.said(indicator.number)} " if indicator.number else ""
    name = canvas.said(indicator.name)
    if indicator.group is None:
        return shortened(number + name, pixels, height)
    between = said(Message(phrases.AFTER_GROUP), canvas.language)
    group = canvas.said(indicator.group)
    left = pixels - width_of(f"{number}{name[:_LONGEST]}{between}", height)
    start = shortened(group, left, height)
    is_left_out = start != group and left < _SHORTEST
    return shortened(
        without_markup(number + name if is_left_out else f"{number}{start}{between}{name}"), pixels, height
    )


def lined_label(canvas: Canvas, indicator: Indicator, pixels: float) -> tuple[str, int]:
    """Return the label of an indicator that may stand in two lines of so many pixels, and in how many it stands.

    Where even a group that is cut leaves too little space, the name stands alone and is cut where it is written.
    """
    whole = row_label(canvas, indicator, inf)
    lines = len(in_lines(whole, pixels, LETTERS, 3))
    if lines < 3:
        return whole, lines
    label = row_label(canvas, indicator, _IN_TWO * pixels)
    return (row_label(canvas, evolve(indicator, group=None), inf) if label.endswith(ELLIPSIS) else label), 2
