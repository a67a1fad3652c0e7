"""Rows of a table to indicators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from attrs import evolve, field, frozen

from civicplan.errors import CivicPlanError
from civicplan.model import Indicator, Measure, Observation, ObservationStatus, Prices, Target, Threshold
from civicplan.reading import Diagnostic
from civicplan.render import reading_notes
from civicplan.tables.cells import Cell, read_cell
from civicplan.tables.heading_words import Field
from civicplan.tables.numbers import POINT
from civicplan.tables.uniform import in_place
from civicplan.values import Bound, BoundKind, Figure, Period, Source, Text
from civicplan.zh.document import TextCell
from civicplan.zh.indicators.assumptions import Assumption, Notes
from civicplan.zh.indicators.bound_sides import Side, bound_of, direction_by_word
from civicplan.zh.indicators.default_unit import unit_of_row
from civicplan.zh.indicators.indicator_figures import Facts, Read, read_figure
from civicplan.zh.indicators.indicator_rows import Row
from civicplan.zh.language.column_headings import Column
from civicplan.zh.language.targets_in_words import Compared, Names, is_in_words, names_of, promise_of
from civicplan.zh.layout.cell_advice import advised
from civicplan.zh.notices import Notice

REFUSED = Notice("refused", "It cannot stand as an actual: {problem}.")
RANGE_REFUSED = Notice(
    "range-as-actual",
    "An actual is one figure, and {cell} is a range; it is left out. Write the figure that was reached.",
)
SAME_NAME = Notice(
    "same-name",
    "The row of line {other} has the same name, and other targets or actuals. Both were read, as two indicators: "
    "{first} and {second}. Leave out the one that does not hold, or write into the names in what they differ.",
    left_out=False,
)
OF_OTHER_YEAR = Assumption(code="dated-by-mark", sentence=reading_notes.OF_OTHER_YEAR)

_PRICES = {"可比价": Prices.CONSTANT, "不变价": Prices.CONSTANT, "现价": Prices.CURRENT, "当年价": Prices.CURRENT}


@frozen(kw_only=True)
class Setting:
    """What all rows of a table share.

    Attributes:
        document: The name of the document.
        box: The number of the box in which the table stands.
        plan: The plan period.
        dated: The marks of figures that are of another year than their heading says, by the notes of the table.
    """

    document: str
    box: str | None
    plan: Period
    dated: Mapping[str, Period] = field(factory=dict)

    def source(self, line: int) -> Source:
        """Return the place of a line."""
        return Source(document=self.document, line=line, box=self.box)


def indicators_of(rows: Sequence[Row], setting: Setting, noticed: list[Diagnostic]) -> tuple[Indicator, ...]:
    """Return the indicators that rows are, each with an id made of its name.

    Args:
        rows: The rows.
        setting: What they share.
        noticed: Gets what is to be known of them.
    """
    ids = list(_ids(rows))
    names = names_of((id, row.name.name) for id, row in zip(ids, rows, strict=True))
    found = [_RowReader(row, id, setting, names, noticed).indicator() for id, row in zip(ids, rows, strict=True)]
    noticed += _of_one_name(rows, found)
    return tuple(found)


def _of_one_name(rows: Iterable[Row], indicators: Iterable[Indicator]) -> Iterator[Diagnostic]:
    """Say which rows of one name, unit, group and category print different figures."""
    earlier: dict[tuple[str | None, ...], tuple[Row, Indicator]] = {}
    for row, indicator in zip(rows, indicators, strict=True):
        group = row.group.name if row.group else None
        first, known = earlier.setdefault((row.name.name, row.unit, group, row.category), (row, indicator))
        if _figures_of(known) != _figures_of(indicator):
            yield SAME_NAME.at(row.line, row.name.name, other=first.line, first=known.id, second=indicator.id)


def _figures_of(indicator: Indicator) -> list[Target | Observation]:
    """Return the targets and the actuals, wherever they stand."""
    return [evolve(part, source=None) for part in (*indicator.targets, *indicator.observations)]


def _ids(rows: Iterable[Row]) -> Iterator[str]:
    """Yield an id for each row, made of its name."""
    taken: dict[str, int] = {}
    for row in rows:
        yield taken_id("-".join(row.name.name.lower().split()), taken)


def taken_id(wanted: str, taken: dict[str, int]) -> str:
    """Return an id that is free, with a number behind it where the wanted one is taken.

    Args:
        wanted: The wanted id.
        taken: The ids that are taken, each with the last number put behind it; the new one is put in.

    >>> taken = {"gdp": 1}
    >>> taken_id("gdp", taken), taken_id("gdp", taken)
    ('gdp-2', 'gdp-3')
    """
    id = wanted
    while id in taken:
        taken[wanted] += 1
        id = f"{wanted}-{taken[wanted]}"
    taken[id] = 1
    return id


class _Entry(NamedTuple):
    """A cell of a column of figures: as printed, what it says where it is a figure, and that where it is read."""

    column: Column
    cell: TextCell
    known: Cell | None
    read: Read | None


class _RowReader:
    """Reads one row, and keeps what is to be known of it."""

    def __init__(self, row: Row, id: str, setting: Setting, names: Names, noticed: list[Diagnostic]) -> None:
        self.row, self.id, self.setting, self.names = row, id, setting, names
        self.notes = Notes(row.line, noticed)
        if row.note is not None:
            self.notes.note(row.note)

    def indicator(self) -> Indicator:
        """Return the indicator."""
        row = self.row
        return Indicator(
            id=self.id,
            name=Text({"zh": row.name.name}),
            number=row.number,
            group=Text({"zh": row.group.name}) if row.group else None,
            category=Text({"zh": row.category}) if row.category else None,
            nature=row.nature,
            prices=next((_PRICES[word] for word in _PRICES if word in row.name.words), None),
            marks=row.marks,
            source=self.setting.source(row.line),
            **self._figures(),
        )

    def _figures(self) -> dict[str, Any]:
        """Return the figures of the row as the parts of an indicator, with its unit, its direction and its notes."""
        cells = [(self._dated(column, cell), cell, self._cell(column, cell)) for column, cell in self.row.cells]
        facts = Facts(row=self.row, unit=self._unit(cells), plan=self.setting.plan)
        entries = [self._entry(column, cell, known, facts) for column, cell, known in cells]
        targets = [entry for entry in entries if entry.column.field is Field.TARGET]
        baseline, earlier = self._baseline([entry for entry in entries if entry.column.field is Field.BASELINE])
        promised = [entry.read for entry in targets if entry.read is not None]
        direction = direction_by_word(self.row.name.name, self._whole(facts), promised, self.notes)
        side = Side(name=self.row.name.name, direction=direction, baseline=_level(baseline))
        actuals = self._observations(entry for entry in entries if entry.column.field is Field.ACTUAL)
        return {
            "unit": facts.unit,
            "direction": direction,
            "baseline": baseline,
            "targets": tuple(self._targets(targets, side)),
            "observations": (*earlier, *actuals),
            "notes": self.notes.text,
        }

    def _entry(self, column: Column, cell: TextCell, known: Cell | None, facts: Facts) -> _Entry:
        read = None if known is None else read_figure(known, cell.text, column, facts, self.notes)
        if read is not None and column.note is not None:
            self.notes.note(column.note)
        return _Entry(column, cell, known, read)

    def _whole(self, facts: Facts) -> str | None:
        """Return the indicator whose better side the row has: the one above its rows, not one that 其中 parts."""
        return None if self.row.name.is_part else facts.group

    def _dated(self, column: Column, cell: TextCell) -> Column:
        """Return the column of a figure, with the year that a note gives for the mark beside it."""
        year = next((self.setting.dated[sign] for sign in cell.text[-3:] if sign in self.setting.dated), None)
        if year is None or column.field is Field.TARGET:
            return column
        self.notes.assume(OF_OTHER_YEAR, cell.text, figure=cell.text, year=year)
        return evolve(column, period=year)

    def _cell(self, column: Column, cell: TextCell) -> Cell | None:
        """Return what a cell says in figures; None, with a diagnostic unless it is a target in words, for another."""
        text = _without_unit(cell.text, self.row.unit or column.unit)
        reading = read_cell(text, place=f"line {cell.line}", decimal=POINT)
        if reading.value is None and column.field is Field.TARGET and is_in_words(cell.text):
            return None
        self.notes.noticed += (advised(evolve(said, text=cell.text)) for said in reading.diagnostics)
        return reading.value

    def _unit(self, cells: Sequence[tuple[Column, TextCell, Cell | None]]) -> str | None:
        """Return the unit of the row: its own, that of a heading, the % or ‰ beside levels, or that above the table."""
        if self.row.unit is not None:
            return self.row.unit
        levels = [(column, cell) for column, _, cell in cells if column.measure is None and cell is not None]
        heading = next((column.unit for column, _ in levels if column.unit), None)
        shown = next((cell.unit for _, cell in levels if cell.unit and not cell.is_bracketed), None)
        if heading or shown or not any(_is_in_unit(column, cell) for column, _, cell in cells):
            return heading or shown
        group = self.row.group.name if self.row.group else None
        return unit_of_row(self.row.unit_above, self.row.name.name, group, self.notes)

    def _baseline(self, entries: Iterable[_Entry]) -> tuple[Observation | None, list[Observation]]:
        """Return what the plan starts from, the latest of what was published before it, a level first; and the rest."""
        known = sorted(self._observations(entries), key=lambda one: (one.period.end_key, one.measure is Measure.LEVEL))
        return (known[-1], known[:-1]) if known else (None, [])

    def _observations(self, entries: Iterable[_Entry]) -> Iterator[Observation]:
        for column, cell, _, read in entries:
            if read is None:
                continue
            try:
                yield Observation(
                    period=read.period or self.setting.plan,
                    figure=read.cell.printed,
                    measure=_stated(read.measure),
                    status=ObservationStatus.PROVISIONAL if column.is_estimated else None,
                    source=self._source(cell),
                )
            except CivicPlanError as error:
                is_range = isinstance(read.cell.printed, Bound) and read.cell.printed.kind is BoundKind.BETWEEN
                self.notes.say(RANGE_REFUSED if is_range else REFUSED, read.text, cell=read.text, problem=error)

    def _source(self, cell: TextCell) -> Source | None:
        """Return where a figure stands; None for the line of the row, which is said of the indicator."""
        line = cell.line_of_figure
        return None if line == self.row.line else self.setting.source(line)

    def _targets(self, entries: Iterable[_Entry], side: Side) -> Iterator[Target]:
        for column, cell, known, read in entries:
            if read is not None:
                bound = bound_of(read, side, self.notes)
                if bound is not None:
                    measure, source = _stated(read.measure), self._source(cell)
                    yield Threshold(bound=bound, measure=measure, period=read.period, source=source)
            elif known is None and is_in_words(cell.text):
                is_rate = column.measure is not None
                row = Compared(id=self.id, name=self.row.name.name, line=self.row.line, is_rate=is_rate)
                promise = promise_of(cell.text, row, self.names, self.notes.noticed)
                yield evolve(promise, source=self._source(cell))


def _without_unit(text: str, unit: str | None) -> str:
    """Return a cell without the unit of its row behind its digits: 110万吨 under 万吨 is 110, and under 吨 it stays."""
    if not unit:
        return text
    return re.sub(rf"(?<=[0-9]) ?{re.escape(in_place(unit))}", "", in_place(text))


def _is_in_unit(column: Column, cell: Cell | None) -> bool:
    """Return whether a figure is in the unit of its row, as one of a growth is not."""
    return cell is not None and (column.measure is None or cell.is_bracketed)


def _stated(measure: Measure) -> Measure | None:
    """Return a measure as parts of a plan state it: a level is what they are without."""
    return None if measure is Measure.LEVEL else measure


def _level(baseline: Observation | None) -> Figure | None:
    """Return the level that the plan starts from; None where that is another measure, or hedged."""
    if baseline is None or baseline.measure is not Measure.LEVEL or not isinstance(baseline.figure, Figure):
        return None
    return baseline.figure
