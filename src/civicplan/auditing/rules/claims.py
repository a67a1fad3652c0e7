"""Claims that contradict each other, whatever the figures say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import combinations, product

from attrs import evolve

from civicplan.auditing._conflicts import Conflict, alike_once, by_day, by_subject, different_grounds, surest
from civicplan.auditing._lists import left_out
from civicplan.auditing._statuses import two_statuses
from civicplan.auditing._words import name_of
from civicplan.auditing.case import OPPOSITE, Case
from civicplan.auditing.finding import Finding
from civicplan.model import Grade, Indicator, Standing, StandingClaim, StatusClaim, Verdict, VerdictClaim
from civicplan.render import findings as text
from civicplan.render import phrases
from civicplan.render.message import Message, fill
from civicplan.render.words import in_words

_BETTER_THAN_BEHIND = (Standing.AHEAD, Standing.ACHIEVED_EARLY, Standing.ON_TRACK)
#: The standings that exclude each other, with what may let both be right. What is achieved early is ahead as well, and
#: what is reversing is behind.
_EXCLUSIVE_STANDINGS: dict[frozenset[Standing | None], str] = {
    **{frozenset({Standing.BEHIND, other}): "" for other in _BETTER_THAN_BEHIND},
    **{frozenset({Standing.REVERSING, other}): text.LAST_YEAR_ALONE for other in _BETTER_THAN_BEHIND},
    frozenset({Standing.ON_TRACK, Standing.AHEAD}): text.ON_TRACK_OR_BETTER,
    frozenset({Standing.ON_TRACK, Standing.ACHIEVED_EARLY}): text.ON_TRACK_OR_BETTER,
}
_EXCLUSIVE_VERDICTS = {Verdict.MET, Verdict.NOT_MET}
#: The standings on the last day that a verdict excludes, unless it is of another day.
_EXCLUDED_ON_THE_DAY: dict[Verdict, tuple[Standing, ...]] = {
    Verdict.MET: (Standing.BEHIND,),
    Verdict.NOT_MET: (Standing.AHEAD, Standing.ACHIEVED_EARLY),
}
_EXCLUSIVE_GRADES = {Grade.OVERFULFILLED, Grade.LEVEL}


def claims_contradict(case: Case) -> Iterator[Finding]:
    """No claim contradicts another about the same indicator or task.

    Checks that no indicator is called met and not met, or overfulfilled and level; that none is called met and, for the
    day of the audit, behind, or not met and ahead; that none stands in two standings or on two levels of one scale at
    the end of one period; and that none with a target is missing from lists that say that they are complete: from those
    of the targets met and not met, and from those of all standings or of all levels of a scale for one period. Checks
    that no task has two statuses on one day, in two claims, or in a claim and in a report without a percent. Forecasts
    are left out.

    Tolerance: none is needed. Ahead and achieved early can both be said of one indicator, and so can behind and
    reversing; of one task behind and not started can, and on track with what is completed or not started. What is
    called not due or not assessable is not compared, nor is a standing with a verdict that the figures contradict
    anyhow. A verdict has no day of its own: two of them on one target, in one document, are of the day when it is due.

    What it does not prove: which of the claims is wrong, nor that the table prints all targets. Two scales with the
    same number of levels are taken for one where each rank has one word of its own.

    Innocent readings: The two claims may speak of different targets of the indicator. They may stand in two documents
    and rest on figures of different days; it is enough that only one of them says where it stands. They may rest on
    figures before and after a revision. No verdict says of what day it is, so that beside a standing it may be of
    another. On track may include what is ahead. Reversing may speak of the last year alone. A task may have been
    completed late. Not started may speak of its main part alone. The two levels may be of different scales. What is in
    none of the lists may not have been rated, unless its own figures give a verdict. A list may be complete only of a
    part of the plan. A row may be named by another row of the same indicator.
    """
    verdicts, standings = case.claims(VerdictClaim), case.claims(StandingClaim)
    of_verdicts, of_standings = by_subject(verdicts), by_subject(standings)
    ambiguous = _sizes_of_two_scales(standings)
    from_lists: dict[str, list[Conflict]] = {}
    for id, conflict in left_out(case, verdicts, standings):
        from_lists.setdefault(id, []).append(conflict)
    for indicator in case.plan.indicators:
        called, stood = of_verdicts.get(indicator.id, ()), of_standings.get(indicator.id, ())
        for conflict in (
            *surest((*_two_verdicts(indicator, called), *_verdict_and_standing(case, indicator, called, stood))),
            *surest(_two_grades(indicator, called)),
            *_two_standings(indicator, stood),
            *_two_levels(indicator, stood, ambiguous),
            *from_lists.get(indicator.id, ()),
        ):
            yield conflict.finding(indicator)
    of_tasks = case.claims_by_subject(StatusClaim)
    for task in case.plan.tasks:
        for conflict in two_statuses(case, task, of_tasks.get(task.id, ())):
            yield conflict.finding(task)


def _two_verdicts(indicator: Indicator, claims: Iterable[VerdictClaim]) -> Iterator[Conflict]:
    for first, second in combinations(alike_once(claims, lambda claim: claim.verdict), 2):
        if {first.verdict, second.verdict} == _EXCLUSIVE_VERDICTS:
            yield _called_both(indicator, first, second, in_words(first.verdict), in_words(second.verdict))


def _verdict_and_standing(
    case: Case, indicator: Indicator, called: Sequence[VerdictClaim], stood: Sequence[StandingClaim]
) -> Iterator[Conflict]:
    standings = [claim for claim in stood if claim.period.end_key == case.as_of.end_key]
    said = alike_once(called, lambda claim: claim.verdict)
    for verdict, standing in product(said, alike_once(standings, lambda one: one.standing)):
        is_false_anyhow = case.assessment[indicator.id].verdict is OPPOSITE.get(verdict.verdict)
        if not is_false_anyhow and standing.standing in _EXCLUDED_ON_THE_DAY.get(verdict.verdict, ()):
            conflict = _called_both(indicator, verdict, standing, in_words(verdict.verdict), _words(standing))
            yield evolve(conflict, cautions=(text.VERDICT_OF_ANOTHER_DAY, *conflict.cautions))


def _two_grades(indicator: Indicator, claims: Iterable[VerdictClaim]) -> Iterator[Conflict]:
    for first, second in combinations(alike_once(claims, lambda claim: claim.grade), 2):
        if {first.grade, second.grade} == _EXCLUSIVE_GRADES:
            yield _called_both(indicator, first, second, _grade(first), _grade(second))


def _grade(claim: VerdictClaim) -> Message:
    assert claim.grade is not None, "claims without a grade do not exclude each other by it"
    return Message(phrases.GRADES[claim.grade])


def _called_both(
    indicator: Indicator, first: VerdictClaim, second: VerdictClaim | StandingClaim, said_first: str, said_second: str
) -> Conflict:
    return Conflict(
        first=first,
        second=second,
        said_first=said_first,
        said_second=said_second,
        sentence=fill(text.CALLED_BOTH, name=name_of(indicator), first=said_first, second=said_second),
        cautions=different_grounds(indicator, first, second),
    )


def _two_standings(indicator: Indicator, claims: Iterable[StandingClaim]) -> Iterator[Conflict]:
    for same_day in by_day(claims):
        pairs = combinations(alike_once(same_day, lambda claim: claim.standing), 2)
        exclusive = [(pair, frozenset(claim.standing for claim in pair)) for pair in pairs]
        yield from surest(
            _stands_in_both(indicator, first, second, _EXCLUSIVE_STANDINGS[both])
            for (first, second), both in exclusive
            if both in _EXCLUSIVE_STANDINGS
        )


def _two_levels(indicator: Indicator, claims: Iterable[StandingClaim], ambiguous: Set[int]) -> Iterator[Conflict]:
    for same_day in by_day(claims):
        on_scales = [claim for claim in same_day if claim.level is not None]
        yield from surest(
            _stands_in_both(indicator, first, second, text.TWO_SCALES if first.scale in ambiguous else "")
            for first, second in combinations(alike_once(on_scales, lambda claim: (claim.rank, claim.scale)), 2)
            if first.scale == second.scale and first.rank != second.rank
        )


def _sizes_of_two_scales(claims: Iterable[StandingClaim]) -> set[int]:
    """The sizes of which there may be two scales: a rank has two words, or a word two ranks."""
    by_size: dict[int, set[tuple[object, object]]] = {}
    for claim in claims:
        if claim.scale is not None:
            by_size.setdefault(claim.scale, set()).add((claim.rank, claim.level))
    return {
        size
        for size, levels in by_size.items()
        if not len(levels) == len({rank for rank, _ in levels}) == len({word for _, word in levels})
    }


def _stands_in_both(indicator: Indicator, first: StandingClaim, second: StandingClaim, caution: str) -> Conflict:
    said_first, said_second = _words(first), _words(second)
    return Conflict(
        first=first,
        second=second,
        said_first=said_first,
        said_second=said_second,
        sentence=fill(
            text.STANDS_IN_BOTH, name=name_of(indicator), period=first.period, first=said_first, second=said_second
        ),
        cautions=(caution, *different_grounds(indicator, first, second)),
    )


def _words(claim: StandingClaim) -> Message:
    """The standing, or the level with its rank."""
    if claim.standing is not None:
        return in_words(claim.standing)
    return fill(text.LEVEL_OF_SCALE, level=claim.level or "", rank=claim.rank, scale=claim.scale)
