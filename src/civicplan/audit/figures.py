"""Figures of one indicator against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from civicplan.audit._intervals import meet, printed
from civicplan.audit._units import is_ratio
from civicplan.audit._wording import measured, name_of, place_of, reading
from civicplan.audit.case import Case
from civicplan.audit.finding import Finding, Severity
from civicplan.model import Indicator, Measure, Observation, Threshold
from civicplan.values._decimals import EXACT

#: Powers of ten between units in use: thousands, ten thousands, millions, hundred millions.
_POWERS = (3, 4, 6, 8)
#: Between a share and a percentage.
_POWERS_OF_RATIOS = (2, *_POWERS)
#: How far apart figures of one indicator may be and still vouch for their unit.
_CLOSE = Decimal(3)
#: How near to the others a figure must come once its unit is changed.
_NEAR = Decimal("1.5")


def figure_disagrees(case: Case) -> Iterator[Finding]:
    """Two places that print the same indicator, measure and period print the same figure.

    Compares observations, and the baseline, whose places differ or are not recorded. Figures that no true value could
    both have been rounded from are a contradiction; a rounding of the other is a note; the same value with more zeros
    is neither.

    Tolerance: rounding alone.

    What it does not prove: which place is right. One of the figures may be preliminary.
    """
    for indicator in case.plan.indicators:
        groups: dict[tuple[Measure, str], list[Observation]] = {}
        baseline = (indicator.baseline,) if indicator.baseline else ()
        for seen in (*baseline, *indicator.observations):
            if case.is_over(seen.period) or seen is indicator.baseline:
                groups.setdefault((seen.measure, str(seen.period)), []).append(seen)
        for group in groups.values():
            yield from _differing(indicator, group)


def _differing(indicator: Indicator, group: Sequence[Observation]) -> Iterator[Finding]:
    pairs = [(one, other) for one, other in combinations(group, 2) if one.source is None or one.source != other.source]
    apart = [pair for pair in pairs if not meet(printed(pair[0].figure), printed(pair[1].figure))]
    rounded = [(one, other) for one, other in pairs if one.figure != other.figure]
    for one, other in (apart or rounded)[:1]:
        first, second = measured(one.figure, one.measure), measured(other.figure, other.measure)
        caution = "" if apart else ", of which one is a rounding of the other"
        place = place_of(indicator, one.source)
        yield Finding(
            severity=Severity.CONTRADICTION if apart else Severity.NOTE,
            subject=indicator.id,
            message=(
                f"{name_of(indicator)}: {first} is printed for {one.period} in one place "
                f"and {second} in another{caution}"
            ),
            claimed=second,
            computed=first,
            source=place_of(indicator, other.source),
            evidence=(place,) if place else (),
            reading=reading(indicator.note),
        )


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
        for index, (place, seen) in enumerate(figures):
            others = [other.figure.value for _, other in figures[:index] + figures[index + 1 :]]
            power = _power_off(seen.figure.value, others, is_ratio=is_ratio(indicator.unit))
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


def _power_off(value: Decimal, others: Sequence[Decimal], *, is_ratio: bool) -> int | None:
    """The power of ten by which the value is too large, or too small where it is negative; None where it is neither."""
    if len(others) < 2 or value <= 0 or min(others) <= 0:
        return None
    low, high = min(others), max(others)
    if high > EXACT.multiply(low, _CLOSE):
        return None
    lowest, highest = EXACT.divide(low, _NEAR), EXACT.multiply(high, _NEAR)
    powers = _POWERS_OF_RATIOS if is_ratio else _POWERS
    fitting = (power for size in powers for power in (size, -size) if lowest <= value.scaleb(-power, EXACT) <= highest)
    return next(fitting, None)


def _suspect(indicator: Indicator, what: str, seen: Observation, others: Sequence[Decimal], power: int) -> Finding:
    factor = f"{10 ** abs(power):,}"
    change = f"divided by {factor}" if power > 0 else f"multiplied by {factor}"
    unit = f" {indicator.unit}" if indicator.unit else ""
    rest = f"{min(others):f} to {max(others):f}{unit}"
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
