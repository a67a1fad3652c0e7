"""How numbers and sources are written out for people; never read back."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from civicplan.values import NotAssessable, Source, Text
from civicplan.values._decimals import EXACT, decimal_text

_HUNDRED = Decimal(100)
#: Computed numbers are shown with as many decimal places at least.
FEWEST_PLACES = 2
_MOST_MORE_PLACES = 12
_FRAME = {
    "level": "{}",
    "growth": "{} %/yr",
    "total": "[{}]",
    "reduction": "[{} %]",
}


def plain_text(value: Decimal) -> str:
    """The number with the digits that it has."""
    return format(value, "f")


def text_apart_from(value: Decimal, other: Decimal, places: int) -> str:
    """The number with so many places, or as many more as it takes not to look like the other."""
    for more in range(places, places + _MOST_MORE_PLACES):
        text = decimal_text(value, more)
        if value == other or Decimal(text) != other:
            return text
    return decimal_text(value, places)


def distance_text(distance: Decimal) -> str:
    """How far a value is from another: its own digits, but of a computed one two places or as many as show it."""
    own = -cast("int", distance.as_tuple().exponent)
    return plain_text(distance) if own <= FEWEST_PLACES else text_apart_from(distance, Decimal(0), FEWEST_PLACES)


def percent_text(share: Decimal | NotAssessable) -> str:
    """A share as a percentage, or a dash; it is never rounded onto 100 from below or above."""
    if isinstance(share, NotAssessable):
        return "—"
    return f"{text_apart_from(EXACT.multiply(share, _HUNDRED), _HUNDRED, 1)} %"


def in_measure(text: object, measure: str) -> str:
    """A figure or bound as a plan's table prints it: rates with their unit, sums over the period in [ ]."""
    return _FRAME[measure].format(text)


def full_name(group: Text | None, name: Text) -> str:
    """The name of a row under that of the indicator it is a part of."""
    return ": ".join(part.in_language("en") for part in (group, name) if part)


def source_text(source: Source | None) -> str:
    """Where it stands, in parentheses, or nothing."""
    return f" ({source})" if source else ""
