"""What every formula over columns is built of: cases in order, flags that are never null, and numbers that may be."""

from __future__ import annotations

from typing import Any, TypeAlias

from civicplan.panel.engine import nw

Expr: TypeAlias = "nw.Expr"
#: A condition and what holds under it.
Case: TypeAlias = "tuple[nw.Expr, Any]"

#: No name of a caller begins so.
_PREFIX = "_civicplan_"
#: How far apart two numbers may be, for their size, and still be the same: floats carry some 16 digits.
CLOSE = 1e-9


def own(name: str) -> str:
    """Return the name of a column of ours that is there while an answer is worked out."""
    return _PREFIX + name


def col(name: str) -> Expr:
    """Return a column of ours."""
    return nw.col(own(name))


def no_number() -> Expr:
    """Return a number that is missing."""
    return nw.lit(None, dtype=nw.Float64())


def first_of(*cases: Case, otherwise: Any) -> Expr:
    """Return the value of the first condition that holds; one that is null does not hold."""
    value = otherwise if isinstance(otherwise, nw.Expr) else nw.lit(otherwise)
    for condition, then in reversed(cases):
        value = nw.when(condition).then(then if isinstance(then, nw.Expr) else nw.lit(then)).otherwise(value)
    return value


def number_of(*cases: Case) -> Expr:
    """Return the value of the first condition that holds, else no number."""
    return first_of(*cases, otherwise=no_number())


def flag(condition: Expr) -> Expr:
    """Return true where the condition holds, else false; never null."""
    return nw.when(condition).then(nw.lit(True)).otherwise(nw.lit(False))


def both(*conditions: Expr) -> Expr:
    """Return where all of these hold."""
    joined = conditions[0]
    for condition in conditions[1:]:
        joined = joined & condition
    return joined


def least_of(first: Expr, *others: Expr) -> Expr:
    """Return the least of some numbers that are all there, or all missing; Dask has no such thing for a part of one."""
    least = first
    for other in others:
        least = nw.when(other < least).then(other).otherwise(least)
    return least


def most_of(first: Expr, *others: Expr) -> Expr:
    """Return the greatest of some numbers that are all there, or all missing."""
    most = first
    for other in others:
        most = nw.when(other > most).then(other).otherwise(most)
    return most
