"""The built-in data on the plans of Zhuzhou is what the reader makes of the document, and what is listed beside it."""

from __future__ import annotations

import runpy
from importlib.resources import files
from pathlib import Path

import pytest

import civicplan as cp

from .seeds import seed_text

SCRIPT = runpy.run_path(str(Path(__file__).parents[2] / "scripts" / "make_datasets.py"))


@pytest.mark.parametrize("name", SCRIPT["NAMES"])
def test_the_script_makes_the_file_as_it_is_shipped(name: str) -> None:
    shipped = files(cp.datasets).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    assert SCRIPT["file_of"](name, seed_text("004")) == shipped
