"""Public plans as typed data, and honest verdicts on what was reached."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from civicplan.assessment import (
    Actual,
    DeliverableOutcome,
    IndicatorAssessment,
    Outcome,
    PlanAssessment,
    Standing,
    TaskAssessment,
    assess,
)
from civicplan.auditing import audit
from civicplan.errors import (
    CivicPlanError,
    Fault,
    InvalidPlanError,
    InvalidTypeError,
    InvalidValueError,
    MissingExtraError,
    PlanFileError,
    PlanFormatError,
    Reason,
    UndefinedMeasureError,
    UnknownIdError,
)
from civicplan.measure import (
    attainment,
    cagr,
    compound,
    cumulative_reduction,
    gap,
    over_fulfilment,
    pace,
    planned_reduction,
    progress,
    reduction_progress,
    remaining_reduction,
    required_cagr,
    scheduled_value,
)
from civicplan.model import (
    Box,
    BreakdownClaim,
    Claim,
    CountClaim,
    Counted,
    Delegated,
    Deliverable,
    Delivered,
    Direction,
    Goal,
    GrowthClaim,
    Indicator,
    Measure,
    Milestone,
    Nature,
    Observation,
    Plan,
    ProgressReport,
    Qualitative,
    Relation,
    Relative,
    ReportedStatus,
    Responsibility,
    Section,
    SectionLevel,
    ShareClaim,
    StatusClaim,
    Target,
    Task,
    Threshold,
    Verdict,
    VerdictClaim,
)
from civicplan.values import Bound, BoundKind, CalendarUnit, Figure, Interval, NotAssessable, Period, Source, Text

if TYPE_CHECKING:
    from civicplan import datasets, methods
    from civicplan.auditing import Finding, Severity
    from civicplan.files import read, write
    from civicplan.formats import dumps, loads
    from civicplan.methods import Method, Rating, Track
    from civicplan.model.reply import Fact, Reply
    from civicplan.rating import PlanRating, compare, rate
    from civicplan.trajectory import AnnualTarget, Projection, annual_targets, project, year_reached

#: Names whose rooms are entered when they are first asked for, so that importing the library stays cheap.
_LATER = {
    "datasets": "civicplan.datasets",
    "methods": "civicplan.methods",
    **dict.fromkeys(("PlanRating", "compare", "rate"), "civicplan.rating"),
    **dict.fromkeys(("Finding", "Severity"), "civicplan.auditing"),
    **dict.fromkeys(("Method", "Rating", "Track"), "civicplan.methods"),
    **dict.fromkeys(
        ("AnnualTarget", "Projection", "annual_targets", "project", "year_reached"), "civicplan.trajectory"
    ),
    **dict.fromkeys(("dumps", "loads"), "civicplan.formats"),
    **dict.fromkeys(("read", "write"), "civicplan.files"),
    **dict.fromkeys(("Fact", "Reply"), "civicplan.model.reply"),
}

__all__ = [
    "Actual",
    "AnnualTarget",
    "Bound",
    "BoundKind",
    "Box",
    "BreakdownClaim",
    "CalendarUnit",
    "CivicPlanError",
    "Claim",
    "CountClaim",
    "Counted",
    "Delegated",
    "Deliverable",
    "DeliverableOutcome",
    "Delivered",
    "Direction",
    "Fact",
    "Fault",
    "Figure",
    "Finding",
    "Goal",
    "GrowthClaim",
    "Indicator",
    "IndicatorAssessment",
    "Interval",
    "InvalidPlanError",
    "InvalidTypeError",
    "InvalidValueError",
    "Measure",
    "Method",
    "Milestone",
    "MissingExtraError",
    "Nature",
    "NotAssessable",
    "Observation",
    "Outcome",
    "Period",
    "Plan",
    "PlanAssessment",
    "PlanFileError",
    "PlanFormatError",
    "PlanRating",
    "ProgressReport",
    "Projection",
    "Qualitative",
    "Rating",
    "Reason",
    "Relation",
    "Relative",
    "Reply",
    "ReportedStatus",
    "Responsibility",
    "Section",
    "SectionLevel",
    "Severity",
    "ShareClaim",
    "Source",
    "Standing",
    "StatusClaim",
    "Target",
    "Task",
    "TaskAssessment",
    "Text",
    "Threshold",
    "Track",
    "UndefinedMeasureError",
    "UnknownIdError",
    "Verdict",
    "VerdictClaim",
    "annual_targets",
    "assess",
    "attainment",
    "audit",
    "cagr",
    "compare",
    "compound",
    "cumulative_reduction",
    "datasets",
    "dumps",
    "gap",
    "loads",
    "methods",
    "over_fulfilment",
    "pace",
    "planned_reduction",
    "progress",
    "project",
    "rate",
    "read",
    "reduction_progress",
    "remaining_reduction",
    "required_cagr",
    "scheduled_value",
    "write",
    "year_reached",
]


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module 'civicplan' has no attribute {name!r}")
    room = import_module(_LATER[name])
    value = globals()[name] = getattr(room, name, room)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
