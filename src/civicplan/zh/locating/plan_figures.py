"""The figures of a plan: each with what a document must print beside it to be the place that it was taken from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from civicplan.model import (
    BreakdownClaim,
    CountClaim,
    GapClaim,
    GrowthClaim,
    Indicator,
    Measure,
    Observation,
    Plan,
    ShareClaim,
    StandingClaim,
    StatusClaim,
    Task,
    Threshold,
    VerdictClaim,
)
from civicplan.model.claim import Claim
from civicplan.values import Bound, Figure, Period, Source, Text

_PERCENT = "%"
#: The measures whose figures are in percent, whatever the unit of the indicator.
_IN_PERCENT = (Measure.GROWTH, Measure.REDUCTION)


@frozen(kw_only=True)
class PlanFigure:
    """One figure of a plan.

    Attributes:
        path: Where the plan has it, counted from 0.
        subject: What it is of, as the plan calls it.
        figure: The figure.
        names: The names of what it is of, one of which stands beside it, or names its row.
        tasks: The titles of its task, one of which names its row.
        is_report: Whether it is reported of the task, and so none of those in its title.
        group: The name of what that is a part of; blank where it is none.
        unit: Its unit; None where the plan states none.
        period: The period it is about; None where the plan does not say.
        measure: The measure it is in; None for amounts and percentages.
        is_target: Whether it is promised rather than published; None where no column tells the two apart.
        line: The line that the plan names as its source.
    """

    path: str
    subject: str
    figure: Figure
    names: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    is_report: bool = False
    group: str = ""
    unit: str | None = None
    period: Period | None = None
    measure: Measure | None = None
    is_target: bool | None = None
    line: int | None = None


def figures_of(plan: Plan) -> Iterator[PlanFigure]:
    """Yield the figures of a plan, in its order.

    The natural range of an indicator, its weight and the tolerance of a relation are left aside: they are declared, and
    need not be printed.
    """
    for row, indicator in enumerate(plan.indicators):
        yield from _of_indicator(f"$.indicators[{row}]", indicator, plan.period)
    for row, task in enumerate(plan.tasks):
        yield from _of_task(f"$.tasks[{row}]", task)
    names = _names_by_id(plan)
    for row, claim in enumerate(plan.claims):
        yield from _of_claim(f"$.claims[{row}]", claim, names)


def _of_indicator(path: str, indicator: Indicator, plan_period: Period) -> Iterator[PlanFigure]:
    observations = [(f"{path}.observations[{place}]", part) for place, part in enumerate(indicator.observations)]
    if indicator.baseline is not None:
        observations.insert(0, (f"{path}.baseline", indicator.baseline))
    for place, target in enumerate(indicator.targets):
        if isinstance(target, Threshold):
            about = (target.due(plan_period), target.measure)
            for where, figure in _of_bound(f"{path}.targets[{place}].bound", target.bound):
                yield _of_row(where, indicator, figure, about, is_target=True, source=target.source)
    for where, observation in observations:
        yield _of_observation(f"{where}.figure", indicator, observation)


def _of_observation(path: str, indicator: Indicator, observation: Observation) -> PlanFigure:
    about = (observation.period, observation.measure)
    return _of_row(path, indicator, observation.number, about, is_target=False, source=observation.source)


def _of_row(
    path: str,
    indicator: Indicator,
    figure: Figure,
    about: tuple[Period, Measure],
    *,
    is_target: bool,
    source: Source | None = None,
) -> PlanFigure:
    period, measure = about
    return PlanFigure(
        path=path,
        subject=str(indicator.name),
        figure=figure,
        names=_words(indicator.name),
        group="" if indicator.group is None else str(indicator.group),
        unit=_PERCENT if measure in _IN_PERCENT else indicator.unit,
        period=period,
        measure=measure,
        is_target=is_target,
        line=_line(source or indicator.source),
    )


def _of_bound(path: str, bound: Bound) -> Iterator[tuple[str, Figure]]:
    yield path, bound.figure
    if bound.second is not None:
        yield f"{path}.second", bound.second


def _of_task(path: str, task: Task) -> Iterator[PlanFigure]:
    for place, promised in enumerate(task.deliverables):
        for where, figure in _of_bound(f"{path}.deliverables[{place}].planned", promised.planned):
            yield PlanFigure(
                path=where,
                subject=str(promised.subject),
                figure=figure,
                names=_words(promised.subject),
                tasks=_words(task.title),
                unit=promised.unit,
                line=_line(promised.source or task.source),
            )
    for place, report in enumerate(task.reports):
        where, line = f"{path}.reports[{place}]", _line(report.source or task.source)
        if report.percent is not None:
            yield PlanFigure(
                path=f"{where}.percent",
                subject=str(task.title),
                figure=report.percent,
                tasks=_words(task.title),
                is_report=True,
                unit=_PERCENT,
                line=line,
            )
        for number, amount in enumerate(report.delivered):
            yield PlanFigure(
                path=f"{where}.delivered[{number}].figure",
                subject=str(amount.subject),
                figure=amount.figure,
                names=_words(amount.subject),
                tasks=_words(task.title),
                is_report=True,
                unit=amount.unit,
                line=_line(amount.source) or line,
            )


def _of_claim(path: str, claim: Claim, names: Mapping[str, tuple[str, ...]]) -> Iterator[PlanFigure]:
    subject = claim.subject if isinstance(claim, GapClaim | GrowthClaim | ShareClaim | BreakdownClaim) else ""
    known = names.get(subject, ())
    for name, figure in _printed_by(claim):
        yield PlanFigure(
            path=f"{path}.{name}",
            subject=known[0] if known else type(claim).__name__,
            figure=figure,
            names=known,
            line=_line(claim.source),
        )


def _printed_by(claim: Claim) -> Iterable[tuple[str, Figure]]:
    """Return the figures that a claim states, each with its field."""
    match claim:
        case GapClaim(figure=figure) | GrowthClaim(figure=figure):
            return (("figure", figure),)
        case CountClaim(count=count):
            return (("count", Figure(count)),)
        case ShareClaim(part=part, percent=percent, whole=whole):
            return (("part", part), ("percent", percent), *((("whole", whole),) if whole is not None else ()))
        case BreakdownClaim(figures=figures, whole=whole):
            parts = tuple((f"figures[{place}]", figure) for place, figure in enumerate(figures))
            return (*parts, *((("whole", whole),) if whole is not None else ()))
        case VerdictClaim() | StandingClaim() | StatusClaim():
            return ()


def _names_by_id(plan: Plan) -> dict[str, tuple[str, ...]]:
    named = {indicator.id: _words(indicator.name) for indicator in plan.indicators}
    return named | {task.id: _words(task.title) for task in plan.tasks}


def _words(text: Text) -> tuple[str, ...]:
    return tuple(words for _, words in text.entries)


def _line(source: Source | None) -> int | None:
    return None if source is None else source.line
