"""Draw the picture of the README: `python scripts/readme_picture.py`.

It is what the README's own lines draw, on light and on dark.
"""

from __future__ import annotations

from pathlib import Path

import civicplan as cp

FOLDER = Path(__file__).parents[1] / "docs" / "_static"
THEMES = ("light", "dark")


def pictures() -> dict[Path, str]:
    """Return the pictures, by the files in which they are kept."""
    reached = cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020")
    return {
        FOLDER / f"readme-{theme}.svg": cp.show.to_svg(cp.show.attainment(reached, language="en", theme=theme))
        for theme in THEMES
    }


if __name__ == "__main__":
    for path, svg in pictures().items():
        path.write_text(svg, encoding="utf-8")
