"""Indicator: one row of a plan's table, with what was promised and what was published of it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from attrs import field, frozen
from attrs.converters import optional

from civicplan.errors import InvalidTypeError, InvalidValueError, quoted
from civicplan.model._fields import (
    each,
    member,
    plan_part,
    source_or_none,
    text_or_none,
    to_id,
    to_words,
    word_or_none,
)
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


class Direction(StrEnum):
    """Which way of an indicator's level is better."""

    HIGHER = "higher"
    LOWER = "lower"
    RANGE = "range"


def to_nature(value: Nature | str) -> Nature:
    """A Nature, from itself or its name."""
    return member(Nature, value)


def to_direction(value: Direction | str) -> Direction:
    """A Direction, from itself or its name."""
    return member(Direction, value)


@plan_part
@frozen(kw_only=True, repr=False)
class Observation:
    """An actual: what was published of an indicator, in which measure and for which period.

    >>> Observation(period="2016/2020", figure="7.2", measure="growth").figure
    Figure('7.2')
    """

    #: The period the figure is about; an average or a total is about all of it.
    period: Period = field(converter=to_period)
    #: The figure as printed.
    figure: Figure = field(converter=to_figure)
    #: What the figure says.
    measure: Measure = field(default=Measure.LEVEL, converter=to_measure)
    #: Where it stands.
    source: Source | None = field(default=None, converter=source_or_none)


def _baseline(value: Observation) -> Observation:
    if not isinstance(value, Observation):
        advice = 'write Observation(period="2015", figure="2335.1")'
        raise InvalidTypeError("", "an Observation", quoted(value), advice)
    return value


def _targets(values: Iterable[Target]) -> tuple[Target, ...]:
    return each(values, Threshold, Relative, Delegated, Qualitative)


def _observations(values: Iterable[Observation]) -> tuple[Observation, ...]:
    return each(values, Observation)


def _weight(value: FigureLike) -> Figure:
    figure = to_figure(value)
    if figure < 0:
        raise InvalidValueError("", "a weight of zero or more", str(figure))
    return figure


@plan_part
@frozen(kw_only=True, repr=False)
class Indicator:
    """One row of a plan's table: what it measures, what was promised and what was published.

    >>> gdp = Indicator(id="gdp", name="GDP", targets=(Threshold(bound="≥3800"),))
    >>> gdp.effective_direction, gdp.direction_is_inferred
    (<Direction.HIGHER: 'higher'>, True)
    """

    #: The name by which other parts of the plan refer to it.
    id: str = field(converter=to_id)
    #: The row's name, without its unit.
    name: Text = field(converter=to_text)
    #: The row's number as printed; the rows of one indicator share it.
    number: str | None = field(default=None, converter=word_or_none)
    #: The name of the indicator that this row is a part of.
    group: Text | None = field(default=None, converter=text_or_none)
    #: The unit as printed.
    unit: str | None = field(default=None, converter=word_or_none)
    #: The heading under which the table lists it.
    category: Text | None = field(default=None, converter=text_or_none)
    #: Binding or expected; None where the table does not say.
    nature: Nature | None = field(default=None, converter=optional(to_nature))
    #: Which way of the level is better; None leaves it to the bounds.
    direction: Direction | None = field(default=None, converter=optional(to_direction))
    #: Where the plan starts from.
    baseline: Observation | None = field(default=None, converter=optional(_baseline))
    #: What was promised, in the order of the table; the first is the headline.
    targets: tuple[Target, ...] = field(default=(), converter=_targets)
    #: What was published.
    observations: tuple[Observation, ...] = field(default=(), converter=_observations)
    #: The weight in an aggregate.
    weight: Figure | None = field(default=None, converter=optional(_weight))
    #: Where the row stands.
    source: Source | None = field(default=None, converter=source_or_none)
    #: Marks printed beside the name, such as ☆.
    marks: tuple[str, ...] = field(default=(), converter=to_words)
    #: How the row was read, where that is not plain.
    note: Text | None = field(default=None, converter=text_or_none)

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
            rises = bound.is_floor != (measure is Measure.REDUCTION)
            return Direction.HIGHER if rises else Direction.LOWER
        case Relative(relation=relation) if relation is not Relation.IN_STEP:
            rises = (relation is Relation.ABOVE) != (target.measure is Measure.REDUCTION)
            return Direction.HIGHER if rises else Direction.LOWER
        case _:
            return None
