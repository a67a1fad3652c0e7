"""The rows that a stated number may count: what is certain of each, and in how many ways they can be counted."""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias, assert_never

from attrs import frozen

from civicplan.assessment import Basis, TaskAssessment
from civicplan.auditing._early import is_short_of_it
from civicplan.auditing.case import Case
from civicplan.model import CountClaim, Counted, Indicator, Nature, ReportedStatus, Standing, StatusClaim, Verdict
from civicplan.render import phrases
from civicplan.render.message import Message, fill
from civicplan.render.words import as_it_is
from civicplan.values import NotAssessable, Text

_LEADING_NUMBER = re.compile(r"\d+")
_BETTER, _WORSE = {Standing.AHEAD, Standing.ACHIEVED_EARLY}, {Standing.BEHIND, Standing.REVERSING}
#: The computed standings that a stated one does not allow for, however close to the schedule is still on track.
_EXCLUDED: Mapping[Standing, set[Standing]] = {
    Standing.ACHIEVED_EARLY: _WORSE,
    Standing.AHEAD: _WORSE,
    Standing.BEHIND: _BETTER,
}
#: The reported statuses that a stated number of another one may include.
_INCLUDED = {
    ReportedStatus.AHEAD: {ReportedStatus.COMPLETED},
    ReportedStatus.ON_TRACK: {ReportedStatus.AHEAD, ReportedStatus.COMPLETED},
    ReportedStatus.BEHIND: {ReportedStatus.NOT_STARTED},
}
#: Whether a row is what a claim counts, by each mark of the claim; None where that is open.
_Answers: TypeAlias = tuple[bool | None, ...]


@frozen(kw_only=True)
class Row:
    """What is known for certain of a row that may be counted; None where nothing is.

    Rows of one key count once. A table can be read in two ways: as few indicators as possible, or as many.

    Attributes:
        id: The id of the indicator or task.
        key_of_fewest: The key where rows 3a and 3b count as one, and a row without a number with the one above.
        key_of_few: The key by number.
        key_of_many: The key by number and group.
        nature: Binding or expected.
        verdict: The verdict.
        category: The heading.
        status: The one status that all reports and claims give a task.
        standings: What the figures may say of the standing of an indicator.
        is_short: True where no target of an indicator is due, and it is at none of them for certain.
    """

    id: str
    key_of_fewest: str
    key_of_few: str
    key_of_many: str
    nature: Nature | None = None
    verdict: Verdict | None = None
    category: Text | None = None
    status: ReportedStatus | None = None
    standings: frozenset[Standing | NotAssessable] = frozenset()
    is_short: bool = False

    def answers(self, claim: CountClaim) -> _Answers:
        """Return whether the row is what the claim counts, by each mark of the claim; None where that is open."""
        return (
            _is(claim.nature, self.nature),
            False if self.is_short and claim.verdict is Verdict.MET else _is(claim.verdict, self.verdict),
            claim.category is None or self.is_under(claim.category),
            claim.status is None or self._has_status(claim.status),
            claim.standing is None or self._may_stand(claim.standing),
        )

    def is_under(self, heading: Text) -> bool | None:
        """Return whether the row stands under a heading; None where no language is shared that could tell."""
        return None if self.category is None else _is_same_heading(heading, self.category)

    def _has_status(self, stated: ReportedStatus) -> bool | None:
        return None if self.status in _INCLUDED.get(stated, ()) else _is(stated, self.status)

    def _may_stand(self, stated: Standing) -> bool | None:
        """False where the figures rule it out; a document may always have chosen another word."""
        is_excluded = bool(self.standings) and self.standings <= _EXCLUDED.get(stated, set())
        return False if is_excluded else None


def _is(wanted: object, known: object) -> bool | None:
    if wanted is None:
        return True
    return None if known is None else wanted == known


def _is_same_heading(wanted: Text, known: Text) -> bool | None:
    if {words for _, words in wanted.entries} & {words for _, words in known.entries}:
        return True
    return False if set(wanted.languages) & set(known.languages) else None


def rows_of(case: Case, counted: Counted, *, standings: bool = False) -> list[Row]:
    """Return the indicators or tasks of a plan.

    Args:
        case: The case.
        counted: Which of them.
        standings: Whether the standings of indicators are wanted.
    """
    match counted:
        case Counted.INDICATORS:
            numbers = {str(row.group): row.number for row in case.plan.indicators if row.group and row.number}
            above = _numbers_above(case.plan.indicators)
            known = case.possible_standings if standings else {}
            return [
                Row(
                    id=row.id,
                    key_of_fewest=_whole_number(above.get(row.id) or _key_of_few(row, numbers)),
                    key_of_few=_key_of_few(row, numbers),
                    key_of_many=_key_of_many(row),
                    nature=row.nature,
                    verdict=case.certain_verdicts[row.id],
                    category=row.category,
                    standings=known.get(row.id, frozenset()),
                    is_short=_is_short(case, row),
                )
                for row in case.plan.indicators
            ]
        case Counted.TASKS:
            claims, tasks = case.claims_by_subject(StatusClaim), case.assessment.tasks
            return [_row_of_task(case, assessed, claims.get(assessed.task.id, ())) for assessed in tasks]
        case _:
            assert_never(counted)


