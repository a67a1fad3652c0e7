"""Notice: what readers say of a line, as a code and a sentence; and what every reader returns in the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from attrs import evolve, frozen

from civicplan.model._fields import to_bool
from civicplan.reading import Diagnostic, Reading
from civicplan.render.message import fill

_T = TypeVar("_T")
_LINE = re.compile(r"line ([0-9]{1,9})")


@frozen
class Notice:
    """What can be noticed of a line: one code, one sentence.

    Attributes:
        code: The stable name, in kebab case.
        sentence: What is the matter, what was done, and what to write; with named places in braces.
        left_out: True where nothing of it is in the value; False where it was read by an assumption.

    >>> print(Notice("not-in-calendar", "{time} is not in the calendar.").at(12, "13月开馆", time="13月"))
    line 12: '13月开馆': 13月 is not in the calendar.
    """

    code: str
    sentence: str
    left_out: bool = True

    def at(self, line: int, text: str = "", **words: object) -> Diagnostic:
        """Return the diagnostic of a line, with the places of the sentence filled."""
        message = fill(self.sentence, **words)
        return Diagnostic(code=self.code, place=f"line {line}", text=text, message=message, left_out=self.left_out)


def at_line(diagnostic: Diagnostic, numbers: Sequence[int]) -> Diagnostic:
    """Return a diagnostic of a line that is counted from 1 with the number of the line in the document.

    >>> at_line(Notice("odd", "It is odd.").at(2), [10, 14]).place
    'line 14'
    """
    return evolve(diagnostic, place=f"line {numbers[line_of(diagnostic) - 1]}")


def line_of(diagnostic: Diagnostic) -> int:
    """Return the number of the line that a diagnostic is about; 0 where it is about something else.

    >>> line_of(Notice("odd", "It is odd.").at(12))
    12
    """
    number = _LINE.match(diagnostic.place)
    return int(number[1]) if number else 0


def finished(reading: Reading[_T], *, strict: bool) -> Reading[_T]:
    """Return a reading with its diagnostics in the order of their lines.

    Args:
        reading: The reading.
        strict: Whether anything to know about it raises.

    Raises:
        ReadingError: There are diagnostics, and the reading is to be strict.
        InvalidTypeError: `strict` is neither true nor false.
    """
    ordered = Reading(value=reading.value, diagnostics=sorted(reading.diagnostics, key=line_of))
    return ordered.or_raise() if to_bool(strict) else ordered
