"""Rows: several of a kind, which show themselves as one table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Protocol, TypeVar

from civicplan.render.frames import frame


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
