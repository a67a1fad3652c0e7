"""Published methods side by side, on the figures of the assessment."""

from __future__ import annotations

from civicplan.assessment.plan import PlanAssessment
from civicplan.errors import InvalidTypeError, InvalidValueError, describe
from civicplan.methods import Method
from civicplan.rating import Comparison
from civicplan.render import phrases
from civicplan.render import report_words as words
from civicplan.render.message import Message, fill, fill_counted
from civicplan.render.page import Section, Writer
from civicplan.show.reporting.dashes import methods_table


def methods(comparison: Comparison | None, writer: Writer) -> Section:
    """Return the section that shows what several methods say; nothing where none were asked for."""
    if comparison is None or not comparison.ratings:
        return Section("methods", words.METHODS_HEADING, ())
    caption = fill_counted(*words.METHODS_CAPTION, len(comparison.ratings))
    table = comparison.as_table()
    numbers = (*(row.indicator.number or "" for row in comparison.ratings[0]), "")
    rows = [(number, *row[1:]) for number, row in zip(numbers, table.body, strict=True)]
    table = table._replace(headings=(phrases.INDICATOR_HEADINGS[0], *table.headings[1:]), rows=rows, caption=caption)
    sources = writer.items((_source(rated.method) for rated in comparison.ratings), "sources")
    rule = writer.paragraph(Message(words.METHODS_RULE), "rule")
    unrated = methods_table(comparison)
    why = (writer.table(unrated, id="unrated"),) if unrated.rows else ()
    shown = (rule, writer.table(table, id="method", kind="wide"), *why, sources)
    return Section("methods", words.METHODS_HEADING, shown)


def _source(method: Method) -> Message:
    confirmed = Message(words.CONFIRMED[method.confirmed])
    title, source = Message(method.title), method.source.rstrip(".")
    return fill(words.METHOD, title=title, name=method.name, confirmed=confirmed, source=source)


def check_comparison(comparison: object, assessment: PlanAssessment) -> None:
    """Refuse what is no comparison, and one of another plan or day, whose rows would stand beside the wrong verdicts.

    Raises:
        InvalidTypeError: It is no comparison.
        InvalidValueError: It is one of another plan or another day.
    """
    if comparison is None:
        return
    if not isinstance(comparison, Comparison):
        advice = 'write compare(assessment, ["un-2023", "global-fund"])'
        raise InvalidTypeError("comparison", "a Comparison", describe(comparison), advice)
    for rated in comparison.ratings:
        if rated.as_of != assessment.as_of or rated.plan != assessment.plan:
            expected = f"a comparison of {assessment.plan.id} as of {assessment.as_of}"
            raise InvalidValueError("comparison", expected, f"one of {rated.plan.id} as of {rated.as_of}")
