"""Source: where in which document something stands."""

from __future__ import annotations

from attrs import field, frozen

from civicplan.errors import InvalidTypeError, InvalidValueError, describe, visible
from civicplan.values.text import is_storable


def _document(value: str) -> str:
    if not isinstance(value, str):
        raise InvalidTypeError("Source.document", "the document's name", describe(value))
    if not value.strip() or len(value) > 1000 or not is_storable(value):
        raise InvalidValueError("Source.document", "a name of 1 to 1000 characters", describe(value))
    return value


def _line(value: int | None) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool):
        raise InvalidTypeError("Source.line", "a line number", describe(value))
    if not 1 <= value <= 10**9:
        raise InvalidValueError("Source.line", "a line number of 1 or more", describe(value))
    return value


def _box(value: str | None) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise InvalidTypeError("Source.box", "the box's number as printed", describe(value))
    if not value.strip() or len(value) > 1000 or not is_storable(value):
        raise InvalidValueError("Source.box", "a number of 1 to 1000 characters", describe(value))
    return value


@frozen(kw_only=True)
class Source:
    """A place in a document that a reader can open and check.

    Attributes:
        document: The document's name.
        line: The line, counted from 1.
        box: The number of the box, as printed.

    >>> str(Source(document="outline", line=166, box="3"))
    'outline, box 3, line 166'
    """

    document: str = field(converter=_document)
    line: int | None = field(default=None, converter=_line)
    box: str | None = field(default=None, converter=_box)

    def __str__(self) -> str:
        box = f", box {self.box}" if self.box else ""
        line = f", line {self.line}" if self.line else ""
        return visible(f"{self.document}{box}{line}")
