"""Nouns: what public plans consist of; no arithmetic, no input or output."""

from civicplan.model.claim import (
    BreakdownClaim,
    Claim,
    CountClaim,
    Counted,
    GrowthClaim,
    ShareClaim,
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
    ReportedStatus,
    Responsibility,
    Task,
)

__all__ = [
    "Box",
    "BreakdownClaim",
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
    "ReportedStatus",
    "Responsibility",
    "Section",
    "SectionLevel",
    "ShareClaim",
    "StatusClaim",
    "Target",
    "Task",
    "Threshold",
    "Verdict",
    "VerdictClaim",
    "to_direction",
]
