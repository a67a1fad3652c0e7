"""A file is replaced whole or not at all, and what is written reads back equal."""

from __future__ import annotations

import errno
import os
import pickle
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import civicplan as cp
from civicplan.errors import InvalidTypeError

PLAN = cp.Plan(id="p", title="A plan", period="2020")
_POSIX = pytest.mark.skipif(os.name != "posix", reason="pipes and modes of files are those of POSIX systems")


@pytest.mark.parametrize("suffix", ["json", "toml"])
@pytest.mark.parametrize("name", cp.datasets.names())
def test_what_is_written_reads_back_equal(tmp_path: Path, name: str, suffix: str) -> None:
    plan = cp.datasets.load(name)
    file = tmp_path / f"plan.{suffix}"
    cp.write(plan, file)
    again = cp.read(file)
    assert again == plan
    assert cp.dumps(again) == cp.dumps(plan)


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "plan.json"
    file.write_text("old", encoding="utf-8")

    def fail(source: object, target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(cp.PlanFileError, match="No space left"):
        cp.write(cp.datasets.load("zhuzhou-13fyp"), file)
    assert file.read_text(encoding="utf-8") == "old"
    assert os.listdir(tmp_path) == ["plan.json"]


def test_a_place_that_is_no_directory_is_refused(tmp_path: Path) -> None:
    plan = cp.datasets.load("zhuzhou-13fyp")
    for path in (tmp_path / "none" / "plan.json", "a\x00b.json"):
        with pytest.raises(cp.PlanFileError):
            cp.write(plan, path)
    with pytest.raises(cp.PlanFileError):
        cp.write(plan, tmp_path, format="json")
    assert os.listdir(tmp_path) == []


@_POSIX
def test_a_rewritten_file_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o640)
    cp.write(cp.datasets.load("zhuzhou-13fyp"), file)
    assert file.stat().st_mode & 0o777 == 0o640


@_POSIX
def test_the_new_content_of_a_private_file_is_never_readable_for_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "plan.json"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o600)
    modes: list[int] = []

    def observed(call: Callable[..., Any], *args: Any, **options: Any) -> Any:
        modes.extend(entry.stat().st_mode & 0o777 for entry in tmp_path.iterdir())
        return call(*args, **options)

    for name in ("fsync", "chown", "chmod", "replace"):
        monkeypatch.setattr(os, name, partial(observed, getattr(os, name)))
    cp.write(PLAN, file)
    assert set(modes) == {0o600}
    assert len(modes) > 6
    assert cp.read(file) == PLAN


@_POSIX
def test_the_name_of_a_written_file_is_made_to_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bool] = []
    fsync = os.fsync

    def observed(handle: int) -> None:
        synced.append(stat.S_ISDIR(os.fstat(handle).st_mode))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", observed)
    cp.write(PLAN, tmp_path / "plan.json")
    assert synced == [False, True]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_a_rewritten_file_keeps_its_owner(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text("old", encoding="utf-8")
    os.chown(file, 12345, 23456)
    file.chmod(0o640)
    cp.write(PLAN, file)
    assert (file.stat().st_uid, file.stat().st_gid, file.stat().st_mode & 0o777) == (12345, 23456, 0o640)


@_POSIX
def test_where_the_group_cannot_be_kept_the_new_group_may_no_more_than_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    for mode, kept in ((0o640, 0o600), (0o664, 0o644), (0o666, 0o666), (0o600, 0o600)):
        file = tmp_path / f"{mode:o}.json"
        file.write_text("old", encoding="utf-8")
        if os.geteuid() == 0:
            os.chown(file, -1, 23456)
        file.chmod(mode)
        with monkeypatch.context() as patched:
            patched.setattr(os, "chown", refuse)
            cp.write(PLAN, file)
        assert file.stat().st_mode & 0o777 == (kept if os.geteuid() == 0 else mode)


def test_a_link_goes_on_pointing_to_its_file(tmp_path: Path) -> None:
    file, link = tmp_path / "real.json", tmp_path / "link.json"
    file.write_text("old", encoding="utf-8")
    link.symlink_to(file)
    cp.write(cp.datasets.load("zhuzhou-13fyp"), link)
    assert link.is_symlink()
    assert cp.read(file).id == "zhuzhou-13fyp"


@_POSIX
def test_a_new_file_has_the_mode_that_the_process_gives_its_files(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.touch()
    cp.write(PLAN, tmp_path / "plan.json")
    assert (tmp_path / "plan.json").stat().st_mode == other.stat().st_mode


@_POSIX
def test_what_cannot_be_replaced_is_written_through(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        cp.write(PLAN, pipe)
        assert cp.loads(os.read(reader, 10_000).decode()) == PLAN
    finally:
        os.close(reader)
    assert pipe.is_fifo()


@_POSIX
def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(cp.PlanFileError):
        cp.write(PLAN, one)
    with pytest.raises(cp.PlanFileError):
        cp.read(one)


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError])
def test_an_interrupted_write_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    def interrupt(_: int) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(cp.PlanFileError if error is OSError else error):
        cp.write(PLAN, tmp_path / "plan.json")
    assert os.listdir(tmp_path) == []


def test_the_longest_name_of_a_file_will_do(tmp_path: Path) -> None:
    file = tmp_path / ("a" * 250 + ".json")
    cp.write(PLAN, file)
    assert cp.read(file) == PLAN


def test_the_error_of_the_system_is_kept(tmp_path: Path) -> None:
    with pytest.raises(cp.PlanFileError) as caught:
        cp.read(tmp_path / "none.json")
    again = pickle.loads(pickle.dumps(caught.value))
    for error in (caught.value, again):
        assert error.errno == errno.ENOENT
        assert error.document == str(tmp_path / "none.json")


def test_a_path_of_bytes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plan.json").touch()
    with os.scandir(os.fsencode(tmp_path)) as entries:
        entry: Any = next(entries)
    with pytest.raises(InvalidTypeError):
        cp.read(entry)
