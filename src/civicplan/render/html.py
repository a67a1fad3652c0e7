"""Tables as HTML that stands anywhere: in a notebook or a page, on light and on dark, and on paper."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from civicplan.render import phrases
from civicplan.render.cells import Badge, Bar, Cell, Number, Parts, cell_text, look_of
from civicplan.render.languages import SOURCE, Language
from civicplan.render.message import Message, fill, fill_counted, said
from civicplan.render.tables import Heading, Row, Table, caveats_in, words_of
from civicplan.render.words import as_it_is
from civicplan.values import Text

#: A notebook shows so many rows of a table.
MOST_ROWS = 60
_NUMBER = ' class="number"'


def block(tables: Iterable[Table], *, language: Language = SOURCE, most: int | None = None) -> str:
    """Return tables as one block of HTML with its own style, which touches nothing around it.

    Nothing is loaded from elsewhere, and no word of a plan is read as markup. A block that is wider than its place is
    scrolled on its own, by key as well.

    Args:
        tables: The tables.
        language: The language of their words.
        most: How many rows of each are shown [rows]; None shows all.

    >>> '<td>&lt;1&gt;</td>' in block([Table(("no.",), [("<1>",)])])
    True
    """
    parts = list(tables)
    shown = "\n".join(_table(table, language, most) for table in parts)
    style = f"<style>\n{style_of('notebook.css')}</style>"
    name = next((f' aria-label="{escaped(_name(table, language))}"' for table in parts), "")
    return f'<div class="civicplan" lang="{language}" role="group" tabindex="0"{name}>{style}\n{shown}\n</div>'


def _name(table: Table, language: Language) -> str:
    """What a table is called for those who do not see it: its caption, else its headings."""
    return said(table.caption, language) if table.caption else ", ".join(words_of(table.headings, language))


def facts_html(
    caption: str | Text,
    facts: Mapping[str, object],
    *tables: Table,
    language: Language = SOURCE,
    paragraphs: Iterable[str] = (),
    caveats: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Return what is stated of one thing as a block: its fields that are set, sentences, and tables that have rows.

    Args:
        caption: The name of the thing.
        facts: Its fields by their names; a cell of a table is shown as one.
        tables: What else there is to show of it.
        language: The language of all words.
        paragraphs: What there is to say of it.
        caveats: What each caveat means that a badge among the fields may have.

    >>> "<td>binding</td>" in facts_html("gdp", {"nature": "binding", "unit": None})
    True
    """
    stated: list[Row] = [
        (Message(name), _fact(value)) for name, value in facts.items() if value is not None and value != ""
    ]
    first = Table(phrases.FACT_HEADINGS, stated, tuple(paragraphs), caveats, caption)
    return block((first, *(table for table in tables if table.rows)), language=language, most=MOST_ROWS)


def _fact(value: object) -> Cell:
    return value if isinstance(value, Badge | Bar | Text) else as_it_is(value)


@cache
def style_of(name: str) -> str:
    """Return a style that stands beside this file."""
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as style:
        return style.read()


def _table(table: Table, language: Language, most: int | None) -> str:
    return "\n".join((table_html(table, language, most=most), *notes_html(table, language, most=most)))


def table_html(table: Table, language: Language, *, most: int | None = None, anchor: str = "") -> str:
    """Return the table alone, without what is to be said below it.

    Args:
        table: The table.
        language: The language of its words.
        most: How many rows are shown [rows]; None shows all.
        anchor: What the ids of its notes begin with, so that marks lead to them; nothing where they do not.

    >>> '<th scope="row">jobs</th>' in table_html(Table(("indicator",), [("jobs",)], named_by=0), "en")
    True
    """
    rows = table.rows[:most]
    notes = _Notes(_marks(table, rows), anchor)
    parts = (
        "<table>",
        *_head(table, language),
        "<tbody>",
        *(f"{_new_group(place, row)}{_row(row, table, notes, language)}" for place, row in enumerate(rows)),
        "</tbody>",
        "</table>",
    )
    return "\n".join(parts)


def notes_html(table: Table, language: Language, *, most: int | None = None, anchor: str = "") -> Iterator[str]:
    """Yield what is to be said below a table: what its caveats and its signs mean, and how many rows it has besides.

    Args:
        table: The table.
        language: The language of its words.
        most: How many rows are shown [rows]; None shows all.
        anchor: What the ids of its notes begin with; nothing where they have none.
    """
    rows = table.rows[:most]
    for caveat, mark in _marks(table, rows).items():
        yield _note(mark, caveat, table.caveats[caveat], language, anchor)
    for line in words_of((*table.legend, *_rest(len(table.rows) - len(rows))), language):
        yield f"<p>{escaped(line)}</p>"


class _Notes(NamedTuple):
    """The marks of the caveats in a table, and what the ids of their notes begin with."""

    marks: Mapping[str, int]
    anchor: str


def _marks(table: Table, rows: Sequence[Row]) -> dict[str, int]:
    body = [row for row in rows if not isinstance(row, Heading)]
    return {caveat: mark for mark, caveat in enumerate(caveats_in(body, table.caveats), start=1)}


