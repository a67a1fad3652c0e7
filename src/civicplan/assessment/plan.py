"""PlanAssessment: every indicator and task of a plan as of one day."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any

from attrs import frozen

from civicplan.assessment import rows
from civicplan.assessment.indicator import IndicatorAssessment
from civicplan.assessment.task import TaskAssessment, assess_task
from civicplan.assessment.verdicts import Assessor
from civicplan.errors import InvalidInputError, InvalidTypeError, InvalidValueError, UnknownIdError, describe
from civicplan.evidence.evidence import Evidence
from civicplan.model import Plan, Verdict
from civicplan.render.frames import frame
from civicplan.values import FigureLike, Period, PeriodLike, to_figure, to_period


@frozen(kw_only=True, eq=False, repr=False)
class PlanAssessment:
    """What came of a plan as of one day: an assessment for each indicator and each task, found by id.

    Shown on its own it is a text table in a terminal and an HTML table in a notebook.

    Attributes:
        plan: The plan.
        as_of: The day is the last one of this period; nothing published for a later one is looked at.
        indicators: One assessment for each indicator, in the order of the plan.
        tasks: One assessment for each task, in the order of the plan.
    """

    plan: Plan
    as_of: Period
    indicators: tuple[IndicatorAssessment, ...]
    tasks: tuple[TaskAssessment, ...]

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many indicators got each verdict; every verdict is a key."""
        counts = dict.fromkeys(Verdict, 0)
        for assessment in self.indicators:
            counts[assessment.verdict] += 1
        return counts

    @property
    def task_counts(self) -> dict[Verdict, int]:
        """How many tasks got each verdict on their promised amounts; every verdict is a key."""
        counts = dict.fromkeys(Verdict, 0)
        for assessment in self.tasks:
            counts[assessment.verdict] += 1
        return counts

    @cached_property
    def _indicators_by_id(self) -> dict[str, IndicatorAssessment]:
        return {assessment.indicator.id: assessment for assessment in self.indicators}

    def __getitem__(self, id: str) -> IndicatorAssessment:
        """The assessment of the indicator with this id; tasks are found by `task`.

        Raises:
            UnknownIdError: No indicator bears it; the error names the nearest ids.
        """
        if not isinstance(id, str):
            raise InvalidTypeError("", "an id as text", describe(id), "run through the assessment itself")
        found = self._indicators_by_id.get(id)
        if found is None:
            is_task = any(each.task.id == id for each in self.tasks)
            hint = " (tasks are found by .task)" if is_task else ""
            raise UnknownIdError(id, tuple(self._indicators_by_id), f"the assessment's indicators{hint}")
        return found

    def __contains__(self, sought: object) -> bool:
        """True when an indicator of the plan bears this id, or this is the assessment of one."""
        return sought in self._indicators_by_id if isinstance(sought, str) else sought in self.indicators

    def task(self, id: str) -> TaskAssessment:
        """The assessment of the task with this id.

        Raises:
            UnknownIdError: No task bears it; the error names the nearest ids.
        """
        for assessment in self.tasks:
            if assessment.task.id == id:
                return assessment
        raise UnknownIdError(id, tuple(assessment.task.id for assessment in self.tasks), "the assessment's tasks")

    def __iter__(self) -> Iterator[IndicatorAssessment]:
        """The assessments of the indicators, in the order of the plan."""
        return iter(self.indicators)

    def to_rows(self) -> list[dict[str, Any]]:
        """One plain dict for each indicator; what is undefined is None, and the column `undefined` says why."""
        return [rows.row(assessment) for assessment in self.indicators]

    def task_rows(self) -> list[dict[str, Any]]:
        """One plain dict for each task; what is undefined is None, and the column `undefined` says why."""
        return [rows.task_row(assessment) for assessment in self.tasks]

    def to_frame(self, backend: str) -> Any:
        """The rows as a dataframe of the named library ("polars", "pandas", "pyarrow"), numbers as floats.

        Raises:
            MissingExtraError: That library, or narwhals, is not installed.
        """
        return frame(self.to_rows(), backend)

    def __str__(self) -> str:
        return rows.text(self.indicators, self.tasks)

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {verdict.replace('_', ' ')}" for verdict, count in self.counts.items() if count)
        return f"<assessment of {self.plan.id} as of {self.as_of}: {counts or f'{len(self.tasks)} tasks'}>"

    def _repr_html_(self) -> str:
        return rows.html(self.indicators, self.tasks)


def assess(plan: Plan, *, as_of: PeriodLike, tolerance: FigureLike = "0.05") -> PlanAssessment:
    """Say for every indicator and task what was reached by a day, how far, how fast and why.

    The day is always stated: the same plan assessed as of the same day gives the same answer whenever it is run.

    Args:
        plan: The plan with what was published of it.
        as_of: The day, or a period whose last day it is: a year as int or text, a date, a Period.
        tolerance: How far the share done may be off the elapsed share and still be on track [share].

    Raises:
        InvalidValueError: `as_of` is not a period, or the tolerance is negative.

    >>> from civicplan.model import Indicator, Observation, Threshold
    >>> coverage = Indicator(
    ...     id="pension", name="pension coverage", targets=(Threshold(bound=">95"),),
    ...     observations=(Observation(period="2020", figure="95.0"),))
    >>> done = assess(Plan(id="p", title="A plan", period="2016/2020", indicators=(coverage,)), as_of="2020")
    >>> done["pension"].verdict, done["pension"].decisive
    (<Verdict.NOT_MET: 'not_met'>, False)
    """
    if not isinstance(plan, Plan):
        raise InvalidTypeError("plan", "a Plan", describe(plan))
    try:
        day = to_period(as_of)
    except InvalidInputError as error:
        raise error.in_field("as_of") from None
    try:
        margin = to_figure(tolerance).value
    except InvalidInputError as error:
        raise error.in_field("tolerance") from None
    if margin < 0:
        raise InvalidValueError("tolerance", "a share of zero or more", str(margin))
    evidence = {indicator.id: Evidence(indicator, day) for indicator in plan.indicators}
    judge = Assessor(evidence=evidence, plan_period=plan.period, as_of=day, tolerance=margin)
    return PlanAssessment(
        plan=plan,
        as_of=day,
        indicators=tuple(
            IndicatorAssessment(
                indicator=indicator,
                outcomes=tuple(judge.outcome(indicator.id, target) for target in indicator.targets),
                evidence=evidence[indicator.id],
            )
            for indicator in plan.indicators
        ),
        tasks=tuple(_assessed_tasks(plan, day, margin)),
    )


def _assessed_tasks(plan: Plan, day: Period, margin: Decimal) -> Iterator[TaskAssessment]:
    for task in plan.tasks:
        yield assess_task(task, plan.period, day, margin)
