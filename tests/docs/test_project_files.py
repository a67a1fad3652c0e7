"""Files that repeat what pyproject.toml says repeat it right."""

from __future__ import annotations

import re
import tomllib

from .pages import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
VERSIONS = [line.rpartition(" ")[2] for line in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", line)]


def test_the_version_to_cite_is_the_version() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"version: {PROJECT['version']}" in citation.splitlines()


def test_every_python_that_is_promised_is_checked() -> None:
    listed = '", "'.join(VERSIONS)
    assert f'python: ["{listed}"]' in (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    assert f'OLDEST, *NEWER = "{listed}"' in (ROOT / "noxfile.py").read_text(encoding="utf-8")
    assert PROJECT["requires-python"] == f">={VERSIONS[0]}"
