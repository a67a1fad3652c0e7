"""A report opens anywhere: it asks for nothing, complains of nothing, fits its window, and keeps nobody out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import civicplan as cp
from civicplan.render.languages import LANGUAGES
from tests.browser.looking import PAPER, SCREENS, opened
from tests.browser.reports import HOSTILE, assessed, report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

REPORTS = [
    *(("zhuzhou-13fyp", language) for language in LANGUAGES),
    *(("shangyu-2024-q2", language) for language in LANGUAGES),
    ("zhuzhou-14fyp", "zh"),
]


@pytest.mark.parametrize(("name", "language"), REPORTS)
def test_a_report_in_every_window_and_on_paper(browser: Browser, tmp_path: Path, name: str, language: str) -> None:
    path = tmp_path / "report.html"
    path.write_text(report(name, language), encoding="utf-8")
    with opened(browser, path) as shown:
        for view in (*SCREENS, PAPER):
            shown.look(view)
            assert shown.overhang() <= 0, view
            assert not shown.barriers(strict=view.width > 400), view
            assert not shown.faint(), view
        assert shown.complaints == []
        assert shown.asked == [path.as_uri()]


def test_whoever_has_no_mouse_gets_past_the_contents_and_into_every_table(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(report("zhuzhou-13fyp", "en"), encoding="utf-8")
    with opened(browser, path) as shown:
        shown.look(SCREENS[2])
        page = shown.page
        page.keyboard.press("Tab")
        assert _soon(page, "document.activeElement.matches('.skip')")
        assert _soon(page, "document.activeElement.getBoundingClientRect().left >= 0")
        page.keyboard.press("Enter")
        assert _soon(page, "document.activeElement.id === 'report'")
        page.locator("#indicators [role=region]").focus()
        for _ in range(3):
            page.keyboard.press("ArrowRight")
        assert _soon(page, "document.activeElement.scrollLeft > 0")


def test_a_table_that_goes_on_beyond_its_edge_has_a_shadow_there(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(report("zhuzhou-13fyp", "en"), encoding="utf-8")
    with opened(browser, path) as shown:
        for view in SCREENS:
            shown.look(view)
            regions = shown.page.locator("[role=region]")
            wider = regions.evaluate_all("all => all.filter((one) => one.scrollWidth > one.clientWidth)")
            assert bool(wider) is (view.width == 400), view
            images = regions.evaluate_all(
                "all => all.filter((one) => one.scrollWidth > one.clientWidth)"
                ".map((one) => getComputedStyle(one).backgroundImage)"
            )
            assert all("gradient" in image for image in images), view


def test_no_unit_is_broken_within_a_word(browser: Browser, tmp_path: Path) -> None:
    rows = [
        cp.Indicator(
            id=unit.replace(" ", "-"),
            name="share of households " * 6,
            unit=unit,
            targets=("≥5",),
            observations={"2020": "4"},
        )
        for unit in ("thousand", "billion", "million tonnes")
    ]
    plan = cp.Plan(id="p", title="A plan", period="2016/2020", indicators=rows)
    path = tmp_path / "report.html"
    path.write_text(cp.show.report(cp.assess(plan, as_of="2020")), encoding="utf-8")
    with opened(browser, path) as shown:
        for view in (*SCREENS, PAPER):
            shown.look(view)
            lines = shown.page.locator("#indicators td:nth-child(3)").evaluate_all(
                "all => all.map((cell) => { const words = document.createRange(); words.selectNodeContents(cell);"
                "return words.getClientRects().length; })"
            )
            assert len(lines) == 3
            assert lines[:2] == [1, 1], view
            assert lines[2] <= 2, view


def test_whoever_has_no_mouse_reads_the_tables_of_a_notebook(browser: Browser, tmp_path: Path) -> None:
    one = assessed("zhuzhou-13fyp")
    shown_by = (
        one.plan, one, one["gdp"], one["gdp"].indicator, cp.audit(one.plan), cp.rate(one, "un-2023"),
        cp.compare(one, ["un-2023", "global-fund"]), assessed("shangyu-2024-q2"),
    )  # fmt: skip
    path = tmp_path / "notebook.html"
    tables = "\n".join(part._repr_html_() for part in shown_by)
    head = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A notebook</title></head>'
    path.write_text(f"{head}<body><main><h1>A notebook</h1>{tables}</main></body></html>", encoding="utf-8")
    with opened(browser, path) as shown:
        for view in (SCREENS[0], SCREENS[2]):
            shown.look(view)
            assert shown.overhang() <= 0, view
            assert not shown.barriers(), view
        widest = shown.page.locator(".civicplan").nth(1)
        widest.focus()
        shown.page.keyboard.press("ArrowRight")
        assert _soon(shown.page, "document.activeElement.scrollLeft > 0")


def _soon(page: Page, expression: str) -> bool:
    """Whether it holds within a few seconds; the page itself lets nobody wait in it, as it runs no code from words."""
    for _ in range(50):
        if page.evaluate(expression):
            return True
        page.wait_for_timeout(100)
    return False


def test_a_hostile_plan_of_a_thousand_indicators(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(report("hostile", "en"), encoding="utf-8")
    with opened(browser, path) as shown:
        for view in (*SCREENS, PAPER):
            shown.look(view)
            assert shown.overhang() <= 0, view
        page = shown.page
        assert HOSTILE[0] in page.title()
        assert page.locator("h1").inner_text().startswith("".join(HOSTILE[:2]))
        assert page.locator("script, img, iframe, object, embed, form, base").count() == 0
        assert page.evaluate("'pwned' in window") is False
        assert page.locator("#indicators tbody tr:has(td)").count() == len(assessed("hostile").indicators)
        # What follows the title is not written backwards.
        assert page.evaluate("getComputedStyle(document.querySelector('header p')).direction") == "ltr"
        assert shown.complaints == []
        assert shown.asked == [path.as_uri()]
