"""What is no text, no plan or no path is refused by the name of its argument."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

import civicplan as cp
from civicplan.errors import InvalidTypeError, MissingExtraError

PLAN = cp.Plan(id="p", title="A plan", period="2016/2020")


def test_only_a_text_is_read_from_a_text() -> None:
    junk: Any
    for junk in (b"{}", None, 5, {}, PLAN, Path("plan.json")):
        with pytest.raises(InvalidTypeError, match=r"^text: .*decode bytes first, or use read") as raised:
            cp.loads(junk)
        assert raised.value.place == "text"


def test_only_a_plan_is_written(tmp_path: Path) -> None:
    junk: Any
    for junk in (None, "{}", {}, cp.Indicator(id="a", name="a")):
        with pytest.raises(InvalidTypeError, match=r"^plan: expected a Plan"):
            cp.dumps(junk)
        with pytest.raises(InvalidTypeError, match=r"^plan: expected a Plan"):
            cp.write(junk, tmp_path / "plan.json")
    assert list(tmp_path.iterdir()) == []


def test_only_a_path_is_opened() -> None:
    junk: Any
    for junk in (None, 5, b"plan.json", ["plan.json"]):
        with pytest.raises(InvalidTypeError, match=r"^path: expected the path of a file"):
            cp.read(junk)
        with pytest.raises(InvalidTypeError, match=r"^path: expected the path of a file"):
            cp.write(PLAN, junk)


def test_a_file_without_a_suffix_is_told_to_have_one(tmp_path: Path) -> None:
    (tmp_path / "plan").touch()
    for ask in (lambda path: cp.read(path), lambda path: cp.write(PLAN, path)):
        with pytest.raises(
            cp.InvalidInputError, match=r'^path: expected a file with a suffix, .* write "plan\.json", or "plan/" for'
        ):
            ask(tmp_path / "plan")


def test_without_its_library_writing_toml_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tomli_w", None)
    with pytest.raises(MissingExtraError, match=r'pip install "civicplan\[toml\]"'):
        cp.dumps(PLAN, format="toml")
