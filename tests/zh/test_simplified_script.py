"""The package that simplifies: without it, or with another in its place, the error says what to do."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from civicplan.errors import MissingExtraError
from civicplan.zh.text.docx import docx_html

#: Asks for a repair and prints what is raised.
ASK = """
from civicplan.errors import MissingExtraError
from civicplan.zh.text.repair import repair
try:
    print(repair("乾安縣").value.text)
except MissingExtraError as error:
    print(repr(error.strangers), error)
"""
#: A module that knows characters alone, and words not.
STRANGER = """
class OpenCC:
    def __init__(self, name):
        pass
    def convert(self, text):
        return text.replace("乾", "干").replace("縣", "县")
"""


def answer(first_folder: Path) -> str:
    paths = os.pathsep.join((str(first_folder), *sys.path))
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", ASK], capture_output=True, check=True, env=environment)
    return done.stdout.decode().strip()


def test_words_are_simplified_as_words(tmp_path: Path) -> None:
    assert answer(tmp_path) == "乾安县"


def test_a_stranger_under_the_same_name_is_named(tmp_path: Path) -> None:
    (tmp_path / "opencc").mkdir()
    (tmp_path / "opencc" / "__init__.py").write_text(STRANGER, encoding="utf-8")
    about = tmp_path / "opencc_of_somebody-0.1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: opencc-of-somebody\nVersion: 0.1\n", encoding="utf-8")
    (about / "top_level.txt").write_text("opencc\n", encoding="utf-8")
    assert answer(tmp_path) == (
        "'opencc-of-somebody' reading Chinese documents needs an optional dependency in whose place another package "
        "has put its own module; run: python -m pip uninstall opencc-of-somebody, then: python -m pip install "
        '--force-reinstall "opencc>=1.4"'
    )


def test_an_older_release_is_refused(tmp_path: Path) -> None:
    about = tmp_path / "opencc-1.1.9.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: OpenCC\nVersion: 1.1.9\n", encoding="utf-8")
    assert answer(tmp_path).endswith('run: python -m pip install "civicplan[zh]"')


def test_without_it_the_error_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "opencc.py").write_text("raise ImportError", encoding="utf-8")
    assert answer(tmp_path).endswith('run: python -m pip install "civicplan[zh]"')


def test_without_mammoth_a_docx_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mammoth", None)
    with pytest.raises(MissingExtraError, match=r'pip install "civicplan\[zh\]"'):
        docx_html(b"", "plan.docx")


def test_the_error_survives_being_handed_to_another_process() -> None:
    error = pickle.loads(pickle.dumps(MissingExtraError("reading", "civicplan[zh]", "opencc-of-somebody")))
    assert (error.requirement, error.strangers) == ("civicplan[zh]", "opencc-of-somebody")
