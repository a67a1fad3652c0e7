"""Assessments as tables for people: narrow ones of text, wide ones for a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from civicplan.assessment.caveat import CAVEAT_SENTENCES
from civicplan.assessment.indicator import IndicatorAssessment
from civicplan.assessment.outcome import Outcome, actual_text
from civicplan.assessment.task import TaskAssessment
from civicplan.evidence import Actual
from civicplan.model import Plan, Standing, Threshold
from civicplan.model._words import and_due
from civicplan.model.target import CUMULATIVE
from civicplan.render import phrases
from civicplan.render.cells import Badge, Cell, Number, progress_cell
from civicplan.render.message import Message, fill, joined
from civicplan.render.tables import Row, Table, under_headings
from civicplan.render.words import as_it_is, full_name, in_words, percent_text
from civicplan.values import NotAssessable, Period


def text_tables(indicators: Sequence[IndicatorAssessment], tasks: Sequence[TaskAssessment]) -> Iterator[Table]:
    """Yield the tables that a terminal shows."""
    if indicators or not tasks:
        rows = [_narrow_row(assessment) for assessment in indicators]
        yield Table(phrases.INDICATOR_HEADINGS, rows, tuple(_legend(indicators)), CAVEAT_SENTENCES)
    if tasks:
        yield _task_table(tasks)


def page_tables(
    indicators: Sequence[IndicatorAssessment],
    tasks: Sequence[TaskAssessment],
    *,
    caption: Message,
) -> Iterator[Table]:
    """Yield the tables that a page shows, with baselines, bars of progress and the headings of the plan's tables."""
    if indicators or not tasks:
        headings = (assessment.indicator.category for assessment in indicators)
        rows = (_wide_row(assessment) for assessment in indicators)
        headed = under_headings(zip(headings, rows, strict=True))
        yield Table(phrases.PAGE_HEADINGS, headed, tuple(_legend(indicators)), CAVEAT_SENTENCES, caption, named_by=1)
    if tasks:
        yield _task_table(tasks)._replace(caption="" if indicators else caption)


def day_tables(
    plan: Plan,
    indicators: Sequence[Sequence[IndicatorAssessment]],
    tasks: Sequence[Sequence[TaskAssessment]],
    days: Sequence[Period],
) -> Iterator[Table]:
    """Yield tables with a column for each day: the verdicts on the indicators of a plan, and those on its tasks.

    Args:
        plan: The plan.
        indicators: The assessments of its indicators, those of one day together.
        tasks: The assessments of its tasks, those of one day together.
        days: The periods whose last days these are.
    """
    columns = tuple(as_it_is(day) for day in days)
    if plan.indicators or not plan.tasks:
        rows: list[Row] = [
            (row.number or "", full_name(row.group, row.name), *map(_verdict, of_days))
            for row, *of_days in zip(plan.indicators, *indicators, strict=True)
        ]
        yield Table((*phrases.INDICATOR_HEADINGS[:2], *columns), rows, (), CAVEAT_SENTENCES, plan.title)
    if plan.tasks:
        rows = [
            (task.number or "", task.title, *map(_verdict, of_days))
            for task, *of_days in zip(plan.tasks, *tasks, strict=True)
        ]
        caption = "" if plan.indicators else plan.title
        yield Table((*phrases.TASK_HEADINGS[:2], *columns), rows, (), CAVEAT_SENTENCES, caption)


def _narrow_row(assessment: IndicatorAssessment) -> tuple[Cell, ...]:
    indicator = assessment.indicator
    return (
        indicator.number or "",
        full_name(indicator.group, indicator.name),
        indicator.unit or "",
        _targets_cell(assessment),
        actuals_text(assessment),
        _verdict(assessment),
        Number(percent_text(assessment.attainment)),
    )


