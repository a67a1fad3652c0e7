"""How findings name the parts of a plan and their figures."""

from __future__ import annotations

from collections.abc import Iterable

from civicplan.model import Goal, Indicator, Observation, Plan, Task
from civicplan.render.words import full_name, in_measure
from civicplan.values import Text


def name_of(indicator: Indicator) -> str:
    """Return the indicator's English name with its group, or what it has instead."""
    return full_name(indicator.group, indicator.name)


def part_in(plan: Plan, id: str) -> Indicator | Goal | Task | Plan:
    """Return the part of the plan with this id, or the plan itself."""
    parts: tuple[Indicator | Goal | Task, ...] = (*plan.indicators, *plan.goals, *plan.tasks)
    return next((part for part in parts if part.id == id), plan)


def name_in(plan: Plan, id: str) -> str:
    """Return the name of the part of the plan with this id, or the plan's own title."""
    part = part_in(plan, id)
    return name_of(part) if isinstance(part, Indicator) else part.title.in_language("en")


def inputs_text(inputs: Iterable[Observation]) -> str:
    """Return published figures with their periods."""
    return " and ".join(f"{in_measure(printed.figure, printed.measure)} for {printed.period}" for printed in inputs)


def notes_about(plan: Plan, id: str, *notes: Text | None) -> str:
    """Return what was noted about reading a part of the plan and a claim about it; goals and plans bear no notes."""
    part = part_in(plan, id)
    return notes_text(part.notes if isinstance(part, Indicator | Task) else None, *notes)


def notes_text(*notes: Text | None) -> str:
    """Return what was noted about reading a row and a claim."""
    return "; ".join(note.in_language("en") for note in notes if note)
