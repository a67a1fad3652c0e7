"""The two shapes of a path between levels."""

from __future__ import annotations

from civicplan.errors import InvalidTypeError, InvalidValueError, describe

_EXPECTED = "linear or geometric"


def to_path(path: object) -> str:
    """The name of a path: "linear" (the same step every year) or "geometric" (the same rate every year)."""
    if not isinstance(path, str):
        raise InvalidTypeError("path", _EXPECTED, describe(path))
    if path not in ("linear", "geometric"):
        raise InvalidValueError("path", _EXPECTED, describe(path))
    return path
