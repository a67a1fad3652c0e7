"""What the cells of a row of a self-evaluation say, by the columns that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from civicplan.reading import Reading
from civicplan.values import Bound, Figure, Text
from civicplan.values._decimals import EXACT
from civicplan.zh.document import TextCell, TextRow
from civicplan.zh.evaluations.evaluation_header import POINTS, Header
from civicplan.zh.evaluations.evaluation_row import ShownCell, read_shown
from civicplan.zh.indicators.cell_text import printable
from civicplan.zh.indicators.indicator_names import is_unit
from civicplan.zh.layout.spread import without_spread
from civicplan.zh.words.evaluation_words import Column
from civicplan.zh.words.phrase_words import MULTIPLES

#: The columns that make a row.
SHOWN = (Column.TARGET, Column.ACTUAL, *POINTS)
_UNIT_AT_END = re.compile(r"(?<=.)[（(]([^（）()]{1,20})[）)]$")
_LONGEST_FIRST = sorted(MULTIPLES, key=len, reverse=True)


def cell_lines(cells: Iterable[TextCell | None], row: TextRow) -> tuple[int, ...]:
    """Return the lines of the figures, where they are not all that of the row; else none.

    Args:
        cells: The cells of target, actual, weight, score and rate.
        row: The row.
    """
    lines = tuple(row.line if cell is None else cell.line_of_figure for cell in cells)
    return () if set(lines) == {row.line} else lines


def in_chinese(words: str) -> Text:
    """Return words of a document as a text."""
    return Text({"zh": words})


def shown_in(text: str) -> ShownCell:
    """Return what a cell of a document shows."""
    cell = read_shown(text)
    return cell._replace(shown=in_chinese(str(cell.shown))) if isinstance(cell.shown, Text) else cell


def text_at(cells: dict[int, TextCell], place: int) -> str:
    """Return what stands at a place; nothing where no cell does."""
    return cells[place].text if place in cells else ""


def cell_of(cells: dict[int, TextCell], header: Header, column: Column) -> TextCell | None:
    """Return the cell of a column; None where there is no such column or cell."""
    return cells.get(header.columns.index(column)) if header.has(column) else None


def text_of(cells: dict[int, TextCell], header: Header, column: Column) -> str:
    """Return what stands in a column; nothing where there is no such column or cell."""
    cell = cell_of(cells, header, column)
    return "" if cell is None else cell.text


def name_of(cells: dict[int, TextCell], header: Header) -> Text | None:
    """Return the name of the indicator; where no column has the names, the last words before the figures."""
    if header.has(Column.NAME):
        name = text_of(cells, header, Column.NAME).strip()
    else:
        before = [cells[place].text.strip() for place in sorted(cells) if place < header.first_value]
        name = next((text for text in reversed(before) if isinstance(read_shown(text).shown, Text)), "")
    plain = printable(name).rstrip("：: ")
    return in_chinese(plain) if plain else None


def merged_name(row: TextRow, header: Header) -> range | None:
    """Return the places of a name that is merged over columns of groups and that of the names; None where none is."""
    if not header.has(Column.NAME):
        return None
    last, groups = header.columns.index(Column.NAME), (Column.GROUP, Column.NAME)
    spans = (span for span in row.spans if span[-1] == last and len(row.cells) >= len(header.columns))
    return next((span for span in spans if all(header.columns[place] in groups for place in span)), None)


def readable(row: TextRow, header: Header) -> Reading[TextRow]:
    """Return a row with a merged name in the column of the names, and without figures that are merged over columns."""
    merged = merged_name(row, header)
    if merged is not None:
        cells = {**dict(enumerate(row.cells)), merged[0]: TextCell("", row.line), merged[-1]: row.cells[merged[0]]}
        row = row._replace(cells=tuple(cells.values()))
    return without_spread(row, header.headed)


def unit_in_name(name: Text) -> tuple[Text, str | None]:
    """Return a name without the unit in brackets at its end, and the unit.

    >>> unit_in_name(in_chinese("书屋数量（家）")), unit_in_name(in_chinese("书屋（试点）"))
    ((Text({'zh': '书屋数量'}), '家'), (Text({'zh': '书屋（试点）'}), None))
    """
    found = _UNIT_AT_END.search(str(name))
    if found is None or not is_unit(found[1]):
        return name, None
    return in_chinese(str(name)[: found.start()].rstrip()), found[1]


def with_unit_of_name(cell: ShownCell, unit: str | None) -> ShownCell:
    """Return a cell with the unit in the brackets of the name, where it has a figure and no unit of its own."""
    has_own = cell.unit is not None or not isinstance(cell.shown, Figure | Bound)
    return cell if has_own else cell._replace(unit=unit)


def signed(target: ShownCell, cells: dict[int, TextCell], header: Header) -> ShownCell:
    """Return the target with the sign that has a column of its own."""
    sign = text_of(cells, header, Column.SIGN).strip()
    with_sign = read_shown(f"{sign}{target.shown}") if sign and isinstance(target.shown, Figure) else target
    return ShownCell(with_sign.shown, target.unit) if isinstance(with_sign.shown, Bound) else target


def in_one_unit(target: ShownCell, actual: ShownCell) -> tuple[ShownCell, ShownCell] | None:
    """Return both in one unit where theirs are multiples of it, as 万册 and 册 are; None of other units.

    >>> in_one_unit(read_shown("≥3万册"), read_shown("32000册"))[0]
    ShownCell(shown=Bound.parse('≥3E+4'), unit='册')
    """
    if target.unit == actual.unit or target.unit is None or actual.unit is None:
        return target, actual
    (unit, factor), (other, of_actual) = _without_multiple(target.unit), _without_multiple(actual.unit)
    return (_times(target, factor, unit), _times(actual, of_actual, unit)) if unit == other else None


def _without_multiple(unit: str) -> tuple[str, Decimal]:
    multiple = next((word for word in _LONGEST_FIRST if unit.startswith(word) and unit != word), "")
    return unit.removeprefix(multiple), MULTIPLES.get(multiple, Decimal(1))


def _times(cell: ShownCell, factor: Decimal, unit: str) -> ShownCell:
    """Return the same in a smaller unit, with its printed digits."""
    if isinstance(cell.shown, Bound):
        second = None if cell.shown.second is None else _scaled(cell.shown.second, factor)
        return ShownCell(Bound(cell.shown.kind, _scaled(cell.shown.figure, factor), second), unit)
    return ShownCell(_scaled(cell.shown, factor) if isinstance(cell.shown, Figure) else cell.shown, unit)


def _scaled(figure: Figure, factor: Decimal) -> Figure:
    return Figure(figure.value.scaleb(factor.adjusted(), EXACT))


class Points(NamedTuple):
    """The cells of the weight and the score of a sum, as far as they are printed."""

    weight: TextCell | None = None
    score: TextCell | None = None

    @property
    def figures(self) -> tuple[Figure | None, Figure | None]:
        """The weight and the score."""
        return _figure(self.weight), _figure(self.score)


def points_of(row: TextRow, header: Header) -> Points | None:
    """Return the cells of weight and score of a sum; None where it is not clear which is which."""
    cells = dict(enumerate(row.cells))
    if len(cells) >= len(header.columns):
        points = Points(*(_with_figure(cell_of(cells, header, column)) for column in POINTS))
        if any(points):
            return points
    found = [cell for cell in map(_with_figure, row.cells) if cell is not None]
    columns = [column for column in header.columns if column in POINTS]
    if len(found) == len(columns):
        return Points(**dict(zip(map(str, columns), found, strict=True)))
    name = next(text for text in row.texts if text.strip())
    return Points(score=found[0]) if len(found) == 1 and "得分" in name else None


def _with_figure(cell: TextCell | None) -> TextCell | None:
    """Return a cell that shows a figure; None for another one."""
    return None if _figure(cell) is None else cell


def _figure(cell: TextCell | None) -> Figure | None:
    shown = None if cell is None else read_shown(cell.text).shown
    return shown if isinstance(shown, Figure) else None
