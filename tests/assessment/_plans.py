"""Small plans to assess, and short ways of asking what came of them."""

from __future__ import annotations

from typing import Any

import civicplan as cp
from civicplan.assessment import Outcome, TaskAssessment
from civicplan.model import MeasureLike


def plan(*indicators: cp.Indicator, period: str = "2016/2020") -> cp.Plan:
    return cp.Plan(id="p", title="A plan", period=period, indicators=indicators)


def row(id: str = "a", **fields: Any) -> cp.Indicator:
    return cp.Indicator(id=id, name=id, **fields)


def seen(period: str, figure: str, measure: MeasureLike = "level") -> cp.Observation:
    return cp.Observation(period=period, figure=figure, measure=measure)


def growth(bound: str) -> tuple[cp.Threshold]:
    return (cp.Threshold(bound=bound, measure="growth"),)


def outcome(indicator: cp.Indicator, as_of: str = "2020", *others: cp.Indicator) -> Outcome:
    return cp.assess(plan(indicator, *others), as_of=as_of)[indicator.id].outcomes[0]


def assessed(as_of: str, **fields: Any) -> TaskAssessment:
    task = cp.Task(id="t", title="books to villages", **fields)
    plan = cp.Plan(id="p", title="A plan", period="2024", tasks=(task,))
    return cp.assess(plan, as_of=as_of).task("t")


def report(period: str, percent: str | None = None, *delivered: cp.Delivered) -> cp.ProgressReport:
    return cp.ProgressReport(period=period, percent=percent, delivered=delivered)
