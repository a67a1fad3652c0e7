"""Indicator: one row of a plan's table, with what was promised and what was published of it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal, TypeAlias

from attrs import field

from civicplan.errors import InvalidTypeError, InvalidValueError, describe
from civicplan.model._fields import (
    label_or_none,
    source_or_none,
    text_or_none,
    to_enum,
    to_id,
    to_labels,
    tuple_of,
)
from civicplan.model._part import ModelPart, model_class
from civicplan.model.target import (
    Delegated,
    Measure,
    Qualitative,
    Relation,
    Relative,
    Target,
    Threshold,
    to_measure,
)
from civicplan.values import Figure, FigureLike, Period, Source, Text, to_figure, to_period, to_text


class Nature(StrEnum):
    """Whether the government is bound to reach the target or expects the market to."""

    BINDING = "binding"
    EXPECTED = "expected"


NatureLike: TypeAlias = Nature | Literal["binding", "expected"]


class Direction(StrEnum):
    """Which levels of an indicator are better: higher ones, lower ones, or those within a range."""

    HIGHER = "higher"
    LOWER = "lower"
    RANGE = "range"


DirectionLike: TypeAlias = Direction | Literal["higher", "lower", "range"]


def nature_or_none(value: NatureLike | None) -> Nature | None:
    """Return a Nature from itself or its name, or None where none is stated."""
    return None if value is None else to_enum(Nature, value)


def to_direction(value: DirectionLike) -> Direction:
    """Return a Direction, from itself or its name."""
    return to_enum(Direction, value)


def direction_or_none(value: DirectionLike | None) -> Direction | None:
    """Return a Direction from itself or its name, or None where none is stated."""
    return None if value is None else to_direction(value)


@model_class(kw_only=True, repr=False)
class Observation(ModelPart):
    """An actual: what was published of an indicator, in which measure and for which period.

    Attributes:
        period: The period the figure is about; an average or a total is about all of it.
        figure: The figure as printed.
        measure: What the figure says.
        source: Where it stands.

    >>> Observation(period="2016/2020", figure="7.2", measure="growth").figure
    Figure('7.2')
    """

    period: Period = field(converter=to_period)
    figure: Figure = field(converter=to_figure)
    measure: Measure = field(default=Measure.LEVEL, converter=to_measure)
    source: Source | None = field(default=None, converter=source_or_none)


def _baseline_or_none(value: Observation | None) -> Observation | None:
    if not isinstance(value, Observation | None):
        advice = 'write Observation(period="2015", figure="2335.1")'
        raise InvalidTypeError("", "an Observation", describe(value), advice)
    return value


def _targets(values: Iterable[Target]) -> tuple[Target, ...]:
    return tuple_of(values, Threshold, Relative, Delegated, Qualitative)


def _observations(values: Iterable[Observation]) -> tuple[Observation, ...]:
    return tuple_of(values, Observation)


def _weight_or_none(value: FigureLike | None) -> Figure | None:
    if value is None:
        return None
    figure = to_figure(value)
    if figure < 0:
        raise InvalidValueError("", "a weight of zero or more", str(figure))
    return figure


@model_class(kw_only=True, repr=False)
class Indicator(ModelPart):
    """One row of a plan's table: what it measures, what was promised and what was published.

    Attributes:
        id: The name by which other parts of the plan refer to it.
        name: The row's name, without its unit.
        number: The row's number as printed; the rows of one indicator share it.
        group: The name of the indicator that this row is a part of.
        unit: The unit as printed.
        category: The heading under which the table lists it.
        nature: Binding or expected; None where the table does not say.
        direction: Which levels are better; None leaves it to the bounds.
        baseline: Where the plan starts from.
        targets: What was promised, in the order of the table; the first is the headline.
        observations: What was published.
        weight: The weight in an aggregate.
        source: Where the row stands.
        marks: Marks printed beside the name, such as ☆.
        description: What the row measures, in the plan's words.
        notes: How the row was read, where that is not plain.

    >>> gdp = Indicator(id="gdp", name="GDP", targets=(Threshold(bound="≥3800"),))
    >>> gdp.effective_direction, gdp.direction_is_inferred
    (<Direction.HIGHER: 'higher'>, True)
    """

    id: str = field(converter=to_id)
    name: Text = field(converter=to_text)
    number: str | None = field(default=None, converter=label_or_none)
    group: Text | None = field(default=None, converter=text_or_none)
    unit: str | None = field(default=None, converter=label_or_none)
    category: Text | None = field(default=None, converter=text_or_none)
    nature: Nature | None = field(default=None, converter=nature_or_none)
    direction: Direction | None = field(default=None, converter=direction_or_none)
    baseline: Observation | None = field(default=None, converter=_baseline_or_none)
    targets: tuple[Target, ...] = field(default=(), converter=_targets)
    observations: tuple[Observation, ...] = field(default=(), converter=_observations)
    weight: Figure | None = field(default=None, converter=_weight_or_none)
    source: Source | None = field(default=None, converter=source_or_none)
    marks: tuple[str, ...] = field(default=(), converter=to_labels)
    description: Text | None = field(default=None, converter=text_or_none)
    notes: Text | None = field(default=None, converter=text_or_none)

    @property
    def direction_is_inferred(self) -> bool:
        """True when the plan does not declare the direction."""
        return self.direction is None

    @property
    def effective_direction(self) -> Direction | None:
        """The declared direction, else the one on which all targets agree; never read off the data."""
        if self.direction is not None:
            return self.direction
        implied = {_implied(target) for target in self.targets} - {None}
        return implied.pop() if len(implied) == 1 else None


def _implied(target: Target) -> Direction | None:
    match target:
        case Threshold(bound=bound, measure=measure):
            if not bound.is_one_sided:
                return Direction.RANGE
            rises = bound.is_lower_bound != (measure is Measure.REDUCTION)
            return Direction.HIGHER if rises else Direction.LOWER
        case Relative(relation=relation) if relation is not Relation.IN_STEP:
            rises = (relation is Relation.ABOVE) != (target.measure is Measure.REDUCTION)
            return Direction.HIGHER if rises else Direction.LOWER
        case _:
            return None
