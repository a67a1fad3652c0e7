"""What must hold between the parts of a plan; every check yields faults and none of them stops another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, assert_never

from civicplan.errors import Fault
from civicplan.model.claim import BreakdownClaim, Claim, CountClaim, GrowthClaim, ShareClaim, StatusClaim, VerdictClaim
from civicplan.model.indicator import Direction, Indicator
from civicplan.model.target import IN_UNITS, Relative, Target, Threshold
from civicplan.values import BoundKind
from civicplan.values.bound import LOWER_BOUNDS, UPPER_BOUNDS

_DEEPEST_OUTLINE = 20
_DATED = (Threshold, Relative)
#: The bounds on a level that each declared direction rules out.
CONTRARY: dict[Direction | None, tuple[BoundKind, ...]] = {
    Direction.HIGHER: UPPER_BOUNDS,
    Direction.LOWER: LOWER_BOUNDS,
}

if TYPE_CHECKING:
    from civicplan.model.plan import Plan


def faults_of(plan: Plan) -> tuple[Fault, ...]:
    """Every fault between the parts of the plan, in the order of the plan."""
    checks = (
        _deep_sections,
        _repeated_ids,
        _targets,
        _cycles,
        _unknown_members,
        _unknown_subjects,
        _repeated_deliverables,
    )
    return tuple(fault for check in checks for fault in check(plan))


def _deep_sections(plan: Plan) -> Iterator[Fault]:
    level, depth = list(plan.sections), 0
    while level:
        level, depth = [inner for section in level for inner in section.sections], depth + 1
        if depth > _DEEPEST_OUTLINE:
            yield Fault("$.sections", f"nested more than {_DEEPEST_OUTLINE} levels deep; an outline has four ranks")
            return


def _repeated_ids(plan: Plan) -> Iterator[Fault]:
    parts = [
        (part.id, kind, index)
        for kind in ("indicators", "goals", "tasks")
        for index, part in enumerate(getattr(plan, kind))
    ]
    first: dict[str, tuple[str, str, int]] = {}
    for part in parts:
        id, kind, index = part
        if first.setdefault(id, part) is not part:
            _, earlier, place = first[id]
            message = f"'{id}' is used already by $.{earlier}[{place}].id; give each part an id of its own"
            yield Fault(f"$.{kind}[{index}].id", message, id)


def _targets(plan: Plan) -> Iterator[Fault]:
    known = {indicator.id for indicator in plan.indicators}
    for row, indicator in enumerate(plan.indicators):
        for column, target in enumerate(indicator.targets):
            for field, message in _wrong(plan, known, indicator, target):
                yield Fault(f"$.indicators[{row}].targets[{column}].{field}", message)


def _wrong(plan: Plan, known: set[str], indicator: Indicator, target: Target) -> Iterator[tuple[str, str]]:
    """The field of a target that is wrong, and what is wrong with it."""
    if not isinstance(target, _DATED):
        return
    if target.period is not None and not target.period.lies_in(plan.period):
        yield "period", f"{target.period} is outside the plan period {plan.period}"
    if isinstance(target, Relative):
        if target.reference not in known:
            yield "reference", f"no indicator has the id '{target.reference}'"
    elif _contradicts(indicator.direction, target):
        yield (
            "bound",
            (
                f"{target.bound} contradicts the declared direction '{indicator.direction}' of '{indicator.id}'; "
                "turn the sign, or declare the other direction"
            ),
        )


def _contradicts(direction: Direction | None, target: Threshold) -> bool:
    return target.measure in IN_UNITS and target.bound.kind in CONTRARY.get(direction, ())


def _cycles(plan: Plan) -> Iterator[Fault]:
    references: dict[str, list[str]] = {}
    for indicator in plan.indicators:
        for target in indicator.targets:
            if isinstance(target, Relative):
                references.setdefault(indicator.id, []).append(target.reference)
    if not (unresolved := _members_of_cycles(references)):
        return
    for row, indicator in enumerate(plan.indicators):
        if indicator.id in unresolved:
            through = ", ".join(references[indicator.id])
            message = f"'{indicator.id}' is held against itself, directly or through {through}"
            yield Fault(f"$.indicators[{row}].targets", message)


def _members_of_cycles(references: dict[str, list[str]]) -> set[str]:
    """What is left after peeling off, again and again, what refers to nothing left and what nothing left refers to."""
    outgoing = _peel({id: set(targets) & references.keys() for id, targets in references.items()})
    incoming: dict[str, set[str]] = {id: set() for id in outgoing}
    for id, targets in outgoing.items():
        for target in targets:
            incoming[target].add(id)
    return set(_peel(incoming))


def _peel(links: dict[str, set[str]]) -> dict[str, set[str]]:
    """The nodes from which one can walk for ever, with the links among them."""
    backwards: dict[str, list[str]] = {id: [] for id in links}
    for id, targets in links.items():
        for target in targets:
            backwards[target].append(id)
    open_links = {id: len(targets) for id, targets in links.items()}
    ends = [id for id, count in open_links.items() if count == 0]
    while ends:
        for id in backwards[ends.pop()]:
            open_links[id] -= 1
            if open_links[id] == 0:
                ends.append(id)
    left = {id for id, count in open_links.items() if count}
    return {id: links[id] & left for id in links if id in left}


def _unknown_members(plan: Plan) -> Iterator[Fault]:
    known = {"indicators": {part.id for part in plan.indicators}, "tasks": {part.id for part in plan.tasks}}
    lists = [(f"$.goals[{row}]", "indicators", goal.indicators) for row, goal in enumerate(plan.goals)]
    lists += [(f"$.goals[{row}]", "tasks", goal.tasks) for row, goal in enumerate(plan.goals)]
    lists += [(f"$.boxes[{row}]", "indicators", box.indicators) for row, box in enumerate(plan.boxes)]
    for path, kind, ids in lists:
        for index, id in enumerate(ids):
            if id not in known[kind]:
                yield Fault(f"{path}.{kind}[{index}]", f"no {kind.removesuffix('s')} has the id '{id}'")


def _unknown_subjects(plan: Plan) -> Iterator[Fault]:
    known = {kind: {part.id for part in getattr(plan, f"{kind}s")} for kind in ("indicator", "goal", "task")}
    known["part"] = {plan.id}.union(*known.values())
    for index, claim in enumerate(plan.claims):
        for place, kind, id in _references(claim):
            if id not in known[kind]:
                yield Fault(f"$.claims[{index}].{place}", f"no {kind} has the id '{id}'")


def _references(claim: Claim) -> list[tuple[str, str, str]]:
    """The ids that a claim names: the field, the kind of part that must bear the id, the id."""
    match claim:
        case VerdictClaim(subjects=ids):
            return [(f"subjects[{position}]", "indicator", id) for position, id in enumerate(ids)]
        case GrowthClaim(subject=id):
            return [("subject", "indicator", id)]
        case StatusClaim(subject=id):
            return [("subject", "task", id)]
        case BreakdownClaim(subject=id, members=ids):
            members = [(f"members[{position}]", "indicator", member) for position, member in enumerate(ids)]
            return [("subject", "part", id), *members]
        case ShareClaim(subject=id):
            return [("subject", "part", id)]
        case CountClaim():
            return []
        case _:
            assert_never(claim)


def _repeated_deliverables(plan: Plan) -> Iterator[Fault]:
    for row, task in enumerate(plan.tasks):
        counts = Counter(str(deliverable.subject) for deliverable in task.deliverables)
        for subject, count in counts.items():
            if count > 1:
                yield Fault(f"$.tasks[{row}].deliverables", f"'{subject}' is planned {count} times; give one amount")
