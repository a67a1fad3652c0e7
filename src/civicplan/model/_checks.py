"""What must hold between the parts of a plan; every check yields faults and none of them stops another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from civicplan.errors import Fault, describe
from civicplan.model._references import Reference
from civicplan.model.goal import Goal
from civicplan.model.indicator import Indicator
from civicplan.model.outline import Section
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
    """Yield a fault for every target outside the plan period, or against the direction."""
    for row, indicator in enumerate(indicators):
        for column, target in enumerate(indicator.targets):
            if not isinstance(target, Delegated):
                for field, message in _wrong_fields(target, indicator, plan_period):
                    yield Fault(f"$.indicators[{row}].targets[{column}].{field}", message)


def _wrong_fields(
    target: Threshold | Relative | Qualitative, indicator: Indicator, plan_period: Period
) -> Iterator[tuple[str, str]]:
    """The fields of a target that are wrong, each with what is wrong with it."""
    if target.period is not None and not is_due_within(target.period, plan_period):
        yield "period", f"{target.period} ends outside the plan period {plan_period}"
    if isinstance(target, Threshold) and target.measure in IN_UNITS:
        bound, direction = target.bound, indicator.direction
        if bound.kind in CONTRARY.get(direction, ()):
            contradiction = f"{bound} contradicts the declared direction '{direction}' of {describe(indicator.id)}"
            yield "bound", f"{contradiction}; turn the sign, or declare the other direction"


def is_due_within(period: Period, plan_period: Period) -> bool:
    """Return whether it ends within the plan period; it may begin before, as where a plan counts from an older base."""
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


def reference_faults(references: Iterable[Reference], ids: Mapping[str, Container[str]]) -> Iterator[Fault]:
    """Yield a fault for every reference to an id that no part of the right kind bears.

    Args:
        references: The references.
        ids: The ids that there are, by the kind of part that bears them.
    """
    for path, kind, id in references:
        if id not in ids[kind]:
            yield Fault(path, f"no {kind} has the id {describe(id)}")


def deliverable_faults(tasks: Iterable[Task]) -> Iterator[Fault]:
    """Yield a fault for everything that one task plans more than once."""
    for row, task in enumerate(tasks):
        counts = Counter(str(deliverable.subject) for deliverable in task.deliverables)
        for subject, count in counts.items():
            if count > 1:
                yield Fault(
                    f"$.tasks[{row}].deliverables", f"{describe(subject)} is planned {count} times; give one amount"
                )
