"""The rows that the cells of a running number make, which stand in lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from civicplan.zh.document import TextCell, TextRow
from civicplan.zh.layout.loose_cells import Loose, joined_cells
from civicplan.zh.layout.loose_shape import Shape

_ITEM = re.compile(r"[(（]?([0-9]{1,2})[.、．)）]")


class Part(NamedTuple):
    """The cells of a row, how many of them stand before the running number, and whether blank lines are blank cells."""

    cells: Sequence[Loose]
    lead: int
    has_blanks: bool = False

    @property
    def gaps(self) -> int:
        """How many blank lines stand between its cells."""
        return sum(cell.gap for cell in self.cells[1:])


def wanted_cells(part: Part, shape: Shape) -> int:
    """Return how many cells a row has that begins with those before its running number, or lacks some of them."""
    return shape.width - (shape.order or 0) + part.lead


def rows_of_part(part: Part, shape: Shape) -> Iterator[TextRow]:
    """The rows that the cells of one running number make: several where parts follow without numbers of their own."""
    cells, wanted = part.cells, wanted_cells(part, shape)
    if shape.shows_blanks and len(cells) > wanted and (len(cells) - wanted) % shape.width == 0:
        starts = range(wanted, len(cells), shape.width)
        yield row_of_cells(cells[:wanted], shape.width, part, shape)
        yield from (row_of_cells(cells[start : start + shape.width], shape.width) for start in starts)
        return
    if not shape.shows_blanks and len(cells) != wanted:
        cells = _with_blanks(part, shape) or _with_lists(part, shape) or cells
    yield row_of_cells(cells, shape.width, part, shape)


def blank_lines_are_cells(parts: Sequence[Part], shape: Shape) -> bool:
    """Return whether blank lines stand for blank cells: with them each row that has any is whole."""
    parted = [part for part in parts if part.gaps]
    return bool(parted) and all(len(part.cells) + part.gaps == wanted_cells(part, shape) for part in parted)


def _with_blanks(part: Part, shape: Shape) -> list[Loose] | None:
    """Return the cells with a blank one for each blank line; None where that does not make a whole row."""
    if not part.has_blanks or len(part.cells) + part.gaps != wanted_cells(part, shape):
        return None
    filled = list(part.cells[:1])
    for cell in part.cells[1:]:
        filled += [Loose(TextCell("", cell.line - back), 0) for back in range(cell.gap, 0, -1)]
        filled.append(cell)
    return filled


def _with_lists(part: Part, shape: Shape) -> list[Loose] | None:
    """Return the cells with the items of a numbered list in one; None where that does not make a whole row."""
    starts = [
        place for place, cell in enumerate(part.cells) if not place or not is_next_item(part.cells[place - 1], cell)
    ]
    if len(starts) != wanted_cells(part, shape):
        return None
    ends = [*starts[1:], len(part.cells)]
    return [joined_cells(part.cells[start:end]) for start, end in zip(starts, ends, strict=True)]


def is_next_item(before: Loose, cell: Loose) -> bool:
    """Return whether two lines are items of one numbered list, the second the next after the first."""
    first, second = _ITEM.match(before.text), _ITEM.match(cell.text)
    return first is not None and second is not None and int(second[1]) == int(first[1]) + 1


def row_of_cells(cells: Sequence[Loose], width: int, part: Part | None = None, shape: Shape | None = None) -> TextRow:
    """Return the row of some cells, its running number in its place."""
    line = cells[0].line
    lead = 0 if part is None or shape is None else (shape.order or 0) - part.lead
    is_whole = len(cells) + lead == width
    placed = (*(TextCell("", line) for _ in range(lead)), *(one.cell for one in cells))
    return TextRow(placed, line, is_whole or shape is None or shape.shows_blanks)
