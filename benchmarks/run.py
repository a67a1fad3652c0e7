"""Run every benchmark once and write what they print to results.md, beside a description of the machine."""

from __future__ import annotations

import datetime
import os
import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

_HERE = Path(__file__).parent
_BENCHMARKS = (
    "importing", "starting", "reading", "tables", "documents", "changing", "assessing", "auditing",
    "methods", "panel",
)  # fmt: skip
_PACKAGES = (
    "civicplan",
    "attrs",
    "cattrs",
    "pendulum",
    "pandas",
    "polars",
    "narwhals",
    "duckdb",
    "pyspark",
    "pydantic",
)
_HEAD = """# Results of one run

Written by `python benchmarks/run.py`; not edited. Ratios compare two things that took turns in one process, so they
carry over to other machines better than seconds do.
"""


def machine() -> dict[str, str]:
    """Describe what the run happened on, without naming the machine."""
    packages = ", ".join(f"{package} {version(package)}" for package in _PACKAGES)
    described = {
        "day": datetime.date.today().isoformat(),
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "system": f"{platform.system()} on {platform.machine()}",
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
        "packages": packages,
    }
    if hasattr(os, "getloadavg"):
        described["load before the run"] = f"{os.getloadavg()[0]:.1f}"
    return described


def _processor() -> str:
    listed = Path("/proc/cpuinfo")
    lines = listed.read_text(encoding="utf-8").splitlines() if listed.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown"


def section(name: str) -> str:
    """Run one benchmark and return what it measures and what it printed."""
    script = _HERE / f"{name}.py"
    title = script.read_text(encoding="utf-8").partition('"""')[2].partition("\n")[0].removesuffix('"""')
    print(title, flush=True)
    printed = subprocess.run([sys.executable, script], check=True, capture_output=True, text=True, encoding="utf-8")
    return f"## {name}\n\n{title}\n\n```text\n{printed.stdout.rstrip()}\n```\n"


def main() -> None:
    rows = "\n".join(f"| {what} | {value} |" for what, value in machine().items())
    sections = [section(name) for name in _BENCHMARKS]
    page = "\n".join([_HEAD, f"| | |\n|---|---|\n{rows}\n", *sections])
    (_HERE / "results.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
