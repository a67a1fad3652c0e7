"""PlanAssessment: every indicator and task of a plan as of one day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import frozen

from civicplan.assess import _tables
from civicplan.assess.evidence import Evidence
from civicplan.assess.indicator import IndicatorAssessment
from civicplan.assess.task import TaskAssessment, assess_task
from civicplan.assess.verdicts import Judge
from civicplan.errors import InvalidTypeError, InvalidValueError, MisplacedError, UnknownIdError, quoted
from civicplan.model import Plan, Verdict
from civicplan.values import FigureLike, Period, PeriodLike, to_figure, to_period

if TYPE_CHECKING:
    from civicplan.assess.ratings import PlanRating
    from civicplan.methods import Method


@frozen(kw_only=True, eq=False, repr=False)
class PlanAssessment:
    """What came of a plan as of one day: an assessment for each indicator and each task, found by id.

    Shown on its own it is a text table in a terminal and an HTML table in a notebook.
    """

    #: The plan.
    plan: Plan
    #: The day is the last one of this period; nothing published for a later one is looked at.
    as_of: Period
    #: One assessment for each indicator, in the order of the plan.
    indicators: tuple[IndicatorAssessment, ...]
    #: One assessment for each task, in the order of the plan.
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
            raise InvalidTypeError("", "an id as text", quoted(id), "run through the assessment itself")
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

    def rate(
        self,
        method: str | Method,
        *,
        limits: Mapping[str, FigureLike] | None = None,
        every_year: Collection[str] = (),
    ) -> PlanRating:
        """The same evidence through a published method: the yearly levels by the day, the level target, the direction.

        Without a level target, the methods that look at nothing but actual and target take the first target in numbers.

        Args:
            method: The name of a method of `civicplan.methods`, or a method.
            limits: The natural limits of indicators by their id [unit of the indicator].
            every_year: The ids of the indicators whose target is to be kept each year, not reached once.

        Raises:
            UnknownIdError: No method or no indicator bears a name; the error names the nearest.
            InvalidTypeError: `limits` is no mapping, or `every_year` no list of ids.
        """
        from civicplan.assess.ratings import rate_plan  # the rooms of methods are entered when first asked for

        return rate_plan(self, method, limits={} if limits is None else limits, every_year=every_year)

    def to_rows(self) -> list[dict[str, Any]]:
        """One plain dict for each indicator; what is undefined is None, and the column `undefined` says why."""
        return [_tables.row(assessment) for assessment in self.indicators]

    def task_rows(self) -> list[dict[str, Any]]:
        """One plain dict for each task; what is undefined is None, and the column `undefined` says why."""
        return [_tables.task_row(assessment) for assessment in self.tasks]

    def to_frame(self, backend: str) -> Any:
        """The rows as a dataframe of the named library ("polars", "pandas", "pyarrow"), numbers as floats.

        Raises:
            MissingExtraError: That library, or narwhals, is not installed.
        """
        return _tables.frame(self.to_rows(), backend)

    def __str__(self) -> str:
        return _tables.text(self.indicators, self.tasks)

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {verdict.replace('_', ' ')}" for verdict, count in self.counts.items() if count)
        return f"<assessment of {self.plan.id} as of {self.as_of}: {counts or f'{len(self.tasks)} tasks'}>"

    def _repr_html_(self) -> str:
        return _tables.html(self.indicators, self.tasks)


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
        raise InvalidTypeError("plan", "a Plan", quoted(plan))
    try:
        day = to_period(as_of)
    except MisplacedError as error:
        raise error.at("as_of") from None
    try:
        margin = to_figure(tolerance).value
    except MisplacedError as error:
        raise error.at("tolerance") from None
    if margin < 0:
        raise InvalidValueError("tolerance", "a share of zero or more", str(margin))
    evidence = {indicator.id: Evidence(indicator, day) for indicator in plan.indicators}
    judge = Judge(evidence=evidence, plan_period=plan.period, as_of=day, tolerance=margin)
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
