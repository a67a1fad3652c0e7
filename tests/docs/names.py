"""Every public name of the library, by the package that it is found in."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

PACKAGES = (
    "assessment",
    "rating",
    "auditing",
    "evidence",
    "files",
    "datasets",
    "errors",
    "formats",
    "measure",
    "methods",
    "model",
    "model.reply",
    "panel",
    "reading",
    "show",
    "tables",
    "testing",
    "trajectory",
    "values",
    "zh",
)
#: Functions that other packages use and users do not.
_INTERNAL = {"describe", "is_within_value", "naming_field", "visible", "with_article"}


def _public(package: str) -> list[str]:
    """The names of a package: those that it lists, else those that it defines."""
    module = import_module(f"civicplan.{package}")
    own = [name for name, value in vars(module).items() if getattr(value, "__module__", None) == module.__name__]
    return [name for name in getattr(module, "__all__", own) if not name.startswith("_") and name not in _INTERNAL]


def named() -> Iterator[tuple[str, object]]:
    """Every public name with its package, and what it names."""
    for package in PACKAGES:
        for name in _public(package):
            yield f"civicplan.{package}.{name}", getattr(import_module(f"civicplan.{package}"), name)
