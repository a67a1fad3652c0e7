"""From a plan to what came of it: evidence, outcomes, verdicts, standings."""

from civicplan.assess.actual import Actual
from civicplan.assess.deliverable import DeliverableOutcome
from civicplan.assess.indicator import IndicatorAssessment
from civicplan.assess.outcome import Outcome
from civicplan.assess.plan import PlanAssessment, assess
from civicplan.assess.standing import Standing
from civicplan.assess.task import TaskAssessment

__all__ = [
    "Actual",
    "DeliverableOutcome",
    "IndicatorAssessment",
    "Outcome",
    "PlanAssessment",
    "Standing",
    "TaskAssessment",
    "assess",
]
