"""Targets as the table of a plan would print them."""

from __future__ import annotations

from typing import assert_never

from civicplan.model.target import Delegated, Qualitative, Relative, Target, Threshold
from civicplan.render import phrases
from civicplan.render.message import Message, fill
from civicplan.render.words import in_measure


def target_text(target: Target, *, reference: str | None = None) -> Message:
    """Return a target as the table of a plan would print it.

    Args:
        target: The target.
        reference: What the indicator is called that a relative target is compared with; None shows its id.
    """
    match target:
        case Threshold(bound=bound, measure=measure):
            return in_measure(bound, measure)
        case Relative(relation=relation, reference=id, tolerance=tolerance):
            return fill(
                phrases.RELATIONS[relation, tolerance is not None], reference=reference or id, tolerance=tolerance
            )
        case Delegated(authority=authority):
            return fill(phrases.DELEGATED, authority=authority)
        case Qualitative(text=text):
            return fill(phrases.QUALITATIVE, text=text)
        case _:
            assert_never(target)


def target_and_due(target: Target, *, reference: str | None = None) -> Message:
    """Return a target with the period for which it states one.

    Args:
        target: The target.
        reference: What the indicator is called that a relative target is compared with; None shows its id.
    """
    return and_due(target, target_text(target, reference=reference))


def and_due(target: Target, text: Message) -> Message:
    """Return the text of a target with the period for which the target states one."""
    due = None if isinstance(target, Delegated) else target.period
    return text if due is None else fill(phrases.WITH_PERIOD, figure=text, period=due)
