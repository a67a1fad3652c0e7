"""Reading and writing plans: the format is chosen by suffix from a table, a file is replaced whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from attrs import frozen

from civicplan.errors import (
    CivicPlanError,
    Fault,
    InvalidTypeError,
    InvalidValueError,
    PlanFileError,
    PlanFormatError,
    UnknownIdError,
    quoted,
)
from civicplan.formats import _json, _toml
from civicplan.formats._raw import SCHEMA_VERSION, VERSION_KEY
from civicplan.model import Plan


@frozen
class Format:
    """A way to write a tree of plain values as text."""

    #: Its name, which is its suffix without the dot.
    name: str
    #: Text and the document's name to a tree.
    decode: Callable[[str, str], Any]
    #: A tree to text.
    encode: Callable[[dict[str, Any]], str]
    #: Text to a plan at once, or None for anything that needs the way through a tree to be understood.
    quick: Callable[[str], Plan | None] | None = None


FORMATS = {
    made.name: made
    for made in (
        Format("json", _json.decode, _json.encode, _json.quick),
        Format("toml", _toml.decode, _toml.encode),
    )
}


def read(path: str | os.PathLike[str], *, format: str | None = None) -> Plan:
    """Read a plan from a file; what `write` wrote reads back equal, printed zeros included.

    Args:
        path: The file; its suffix (.json, .toml) chooses the format.
        format: "json" or "toml", where the suffix does not say.

    Raises:
        PlanFileError: The file cannot be read.
        PlanFormatError: The file does not hold a plan; all its faults at once, each with its path.
        UnknownIdError: There is no such format.
    """
    chosen = _format(path, format)
    return loads(_contents(path), format=chosen.name, document=os.fspath(path))


def loads(text: str, *, format: str = "json", document: str = "the text") -> Plan:
    """Read a plan from text.

    Args:
        text: The text.
        format: "json" or "toml".
        document: What errors call the text.

    Raises:
        PlanFormatError: The text does not hold a plan; all its faults at once, each with its path.
        UnknownIdError: There is no such format.

    >>> str(loads('{"schema_version": 1, "id": "p", "title": "A plan", "period": "2016/2020"}').period)
    '2016/2020'
    """
    if not isinstance(text, str):
        raise InvalidTypeError("text", "the text of a plan", quoted(text), "decode bytes first, or use read(path)")
    chosen = _format("", format)
    quick = chosen.quick(text) if chosen.quick else None
    if quick is not None:
        return quick
    try:
        return _plan(chosen.decode(text, document), document)
    except RecursionError:
        raise PlanFormatError(document, (Fault("$", "nested too deeply; a plan needs few levels"),)) from None


def write(plan: Plan, path: str | os.PathLike[str], *, format: str | None = None) -> None:
    """Write a plan to a file, whole or not at all: until the new text is complete the old file stays as it was.

    Args:
        plan: The plan.
        path: The file; its suffix (.json, .toml) chooses the format.
        format: "json" or "toml", where the suffix does not say.

    Raises:
        PlanFileError: The file cannot be written.
        MissingExtraError: The format needs an optional dependency.
        UnknownIdError: There is no such format.
    """
    chosen = _format(path, format)
    _replace(path, dumps(plan, format=chosen.name))


def dumps(plan: Plan, *, format: str = "json") -> str:
    """The plan as text in a format.

    Args:
        plan: The plan.
        format: "json" or "toml".

    Raises:
        MissingExtraError: The format needs an optional dependency.
        UnknownIdError: There is no such format.
    """
    from civicplan.formats._structure import converter

    if not isinstance(plan, Plan):
        raise InvalidTypeError("plan", "a Plan", quoted(plan))
    tree = converter().unstructure(plan, unstructure_as=Plan)
    return _format("", format).encode({VERSION_KEY: SCHEMA_VERSION, **tree})


def _format(path: str | os.PathLike[str], name: str | None) -> Format:
    if not isinstance(path, str | os.PathLike):
        raise InvalidTypeError("path", "the path of a file", quoted(path))
    wanted = name if name is not None else Path(path).suffix.removeprefix(".").lower()
    if not wanted:
        raise InvalidValueError("path", "a file with a suffix", quoted(os.fspath(path)), 'write "plan.json"')
    found = FORMATS.get(wanted) if isinstance(wanted, str) else None
    if found is None:
        raise UnknownIdError(wanted, tuple(FORMATS), "the table of formats")
    return found


def _contents(path: str | os.PathLike[str]) -> str:
    document = os.fspath(path)
    try:
        content = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise PlanFileError(document, f"cannot be read: {error}") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"not UTF-8 (byte {content[error.start]:#04x} at offset {error.start}); save the file as UTF-8"
        raise PlanFormatError(document, (Fault("$", message),)) from None


def _plan(tree: Any, document: str) -> Plan:
    from cattrs.errors import BaseValidationError

    from civicplan.formats._faults import faults_in
    from civicplan.formats._structure import converter

    fields = _without_version(tree, document)
    try:
        return converter().structure(fields, Plan)
    except (CivicPlanError, BaseValidationError) as error:
        raise PlanFormatError(document, tuple(faults_in(error))) from None


def _without_version(tree: Any, document: str) -> dict[str, Any]:
    if not isinstance(tree, dict):
        raise PlanFormatError(document, (Fault("$", "expected an object with the fields of a plan"),))
    fields = dict(tree)
    version = fields.pop(VERSION_KEY, None)
    if getattr(version, "text", str(version)) != str(SCHEMA_VERSION):
        said = "is missing" if version is None else f"is {quoted(getattr(version, 'text', version))}"
        message = f"the version of the schema {said}; this library reads {SCHEMA_VERSION}"
        raise PlanFormatError(document, (Fault(f"$.{VERSION_KEY}", message),))
    return fields


def _replace(path: str | os.PathLike[str], text: str) -> None:
    document = os.fspath(path)
    try:
        target = Path(path).resolve()
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    except (OSError, ValueError) as error:
        raise PlanFileError(document, f"cannot be written: {error}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise PlanFileError(document, f"cannot be written: {error}") from error


def _mode(target: Path) -> int:
    """The file's own mode, or what a new file would get."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
