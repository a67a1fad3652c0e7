"""Small built-in plans: facts and figures of public documents, each with its line in the document."""

from __future__ import annotations

import os

from civicplan.errors import InvalidTypeError, UnknownIdError, describe
from civicplan.formats import loads
from civicplan.model import Plan

_SUFFIX = ".toml"
#: By its path, since the modules that read the resources of a package take as long to import as attrs.
_FOLDER = os.path.dirname(__file__)


def names() -> tuple[str, ...]:
    """Return the names of the built-in plans, in order.

    >>> "zhuzhou-13fyp" in names()
    True
    """
    return tuple(sorted(file.removesuffix(_SUFFIX) for file in os.listdir(_FOLDER) if file.endswith(_SUFFIX)))


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
    with open(os.path.join(_FOLDER, name + _SUFFIX), encoding="utf-8") as file:
        return loads(file.read(), format="toml", document=name)
