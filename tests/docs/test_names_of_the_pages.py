"""The names that pages mention exist, and the tables that were written by hand are complete."""

from __future__ import annotations

import contextlib
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import civicplan as cp

from .names import named
from .pages import DOCS, ROOT, name_of, pages

_NAME = re.compile(r"\bcp\.([A-Za-z_]+)(?:\.([A-Za-z_]+))?")
_CODE = re.compile(r"`([A-Z][A-Za-z]+)(?:\.([A-Za-z_]+))?`")
_LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")


def _row_codes(page: Path) -> list[tuple[str, str]]:
    """Class and attribute of every `Class.attribute` in the tables of a page."""
    rows = (line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("|"))
    return [(found[1], found[2] or "") for line in rows for found in _CODE.finditer(line)]


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_every_name_of_the_package_that_is_mentioned_exists(page: Path) -> None:
    mentioned = {found.groups(default="") for found in _NAME.finditer(page.read_text(encoding="utf-8"))}
    missing = [
        f"cp.{name}.{attribute}".rstrip(".")
        for name, attribute in mentioned - {("name", "")}
        if not hasattr(cp, name) or (attribute and not hasattr(getattr(cp, name), attribute))
    ]
    assert not missing


def _exists(path: str) -> bool:
    """Whether a dotted name leads to something, first through modules, then through attributes."""
    value: object = cp
    for name in path.split(".")[1:]:
        if not hasattr(value, name) and isinstance(value, ModuleType):
            with contextlib.suppress(ImportError):
                import_module(f"{value.__name__}.{name}")
        if not hasattr(value, name):
            return False
        value = getattr(value, name)
    return True


def test_every_new_name_in_the_changelog_exists() -> None:
    second_cells = re.findall(r"^\| .+ \| (.+) \|$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    new = re.findall(r"`((?:cp|civicplan)\.[\w.]*)", " ".join(second_cells))
    assert len(new) > 20
    assert not [name for name in new if not _exists(name)]


def test_every_caveat_has_a_row_and_a_section_of_its_own() -> None:
    page = (DOCS / "explanation" / "caveats.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == list(cp.Caveat)
    assert re.findall(r"^## (\w+)$", page, re.MULTILINE) == [caveat.capitalize() for caveat in cp.Caveat]


def test_every_term_of_the_glossary_names_code_that_exists() -> None:
    codes = _row_codes(DOCS / "reference" / "glossary.md")
    assert len(codes) > 30
    values = {name.rpartition(".")[2]: value for name, value in named()}
    assert not [f"{name}.{part}" for name, part in codes if name not in values]
    assert not [f"{name}.{part}" for name, part in codes if part and not hasattr(values[name], part)]


def test_every_kind_of_target_and_claim_stands_on_the_page_of_the_file_format() -> None:
    kinds = import_module("civicplan.formats._kinds").UNIONS
    page = (DOCS / "reference" / "file-format.md").read_text(encoding="utf-8")
    rows = [f"`{kind}` | `{member.__name__}` |" for union in kinds.values() for kind, member in union.items()]
    assert len(rows) > 5
    assert not [row for row in rows if row not in page]


def test_every_built_in_plan_stands_on_its_page() -> None:
    page = (DOCS / "reference" / "datasets.md").read_text(encoding="utf-8")
    assert not [name for name in cp.datasets.names() if f"| `{name}` |" not in page]


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_every_file_that_a_page_links_to_or_names_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    linked = [target for target in _LINK.findall(text) if not target.startswith("../notebooks/")]
    missing = [target for target in linked if "notebooks/" not in target and not (page.parent / target).exists()]
    named = re.findall(r"`((?:examples|docs)/[\w./-]+)`", text)
    assert not missing + [path for path in named if not (ROOT / path).exists()]


def test_every_cell_of_the_table_on_the_home_page_is_a_link() -> None:
    rows = [line for line in (DOCS / "index.md").read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    cells = [cell.strip() for row in rows[1:] for cell in row.strip("|").split("|")]
    assert len(cells) > 10
    assert not [cell for cell in cells if not re.fullmatch(r"\[[^\]]+\]\([^)]+\)", cell)]


def test_every_page_is_in_the_side_bar() -> None:
    home = (DOCS / "index.md").read_text(encoding="utf-8")
    names = [page.relative_to(DOCS).with_suffix("").as_posix() for page in pages() if DOCS in page.parents]
    assert not [name for name in names if name != "index" and f"\n{name}\n" not in home]
