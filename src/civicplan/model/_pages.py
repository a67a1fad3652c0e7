"""How a plan shows itself in a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from civicplan.model._words import target_and_due
from civicplan.model.indicator import Indicator, Observation
from civicplan.model.target import Relative, Target, Threshold
from civicplan.model.task import Task
from civicplan.render import phrases
from civicplan.render.cells import Cell, Number
from civicplan.render.html import MOST_ROWS, block
from civicplan.render.languages import language_of
from civicplan.render.message import Message, fill, joined
from civicplan.render.tables import Table, under_headings
from civicplan.render.words import full_name, in_words, with_unit
from civicplan.values import Period, Text


def plan_html(title: Text, period: Period, indicators: Iterable[Indicator], tasks: Iterable[Task]) -> str:
    """Return the indicators and tasks of a plan as tables, in the language of the plan."""
    caption = fill(phrases.TITLE_AND_PERIOD, title=title, period=period)
    tables = _plan_tables(caption, tuple(indicators), tuple(tasks))
    return block(tables, language=language_of(title), most=MOST_ROWS)


def _plan_tables(title: Message, indicators: tuple[Indicator, ...], tasks: tuple[Task, ...]) -> Iterator[Table]:
    if indicators or not tasks:
        names = {row.id: full_name(row.group, row.name) for row in indicators}
        rows = under_headings((row.category, _indicator_row(row, names)) for row in indicators)
        yield Table(phrases.PLAN_HEADINGS, rows, caption=title)
    if tasks:
        caption = "" if indicators else title
        yield Table(phrases.PLAN_TASK_HEADINGS, list(map(_task_row, tasks)), caption=caption)


def _indicator_row(indicator: Indicator, names: Mapping[str, Message]) -> tuple[Cell, ...]:
    return (
        indicator.number or "",
        full_name(indicator.group, indicator.name),
        indicator.unit or "",
        Number(phrases.UNDEFINED if indicator.baseline is None else indicator.baseline.as_printed),
        _targets(indicator.targets, names),
        Number(phrases.UNDEFINED if not indicator.observations else _latest(indicator.observations).as_printed),
        in_words(indicator.nature or ""),
    )


def _latest(observations: tuple[Observation, ...]) -> Observation:
    return max(observations, key=lambda observation: observation.period.end_key)


def _targets(targets: tuple[Target, ...], names: Mapping[str, Message]) -> Cell:
    """All targets, a relation by what the indicator is called that it refers to."""
    references = (names.get(target.reference) if isinstance(target, Relative) else None for target in targets)
    known = (target_and_due(target, reference=name) for target, name in zip(targets, references, strict=True))
    texts = joined(phrases.NEXT_TARGET, known) or phrases.UNDEFINED
    return Number(texts) if all(isinstance(target, Threshold) for target in targets) else texts


def _task_row(task: Task) -> tuple[Cell, ...]:
    agencies = (*task.responsibility.lead_agencies, *task.responsibility.agencies)
    return (
        task.number or "",
        task.title,
        _joined(agencies),
        _joined(part.as_printed for part in task.deliverables),
        _joined(part.as_printed for part in task.milestones),
        Number(phrases.UNDEFINED if not task.reports else _last_report(task)),
    )


def _last_report(task: Task) -> Message:
    report = max(task.reports, key=lambda report: report.period.end_key)
    done = phrases.UNDEFINED if report.percent is None else with_unit(report.percent, "%")
    return fill(phrases.WITH_PERIOD, figure=done, period=report.period)


def _joined(texts: Iterable[str]) -> str:
    return joined(phrases.NEXT_ENTRY, texts) or phrases.UNDEFINED
