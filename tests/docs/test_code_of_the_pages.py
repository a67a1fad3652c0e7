"""Every block of code in the README and in the documentation runs and gives what the page says."""

from __future__ import annotations

import doctest
import json
import os
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

import civicplan as cp

from .pages import ROOT, Block, blocks, name_of, pages

_RUN = {"pycon", "python", "py"}
_PLANS = {"json", "toml"}
#: What a terminal shows, and formulas: nothing that Python runs.
_READ = {"text", "console", "sh", "bash", "bat"}
#: As many characters of code stand in one line of a page on a wide screen.
_WIDTH = 90
_DECODE = {"json": json.loads, "toml": tomllib.loads}


def _blocks(page: Path, languages: set[str]) -> list[Block]:
    return [block for block in blocks(page) if block.language in languages]


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_every_block_says_what_it_is(page: Path) -> None:
    unknown = [
        f"line {block.line}: {block.language!r}"
        for block in blocks(page)
        if block.language is not None and block.language not in _RUN | _PLANS | _READ
    ]
    assert not unknown


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_every_line_to_be_typed_fits_the_page(page: Path) -> None:
    typed = [
        line
        for block in _blocks(page, _RUN)
        for line in block.code.splitlines()
        if line.startswith((">>>", "...")) or ">>>" not in block.code
    ]
    assert not [line for line in typed if len(line) > _WIDTH]


def _needs_spark(page: Path) -> bool:
    return any(block.needs_spark for block in blocks(page))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Pages write files and read those of the examples; they do so here."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


def _differences(page: Path, run: list[Block]) -> str:
    """What blocks of a page print otherwise than the page shows."""
    parser, said = doctest.DocTestParser(), list[str]()
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    names: dict[str, Any] = {}
    for block in run:
        if ">>>" not in block.code:
            exec(compile(block.code, f"{name_of(page)}:{block.line}", "exec"), names)  # the project's own pages
            continue
        test = parser.get_doctest(block.code, names, name_of(page), str(page), block.line - 1)
        runner.run(test, out=said.append, clear_globs=False)
        names = test.globs
    return "".join(said)


@pytest.mark.filterwarnings("ignore:Dask support is moving out of Narwhals:FutureWarning")
@pytest.mark.filterwarnings("ignore:fetch_arrow_table:DeprecationWarning")  # Ibis calls it
@pytest.mark.parametrize("page", [page for page in pages() if _blocks(page, _RUN)], ids=name_of)
@pytest.mark.usefixtures("folder")
def test_the_python_of_a_page_prints_what_the_page_shows(page: Path) -> None:
    differences = _differences(page, [block for block in _blocks(page, _RUN) if not block.needs_spark])
    assert not differences, differences


@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
@pytest.mark.parametrize("page", [page for page in pages() if _needs_spark(page)], ids=name_of)
@pytest.mark.usefixtures("folder")
def test_so_does_what_runs_on_spark(page: Path) -> None:
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("Spark runs on a JVM, and none is found here")
    run = _blocks(page, _RUN)
    last = max(place for place, block in enumerate(run) if block.needs_spark)
    differences = _differences(page, run[: last + 1])
    assert not differences, differences


@pytest.mark.parametrize("page", [page for page in pages() if _blocks(page, _PLANS)], ids=name_of)
def test_the_files_shown_on_a_page_can_be_read(page: Path) -> None:
    for block in _blocks(page, _PLANS):
        assert block.language is not None
        tree = _DECODE[block.language](block.code)
        if "schema_version" in tree:
            assert isinstance(cp.loads(block.code, format=block.language), cp.Plan)
