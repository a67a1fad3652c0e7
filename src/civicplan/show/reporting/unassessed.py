"""What could not be assessed, and why."""

from __future__ import annotations

from collections.abc import Iterator

from civicplan.assessment.indicator import IndicatorAssessment
from civicplan.assessment.outcome import Outcome
from civicplan.assessment.plan import PlanAssessment
from civicplan.assessment.tables import dated_target
from civicplan.assessment.task import TaskAssessment
from civicplan.errors import Reason
from civicplan.model import Verdict
from civicplan.render import phrases
from civicplan.render import report_words as words
from civicplan.render.cells import Cell
from civicplan.render.message import Message, fill
from civicplan.render.page import Section, Writer
from civicplan.render.tables import Row, Table
from civicplan.render.words import full_name
from civicplan.show.reporting.dashes import measures_table
from civicplan.values import NotAssessable


def unassessed(assessment: PlanAssessment, writer: Writer) -> Section:
    """Return the section that lists every target and task without a verdict or a standing, with the reason.

    It has nothing to say of an empty plan.
    """
    if not (assessment.indicators or assessment.tasks):
        return Section("unassessed", words.UNASSESSED_HEADING, ())
    rows: list[Row] = [row for one in assessment.indicators for row in _of_indicator(one)]
    rows += [row for one in assessment.tasks for row in _of_task(one)]
    caption = Message(words.UNASSESSED_CAPTION)
    table = Table(words.UNASSESSED_HEADINGS, rows, caption=caption, named_by=1)
    shown = writer.table(table, id="missing") if rows else writer.paragraph(Message(words.ALL_ASSESSED))
    dashes = measures_table(assessment)
    also = (writer.table(dashes, id="dashes"),) if dashes.rows else ()
    return Section("unassessed", words.UNASSESSED_HEADING, (shown, *also))


def _of_indicator(assessed: IndicatorAssessment) -> Iterator[tuple[Cell, ...]]:
    indicator = assessed.indicator
    name = (indicator.number or "", full_name(indicator.group, indicator.name))
    if not assessed.outcomes:
        reason = Message(Reason.NO_TARGET.sentence)
        yield (*name, phrases.UNDEFINED, Message(words.MISSING_VERDICT), reason)
    next_target = assessed.next_target
    to_come = () if isinstance(next_target, NotAssessable) or next_target.is_in_force else (next_target,)
    for outcome in (*assessed.in_force, *to_come):
        if outcome.verdict is Verdict.NOT_ASSESSABLE:
            yield (*name, dated_target(outcome), Message(words.MISSING_VERDICT), _why(outcome))
        elif outcome.verdict is Verdict.NOT_DUE and isinstance(outcome.standing, NotAssessable):
            reason = Message(outcome.standing.reason.sentence)
            yield (*name, dated_target(outcome), Message(words.MISSING_STANDING), reason)


def _why(outcome: Outcome) -> Message:
    assert outcome.reason is not None, "there is a reason where there is no verdict"
    reason = Message(outcome.reason.sentence)
    return reason if outcome.hint is None else fill(words.WITH_HINT, reason=reason, hint=outcome.hint)


def _of_task(assessed: TaskAssessment) -> Iterator[tuple[Cell, ...]]:
    task = assessed.task
    name = (task.number or "", task.title, phrases.UNDEFINED)
    if assessed.reason is not None:
        yield (*name, Message(words.MISSING_VERDICT), Message(assessed.reason.sentence))
    elif assessed.verdict is Verdict.NOT_DUE and isinstance(assessed.standing, NotAssessable):
        yield (*name, Message(words.MISSING_STANDING), Message(assessed.standing.reason.sentence))
