"""The text of a document as paragraphs and tables, however their cells are set apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from civicplan.reading import Diagnostic, Reading
from civicplan.zh.document import Block, Document, Paragraph, TextRow, TextTable
from civicplan.zh.layout.html_blocks import page_blocks
from civicplan.zh.layout.html_lines import Page, is_html, page_of
from civicplan.zh.layout.html_shown import LeftOut
from civicplan.zh.layout.joining import joined
from civicplan.zh.layout.loose_cells import ADVERTISEMENT
from civicplan.zh.layout.loose_rows import LooseTable, loose_table
from civicplan.zh.layout.markup import plain_lines, without_struck
from civicplan.zh.layout.printed_rows import LineForm, form_of, stroke_rows, tabbed_row
from civicplan.zh.layout.source_lines import SourceLines, repaired_lines
from civicplan.zh.layout.table_words import are_headings, is_heading, is_listed, is_opening
from civicplan.zh.notices import at_line
from civicplan.zh.text.legible import check_legible, require_no_path, require_text
from civicplan.zh.text.repair import repair
from civicplan.zh.words.page_words import is_advertising


def document_of(text: str, name: str) -> Reading[Document]:
    r"""Return the paragraphs and the tables of a document, repaired, each with its line.

    Rows are recognised where their cells are parted by tabs or by upright strokes, as in Markdown, and where each cell
    has a line of its own below headings that are known, be there a tab before it or not. A row has the cells that are
    printed, so that rows need not be of one length. Headings that are repeated after a page break are left out, and the
    halves of a table are joined; diagnostics say where. A line that is the only row is running text.

    Args:
        text: The text of the document as it was decoded.
        name: What the document is called.

    Raises:
        ReadingError: It is no text, one that was read in another encoding, or the path of a file.
        InvalidTypeError: It is no string.
        MissingExtraError: The extra zh is not installed.

    >>> document = document_of("序号\t指标\t2025年\n1\t绿地（公顷）\t≥30\n注：略", "plan.txt").value
    >>> [row.texts for row in next(document.tables).rows]
    [('序号', '指标', '2025年'), ('1', '绿地（公顷）', '≥30')]
    >>> next(document.paragraphs)
    Paragraph(text='注：略', line=3, breaks=())
    """
    require_text(text)
    require_no_path(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if is_html(text):
        check_legible(text, name)
        return _page_document(page_of(text), name)
    return repair(text).bind(lambda repaired: _document(repaired.text.split("\n"), name))


def _document(lines: Sequence[str], name: str) -> Reading[Document]:
    left_out, noticed = LeftOut(), list[Diagnostic]()
    blocks = joined(_blocks(list(_without_struck(lines, left_out)), noticed), noticed)
    document = Document(name=name, blocks=tuple(blocks))
    return Reading(value=document, diagnostics=(*noticed, *left_out.said()))


def _without_struck(lines: Sequence[str], left_out: LeftOut) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        kept, struck = without_struck(line)
        left_out.struck([struck], number)
        yield kept


def _page_document(page: Page, name: str) -> Reading[Document]:
    """Return the blocks of a page; among its paragraphs may be tables, too, that are printed line by line."""
    repaired = repair("\n".join(line.text for line in page.lines))
    noticed = [*page.noticed, *(at_line(diagnostic, _numbers(page.lines)) for diagnostic in repaired.diagnostics)]
    found = page_blocks(page, repaired_lines(page.lines, repaired.value), noticed)
    blocks = joined(_with_printed_tables(found, noticed), noticed, is_page=True)
    return Reading(value=Document(name=name, blocks=tuple(blocks)), diagnostics=noticed)


def _with_printed_tables(blocks: Iterable[Block], noticed: list[Diagnostic]) -> Iterator[Block]:
    for is_text, run in groupby(blocks, key=_is_paragraph):
        if not is_text:
            yield from run
            continue
        paragraphs = [block for block in run if isinstance(block, Paragraph)]
        lines = SourceLines(paragraphs)
        said: list[Diagnostic] = []
        printed = joined(_blocks([paragraph.text for paragraph in paragraphs], said), said)
        yield from map(lines.block, printed)
        noticed += [at_line(diagnostic, _numbers(paragraphs)) for diagnostic in said]


def _numbers(lines: Iterable[Paragraph]) -> list[int]:
    return [line.line for line in lines]


def _is_paragraph(block: Block) -> bool:
    return isinstance(block, Paragraph)


def _blocks(lines: Sequence[str], noticed: list[Diagnostic]) -> Iterator[Block]:
    place = 0
    while place < len(lines):
        form = form_of(lines[place])
        if form in (LineForm.TABS, LineForm.STROKES):
            end = _end_of_rows(lines, place, form)
            yield from _table(lines, place, end, form, noticed)
            place = end
            continue
        may_begin = form in (LineForm.CELL, LineForm.WORDS)
        loose = loose_table(lines, place, noticed) if may_begin else LooseTable([], place + 1)
        if loose.rows:
            yield TextTable(tuple(loose.rows))
        else:
            for number, line in enumerate(lines[place : loose.end], place + 1):
                yield from _paragraphs(line, number, form)
        place = loose.end


def _end_of_rows(lines: Sequence[str], start: int, form: LineForm) -> int:
    """Return the position after rows that follow each other; a line without cells of its own may stand between two."""
    alike = {form, LineForm.RULE, LineForm.CELL} if form is LineForm.TABS else {form, LineForm.RULE}
    end = start + 1
    while end < len(lines):
        here = form_of(lines[end])
        if here not in alike and not (here is LineForm.WORDS and _stands_within(lines, end, form)):
            break
        end += 1
    return end


def _stands_within(lines: Sequence[str], place: int, form: LineForm) -> bool:
    """Return whether a line without cells stands within a table: rows go on below it, and they have no new headings."""
    if place + 1 >= len(lines) or form_of(lines[place + 1]) is not form:
        return False
    first_cell = re.split(r"[\t|｜]", lines[place + 1].strip(), maxsplit=1)[0]
    return not is_opening(lines[place].strip()) and not is_heading(first_cell.strip())


def _table(lines: Sequence[str], start: int, end: int, form: LineForm, noticed: list[Diagnostic]) -> Iterator[Block]:
    """The rows of some lines as a table; titles above it, and headings between its rows, are running text."""
    rows: list[TextRow] = []
    for row in _rows(lines, start, end, form):
        filled = [text for text in row.texts if text]
        if len(filled) == 1 and is_advertising(filled[0]):
            noticed.append(ADVERTISEMENT.at(row.line, filled[0]))
        elif _is_text(filled, rows) or (len(filled) == 1 and not rows):
            if rows:
                yield TextTable(tuple(rows))
            rows = []
            yield from _paragraphs(lines[row.line - 1], row.line, form)
        elif filled:
            rows.append(row)
    if rows:
        yield TextTable(tuple(rows))


def _rows(lines: Sequence[str], start: int, end: int, form: LineForm) -> Sequence[TextRow]:
    numbered = [(lines[place], place + 1) for place in range(start, end) if form_of(lines[place]) is not LineForm.RULE]
    if form is LineForm.TABS:
        return [tabbed_row(line, number) for line, number in numbered]
    return stroke_rows(numbered)


def _is_text(filled: Sequence[str], above: Sequence[TextRow]) -> bool:
    """Return whether cells are a line of the text: the title of a box, or the number of a heading and its words."""
    if len(filled) == 1:
        return is_opening(filled[0])
    return len(filled) == 2 and is_listed(filled[0]) and not (above and are_headings(above[0].texts))


def _paragraphs(line: str, number: int, form: LineForm) -> Iterator[Paragraph]:
    """The line as running text, without the strokes at its ends."""
    text = line.strip(" |｜\t") if form is LineForm.STROKES else line
    yield from (Paragraph(part, number) for part in plain_lines(text))
