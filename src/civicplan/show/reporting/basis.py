"""What was assessed as of when, and by which rules."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

from civicplan.assessment.plan import PlanAssessment
from civicplan.render import phrases
from civicplan.render import report_words as words
from civicplan.render.message import Message, fill, fill_counted, joined
from civicplan.render.page import Section, Writer
from civicplan.render.words import percent_text


def basis(assessment: PlanAssessment, writer: Writer) -> Section:
    """Return the section that says what was assessed."""
    plan = assessment.plan
    facts = {
        words.JURISDICTION: plan.jurisdiction,
        words.PERIOD: plan.period,
        words.DAY: _day(assessment),
        words.CONTENT: joined(phrases.NEXT_NAME, _parts(assessment)),
        words.TOLERANCE: _tolerance(assessment),
        words.VINTAGE: _vintage(assessment),
        words.PATH: Message(words.PATHS[assessment.path]) if plan.indicators else None,
        words.LIBRARY: fill(words.VERSION, version=version("civicplan")),
    }
    stated = {label: writer.words(value) for label, value in facts.items() if value is not None}
    is_empty = not (assessment.indicators or assessment.tasks)
    told = () if is_empty else (words.RULE_OF_VERDICTS, words.RULE_OF_GAPS)
    rules = (writer.paragraph(Message(rule), "rule") for rule in told)
    return Section("basis", words.BASIS_HEADING, (writer.facts(stated), *rules))


def _day(assessment: PlanAssessment) -> Message:
    period, day = assessment.as_of.last_unit, assessment.as_of.end
    is_one_day = period.start == day
    return fill(words.ON_THE_DAY if is_one_day else words.END_OF, period=period, day=day)


def _parts(assessment: PlanAssessment) -> Iterator[Message]:
    counts = {"indicators": len(assessment.indicators), "tasks": len(assessment.tasks)}
    found = {kind: count for kind, count in counts.items() if count}
    yield from (fill_counted(*phrases.PARTS[kind], count) for kind, count in found.items())
    if not found:
        yield Message(phrases.NO_PARTS)


def _tolerance(assessment: PlanAssessment) -> Message:
    if not assessment.tolerance:
        return Message(words.NO_TOLERANCE)
    return fill(words.SOME_TOLERANCE, share=percent_text(assessment.tolerance))


def _vintage(assessment: PlanAssessment) -> Message:
    vintage = assessment.vintage
    if isinstance(vintage, str):
        return Message(words.VINTAGES[vintage])
    return fill(words.PUBLISHED_BY, day=vintage)