def _note(mark: int, caveat: str, sentence: str, language: Language, anchor: str) -> str:
    note = fill(phrases.CAVEAT_NOTE, caveat=Message(caveat), sentence=Message(sentence))
    id = f' id="{anchor}-{mark}"' if anchor else ""
    return f"<p{id}><sup>{mark}</sup> {escaped(said(note, language))}</p>"


def _head(table: Table, language: Language) -> Iterator[str]:
    if table.caption:
        yield f"<caption>{escaped(said(table.caption, language))}</caption>"
    if any(table.headings):
        headings = words_of(table.headings, language)
        yield f"<thead><tr>{''.join(map(_heading, headings, _classes(table)))}</tr></thead>"


def _classes(table: Table) -> list[str]:
    """The class of each column's heading: the one of its numbers, where it has any."""
    return [_of_numbers(cells) for cells in zip(*table.body, strict=True)] or [""] * len(table.headings)


def _of_numbers(cells: Iterable[Cell]) -> str:
    return _NUMBER if any(isinstance(cell, Number | Bar) for cell in cells) else ""


def _rest(hidden: int) -> Iterator[str]:
    if hidden:
        yield fill_counted(*phrases.MORE_ROWS, hidden)


def _heading(text: str, of_numbers: str) -> str:
    return f'<th scope="col"{of_numbers}>{escaped(text)}</th>'


def _new_group(place: int, row: Row) -> str:
    """Begin a group of rows with a heading, which is one over the rows of its group."""
    return "</tbody><tbody>" if place and isinstance(row, Heading) else ""


def _row(row: Row, table: Table, notes: _Notes, language: Language) -> str:
    if isinstance(row, Heading):
        heading = escaped(said(row.text, language))
        return f'<tr><th scope="rowgroup" colspan="{len(table.headings)}">{heading}</th></tr>'
    cells = (
        f'<th scope="row">{escaped(cell_text(cell, language))}</th>'
        if place == table.named_by
        else _cell(cell, notes, language)
        for place, cell in enumerate(row)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _cell(cell: Cell, notes: _Notes, language: Language) -> str:
    match cell:
        case Number(text):
            return f"<td{_NUMBER}>{escaped(said(text, language))}</td>"
        case Badge():
            return f"<td>{_badge(cell, notes, language)}</td>"
        case Bar():
            share = escaped(said(cell.text, language))
            return f'<td{_NUMBER}>{_bar(cell, language)}<span class="share">{share}</span></td>'
        case Parts():
            return f"<td>{_parts(cell, language)}</td>"
        case _:
            return f"<td>{escaped(said(cell, language))}</td>"


def badge_html(badge: Badge, language: Language, marks: str = "") -> str:
    """Return a verdict, a standing or a severity with its sign.

    Args:
        badge: What is shown.
        language: The language of its words.
        marks: The marks of its caveats, as HTML; they are not parted from it.

    >>> badge_html(Badge("met", Message("met")), "en")
    '<span class="badge good"><span class="sign" aria-hidden="true">✓</span>met</span>'
    """
    sign = f'<span class="sign" aria-hidden="true">{escaped(badge.sign)}</span>'
    raised = f"<sup>{marks}</sup>" if marks else ""
    return f'<span class="badge {badge.tone}">{sign}{escaped(said(badge.headline, language))}{raised}</span>'


def _badge(badge: Badge, notes: _Notes, language: Language) -> str:
    marks = ", ".join(_mark(notes.marks[key], notes.anchor) for key in badge.caveats)
    return badge_html(badge, language, marks)


def _mark(mark: int, anchor: str) -> str:
    return f'<a href="#{anchor}-{mark}">{mark}</a>' if anchor else str(mark)


def _bar(bar: Bar, language: Language) -> str:
    mark = "" if bar.elapsed is None else f'<b style="left:{_percent(bar.elapsed)}"></b>'
    title = escaped(said(bar.title, language))
    drawing = f'<i style="width:{_percent(bar.done)}"></i>{mark}'
    return f'<span class="bar" role="img" aria-label="{title}" title="{title}">{drawing}</span>'


def _parts(cell: Parts, language: Language) -> str:
    drawing = "".join(_part(count, *look_of(state)) for state, count in cell.counts)
    return f'<span class="parts" role="img" aria-label="{escaped(said(cell.title, language))}">{drawing}</span>'


def _part(count: int, sign: str, tone: str) -> str:
    return f'<i class="{tone}" style="flex-grow:{count}">{sign}</i>'


def _percent(share: float) -> str:
    """The share as a length within the bar, whose ends no drawing leaves."""
    return f"{min(max(share, 0.0), 1.0):.1%}"


def escaped(text: str) -> str:
    r"""Return words as HTML in which nothing of them is markup, be it between tags or in an attribute.

    A number and its percent sign stay in one line.

    >>> escaped("< 5 %")
    '&lt; 5\xa0%'
    """
    from html import escape  # slow to import, and seldom needed

    return escape(text).replace(" %", "\N{NO-BREAK SPACE}%")
