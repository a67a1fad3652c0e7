"""What the headings of a sheet mean, and where its cells stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TypeAlias

from attrs import frozen

from civicplan.errors import Fault, nearest_words
from civicplan.formats._raw import LONGEST_RAW
from civicplan.tables.heading_words import FIELD_WORDS
from civicplan.tables.uniform import uniform
from civicplan.tables.workbook.columns import Column, Content
from civicplan.tables.workbook.sheets import PlanSheet
from civicplan.values.text import UNDETERMINED

_HEADING = re.compile(r"(?P<name>[^\[\]()]*?)(?: ?\[(?P<language>[^\[\]()]*)\])?(?: ?\((?P<number>[0-9]+)\))?")

#: Comparing words is slow, and nobody misspells so many headings.
_MOST_ADVICE = 20

#: Returns where something stands, given the sheet, the row and the position and heading of the column.
Place: TypeAlias = Callable[[str, int | None, int | None, str], str]
Cells: TypeAlias = Mapping[int, str]


@frozen(kw_only=True)
class RawSheet:
    """A sheet as its document holds it.

    Attributes:
        name: Its name.
        rows: The cells of each row that are not blank, by their positions, with the number of the row; the first row
            is that of the headings.
        faults: What is wrong with single cells.
    """

    name: str
    rows: list[tuple[int, Cells]]
    faults: tuple[Fault, ...] = ()


@frozen(kw_only=True)
class Layout:
    """The columns of a sheet by their positions.

    Attributes:
        sheet: Which sheet it is.
        columns: What stands under each heading that is known: the column, and the language of its words.
        headings: The headings as they stand.
    """

    sheet: PlanSheet
    columns: dict[int, tuple[Column, str]]
    headings: Cells

    @cached_property
    def fields(self) -> dict[Column, list[tuple[int, str]]]:
        """Where each column that is a field of the model stands, from left to right, and in which language."""
        places: dict[Column, list[tuple[int, str]]] = {}
        for position, (column, language) in sorted(self.columns.items()):
            if column not in self.sheet.owner_columns:
                places.setdefault(column, []).append((position, language))
        return places

    def owners(self, cells: Cells) -> list[str]:
        """Return the words of a row that tie it to another."""
        return [cells.get(position, "") for position in self._places_of_owners]

    @cached_property
    def _places_of_owners(self) -> list[int]:
        places = {column: position for position, (column, _) in self.columns.items()}
        return [places.get(column, -1) for column in self.sheet.owner_columns]


def layout_of(raw: RawSheet, sheet: PlanSheet, place: Place) -> tuple[Layout, list[Fault]]:
    """Return what the headings of a sheet mean, and what is wrong with them."""
    number, headings = raw.rows[0] if raw.rows else (1, {})
    by_heading = {column.heading: column for column in (*sheet.owner_columns, *sheet.columns)}
    columns: dict[int, tuple[Column, str]] = {}
    faults: list[Fault] = []
    before: set[str] = set()
    for position, heading in sorted(headings.items()):
        problem = _problem(sheet, heading, by_heading, before) or _unknown(
            heading, by_heading, len(faults) < _MOST_ADVICE
        )
        before.add(heading.strip())
        if problem:
            shown = heading[:LONGEST_RAW]
            faults.append(Fault(place(sheet.name, number, position, shown), problem, shown))
        else:
            name, language = _meant(heading)
            columns[position] = (by_heading[name], language)
    return Layout(sheet=sheet, columns=columns, headings=headings), faults


def _meant(heading: str) -> tuple[str, str]:
    match = _HEADING.fullmatch(heading.strip())
    return (match["name"], match["language"] or UNDETERMINED) if match else (heading, UNDETERMINED)


def _problem(sheet: PlanSheet, heading: str, known: dict[str, Column], before: set[str]) -> str:
    """Return what is wrong with a heading of the sheet, if anything is."""
    name, language = _meant(heading)
    if name in known and language != UNDETERMINED and known[name].content is not Content.TEXT:
        return f"this column holds no words of a language; write {name}"
    if name in sheet.owners and heading.strip() != name:
        return f"this column does not go on in another; write {name}"
    if name in known and heading.strip() in before:
        return f"the heading stands more than once; write {heading.strip()} (2) where a text goes on in another cell"
    return ""


def _unknown(heading: str, known: dict[str, Column], with_advice: bool) -> str:
    """Return what is wrong with a heading that the sheet does not have; looking for the nearest one is slow."""
    name, _ = _meant(heading)
    if name in known:
        return ""
    field = _field_of(name)
    nearest = (field,) if field in known else nearest_words(name, known, most=1) if with_advice else ()
    advice = f"write {nearest[0]}" if nearest else f"the sheet has {', '.join(known)}"
    return f"there is no such column; {advice}"


def _field_of(name: str) -> str:
    """Return what the heading means in other tables; empty where it means nothing."""
    word = uniform(name).replace("_", " ")
    return next((str(field) for field, words in FIELD_WORDS.items() if word in words), "")


def values_under_no_heading(raw: RawSheet, layout: Layout, place: Place) -> Iterator[Fault]:
    """Yield a fault for each cell with nothing above it in the row of the headings."""
    for number, cells in raw.rows[1:]:
        for position, text in cells.items():
            if position not in layout.headings:
                yield Fault(
                    place(raw.name, number, position, ""), "the cell stands under no heading", text[:LONGEST_RAW]
                )
