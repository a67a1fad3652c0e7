"""Targets that stand in a panel as text, such as "≥95" or "80-100", as the columns that an assessment reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from civicplan.errors import InvalidValueError, UnknownIdError, describe
from civicplan.panel.engine import Frame, collected, nw, on_engine
from civicplan.panel.expressions import Expr
from civicplan.panel.kinds import Kind, read_cells
from civicplan.tables.cells import decimal_marks, doubts_of_marks, read_cell
from civicplan.tables.numbers import NO_MARKS, DecimalMark, Marks, check_decimal
from civicplan.values import Bound

_BRACKETS = "Square brackets may mean a total, a reduction or a change; write none, and which into the column measure."
_PLUS = "With a plus it may be how far the level is to change; write none, and if so, change into the column measure."


class _Target(NamedTuple):
    """What one text says, by the names of the columns; None where it does not say so."""

    comparator: str | None = None
    target: float | None = None
    target_high: float | None = None
    target_reason: str | None = None


_TYPES = {
    "comparator": nw.String(),
    "target": nw.Float64(),
    "target_high": nw.Float64(),
    "target_reason": nw.String(),
}


def split_targets(frame: Any, column: str = "target", *, decimal: DecimalMark | None = None) -> Any:
    """Return the frame with the targets of a column of text as `comparator`, `target` and `target_high`.

    What is understood is listed with the cells of tables. Nothing is guessed: where a text cannot be read the three are
    null, and `target_reason` says why, as it says by which assumption one was read. A figure without a sign has no
    comparator. Signs of percent are left aside: 95% is 95, for values in percent. Each text is read once, and of a lazy
    frame nothing but these texts is collected.

    Args:
        frame: A frame with a target in each row.
        column: The name of the column; one of another name than `target` stays in the frame.
        decimal: The decimal mark, "." or ","; by default a number that may be two, such as 1,006, is not read.

    Raises:
        UnknownIdError: The frame has no such column.
        InvalidTypeError: It is no frame, or the column holds something else than text.
        InvalidValueError: It has a column that would be made here, or the decimal mark is none.

    >>> import polars as pl
    >>> split = split_targets(pl.DataFrame({"target": ["≥95%", "80-100", "a lot"]}))
    >>> split.select("comparator", "target", "target_high").rows()
    [('≥', 95.0, None), ('..', 80.0, 100.0), (None, None, None)]
    """
    check_decimal(decimal)
    distinct = on_engine(frame, lambda given: given.select(text=_cells(given, column)).unique())
    told = _targets(collected(distinct)["text"].drop_nulls().to_list(), decimal)

    def work(given: Any) -> Any:
        cells = _cells(given, column)
        return given.with_columns(**{name: _part(cells, name, told) for name in _TYPES})

    return on_engine(frame, work, is_row_by_row=True)


def _cells(frame: Frame, column: str) -> Any:
    names = frame.collect_schema().names()
    if column not in names:
        raise UnknownIdError(column, tuple(names), "the frame")
    if made := next((name for name in _TYPES if name in names and name != column), None):
        raise InvalidValueError("frame", "no column of a name that is given here", describe(made), "rename it")
    return read_cells(frame, column, Kind.WORD, "targets as text")


def _targets(texts: list[str], decimal: DecimalMark | None) -> dict[str, _Target]:
    marks = NO_MARKS if decimal else decimal_marks(texts)
    doubts = [one.message for one in doubts_of_marks(marks, place="", decimal=decimal)]
    return {text: _target(text, decimal, marks, doubts if "." in text or "," in text else ()) for text in texts}


def _target(text: str, decimal: DecimalMark | None, marks: Marks, doubts: Iterable[str]) -> _Target:
    reading = read_cell(text, place="", decimal=decimal, marks=marks)
    cell, told = reading.value, [one.message for one in reading.diagnostics]
    if cell is None or cell.is_bracketed or cell.has_plus:
        unclear = [_BRACKETS if cell.is_bracketed else _PLUS] if cell else []
        return _Target(target_reason=" ".join((*told, *unclear)) or None)
    reason = " ".join((*told, *doubts)) or None
    if not isinstance(cell.printed, Bound):
        return _Target(None, float(cell.printed.value), None, reason)
    bound = cell.printed
    sign = "≈" if bound.is_of_unknown_width else bound.kind.value
    return _Target(sign, float(bound.figure.value), float(bound.second.value) if bound.second else None, reason)


def _part(cells: Expr, name: str, told: dict[str, _Target]) -> Expr:
    """Return one of the columns that are made, from the text of each row."""
    known = {text: value for text, target in told.items() if (value := getattr(target, name)) is not None}
    if not known:
        return nw.lit(None, dtype=_TYPES[name])
    return cells.replace_strict(list(known), list(known.values()), default=None, return_dtype=_TYPES[name])
