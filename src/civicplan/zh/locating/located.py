"""Located: where a document prints a figure of a plan, or that it does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple

from attrs import frozen

from civicplan.errors import visible
from civicplan.render.rows import Rows
from civicplan.render.tables import Table
from civicplan.values import Figure

_COLUMNS = ("path", "subject", "figure", "status", "line", "column", "message")
_HEADINGS = ("place in the plan", "subject", "figure", "status", "line", "what to know")


class LocationStatus(StrEnum):
    """Whether a document prints a figure of a plan.

    Attributes:
        PRINTED: Printed where it belongs.
        OTHER_PLACE: Printed, but under another column or in another row.
        OTHER_UNIT: Printed where it belongs, but with another unit, or in digits that mean the same in another unit.
        NOT_PRINTED: Not printed in these digits.
        AMBIGUOUS: Printed in several places, of which nothing tells the right one.
    """

    PRINTED = "printed"
    OTHER_PLACE = "other_place"
    OTHER_UNIT = "other_unit"
    NOT_PRINTED = "not_printed"
    AMBIGUOUS = "ambiguous"


class Place(NamedTuple):
    """A place in a document.

    Attributes:
        line: The number of the line, counted from 1.
        column: The place in the line of the text as it was given, in characters counted from 1; None where the number
            cannot be found in it again.
        text: What stands there: the cell, or the clause of running text.
        heading: The heading of the column; blank in running text.
    """

    line: int
    column: int | None
    text: str
    heading: str = ""


@frozen(kw_only=True)
class Located:
    """What a document prints of one figure of a plan.

    Attributes:
        path: Where the plan has the figure.
        subject: What it is of.
        figure: The figure.
        status: Whether it is printed.
        places: Where: every place that the status speaks of, up to twenty.
        message: What was found, in a sentence.
    """

    path: str
    subject: str
    figure: Figure
    status: LocationStatus
    places: tuple[Place, ...] = ()
    message: str = ""

    def to_row(self) -> dict[str, Any]:
        """Return it as a plain dict, with the first of its places."""
        first = self.places[0] if self.places else None
        return {
            "path": self.path,
            "subject": self.subject,
            "figure": str(self.figure),
            "status": str(self.status),
            "line": first and first.line,
            "column": first and first.column,
            "message": self.message,
        }

    def __str__(self) -> str:
        return visible(f"{self.path} ({self.subject}): {self.figure}: {self.message}")


class Locations(Rows[Located]):
    """What a document prints of every figure of a plan, in the order of the plan: a tuple that shows itself as a table.

    >>> Locations([Located(path="$", subject="gdp", figure=Figure("9"), status=LocationStatus.NOT_PRINTED)]).counts
    {<LocationStatus.NOT_PRINTED: 'not_printed'>: 1}
    """

    __slots__ = ()
    _columns = _COLUMNS

    @property
    def counts(self) -> dict[LocationStatus, int]:
        """How many figures there are of each status."""
        counts = Counter(located.status for located in self)
        return {status: counts[status] for status in LocationStatus if counts[status]}

    @property
    def doubtful(self) -> Locations:
        """Those that are not printed where they belong."""
        return Locations(located for located in self if located.status is not LocationStatus.PRINTED)

    def _repr_html_(self) -> str:
        from civicplan.render.html import MOST_ROWS, block

        rows = [
            (one.path, one.subject, str(one.figure), str(one.status), _lines(one.places), one.message) for one in self
        ]
        return block([Table(_HEADINGS, rows)], most=MOST_ROWS)


def _lines(places: Iterable[Place]) -> str:
    return ", ".join(str(line) for line in dict.fromkeys(place.line for place in places))
