"""Nouns: what public plans consist of; no arithmetic, no input or output."""

from civicplan.model.claim import (
    Claim,
    CountClaim,
    Counted,
    GrowthClaim,
    ShareClaim,
    SplitClaim,
    StatusClaim,
    Verdict,
    VerdictClaim,
)
from civicplan.model.goal import Goal
from civicplan.model.indicator import Direction, Indicator, Nature, Observation, to_direction
from civicplan.model.plan import Box, Plan, Section, SectionLevel
from civicplan.model.target import Delegated, Measure, Qualitative, Relation, Relative, Target, Threshold
from civicplan.model.task import (
    Deliverable,
    Delivered,
    Milestone,
    ProgressReport,
    Responsibility,
    Status,
    Task,
)

__all__ = [
    "Box",
    "Claim",
    "CountClaim",
    "Counted",
    "Delegated",
    "Deliverable",
    "Delivered",
    "Direction",
    "Goal",
    "GrowthClaim",
    "Indicator",
    "Measure",
    "Milestone",
    "Nature",
    "Observation",
    "Plan",
    "ProgressReport",
    "Qualitative",
    "Relation",
    "Relative",
    "Responsibility",
    "Section",
    "SectionLevel",
    "ShareClaim",
    "SplitClaim",
    "Status",
    "StatusClaim",
    "Target",
    "Task",
    "Threshold",
    "Verdict",
    "VerdictClaim",
    "to_direction",
]
