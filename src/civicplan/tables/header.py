"""The row or the two rows of a sheet that hold the headings of its table."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from civicplan.reading import Diagnostic, Reading
from civicplan.tables.grid import Grid, Sheet, under_headings
from civicplan.tables.heading_words import VALUE_FIELDS, Field
from civicplan.tables.headings import is_unnamed, join_headings
from civicplan.tables.options import Options
from civicplan.tables.said import left_out, read_anyway
from civicplan.tables.uniform import with_uniform_signs

_ROWS_LOOKED_AT = 30


def headed(sheet: Sheet, options: Options) -> Reading[Grid]:
    """Return the table of a sheet below its headings; what stands above them is said.

    The headings are the first row in which one names the indicators, or is one that the user speaks of; the row above
    and the row below belong to them where they hold headings, too.
    """
    if not sheet.rows:
        return under_headings(sheet, (), 0)
    named = _row_of_names(sheet, options)
    above = named > 0 and _is_above(sheet, named, options)
    below = not above and _is_below(sheet, named, options)
    rows = range(named - above, named + below + 1)
    headings = _joined(sheet, rows)
    noticed = [_above(sheet, row) for row in range(rows[0])]
    grid = under_headings(sheet, headings, rows[-1] + 1)
    numbers = tuple(sheet.numbers[row] for row in rows)
    return Reading(value=evolve(grid.value, heading_numbers=numbers), diagnostics=(*noticed, *grid.diagnostics))


def with_second_row(grid: Grid, options: Options) -> Reading[Grid]:
    """Return a dataframe whose first row holds the second row of headings, as a file with two of them is read.

    Its rows then begin one later, which is said.
    """
    names = tuple("" if is_unnamed(text) else text for text in grid.headings)
    sheet = evolve(grid.sheet, rows=(names, *grid.rows), numbers=range(len(grid.rows) + 1))
    if not _is_below(sheet, 0, options):
        return Reading(value=grid)
    said = read_anyway("second-headings", grid.row_place(0), " | ".join(filter(None, grid.rows[0])))
    read = under_headings(sheet, _joined(sheet, range(2)), 2)
    return Reading(value=read.value, diagnostics=(said,))


def _row_of_names(sheet: Sheet, options: Options) -> int:
    """Return the first row with a heading of names or ids, else the first with most headings that are understood."""
    spoken_of = {with_uniform_signs(text) for text, _ in options.columns}
    understood = []
    for row, cells in enumerate(sheet.rows[:_ROWS_LOOKED_AT]):
        is_spoken_of = any(with_uniform_signs(text) in spoken_of for text in cells)
        if is_spoken_of or _position_of_names(cells, options) is not None:
            return row
        understood.append(sum(options.heading(text, "").value is not None for text in cells))
    return understood.index(max(understood))


def _position_of_names(cells: Sequence[str], options: Options) -> int | None:
    for position, text in enumerate(cells):
        heading = options.heading(text, "").value
        if heading is not None and heading.field in (Field.NAME, Field.ID):
            return position
    return None


def _is_above(sheet: Sheet, named: int, options: Options) -> bool:
    """Return whether the row above holds headings, and no title of the table."""
    cells = sheet.rows[named - 1]
    texts = {text for text in cells if text.strip()}
    if len(texts) > 1:
        return _position_of_names(_joined(sheet, range(named - 1, named + 1)), options) is not None
    headings = [options.heading(text, "").value for text in texts]
    return any(heading is not None and heading.field in VALUE_FIELDS for heading in headings)


def _is_below(sheet: Sheet, named: int, options: Options) -> bool:
    """Return whether the row below holds headings: it names no indicator, and all of it is understood as one."""
    if named + 1 >= len(sheet.rows):
        return False
    position = _position_of_names(sheet.rows[named], options)
    lower = sheet.rows[named + 1]
    if position is None or sheet.cell(named + 1, position).strip() not in ("", sheet.cell(named, position).strip()):
        return False
    joined = _joined(sheet, range(named, named + 2))
    filled = [place for place, text in enumerate(lower) if text.strip() and text != sheet.cell(named, place)]
    return bool(filled) and all(options.heading(joined[place], "").value is not None for place in filled)


def _joined(sheet: Sheet, rows: range) -> tuple[str, ...]:
    if len(rows) == 1:
        return sheet.rows[rows[0]]
    return join_headings([sheet.rows[row] for row in rows])


def _above(sheet: Sheet, row: int) -> Diagnostic:
    text = " | ".join(dict.fromkeys(text for text in sheet.rows[row] if text.strip()))
    place = f"{sheet.row_word} {sheet.numbers[row]}" if sheet.name is None else f"{sheet.name}!A{sheet.numbers[row]}"
    return left_out("above-headings", place, text)
