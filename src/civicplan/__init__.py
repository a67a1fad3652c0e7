"""Public plans as typed data, and honest verdicts on what was reached."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from civicplan.errors import (
    CivicPlanError,
    InvalidInputError,
    InvalidPlanError,
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
    progress,
    reduction_progress,
    remaining_reduction,
    required_cagr,
    scheduled_value,
)
from civicplan.model import (
    Box,
    BreakdownClaim,
    CountClaim,
    Delegated,
    Deliverable,
    Delivered,
    Direction,
    GapClaim,
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
    Relative,
    Responsibility,
    Section,
    ShareClaim,
    Standing,
    StandingClaim,
    StatusClaim,
    Task,
    Threshold,
    Verdict,
    VerdictClaim,
)
from civicplan.values import Bound, Figure, NotAssessable, Period, Source, is_defined, or_none

if TYPE_CHECKING:
    __version__: str
    from civicplan import auditing, datasets, methods, panel, show, tables, zh
    from civicplan.assessment import Caveat, assess, assess_indicator, assess_many, over_time
    from civicplan.auditing import audit
    from civicplan.files import read, write
    from civicplan.formats import dumps, from_dict, loads, to_dict
    from civicplan.methods import Track
    from civicplan.model.reply import Fact, Reply
    from civicplan.rating import compare, rate
    from civicplan.reading import Reading, ReadingError, ReadingWarning
    from civicplan.tables import from_frame

#: Names whose packages are imported when they are first asked for, so that importing the library stays cheap.
_LATER = {
    "auditing": "civicplan.auditing",
    "datasets": "civicplan.datasets",
    "from_frame": "civicplan.tables",
    "methods": "civicplan.methods",
    "panel": "civicplan.panel",
    "show": "civicplan.show",
    "tables": "civicplan.tables",
    "zh": "civicplan.zh",
    "Track": "civicplan.methods",
    "audit": "civicplan.auditing",
    **dict.fromkeys(("Caveat", "assess", "assess_indicator", "assess_many", "over_time"), "civicplan.assessment"),
    **dict.fromkeys(("compare", "rate"), "civicplan.rating"),
    **dict.fromkeys(("dumps", "from_dict", "loads", "to_dict"), "civicplan.formats"),
    **dict.fromkeys(("read", "write"), "civicplan.files"),
    **dict.fromkeys(("Reading", "ReadingError", "ReadingWarning"), "civicplan.reading"),
    **dict.fromkeys(("Fact", "Reply"), "civicplan.model.reply"),
}

__all__ = [
    "Bound",
    "Box",
    "BreakdownClaim",
    "Caveat",
    "CivicPlanError",
    "CountClaim",
    "Delegated",
    "Deliverable",
    "Delivered",
    "Direction",
    "Fact",
    "Figure",
    "GapClaim",
    "Goal",
    "GrowthClaim",
    "Indicator",
    "InvalidInputError",
    "InvalidPlanError",
    "Measure",
    "Milestone",
    "Nature",
    "NotAssessable",
    "Observation",
    "Period",
    "Plan",
    "PlanFileError",
    "PlanFormatError",
    "ProgressReport",
    "Qualitative",
    "Reading",
    "ReadingError",
    "ReadingWarning",
    "Reason",
    "Relative",
    "Reply",
    "Responsibility",
    "Section",
    "ShareClaim",
    "Source",
    "Standing",
    "StandingClaim",
    "StatusClaim",
    "Task",
    "Threshold",
    "Track",
    "UndefinedMeasureError",
    "UnknownIdError",
    "Verdict",
    "VerdictClaim",
    "assess",
    "assess_indicator",
    "assess_many",
    "attainment",
    "audit",
    "auditing",
    "cagr",
    "compare",
    "compound",
    "cumulative_reduction",
    "datasets",
    "dumps",
    "from_dict",
    "from_frame",
    "gap",
    "is_defined",
    "loads",
    "methods",
    "or_none",
    "over_time",
    "panel",
    "progress",
    "rate",
    "read",
    "reduction_progress",
    "remaining_reduction",
    "required_cagr",
    "scheduled_value",
    "show",
    "tables",
    "to_dict",
    "write",
    "zh",
]


# Hidden from type checkers, which would otherwise take every name for one that exists.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name == "__version__":
            from importlib.metadata import version

            return version("civicplan")
        if name not in _LATER:
            # With the module at hand, Python names what was meant, as it does for modules of its own.
            raise AttributeError(f"module 'civicplan' has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        package = import_module(_LATER[name])
        value = globals()[name] = getattr(package, name, package)
        return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
