"""Lists that a document offers as complete, and the indicators that they leave out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from civicplan.assessment import IndicatorAssessment
from civicplan.auditing._conflicts import Conflict, by_day, different_grounds, two_documents
from civicplan.auditing._words import name_of
from civicplan.auditing.case import OPPOSITE, Case
from civicplan.model import Indicator, Standing, StandingClaim, Verdict, VerdictClaim
from civicplan.render import findings as text
from civicplan.render.template import fill
from civicplan.render.words import in_words

#: Complete lists of these leave no other standing for what is in none of them.
_ALL_STANDINGS = {Standing.AHEAD, Standing.ON_TRACK, Standing.BEHIND}


def in_neither_list(case: Case, assessed: IndicatorAssessment, claims: Sequence[VerdictClaim]) -> Iterator[Conflict]:
    """Yield that an indicator is in neither the complete list of the targets met nor that of those not met."""
    indicator = assessed.indicator
    met, missed = _complete(claims, Verdict.MET), _complete(claims, Verdict.NOT_MET)
    is_named = any(indicator.id in claim.subjects for claim in claims)
    if not met or not missed or is_named or not indicator.targets:
        return
    yield Conflict(
        first=met[0],
        second=missed[0],
        said_first=text.OMITTED_FROM_MET,
        said_second=text.OMITTED_FROM_SHORTFALLS,
        sentence=fill(text.IN_NEITHER_LIST, name=name_of(indicator)),
        cautions=(
            "" if assessed.verdict in OPPOSITE else text.NOT_RATED,
            _beside_a_named_row(case, indicator, (*met, *missed)),
            _of_another_part(case, indicator, (*met, *missed)),
            two_documents(*met, *missed),
        ),
    )


def _complete(claims: Iterable[VerdictClaim], verdict: Verdict) -> list[VerdictClaim]:
    return [claim for claim in claims if claim.exhaustive and claim.verdict is verdict]


def _beside_a_named_row(case: Case, indicator: Indicator, claims: Iterable[VerdictClaim]) -> str:
    """That another row of the same number, group or name is in a list."""
    rows = _named_rows(case, claims)
    marks = {(field, str(value)) for row in rows for field, value in _marks_of(row)}
    is_beside = any((field, str(value)) in marks for field, value in _marks_of(indicator))
    return text.NAMED_BY_ANOTHER_ROW if is_beside else ""


def _marks_of(row: Indicator) -> Iterator[tuple[str, object]]:
    """By what rows of one indicator are known: one number, one group, or a group that has the name of a row."""
    if row.number:
        yield "number", row.number
    if row.group:
        yield "name", row.group
    yield "name", row.name


def _of_another_part(case: Case, indicator: Indicator, claims: Iterable[VerdictClaim]) -> str:
    """That no row in the lists is of the same nature, or under the same heading."""
    rows = _named_rows(case, claims)
    natures, headings = {row.nature for row in rows}, {row.category for row in rows}
    is_alike = not rows or (indicator.nature in natures and indicator.category in headings)
    return "" if is_alike else text.LIST_OF_A_PART


def _named_rows(case: Case, claims: Iterable[VerdictClaim]) -> list[Indicator]:
    return [case.plan[id] for claim in claims for id in claim.subjects]


def outside_its_list(indicator: Indicator, claims: Sequence[VerdictClaim]) -> Iterator[Conflict]:
    """Yield that an indicator is given a verdict but missing from the complete list of that verdict."""
    for claim in claims:
        lists = _complete(claims, claim.verdict)
        is_outside = lists and not any(indicator.id in one.subjects for one in lists)
        if indicator.id in claim.subjects and claim.verdict in OPPOSITE and is_outside:
            said = in_words(claim.verdict)
            yield Conflict(
                first=claim,
                second=lists[0],
                said_first=said,
                said_second=fill(text.NOT_IN_THE_LIST, words=said),
                sentence=fill(text.OUTSIDE_ITS_LIST, name=name_of(indicator), words=said),
                cautions=(text.LIST_OF_A_PART, *different_grounds(indicator, claim, lists[0])),
            )
            return


def in_none_of_the_lists(indicator: Indicator, claims: Sequence[StandingClaim]) -> Iterator[Conflict]:
    """Yield that an indicator is in none of the complete lists of all standings, or of all levels of a scale."""
    for same in by_day(claims) if indicator.targets else ():
        for lists in _complete_together(same):
            if not any(indicator.id in claim.subjects for claim in same):
                first, last = lists[0], lists[-1]
                said = fill(text.NOT_IN_THE_LIST, words=_words(last))
                yield Conflict(
                    first=first,
                    second=last,
                    said_first=fill(text.NOT_IN_THE_LIST, words=_words(first)),
                    said_second=said,
                    sentence=fill(text.IN_NO_LIST, name=name_of(indicator), period=first.period),
                    cautions=(text.NOT_RATED,),
                )


def _words(claim: StandingClaim) -> str:
    """The standing or the level that a claim states."""
    if claim.standing is not None:
        return in_words(claim.standing)
    assert claim.level is not None, "a claim without a standing has a level"
    return claim.level.in_language("en")


def _complete_together(same: Sequence[StandingClaim]) -> Iterator[Sequence[StandingClaim]]:
    """The complete lists of one day that leave no other standing, or no other level of a scale."""
    complete = [claim for claim in same if claim.exhaustive]
    of_standings = [claim for claim in complete if claim.standing is not None]
    if {claim.standing for claim in of_standings} >= _ALL_STANDINGS:
        yield of_standings
    for scale in dict.fromkeys(claim.scale for claim in complete if claim.scale is not None):
        of_scale = [claim for claim in complete if claim.scale == scale]
        if len({claim.rank for claim in of_scale}) == scale > 1:
            yield of_scale
