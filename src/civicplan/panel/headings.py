"""The headings of a wide frame: which of its columns hold actuals, targets and baselines, and of when."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from civicplan.errors import Fault, PlanFormatError, UnknownIdError, first_faults
from civicplan.model import Measure
from civicplan.panel.columns import COLUMNS, check_turn
from civicplan.panel.naming import DUE, OURS, by_words
from civicplan.tables.heading_words import Field
from civicplan.tables.headings import Heading, is_of_due_dates, read_heading
from civicplan.tables.periods import PERIOD_IN_TEXT
from civicplan.values import Period

#: What of the columns of rows a wide frame has, whose words are read.
_SAID = (DUE, "comparator")
_DATED = (Field.BASELINE, Field.TARGET, Field.ACTUAL)
_EXAMPLES = {Field.BASELINE: "baseline 2020", Field.TARGET: "target 2025", Field.ACTUAL: "actual 2021"}


class Dated(NamedTuple):
    """A column of figures.

    Attributes:
        column: Its name.
        period: What its figures are about, or when its targets are due.
        measure: What its figures say.
    """

    column: str
    period: Period
    measure: Measure


class Wide(NamedTuple):
    """The columns of a wide frame.

    Attributes:
        figures: Those of baselines, targets and actuals.
        called: What those are called that we know by another name.
        unit: The unit that the headings of levels state; None where they state none.
    """

    figures: Mapping[Field, Sequence[Dated]]
    called: Mapping[str, str]
    unit: str | None


def read_headings(
    names: Sequence[str], columns: Mapping[str, str], ignore: Collection[str], fiscal_year_start: int | None
) -> Wide:
    """Return what the headings of a frame say of its columns; those that say nothing are carried along.

    Args:
        names: The headings.
        columns: What the user says that columns are, by headings such as "target 2025".
        ignore: Those that are not to be read.
        fiscal_year_start: The month in which a fiscal year begins [1 to 12].

    Raises:
        UnknownIdError: There is no such column.
        InvalidValueError: What columns are is said the wrong way round.
        PlanFormatError: Headings that speak of a period and are not understood, or contradict each other, all at once.
    """
    for said_to_be, theirs in columns.items():
        check_turn(said_to_be, theirs, names)
    for theirs in (*columns.values(), *ignore):
        if theirs not in names:
            raise UnknownIdError(theirs, tuple(names), "the frame")
    said = {theirs: ours for ours, theirs in columns.items()}
    faults: list[Fault] = []
    figures: dict[Field, list[Dated]] = {field: [] for field in _DATED}
    called: dict[str, str] = {}
    units: dict[str, str] = {}
    for name in (name for name in names if name not in ignore):
        text = said.get(name, name)
        heading = _heading(text, name, fiscal_year_start, faults, is_said=name in said)
        ours = _ours(text, heading)
        if heading is not None and heading.field in _DATED:
            _add_dated(figures, heading, name, faults)
            if heading.unit is not None and heading.measure in (None, Measure.LEVEL):
                units[heading.unit] = name
        elif ours is not None:
            if ours in called:
                faults.append(
                    _fault(name, f'It is the {ours}, as {called[ours]!r} is; write columns={{"{ours}": ...}}.')
                )
            called[ours] = name
    faults += _contradictions(figures, units)
    if not faults and not figures[Field.ACTUAL] and not figures[Field.TARGET]:
        faults.append(Fault("the headings", "expected headings that name a year, such as 2021, Actual 2021 or 2021年"))
    if faults:
        raise PlanFormatError("the frame", *first_faults(iter(faults)))
    return Wide(figures, called, next(iter(units), None))


def _fault(name: str, message: str) -> Fault:
    return Fault(f"column {name!r}", message, name)


def _heading(
    text: str, name: str, fiscal_year_start: int | None, faults: list[Fault], *, is_said: bool
) -> Heading | None:
    """Return what a heading means; one that speaks of no period may say anything."""
    if text in COLUMNS and text not in ("target", "baseline"):
        return None
    reading = read_heading(text, place=name, fiscal_year_start=fiscal_year_start)
    speaks_of_time = is_said or PERIOD_IN_TEXT.search(text.lower()) is not None
    if reading.value is None and speaks_of_time and not is_of_due_dates(text):
        faults.extend(_fault(name, diagnostic.message) for diagnostic in reading.diagnostics)
    if is_said and reading.value is not None and reading.value.field in _DATED and reading.value.period is None:
        return read_heading(name, place=name, field=reading.value.field, fiscal_year_start=fiscal_year_start).value
    return reading.value


def _ours(text: str, heading: Heading | None) -> str | None:
    if text in COLUMNS or text in OURS.values():
        return text
    if heading is not None:
        return OURS.get(heading.field)
    return ours if (ours := by_words(text)) in _SAID else None


def _add_dated(figures: dict[Field, list[Dated]], heading: Heading, name: str, faults: list[Fault]) -> None:
    if heading.period is None:
        example = _EXAMPLES[heading.field]
        message = f'It does not say of which period its figures are; say so, as in columns={{"{example}": "{name}"}}.'
        faults.append(_fault(name, message))
        return
    figures[heading.field].append(Dated(name, heading.period, heading.measure or Measure.LEVEL))


def _contradictions(figures: Mapping[Field, Sequence[Dated]], units: Mapping[str, str]) -> list[Fault]:
    """List the columns that are about the same figures, and those in another unit."""
    faults = []
    for field, columns in figures.items():
        seen: dict[tuple[object, ...], str] = {}
        for column in columns:
            key = () if field is Field.BASELINE else (column.period, column.measure)
            if key in seen:
                message = f"It would be the {field} as {seen[key]!r} is; leave one of them out of the frame."
                faults.append(_fault(column.column, message))
            seen.setdefault(key, column.column)
            if field is Field.BASELINE and column.measure is not Measure.LEVEL:
                faults.append(_fault(column.column, "A baseline is a level; leave the column out of the frame."))
    for unit, name in list(units.items())[1:]:
        faults.append(_fault(name, f"Its unit, {unit}, is not that of other columns, {next(iter(units))}."))
    return faults
