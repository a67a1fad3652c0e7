"""Two type checkers, run over files; each complaint is a file, a line and a message."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from attrs import frozen

from ..docs.pages import ROOT

_SOURCE = ROOT / "src"


@frozen
class Complaint:
    """What a type checker says of a line."""

    file: Path
    line: int
    message: str


def mypy(files: Iterable[Path], folder: Path) -> list[Complaint]:
    """Return the errors of mypy, as strict as this project is with itself."""
    options = ["--config-file", str(ROOT / "pyproject.toml"), "--cache-dir", str(folder / "cache"), "--output", "json"]
    printed = _run("mypy", *options, *map(str, files), path={"MYPYPATH": str(_SOURCE)})
    errors = (json.loads(line) for line in printed.splitlines())
    return [Complaint(Path(error["file"]).resolve(), error["line"], error["message"]) for error in errors]


def basedpyright(files: Iterable[Path], folder: Path) -> list[Complaint]:
    """Return the errors of basedpyright, which reads types as editors do."""
    settings = folder / "pyrightconfig.json"
    # A page shows a value by writing it alone on a line.
    options = {"typeCheckingMode": "standard", "reportUnusedExpression": False, "extraPaths": [str(_SOURCE)]}
    settings.write_text(json.dumps({"include": [str(file) for file in files], **options}), encoding="utf-8")
    printed = _run("basedpyright", "--project", str(settings), "--pythonpath", sys.executable, "--outputjson")
    errors: list[dict[str, Any]] = json.loads(printed)["generalDiagnostics"]
    return [
        Complaint(Path(error["file"]).resolve(), error["range"]["start"]["line"] + 1, error["message"])
        for error in errors
        if error["severity"] == "error"
    ]


#: By name, so that a test that fails says which it was.
CHECKERS: dict[str, Callable[[Iterable[Path], Path], list[Complaint]]] = {"mypy": mypy, "basedpyright": basedpyright}


def _run(module: str, *arguments: str, path: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **(path or {})},
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout
