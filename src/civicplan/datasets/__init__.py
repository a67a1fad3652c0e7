"""Small built-in plans: facts and figures of public documents, each with its line in the document."""

from __future__ import annotations

from importlib.resources import files

from civicplan.errors import InvalidTypeError, UnknownIdError, describe
from civicplan.formats import loads
from civicplan.model import Plan

_SUFFIX = ".toml"


def names() -> tuple[str, ...]:
    """Return the names of the built-in plans, in order.

    >>> "zhuzhou-13fyp" in names()
    True
    """
    return tuple(
        sorted(entry.name.removesuffix(_SUFFIX) for entry in files(__name__).iterdir() if entry.name.endswith(_SUFFIX))
    )


def load(name: str) -> Plan:
    """Return a built-in plan, by name.

    Raises:
        UnknownIdError: There is none of this name; the error names the nearest.

    >>> len(load("zhuzhou-13fyp").indicators)
    38
    """
    if not isinstance(name, str):
        raise InvalidTypeError("name", "the name of a built-in plan", describe(name), "see datasets.names()")
    if name not in names():
        raise UnknownIdError(name, names(), "the built-in data")
    text = files(__name__).joinpath(name + _SUFFIX).read_text(encoding="utf-8")
    return loads(text, format="toml", document=name)
