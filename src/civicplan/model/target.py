"""What a plan promises of an indicator: a threshold, a relation, somebody else's task, or a phrase."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal, TypeAlias

from attrs import field

from civicplan.errors import InvalidValueError, naming_field
from civicplan.model._fields import period_or_none, source_or_none, to_id, tuple_of
from civicplan.model._part import ModelPart, ReadOnlyProperty, model_class
from civicplan.values import (
    Bound,
    BoundLike,
    Figure,
    FigureLike,
    Period,
    Source,
    Text,
    synonyms,
    to_bound,
    to_enum,
    to_figure,
    to_text,
)


class Measure(StrEnum):
    """What a figure of an indicator says; five measures cover every column of a plan table.

    Attributes:
        LEVEL: A value at a time.
        GROWTH: A rate of growth [percent a year]; over several years, the average.
        TOTAL: A sum over the period, printed in [ ].
        REDUCTION: A fall over the period [percent], compounding; positive when it falls; printed in [ ].
        CHANGE: A rise of the level in its unit or in points, negative when it falls; printed in [ ].
    """

    LEVEL = "level"
    GROWTH = "growth"
    TOTAL = "total"
    REDUCTION = "reduction"
    CHANGE = "change"


MeasureLike: TypeAlias = Measure | Literal["level", "growth", "total", "reduction", "change"]

#: The measures whose figures are in the unit of the indicator.
IN_UNITS = frozenset({Measure.LEVEL, Measure.TOTAL, Measure.CHANGE})
#: The measures of figures that are of a whole period, and printed in [ ].
CUMULATIVE = (Measure.TOTAL, Measure.REDUCTION, Measure.CHANGE)


class Relation(StrEnum):
    """How one indicator is to run beside another."""

    ABOVE = "above"
    IN_STEP = "in_step"
    BELOW = "below"


RelationLike: TypeAlias = Relation | Literal["above", "in_step", "below"]


def to_measure(value: MeasureLike) -> Measure:
    """Return a Measure, from itself or its name."""
    return to_enum(Measure, value, synonyms.MEASURE)


def measure_or_none(value: MeasureLike | None) -> Measure | None:
    """Return a Measure from itself or its name, or None where none is stated."""
    return None if value is None else to_measure(value)


def or_level(measure: Measure | None) -> Measure:
    """Return the measure, which is a level where none is stated."""
    return measure or Measure.LEVEL


def to_relation(value: RelationLike) -> Relation:
    """Return a Relation, from itself or its name."""
    return to_enum(Relation, value, synonyms.RELATION)


def _tolerance_or_none(value: FigureLike | None) -> Figure | None:
    if value is None:
        return None
    figure = to_figure(value)
    if figure < 0:
        raise InvalidValueError("", "a tolerance of zero or more", str(figure))
    return figure


@model_class(kw_only=True)
class Threshold(ModelPart):
    """A target in numbers: a bound on one measure over one period.

    Attributes:
        bound: The acceptable values.
        measure: What the bound is on; where it is left out, the measure of the indicator, which is a level if none is
            stated.
        period: When it is due; None means the end of the plan for a level, the whole plan period for the other
            measures.
        published: When it was published, for a target that was revised: from that day on it takes the place of an
            earlier one on the same measure for the same time. None means with the plan.
        source: Where it stands; None means where the indicator stands.

    >>> Threshold(bound="≥9", measure="growth").measure
    <Measure.GROWTH: 'growth'>
    """

    bound: Bound = field(converter=to_bound)
    _measure: Measure | None = field(default=None, converter=measure_or_none, alias="measure", eq=or_level)
    period: Period | None = field(default=None, converter=period_or_none)
    published: Period | None = field(default=None, converter=period_or_none)
    source: Source | None = field(default=None, converter=source_or_none)

    @ReadOnlyProperty
    def measure(self) -> Measure:
        """What the bound is on."""
        return or_level(self._measure)

    def due(self, plan_period: Period) -> Period:
        """Return when the target is due in a plan: a level in its last year, the other measures over all of it.

        >>> str(Threshold(bound="≥3800").due(Period.parse("2016/2020")))
        '2020'
        """
        return _due_in(self, plan_period)


@model_class(kw_only=True)
class Relative(ModelPart):
    """A target that holds one indicator against another in the same measure.

    Attributes:
        reference: The id of the indicator that it is compared with.
        relation: On which side of the reference, or in step with it.
        tolerance: How far apart still counts as in step [percentage points for rates]; only for in_step.
        measure: The measure in which the two are compared.
        period: When it is due, as for a threshold.
        source: Where it stands; None means where the indicator stands.

    >>> Relative(reference="gdp", relation="in_step", tolerance="1").relation
    <Relation.IN_STEP: 'in_step'>
    """

    reference: str = field(converter=to_id)
    relation: Relation = field(converter=to_relation)
    tolerance: Figure | None = field(default=None, converter=_tolerance_or_none)
    measure: Measure = field(default=Measure.GROWTH, converter=to_measure)
    period: Period | None = field(default=None, converter=period_or_none)
    source: Source | None = field(default=None, converter=source_or_none)

    def __attrs_post_init__(self) -> None:
        if self.tolerance is not None and self.relation is not Relation.IN_STEP:
            raise InvalidValueError("Relative.tolerance", "a tolerance only for in_step", str(self.tolerance))

    def due(self, plan_period: Period) -> Period:
        """Return when the target is due in a plan, as for a threshold.

        >>> str(Relative(reference="gdp", relation="above").due(Period.parse("2016/2020")))
        '2016/2020'
        """
        return _due_in(self, plan_period)


@model_class(kw_only=True)
class Delegated(ModelPart):
    """A target that another authority assigns; until it does, nothing can be assessed.

    Attributes:
        authority: Who assigns the target.
        source: Where it stands; None means where the indicator stands.

    >>> str(Delegated(authority="湖南省").authority)
    '湖南省'
    """

    authority: Text = field(converter=to_text)
    source: Source | None = field(default=None, converter=source_or_none)


@model_class(kw_only=True)
class Qualitative(ModelPart):
    """A target in words, which no number can meet or miss.

    Attributes:
        text: The words.
        period: When it is due; None where the plan does not say.
        source: Where it stands; None means where the indicator stands.

    >>> str(Qualitative(text="明显提升").text)
    '明显提升'
    """

    text: Text = field(converter=to_text)
    period: Period | None = field(default=None, converter=period_or_none)
    source: Source | None = field(default=None, converter=source_or_none)


def _due_in(target: Threshold | Relative, plan_period: Period) -> Period:
    if target.period is not None:
        return target.period
    return plan_period.last_year if target.measure is Measure.LEVEL else plan_period


Target: TypeAlias = Threshold | Relative | Delegated | Qualitative


def to_targets(values: Iterable[Target | BoundLike]) -> tuple[Target, ...]:
    """Return a tuple of targets; a bound, or text that states one, is a threshold."""
    kinds = (Threshold, Relative, Delegated, Qualitative, Bound, str)
    targets = tuple_of(values, *kinds, advice='write "≥3800" or Threshold(bound="≥3800")')
    return tuple(_target(f"[{index}]", target) for index, target in enumerate(targets))


def _target(place: str, value: Target | BoundLike) -> Target:
    if not isinstance(value, Bound | str):
        return value
    with naming_field(place):
        return Threshold(bound=to_bound(value))
