"""The amounts that a report names, and which planned amounts they answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from civicplan.model import Deliverable, Delivered
from civicplan.model.units import is_ratio
from civicplan.reading import Diagnostic, Diagnostics, Reading
from civicplan.render.template import fill
from civicplan.values import Figure, Period, Text, to_period
from civicplan.zh.document import Document, TextCell
from civicplan.zh.language.amounts import Amount, amounts
from civicplan.zh.language.for_each import FOR_EACH
from civicplan.zh.language.periods import find_periods
from civicplan.zh.language.phrase import Role
from civicplan.zh.language.sentences import is_within_name
from civicplan.zh.notices import Notice
from civicplan.zh.tasks.same_thing import Counted, answers, is_under_way, steps
from civicplan.zh.tasks.task_groups import Note
from civicplan.zh.tasks.task_promises import Place, PlannedAmount, places
from civicplan.zh.words.progress_words import PART_OF_TIME, STILL_TO_COME

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
    "The report gives an amount of {subject}, but in another unit than the plan or for another step of the work, "
    "so that it was not counted. Check which of the two is meant.",
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
_NOTE_ANSWERS: Note = (
    "{done} in the report was read as the same thing as {planned} in the plan",
    "报告中的“{done}”与计划中的“{planned}”按同一事项读取",
)


class Done(NamedTuple):
    """What a report says was done, with how it was read."""

    delivered: tuple[Delivered, ...]
    notes: tuple[Note, ...]


class _Amount(NamedTuple):
    """An amount that was done, with its figure and the sentence that it stands in."""

    amount: Amount
    figure: Figure
    place: Place

    @property
    def counted(self) -> Counted:
        return Counted(self.amount.subject, self.amount.unit, self.place.clause_at(self.amount.start))

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
    notes: list[Note] = []
    deliverables = {str(amount.deliverable.subject): amount.deliverable for amount in planned}
    for found in done:
        counted = found.counted
        options = [amount for amount in planned if answers(counted, amount.counted)]
        subject = str(options[0].deliverable.subject) if len(options) == 1 else found.amount.subject
        if len(options) != 1 and (subject in deliverables or _is_of_a_step(counted)):
            notice = NOT_THE_SAME if subject in deliverables else OF_A_STEP
            said.append(notice.at(found.line, found.place.sentence.text, subject=subject))
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
    return Reading(value=Done(tuple(delivered), tuple(notes)), diagnostics=Diagnostics(said))


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


def _notes(found: _Amount, answered: Deliverable | None) -> Iterator[Note]:
    """Yield a note where an amount answers a planned one that is printed in other words, or in another unit."""
    done, unit = found.amount.subject, found.amount.unit
    if answered is not None and (done, unit) != (str(answered.subject), answered.unit):
        words = {"done": f"{done} ({unit})", "planned": f"{answered.subject} ({answered.unit})"}
        en, zh = (fill(template, **words) for template in _NOTE_ANSWERS)
        yield en, zh


def _done(
    cells: Iterable[TextCell], document: Document, report: Period, said: list[Diagnostic], *, accumulates: bool
) -> Iterator[_Amount]:
    """Yield the exact amounts of what was done; what is said of the others is added."""
    for cell in cells:
        begins = min((cell.text.index(word) for word in STILL_TO_COME if word in cell.text), default=len(cell.text))
        for place in places((cell,), document):
            for amount in amounts(place.sentence.text):
                words = place.sentence.text[amount.start : amount.end]
                is_to_come = place.sentence.start + amount.start >= begins
                notice = UNDER_WAY if is_to_come else _why_not(amount, place, report, accumulates=accumulates)
                printed = amount.phrase.printed
                if notice is not None or not isinstance(printed, Figure):
                    said.append((notice or HEDGED).at(place.line(amount.start), place.sentence.text, amount=words))
                else:
                    yield _Amount(amount, printed, place)


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
