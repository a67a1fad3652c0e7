"""How numbers, names and codes are written out for people; never read back."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from civicplan.render.phrases import UNDEFINED
from civicplan.values import NotAssessable, Text
from civicplan.values._decimals import EXACT, decimal_text

_HUNDRED = Decimal(100)
#: Computed numbers are shown with at least so many decimal places.
FEWEST_PLACES = 2
_MOST_MORE_PLACES = 12
_IN_MEASURE = {
    "level": "{}",
    "growth": "{} %/yr",
    "total": "[{}]",
    "reduction": "[{} %]",
    "change": "[{}]",
}


def plain_text(value: Decimal) -> str:
    """Return the number with the digits that it has."""
    return format(value, "f")


def text_apart_from(value: Decimal, other: Decimal, places: int) -> str:
    """Return the number with so many places, or with as many more as make it look different from the other."""
    for more in range(places, places + _MOST_MORE_PLACES):
        text = decimal_text(value, more)
        if value == other or Decimal(text) != other:
            return text
    return decimal_text(value, places)


def distance_text(distance: Decimal) -> str:
    """Return a distance with its own digits, or with two decimal places where it was computed and has more.

    A distance that is not zero is never rounded to zero.
    """
    own = -cast("int", distance.as_tuple().exponent)
    return plain_text(distance) if own <= FEWEST_PLACES else text_apart_from(distance, Decimal(0), FEWEST_PLACES)


def percent_text(share: Decimal | NotAssessable) -> str:
    """Return a share as a percentage, or a dash where it is undefined; 100 % is never the result of rounding."""
    if isinstance(share, NotAssessable):
        return UNDEFINED
    return f"{text_apart_from(EXACT.multiply(share, _HUNDRED), _HUNDRED, 1)} %"


def in_measure(text: object, measure: str) -> str:
    """Return a figure or bound as the table of a plan prints it: rates with their unit, sums over the period in [ ]."""
    return _IN_MEASURE[measure].format(text)


def with_unit(amount: object, unit: str | None) -> str:
    """Return an amount with its unit, where it has one."""
    return f"{amount} {unit}" if unit else str(amount)


def in_words(code: str) -> str:
    """Return a verdict, standing, status or label as words.

    >>> in_words("not_met")
    'not met'
    """
    return code.replace("_", " ")


def full_name(group: Text | None, name: Text, number: str | None = None, language: str | None = "en") -> str:
    """Return the name of a row with its number and the group that it belongs to, as the table prints them.

    Args:
        group: The group.
        name: The name.
        number: The number.
        language: The language of the words; None takes the first of each.
    """
    names = ": ".join(part.in_language(language) for part in (group, name) if part)
    return f"{number} {names}" if number else names
