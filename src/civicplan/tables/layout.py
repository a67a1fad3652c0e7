"""What each column of a table is: by what the user says, else by what its heading means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from attrs import frozen

from civicplan.errors import InvalidValueError, UnknownIdError, describe
from civicplan.model import Measure
from civicplan.reading import Diagnostic, Reading
from civicplan.tables.grid import Grid, is_blank
from civicplan.tables.heading_words import VALUE_FIELDS, Field
from civicplan.tables.headings import Heading, is_average, is_of_due_dates, spans_years
from civicplan.tables.options import Options
from civicplan.tables.said import left_out, quoted, read_anyway
from civicplan.tables.uniform import with_uniform_signs
from civicplan.values import Period

#: The fields of single figures.
_OF_FIGURES = (Field.STATUS, Field.PUBLISHED)
_SEVERAL_ALLOWED = (*VALUE_FIELDS, Field.NOTES, Field.DESCRIPTION)


@frozen(kw_only=True)
class Column:
    """A column that is read.

    Attributes:
        position: Its place in the table.
        text: Its heading.
        field: What its cells are.
        period: The period that the heading states.
        measure: The measure that the heading states.
        unit: The unit that the heading states.
        is_given: True where the user says what the column is.
        is_period_given: True where the user says of which period it is.
        is_bare: True for a heading that is a period and nothing else.
        is_average: True for a heading of averages over several years.
        is_for_all: True where the user states a measure for actuals and their heading none, so that rows may differ.
    """

    position: int
    text: str
    field: Field
    period: Period | None = None
    measure: Measure | None = None
    unit: str | None = None
    is_given: bool = False
    is_period_given: bool = False
    is_bare: bool = False
    is_average: bool = False
    is_for_all: bool = False

    @property
    def is_open(self) -> bool:
        """True for a column of targets of which neither the heading nor the user says when they are due."""
        return self.field is Field.TARGET and self.period is None and not self.is_given


@frozen(kw_only=True)
class Layout:
    """The columns of a table that are read.

    Attributes:
        words: The columns of words, one for a field, except for notes.
        values: The columns of figures.
        unread: The places of the columns with a heading that is not understood.
        is_long: True where each row is about one period or one kind of figure, so that an indicator has several rows.
    """

    words: tuple[Column, ...]
    values: tuple[Column, ...]
    unread: tuple[int, ...]
    is_long: bool

    def column(self, field: Field) -> Column | None:
        """Return the column of words for a field; None where there is none."""
        return next((column for column in self.words if column.field is field), None)


def layout_of(grid: Grid, options: Options) -> Reading[Layout]:
    """Return what the columns of a table are.

    Raises:
        UnknownIdError: The user speaks of a heading that the table does not have.
        InvalidValueError: The user speaks of a heading that two columns have, or twice of one.
    """
    given = _given(grid, options)
    ignored = {position for text in options.ignore for position in _positions(grid, text, "ignore")}
    noticed: list[Diagnostic] = []
    columns = [
        column
        for position in range(len(grid.headings))
        if position not in ignored and (column := _column(grid, position, given.get(position), options, noticed))
    ]
    is_long = any(column.field in (Field.PERIOD, Field.KIND) for column in columns)
    unread = tuple(_unread(grid, columns, ignored))
    due = next((grid.headings[position] for position in unread if is_of_due_dates(grid.headings[position])), None)
    read = _usable(grid, _single(grid, columns, noticed), options.period, due, noticed)
    layout = Layout(
        words=tuple(column for column in read if column.field not in VALUE_FIELDS),
        values=tuple(column for column in read if column.field in VALUE_FIELDS),
        unread=unread,
        is_long=is_long,
    )
    return Reading(value=layout, diagnostics=(*noticed, *_missing(grid, layout, columns)))


def _unread(grid: Grid, columns: Iterable[Column], ignored: set[int]) -> Iterator[int]:
    """Yield the places of the columns that have headings and are neither understood nor left aside by the user."""
    known = ignored.union(column.position for column in columns)
    return (position for position, text in enumerate(grid.headings) if text.strip() and position not in known)


def _given(grid: Grid, options: Options) -> dict[int, Heading]:
    given: dict[int, Heading] = {}
    for text, heading in options.columns:
        positions = _positions(grid, text, "columns")
        if len(positions) > 1:
            raise InvalidValueError("columns", "a heading that one column has", describe(text), "rename one of them")
        if positions[0] in given:
            raise InvalidValueError("columns", "each heading once", describe(text), "say once what the column is")
        given[positions[0]] = heading
    return given


def _positions(grid: Grid, text: str, argument: str) -> list[int]:
    """Return the columns with this heading, as it stands or in uniform signs."""
    exact = [position for position, heading in enumerate(grid.headings) if heading == text]
    if exact:
        return exact
    plain = with_uniform_signs(text)
    alike = [position for position, heading in enumerate(grid.headings) if with_uniform_signs(heading) == plain]
    if not alike:
        raise UnknownIdError(text, grid.headings, f"the table that {argument}= speaks of")
    return alike


def _column(
    grid: Grid, position: int, given: Heading | None, options: Options, noticed: list[Diagnostic]
) -> Column | None:
    """Return what one column is; None for one that is not understood, which is said, and for one without anything."""
    text, place = grid.headings[position], grid.heading_place(position)
    reading = options.heading(text, place, given.field if given else None)
    heading = reading.value
    if given is not None and given.field in VALUE_FIELDS and given.period is None and heading is None:
        noticed += reading.diagnostics  # its years are unclear
        return None
    if heading is not None:
        noticed += reading.diagnostics  # of a mark behind it
    if given is not None:
        alone = options.heading(text, place).value
        return _given_column(position, text, given, heading or Heading(field=given.field), alone)
    if heading is None:
        if is_of_due_dates(text):
            noticed.append(left_out("years-of-targets", place, text, heading=quoted(text)))
        elif not is_blank(grid.column(position)):
            noticed += reading.diagnostics or [left_out("column-without-heading", place, "")]
        return None
    is_bare = heading.field is Field.ACTUAL and heading.period is not None and _is_bare(text, place, options)
    return Column(
        position=position,
        text=text,
        field=heading.field,
        period=heading.period,
        measure=heading.measure,
        unit=heading.unit,
        is_bare=is_bare,
        is_average=is_average(text),
    )


def _given_column(position: int, text: str, given: Heading, heading: Heading, alone: Heading | None) -> Column:
    """Return what the user says of a column; its heading may say more.

    Args:
        position: Its place in the table.
        text: Its heading.
        given: What the user says.
        heading: What the heading says beside that.
        alone: What the heading says by itself.
    """
    return Column(
        position=position,
        text=text,
        field=given.field,
        period=given.period or heading.period,
        measure=given.measure or heading.measure,
        unit=given.unit or heading.unit,
        is_given=True,
        is_period_given=given.period is not None,
        is_average=is_average(text),
        is_for_all=given.measure is not None and alone is not None and _is_of_actuals_alone(alone),
    )


def _is_of_actuals_alone(heading: Heading) -> bool:
    return heading.field is Field.ACTUAL and heading.measure is None


def _is_bare(text: str, place: str, options: Options) -> bool:
    """Return whether a heading is a period and nothing else, so that another word beside it would say what it is."""
    beside = options.heading(f"target {text}", place).value
    return beside is not None and beside.field is Field.TARGET


def _single(grid: Grid, columns: Iterable[Column], noticed: list[Diagnostic]) -> list[Column]:
    """Return the columns without those that compete for one field; what the user says comes first."""
    by_field: dict[Field, list[Column]] = defaultdict(list)
    for column in columns:
        by_field[column.field].append(column)
    kept = []
    for field, same in by_field.items():
        chosen = [column for column in same if column.is_given] or same
        if field in _SEVERAL_ALLOWED:
            kept += same
        elif len(chosen) == 1 or field is Field.NAME:
            kept.append(chosen[0])
        if field not in _SEVERAL_ALLOWED and len(chosen) > 1:
            noticed.append(_two_columns(grid, field, chosen))
    return sorted(kept, key=lambda column: column.position)


def _two_columns(grid: Grid, field: Field, same: Sequence[Column]) -> Diagnostic:
    headings = " and ".join(quoted(column.text) for column in same)
    place = grid.heading_place(same[0].position)
    words = {"headings": headings, "field": field, "heading": quoted(same[0].text)}
    if field is Field.NAME:
        return read_anyway("two-names", place, "", **words)
    return left_out("two-columns", place, "", **words)


def _usable(
    grid: Grid, columns: Sequence[Column], plan: Period | None, due: str | None, noticed: list[Diagnostic]
) -> list[Column]:
    """Return the columns whose cells can be read in a table of this shape, and with this column of due dates."""
    fields = {column.field for column in columns}
    example = {"year": (plan and plan.year_before) or 2020, "within": plan.start.year if plan else 2021}
    kept = []
    for column in columns:
        is_due_elsewhere = column.is_open and due is not None
        code = "due-elsewhere" if is_due_elsewhere else _fault(column, fields) or _fault_of_years(column, columns, plan)
        if code is None:
            kept.append(column)
        else:
            place, heading = grid.heading_place(column.position), quoted(column.text)
            words = {"heading": heading, "due": quoted(due or ""), **example}
            noticed.append(left_out(code, place, column.text, **words))
    return kept


def _fault(column: Column, fields: Set[Field]) -> str | None:
    """Return the code of what keeps a column from being read in a table of these fields."""
    if column.field is Field.BASELINE and column.period is None and Field.BASELINE_PERIOD not in fields:
        return "baseline-without-year"
    if column.field is Field.BASELINE_PERIOD and Field.BASELINE not in fields:
        return "baseline-year-alone"
    is_long = not fields.isdisjoint((Field.PERIOD, Field.KIND))
    is_timeless = column.period is None and Field.PERIOD not in fields
    if is_timeless and (column.field is Field.ACTUAL or (column.field is Field.VALUE and not is_long)):
        return "actual-without-period"
    if column.field in _OF_FIGURES and not is_long:
        return "belongs-to-one-figure"
    return None


def _fault_of_years(column: Column, beside: Sequence[Column], plan: Period | None) -> str | None:
    """Return the code of a heading that is nothing but several years, to whose end there are targets."""
    if not column.is_bare or column.period is None or not spans_years(column.period):
        return None
    if any(other.field is Field.KIND for other in beside):
        return None
    promised = [plan, *(other.period for other in beside if other.field is Field.TARGET)]
    end = column.period.end_key
    return "bare-years" if any(due is not None and due.end_key <= end for due in promised) else None


def _missing(grid: Grid, layout: Layout, columns: Iterable[Column]) -> Iterator[Diagnostic]:
    """Say which columns a plan needs and the table does not have."""
    if not grid.headings:
        yield left_out("no-columns", "the table", "")
        return
    first = quoted(grid.headings[0])
    has_targets = any(column.field is Field.TARGET for column in columns) or layout.column(Field.KIND)
    has_names = layout.column(Field.NAME) or layout.column(Field.ID)
    if layout.column(Field.NAME) is None:
        if has_names is None:
            yield left_out("no-name-column", "the headings", ", ".join(grid.headings), heading=first)
        else:
            yield read_anyway("names-from-ids", "the headings", ", ".join(grid.headings))
    if not has_targets:
        yield _without_targets(grid, layout)
    if not grid.rows and has_names:
        yield left_out("no-rows", "the table", "")


def _without_targets(grid: Grid, layout: Layout) -> Diagnostic:
    """Say that no column holds targets; only one that is not read may be meant for them."""
    unread = [text for text in map(grid.headings.__getitem__, layout.unread) if not is_of_due_dates(text)]
    heading = quoted(unread[-1]) if unread else "..."
    return left_out("no-target-column", "the headings", ", ".join(grid.headings), heading=heading)


def last_years(layout: Layout) -> tuple[Period | None, Period | None]:
    """Return the one year of which the headings name baselines, and the last one of which they name targets."""
    baselines = {column.period for column in layout.values if column.field is Field.BASELINE} - {None}
    targets = [column.period for column in layout.values if column.field is Field.TARGET and column.period is not None]
    latest = max(targets, key=lambda period: period.end_key, default=None)
    return (baselines.pop() if len(baselines) == 1 else None), latest


def without_baseline(grid: Grid, layout: Layout, plan: Period) -> Iterator[Diagnostic]:
    """Say that no column is one of baselines, where one has the actuals of the year just before the plan.

    What the user says of such a column is taken as it is meant.
    """
    fields = {column.field for column in (*layout.words, *layout.values)}
    if Field.TARGET not in fields or fields & {Field.KIND, Field.BASELINE}:
        return
    for column in layout.values:
        if column.field is Field.ACTUAL and column.period == plan.year_before and not column.is_given:
            heading, place = quoted(column.text), grid.heading_place(column.position)
            year = plan.year_before
            yield read_anyway("no-baseline", place, column.text, heading=heading, year=year)
            return
