"""Stated numbers of indicators and tasks against the count."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import assert_never

from attrs import frozen

from civicplan.assessment import TaskAssessment
from civicplan.auditing._wording import because, reading
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding, Severity
from civicplan.auditing.rules.verdicts import certain_verdict
from civicplan.model import CountClaim, Counted, Indicator, Nature, Verdict

_COUNTABLE = (None, Verdict.MET, Verdict.NOT_MET)
_VERDICT_WORDS = {Verdict.MET: " met", Verdict.NOT_MET: " not met"}


@frozen(kw_only=True)
class _Row:
    """What is known for certain of something that may be counted; None where nothing is."""

    id: str
    few: str
    many: str
    nature: Nature | None
    verdict: Verdict | None


@frozen(kw_only=True)
class _Ranges:
    """From how many to how many a claim may count."""

    of_indicators: tuple[int, int]
    of_rows: tuple[int, int]


def count_disagrees(case: Case) -> Iterator[Finding]:
    """A stated number of indicators or tasks, of one nature or verdict where it says so, is one the plan can come to.

    Indicators count by their printed number. Whatever is not known for certain counts both ways: a row without a
    number, rows of one number and no common group, a nature that the table does not print, a verdict that hangs on
    unprinted digits or on figures that nobody published, an indicator some of whose rows are met and some missed, a
    task whose last report is not at its end. The finding fires when the stated number lies outside the range that this
    leaves.

    Tolerance: that range. Where the number is that of the rows, sub-rows counted, the severity is doubt.

    What it does not prove: which indicator is meant, nor that the count is of the same table.
    """
    ranges: dict[tuple[Counted, Nature | None, Verdict | None], _Ranges] = {}
    for claim in case.claims(CountClaim):
        if claim.verdict in _COUNTABLE:
            key = claim.counted, claim.nature, claim.verdict
            if key not in ranges:
                ranges[key] = _ranges(claim, _rows(case, claim.counted))
            fewest, most = ranges[key].of_indicators
            low, high = ranges[key].of_rows
            if not fewest <= claim.count <= most:
                yield _finding(case, claim, (fewest, most), counts_rows=low <= claim.count <= high)


def _rows(case: Case, counted: Counted) -> list[_Row]:
    match counted:
        case Counted.INDICATORS:
            numbers = {str(row.group): row.number for row in case.plan.indicators if row.group and row.number}
            return [
                _Row(
                    id=assessed.indicator.id,
                    few=_fewest_key(assessed.indicator, numbers),
                    many=_most_key(assessed.indicator),
                    nature=assessed.indicator.nature,
                    verdict=certain_verdict(assessed),
                )
                for assessed in case.assessment.indicators
            ]
        case Counted.TASKS:
            return [
                _Row(id=done.task.id, few=done.task.id, many=done.task.id, nature=None, verdict=_certain_of_task(done))
                for done in case.assessment.tasks
            ]
        case _:
            assert_never(counted)


def _fewest_key(indicator: Indicator, numbers: dict[str, str]) -> str:
    """The row's number, else that of its group, else its group, else itself."""
    group = str(indicator.group) if indicator.group else None
    inherited = numbers.get(group, f"group {group}") if group else f"row {indicator.id}"
    return indicator.number or inherited


def _most_key(indicator: Indicator) -> str:
    """Number and group together, for a table may start its numbers anew; else the row itself."""
    is_part = indicator.number and indicator.group
    return f"{indicator.number} {indicator.group}" if is_part else f"row {indicator.id}"


def _certain_of_task(done: TaskAssessment) -> Verdict | None:
    """The verdict on a task's amounts as of its end; met only where nothing but the amounts was promised."""
    if done.elapsed != 1 or not done.decisive or (done.verdict is Verdict.MET and done.task.milestones):
        return None
    return done.verdict


def _by_few(row: _Row) -> str:
    return row.few


def _by_many(row: _Row) -> str:
    return row.many


def _by_row(row: _Row) -> str:
    return row.id


def _ranges(claim: CountClaim, rows: Sequence[_Row]) -> _Ranges:
    few, many = (_range(claim, rows, key) for key in (_by_few, _by_many))
    return _Ranges(
        of_indicators=(min(few[0], many[0]), max(few[1], many[1])),
        of_rows=_range(claim, rows, _by_row),
    )


def _range(claim: CountClaim, rows: Sequence[_Row], key: Callable[[_Row], str]) -> tuple[int, int]:
    """How many certainly count, and how many possibly do."""
    groups: dict[str, list[_Row]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    answers = [_counts(claim, group) for group in groups.values()]
    return sum(answer is True for answer in answers), sum(answer is not False for answer in answers)


def _counts(claim: CountClaim, group: Sequence[_Row]) -> bool | None:
    """Whether rows that count once are counted by the claim; None where that is not certain."""
    answers = (
        _all_are(claim.nature, [row.nature for row in group]),
        _all_are(claim.verdict, [row.verdict for row in group]),
    )
    if False in answers:
        return False
    return None if None in answers else True


def _all_are(wanted: object, found: Sequence[object]) -> bool | None:
    if wanted is None or all(value == wanted for value in found):
        return True
    return False if all(value is not None and value != wanted for value in found) else None


def _finding(case: Case, claim: CountClaim, counts: tuple[int, int], *, counts_rows: bool) -> Finding:
    fewest, most = counts
    counted = claim.counted.removesuffix("s") if claim.count == 1 else claim.counted
    what = f"{claim.nature} {counted}" if claim.nature else str(counted)
    computed = str(fewest) if fewest == most else f"{fewest} to {most}"
    caution = "it is the number of the rows, sub-rows counted" if counts_rows else ""
    return Finding(
        severity=Severity.DOUBT if counts_rows else Severity.CONTRADICTION,
        subject=case.plan.id,
        message=(
            f"{case.plan.title.in_language('en')}: the document states {claim.count} {what}"
            f"{_VERDICT_WORDS[claim.verdict] if claim.verdict else ''}, while the count is {computed}{because(caution)}"
        ),
        claimed=str(claim.count),
        computed=computed,
        source=claim.source or case.plan.source,
        evidence=(case.plan.source,) if case.plan.source else (),
        reading=reading(claim.note),
    )
