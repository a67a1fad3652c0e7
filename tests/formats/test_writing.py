"""A file is replaced whole or not at all, and what is written reads back equal."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import civicplan as cp


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


@pytest.mark.skipif(os.name != "posix", reason="modes of files are those of POSIX systems")
def test_a_rewritten_file_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o640)
    cp.write(cp.datasets.load("zhuzhou-13fyp"), file)
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_link_goes_on_pointing_to_its_file(tmp_path: Path) -> None:
    file, link = tmp_path / "real.json", tmp_path / "link.json"
    file.write_text("old", encoding="utf-8")
    link.symlink_to(file)
    cp.write(cp.datasets.load("zhuzhou-13fyp"), link)
    assert link.is_symlink()
    assert cp.read(file).id == "zhuzhou-13fyp"
