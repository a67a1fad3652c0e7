"""Blocks and diagnostics of lines that were taken out of a document, with the numbers that these have in it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from civicplan.reading import Diagnostic
from civicplan.zh.document import Block, Paragraph, TextCell, TextRow, TextTable

_PLACE = "line "


def renumbered(block: Block, numbers: Sequence[int]) -> Block:
    """Return a block of lines that are counted from 1 with the number of each line in the document.

    >>> renumbered(Paragraph("略", 2), [10, 14])
    Paragraph(text='略', line=14)
    """
    if isinstance(block, Paragraph):
        return Paragraph(block.text, numbers[block.line - 1])
    return TextTable(tuple(_row(row, numbers) for row in block.rows))


def _row(row: TextRow, numbers: Sequence[int]) -> TextRow:
    return row._replace(cells=tuple(_cell(cell, numbers) for cell in row.cells), line=numbers[row.line - 1])


def _cell(cell: TextCell, numbers: Sequence[int]) -> TextCell:
    count = cell.text.count("\n") + 1
    each = tuple(numbers[line - 1] for line in cell.line_numbers or range(cell.line, cell.line + count))
    is_one_run = each == tuple(range(each[0], each[0] + count))
    return TextCell(cell.text, each[0], () if is_one_run else each)


def at_line(diagnostic: Diagnostic, numbers: Sequence[int]) -> Diagnostic:
    """Return a diagnostic of a line that is counted from 1 with the number of the line in the document.

    >>> at_line(Diagnostic(code="odd", place="line 2", text="", message="It is odd."), [10, 14]).place
    'line 14'
    """
    return evolve(diagnostic, place=f"{_PLACE}{numbers[int(diagnostic.place.removeprefix(_PLACE)) - 1]}")
