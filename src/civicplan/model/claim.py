"""Claim: what a document says about its own plan; it is checked against the figures and never becomes one."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeAlias

from attrs import field
from attrs.converters import optional

from civicplan.errors import InvalidTypeError, InvalidValueError
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
from civicplan.model.claim_words import (
    Counted,
    GapTo,
    Grade,
    Side,
    Standing,
    Verdict,
    grade_or_none,
    standing_or_none,
    status_or_none,
    to_counted,
    to_gap,
    to_side,
    to_verdict,
    verdict_or_none,
)
from civicplan.model.indicator import Nature, nature_or_none
from civicplan.model.target import Measure, to_measure
from civicplan.model.task import ReportedStatus, to_reported_status
from civicplan.values import Figure, FigureLike, Period, Source, Text, to_figure, to_period


def _count_or_none(value: int | None) -> int | None:
    return None if value is None else to_count(value)


def _distance(value: FigureLike) -> Figure:
    figure = to_figure(value)
    if figure < 0:
        raise InvalidValueError("", "a distance of zero or more", str(figure), "say on which side it lies")
    return figure


@model_class(kw_only=True)
class VerdictClaim(ModelPart):
    """The document gives one verdict on the indicators that it names.

    Attributes:
        subjects: The ids of the indicators named.
        verdict: The verdict stated.
        exhaustive: True when the document offers the list as complete, so that leaving an indicator out says the
            opposite of it.
        grade: How far the targets were met, where the document says so; only beside the verdict "met".
        is_forecast: True where the document foretells it; nothing published of the past contradicts it.
        source: Where the claim stands.
        notes: How the claim was read, where that is not plain.

    >>> VerdictClaim(subjects=("gdp",), verdict="not_met").verdict
    <Verdict.NOT_MET: 'not_met'>
    """

    subjects: tuple[str, ...] = field(converter=to_ids)
    verdict: Verdict = field(converter=to_verdict)
    exhaustive: bool = field(default=False, converter=to_bool)
    grade: Grade | None = field(default=None, converter=grade_or_none)
    is_forecast: bool = field(default=False, converter=to_bool)
    source: Source | None = field(default=None, converter=source_or_none)
    notes: Text | None = field(default=None, converter=text_or_none)

    def __attrs_post_init__(self) -> None:
        if self.grade is not None and self.verdict is not Verdict.MET:
            expected, got = "a grade only where the verdict is met", f"{self.grade} beside {self.verdict}"
            advice = 'write verdict="met", or leave the grade out'
            raise InvalidValueError("VerdictClaim.grade", expected, got, advice)


@model_class(kw_only=True)
class StandingClaim(ModelPart):
    """The document says how the indicators that it names are doing, in a word or on a scale of its own.

    Attributes:
        subjects: The ids of the indicators named.
        period: The period at whose end they stand so.
        standing: The standing stated; None where the document has levels of its own.
        level: The document's own word for the level, such as a warning level.
        rank: The rank of that level, 1 being the best.
        scale: How many levels there are.
        exhaustive: True when the document offers the list as complete.
        is_forecast: True where the document foretells it; nothing published of the past contradicts it.
        source: Where the claim stands.
        notes: How the claim was read, where that is not plain.

    >>> StandingClaim(subjects=("gdp",), period="2018", level="二级预警", rank=2, scale=3).rank
    2
    """

    subjects: tuple[str, ...] = field(converter=to_ids)
    period: Period = field(converter=to_period)
    standing: Standing | None = field(default=None, converter=standing_or_none)
    level: Text | None = field(default=None, converter=text_or_none)
    rank: int | None = field(default=None, converter=_count_or_none)
    scale: int | None = field(default=None, converter=_count_or_none)
    exhaustive: bool = field(default=False, converter=to_bool)
    is_forecast: bool = field(default=False, converter=to_bool)
    source: Source | None = field(default=None, converter=source_or_none)
    notes: Text | None = field(default=None, converter=text_or_none)

    def __attrs_post_init__(self) -> None:
        advice = "write a standing, or a level with its rank and the size of the scale"
        if self.standing is None and self.level is None:
            raise InvalidTypeError("StandingClaim.standing", "a standing or a level", "None", advice)
        if self.standing is not None and self.level is not None:
            raise InvalidValueError("StandingClaim.standing", "a standing or a level", "both", advice)
        rank, scale = self.rank, self.scale
        if self.level is None:
            if rank is not None or scale is not None:
                raise InvalidValueError("StandingClaim.rank", "a rank only with a level", str(rank or scale))
        elif rank is None or scale is None or not 1 <= rank <= scale:
            expected = "a rank from 1 to the size of the scale"
            raise InvalidValueError(
                "StandingClaim.rank", expected, f"{rank} of {scale}", "write for example rank=2, scale=3"
            )


@model_class(kw_only=True)
class GapClaim(ModelPart):
    """The document states how far an indicator is short of or beyond its target, its schedule or another indicator.

    Attributes:
        subject: The id of the indicator.
        figure: The distance as printed, zero or more [unit of the indicator, or points].
        side: On which side the indicator lies.
        to: What the distance is measured from.
        reference: The id of the other indicator, where it is measured from one.
        measure: The measure in which it is stated.
        period: The period of the figures compared.
        is_forecast: True where the document foretells it; nothing published of the past contradicts it.
        source: Where the claim stands.
        notes: How the claim was read, where that is not plain.

    >>> GapClaim(subject="gdp", figure="1.8", side="short", measure="growth", period="2016/2020").to
    <GapTo.TARGET: 'target'>
    """

    subject: str = field(converter=to_id)
    figure: Figure = field(converter=_distance)
    side: Side = field(converter=to_side)
    period: Period = field(converter=to_period)
    to: GapTo = field(default=GapTo.TARGET, converter=to_gap)
    reference: str | None = field(default=None, converter=optional(to_id))
    measure: Measure = field(default=Measure.LEVEL, converter=to_measure)
    is_forecast: bool = field(default=False, converter=to_bool)
    source: Source | None = field(default=None, converter=source_or_none)
    notes: Text | None = field(default=None, converter=text_or_none)

    def __attrs_post_init__(self) -> None:
        if (self.to is GapTo.INDICATOR) != (self.reference is not None):
            advice = 'write to="indicator" with the id of the other one, or leave the reference out'
            raise InvalidValueError(
                "GapClaim.reference", "a reference for a distance to an indicator", str(self.reference), advice
            )


@model_class(kw_only=True)
class CountClaim(ModelPart):
    """The document states how many there are: all, or those of one verdict, standing, status, nature or category.

    Attributes:
        count: The number stated.
        counted: What it counts.
        verdict: Only those with this verdict; None counts all.
        standing: Only those with this standing; None counts all.
        status: Only tasks with this reported status; None counts all.
        nature: Only those of this nature; None counts all.
        category: Only those under this heading; None counts all.
        members: The ids of those that the document names beside the number.
        is_forecast: True where the document foretells it; nothing published of the past contradicts it.
        source: Where the claim stands.
        notes: How the claim was read, where that is not plain.

    >>> CountClaim(count=12, verdict="met", nature="binding").count
    12
    """

    count: int = field(converter=to_count)
    counted: Counted = field(default=Counted.INDICATORS, converter=to_counted)
    verdict: Verdict | None = field(default=None, converter=verdict_or_none)
    standing: Standing | None = field(default=None, converter=standing_or_none)
    status: ReportedStatus | None = field(default=None, converter=status_or_none)
    nature: Nature | None = field(default=None, converter=nature_or_none)
    category: Text | None = field(default=None, converter=text_or_none)
    members: tuple[str, ...] = field(default=(), converter=to_ids)
    is_forecast: bool = field(default=False, converter=to_bool)
    source: Source | None = field(default=None, converter=source_or_none)
    notes: Text | None = field(default=None, converter=text_or_none)


@model_class(kw_only=True)
class GrowthClaim(ModelPart):
    """The document states an average growth of an indicator.

    Attributes:
        subject: The id of the indicator.
        figure: The growth stated [percent a year].
        period: The period it is stated for.
        is_forecast: True where the document foretells it; nothing published of the past contradicts it.
        source: Where the claim stands.
        notes: How the claim was read, where that is not plain.

    >>> str(GrowthClaim(subject="gdp", figure="7.2", period="2016/2020").figure)
    '7.2'
    """

    subject: str = field(converter=to_id)
    figure: Figure = field(converter=to_figure)
    period: Period = field(converter=to_period)
    is_forecast: bool = field(default=False, converter=to_bool)
    source: Source | None = field(default=None, converter=source_or_none)
    notes: Text | None = field(default=None, converter=text_or_none)


@model_class(kw_only=True)
class StatusClaim(ModelPart):
    """The document states a status of a task, elsewhere than in the task's own report.

    Attributes:
        subject: The id of the task.
        status: The status stated.
        period: The period at whose end it is stated.
        is_forecast: True where the document foretells it; nothing published of the past contradicts it.
        source: Where the claim stands.
        notes: How the claim was read, where that is not plain.

    >>> StatusClaim(subject="books", status="completed", period="2024").status
    <ReportedStatus.COMPLETED: 'completed'>
    """

    subject: str = field(converter=to_id)
    status: ReportedStatus = field(converter=to_reported_status)
    period: Period = field(converter=to_period)
    is_forecast: bool = field(default=False, converter=to_bool)
    source: Source | None = field(default=None, converter=source_or_none)
    notes: Text | None = field(default=None, converter=text_or_none)


def _figures(values: Iterable[FigureLike]) -> tuple[Figure, ...]:
    return tuple(to_figure(value) for value in tuple_of(values, Figure, str, int, Decimal))


@model_class(kw_only=True)
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
        is_forecast: True where the document foretells it; nothing published of the past contradicts it.
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
    is_forecast: bool = field(default=False, converter=to_bool)
    source: Source | None = field(default=None, converter=source_or_none)
    notes: Text | None = field(default=None, converter=text_or_none)

    def __attrs_post_init__(self) -> None:
        parts = len(self.figures) + len(self.members)
        if parts < 2:
            raise InvalidValueError("BreakdownClaim.figures", "two parts or more, figures or members", f"{parts}")
        if self.members and self.period is None:
            advice = "say when the members' figures are parts of the whole"
            raise InvalidValueError("BreakdownClaim.period", "a period where there are members", "None", advice)


@model_class(kw_only=True)
class ShareClaim(ModelPart):
    """The document prints a part and the percentage that it is of a whole, and often the whole.

    Attributes:
        subject: The id of what it is about: an indicator, a goal, a task, or the plan itself.
        part: The part as printed.
        whole: The whole as printed, in the unit of the part; None where it is not printed.
        percent: The percentage as printed [percent].
        period: The period it is stated for.
        exact: True where part and whole are counts of things, so that no digit was left out.
        is_forecast: True where the document foretells it; nothing published of the past contradicts it.
        source: Where the claim stands.
        notes: How the claim was read, where that is not plain.

    >>> ShareClaim(subject="schools", part="65", whole="80", percent="81.3", exact=True).percent
    Figure('81.3')
    """

    subject: str = field(converter=to_id)
    part: Figure = field(converter=to_figure)
    percent: Figure = field(converter=to_figure)
    whole: Figure | None = field(default=None, converter=figure_or_none)
    period: Period | None = field(default=None, converter=period_or_none)
    exact: bool = field(default=False, converter=to_bool)
    is_forecast: bool = field(default=False, converter=to_bool)
    source: Source | None = field(default=None, converter=source_or_none)
    notes: Text | None = field(default=None, converter=text_or_none)


Claim: TypeAlias = (
    VerdictClaim | StandingClaim | StatusClaim | CountClaim | GrowthClaim | GapClaim | ShareClaim | BreakdownClaim
)
