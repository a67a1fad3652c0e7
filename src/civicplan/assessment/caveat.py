"""Caveat: what could overturn a verdict."""

from __future__ import annotations

from civicplan.describing import SentenceEnum


class Caveat(SentenceEnum):
    """What is known that could overturn a verdict; without one it is decisive.

    >>> Caveat.DIGITS.sentence
    'digits that were not printed could turn the verdict'
    """

    DIGITS = "digits", "digits that were not printed could turn the verdict"
    PRICES = "prices", "the rate is derived from levels that may be in current prices"
    RATIO = "ratio", "the rate is derived from a level in percent, whose change may be meant in points"
    TOLERANCE = "tolerance", "only the tolerance of the target makes it met, and documents seldom print one"
    PARTS = "parts", "the published parts contradict the published whole, on which the verdict rests"
    UNASSESSED = "unassessed", "another target in numbers that is due got no verdict"
    HEDGED = "hedged", "the actual is published as an approximate figure"


#: What each caveat means, by its code.
CAVEAT_SENTENCES = {str(caveat): caveat.sentence for caveat in Caveat}
