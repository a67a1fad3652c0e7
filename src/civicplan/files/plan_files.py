"""Read and write plan files: the format is chosen by suffix, and a file is replaced whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from civicplan import disk
from civicplan.errors import Fault, InvalidTypeError, InvalidValueError, PlanFormatError, describe
from civicplan.formats.plans import Format, dumps, get, loads
from civicplan.model import Plan


def read(path: str | os.PathLike[str], *, format: str | None = None) -> Plan:
    """Read a plan from a file; what `write` wrote reads as the same plan, printed zeros included.

    Args:
        path: The file; its suffix (.json, .toml) chooses the format.
        format: "json" or "toml", where the suffix does not say.

    Raises:
        PlanFileError: The file cannot be read.
        PlanFormatError: The file does not hold a plan; all its faults at once, each with its path.
        UnknownIdError: There is no such format.
    """
    chosen = _format(path, format)
    return loads(_text(path), format=chosen.name, document=os.fspath(path))


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
    disk.replace(path, dumps(plan, format=chosen.name).encode())


def _format(path: str | os.PathLike[str], name: str | None) -> Format:
    if not isinstance(path, str | os.PathLike) or not isinstance(os.fspath(path), str):
        raise InvalidTypeError("path", "the path of a file", describe(path))
    wanted = name if name is not None else Path(path).suffix.removeprefix(".").lower()
    if not wanted:
        raise InvalidValueError("path", "a file with a suffix", describe(os.fspath(path)), 'write "plan.json"')
    return get(wanted)


def _text(path: str | os.PathLike[str]) -> str:
    content = disk.contents(path)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        message = f"not UTF-8 (byte {content[error.start]:#04x} at offset {error.start}); save the file as UTF-8"
        raise PlanFormatError(os.fspath(path), (Fault("$", message),)) from None
