"""References: every place of a plan that names another part by its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, assert_never

from civicplan.model.claim import (
    BreakdownClaim,
    Claim,
    CountClaim,
    GapClaim,
    GrowthClaim,
    ShareClaim,
    StandingClaim,
    StatusClaim,
    VerdictClaim,
)
from civicplan.model.claim_words import Counted
from civicplan.model.goal import Goal
from civicplan.model.indicator import Indicator
from civicplan.model.outline import Box
from civicplan.model.target import Relative


class Reference(NamedTuple):
    """One place that names a part.

    Attributes:
        path: The place, as a path from the root.
        kind: The kind of part that must bear the id: "indicator", "task", or "part" for any, the plan included.
        id: The id.
    """

    path: str
    kind: str
    id: str


def references(
    indicators: Sequence[Indicator], goals: Iterable[Goal], boxes: Iterable[Box], claims: Iterable[Claim]
) -> Iterator[Reference]:
    """Yield every reference between the parts of a plan: those of its targets, goals, boxes and claims."""
    for row, indicator in enumerate(indicators):
        for column, target in enumerate(indicator.targets):
            if isinstance(target, Relative):
                path = f"$.indicators[{row}].targets[{column}].reference"
                yield Reference(path, "indicator", target.reference)
    for row, goal in enumerate(goals):
        yield from _listed(f"$.goals[{row}].indicators", "indicator", goal.indicators)
        yield from _listed(f"$.goals[{row}].tasks", "task", goal.tasks)
    for row, box in enumerate(boxes):
        yield from _listed(f"$.boxes[{row}].indicators", "indicator", box.indicators)
    for row, claim in enumerate(claims):
        yield from _of_claim(f"$.claims[{row}]", claim)


def _listed(path: str, kind: str, ids: Iterable[str]) -> Iterator[Reference]:
    return (Reference(f"{path}[{place}]", kind, id) for place, id in enumerate(ids))


def _of_claim(path: str, claim: Claim) -> Iterator[Reference]:
    match claim:
        case VerdictClaim(subjects=ids) | StandingClaim(subjects=ids):
            yield from _listed(f"{path}.subjects", "indicator", ids)
        case GrowthClaim(subject=id):
            yield Reference(f"{path}.subject", "indicator", id)
        case GapClaim(subject=id, reference=reference):
            yield Reference(f"{path}.subject", "indicator", id)
            if reference is not None:
                yield Reference(f"{path}.reference", "indicator", reference)
        case StatusClaim(subject=id):
            yield Reference(f"{path}.subject", "task", id)
        case BreakdownClaim(subject=id, members=ids):
            yield Reference(f"{path}.subject", "part", id)
            yield from _listed(f"{path}.members", "indicator", ids)
        case ShareClaim(subject=id):
            yield Reference(f"{path}.subject", "part", id)
        case CountClaim(counted=counted, members=ids):
            yield from _listed(f"{path}.members", "indicator" if counted is Counted.INDICATORS else "task", ids)
        case _:
            assert_never(claim)
