"""What must hold between the parts of a plan; every check yields faults and none of them stops another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import assert_never

from civicplan.errors import Fault, describe
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
from civicplan.model.outline import Box, Section
from civicplan.model.target import IN_UNITS, Delegated, Qualitative, Relative, Threshold
from civicplan.model.task import Task
from civicplan.values import BoundKind, Period
from civicplan.values.bound import LOWER_BOUNDS, UPPER_BOUNDS
from civicplan.values.vocabulary import Direction

_DEEPEST_OUTLINE = 20
#: Each cycle costs a walk over all references, so that a file of cycles alone must not have them all named.
_MOST_CYCLES = 100
#: The bounds on a level that each declared direction rules out.
CONTRARY: dict[Direction | None, tuple[BoundKind, ...]] = {
    Direction.HIGHER: UPPER_BOUNDS,
    Direction.LOWER: LOWER_BOUNDS,
}


def outline_faults(sections: Sequence[Section]) -> Iterator[Fault]:
    """Yield a fault when sections lie in sections deeper than any outline goes."""
    level = list(sections)
    for _ in range(_DEEPEST_OUTLINE):
        level = [inner for section in level for inner in section.sections]
    if level:
        yield Fault("$.sections", f"nested more than {_DEEPEST_OUTLINE} levels deep; an outline has four ranks")


def id_faults(indicators: Iterable[Indicator], goals: Iterable[Goal], tasks: Iterable[Task]) -> Iterator[Fault]:
    """Yield a fault for every indicator, goal or task whose id an earlier one bears."""
    ids = [("indicators", row, indicator.id) for row, indicator in enumerate(indicators)]
    ids += [("goals", row, goal.id) for row, goal in enumerate(goals)]
    ids += [("tasks", row, task.id) for row, task in enumerate(tasks)]
    first: dict[str, tuple[str, int]] = {}
    for kind, row, id in ids:
        earlier_kind, earlier_row = first.setdefault(id, (kind, row))
        if (earlier_kind, earlier_row) != (kind, row):
            message = (
                f"{describe(id)} is used already by $.{earlier_kind}[{earlier_row}].id; give each part an id of its own"
            )
            yield Fault(f"$.{kind}[{row}].id", message, id)


def target_faults(indicators: Sequence[Indicator], plan_period: Period) -> Iterator[Fault]:
    """Yield a fault for every target outside the plan period, without a reference, or against the direction."""
    ids = {indicator.id for indicator in indicators}
    for row, indicator in enumerate(indicators):
        for column, target in enumerate(indicator.targets):
            if not isinstance(target, Delegated):
                for field, message in _wrong_fields(target, indicator, ids, plan_period):
                    yield Fault(f"$.indicators[{row}].targets[{column}].{field}", message)


def _wrong_fields(
    target: Threshold | Relative | Qualitative, indicator: Indicator, ids: set[str], plan_period: Period
) -> Iterator[tuple[str, str]]:
    """The fields of a target that are wrong, each with what is wrong with it."""
    if target.period is not None and not _is_due_within(target.period, plan_period):
        yield "period", f"{target.period} ends outside the plan period {plan_period}"
    match target:
        case Relative(reference=reference) if reference not in ids:
            yield "reference", f"no indicator has the id {describe(reference)}"
        case Threshold(bound=bound, measure=measure) if measure in IN_UNITS and bound.kind in CONTRARY.get(
            indicator.direction, ()
        ):
            contradiction = f"{bound} contradicts the declared direction '{indicator.direction}'"
            advice = "turn the sign, or declare the other direction"
            yield "bound", f"{contradiction} of {describe(indicator.id)}; {advice}"


def _is_due_within(period: Period, plan_period: Period) -> bool:
    """True where it ends within the plan period; it may begin before, as where a plan counts from an older base."""
    return plan_period.start_key < period.end_key <= plan_period.end_key


def cycle_faults(indicators: Sequence[Indicator]) -> Iterator[Fault]:
    """Yield a fault for every cycle of relative targets, at the first of its indicators."""
    rows: dict[str, int] = {}
    references: dict[str, set[str]] = {}
    for row, indicator in enumerate(indicators):
        for target in indicator.targets:
            if isinstance(target, Relative):
                rows.setdefault(indicator.id, row)
                references.setdefault(indicator.id, set()).add(target.reference)
    for _ in range(_MOST_CYCLES):
        cycle = _cycle_in(references)
        if not cycle:
            return
        first = min(cycle, key=rows.__getitem__)
        place = cycle.index(first)
        path = " → ".join(describe(id) for id in (*cycle[place:], *cycle[: place + 1]))
        yield Fault(
            f"$.indicators[{rows[first]}].targets", f"compares {describe(first)} with itself: {path}; break the cycle"
        )
        for id in cycle:
            del references[id]


def _cycle_in(references: dict[str, set[str]]) -> list[str]:
    """Return the ids along a cycle of references, each referring to the next and the last to the first; [] of none."""
    try:
        TopologicalSorter(references).prepare()
    except CycleError as error:
        # Graphlib names the first one again at the end, and each before the one that refers to it.
        backwards: list[str] = error.args[1]
        return backwards[:0:-1]
    return []


def member_faults(
    goals: Iterable[Goal], boxes: Iterable[Box], indicators: Iterable[Indicator], tasks: Iterable[Task]
) -> Iterator[Fault]:
    """Yield a fault for every id in a goal or a box that no part of the right kind bears."""
    indicator_ids, task_ids = {indicator.id for indicator in indicators}, {task.id for task in tasks}
    for row, goal in enumerate(goals):
        yield from _unknown_ids(f"$.goals[{row}].indicators", "indicator", goal.indicators, indicator_ids)
        yield from _unknown_ids(f"$.goals[{row}].tasks", "task", goal.tasks, task_ids)
    for row, box in enumerate(boxes):
        yield from _unknown_ids(f"$.boxes[{row}].indicators", "indicator", box.indicators, indicator_ids)


def _unknown_ids(path: str, kind: str, ids: Sequence[str], known: set[str]) -> Iterator[Fault]:
    for index, id in enumerate(ids):
        if id not in known:
            yield Fault(f"{path}[{index}]", f"no {kind} has the id {describe(id)}")


def claim_faults(
    claims: Iterable[Claim],
    plan_id: str,
    indicators: Iterable[Indicator],
    goals: Iterable[Goal],
    tasks: Iterable[Task],
) -> Iterator[Fault]:
    """Yield a fault for every id in a claim that no part of the right kind bears."""
    known = {"indicator": {part.id for part in indicators}, "task": {part.id for part in tasks}}
    known["part"] = {plan_id, *(goal.id for goal in goals)}.union(*known.values())
    for index, claim in enumerate(claims):
        for field, kind, id in _references(claim):
            if id not in known[kind]:
                yield Fault(f"$.claims[{index}].{field}", f"no {kind} has the id {describe(id)}")


def _references(claim: Claim) -> list[tuple[str, str, str]]:
    """The ids that a claim names: the field, the kind of part that must bear the id, the id."""
    match claim:
        case VerdictClaim(subjects=ids) | StandingClaim(subjects=ids):
            return [(f"subjects[{position}]", "indicator", id) for position, id in enumerate(ids)]
        case GrowthClaim(subject=id):
            return [("subject", "indicator", id)]
        case GapClaim(subject=id, reference=reference):
            others = [] if reference is None else [("reference", "indicator", reference)]
            return [("subject", "indicator", id), *others]
        case StatusClaim(subject=id):
            return [("subject", "task", id)]
        case BreakdownClaim(subject=id, members=ids):
            members = [(f"members[{position}]", "indicator", member) for position, member in enumerate(ids)]
            return [("subject", "part", id), *members]
        case ShareClaim(subject=id):
            return [("subject", "part", id)]
        case CountClaim(counted=counted, members=ids):
            kind = "indicator" if counted is Counted.INDICATORS else "task"
            return [(f"members[{position}]", kind, id) for position, id in enumerate(ids)]
        case _:
            assert_never(claim)


def deliverable_faults(tasks: Iterable[Task]) -> Iterator[Fault]:
    """Yield a fault for everything that one task plans more than once."""
    for row, task in enumerate(tasks):
        counts = Counter(str(deliverable.subject) for deliverable in task.deliverables)
        for subject, count in counts.items():
            if count > 1:
                yield Fault(
                    f"$.tasks[{row}].deliverables", f"{describe(subject)} is planned {count} times; give one amount"
                )
