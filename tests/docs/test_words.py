"""Pages and code are in plain English: turns of phrase that made readers stumble do not come back."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from .pages import ROOT, name_of, pages

_STUMBLED_OVER = re.compile(
    r"hangs? on|\bpart from|held? against|nobody printed|whatever it is|reads? back equal|are read where they stand"
    r"|which way of|\broom to\b|(?:least|little) room|made anew|wherefrom|thereof",
    re.IGNORECASE,
)
_SOURCE = sorted((ROOT / "src").rglob("*.py"))
_EXAMPLES = sorted([*(ROOT / "examples").glob("*.py"), *(ROOT / "examples").glob("*.ipynb")])


def _prose(path: Path) -> str:
    """What was written of a file; what a notebook printed is the library's."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        text = "\n".join("".join(cell["source"]) for cell in json.loads(text)["cells"])
    return " ".join(text.split())


def test_no_page_that_is_built_from_docstrings_has_one(site: Path) -> None:
    texts = {
        page: html.unescape(re.sub(r"<[^>]+>", "", page.read_text(encoding="utf-8"))) for page in site.rglob("*.html")
    }
    stumbles = {page.name: _STUMBLED_OVER.findall(" ".join(text.split())) for page, text in texts.items()}
    assert len(stumbles) > 30
    assert not {name: words for name, words in stumbles.items() if words}


@pytest.mark.parametrize("path", [*pages(), ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *_EXAMPLES], ids=name_of)
def test_no_turn_of_phrase_that_readers_stumbled_over(path: Path) -> None:
    assert not _STUMBLED_OVER.findall(_prose(path))


def test_nor_in_the_code_and_what_it_prints() -> None:
    assert {name_of(path): turns for path in _SOURCE if (turns := _STUMBLED_OVER.findall(_prose(path)))} == {}
