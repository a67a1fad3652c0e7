"""Files of a disk: read at once, and replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
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


def check_is_there(path: PathLike) -> None:
    """Refuse the path of neither a file nor a folder.

    Raises:
        PlanFileError: Nothing is there to be read.
    """
    with _told_as(os.fspath(path), "read"):
        os.stat(path)


def replace(path: PathLike, content: bytes) -> None:
    """Put content in the place of a file; until it is complete, the old file stays as it was.

    Raises:
        PlanFileError: There is no such folder, or the file cannot be written.
    """
    document = os.fspath(path)
    _check_folder_of(path)
    with _told_as(document, "written"):
        target = Path(path).resolve()
        if target.is_symlink():  # only a loop of links is still one; Python 3.13 resolves it to itself
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), document)
        if target.exists() and not target.is_file():
            target.write_bytes(content)  # a pipe or a device cannot be replaced
        else:
            _write_beside(target, content)


def folder_contents(path: PathLike, suffix: str) -> dict[str, bytes]:
    """Return what the files of a folder hold whose names end in a suffix, by their names; hidden files are none.

    Raises:
        PlanFileError: The folder or a file cannot be read.
    """
    with _told_as(os.fspath(path), "read"):
        return {file.name: file.read_bytes() for file in _files(Path(path), suffix)}


def names_in_folder(path: PathLike, suffix: str) -> list[str]:
    """Return the names of the files whose contents `folder_contents` gives; none where there is no such folder.

    Raises:
        PlanFileError: The folder cannot be read.
    """
    with _told_as(os.fspath(path), "read"):
        return [file.name for file in _files(Path(path), suffix)] if Path(path).exists() else []


def _files(folder: Path, suffix: str) -> list[Path]:
    return sorted(file for file in folder.iterdir() if file.suffix.lower() == suffix and not file.name.startswith("."))


def replace_files(path: PathLike, files: Mapping[str, bytes]) -> None:
    """Put files in the place of those of a folder: all of them, or after an error none.

    A new folder appears when it is complete. In an old one every new file is complete before the first one is replaced;
    then the first one is taken away before the others and put back after them, so that a folder without it is one that
    a failure of the machine left half done.

    Args:
        path: The folder; it is made where there is none.
        files: What the files are to hold, by their names.

    Raises:
        PlanFileError: There is no folder for the folder, or it or a file cannot be written.
    """
    _check_folder_of(path)
    with _told_as(os.fspath(path), "written"):
        folder = Path(path).resolve()
        is_new = not folder.exists()
        with TemporaryDirectory(prefix=".", suffix=".tmp", dir=folder.parent if is_new else folder) as beside:
            new, old = Path(beside, "new"), Path(beside, "old")
            new.mkdir()
            old.mkdir()
            for name, content in files.items():
                _write_new(new / name, content, like=folder / name)
            if is_new:
                os.rename(new, folder)
            else:
                _swap(list(files), new, folder, old)
        _sync_directory(folder.parent if is_new else folder)


def _swap(names: list[str], new: Path, folder: Path, old: Path) -> None:
    """Take the old files out of the folder and put the new ones in; undo all of it where one of them refuses."""
    with ExitStack() as undo:
        for name in names:
            if (folder / name).exists():
                os.replace(folder / name, old / name)
                undo.callback(os.replace, old / name, folder / name)
        for name in reversed(names):
            os.replace(new / name, folder / name)
            undo.callback(os.replace, folder / name, new / name)
        undo.pop_all()


def _check_folder_of(path: PathLike) -> None:
    """Refuse a path in a folder that does not exist, by the name that was given for it."""
    folder = Path(path).parent
    with _told_as(os.fspath(path), "written"):
        is_folder = folder.is_dir()
    if not is_folder:
        raise PlanFileError(os.fspath(path), f"the folder {folder} does not exist", errno.ENOENT)


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
