"""The pictures of the README and the pages are what the lines beside them draw, and say so to those who do not see."""

from __future__ import annotations

import doctest
import re
import runpy
from collections.abc import Iterator
from html import unescape
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, get_args
from xml.etree import ElementTree

import pytest

import civicplan as cp

from .pages import DOCS, README, ROOT, blocks, name_of, pages

_DIRECTIVE = re.compile(r"^```\{(chart|report)\} (\S+)\n(?::language: (\S+)\n)?```$", re.MULTILINE)
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "readme_picture.py"))
#: What the script of the README draws, by the files in which it is kept.
PICTURES: dict[Path, str] = SCRIPT["pictures"]()
#: No picture is larger [bytes].
_MOST = 100_000


class Shown(NamedTuple):
    """A directive that shows a picture or a report."""

    kind: str
    name: str
    language: str
    line: int


def _shown(page: Path) -> list[Shown]:
    text = page.read_text(encoding="utf-8")
    return [
        Shown(found[1], found[2], found[3] or "en", text.count("\n", 0, found.start()) + 1)
        for found in _DIRECTIVE.finditer(text)
    ]


PAGES = [page for page in pages() if _shown(page)]


@pytest.fixture
def drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """What draws the pictures of the pages; the code of the pages finds the examples and writes its files here."""
    for folder in (DOCS / "_extensions", ROOT / "examples"):
        monkeypatch.syspath_prepend(folder)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    return import_module("charts")


def _code(page: Path) -> Iterator[tuple[int, str]]:
    """The Python of a page, and the line in which it begins."""
    for block in blocks(page):
        if block.language == "python":
            yield block.line, block.code
        elif block.language == "pycon":
            yield block.line, "".join(example.source for example in doctest.DocTestParser().get_examples(block.code))


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_the_lines_above_a_picture_draw_it(page: Path, drawn: ModuleType) -> None:
    steps: list[tuple[int, str | Shown]] = [*_code(page), *((shown.line, shown) for shown in _shown(page))]
    names: dict[str, Any] = {}
    for _, step in sorted(steps, key=lambda step: step[0]):
        if isinstance(step, str):
            exec(step, names)  # the project's own pages
        elif step.kind == "chart":
            assert drawn.PICTURES[step.name].drawn(language=step.language).to_dict() == names["chart"].to_dict()
        else:
            assessment = drawn.REPORTS[step.name]()
            written = cp.show.report(assessment)
            assert Path("report.html").read_text(encoding="utf-8") == written


def test_the_gallery_has_every_kind_of_chart_and_some_in_both_languages() -> None:
    charts = [(shown.name, shown.language) for shown in _shown(DOCS / "gallery.md") if shown.kind == "chart"]
    assert {name for name, language in charts if language == "en"} == set(get_args(cp.show.ChartName))
    assert len({name for name, language in charts if language == "zh"}) >= 2


class _Image(NamedTuple):
    """A picture of a built page, and what it says to those who do not see it."""

    files: tuple[str, str]
    told: str


def _images(html: str) -> list[_Image]:
    found = re.findall(r'<source media="[^"]+" srcset="([^"]+)"><img src="([^"]+)" alt="([^"]*)">', html)
    return [_Image((narrow, wide), unescape(told)) for narrow, wide, told in found]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_picture_is_there_small_and_told_on_light_and_on_dark(page: Path, site: Path, drawn: ModuleType) -> None:
    built = site / page.relative_to(DOCS).with_suffix(".html")
    images = _images(built.read_text(encoding="utf-8"))
    charts = [shown for shown in _shown(page) if shown.kind == "chart" for _ in SCRIPT["THEMES"]]
    assert len(images) == len(charts)
    for image, shown in zip(images, charts, strict=True):
        assert image.told == drawn.PICTURES[shown.name].drawn(language=shown.language).description
        for file in image.files:
            svg = (built.parent / file).read_bytes()
            assert len(svg) < _MOST
            assert ElementTree.fromstring(svg).tag.endswith("svg")


def _structure(svg: str) -> list[tuple[str, str]]:
    """The marks of a picture in their order, and its words; not where they stand."""
    return [(element.tag, (element.text or "").strip()) for element in ElementTree.fromstring(svg).iter()]


class TestThePictureOfTheReadme:
    def test_it_has_the_marks_and_the_words_that_the_library_draws(self) -> None:
        for path, svg in PICTURES.items():
            kept = path.read_text(encoding="utf-8")
            assert _structure(kept) == _structure(svg)
            assert len(kept.encode()) < _MOST

    def test_it_is_what_its_lines_draw(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        text = README.read_text(encoding="utf-8")
        lines = next(code for _, code in _code(README) if "cp.show.save" in code)
        monkeypatch.chdir(tmp_path)
        exec(lines, {"cp": cp, "reached": cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020")})
        drawn = Path("attainment.svg").read_text(encoding="utf-8")
        assert drawn in PICTURES.values()
        assert all(path.relative_to(ROOT).as_posix() in text for path in PICTURES)

    def test_it_is_told_in_the_words_of_the_chart(self) -> None:
        svg = next(iter(PICTURES.values()))
        [told] = re.findall(r'<img src="docs/_static/readme-light.svg" width="800" alt="([^"]+)">', README.read_text())
        assert ElementTree.fromstring(svg).attrib["aria-label"].startswith(told)
