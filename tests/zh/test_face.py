"""The face of the package: every public name is there, and what bears the name of a module is the function."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pkgutil import walk_packages

import pytest

import civicplan as cp


def test_every_public_name_is_there() -> None:
    assert [name for name in cp.zh.__all__ if getattr(cp.zh, name, None) is None] == []
    assert set(cp.zh.__all__) <= set(dir(cp.zh))
    misspelt = "read_plans"
    with pytest.raises(AttributeError, match="no attribute 'read_plans'"):
        getattr(cp.zh, misspelt)


def test_names_stay_what_they_are_once_every_module_is_imported() -> None:
    for module in walk_packages(cp.zh.__path__, "civicplan.zh."):
        importlib.import_module(module.name)
    assert all(callable(getattr(cp.zh, name)) for name in cp.zh.__all__)


def test_the_library_itself_does_not_import_the_readers() -> None:
    code = "import sys, civicplan; print([name for name in sys.modules if name.startswith('civicplan.zh')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
