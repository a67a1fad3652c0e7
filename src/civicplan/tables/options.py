"""What a user says about a table: the arguments of its readers, checked once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

from attrs import evolve, field, frozen

from civicplan.errors import InvalidTypeError, UnknownIdError, describe, naming_field
from civicplan.model import DirectionLike, Measure, MeasureLike, to_direction
from civicplan.model.target import to_measure
from civicplan.reading import Reading
from civicplan.tables.heading_words import Field
from civicplan.tables.headings import Heading, read_heading
from civicplan.tables.numbers import DecimalMark, check_decimal
from civicplan.tables.uniform import uniform
from civicplan.values import FiscalYearNamed, Period, PeriodLike, to_period

_E = TypeVar("_E", bound=StrEnum)

#: Our word for all rows that state none, or ours by the words of the table.
MeasureOption: TypeAlias = MeasureLike | Mapping[str, MeasureLike]
DirectionOption: TypeAlias = DirectionLike | Mapping[str, DirectionLike]
#: Headings of the table by what they are.
Columns: TypeAlias = Mapping[str, str | Sequence[str]]

_COLUMNS_ADVICE = 'write {"name": "Indicator", "target": "Target 2025"}'


@frozen(kw_only=True)
class Words:
    """How one column of words is read: by the words of the table first; a row without one takes the word for all.

    Attributes:
        for_all: The word for every row that states none.
        own: Ours by the words of the table, in uniform signs.
    """

    for_all: Any = None
    own: Mapping[str, Any] = field(factory=dict)


def _words(name: str, value: object, convert: Callable[[Any], _E]) -> Words:
    if value is None:
        return Words()
    if not isinstance(value, Mapping):
        with naming_field(name):
            return Words(for_all=convert(value))
    own = {}
    for word, meant in value.items():
        if not isinstance(word, str):
            raise InvalidTypeError(name, "words of the table as text", describe(word))
        with naming_field(f"{name}[{describe(word)}]"):
            own[uniform(word)] = convert(meant)
    return Words(own=own)


@frozen(kw_only=True)
class Options:
    """The arguments of `from_frame` and `tables.read` about what stands in a table.

    Attributes:
        period: The plan period; None infers it, or fails.
        columns: What the user says of columns: each heading with what it is.
        ignore: Headings of columns that are left aside.
        measure: How the words of measures are read.
        direction: How the words of directions are read.
        decimal: The decimal mark; None leaves out what is ambiguous.
        fiscal_year_start: The month in which a fiscal year begins [1 to 12].
        fiscal_year_named: Whether FY2024 is the year that ends or the one that starts in 2024.
    """

    period: Period | None
    columns: tuple[tuple[str, Heading], ...]
    ignore: tuple[str, ...]
    measure: Words
    direction: Words
    decimal: DecimalMark | None
    fiscal_year_start: int | None
    fiscal_year_named: FiscalYearNamed

    def heading(self, text: str, place: str, field: Field | None = None) -> Reading[Heading | None]:
        """Return what a heading of the table means."""
        return read_heading(
            text,
            place=place,
            field=field,
            fiscal_year_start=self.fiscal_year_start,
            fiscal_year_named=self.fiscal_year_named,
        )


def options_of(
    *,
    period: PeriodLike | None = None,
    columns: Columns | None = None,
    ignore: Iterable[str] = (),
    measure: MeasureOption | None = None,
    direction: DirectionOption | None = None,
    decimal: DecimalMark | None = None,
    fiscal_year_start: int | None = None,
    fiscal_year_named: FiscalYearNamed = "end",
) -> Options:
    """Return the arguments as they are meant.

    Raises:
        InvalidInputError: One of them is of another type or has no meaning.
        UnknownIdError: `columns` names something that no column can be.
    """
    month = 1 if fiscal_year_start is None else fiscal_year_start  # so that the name is checked in any case
    Period.parse("FY2024", fiscal_year_start=month, fiscal_year_named=fiscal_year_named)
    check_decimal(decimal)
    return Options(
        period=None if period is None else _period(period, fiscal_year_start, fiscal_year_named),
        columns=tuple(_columns({} if columns is None else columns, fiscal_year_start, fiscal_year_named)),
        ignore=_headings("ignore", ignore),
        measure=_words("measure", measure, to_measure),
        direction=_words("direction", direction, to_direction),
        decimal=decimal,
        fiscal_year_start=fiscal_year_start,
        fiscal_year_named=fiscal_year_named,
    )


def _period(period: PeriodLike, start: int | None, named: FiscalYearNamed) -> Period:
    with naming_field("period"):
        if isinstance(period, str) and start is not None:
            return Period.parse(period, fiscal_year_start=start, fiscal_year_named=named)
        return to_period(period)


def _columns(columns: Columns, start: int | None, named: FiscalYearNamed) -> list[tuple[str, Heading]]:
    if not isinstance(columns, Mapping):
        raise InvalidTypeError("columns", "headings by what they are", describe(columns), _COLUMNS_ADVICE)
    given = []
    for key, headings in columns.items():
        meant = _meant(key, start, named)
        texts = (headings,) if isinstance(headings, str) else _headings(f"columns[{describe(key)}]", headings)
        given += [(text, meant) for text in texts]
    return given


def _meant(key: object, start: int | None, named: FiscalYearNamed) -> Heading:
    """Return what a key of `columns` says: a field, or one with its measure and period, as in "target total 2025"."""
    if not isinstance(key, str):
        raise InvalidTypeError("columns", "what a column is, as text", describe(key), _COLUMNS_ADVICE)
    words = key.split()
    measures = [word for word in words if word in tuple(Measure)]
    if len(words) > 1 and len(measures) == 1:
        rest = " ".join(word for word in words if word not in measures)
        return evolve(_meant(rest, start, named), measure=Measure(measures[0]))
    if key in tuple(Field):
        return Heading(field=Field(key))
    meant = read_heading(key, place="columns", fiscal_year_start=start, fiscal_year_named=named).value
    if meant is None:
        raise UnknownIdError(key, tuple(Field), "the list of what a column can be")
    return meant


def _headings(place: str, headings: object) -> tuple[str, ...]:
    if isinstance(headings, str):
        return (headings,)
    if isinstance(headings, bytes | Mapping) or not isinstance(headings, Iterable):
        raise InvalidTypeError(place, "headings of the table", describe(headings), 'write ["Ministry"]')
    texts = tuple(headings)
    for text in texts:
        if not isinstance(text, str):
            raise InvalidTypeError(place, "headings as text", describe(text), 'write ["Ministry"]')
    return texts
