"""Outline: the headings of a plan and its boxes, checked against the table of contents."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from attrs import define, field, frozen

from civicplan.model import Section
from civicplan.model.outline import SectionLevel
from civicplan.reading import Diagnostic, Reading
from civicplan.zh.document import Document
from civicplan.zh.layout.heading_lines import (
    LONGEST_TITLE,
    NUMBERED,
    Form,
    HeadingLine,
    Line,
    heading_line,
    lines_and_rows,
    skeleton,
)
from civicplan.zh.notices import Notice, line_of
from civicplan.zh.plans.contents import compared, split_contents

#: A title that ends with one of these, or in which one of the brackets stays open, goes on in the next line.
_GOES_ON = ("和", "与", "及", "、", "的", "暨", "—", "“", "《")
_BRACKETS = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"), ("〔", "〕"), ("‘", "’"))
#: So many paragraphs stand around a table as its title and its notes.
_MOST_AROUND_A_TABLE = 6
#: No title is broken over more lines.
_MOST_LINES = 3

OUT_OF_ORDER = Notice(
    "heading-out-of-order",
    "The number does not follow that of the heading before it; the heading was taken where it stands.",
    left_out=False,
)
NOT_A_HEADING = Notice(
    "not-a-heading",
    "Its number does not follow that of the heading before it; the line was taken for running text.",
)
REPEATED = Notice("repeated-heading", "The same heading stands already in line {other}; it was left out.")
JOINED = Notice("joined-title", "The title was put together from {count} lines, as it was broken off.", left_out=False)
NO_TITLE = Notice("heading-without-title", "No title stands beside the number or below it.", left_out=False)
NO_OUTLINE = Notice(
    "no-outline",
    "No line has the form of a heading, such as 第一章 or 一、, so that there is no outline.",
    left_out=False,
)


@frozen(kw_only=True)
class OutlineBox:
    """The title of a box, and where in the outline it stands.

    Attributes:
        number: The number as printed.
        title: The title.
        line: The number of the line with the title.
        path: The headings above it, the highest first.
    """

    number: str
    title: str
    line: int
    path: tuple[str, ...] = ()


@frozen
class Outline:
    """The headings of a document in their ranks, and its boxes.

    Attributes:
        sections: The headings of the highest rank, each with those below it.
        boxes: The titles of the boxes, in their order.
        lines: The numbers of the lines of all of them, in their order.
    """

    sections: tuple[Section, ...]
    boxes: tuple[OutlineBox, ...]
    lines: tuple[int, ...]


def read_outline(document: Document) -> Reading[Outline]:
    """Return the headings and the boxes of a document, and where it differs from its table of contents.

    Headings are lines such as 第一篇, 第二章, 第三节, 一、 and （一）, with a title that ends no sentence. A line whose
    number does not follow is a heading only where a blank parts number and title, or the table of contents has it:
    running text begins with such words, too. The headings 一、 rank below a 节 where the document has any, and are
    sections else.

    >>> from civicplan.zh.document import Paragraph
    >>> lines = ("第一章 基础", "第一节 成就", "专栏1 荣誉", "第二章 目标")
    >>> plan = Document(name="plan", blocks=tuple(Paragraph(text, row) for row, text in enumerate(lines, start=1)))
    >>> outline = read_outline(plan).value
    >>> [str(section.title) for section in outline.sections], outline.boxes[0].path
    (['第一章 基础', '第二章 目标'], ('第一章 基础', '第一节 成就'))
    """
    contents = split_contents(tuple(lines_and_rows(document)))
    said: list[Diagnostic] = []
    headings = list(_in_order(_whole(contents.body, contents.entries, said), contents.entries, said))
    said += compared(contents.entries, headings)
    if all(heading.form is Form.BOX for heading in headings) and not _is_mere_table(document):
        said.append(NO_OUTLINE.at(1))
    return Reading(value=_outline(headings, document), diagnostics=sorted(said, key=line_of))


def _is_mere_table(document: Document) -> bool:
    """Return whether a document is a table and little else: its title and a few notes need no headings."""
    return any(document.tables) and sum(1 for _ in document.paragraphs) <= _MOST_AROUND_A_TABLE


def _whole(body: Sequence[Line], entries: Iterable[HeadingLine], said: list[Diagnostic]) -> Iterator[HeadingLine]:
    """Yield the headings of the body, with the titles put together that go over several lines."""
    titles: dict[tuple[Form, int | None], set[str]] = {}
    for entry in entries:
        titles.setdefault((entry.form, entry.order), set()).add(skeleton(entry.title))
    next_place = 0
    for place, line in enumerate(body):
        heading = heading_line(line) if place >= next_place else None
        if heading is None:
            continue
        rest = _rest(heading.title, tuple(_following(body, place)), titles.get((heading.form, heading.order), set()))
        next_place = place + 1 + len(rest)
        whole = heading._replace(title=" ".join("".join((heading.title, *rest)).split()))
        if len(rest) > (0 if heading.title else 1):
            said.append(JOINED.at(whole.line, whole.heading, count=len(rest) + bool(heading.title)))
        yield whole


def _following(body: Sequence[Line], place: int) -> Iterator[Line]:
    """Yield the lines below a heading that may be the rest of its title: short ones that end no sentence."""
    for before, line in zip(body[place : place + _MOST_LINES - 1], body[place + 1 : place + _MOST_LINES], strict=False):
        is_near = line.line - before.line <= 2
        is_short = len(line.text) <= LONGEST_TITLE and not line.text.endswith(("。", "；", ";", "：", ":"))
        if line.is_row or not (is_near and is_short) or heading_line(line) is not None:
            return
        yield line


def _rest(title: str, following: Sequence[Line], known: Container[str]) -> tuple[str, ...]:
    """Return the further lines of a title: as the table of contents has it, or as far as it is broken off."""
    texts = [line.text for line in following]
    for count in range(len(texts) + 1):
        if skeleton("".join((title, *texts[:count]))) in known:
            return tuple(texts[:count])
    count = 0
    while count < len(texts) and (not title or _is_broken_off(title)):
        title = title + texts[count]
        count += 1
    return tuple(texts[:count])


def _is_broken_off(title: str) -> bool:
    is_open = any(title.count(opening) > title.count(closing) for opening, closing in _BRACKETS)
    return is_open or title.endswith(_GOES_ON)


@define
class _Order:
    """The number of the last heading of a form, and whether one of a higher rank has stood since."""

    last: dict[Form, int] = field(factory=dict)
    fresh: set[Form] = field(factory=lambda: set(Form))

    def follows(self, heading: HeadingLine) -> bool:
        """Return whether the number is the next one, or the first below a new heading."""
        if heading.order is None:
            return heading.form is Form.BOX
        is_first = heading.order == 1 and heading.form in self.fresh
        return is_first or heading.order == self.last.get(heading.form, 0) + 1

    def take(self, heading: HeadingLine) -> None:
        """Count the heading."""
        if heading.order is not None:
            self.last[heading.form] = heading.order
        if heading.form is Form.BOX:
            return
        self.fresh.discard(heading.form)
        lower = {form for form in Form if heading.form < form < Form.BOX}
        self.fresh |= lower
        for form in lower - {Form.CHAPTER}:
            self.last.pop(form, None)


def _in_order(
    headings: Iterable[HeadingLine], entries: Iterable[HeadingLine], said: list[Diagnostic]
) -> Iterator[HeadingLine]:
    """Yield the headings without what only looks like one; of each doubt it is said what was done."""
    known = {entry.key for entry in entries}
    seen: dict[tuple[Form, int | None, str], int] = {}
    order = _Order()
    for heading in headings:
        if not order.follows(heading):
            if order.last.get(heading.form) == heading.order and heading.key in seen:
                said.append(REPEATED.at(heading.line, heading.heading, other=seen[heading.key]))
                continue
            is_one = heading.key in known or (heading.form in (*NUMBERED, Form.BOX) and heading.is_apart)
            said.append((OUT_OF_ORDER if is_one else NOT_A_HEADING).at(heading.line, heading.heading))
            if not is_one:
                continue
        if not heading.title:
            said.append(NO_TITLE.at(heading.line, heading.heading))
        order.take(heading)
        seen[heading.key] = heading.line
        yield heading


@define
class _Node:
    """A heading, with those below it."""

    heading: HeadingLine
    below: list[_Node] = field(factory=list)


def _outline(headings: Sequence[HeadingLine], document: Document) -> Outline:
    levels = _levels({heading.form for heading in headings})
    top: list[_Node] = []
    above: list[_Node] = []
    boxes = []
    for heading in headings:
        if heading.form is Form.BOX:
            path = tuple(node.heading.heading for node in above)
            title = heading.title or heading.number
            boxes.append(OutlineBox(number=heading.number, title=title, line=heading.line, path=path))
        elif heading.form in levels:
            while above and above[-1].heading.form >= heading.form:
                above.pop()
            node = _Node(heading)
            (above[-1].below if above else top).append(node)
            above.append(node)
    sections = tuple(_section(node, levels, document) for node in top)
    return Outline(sections, tuple(boxes), tuple(heading.line for heading in headings))


def _levels(forms: set[Form]) -> dict[Form, SectionLevel]:
    """Return the rank of each form: 一、 and （一） are the two ranks below what stands above them."""
    levels = {Form.PART: SectionLevel.PART, Form.CHAPTER: SectionLevel.CHAPTER, Form.SECTION: SectionLevel.SECTION}
    if Form.SECTION in forms:
        return {**levels, Form.LISTED: SectionLevel.ITEM}
    if Form.LISTED in forms:
        return {**levels, Form.LISTED: SectionLevel.SECTION, Form.ENCLOSED: SectionLevel.ITEM}
    return {**levels, Form.ENCLOSED: SectionLevel.SECTION}


def _section(node: _Node, levels: dict[Form, SectionLevel], document: Document) -> Section:
    heading = node.heading
    return Section(
        level=levels[heading.form],
        title={"zh": heading.heading},
        sections=tuple(_section(inner, levels, document) for inner in node.below),
        source=document.source(heading.line),
    )
