"""Claim: what a document says about its own plan; it is held against the figures and never feeds them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen
from attrs.converters import optional

from civicplan.errors import InvalidValueError
from civicplan.model._fields import (
    each,
    member,
    period_or_none,
    plan_part,
    source_or_none,
    text_or_none,
    to_count,
    to_flag,
    to_id,
    to_ids,
)
from civicplan.model.indicator import Nature, to_nature
from civicplan.model.target import Measure, to_measure
from civicplan.model.task import Status, to_status
from civicplan.values import Figure, FigureLike, Period, Source, Text, to_figure, to_period


class Verdict(StrEnum):
    """The performance on a target: what a document states and what an assessment finds share these four words."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_DUE = "not_due"
    NOT_ASSESSABLE = "not_assessable"


class Counted(StrEnum):
    """What a stated number counts."""

    #: Indicators by their printed number: the sub-rows of one indicator count once.
    INDICATORS = "indicators"
    TASKS = "tasks"


def to_verdict(value: Verdict | str) -> Verdict:
    """A Verdict, from itself or its name."""
    return member(Verdict, value)


def to_counted(value: Counted | str) -> Counted:
    """A Counted, from itself or its name."""
    return member(Counted, value)


@plan_part
@frozen(kw_only=True, repr=False)
class VerdictClaim:
    """The document gives one verdict on the indicators that it names.

    >>> VerdictClaim(subjects=("gdp",), verdict="not_met").verdict
    <Verdict.NOT_MET: 'not_met'>
    """

    #: The ids of the indicators named.
    subjects: tuple[str, ...] = field(converter=to_ids)
    #: The verdict stated.
    verdict: Verdict = field(converter=to_verdict)
    #: True when the document offers the list as complete, so that leaving an indicator out says the opposite of it.
    exhaustive: bool = field(default=False, converter=to_flag)
    #: Where the claim stands.
    source: Source | None = field(default=None, converter=source_or_none)
    #: How the claim was read, where that is not plain.
    note: Text | None = field(default=None, converter=text_or_none)


@plan_part
@frozen(kw_only=True, repr=False)
class CountClaim:
    """The document states how many there are, by verdict and nature where it says so.

    >>> CountClaim(count=12, verdict="met", nature="binding").count
    12
    """

    #: The number stated.
    count: int = field(converter=to_count)
    #: What it counts.
    counted: Counted = field(default=Counted.INDICATORS, converter=to_counted)
    #: Only those with this verdict; None counts all.
    verdict: Verdict | None = field(default=None, converter=optional(to_verdict))
    #: Only those of this nature; None counts all.
    nature: Nature | None = field(default=None, converter=optional(to_nature))
    #: Where the claim stands.
    source: Source | None = field(default=None, converter=source_or_none)
    #: How the claim was read, where that is not plain.
    note: Text | None = field(default=None, converter=text_or_none)


@plan_part
@frozen(kw_only=True, repr=False)
class GrowthClaim:
    """The document states an average growth of an indicator.

    >>> str(GrowthClaim(subject="gdp", figure="7.2", period="2016/2020").figure)
    '7.2'
    """

    #: The id of the indicator.
    subject: str = field(converter=to_id)
    #: The growth stated [percent a year].
    figure: Figure = field(converter=to_figure)
    #: The period it is stated for.
    period: Period = field(converter=to_period)
    #: Where the claim stands.
    source: Source | None = field(default=None, converter=source_or_none)
    #: How the claim was read, where that is not plain.
    note: Text | None = field(default=None, converter=text_or_none)


@plan_part
@frozen(kw_only=True, repr=False)
class StatusClaim:
    """The document states a status of a task, elsewhere than in the task's own report.

    >>> StatusClaim(subject="books", status="completed", period="2024").status
    <Status.COMPLETED: 'completed'>
    """

    #: The id of the task.
    subject: str = field(converter=to_id)
    #: The status stated.
    status: Status = field(converter=to_status)
    #: The period at whose end it is stated.
    period: Period = field(converter=to_period)
    #: Where the claim stands.
    source: Source | None = field(default=None, converter=source_or_none)
    #: How the claim was read, where that is not plain.
    note: Text | None = field(default=None, converter=text_or_none)


def _figures(values: Iterable[FigureLike]) -> tuple[Figure, ...]:
    return tuple(to_figure(value) for value in each(values, Figure, str, int, Decimal))


@plan_part
@frozen(kw_only=True, repr=False)
class SplitClaim:
    """The document splits a whole into parts that are meant to add up to it.

    >>> SplitClaim(subject="gdp", figures=("7.8", "45.6", "46.6")).whole is None
    True
    """

    #: The id of what is split: an indicator, a goal, a task, or the plan itself.
    subject: str = field(converter=to_id)
    #: Parts as printed.
    figures: tuple[Figure, ...] = field(default=(), converter=_figures)
    #: The ids of indicators whose published figures are further parts.
    members: tuple[str, ...] = field(default=(), converter=to_ids)
    #: The whole as printed; None where the parts are percentages of it, so that it is 100 and exact.
    whole: Figure | None = field(default=None, converter=optional(to_figure))
    #: The measure in which the members are parts.
    measure: Measure = field(default=Measure.LEVEL, converter=to_measure)
    #: The period of the members' figures; it must be given where there are members.
    period: Period | None = field(default=None, converter=period_or_none)
    #: True where figures and whole are counts of things, so that no digit was left out.
    counts: bool = field(default=False, converter=to_flag)
    #: Where the claim stands.
    source: Source | None = field(default=None, converter=source_or_none)
    #: How the claim was read, where that is not plain.
    note: Text | None = field(default=None, converter=text_or_none)

    def __attrs_post_init__(self) -> None:
        parts = len(self.figures) + len(self.members)
        if parts < 2:
            raise InvalidValueError("SplitClaim.figures", "two parts or more, figures or members", f"{parts}")
        if self.members and self.period is None:
            advice = "say when the members' figures are parts of the whole"
            raise InvalidValueError("SplitClaim.period", "a period where there are members", "None", advice)


@plan_part
@frozen(kw_only=True, repr=False)
class ShareClaim:
    """The document prints a part, a whole and the percentage that the one is of the other.

    >>> ShareClaim(subject="schools", part="65", whole="80", percent="81.3", counts=True).percent
    Figure('81.3')
    """

    #: The id of what it is about: an indicator, a goal, a task, or the plan itself.
    subject: str = field(converter=to_id)
    #: The part as printed.
    part: Figure = field(converter=to_figure)
    #: The whole as printed, in the unit of the part.
    whole: Figure = field(converter=to_figure)
    #: The percentage as printed [percent].
    percent: Figure = field(converter=to_figure)
    #: The period it is stated for.
    period: Period | None = field(default=None, converter=period_or_none)
    #: True where part and whole are counts of things, so that no digit was left out.
    counts: bool = field(default=False, converter=to_flag)
    #: Where the claim stands.
    source: Source | None = field(default=None, converter=source_or_none)
    #: How the claim was read, where that is not plain.
    note: Text | None = field(default=None, converter=text_or_none)


Claim: TypeAlias = VerdictClaim | CountClaim | GrowthClaim | StatusClaim | SplitClaim | ShareClaim
