"""The measures and verdicts of the library over the columns of a frame, on the engine that the user already has."""

from civicplan.panel.assessing import assess
from civicplan.panel.choosing import in_force, latest
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
from civicplan.panel.long import to_long
from civicplan.panel.plans import from_plans
from civicplan.panel.previous import with_previous
from civicplan.panel.rates import rate
from civicplan.panel.restoring import to_plans
from civicplan.panel.summary import summarise
from civicplan.panel.targets import split_targets

__all__ = [
    "assess",
    "attainment",
    "cagr",
    "from_plans",
    "gap",
    "in_force",
    "latest",
    "over_fulfilment",
    "pace",
    "progress",
    "rate",
    "reasons",
    "reduction_progress",
    "required_cagr",
    "split_targets",
    "summarise",
    "to_long",
    "to_plans",
    "with_previous",
]
