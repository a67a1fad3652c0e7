"""Chromium, and what it opens; each is skipped with the reason where something it needs is not there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.docs.pages import DOCS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: As Debian, Ubuntu and others call it.
_NAMES = ("chromium", "chromium-browser", "google-chrome")
#: In a container it runs as root, where it has no sandbox; it opens nothing but what was written here.
_ARGUMENTS = ("--no-sandbox", "--disable-dev-shm-usage")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser without a window, which every test of a session shares."""
    for name in ("playwright", "axe_playwright_python", "pypdf"):
        pytest.importorskip(name, reason=f"{name} is not installed; the session `nox -s browser` installs it")
    from playwright.sync_api import sync_playwright

    executable = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if executable is None:
        pytest.skip("Chromium is not found here")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site(browser: Browser) -> Path:
    """The documentation as the session `docs` built it."""
    built = DOCS / "_build" / "html"
    if not (built / "index.html").exists():
        pytest.skip("the documentation is not built; `nox -s docs` builds it")
    return built
