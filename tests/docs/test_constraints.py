"""constraints.txt fixes a version for all that the development extra names, and not where it comes from."""

from __future__ import annotations

import re
import tomllib
from itertools import chain

from .pages import ROOT

_LINE = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)==([0-9][0-9a-z.]*)")
_NAME = re.compile(r"[A-Za-z0-9._-]+")
PINNED = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()


def test_every_line_is_a_name_and_a_version() -> None:
    assert PINNED
    assert not [line for line in PINNED if not _LINE.fullmatch(line)]
    names = [line.partition("==")[0] for line in PINNED]
    assert sorted(set(names)) == names


def test_every_dependency_that_the_project_names_is_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = chain(project["dependencies"], *project["optional-dependencies"].values())
    named = [found[0] for line in lines if (found := _NAME.match(line))]
    wanted = {re.sub(r"[-_.]+", "-", name).lower() for name in named} - {project["name"]}
    assert wanted <= {line.partition("==")[0] for line in PINNED}
