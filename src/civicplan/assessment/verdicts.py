"""Verdicts: whether an actual meets a bound, what could overturn that, and what several verdicts come to together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from civicplan.assessment.caveat import Caveat
from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.evidence import Actual
from civicplan.model import Direction, Verdict
from civicplan.values import Bound, BoundKind, Interval

#: For the parts of one task: what cannot be assessed keeps the rest from being met.
_PRECEDENCE = (Verdict.NOT_MET, Verdict.NOT_DUE, Verdict.NOT_ASSESSABLE, Verdict.MET)

_VOCABULARY = tuple(Caveat)


class Judgement(NamedTuple):
    """A verdict, and what could overturn it.

    Attributes:
        verdict: Met, not met, not due or not assessable.
        caveats: What could overturn a verdict of met or not met, in the order of the vocabulary.
    """

    verdict: Verdict
    caveats: tuple[Caveat, ...] = ()

    @property
    def decisive(self) -> bool:
        """True when there is a verdict that nothing known could overturn."""
        return self.verdict in (Verdict.MET, Verdict.NOT_MET) and not self.caveats


def in_order(caveats: Iterable[Caveat]) -> tuple[Caveat, ...]:
    """Return the caveats once each, in the order of the vocabulary."""
    return tuple(sorted(set(caveats), key=_VOCABULARY.index))


def judge(actual: Actual, bound: Bound, direction: Direction | None = None) -> Judgement:
    """Say whether an actual meets a bound.

    Where all that the printed digits allow is acceptable, or nothing of it, that is the verdict; else the printed value
    gives it, and its digits are a caveat.

    Args:
        actual: What was reached.
        bound: The acceptable values.
        direction: The declared direction of the measure.

    Raises:
        UndefinedMeasureError: The figure is printed as a bound that leaves both verdicts open, another reading of the
            figures gives another verdict, or nothing says how close to an "about" is close enough.
    """
    meets, is_settled = _meets(actual.value, actual.interval, bound, direction)
    if not is_settled and _is_printed_as_bound(actual):
        raise UndefinedMeasureError(Reason.HEDGED, "the verdict")
    for reading in actual.other_readings:
        also_meets, also_settled = _meets(reading.value, reading.interval, bound, direction)
        if also_meets is not meets:
            raise UndefinedMeasureError(reading.reason, "the verdict")
        is_settled = is_settled and also_settled
    caveats = [Caveat.DIGITS] if not is_settled else []
    if meets and _needs_the_tolerance(actual.value, bound, direction):
        caveats.append(Caveat.TOLERANCE)
    if actual.is_contradicted_by_parts:
        caveats.append(Caveat.PARTS)
    if any(hedge.is_of_unknown_width for hedge in _hedges(actual)):
        caveats.append(Caveat.HEDGED)
    return Judgement(Verdict.MET if meets else Verdict.NOT_MET, in_order(caveats))


def _meets(value: Decimal, interval: Interval, bound: Bound, direction: Direction | None) -> tuple[bool, bool]:
    """Whether the bound is met, and whether all that the digits allow agrees."""
    acceptable = bound.acceptable(direction)
    if bound.decides(interval, direction):
        return interval.issubset(acceptable), True
    if value not in acceptable and bound.is_of_unknown_width:
        raise UndefinedMeasureError(Reason.TOLERANCE_UNKNOWN, "the verdict")
    return value in acceptable, False


def _is_printed_as_bound(actual: Actual) -> bool:
    return any(not hedge.is_of_unknown_width for hedge in _hedges(actual))


def _hedges(actual: Actual) -> list[Bound]:
    """The hedged figures behind an actual, as printed."""
    return [observation.figure for observation in actual.inputs if isinstance(observation.figure, Bound)]


def _needs_the_tolerance(value: Decimal, bound: Bound, direction: Direction | None) -> bool:
    """True on the worse side of the figure of an "about"; where no direction is declared, both sides are."""
    if bound.kind is not BoundKind.ABOUT:
        return False
    match direction:
        case Direction.HIGHER:
            return value < bound.figure.value
        case Direction.LOWER:
            return value > bound.figure.value
        case _:
            return value != bound.figure.value


def joint_judgement(judgements: Sequence[Judgement], *, unassessed: bool = False) -> Judgement | None:
    """Return what several verdicts of met and not met come to; None where there is none of them.

    Any miss is a miss, and carries the caveats of the least doubtful one; else what is met carries all of theirs.

    Args:
        judgements: The verdicts.
        unassessed: Whether a target in numbers that is due beside them got no verdict.
    """
    misses = [judgement for judgement in judgements if judgement.verdict is Verdict.NOT_MET]
    if misses:
        return min(misses, key=lambda miss: len(miss.caveats))
    met = [judgement for judgement in judgements if judgement.verdict is Verdict.MET]
    caveats = [caveat for judgement in met for caveat in judgement.caveats]
    return Judgement(Verdict.MET, in_order([*caveats, *([Caveat.UNASSESSED] if unassessed else [])])) if met else None


def joint_verdict(verdicts: Iterable[Verdict]) -> Verdict:
    """Return what the verdicts on the parts of one task come to: any miss is a miss, and only all of them met is met.

    >>> joint_verdict([Verdict.MET, Verdict.NOT_ASSESSABLE])
    <Verdict.NOT_ASSESSABLE: 'not_assessable'>
    """
    return min(verdicts, key=_PRECEDENCE.index, default=Verdict.NOT_ASSESSABLE)
