"""What the sheets and columns of a plan are, told from the table of sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicplan.tables.workbook.sheets import SHEETS, PlanSheet

HEADINGS = ("sheet", "column", "needed", "what a cell holds", "meaning")
_RULES = (
    "Fill in one row of the sheet plan, then a row for each indicator, target, observation and so on. Sheets that are "
    "not needed stay empty.",
    "A row of a sheet such as targets names the indicator that it belongs to by its id.",
    "Figures are text, so that 95.0 keeps its zero.",
    "Several texts in one cell have ; between them. A backslash before ; \\ or a blank keeps it as a part of a text.",
    "Words in several languages have a column for each, headed by the language: name [zh], name [en].",
    "A heading with a number, such as notes (2), goes on with the text of the column without it.",
    "A plan has no other sheets and columns. This sheet is not read.",
)


def about_rows() -> Iterator[tuple[str, ...]]:
    """Yield the rows of the sheet that explains the others, the first of them its headings."""
    yield HEADINGS
    for rule in _RULES:
        yield "", "", "", "", rule
    for sheet in SHEETS:
        yield from sheet_rows(sheet)


def sheet_rows(sheet: PlanSheet) -> Iterator[tuple[str, ...]]:
    """Yield a row for each column of a sheet: the sheet, the heading, when it is needed, what it holds and means."""
    for column in (*sheet.owner_columns, *sheet.columns):
        yield sheet.name, column.heading, column.needed, column.holds, in_sheets(column.meaning)


def in_sheets(meaning: str) -> str:
    """Return what a docstring says of a field in the words of sheets, in which nothing is None.

    >>> in_sheets("Its weight; None where there is none. None counts all.")
    'Its weight; a blank cell where there is none. A blank cell counts all.'
    """
    return re.sub(r"\bNone\b", "a blank cell", re.sub(r"(^|[.:] )None\b", r"\1A blank cell", meaning))
