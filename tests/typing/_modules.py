"""The Python of the pages as modules: one for each page, with every statement on the line where the page has it."""

from __future__ import annotations

import doctest
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from ..docs.pages import Block, blocks, name_of, pages

_PYTHON = {"pycon", "python", "py"}
#: A statement that a page shows being refused for its types would be refused by a type checker, too.
_REFUSED = ("TypeError", "InvalidTypeError")
_HAS_SPARK = find_spec("pyspark") is not None


def write_modules(folder: Path) -> dict[Path, str]:
    """Write a module for each page that has Python, and return the pages' names by their modules."""
    modules: dict[Path, str] = {}
    for page in pages():
        if lines := _lines(page):
            module = folder / f"page_{len(modules)}.py"
            module.write_text("\n".join(lines) + "\n", encoding="utf-8")
            modules[module] = name_of(page)
    return modules


def _lines(page: Path) -> list[str]:
    lines: list[str] = []
    for block in blocks(page):
        if block.language in _PYTHON and (_HAS_SPARK or not block.needs_spark):
            for number, code in _statements(block):
                lines += [""] * (number - 1 - len(lines))
                lines += code.rstrip("\n").split("\n")
    return lines


def _statements(block: Block) -> Iterator[tuple[int, str]]:
    """Yield each statement of a block with its line on the page."""
    if ">>>" not in block.code:
        yield block.line, block.code
        return
    for example in doctest.DocTestParser().get_examples(block.code):
        raised = (example.exc_msg or "").partition(":")[0].rpartition(".")[2]
        if raised not in _REFUSED:
            yield block.line + example.lineno, example.source
