"""Two sides of a finding as two numbers, where they are two of one kind."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from civicplan.measure import attainment
from civicplan.values import is_defined, value_or_reason

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
#: A target states where values begin to meet it, so its figure is the number of its side.
_SIGNS = re.compile("[≥≤><≈=]")


class Sides(NamedTuple):
    """What is claimed and what is computed, as numbers of one kind.

    Attributes:
        claimed: What is claimed.
        computed: What the figures come to.
        share: What is computed over what is claimed [share].
    """

    claimed: Decimal
    computed: Decimal
    share: Decimal


def sides_of(claimed: str, computed: str) -> Sides | None:
    """Return two sides as numbers; None where either has none or several, or they differ in more than the number.

    Nothing is read into words: "7.2 %/yr" and "5.87 %/yr" are two numbers of one kind, "70 %" and "4 of 5 (80 %)" are
    not. A share of zero or of a number with the other sign is none either.

    >>> sides_of("≥50", "60").share, sides_of("70 %", "4 of 5 (80 %)")
    (Decimal('1.2'), None)
    """
    frames = tuple(_NUMBER.sub("#", _SIGNS.sub("", text)) for text in (claimed, computed))
    if frames[0] != frames[1] or frames[0].count("#") != 1:
        return None
    one, other = (Decimal(number) for text in (claimed, computed) for number in _NUMBER.findall(text))
    share = value_or_reason(attainment, other, one)
    return Sides(one, other, share) if is_defined(share) and share > 0 else None