def _wide_row(assessment: IndicatorAssessment) -> tuple[Cell, ...]:
    number, name, unit, targets, _, verdict, attainment = _narrow_row(assessment)
    assert isinstance(targets, str), "a terminal gets plain words"
    return (
        number,
        name,
        unit,
        Number(_baseline_text(assessment)),
        Number(targets) if _is_in_digits(assessment) else targets,
        Number(actuals_text(assessment)),
        attainment,
        progress_cell(assessment.progress, assessment.elapsed),
        verdict,
    )


def _baseline_text(assessment: IndicatorAssessment) -> str:
    baseline = assessment.indicator.baseline
    return phrases.UNDEFINED if baseline is None else baseline.as_printed


def _is_in_digits(assessment: IndicatorAssessment) -> bool:
    return all(isinstance(outcome.target, Threshold) for outcome in assessment.outcomes)


def _targets_cell(assessment: IndicatorAssessment) -> str:
    """All targets of an indicator, those of several with what tells them apart."""
    if len(assessment.outcomes) < 2:
        return targets_text(assessment)
    return joined(phrases.NEXT_TARGET, map(dated_target, assessment.outcomes))


def dated_target(outcome: Outcome) -> Message:
    """Return a target with the period for which it states one, and whether another took its place."""
    if outcome.is_valid:
        return and_due(outcome.target, outcome.target_text)
    return fill(phrases.REVISED if outcome.is_published else phrases.TO_BE_PUBLISHED, target=outcome.target_text)


def targets_text(assessment: IndicatorAssessment) -> str:
    """Return all targets of an indicator as the table of a plan would print them."""
    targets = (outcome.target_text for outcome in assessment.outcomes)
    return joined(phrases.NEXT_TARGET, targets) or phrases.UNDEFINED


def actuals_text(assessment: IndicatorAssessment) -> str:
    """Return the actual beside each target of an indicator."""
    return joined(phrases.NEXT_TARGET, map(_actual_text, assessment.outcomes)) or phrases.UNDEFINED


def _actual_text(outcome: Outcome) -> str:
    if isinstance(outcome.actual, NotAssessable):
        return phrases.UNDEFINED
    actual = actual_text(outcome.target, outcome.actual, outcome.bound)
    return fill(phrases.DERIVED, actual=actual) if outcome.actual.is_derived else actual


def _verdict(assessment: IndicatorAssessment | TaskAssessment) -> Badge:
    return Badge(assessment.verdict, assessment.headline, tuple(assessment.caveats))


def _task_table(tasks: Sequence[TaskAssessment]) -> Table:
    rows: list[Row] = [_task_row(assessment) for assessment in tasks]
    return Table(phrases.TASK_HEADINGS, rows, (), CAVEAT_SENTENCES, named_by=1)


def _task_row(assessment: TaskAssessment) -> tuple[Cell, ...]:
    task = assessment.task
    return (
        task.number or "",
        task.title,
        _verdict(assessment),
        progress_cell(assessment.reported, assessment.elapsed),
        Number(percent_text(assessment.elapsed)),
        _standing(assessment.standing),
        _joined(outcome.in_short() for outcome in assessment.deliverables),
        _joined(milestone.title for milestone in assessment.overdue),
    )


def _standing(standing: Standing | NotAssessable) -> Cell:
    return Badge(standing, in_words(standing)) if isinstance(standing, Standing) else phrases.UNDEFINED


def _joined(texts: Iterable[object]) -> str:
    return joined(phrases.NEXT_ENTRY, texts) or phrases.UNDEFINED


def _legend(indicators: Sequence[IndicatorAssessment]) -> Iterator[str]:
    outcomes = [outcome for assessment in indicators for outcome in assessment.outcomes]
    if any(isinstance(outcome.actual, Actual) and outcome.actual.is_derived for outcome in outcomes):
        yield phrases.DERIVED_LEGEND
    if any(isinstance(outcome.target, Threshold) and outcome.target.measure in CUMULATIVE for outcome in outcomes):
        yield phrases.PERIOD_LEGEND
