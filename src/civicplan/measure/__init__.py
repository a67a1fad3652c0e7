"""Verbs: pure functions on numbers. Rates and reductions are in percent; progress, attainment and pace are shares."""

from civicplan.measure._numbers import NumberLike
from civicplan.measure.attainment import attainment, gap, progress
from civicplan.measure.growth import average_growth, cagr, compound, required_cagr
from civicplan.measure.reduction import (
    cumulative_reduction,
    over_fulfilment,
    planned_reduction,
    reduction_progress,
    remaining_reduction,
)
from civicplan.measure.schedule import Path, pace, scheduled_value

__all__ = [
    "NumberLike",
    "Path",
    "attainment",
    "average_growth",
    "cagr",
    "compound",
    "cumulative_reduction",
    "gap",
    "over_fulfilment",
    "pace",
    "planned_reduction",
    "progress",
    "reduction_progress",
    "remaining_reduction",
    "required_cagr",
    "scheduled_value",
]
