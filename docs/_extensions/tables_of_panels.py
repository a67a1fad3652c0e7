"""Tables of the columns of a panel and of what can be wrong with its rows, from the library."""

from collections.abc import Iterator

from civicplan.errors import Reason
from civicplan.panel.columns import COLUMNS
from civicplan.panel.naming import DUE, OF_ROWS, ONLY_OURS, OURS
from civicplan.panel.problems import POSSIBLE, Problem
from civicplan.tables.heading_words import DUE_HEADINGS


def columns() -> Iterator[tuple[str, ...]]:
    """Return every column that an assessment reads, what it holds, and what goes without it."""
    yield "Column", "What it says", "Its cells", "Without it"
    for name, column in COLUMNS.items():
        yield f"`{name}`", column.meaning, column.kind.value, column.without


def headings() -> Iterator[tuple[str, ...]]:
    """Return every column that is read by a heading, with what its heading names."""
    yield "Read as", "Headings"
    fields: dict[str, list[str]] = {}
    for field, name in {**OF_ROWS, **OURS}.items():
        fields.setdefault(name, []).append(f"those of `{field}`")
    for name, listed in fields.items():
        yield f"`{name}`", " and ".join(listed)
    for name, listed in {DUE: DUE_HEADINGS, **ONLY_OURS}.items():
        yield f"`{name}`", ", ".join(f"`{heading}`" for heading in listed)


def problems() -> Iterator[tuple[str, ...]]:
    """Return every fault of a row and what it says."""
    yield "In the column", "In words"
    for problem in Problem:
        yield f"`{problem}`", problem.sentence


def reasons() -> Iterator[tuple[str, ...]]:
    """Return every reason of the library that an assessment gives, what it says, and what it is given for."""
    yield "In the column", "In words", "It is why there is no"
    for reason in Reason:
        answers = [f"`{answer}`" for answer, possible in POSSIBLE.items() if reason in possible]
        if answers:
            yield f"`{reason}`", reason.sentence, ", ".join(answers) if reason not in POSSIBLE["actual"] else "answer"


TABLES = {"panel-columns": columns, "panel-headings": headings, "panel-problems": problems, "panel-reasons": reasons}
