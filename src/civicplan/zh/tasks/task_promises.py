"""What the cells of a task promise: steps with dates, and amounts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from civicplan.model import Deliverable, Milestone
from civicplan.model.units import adds_up, speaks_of_rate
from civicplan.reading import Diagnostic, Diagnostics, Reading
from civicplan.values import Period, Text
from civicplan.zh.document import Document, TextCell
from civicplan.zh.language.amounts import Amount, amounts
from civicplan.zh.language.for_each import FOR_EACH
from civicplan.zh.language.milestones import Step, read_steps
from civicplan.zh.language.phrase import Phrase, Role
from civicplan.zh.language.uncounted import CHANGE, OF_OTHER_TIME, OF_TIME, uncounted
from civicplan.zh.notices import Notice
from civicplan.zh.tasks.places import Place, places
from civicplan.zh.tasks.plan_time import PlanTime
from civicplan.zh.tasks.same_thing import Counted
from civicplan.zh.text.damage import find_damage

TWICE = Notice(
    "planned-twice",
    "{subject} has another amount for the whole time of the plan, which was read; this one was left in the text.",
)
UNCLEAR = Notice(
    "planned-several-times",
    "The task plans {subject} several times, and nothing says whether the amounts add up, so that none was read. "
    "Add the one that is meant.",
)
OTHER_TIME = Notice(
    "amount-of-other-time",
    "{amount} is for {due}, another time than that of the task, {time}, and was left in the text. Add it as a task of "
    "its own.",
)
#: No more words are the subject of an amount that is not answered.
_LONGEST_SUBJECT = 60


class PlannedAmount(NamedTuple):
    """A promised amount, and the words by which an amount that was done is known to answer it."""

    deliverable: Deliverable
    counted: Counted


class Promises(NamedTuple):
    """What a task promises.

    Attributes:
        milestones: Its steps.
        amounts: Its amounts.
        due: The time by whose end all of it is promised; None where that is the end of the time it was read for.
        has_unread: Whether a number of what is promised was left in the text.
        unanswered: Such numbers as amounts under their own words, which nothing that is read of a report answers.
    """

    milestones: tuple[Milestone, ...]
    amounts: tuple[PlannedAmount, ...]
    due: Period | None = None
    has_unread: bool = False
    unanswered: tuple[Deliverable, ...] = ()


def read_promises(
    cells: Iterable[TextCell],
    document: Document,
    time: PlanTime,
    *,
    until: Period | None = None,
    accumulates: bool = False,
) -> Reading[Promises]:
    """Return the steps and the amounts that the cells of a task promise.

    An amount is for the time that its words name. Of amounts for several times, those for the whole time are read, or
    else those for the last one, since a task has one time for all of them.

    Args:
        cells: The cells in which they stand.
        document: The document.
        time: The time of the plan.
        until: The time by whose end the task is due; None for that of the plan.
        accumulates: Whether the reports on the amounts count them from the start of the work.
    """
    whole = until or time.period
    said: list[Diagnostic] = []
    milestones: list[Milestone] = []
    planned: dict[str, list[_Found]] = {}
    has_unread, unanswered, lead = False, list[Deliverable](), None
    for place in places(cells, document):
        found, others = _planned(place)
        left = [notice.at(place.line(one.start), place.sentence.text, amount=one.text) for one, notice in others]
        said += left
        unanswered += (amount for other in others for amount in _unanswered(*other, place))
        has_unread = has_unread or bool(left) or _is_damaged(place.sentence.text)
        steps = read_steps(place.sentence.text, line=place.line(0), year=time.year, plan=time.period)
        said += steps.diagnostics
        milestones += (_milestone(step, place) for step in steps.value if not _is_only_of_amounts(step, found, time))
        steps_of_all = _steps_of_amounts(place, time)
        lead = lead if place.goes_on else None
        for amount, due in zip(found, _dues(found, steps_of_all, time, whole, lead), strict=True):
            planned.setdefault(amount.subject, []).append(_Found(amount, place, due))
        if steps_of_all and steps_of_all[0].place == 0 and not place.goes_on:
            lead = latest([steps_of_all[0].due], whole)
    kept = [chosen for found in planned.values() for chosen in _of_whole_time(found, said)]
    kept, due = _of_one_time(kept, time, whole, said)
    read = tuple(_deliverable(one.amount, one.place, accumulates=accumulates) for one in kept)
    promises = Promises(tuple(milestones), read, due, has_unread, tuple(unanswered))
    return Reading(value=promises, diagnostics=Diagnostics(said))


def _unanswered(phrase: Phrase, notice: Notice, place: Place) -> Iterator[Deliverable]:
    """Yield a number of what is promised as an amount under the words before it: 收入增长 of 收入增长10%以上."""
    if phrase.bound is None or phrase.bound.figure < 0 or notice not in (CHANGE, FOR_EACH, OF_OTHER_TIME, OF_TIME):
        return
    clause = place.clause_at(phrase.start)
    before = clause[: clause.find(phrase.text) + phrase.place - phrase.start].strip() or clause.strip()
    source = place.document.source(place.line(phrase.place))
    yield Deliverable(
        subject=Text({"zh": before[-_LONGEST_SUBJECT:]}), planned=phrase.bound, unit=phrase.unit, source=source
    )


def _is_damaged(text: str) -> bool:
    """Return whether characters beside digits are lost; the repair has said so."""
    return any(any(map(str.isdecimal, text[start:end])) for start, end in find_damage(text))


def time_until(due: Period, time: Period) -> Period:
    """Return the time of work that is due by the end of a period: from the start of the plan, or from its own.

    >>> str(time_until(Period.parse("2026"), Period.parse("2024")))
    '2024/2026'
    >>> str(time_until(Period.parse("2021/2025"), Period.parse("2024")))
    '2021/2025'
    """
    return due if due.start_key < time.start_key else time.through(due)


def latest(dues: Iterable[Period], than: Period) -> Period | None:
    """Return the period that ends last, if it ends later than another one."""
    later = (due for due in dues if due.end_key > than.end_key)
    return max(later, key=lambda due: due.end_key, default=None)


class _Found(NamedTuple):
    """An amount with its place, and the time of its own by whose end it is due; None for the whole time."""

    amount: Amount
    place: Place
    due: Period | None


def _steps_of_amounts(place: Place, time: PlanTime) -> list[Step]:
    """Return the times in a sentence, for any of which an amount in it may be."""
    text = place.sentence.text
    known = read_steps(text, line=0, year=time.year, plan=None, with_years=True).value
    return [step for step in known if not _is_of_name(step, text)]


def _dues(
    found: Sequence[Amount], steps: Sequence[Step], time: PlanTime, whole: Period, lead: Period | None
) -> Iterator[Period | None]:
    """Yield the time of each amount of a sentence; one later than the whole time holds up to the next date.

    So does the one that leads the sentence before, where only a semicolon parts them.
    """
    position = 0
    for amount in found:
        while position < len(steps) and steps[position].start <= amount.start:
            position += 1
        if not position:
            yield lead
            continue
        step = steps[position - 1]
        is_of_step = amount.start < step.end or step.due.end_key > whole.end_key
        is_whole = step.due.end_key == whole.end_key or (step.due == time.period and whole.lies_in(step.due))
        yield step.due if is_of_step and not is_whole else None


def _is_of_name(step: Step, text: str) -> bool:
    """Return whether a run of years in brackets tells which programme is meant: 规划(2023—2027年)."""
    return text[: step.place].endswith(("(", "（")) and (step.due.years or 0) > 1


def _of_one_time(
    found: Sequence[_Found], time: PlanTime, whole: Period, said: list[Diagnostic]
) -> tuple[list[_Found], Period | None]:
    """Return the amounts that are due at one time, and that time: the whole one, or else the last one they name."""
    start = time.period.start_key
    to_come = [one for one in found if one.due is None or one.due.end_key > start]
    dues = [one.due for one in to_come if one.due is not None]
    due = max(dues, key=lambda one: one.end_key) if dues and len(dues) == len(to_come) else None
    kept = [one for one in to_come if (one.due and one.due.end_key) == (due and due.end_key)]
    for one in found:
        if one not in kept and one.due is not None:
            words = one.place.sentence.text[one.amount.start : one.amount.end]
            text, line = one.place.sentence.text, one.place.line(one.amount.start)
            said.append(OTHER_TIME.at(line, text, amount=words, due=one.due, time=due or whole))
    return kept, due


def _of_whole_time(found: Sequence[_Found], said: list[Diagnostic]) -> Sequence[_Found]:
    """Return what is planned of one thing, if at all: of several amounts the one that is not for an earlier day."""
    if len(found) == 1:
        return found
    whole = [one for one in found if one.due is None]
    chosen = whole[:1] if len({one.amount.bound for one in whole}) == 1 else []
    notice = TWICE if chosen else UNCLEAR
    for amount, place, _ in found:
        if not chosen or amount.bound != chosen[0].amount.bound:
            said.append(notice.at(place.line(amount.start), place.sentence.text, subject=amount.subject))
    return chosen


def _planned(place: Place) -> tuple[list[Amount], list[tuple[Phrase, Notice]]]:
    """Return the amounts of a sentence that are promised as such, and its other numbers with what to say of each."""
    found, text = list[Amount](), place.sentence.text
    known = amounts(text)
    others = list(uncounted(text, known))
    for amount in known:
        if place.is_for_each(amount.start):
            others.append((amount.phrase, FOR_EACH))
        elif amount.phrase.role not in (Role.AMOUNT, Role.SHARE) or amount.bound.figure < 0:
            others.append((amount.phrase, CHANGE))
        else:
            found.append(amount)
    return found, others


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
