"""How charts look: fonts, colours on light and on dark, and the drawn signs that stand beside every colour."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple, TypeAlias, get_args

from civicplan.errors import InvalidTypeError, InvalidValueError, describe, nearest_words
from civicplan.render.cells import Badge
from civicplan.render.message import Message

Theme: TypeAlias = Literal["light", "dark"]
_THEMES: tuple[Theme, ...] = get_args(Theme)

#: Fonts that have Chinese letters, first those that come with a system for nothing.
FONTS = (
    *("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Hiragino Sans GB"),
    *("Microsoft YaHei", "WenQuanYi Micro Hei", "sans-serif"),
)
FONT = ", ".join(FONTS)

#: Letters of names and numbers, and of what explains them [pixels].
LETTERS, SMALL_LETTERS, TITLE = 12, 11, 16

#: The signs of the tables as outlines in a square from -1 to 1: drawn, so that no font has to have them.
_OUTLINES = {
    "✓": "M-0.9,0.1L-0.3,0.75L0.9,-0.7",
    "✗": "M-0.75,-0.75L0.75,0.75M0.75,-0.75L-0.75,0.75",
    "▲": "M0,-0.85L0.9,0.75L-0.9,0.75Z",
    "▼": "M0,0.85L0.9,-0.75L-0.9,-0.75Z",
    "◀": "M-0.85,0L0.75,0.9L0.75,-0.9Z",
    "●": "M-0.8,0A0.8,0.8,0,1,1,0.8,0A0.8,0.8,0,1,1,-0.8,0Z",
    "○": "M-0.8,0A0.8,0.8,0,1,1,0.8,0A0.8,0.8,0,1,1,-0.8,0Z",
    "?": "M-0.5,-0.45C-0.5,-1.15,0.55,-1.15,0.55,-0.45C0.55,0.05,0,0,0,0.4M0,0.85L0,0.9",
    "i": "M0,-0.9L0,-0.8M0,-0.3L0,0.85",
}
_FILLED = "▲▼◀●"


class Palette(NamedTuple):
    """The colours of a theme; those of Okabe and Ito, as dark or as light as the paper asks for.

    Attributes:
        paper: What everything stands on.
        ink: Names and numbers.
        muted: What explains them.
        line: Grid lines.
        band: Ground under a bar.
        good: What is met or goes well.
        poor: What is missed or goes badly.
        open: What is not due or not known.
        plan: What the plan asks for.
    """

    paper: str
    ink: str
    muted: str
    line: str
    band: str
    good: str
    poor: str
    open: str
    plan: str


_PALETTES: dict[Theme, Palette] = {
    "light": Palette(
        paper="#ffffff",
        ink="#1b2430",
        muted="#586474",
        line="#dde2e8",
        band="#e9edf1",
        good="#007a5c",
        poor="#c54c00",
        open="#6b7685",
        plan="#0067a5",
    ),
    "dark": Palette(
        paper="#14181e",
        ink="#e9edf2",
        muted="#a5b0bd",
        line="#323a45",
        band="#29313b",
        good="#35c79b",
        poor="#ff9450",
        open="#98a4b2",
        plan="#6cb6f5",
    ),
}


def to_palette(theme: object) -> Palette:
    """Return the colours of a theme.

    Raises:
        InvalidValueError: There is no such theme.
        InvalidTypeError: It is no text. It is a TypeError.

    >>> to_palette("dark").paper
    '#14181e'
    """
    if not isinstance(theme, str):
        raise InvalidTypeError("theme", "a theme as text", describe(theme), 'write "light" or "dark"')
    for known in _THEMES:
        if theme == known:
            return _PALETTES[known]
    advice = "".join(f'write "{near}"' for near in nearest_words(theme.lower(), _THEMES, most=1))
    raise InvalidValueError("theme", "light or dark", describe(theme), advice)


class Look(NamedTuple):
    """How a verdict, a standing or a severity looks: the same sign and the same tone as in the tables.

    Attributes:
        shape: The outline of its sign.
        colour: The colour of the sign, and of what it stands for.
        fill: The colour within the outline.
    """

    shape: str
    colour: str
    fill: str


def look_of(code: str, palette: Palette) -> Look:
    """Return how a code looks.

    >>> look_of("met", to_palette("light")).colour
    '#007a5c'
    """
    badge = Badge(code, Message(code))
    colour = {"good": palette.good, "poor": palette.poor, "open": palette.open}[badge.tone]
    return Look(_OUTLINES[badge.sign], colour, colour if badge.sign in _FILLED else "transparent")


def config_of(palette: Palette) -> dict[str, Any]:
    """Return the settings of a chart of this theme."""
    quiet = {"labelColor": palette.muted, "labelFontSize": SMALL_LETTERS, "titleColor": palette.muted}
    return {
        "background": palette.paper,
        "font": FONT,
        "padding": PADDING,
        "view": {"stroke": None},
        "axis": {
            **quiet,
            "titleFontSize": SMALL_LETTERS,
            "titleFontWeight": "normal",
            "gridColor": palette.line,
            "domain": False,
            "ticks": False,
            "labelPadding": 6,
        },
        "title": {
            "anchor": "start",
            "frame": "group",
            "color": palette.ink,
            "fontSize": TITLE,
            "fontWeight": "bold",
            "subtitleColor": palette.muted,
            "subtitleFontSize": LETTERS,
            "subtitleLineHeight": 18,
            "subtitlePadding": 6,
            "offset": 12,
        },
        "text": {"fontSize": LETTERS, "color": palette.ink},
    }


#: Around a picture [pixels].
PADDING = 16
