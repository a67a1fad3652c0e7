"""Reading: what a lenient reader made of a document, and what to know about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from civicplan.errors import CivicPlanError, describe, visible
from civicplan.render.rows import Rows
from civicplan.render.tables import Table

_T = TypeVar("_T")
_U = TypeVar("_U")
_COLUMNS = ("code", "place", "text", "message", "left_out")
_HEADINGS = ("place", "text", "what to know")
#: An error and a warning list so many places; their field has all.
_MOST_LISTED = 20


@frozen(kw_only=True)
class Diagnostic:
    """One place of a document that a reader left out, or read only by making an assumption.

    Attributes:
        code: The stable name of what was noticed, in kebab case.
        place: Where it stands: ``row 4, column "Target 2025"``, or ``Sheet1!C4`` in a spreadsheet.
        text: What stands there, as it was written.
        message: Why it could not be read as it stands, what was done instead, and what to write.
        left_out: True where nothing of it is in the value; False where it was read by an assumption.

    >>> print(Diagnostic(code="ambiguous-number", place="C4", text="1,006", message="Say decimal=',' or '.'."))
    C4: '1,006': Say decimal=',' or '.'.
    """

    code: str
    place: str
    text: str
    message: str
    left_out: bool = True

    def to_row(self) -> dict[str, Any]:
        """Return it as a plain dict."""
        return {name: getattr(self, name) for name in _COLUMNS}

    def __str__(self) -> str:
        shown = f"{self.text!r}: " if self.text else ""
        return visible(f"{self.place}: {shown}{self.message}")


class Diagnostics(Rows[Diagnostic]):
    """All that a reader noticed, in the order of the document: a tuple that shows itself as a table.

    >>> print(Diagnostics([Diagnostic(code="not-a-number", place="C4", text="many", message="Write a number.")]))
    C4: 'many': Write a number.
    """

    __slots__ = ()
    _columns = _COLUMNS

    def _repr_html_(self) -> str:
        return self._html()

    def _html(self, caption: str = "") -> str:
        from civicplan.render.html import MOST_ROWS, block

        rows = [(diagnostic.place, diagnostic.text, diagnostic.message) for diagnostic in self]
        return block([Table(_HEADINGS, rows, caption=caption)], most=MOST_ROWS)


def _to_diagnostics(values: Iterable[Diagnostic]) -> Diagnostics:
    return values if isinstance(values, Diagnostics) else Diagnostics(values)


@frozen(kw_only=True, repr=False)
class Reading(Generic[_T]):
    """A value as far as it could be read, and everything to know about it: nothing is dropped in silence.

    Attributes:
        value: What was read.
        diagnostics: What was left out, and what was read by an assumption.

    >>> Reading(value=" 95 ").map(str.strip).value
    '95'
    >>> Reading(value="95")
    <reading of '95': no diagnostics>
    """

    value: _T
    diagnostics: Diagnostics = field(default=Diagnostics(), converter=_to_diagnostics)

    def __repr__(self) -> str:
        count = len(self.diagnostics)
        counted = "1 diagnostic" if count == 1 else f"{count or 'no'} diagnostics"
        return f"<reading of {describe(self.value)}: {counted}>"

    def _repr_html_(self) -> str:
        return self.diagnostics._html(repr(self))

    def map(self, change: Callable[[_T], _U]) -> Reading[_U]:
        """Return the reading of a changed value, with the same diagnostics."""
        return Reading(value=change(self.value), diagnostics=self.diagnostics)

    def bind(self, read_on: Callable[[_T], Reading[_U]]) -> Reading[_U]:
        """Return what another reader makes of the value, with the diagnostics of both."""
        further = read_on(self.value)
        return Reading(value=further.value, diagnostics=(*self.diagnostics, *further.diagnostics))

    @staticmethod
    def combine(readings: Iterable[Reading[_U]]) -> Reading[tuple[_U, ...]]:
        """Return one reading of all the values, with the diagnostics of all.

        >>> Reading.combine([Reading(value=1), Reading(value=2)]).value
        (1, 2)
        """
        several = tuple(readings)
        noticed = (diagnostic for reading in several for diagnostic in reading.diagnostics)
        return Reading(value=tuple(reading.value for reading in several), diagnostics=Diagnostics(noticed))

    def or_raise(self) -> Reading[_T]:
        """Return the reading itself where there is nothing to know about it.

        Raises:
            ReadingError: There are diagnostics; the error carries all of them.
        """
        if self.diagnostics:
            raise ReadingError(self.diagnostics)
        return self


class ReadingError(CivicPlanError, ValueError):
    """A document that could not be read as it stands, where that was asked for.

    Attributes:
        diagnostics: All that the reader noticed.
    """

    def __init__(self, diagnostics: Diagnostics) -> None:
        super().__init__(diagnostics)
        self.diagnostics = diagnostics

    def __str__(self) -> str:
        return _listed(self.diagnostics)


class ReadingWarning(UserWarning):
    """What a lenient reader noticed while it read a file.

    Attributes:
        diagnostics: All that the reader noticed.
    """

    def __init__(self, document: str, diagnostics: Diagnostics) -> None:
        super().__init__(document, diagnostics)
        self.document = document
        self.diagnostics = diagnostics

    def __str__(self) -> str:
        return f"{visible(self.document)}: {_listed(self.diagnostics)}"


def _listed(diagnostics: Diagnostics) -> str:
    count = len(diagnostics)
    head = "one place needs a look:" if count == 1 else f"{count} places need a look:"
    return "\n  ".join((head, *map(str, diagnostics[:_MOST_LISTED]), *_rest(count - _MOST_LISTED)))


def _rest(count: int) -> tuple[str, ...]:
    return (f"and {count} more, all in .diagnostics",) if count > 0 else ()
