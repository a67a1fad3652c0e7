"""Plan: indicators, goals, tasks and claims of one document, checked against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import field, frozen

from civicplan.errors import Fault, InvalidPlanError, InvalidTypeError, UnknownIdError, describe
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
    model_class,
    source_or_none,
    text_or_none,
    to_id,
    tuple_of,
)
from civicplan.model.claim import BreakdownClaim, Claim, CountClaim, GrowthClaim, ShareClaim, StatusClaim, VerdictClaim
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
    return tuple_of(values, VerdictClaim, CountClaim, GrowthClaim, StatusClaim, BreakdownClaim, ShareClaim)


def _boxes(values: Iterable[Box]) -> tuple[Box, ...]:
    return tuple_of(values, Box)


@model_class
@frozen(kw_only=True, repr=False)
class Plan:
    """A plan is consistent once it exists: every reference resolves, no id is used twice, no target lies outside it.

    Attributes:
        id: The name of the plan itself.
        title: The title.
        period: The plan period.
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
    jurisdiction: Text | None = field(default=None, converter=text_or_none)
    indicators: tuple[Indicator, ...] = field(default=(), converter=_indicators)
    goals: tuple[Goal, ...] = field(default=(), converter=_goals)
    tasks: tuple[Task, ...] = field(default=(), converter=_tasks)
    claims: tuple[Claim, ...] = field(default=(), converter=_claims)
    sections: tuple[Section, ...] = field(default=(), converter=to_sections)
    boxes: tuple[Box, ...] = field(default=(), converter=_boxes)
    source: Source | None = field(default=None, converter=source_or_none)

    def __attrs_post_init__(self) -> None:
        if faults := tuple(self._faults()):
            raise InvalidPlanError(faults)

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
    def _by_id(self) -> dict[str, Indicator | Goal | Task]:
        parts: tuple[Indicator | Goal | Task, ...] = (*self.indicators, *self.goals, *self.tasks)
        return {part.id: part for part in parts}

    def __getitem__(self, id: str) -> Indicator | Goal | Task:
        """The indicator, goal or task with this id.

        Raises:
            UnknownIdError: Nothing in the plan bears it; the error names the nearest ids.
        """
        if not isinstance(id, str):
            raise InvalidTypeError(
                "", "an id as text", describe(id), "run through plan.indicators, plan.goals, plan.tasks"
            )
        found = self._by_id.get(id)
        if found is None:
            raise UnknownIdError(id, tuple(self._by_id), "the plan")
        return found

    def __contains__(self, id: object) -> bool:
        """True when an indicator, a goal or a task bears this id."""
        return isinstance(id, str) and id in self._by_id
