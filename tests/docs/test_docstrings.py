"""Every public name says what holds of it, and everything that a user calls shows how."""

from __future__ import annotations

import enum
import inspect
from typing import Any

import pytest

from .pages import DOCS
from .test_site import named

#: Functions whose example needs a file or a second call, and the page that has it.
_SHOWN_ON = {
    "read": "how-to/read-and-write-files.md",
    "write": "how-to/read-and-write-files.md",
    "dumps": "how-to/read-and-write-files.md",
    "unregister": "how-to/audit-a-plan.md",
}
PUBLIC: list[tuple[str, Any]] = [
    (name, value) for name, value in named() if inspect.isclass(value) or inspect.isfunction(value)
]


def _has_example(value: object) -> bool:
    return ">>>" in (inspect.getdoc(value) or "")


@pytest.mark.parametrize(("name", "value"), PUBLIC, ids=[name for name, _ in PUBLIC])
def test_the_first_line_is_a_sentence(name: str, value: object) -> None:
    assert (value.__doc__ or "").strip().partition("\n")[0].rstrip().endswith("."), name


FUNCTIONS = [(name, value) for name, value in PUBLIC if inspect.isfunction(value)]


@pytest.mark.parametrize(("name", "function"), FUNCTIONS, ids=[name for name, _ in FUNCTIONS])
def test_every_function_shows_an_example(name: str, function: object) -> None:
    short = name.rpartition(".")[2]
    if short in _SHOWN_ON:
        page = (DOCS / _SHOWN_ON[short]).read_text(encoding="utf-8")
        assert any(f"{short}(" in line for line in page.splitlines() if line.startswith((">>>", "...")))
    elif not (short.startswith("to_") and _has_one_parameter(function)):
        assert _has_example(function)


def _has_one_parameter(function: Any) -> bool:
    """As converters have: they take what a value can be built from, and the value's own class has the example."""
    return len(inspect.signature(function).parameters) == 1


#: Results are found, not built; the functions that give them have the examples. Errors and vocabularies likewise.
_RESULTS = ("civicplan.assessment.", "civicplan.evidence.", "civicplan.rating.")
BUILT = [
    (name, value)
    for name, value in PUBLIC
    if inspect.isclass(value) and not name.startswith(_RESULTS) and not issubclass(value, enum.Enum | Exception)
]


@pytest.mark.parametrize(("name", "value"), BUILT, ids=[name for name, _ in BUILT])
def test_every_class_that_users_build_shows_an_example(name: str, value: object) -> None:
    assert _has_example(value), name
