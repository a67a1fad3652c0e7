"""The tables that the page on cells and headings writes by hand say what the readers do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicplan.tables.cells import read_cell
from civicplan.tables.numbers import DecimalMark
from civicplan.tables.periods import read_period
from civicplan.values import Period
from tests.docs.pages import DOCS

PAGE = (DOCS / "reference" / "tables.md").read_text(encoding="utf-8")
MARKS: tuple[DecimalMark | None, ...] = (None, ".", ",")


def rows_under(heading: str) -> Iterator[list[str]]:
    """The cells of each row of the table that begins with the heading."""
    table = PAGE[PAGE.index(f"| {heading} |") :].partition("\n\n")[0]
    for row in table.splitlines()[2:]:
        yield [cell.strip() for cell in row.strip("|").split("|")]


def test_the_numbers_of_the_page() -> None:
    rows = list(rows_under("Written | Without `decimal=`"))
    assert len(rows) > 5
    for texts, *meanings in rows:
        for text in re.findall("`([^`]+)`", texts):
            for mark, meaning in zip(MARKS, meanings, strict=True):
                reading = read_cell(text, place="C4", decimal=mark)
                if "left out" in meaning.partition(";")[0]:
                    assert reading.value is None, (text, mark)
                    assert reading.diagnostics
                else:
                    assert reading.value is not None, (text, mark)
                    assert str(reading.value.printed) == meaning.partition(";")[0], (text, mark)


def test_the_periods_of_the_page() -> None:
    rows = list(rows_under("Written | Period"))
    assert len(rows) > 5
    for texts, meaning in rows:
        for text in re.findall("`([^`]+)`", texts):
            period = read_period(text, place="C4").value
            if meaning.startswith("with `fiscal_year_start=4`"):
                assert period is None, text
                fiscal = read_period(text, place="C4", fiscal_year_start=4).value
                assert fiscal == Period.parse("2023-04/2024-03"), text
            elif meaning.startswith("left out"):
                assert period is None, text
            else:
                assert str(period) == meaning, text
