"""The table of contents of a plan: where it stands, and what stands in it alone or in the body alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from civicplan.reading import Diagnostic
from civicplan.zh.layout.heading_lines import Form, HeadingLine, Line, heading_line, skeleton, split_page
from civicplan.zh.notices import Notice

_TITLES = frozenset({"目录", "目次"})
#: So many headings with pages at the head of a document are its table of contents, where no title says so.
_FEWEST_ENTRIES = 3

ONLY_IN_CONTENTS = Notice(
    "heading-not-in-body", "The table of contents names this heading, and the body has no line with it."
)
ONLY_IN_BODY = Notice(
    "heading-not-in-contents",
    "The table of contents does not name this heading; it was taken from the body.",
    left_out=False,
)
OTHER_TITLE = Notice(
    "heading-differs",
    "The table of contents names this heading “{title}” (line {other}); the title of the body was taken.",
    left_out=False,
)


class Contents(NamedTuple):
    """The entries of a table of contents, and the lines that follow it.

    Attributes:
        entries: Its entries; none where the document has no table of contents.
        body: The lines of the document after it.
    """

    entries: tuple[HeadingLine, ...]
    body: tuple[Line, ...]


def split_contents(lines: Sequence[Line]) -> Contents:
    """Return the table of contents and what follows it.

    It stands below the words 目录 and ends before the first heading that stands there for the second time, or else
    after the last heading with a page. Without these words, three or more headings with pages that no other heading
    interrupts are one.
    """
    title = next((place for place, line in enumerate(lines) if skeleton(line.text) in _TITLES), None)
    found = list(_headings(lines, 0 if title is None else title + 1))
    end = None if title is None else _place_of_second(found)
    if end is None:
        paged = _paged(found)
        end = paged[-1][0] + 1 if len(paged) >= (_FEWEST_ENTRIES if title is None else 1) else None
    if end is None:
        return Contents((), tuple(lines))
    entries = tuple(_entry(heading) for place, heading in found if place < end)
    return Contents(entries, tuple(lines[end:]))


def _headings(lines: Sequence[Line], start: int) -> Iterator[tuple[int, HeadingLine]]:
    """Yield the headings among the lines, each with its place; a title broken before its page is put together."""
    for place in range(start, len(lines)):
        found = heading_line(lines[place])
        if found is None:
            continue
        following = lines[place + 1] if place + 1 < len(lines) else None
        if found.page is None and following is not None and heading_line(following) is None:
            rest, page = split_page(following.text)
            if page is not None and following.line - found.line == 1:
                yield place + 1, found._replace(title=f"{found.title}{rest}", page=page)
                continue
        yield place, found


def _paged(found: Iterable[tuple[int, HeadingLine]]) -> list[tuple[int, HeadingLine]]:
    """Return the first headings, as far as each of them has a page."""
    paged = []
    for place, heading in found:
        if heading.page is None:
            break
        paged.append((place, heading))
    return paged


def _place_of_second(found: Sequence[tuple[int, HeadingLine]]) -> int | None:
    """Return the place at which the body begins: that of the second heading with the number of the first entry.

    A heading of the same rank that repeats an entry tells that the body has begun.
    """
    entries: set[tuple[Form, int | None, str]] = set()
    begins = None
    for place, heading in found:
        first = found[0][1]
        if heading.form is not first.form:
            continue
        key = _entry(heading).key
        if entries and heading.order == first.order:
            begins = place
        if key in entries:
            return place if begins is None else begins
        entries.add(key)
    return None


def _entry(heading: HeadingLine) -> HeadingLine:
    """Return an entry without the page that only one blank parts from its title."""
    if heading.page is not None:
        return heading
    title, page = split_page(heading.title, at_blank=True)
    return heading._replace(title=title, page=page)


def compared(entries: Sequence[HeadingLine], body: Sequence[HeadingLine]) -> Iterator[Diagnostic]:
    """Yield what stands in the table of contents or in the body alone, as far down as the table of contents goes."""
    forms = {entry.form for entry in entries}
    ranked = [heading for heading in body if heading.form in forms]
    lacking = _without(entries, ranked)
    added: dict[tuple[Form, int | None, int], HeadingLine] = {}
    for chapter, heading in _in_chapters(_without(ranked, entries), ranked):
        added.setdefault((heading.form, heading.order, chapter), heading)
    for chapter, entry in _in_chapters(lacking, entries):
        other = added.pop((entry.form, entry.order, chapter), None)
        if other is None:
            yield ONLY_IN_CONTENTS.at(entry.line, entry.heading)
        else:
            yield OTHER_TITLE.at(other.line, other.heading, title=entry.heading, other=entry.line)
    for heading in added.values():
        yield ONLY_IN_BODY.at(heading.line, heading.heading)


def _without(headings: Iterable[HeadingLine], others: Iterable[HeadingLine]) -> list[HeadingLine]:
    """Return the headings for which the others have no equal of their own."""
    equals = Counter(other.key for other in others)
    alone = []
    for heading in headings:
        if equals[heading.key] > 0:
            equals[heading.key] -= 1
        else:
            alone.append(heading)
    return alone


def _in_chapters(chosen: Iterable[HeadingLine], headings: Iterable[HeadingLine]) -> Iterator[tuple[int, HeadingLine]]:
    """Yield the chosen ones of the headings, each with the number of the chapter in which it stands."""
    lines = {heading.line for heading in chosen}
    chapter = 0
    for heading in headings:
        if heading.form is Form.CHAPTER:
            chapter = heading.order or 0
        if heading.line in lines:
            yield chapter, heading
