"""Figures of one indicator against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import TypeAlias

from civicplan.auditing._wording import measured, name_of, place_of, reading
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding, Severity
from civicplan.model import Indicator, Measure, Observation, Threshold
from civicplan.model.units import is_ratio
from civicplan.values import Figure, Period, reconcile
from civicplan.values._decimals import EXACT

_Pair: TypeAlias = tuple[Observation, Observation]

_ROUNDED = ", of which one is a rounding of the other"
_LONGER = ", and a number with more digits could be printed as both"
#: Powers of ten between units in use: thousands, ten thousands, millions, hundred millions.
_POWERS = (3, 4, 6, 8)
#: Between a share and a percentage.
_POWERS_OF_RATIOS = (2, *_POWERS)
#: How many figures it takes to vouch for a unit.
_VOUCHING = 2
#: How far apart figures of one indicator may be and still vouch for their unit.
_CLOSE = Decimal(3)
#: How near to the others a figure must come once its unit is changed.
_NEAR = Decimal("1.5")


def figure_disagrees(case: Case) -> Iterator[Finding]:
    """Two places that print the same indicator, measure and period print the same figure.

    Compares observations, and the baseline, whose places differ or are not recorded. Figures that no true value could
    both be printed as are a contradiction, so two with equally many decimal places are one. Where a true value could
    be printed as both it is a note, which says whether one is a rounding of the other; 2.47 is 2.5 and 2, but 2.5 is
    not 2. The same value with more zeros is no difference.

    Tolerance: rounding alone.

    What it does not prove: which place is right. One of the figures may be preliminary.
    """
    for indicator in case.plan.indicators:
        groups: dict[tuple[Measure, Period], list[Observation]] = {}
        baseline = (indicator.baseline,) if indicator.baseline else ()
        for seen in (*baseline, *indicator.observations):
            if case.is_over(seen.period) or seen is indicator.baseline:
                groups.setdefault((seen.measure, seen.period), []).append(seen)
        for group in groups.values():
            yield from _differing(indicator, group)


def _differing(indicator: Indicator, group: Sequence[Observation]) -> Iterator[Finding]:
    differing = _worst_pair(group) if len(group) > 1 else None
    if differing is None:
        return
    one, other = differing
    first, second = measured(one.figure, one.measure), measured(other.figure, other.measure)
    are_apart = _are_apart(one.figure, other.figure)
    explanation = "" if are_apart else _ROUNDED if _is_rounding(one.figure, other.figure) else _LONGER
    place = place_of(indicator, one.source)
    yield Finding(
        severity=Severity.CONTRADICTION if are_apart else Severity.NOTE,
        subject=indicator.id,
        message=(
            f"{name_of(indicator)}: {first} is printed for {one.period} in one place "
            f"and {second} in another{explanation}"
        ),
        claimed=second,
        computed=first,
        source=place_of(indicator, other.source),
        evidence=(place,) if place else (),
        reading=reading(indicator.note),
    )


def _worst_pair(group: Sequence[Observation]) -> _Pair | None:
    """The first two figures of different places that no true value explains, else the first two that differ at all."""
    unequal: _Pair | None = None
    for one, other in combinations(_telling(group), 2):
        is_one_place = one.source is not None and one.source == other.source
        if is_one_place or one.figure == other.figure:
            continue
        if _are_apart(one.figure, other.figure):
            return one, other
        unequal = unequal or (one, other)
    return unequal


def _are_apart(one: Figure, other: Figure) -> bool:
    """True when no true value could be printed as both; the assessment then knows neither of them."""
    return reconcile((one, other)) is None


def _is_rounding(one: Figure, other: Figure) -> bool:
    precise, rough = (one, other) if one.places > other.places else (other, one)
    return precise.value in rough.interval


def _telling(group: Sequence[Observation]) -> list[Observation]:
    """Figures that differ from place to place wherever any of the group do, in their order.

    Of what one place prints with so many decimal places these are the least and the greatest; of those that print the
    same, two.
    """
    by_place: dict[object, list[int]] = {}
    for number, seen in enumerate(group):
        by_place.setdefault((seen.source or number, seen.figure.places), []).append(number)

    def value(number: int) -> Decimal:
        return group[number].figure.value

    ends = {end for row in by_place.values() for end in (min(row, key=value), max(row, key=value))}
    alike: dict[str, list[int]] = {}
    for number in sorted(ends):
        alike.setdefault(str(group[number].figure), []).append(number)
    return [group[number] for number in sorted(number for row in alike.values() for number in row[:2])]


def unit_suspect(case: Case) -> Iterator[Finding]:
    """The levels of one indicator, actual and aimed at, are in one unit.

    Fires when one level is out of line with at least two others that are within a factor of 3 of each other, and
    would lie among them once divided or multiplied by a thousand, ten thousand, a million or a hundred million; for
    levels in percent by a hundred as well.

    Tolerance: a factor of 1.5 beyond the others. Zeros and negative levels are passed over.

    What it does not prove: that the unit is wrong; a level may truly have grown that much. It is always a doubt, and
    nothing is held against what the world outside the document knows.
    """
    for indicator in case.plan.indicators:
        figures = list(_levels(case, indicator))
        if len(figures) <= _VOUCHING:
            continue
        values = sorted(seen.figure.value for _, seen in figures)
        powers = _POWERS_OF_RATIOS if is_ratio(indicator.unit) else _POWERS
        for place, seen in figures:
            value = seen.figure.value
            others = values[value == values[0]], values[-2 if value == values[-1] else -1]
            power = _power_off(value, others, powers)
            if power:
                yield _suspect(indicator, place, seen, others, power)


def _levels(case: Case, indicator: Indicator) -> Iterator[tuple[str, Observation]]:
    if indicator.baseline and indicator.baseline.measure is Measure.LEVEL:
        yield "the baseline", indicator.baseline
    for seen in case.stated(indicator, Measure.LEVEL):
        yield "the level", seen
    for target in indicator.targets:
        if isinstance(target, Threshold) and target.measure is Measure.LEVEL:
            due = target.period or case.plan.period.last_unit
            yield "the target", Observation(period=due, figure=target.bound.figure, source=indicator.source)


def _power_off(value: Decimal, others: tuple[Decimal, Decimal], powers: Sequence[int]) -> int | None:
    """The power of ten by which the value is too large, or too small where it is negative; None where it is neither.

    Of the others the least and the greatest are given.
    """
    low, high = others
    if value <= 0 or low <= 0 or high > EXACT.multiply(low, _CLOSE):
        return None
    lowest, highest = EXACT.divide(low, _NEAR), EXACT.multiply(high, _NEAR)
    fitting = (power for size in powers for power in (size, -size) if lowest <= value.scaleb(-power, EXACT) <= highest)
    return next(fitting, None)


def _suspect(
    indicator: Indicator, what: str, seen: Observation, others: tuple[Decimal, Decimal], power: int
) -> Finding:
    factor = f"{10 ** abs(power):,}"
    change = f"divided by {factor}" if power > 0 else f"multiplied by {factor}"
    unit = f" {indicator.unit}" if indicator.unit else ""
    rest = f"{others[0]:f} to {others[1]:f}{unit}"
    return Finding(
        severity=Severity.DOUBT,
        subject=indicator.id,
        message=(
            f"{name_of(indicator)}: {what} of {seen.figure}{unit} for {seen.period} is out of line with the other "
            f"levels, {rest}, and would lie among them {change}"
        ),
        claimed=f"{seen.figure}{unit}",
        computed=rest,
        source=place_of(indicator, seen.source),
        evidence=(indicator.source,) if indicator.source else (),
        reading=reading(indicator.note),
    )
