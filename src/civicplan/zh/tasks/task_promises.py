"""What the cells of a task promise: steps with dates, and amounts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property, partial
from typing import NamedTuple

from attrs import frozen

from civicplan.model import Deliverable, Milestone
from civicplan.model.units import adds_up, speaks_of_rate
from civicplan.reading import Diagnostic, Diagnostics, Reading
from civicplan.values import Text
from civicplan.zh.document import Document, TextCell
from civicplan.zh.language.amounts import Amount, amounts
from civicplan.zh.language.for_each import FOR_EACH, is_for_each
from civicplan.zh.language.milestones import Step, read_steps
from civicplan.zh.language.phrase import Role
from civicplan.zh.language.sentences import Span, clauses, sentences
from civicplan.zh.language.uncounted import CHANGE, uncounted
from civicplan.zh.notices import Notice
from civicplan.zh.tasks.plan_time import PlanTime
from civicplan.zh.tasks.same_thing import Counted

TWICE = Notice(
    "planned-twice",
    "{subject} has another amount for the whole time of the plan, which was read; this one was left in the text.",
)
UNCLEAR = Notice(
    "planned-several-times",
    "The task plans {subject} several times, and nothing says whether the amounts add up, so that none was read. "
    "Add the one that is meant.",
)


class PlannedAmount(NamedTuple):
    """A promised amount, and the words by which an amount that was done is known to answer it."""

    deliverable: Deliverable
    counted: Counted


class Promises(NamedTuple):
    """What a task promises."""

    milestones: tuple[Milestone, ...]
    amounts: tuple[PlannedAmount, ...]


@frozen
class Place:
    """A sentence of a cell, with the document that it stands in.

    Attributes:
        sentence: The sentence, with its place in the cell.
        cell: The cell.
        document: The document.
    """

    sentence: Span
    cell: TextCell
    document: Document

    @cached_property
    def _clauses(self) -> tuple[Span, ...]:
        return tuple(clauses(self.sentence.text))

    def clause_at(self, place: int) -> str:
        """Return the clause that a place of the sentence lies in."""
        return self._clause(place).text

    def _clause(self, place: int) -> Span:
        return self._clauses[bisect_left(self._clauses, place, key=_end)]

    def is_for_each(self, place: int) -> bool:
        """Return whether the amount that begins at a place of the sentence may be one for each of several."""
        return is_for_each(self.sentence.text, self._clause(place), place)

    def line(self, place: int) -> int:
        """Return the line of a place in the sentence."""
        return self.cell.line_at(self.sentence.start + place)


def _end(span: Span) -> int:
    return span.end


def places(cells: Iterable[TextCell], document: Document) -> Iterator[Place]:
    """Yield the sentences of some cells."""
    for cell in cells:
        for sentence in sentences(cell.text):
            yield Place(sentence, cell, document)


def read_promises(
    cells: Iterable[TextCell], document: Document, time: PlanTime, *, accumulates: bool = False
) -> Reading[Promises]:
    """Return the steps and the amounts that the cells of a task promise.

    Args:
        cells: The cells in which they stand.
        document: The document.
        time: The time of the plan.
        accumulates: Whether the reports on the amounts count them from the start of the work.
    """
    said: list[Diagnostic] = []
    milestones: list[Milestone] = []
    planned: dict[str, list[_Found]] = {}
    for place in places(cells, document):
        found = _planned(place, said)
        steps = read_steps(place.sentence.text, line=place.line(0), year=time.year, plan=time.period)
        said += steps.diagnostics
        milestones += (_milestone(step, place) for step in steps.value if not _is_only_of_amounts(step, found, time))
        for amount in found:
            planned.setdefault(amount.subject, []).append(_Found(amount, place))
    lasts = cache(partial(_lasts_to_the_end, time=time))  # very many amounts may stand in one clause
    kept = [chosen for found in planned.values() for chosen in _of_whole_time(found, lasts, said)]
    promises = Promises(tuple(milestones), tuple(_deliverable(*found, accumulates=accumulates) for found in kept))
    return Reading(value=promises, diagnostics=Diagnostics(said))


class _Found(NamedTuple):
    amount: Amount
    place: Place


def _of_whole_time(found: Sequence[_Found], lasts: Callable[[str], bool], said: list[Diagnostic]) -> Sequence[_Found]:
    """Return what is planned of one thing, if at all: of several amounts the one that is not for an earlier day."""
    if len(found) == 1:
        return found
    whole = [one for one in found if lasts(one.place.clause_at(one.amount.start))]
    chosen = whole[:1] if len({one.amount.bound for one in whole}) == 1 else []
    notice = TWICE if chosen else UNCLEAR
    for amount, place in found:
        if not chosen or amount.bound != chosen[0].amount.bound:
            said.append(notice.at(place.line(amount.start), place.sentence.text, subject=amount.subject))
    return chosen


def _lasts_to_the_end(clause: str, time: PlanTime) -> bool:
    """Return whether no date before the end of the plan stands in a clause."""
    steps = read_steps(clause, line=0, year=time.year, plan=time.period).value
    return all(time.period.ends_by(step.due) for step in steps)


def _planned(place: Place, said: list[Diagnostic]) -> list[Amount]:
    """Return the amounts of a sentence that are promised as such; what is said of the others is added."""
    found, text = [], place.sentence.text
    known = amounts(text)
    for phrase, notice in uncounted(text, known):
        said.append(notice.at(place.line(phrase.start), text, amount=phrase.text))
    for amount in known:
        words = place.sentence.text[amount.start : amount.end]
        if place.is_for_each(amount.start):
            said.append(FOR_EACH.at(place.line(amount.start), text, amount=words))
        elif amount.phrase.role not in (Role.AMOUNT, Role.SHARE) or amount.bound.figure < 0:
            said.append(CHANGE.at(place.line(amount.start), place.sentence.text, amount=words))
        else:
            found.append(amount)
    return found


def _is_only_of_amounts(step: Step, found: list[Amount], time: PlanTime) -> bool:
    """Return whether a step says no more than that an amount in it is that of the whole time of the plan."""
    return step.due == time.period and any(amount.phrase.text in step.title for amount in found)


def _milestone(step: Step, place: Place) -> Milestone:
    source = place.document.source(place.line(step.place))
    return Milestone(title=Text({"zh": step.title}), due=step.due, source=source)


def _deliverable(amount: Amount, place: Place, *, accumulates: bool) -> PlannedAmount:
    deliverable = Deliverable(
        subject=Text({"zh": amount.subject}),
        planned=amount.bound,
        unit=amount.unit,
        accumulates=accumulates and adds_up(amount.unit) and not speaks_of_rate(amount.subject),
        source=place.document.source(place.line(amount.place)),
    )
    return PlannedAmount(deliverable, Counted(amount.subject, amount.unit, place.clause_at(amount.start)))
