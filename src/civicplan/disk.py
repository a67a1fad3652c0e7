"""Files of a disk: read at once, and replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import TypeAlias

from civicplan.errors import PlanFileError

PathLike: TypeAlias = str | os.PathLike[str]


def contents(path: PathLike) -> bytes:
    """Return what a file holds.

    Raises:
        PlanFileError: The file cannot be read.
    """
    with _told_as(os.fspath(path), "read"):
        return Path(path).read_bytes()


def replace(path: PathLike, content: bytes) -> None:
    """Put content in the place of a file; until it is complete, the old file stays as it was.

    Raises:
        PlanFileError: The file cannot be written.
    """
    document = os.fspath(path)
    with _told_as(document, "written"):
        target = Path(path).resolve()
        if target.is_symlink():  # only a loop of links is still one; Python 3.13 resolves it to itself
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), document)
        if target.exists() and not target.is_file():
            target.write_bytes(content)  # a pipe or a device cannot be replaced
        else:
            _write_beside(target, content)


@contextmanager
def _told_as(document: str, done: str) -> Iterator[None]:
    """Tell what the operating system refuses as an error about the document."""
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: a loop of links, before Python 3.13
        raise PlanFileError(document, f"cannot be {done}: {error}", getattr(error, "errno", None)) from error


def _write_beside(target: Path, content: bytes) -> None:
    """Write a new file in the same directory, then put it in the place of the old one."""
    beside = target.with_name(f".{token_hex(8)}.tmp")
    try:
        _write_new(beside, content, like=target)
        os.replace(beside, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sync_directory(target.parent)


def _write_new(path: Path, content: bytes, *, like: Path) -> None:
    """Write a file that was not there, with the owner and the mode of the one that it is to replace."""
    replaces = like.exists()
    # Nobody else may read what replaces a file before it has the owner and the mode of that file.
    handle = os.open(
        path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600 if replaces else 0o666
    )
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if replaces:
        _copy_access(like, path)


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
