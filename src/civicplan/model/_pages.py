"""How a plan shows itself in a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from civicplan.model._words import target_text
from civicplan.model.indicator import Indicator, Observation
from civicplan.model.target import Target, Threshold
from civicplan.model.task import Task
from civicplan.render import phrases
from civicplan.render.cells import Cell, Number
from civicplan.render.html import MOST_ROWS, block
from civicplan.render.tables import Table, under_headings
from civicplan.render.template import fill
from civicplan.render.words import full_name, in_words, with_unit


def plan_html(title: str, indicators: Iterable[Indicator], tasks: Iterable[Task]) -> str:
    """Return the indicators and tasks of a plan as tables."""
    return block(_plan_tables(title, tuple(indicators), tuple(tasks)), most=MOST_ROWS)


def _plan_tables(title: str, indicators: tuple[Indicator, ...], tasks: tuple[Task, ...]) -> Iterator[Table]:
    if indicators or not tasks:
        rows = under_headings(((row.category, _indicator_row(row)) for row in indicators), None)
        yield Table(phrases.PLAN_HEADINGS, rows, caption=title)
    if tasks:
        caption = "" if indicators else title
        yield Table(phrases.PLAN_TASK_HEADINGS, list(map(_task_row, tasks)), caption=caption)


def _indicator_row(indicator: Indicator) -> tuple[Cell, ...]:
    return (
        indicator.number or "",
        full_name(indicator.group, indicator.name, language=None),
        indicator.unit or "",
        Number(phrases.UNDEFINED if indicator.baseline is None else str(indicator.baseline)),
        _targets(indicator.targets),
        Number(phrases.UNDEFINED if not indicator.observations else str(_latest(indicator.observations))),
        in_words(indicator.nature or ""),
    )


def _latest(observations: tuple[Observation, ...]) -> Observation:
    return max(observations, key=lambda observation: observation.period.end_key)


def _targets(targets: tuple[Target, ...]) -> Cell:
    texts = " · ".join(target_text(target, None) for target in targets) or phrases.UNDEFINED
    return Number(texts) if all(isinstance(target, Threshold) for target in targets) else texts


def _task_row(task: Task) -> tuple[Cell, ...]:
    agencies = (*task.responsibility.lead_agencies, *task.responsibility.agencies)
    return (
        task.number or "",
        str(task.title),
        _joined(agencies),
        _joined(map(str, task.deliverables)),
        _joined(map(str, task.milestones)),
        Number(phrases.UNDEFINED if not task.reports else _last_report(task)),
    )


def _last_report(task: Task) -> str:
    report = max(task.reports, key=lambda report: report.period.end_key)
    done = phrases.UNDEFINED if report.percent is None else with_unit(report.percent, "%")
    return fill(phrases.WITH_PERIOD, figure=done, period=report.period)


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(texts) or phrases.UNDEFINED
