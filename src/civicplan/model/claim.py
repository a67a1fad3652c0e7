"""Claim: what a document says about its own plan; it is held against the figures and never feeds them."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen
from attrs.converters import optional

from civicplan.model._fields import member, plan_part, to_count, to_flag, to_id, to_ids, to_source
from civicplan.model.indicator import Nature, to_nature
from civicplan.model.task import Status, to_status
from civicplan.values import Figure, Period, Source, Text, to_figure, to_period, to_text


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
    source: Source | None = field(default=None, converter=optional(to_source))
    #: How the claim was read, where that is not plain.
    note: Text | None = field(default=None, converter=optional(to_text))


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
    source: Source | None = field(default=None, converter=optional(to_source))
    #: How the claim was read, where that is not plain.
    note: Text | None = field(default=None, converter=optional(to_text))


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
    source: Source | None = field(default=None, converter=optional(to_source))
    #: How the claim was read, where that is not plain.
    note: Text | None = field(default=None, converter=optional(to_text))


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
    source: Source | None = field(default=None, converter=optional(to_source))
    #: How the claim was read, where that is not plain.
    note: Text | None = field(default=None, converter=optional(to_text))


Claim: TypeAlias = VerdictClaim | CountClaim | GrowthClaim | StatusClaim
