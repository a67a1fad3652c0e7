"""Baselines that a later figure contradicts, and what comes of the targets by each of the two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from civicplan.assessment import Outcome, PlanAssessment, assess
from civicplan.model import Indicator, Measure, Observation, Plan
from civicplan.render.words import percent_text
from civicplan.values import NotAssessable


@frozen(kw_only=True)
class Restatement:
    """The baseline of an indicator beside the figure that contradicts it, where a verdict or progress differs.

    Attributes:
        baseline: The baseline as the plan prints it.
        restated: The later figure for the same period.
        before: What came of the target by the baseline of the plan.
        after: What came of it by the later figure.
    """

    baseline: Observation
    restated: Observation
    before: Outcome
    after: Outcome


def telling_restatements(assessment: PlanAssessment) -> dict[str, Restatement]:
    """Return, by the ids of the indicators, each restated baseline that changes a verdict or how much is done.

    A baseline that several figures restate, and each otherwise, is left out.
    """
    restated = {
        assessed.indicator.id: levels[0].inputs[0]
        for assessed in assessment.indicators
        if len(levels := assessed.evidence.restated_baselines) == 1
    }
    if not restated:
        return {}
    plan, day = assessment.plan, assessment.as_of
    by_the_first = assess(_starting_from({id: _baseline(plan, id) for id in restated}, plan), as_of=day)
    by_the_second = assess(_starting_from(restated, plan), as_of=day)
    return {
        id: Restatement(baseline=_baseline(plan, id), restated=figure, before=before, after=after)
        for id, figure in restated.items()
        for before, after in _first_difference(by_the_first[id].outcomes, by_the_second[id].outcomes)
    }


def _baseline(plan: Plan, id: str) -> Observation:
    baseline = plan[id].baseline
    assert baseline is not None, "what is restated is there"
    return baseline


def _starting_from(starts: Mapping[str, Observation], plan: Plan) -> Plan:
    """The plan as it would be had only these figures been published for the time of the baselines."""
    return evolve(plan, indicators=[_from(starts.get(row.id), row) for row in plan.indicators])


def _from(start: Observation | None, indicator: Indicator) -> Indicator:
    baseline = indicator.baseline
    if start is None or baseline is None:
        return indicator
    others = (figure for figure in indicator.observations if not _is_for_the_same(figure, baseline, indicator))
    return evolve(indicator, baseline=evolve(baseline, figure=start.figure), observations=tuple(others))


def _is_for_the_same(figure: Observation, baseline: Observation, indicator: Indicator) -> bool:
    """Whether a figure is for the time of the baseline, which of a stock is a day."""
    ends_with_it = figure.period.end_key == baseline.period.end_key
    return figure.measure is Measure.LEVEL and (figure.period == baseline.period or (indicator.stock and ends_with_it))


def _first_difference(before: Sequence[Outcome], after: Sequence[Outcome]) -> Sequence[tuple[Outcome, Outcome]]:
    """The outcomes of the first target of which the verdict differs, else the progress; none where neither does."""
    pairs = [pair for pair in zip(before, after, strict=True) if pair[0].is_valid]
    verdicts = [pair for pair in pairs if pair[0].verdict is not pair[1].verdict]
    return (verdicts or [pair for pair in pairs if _differ_in_progress(*pair)])[:1]


def _differ_in_progress(one: Outcome, other: Outcome) -> bool:
    """Whether two shares of one target look different as they are shown."""
    if isinstance(one.progress, NotAssessable) or isinstance(other.progress, NotAssessable):
        return False
    return percent_text(one.progress) != percent_text(other.progress)
