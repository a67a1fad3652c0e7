"""How findings name things and write numbers; never read back."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from civicplan.model import Goal, Indicator, Measure, Observation, Plan, Task
from civicplan.render.words import FEWEST_PLACES, in_measure
from civicplan.values import Figure, Interval, Source, Text
from civicplan.values._decimals import EXACT, decimal_text


def name_of(indicator: Indicator) -> str:
    """The indicator's English name with its group, or what it has instead."""
    return ": ".join(part.in_language("en") for part in (indicator.group, indicator.name) if part)


def part_in(plan: Plan, id: str) -> Indicator | Goal | Task | Plan:
    """Return the part of the plan with this id, or the plan itself."""
    parts: tuple[Indicator | Goal | Task, ...] = (*plan.indicators, *plan.goals, *plan.tasks)
    return next((part for part in parts if part.id == id), plan)


def name_in(plan: Plan, id: str) -> str:
    """Return the name of the part of the plan with this id, or the plan's own title."""
    part = part_in(plan, id)
    return name_of(part) if isinstance(part, Indicator) else part.title.in_language("en")


def number_text(value: Decimal, like: Figure) -> str:
    """A computed number with as many places as the stated one, two at least."""
    return decimal_text(value, max(like.places, FEWEST_PLACES))


def range_text(interval: Interval, like: Figure) -> str:
    """From where to where the unprinted digits let a computed number lie; empty where that excludes nothing."""
    if interval.low is None or interval.high is None or interval.low == interval.high:
        return ""
    # Rounded outwards the range must not look much wider than it is.
    width = EXACT.subtract(interval.high, interval.low).adjusted()
    unit = Decimal(1).scaleb(min(-max(like.places, FEWEST_PLACES), width), EXACT)
    low = interval.low.quantize(unit, rounding=ROUND_FLOOR, context=EXACT)
    high = interval.high.quantize(unit, rounding=ROUND_CEILING, context=EXACT)
    return f" (anywhere from {low:f} to {high:f} before rounding)"


def inputs_text(inputs: Iterable[Observation]) -> str:
    """Published figures with their periods."""
    return " and ".join(f"{in_measure(seen.figure, seen.measure)} for {seen.period}" for seen in inputs)


def measured(text: object, measure: Measure) -> str:
    """A number as a plan's table prints it in this measure."""
    return in_measure(text, measure)


def place_of(part: Indicator | Task, *closer: Source | None) -> Source | None:
    """The closest recorded place: the figure's own, else the row's."""
    return next((place for place in closer if place), part.source)


def places_of(indicator: Indicator, inputs: Iterable[Observation]) -> tuple[Source, ...]:
    """Where published figures stand, each place once."""
    found = (place_of(indicator, seen.source) for seen in inputs)
    return tuple(dict.fromkeys(place for place in found if place))


def because(caution: str) -> str:
    """A caution as the end of a sentence; nothing where there is none."""
    return f"; {caution}" if caution else ""


def reading(*notes: Text | None) -> str:
    """How row and claim were read, where somebody noted that."""
    return "; ".join(note.in_language("en") for note in notes if note)
