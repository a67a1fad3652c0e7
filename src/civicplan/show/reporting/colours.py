"""The colours of the report: those of the charts, on light and on dark, and on paper those on light."""

from __future__ import annotations

from civicplan.show.theme import Palette, to_palette


def style() -> str:
    """Return the colours as properties that everything on the page is drawn with.

    >>> style().startswith(":root { --paper: #ffffff;")
    True
    """
    light, dark = _properties(to_palette("light")), _properties(to_palette("dark"))
    return f"{light}\n@media (prefers-color-scheme: dark) {{ {dark} }}\n@media print {{ {light} }}\n"


def _properties(palette: Palette) -> str:
    return f":root {{ {' '.join(f'--{name}: {colour};' for name, colour in palette._asdict().items())} }}"
