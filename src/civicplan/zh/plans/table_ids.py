"""Ids of indicators where several tables make one plan, in which every id stands once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from civicplan.model import (
    BreakdownClaim,
    CountClaim,
    GapClaim,
    GrowthClaim,
    Indicator,
    Relative,
    ShareClaim,
    StandingClaim,
    StatusClaim,
    VerdictClaim,
)
from civicplan.model.claim import Claim
from civicplan.reading import Diagnostic
from civicplan.zh.indicators.indicator_tables import IndicatorTable
from civicplan.zh.indicators.indicators import taken_id
from civicplan.zh.notices import Notice

SAME_NAME = Notice(
    "same-indicator",
    "A table before this one has an indicator of the same name; this one has the id {id}.",
    left_out=False,
)


def with_ids_of_their_own(tables: Sequence[IndicatorTable], said: list[Diagnostic]) -> list[IndicatorTable]:
    """Return the tables of one plan, in which no two indicators bear one id."""
    taken: dict[str, int] = {}
    distinct = []
    for table in tables:
        ids = {}
        for indicator in table.indicators:
            ids[indicator.id] = taken_id(indicator.id, taken)
            if ids[indicator.id] != indicator.id:
                line = indicator.source.line if indicator.source else None
                said.append(SAME_NAME.at(line or 1, str(indicator.name), id=ids[indicator.id]))
        distinct.append(_renamed(table, ids))
    return distinct


def _renamed(table: IndicatorTable, ids: Mapping[str, str]) -> IndicatorTable:
    if all(old == new for old, new in ids.items()):
        return table
    indicators = tuple(_renamed_indicator(indicator, ids) for indicator in table.indicators)
    return evolve(table, indicators=indicators, claims=tuple(_renamed_claim(claim, ids) for claim in table.claims))


def _renamed_indicator(indicator: Indicator, ids: Mapping[str, str]) -> Indicator:
    targets = tuple(
        evolve(target, reference=ids.get(target.reference, target.reference))
        if isinstance(target, Relative)
        else target
        for target in indicator.targets
    )
    return evolve(indicator, id=ids[indicator.id], targets=targets)


def _renamed_claim(claim: Claim, ids: Mapping[str, str]) -> Claim:
    def new(old: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(ids.get(id, id) for id in old)

    match claim:
        case VerdictClaim() | StandingClaim():
            return evolve(claim, subjects=new(claim.subjects))
        case CountClaim():
            return evolve(claim, members=new(claim.members))
        case BreakdownClaim():
            return evolve(claim, subject=new((claim.subject,))[0], members=new(claim.members))
        case GapClaim(reference=reference):
            return evolve(claim, subject=new((claim.subject,))[0], reference=reference and new((reference,))[0])
        case GrowthClaim() | ShareClaim() | StatusClaim():
            return evolve(claim, subject=new((claim.subject,))[0])
