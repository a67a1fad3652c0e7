"""A plan's claims, checked against its figures and against each other."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from civicplan.auditing.run import audit

if TYPE_CHECKING:
    from civicplan.auditing.case import Case
    from civicplan.auditing.finding import Finding, Severity
    from civicplan.auditing.render import to_html, to_json, to_sarif, to_text
    from civicplan.auditing.rule import Rule
    from civicplan.auditing.table import RULES, get, names

#: Names whose files are read when they are first asked for, so that importing the library stays cheap.
_LATER = {
    "Case": "civicplan.auditing.case",
    **dict.fromkeys(("Finding", "Severity"), "civicplan.auditing.finding"),
    "Rule": "civicplan.auditing.rule",
    **dict.fromkeys(("RULES", "get", "names"), "civicplan.auditing.table"),
    **dict.fromkeys(("to_html", "to_json", "to_sarif", "to_text"), "civicplan.auditing.render"),
}

__all__ = [
    "RULES",
    "Case",
    "Finding",
    "Rule",
    "Severity",
    "audit",
    "get",
    "names",
    "to_html",
    "to_json",
    "to_sarif",
    "to_text",
]


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module 'civicplan.auditing' has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
