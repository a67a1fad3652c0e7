"""Rows put together from cells that stand in lines of their own: running numbers, or blank lines, part them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise
from typing import NamedTuple

from civicplan.reading import Diagnostic
from civicplan.zh.document import TextCell, TextRow
from civicplan.zh.joining import REPEATED
from civicplan.zh.loose_cells import LazyCells, Loose, bare_cells, tabbed_cells
from civicplan.zh.printed_rows import Form, form_of
from civicplan.zh.table_words import are_headings, is_heading, is_order_heading

#: So many cells are looked at to find the headings, and a table with fewer of them is none.
_HEAD, _LEAST_HEADINGS = 30, 3
#: A number may have been lost, but not more than so many in a row.
_MOST_LOST = 2
_NUMBER = re.compile(r"([0-9]{1,4})[.、．]?")
_ITEM = re.compile(r"[(（]?([0-9]{1,2})[.、．)）]")


class LooseTable(NamedTuple):
    """A table of cells in lines of their own.

    Attributes:
        rows: Its rows, the headings first; none where the lines are running text.
        end: The position of the first line after it.
    """

    rows: list[TextRow]
    end: int


class _Shape(NamedTuple):
    """What the headings say of the rows: how many cells they have, and where the running number stands.

    Below the headings may stand a second row of finer ones, of so many cells. Blank cells are shown in lines of their
    own where a tab begins each cell.
    """

    width: int
    second: int
    order: int | None
    shows_blanks: bool


class _Part(NamedTuple):
    """The cells of a row, and how many of them stand before the running number."""

    cells: Sequence[Loose]
    lead: int


def loose_table(lines: Sequence[str], start: int, noticed: list[Diagnostic]) -> LooseTable:
    """Return the table of which the first heading stands in a line of its own, or the lines that begin none.

    Args:
        lines: The lines of the document.
        start: The position of the line.
        noticed: Where to say what was left out.
    """
    if not is_heading(lines[start].strip()):
        return LooseTable([], start + 1)
    is_tabbed = form_of(lines[start]) is Form.CELL
    said: list[Diagnostic] = []
    source = (tabbed_cells if is_tabbed else bare_cells)(lines, start, said)
    head = list(islice(source, _HEAD))
    shape = _shape(head, is_tabbed)
    if shape is None:
        return LooseTable([], _end_of_headings(head))
    headings = [head[: shape.width], head[shape.width : shape.width + shape.second]]
    cells = LazyCells(_without_repeats(chain(head[shape.width + shape.second :], source), headings[0], said))
    parts = _by_groups(cells, shape) if shape.order is None else _by_numbers(cells, shape)
    if not parts:
        return LooseTable([], _end_of_headings(head))
    rows = [
        *(_row(row, shape.width) for row in headings if row),
        *(row for part in parts for row in _rows(part, shape)),
    ]
    used = sum(len(part.cells) for part in parts)
    end = cells[used].line - 1 if cells.has(used) else cells[used - 1].numbers[-1]
    noticed.extend(diagnostic for diagnostic in said if int(diagnostic.place.removeprefix("line ")) <= end)
    return LooseTable(rows, end)


def _end_of_headings(head: Sequence[Loose]) -> int:
    """Return how far lines begin no table that begin with headings: a table may begin with the last of these."""
    known = next((place for place, cell in enumerate(head) if not is_heading(cell.text)), len(head))
    return head[max(known - _LEAST_HEADINGS, 0)].numbers[-1]


def _without_repeats(source: Iterator[Loose], headings: Sequence[Loose], said: list[Diagnostic]) -> Iterator[Loose]:
    """The cells without headings that are repeated, as after a page break."""
    waiting: list[Loose] = []
    for cell in source:
        waiting.append(cell)
        while waiting and waiting[-1].texts != headings[len(waiting) - 1].texts:
            yield waiting.pop(0)
        if len(waiting) == len(headings):
            said.append(REPEATED.at(waiting[0].line, " ".join(one.text for one in waiting)))
            waiting.clear()
    yield from waiting


def _shape(head: Sequence[Loose], is_tabbed: bool) -> _Shape | None:
    """Return what the headings say of the rows; None where the cells do not begin with headings."""
    texts = [cell.text for cell in head]
    known = next((place for place, text in enumerate(texts) if not is_heading(text)), len(texts))
    first_row = next((place for place, cell in enumerate(head) if place and cell.gap), len(head))
    order = next((place for place, text in enumerate(texts[: max(known, first_row)]) if is_order_heading(text)), None)
    number = next((place for place, text in enumerate(texts) if place > 1 and _NUMBER.fullmatch(text)), len(texts))
    width = known
    if is_tabbed and first_row <= number and are_headings(texts[:first_row]):
        width = first_row
    elif order is not None and known < number - order and are_headings(texts[: number - order]):
        width = number - order
    has_end = width < len(head) and (order is None or order >= width or number < len(head))
    if width < _LEAST_HEADINGS or not has_end or not are_headings(texts[:width]):
        return None
    order = order if order is not None and order < width else None
    second = 0 if order is None else max(number - order - width, 0)
    if second and not all(text == "" or is_heading(text) for text in texts[width : width + second]):
        return None
    return _Shape(width, second, order, is_tabbed)


def _by_numbers(cells: LazyCells, shape: _Shape) -> list[_Part]:
    """Return the cells of each row, which begins with its running number or with the cells before that."""
    places = list(_places_of_numbers(cells, shape))
    if not places:
        return []
    body = cells.rest(0) if shape.shows_blanks else cells.between(0, places[-1] + _window(shape.width))
    tells = 2 * sum(bool(cell.gap) for cell in body) <= len(body)
    pairs = pairwise(places)
    starts = [0, *(_start(body, before, place, shape, tells) for before, place in pairs)]
    ends = [*starts[1:], len(body)]
    parts = [_Part(body[start:end], place - start) for start, end, place in zip(starts, ends, places, strict=True)]
    if not shape.shows_blanks:
        by_blanks = any(_with_blanks(part, shape) is not None for part in parts[:-1])
        parts[-1] = _last(parts[-1], shape, by_blanks)
    return parts


def _places_of_numbers(cells: LazyCells, shape: _Shape) -> Iterator[int]:
    """The places of the running numbers: each is the next after the one before, and words follow it."""
    first = (one for one in range((shape.order or 0) + 1) if cells.has(one) and _number(cells[one]) is not None)
    place = next(first, None)
    while place is not None:
        yield place
        place = _next_number(cells, place, shape.width)


def _window(width: int) -> int:
    """Return how many cells one row may have at most, those in lines of their own that belong together included."""
    return 3 * width + 12


def _number(cell: Loose) -> int | None:
    match = _NUMBER.fullmatch(cell.text)
    return int(match[1]) if match else None


def _next_number(cells: LazyCells, last: int, width: int) -> int | None:
    """Return where the next running number stands: behind a blank line if any does, else nearest to a whole row on."""
    before = _number(cells[last]) or 0
    window = [
        (place, _number(cells[place])) for place in range(last + 2, last + _window(width)) if cells.has(place + 1)
    ]
    for expected in range(before + 1, before + _MOST_LOST + 2):
        found = [
            place for place, number in window if number == expected and any(map(str.isalpha, cells[place + 1].text))
        ]
        if found:
            return min(found, key=lambda place: (not cells[place].gap, abs(place - last - width)))
    return None


def _start(body: Sequence[Loose], before: int, place: int, shape: _Shape, tells: bool) -> int:
    """Return where the row of a running number begins: with that, or with a cell before it.

    A blank line tells, or else the number of cells since the last running number.
    """
    lead = shape.order or 0
    if tells:
        return next((one for one in range(place, place - lead - 1, -1) if body[one].gap), place)
    surplus = place - before - (shape.width - lead)
    return place - surplus if 0 < surplus <= lead else place


def _last(part: _Part, shape: _Shape, by_blanks: bool) -> _Part:
    """Return the last row without the lines that follow the table: as many cells as there are headings."""
    wanted, count = _wanted(part, shape), 0
    for place, cell in enumerate(part.cells):
        count += cell.gap * (by_blanks and place > 0)
        if count >= wanted and not _is_next_item(part.cells[place - 1], cell):
            return _Part(part.cells[:place], part.lead)
        count += not (place and _is_next_item(part.cells[place - 1], cell))
    return part


def _wanted(part: _Part, shape: _Shape) -> int:
    """Return how many cells a row has that begins with those before its running number, or lacks some of them."""
    return shape.width - (shape.order or 0) + part.lead


def _by_groups(cells: LazyCells, shape: _Shape) -> list[_Part]:
    """Return the cells of each row, which blank lines part: all, or those up to the first that is no whole row."""
    parts: list[_Part] = []
    start = 0
    while cells.has(start):
        end = start + 1
        while cells.has(end) and not cells[end].gap and (shape.shows_blanks or end - start <= shape.width):
            end += 1
        if end - start != shape.width and not (shape.shows_blanks and parts):
            break
        parts.append(_Part(cells.between(start, end), 0))
        start = end
    return parts


def _rows(part: _Part, shape: _Shape) -> Iterator[TextRow]:
    """The rows that the cells of one running number make: several where parts follow without numbers of their own."""
    cells, wanted = part.cells, _wanted(part, shape)
    if shape.shows_blanks and len(cells) > wanted and (len(cells) - wanted) % shape.width == 0:
        starts = range(wanted, len(cells), shape.width)
        yield _row(cells[:wanted], shape.width, part, shape)
        yield from (_row(cells[start : start + shape.width], shape.width) for start in starts)
        return
    if not shape.shows_blanks and len(cells) != wanted:
        cells = _with_blanks(part, shape) or _with_lists(part, shape) or cells
    yield _row(cells, shape.width, part, shape)


def _with_blanks(part: _Part, shape: _Shape) -> list[Loose] | None:
    """Return the cells with a blank one for each blank line; None where that does not make a whole row."""
    gaps = sum(cell.gap for cell in part.cells[1:])
    if not gaps or len(part.cells) + gaps != _wanted(part, shape):
        return None
    filled = list(part.cells[:1])
    for cell in part.cells[1:]:
        filled += [Loose((), (cell.line - back,), 0) for back in range(cell.gap, 0, -1)]
        filled.append(cell)
    return filled


def _with_lists(part: _Part, shape: _Shape) -> list[Loose] | None:
    """Return the cells with the items of a numbered list in one; None where that does not make a whole row."""
    joined: list[Loose] = []
    for place, cell in enumerate(part.cells):
        if place and _is_next_item(part.cells[place - 1], cell):
            last = joined[-1]
            joined[-1] = Loose(last.texts + cell.texts, last.numbers + cell.numbers, last.gap)
        else:
            joined.append(cell)
    return joined if len(joined) == _wanted(part, shape) else None


def _is_next_item(before: Loose, cell: Loose) -> bool:
    first, second = _ITEM.match(before.text), _ITEM.match(cell.text)
    return first is not None and second is not None and int(second[1]) == int(first[1]) + 1


def _row(cells: Sequence[Loose], width: int, part: _Part | None = None, shape: _Shape | None = None) -> TextRow:
    """Return the row of some cells, its running number in its place."""
    line = cells[0].line
    lead = 0 if part is None or shape is None else (shape.order or 0) - part.lead
    is_whole = len(cells) + lead == width
    placed = (*(TextCell("", line) for _ in range(lead)), *map(_cell, cells))
    return TextRow(placed, line, is_whole or shape is None or shape.shows_blanks)


def _cell(cell: Loose) -> TextCell:
    is_one_run = cell.numbers[-1] - cell.line == len(cell.numbers) - 1
    return TextCell(cell.text, cell.line, () if is_one_run else cell.numbers)
