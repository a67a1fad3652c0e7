"""Read and write plan files: the format is chosen by suffix, and a file is replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from civicplan.errors import Fault, InvalidTypeError, InvalidValueError, PlanFileError, PlanFormatError, describe
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
    return loads(_contents(path), format=chosen.name, document=os.fspath(path))


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


def _format(path: str | os.PathLike[str], name: str | None) -> Format:
    if not isinstance(path, str | os.PathLike) or not isinstance(os.fspath(path), str):
        raise InvalidTypeError("path", "the path of a file", describe(path))
    wanted = name if name is not None else Path(path).suffix.removeprefix(".").lower()
    if not wanted:
        raise InvalidValueError("path", "a file with a suffix", describe(os.fspath(path)), 'write "plan.json"')
    return get(wanted)


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


def _replace(path: str | os.PathLike[str], text: str) -> None:
    document = os.fspath(path)
    try:
        target = Path(path).resolve()
        if target.is_symlink():  # only a loop of links is still one; Python 3.13 resolves it to itself
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), document)
        if target.exists() and not target.is_file():
            target.write_text(text, encoding="utf-8", newline="\n")  # a pipe or a device cannot be replaced
        else:
            _write_beside(target, text)
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: a loop of links, before Python 3.13
        raise PlanFileError(document, f"cannot be written: {error}", getattr(error, "errno", None)) from error


def _write_beside(target: Path, text: str) -> None:
    """Write a new file in the same directory, then put it in the place of the old one."""
    replaces = target.exists()
    beside = target.with_name(f".{token_hex(8)}.tmp")
    # Nobody else may read what replaces a file before it has the owner and the mode of that file.
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if replaces else 0o666)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if replaces:
            _copy_access(target, beside)
        os.replace(beside, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sync_directory(target.parent)


def _copy_access(source: Path, target: Path) -> None:
    """Give a file the owner, the group and the mode of another, as far as this process may."""
    old = source.stat()
    mode = stat.S_IMODE(old.st_mode)
    if os.name == "posix":
        for owner, group in ((-1, old.st_gid), (old.st_uid, -1)):
            with suppress(PermissionError):
                os.chown(target, owner, group)
        if target.stat().st_gid != old.st_gid:
            mode = mode & ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3  # another group has the rights of all others
    target.chmod(mode)


def _sync_directory(directory: Path) -> None:
    """Make the new name last through a failure of the machine, where the system lets directories be opened."""
    if os.name == "posix":
        with suppress(OSError):  # the file itself is complete and in its place
            handle = os.open(directory, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
