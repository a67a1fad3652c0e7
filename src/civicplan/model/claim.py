"""Claim: what a document says about its own plan; it is checked against the figures and never becomes one."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Literal, TypeAlias

from attrs import field

from civicplan.errors import InvalidValueError
from civicplan.model._fields import (
    figure_or_none,
    period_or_none,
    source_or_none,
    text_or_none,
    to_bool,
    to_count,
    to_id,
    to_ids,
    tuple_of,
)
from civicplan.model._part import ModelPart, model_class
from civicplan.model.indicator import Nature, nature_or_none
from civicplan.model.target import Measure, to_measure
from civicplan.model.task import ReportedStatus, to_reported_status
from civicplan.values import Figure, FigureLike, Period, Source, Text, to_enum, to_figure, to_period


class Verdict(StrEnum):
    """The performance on a target: what a document states and what an assessment finds share these four words."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_DUE = "not_due"
    NOT_ASSESSABLE = "not_assessable"


VerdictLike: TypeAlias = Verdict | Literal["met", "not_met", "not_due", "not_assessable"]


class Counted(StrEnum):
    """What a stated number counts.

    Attributes:
        INDICATORS: Indicators by their printed number: the sub-rows of one indicator count once.
    """

    INDICATORS = "indicators"
    TASKS = "tasks"


CountedLike: TypeAlias = Counted | Literal["indicators", "tasks"]


def to_verdict(value: VerdictLike) -> Verdict:
    """Return a Verdict, from itself or its name."""
    return to_enum(Verdict, value)


def _verdict_or_none(value: VerdictLike | None) -> Verdict | None:
    return None if value is None else to_verdict(value)


def to_counted(value: CountedLike) -> Counted:
    """Return a Counted, from itself or its name."""
    return to_enum(Counted, value)


@model_class(kw_only=True, repr=False)
class VerdictClaim(ModelPart):
    """The document gives one verdict on the indicators that it names.

    Attributes:
        subjects: The ids of the indicators named.
        verdict: The verdict stated.
        exhaustive: True when the document offers the list as complete, so that leaving an indicator out says the
            opposite of it.
        source: Where the claim stands.
        notes: How the claim was read, where that is not plain.

    >>> VerdictClaim(subjects=("gdp",), verdict="not_met").verdict
    <Verdict.NOT_MET: 'not_met'>
    """

    subjects: tuple[str, ...] = field(converter=to_ids)
    verdict: Verdict = field(converter=to_verdict)
    exhaustive: bool = field(default=False, converter=to_bool)
    source: Source | None = field(default=None, converter=source_or_none)
    notes: Text | None = field(default=None, converter=text_or_none)


@model_class(kw_only=True, repr=False)
class CountClaim(ModelPart):
    """The document states how many there are, by verdict and nature where it says so.

    Attributes:
        count: The number stated.
        counted: What it counts.
        verdict: Only those with this verdict; None counts all.
        nature: Only those of this nature; None counts all.
        source: Where the claim stands.
        notes: How the claim was read, where that is not plain.

    >>> CountClaim(count=12, verdict="met", nature="binding").count
    12
    """

    count: int = field(converter=to_count)
    counted: Counted = field(default=Counted.INDICATORS, converter=to_counted)
    verdict: Verdict | None = field(default=None, converter=_verdict_or_none)
    nature: Nature | None = field(default=None, converter=nature_or_none)
    source: Source | None = field(default=None, converter=source_or_none)
    notes: Text | None = field(default=None, converter=text_or_none)


@model_class(kw_only=True, repr=False)
class GrowthClaim(ModelPart):
    """The document states an average growth of an indicator.

    Attributes:
        subject: The id of the indicator.
        figure: The growth stated [percent a year].
        period: The period it is stated for.
        source: Where the claim stands.
        notes: How the claim was read, where that is not plain.

    >>> str(GrowthClaim(subject="gdp", figure="7.2", period="2016/2020").figure)
    '7.2'
    """

    subject: str = field(converter=to_id)
    figure: Figure = field(converter=to_figure)
    period: Period = field(converter=to_period)
    source: Source | None = field(default=None, converter=source_or_none)
    notes: Text | None = field(default=None, converter=text_or_none)


