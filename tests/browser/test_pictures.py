"""A chart saved as SVG is a picture of its own: it opens alone, and refers to nothing outside itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest

import civicplan as cp
from tests.browser.looking import opened
from tests.browser.reports import HOSTILE, assessed

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def _hostile() -> cp.Plan:
    names = (HOSTILE[0], HOSTILE[1], HOSTILE[3])
    rows = [
        cp.Indicator(
            id=f"i{number}", name=name, unit=name[:1_000], targets=("≥5",), observations={"2018": "3", "2020": "4"}
        )
        for number, name in enumerate(names)
    ]
    return cp.Plan(id="p", title=HOSTILE[0], period="2016/2020", indicators=rows)


def _charts() -> dict[str, str]:
    show, zhuzhou = cp.show, assessed("zhuzhou-13fyp")
    hostile = cp.assess(_hostile(), as_of="2020")
    shown: tuple[tuple[Callable[..., Any], object], ...] = (
        (show.attainment, zhuzhou),
        (show.progress, zhuzhou),
        (show.trajectory, zhuzhou["gdp"]),
        (show.methods, cp.compare(zhuzhou, ["un-2023", "global-fund"])),
        (show.timeline, assessed("shangyu-2024-q2")),
        (show.findings, cp.audit(zhuzhou.plan)),
    )
    charts: dict[str, Any] = {}
    for language, theme in (("en", "light"), ("zh", "dark")):
        for draw, one in shown:
            charts[f"{draw.__name__}-{language}"] = draw(one, language=language, theme=theme)
    charts["hostile-attainment"] = show.attainment(hostile)
    charts["hostile-trajectory"] = show.trajectory(hostile["i0"])
    return {name: cp.show.to_svg(chart) for name, chart in charts.items()}


def test_it_opens_alone_and_refers_to_nothing_outside(browser: Browser, tmp_path: Path) -> None:
    for module in ("altair", "vl_convert"):
        pytest.importorskip(module, reason="the extra charts is not installed")
    for name, svg in _charts().items():
        path = tmp_path / f"{name}.svg"
        path.write_text(svg, encoding="utf-8")
        for element in ElementTree.fromstring(svg).iter():
            assert element.tag.rpartition("}")[2] not in ("script", "image", "foreignObject", "use", "style", "a"), name
            assert not [value for value in element.attrib.values() if "://" in value or "url(" in value], name
        with opened(browser, path) as shown:
            assert shown.page.evaluate("document.documentElement.tagName") == "svg", name
            assert shown.page.evaluate("document.querySelectorAll('parsererror, script, img').length") == 0, name
            assert shown.page.evaluate("document.documentElement.getAttribute('aria-label')"), name
            assert shown.page.evaluate("'pwned' in window") is False, name
            assert shown.complaints == [], name
            assert shown.asked == [path.as_uri()], name
