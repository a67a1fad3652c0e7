"""The summary: sentences, numbers, and a small picture for each nature and category."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from civicplan.assessment.indicator import IndicatorAssessment
from civicplan.assessment.plan import PlanAssessment
from civicplan.assessment.task import TaskAssessment
from civicplan.model import Standing, Verdict
from civicplan.render import phrases
from civicplan.render import report_words as words
from civicplan.render.cells import Badge, Cell, Number, Parts
from civicplan.render.message import Message, fill, fill_counted, joined, sentences
from civicplan.render.page import Section, Writer
from civicplan.render.tables import Table
from civicplan.render.words import in_words
from civicplan.show.reporting.states import SHORT, Assessed, State, counts_of


def summary(assessment: PlanAssessment, writer: Writer) -> Section:
    """Return the section that sums up what came of the plan."""
    parts = [
        part
        for kind, assessed in (("indicators", assessment.indicators), ("tasks", assessment.tasks))
        if assessed
        for part in (writer.paragraph(_sentences(kind, assessed), "lead"), _tiles(assessed, writer))
    ]
    tables = (writer.table(table, id=f"by-{field}", kind="groups") for field, table in _tables(assessment))
    nothing = writer.paragraph(Message(words.NOTHING_ASSESSED), "lead")
    return Section("summary", words.SUMMARY_HEADING, (*(parts or (nothing,)), *tables))


def _sentences(kind: str, assessed: Sequence[Assessed]) -> Message:
    doubtful = sum(bool(one.caveats) for one in assessed)
    next_behind = sum(one.verdict is not Verdict.NOT_DUE and one.standing in SHORT for one in assessed)
    return sentences(
        fill_counted(*words.ASSESSED[kind], len(assessed)),
        *(fill_counted(*words.STATES[state], count) for state, count in counts_of(assessed).items()),
        fill_counted(*words.NEXT_BEHIND, next_behind) if next_behind else "",
        *(fill_counted(*template, count) for template, count in _late(assessed) if count),
        fill_counted(*words.WITH_CAVEAT, doubtful) if doubtful else "",
    )


def _late(assessed: Sequence[Assessed]) -> Iterator[tuple[tuple[str, str], int]]:
    """How many tasks are overdue, and of how many an amount is behind, whatever their state."""
    tasks = [one for one in assessed if isinstance(one, TaskAssessment)]
    yield words.OVERDUE, sum(one.is_overdue for one in tasks)
    yield words.AMOUNT_BEHIND, sum(any(part.standing is Standing.BEHIND for part in one.deliverables) for one in tasks)


def _tiles(assessed: Sequence[Assessed], writer: Writer) -> str:
    tallies = [writer.tally(count, Badge(state, in_words(state))) for state, count in counts_of(assessed).items()]
    for (_, count), label in zip(_late(assessed), (words.OVERDUE_CARD, words.BEHIND_CARD), strict=True):
        if count:
            tallies.append(writer.tally(count, Badge(Standing.BEHIND, Message(label))))
    return writer.list_of(tallies, "tiles")


def _tables(assessment: PlanAssessment) -> Iterator[tuple[str, Table]]:
    """A table for each field by which the indicators are grouped; none where nothing is stated of it."""
    fields: tuple[Literal["nature", "category"], ...] = ("nature", "category")
    for field in fields:
        groups: dict[object, list[IndicatorAssessment]] = {}
        for assessed in assessment.indicators:
            groups.setdefault(getattr(assessed.indicator, field), []).append(assessed)
        if set(groups) - {None}:
            yield field, _table(field, groups)


def _table(field: str, groups: Mapping[object, Sequence[IndicatorAssessment]]) -> Table:
    everything = [assessed for members in groups.values() for assessed in members]
    states = tuple(counts_of(everything))
    headings = (words.GROUP_COLUMNS[field], words.PICTURE_COLUMN, *map(in_words, states), words.TOTAL)
    rows = [_row(_name(group), members, states) for group, members in groups.items()]
    if len(groups) > 1:
        rows.append(_row(Message(words.TOTAL), everything, states))
    return Table(headings, rows, caption=Message(words.BY[field]), named_by=0)


def _name(group: object) -> Message:
    return Message(words.NO_GROUP) if group is None else joined("", (group,))


def _row(name: Message, members: Sequence[IndicatorAssessment], states: Sequence[State]) -> tuple[Cell, ...]:
    counts = counts_of(members)
    numbers = (Number(str(counts.get(state, 0))) for state in states)
    title = joined(
        phrases.NEXT_NAME,
        (fill(phrases.COUNTED, count=count, noun=in_words(state)) for state, count in counts.items()),
    )
    return (name, Parts(tuple(counts.items()), title), *numbers, Number(str(len(members))))
