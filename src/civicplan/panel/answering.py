"""Where a measure over columns is worked out: on arrays, as an expression, or on the engine that a Series brings."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import narwhals

from civicplan.errors import InvalidTypeError, InvalidValueError, describe
from civicplan.panel.asked import Asked, no_column
from civicplan.panel.engine import nw, on_engine
from civicplan.panel.expressing import Expressing, Staging
from civicplan.panel.kinds import ADVICE, Kind, fits


def values(asked: Asked) -> Any:
    """Return the measure, as a column of the kind that was given."""
    return _answer(asked, "values")


def reasons(asked: Asked) -> Any:
    """Return the reasons why rows have no value, as a column of the kind that was given."""
    return _answer(asked, "reasons")


def is_expression(given: Any) -> bool:
    """Return whether something stands for a column of a frame that is still to come."""
    return isinstance(given, str | narwhals.Expr) or _is_of_polars(given)


def _answer(asked: Asked, what: str) -> Any:
    columns = asked.columns
    if not columns:
        raise InvalidTypeError(
            asked.measure, "a column", "single numbers only", f"civicplan.{asked.measure} takes those"
        )
    if any(is_expression(given) for _, given in columns):
        return getattr(Expressing(_library(columns)), what)(asked)
    wrapped = next((given for _, given in columns if isinstance(given, narwhals.Series)), None)
    if wrapped is not None:
        answer = _answer(asked.over([nw.to_native(given, pass_through=True) for _, given in columns]), what)
        return nw.from_native(answer, series_only=True)
    _same_lengths(columns)
    if all(_is_for_numpy(given) for _, given in columns):
        return _on_arrays(asked, what)
    return _on_engine(asked, what)


def _is_of_polars(given: Any) -> bool:
    polars = nw.dependencies.get_polars()
    return polars is not None and isinstance(given, polars.Expr)


def _library(columns: tuple[tuple[str, Any], ...]) -> Any:
    """Return the module whose expressions are asked for; a name alone is one of narwhals."""
    others = [(name, given) for name, given in columns if not is_expression(given)]
    for name, given in columns if 2 * len(others) > len(columns) else ():
        if isinstance(given, str):  # a number in quotes, or one name among Series
            raise InvalidTypeError(name, "a Series or an array, as the others, or one number", describe(given))
    for name, given in others:
        advice = "give columns of the same kind: all Series, or all names and expressions"
        raise InvalidTypeError(name, "a name or an expression, as the others", _called(given), advice)
    of_polars = [_is_of_polars(given) for _, given in columns if not isinstance(given, str)]
    if any(of_polars) and not all(of_polars):
        raise InvalidTypeError("columns", "expressions of one library", "some of polars and some of narwhals")
    return nw.dependencies.get_polars() if any(of_polars) else nw


def _called(given: Any) -> str:
    return f"{type(given).__module__.partition('.')[0]}.{type(given).__name__}"


def _is_for_numpy(given: Any) -> bool:
    return nw.dependencies.is_numpy_array(given) or nw.dependencies.is_pandas_series(given)


def _same_lengths(columns: tuple[tuple[str, Any], ...]) -> None:
    for name, given in columns:
        if isinstance(given, list | tuple | dict | set) or not hasattr(given, "__len__"):
            raise no_column(name, given)
        if nw.dependencies.is_numpy_array(given) and given.ndim != 1:
            raise no_column(name, given)
    for (name, first), (other, second) in pairwise(columns):
        if len(first) != len(second):
            got = f"{len(first)} and {len(second)}"
            raise InvalidValueError(f"{name}, {other}", "columns of one length", got, "take both from the same frame")


def _on_arrays(asked: Asked, what: str) -> Any:
    from civicplan.panel import arrays  # NumPy is there where one of its arrays is

    series = [(name, given) for name, given in asked.columns if nw.dependencies.is_pandas_series(given)]
    for (name, first), (other, second) in pairwise(series):
        if first.index is not second.index and not first.index.equals(second.index):
            advice = "align them first, or drop the index of each with .reset_index(drop=True)"
            raise InvalidValueError(f"{name}, {other}", "columns with the same index", "two that differ", advice)
    array = getattr(arrays, what)(asked, len(asked.columns[0][1]))
    return arrays.like(series[0][1], array, _name(asked, what)) if series else array


def _on_engine(asked: Asked, what: str) -> Any:
    """Put the Series beside each other as a frame, and return a column of it."""
    series = [_series(name, given) for name, given in asked.columns]
    kinds = {one.implementation for one in series}
    if len(kinds) > 1:
        got = " and ".join(sorted(str(kind.name).lower() for kind in kinds))
        raise InvalidTypeError("columns", "Series of one library", got, "turn the others into Series of the first")
    named = [one.alias(f"column_{place}") for place, one in enumerate(series)]
    over = asked.over([one.name for one in named])

    def work(frame: Any) -> Any:
        stages = Staging(nw, frame)
        answer = getattr(stages, what)(over)
        return stages.frame.select(answer)

    answered = on_engine(named[0].to_frame().with_columns(*named[1:]).to_native(), work)
    return nw.from_native(answered, eager_only=True)[_name(asked, what)].to_native()


def _name(asked: Asked, what: str) -> str:
    return asked.measure if what == "values" else asked.reason_name


def _series(name: str, given: Any) -> Any:
    try:
        series = nw.from_native(given, series_only=True)
    except TypeError:
        raise no_column(name, given) from None
    kind = Kind.WORD if name == "direction" else Kind.NUMBER
    if not fits(kind, series.dtype):
        raise InvalidTypeError(name, kind.value, str(series.dtype), ADVICE[kind])
    return series
