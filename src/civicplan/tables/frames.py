"""Dataframes as grids: text as it stands, numbers with their digits, and what a column of floats has forgotten."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from numbers import Integral
from typing import Any, TypeAlias

from attrs import frozen

from civicplan.errors import (
    InvalidTypeError,
    InvalidValueError,
    MissingExtraError,
    UnknownIdError,
    describe,
)
from civicplan.reading import Diagnostic
from civicplan.tables.grid import Grid, PrintedNumber, Rows, Sheet
from civicplan.tables.headings import is_unnamed, join_headings
from civicplan.tables.said import quoted, read_anyway
from civicplan.tables.shown import plain_text, shortest_text, with_places
from civicplan.values.source import LAST_LINE

#: How many decimal places the numbers of every column were published with, or those of single columns.
Places: TypeAlias = int | Mapping[str, int]

_MOST_PLACES = 30
#: Python writes no more bits as decimal digits.
_MOST_BITS = 10_000
#: What pandas calls the lengths of periods that are units of the calendar; fiscal years and quarters have other names.
_CALENDAR_UNITS = frozenset({"Y-DEC", "A-DEC", "Q-DEC", "M", "D"})


_LABELS_SHOWN = 3


@frozen(kw_only=True)
class FrameGrid:
    """A dataframe as a grid.

    Attributes:
        grid: The table as text.
        notes: What to know about a column where its cells are read as figures.
        index: What to know about the labels of its rows.
    """

    grid: Grid
    notes: Mapping[int, tuple[Diagnostic, ...]]
    index: tuple[Diagnostic, ...]


def frame_grid(frame: Any, *, places: Places | None = None) -> FrameGrid:
    """Return a dataframe as text under headings.

    Args:
        frame: A dataframe of pandas, polars or pyarrow, a relation of DuckDB, or any other that narwhals reads.
        places: The decimal places with which the figures were published.

    Raises:
        InvalidTypeError: It is no dataframe.
        InvalidValueError: Two columns have the same name.
        MissingExtraError: narwhals is not installed.
    """
    table, numbers = _collected(with_index(frame)), _row_numbers(frame)
    headings = _headings(table.columns)
    wanted = _places_by_column(places, headings)
    columns, notes = [], {}
    for position, column in enumerate(table.iter_columns()):
        texts, said = _texts(column, wanted.get(position), headings[position])
        columns.append(texts)
        notes[position] = tuple(said)
    rows: Rows = tuple(zip(*columns, strict=True))
    sheet = Sheet(document="the table", rows=rows, numbers=numbers or range(1, len(rows) + 1))
    told = () if numbers or not _is_of_pandas(frame) else _said_of_index(frame)
    return FrameGrid(grid=Grid(sheet=sheet, headings=headings), notes=notes, index=told)


def _is_of_pandas(frame: Any) -> bool:
    from narwhals.dependencies import is_pandas_dataframe

    return is_pandas_dataframe(frame)


def _row_numbers(frame: Any) -> list[int] | None:
    """Return the numbers of the rows of a pandas dataframe, which those of a filtered one have from the whole.

    They are the labels, counted from 1, where these are unnamed numbers that tell the rows apart; else there are none.
    """
    if not _is_of_pandas(frame) or not len(frame):
        return None
    labels = list(frame.index)
    are_numbers = all(isinstance(label, Integral) and 0 <= int(label) < LAST_LINE for label in labels)
    is_named = frame.index.name is not None and labels != list(range(len(labels)))
    if not are_numbers or is_named or len(set(labels)) < len(labels):
        return None
    return [int(label) + 1 for label in labels]


def _said_of_index(frame: Any) -> tuple[Diagnostic, ...]:
    """Say of the labels of a pandas dataframe with rows that they are no places of rows."""
    labels = ", ".join(map(str, frame.index[:_LABELS_SHOWN]))
    return (read_anyway("other-index", "the labels of the rows", labels),) if labels else ()


def _collected(frame: Any) -> Any:
    try:
        import narwhals.stable.v2 as nw
        from narwhals.exceptions import NarwhalsError
    except ModuleNotFoundError as error:
        raise MissingExtraError("reading a dataframe", "civicplan[frames]") from error
    try:
        table = nw.from_native(frame)
        return table.collect() if isinstance(table, nw.LazyFrame) else table
    except TypeError as error:
        expected = "a dataframe of pandas, polars, pyarrow or DuckDB"
        raise InvalidTypeError("frame", expected, describe(frame), "tables.read reads files") from error
    except NarwhalsError as error:
        raise InvalidValueError("frame", "columns with names of their own", str(error), "rename one of them") from error
    except ModuleNotFoundError as error:
        raise MissingExtraError("reading a dataframe", error.name or "narwhals") from error


def with_index(frame: Any) -> Any:
    """Return a dataframe of pandas or Dask with the named levels of its index as columns; rows may be named there."""
    index = getattr(frame, "index", None)
    names = getattr(index, "names", None)
    levels = list(names) if isinstance(names, list | tuple) else [getattr(index, "name", None)]
    # A column called index, in libraries whose columns are attributes of the frame, has a method of that name.
    fresh = [name for name in levels if name is not None and not callable(name) and name not in frame.columns]
    if len(fresh) < len(levels):
        return frame.reset_index(level=fresh) if fresh else frame
    return frame.reset_index() if fresh else frame


def _headings(names: list[Any]) -> tuple[str, ...]:
    """Return the names of the columns as text; those of several levels are rows of headings."""
    depth = max((len(name) for name in names if isinstance(name, tuple)), default=1)
    levels = [name if isinstance(name, tuple) else (name,) * depth for name in names]
    rows = [[_name(level[row]) for level in levels] for row in range(depth)]
    return tuple(rows[0]) if depth == 1 else join_headings(rows)


def _name(name: object) -> str:
    text = name if isinstance(name, str) else _text(name)
    return "" if is_unnamed(text) else str(text)


def _places_by_column(places: Places | None, headings: tuple[str, ...]) -> dict[int, int]:
    if places is None:
        return {}
    if not isinstance(places, Mapping):
        return dict.fromkeys(range(len(headings)), _to_places("places", places))
    known = {heading: position for position, heading in enumerate(headings)}
    for heading in places:
        if heading not in known:
            raise UnknownIdError(heading, headings, "the table that places= speaks of")
    return {known[heading]: _to_places(f"places[{heading!r}]", count) for heading, count in places.items()}


def _to_places(place: str, count: object) -> int:
    if not isinstance(count, int) or isinstance(count, bool):
        raise InvalidTypeError(place, "a number of decimal places", describe(count), 'write 1, or {"2021": 1}')
    if not 0 <= count <= _MOST_PLACES:
        raise InvalidValueError(place, f"0 to {_MOST_PLACES} decimal places", describe(count))
    return count


def _texts(column: Any, places: int | None, heading: str) -> tuple[list[str], list[Diagnostic]]:
    """Return the cells of a column as text, and what to know about its numbers."""
    values, kind = column.to_list(), type(column.dtype).__name__
    shortest = _shortest_single if kind == "Float32" else shortest_text
    floats = [value for value in values if isinstance(value, float) and value == value]
    decimals = (
        [value for value in values if isinstance(value, Decimal) and "." in str(value)] if kind == "Decimal" else []
    )
    if not floats and not decimals:
        return [value if value.__class__ is str else _text(value) for value in values], []
    if places is None:
        return [_text(value, shortest) for value in values], [_note(heading, floats, decimals)]
    texts = [_text(value, shortest, places) for value in values]
    return texts, _cut_short(values, texts, places, heading)


def _note(heading: str, floats: list[float], decimals: list[Decimal]) -> Diagnostic:
    places = f"{{{quoted(heading)}: 1}}"
    scale = len(plain_text(decimals[0]).partition(".")[2]) if decimals else 0
    code = "float-column" if floats else "decimal-column"
    return read_anyway(code, f"column {quoted(heading)}", "", places=places, scale=scale)


def _cut_short(values: list[object], texts: list[str], places: int, heading: str) -> list[Diagnostic]:
    """Say where a number has more places than it was published with."""
    noticed = []
    for row, (value, text) in enumerate(zip(values, texts, strict=True), start=1):
        if isinstance(value, float | Decimal) and text and len(text.partition(".")[2]) > places:
            place = f"row {row}, column {quoted(heading)}"
            noticed.append(read_anyway("more-places", place, text, places=places, text=text))
    return noticed


def _text(value: object, shortest: Callable[[float], str] = shortest_text, places: int | None = None) -> str:
    """Return a cell as text; what is missing is blank."""
    match value:
        case str():
            return value
        case None:
            return ""
        case bool():
            return str(value).lower()
        case int():
            return PrintedNumber(value) if value.bit_length() <= _MOST_BITS else describe(value)
        case float():
            return _float_text(value, shortest, places) if value == value else ""
        case Decimal():
            return _decimal_text(value, places)
        case datetime() if value == value:
            return value.date().isoformat() if value.isoformat().endswith("T00:00:00") else value.isoformat()
        case date() if value == value:
            return value.isoformat()
        case _ if getattr(value, "freqstr", None) in _CALENDAR_UNITS:
            return str(value)
        case _ if type(value).__module__ == "numpy" and hasattr(value, "item"):
            return _text(value.item(), shortest, places)
        case _:
            is_missing = type(value).__name__ in ("NAType", "NaTType")
            return "" if is_missing else describe(value)


def _float_text(value: float, shortest: Callable[[float], str], places: int | None) -> str:
    text = None if places is None else with_places(value, places)
    return PrintedNumber(shortest(value) if text is None else text)


def _decimal_text(value: Decimal, places: int | None) -> str:
    if not value.is_finite():
        return "" if value.is_nan() else str(value)
    text = plain_text(value)
    whole, _, digits = text.partition(".")
    if places is None or len(digits.rstrip("0")) > places:
        return PrintedNumber(text)
    return PrintedNumber(f"{whole}.{digits[:places]:0<{places}}" if places else whole)


def _shortest_single(value: float) -> str:
    """Return a number of single precision by the fewest digits that give it back."""
    texts = (format(value, f".{digits}g") for digits in range(1, 10))
    return shortest_text(next((float(text) for text in texts if _as_single(float(text)) == value), value))


def _as_single(value: float) -> float:
    try:
        rounded: float = struct.unpack("f", struct.pack("f", value))[0]
    except OverflowError:
        return value
    return rounded
