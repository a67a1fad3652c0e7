"""Tables as HTML that stands anywhere: in a notebook or a page, on light and on dark, and on paper."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from civicplan.render import phrases
from civicplan.render.cells import Badge, Bar, Cell, Number
from civicplan.render.languages import SOURCE, Language
from civicplan.render.message import Message, fill, fill_counted, said
from civicplan.render.tables import Heading, Row, Table, caveats_in, words_of
from civicplan.values import Text

#: A notebook shows so many rows of a table.
MOST_ROWS = 60
_NUMBER = ' class="number"'


def block(tables: Iterable[Table], *, language: Language = SOURCE, most: int | None = None) -> str:
    """Return tables as one block of HTML with its own style, which touches nothing around it.

    Nothing is loaded from elsewhere, and no word of a plan is read as markup.

    Args:
        tables: The tables.
        language: The language of their words.
        most: How many rows of each are shown [rows]; None shows all.

    >>> '<td>&lt;1&gt;</td>' in block([Table(("no.",), [("<1>",)])])
    True
    """
    shown = "\n".join(_table(table, language, most) for table in tables)
    return f'<div class="civicplan" lang="{language}"><style>\n{_style()}</style>\n{shown}\n</div>'


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
    return value if isinstance(value, Badge | Bar | Text) else fill(phrases.AS_IT_IS, words=value)


@cache
def _style() -> str:
    with open(os.path.join(os.path.dirname(__file__), "notebook.css"), encoding="utf-8") as style:
        return style.read()


def _table(table: Table, language: Language, most: int | None) -> str:
    rows = table.rows[:most]
    body = [row for row in rows if not isinstance(row, Heading)]
    notes = {caveat: mark for mark, caveat in enumerate(caveats_in(body, table.caveats), start=1)}
    parts = (
        "<table>",
        *_head(table, language),
        "<tbody>",
        *(_row(row, len(table.headings), notes, language) for row in rows),
        "</tbody>",
        "</table>",
        *(_note(mark, caveat, table.caveats[caveat], language) for caveat, mark in notes.items()),
        *(
            f"<p>{_escaped(line)}</p>"
            for line in words_of((*table.legend, *_rest(len(table.rows) - len(rows))), language)
        ),
    )
    return "\n".join(parts)


def _note(mark: int, caveat: str, sentence: str, language: Language) -> str:
    note = fill(phrases.CAVEAT_NOTE, caveat=Message(caveat), sentence=Message(sentence))
    return f"<p><sup>{mark}</sup> {_escaped(said(note, language))}</p>"


def _head(table: Table, language: Language) -> Iterator[str]:
    if table.caption:
        yield f"<caption>{_escaped(said(table.caption, language))}</caption>"
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
    return f'<th scope="col"{of_numbers}>{_escaped(text)}</th>'


def _row(row: Row, columns: int, notes: dict[str, int], language: Language) -> str:
    if isinstance(row, Heading):
        heading = _escaped(said(row.text, language))
        return f'<tr><th scope="rowgroup" colspan="{columns}">{heading}</th></tr>'
    return f"<tr>{''.join(_cell(cell, notes, language) for cell in row)}</tr>"


def _cell(cell: Cell, notes: dict[str, int], language: Language) -> str:
    match cell:
        case Number(text):
            return f"<td{_NUMBER}>{_escaped(said(text, language))}</td>"
        case Badge():
            return f"<td>{_badge(cell, notes, language)}</td>"
        case Bar():
            share = _escaped(said(cell.text, language))
            return f'<td{_NUMBER}>{_bar(cell, language)}<span class="share">{share}</span></td>'
        case _:
            return f"<td>{_escaped(said(cell, language))}</td>"


def _badge(badge: Badge, notes: dict[str, int], language: Language) -> str:
    marks = ", ".join(str(notes[key]) for key in badge.caveats)
    sign = f'<span class="sign" aria-hidden="true">{_escaped(badge.sign)}</span>'
    words = f'<span class="badge {badge.tone}">{sign}{_escaped(said(badge.headline, language))}</span>'
    return f"{words}<sup>{marks}</sup>" if marks else words


def _bar(bar: Bar, language: Language) -> str:
    mark = "" if bar.elapsed is None else f'<b style="left:{_percent(bar.elapsed)}"></b>'
    title = _escaped(said(bar.title, language))
    drawing = f'<i style="width:{_percent(bar.done)}"></i>{mark}'
    return f'<span class="bar" role="img" aria-label="{title}" title="{title}">{drawing}</span>'


def _percent(share: float) -> str:
    """The share as a length within the bar, whose ends no drawing leaves."""
    return f"{min(max(share, 0.0), 1.0):.1%}"


def _escaped(text: str) -> str:
    from html import escape  # slow to import, and seldom needed

    return escape(text)