@model_class(kw_only=True, repr=False)
class StatusClaim(ModelPart):
    """The document states a status of a task, elsewhere than in the task's own report.

    Attributes:
        subject: The id of the task.
        status: The status stated.
        period: The period at whose end it is stated.
        source: Where the claim stands.
        notes: How the claim was read, where that is not plain.

    >>> StatusClaim(subject="books", status="completed", period="2024").status
    <ReportedStatus.COMPLETED: 'completed'>
    """

    subject: str = field(converter=to_id)
    status: ReportedStatus = field(converter=to_reported_status)
    period: Period = field(converter=to_period)
    source: Source | None = field(default=None, converter=source_or_none)
    notes: Text | None = field(default=None, converter=text_or_none)


def _figures(values: Iterable[FigureLike]) -> tuple[Figure, ...]:
    return tuple(to_figure(value) for value in tuple_of(values, Figure, str, int, Decimal))


@model_class(kw_only=True, repr=False)
class BreakdownClaim(ModelPart):
    """The document splits a whole into parts that are meant to add up to it.

    Attributes:
        subject: The id of what is split: an indicator, a goal, a task, or the plan itself.
        figures: Parts as printed.
        members: The ids of indicators whose published figures are further parts.
        whole: The whole as printed; None where the parts are percentages of it, so that it is 100 and exact.
        measure: The measure in which the members are parts.
        period: The period of the members' figures; it must be given where there are members.
        exact: True where figures and whole are counts of things, so that no digit was left out.
        source: Where the claim stands.
        notes: How the claim was read, where that is not plain.

    >>> BreakdownClaim(subject="gdp", figures=("7.8", "45.6", "46.6")).whole is None
    True
    """

    subject: str = field(converter=to_id)
    figures: tuple[Figure, ...] = field(default=(), converter=_figures)
    members: tuple[str, ...] = field(default=(), converter=to_ids)
    whole: Figure | None = field(default=None, converter=figure_or_none)
    measure: Measure = field(default=Measure.LEVEL, converter=to_measure)
    period: Period | None = field(default=None, converter=period_or_none)
    exact: bool = field(default=False, converter=to_bool)
    source: Source | None = field(default=None, converter=source_or_none)
    notes: Text | None = field(default=None, converter=text_or_none)

    def __attrs_post_init__(self) -> None:
        parts = len(self.figures) + len(self.members)
        if parts < 2:
            raise InvalidValueError("BreakdownClaim.figures", "two parts or more, figures or members", f"{parts}")
        if self.members and self.period is None:
            advice = "say when the members' figures are parts of the whole"
            raise InvalidValueError("BreakdownClaim.period", "a period where there are members", "None", advice)


@model_class(kw_only=True, repr=False)
class ShareClaim(ModelPart):
    """The document prints a part, a whole and the percentage that the one is of the other.

    Attributes:
        subject: The id of what it is about: an indicator, a goal, a task, or the plan itself.
        part: The part as printed.
        whole: The whole as printed, in the unit of the part.
        percent: The percentage as printed [percent].
        period: The period it is stated for.
        exact: True where part and whole are counts of things, so that no digit was left out.
        source: Where the claim stands.
        notes: How the claim was read, where that is not plain.

    >>> ShareClaim(subject="schools", part="65", whole="80", percent="81.3", exact=True).percent
    Figure('81.3')
    """

    subject: str = field(converter=to_id)
    part: Figure = field(converter=to_figure)
    whole: Figure = field(converter=to_figure)
    percent: Figure = field(converter=to_figure)
    period: Period | None = field(default=None, converter=period_or_none)
    exact: bool = field(default=False, converter=to_bool)
    source: Source | None = field(default=None, converter=source_or_none)
    notes: Text | None = field(default=None, converter=text_or_none)


Claim: TypeAlias = VerdictClaim | CountClaim | GrowthClaim | StatusClaim | BreakdownClaim | ShareClaim
