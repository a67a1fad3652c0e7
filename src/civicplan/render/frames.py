"""Rows of plain dicts as a dataframe."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from importlib.util import find_spec
from typing import Any, cast

from civicplan.errors import InvalidValueError, MissingExtraError, describe

#: The columns that hold no text; a column of nothing but nulls has its type as well.
NUMBERS = (
    *("value", "attainment", "progress", "elapsed", "pace", "growth", "required_growth", "catch_up_growth"),
    *("reported", "milestones_past_due", "score", "baseline_year", "current_year"),
)
FLAGS = ("decisive", "in_force", "overdue", "unreported", "left_out")
#: The first pandas with columns of text of its own.
_PANDAS_3 = 3
#: The libraries that are looked for where none is named, the first one first.
_LIBRARIES = ("pandas", "polars", "pyarrow")


def frame(
    rows: list[dict[str, Any]],
    backend: str | None = None,
    *,
    columns: Sequence[str] = (),
    numbers: Collection[str] = NUMBERS,
    flags: Collection[str] = FLAGS,
    index: Sequence[int] | None = None,
) -> Any:
    """Return the rows as a dataframe, with numbers as floats; the data decide no column's type.

    In pandas before 3.0 columns of text are those of objects, in which what is missing is None.

    Args:
        rows: The rows, all with the same columns.
        backend: The name of the library; None takes the first one installed of pandas, polars and pyarrow.
        columns: The columns that there are without any row.
        numbers: The columns of numbers.
        flags: The columns of true and false; all others are text.
        index: The labels of the rows in a library that has them, which is pandas; None counts from 0.

    Raises:
        MissingExtraError: That library, or narwhals, is not installed.
    """
    library = _first_installed() if backend is None else backend
    cells = {name: [_cell(row[name], name in numbers) for row in rows] for name in (rows[0] if rows else columns)}
    try:
        import narwhals.stable.v2 as nw

        types = {**dict.fromkeys(numbers, nw.Float64()), **dict.fromkeys(flags, nw.Boolean())}
        table = nw.from_dict(cells, backend=cast("Any", library))
        kinds = {name: types.get(name, nw.String()) for name in cells}
        if rows and _makes_text_of_nothing(table):
            kinds = {name: kind for name, kind in kinds.items() if kind != nw.String}
        table = table.with_columns(nw.col(name).cast(kind) for name, kind in kinds.items())
        labels = None if index is None else nw.new_series("index", list(index), backend=cast("Any", library))
        return (table if labels is None else nw.maybe_set_index(table, index=labels)).to_native()
    except ModuleNotFoundError as error:
        is_own = (error.name or "").startswith("narwhals")
        requirement = "civicplan[frames]" if is_own else error.name or str(library)
        raise MissingExtraError(f"to_frame({library!r})", requirement) from error
    except (TypeError, ValueError) as error:
        known = "a dataframe library, such as polars, pandas or pyarrow"
        raise InvalidValueError("backend", known, describe(library)) from error


def _makes_text_of_nothing(table: Any) -> bool:
    """Return whether a cast to text makes the text "None" of what is missing, as in pandas before 3.0."""
    library = table.implementation
    return bool(library.is_pandas()) and int(library.to_native_namespace().__version__.partition(".")[0]) < _PANDAS_3


def _first_installed() -> str:
    for library in _LIBRARIES:
        if find_spec(library) is not None:
            return library
    raise MissingExtraError("to_frame()", "civicplan[frames] pandas")


def _cell(value: Any, is_number: bool) -> object:
    return float(value) if is_number and value is not None else value
