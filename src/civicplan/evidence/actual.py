"""Actual: a value that was published, or derived from what was."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from attrs import frozen

from civicplan.errors import InvalidValueError, Reason, UndefinedMeasureError
from civicplan.formats.result import Result
from civicplan.model import Measure, Observation
from civicplan.render.words import text_apart_from
from civicplan.values import Bound, Interval, Period
from civicplan.values._decimals import EXACT, decimal_text

#: More decimal places than any figure has.
_PLACES = range(-60, 61)


@frozen
class OtherReading(Result):
    """What the same published figures come to where they are read in another way that cannot be excluded.

    Attributes:
        value: The value.
        interval: Every true value that the printed digits behind it allow.
        reason: Why nothing can be assessed where this reading gives another verdict.
    """

    value: Decimal
    interval: Interval
    reason: Reason


@frozen(kw_only=True)
class Actual(Result):
    """A value with the interval that its printed digits allow, and what it rests on.

    Attributes:
        value: The value, as printed or as computed; of a hedged figure the printed number.
        interval: Every true value that the printed digits behind it allow.
        measure: What it measures.
        period: The period it is about.
        inputs: The published figures behind it.
        formula: How it was derived, in words; empty where it was published as it stands.
        places: The decimal places that are shown of a derived value.
        is_contradicted_by_parts: True where the published parts of the period cannot come to it.
        other_readings: What the same figures come to where they are read otherwise.
    """

    _derived: ClassVar = ("is_derived", "is_hedged")

    value: Decimal
    interval: Interval
    measure: Measure
    period: Period
    inputs: tuple[Observation, ...]
    formula: str = ""
    places: int = 2
    is_contradicted_by_parts: bool = False
    other_readings: tuple[OtherReading, ...] = ()

    @classmethod
    def published(cls, observation: Observation, interval: Interval | None = None) -> Actual:
        """Return an actual that was published as it stands.

        Args:
            observation: What was published.
            interval: Every true value that it may stand for; None takes all that its printed digits allow.
        """
        return cls(
            value=observation.number.value,
            interval=observation.number.interval if interval is None else interval,
            measure=observation.measure,
            period=observation.period,
            inputs=(observation,),
        )

    @classmethod
    def _made_of(cls, stored: Mapping[str, Any]) -> Result:
        inputs = stored["inputs"]
        if not inputs:
            raise InvalidValueError("inputs", "the published figures behind the value", "none")
        if stored["places"] not in _PLACES:
            raise InvalidValueError("places", f"a number from {_PLACES[0]} to {_PLACES[-1]}", str(stored["places"]))
        if not stored["formula"] and stored["value"] != inputs[0].number:
            raise InvalidValueError("value", f"the published figure, {inputs[0].number}", str(stored["value"]))
        return super()._made_of(stored)

    @property
    def is_derived(self) -> bool:
        """True when the value itself was not published."""
        return bool(self.formula)

    @property
    def is_hedged(self) -> bool:
        """True when a figure behind it is printed as a bound or as an approximation."""
        return any(observation.is_hedged for observation in self.inputs)

    @property
    def is_from_levels(self) -> bool:
        """True for what is derived from levels and is no level itself."""
        return self.measure is not Measure.LEVEL and any(figure.measure is Measure.LEVEL for figure in self.inputs)

    @property
    def plain_value(self) -> Decimal:
        """The value, for the measures that count with it.

        Raises:
            UndefinedMeasureError: The figure is hedged, so that its value is not known.
        """
        if self.is_hedged:
            raise UndefinedMeasureError(Reason.HEDGED)
        return self.value

    def __str__(self) -> str:
        return decimal_text(self.value, self.places) if self.is_derived else str(self.inputs[0].figure)

    def beside(self, bound: Bound) -> str:
        """Return the value as text that does not look like the bound's figure unless it is."""
        if not self.is_derived:
            return str(self)
        ends = (end for end in (bound.interval.low, bound.interval.high) if end is not None)
        nearest = min(ends, key=lambda end: EXACT.subtract(self.value, end).copy_abs())
        return text_apart_from(self.value, nearest, self.places)
