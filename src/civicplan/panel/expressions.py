"""What every formula over columns is built of: cases in order, flags that are never null, and numbers that may be.

A flag that is the same in every row is a plain true or false, and a code an int: what a frame has no column for then
costs nothing.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from civicplan.panel.engine import nw

Expr: TypeAlias = "nw.Expr"
#: True or false in each row, or in all of them.
Flag: TypeAlias = "nw.Expr | bool"
#: The number of a word in each row, or in all of them.
Code: TypeAlias = "nw.Expr | int"
#: A condition and what holds under it.
Case: TypeAlias = "tuple[Flag, Any]"

#: No name of a caller begins so.
_PREFIX = "_civicplan_"
#: How far apart two numbers may be, for their size, and still be the same: floats carry some 16 digits,
#: of which a short calculation spoils the last ones, and amounts of a dozen digits are told apart.
_CLOSE = 1e-12
_TINY = 1e-300


def own(name: str) -> str:
    """Return the name of a column of ours that is there while an answer is worked out."""
    return _PREFIX + name


def no_number() -> Expr:
    """Return a number that is missing."""
    return nw.lit(None, dtype=nw.Float64())


def no_word() -> Expr:
    """Return a word that is missing."""
    return nw.lit(None, dtype=nw.String())


def first_of(*cases: Case, otherwise: Any) -> Any:
    """Return the value of the first condition that holds; one that is null does not hold."""
    value = otherwise
    for condition, then in reversed(cases):
        if condition is True:
            value = then
        elif condition is not False:
            value = nw.when(condition).then(_column(then)).otherwise(_column(value))
    return value


def code_of(*cases: Case, otherwise: Code) -> Code:
    """Return the number of a word that goes with the first condition that holds."""
    found: Code = first_of(*cases, otherwise=otherwise)
    return found


def number_of(*cases: Case) -> Expr:
    """Return the value of the first condition that holds, else no number."""
    return _column(first_of(*cases, otherwise=no_number()))


def _column(value: Any) -> Expr:
    return value if isinstance(value, nw.Expr) else nw.lit(value)


def flag(condition: Flag) -> Flag:
    """Return true where the condition holds, else false; never null."""
    if isinstance(condition, bool):
        return condition
    return condition.fill_null(False)


def all_of(*flags: Flag) -> Flag:
    """Return where all of these hold; none of them may be null."""
    joined: Flag = True
    for one in flags:
        if one is False or joined is False:
            return False
        if one is not True:
            joined = one if joined is True else joined & one
    return joined


def any_of(*flags: Flag) -> Flag:
    """Return where some of these hold; none of them may be null."""
    joined: Flag = False
    for one in flags:
        if one is True or joined is True:
            return True
        if one is not False:
            joined = one if joined is False else joined | one
    return joined


def no(one: Flag) -> Flag:
    """Return where this does not hold; it may not be null."""
    return not one if isinstance(one, bool) else ~one


def rounding(end: Expr) -> Expr:
    """Return how far from a number another may be and still be the same; from zero, hardly anything."""
    return end.abs() * _CLOSE + _TINY


def beyond(one: Expr, other: Expr, end: Expr) -> Flag:
    """Return where one number is greater than the other by more than rounding, for the size of one of them, the end."""
    return flag(one - other > end.abs() * _CLOSE)


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
