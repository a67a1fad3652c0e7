"""What of a page counts as its text: not what browsers hide, and not what is struck out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from civicplan.reading import Diagnostic
from civicplan.zh.notices import Notice

#: What is in these is not shown as text.
UNSEEN = frozenset(
    ("head", "script", "style", "noscript", "template", "iframe", "object", "svg", "select", "textarea", "button")
)
#: What is in these is struck out, in Word as in HTML.
_STRUCK = frozenset(("s", "strike", "del"))
_STRUCK_STYLE = re.compile(r"text-decoration(?:-line)?:[^;]{0,100}line-through")
#: Forums hide random signs under this name in texts that are copied.
_JAMMER = "jammer"
#: What browsers leave blank, and forums put signs into; an element within may show all the same.
_BLANK_STYLE = re.compile(r"visibility:hidden|font-size:0(?:px|pt|em|%)?(?![0-9.])")
_LONGEST_STYLE = 500
#: So much of what is struck out is shown.
_LONGEST_SHOWN = 60

HIDDEN = Notice(
    "hidden-text",
    "The page holds text that browsers do not show, here first and in {places} in all; it was left out. Open the page "
    "in a browser to see that nothing is missing.",
)
STRUCK_OUT = Notice(
    "struck-out-text",
    "This text is struck out, here first and in {places} in all; it was left out. Where it still holds, take the line "
    "through it away.",
)


def is_hidden(element: Any) -> bool:
    """Return whether browsers do not show an element; a cell that is only left blank keeps its place."""
    style = _style(element)
    is_gone = "display:none" in style or element.get("hidden") is not None
    is_blank = element.tag not in ("td", "th") and not len(element) and _BLANK_STYLE.search(style) is not None
    return is_gone or is_blank or _JAMMER in (element.get("class") or "")[:100].split()


def is_struck(element: Any) -> bool:
    """Return whether a line is drawn through the text of an element."""
    return element.tag in _STRUCK or _STRUCK_STYLE.search(_style(element)) is not None


def _style(element: Any) -> str:
    return "".join((element.get("style") or "")[:_LONGEST_STYLE].split()).lower()


class LeftOut:
    """What of a page was left out, by the lines where it stands."""

    def __init__(self) -> None:
        self._hidden: list[int] = []
        self._struck: list[tuple[int, str]] = []

    def hidden(self, texts: Iterable[str], line: int) -> None:
        """Note what is hidden, if that is text."""
        if any(text.strip() for text in texts):
            self._hidden.append(line)

    def struck(self, texts: Iterable[str], line: int) -> None:
        """Note what is struck out, if that is text."""
        if text := " ".join("".join(texts).split()):
            self._struck.append((line, text[:_LONGEST_SHOWN]))

    def said(self) -> Iterator[Diagnostic]:
        """Say it once for all that is hidden, and once for all that is struck out."""
        if self._hidden:
            yield HIDDEN.at(self._hidden[0], places=_places(self._hidden))
        if self._struck:
            yield STRUCK_OUT.at(*self._struck[0], places=_places(self._struck))


def _places(found: list[Any]) -> str:
    return "1 place" if len(found) == 1 else f"{len(found)} places"
