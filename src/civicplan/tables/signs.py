"""Which figures meet a target: by its own sign, else by the direction that is declared; nothing else decides it."""

from __future__ import annotations

from attrs import frozen

from civicplan.model import Direction, Measure, Observation
from civicplan.model._checks import CONTRARY
from civicplan.model.target import IN_UNITS
from civicplan.reading import Diagnostic
from civicplan.tables.figures import ReadFigure
from civicplan.tables.said import left_out, read_anyway
from civicplan.values import Bound, Figure

_SIGNED = {Direction.HIGHER: Bound.at_least, Direction.LOWER: Bound.at_most}


@frozen(kw_only=True)
class Side:
    """What is declared of the better side of an indicator.

    Attributes:
        direction: Which levels are better; None where nothing says so.
        is_for_all: True where the user declares it for all rows, and none says it of its own.
        baseline: The level that the plan starts from.
    """

    direction: Direction | None
    is_for_all: bool
    baseline: Observation | None


def bound_of(figure: ReadFigure, printed: Figure | Bound, side: Side) -> Bound | Diagnostic:
    """Return the bound that a target in numbers is, or why nothing decides it.

    Args:
        figure: The target.
        printed: What it says.
        side: What is declared of the indicator.
    """
    number = printed.figure if isinstance(printed, Bound) else printed
    if figure.measure is Measure.REDUCTION and number < 0:
        return _left(figure, "negative-reduction", positive=str(number).lstrip("-"))
    if isinstance(printed, Bound):
        return _own_sign(figure, printed, side)
    direction = Direction.HIGHER if figure.measure is Measure.REDUCTION else side.direction
    if direction is None or direction not in _SIGNED:
        return _left(figure, "target-without-sign", text=figure.raw.text)
    if figure.measure is Measure.CHANGE and number != 0 and (number > 0) != (direction is Direction.HIGHER):
        return _unclear_change(figure, number, direction)
    bound = _SIGNED[direction](number)
    # A direction for all rows may not have been meant for this one.
    return _met_before(figure, bound, side) if side.is_for_all and is_met_before(figure, bound, side) else bound


def _own_sign(figure: ReadFigure, bound: Bound, side: Side) -> Bound | Diagnostic:
    """Return the bound that is printed, unless the row itself declares the other direction."""
    is_contrary = figure.measure in IN_UNITS and bound.kind in CONTRARY.get(side.direction, ())
    if not is_contrary or side.is_for_all:
        return bound
    return _left(figure, "sign-against-direction", bound=bound, direction=side.direction)


def _unclear_change(figure: ReadFigure, number: Figure, direction: Direction) -> Diagnostic:
    digits, sign = str(number).lstrip("-"), "≥" if direction is Direction.HIGHER else "≤"
    return _left(figure, "unclear-change", direction=direction, rise=f"{sign}{digits}", fall=f"{sign}-{digits}")


def is_met_before(figure: ReadFigure, bound: Bound, side: Side) -> bool:
    """Return whether the baseline is beyond a target whose sign the direction gives, so that it may be a wrong one."""
    start = side.baseline
    if isinstance(figure.printed, Bound) or figure.measure is not Measure.LEVEL or start is None:
        return False
    return start.measure is Measure.LEVEL and start.number != bound.figure and bound.admits(start.number)


def met_before(figure: ReadFigure, bound: Bound, side: Side) -> Diagnostic:
    """Return what to know of a target that is read though the baseline is beyond it."""
    return read_anyway("target-met-by-baseline", figure.raw.place, figure.raw.text, **_words(bound, side))


def _met_before(figure: ReadFigure, bound: Bound, side: Side) -> Diagnostic:
    return _left(figure, "target-met-at-the-start", **_words(bound, side))


def _words(bound: Bound, side: Side) -> dict[str, object]:
    return {"bound": bound, "baseline": side.baseline and side.baseline.number, "direction": side.direction}


def is_turned(figure: ReadFigure, side: Side) -> bool:
    """Return whether the sign that is printed turns the direction that the user declares for all rows."""
    bound = figure.printed
    is_contrary = isinstance(bound, Bound) and bound.kind in CONTRARY.get(side.direction, ())
    return side.is_for_all and is_contrary and figure.measure in IN_UNITS


def _left(figure: ReadFigure, code: str, **words: object) -> Diagnostic:
    return left_out(code, figure.raw.place, figure.raw.text, **words)
