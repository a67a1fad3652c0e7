"""From a plan and its own account to every place where the two part."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from civicplan.auditing.run import audit

if TYPE_CHECKING:
    from civicplan.auditing.case import Case
    from civicplan.auditing.finding import Finding, Severity
    from civicplan.auditing.registry import Rule, codes, explain, register, rule, unregister
    from civicplan.auditing.render import to_html, to_json, to_sarif, to_text

#: Names whose files are read when they are first asked for, so that importing the library stays cheap.
_LATER = {
    "Case": "civicplan.auditing.case",
    **dict.fromkeys(("Finding", "Severity"), "civicplan.auditing.finding"),
    **dict.fromkeys(("Rule", "codes", "explain", "register", "rule", "unregister"), "civicplan.auditing.registry"),
    **dict.fromkeys(("to_html", "to_json", "to_sarif", "to_text"), "civicplan.auditing.render"),
}

__all__ = [
    "Case",
    "Finding",
    "Rule",
    "Severity",
    "audit",
    "codes",
    "explain",
    "register",
    "rule",
    "to_html",
    "to_json",
    "to_sarif",
    "to_text",
    "unregister",
]


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module 'civicplan.auditing' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_LATER[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
