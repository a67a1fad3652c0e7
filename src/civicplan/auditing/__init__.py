"""A plan's claims, checked against its figures and against each other."""

from civicplan.auditing.case import Case
from civicplan.auditing.evaluation import audit_evaluation
from civicplan.auditing.finding import Finding, Severity
from civicplan.auditing.findings import Findings
from civicplan.auditing.render import to_html, to_json, to_sarif, to_text
from civicplan.auditing.rule import Rule
from civicplan.auditing.run import audit
from civicplan.auditing.table import EVALUATION_RULES, RULES, get, names

__all__ = [
    "EVALUATION_RULES",
    "RULES",
    "Case",
    "Finding",
    "Findings",
    "Rule",
    "Severity",
    "audit",
    "audit_evaluation",
    "get",
    "names",
    "to_html",
    "to_json",
    "to_sarif",
    "to_text",
]
