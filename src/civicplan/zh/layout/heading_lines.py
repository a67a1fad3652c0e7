"""Heading lines: what a line says of itself where it is a heading of an outline or the title of a box."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple
from unicodedata import normalize

from civicplan.zh.document import Document, Paragraph
from civicplan.zh.language.numerals import whole_number
from civicplan.zh.words.list_numbers import ENCLOSED, LISTED, NUMBERED_HEADING
from civicplan.zh.words.numeral_words import DIGITS
from civicplan.zh.words.sentence_signs import SENTENCE_ENDS

#: No title of a heading or a box is longer; what is, is running text.
LONGEST_TITLE = 60
#: Signs that end or join sentences: a title has none of them within, and does not break off with one of the others.
_SENTENCE_SIGNS = frozenset(SENTENCE_ENDS + "!")
_OPEN_ENDS = "，,、：:"
_NUMBERED = re.compile(rf"{NUMBERED_HEADING}([\s、:：.．]{{0,5}})")
_LISTED, _ENCLOSED = re.compile(LISTED), re.compile(ENCLOSED)
_BOX = re.compile(
    rf"专\s{{0,2}}栏\s{{0,3}}([0-9]{{1,3}}(?:[-—–.][0-9]{{1,3}})?|[0-9{DIGITS}十百]{{1,4}})([\s、:：.．]{{0,5}})"
)
_NUMBERS = (_NUMBERED, _LISTED, _ENCLOSED, _BOX)
#: What stands between a title and its page in a table of contents, where there is no tab.
_LEADERS = ("..", "…", "··", "--", "—")


class Form(IntEnum):
    """The forms of headings, the highest first; the title of a box stands outside of their ranks."""

    PART = 1
    CHAPTER = 2
    SECTION = 3
    LISTED = 4
    ENCLOSED = 5
    BOX = 6


_FORMS = {"篇": Form.PART, "编": Form.PART, "部分": Form.PART, "章": Form.CHAPTER, "节": Form.SECTION}
#: The forms whose number stands between 第 and a word, which running text uses as well.
NUMBERED = (Form.PART, Form.CHAPTER, Form.SECTION)


class HeadingLine(NamedTuple):
    """A line in the form of a heading.

    Attributes:
        form: Its form.
        number: Its number as printed, with what belongs to it: 第一章, 一、 or （一）; of a box the number alone.
        order: The number itself; None for that of a box in parts, such as 3-1.
        title: The words after the number; blank where the title stands in the next line.
        line: The number of the line.
        page: The page that a table of contents prints after the title.
        is_apart: Whether a blank or a sign parts number and title, as running text never does.
    """

    form: Form
    number: str
    order: int | None
    title: str
    line: int
    page: str | None = None
    is_apart: bool = True

    @property
    def key(self) -> tuple[Form, int | None, str]:
        """What tells it from other headings, however blanks are set."""
        return self.form, self.order, skeleton(self.title)

    @property
    def heading(self) -> str:
        """The number and the title as one text."""
        joint = " " if self.form in NUMBERED and self.title else ""
        return f"{self.number}{joint}{self.title}"


class Line(NamedTuple):
    """A line of a document, be it one of its running text or a row of a table.

    Attributes:
        text: The words; of a row its cells that are not blank, parted by tabs.
        line: The number of the line.
        is_row: Whether it is a row of a table.
    """

    text: str
    line: int
    is_row: bool = False


def lines_and_rows(document: Document) -> Iterator[Line]:
    """The lines of a document, rows of tables among them: the tab before a page makes a row of an entry."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield Line(block.text, block.line)
        else:
            for row in block.rows:
                filled = (" ".join(text.split()) for text in row.texts)
                yield Line("\t".join(filter(None, filled)), row.line, is_row=True)


def skeleton(text: str) -> str:
    """Return a text without its blanks and in signs of one width, by which titles are compared.

    >>> skeleton("第一节 发展　成就（上）")
    '第一节发展成就(上)'
    """
    return "".join(normalize("NFKC", text).split())


def heading_line(line: Line) -> HeadingLine | None:
    """Return what a line says of itself as a heading; None for running text and for the rows of tables.

    >>> heading_line(Line("第十章 着力打造新格局	76", 51))[1:4]
    ('第十章', 10, '着力打造新格局')
    >>> heading_line(Line("第十九条 本办法自印发之日起施行", 8)) is None
    True
    """
    text, page = split_page(line.text.strip(" \t#*").replace("**", ""))
    found = _of_numbered(text, line.line, page) or _of_list(text, line.line, page) or _of_box(text, line.line, page)
    if found is None or not _may_be_title(found.title):
        return None
    if line.is_row and not (_stands_alone(found, text) if page is None else _is_entry(text)):
        return None
    return found


def split_page(text: str, *, at_blank: bool = False) -> tuple[str, str | None]:
    """Return a line without the page that a table of contents prints at its end, and the page.

    Args:
        text: The line.
        at_blank: Whether one blank before a number is enough to make it a page, as within a table of contents.
    """
    before = text.rstrip("0123456789")
    page = text[len(before) :]
    title = before.rstrip()
    is_parted = before.endswith(("\t", "  ", " \u3000") + ((" ",) if at_blank else ())) or title.endswith(_LEADERS)
    if not (1 <= len(page) <= 4 and title and is_parted):
        return text, None
    return title.rstrip(".…·—- \t"), page


def _of_numbered(text: str, line: int, page: str | None) -> HeadingLine | None:
    match = _NUMBERED.match(text)
    if match is None:
        return None
    number, rest = f"第{match[1]}{match[2]}", text[match.end() :]
    is_apart = bool(match[3]) or not rest
    return HeadingLine(_FORMS[match[2]], number, whole_number(match[1]), _title(rest), line, page, is_apart)


def _of_list(text: str, line: int, page: str | None) -> HeadingLine | None:
    """Return a heading 一、 or （一）, whose title may stand at the head of a paragraph, up to the first full stop."""
    for pattern, form in ((_LISTED, Form.LISTED), (_ENCLOSED, Form.ENCLOSED)):
        if (match := pattern.match(text)) is not None:
            title = text[match.end() : match.end() + LONGEST_TITLE + 1].partition("。")[0]
            number = f"{match[1]}、" if form is Form.LISTED else f"（{match[1]}）"
            return HeadingLine(form, number, whole_number(match[1]), _title(title), line, page)
    return None


def _of_box(text: str, line: int, page: str | None) -> HeadingLine | None:
    match = _BOX.match(text)
    if match is None:
        return None
    rest = text[match.end() :]
    return HeadingLine(Form.BOX, match[1], whole_number(match[1]), _title(rest), line, page, bool(match[2]) or not rest)


def _title(words: str) -> str:
    return " ".join(words.split())


def _may_be_title(title: str) -> bool:
    return len(title) <= LONGEST_TITLE and not title.endswith(tuple(_OPEN_ENDS)) and _SENTENCE_SIGNS.isdisjoint(title)


def _is_entry(text: str) -> bool:
    """Return whether the cells of a row before its page are those of an entry: the title, with its number before it."""
    number, *others = text.split("\t")
    return not others or (len(others) == 1 and any(pattern.fullmatch(number) for pattern in _NUMBERS))


def _stands_alone(found: HeadingLine, text: str) -> bool:
    """Return whether a row of a table holds nothing but a heading, in one cell or two."""
    if found.form not in (*NUMBERED, Form.BOX):
        return False
    cells = text.split("\t")
    pattern = _BOX if found.form is Form.BOX else _NUMBERED
    return len(cells) == 1 or (len(cells) == 2 and pattern.fullmatch(cells[0]) is not None)
