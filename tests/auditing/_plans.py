"""Small plans to audit, and short ways of asking what was found."""

from __future__ import annotations

from typing import Any

import civicplan as cp
from civicplan.auditing import Finding, audit
from civicplan.model import Claim, MeasureLike


def at(period: str, figure: str, measure: MeasureLike = "level", line: int | None = None) -> cp.Observation:
    source = cp.Source(document="report", line=line) if line else None
    return cp.Observation(period=period, figure=figure, measure=measure, source=source)


def level(bound: str, period: str | None = None) -> cp.Threshold:
    return cp.Threshold(bound=bound, period=period)


def growth(bound: str) -> cp.Threshold:
    return cp.Threshold(bound=bound, measure="growth")


def row(id: str = "a", *, unit: str | None = "吨", **fields: Any) -> cp.Indicator:
    return cp.Indicator(id=id, name=fields.pop("name", id), unit=unit, **fields)


def plan(*indicators: cp.Indicator, claims: tuple[Claim, ...] = (), **fields: Any) -> cp.Plan:
    period = fields.pop("period", "2016/2020")
    return cp.Plan(id="p", title="A plan", period=period, indicators=indicators, claims=claims, **fields)


def workplan(*tasks: cp.Task, claims: tuple[Claim, ...] = ()) -> cp.Plan:
    return cp.Plan(id="p", title="A programme", period="2024", tasks=tasks, claims=claims)


def findings_of(plan: cp.Plan, **options: Any) -> list[tuple[str, str, str]]:
    """Severity, code and subject of every finding."""
    return [(str(one.severity), one.code, one.subject) for one in audit(plan, **options)]


def disagreements_of(plan: cp.Plan, **options: Any) -> list[tuple[str, str, str]]:
    """Severity, code and subject of every contradiction and doubt."""
    return [found for found in findings_of(plan, **options) if found[0] != "note"]


def only(plan: cp.Plan, **options: Any) -> Finding:
    """The one finding that there must be."""
    (finding,) = audit(plan, **options)
    return finding
