"""A code of a diagnostic means one thing, whichever reader gives it."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

from civicplan import zh
from civicplan.tables import said

#: What several readers say, each in its own words.
SAID_BY_SEVERAL = {
    *("cells-moved", "cells-unplaced", "merged-figure", "no-plan-period", "period-inferred", "row-without-name"),
    "unknown-column",
}


def _written() -> dict[str, list[tuple[str, bool]]]:
    """Every code with the files that write a notice of it, and whether something is left out there."""
    written = defaultdict(list)
    for path in sorted(Path(zh.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Notice":
                code, options = node.args[0], {keyword.arg: keyword.value for keyword in node.keywords}
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    written[code.value].append((path.name, "left_out" not in options))
    return written


def test_a_code_is_of_one_file_or_says_the_same_in_each() -> None:
    written = _written()
    assert len(written) > 100
    assert {code for code, places in written.items() if len({file for file, _ in places}) > 1} == SAID_BY_SEVERAL


def test_what_is_left_out_under_a_code_is_left_out_by_every_reader() -> None:
    of_tables = {**dict.fromkeys(said.LEFT_OUT, True), **dict.fromkeys(said.READ, False)}
    for code, places in _written().items():
        first = of_tables.get(code, places[0][1])
        assert {is_left_out for _, is_left_out in places} == {first}, code
