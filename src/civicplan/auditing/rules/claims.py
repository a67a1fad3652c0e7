"""Claims that contradict each other, whatever the figures say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from civicplan.auditing._conflicts import Conflict, by_day, different_grounds, naming, surest
from civicplan.auditing._lists import in_neither_list, in_none_of_the_lists, outside_its_list
from civicplan.auditing._words import name_of
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding
from civicplan.model import Grade, Indicator, Standing, StandingClaim, Verdict, VerdictClaim
from civicplan.render import findings as text
from civicplan.render.template import fill
from civicplan.render.words import in_words
from civicplan.values import Text

_BETTER_THAN_BEHIND = (Standing.AHEAD, Standing.ACHIEVED_EARLY, Standing.ON_TRACK)
#: The standings that exclude each other, with what may let both be right. What is achieved early is ahead as well, and
#: what is reversing is behind.
_EXCLUSIVE_STANDINGS = {
    **{frozenset({Standing.BEHIND, other}): "" for other in _BETTER_THAN_BEHIND},
    **{frozenset({Standing.REVERSING, other}): text.LAST_YEAR_ALONE for other in _BETTER_THAN_BEHIND},
    frozenset({Standing.ON_TRACK, Standing.AHEAD}): text.ON_TRACK_OR_BETTER,
    frozenset({Standing.ON_TRACK, Standing.ACHIEVED_EARLY}): text.ON_TRACK_OR_BETTER,
}
_EXCLUSIVE_VERDICTS = {Verdict.MET, Verdict.NOT_MET}
_EXCLUSIVE_GRADES = {Grade.OVERFULFILLED, Grade.LEVEL}


def claims_contradict(case: Case) -> Iterator[Finding]:
    """No claim contradicts another about the same indicator.

    Checks that no indicator is called met and not met, or overfulfilled and level; that none stands in two standings or
    on two levels of one scale at the end of one period; and that none is missing from lists that say that they are
    complete: from those of the targets met and not met, from those of all standings or of all levels of a scale for one
    period, and from that of a verdict which it is given elsewhere. Forecasts are left out.

    Tolerance: none is needed. Ahead and achieved early can both be said of one indicator, and so can behind and
    reversing. What is called not due or not assessable is not compared.

    What it does not prove: which of the claims is wrong, nor that the table prints all targets. Two scales with the
    same number of levels are taken for one where each rank has one word of its own.

    Innocent readings: The two claims may speak of different targets of the indicator. They may stand in two documents
    and rest on figures of different days. They may rest on figures before and after a revision. On track may include
    what is ahead. Reversing may speak of the last year alone. The two levels may be of different scales. What is in
    none of the lists may not have been rated, unless its own figures give a verdict. A list may be complete only of a
    part of the plan. A row may be named by another row of the same indicator.
    """
    verdicts, standings = case.claims(VerdictClaim), case.claims(StandingClaim)
    for assessed in case.assessment.indicators:
        indicator = assessed.indicator
        named, stood = naming(verdicts, indicator), naming(standings, indicator)
        for conflict in (
            *surest(_two_verdicts(indicator, named)),
            *surest(_two_grades(indicator, named)),
            *_two_standings(indicator, stood),
            *_two_levels(indicator, stood, standings),
            *in_neither_list(case, assessed, verdicts),
            *outside_its_list(indicator, verdicts),
            *in_none_of_the_lists(indicator, standings),
        ):
            yield conflict.finding(indicator)


def _two_verdicts(indicator: Indicator, claims: Sequence[VerdictClaim]) -> Iterator[Conflict]:
    for first, second in combinations(claims, 2):
        if {first.verdict, second.verdict} == _EXCLUSIVE_VERDICTS:
            yield _called_both(indicator, first, second, in_words(first.verdict), in_words(second.verdict))


def _two_grades(indicator: Indicator, claims: Sequence[VerdictClaim]) -> Iterator[Conflict]:
    graded = [(claim, claim.grade) for claim in claims if claim.grade is not None]
    for (first, one), (second, other) in combinations(graded, 2):
        if {one, other} == _EXCLUSIVE_GRADES:
            yield _called_both(indicator, first, second, in_words(one), in_words(other))


def _called_both(
    indicator: Indicator, first: VerdictClaim, second: VerdictClaim, said_first: str, said_second: str
) -> Conflict:
    return Conflict(
        first=first,
        second=second,
        said_first=said_first,
        said_second=said_second,
        sentence=fill(text.CALLED_BOTH, name=name_of(indicator), first=said_first, second=said_second),
        cautions=different_grounds(indicator, first, second),
    )


def _two_standings(indicator: Indicator, claims: Sequence[StandingClaim]) -> Iterator[Conflict]:
    for same in by_day(claims):
        stated = [(claim, claim.standing) for claim in same if claim.standing is not None]
        pairs = [(*pair, frozenset({pair[0][1], pair[1][1]})) for pair in combinations(stated, 2)]
        yield from surest(
            _standing_so(indicator, first, second, in_words(one), in_words(other), _EXCLUSIVE_STANDINGS[both])
            for (first, one), (second, other), both in pairs
            if both in _EXCLUSIVE_STANDINGS
        )


def _two_levels(
    indicator: Indicator, claims: Sequence[StandingClaim], of_all: Sequence[StandingClaim]
) -> Iterator[Conflict]:
    for same in by_day(claims):
        stated = [(claim, _level_text(claim, claim.level)) for claim in same if claim.level is not None]
        yield from surest(
            _standing_so(indicator, first, second, said_first, said_second, _two_scales(first, of_all))
            for (first, said_first), (second, said_second) in combinations(stated, 2)
            if first.scale == second.scale and first.rank != second.rank
        )


def _level_text(claim: StandingClaim, level: Text) -> str:
    return fill(text.LEVEL_OF_SCALE, level=level.in_language("en"), rank=claim.rank, scale=claim.scale)


def _two_scales(claim: StandingClaim, claims: Iterable[StandingClaim]) -> str:
    """That there may be two scales of this size, where a rank has two words or a word two ranks."""
    same_size = {(one.rank, one.level) for one in claims if one.level is not None and one.scale == claim.scale}
    ranks, levels = {rank for rank, _ in same_size}, {level for _, level in same_size}
    return "" if len(same_size) == len(ranks) == len(levels) else text.TWO_SCALES


def _standing_so(
    indicator: Indicator,
    first: StandingClaim,
    second: StandingClaim,
    said_first: str,
    said_second: str,
    caution: str,
) -> Conflict:
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
