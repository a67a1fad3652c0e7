"""The measures and verdicts of the library over the columns of a frame, on the engine that the user already has."""

from civicplan.panel.assessing import assess
from civicplan.panel.functions import (
    attainment,
    cagr,
    gap,
    over_fulfilment,
    pace,
    progress,
    reasons,
    reduction_progress,
    required_cagr,
)
from civicplan.panel.plans import from_plans

__all__ = [
    "assess",
    "attainment",
    "cagr",
    "from_plans",
    "gap",
    "over_fulfilment",
    "pace",
    "progress",
    "reasons",
    "reduction_progress",
    "required_cagr",
]
