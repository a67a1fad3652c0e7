"""How numbers, names and codes are written out for people; never read back."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import cast

from civicplan.render import phrases
from civicplan.render.message import Message, fill, joined, to_message
from civicplan.values import NotAssessable, Text
from civicplan.values._decimals import EXACT, decimal_text

_HUNDRED = Decimal(100)
#: Computed numbers are shown with at least so many decimal places.
FEWEST_PLACES = 2
_MOST_MORE_PLACES = 12


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


def percent_text(share: Decimal | NotAssessable) -> Message:
    """Return a share as a percentage, or a dash where it is undefined; 100 % is never the result of rounding."""
    if isinstance(share, NotAssessable):
        return Message(phrases.UNDEFINED)
    return fill(phrases.PERCENT, share=text_apart_from(EXACT.multiply(share, _HUNDRED), _HUNDRED, 1))


def in_measure(text: object, measure: str) -> Message:
    """Return a figure or bound as the table of a plan prints it: rates with their unit, sums over the period in [ ]."""
    return fill(phrases.IN_MEASURE[measure], figure=text)


def with_unit(amount: object, unit: str | None) -> Message:
    """Return an amount with its unit, where it has one."""
    return fill(phrases.WITH_UNIT, amount=amount, unit=unit) if unit else as_it_is(amount)


def as_it_is(value: object) -> Message:
    """Return a value as a message, in which each language gives it its own form."""
    return fill(phrases.AS_IT_IS, words=value)


def entries(parts: Iterable[str]) -> Message:
    """Return words of the library as the entries of a list, empty ones left out.

    >>> entries(["the target of 0 is replaced by 0.001", ""])
    'the target of 0 is replaced by 0.001'
    """
    return joined(phrases.NEXT_ENTRY, (to_message(part) for part in parts if part))


def in_words(code: str) -> Message:
    """Return a verdict, standing, status or label as words.

    >>> in_words("not_met")
    'not met'
    """
    return Message(code.replace("_", " "))


def full_name(group: Text | None, name: Text, number: str | None = None) -> Message:
    """Return the name of a row with its number and the group that it belongs to, as the table prints them."""
    names = joined(phrases.AFTER_GROUP, filter(None, (group, name)))
    return fill(phrases.NUMBERED, number=number, names=names) if number else names
