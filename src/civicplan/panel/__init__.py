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

__all__ = [
    "assess",
    "attainment",
    "cagr",
    "gap",
    "over_fulfilment",
    "pace",
    "progress",
    "reasons",
    "reduction_progress",
    "required_cagr",
]
