"""Lines that are rows of a table: their cells are parted by tabs or by upright strokes, as in Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from civicplan.zh.document import Paragraph, TextCell, TextRow
from civicplan.zh.layout.markup import plain_lines

#: A line with more cells than any table has is running text.
_MOST_CELLS = 200
_BLANKS = " \u3000\xa0"
_STROKE = re.compile(r"(?<!\\)[|｜│]")
#: What draws lines between the rows of a table, or below its headings.
_RULE = re.compile(r"[\s|｜│+:=─┼├┤┬┴┌┐└┘-]*")


class LineForm(Enum):
    """What a line of a document may be, by its signs alone.

    Attributes:
        BLANK: Nothing.
        WORDS: Running text, or a cell alone.
        CELL: A cell alone, behind a tab; a blank cell where nothing follows the tab.
        TABS: Cells parted by tabs.
        STROKES: Cells parted by upright strokes.
        RULE: A line drawn between the rows of a table with strokes.
    """

    BLANK = auto()
    WORDS = auto()
    CELL = auto()
    TABS = auto()
    STROKES = auto()
    RULE = auto()


def form_of(line: str) -> LineForm:
    r"""Return what a line may be.

    >>> [form_of(line).name for line in ("a b", "\ta", "a\t\tb", "甲 | 乙 |", "|---|---|", "\t\t")]
    ['WORDS', 'CELL', 'TABS', 'STROKES', 'RULE', 'BLANK']
    """
    if "\t" in line:
        return _form_with_tabs(line)
    if "|" in line or "｜" in line or "│" in line:
        return _form_of_strokes(line)
    if not line or line.isspace():
        return LineForm.BLANK
    return LineForm.RULE if line[0] in "+┌├└" and _RULE.fullmatch(line) and len(line) > 2 else LineForm.WORDS


def _form_with_tabs(line: str) -> LineForm:
    trimmed = line.strip(_BLANKS)
    count = trimmed.count("\t")
    if count == 1 and trimmed[0] == "\t":
        return LineForm.CELL
    if count > _MOST_CELLS:
        return LineForm.BLANK if trimmed.isspace() else LineForm.WORDS
    if trimmed.isspace():
        return LineForm.BLANK
    cells = [cell.strip() for cell in trimmed.split("\t")]
    is_rule = all(cell and not cell.strip("-—=") for cell in cells if cell) and len(cells[0]) > 2
    return LineForm.RULE if is_rule else LineForm.TABS


def _form_of_strokes(line: str) -> LineForm:
    if line.count("|") > _MOST_CELLS:
        return LineForm.WORDS
    return LineForm.RULE if "--" in line and _RULE.fullmatch(line) else LineForm.STROKES


def tabbed_row(line: str, number: int) -> TextRow:
    r"""Return the row of a line whose cells are parted by tabs.

    >>> tabbed_row("\t2\t<p>产值</p>\t", 7).texts
    ('', '2', '产值', '')
    """
    return _row(line.strip(_BLANKS).split("\t"), number)


def stroke_rows(lines: Sequence[tuple[str, int]]) -> list[TextRow]:
    """Return the rows of lines whose cells are parted by upright strokes.

    Where the first row and most others begin, or end, with a stroke, it is the border of the table; else a blank cell
    stands there.

    >>> [row.texts for row in stroke_rows([("甲 | 乙 |", 1), (" | 丙 |", 2)])]
    [('甲', '乙'), ('', '丙')]
    """
    parted = [(_STROKE.split(line.strip()), number) for line, number in lines]
    left, right = (
        not parted[0][0][side].strip() and 2 * sum(not cells[side] for cells, _ in parted) > len(parted)
        for side in (0, -1)
    )
    return [_row(_within(cells, left, right), number) for cells, number in parted]


def _within(cells: list[str], left: bool, right: bool) -> list[str]:
    start = 1 if left and not cells[0] and len(cells) > 1 else 0
    end = len(cells) - 1 if right and not cells[-1] and len(cells) - start > 1 else len(cells)
    return [cell.replace("\\|", "|") for cell in cells[start:end]]


def _row(cells: Sequence[str], number: int) -> TextRow:
    blank = TextCell("", number)
    lines_of_cells = ([Paragraph(text, number) for text in plain_lines(cell)] for cell in cells)
    return TextRow(tuple(TextCell.of(lines) if lines else blank for lines in lines_of_cells), number)
