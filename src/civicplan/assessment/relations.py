"""Relations: how far one indicator is ahead of another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.evidence import Actual, Evidence
from civicplan.evidence.actual import OtherReading
from civicplan.evidence.derivations import most_places
from civicplan.model import Indicator, Relation, Relative
from civicplan.model.target import IN_UNITS
from civicplan.model.units import is_same
from civicplan.render import phrases
from civicplan.render.message import fill, to_message
from civicplan.render.words import full_name
from civicplan.values import Bound, NotAssessable
from civicplan.values._decimals import EXACT


def bound_on_difference(target: Relative) -> Bound:
    """Return the acceptable differences to the reference; without a tolerance "in step" is about none."""
    match target.relation:
        case Relation.ABOVE:
            return Bound.above(0)
        case Relation.BELOW:
            return Bound.below(0)
        case Relation.IN_STEP:
            return Bound.about(0, tolerance=target.tolerance)
        case other:
            assert_never(other)


def reference_actual(own: Actual, indicator: Indicator, reference: Evidence, target: Relative) -> Actual:
    """Return what the reference reached in the same measure over the same period.

    Raises:
        UndefinedMeasureError: Nothing is known of it, or it is in another unit.
    """
    if target.measure in IN_UNITS and _units_differ(indicator, reference.indicator):
        raise UndefinedMeasureError(Reason.UNIT_DIFFERS)
    other = reference.actual(target.measure, own.period)
    if isinstance(other, NotAssessable):
        is_missing = other.reason is Reason.MISSING_OBSERVATION
        raise UndefinedMeasureError(Reason.MISSING_REFERENCE if is_missing else other.reason)
    return other


def lead_of(own: Actual, other: Actual, target: Relative, reference: Indicator) -> Actual:
    """Return how far one actual is ahead of the other, which is measured alike."""
    inputs = (*own.inputs, *other.inputs)
    template, name = phrases.LEADS[own.is_derived, other.is_derived], full_name(reference.group, reference.name)
    return Actual(
        value=EXACT.subtract(own.value, other.value),
        interval=own.interval - other.interval,
        measure=target.measure,
        period=own.period,
        inputs=inputs,
        formula=fill(template, reference=name, own=to_message(own.formula), other=to_message(other.formula)),
        places=2 if own.is_derived or other.is_derived else most_places(inputs),
        is_contradicted_by_parts=own.is_contradicted_by_parts or other.is_contradicted_by_parts,
        other_readings=tuple(_other_leads(own, other)),
    )


def _other_leads(own: Actual, other: Actual) -> Iterator[OtherReading]:
    """The lead where one of the two, or both, are read otherwise."""
    as_read = OtherReading(own.value, own.interval, Reason.READINGS_DISAGREE)
    other_as_read = OtherReading(other.value, other.interval, Reason.READINGS_DISAGREE)
    for one in (as_read, *own.other_readings):
        for two in (other_as_read, *other.other_readings):
            if one is not as_read or two is not other_as_read:
                reason = one.reason if two is other_as_read else two.reason
                yield OtherReading(EXACT.subtract(one.value, two.value), one.interval - two.interval, reason)


def _units_differ(one: Indicator, other: Indicator) -> bool:
    return one.unit is not None and other.unit is not None and not is_same(one.unit, other.unit)
