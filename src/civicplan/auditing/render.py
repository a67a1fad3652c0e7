"""Findings as text, as HTML, and as JSON in the manner of SARIF; nothing in them depends on when they were made."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from civicplan.auditing.finding import Finding, Severity
from civicplan.auditing.table import get, names
from civicplan.render import phrases
from civicplan.render.cells import Badge, Cell
from civicplan.render.html import block
from civicplan.render.languages import SOURCE, Language
from civicplan.render.message import Message, fill, fill_counted, joined, one_line, said
from civicplan.render.tables import Table
from civicplan.render.words import in_words
from civicplan.values import Source

#: SARIF's words for how far a result goes.
_LEVELS = {Severity.CONTRADICTION: "error", Severity.DOUBT: "warning", Severity.NOTE: "note"}


def to_text(findings: Sequence[Finding], language: Language = SOURCE) -> str:
    """Return a paragraph for each finding, and a last line that counts them.

    Args:
        findings: The findings.
        language: The language of all words.

    >>> print(to_text(()))
    no findings
    """
    paragraphs = (*map(_paragraph, findings), summary(findings))
    return "\n\n".join(said(paragraph, language) for paragraph in paragraphs)


def _paragraph(finding: Finding) -> Message:
    title = fill(phrases.FINDING, severity=finding.severity, code=finding.code, subject=finding.subject)
    places = (fill(phrases.FOUND_AT, place=place) for place in finding.sources)
    notes = (fill(phrases.NOTE, note=finding.note),) if finding.note else ()
    return joined("\n  ", (title, finding.message, *places, *notes))


def summary(findings: Sequence[Finding]) -> Message:
    """Return how many findings there are of each severity.

    >>> summary(())
    'no findings'
    """
    counts = Counter(finding.severity for finding in findings)
    counted = [
        fill_counted(*phrases.SEVERITIES[severity], counts[severity]) for severity in Severity if counts[severity]
    ]
    return joined(phrases.NEXT_NAME, counted) if counted else Message(phrases.NO_FINDINGS)


def to_html(findings: Sequence[Finding], language: Language = SOURCE, *, most: int | None = None) -> str:
    """Return the findings as a table of HTML that loads nothing from elsewhere, with a line that counts them.

    Args:
        findings: The findings.
        language: The language of all words.
        most: How many of them are shown [rows]; None shows all.

    >>> "<caption>no findings</caption>" in to_html(())
    True
    """
    table = Table(phrases.FINDING_HEADINGS, list(map(_cells, findings)), caption=summary(findings))
    return block([table], language=language, most=most)


def _cells(finding: Finding) -> tuple[Cell, ...]:
    return (
        Badge(finding.severity, in_words(finding.severity)),
        finding.code,
        finding.name or finding.subject,
        finding.message,
        finding.claimed,
        finding.computed,
        joined(phrases.NEXT_ENTRY, finding.sources),
        finding.note,
    )


def to_json(findings: Sequence[Finding]) -> str:
    """Return JSON in the manner of SARIF 2.1.0: one run, its rules with explanations, one result for each finding.

    The same findings give the same text, so two audits can be compared line by line or kept under version control.

    >>> '"results": []' in to_json(())
    True
    """
    return json.dumps(to_sarif(findings), ensure_ascii=False, indent=2) + "\n"


def to_sarif(findings: Sequence[Finding]) -> dict[str, Any]:
    """Return the same as plain dicts and lists.

    >>> to_sarif(())["version"]
    '2.1.0'
    """
    rules = [_rule(code) for code in dict.fromkeys(finding.code for finding in findings)]
    driver = {"name": "civicplan", "rules": rules}
    return {
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": list(map(_result, findings))}],
    }


def _rule(code: str) -> dict[str, Any]:
    if code not in names():
        return {"id": code}
    explanation = get(code).explanation
    return {
        "id": code,
        "shortDescription": {"text": explanation.splitlines()[0]},
        "fullDescription": {"text": explanation},
    }


def _result(finding: Finding) -> dict[str, Any]:
    physical = _location(finding.source) if finding.source else {}
    properties = {name: str(getattr(finding, name)) for name in ("severity", "claimed", "computed", "note")}
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{**physical, "logicalLocations": [{"name": one_line(finding.subject)}]}],
        "relatedLocations": [_location(place) for place in finding.evidence],
        "partialFingerprints": {"key/v1": one_line(f"{finding.key}:{finding.claimed}")},
        "properties": {**properties, "innocent": list(finding.innocent)},
    }


def _location(source: Source) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(source.document)}}
    if source.line is not None:
        physical["region"] = {"startLine": source.line}
    return {"physicalLocation": physical, "message": {"text": str(source)}}
