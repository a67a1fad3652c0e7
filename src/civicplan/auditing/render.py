"""Findings as text, as HTML, and as JSON in the manner of SARIF; nothing in them depends on when they were made."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from typing import Any
from urllib.parse import quote

from civicplan.auditing.finding import Finding, Severity
from civicplan.auditing.registry import codes, explain
from civicplan.values import Source

_NOTHING = "no findings"
_HEADINGS = ("severity", "code", "subject", "finding", "claimed", "computed", "places", "as read")
#: SARIF's words for how far a result goes.
_LEVELS = {Severity.CONTRADICTION: "error", Severity.DOUBT: "warning", Severity.NOTE: "note"}


def to_text(findings: Sequence[Finding]) -> str:
    """One paragraph for each finding, and a last line that counts them.

    >>> print(to_text(()))
    no findings
    """
    if not findings:
        return _NOTHING
    return "\n\n".join((*map(_paragraph, findings), _summary(findings)))


def _paragraph(finding: Finding) -> str:
    places = (f"at {place}" for place in finding.places)
    read = (f"as read: {finding.reading}",) if finding.reading else ()
    heading = f"{finding.severity}  {finding.code}  {finding.subject}"
    return "\n  ".join((heading, finding.message, *places, *read))


def _summary(findings: Sequence[Finding]) -> str:
    counts = ((severity, sum(finding.severity is severity for finding in findings)) for severity in Severity)
    return ", ".join(f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts if count)


def to_html(findings: Sequence[Finding]) -> str:
    """A table that needs nothing from elsewhere.

    >>> to_html(())
    '<p>no findings</p>'
    """
    if not findings:
        return f"<p>{_NOTHING}</p>"
    head = "".join(f"<th>{heading}</th>" for heading in _HEADINGS)
    body = "\n".join(_html_row(finding) for finding in findings)
    table = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    return f"{table}\n<p>{escape(_summary(findings))}</p>"


def _html_row(finding: Finding) -> str:
    said = (finding.severity, finding.code, finding.subject, finding.message, finding.claimed, finding.computed)
    cells = (*said, "; ".join(finding.places), finding.reading)
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"


def to_json(findings: Sequence[Finding]) -> str:
    """JSON in the manner of SARIF 2.1.0: one run, its rules with their explanations, one result for each finding.

    The same findings give the same text, so two audits can be compared line by line or kept under version control.

    >>> '"results": []' in to_json(())
    True
    """
    return json.dumps(to_sarif(findings), ensure_ascii=False, indent=2) + "\n"


def to_sarif(findings: Sequence[Finding]) -> dict[str, Any]:
    """The same as plain dicts and lists.

    >>> to_sarif(())["version"]
    '2.1.0'
    """
    rules = [_rule(code) for code in dict.fromkeys(finding.code for finding in findings)]
    driver = {"name": "civicplan", "rules": rules}
    return {
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": [_result(found) for found in findings]}],
    }


def _rule(code: str) -> dict[str, Any]:
    if code not in codes():
        return {"id": code}
    explanation = explain(code)
    return {
        "id": code,
        "shortDescription": {"text": explanation.splitlines()[0]},
        "fullDescription": {"text": explanation},
    }


def _result(finding: Finding) -> dict[str, Any]:
    physical = _location(finding.source) if finding.source else {}
    properties = {name: str(getattr(finding, name)) for name in ("severity", "claimed", "computed", "reading")}
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{**physical, "logicalLocations": [{"name": finding.subject}]}],
        "relatedLocations": [_location(place) for place in finding.evidence],
        "partialFingerprints": {"key/v1": f"{finding.key}:{finding.claimed}"},
        "properties": properties,
    }


def _location(source: Source) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(source.document)}}
    if source.line is not None:
        physical["region"] = {"startLine": source.line}
    return {"physicalLocation": physical, "message": {"text": str(source)}}
