"""Why a rate of levels may rightly differ from a stated one; only a documented list or the plan itself rules it out."""

from __future__ import annotations

from civicplan.assessment.readings import list_of
from civicplan.model import Indicator, Prices
from civicplan.render import findings


def price_caution(indicator: Indicator) -> str:
    """Return why a rate of these levels may rightly differ from a stated one; nothing where prices do not matter."""
    if indicator.prices is Prices.CONSTANT or (indicator.prices is None and list_of(indicator) is not None):
        return ""
    return findings.CURRENT_PRICES if indicator.unit or indicator.prices else findings.NO_UNIT
