"""Documents of tables whose cells are parted by tabs, put into blocks by hand."""

from __future__ import annotations

from civicplan.zh.document import Block, Document, Paragraph, TextCell, TextRow, TextTable


def tabbed(text: str, first_line: int = 1) -> Document:
    """Return a document in which lines with tabs are rows, repeated headings left out, and other lines paragraphs."""
    blocks: list[Block] = []
    rows: list[TextRow] = []
    for line, words in enumerate(text.split("\n"), start=first_line):
        if "\t" in words:
            row = TextRow(tuple(TextCell(cell.strip(), line) for cell in words.split("\t")), line)
            rows += [] if row.texts in [above.texts for above in rows[:2]] else [row]
        elif words.strip():
            blocks += [TextTable(tuple(rows))] if rows else []
            rows = []
            blocks.append(Paragraph(words.strip(), line))
    return Document(name="the text", blocks=(*blocks, *([TextTable(tuple(rows))] if rows else [])))
