"""The target whose verdict an indicator has, where that is not the one that a chart draws."""

from __future__ import annotations

from civicplan.assessment import IndicatorAssessment, Outcome
from civicplan.model import Verdict


def judged_instead(assessed: IndicatorAssessment) -> Outcome | None:
    """Return the outcome whose verdict stands for the indicator, where its main target cannot be assessed.

    None where the main target has a verdict of its own or is not due, and where no target was met or missed.
    """
    own = assessed.target
    if not isinstance(own, Outcome) or own.verdict is not Verdict.NOT_ASSESSABLE:
        return None
    judged = (Verdict.MET, Verdict.NOT_MET)
    same = (outcome for outcome in assessed.in_force if outcome.verdict is assessed.verdict)
    return next((outcome for outcome in same if outcome.verdict in judged), None)
