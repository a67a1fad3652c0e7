"""The words of closed vocabularies that people write into cells, in English and Chinese: documented, and exact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeAlias, TypeVar

from civicplan.model import Direction, Measure, Nature, ObservationStatus, Prices
from civicplan.reading import Diagnostic, Reading
from civicplan.tables.cell_words import BLANKS
from civicplan.tables.uniform import uniform
from civicplan.values import synonyms
from civicplan.values.synonyms import Synonyms

#: Words for several years at once, which are no measure by themselves.
OVER_YEARS = ("累计", "累积", "cumulative", "accumulated", "cumulated")
_OVER_YEARS = "total for a sum over the years, reduction for a fall in percent, or change for a rise or a fall"
#: How alike two words are of which one is a slip of the pen, and how long the shortest is of which that can be said.
_SLIP, _LEAST_LETTERS = 0.8, 5

_E = TypeVar("_E", bound=StrEnum)

#: The words for each member of a vocabulary, in small letters.
Words: TypeAlias = Mapping[_E, tuple[str, ...]]


def _of_members(kind: type[_E], words: Synonyms) -> Words[_E]:
    return {kind(name): known for name, known in words.items()}


DIRECTION_WORDS = _of_members(Direction, synonyms.DIRECTION)
MEASURE_WORDS = _of_members(Measure, synonyms.MEASURE)
NATURE_WORDS = _of_members(Nature, synonyms.NATURE)
PRICES_WORDS = _of_members(Prices, synonyms.PRICES)
STATUS_WORDS = _of_members(ObservationStatus, synonyms.STATUS)


def slip_of(word: str, known: Iterable[str]) -> str | None:
    """Return the known word of which another is a slip of the pen; None where it is none, as with short words.

    >>> slip_of("higer", ["higher", "lower"]), slip_of("% of target", ["target"]), slip_of("what", ["weight"])
    ('higher', None, None)
    """
    if len(word) < _LEAST_LETTERS:
        return None
    alike = [one for one in known if len(one.split()) == len(word.split())]
    return next(iter(get_close_matches(word, alike, 1, _SLIP)), None)


def read_word(text: str, words: Words[_E], *, place: str) -> Reading[_E | None]:
    """Return the member of a vocabulary that a cell names; None for a blank, and, with a diagnostic, for another word.

    A word is found as a whole, whatever its case and the width of its signs, and never as a part of another.

    Args:
        text: The text of the cell.
        words: The vocabulary, one of the tables of this file.
        place: Where it stands, for diagnostics.

    >>> read_word("Lower is better", DIRECTION_WORDS, place="C4").value
    <Direction.LOWER: 'lower'>
    """
    word = uniform(text)
    if word in BLANKS:
        return Reading(value=None)
    for member, known in words.items():
        if word in known:
            return Reading(value=member)
    near = slip_of(word, [one for known in words.values() for one in known])
    advice = "write " + (near or (_OVER_YEARS if word in OVER_YEARS else f"one of {', '.join(words)}"))
    message = f"It is no word that is known here; {advice}."
    return Reading(value=None, diagnostics=(Diagnostic(code="unknown-word", place=place, text=text, message=message),))
