"""The values that a file states in its own way: numbers as they were written, texts by language, days with no time."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NoReturn

from civicplan.errors import InvalidInputError, InvalidTypeError
from civicplan.formats._faults import structure_each
from civicplan.formats._raw import Number, as_written
from civicplan.model.indicator import PrintedActual, to_printed_actual
from civicplan.values import Bound, Figure, Period, Text, to_bound, to_figure, to_period

#: What a number may be that no decoder made; `to_figure` refuses floats, and says what to write.
_OF_PYTHON: tuple[type[Any], ...] = (str, int, float, Decimal)
_NO_NUMBERS = ("nan", "inf", "infinity")


def refuse(expected: str, value: object, advice: str = "") -> NoReturn:
    """Refuse a value of the wrong type."""
    raise InvalidTypeError("", expected, as_written(value), advice)


def _figure(value: Any, _: object) -> Figure:
    if isinstance(value, _OF_PYTHON) and not isinstance(value, bool):
        return to_figure(value)
    if not isinstance(value, Number):
        refuse("a number, or a number as text", value)
    if value.text.strip("+-").lower() in _NO_NUMBERS:
        refuse("a number", value, "leave the value out where there is none")
    return to_figure(value.text)


def _bound(value: Any, _: object) -> Bound:
    return to_bound(value)


def _printed(value: Any, _: object) -> PrintedActual:
    return to_printed_actual(value) if isinstance(value, str) else _figure(value, None)


def _period(value: Any, _: object) -> Period:
    if isinstance(value, datetime.datetime):
        refuse("a period, such as 2016/2020", value)
    return to_period(value.text if isinstance(value, Number) else value)


def _text(value: Any, _: object) -> Text:
    try:
        return Text(value)
    except InvalidInputError:
        if isinstance(value, dict):
            structure_each(value.items(), lambda words, language: Text({language: words}))
        raise


#: What makes a value of each class out of what a file states.
VALUES: dict[Any, Callable[[Any, object], Any]] = {
    Figure: _figure,
    Bound: _bound,
    PrintedActual: _printed,
    Period: _period,
    Text: _text,
}
