"""Plan: indicators, goals, tasks and claims of one document, checked against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import get_args

from attrs import field

from civicplan.errors import Fault, InvalidPlanError, first_faults
from civicplan.model._checks import (
    claim_faults,
    cycle_faults,
    deliverable_faults,
    id_faults,
    member_faults,
    outline_faults,
    target_faults,
)
from civicplan.model._fields import (
    source_or_none,
    text_or_none,
    to_bool,
    to_id,
    tuple_of,
)
from civicplan.model._lookup import find_by_id
from civicplan.model._part import ModelPart, model_class
from civicplan.model.claim import Claim
from civicplan.model.goal import Goal
from civicplan.model.indicator import Indicator
from civicplan.model.outline import Box, Section, to_sections
from civicplan.model.task import Task
from civicplan.values import Period, Source, Text, to_period, to_text


def _indicators(values: Iterable[Indicator]) -> tuple[Indicator, ...]:
    return tuple_of(values, Indicator)


def _goals(values: Iterable[Goal]) -> tuple[Goal, ...]:
    return tuple_of(values, Goal)


def _tasks(values: Iterable[Task]) -> tuple[Task, ...]:
    return tuple_of(values, Task)


def _claims(values: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple_of(values, *get_args(Claim))


def _boxes(values: Iterable[Box]) -> tuple[Box, ...]:
    return tuple_of(values, Box)


@model_class(kw_only=True)
class Plan(ModelPart):
    """A plan is consistent once it exists: every reference resolves, no id is used twice, no target lies outside it.

    Attributes:
        id: The name of the plan itself.
        title: The title.
        period: The plan period.
        complete: False for an extract; an audit then leaves alone how many indicators and tasks the document states.
        jurisdiction: The place that the plan is for.
        indicators: The rows of its tables.
        goals: What they are for.
        tasks: The work it lists.
        claims: What the document says about itself.
        sections: The outline.
        boxes: The boxes.
        source: The document.

    Raises:
        InvalidPlanError: With all faults at once, each with its path.

    >>> plan = Plan(id="p", title="A plan", period="2016/2020", indicators=(Indicator(id="gdp", name="GDP"),))
    >>> str(plan["gdp"].name)
    'GDP'
    """

    id: str = field(converter=to_id)
    title: Text = field(converter=to_text)
    period: Period = field(converter=to_period)
    complete: bool = field(default=True, converter=to_bool)
    jurisdiction: Text | None = field(default=None, converter=text_or_none)
    indicators: tuple[Indicator, ...] = field(default=(), converter=_indicators)
    goals: tuple[Goal, ...] = field(default=(), converter=_goals)
    tasks: tuple[Task, ...] = field(default=(), converter=_tasks)
    claims: tuple[Claim, ...] = field(default=(), converter=_claims)
    sections: tuple[Section, ...] = field(default=(), converter=to_sections)
    boxes: tuple[Box, ...] = field(default=(), converter=_boxes)
    source: Source | None = field(default=None, converter=source_or_none)

    def __attrs_post_init__(self) -> None:
        faults, unlisted = first_faults(self._faults())
        if faults:
            raise InvalidPlanError(faults, unlisted)

    def _faults(self) -> Iterator[Fault]:
        """Every fault between the parts of the plan, check by check."""
        yield from outline_faults(self.sections)
        yield from id_faults(self.indicators, self.goals, self.tasks)
        yield from target_faults(self.indicators, self.period)
        yield from cycle_faults(self.indicators)
        yield from member_faults(self.goals, self.boxes, self.indicators, self.tasks)
        yield from claim_faults(self.claims, self.id, self.indicators, self.goals, self.tasks)
        yield from deliverable_faults(self.tasks)

    @cached_property
    def _indicators_by_id(self) -> dict[str, Indicator]:
        return {indicator.id: indicator for indicator in self.indicators}

    def __getitem__(self, id: str) -> Indicator:
        """Return the indicator with this id.

        Raises:
            UnknownIdError: No indicator bears it; the error names the nearest ids.
        """
        return find_by_id(self._indicators_by_id, id, "the list of indicators (.task and .goal find the others)")

    def __iter__(self) -> Iterator[Indicator]:
        """The indicators, in the order of the tables."""
        return iter(self.indicators)

    def __contains__(self, id: object) -> bool:
        """True when an indicator bears this id."""
        return isinstance(id, str) and id in self._indicators_by_id

    def task(self, id: str) -> Task:
        """Return the task with this id.

        Raises:
            UnknownIdError: No task bears it; the error names the nearest ids.
        """
        return find_by_id({task.id: task for task in self.tasks}, id, "the list of tasks")

    def goal(self, id: str) -> Goal:
        """Return the goal with this id.

        Raises:
            UnknownIdError: No goal bears it; the error names the nearest ids.
        """
        return find_by_id({goal.id: goal for goal in self.goals}, id, "the list of goals")
