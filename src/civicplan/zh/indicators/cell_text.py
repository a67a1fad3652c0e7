"""What a cell says in words, and whether it says anything."""

from __future__ import annotations

import re

from civicplan.tables.cell_words import BLANKS
from civicplan.tables.uniform import uniform
from civicplan.zh.document import TextRow

#: A line break within Chinese words, which have no blanks between them.
_BREAK_IN_WORD = re.compile(r"(?<=[\u4e00-\u9fff])\n(?=[\u4e00-\u9fff(（])")


def word_in(row: TextRow, place: int) -> str:
    """Return what stands in a cell of a row, on one line."""
    return printable(row.cells[place].text)


def printable(text: str) -> str:
    """Return a text on one line, without what no page shows."""
    shown = "".join(sign for sign in _BREAK_IN_WORD.sub("", text) if sign.isprintable() or sign.isspace())
    return " ".join(shown.split())


def is_blank(text: str) -> bool:
    """Return whether a cell says nothing.

    >>> is_blank("—"), is_blank("0")
    (True, False)
    """
    return len(text) < 40 and uniform(text) in BLANKS