def _row_of_task(case: Case, assessed: TaskAssessment, claims: Iterable[StatusClaim]) -> Row:
    task = assessed.task
    reported = {report.status for report in task.reports if report.status and case.is_over(report.period)}
    statuses = reported | {claim.status for claim in claims}
    return Row(
        id=task.id,
        key_of_fewest=task.id,
        key_of_few=task.id,
        key_of_many=task.id,
        verdict=_certain_verdict_of_task(assessed),
        status=statuses.pop() if len(statuses) == 1 else None,
    )


def _is_short(case: Case, row: Indicator) -> bool:
    """True where no target is due, and by the figure of the day none is met for certain, before no revision either.

    A figure of any other day that may be at a target leaves it open, for the number may be of that day.
    """
    editions = [edition[row.id] for edition in (case.assessment, *case.earlier_editions)]
    outcomes = [outcome for edition in editions for outcome in edition.outcomes]
    are_to_come = all(edition.verdict is Verdict.NOT_DUE for edition in editions)
    return are_to_come and all(is_short_of_it(outcome, case.as_of) for outcome in outcomes)


def _numbers_above(rows: Iterable[Indicator]) -> dict[str, str]:
    """The number above each row that has neither a number nor a group, by its id; the row may be a part of that."""
    above: dict[str, str] = {}
    last = None
    for row in rows:
        last = row.number or last
        if last and not row.number and not row.group:
            above[row.id] = last
    return above


def _key_of_few(indicator: Indicator, numbers: Mapping[str, str]) -> str:
    """The row's number, else that of its group, else its group, else itself."""
    if indicator.number:
        return indicator.number
    if indicator.group:
        return numbers.get(str(indicator.group), f"group {indicator.group}")
    return f"row {indicator.id}"


def _whole_number(key: str) -> str:
    """What stands before the letter of a row, as 3 in 3a; the key itself where it begins with no number."""
    number = _LEADING_NUMBER.match(key)
    return number.group() if number else key


def _key_of_many(indicator: Indicator) -> str:
    """Number and group together, for a table may start its numbers anew; else the row itself."""
    is_part = indicator.number and indicator.group
    return f"{indicator.number} {indicator.group}" if is_part else f"row {indicator.id}"


def _certain_verdict_of_task(assessed: TaskAssessment) -> Verdict | None:
    """The verdict on a task, where it is decisive; met only where no other milestone was promised beside."""
    if not assessed.decisive:
        return None
    rests_on_all = assessed.basis is Basis.MILESTONES or not assessed.task.milestones
    return None if assessed.verdict is Verdict.MET and not rests_on_all else assessed.verdict


@frozen(kw_only=True)
class Counts:
    """The numbers that a claim can rightly state, and those that it can state by an innocent reading.

    Attributes:
        of_indicators: By the printed number, in either way.
        of_rows: Sub-rows included.
        of_whole_numbers: Rows such as 3a and 3b as one.
    """

    of_indicators: range
    of_rows: range
    of_whole_numbers: range

    @classmethod
    def of(cls, claim: CountClaim, rows: Sequence[Row], named: Collection[str] | None = None) -> Counts:
        """Return the numbers of those of the rows that the claim counts; only of those named, where a list names some.

        An indicator of which a list names some of the rows may count or not.
        """
        answers = [(*row.answers(claim), named is None or row.id in named) for row in rows]
        few = _count(answers, [row.key_of_few for row in rows])
        many = _count(answers, [row.key_of_many for row in rows])
        return cls(
            of_indicators=range(min(few.start, many.start), max(few.stop, many.stop)),
            of_rows=_count(answers, range(len(rows))),
            of_whole_numbers=_count(answers, [row.key_of_fewest for row in rows]),
        )

    def meet(self, others: Counts) -> bool:
        """Return whether one number can rightly be stated by both."""
        first, last = (
            max(self.of_indicators[0], others.of_indicators[0]),
            min(self.of_indicators[-1], others.of_indicators[-1]),
        )
        return first <= last

    @property
    def words(self) -> Message:
        """The numbers, or from which to which they go."""
        fewest, most = self.of_indicators[0], self.of_indicators[-1]
        if fewest == most:
            return as_it_is(fewest)
        return fill(phrases.FROM_TO, low=fewest, high=most)


def _count(answers: Sequence[_Answers], keys: Iterable[Hashable]) -> range:
    """From how many groups of rows certainly count to how many may; the rows of one key are a group."""
    groups: dict[Hashable, list[_Answers]] = {}
    for key, of_row in zip(keys, answers, strict=True):
        groups.setdefault(key, []).append(of_row)
    counted = [_is_counted(tuple(group)) for group in groups.values()]
    return range(counted.count(True), len(counted) - counted.count(False) + 1)


@lru_cache(maxsize=4096)
def _is_counted(group: tuple[_Answers, ...]) -> bool | None:
    """Whether a group of rows counts: each mark must hold of all of them; None where that is not certain."""
    by_mark = list(map(set, zip(*group, strict=True)))
    if {False} in by_mark:
        return False
    return True if all(answers == {True} for answers in by_mark) else None
