"""Tables of text: headings, cells and a legend, written as plain text and as HTML."""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import east_asian_width

from civicplan.render.template import one_line


class Table(NamedTuple):
    """Cells under headings, every row as long as the headings are.

    Attributes:
        headings: The headings of the columns.
        rows: The cells of each row.
        legend: Lines that explain signs in the cells.
    """

    headings: tuple[str, ...]
    rows: list[tuple[str, ...]]
    legend: tuple[str, ...] = ()

    def to_text(self) -> str:
        """Return the table as lines of text, wide characters counted as two columns.

        >>> print(Table(("no.", "indicator"), [("1", "人均收入"), ("2", "jobs")]).to_text())
        no.  indicator
        ---  ---------
        1    人均收入
        2    jobs
        """
        headings, *rows = (tuple(map(one_line, row)) for row in (self.headings, *self.rows))
        widths = [max(map(_width, column)) for column in zip(headings, *rows, strict=True)]
        rule = tuple("-" * width for width in widths)
        lines = ["  ".join(map(_padded, row, widths)).rstrip() for row in (headings, rule, *rows)]
        return "\n".join((*lines, *self.legend))

    def to_html(self) -> str:
        """Return the table as HTML that loads nothing from elsewhere.

        >>> print(Table(("no.",), [("<1>",)], ("A note.",)).to_html())
        <table>
        <thead><tr><th>no.</th></tr></thead>
        <tbody>
        <tr><td>&lt;1&gt;</td></tr>
        </tbody>
        </table><p>A note.</p>
        """
        head = _html_row("th", self.headings)
        body = "\n".join(_html_row("td", row) for row in self.rows)
        notes = "".join(map(html_paragraph, self.legend))
        return f"<table>\n<thead>{head}</thead>\n<tbody>\n{body}\n</tbody>\n</table>{notes}"


def html_paragraph(text: str) -> str:
    """Return one line of text as a paragraph of HTML."""
    return f"<p>{_escaped(text)}</p>"


def _html_row(tag: str, cells: tuple[str, ...]) -> str:
    return "<tr>" + "".join(f"<{tag}>{_escaped(cell)}</{tag}>" for cell in cells) + "</tr>"


def _escaped(text: str) -> str:
    from html import escape  # slow to import, and seldom needed

    return escape(one_line(text))


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - _width(cell))


def _width(cell: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in cell)
