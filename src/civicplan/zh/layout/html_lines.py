"""HTML taken apart: its lines of text, each with its line in the source, and the tables whose cells they fill."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any, TypeAlias

from attrs import define, field

from civicplan.errors import MissingExtraError
from civicplan.reading import Diagnostic
from civicplan.zh.document import Paragraph
from civicplan.zh.layout.html_shown import UNSEEN, LeftOut, is_hidden, is_struck
from civicplan.zh.layout.source_lines import breaks_behind_tags, breaks_of
from civicplan.zh.notices import Notice

#: Before and after these a new line begins.
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt"),
        *("fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main"),
        *("nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr"),
        "ul",
    )
)
#: What stands for the place of digits that are set behind others.
_RAISED = {"sup": "^", "sub": "_"}
#: In these, line breaks of the source are kept. A title shows only where it stands outside of the head.
_KEPT = frozenset(("pre", "title"))
#: The parser counts lines no further than this.
_LAST_COUNTED = 65_535
#: No table has more columns.
MOST_COLUMNS = 40
_MOST_ROWS = 2000
_BEGIN = re.compile(r"\s*<(?:!--|!doctype html|\?xml)", re.IGNORECASE)
_WHOLE = re.compile(r"<(?:html|body|table)\b[^<>]{0,500}>", re.IGNORECASE)
_PART = re.compile(r"\s*<(?:head|meta|div|p|article|section|span|h[1-6]|ul|ol)\b", re.IGNORECASE)
#: Browsers begin a new line at it also where no paragraph is open; the parser passes it over.
_END_WITHIN_DIGITS = re.compile(r"(?<=[0-9])</p\s{0,9}>(?=[0-9])", re.IGNORECASE)
_TAB_WITHIN = re.compile(r"\S\t+\S")
_SPACE = re.compile(r"[ \t\r\f\v\n]+")
_HAN = "\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"
_WRAPPED = re.compile(rf"(?<=[{_HAN}])[ \t]*\n[ \t\n]*(?=[{_HAN}])")

TOO_DEEP = Notice(
    "nested-too-deeply",
    "From here on the HTML is nested too deeply to be read, and the rest of it was left out. Save the page as text, "
    "and read that.",
)


@define(kw_only=True)
class HtmlCell:
    """A cell of a table as it stands in HTML.

    Attributes:
        content: The lines in it, by their position among all, and the tables.
        columns: Over how many columns it is merged.
        rows: Over how many rows it is merged.
        line: The number of the line where it begins.
        has_link: Whether a link stands in it.
        has_text: Whether text stands in it outside of links.
    """

    content: list[int | HtmlTable]
    columns: int
    rows: int
    line: int
    has_link: bool = False
    has_text: bool = False


@define
class HtmlTable:
    """A table as it stands in HTML.

    Attributes:
        rows: Its rows of cells.
        outside: What stands in it outside of its cells, such as its title.
    """

    rows: list[list[HtmlCell]] = field(factory=list)
    outside: list[int | HtmlTable] = field(factory=list)


Content: TypeAlias = list[int | HtmlTable]


@define(kw_only=True)
class Page:
    """The text of a page.

    Attributes:
        lines: Its lines, each with the lines of the source over which it is wrapped.
        content: The lines outside of tables, by their position, and the tables.
        tables: All tables, those within others before these.
        noticed: What was left out.
    """

    lines: list[Paragraph] = field(factory=list)
    content: Content = field(factory=list)
    tables: list[HtmlTable] = field(factory=list)
    noticed: list[Diagnostic] = field(factory=list)


def is_html(text: str) -> bool:
    r"""Return whether a text is HTML, and not plain text in which some tags were left.

    >>> is_html("<!DOCTYPE html><p>绿化</p>"), is_html("绿化\t<p>一期</p>"), is_html("如下：<table border=1><tr><td>甲")
    (True, False, True)
    """
    if _BEGIN.match(text) or _WHOLE.search(text):
        return True
    return _PART.match(text) is not None and not _TAB_WITHIN.search(text)


def page_of(text: str) -> Page:
    """Return the lines and the tables of HTML.

    Raises:
        MissingExtraError: The extra zh is not installed.
    """
    root, noticed = _parsed(text)
    walk = _Walk()
    if root is not None:
        walk.through(root)
    page = walk.page
    page.noticed = noticed
    page.noticed += walk.left_out.said()
    return page


def _parsed(text: str) -> tuple[Any, list[Diagnostic]]:
    """Return the root of HTML, and from which line on the parser gave up."""
    try:
        html: Any = import_module("lxml.html")
        etree: Any = import_module("lxml.etree")
    except ImportError as error:
        raise MissingExtraError("reading Chinese documents", "civicplan[zh]") from error
    parted = breaks_behind_tags(_END_WITHIN_DIGITS.sub(lambda end: f"{end[0]} ", text))
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = html.document_fromstring(parted.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # of a page without any element
        return None, []
    limits = [entry.line for entry in parser.error_log if "RESOURCE_LIMIT" in entry.type_name]
    return root, [TOO_DEEP.at(max(limits[0], 1))] if limits else []


class _Walk:
    """One way through the elements of a page, with what is open at each of them."""

    def __init__(self) -> None:
        self.page = Page()
        self.left_out = LeftOut()
        self._content: Content = self.page.content
        self._cell: HtmlCell | None = None
        self._tables: list[HtmlTable] = []
        self._outer: list[tuple[Content, HtmlCell | None]] = []
        self._parts: list[tuple[str, int]] = []
        self._is_blank = True
        self._at = 1
        self._links = self._kept = self._struck = 0

    def through(self, root: Any) -> None:
        """Take in all elements below one."""
        etree: Any = import_module("lxml.etree")
        walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walker:
            if event == "start" and self._is_seen(element):
                self._start(element)
                continue
            if event == "start":
                self._pass_by(element)
                walker.skip_subtree()
                continue
            if event != "end":
                self._find(element)
            elif self._is_seen(element):
                self._end(element.tag)
                self._struck -= is_struck(element)
            self._text(element.tail)
        self._break()

    def _is_seen(self, element: Any) -> bool:
        return element.tag not in UNSEEN and not is_hidden(element)

    def _pass_by(self, element: Any) -> None:
        """Count the lines of what is not seen, and say so where it is text."""
        self._find(element)
        texts = list(element.itertext())
        if element.tag not in UNSEEN:
            self.left_out.hidden(texts, self._at)
        self._at += sum(text.count("\n") for text in texts)

    def _find(self, element: Any) -> None:
        """Take the line of an element from the parser, as far as that counts."""
        line = element.sourceline or 0
        self._at = line if 0 < line < _LAST_COUNTED else max(self._at, line)

    def _start(self, element: Any) -> None:
        self._find(element)
        tag = element.tag
        if is_struck(element):
            if not self._struck:
                self.left_out.struck(element.itertext(), self._at)
            self._struck += 1
        if tag in BLOCKS:
            self._break()
        if tag == "table":
            self._outer.append((self._content, self._cell))
            self._tables.append(HtmlTable())
            self._content, self._cell = self._tables[-1].outside, None
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            self._start_cell(element)
        elif tag in _RAISED and self._ends_with_digit() and (element.text or "")[:1].isdecimal():
            self._add(_RAISED[tag])
        self._links += tag == "a"
        self._kept += tag in _KEPT
        self._text(element.text)

    def _ends_with_digit(self) -> bool:
        return bool(self._parts) and self._parts[-1][0][-1:].isdecimal()

    def _start_cell(self, element: Any) -> None:
        rows = self._tables[-1].rows or [[]]
        columns, merged = (_span(element, name) for name in ("colspan", "rowspan"))
        self._cell = HtmlCell(
            content=[], columns=min(columns, MOST_COLUMNS), rows=min(merged, _MOST_ROWS), line=self._at
        )
        self._content = self._cell.content
        rows[-1].append(self._cell)
        self._tables[-1].rows = rows

    def _end(self, tag: str) -> None:
        if tag in BLOCKS:
            self._break()
        if tag == "table" and self._tables:
            table = self._tables.pop()
            self._content, self._cell = self._outer.pop()
            self._content.append(table)
            self.page.tables.append(table)
        elif tag in ("td", "th") and self._tables:
            self._content, self._cell = self._tables[-1].outside, None
        self._links -= tag == "a"
        self._kept -= tag in _KEPT

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self._kept:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._break()
                    self._at += 1
                self._add(line)
        else:
            self._add(text)
            self._at += text.count("\n")

    def _add(self, text: str) -> None:
        if self._struck:
            return
        if text.strip():
            self._is_blank = False
            if self._cell is not None:
                self._cell.has_link |= self._links > 0
                self._cell.has_text |= self._links == 0
        self._parts.append((text, self._at))

    def _break(self) -> None:
        """End a line of text."""
        joined = "".join(text for text, _ in self._parts)
        text = joined.replace("\r", " ") if self._kept else _SPACE.sub(" ", _WRAPPED.sub("", joined)).strip()
        if not self._is_blank:
            self._content.append(len(self.page.lines))
            (_, line), *breaks = breaks_of(self._parts, text)
            self.page.lines.append(Paragraph(text, line, tuple(breaks)))
        self._parts.clear()
        self._is_blank = True


def _span(element: Any, name: str) -> int:
    """Return over how many columns or rows a cell is merged."""
    digits = (element.get(name) or "")[:10].strip()
    return max(int(digits), 1) if digits.isascii() and digits.isdecimal() else 1
