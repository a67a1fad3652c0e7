"""Actual: a value that was published, or derived from what was."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from civicplan.model import Measure, Observation
from civicplan.render.words import text_apart_from
from civicplan.values import Bound, Interval, Period
from civicplan.values._decimals import EXACT, decimal_text


@frozen(kw_only=True)
class Actual:
    """A value with the interval that its printed digits allow, and what it rests on.

    Attributes:
        value: The value, as printed or as computed.
        interval: Every true value that the printed digits behind it allow.
        measure: What it measures.
        period: The period it is about.
        inputs: The published figures behind it.
        formula: How it was derived, in words; empty where it was published as it stands.
        places: The decimal places that are shown of a derived value.
    """

    value: Decimal
    interval: Interval
    measure: Measure
    period: Period
    inputs: tuple[Observation, ...]
    formula: str = ""
    places: int = 2

    @classmethod
    def published(cls, observation: Observation) -> Actual:
        """Return an actual that was published as it stands."""
        figure = observation.number
        return cls(
            value=figure.value,
            interval=figure.interval,
            measure=observation.measure,
            period=observation.period,
            inputs=(observation,),
        )

    @property
    def is_derived(self) -> bool:
        """True when the value itself was not published."""
        return bool(self.formula)

    def __str__(self) -> str:
        return decimal_text(self.value, self.places) if self.is_derived else str(self.inputs[0].figure)

    def beside(self, bound: Bound) -> str:
        """Return the value as text that does not look like the bound's figure unless it is."""
        if not self.is_derived:
            return str(self)
        ends = (end for end in (bound.interval.low, bound.interval.high) if end is not None)
        nearest = min(ends, key=lambda end: EXACT.subtract(self.value, end).copy_abs())
        return text_apart_from(self.value, nearest, self.places)
