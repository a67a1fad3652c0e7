"""Figures in cells that are merged over several columns: nothing says under which heading they are to be read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from civicplan.reading import Diagnostic, Reading
from civicplan.zh.document import TextCell, TextRow
from civicplan.zh.language.numerals import find_numbers
from civicplan.zh.notices import Notice

ACROSS = Notice(
    "merged-figure",
    "A merged cell with {figure} stands under {headings}. Whether that holds for one of them or for each, the table "
    "does not say; it was left out of all of them. Write it under each heading that it is of.",
)
_LONGEST_SHOWN = 60


class HeadedColumns(NamedTuple):
    """What stands under which heading, as far as figures are read there.

    Attributes:
        sorts: What the cells of a column say, for those that are read; a merged cell says it of all columns of a sort.
        of_words: The places of columns of names and other words. What begins there is no figure.
        headings: The heading of each column.
    """

    sorts: Mapping[int, Hashable]
    of_words: Collection[int]
    headings: Sequence[str]


def has_figure(text: str) -> bool:
    """Return whether a figure stands in a cell, in digits or spelled out.

    >>> has_figure("新建书屋三家"), has_figure("一体化推进")
    (True, False)
    """
    return any(map(str.isdecimal, text)) or bool(find_numbers(text))


def without_spread(
    row: TextRow, columns: HeadedColumns, is_figure: Callable[[str], bool] = has_figure
) -> Reading[TextRow]:
    """Return a row without the figures that are merged over columns of several sorts, each of which is said.

    The row keeps the places into which these reach, and no others, as `across`.

    Args:
        row: The row.
        columns: The columns.
        is_figure: Whether a cell is taken out.

    >>> row = TextRow((TextCell("书屋", 4), TextCell("12", 4), TextCell("", 4)), 4, across=(2,))
    >>> columns = HeadedColumns({1: "target", 2: "actual"}, (0,), ("指标", "目标", "完成"))
    >>> reading = without_spread(row, columns)
    >>> reading.value.texts, reading.diagnostics[0].code
    (('书屋', '', ''), 'merged-figure')
    """
    doubtful = (span for span in row.spans if _is_doubtful(span, columns))
    spread = [span for span in doubtful if row.texts[span[0]].strip() and is_figure(row.texts[span[0]])]
    cells, said = list(row.cells), list[Diagnostic]()
    for span in spread:
        figure = " ".join(cells[span[0]].text.split())[:_LONGEST_SHOWN]
        *others, last = _headings(span, columns)
        headings = f"{', '.join(others)} and {last}"
        said.append(ACROSS.at(row.line, figure, figure=figure, headings=headings))
        cells[span[0]] = TextCell("", row.line)
    across = tuple(place for span in spread for place in span[1:])
    return Reading(value=row._replace(cells=tuple(cells), across=across), diagnostics=said)


def _is_doubtful(span: range, columns: HeadedColumns) -> bool:
    if span[0] in columns.of_words:
        return False
    sorts = {columns.sorts[place] for place in span if place in columns.sorts}
    return len(sorts) > 1 or (bool(sorts) and span[0] not in columns.sorts)


def _headings(span: range, columns: HeadedColumns) -> Iterator[str]:
    if span[0] not in columns.sorts:
        yield "a column that is not read"
    yield from (columns.headings[place] for place in span if place in columns.sorts)
