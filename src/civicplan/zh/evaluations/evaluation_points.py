"""Points that are printed in the heading of the scores, as in 得分（10分）: those that one row can have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from civicplan.reading import Diagnostic, Reading
from civicplan.tables.uniform import uniform
from civicplan.values import Figure
from civicplan.zh.document import TextCell, TextRow
from civicplan.zh.evaluations.evaluation_header import ends_table, header_of
from civicplan.zh.evaluations.evaluation_row import read_shown
from civicplan.zh.notices import Notice
from civicplan.zh.words.evaluation_words import Column

SEVERAL_SCORES = Notice(
    "points-in-heading",
    "The points in the heading {heading} are those of one row, and {count} rows below it have a score; they were left "
    "out. Write the points of each row into a column of their own, headed 分值.",
)
_POINTS = re.compile(r"\(([0-9]{1,3}(?:\.[0-9]{1,2})?)分\)$")


def points_in_headings(rows: Sequence[TextRow]) -> Reading[dict[int, TextCell]]:
    """Return the points that headings of scores give the one row with a score below them, by its place.

    >>> texts = (("资金（万元）", "全年预算数", "全年执行数", "得分（10分）"), ("总额", "300", "270", "9"))
    >>> rows = [TextRow(tuple(TextCell(text, 1) for text in row), 1) for row in texts]
    >>> points_in_headings(rows).value[1].text
    '10'
    """
    found: dict[int, TextCell] = {}
    said: list[Diagnostic] = []
    heads = [place for place, row in enumerate(rows) if header_of(row) is not None or ends_table(row)]
    for head, until in pairwise((*heads, len(rows))):
        header, row = header_of(rows[head]), rows[head]
        if header is None or not header.has(Column.SCORE) or header.has(Column.WEIGHT):
            continue
        column = header.columns.index(Column.SCORE)
        points = _POINTS.search(uniform(row.texts[column]).replace(" ", ""))
        if points is None:
            continue
        scored = [place for place in range(head + 1, until) if _has_figure(rows[place], column)]
        if len(scored) == 1:
            found[scored[0]] = TextCell(points[1], row.cells[column].line_of_figure)
        else:
            said.append(SEVERAL_SCORES.at(row.line, row.texts[column], heading=row.texts[column], count=len(scored)))
    return Reading(value=found, diagnostics=said)


def _has_figure(row: TextRow, column: int) -> bool:
    return column < len(row.cells) and isinstance(read_shown(row.texts[column]).shown, Figure)
