"""Type checkers accept what the pages show, and refuse what the library would refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from ._checkers import CHECKERS
from ._modules import write_modules

_HERE = Path(__file__).parent
REFUSED, REVEALED = _HERE / "refused.py", _HERE / "revealed.py"


@pytest.mark.parametrize("checker", CHECKERS)
def test_the_pages_pass_and_wrong_calls_do_not(checker: str, tmp_path: Path) -> None:
    pytest.importorskip(checker, reason="the extra dev is not installed")
    pages = write_modules(tmp_path)
    complaints = CHECKERS[checker]([*pages, REFUSED, REVEALED], tmp_path)
    unexpected = [
        f"{pages.get(complaint.file, complaint.file.name)}:{complaint.line}: {complaint.message}"
        for complaint in complaints
        if complaint.file != REFUSED
    ]
    assert not unexpected, "\n".join(unexpected)
    assert {complaint.line for complaint in complaints} == _marked_lines()


def _marked_lines() -> set[int]:
    lines = REFUSED.read_text(encoding="utf-8").splitlines()
    return {number for number, line in enumerate(lines, 1) if line.endswith("# refused")}
