"""Reading and writing plans: the format is chosen by suffix from a table, a file is replaced whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from secrets import token_hex
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
from civicplan.formats._raw import SCHEMA_VERSION, VERSION_KEY, Number, repeated_keys
from civicplan.model import Plan

_BYTE_ORDER_MARK = "\ufeff"


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
    text, chosen = text.removeprefix(_BYTE_ORDER_MARK), _format("", format)
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
    if not isinstance(path, str | os.PathLike) or not isinstance(os.fspath(path), str):
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
        raise PlanFileError(document, f"cannot be read: {error}", getattr(error, "errno", None)) from error
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        message = f"not UTF-8 (byte {content[error.start]:#04x} at offset {error.start}); save the file as UTF-8"
        raise PlanFormatError(document, (Fault("$", message),)) from None


def _plan(tree: Any, document: str) -> Plan:
    from cattrs.errors import BaseValidationError

    from civicplan.formats._faults import faults_in
    from civicplan.formats._structure import converter

    if not isinstance(tree, dict):
        raise PlanFormatError(document, (Fault("$", "expected an object with the fields of a plan"),))
    faults = [*repeated_keys(tree), *_faults_of_version(tree)]
    try:
        plan = converter().structure({key: tree[key] for key in tree if key != VERSION_KEY}, Plan)
    except (CivicPlanError, BaseValidationError) as error:
        faults += faults_in(error)
    if faults:
        raise PlanFormatError(document, tuple(faults))
    return plan


def _faults_of_version(tree: dict[str, Any]) -> Iterator[Fault]:
    version = tree.get(VERSION_KEY)
    if type(version) is not int or version != SCHEMA_VERSION:
        got = str(version) if isinstance(version, Number) else quoted(version)
        said = f"is {got}" if VERSION_KEY in tree else "is missing"
        message = f"the version of the schema {said}; this library reads {SCHEMA_VERSION}"
        yield Fault(f"$.{VERSION_KEY}", message)


def _replace(path: str | os.PathLike[str], text: str) -> None:
    document = os.fspath(path)
    try:
        target = Path(path).resolve()
        if target.exists() and not target.is_file():
            target.write_text(text, encoding="utf-8", newline="\n")  # a pipe or a device cannot be replaced
        else:
            _write_beside(target, text)
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: a loop of symbolic links
        raise PlanFileError(document, f"cannot be written: {error}", getattr(error, "errno", None)) from error


def _write_beside(target: Path, text: str) -> None:
    """Write a new file in the same directory, then put it in the place of the old one."""
    beside = target.with_name(f".{token_hex(8)}.tmp")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, beside)
        os.replace(beside, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
