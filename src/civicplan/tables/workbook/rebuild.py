"""From the rows of sheets to the tree of a plan, and where each part of it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import Any

from attrs import Factory, define, field

from civicplan.errors import MOST_FAULTS, Fault, InvalidInputError, describe, nearest_words
from civicplan.formats._faults import MISSING
from civicplan.formats._raw import LONGEST_RAW
from civicplan.model._fields import to_id
from civicplan.tables.workbook.cells import value_of
from civicplan.tables.workbook.layout import Cells, Layout, Place, RawSheet, layout_of, values_under_no_heading
from civicplan.tables.workbook.sheets import ABOUT, BY_NAME, DEPTH, SHEETS, PlanSheet

_LIST_STEP = re.compile(r"\.(\w+)\[([0-9]+)\]")
_STEP = re.compile(r"\.(\w+)|\['([^']*)'\]")
_FIRST_ROW = 2
#: Comparing words is slow, and nobody misspells so many names.
_MOST_ADVICE = 5
_LONGEST_DEPTH = 6


@define
class _Part:
    """A part of the tree, the row that states it, and the parts within it by the names of their lists."""

    fields: dict[str, Any]
    sheet: PlanSheet
    number: int
    parts: dict[str, list[_Part]] = field(factory=dict, init=False)


@define
class Rebuilt:
    """The tree of a plan as its sheets state it.

    Attributes:
        place: Returns where something stands in the document.
        tree: The plan as plain values.
        faults: What is wrong with the sheets themselves, as far as an error lists it.
        unlisted: How many faults there are beyond those.
    """

    place: Place
    tree: dict[str, Any] = field(factory=dict, init=False)
    faults: list[Fault] = field(factory=list, init=False)
    unlisted: int = field(default=0, init=False)
    _plan: _Part = field(
        default=Factory(lambda self: _Part(self.tree, SHEETS[0], _FIRST_ROW), takes_self=True), init=False
    )
    _layouts: dict[str, Layout] = field(factory=dict, init=False)
    #: The parts that other rows may belong to, by their sheet and their names.
    _owners: dict[tuple[str, ...], _Part] = field(factory=dict, init=False)

    def read(self, raw_sheets: Iterable[RawSheet]) -> None:
        """Read all sheets, each after the one that its rows belong to."""
        by_name = {raw.name: raw for raw in raw_sheets}
        self._tell(self._unknown_sheet(name) for name in by_name if name not in BY_NAME and name != ABOUT)
        self._owners[SHEETS[0].name,] = self._plan
        for sheet in SHEETS:
            self._read_sheet(by_name.get(sheet.name, RawSheet(name=sheet.name, rows=[])), sheet)

    def _unknown_sheet(self, name: str) -> Fault:
        nearest = nearest_words(name, BY_NAME, most=1)
        advice = f"write {nearest[0]}" if nearest else "move it out of the plan"
        return Fault(
            self.place(name, None, None, ""), f"no table of a plan has this name; {advice}", name[:LONGEST_RAW]
        )

    def _read_sheet(self, raw: RawSheet, sheet: PlanSheet) -> None:
        layout, faults = layout_of(raw, sheet, self.place)
        self._layouts[sheet.name] = layout
        self._tell(chain(raw.faults, faults, values_under_no_heading(raw, layout, self.place)))
        above: list[_Part] = []
        for number, cells in raw.rows[1:]:
            if sheet.within:
                self._add(layout, number, cells, above)
            elif number != raw.rows[1][0]:
                self._tell([Fault(self.place(sheet.name, number, None, ""), "a second plan; keep one")])
            else:
                self.tree |= _fields(layout, cells)
                self._plan.number = number

    def _add(self, layout: Layout, number: int, cells: Cells, above: list[_Part]) -> None:
        """Add what a row states to the part of the tree that it belongs to."""
        sheet, owners = layout.sheet, layout.owners(cells)
        find_owner = self._heading_above if DEPTH in sheet.owners else self._owner
        owner = find_owner(layout, number, owners, above)
        if owner is None:
            return
        part = _Part(_fields(layout, cells), sheet, number)
        owner.fields.setdefault(sheet.listed_as, []).append(part.fields)
        owner.parts.setdefault(sheet.listed_as, []).append(part)
        above.append(part)
        is_numbered = sheet.row in sheet.owners
        name = (sheet.name, *owners) if is_numbered else (sheet.name, _one_word(str(part.fields.get("id", ""))))
        is_first = self._owners.setdefault(name, part) is part
        if is_numbered and name[-1] and not is_first:
            self._refuse(layout, number, sheet.row, name[-1], f"the {sheet.row} stands more than once; number them")

    def _owner(self, layout: Layout, number: int, owners: list[str], _: list[_Part]) -> _Part | None:
        """Return the part that a row belongs to."""
        sheet = layout.sheet
        named = {heading: name for heading, name in zip(sheet.owners, owners, strict=True) if heading != sheet.row}
        for heading, name in named.items():
            if not name:
                self._refuse(layout, number, heading, "", f"the row does not say which {heading} it belongs to")
                return None
        owner = self._owners.get((sheet.within, *named.values()))
        return self._owner_in_one_word(layout, number, named) if owner is None else owner

    def _owner_in_one_word(self, layout: Layout, number: int, named: dict[str, str]) -> _Part | None:
        """Return the part whose id the row names with blanks in it, which is told as it is of the id itself."""
        heading, name = next(iter(named.items()))
        id = _one_word(name)
        owner = self._owners.get((layout.sheet.within, id)) if len(named) == 1 and id != name else None
        if owner is None:
            self._refuse_owner(layout, number, named)
        else:
            self._refuse_id(layout, number, heading, name)
        return owner

    def _refuse_id(self, layout: Layout, number: int, heading: str, name: str) -> None:
        try:
            to_id(name)
        except InvalidInputError as error:
            self._refuse(layout, number, heading, name, str(error))

    def _refuse_owner(self, layout: Layout, number: int, named: dict[str, str]) -> None:
        """Tell which name no row bears, and which one to write; looking for both is slow, and seldom needed."""
        within, advice = layout.sheet.within, ""
        heading, name = list(named.items())[-1]
        if len(self.faults) < _MOST_ADVICE:
            heading, name, known = self._unknown(within, named)
            advice = "".join(f"; write {near}" for near in nearest_words(name, known, most=1))
        message = f"the sheet {within} has no {heading} {describe(name)}{advice}"
        self._refuse(layout, number, heading, name, message)

    def _unknown(self, within: str, named: dict[str, str]) -> tuple[str, str, list[str]]:
        """Return the first of the names that no row bears, its heading, and the names that rows bear instead."""
        names = list(named.values())
        above = [(within, *names[:place]) for place in range(len(names))]
        borne = [[own[len(outer)] for own in self._owners if own[: len(outer)] == outer] for outer in above]
        place = next(place for place, name in enumerate(names) if name not in borne[place])
        return list(named)[place], names[place], borne[place]

    def _heading_above(self, layout: Layout, number: int, owners: list[str], above: list[_Part]) -> _Part | None:
        """Return the heading, or the plan, that a heading of the outline belongs to; those above are cut down to it."""
        stated = owners[0].strip()
        depth = int(stated) if stated.isdecimal() and len(stated) <= _LONGEST_DEPTH else 0
        if not 1 <= depth <= len(above) + 1:
            expected = "1" if not above else f"a whole number from 1 to {len(above) + 1}"
            self._refuse(layout, number, DEPTH, owners[0], f"expected {expected}, got {describe(owners[0])}")
            return None
        del above[depth - 1 :]
        return above[-1] if above else self._plan

    def _refuse(self, layout: Layout, number: int, heading: str, text: str, message: str) -> None:
        self._tell([Fault(self._cell(layout, number, (heading,), ""), message, text[:LONGEST_RAW])])

    def _tell(self, faults: Iterable[Fault]) -> None:
        for fault in faults:
            if len(self.faults) < MOST_FAULTS:
                self.faults.append(fault)
            else:
                self.unlisted += 1

    def in_document(self, fault: Fault) -> Fault:
        """Return a fault of the tree as one of the document, with its cell and in the words of sheets."""
        part, rest = self._plan, fault.path.removeprefix("$")
        while (step := _LIST_STEP.match(rest)) and step[1] in part.parts:
            part, rest = part.parts[step[1]][int(step[2])], rest[step.end() :]
        names = tuple(step[0] or step[1] for step in _STEP.findall(rest))
        place = self._cell(self._layouts[part.sheet.name], part.number, names, names[-1] if names else "")
        message = f'nothing stands under "{".".join(names)}", and there is no default for it'
        return Fault(place, message if fault.message == MISSING else fault.message, fault.raw)

    def _cell(self, layout: Layout, number: int, names: tuple[str, ...], language: str) -> str:
        """Return where a column stands in a row: in its language, else in any; by its name where it has no heading."""
        under = [
            (own == language, -position)
            for position, (column, own) in layout.columns.items()
            if names and (column.path == names[: len(column.path)] or column.path[: len(names)] == names)
        ]
        position = -max(under)[1] if under else None
        heading = ".".join(names) if position is None else layout.headings[position]
        return self.place(layout.sheet.name, number, position, heading)


def _one_word(id: str) -> str:
    """Return the id that an error advises for one with blanks in it."""
    return "-".join(id.split())


def _fields(layout: Layout, cells: Cells) -> dict[str, Any]:
    """Return what a row states of the fields of the model."""
    fields: dict[str, Any] = {"kind": ""} if layout.sheet.kinds else {}
    for column, places in layout.fields.items():
        stated = [(language, cells[place]) for place, language in places if cells.get(place)]
        if stated:
            holder = fields
            for name in column.path[:-1]:
                holder = holder.setdefault(name, {})
            holder[column.path[-1]] = value_of(column.content, stated)
    return fields
