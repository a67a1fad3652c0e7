"""Rows put together from cells that stand in lines of their own: running numbers, or blank lines, part them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise
from typing import NamedTuple

from civicplan.reading import Diagnostic
from civicplan.zh.document import TextCell, TextRow
from civicplan.zh.layout.joining import REPEATED
from civicplan.zh.layout.loose_cells import LazyCells, Loose, bare_cells, tabbed_cells
from civicplan.zh.layout.loose_parts import (
    Part,
    blank_lines_are_cells,
    is_next_item,
    row_of_cells,
    rows_of_part,
    wanted_cells,
)
from civicplan.zh.layout.loose_shape import LEAST_HEADINGS, NUMBER, Fold, Shape, fold_of, shape_of
from civicplan.zh.layout.placing import Holds, can_hold
from civicplan.zh.layout.printed_rows import LineForm, form_of
from civicplan.zh.layout.table_words import is_heading
from civicplan.zh.notices import Notice, line_of

#: So many cells are looked at to find the headings.
_HEAD = 50
#: A number may have been lost, but not more than so many in a row.
_MOST_LOST = 2

ONE_ROW_OR_TWO = Notice(
    "headings-unclear",
    "Each heading stands in a line of its own, and they may be those of one row, or of two with the years in the lower "
    "one. The rows do not tell which, and the lines were read as running text. Put each row in one line, with tabs "
    "between its cells.",
)


class LooseTable(NamedTuple):
    """A table of cells in lines of their own.

    Attributes:
        rows: Its rows, the headings first; none where the lines are running text.
        end: The position of the first line after it.
    """

    rows: list[TextRow]
    end: int


def loose_table(lines: Sequence[str], start: int, noticed: list[Diagnostic]) -> LooseTable:
    """Return the table of which the first heading stands in a line of its own, or the lines that begin none.

    Args:
        lines: The lines of the document.
        start: The position of the line.
        noticed: Where to say what was left out.
    """
    if not is_heading(lines[start].strip()):
        return LooseTable([], start + 1)
    is_tabbed = form_of(lines[start]) is LineForm.CELL
    said: list[Diagnostic] = []
    source = (tabbed_cells if is_tabbed else bare_cells)(lines, start, said)
    head = list(islice(source, _HEAD))
    if not head:
        return LooseTable([], start + 1)
    shape = shape_of(head, is_tabbed)
    if shape is None:
        return LooseTable([], _end_of_headings(head))
    both = head[: shape.width + shape.second]
    headings = [both[: shape.width], both[shape.width :]]
    rest = _without_repeats(chain(head[len(both) :], source), both, said)
    cells = LazyCells(_without_repeats(rest, headings[0], said) if shape.second else rest)
    parts = _by_groups(cells, shape) if shape.order is None else _by_numbers(cells, shape)
    fold = fold_of([cell.text for cell in both]) if parts and shape.order is not None and not is_tabbed else None
    if fold is not None and not _is_one_row(parts, shape, fold):
        shape = shape._replace(width=len(fold.upper))
        parts = _by_numbers(cells, shape) if _are_two_rows(parts, shape) else []
        if not parts:
            noticed.append(ONE_ROW_OR_TWO.at(start + 1, " ".join(cell.text for cell in both)))
        headings = [_spread(both, row) for row in fold]
    if not parts:
        return LooseTable([], _end_of_headings(head))
    rows = [row_of_cells(row, shape.width) for row in headings if row]
    rows += (row for part in parts for row in rows_of_part(part, shape))
    used = sum(len(part.cells) for part in parts)
    end = cells[used].line - 1 if cells.has(used) else cells[used - 1].last_line
    noticed.extend(diagnostic for diagnostic in said if line_of(diagnostic) <= end)
    return LooseTable(rows, end)


def _counts(parts: Sequence[Part]) -> Counter[int]:
    """Return how many rows have how many cells from their running number on; the last one may lack its end."""
    return Counter(len(part.cells) - part.lead for part in (parts[:-1] or parts))


def _is_one_row(parts: Sequence[Part], shape: Shape, fold: Fold) -> bool:
    """Return whether the headings are those of one row: more rows have a cell for each than if they were of two."""
    counts, lead = _counts(parts), shape.order or 0
    return counts[shape.width - lead] > counts[len(fold.upper) - lead]


def _are_two_rows(parts: Sequence[Part], folded: Shape) -> bool:
    """Return whether some rows have a cell for each heading of two rows, and none has more."""
    return max(_counts(parts)) == folded.width - (folded.order or 0)


def _spread(headings: Sequence[Loose], places: Sequence[int | None]) -> list[Loose]:
    blank = Loose(TextCell("", headings[0].line), 0)
    return [blank if place is None else headings[place] for place in places]


def _end_of_headings(head: Sequence[Loose]) -> int:
    """Return how far lines begin no table that begin with headings: a table may begin with the last of these."""
    known = next((place for place, cell in enumerate(head) if not is_heading(cell.text)), len(head))
    return head[max(known - LEAST_HEADINGS, 0)].last_line


def _without_repeats(source: Iterator[Loose], headings: Sequence[Loose], said: list[Diagnostic]) -> Iterator[Loose]:
    """The cells without headings that are repeated, as after a page break."""
    waiting: list[Loose] = []
    for cell in source:
        waiting.append(cell)
        while any(one.text != heading.text for one, heading in zip(waiting, headings, strict=False)):
            yield waiting.pop(0)
        if len(waiting) == len(headings):
            said.append(REPEATED.at(waiting[0].line, " ".join(one.text for one in waiting)))
            waiting.clear()
    yield from waiting


def _by_numbers(cells: LazyCells, shape: Shape) -> list[Part]:
    """Return the cells of each row, which begins with its running number or with the cells before that."""
    places = list(_places_of_numbers(cells, shape))
    if not places:
        return []
    body = cells.rest(0) if shape.shows_blanks else cells.between(0, places[-1] + _window(shape.width))
    tells = 0 < 2 * sum(bool(cell.gap) for cell in body[1:]) <= len(body)
    starts = [0]
    for before, place in pairwise(places):
        starts.append(_start(body, range(starts[-1], before), place, shape, tells))
    ends = [*starts[1:], len(body)]
    parts = [Part(body[start:end], place - start) for start, end, place in zip(starts, ends, places, strict=True)]
    if not shape.shows_blanks:
        has_blanks = blank_lines_are_cells(parts[:-1], shape)
        parts = [part._replace(has_blanks=has_blanks) for part in parts]
        parts[-1] = _last(parts[-1], shape, ends_at_gap=not any(part.gaps for part in parts[:-1]))
    return parts


def _places_of_numbers(cells: LazyCells, shape: Shape) -> Iterator[int]:
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
    match = NUMBER.fullmatch(cell.text)
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


def _start(body: Sequence[Loose], before: range, place: int, shape: Shape, tells: bool) -> int:
    """Return where the row of a running number begins: with that, or with a cell before it.

    A blank line before it tells, or the word for a nature that ends the row above, or else the number of cells since
    the last running number.

    Args:
        body: The cells.
        before: The cells of the row above before its running number.
        place: Where the running number stands.
        shape: What the headings say.
        tells: Whether blank lines part rows.
    """
    lead = shape.order or 0
    behind_gap = next((one for one in range(place, place - lead - 1, -1) if body[one].gap), None) if tells else None
    if behind_gap is not None:
        return behind_gap
    if shape.ends_with_nature and not shape.shows_blanks:
        surplus = 0 if can_hold(Holds.NATURE, body[place - 1].text) else 1
    elif shape.shows_blanks:
        surplus = (place - before.start) % shape.width
    else:
        blanks = sum(cell.gap for cell in body[before.stop + 1 : place]) if tells else 0
        surplus = place - before.stop + blanks - (shape.width - lead)
    return place - surplus if 0 < surplus <= lead else place


def _last(part: Part, shape: Shape, *, ends_at_gap: bool) -> Part:
    """Return the last row without the lines that follow the table: as many cells as there are headings.

    It ends before, at a blank line, where no other row has one within.
    """
    wanted, count = wanted_cells(part, shape), 0
    for place, cell in enumerate(part.cells):
        goes_on = place > 0 and is_next_item(part.cells[place - 1], cell)
        count += cell.gap if part.has_blanks and place else 0
        if (count >= wanted and not goes_on) or (ends_at_gap and cell.gap and place > part.lead + 1):
            return part._replace(cells=part.cells[:place])
        count += not goes_on
    return part


def _by_groups(cells: LazyCells, shape: Shape) -> list[Part]:
    """Return the cells of each row, which blank lines part: all, or those up to the first that is no whole row."""
    parts: list[Part] = []
    start = 0
    while cells.has(start):
        end = start + 1
        while cells.has(end) and not cells[end].gap and (shape.shows_blanks or end - start <= shape.width):
            end += 1
        if end - start != shape.width and not (shape.shows_blanks and parts):
            break
        parts.append(Part(cells.between(start, end), 0))
        start = end
    return parts
