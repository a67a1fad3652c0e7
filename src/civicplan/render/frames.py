"""Rows of plain dicts as a dataframe."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, cast

from civicplan.errors import InvalidValueError, MissingExtraError, describe

_NUMBERS = ("value", "attainment", "progress", "elapsed", "pace", "growth", "required_growth", "catch_up_growth")


def frame(rows: list[dict[str, Any]], backend: str, *, columns: Sequence[str] = ()) -> Any:
    """Return the rows as a dataframe of the named library, with numbers as floats; the data decide no column's type.

    Args:
        rows: The rows, all with the same columns.
        backend: The name of the library.
        columns: The columns that there are without any row.
    """
    cells = {name: [_cell(row[name]) for row in rows] for name in (rows[0] if rows else columns)}
    try:
        import narwhals.stable.v2 as nw

        types = {**dict.fromkeys(_NUMBERS, nw.Float64()), "decisive": nw.Boolean()}
        schema = {name: types.get(name, nw.String()) for name in cells}
        return nw.from_dict(cells, schema=schema, backend=cast("Any", backend)).to_native()
    except ModuleNotFoundError as error:
        is_own = (error.name or "").startswith("narwhals")
        requirement = "civicplan[frames]" if is_own else error.name or str(backend)
        raise MissingExtraError(f"to_frame({backend!r})", requirement) from error
    except (AssertionError, TypeError, ValueError) as error:  # narwhals before 2.28 asserts
        known = "a dataframe library, such as polars, pandas or pyarrow"
        raise InvalidValueError("backend", known, describe(backend)) from error


def _cell(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else value
