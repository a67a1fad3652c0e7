"""From a plan to what came of it: evidence, outcomes, verdicts, standings."""

from civicplan.assessment.caveat import Caveat
from civicplan.assessment.completion import Basis
from civicplan.assessment.deliverable import DeliverableOutcome
from civicplan.assessment.indicator import IndicatorAssessment
from civicplan.assessment.outcome import Outcome
from civicplan.assessment.plan import PlanAssessment, assess
from civicplan.assessment.runs import Timeline, assess_indicator, assess_many, over_time
from civicplan.assessment.task import TaskAssessment
from civicplan.assessment.verdicts import Judgement

__all__ = [
    "Basis",
    "Caveat",
    "DeliverableOutcome",
    "IndicatorAssessment",
    "Judgement",
    "Outcome",
    "PlanAssessment",
    "TaskAssessment",
    "Timeline",
    "assess",
    "assess_indicator",
    "assess_many",
    "over_time",
]
