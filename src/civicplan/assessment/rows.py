"""Assessments as rows of plain values."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from civicplan.assessment.indicator import IndicatorAssessment
from civicplan.assessment.outcome import Outcome, actual_text
from civicplan.assessment.tables import actuals_text, targets_text
from civicplan.assessment.task import TaskAssessment
from civicplan.evidence import Actual
from civicplan.model import Deliverable, Delivered, Indicator, ProgressReport, Relative, Threshold
from civicplan.model._words import target_text
from civicplan.render import phrases
from civicplan.render.template import fill
from civicplan.render.words import with_unit
from civicplan.values import Bound, Figure, NotAssessable

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


def indicator_row(assessment: IndicatorAssessment, language: str | None = None) -> dict[str, Any]:
    """Return one plain dict for an indicator; what is undefined is None and `undefined` says why."""
    indicator = assessment.indicator
    values = {name: getattr(assessment, name) for name in _MEASURES}
    return {
        **_named(indicator, language),
        "category": None if indicator.category is None else indicator.category.in_language(language),
        "nature": _plain(indicator.nature),
        "direction": _plain(indicator.effective_direction),
        "target": targets_text(assessment, language),
        "actual": actuals_text(assessment),
        **_dated(assessment.target),
        "verdict": str(assessment.verdict),
        "decisive": assessment.decisive,
        "caveats": "; ".join(assessment.caveats) or None,
        "reason": _plain(assessment.reason),
        **{name: _plain(value) for name, value in values.items()},
        "undefined": _undefined(values),
        "hint": assessment.target.hint if isinstance(assessment.target, Outcome) else None,
    }


def _named(indicator: Indicator, language: str | None) -> dict[str, Any]:
    """Return what every row about an indicator begins with."""
    return {
        "id": indicator.id,
        "number": indicator.number,
        "group": None if indicator.group is None else indicator.group.in_language(language),
        "name": indicator.name.in_language(language),
        "unit": indicator.unit,
    }


def outcome_row(outcome: Outcome, language: str | None = None) -> dict[str, Any]:
    """Return one plain dict for a target; what is undefined is None and `undefined` says why."""
    indicator, target, actual = outcome.indicator, outcome.target, outcome.actual
    values = {name: getattr(outcome, name) for name in _OUTCOME_MEASURES}
    return {
        **_named(indicator, language),
        "target": target_text(target, language),
        "measure": str(target.measure) if isinstance(target, Threshold | Relative) else None,
        "in_force": outcome.is_in_force,
        "actual": actual_text(target, actual, outcome.bound) if isinstance(actual, Actual) else None,
        "formula": actual.formula or None if isinstance(actual, Actual) else None,
        **_dated(outcome),
        "verdict": str(outcome.verdict),
        "decisive": outcome.decisive,
        "caveats": "; ".join(outcome.caveats) or None,
        "reason": _plain(outcome.reason),
        **{name: _plain(value) for name, value in values.items()},
        "undefined": _undefined(values),
        "hint": outcome.hint,
    }


def _dated(outcome: Outcome | NotAssessable) -> dict[str, Any]:
    """Return the actual of a target as a number, the period it is about, and when the target is due."""
    target = outcome if isinstance(outcome, Outcome) else None
    actual = target.actual if target is not None and isinstance(target.actual, Actual) else None
    return {
        "value": None if actual is None or actual.is_hedged else actual.value,
        "period": None if actual is None else str(actual.period),
        "due": None if target is None or target.due is None else str(target.due),
    }


def task_row(assessment: TaskAssessment, language: str | None = None) -> dict[str, Any]:
    """Return one plain dict for a task; what is undefined is None and `undefined` says why."""
    task, charge, report = assessment.task, assessment.task.responsibility, assessment.report
    responsible = (*charge.leads, *charge.deputies, *charge.lead_agencies, *charge.agencies)
    planned = (_amount(amount, amount.planned, language) for amount in task.deliverables)
    answers = (outcome.delivered for outcome in assessment.deliverables)
    delivered = (_amount(amount, amount.figure, language) for amount in answers if isinstance(amount, Delivered))
    values = {name: getattr(assessment, name) for name in _TASK_MEASURES}
    return {
        "id": task.id,
        "number": task.number,
        "title": task.title.in_language(language),
        "responsible": "; ".join(responsible) or None,
        "period": str(assessment.period),
        "planned": "; ".join(planned) or None,
        "delivered": "; ".join(delivered) or None,
        "status": _plain(report.status) if isinstance(report, ProgressReport) else None,
        "verdict": str(assessment.verdict),
        "decisive": assessment.decisive,
        "basis": str(assessment.basis),
        "reason": _plain(assessment.reason),
        "caveats": "; ".join(assessment.caveats) or None,
        **{name: _plain(value) for name, value in values.items()},
        "overdue": assessment.is_overdue,
        "unreported": assessment.is_unreported,
        "milestones_past_due": len(assessment.overdue),
        "undefined": _undefined(values),
    }


def _amount(counted: Deliverable | Delivered, amount: Bound | Figure, language: str | None) -> str:
    """Return an amount with what is counted."""
    subject = counted.subject.in_language(language)
    return fill(phrases.AMOUNT, subject=subject, share=with_unit(amount, counted.unit))


def _undefined(values: Mapping[str, object]) -> str | None:
    reasons = (f"{name}: {value}" for name, value in values.items() if isinstance(value, NotAssessable))
    return "; ".join(reasons) or None


def _plain(value: object) -> str | Decimal | None:
    if value is None or isinstance(value, NotAssessable):
        return None
    return value if isinstance(value, Decimal) else str(value)
