"""Lists that a document offers as complete, and the indicators that they leave out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from civicplan.auditing._conflicts import Conflict, by_day, two_documents
from civicplan.auditing._words import name_of
from civicplan.auditing.case import OPPOSITE, Case
from civicplan.model import Indicator, Standing, StandingClaim, VerdictClaim
from civicplan.render import findings as text
from civicplan.render.message import Message, fill
from civicplan.render.words import as_it_is, in_words

#: Complete lists of these leave no other standing for what is in none of them.
_ALL_STANDINGS = {Standing.AHEAD, Standing.ON_TRACK, Standing.BEHIND}


def left_out(
    case: Case, verdicts: Sequence[VerdictClaim], standings: Sequence[StandingClaim]
) -> Iterator[tuple[str, Conflict]]:
    """Yield the id of each indicator with a target that complete lists leave out together, and how they do."""
    rows = [indicator for indicator in case.plan.indicators if indicator.targets]
    yield from _in_neither_list(case, rows, verdicts)
    for same_day in by_day(standings):
        named = {id for claim in same_day for id in claim.subjects}
        unnamed = [row for row in rows if row.id not in named]
        for lists in _complete_together(same_day):
            yield from ((row.id, _in_none(row, lists)) for row in unnamed)


def _in_neither_list(
    case: Case, rows: Sequence[Indicator], claims: Sequence[VerdictClaim]
) -> Iterator[tuple[str, Conflict]]:
    """What is neither in the complete lists of the targets met nor in those of the targets not met."""
    met, missed = ([one for one in claims if one.exhaustive and one.verdict is word] for word in OPPOSITE)
    if not met or not missed:
        return
    anywhere = {id for claim in claims for id in claim.subjects}
    listed = [case.plan[id] for id in dict.fromkeys(id for claim in (*met, *missed) for id in claim.subjects)]
    marks = {mark for row in listed for mark in _marks_of(row)}
    natures, headings = {row.nature for row in listed}, {row.category for row in listed}
    documents = two_documents(*met, *missed)
    for row in rows:
        if row.id not in anywhere:
            is_of_a_part = bool(listed) and not (row.nature in natures and row.category in headings)
            yield (
                row.id,
                Conflict(
                    first=met[0],
                    second=missed[0],
                    said_first=Message(text.OMITTED_FROM_MET),
                    said_second=Message(text.OMITTED_FROM_SHORTFALLS),
                    sentence=fill(text.IN_NEITHER_LIST, name=name_of(row)),
                    cautions=(
                        "" if case.assessment[row.id].verdict in OPPOSITE else text.NOT_RATED,
                        text.NAMED_BY_ANOTHER_ROW if marks.intersection(_marks_of(row)) else "",
                        text.LIST_OF_A_PART if is_of_a_part else "",
                        documents,
                    ),
                ),
            )


def _marks_of(row: Indicator) -> Iterator[tuple[str, str]]:
    """By what the rows of one indicator are known: one number, one group, or a group that has the name of a row."""
    if row.number:
        yield "number", row.number
    if row.group:
        yield "name", str(row.group)
    yield "name", str(row.name)


def _complete_together(same_day: Sequence[StandingClaim]) -> Iterator[Sequence[StandingClaim]]:
    """The complete lists of one day that leave no other standing, or no other level of a scale."""
    complete = [claim for claim in same_day if claim.exhaustive]
    of_standings = [claim for claim in complete if claim.standing is not None]
    if {claim.standing for claim in of_standings} >= _ALL_STANDINGS:
        yield of_standings
    by_scale: dict[int | None, list[StandingClaim]] = {}
    for claim in complete:
        by_scale.setdefault(claim.scale, []).append(claim)
    for scale, of_scale in by_scale.items():
        if scale is not None and len({claim.rank for claim in of_scale}) == scale > 1:
            yield of_scale


def _in_none(indicator: Indicator, lists: Sequence[StandingClaim]) -> Conflict:
    first, last = lists[0], lists[-1]
    return Conflict(
        first=first,
        second=last,
        said_first=fill(text.NOT_IN_THE_LIST, words=_words(first)),
        said_second=fill(text.NOT_IN_THE_LIST, words=_words(last)),
        sentence=fill(text.IN_NO_LIST, name=name_of(indicator), period=first.period),
        cautions=(text.NOT_RATED,),
    )


def _words(claim: StandingClaim) -> Message:
    """The standing or the level that a claim states."""
    if claim.standing is not None:
        return in_words(claim.standing)
    assert claim.level is not None, "a claim without a standing has a level"
    return as_it_is(claim.level)
