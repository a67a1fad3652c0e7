"""How findings name the parts of a plan and their figures."""

from __future__ import annotations

from collections.abc import Iterable

from civicplan.evidence import Actual
from civicplan.evidence.printed import are_counted, by_its_digits
from civicplan.model import Goal, Indicator, Observation, Plan, Task
from civicplan.render import phrases
from civicplan.render.findings import range_sentence
from civicplan.render.message import Message, fill, joined
from civicplan.render.words import full_name, in_measure
from civicplan.values import Figure, Text


def name_of(indicator: Indicator) -> Message:
    """Return the indicator's name with its group."""
    return full_name(indicator.group, indicator.name)


def part_in(plan: Plan, id: str) -> Indicator | Goal | Task | Plan:
    """Return the part of the plan with this id, or the plan itself."""
    parts: tuple[Indicator | Goal | Task, ...] = (*plan.indicators, *plan.goals, *plan.tasks)
    return next((part for part in parts if part.id == id), plan)


def name_in(plan: Plan, id: str) -> Message | Text:
    """Return the name of the part of the plan with this id, or the plan's own title."""
    part = part_in(plan, id)
    return name_of(part) if isinstance(part, Indicator) else part.title


def names_in(plan: Plan) -> dict[str, Message]:
    """Return what the parts of the plan and the plan itself are called, by their ids, with the numbers they bear."""
    return {
        plan.id: full_name(None, plan.title),
        **{goal.id: full_name(None, goal.title) for goal in plan.goals},
        **{task.id: full_name(None, task.title, task.number) for task in plan.tasks},
        **{row.id: full_name(row.group, row.name, row.number) for row in plan.indicators},
    }


def inputs_text(inputs: Iterable[Observation]) -> Message:
    """Return published figures with their periods."""
    figures = (
        fill(phrases.INPUT, figure=in_measure(printed.figure, printed.measure), period=printed.period)
        for printed in inputs
    )
    return joined(phrases.LAST_FIGURE, figures)


def range_text(indicator: Indicator, actual: Actual, like: Figure) -> str:
    """Return from where to where unprinted digits let what was derived lie; nothing where all of it was counted.

    No digit is left out of counts: a quotient or a root of them only ends where numbers do.

    Args:
        indicator: The indicator.
        actual: What was derived.
        like: The stated figure beside which it stands.
    """
    is_exact = are_counted(indicator)
    intervals = (by_its_digits(figure, is_exact=is_exact) for figure in actual.inputs)
    is_open = any(interval.width != 0 for interval in intervals)
    return range_sentence(actual.interval, like) if is_open else ""


def notes_about(plan: Plan, id: str, *notes: Text | None) -> Message:
    """Return what was noted about reading a part of the plan and a claim about it; goals and plans bear no notes."""
    part = part_in(plan, id)
    return notes_text(part.notes if isinstance(part, Indicator | Task) else None, *notes)


def notes_text(*notes: Text | None) -> Message:
    """Return what was noted about reading a row and a claim."""
    return joined(phrases.NEXT_ENTRY, filter(None, notes))
