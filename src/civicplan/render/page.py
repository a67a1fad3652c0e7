"""A page that stands alone: one file that loads nothing, runs nothing, and is found one's way in by ear and by key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from civicplan.render import report_words as words
from civicplan.render.cells import Badge
from civicplan.render.html import badge_html, escaped, notes_html, style_of, table_html
from civicplan.render.languages import Language
from civicplan.render.message import said, to_message
from civicplan.render.tables import Table
from civicplan.values import Source

#: A browser that honours it asks nobody for anything, and runs nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
#: What a screen reader of Chinese and a choice of fonts need to know.
_TAGS = {"en": "en", "zh": "zh-Hans"}


class Section(NamedTuple):
    """A part of a page under a heading, which the list of contents leads to.

    Attributes:
        id: The id of the part.
        heading: The heading, in words of the library.
        parts: What it shows, as HTML.
    """

    id: str
    heading: str
    parts: tuple[str, ...]


class Writer(NamedTuple):
    """What writes the parts of a page in one language; no word that it is given is read as markup.

    Attributes:
        language: The language.
    """

    language: Language

    def words(self, value: object) -> str:
        """Return words of the library or of a plan.

        >>> Writer("en").words("<b>")
        '&lt;b&gt;'
        """
        return escaped(said(value, self.language))

    def paragraph(self, value: object, kind: str = "") -> str:
        """Return a paragraph; the kind is how it looks.

        >>> Writer("en").paragraph("1 < 2")
        '<p>1 &lt; 2</p>'
        """
        return f"<p{_class(kind)}>{self.words(value)}</p>"

    def heading(self, value: object, badge: Badge | None = None) -> str:
        """Return a heading within a section, with the state of what it is about."""
        shown = "" if badge is None else f" {badge_html(badge, self.language)}"
        return f"<h3>{self.words(value)}{shown}</h3>"

    def card(self, *parts: str, kind: str = "card") -> str:
        """Return what belongs together, as HTML, so that paper keeps it on one page."""
        shown = "\n".join(filter(None, parts))
        return f'<div class="{kind}">\n{shown}\n</div>'

    def items(self, values: Iterable[object], kind: str = "") -> str:
        """Return a list of words."""
        return self.list_of((self.words(value) for value in values), kind)

    def list_of(self, items: Iterable[str], kind: str = "") -> str:
        """Return a list whose items are HTML already."""
        listed = "\n".join(f"<li>{item}</li>" for item in items)
        return f"<ul{_class(kind)}>\n{listed}\n</ul>"

    def facts(self, facts: Mapping[str, str], kind: str = "") -> str:
        """Return terms with what is stated of each; those of which nothing is stated are left out.

        Args:
            facts: What is stated, as HTML, by labels of the library.
            kind: How it looks.
        """
        stated = "\n".join(
            f"<div><dt>{self.words(to_message(label))}</dt><dd>{value}</dd></div>"
            for label, value in facts.items()
            if value
        )
        return f"<dl{_class(kind)}>\n{stated}\n</dl>"

    def table(self, table: Table, *, id: str, kind: str = "") -> str:
        """Return a table with its notes; where it is wider than the page it is scrolled on its own, by key as well.

        Args:
            table: The table, which has a caption.
            id: What the ids within it begin with.
            kind: How it looks.
        """
        shown = table_html(table, self.language, anchor=f"{id}-note")
        name = self.words(table.caption)
        notes = "\n".join(notes_html(table, self.language, anchor=f"{id}-note"))
        region = f'<div class="{" ".join(filter(None, ("civicplan", "table", kind)))}" role="region" tabindex="0"'
        below = f'\n<div class="civicplan notes">\n{notes}\n</div>' if notes else ""
        return f'{region} aria-label="{name}">\n{shown}\n</div>{below}'

    def tally(self, number: int, badge: Badge) -> str:
        """Return a number of things above the state that they are in."""
        return f'<span class="count">{number}</span>{badge_html(badge, self.language)}'

    def place(self, source: Source, words: object = None) -> str:
        """Return a place in a document, or words about it, as a link where its address is known."""
        name = self.words(source if words is None else words)
        return f'<a href="{escaped(source.url)}" rel="noreferrer">{name}</a>' if source.url else name


def page(
    title: object, sections: Iterable[Section], language: Language, *, header: str, footer: str, style: str = ""
) -> str:
    """Return a whole page: its header, a list of contents, the sections one after the other, and its footer.

    Args:
        title: What a browser calls it.
        sections: The sections; one without parts is left out.
        language: The language of all words.
        header: What stands above the list of contents, as HTML, with the first heading.
        footer: What stands below all, as HTML.
        style: The colours, as properties of CSS.

    >>> page("A <plan>", [], "en", header="<h1>A plan</h1>", footer="").count("<plan>")
    0
    """
    shown = [section for section in sections if section.parts]
    writer = Writer(language)
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{_TAGS[language]}">',
            *_head(writer.words(title), style),
            "<body>",
            f'<a class="skip" href="#report">{writer.words(to_message(words.SKIP))}</a>',
            f"<header>\n{header}\n</header>",
            _contents(shown, writer),
            '<main id="report" tabindex="-1">',
            *(_section(section, writer) for section in shown),
            "</main>",
            f"<footer>\n{footer}\n</footer>",
            "</body>",
            "</html>\n",
        )
    )


def _head(title: str, style: str) -> Iterator[str]:
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{title}</title>"
    yield f"<style>\n{style}{style_of('notebook.css')}{style_of('report.css')}</style>"
    yield "</head>"


def _contents(sections: Iterable[Section], writer: Writer) -> str:
    links = (f'<a href="#{section.id}">{writer.words(to_message(section.heading))}</a>' for section in sections)
    label = writer.words(to_message(words.CONTENTS))
    return f'<nav aria-label="{label}">\n{writer.list_of(links)}\n</nav>'


def _section(section: Section, writer: Writer) -> str:
    id, parts = section.id, "\n".join(section.parts)
    heading = f'<h2 id="{id}-heading">{writer.words(to_message(section.heading))}</h2>'
    return f'<section id="{id}" aria-labelledby="{id}-heading">\n{heading}\n{parts}\n</section>'


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""
