"""The face of the package: every public name is there, and what bears the name of a module is the function."""

from __future__ import annotations

import importlib
import subprocess
import sys
from typing import Any

import pytest

import civicplan as cp
from civicplan.errors import InvalidTypeError


def test_every_public_name_is_there() -> None:
    assert [name for name in cp.zh.__all__ if getattr(cp.zh, name, None) is None] == []
    assert set(cp.zh.__all__) <= set(dir(cp.zh))
    misspelt = "read_plans"
    with pytest.raises(AttributeError, match="no attribute 'read_plans'"):
        getattr(cp.zh, misspelt)


def test_names_stay_functions_once_every_module_is_imported() -> None:
    for name in ("repair", "locating", "plan", "indicator_tables", "kinds"):
        importlib.import_module(f"civicplan.zh.{name}")
    assert all(callable(getattr(cp.zh, name)) for name in cp.zh.__all__)


def test_the_library_itself_does_not_import_the_readers() -> None:
    code = "import sys, civicplan; print([name for name in sys.modules if name.startswith('civicplan.zh')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_bytes_and_other_things_in_place_of_a_text_are_refused_alike() -> None:
    readers = [name for name in cp.zh.__all__ if name.startswith("read_") or name == "repair"]
    assert len(readers) > 7
    for name in readers:
        for wrong in (b"abc", None, 3):
            with pytest.raises(InvalidTypeError, match=r"^text: expected the text of a document, got"):
                getattr(cp.zh, name)(wrong)
        with pytest.raises(InvalidTypeError, match=r"zh\.read reads the file itself"):
            getattr(cp.zh, name)(b"abc")
    locate: Any = cp.zh.locate
    with pytest.raises(InvalidTypeError, match=r"^text: "):
        locate(cp.datasets.load("zhuzhou-13fyp"), b"abc")
