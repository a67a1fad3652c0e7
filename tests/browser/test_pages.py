"""The documentation opens from a folder: it asks for nothing outside, fits every window, and keeps nobody out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.looking import PAPER, SCREENS, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MAIN = (
    "index",
    "tutorial/first-assessment",
    "gallery",
    "notebooks/five_year_plan",
    "how-to/show-in-a-notebook",
    "how-to/audit-a-plan",
    "explanation/figures-are-intervals",
    "explanation/model-at-a-glance",
    "reference/glossary",
    "reference/show",
)
#: What Sphinx and its theme furo write that is not ours to mend, by the rule that it breaks.
THEIRS = {
    # Sphinx calls the captions of the contents headings, and does not say of which level.
    "aria-required-attr": "p.caption[role=heading]",
    # furo has two columns beside the page, the contents and the headings, and does not name them.
    "landmark-unique": "aside.sidebar-drawer",
}


@pytest.mark.parametrize("name", MAIN)
def test_a_main_page_keeps_nobody_out(browser: Browser, site: Path, name: str) -> None:
    with opened(browser, site / f"{name}.html") as shown:
        for view in SCREENS:
            shown.look(view)
            assert not shown.barriers(THEIRS), view


@pytest.mark.parametrize("folder", ["", "explanation", "how-to", "notebooks", "reference", "tutorial"])
def test_every_page_fits_every_window_and_paper(browser: Browser, site: Path, folder: str) -> None:
    pages = sorted((site / folder).glob("*.html"))
    assert pages
    for path in pages:
        with opened(browser, path) as shown:
            for view in (*SCREENS, PAPER):
                shown.look(view)
                assert shown.overhang() <= 0, (path, view)
            assert shown.complaints == [], path
            assert all(address.startswith(site.as_uri() + "/") for address in shown.asked), path
