"""Assessments as tables for people: narrow ones of text, wide ones for a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from civicplan.assessment.caveat import CAVEAT_SENTENCES
from civicplan.assessment.deliverable import DeliverableOutcome
from civicplan.assessment.indicator import IndicatorAssessment
from civicplan.assessment.outcome import Outcome, actual_text
from civicplan.assessment.task import TaskAssessment
from civicplan.evidence import Actual
from civicplan.model import Measure, Standing, Threshold
from civicplan.model._words import target_text
from civicplan.render import phrases
from civicplan.render.cells import Badge, Cell, Number, progress_cell
from civicplan.render.tables import Row, Table, under_headings
from civicplan.render.template import fill
from civicplan.render.words import full_name, in_words, percent_text
from civicplan.values import NotAssessable

_PRINTED_IN_BRACKETS = (Measure.TOTAL, Measure.REDUCTION, Measure.CHANGE)


def to_text(
    indicators: Sequence[IndicatorAssessment], tasks: Sequence[TaskAssessment], language: str | None = None
) -> str:
    """Return the assessments as tables of text."""
    return "\n\n".join(table.to_text() for table in _text_tables(indicators, tasks, language))


def _text_tables(
    indicators: Sequence[IndicatorAssessment], tasks: Sequence[TaskAssessment], language: str | None
) -> Iterator[Table]:
    if indicators or not tasks:
        rows = [_narrow_row(assessment, language) for assessment in indicators]
        yield Table(phrases.INDICATOR_HEADINGS, rows, tuple(_legend(indicators)), CAVEAT_SENTENCES)
    if tasks:
        yield _task_table(tasks, language)


def page_tables(
    indicators: Sequence[IndicatorAssessment],
    tasks: Sequence[TaskAssessment],
    *,
    caption: str,
    language: str | None = None,
) -> Iterator[Table]:
    """Yield the tables that a page shows, with baselines, bars of progress and the headings of the plan's tables."""
    if indicators or not tasks:
        headings = (assessment.indicator.category for assessment in indicators)
        rows = (_wide_row(assessment, language) for assessment in indicators)
        headed = under_headings(zip(headings, rows, strict=True), language)
        yield Table(phrases.PAGE_HEADINGS, headed, tuple(_legend(indicators)), CAVEAT_SENTENCES, caption)
    if tasks:
        yield _task_table(tasks, language)._replace(caption="" if indicators else caption)


def _narrow_row(assessment: IndicatorAssessment, language: str | None) -> tuple[Cell, ...]:
    indicator = assessment.indicator
    return (
        indicator.number or "",
        full_name(indicator.group, indicator.name, language=language),
        indicator.unit or "",
        targets_text(assessment, language),
        actuals_text(assessment),
        _verdict(assessment),
        Number(percent_text(assessment.attainment)),
    )


def _wide_row(assessment: IndicatorAssessment, language: str | None) -> tuple[Cell, ...]:
    number, name, unit, targets, actuals, verdict, attainment = _narrow_row(assessment, language)
    return (
        number,
        name,
        unit,
        Number(_baseline_text(assessment)),
        Number(str(targets)) if _is_in_digits(assessment) else targets,
        Number(str(actuals)),
        attainment,
        progress_cell(assessment.progress, assessment.elapsed),
        verdict,
    )


def _baseline_text(assessment: IndicatorAssessment) -> str:
    baseline = assessment.indicator.baseline
    return phrases.UNDEFINED if baseline is None else str(baseline)


def _is_in_digits(assessment: IndicatorAssessment) -> bool:
    return all(isinstance(outcome.target, Threshold) for outcome in assessment.outcomes)


def targets_text(assessment: IndicatorAssessment, language: str | None = "en") -> str:
    """Return all targets of an indicator as the table of a plan would print them."""
    targets = (target_text(outcome.target, language) for outcome in assessment.outcomes)
    return " · ".join(targets) or phrases.UNDEFINED


def actuals_text(assessment: IndicatorAssessment) -> str:
    """Return the actual beside each target of an indicator."""
    return " · ".join(_actual_text(outcome) for outcome in assessment.outcomes) or phrases.UNDEFINED


def _actual_text(outcome: Outcome) -> str:
    if isinstance(outcome.actual, NotAssessable):
        return phrases.UNDEFINED
    actual = actual_text(outcome.target, outcome.actual, outcome.bound)
    return fill(phrases.DERIVED, actual=actual) if outcome.actual.is_derived else actual


def _verdict(assessment: IndicatorAssessment) -> Badge:
    return Badge(assessment.verdict, assessment.headline, tuple(assessment.caveats))


def _task_table(tasks: Sequence[TaskAssessment], language: str | None) -> Table:
    rows: list[Row] = [_task_row(assessment, language) for assessment in tasks]
    return Table(phrases.TASK_HEADINGS, rows, (), CAVEAT_SENTENCES)


def _task_row(assessment: TaskAssessment, language: str | None) -> tuple[Cell, ...]:
    task = assessment.task
    return (
        task.number or "",
        task.title.in_language(language),
        Badge(assessment.verdict, assessment.headline, tuple(assessment.caveats)),
        progress_cell(assessment.reported, assessment.elapsed),
        Number(percent_text(assessment.elapsed)),
        _standing(assessment.standing),
        _joined(_amount_text(outcome, language) for outcome in assessment.deliverables),
        _joined(milestone.title.in_language(language) for milestone in assessment.overdue),
    )


def _standing(standing: Standing | NotAssessable) -> Cell:
    return Badge(standing, in_words(standing)) if isinstance(standing, Standing) else phrases.UNDEFINED


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(texts) or phrases.UNDEFINED


def _amount_text(outcome: DeliverableOutcome, language: str | None) -> str:
    return fill(phrases.AMOUNT, subject=outcome.deliverable.subject.in_language(language), share=outcome.share_text())


def _legend(indicators: Sequence[IndicatorAssessment]) -> Iterator[str]:
    outcomes = [outcome for assessment in indicators for outcome in assessment.outcomes]
    if any(isinstance(outcome.actual, Actual) and outcome.actual.is_derived for outcome in outcomes):
        yield phrases.DERIVED_LEGEND
    if any(
        isinstance(outcome.target, Threshold) and outcome.target.measure in _PRINTED_IN_BRACKETS for outcome in outcomes
    ):
        yield phrases.PERIOD_LEGEND
