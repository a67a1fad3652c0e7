"""Assessments as rows of plain values and as tables for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from civicplan.assessment.caveat import Caveat
from civicplan.assessment.deliverable import DeliverableOutcome
from civicplan.assessment.indicator import IndicatorAssessment
from civicplan.assessment.outcome import Outcome, actual_text, target_text
from civicplan.assessment.task import TaskAssessment
from civicplan.assessment.verdicts import in_order
from civicplan.evidence import Actual
from civicplan.model import Measure, Standing, Threshold
from civicplan.render import phrases
from civicplan.render.tables import Table
from civicplan.render.template import fill
from civicplan.render.words import full_name, in_words, percent_text
from civicplan.values import NotAssessable

_MEASURES = ("attainment", "progress", "elapsed", "pace", "growth", "required_growth", "catch_up_growth", "standing")
_TASK_MEASURES = ("reported", "elapsed", "pace", "standing")
_PRINTED_IN_BRACKETS = (Measure.TOTAL, Measure.REDUCTION, Measure.CHANGE)


def indicator_row(assessment: IndicatorAssessment) -> dict[str, Any]:
    """Return one plain dict for an indicator; what is undefined is None and `undefined` says why."""
    indicator = assessment.indicator
    values = {name: getattr(assessment, name) for name in _MEASURES}
    return {
        "id": indicator.id,
        "number": indicator.number,
        "group": None if indicator.group is None else str(indicator.group),
        "name": str(indicator.name),
        "unit": indicator.unit,
        "nature": _plain(indicator.nature),
        "direction": _plain(indicator.effective_direction),
        "target": _targets_text(assessment),
        "actual": _actuals_text(assessment),
        **_actual_in_force(assessment),
        "verdict": str(assessment.verdict),
        "decisive": assessment.decisive,
        "caveats": "; ".join(assessment.caveats) or None,
        "reason": _plain(assessment.reason),
        **{name: _plain(value) for name, value in values.items()},
        "undefined": _undefined(values),
    }


def _actual_in_force(assessment: IndicatorAssessment) -> dict[str, Any]:
    """Return the actual of the target in force as a number, the period it is about, and when the target is due."""
    target = assessment.target if isinstance(assessment.target, Outcome) else None
    actual = target.actual if target is not None and isinstance(target.actual, Actual) else None
    return {
        "value": None if actual is None or actual.is_hedged else actual.value,
        "period": None if actual is None else str(actual.period),
        "due": None if target is None or target.due is None else str(target.due),
    }


def task_row(assessment: TaskAssessment) -> dict[str, Any]:
    """Return one plain dict for a task; what is undefined is None and `undefined` says why."""
    task = assessment.task
    values = {name: getattr(assessment, name) for name in _TASK_MEASURES}
    return {
        "id": task.id,
        "number": task.number,
        "title": str(task.title),
        "period": str(assessment.period),
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


def _undefined(values: Mapping[str, object]) -> str | None:
    reasons = (f"{name}: {value}" for name, value in values.items() if isinstance(value, NotAssessable))
    return "; ".join(reasons) or None


def _plain(value: object) -> str | Decimal | None:
    if value is None or isinstance(value, NotAssessable):
        return None
    return value if isinstance(value, Decimal) else str(value)


def text(indicators: Sequence[IndicatorAssessment], tasks: Sequence[TaskAssessment]) -> str:
    """Return the assessments as tables of text."""
    return "\n\n".join(table.to_text() for table in _tables(indicators, tasks))


def html(indicators: Sequence[IndicatorAssessment], tasks: Sequence[TaskAssessment]) -> str:
    """Return the assessments as tables of HTML."""
    return "\n".join(table.to_html() for table in _tables(indicators, tasks))


def _tables(indicators: Sequence[IndicatorAssessment], tasks: Sequence[TaskAssessment]) -> Iterator[Table]:
    if indicators or not tasks:
        rows = [_indicator_cells(assessment) for assessment in indicators]
        yield Table(phrases.INDICATOR_HEADINGS, rows, tuple(_legend(indicators)))
    if tasks:
        yield Table(
            phrases.TASK_HEADINGS, [_task_cells(assessment) for assessment in tasks], tuple(_caveat_legend(tasks))
        )


def _indicator_cells(assessment: IndicatorAssessment) -> tuple[str, ...]:
    indicator = assessment.indicator
    return (
        indicator.number or "",
        full_name(indicator.group, indicator.name),
        indicator.unit or "",
        _targets_text(assessment),
        _actuals_text(assessment),
        _verdict_text(assessment),
        percent_text(assessment.attainment),
    )


def _targets_text(assessment: IndicatorAssessment) -> str:
    return " · ".join(target_text(outcome.target) for outcome in assessment.outcomes) or phrases.UNDEFINED


def _actuals_text(assessment: IndicatorAssessment) -> str:
    return " · ".join(_actual_text(outcome) for outcome in assessment.outcomes) or phrases.UNDEFINED


def _actual_text(outcome: Outcome) -> str:
    if isinstance(outcome.actual, NotAssessable):
        return phrases.UNDEFINED
    actual = actual_text(outcome.target, outcome.actual, outcome.bound)
    return fill(phrases.DERIVED, actual=actual) if outcome.actual.is_derived else actual


def _verdict_text(assessment: IndicatorAssessment) -> str:
    return _with_caveats(assessment.headline, assessment.caveats)


def _with_caveats(verdict: str, caveats: Sequence[Caveat]) -> str:
    return fill(phrases.WITH_CAVEATS, verdict=verdict, caveats=", ".join(caveats)) if caveats else verdict


def _standing_text(standing: Standing | NotAssessable) -> str:
    return in_words(standing) if isinstance(standing, Standing) else phrases.UNDEFINED


def _task_cells(assessment: TaskAssessment) -> tuple[str, ...]:
    return (
        assessment.task.number or "",
        assessment.task.title.in_language("en"),
        _task_verdict_text(assessment),
        percent_text(assessment.reported),
        percent_text(assessment.elapsed),
        _standing_text(assessment.standing),
        "; ".join(map(_amount_text, assessment.deliverables)) or phrases.UNDEFINED,
        "; ".join(milestone.title.in_language("en") for milestone in assessment.overdue) or phrases.UNDEFINED,
    )


def _task_verdict_text(assessment: TaskAssessment) -> str:
    template = phrases.TASK_VERDICTS[assessment.is_overdue, assessment.is_unreported]
    return _with_caveats(fill(template, verdict=in_words(assessment.verdict)), assessment.caveats)


def _caveat_legend(assessments: Sequence[IndicatorAssessment | TaskAssessment]) -> Iterator[str]:
    """Return what could overturn the verdicts that are marked."""
    for caveat in in_order(caveat for assessment in assessments for caveat in assessment.caveats):
        yield fill(phrases.CAVEAT_LEGEND, caveat=caveat, sentence=caveat.sentence)


def _amount_text(outcome: DeliverableOutcome) -> str:
    subject = outcome.deliverable.subject.in_language("en")
    return fill(phrases.AMOUNT, subject=subject, share=outcome.share_text())


def _legend(indicators: Sequence[IndicatorAssessment]) -> Iterator[str]:
    outcomes = [outcome for assessment in indicators for outcome in assessment.outcomes]
    yield from _caveat_legend(indicators)
    if any(isinstance(outcome.actual, Actual) and outcome.actual.is_derived for outcome in outcomes):
        yield phrases.DERIVED_LEGEND
    if any(
        isinstance(outcome.target, Threshold) and outcome.target.measure in _PRINTED_IN_BRACKETS for outcome in outcomes
    ):
        yield phrases.PERIOD_LEGEND
