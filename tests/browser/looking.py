"""Opening a page as people do, and what is wrong with what they get to see."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from attrs import field, frozen

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page


class View(NamedTuple):
    """How wide the window is [CSS pixels], and what the reader prefers."""

    width: int
    scheme: Literal["light", "dark"]
    media: Literal["print", "screen"] = "screen"


SCREENS = (View(1280, "light"), View(1280, "dark"), View(400, "light"), View(400, "dark"))
#: A sheet of A4 between the margins of the report; whoever prefers dark gets black on white there, too.
PAPER = View(688, "dark", "print")

#: What everybody is owed, and what costs nothing to do right.
_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
#: Where axe cannot measure a contrast nothing is proved, except of signs, which say nothing that words do not, and of
#: drawings, which it does not look into.
_AXE = """
async ([rules, theirs, strict]) => {
    const found = await axe.run(document, {
        runOnly: rules, resultTypes: ["violations", "incomplete"], elementRef: true, preload: false,
    });
    const isSign = (node) => [...node.any, ...node.all, ...node.none].some(
        (check) => ["nonBmp", "shortTextContent"].includes(check.data?.messageKey));
    const unmeasured = found.incomplete.filter((rule) => strict && rule.id === "color-contrast")
        .map((rule) => ({...rule, nodes: rule.nodes.filter((node) => !isSign(node) && !node.element.closest("svg"))}));
    return [...found.violations, ...unmeasured].flatMap((rule) => rule.nodes
        .filter((node) => !node.element.matches(theirs[rule.id] ?? ":not(*)"))
        .map((node) => `${rule.id} at ${node.target}: ${node.html.slice(0, 200)}: ${node.failureSummary}`));
}
"""
#: The words of drawings that are too faint on the page, which has one colour behind all of them.
_FAINT = r"""
() => {
    const light = (colour) => {
        const [red, green, blue] = colour.match(/[\d.]+/g).map((part) => part / 255)
            .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
    };
    const paper = light(getComputedStyle(document.body).backgroundColor);
    const contrast = (text) => light(getComputedStyle(text).fill) / paper;
    return [...document.querySelectorAll("svg text")]
        .filter((text) => Math.max(contrast(text), 1 / contrast(text)) < 4.5)
        .map((text) => `${text.textContent} in ${getComputedStyle(text).fill}`);
}
"""


@frozen(kw_only=True)
class Opened:
    """A page in a browser, with all that it asked for and all that it complained of since.

    Attributes:
        page: The page.
        asked: The addresses that it asked for.
        complaints: Errors and warnings in the console, errors of scripts, and what could not be loaded.
    """

    page: Page
    asked: list[str] = field(factory=list)
    complaints: list[str] = field(factory=list)

    def look(self, view: View) -> None:
        """Change the window and the preferences."""
        self.page.set_viewport_size({"width": view.width, "height": 900})
        self.page.emulate_media(media=view.media, color_scheme=view.scheme)

    def overhang(self) -> int:
        """How much wider than the window the page is [CSS pixels]."""
        width: int = self.page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
        return width

    def barriers(self, theirs: dict[str, str] | None = None, *, strict: bool = False) -> list[str]:
        """What keeps somebody from reading the page, as axe-core finds it.

        Args:
            theirs: The elements that are not ours to mend, as selectors of CSS by the rule that they break.
            strict: Whether a contrast that cannot be measured counts; what is scrolled out of sight has none.
        """
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(_axe())
        found: list[str] = self.page.evaluate(_AXE, [_RULES, theirs or {}, strict])
        return found

    def faint(self) -> list[str]:
        """The words of drawings that do not stand out from the page as WCAG asks, 4.5 to 1, with their colours."""
        found: list[str] = self.page.evaluate(_FAINT)
        return found


@contextmanager
def opened(browser: Browser, path: Path) -> Iterator[Opened]:
    """Open a file as a page of its own, in a browser that remembers nothing."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    shown = Opened(page=page)
    page.on("request", lambda request: shown.asked.append(request.url))
    page.on("requestfailed", lambda request: shown.complaints.append(f"{request.url}: {request.failure}"))
    page.on("pageerror", lambda error: shown.complaints.append(error.message))
    page.on("console", lambda message: shown.complaints.extend(_complaints(message)))
    page.goto(path.resolve().as_uri())
    yield shown
    page.close()


def _complaints(message: ConsoleMessage) -> Iterator[str]:
    if message.type in ("error", "warning"):
        yield message.text


def _axe() -> str:
    from axe_playwright_python import base

    return (Path(base.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
