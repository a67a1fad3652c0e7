"""Find a part by its id, or say which ids are near."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from civicplan.errors import InvalidTypeError, UnknownIdError, describe

_T = TypeVar("_T")


def find_by_id(parts: Mapping[str, _T], id: str, where: str) -> _T:
    """Return the part with this id.

    Raises:
        UnknownIdError: None of the parts bears it; the error names the nearest ids.
        InvalidTypeError: The id is no text.
    """
    if not isinstance(id, str):
        raise InvalidTypeError("id", "an id as text", describe(id), "write the id of the part in quotes")
    if id not in parts:
        raise UnknownIdError(id, tuple(parts), where)
    return parts[id]
