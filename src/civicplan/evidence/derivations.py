"""Deriving what nobody published: each derivation answers with an actual, a reason, or None where it does not apply."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import reduce
from typing import TYPE_CHECKING, TypeAlias

from civicplan.errors import InvalidValueError, Reason, UndefinedMeasureError
from civicplan.evidence.actual import Actual
from civicplan.measure import average_growth, cagr, cumulative_reduction
from civicplan.measure._numbers import number
from civicplan.model import Measure, Observation
from civicplan.values import UNBOUNDED, CalendarUnit, Interval, NotAssessable, Period
from civicplan.values._decimals import EXACT

if TYPE_CHECKING:
    from civicplan.evidence.evidence import Evidence

Derivation: TypeAlias = "Callable[[Evidence, Period], Actual | NotAssessable | None]"
_Formula: TypeAlias = Callable[[Sequence[Decimal]], Decimal]


def _growth_of_rates(evidence: Evidence, period: Period) -> Actual | NotAssessable | None:
    words = "average of the yearly growth rates, compounding"
    return _of_parts(evidence, Measure.GROWTH, period, average_growth, words, of_years=True)


def _growth_of_levels(evidence: Evidence, period: Period) -> Actual | NotAssessable | None:
    def rate(values: Sequence[Decimal]) -> Decimal:
        return cagr(values[0], values[1], period.count)

    return _of_levels(evidence, period, Measure.GROWTH, rate, "compound annual growth of the levels", (False, True))


def _total_of_parts(evidence: Evidence, period: Period) -> Actual | NotAssessable | None:
    return _of_parts(evidence, Measure.TOTAL, period, _sum, "sum of the parts")


def _reduction_of_parts(evidence: Evidence, period: Period) -> Actual | NotAssessable | None:
    words = "compounding of the reductions"
    return _of_parts(evidence, Measure.REDUCTION, period, cumulative_reduction, words)


def _reduction_of_levels(evidence: Evidence, period: Period) -> Actual | NotAssessable | None:
    def fall(values: Sequence[Decimal]) -> Decimal:
        return cagr(values[0], values[1], 1).copy_negate()

    return _of_levels(evidence, period, Measure.REDUCTION, fall, "fall from the first level to the last", (True, False))


def _of_parts(
    evidence: Evidence, measure: Measure, period: Period, formula: _Formula, words: str, *, of_years: bool = False
) -> Actual | NotAssessable | None:
    if of_years and period.unit is not CalendarUnit.YEAR:
        return None
    parts = evidence.consecutive_parts(measure, period, of_years=of_years)
    if isinstance(parts, NotAssessable):
        return parts
    return _derived(measure, period, parts, formula, words, (True,) * len(parts)) if len(parts) > 1 else None


def _of_levels(
    evidence: Evidence, period: Period, measure: Measure, formula: _Formula, words: str, rising: tuple[bool, bool]
) -> Actual | NotAssessable | None:
    # Levels of shorter units are seldom comparable from one to the next, so only whole years are used.
    if period.unit is not CalendarUnit.YEAR or period.first == 1:
        return None
    levels = [evidence.published(Measure.LEVEL, at) for at in (period.unit_before, period.last_unit)]
    published = [level for level in levels if isinstance(level, Observation)]
    conflict = NotAssessable(Reason.CONFLICTING_OBSERVATIONS)
    if conflict in levels:
        return conflict
    return _derived(measure, period, published, formula, words, rising) if len(published) == 2 else None


#: How each measure may be derived, the closest to the published figures first.
DERIVATIONS: dict[Measure, tuple[Derivation, ...]] = {
    Measure.LEVEL: (),
    Measure.GROWTH: (_growth_of_rates, _growth_of_levels),
    Measure.TOTAL: (_total_of_parts,),
    Measure.REDUCTION: (_reduction_of_parts, _reduction_of_levels),
}


def _derived(
    measure: Measure,
    period: Period,
    inputs: Sequence[Observation],
    formula: _Formula,
    words: str,
    rising: Sequence[bool],
) -> Actual | NotAssessable:
    try:
        value = number(formula([observation.figure.value for observation in inputs]))
    except UndefinedMeasureError as undefined:
        return NotAssessable(undefined.reason)
    except InvalidValueError:
        return NotAssessable(Reason.TOO_EXTREME)
    interval = _hull(inputs, formula, rising)
    return Actual(
        value=value,
        interval=interval,
        measure=measure,
        period=period,
        inputs=tuple(inputs),
        formula=words,
        places=most_places(inputs) if formula is _sum else 2,
    )


def most_places(inputs: Iterable[Observation]) -> int:
    """The most decimal places that any of the figures was printed with."""
    return max(0, *(seen.figure.places for seen in inputs))


def _hull(inputs: Sequence[Observation], formula: _Formula, rising: Sequence[bool]) -> Interval:
    """Every value that the printed inputs allow; the formula rises or falls with each of them, so two corners bound it.

    A corner belongs to it only if every end that makes it does. Where a corner is undefined nothing is excluded.
    """
    ends = [(seen.figure.interval, up) for seen, up in zip(inputs, rising, strict=True)]
    lowest = [end.low if up else end.high for end, up in ends]
    highest = [end.high if up else end.low for end, up in ends]
    try:
        low = formula([end for end in lowest if end is not None])
        high = formula([end for end in highest if end is not None])
    except (UndefinedMeasureError, InvalidValueError):
        return UNBOUNDED
    return Interval(
        low=low,
        high=high,
        includes_low=all(end.includes_low if up else end.includes_high for end, up in ends),
        includes_high=all(end.includes_high if up else end.includes_low for end, up in ends),
    )


def _sum(values: Sequence[Decimal]) -> Decimal:
    return reduce(EXACT.add, values, Decimal(0))
