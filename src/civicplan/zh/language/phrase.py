"""Phrase: what words say with one number; and the error that shows where a text is none."""

from __future__ import annotations

from enum import StrEnum
from typing import Self, TypeAlias
from unicodedata import east_asian_width

from attrs import frozen

from civicplan.errors import InvalidValueError, visible
from civicplan.values import Bound, Figure
from civicplan.zh.language.periods import FoundPeriod


class Role(StrEnum):
    """What the number of a phrase is.

    An `AMOUNT` counts or measures in a unit, a `SHARE` is a percentage of a whole. A `CHANGE` is a rise or a fall in
    the unit, `POINTS` one in percentage points, `GROWTH` one in percent or in times of what was there before. A `RATIO`
    is of several numbers.
    """

    AMOUNT = "amount"
    SHARE = "share"
    CHANGE = "change"
    POINTS = "points"
    GROWTH = "growth"
    RATIO = "ratio"


#: What the numbers of a phrase are: a bare figure, the bound that a word makes of it, or the parts of a ratio.
Printed: TypeAlias = Figure | Bound | tuple[Figure, ...]


@frozen(kw_only=True)
class Phrase:
    """What words say with one number; every digit of it stands in `text`, and a bare amount is a floor.

    Attributes:
        printed: The figure without a word that bounds it, the bound that words make of it, or the parts of a ratio.
        unit: The unit as it is printed; % for a share in words. None where none is printed.
        role: What the number is.
        falls: True for a change downwards.
        is_annual: True for a change in each year.
        base: What a change starts from, where that is said: a year, or words such as 同比, which have no period.
        text: The words.
        start: Where they begin in the text, counted from 0.
        place: Where in the text its number begins.
        end: The place behind their last character.
    """

    printed: Printed
    unit: str | None
    role: Role
    falls: bool = False
    is_annual: bool = False
    base: FoundPeriod | None = None
    text: str
    start: int
    place: int
    end: int

    @property
    def bound(self) -> Bound | None:
        """The acceptable values of what is promised so: a bare figure or more; None for a ratio."""
        match self.printed:
            case Figure():
                return Bound.at_least(self.printed)
            case Bound():
                return self.printed
            case _:
                return None


#: Signs of these widths take two columns.
_WIDE = ("W", "F")


class PhraseSyntaxError(InvalidValueError):
    """A text that is no phrase, with the place where it stops being one.

    Attributes:
        text: The text.
        position: The place, counted from 0.
    """

    def __init__(
        self, place: str, expected: str, got: str, advice: str = "", text: str = "", position: int = 0
    ) -> None:
        super().__init__(place, expected, got, advice)
        self.args = (place, expected, got, advice, text, position)
        self.text = text
        self.position = position

    def in_field(self, place: str) -> Self:
        """Return the same error about a place that its raiser could not know."""
        return type(self)(place, self.expected, self.got, self.advice, self.text, self.position)

    def __str__(self) -> str:
        """The sentence, and under it the text with a caret below the place."""
        before = visible(self.text[: self.position])
        blanks = "".join("\u3000" if east_asian_width(sign) in _WIDE else " " for sign in before)
        return f"{super().__str__()}\n    {visible(self.text)}\n    {blanks}^"
