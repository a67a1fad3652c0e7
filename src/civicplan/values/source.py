"""Source: where in which document something stands."""

from __future__ import annotations

from attrs import field, frozen
from attrs.converters import optional

from civicplan.errors import InvalidTypeError, InvalidValueError, describe, visible
from civicplan.values._fields import name_fields
from civicplan.values.text import to_label


def _line(value: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise InvalidTypeError("", "a line number", describe(value))
    if not 1 <= value <= 10**9:
        raise InvalidValueError("", "a line number of 1 or more", describe(value))
    return value


@frozen(kw_only=True, field_transformer=name_fields)
class Source:
    """A place in a document that a reader can open and check.

    Attributes:
        document: The document's name.
        line: The line, counted from 1.
        box: The number of the box, as printed.

    >>> str(Source(document="outline", line=166, box="3"))
    'outline, box 3, line 166'
    """

    document: str = field(converter=to_label)
    line: int | None = field(default=None, converter=optional(_line))
    box: str | None = field(default=None, converter=optional(to_label))

    def __str__(self) -> str:
        box = f", box {self.box}" if self.box else ""
        line = f", line {self.line}" if self.line else ""
        return visible(f"{self.document}{box}{line}")
