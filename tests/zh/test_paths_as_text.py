"""The path of a file is no text of a document: it is refused by every reader with what to call instead."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

import civicplan as cp

PLAN = cp.Plan(id="p", title="A plan", period="2021/2025")
READERS = {
    **{name: getattr(cp.zh, name) for name in ("read_tasks", "read_plan", "read_indicator_tables", "read_progress")},
    **{name: getattr(cp.zh, name) for name in ("read_reply", "read_programme", "read_evaluation")},
    "locate": lambda text: cp.zh.locate(PLAN, text),
}


def test_the_path_of_a_file_is_refused_with_what_to_call(tmp_path: Path) -> None:
    there = tmp_path / "清单"
    there.write_text("序号", encoding="utf-8")
    for read in READERS.values():
        for path in (str(there), "plan.txt", "data/清单.HTML", "plan.docx", "notes.md"):
            with pytest.raises(cp.ReadingError, match=r"the path of a file.*zh\.read\(path\)"):
                read(path)


def test_a_text_that_names_a_file_is_a_text() -> None:
    for text in ("见附件 plan.txt\n", "附件：\nplan.txt", "x\0y", "a" * 5_000):
        for read in READERS.values():
            with suppress(cp.ReadingError):  # there may be nothing to read in it, but it is no path
                read(text)
