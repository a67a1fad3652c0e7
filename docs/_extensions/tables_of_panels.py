"""Tables of the columns of a panel and of what can be wrong with its rows, from the library."""

from collections.abc import Iterator

from civicplan.panel.columns import COLUMNS
from civicplan.panel.problems import Problem


def columns() -> Iterator[tuple[str, ...]]:
    """Return every column that an assessment reads, what it holds, and what goes without it."""
    yield "Column", "What it says", "Its cells", "Without it"
    for name, column in COLUMNS.items():
        yield f"`{name}`", column.meaning, column.kind.value, column.without


def problems() -> Iterator[tuple[str, ...]]:
    """Return every fault of a row and what it says."""
    yield "In the column", "In words"
    for problem in Problem:
        yield f"`{problem}`", problem.sentence


TABLES = {"panel-columns": columns, "panel-problems": problems}
