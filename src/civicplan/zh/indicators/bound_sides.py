"""On which side a target bounds: by its own sign, else by the listed word that says which side is better."""

from __future__ import annotations

from attrs import frozen

from civicplan.model import Direction, Measure
from civicplan.model._checks import CONTRARY
from civicplan.model.target import IN_UNITS
from civicplan.render import reading_notes
from civicplan.values import Bound, Figure
from civicplan.zh.indicators.assumptions import Assumption, Notes
from civicplan.zh.indicators.indicator_figures import Read
from civicplan.zh.language.indicator_meanings import Conflict, KnownDirection, direction_of
from civicplan.zh.notices import Notice

NO_SIDE = Notice(
    "target-without-sign",
    "Nothing says whether {figure} is a floor or a cap: no listed word says which side of {name} is better. The target "
    "is left out; write ≥{figure} or ≤{figure} into the table.",
)
TWO_SIDES = Notice(
    "unclear-direction",
    "By {first} one side is better and by {second} the other, so that neither was taken; write ≥ or ≤ before the "
    "targets.",
)
SIGN_AGAINST_WORD = Notice(
    "sign-against-direction",
    "The sign of {bound} contradicts the listed word {word}, by which the other side is better; only targets with "
    "a sign are read in this row. Check the sign.",
)
NEGATIVE = Notice(
    "negative-reduction",
    "A reduction below zero would promise a rise; the target is left out. Write {positive} if a fall is meant.",
)
UNCLEAR_CHANGE = Notice(
    "unclear-change",
    "A change of {figure} would be for the worse where {direction} is better; the target is left out. Write it with a "
    "sign.",
)
MET_BEFORE = Notice(
    "target-met-by-baseline",
    "The baseline of {baseline} is beyond the target already, which is read as {bound} all the same.",
    left_out=False,
)
BETTER = {
    Direction.HIGHER: Assumption(code="direction-by-word", sentence=reading_notes.HIGHER),
    Direction.LOWER: Assumption(code="direction-by-word", sentence=reading_notes.LOWER),
}
BARE = {
    Direction.HIGHER: Assumption(code="bare-target", sentence=reading_notes.FLOORS),
    Direction.LOWER: Assumption(code="bare-target", sentence=reading_notes.CAPS),
}
BARE_FALL = Assumption(code="bare-target", sentence=reading_notes.BARE_REDUCTION)
_SIGNED = {Direction.HIGHER: Bound.at_least, Direction.LOWER: Bound.at_most}


@frozen(kw_only=True)
class Side:
    """What is known of the better side of a row.

    Attributes:
        name: The name of the row.
        direction: Its better side; None where no word says it, or two words or a sign contradict each other.
        baseline: The level that the plan starts from; None where there is none.
    """

    name: str
    direction: Direction | None
    baseline: Figure | None


def direction_by_word(name: str, group: str | None, targets: list[Read], notes: Notes) -> Direction | None:
    """Return the better side that the name says, unless a printed sign says the other.

    Args:
        name: The name of the row.
        group: The name of the indicator that it is a part of.
        targets: Its targets in numbers.
        notes: Get the word that decides.
    """
    known = direction_of(name, group)
    if isinstance(known, Conflict):
        notes.say(TWO_SIDES, name, first=known.first, second=known.second)
        return None
    if known is None:
        return None
    against = _sign_against(known, targets)
    if against is not None:
        notes.say(SIGN_AGAINST_WORD, against.text, bound=against.cell.printed, word=known.word)
        return None
    notes.assume(BETTER[known.direction], name, word=known.word)
    return known.direction


def _sign_against(known: KnownDirection, targets: list[Read]) -> Read | None:
    contrary = CONTRARY[known.direction]
    signed = (
        read for read in targets if isinstance(read.cell.printed, Bound) and read.measure in (*IN_UNITS, Measure.GROWTH)
    )
    return next(
        (read for read in signed if isinstance(read.cell.printed, Bound) and read.cell.printed.kind in contrary), None
    )


def bound_of(read: Read, side: Side, notes: Notes) -> Bound | None:
    """Return the bound that a target is; None, with a diagnostic, where nothing says on which side it bounds."""
    printed = read.cell.printed
    number = printed.figure if isinstance(printed, Bound) else printed
    if read.measure is Measure.REDUCTION and number < 0:
        notes.say(NEGATIVE, read.text, positive=str(number).lstrip("-"))
        return None
    if isinstance(printed, Bound):
        return printed
    if read.measure is Measure.REDUCTION:
        notes.assume(BARE_FALL, read.text)
        return Bound.at_least(printed)
    direction = side.direction
    if direction is None:
        notes.say(NO_SIDE, read.text, figure=printed, name=side.name)
        return None
    if read.measure is Measure.CHANGE and number != 0 and (number > 0) != (direction is Direction.HIGHER):
        notes.say(UNCLEAR_CHANGE, read.text, figure=number, direction=direction)
        return None
    notes.assume(BARE[direction], read.text)
    bound = _SIGNED[direction](printed)
    is_beyond = read.measure is Measure.LEVEL and side.baseline is not None and side.baseline != printed
    if is_beyond and side.baseline is not None and bound.admits(side.baseline):
        notes.say(MET_BEFORE, read.text, baseline=side.baseline, bound=bound)
    return bound
