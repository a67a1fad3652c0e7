"""The missed and the behind, one by one."""

from __future__ import annotations

from collections.abc import Sequence

from civicplan.assessment.indicator import IndicatorAssessment
from civicplan.assessment.outcome import Outcome
from civicplan.assessment.plan import PlanAssessment
from civicplan.render import report_words as words
from civicplan.render.cells import Badge
from civicplan.render.message import Message, fill, fill_counted, sentences
from civicplan.render.page import Section, Writer
from civicplan.render.words import full_name
from civicplan.show.reporting.drawing import drawing
from civicplan.show.reporting.states import falls_short, may_fall_short, state_of
from civicplan.values import Source

#: So many are shown one by one; the rest are counted.
MOST_SHOWN = 24


def shortfalls(assessment: PlanAssessment, writer: Writer) -> Section:
    """Return the section that shows what was missed, and what is behind what is still to come."""
    short = [assessed for assessed in assessment.indicators if falls_short(assessed)]
    all_known = all(not may_fall_short(assessed) for assessed in assessment.indicators)
    nothing = (writer.paragraph(Message(words.NOTHING_SHORT[all_known])),)
    parts = (*_cards(short[:MOST_SHOWN], writer), *_rest(len(short[MOST_SHOWN:]), writer)) if short else nothing
    return Section("shortfalls", words.SHORTFALLS_HEADING, parts)


def _cards(short: Sequence[IndicatorAssessment], writer: Writer) -> tuple[str, ...]:
    rule = writer.paragraph(Message(words.DRAWINGS_RULE), "rule")
    return rule, writer.card(*(_card(assessed, writer) for assessed in short), kind="cards")


def _card(assessed: IndicatorAssessment, writer: Writer) -> str:
    indicator = assessed.indicator
    name = full_name(indicator.group, indicator.name, indicator.number)
    heading = writer.heading(name, Badge(state_of(assessed), assessed.headline))
    return writer.card(
        heading,
        drawing(assessed, writer),
        *(_paragraph(outcome, writer) for outcome in assessed.outcomes),
        _places(assessed, writer),
    )


def _paragraph(outcome: Outcome, writer: Writer) -> str:
    target = fill(words.TARGETS[outcome.due is not None], target=outcome.target_in_unit, due=outcome.due)
    return writer.paragraph(sentences(target, outcome.account))


def _places(assessed: IndicatorAssessment, writer: Writer) -> str:
    """Where the targets stand, in a line of their own."""
    places = {str(place): place for outcome in assessed.outcomes if (place := _place_of(outcome))}
    return writer.list_of(map(writer.place, places.values()), "places") if places else ""


def _place_of(outcome: Outcome) -> Source | None:
    return outcome.target.source or outcome.indicator.source


def _rest(count: int, writer: Writer) -> tuple[str, ...]:
    return (writer.paragraph(fill_counted(*words.MORE_SHORT, count)),) if count else ()
