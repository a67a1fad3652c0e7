"""Why a measure is a dash, with the rows of each reason together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from civicplan.assessment.plan import PlanAssessment
from civicplan.errors import Reason
from civicplan.model import Indicator
from civicplan.rating import Comparison
from civicplan.render import phrases
from civicplan.render import report_words as words
from civicplan.render.message import Message, joined
from civicplan.render.tables import Row, Table
from civicplan.render.words import as_it_is, full_name
from civicplan.values import NotAssessable

#: What a row may leave open, by what heads its column.
_OF_INDICATORS = ("attainment", "progress")
_OF_TASKS = {"reported": "reported", "elapsed": "time gone by then", "standing": "standing"}


def measures_table(assessment: PlanAssessment) -> Table:
    """Return why measures of indicators and tasks are undefined."""
    found = (*_of_indicators(assessment), *_of_tasks(assessment))
    return _table(words.DASHES_HEADINGS, found, Message(words.DASHES_CAPTION))


def methods_table(comparison: Comparison) -> Table:
    """Return why methods say nothing of indicators."""
    found = (
        (as_it_is(rated.method.name), row.rating.reason, _name(row.indicator))
        for rated in comparison.ratings
        for row in rated
        if row.rating.reason is not None and not row.rating.is_rated
    )
    return _table(words.UNRATED_HEADINGS, found, Message(words.UNRATED_CAPTION))


def _of_indicators(assessment: PlanAssessment) -> Iterator[tuple[Message, Reason, Message]]:
    for measure in _OF_INDICATORS:
        for one in assessment.indicators:
            value = getattr(one, measure)
            if isinstance(value, NotAssessable):
                yield Message(measure), value.reason, _name(one.indicator)


def _of_tasks(assessment: PlanAssessment) -> Iterator[tuple[Message, Reason, Message]]:
    for measure, heading in _OF_TASKS.items():
        for one in assessment.tasks:
            value = getattr(one, measure)
            if isinstance(value, NotAssessable):
                yield Message(heading), value.reason, full_name(None, one.task.title, one.task.number)
    for one in assessment.tasks:
        for amount in one.deliverables:
            share = amount.attainment
            if isinstance(share, NotAssessable) and amount.share_text() == phrases.UNDEFINED:
                yield Message("amounts"), share.reason, full_name(None, one.task.title, one.task.number)


def _name(indicator: Indicator) -> Message:
    return full_name(indicator.group, indicator.name, indicator.number)


def _table(headings: tuple[str, ...], found: Iterable[tuple[Message, Reason, Message]], caption: Message) -> Table:
    groups: dict[tuple[Message, Reason], list[Message]] = {}
    for what, reason, name in found:
        groups.setdefault((what, reason), []).append(name)
    rows: list[Row] = [
        (what, Message(reason.sentence), joined(phrases.NEXT_ENTRY, names)) for (what, reason), names in groups.items()
    ]
    return Table(headings, rows, caption=caption, named_by=0)
