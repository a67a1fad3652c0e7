"""What may stand in the cell of a table besides words: a number, a code with its sign, a share done."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple, TypeAlias

from civicplan.render import phrases
from civicplan.render.languages import Language
from civicplan.render.message import Message, fill, joined, said
from civicplan.render.words import percent_text
from civicplan.values import NotAssessable, Text

#: How a code looks: the sign that stands before its words, and the tone of that sign. A sign says what colour says.
_LOOKS = {
    "met": ("✓", "good"),
    "achieved_early": ("✓", "good"),
    "ahead": ("▲", "good"),
    "on_track": ("●", "good"),
    "behind": ("▼", "poor"),
    "reversing": ("◀", "poor"),
    "not_met": ("✗", "poor"),
    "not_due": ("○", "open"),
    "not_assessable": ("?", "open"),
    "contradiction": ("✗", "poor"),
    "doubt": ("?", "open"),
    "note": ("i", "open"),
}


class Number(NamedTuple):
    """Digits, which stand at the right of their column.

    Attributes:
        text: The number as it is shown.
    """

    text: str

    @property
    def words(self) -> str:
        """What is written."""
        return self.text


class Badge(NamedTuple):
    """A verdict, a standing or a severity, with its sign.

    Attributes:
        code: The code that is shown, such as ``not_met``.
        headline: What is written, such as the headline of an assessment.
        caveats: What could overturn it; a page puts them into notes below the table.
    """

    code: str
    headline: Message
    caveats: tuple[str, ...] = ()

    @property
    def sign(self) -> str:
        """The sign before the words.

        >>> Badge("not_met", Message("not met")).sign
        '✗'
        """
        return look_of(self.code)[0]

    @property
    def tone(self) -> str:
        """Whether the sign looks good, poor or open."""
        return look_of(self.code)[1]

    @property
    def words(self) -> Message:
        """What is written where no note can say what the caveats mean."""
        if not self.caveats:
            return self.headline
        caveats = joined(phrases.NEXT_NAME, map(Message, self.caveats))
        return fill(phrases.WITH_CAVEATS, verdict=self.headline, caveats=caveats)


class Bar(NamedTuple):
    """A share done, drawn as a bar; its ends are those of the picture, the text is the number itself.

    Attributes:
        done: The share done [share].
        elapsed: The share of the time gone, drawn as a line across the bar; None where it is not known [share].
        text: The number as it is shown.
        title: What the bar says, in words.
    """

    done: float
    elapsed: float | None
    text: str
    title: Message

    @property
    def words(self) -> str:
        """What is written where nothing can be drawn."""
        return self.text


class Parts(NamedTuple):
    """How many of a group are in which state, drawn as the parts of one bar.

    Attributes:
        counts: The states, such as ``not_met``, each with how many are in it.
        title: What the bar says, in words.
    """

    counts: tuple[tuple[str, int], ...]
    title: Message

    @property
    def words(self) -> Message:
        """What is written where nothing can be drawn."""
        return self.title


def look_of(code: str) -> tuple[str, str]:
    """Return the sign of a verdict, a standing or a severity, and its tone: good, poor or open.

    >>> look_of("not_met")
    ('✗', 'poor')
    """
    return _LOOKS[code]


def progress_cell(done: Decimal | NotAssessable, elapsed: Decimal | NotAssessable) -> Number | Bar:
    """Return the share done as a bar with a mark for the time gone, or a dash where it is undefined.

    Args:
        done: The share done [share].
        elapsed: The share of the time gone [share].
    """
    if isinstance(done, NotAssessable):
        return Number(phrases.UNDEFINED)
    if isinstance(elapsed, NotAssessable):
        return Bar(float(done), None, percent_text(done), fill(phrases.DONE, done=percent_text(done)))
    title = fill(phrases.DONE_AND_ELAPSED, done=percent_text(done), elapsed=percent_text(elapsed))
    return Bar(float(done), float(elapsed), percent_text(done), title)


Cell: TypeAlias = str | Text | Number | Badge | Bar | Parts

#: What is drawn, and is more than its words.
DRAWN = (Number, Badge, Bar, Parts)


def cell_text(cell: Cell, language: Language) -> str:
    """Return a cell as text.

    >>> cell_text(Number("5"), "en")
    '5'
    """
    return said(cell.words if isinstance(cell, DRAWN) else cell, language)
