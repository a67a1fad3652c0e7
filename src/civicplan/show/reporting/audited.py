"""What the audit found, with the places in the document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from civicplan.auditing import Finding, Findings
from civicplan.auditing._words import names_in
from civicplan.auditing.render import summary
from civicplan.auditing.table import called
from civicplan.errors import InvalidTypeError, InvalidValueError, describe
from civicplan.model import Plan
from civicplan.render import report_words as words
from civicplan.render.cells import Badge
from civicplan.render.message import Message, fill_counted
from civicplan.render.page import Section, Writer
from civicplan.render.words import in_words

#: So many are shown; the rest are counted.
MOST_SHOWN = 200


def audited(plan: Plan, findings: Findings, writer: Writer) -> Section:
    """Return the section that shows what an audit found, the most serious first."""
    found = fill_counted(*words.RULES_APPLIED, len(findings.codes), found=summary(findings))
    rule = (writer.paragraph(Message(words.SEVERITY_RULE), "rule"),) if findings else ()
    names = names_in(plan)
    cards = (_card(finding, names, writer) for finding in findings[:MOST_SHOWN])
    rest = _rest(findings[MOST_SHOWN:], writer)
    return Section("findings", words.FINDINGS_HEADING, (writer.paragraph(found), *rule, *cards, *rest))


def to_findings(findings: object, plan: Plan) -> Findings:
    """Return what an audit of a plan found; refuse anything else, and findings on what is no part of the plan.

    Raises:
        InvalidTypeError: It is not what an audit found.
        InvalidValueError: One of the findings is about something else than the plan, its indicators, tasks or goals.
    """
    if not isinstance(findings, Findings):
        raise InvalidTypeError("findings", "what an audit found", describe(findings), "write audit(plan)")
    names = names_in(plan)
    for finding in findings:
        if finding.subject not in names:
            expected, got = f"findings on {plan.id}", f"one on {finding.subject!r}, which is no part of it"
            raise InvalidValueError("findings", expected, got, "write audit(assessment.plan)")
    return findings


def _card(finding: Finding, names: Mapping[str, str], writer: Writer) -> str:
    name = names.get(finding.subject, finding.subject)
    facts = {
        words.CLAIMED: writer.words(finding.claimed),
        words.COMPUTED: writer.words(finding.computed),
        words.PLACES: writer.list_of(map(writer.place, finding.sources)) if finding.sources else "",
        words.READING: writer.words(finding.note),
        words.RULE: writer.words(called(finding.code)),
    }
    heading = writer.heading(name, Badge(finding.severity, in_words(finding.severity)))
    return writer.card(heading, writer.paragraph(finding.message), writer.facts(facts, "small"), kind="card split")


def _rest(hidden: Sequence[Finding], writer: Writer) -> tuple[str, ...]:
    return (writer.paragraph(fill_counted(*words.MORE_FINDINGS, len(hidden))),) if hidden else ()
