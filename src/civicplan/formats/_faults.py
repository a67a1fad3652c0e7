"""Refusals on their way out of cattrs: collected up to a limit, then told as faults with paths."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

import attrs
from cattrs.errors import AttributeValidationNote, BaseValidationError, ForbiddenExtraKeysError

from civicplan.errors import (
    MOST_FAULTS,
    Fault,
    InvalidInputError,
    InvalidPlanError,
    InvalidTypeError,
    PlanFormatError,
    is_within_value,
)
from civicplan.formats._raw import LONGEST_RAW, Written, as_written, nearest_advice, step_text

_Refusal: TypeAlias = InvalidInputError | InvalidPlanError | PlanFormatError | BaseValidationError
#: What is said of a field without a default that is not there.
MISSING = "the field is missing, and there is no default for it"
#: Comparing words is slow, and nobody misspells so many names of one object.
_MOST_ADVICE = 20


class _Step(str):
    """The step from an array or an object to the entry that was refused, as the note of its error."""

    __slots__ = ()


class _EntriesError(BaseValidationError):
    """The refusals of the entries of an array, or of the texts by language."""

    unlisted = 0


def structure_each(entries: Iterable[tuple[Any, Any]], structure: Callable[[Any, Any], Any]) -> list[Any]:
    """Structure every entry, given its value and its key; all refusals are raised together.

    After so many faults as are ever listed, further entries are only counted, so that a hostile file costs no more.
    """
    structured: list[Any] = []
    refusals: list[Exception] = []
    faults = unlisted = 0
    for key, value in entries:
        if faults >= MOST_FAULTS:
            unlisted += 1
            continue
        try:
            structured.append(structure(value, key))
        except (InvalidInputError, InvalidPlanError, PlanFormatError, BaseValidationError) as error:
            refusal = as_refused(error, value)
            refusal.add_note(_Step(step_text(key)))
            refusals.append(refusal)
            faults += _count(refusal)
    if refusals:
        together = _EntriesError("entries", refusals, list)
        together.unlisted = unlisted
        raise together
    return structured


def as_refused(error: _Refusal, value: object) -> _Refusal:
    """Return the refusal of a value in the words of files, with what stood there as a note."""
    if isinstance(error, InvalidTypeError) and not error.place:
        error = InvalidTypeError("", error.expected, as_written(value), error.advice)
    error.add_note(Written.of(value))
    return error


def _count(error: BaseException) -> int:
    return sum(map(_count, error.exceptions)) if isinstance(error, BaseValidationError) else 1


def unlisted_in(error: BaseException) -> int:
    """Return how many entries were only counted, and faults between parts left out."""
    match error:
        case BaseValidationError():
            return getattr(error, "unlisted", 0) + sum(map(unlisted_in, error.exceptions))
        case InvalidPlanError() | PlanFormatError():
            return error.unlisted
        case _:
            return 0


def faults_in(error: BaseException, path: str = "$") -> Iterator[Fault]:
    """Yield one fault for each leaf of an error, with the path to it."""
    match error:
        case BaseValidationError():
            for inner in error.exceptions:
                yield from faults_in(inner, path + _step(inner))
        case ForbiddenExtraKeysError():
            yield from _unknown_fields(error, path)
        case InvalidPlanError() | PlanFormatError():
            yield from (Fault(path + fault.path.removeprefix("$"), fault.message, fault.raw) for fault in error.faults)
        case InvalidInputError():
            advice = f"; {error.advice}" if error.advice else ""
            message = f"expected {error.expected}, got {error.got}{advice}"
            yield Fault(path + _place(error.place), message, _written(error))
        case KeyError():
            yield Fault(path, MISSING)
        case _:
            raise error


def _unknown_fields(error: ForbiddenExtraKeysError, path: str) -> Iterator[Fault]:
    fields = tuple(field.alias or field.name for field in attrs.fields(error.cl))
    for place, key in enumerate(sorted(map(str, error.extra_fields))):
        nearest = nearest_advice(key, fields) if place < _MOST_ADVICE else ""
        advice = nearest or f"expected one of {', '.join(fields)}"
        yield Fault(path + step_text(key), f"there is no such field; {advice}", key[:LONGEST_RAW])


def _step(error: BaseException) -> str:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return f".{note.name.removeprefix('_')}"  # files have the name of the argument
        if isinstance(note, _Step):
            return str(note)
    return ""


def _written(error: BaseException) -> str:
    return str(next((note for note in getattr(error, "__notes__", ()) if isinstance(note, Written)), ""))


def _place(place: str) -> str:
    """Return an error's own place as a step from the object at the path: ``Relative.tolerance`` is ``.tolerance``."""
    if is_within_value(place):
        return place
    _, dot, name = place.rpartition(".")
    return f"{dot}{name}" if dot else ""
