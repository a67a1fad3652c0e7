"""Stated numbers of indicators and tasks, compared with the count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from attrs import frozen

from civicplan.assessment import Basis, TaskAssessment
from civicplan.auditing._words import notes_text
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding
from civicplan.auditing.rules.verdicts import certain_verdict
from civicplan.model import CountClaim, Counted, Indicator, Nature, Verdict
from civicplan.render import findings as text
from civicplan.render.template import fill

_LEADING_NUMBER = re.compile(r"\d+")
_SENTENCES = {None: text.COUNT, Verdict.MET: text.COUNT_OF_MET, Verdict.NOT_MET: text.COUNT_OF_NOT_MET}


@frozen(kw_only=True)
class _Row:
    """What is known for certain of a row that may be counted; None where nothing is.

    Rows of one key count once. A table can be read in two ways: as few indicators as possible, or as many.
    """

    key_of_fewest: str
    key_of_few: str
    key_of_many: str
    nature: Nature | None
    verdict: Verdict | None


@frozen(kw_only=True)
class _Counts:
    """The numbers that a claim can rightly state."""

    of_indicators: range
    of_rows: range
    of_whole_numbers: range


def count_disagrees(case: Case) -> Iterator[Finding]:
    """A stated number of indicators or tasks, of one nature or verdict where it says so, is one the plan can come to.

    Indicators are counted by their printed number. Whatever is not known for certain is counted both ways: a row
    without a number, rows of one number and no common group, a nature that the table does not print, a verdict that
    depends on rounding or on figures that nobody published, an indicator some of whose rows are met and some missed, a
    task whose last report is not at its end. The finding appears when the stated number lies outside the range that
    this leaves. Nothing is counted in a plan that is an extract of its document.

    Tolerance: what is not known for certain is counted both ways.

    What it does not prove: which indicator is meant, nor that the count is of the same table.

    Innocent readings: The stated number may be that of the rows, sub-rows included. Rows that share a number, such as
    3a and 3b, may count as one.
    """
    counts: dict[tuple[Counted, Nature | None, Verdict | None], _Counts] = {}
    for claim in case.claims(CountClaim) if case.plan.complete else ():
        if claim.verdict not in _SENTENCES:
            continue
        key = claim.counted, claim.nature, claim.verdict
        if key not in counts:
            counts[key] = _counts(claim, _rows(case, claim.counted))
        if claim.count not in counts[key].of_indicators:
            yield _finding(case, claim, counts[key])


def _rows(case: Case, counted: Counted) -> list[_Row]:
    match counted:
        case Counted.INDICATORS:
            numbers = {str(row.group): row.number for row in case.plan.indicators if row.group and row.number}
            return [
                _Row(
                    key_of_fewest=_whole_number(_key_of_few(assessed.indicator, numbers)),
                    key_of_few=_key_of_few(assessed.indicator, numbers),
                    key_of_many=_key_of_many(assessed.indicator),
                    nature=assessed.indicator.nature,
                    verdict=certain_verdict(case, assessed.indicator.id),
                )
                for assessed in case.assessment.indicators
            ]
        case Counted.TASKS:
            return [
                _Row(
                    key_of_fewest=assessed.task.id,
                    key_of_few=assessed.task.id,
                    key_of_many=assessed.task.id,
                    nature=None,
                    verdict=_certain_verdict_of_task(assessed),
                )
                for assessed in case.assessment.tasks
            ]
        case _:
            assert_never(counted)


def _key_of_few(indicator: Indicator, numbers: dict[str, str]) -> str:
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


def _counts(claim: CountClaim, rows: Sequence[_Row]) -> _Counts:
    few = _count(claim, _grouped((row.key_of_few, row) for row in rows))
    many = _count(claim, _grouped((row.key_of_many, row) for row in rows))
    return _Counts(
        of_indicators=range(min(few.start, many.start), max(few.stop, many.stop)),
        of_rows=_count(claim, [[row] for row in rows]),
        of_whole_numbers=_count(claim, _grouped((row.key_of_fewest, row) for row in rows)),
    )


def _grouped(keyed_rows: Iterable[tuple[str, _Row]]) -> list[list[_Row]]:
    groups: dict[str, list[_Row]] = {}
    for key, row in keyed_rows:
        groups.setdefault(key, []).append(row)
    return list(groups.values())


def _count(claim: CountClaim, groups: Iterable[Sequence[_Row]]) -> range:
    """From how many of the groups certainly count to how many may."""
    answers = [_is_counted(claim, group) for group in groups]
    return range(answers.count(True), len(answers) - answers.count(False) + 1)


def _is_counted(claim: CountClaim, group: Sequence[_Row]) -> bool | None:
    """Whether the claim counts a group of rows; None where that is not certain."""
    answers = (
        _all_are(claim.nature, [row.nature for row in group]),
        _all_are(claim.verdict, [row.verdict for row in group]),
    )
    if False in answers:
        return False
    return None if None in answers else True


def _all_are(wanted: Nature | Verdict | None, known: Sequence[Nature | Verdict | None]) -> bool | None:
    """Whether all are as wanted, or none; None where neither is certain."""
    if wanted is None or all(value == wanted for value in known):
        return True
    return False if all(value is not None and value != wanted for value in known) else None


def _finding(case: Case, claim: CountClaim, counts: _Counts) -> Finding:
    fewest, most = counts.of_indicators[0], counts.of_indicators[-1]
    computed = str(fewest) if fewest == most else f"{fewest} to {most}"
    innocent = (
        text.COUNTS_ROWS if claim.count in counts.of_rows else "",
        text.COUNTS_WHOLE_NUMBERS if counts.of_whole_numbers.start <= claim.count < counts.of_indicators.stop else "",
    )
    sentence = fill(
        _SENTENCES[claim.verdict],
        name=case.plan.title.in_language("en"),
        things=f"{claim.nature} {claim.counted}" if claim.nature else str(claim.counted),
        stated=claim.count,
        computed=computed,
    )
    return Finding(
        subject=case.plan.id,
        message=sentence,
        innocent=innocent,
        claimed=str(claim.count),
        computed=computed,
        source=claim.source or case.plan.source,
        evidence=(case.plan.source,) if case.plan.source else (),
        note=notes_text(claim.notes),
    )
