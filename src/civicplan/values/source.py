"""Source: where in which document something stands."""

from __future__ import annotations

import re

from attrs import field, frozen
from attrs.converters import optional

from civicplan.errors import InvalidTypeError, InvalidValueError, describe, visible
from civicplan.values._fields import name_fields
from civicplan.values.text import to_label

_EXAMPLE, _LONGEST_ADVICE = "'https://www.example.org/plan.pdf'", 80
LONGEST_URL = 2000
LAST_LINE = 10**9
URL_PATTERN = r"https?://[^\s/?#]\S*"


def url_or_none(value: str | None) -> str | None:
    """Return a web address, or None where none is recorded."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise InvalidTypeError("", "a web address as text", describe(value), f"write {_EXAMPLE}")
    if not _is_url(value):
        expected = f"a web address in one line without blanks, http or https, of at most {LONGEST_URL} characters"
        amended = "%20".join(value.split()) if "://" in value else f"https://{value.strip()}"
        is_near = len(amended) <= _LONGEST_ADVICE and "." in amended and _is_url(amended)
        raise InvalidValueError(
            "", expected, describe(value), f"write {amended!r}" if is_near else f"such as {_EXAMPLE}"
        )
    return value


def _is_url(words: str) -> bool:
    return len(words) <= LONGEST_URL and words.isprintable() and re.fullmatch(URL_PATTERN, words) is not None


def _line(value: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise InvalidTypeError("", "a line number", describe(value))
    if not 1 <= value <= LAST_LINE:
        raise InvalidValueError("", "a line number of 1 or more", describe(value))
    return value


#: The document of what stands in a dataframe; the line is that of its row, counted from 1.
DATAFRAME = "the dataframe"


@frozen(kw_only=True, field_transformer=name_fields)
class Source:
    """A place in a document that a reader can open and check.

    Attributes:
        document: The document's name.
        line: The line, counted from 1.
        box: The number of the box, as printed.
        url: The web address of the document; the text of a source does not show it.

    >>> str(Source(document="outline", line=166, box="3"))
    'outline, box 3, line 166'
    """

    document: str = field(converter=to_label)
    line: int | None = field(default=None, converter=optional(_line))
    box: str | None = field(default=None, converter=optional(to_label))
    url: str | None = field(default=None, converter=url_or_none)

    def __str__(self) -> str:
        box = f", box {self.box}" if self.box else ""
        line = f", line {self.line}" if self.line else ""
        return visible(f"{self.document}{box}{line}")
