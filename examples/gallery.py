"""Draw every kind of chart, in English and in Chinese, into the folder that you name: `python gallery.py pictures`.

Without a name they go into a folder of their own among the temporary files. They are the pictures of the gallery in the
documentation. Two of the plans are real. The town of Millbrook is made up, as more happens in it.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

import civicplan as cp
from civicplan.assessment import PlanAssessment
from civicplan.errors import MissingExtraError

TABLE = Path(__file__).with_name("millbrook.csv")


def zhuzhou() -> PlanAssessment:
    """Return a five-year plan of a city, assessed at its end."""
    return cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020")


def shangyu() -> PlanAssessment:
    """Return the tasks of a bureau, assessed half way through the year."""
    return cp.assess(cp.datasets.load("shangyu-2024-q2"), as_of="2024-Q2")


def millbrook() -> PlanAssessment:
    """Return a plan that was read from a table, assessed when three of its five years are gone."""
    plan = cp.tables.read(TABLE, period="2021/2025", title="Millbrook, plan for 2021 to 2025").value
    return cp.assess(plan, as_of="2023")


def compared() -> Any:
    """Return what three published methods say of Millbrook."""
    return cp.compare(millbrook(), ["un-2023", "sdsn-arrows", "cn-midterm"])


#: What each chart shows, by the name of the function that draws it.
SHOWN = {
    "attainment": zhuzhou,
    "progress": millbrook,
    "trajectory": lambda: millbrook()["water-lost-in-the-pipes"],
    "methods": compared,
    "timeline": shangyu,
    "findings": lambda: cp.audit(zhuzhou().plan),
}


def main(folder: Path) -> None:
    """Write the pictures, and say where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    for chart, shown in SHOWN.items():
        draw = getattr(cp.show, chart)
        for language in ("en", "zh"):
            cp.show.save(draw(shown(), language=language), folder / f"{chart}-{language}.svg")
    print(f"{2 * len(SHOWN)} pictures are in {folder.resolve()}")


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp(prefix="civicplan-")))
    except MissingExtraError as error:
        sys.exit(str(error))
