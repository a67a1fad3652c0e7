"""The built documentation: every public name is in it, and no page needs the network."""

from __future__ import annotations

import enum
import inspect
import re
import zlib
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from urllib.parse import urlsplit

import attrs
import pytest

import civicplan as cp

from .names import named

#: An entry with nothing under it.
_BARE = re.compile(r'<dt class="sig[^"]*" id="([^"]+)">(?:(?!</dt>).)*</dt>\s*<dd>\s*</dd>', re.DOTALL)


@pytest.fixture(scope="module")
def described(site: Path) -> set[str]:
    """Every name that has an entry, read from the index of objects that the build leaves."""
    content = (site / "objects.inv").read_bytes().split(b"\n", 4)[4]
    lines = zlib.decompress(content).decode("utf-8").splitlines()
    return {line.split(" ")[0] for line in lines if " py:" in line}


class TestEveryPublicNameIsDescribed:
    def test_those_of_the_packages(self, described: set[str]) -> None:
        names = [name for name, _ in named()]
        assert len(names) > 100
        assert not [name for name in names if name not in described]

    def test_those_of_the_package_stand_in_a_package(self, described: set[str]) -> None:
        values = [value for _, value in named()]
        modules = [value for value in vars(cp).values() if inspect.ismodule(value)]
        assert not [name for name in cp.__all__ if getattr(cp, name) not in [*values, *modules]]

    def test_the_fields_of_every_class(self, described: set[str]) -> None:
        fields = [
            f"{name}.{field.name}"
            for name, value in named()
            if inspect.isclass(value) and attrs.has(value)
            for field in attrs.fields(value)
            if not field.name.startswith("_")
        ]
        assert len(fields) > 100
        assert not [field for field in fields if field not in described]

    def test_every_field_and_property_has_a_sentence(self, site: Path) -> None:
        classes = {name: value for name, value in named() if inspect.isclass(value)}
        bare = {
            found[1]
            for page in sorted((site / "reference").glob("*.html"))
            for found in _BARE.finditer(page.read_text(encoding="utf-8"))
            if found[1].rpartition(".")[0] in classes
        }
        assert bare
        # A member of a vocabulary says by its name what it is.
        assert not {name for name in bare if not issubclass(classes[name.rpartition(".")[0]], enum.Enum)}

    def test_the_rules_of_the_methods(self, described: set[str]) -> None:
        rules = [cp.methods.get(name).rule for name in cp.methods.names()]
        assert not [rule for rule in rules if f"{rule.__module__}.{rule.__qualname__}" not in described]

    def test_every_reason_stands_on_two_pages(self, site: Path) -> None:
        for page in ("explanation/undefined-and-reasons.html", "reference/errors.html"):
            text = (site / page).read_text(encoding="utf-8")
            assert not [reason for reason in cp.Reason if f"Reason.{reason.name}<" not in text]

    def test_the_page_of_formulas_names_every_function_and_the_methods_that_are_not_confirmed(self, site: Path) -> None:
        text = (site / "reference/formulas.html").read_text(encoding="utf-8")
        functions = [
            name for name, value in vars(import_module("civicplan.measure")).items() if inspect.isfunction(value)
        ]
        assert len(functions) > 10
        assert not [name for name in functions if f"civicplan.measure.{name}" not in text]
        recalled = {name for name in cp.methods.names() if not cp.methods.get(name).confirmed}
        assert {name for name in cp.methods.names() if f">{name}<" in text} == recalled

    def test_every_rule_of_the_audit_stands_on_its_page(self, site: Path) -> None:
        text = (site / "reference/auditing.html").read_text(encoding="utf-8")
        assert not [code for code in import_module("civicplan.auditing").names() if f">{code}<" not in text]


@pytest.fixture(scope="module")
def picture(site: Path) -> str:
    """The drawing on its page."""
    page = (site / "explanation/model-at-a-glance.html").read_text(encoding="utf-8")
    return page.partition('class="model-picture"')[2].partition("</svg>")[0].partition("<svg")[2]


class TestThePictureOfTheModel:
    def test_every_class_of_the_model_is_in_it(self, picture: str) -> None:
        reachable = vars(import_module("civicplan.model")) | vars(import_module("civicplan.model.reply"))
        classes = {value for value in reachable.values() if inspect.isclass(value) and attrs.has(value)}
        nouns = [cls.__name__ for cls in classes if cls.__module__.startswith("civicplan.model.")]
        assert len(nouns) > 20
        assert not [name for name in nouns if f">{name}</text>" not in picture]

    def test_every_field_of_a_plan_and_an_indicator_is_in_it(self, picture: str) -> None:
        fields = [field.name for cls in (cp.Plan, cp.Indicator) for field in attrs.fields(cls)]
        assert not [name for name in fields if f">{name}</text>" not in picture]

    def test_every_name_in_it_leads_to_an_entry(self, site: Path, picture: str) -> None:
        reference = (site / "reference/model.html").read_text(encoding="utf-8")
        targets = re.findall(r'href="\.\./reference/model\.html#([^"]+)"', picture)
        assert len(targets) > 20
        assert not [target for target in targets if f'id="{target}"' not in reference]

    def test_it_leaves_its_colours_to_the_theme(self, picture: str) -> None:
        assert not re.search(r"\b(?:fill|stroke|style)=", picture)


#: Where a tag says what a browser loads with it.
_LOADED = dict.fromkeys(("script", "img", "iframe", "source", "embed", "audio", "video", "track"), "src")
_LOADED |= {"link": "href", "object": "data"}


class _Assets(HTMLParser):
    """What a browser loads with a page; links that a reader may follow are not among it."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get(_LOADED.get(tag, ""))
        if address:
            self.addresses.append(address)


def _elsewhere(page: Path) -> list[str]:
    assets = _Assets()
    assets.feed(page.read_text(encoding="utf-8"))
    return [address for address in assets.addresses if urlsplit(address).netloc]


class TestNoPageNeedsTheNetwork:
    def test_no_page_loads_anything_from_elsewhere(self, site: Path) -> None:
        pages = sorted(site.rglob("*.html"))
        assert len(pages) > 20
        assert not {page.relative_to(site).as_posix(): found for page in pages if (found := _elsewhere(page))}

    def test_no_style_sheet_loads_anything_from_elsewhere(self, site: Path) -> None:
        sheets = sorted(site.rglob("*.css"))
        assert len(sheets) > 2
        for sheet in sheets:
            text = sheet.read_text(encoding="utf-8").replace(" ", "").replace("'", "").replace('"', "")
            assert "url(http" not in text
            assert "url(//" not in text
            assert "@importhttp" not in text
