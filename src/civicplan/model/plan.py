"""Plan: indicators, goals, tasks and claims of one document, checked against each other."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property

from attrs import field, frozen

from civicplan.errors import InvalidPlanError, InvalidTypeError, UnknownIdError, quoted
from civicplan.model._checks import faults_of
from civicplan.model._fields import (
    each,
    member,
    plan_part,
    source_or_none,
    text_or_none,
    to_id,
    to_ids,
    to_word,
)
from civicplan.model.claim import Claim, CountClaim, GrowthClaim, ShareClaim, SplitClaim, StatusClaim, VerdictClaim
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


def to_section_level(value: SectionLevel | str) -> SectionLevel:
    """A SectionLevel, from itself or its name."""
    return member(SectionLevel, value)


def _sections(values: Iterable[Section]) -> tuple[Section, ...]:
    return each(values, Section)


@plan_part
@frozen(kw_only=True, repr=False)
class Section:
    """A heading of the plan's outline, with the headings under it.

    >>> Section(level="part", title="foundations").level
    <SectionLevel.PART: 'part'>
    """

    #: The rank of the heading.
    level: SectionLevel = field(converter=to_section_level)
    #: The heading.
    title: Text = field(converter=to_text)
    #: The headings one rank or more below.
    sections: tuple[Section, ...] = field(default=(), converter=_sections)
    #: Where it stands.
    source: Source | None = field(default=None, converter=source_or_none)


@plan_part
@frozen(kw_only=True, repr=False)
class Box:
    """A box set apart from the running text, such as a table of indicators.

    >>> Box(number="3", title="main indicators").number
    '3'
    """

    #: The number as printed.
    number: str = field(converter=to_word)
    #: The heading.
    title: Text = field(converter=to_text)
    #: The ids of the indicators in it.
    indicators: tuple[str, ...] = field(default=(), converter=to_ids)
    #: Where it stands.
    source: Source | None = field(default=None, converter=source_or_none)


def _indicators(values: Iterable[Indicator]) -> tuple[Indicator, ...]:
    return each(values, Indicator)


def _goals(values: Iterable[Goal]) -> tuple[Goal, ...]:
    return each(values, Goal)


def _tasks(values: Iterable[Task]) -> tuple[Task, ...]:
    return each(values, Task)


def _claims(values: Iterable[Claim]) -> tuple[Claim, ...]:
    return each(values, VerdictClaim, CountClaim, GrowthClaim, StatusClaim, SplitClaim, ShareClaim)


def _boxes(values: Iterable[Box]) -> tuple[Box, ...]:
    return each(values, Box)


@plan_part
@frozen(kw_only=True, repr=False)
class Plan:
    """A plan is consistent once it exists: every reference resolves, no id is used twice, no target lies outside it.

    Raises:
        InvalidPlanError: With all faults at once, each with its path.

    >>> plan = Plan(id="p", title="A plan", period="2016/2020", indicators=(Indicator(id="gdp", name="GDP"),))
    >>> str(plan["gdp"].name)
    'GDP'
    """

    #: The name of the plan itself.
    id: str = field(converter=to_id)
    #: The title.
    title: Text = field(converter=to_text)
    #: The plan period.
    period: Period = field(converter=to_period)
    #: The place that the plan is for.
    jurisdiction: Text | None = field(default=None, converter=text_or_none)
    #: The rows of its tables.
    indicators: tuple[Indicator, ...] = field(default=(), converter=_indicators)
    #: What they are for.
    goals: tuple[Goal, ...] = field(default=(), converter=_goals)
    #: The work it lists.
    tasks: tuple[Task, ...] = field(default=(), converter=_tasks)
    #: What the document says about itself.
    claims: tuple[Claim, ...] = field(default=(), converter=_claims)
    #: The outline.
    sections: tuple[Section, ...] = field(default=(), converter=_sections)
    #: The boxes.
    boxes: tuple[Box, ...] = field(default=(), converter=_boxes)
    #: The document.
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
                "", "an id as text", quoted(id), "run through plan.indicators, plan.goals, plan.tasks"
            )
        found = self._by_id.get(id)
        if found is None:
            raise UnknownIdError(id, tuple(self._by_id), "the plan")
        return found

    def __contains__(self, id: object) -> bool:
        """True when an indicator, a goal or a task bears this id."""
        return isinstance(id, str) and id in self._by_id
