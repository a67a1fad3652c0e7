"""Plan: indicators, goals, tasks and claims of one document, checked against each other."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property
from typing import Literal, TypeAlias

from attrs import field, frozen

from civicplan.errors import InvalidPlanError, InvalidTypeError, UnknownIdError, describe
from civicplan.model._checks import faults_of
from civicplan.model._fields import (
    model_class,
    source_or_none,
    text_or_none,
    to_enum,
    to_id,
    to_ids,
    to_label,
    tuple_of,
)
from civicplan.model.claim import BreakdownClaim, Claim, CountClaim, GrowthClaim, ShareClaim, StatusClaim, VerdictClaim
from civicplan.model.goal import Goal
from civicplan.model.indicator import Indicator
from civicplan.model.task import Task
from civicplan.values import Period, Source, Text, to_period, to_text


class SectionLevel(StrEnum):
    """The ranks of an outline, highest first."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ITEM = "item"


SectionLevelLike: TypeAlias = SectionLevel | Literal["part", "chapter", "section", "item"]


def to_section_level(value: SectionLevelLike) -> SectionLevel:
    """A SectionLevel, from itself or its name."""
    return to_enum(SectionLevel, value)


def _sections(values: Iterable[Section]) -> tuple[Section, ...]:
    return tuple_of(values, Section)


@model_class
@frozen(kw_only=True, repr=False)
class Section:
    """A heading of the plan's outline, with the headings under it.

    Attributes:
        level: The rank of the heading.
        title: The heading.
        sections: The headings one rank or more below.
        source: Where it stands.

    >>> Section(level="part", title="foundations").level
    <SectionLevel.PART: 'part'>
    """

    level: SectionLevel = field(converter=to_section_level)
    title: Text = field(converter=to_text)
    sections: tuple[Section, ...] = field(default=(), converter=_sections)
    source: Source | None = field(default=None, converter=source_or_none)


@model_class
@frozen(kw_only=True, repr=False)
class Box:
    """A box set apart from the running text, such as a table of indicators.

    Attributes:
        number: The number as printed.
        title: The heading.
        indicators: The ids of the indicators in it.
        source: Where it stands.

    >>> Box(number="3", title="main indicators").number
    '3'
    """

    number: str = field(converter=to_label)
    title: Text = field(converter=to_text)
    indicators: tuple[str, ...] = field(default=(), converter=to_ids)
    source: Source | None = field(default=None, converter=source_or_none)


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
    sections: tuple[Section, ...] = field(default=(), converter=_sections)
    boxes: tuple[Box, ...] = field(default=(), converter=_boxes)
    source: Source | None = field(default=None, converter=source_or_none)

    def __attrs_post_init__(self) -> None:
        if faults := faults_of(self):
            raise InvalidPlanError(faults)

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
