"""What the measures take for a number, and how they say that there is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from decimal import Decimal
from typing import NoReturn

from civicplan.errors import InvalidTypeError, InvalidValueError, Reason, UndefinedMeasureError, describe
from civicplan.values import FigureLike, to_figure

_LARGEST_MAGNITUDE = 100

HUNDRED = Decimal(100)


def number(value: FigureLike) -> Decimal:
    """The value of a figure, or a Decimal as it is: results of one measure feed the next."""
    if not isinstance(value, Decimal):
        return to_figure(value).value
    if not value.is_finite() or abs(value.adjusted()) > _LARGEST_MAGNITUDE:
        raise InvalidValueError("", f"a finite number within 10^±{_LARGEST_MAGNITUDE}", describe(str(value)))
    return value


def share(percent: FigureLike) -> Decimal:
    """A percentage as a share."""
    return number(percent) / HUNDRED


def shares(percents: Iterable[FigureLike]) -> list[Decimal]:
    """Percentages as shares."""
    if isinstance(percents, str | bytes | Mapping | Set) or not isinstance(percents, Iterable):
        raise InvalidTypeError("", "a list of percentages", describe(percents), "put a single one in brackets: [x]")
    return [share(percent) for percent in percents]


def positive_years(years: FigureLike, measure: str) -> Decimal:
    """A number of years that is more than none."""
    length = number(years)
    if length <= 0:
        undefined(Reason.NO_TIME, measure)
    return length


def undefined(reason: Reason, measure: str) -> NoReturn:
    """Say why the measure has no value."""
    raise UndefinedMeasureError(reason, measure)
