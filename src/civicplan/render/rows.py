"""Rows: several of a kind, which show themselves as one table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar, Protocol, TypeVar

from civicplan.errors import Reason
from civicplan.render.frames import frame
from civicplan.render.languages import Language
from civicplan.render.message import Message, said
from civicplan.values import NotAssessable, Text


class _HasRow(Protocol):
    """What is a row of a table."""

    def to_row(self) -> dict[str, Any]: ...


_T = TypeVar("_T", bound=_HasRow)


class Rows(tuple[_T, ...]):
    """Several of a kind, in their order: a tuple that gives itself as text, as rows and as a dataframe."""

    __slots__ = ()

    #: The names of the columns, which there are without any row.
    _columns: ClassVar[Sequence[str]]

    def to_rows(self) -> list[dict[str, Any]]:
        """Return one plain dict for each."""
        return [one.to_row() for one in self]

    def to_frame(self, backend: str | None = None) -> Any:
        """Return the rows as a dataframe.

        Args:
            backend: The library, such as "polars"; None takes the first one installed of pandas, polars and pyarrow.

        Raises:
            MissingExtraError: That library, or narwhals, is not installed.
        """
        return frame(self.to_rows(), backend, columns=self._columns)

    def __str__(self) -> str:
        return "\n".join(map(str, self))


#: What stands in a row as it is.
_PLAIN = (str, bool, int, Decimal)


def plain_row(row: Mapping[str, object], language: Language | None) -> dict[str, Any]:
    """Return a row with nothing but numbers, truth values, texts and None in it.

    Args:
        row: Its cells by their names.
        language: The language of all words; None leaves codes as codes, and takes the first words of each text.

    >>> plain_row({"name": Text({"zh": "册", "en": "volumes"}), "reason": Reason.NO_TIME}, None)
    {'name': '册', 'reason': 'no_time'}
    """
    return {name: _plain(cell, language) for name, cell in row.items()}


def _plain(cell: object, language: Language | None) -> Any:
    if cell is None or type(cell) in _PLAIN:
        return cell
    match cell:
        case NotAssessable():
            return None
        case Reason() if language is not None:
            return said(NotAssessable(cell), language)
        case Message() | Text() | StrEnum():
            return str(cell) if language is None else said(cell, language)
    return str(cell)
