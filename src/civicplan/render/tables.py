"""Cells under headings, as text and as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from unicodedata import east_asian_width


def text_table(headings: tuple[str, ...], cells: list[tuple[str, ...]], legend: Sequence[str] = ()) -> str:
    """The cells under their headings, wide characters counted as two columns."""
    plain = [_on_one_line(line) for line in cells]
    widths = [max(map(_width, column)) for column in zip(headings, *plain, strict=True)]
    rule = tuple("-" * width for width in widths)
    lines = ["  ".join(map(_padded, line, widths)).rstrip() for line in (headings, rule, *plain)]
    return "\n".join((*lines, *legend))


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - _width(cell))


def _on_one_line(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()) for cell in cells)


def _width(cell: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in cell)


def html_table(headings: tuple[str, ...], cells: list[tuple[str, ...]], legend: Sequence[str] = ()) -> str:
    """The cells under their headings, as HTML that needs nothing from elsewhere."""
    from html import escape

    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    body = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line) + "</tr>" for line in cells)
    notes = "".join(f"<p>{escape(note)}</p>" for note in legend)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>{notes}"
