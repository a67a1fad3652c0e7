"""What the cells of a column are, and how those of each kind are read, whatever type a library keeps them in."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from numbers import Real
from typing import Any

from civicplan.errors import InvalidTypeError
from civicplan.panel.engine import Frame, collected, is_unknown, native_type, nw
from civicplan.panel.expressions import Expr, no_number, no_word


class Kind(Enum):
    """What the cells of a column are; the value says it in words."""

    NUMBER = "numbers"
    END = "numbers, an infinite one where there is no end"
    TIME = 'years, or text such as "2024-Q2"'
    DATE = 'dates, years, or text such as "2024-05-31"'
    WORD = "words"
    FLAG = "true or false"
    KEY = "text or whole numbers"


_TIMES = (Kind.TIME, Kind.DATE)
_NUMBERS = (Kind.NUMBER, Kind.END)
_DATES = (nw.Date, nw.Datetime)
ADVICE = {
    Kind.NUMBER: "turn text into numbers first; panel.split_targets does so for targets such as ≥95 and 80-100",
    Kind.END: "write the ends as numbers",
    Kind.TIME: "write years as whole numbers, and other periods as text",
    Kind.DATE: "write dates, or text such as 2024-05-31",
    Kind.WORD: "write the words as text",
    Kind.FLAG: "write true and false",
    Kind.KEY: "write them as text",
}


def read_cells(frame: Frame, theirs: str, kind: Kind, expected: str) -> Any:
    """Return the cells of a column in the type that formulas need, as an expression or as a Series of pandas.

    A column without any cell is read whatever its type, which says nothing: a file of text has no type for it. So what
    would be refused is looked at first, and nothing else is.

    Args:
        frame: The frame.
        theirs: The name of the column.
        kind: What its cells should be.
        expected: The same in words, for an error.

    Raises:
        InvalidTypeError: They are something else.
    """
    given, native = frame.collect_schema()[theirs], native_type(frame, theirs)
    dtype = known_type(given, native)
    if is_nothing(dtype):
        return _nothing(kind)
    if fits(kind, dtype):
        return _typed(nw.col(theirs), kind, dtype)
    if frame.implementation.is_pandas() and (told := _of_objects(nw.to_native(frame)[theirs], kind)) is not None:
        return told
    if _has_no_cell(frame, theirs):
        return _nothing(kind)
    got = native if is_unknown(given, native) else dtype
    raise InvalidTypeError(f"column {theirs!r}", expected, str(got), ADVICE[kind])


def fits(kind: Kind, dtype: nw.dtypes.DType) -> bool:
    """Return whether a column of a type can be one of a kind; one without any cell can be each."""
    is_text = dtype in (nw.String, nw.Categorical, nw.Enum)
    if is_nothing(dtype):
        return True
    if kind in _NUMBERS:
        return dtype.is_numeric()
    if kind is Kind.FLAG:
        return dtype == nw.Boolean
    if (kind is Kind.DATE and dtype in _DATES) or (kind is Kind.KEY and dtype.is_integer()):
        return True
    return is_text or (kind in _TIMES and dtype.is_numeric())


def is_nothing(dtype: nw.dtypes.DType) -> bool:
    """Return whether a type is that of columns without any cell."""
    return str(dtype) in ("Unknown", "Null")


def known_type(dtype: nw.dtypes.DType, native: Any) -> nw.dtypes.DType:
    """Return the type of a column; narwhals knows no complex numbers and no periods, which pandas has.

    Args:
        dtype: The type that narwhals tells.
        native: That of the library.
    """
    if not is_unknown(dtype, native):
        return dtype
    return nw.String() if str(native).startswith("period[") else nw.Object()


def _typed(column: Expr, kind: Kind, dtype: nw.dtypes.DType) -> Expr:
    if dtype == nw.Float32:  # 95.1 is 95.0999985 there; its shortest text is what was meant, as of every float
        column = column.cast(nw.String())
    if kind is Kind.NUMBER or (kind in _TIMES and dtype.is_numeric()):
        return column.cast(nw.Float64()) if dtype.is_integer() else finite(column)
    if kind is Kind.END:
        return _end(column)
    if dtype in _DATES:
        return column.dt.to_string("%Y-%m-%d")
    if kind is Kind.FLAG:
        return nw.when(column.fill_null(False)).then(nw.lit(True)).otherwise(nw.lit(False))
    return column.cast(nw.String())


def finite(column: Expr) -> Expr:
    """Return numbers as floats; what is no number and what is infinite are null."""
    number = column.cast(nw.Float64())
    return nw.when(number.is_finite()).then(number)


def _end(column: Expr) -> Expr:
    """Return the ends of intervals as floats; what is no number is null, and what is infinite stays so."""
    number = column.cast(nw.Float64())
    return nw.when(number.is_finite() | (number.abs() == math.inf)).then(number)


def _nothing(kind: Kind) -> Expr:
    """Return the cells of a column that has none."""
    if kind in (*_NUMBERS, *_TIMES):
        return no_number()
    return nw.lit(False) if kind is Kind.FLAG else no_word()


def _has_no_cell(frame: Frame, theirs: str) -> bool:
    """Return whether all cells of some rows are missing; without a row, the types of pandas alone say nothing."""
    native = nw.to_native(frame) if frame.implementation.is_pandas() else None
    counted: Any = frame.select(rows=nw.len(), cells=nw.col(theirs).count())
    ((rows, cells),) = collected(counted).rows()
    return not cells and (bool(rows) or (native is not None and native[theirs].dtype.name == "object"))


def _of_objects(cells: Any, kind: Kind) -> Any:
    """Return the numbers or flags of a Series of pandas that keeps them as objects; None where it holds others."""
    kinds: set[type] = set(map(type, cells.dropna())) if cells.dtype.name == "object" else set()
    read: Callable[[Any], Any]
    if kinds and kind in (*_NUMBERS, *_TIMES) and are_numbers(kinds):
        read = finite_float if kind is not Kind.END else as_float
    elif kinds and kind is Kind.FLAG and {each.__name__ for each in kinds} <= {"bool", "bool_"}:
        read = bool
    else:
        return None
    missing = False if kind is Kind.FLAG else math.nan
    listed = [missing if is_missing else read(cell) for cell, is_missing in zip(cells, cells.isna(), strict=True)]
    dtype = "bool" if kind is Kind.FLAG else "float64"
    return nw.from_native(type(cells)(listed, index=cells.index, dtype=dtype), series_only=True)


def are_numbers(kinds: set[type]) -> bool:
    """Return whether cells of some types are real numbers.

    >>> are_numbers({int, Decimal}), are_numbers({float, bool}), are_numbers({complex})
    (True, False, False)
    """
    return bool not in kinds and all(issubclass(kind, Real | Decimal) for kind in kinds)


def as_float(number: Any) -> float:
    """Return a number as a float; one that is none, or beyond all floats, is not a number."""
    try:
        return float(number)
    except (OverflowError, ValueError):
        return math.nan


def finite_float(number: Any) -> float:
    """Return a number as a float; an infinite one is not a number."""
    found = as_float(number)
    return found if math.isfinite(found) else math.nan
