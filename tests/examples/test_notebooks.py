"""Every notebook runs from top to bottom and gives what is stored, and nothing of a machine is stored in it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from . import notebooks

_PLACES = re.compile(
    r"(?:^|[\s\"'(])(?:/(?:home|root|tmp|usr|var|work|opt|Users)/|[A-Za-z]:\\\\)|site-packages|file://"
)
_MADE_BY_THE_RUN = {"execution_count", "id", "metadata"}


def _name(path: Path) -> str:
    return path.name


def _stored(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _outputs(notebook: Any) -> list[list[dict[str, Any]]]:
    """What the cells show, joined where the format splits it into lines."""
    return [
        [
            {key: _joined(value) for key, value in output.items() if key not in _MADE_BY_THE_RUN}
            for output in cell.get("outputs", [])
        ]
        for cell in notebook["cells"]
    ]


def _joined(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _joined(inner) for key, inner in value.items()}
    return "".join(value) if isinstance(value, list) else value


def test_there_are_notebooks() -> None:
    assert notebooks.NOTEBOOKS


@pytest.mark.parametrize("path", notebooks.NOTEBOOKS, ids=_name)
class TestEveryNotebook:
    def test_it_gives_what_is_stored(self, path: Path) -> None:
        # In a process of its own: an event loop that warns on some systems must not fail the tests.
        run = [sys.executable, str(Path(notebooks.__file__)), path.name]
        made = subprocess.run(run, capture_output=True, text=True, encoding="utf-8", check=False)
        assert made.returncode == 0, made.stderr
        assert _outputs(json.loads(made.stdout)) == _outputs(_stored(path)), f"run {Path(notebooks.__file__).name}"

    def test_it_was_run_in_order_and_nothing_was_written_to_the_error_stream(self, path: Path) -> None:
        cells = [cell for cell in _stored(path)["cells"] if cell["cell_type"] == "code"]
        assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
        assert not [o for cell in cells for o in cell["outputs"] if o.get("name") == "stderr"]
        assert not [o for cell in cells for o in cell["outputs"] if o["output_type"] == "error"]

    def test_nothing_of_a_machine_is_stored(self, path: Path) -> None:
        notebook = _stored(path)
        assert notebook["metadata"] == notebooks.METADATA
        assert not any(cell["metadata"] for cell in notebook["cells"])
        text = json.dumps([notebook["metadata"], _outputs(notebook)], ensure_ascii=False)
        assert not _PLACES.search(text)
