"""Rows of a table as drafts of indicators: the words of each row, and its figures as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from attrs import define, evolve, field

from civicplan.model import Measure, ObservationStatus
from civicplan.reading import Diagnostic, Reading
from civicplan.tables.cell_faults import gathered
from civicplan.tables.cell_words import BLANKS
from civicplan.tables.cells import Cell, decimal_marks, doubts_of_marks, read_cell
from civicplan.tables.grid import Grid, PrintedNumber
from civicplan.tables.heading_words import KIND_WORDS, Field
from civicplan.tables.headings import is_average
from civicplan.tables.layout import Column, Layout
from civicplan.tables.numbers import Marks
from civicplan.tables.options import Options, Words
from civicplan.tables.periods import is_span, read_period
from civicplan.tables.said import left_out, quoted, read_anyway
from civicplan.tables.uniform import uniform
from civicplan.tables.words import DIRECTION_WORDS, MEASURE_WORDS, NATURE_WORDS, PRICES_WORDS, STATUS_WORDS, read_word
from civicplan.values import Figure, FiscalYearNamed, Period, to_figure
from civicplan.values._decimals import MOST_DIGITS

_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_LONGEST_BLANK = max(map(len, BLANKS))
#: Words that mean a blank elsewhere may be a name: NA is Namibia.
_NAMES = (Field.ID, Field.NAME)
_PERIODS = (Field.PERIOD, Field.PUBLISHED, Field.BASELINE_PERIOD)
_VOCABULARIES: dict[Field, Any] = {
    Field.DIRECTION: DIRECTION_WORDS,
    Field.MEASURE: MEASURE_WORDS,
    Field.NATURE: NATURE_WORDS,
    Field.PRICES: PRICES_WORDS,
    Field.STATUS: STATUS_WORDS,
}
#: The words on which a figure of the row rests: where one is not understood, the figure is left out.
_DECISIVE = (Field.MEASURE, Field.STATUS, Field.PUBLISHED)
_ALL_KINDS = frozenset(word for words in KIND_WORDS.values() for word in words)
_LEFT_OUT_WITH_IT = "Figures of the row that rest on it are left out."


class Word(NamedTuple):
    """A word of a row and where it stands."""

    value: Any
    text: str
    place: str


class RowWords(NamedTuple):
    """What the words of a row say.

    Attributes:
        known: Those that are understood, by field; blank ones are none.
        unclear: The fields whose words are not understood.
    """

    known: dict[Field, Word]
    unclear: frozenset[Field]


class RawFigure(NamedTuple):
    """A figure of a row as it stands, with what its heading and its row say of it.

    Attributes:
        kind: Whether it is a baseline, a target or an actual.
        cell: What the cell says; None for a target in words.
        text: The cell.
        place: Where it stands.
        column: Its column.
        period: What it is about, as far as its heading or its row says.
        is_period_given: True where the user or the row names all of it, and not only a year that may be the last one.
        row: The position of its row.
        number: The number by which the document calls its row.
        source: Where its row says that it stands.
        measure: The measure that its heading states.
        row_measure: The measure that its row states.
        row_unit: The unit that its row states, in a table with a row for each figure.
        is_row: True where the row is about this kind of figure alone, and says so.
        is_average: True where its row says that a growth is an average over several years.
        status: Whether it is provisional or final.
        published: When it was published.
    """

    kind: Field
    cell: Cell | None
    text: str
    place: str
    column: Column
    period: Period | None
    is_period_given: bool
    row: int
    number: int
    source: str | None
    measure: Measure | None
    row_measure: Measure | None
    row_unit: str | None
    is_row: bool
    is_average: bool
    status: ObservationStatus | None
    published: Period | None


@define(kw_only=True)
class Draft:
    """What the rows of one indicator say.

    Attributes:
        place: The first of its rows.
        key: What its rows have in common in a long table; None where each row is an indicator of its own.
        number: The number by which the document calls the first row.
        words: The words of its rows, by field.
        figures: The figures of its rows.
        unclear: The fields of which a row says what is not understood.
        unread: What its rows say under headings that are not understood, by heading.
    """

    place: str
    key: tuple[str, ...] | None
    number: int
    words: dict[Field, list[Word]] = field(factory=dict)
    figures: list[RawFigure] = field(factory=list)
    unclear: set[Field] = field(factory=set)
    unread: dict[str, set[str]] = field(factory=dict)

    def word(self, of: Field) -> Word | None:
        """Return the first word of a field; None where there is none."""
        return next(iter(self.words.get(of, ())), None)


def drafts_of(grid: Grid, layout: Layout, options: Options) -> Reading[tuple[Draft, ...]]:
    """Return a draft for each indicator of a table, in the order of their first rows."""
    reader = _RowReader(grid, layout, options)
    drafts: dict[object, Draft] = {}
    for row in range(len(grid.rows)):
        words = reader.words(row)
        fault = _row_fault(words.known, grid.rows[row])
        if fault is not None:
            reader.noticed.append(left_out(fault, grid.row_place(row), " | ".join(filter(None, grid.rows[row]))))
            continue
        key = _key(words.known) if layout.is_long else None
        draft = drafts.setdefault(key or row, Draft(place=grid.row_place(row), key=key, number=grid.sheet.numbers[row]))
        for of, found in words.known.items():
            draft.words.setdefault(of, []).append(found)
        draft.unclear |= words.unclear
        for position in layout.unread if layout.is_long else ():
            text = grid.rows[row][position].strip()
            draft.unread.setdefault(grid.headings[position], set()).update({text} if not is_blank_cell(text) else ())
        draft.figures += reader.figures(row, words)
    return Reading(value=tuple(drafts.values()), diagnostics=gathered(reader.noticed))


def _row_fault(words: dict[Field, Word], cells: tuple[str, ...]) -> str | None:
    if Field.NAME not in words and Field.ID not in words:
        return "row-without-name"
    (first, *others) = words.values()
    is_alone = not others and all(is_blank_cell(cell) for cell in cells if cell.strip() != first.text)
    return "heading-row" if is_alone and len(cells) > 1 else None


def _key(words: dict[Field, Word]) -> tuple[str, ...]:
    if Field.ID in words:
        return ("id", words[Field.ID].text)
    return ("name", *(words[of].text if of in words else "" for of in (Field.CATEGORY, Field.GROUP, Field.NAME)))


def is_blank_cell(text: str) -> bool:
    """Return whether a cell says nothing.

    >>> is_blank_cell("—"), is_blank_cell("0")
    (True, False)
    """
    return not text or (len(text) <= _LONGEST_BLANK + 10 and uniform(text) in BLANKS)


class _RowReader:
    """Reads the rows of one table, and keeps what it noticed."""

    def __init__(self, grid: Grid, layout: Layout, options: Options) -> None:
        self.grid, self.layout, self.options = grid, layout, options
        self.noticed: list[Diagnostic] = []
        self.marks = marks_of(grid, layout.values)
        self.noticed += doubts_of_marks(self.marks, place=grid.sheet.document, decimal=options.decimal)
        self.reads_plain_digits = self.marks.comma is None and options.decimal != ","
        has_values = any(map(_is_of_any_kind, layout.values))
        self.has_no_kinds = has_values and layout.column(Field.KIND) is None
        self.words_of = {Field.DIRECTION: options.direction, Field.MEASURE: options.measure}

    def words(self, row: int) -> RowWords:
        """Return the words of a row, by field; blank ones are none."""
        cells, words, unclear = self.grid.rows[row], dict[Field, Word](), set[Field]()
        for column in self.layout.words:
            self._tell_note(row, column)
            text = cells[column.position].strip()
            if is_blank_cell(text) and not (column.field in _NAMES and text.isalnum()):
                continue
            place = self.grid.place(row, column.position)
            value = self._word(column.field, text, place)
            if value is None:
                unclear.add(Field.KIND if self._is_of_kinds(column.field, text) else column.field)
            else:
                earlier = words.get(column.field)
                words[column.field] = Word(value, text, place) if earlier is None else _joined(earlier, text)
        return RowWords(words, frozenset(unclear))

    def _tell_note(self, row: int, column: Column) -> None:
        notes = self.grid.sheet.notes
        if notes and (note := notes.get((row, column.position))) is not None:
            self.noticed.append(note)

    def _word(self, of: Field, text: str, place: str) -> Any:
        own: Words | None = self.words_of.get(of)
        if own is not None and (meant := own.own.get(uniform(text))) is not None:
            return meant
        if of is Field.WEIGHT:
            return self._weight(text, place)
        reading: Reading[Any]
        if of in _PERIODS:
            reading = self._period(text, place)
        elif of is Field.KIND:
            reading = _kind(text, place)
        elif of not in _VOCABULARIES:
            return text
        elif self._is_of_kinds(of, text):
            heading = quoted(column.text) if (column := self.layout.column(of)) else ""
            reading = Reading(value=None, diagnostics=(left_out("kind-elsewhere", place, text, heading=heading),))
        else:
            reading = read_word(text, _VOCABULARIES[of], place=place)
        return self._told(_left_out_with_figures(reading) if of in _DECISIVE else reading)

    def _is_of_kinds(self, of: Field, text: str) -> bool:
        """Return whether a word of another column says what the value of the row is, as no column of kinds does."""
        return self.has_no_kinds and of in _VOCABULARIES and uniform(text) in _ALL_KINDS

    def _told(self, reading: Reading[Any]) -> Any:
        self.noticed += reading.diagnostics
        return reading.value

    def _period(self, text: str, place: str) -> Reading[Period | None]:
        start, named = self.options.fiscal_year_start, self.options.fiscal_year_named
        known = _known_period(text, start, named)
        if known is not None:
            return Reading(value=known)
        return read_period(text, place=place, fiscal_year_start=start, fiscal_year_named=named)

    def _weight(self, text: str, place: str) -> Figure | None:
        cell = self._told(read_cell(text, place=place, decimal=self.options.decimal, marks=self.marks))
        if cell is None or (isinstance(cell.printed, Figure) and cell.printed >= 0):
            return None if cell is None else cell.printed
        self.noticed.append(left_out("refused", place, text, problem="a weight is a number of zero or more"))
        return None

    def figures(self, row: int, words: RowWords) -> Iterator[RawFigure]:
        """Yield the figures of a row."""
        cells = self.grid.rows[row]
        for column in self.layout.values:
            self._tell_note(row, column)
            text = cells[column.position]
            figure = self._figure(row, column, text, words) if text else None
            if isinstance(figure, Diagnostic):
                self.noticed.append(figure)
            elif figure is not None and not _rests_on(words.unclear, figure):
                yield figure

    def _figure(self, row: int, column: Column, text: str, row_words: RowWords) -> RawFigure | Diagnostic | None:
        place, words = self.grid.place(row, column.position), row_words.known
        cell = self._plain(text) or self._cell(text, place, column, words)
        if cell is None:
            return None
        if (row, column.position) in self.grid.sheet.merged:
            return left_out("merged-value", place, text)
        kind = self._kind_of(column, words)
        if kind is None:
            return left_out("no-kind", place, text)
        own = words.get(Field.BASELINE_PERIOD if column.field is Field.BASELINE else Field.PERIOD)
        period = column.period or (own.value if own else None)
        if column.field is Field.BASELINE and (fault := _fault_of_start(column, own)):
            return left_out(fault, place, text, heading=column.period, row=own and own.value)
        if period is None and (kind is not Field.TARGET or Field.PERIOD in row_words.unclear):
            return left_out("no-period", place, text)
        measured = words.get(Field.MEASURE)
        status, published = words.get(Field.STATUS), words.get(Field.PUBLISHED)
        return RawFigure(
            kind=kind,
            cell=cell if isinstance(cell, Cell) else None,
            text=text.strip(),
            place=place,
            column=column,
            period=period,
            is_period_given=column.is_period_given or (column.period is None and _names_all_of(own)),
            row=row,
            number=self.grid.sheet.numbers[row],
            source=words[Field.SOURCE].text if Field.SOURCE in words else None,
            measure=column.measure,
            row_measure=measured.value if measured else None,
            row_unit=words[Field.UNIT].text if self.layout.is_long and Field.UNIT in words else None,
            is_row=Field.KIND in words and kind is not column.field,
            is_average=_is_average(words),
            status=status.value if status else None,
            published=published.value if published else None,
        )

    def _plain(self, text: str) -> Cell | None:
        """Return a figure in plain digits, as most are, at once."""
        is_plain = (self.reads_plain_digits or isinstance(text, PrintedNumber)) and _PLAIN.fullmatch(text)
        return Cell(printed=to_figure(text)) if is_plain and len(text) <= MOST_DIGITS else None

    def _cell(self, text: str, place: str, column: Column, words: dict[Field, Word]) -> Cell | str | None:
        """Return what a cell says; a target without any digit is one in words."""
        decimal = "." if isinstance(text, PrintedNumber) else self.options.decimal
        reading = read_cell(text, place=place, decimal=decimal, marks=self.marks)
        is_in_words = any(one.code == "not-a-number" for one in reading.diagnostics) and not any(
            sign.isdigit() for sign in text
        )
        if is_in_words and self._kind_of(column, words) is Field.TARGET:
            self.noticed.append(read_anyway("target-in-words", place, text))
            return text
        cell: Cell | None = self._told(reading)
        return cell

    def _kind_of(self, column: Column, words: dict[Field, Word]) -> Field | None:
        """Return what a figure is; under a bare period, and as a value, it is what its row says."""
        if not _is_of_any_kind(column):
            return column.field
        if self.layout.column(Field.KIND) is None:
            return Field.ACTUAL
        return words[Field.KIND].value if Field.KIND in words else None


def _joined(earlier: Word, text: str) -> Word:
    return earlier._replace(value=f"{earlier.value}\n{text}", text=f"{earlier.text}\n{text}")


def _fault_of_start(column: Column, own: Word | None) -> str | None:
    """Return the code of a baseline of which neither heading nor row says the year, or each another."""
    if column.period is None:
        return "no-baseline-year" if own is None else None
    return "baseline-years-differ" if own is not None and own.value != column.period else None


def _is_of_any_kind(column: Column) -> bool:
    """Return whether the rows of a column may say whether its figures are baselines, targets or actuals."""
    return column.field is Field.VALUE or column.is_bare


def _rests_on(unclear: frozenset[Field], figure: RawFigure) -> bool:
    """Return whether a word of the row that is not understood says what a figure is."""
    if Field.KIND in unclear and _is_of_any_kind(figure.column):
        return True
    of_row = {Field.STATUS, Field.PUBLISHED} if figure.measure else set(_DECISIVE)
    return not of_row.isdisjoint(unclear)


def _left_out_with_figures(reading: Reading[Any]) -> Reading[Any]:
    told = (evolve(one, message=f"{one.message} {_LEFT_OUT_WITH_IT}") for one in reading.diagnostics)
    return evolve(reading, diagnostics=tuple(told))


def _names_all_of(period: Word | None) -> bool:
    """Return whether a row names the first and the last year of a figure, as 2025/2025 does; 2025 may be the last."""
    return period is not None and (period.value.years not in (None, 1) or is_span(period.text))


def _is_average(words: dict[Field, Word]) -> bool:
    return Field.MEASURE in words and is_average(words[Field.MEASURE].text)


def _kind(text: str, place: str) -> Reading[Field | None]:
    """Return whether a row is about a baseline, a target or an actual, in the words of headings."""
    kind = read_word(text, KIND_WORDS, place=place)
    if kind.value is not None:
        return Reading(value=kind.value)
    return Reading(value=None, diagnostics=(left_out("unknown-kind", place, text),))


@lru_cache(maxsize=4096)
def _known_period(text: str, start: int | None, named: FiscalYearNamed) -> Period | None:
    reading = read_period(text, place="", fiscal_year_start=start, fiscal_year_named=named)
    return None if reading.diagnostics else reading.value


def marks_of(grid: Grid, columns: Iterable[Column]) -> Marks:
    """Return what the figures of a table that are text prove about its decimal mark."""
    cells = (cells[column.position] for column in columns for cells in grid.rows)
    return decimal_marks(text for text in cells if not isinstance(text, PrintedNumber))
