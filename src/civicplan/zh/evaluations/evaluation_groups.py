"""The headings that rows of a self-evaluation stand under, and the points that are printed beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from civicplan.tables.uniform import uniform
from civicplan.values import Text
from civicplan.zh.document import TextCell
from civicplan.zh.evaluations.evaluation_cells import in_chinese
from civicplan.zh.evaluations.evaluation_header import Header
from civicplan.zh.evaluations.evaluation_row import EvaluationRow
from civicplan.zh.indicators.cell_text import printable
from civicplan.zh.words.evaluation_words import Column

#: The groups that a row stands under, by the places of their columns.
Groups = Mapping[int, Text]
_POINTS = re.compile(r"([^0-9]{1,30}?)\(?([0-9]{1,3}(?:\.[0-9]{1,2})?)分\)?")


def groups_of(cells: Mapping[int, TextCell], header: Header, above: Groups) -> dict[int, Text]:
    """Return what a row stands under: a merged heading is blank in the rows below its first."""
    groups = dict(above)
    for place, cell in _headings(cells, header):
        groups = {known: group for known, group in groups.items() if known < place}
        groups[place] = in_chinese(_words(cell.text))
    return groups


def totals_of_groups(
    cells: Mapping[int, TextCell], header: Header, groups: Groups
) -> Iterator[tuple[EvaluationRow, int]]:
    """Yield the points that are printed beside the headings of groups, as in 产出指标(50分), with their lines."""
    for place, cell in _headings(cells, header):
        if points := _points(cell.text):
            above = tuple(group for known, group in groups.items() if known <= place)
            yield (
                EvaluationRow(name=in_chinese(_words(cell.text)), weight=points[2], groups=above, is_total=True),
                cell.line_of_figure,
            )


def _headings(cells: Mapping[int, TextCell], header: Header) -> Iterator[tuple[int, TextCell]]:
    for place, column in enumerate(header.columns):
        if column is Column.GROUP and place in cells and _words(cells[place].text):
            yield place, cells[place]


def _words(text: str) -> str:
    """The heading without its points; nothing where no letter of it can be seen."""
    points = _points(text)
    return printable(points[1] if points else text).strip()


def _points(text: str) -> re.Match[str] | None:
    return _POINTS.fullmatch(uniform(text).replace(" ", ""))
