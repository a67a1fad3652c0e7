"""Measures over the arrays of NumPy, and over the Series of pandas by way of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from civicplan.errors import InvalidTypeError, Reason
from civicplan.panel.asked import Asked, Says, is_number, one_number
from civicplan.panel.engine import nw
from civicplan.panel.kinds import ADVICE, Kind, are_numbers, as_float, fits, known_type
from civicplan.panel.problems import CODES, Problem, code
from civicplan.panel.rules import TOO_LARGE, Numbers
from civicplan.values.vocabulary import Direction

_WORDS = np.array([None, *CODES[1:]], dtype=object)


class _Operations:
    """NumPy works out every row, whether it makes sense or not, and is not stopped by any."""

    def where(self, condition: Any, then: Numbers, otherwise: Numbers) -> Numbers:
        """Return one number where the condition holds, else another; most conditions are rare."""
        return np.where(condition, then, otherwise) if np.any(condition) else otherwise

    def only(self, condition: Any, number: Numbers) -> Numbers:
        """Return the number."""
        return number

    def root(self, value: Numbers, degree: Numbers) -> Numbers:
        """Return the positive root of a number that is not negative."""
        return np.exp(np.log(value) / degree)

    def ln(self, value: Numbers) -> Numbers:
        """Return the natural logarithm."""
        return np.log(value)


def values(asked: Asked, length: int) -> Any:
    """Return the measure of each row as an array of floats; NaN where it has no value."""
    with np.errstate(all="ignore"):
        value, cases = _worked_out(asked)
        has_none = np.zeros(length, dtype=bool)
        for condition, _ in cases:
            has_none |= condition
        return np.where(has_none, np.nan, value)


def reasons(asked: Asked, length: int) -> Any:
    """Return why each row has no value as an array of words; None where it has one."""
    with np.errstate(all="ignore"):
        _, cases = _worked_out(asked)
        codes = np.zeros(length, dtype=np.int16)
        for condition, reason in reversed(list(cases)):
            np.copyto(codes, code(reason), where=condition)
    return _WORDS[codes]


def _worked_out(asked: Asked) -> tuple[Any, Iterator[tuple[Any, Reason | Problem]]]:
    """Return the measure of every row, right or not, and the cases in which it is not."""
    numbers: list[Any] = []
    needed: list[tuple[Any, Reason | Problem]] = []
    for name, given, absent in asked.inputs:
        number = np.float64(one_number(given, name)) if is_number(given) else _floats(given, name)
        if isinstance(absent, float):
            number = np.where(np.isfinite(number), number, absent)
        elif not is_number(given):
            needed.append((number, absent))
        numbers.append(number)
    rule = asked.rule(_says)
    value = rule.value(_Operations(), *numbers)

    def cases() -> Iterator[tuple[Any, Reason | Problem]]:
        for number, absent in needed:
            yield ~np.isfinite(number), absent
        for number, _ in needed:
            yield np.abs(number) >= TOO_LARGE, Reason.TOO_EXTREME
        yield from rule.cases(*numbers)
        yield ~np.isfinite(value), Reason.TOO_EXTREME

    return value, cases()


def _floats(given: Any, name: str) -> Any:
    """Return the numbers of an array or a Series as floats; none is NaN."""
    is_array, own = isinstance(given, np.ndarray), given.dtype
    if isinstance(own, np.dtype) and own.kind in "iuf":
        return np.ma.filled(np.asanyarray(given).astype(np.float64, copy=False), np.nan)
    if own == np.dtype(object):
        cells = given if is_array else given.to_numpy(dtype=object, na_value=None)
        if are_numbers({type(cell) for cell in cells if cell is not None}):
            return np.array([np.nan if cell is None else as_float(cell) for cell in cells], dtype=np.float64)
    elif not is_array and fits(Kind.NUMBER, known_type(nw.from_native(given, series_only=True).dtype, own)):
        return given.to_numpy(dtype=np.float64, na_value=np.nan)
    raise InvalidTypeError(name, Kind.NUMBER.value, str(own), ADVICE[Kind.NUMBER])


def _says(given: Any) -> Says:
    """Return for each direction where a row names it, and where a row names none."""
    is_array, own = isinstance(given, np.ndarray), given.dtype
    if is_array and own.kind in "OUT":
        is_silent = np.array([not isinstance(word, str) for word in given], dtype=bool)
        return {str(word): np.asarray(given == str(word), dtype=bool) for word in Direction}, is_silent
    if not is_array and (own == np.dtype(object) or fits(Kind.WORD, nw.from_native(given, series_only=True).dtype)):
        says = {str(word): (given == str(word)).fillna(False).to_numpy(dtype=bool) for word in Direction}
        return says, given.isna().to_numpy(dtype=bool)
    raise InvalidTypeError("direction", Kind.WORD.value, str(own), ADVICE[Kind.WORD])


def like(given: Any, array: Any, name: str) -> Any:
    """Return an array as a Series of pandas with the index and the family of types of the one given."""
    import pandas as pd

    is_text = array.dtype == object
    if isinstance(given.dtype, pd.ArrowDtype):
        own = "string[pyarrow]" if is_text else "double[pyarrow]"
    elif isinstance(given.dtype, pd.api.extensions.ExtensionDtype) and given.dtype.kind in "iufb":
        own = "string" if is_text else "Float64"
    else:
        own = None
    return pd.Series(array, index=given.index, name=name, dtype=own)
