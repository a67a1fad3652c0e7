"""Plan: indicators, goals, tasks and claims of one document, checked against each other."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator, Mapping
from copy import copy
from functools import cached_property
from typing import get_args, overload

from attrs import evolve, field

from civicplan.errors import Fault, InvalidPlanError, InvalidTypeError, InvalidValueError, describe, first_faults
from civicplan.model._changes import in_place, with_observation, with_report
from civicplan.model._checks import (
    cycle_faults,
    deliverable_faults,
    id_faults,
    outline_faults,
    reference_faults,
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
from civicplan.model._references import Reference, references
from civicplan.model.claim import Claim
from civicplan.model.goal import Goal
from civicplan.model.indicator import Indicator, Observation
from civicplan.model.outline import Box, Section, to_sections
from civicplan.model.task import ProgressReport, Task
from civicplan.render import phrases
from civicplan.render.message import fill_counted, one_line
from civicplan.values import Period, Source, Text, to_period, to_text

_INDICATORS = "the list of indicators (.task and .goal find the others)"
_TASKS = "the list of tasks"


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
        yield from reference_faults(self._references(), self._ids())
        yield from target_faults(self.indicators, self.period)
        yield from cycle_faults(self.indicators)
        yield from deliverable_faults(self.tasks)

    def _references(self) -> Iterator[Reference]:
        return references(self.indicators, self.goals, self.boxes, self.claims)

    def _ids(self) -> dict[str, Container[str]]:
        """The ids that a reference may name, by the kind of part that bears them."""
        indicators, tasks = self._indicator_rows, self._task_rows
        parts = {self.id, *indicators, *tasks, *(goal.id for goal in self.goals)}
        return {"indicator": indicators, "task": tasks, "part": parts}

    @cached_property
    def _indicator_rows(self) -> dict[str, int]:
        return {indicator.id: row for row, indicator in enumerate(self.indicators)}

    @cached_property
    def _task_rows(self) -> dict[str, int]:
        return {task.id: row for row, task in enumerate(self.tasks)}

    @overload
    def __getitem__(self, id: str) -> Indicator: ...
    @overload
    def __getitem__(self, id: slice) -> tuple[Indicator, ...]: ...
    def __getitem__(self, id: str | slice) -> Indicator | tuple[Indicator, ...]:
        """Return the indicator with this id, or those in a slice of the list.

        Raises:
            UnknownIdError: No indicator bears it; the error names the nearest ids.
        """
        if isinstance(id, slice):
            return self.indicators[id]
        return self.indicators[find_by_id(self._indicator_rows, id, _INDICATORS)]

    def __iter__(self) -> Iterator[Indicator]:
        """The indicators, in the order of the tables."""
        return iter(self.indicators)

    def __len__(self) -> int:
        """How many indicators there are."""
        return len(self.indicators)

    def __bool__(self) -> bool:
        """True: a plan without indicators is a plan as well."""
        return True

    def __contains__(self, id: object) -> bool:
        """True when an indicator bears this id."""
        return isinstance(id, str) and id in self._indicator_rows

    def __repr__(self) -> str:
        parts = ((len(part), name) for name, part in self._parts().items() if part)
        counts = ", ".join(fill_counted(*phrases.PARTS[name], count) for count, name in parts)
        return one_line(f"<plan {self.id}, {self.period}: {counts or phrases.NO_PARTS}>")

    def _parts(self) -> dict[str, tuple[object, ...]]:
        return {"indicators": self.indicators, "tasks": self.tasks, "goals": self.goals, "claims": self.claims}

    def _repr_html_(self) -> str:
        from civicplan.model._pages import plan_html

        return plan_html(self.title, self.period, self.indicators, self.tasks)

    def task(self, id: str) -> Task:
        """Return the task with this id.

        Raises:
            UnknownIdError: No task bears it; the error names the nearest ids.
        """
        return self.tasks[find_by_id(self._task_rows, id, _TASKS)]

    def goal(self, id: str) -> Goal:
        """Return the goal with this id.

        Raises:
            UnknownIdError: No goal bears it; the error names the nearest ids.
        """
        return find_by_id({goal.id: goal for goal in self.goals}, id, "the list of goals")

    def with_observation(self, id: str, observation: Observation, *, replace: bool = False) -> Plan:
        """Return a copy of the plan in which an indicator has one more observation.

        Args:
            id: The id of the indicator.
            observation: The observation.
            replace: Whether it takes the place of one on the same measure and period that was published at the same
                time, where there is one; such a one is refused otherwise.

        Raises:
            UnknownIdError: No indicator bears the id; the error names the nearest ids.
            InvalidValueError: There is such an observation already.

        >>> gdp = Indicator(id="gdp", name="GDP", targets=("≥3800",))
        >>> plan = Plan(id="p", title="A plan", period="2016/2020", indicators=(gdp,))
        >>> plan.with_observation("gdp", Observation(period="2020", figure="3105.8"))["gdp"].observations
        (Observation(period=Period.parse('2020'), figure=Figure('3105.8')),)
        """
        row = find_by_id(self._indicator_rows, id, _INDICATORS)
        return self._with_indicator_at(row, with_observation(self.indicators[row], observation, replace=replace))

    def _with_indicator_at(self, row: int, indicator: Indicator) -> Plan:
        """Return a copy with an indicator that differs from the one in its row in nothing but its observations.

        Of an indicator, the checks between the parts of a plan look at the id, the direction and the targets. These are
        the same, so that no check could find anything else than it found in this plan, and none is run again. What an
        observation must keep to is checked where it and its indicator are built.
        """
        changed = copy(self)
        object.__setattr__(changed, "indicators", in_place(self.indicators, row, indicator))
        object.__setattr__(changed, "_indicator_rows", self._indicator_rows)  # the same ids in the same rows
        return changed

    def with_report(self, id: str, report: ProgressReport) -> Plan:
        """Return a copy of the plan in which a task has one more report.

        Args:
            id: The id of the task.
            report: The report.

        Raises:
            UnknownIdError: No task bears the id; the error names the nearest ids.

        >>> plan = Plan(id="p", title="A plan", period="2025", tasks=(Task(id="road", title="a new road"),))
        >>> plan.with_report("road", ProgressReport(period="2025-Q2", percent="55")).task("road").reports[0].percent
        Figure('55')
        """
        row = find_by_id(self._task_rows, id, _TASKS)
        return evolve(self, tasks=in_place(self.tasks, row, with_report(self.tasks[row], report)))

    def with_indicator(self, indicator: Indicator, *, replace: bool = False) -> Plan:
        """Return a copy of the plan with one more indicator, checked like a plan that is built anew.

        Args:
            indicator: The indicator.
            replace: Whether it takes the place of the indicator with its id, where there is one; such a one is refused
                otherwise.

        Raises:
            InvalidValueError: There is an indicator with its id already.
            InvalidPlanError: It does not fit the plan; all faults at once, each with its path.

        >>> plan = Plan(id="p", title="A plan", period="2016/2020")
        >>> len(plan.with_indicator(Indicator(id="gdp", name="GDP")))
        1
        """
        row = self._indicator_rows.get(indicator.id) if isinstance(indicator, Indicator) else None
        if row is None:
            return evolve(self, indicators=(*self.indicators, indicator))
        if not replace:
            advice = "write replace=True to put it in the place of that one"
            raise InvalidValueError("indicator", "an id that no indicator bears yet", describe(indicator.id), advice)
        return evolve(self, indicators=in_place(self.indicators, row, indicator))

    def without(self, id: str) -> Plan:
        """Return a copy of the plan without the indicator, goal or task that bears this id.

        Raises:
            UnknownIdError: None bears it; the error names the nearest ids.
            InvalidPlanError: Another part of the plan names it; the error has every place that does.

        >>> plan = Plan(id="p", title="A plan", period="2016/2020", indicators=(Indicator(id="gdp", name="GDP"),))
        >>> len(plan.without("gdp"))
        0
        """
        every: tuple[Indicator | Goal | Task, ...] = (*self.indicators, *self.goals, *self.tasks)
        removed = find_by_id({part.id: part for part in every}, id, "the plan")
        message = f"names {describe(id)}, which would be gone; take it out here first"
        faults, unlisted = first_faults(Fault(path, message) for path, _, named in self._references() if named == id)
        if faults:
            raise InvalidPlanError(faults, unlisted)
        return evolve(
            self,
            indicators=tuple(part for part in self.indicators if part is not removed),
            goals=tuple(part for part in self.goals if part is not removed),
            tasks=tuple(part for part in self.tasks if part is not removed),
        )


def check_plan(value: object, *, place: str = "plan", expected: str = "a Plan", advice: str = "") -> None:
    """Refuse what is no plan, and say how to come to one from what came.

    Args:
        value: What came.
        place: The argument.
        expected: What would have been accepted.
        advice: What to write instead, where the caller knows better.

    Raises:
        InvalidTypeError: It is no plan. It is a TypeError.
    """
    if not isinstance(value, Plan):
        raise InvalidTypeError(place, expected, describe(value), advice or _way_to_plan(value))


def _way_to_plan(value: object) -> str:
    if isinstance(value, Mapping):
        return "write from_dict(data) for the plan that plain data hold"
    if isinstance(value, str | os.PathLike):
        return 'write read("plan.json") for the plan in a file'
    if isinstance(value, list | tuple):
        return "give one plan; assess_many(plans, as_of=...) assesses several"
    return "write assessment.plan" if isinstance(getattr(value, "plan", None), Plan) else ""
