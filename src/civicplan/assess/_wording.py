"""How numbers and sources are written out for people; never read back."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from civicplan.model import Measure
from civicplan.values import NotAssessable, Source, Text
from civicplan.values._decimals import EXACT

_FRAME = {
    Measure.LEVEL: "{}",
    Measure.GROWTH: "{} %/yr",
    Measure.TOTAL: "[{}]",
    Measure.REDUCTION: "[{} %]",
}


def decimal_text(value: Decimal, places: int) -> str:
    """The number with so many decimal places, rounded half away from zero."""
    with_places = value.quantize(Decimal(1).scaleb(-places, EXACT), rounding=ROUND_HALF_UP, context=EXACT)
    return format(with_places, "f") if with_places else format(with_places.copy_abs(), "f")


def percent_text(share: Decimal | NotAssessable) -> str:
    """A share as a percentage, or a dash."""
    return "—" if isinstance(share, NotAssessable) else f"{decimal_text(EXACT.multiply(share, Decimal(100)), 1)} %"


def in_measure(text: object, measure: Measure) -> str:
    """A figure or bound as a plan's table prints it: rates with their unit, sums over the period in [ ]."""
    return _FRAME[measure].format(text)


def full_name(group: Text | None, name: Text) -> str:
    """The name of a row under that of the indicator it is a part of."""
    return ": ".join(part.in_language("en") for part in (group, name) if part)


def source_text(source: Source | None) -> str:
    """Where it stands, in parentheses, or nothing."""
    return f" ({source})" if source else ""
