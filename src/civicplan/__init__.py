"""Public plans as typed data, and honest verdicts on what was reached."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from civicplan.assess import (
    Actual,
    DeliverableOutcome,
    IndicatorAssessment,
    Outcome,
    PlanAssessment,
    Standing,
    TaskAssessment,
    assess,
)
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
    progress,
    reduction_progress,
    remaining_reduction,
    required_cagr,
    scheduled_value,
)
from civicplan.model import (
    Box,
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
    Responsibility,
    Section,
    SectionLevel,
    Status,
    StatusClaim,
    Target,
    Task,
    Threshold,
    Verdict,
    VerdictClaim,
)
from civicplan.values import Bound, BoundKind, Figure, Interval, NotAssessable, Period, Source, Text, Unit

if TYPE_CHECKING:
    from civicplan import datasets
    from civicplan.formats import dumps, loads, read, write
    from civicplan.model.reply import Fact, Reply

#: Names whose rooms are entered when they are first asked for, so that importing the library stays cheap.
_LATER = {
    "datasets": "civicplan.datasets",
    **dict.fromkeys(("dumps", "loads", "read", "write"), "civicplan.formats"),
    **dict.fromkeys(("Fact", "Reply"), "civicplan.model.reply"),
}

__all__ = [
    "Actual",
    "Bound",
    "BoundKind",
    "Box",
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
    "Goal",
    "GrowthClaim",
    "Indicator",
    "IndicatorAssessment",
    "Interval",
    "InvalidPlanError",
    "InvalidTypeError",
    "InvalidValueError",
    "Measure",
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
    "ProgressReport",
    "Qualitative",
    "Reason",
    "Relation",
    "Relative",
    "Reply",
    "Responsibility",
    "Section",
    "SectionLevel",
    "Source",
    "Standing",
    "Status",
    "StatusClaim",
    "Target",
    "Task",
    "TaskAssessment",
    "Text",
    "Threshold",
    "UndefinedMeasureError",
    "Unit",
    "UnknownIdError",
    "Verdict",
    "VerdictClaim",
    "assess",
    "attainment",
    "cagr",
    "compound",
    "cumulative_reduction",
    "datasets",
    "dumps",
    "gap",
    "loads",
    "over_fulfilment",
    "pace",
    "progress",
    "read",
    "reduction_progress",
    "remaining_reduction",
    "required_cagr",
    "scheduled_value",
    "write",
]


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module 'civicplan' has no attribute {name!r}")
    room = import_module(_LATER[name])
    value = globals()[name] = getattr(room, name, room)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
