"""The documents that everything in a plan was taken from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import fields, has

from civicplan.model import Plan
from civicplan.render import report_words as words
from civicplan.render.message import Message, fill, fill_counted
from civicplan.render.page import Section, Writer
from civicplan.values import Source


def sources(plan: Plan, writer: Writer) -> Section:
    """Return the section that lists the documents, with how many places of each are named."""
    by_document: dict[tuple[str, str | None], list[Source]] = {}
    for place in places_in(plan):
        by_document.setdefault((place.document, place.url), []).append(place)
    if not by_document:
        shown = writer.paragraph(Message(words.NO_SOURCES))
    else:
        shown = writer.list_of(
            writer.place(Source(document=document, url=url), _document(document, places))
            for (document, url), places in by_document.items()
        )
    return Section("sources", words.SOURCES_HEADING, (shown,))


def places_in(part: object) -> Iterator[Source]:
    """Yield every place that a part of a plan names, and every part of that part."""
    if isinstance(part, Source):
        yield part
        return
    if isinstance(part, tuple):
        for one in part:
            yield from places_in(one)
    kind = type(part)
    if has(kind):
        for field in fields(kind):
            yield from places_in(getattr(part, field.name))


def _document(document: str, places: Sequence[Source]) -> Message:
    return fill(words.DOCUMENT, document=Source(document=document), extent=_extent(places))


def _extent(places: Sequence[Source]) -> Message:
    """How many places there are, and between which lines."""
    lines = sorted({place.line for place in places if place.line is not None})
    counted = fill_counted(*words.PLACES_IN, len(set(map(str, places))))
    if not lines:
        return counted
    return fill(words.LINES[len(lines) > 1], places=counted, first=lines[0], last=lines[-1])
