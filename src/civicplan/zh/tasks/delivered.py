"""The amounts that a report names, and which planned amounts they answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from civicplan.model import Deliverable, Delivered
from civicplan.model.units import is_ratio
from civicplan.reading import Diagnostic, Diagnostics, Reading
from civicplan.render import reading_notes
from civicplan.render.message import fill
from civicplan.values import Figure, Period, Text, to_period
from civicplan.zh.document import Document, TextCell
from civicplan.zh.language.amounts import Amount, amounts
from civicplan.zh.language.for_each import FOR_EACH
from civicplan.zh.language.periods import find_periods
from civicplan.zh.language.phrase import Role
from civicplan.zh.language.phrases import find
from civicplan.zh.language.sentences import is_within_name
from civicplan.zh.language.uncounted import UNCOUNTED, uncounted
from civicplan.zh.notices import Notice
from civicplan.zh.tasks.places import Place, places
from civicplan.zh.tasks.same_thing import Counted, answers, is_same_unit, is_under_way, named, steps
from civicplan.zh.tasks.task_promises import PlannedAmount
from civicplan.zh.words.amount_words import ARTICLES
from civicplan.zh.words.progress_words import PART_OF_TIME, STILL_TO_COME, TOTAL

UNDER_WAY = Notice(
    "not-done",
    "{amount} is under way or still to come and was not counted as done; only the text of the report has it.",
)
HEDGED = Notice(
    "hedged-amount",
    "{amount} is not an exact amount and was not counted as done; only the text of the report has it.",
)
SHARE = Notice(
    "share-no-amount",
    "{amount} is a share or a rate, not an amount, and was not counted as done; only the text of the report has it.",
)
OTHER_TIME = Notice(
    "other-time",
    "{amount} is for another time than that of the report and was not counted as done; only the text of the "
    "report has it.",
)
NOT_THE_SAME = Notice(
    "not-the-same",
    "The report gives an amount of {subject}, but {difference}, so that it was not counted. Check which of the two is "
    "meant.",
)
SAME = Notice(
    "read-as-the-same",
    "{done} was read as the same thing as {planned} in the plan. Check that it is.",
    left_out=False,
)
OF_A_STEP = Notice(
    "of-a-step",
    "The amount of {subject} is that of one step of the work, such as 验收, which its name does not say; it was not "
    "counted as done. Check it against the report.",
)
SEVERAL = Notice(
    "several-answers",
    "The report gives several amounts of {subject}, so that none was counted as done. Check which one holds, and "
    "add it.",
)
#: No quarter has more days. A longer report is on more than 本季度 or 本月 says.
_LONGEST_QUARTER = 92
#: What may stand around 累计 before a running total.
_OF_TOTAL = re.compile(rf"(?:目前|现|均|共|已|已经)?{TOTAL}(?:已|共)?(?:达到|达|为|完成)?")


class Done(NamedTuple):
    """What a report says was done, with how it was read."""

    delivered: tuple[Delivered, ...]
    notes: tuple[str, ...]


class _Amount(NamedTuple):
    """An amount that was done, with its figure, the sentence that it stands in, and the words that tell its step."""

    amount: Amount
    figure: Figure
    place: Place
    clause: str

    @property
    def counted(self) -> Counted:
        return Counted(self.amount.subject, self.amount.unit, self.clause)

    @property
    def line(self) -> int:
        return self.place.line(self.amount.place)


def read_delivered(
    cells: Iterable[TextCell], document: Document, planned: Sequence[PlannedAmount], report: Period
) -> Reading[Done]:
    """Return the amounts that a report names: under the planned subject where they answer it, else under their own.

    Args:
        cells: The cells in which the report stands.
        document: The document.
        planned: The amounts that the task plans.
        report: The period that the report closes.
    """
    said: list[Diagnostic] = []
    accumulates = any(amount.deliverable.accumulates for amount in planned)
    done = list(_done(cells, document, report, said, accumulates=accumulates))
    by_subject: dict[str, list[_Amount]] = {}
    notes: list[str] = []
    deliverables = {str(amount.deliverable.subject): amount.deliverable for amount in planned}
    for found in done:
        counted = found.counted
        options = [amount for amount in planned if answers(counted, amount.counted)]
        subject = str(options[0].deliverable.subject) if len(options) == 1 else found.amount.subject
        if len(options) != 1 and (subject in deliverables or _is_of_a_step(counted)):
            notice = NOT_THE_SAME if subject in deliverables else OF_A_STEP
            difference = _difference(found, planned) if subject in deliverables else None
            said.append(notice.at(found.line, found.place.sentence.text, subject=subject, difference=difference))
            continue
        by_subject.setdefault(subject, []).append(found)
    delivered = []
    for subject, amounts_of_it in by_subject.items():
        first, *others = amounts_of_it
        if any(other.figure != first.figure for other in others):
            said.append(SEVERAL.at(first.line, first.place.sentence.text, subject=subject))
            continue
        answered = deliverables.get(subject)
        delivered.append(_delivered(first, answered, document))
        notes += _notes(first, answered)
        if answered is not None and named(first.amount.subject) != named(str(answered.subject)):
            words = {"done": first.amount.subject, "planned": str(answered.subject)}
            said.append(SAME.at(first.line, first.place.sentence.text, **words))
    return Reading(value=Done(tuple(delivered), tuple(notes)), diagnostics=Diagnostics(said))


def _difference(found: _Amount, planned: Iterable[PlannedAmount]) -> str:
    """Return in which way an amount differs from those that are planned under its subject."""
    units = [one.deliverable.unit for one in planned if str(one.deliverable.subject) == found.amount.subject]
    if any(is_same_unit(found.amount.unit, unit) for unit in units):
        return "for another step of the work than the plan, or for one of several that it plans alike"
    return "in another unit than the plan"


def _is_of_a_step(counted: Counted) -> bool:
    """Return whether the clause names a step that what is counted does not: 2家书房 of 2家书房完成验收."""
    return not steps(counted.clause) <= steps(counted.subject)


def _delivered(found: _Amount, answered: Deliverable | None, document: Document) -> Delivered:
    return Delivered(
        subject=answered.subject if answered else Text({"zh": found.amount.subject}),
        figure=found.figure,
        unit=answered.unit if answered else found.amount.unit,
        source=document.source(found.line),
    )


def _notes(found: _Amount, answered: Deliverable | None) -> Iterator[str]:
    """Yield a note where an amount answers a planned one that is printed in other words, or in another unit."""
    done, unit = found.amount.subject, found.amount.unit
    if answered is not None and (done, unit) != (str(answered.subject), answered.unit):
        counted = ((done, unit), (answered.subject, answered.unit))
        first, second = (fill(reading_notes.COUNTED_IN, subject=name, unit=each) for name, each in counted)
        yield fill(reading_notes.SAME_THING, done=first, planned=second)


def _done(
    cells: Iterable[TextCell], document: Document, report: Period, said: list[Diagnostic], *, accumulates: bool
) -> Iterator[_Amount]:
    """Yield the exact amounts of what was done; what is said of the others is added."""
    for cell in cells:
        begins = min((cell.text.index(word) for word in STILL_TO_COME if word in cell.text), default=len(cell.text))
        for place in places((cell,), document):
            known = amounts(place.sentence.text)
            totals = tuple(_totals(place, known)) if accumulates else ()
            said += _uncounted(place, (*known, *(total for total, _ in totals)))
            for amount, clause in (*((amount, place.clause_at(amount.start)) for amount in known), *totals):
                words = place.sentence.text[amount.start : amount.end]
                is_to_come = place.sentence.start + amount.start >= begins
                notice = UNDER_WAY if is_to_come else _why_not(amount, place, report, accumulates=accumulates)
                printed = amount.phrase.printed
                if notice is not None or not isinstance(printed, Figure):
                    said.append((notice or HEDGED).at(place.line(amount.start), place.sentence.text, amount=words))
                else:
                    yield _Amount(amount, printed, place, clause)


def _totals(place: Place, known: Sequence[Amount]) -> Iterator[tuple[Amount, str]]:
    """Yield the running totals that stand behind an amount of the same thing, with the words that tell its step.

    Such is the second number of 三季度送戏下乡35场，累计98场.
    """
    text = place.sentence.text
    if TOTAL not in text:
        return
    for phrase, _ in uncounted(text, known):
        before = [amount for amount in known if amount.end <= phrase.start]
        clause, number = place.clause_at(phrase.start).strip(), text[phrase.place : phrase.end]
        is_total = clause.endswith(number) and _OF_TOTAL.fullmatch(clause.removesuffix(number)) is not None
        if before and is_total and is_same_unit(before[-1].unit, phrase.unit):
            last = before[-1]
            if not place.is_for_each(last.start):
                yield Amount(subject=last.subject, phrase=phrase), f"{place.clause_at(last.start)}，{clause}"


def _uncounted(place: Place, known: Sequence[Amount]) -> Iterator[Diagnostic]:
    """Yield what to say of the numbers of a sentence that are no amounts; those in characters begin a clause."""
    text = place.sentence.text
    starts = {amount.start for amount in known}
    for phrase, notice in uncounted(text, known):
        if phrase.start not in starts:
            yield notice.at(place.line(phrase.start), text, amount=phrase.text)
    for phrase in find(text):
        is_spelled = not any(map(str.isdecimal, phrase.text)) and phrase.text not in ARTICLES
        is_counted = phrase.unit is not None and phrase.start not in starts
        if is_spelled and is_counted and place.clause_at(phrase.start).lstrip().startswith(phrase.text):
            yield UNCOUNTED.at(place.line(phrase.start), text, amount=phrase.text)


def _why_not(amount: Amount, place: Place, report: Period, *, accumulates: bool) -> Notice | None:
    """Return why an amount is not taken as one that was done; None where it is."""
    clause = place.clause_at(amount.start)
    if amount.phrase.role is not Role.AMOUNT or is_ratio(amount.unit):
        return SHARE
    if place.is_for_each(amount.start):
        return FOR_EACH
    if is_under_way(clause):
        return UNDER_WAY
    is_so_far = accumulates or (report.end - report.start).days > _LONGEST_QUARTER
    if is_so_far and any(word in clause for word in PART_OF_TIME):
        return OTHER_TIME
    times = (found for found in find_periods(clause, report.end.year) if not is_within_name(clause, found.start))
    if not all(_is_of_report(found.period, report, accumulates=accumulates) for found in times):
        return OTHER_TIME
    return None


def _is_of_report(time: Period | None, report: Period, *, accumulates: bool) -> bool:
    """Return whether a time beside an amount is that of the report, or its year, which may be part of a name."""
    if time is None:
        return False
    year = to_period(report.end.year)
    is_so_far = time.start_key == year.start_key and time.end_key == report.end_key
    return time == year or is_so_far or (time == report and not accumulates)
