"""What must hold between the parts of a plan; every check yields faults and none of them stops another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from civicplan.errors import Fault
from civicplan.model.claim import CountClaim, GrowthClaim, StatusClaim, VerdictClaim
from civicplan.model.indicator import Direction, Indicator
from civicplan.model.target import Measure, Relative, Threshold

if TYPE_CHECKING:
    from civicplan.model.plan import Plan

_CONTRADICTED = {Direction.HIGHER: "is_cap", Direction.LOWER: "is_floor"}


def faults_of(plan: Plan) -> tuple[Fault, ...]:
    """Every fault between the parts of the plan, in the order of the plan."""
    checks = (_repeated_ids, _targets, _cycles, _unknown_members, _unknown_subjects, _repeated_deliverables)
    return tuple(fault for check in checks for fault in check(plan))


def _repeated_ids(plan: Plan) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for kind in ("indicators", "goals", "tasks"):
        for index, part in enumerate(getattr(plan, kind)):
            path = f"$.{kind}[{index}].id"
            if part.id in seen:
                yield Fault(path, f"'{part.id}' is used already by {seen[part.id]}; give each part an id of its own")
            seen.setdefault(part.id, path)


def _targets(plan: Plan) -> Iterator[Fault]:
    known = {indicator.id for indicator in plan.indicators}
    for row, indicator in enumerate(plan.indicators):
        for column, target in enumerate(indicator.targets):
            path = f"$.indicators[{row}].targets[{column}]"
            if not isinstance(target, Threshold | Relative):
                continue
            if target.period is not None and not target.period.lies_in(plan.period):
                yield Fault(f"{path}.period", f"{target.period} is outside the plan period {plan.period}")
            if isinstance(target, Relative):
                if target.reference not in known:
                    yield Fault(f"{path}.reference", f"no indicator has the id '{target.reference}'")
            else:
                yield from _contradiction(path, indicator, target)


def _contradiction(path: str, indicator: Indicator, target: Threshold) -> Iterator[Fault]:
    wrong_side = _CONTRADICTED.get(indicator.direction) if indicator.direction else None
    if wrong_side and target.measure in (Measure.LEVEL, Measure.TOTAL) and getattr(target.bound, wrong_side):
        message = (
            f"{target.bound} contradicts the declared direction '{indicator.direction}' of '{indicator.id}'; "
            "turn the sign, or declare the other direction"
        )
        yield Fault(f"{path}.bound", message)


def _cycles(plan: Plan) -> Iterator[Fault]:
    references = {
        indicator.id: [target.reference for target in indicator.targets if isinstance(target, Relative)]
        for indicator in plan.indicators
    }
    unresolved = _members_of_cycles(references)
    for row, indicator in enumerate(plan.indicators):
        if indicator.id in unresolved:
            yield Fault(
                f"$.indicators[{row}].targets",
                f"'{indicator.id}' is held against itself, directly or through {', '.join(references[indicator.id])}",
            )


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
    indicators = {part.id for part in plan.indicators}
    tasks = {part.id for part in plan.tasks}
    for index, claim in enumerate(plan.claims):
        path = f"$.claims[{index}]"
        match claim:
            case VerdictClaim(subjects=subjects):
                for position, id in enumerate(subjects):
                    if id not in indicators:
                        yield Fault(f"{path}.subjects[{position}]", f"no indicator has the id '{id}'")
            case GrowthClaim(subject=id) if id not in indicators:
                yield Fault(f"{path}.subject", f"no indicator has the id '{id}'")
            case StatusClaim(subject=id) if id not in tasks:
                yield Fault(f"{path}.subject", f"no task has the id '{id}'")
            case GrowthClaim() | StatusClaim() | CountClaim():
                continue


def _repeated_deliverables(plan: Plan) -> Iterator[Fault]:
    for row, task in enumerate(plan.tasks):
        counts = Counter(str(deliverable.subject) for deliverable in task.deliverables)
        for subject, count in counts.items():
            if count > 1:
                yield Fault(f"$.tasks[{row}].deliverables", f"'{subject}' is planned {count} times; give one amount")
