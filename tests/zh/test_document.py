"""Documents as blocks with lines, and what is said of a line."""

from __future__ import annotations

from civicplan.zh.document import Document, Paragraph, TextCell, TextRow, TextTable
from civicplan.zh.notices import Notice

TABLE = TextTable((TextRow((TextCell("序号", 4), TextCell("任务", 4)), 4), TextRow((TextCell("1", 5),), 5)))


def test_a_document_keeps_the_order_of_its_blocks_and_their_lines() -> None:
    document = Document(name="tasks.txt", blocks=(Paragraph("任务清单", 2), TABLE, Paragraph("注：略", 7)))
    assert [paragraph.line for paragraph in document.paragraphs] == [2, 7]
    assert [(table.line, table.rows[0].texts) for table in document.tables] == [(4, ("序号", "任务"))]
    assert str(document.source(5, "3")) == "tasks.txt, box 3, line 5"


def test_a_notice_shows_what_is_invisible_in_its_words() -> None:
    noticed = Notice("odd", "It is {what}.", left_out=False).at(3, "甲\x1b乙", what="\u202e5")
    assert (noticed.place, noticed.left_out) == ("line 3", False)
    assert str(noticed) == r"line 3: '甲\x1b乙': It is \u202e5."
