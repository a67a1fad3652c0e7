"""Every public name says what holds of it, and everything that a user calls shows how."""

from __future__ import annotations

import enum
import inspect
from typing import Any

from .names import named
from .pages import DOCS

#: Functions whose example needs a file or a second call, and the page that has it.
_SHOWN_ON = {
    "read": "how-to/read-and-write-files.md",
    "write": "how-to/read-and-write-files.md",
    "dumps": "how-to/read-and-write-files.md",
    "template": "how-to/read-and-write-files.md",
}
PUBLIC: list[tuple[str, Any]] = [
    (name, value) for name, value in named() if inspect.isclass(value) or inspect.isfunction(value)
]


def _has_example(value: object) -> bool:
    return ">>>" in (inspect.getdoc(value) or "")


def test_the_first_line_is_a_sentence() -> None:
    for name, value in PUBLIC:
        assert (value.__doc__ or "").strip().partition("\n")[0].rstrip().endswith("."), name


def test_every_function_shows_an_example() -> None:
    for name, function in PUBLIC:
        short = name.rpartition(".")[2]
        if short in _SHOWN_ON:
            page = (DOCS / _SHOWN_ON[short]).read_text(encoding="utf-8")
            assert any(f"{short}(" in line for line in page.splitlines() if line.startswith((">>>", "..."))), name
        elif inspect.isfunction(function) and not (short.startswith("to_") and _has_one_parameter(function)):
            assert _has_example(function), name


def _has_one_parameter(function: Any) -> bool:
    """As converters have: they take what a value can be built from, and the value's own class has the example."""
    return len(inspect.signature(function).parameters) == 1


#: Results are found, not built; the functions that give them have the examples. Errors and vocabularies likewise.
_RESULTS = ("civicplan.assessment.", "civicplan.evidence.", "civicplan.rating.", "civicplan.zh.")


def test_every_class_that_users_build_shows_an_example() -> None:
    for name, value in PUBLIC:
        is_built = inspect.isclass(value) and not issubclass(value, enum.Enum | Exception)
        if is_built and not name.startswith(_RESULTS):
            assert _has_example(value), name
