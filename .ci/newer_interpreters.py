"""Run the pure-Python suite on every newer interpreter that lies beside this one or on the path."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

NEWER = ("3.12", "3.13", "3.14")
NEEDED = ("pytest", "hypothesis", "tomli-w")
SUITE = ("tests/values", "tests/measure", "tests/assessment", "tests/laws", "tests/datasets")
# Frames need dataframe libraries; the pure-Python suite does without.
WITHOUT = ("--ignore=tests/assessment/test_tables.py",)


def found(version: str) -> Path | None:
    """An interpreter of this version that really starts, or None."""
    beside = sorted(Path(sys.base_prefix).parent.glob(f"{version}*/bin/python3"))
    on_path = [Path(path) for path in [shutil.which(f"python{version}")] if path]
    for candidate in (*beside, *on_path):
        if subprocess.run([candidate, "--version"], capture_output=True, check=False).returncode == 0:
            return candidate
    return None


def main(workplace: Path) -> None:
    """Make an environment for each version found and run the suite in it."""
    for version in NEWER:
        interpreter = found(version)
        if interpreter is None:
            print(f"Python {version}: none on this machine, not run")
            continue
        python = workplace / version / "bin" / "python"
        subprocess.run([interpreter, "-m", "venv", workplace / version], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *NEEDED, "-e", "."], check=True)
        print(f"Python {version}:", flush=True)
        subprocess.run([python, "-m", "pytest", "-q", "-p", "no:cacheprovider", *SUITE, *WITHOUT], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
