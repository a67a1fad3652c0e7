"""Assessments as rows of plain values."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from civicplan.assessment.indicator import IndicatorAssessment
from civicplan.assessment.outcome import Outcome, actual_text
from civicplan.assessment.tables import actuals_text, targets_text
from civicplan.assessment.task import TaskAssessment
from civicplan.errors import Reason
from civicplan.evidence import Actual
from civicplan.model import Delivered, Indicator, ProgressReport, Relative, Threshold
from civicplan.render import phrases
from civicplan.render.languages import Language
from civicplan.render.message import Message, fill, joined, to_message
from civicplan.render.rows import plain_row
from civicplan.values import NotAssessable

_MEASURES = ("attainment", "progress", "elapsed", "pace", "growth", "required_growth", "catch_up_growth", "standing")
_OUTCOME_MEASURES = ("attainment", "progress", "elapsed", "pace", "standing")
_TASK_MEASURES = ("reported", "elapsed", "pace", "standing")

_DATED = ("value", "period", "due")
_JUDGED = ("verdict", "decisive", "caveats", "reason")
#: The columns of each kind of row, which a frame has without any row, too.
INDICATOR_COLUMNS = (
    *("id", "number", "group", "name", "unit", "category", "nature", "direction", "target", "actual"),
    *(*_DATED, *_JUDGED, *_MEASURES, "undefined", "hint"),
)
OUTCOME_COLUMNS = (
    *("id", "number", "group", "name", "unit", "target", "measure", "in_force", "actual", "formula"),
    *(*_DATED, *_JUDGED, *_OUTCOME_MEASURES, "undefined", "hint"),
)
TASK_COLUMNS = (
    *("id", "number", "title", "responsible", "period", "planned", "delivered", "status"),
    *("verdict", "decisive", "basis", "reason", "caveats", *_TASK_MEASURES),
    *("overdue", "unreported", "milestones_past_due", "undefined"),
)


def indicator_row(assessment: IndicatorAssessment, language: Language | None = None) -> dict[str, Any]:
    """Return one plain dict for an indicator; what is undefined is None and `undefined` says why.

    Args:
        assessment: The indicator.
        language: The language of all words; None leaves codes as codes, and takes the first name of each.
    """
    indicator = assessment.indicator
    values = {name: getattr(assessment, name) for name in _MEASURES}
    row = {
        **_named(indicator),
        "category": indicator.category,
        "nature": indicator.nature,
        "direction": indicator.effective_direction,
        "target": targets_text(assessment),
        "actual": actuals_text(assessment),
        **_dated(assessment.target),
        "verdict": assessment.verdict,
        "decisive": assessment.decisive,
        "caveats": joined(phrases.NEXT_ENTRY, assessment.caveats) if assessment.caveats else None,
        "reason": assessment.reason,
        **values,
        "undefined": _undefined(values),
        "hint": assessment.target.hint if isinstance(assessment.target, Outcome) else None,
    }
    return plain_row(row, language)


def _named(indicator: Indicator) -> dict[str, Any]:
    """Return what every row about an indicator begins with."""
    return {
        "id": indicator.id,
        "number": indicator.number,
        "group": indicator.group,
        "name": indicator.name,
        "unit": indicator.unit,
    }


def outcome_row(outcome: Outcome, language: Language | None = None) -> dict[str, Any]:
    """Return one plain dict for a target, as `indicator_row` does for an indicator."""
    indicator, target, actual = outcome.indicator, outcome.target, outcome.actual
    values = {name: getattr(outcome, name) for name in _OUTCOME_MEASURES}
    row = {
        **_named(indicator),
        "target": outcome.target_text,
        "measure": target.measure if isinstance(target, Threshold | Relative) else None,
        "in_force": outcome.is_in_force,
        "actual": actual_text(target, actual, outcome.bound) if isinstance(actual, Actual) else None,
        "formula": to_message(actual.formula) if isinstance(actual, Actual) and actual.is_derived else None,
        **_dated(outcome),
        "verdict": outcome.verdict,
        "decisive": outcome.decisive,
        "caveats": joined(phrases.NEXT_ENTRY, outcome.caveats) if outcome.caveats else None,
        "reason": outcome.reason,
        **values,
        "undefined": _undefined(values),
        "hint": outcome.hint,
    }
    return plain_row(row, language)


def _dated(outcome: Outcome | NotAssessable) -> dict[str, Any]:
    """Return the actual of a target as a number, the period it is about, and when the target is due."""
    target = outcome if isinstance(outcome, Outcome) else None
    actual = target.actual if target is not None and isinstance(target.actual, Actual) else None
    return {
        "value": None if actual is None or actual.is_hedged else actual.value,
        "period": None if actual is None else str(actual.period),
        "due": None if target is None or target.due is None else str(target.due),
    }


def task_row(assessment: TaskAssessment, language: Language | None = None) -> dict[str, Any]:
    """Return one plain dict for a task, as `indicator_row` does for an indicator."""
    task, charge, report = assessment.task, assessment.task.responsibility, assessment.report
    responsible = (*charge.leads, *charge.deputies, *charge.lead_agencies, *charge.agencies)
    planned = (amount.as_printed for amount in task.deliverables)
    answers = (outcome.delivered for outcome in assessment.deliverables)
    delivered = (amount.as_printed for amount in answers if isinstance(amount, Delivered))
    values = {name: getattr(assessment, name) for name in _TASK_MEASURES}
    row = {
        "id": task.id,
        "number": task.number,
        "title": task.title,
        "responsible": joined(phrases.NEXT_ENTRY, responsible) or None,
        "period": str(assessment.period),
        "planned": joined(phrases.NEXT_ENTRY, planned) or None,
        "delivered": joined(phrases.NEXT_ENTRY, delivered) or None,
        "status": report.status if isinstance(report, ProgressReport) else None,
        "verdict": assessment.verdict,
        "decisive": assessment.decisive,
        "basis": assessment.basis,
        "reason": assessment.reason,
        "caveats": joined(phrases.NEXT_ENTRY, assessment.caveats) if assessment.caveats else None,
        **values,
        "overdue": assessment.is_overdue,
        "unreported": assessment.is_unreported,
        "milestones_past_due": len(assessment.overdue),
        "undefined": _undefined(values),
    }
    return plain_row(row, language)


def _undefined(values: Mapping[str, object]) -> Message | None:
    reasons = [_because(name, value.reason) for name, value in values.items() if isinstance(value, NotAssessable)]
    return joined(phrases.NEXT_ENTRY, reasons) if reasons else None


@cache
def _because(name: str, reason: Reason) -> Message:
    return fill(phrases.UNDEFINED_BECAUSE, name=Message(name), reason=NotAssessable(reason))
