"""From what cattrs raises to faults with paths."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from civicplan.errors import Fault, InvalidInputError, InvalidPlanError
from civicplan.formats._raw import LONGEST_RAW, Written, nearest_advice, step_text

#: Comparing words is slow, and nobody misspells so many names of one object.
_MOST_ADVICE = 20


def faults_in(error: BaseException, path: str = "$") -> Iterator[Fault]:
    """One fault for each leaf of an error, with the path to it."""
    match error:
        case BaseValidationError():
            for inner in error.exceptions:
                yield from faults_in(inner, path + _step(inner))
        case ForbiddenExtraKeysError():
            fields = tuple(field.name for field in attrs.fields(error.cl))
            for place, key in enumerate(sorted(error.extra_fields)):
                near = nearest_advice(key, fields) if place < _MOST_ADVICE else ""
                advice = near or f"expected one of {', '.join(fields)}"
                yield Fault(path + step_text(key), f"there is no such field; {advice}", key[:LONGEST_RAW])
        case InvalidPlanError():
            yield from (Fault(path + fault.path.removeprefix("$"), fault.message, fault.raw) for fault in error.faults)
        case InvalidInputError():
            advice = f"; {error.advice}" if error.advice else ""
            message = f"expected {error.expected}, got {error.got}{advice}"
            yield Fault(path + _place(error.place), message, _written(error))
        case KeyError():
            yield Fault(path, "the field is missing, and there is no default for it")
        case _:
            raise error


def _step(error: BaseException) -> str:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return f".{note.name}"
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
    return ""


def _written(error: BaseException) -> str:
    return str(next((note for note in getattr(error, "__notes__", ()) if isinstance(note, Written)), ""))


def _place(place: str) -> str:
    """The part of an error's own place below the object at the path: ``Relative.tolerance`` is ``.tolerance``."""
    if place.startswith(("[", ".")):
        return place
    _, dot, name = place.rpartition(".")
    return f"{dot}{name}" if dot else ""
