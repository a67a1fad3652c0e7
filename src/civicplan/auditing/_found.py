"""How the rules put a finding about an indicator together."""

from __future__ import annotations

from collections.abc import Iterable

from civicplan.auditing._wording import because, name_of, places_of, reading
from civicplan.auditing.finding import Finding, Severity
from civicplan.model import Indicator, Observation
from civicplan.values import Source, Text


def found_of(
    indicator: Indicator,
    statement: str,
    *,
    claimed: str,
    computed: str,
    source: Source | None,
    inputs: Iterable[Observation],
    cautions: Iterable[str] = (),
    notes: Iterable[Text | None] = (),
) -> Finding:
    """A contradiction, or a doubt where there is a caution; the cautions end its sentence."""
    caution = "; ".join(filter(None, cautions))
    return Finding(
        severity=Severity.DOUBT if caution else Severity.CONTRADICTION,
        subject=indicator.id,
        message=f"{name_of(indicator)}: {statement}{because(caution)}",
        claimed=claimed,
        computed=computed,
        source=source,
        evidence=places_of(indicator, inputs),
        reading=reading(indicator.note, *notes),
    )
