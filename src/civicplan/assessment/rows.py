"""Assessments as rows, frames, text and HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from civicplan.assessment.indicator import IndicatorAssessment
from civicplan.assessment.outcome import Outcome, actual_text, target_text
from civicplan.assessment.standing import Standing
from civicplan.assessment.task import TaskAssessment
from civicplan.evidence.actual import Actual
from civicplan.model import Verdict
from civicplan.render.tables import html_table, text_table
from civicplan.render.words import full_name, percent_text
from civicplan.values import NotAssessable

_MEASURES = ("attainment", "progress", "elapsed", "pace", "growth", "required_growth", "catch_up_growth", "standing")
_TASK_MEASURES = ("reported", "elapsed", "pace", "standing")
_INDICATOR_HEADINGS = ("no.", "indicator", "unit", "target", "actual", "verdict", "attainment")
_TASK_HEADINGS = ("no.", "task", "reported", "time gone by then", "standing", "amounts", "past due")
_UNDECIDED = "~"
_DIGITS_LEGEND = f"{_UNDECIDED} a digit that nobody printed could flip the verdict"


def row(assessment: IndicatorAssessment) -> dict[str, Any]:
    """One plain dict; what is undefined is None and `undefined` says why."""
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
        **_first(assessment),
        "verdict": str(assessment.verdict),
        "decisive": assessment.decisive,
        "reason": _plain(assessment.reason),
        **{name: _plain(value) for name, value in values.items()},
        "undefined": _undefined(values),
    }


def _first(assessment: IndicatorAssessment) -> dict[str, Any]:
    """The actual of the first target as a number, what it is about, and when the target is due."""
    first = assessment.outcomes[0] if assessment.outcomes else None
    actual = first.actual if first is not None and isinstance(first.actual, Actual) else None
    return {
        "value": None if actual is None else actual.value,
        "period": None if actual is None else str(actual.period),
        "due": None if first is None or first.due is None else str(first.due),
    }


def task_row(assessment: TaskAssessment) -> dict[str, Any]:
    """One plain dict; what is undefined is None and `undefined` says why."""
    task = assessment.task
    values = {name: getattr(assessment, name) for name in _TASK_MEASURES}
    return {
        "id": task.id,
        "number": task.number,
        "title": str(task.title),
        "period": str(assessment.period),
        "verdict": str(assessment.verdict),
        "decisive": assessment.decisive,
        "reason": _plain(assessment.reason),
        **{name: _plain(value) for name, value in values.items()},
        "overdue": len(assessment.overdue),
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
    """The assessments as a text table, wide characters counted as two columns."""
    return "\n\n".join(
        text_table(headings, cells, _legend(headings, cells)) for headings, cells in _tables(indicators, tasks)
    )


def html(indicators: Sequence[IndicatorAssessment], tasks: Sequence[TaskAssessment]) -> str:
    """The assessments as HTML tables that need nothing from elsewhere."""
    return "\n".join(
        html_table(headings, cells, _legend(headings, cells)) for headings, cells in _tables(indicators, tasks)
    )


def _tables(
    indicators: Sequence[IndicatorAssessment], tasks: Sequence[TaskAssessment]
) -> list[tuple[tuple[str, ...], list[tuple[str, ...]]]]:
    tables: list[tuple[tuple[str, ...], list[tuple[str, ...]]]] = []
    if indicators or not tasks:
        tables.append((_INDICATOR_HEADINGS, [_indicator_cells(assessment) for assessment in indicators]))
    if tasks:
        tables.append((_TASK_HEADINGS, [_task_cells(assessment) for assessment in tasks]))
    return tables


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
    return " · ".join(target_text(outcome.target) for outcome in assessment.outcomes) or "—"


def _actuals_text(assessment: IndicatorAssessment) -> str:
    return " · ".join(_actual_text(outcome) for outcome in assessment.outcomes) or "—"


def _actual_text(outcome: Outcome) -> str:
    if isinstance(outcome.actual, NotAssessable):
        return "—"
    return actual_text(outcome.target, outcome.actual, outcome.bound) + ("*" if outcome.actual.is_derived else "")


def _verdict_text(assessment: IndicatorAssessment) -> str:
    said = assessment.verdict.replace("_", " ")
    if assessment.verdict is Verdict.NOT_DUE:
        open_targets = [outcome.standing for outcome in assessment.outcomes if outcome.verdict is Verdict.NOT_DUE]
        standings = [each.replace("_", " ") if isinstance(each, Standing) else "—" for each in open_targets]
        return said if set(standings) == {"—"} else f"{said}: {' · '.join(standings)}"
    undecided = assessment.verdict is not Verdict.NOT_ASSESSABLE and not assessment.decisive
    return f"{said} {_UNDECIDED}" if undecided else said


def _task_cells(assessment: TaskAssessment) -> tuple[str, ...]:
    amounts = (
        f"{outcome.deliverable.subject.in_language('en')} {outcome.share_text()}" for outcome in assessment.deliverables
    )
    return (
        assessment.task.number or "",
        assessment.task.title.in_language("en"),
        percent_text(assessment.reported),
        percent_text(assessment.elapsed),
        "—" if isinstance(assessment.standing, NotAssessable) else assessment.standing.replace("_", " "),
        "; ".join(amounts) or "—",
        "; ".join(milestone.title.in_language("en") for milestone in assessment.overdue) or "—",
    )


def _legend(headings: tuple[str, ...], cells: list[tuple[str, ...]]) -> list[str]:
    if headings is not _INDICATOR_HEADINGS:
        return []
    verdicts, actuals, targets = map(headings.index, ("verdict", "actual", "target"))
    shown = {
        _DIGITS_LEGEND: any(line[verdicts].endswith(_UNDECIDED) for line in cells),
        "* derived from published figures": any("*" in line[actuals] for line in cells),
        "[ ] over the whole period; a percentage in it is a reduction": any("[" in line[targets] for line in cells),
    }
    return [legend for legend, is_shown in shown.items() if is_shown]
