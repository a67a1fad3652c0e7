"""Indicator: one row of a plan's table, with what was promised and what was published of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, Literal, TypeAlias, TypeVar

from attrs import evolve, field

from civicplan.errors import InvalidTypeError, InvalidValueError, describe, naming_field
from civicplan.model._fields import (
    bool_or_none,
    figure_from_zero,
    figure_or_none,
    label_or_none,
    period_or_none,
    source_or_none,
    text_or_none,
    to_bool,
    to_id,
    to_labels,
    tuple_of,
)
from civicplan.model._part import ModelPart, ReadOnlyProperty, model_class
from civicplan.model._words import target_and_due
from civicplan.model.target import (
    Measure,
    Relation,
    Relative,
    Target,
    Threshold,
    measure_or_none,
    or_level,
    to_measure,
    to_targets,
)
from civicplan.render import phrases
from civicplan.render.cells import Cell, Number
from civicplan.render.html import facts_html
from civicplan.render.languages import language_of
from civicplan.render.message import Message, fill, joined
from civicplan.render.tables import Table
from civicplan.render.words import as_it_is, full_name, in_measure, in_words
from civicplan.values import (
    Bound,
    BoundKind,
    BoundLike,
    Figure,
    FigureLike,
    Period,
    PeriodLike,
    Source,
    Text,
    synonyms,
    to_bound,
    to_enum,
    to_figure,
    to_period,
    to_text,
)
from civicplan.values.bound import resembles_bound
from civicplan.values.vocabulary import Direction, direction_or_none


class Nature(StrEnum):
    """Whether the government is bound to reach the target or expects the market to."""

    BINDING = "binding"
    EXPECTED = "expected"


NatureLike: TypeAlias = Nature | Literal["binding", "expected"]


def nature_or_none(value: NatureLike | None) -> Nature | None:
    """Return a Nature from itself or its name, or None where none is stated."""
    return None if value is None else to_enum(Nature, value, synonyms.NATURE)


class ObservationStatus(StrEnum):
    """Whether a published figure may still be revised."""

    PROVISIONAL = "provisional"
    FINAL = "final"


ObservationStatusLike: TypeAlias = ObservationStatus | Literal["provisional", "final"]


class Prices(StrEnum):
    """The prices that levels are in: only the growth of levels in constant prices is real growth."""

    CURRENT = "current"
    CONSTANT = "constant"


PricesLike: TypeAlias = Prices | Literal["current", "constant"]


def _status_or_none(value: ObservationStatusLike | None) -> ObservationStatus | None:
    return None if value is None else to_enum(ObservationStatus, value, synonyms.STATUS)


def _prices_or_none(value: PricesLike | None) -> Prices | None:
    return None if value is None else to_enum(Prices, value, synonyms.PRICES)


#: An actual as printed: a figure, or a hedged one such as "≥85" or "≈9".
PrintedActual: TypeAlias = Figure | Bound
PrintedActualLike: TypeAlias = FigureLike | Bound


def to_printed_actual(value: PrintedActualLike) -> PrintedActual:
    """Return a figure, or the bound that a hedged one states.

    Raises:
        InvalidValueError: A range, an "about" with a tolerance or "=85": none of them is one printed number and a
            hedge.
    """
    if not isinstance(value, Bound) and not (isinstance(value, str) and resembles_bound(value)):
        return to_figure(value)
    bound = to_bound(value)
    if not (bound.is_one_sided or bound.is_of_unknown_width):
        raise InvalidValueError("", "a figure, or a hedged one such as ≥85 or ≈9", describe(str(bound)), _hedge(bound))
    return bound


def _hedge(bound: Bound) -> str:
    """What to write instead of a bound that is no hedged figure."""
    if bound.kind is BoundKind.BETWEEN:
        return f"write ≥{bound.figure} or ≤{bound.second}"
    return f"write {'' if bound.kind is BoundKind.EXACTLY else '≈'}{bound.figure}"


@model_class(kw_only=True)
class Observation(ModelPart):
    """An actual: what was published of an indicator, in which measure and for which period.

    Attributes:
        period: The period the figure is about; an average or a total is about all of it.
        figure: The figure as printed; a hedged one, such as "≥85" or "≈9", is a bound.
        measure: What the figure says; where it is left out, the measure of the indicator, which is a level if none is
            stated.
        status: Whether the figure may still be revised; a provisional one counts only where there is no other.
        published: When it was published; of figures that contradict each other the last one counts.
        source: Where it stands.

    >>> Observation(period="2016/2020", figure="7.2", measure="growth").figure
    Figure('7.2')
    """

    period: Period = field(converter=to_period)
    figure: PrintedActual = field(converter=to_printed_actual)
    _measure: Measure | None = field(default=None, converter=measure_or_none, alias="measure", eq=or_level)
    status: ObservationStatus | None = field(default=None, converter=_status_or_none)
    published: Period | None = field(default=None, converter=period_or_none)
    source: Source | None = field(default=None, converter=source_or_none)

    @ReadOnlyProperty
    def measure(self) -> Measure:
        """What the figure says."""
        return or_level(self._measure)

    @property
    def is_hedged(self) -> bool:
        """True where the figure is printed as a bound or as an approximation."""
        return isinstance(self.figure, Bound)

    @property
    def number(self) -> Figure:
        """The printed figure without the sign of a hedge.

        >>> Observation(period="2020", figure="≥85").number
        Figure('85')
        """
        return self.figure.figure if isinstance(self.figure, Bound) else self.figure

    def __str__(self) -> str:
        """The figure as the table of a plan prints it, with its period.

        >>> print(Observation(period="2020", figure="7.2", measure="growth"))
        7.2 %/yr (2020)
        """
        return str(self.as_printed)

    @property
    def as_printed(self) -> Message:
        """The figure as the table of a plan prints it, with its period."""
        return fill(phrases.WITH_PERIOD, figure=in_measure(self.figure, self.measure), period=self.period)

    def _row(self) -> tuple[Cell, ...]:
        figure = Number(in_measure(self.figure, self.measure))
        published = "" if self.published is None else as_it_is(self.published)
        return (as_it_is(self.period), figure, in_words(self.status or ""), published)


#: An observation, or its period and figure.
BaselineLike: TypeAlias = Observation | tuple[PeriodLike, PrintedActualLike]


def _baseline_or_none(value: BaselineLike | None) -> Observation | None:
    if isinstance(value, tuple) and len(value) == 2:
        return Observation(period=value[0], figure=value[1])
    if not isinstance(value, Observation | None):
        advice = 'write ("2015", "2335.1") or Observation(period="2015", figure="2335.1")'
        raise InvalidTypeError("", "an Observation", describe(value), advice)
    return value


#: Published figures by their periods, or observations. A type checker would take no `dict[str, str]` for a mapping from
#: PeriodLike, nor the values of a dict for figures where another member of the union were any Iterable.
ObservationsLike: TypeAlias = Mapping[Any, PrintedActualLike] | Sequence[Observation] | Iterator[Observation]


def _observations(values: ObservationsLike) -> tuple[Observation, ...]:
    if not isinstance(values, Mapping):
        advice = 'write {"2020": "3105.8"} for all of them, or Observation(period="2020", figure="3105.8") for each'
        return tuple_of(values, Observation, advice=advice)
    return tuple(_observation(period, figure) for period, figure in values.items())


def _observation(period: PeriodLike, figure: PrintedActualLike) -> Observation:
    with naming_field(f"[{describe(str(period))}]"):
        return Observation(period=to_period(period), figure=to_printed_actual(figure))


#: The least and the largest possible level, either of which may be None; or both as a bound.
NaturalRangeLike: TypeAlias = BoundLike | tuple[FigureLike | None, FigureLike | None]
_EXPECTED_RANGE = "the least and the largest possible level"
_RANGE_ADVICE = 'write ("0", "100"), or ("0", None) where there is no largest one'


def _natural_range_or_none(value: NaturalRangeLike | None) -> Bound | None:
    if isinstance(value, tuple) and len(value) == 2:
        return _range_between(*value)
    if not isinstance(value, Bound | str | None):
        raise InvalidTypeError("", _EXPECTED_RANGE, describe(value), _RANGE_ADVICE)
    bound = None if value is None else to_bound(value)
    if bound is not None and bound.kind not in (BoundKind.AT_LEAST, BoundKind.AT_MOST, BoundKind.BETWEEN):
        raise InvalidValueError("", _EXPECTED_RANGE, describe(str(bound)), "write 0..100, ≥0 or ≤100")
    return bound


def _range_between(low: FigureLike | None, high: FigureLike | None) -> Bound:
    with naming_field("[0]"):
        least = figure_or_none(low)
    with naming_field("[1]"):
        largest = figure_or_none(high)
    if least is not None:
        return Bound.at_least(least) if largest is None else Bound.between(least, largest)
    if largest is not None:
        return Bound.at_most(largest)
    raise InvalidValueError("", _EXPECTED_RANGE, "neither", "leave it out where every level is possible")


_Measured = TypeVar("_Measured", bound=Target | Observation)


def _weight_or_none(value: FigureLike | None) -> Figure | None:
    return figure_from_zero(value, "a weight of zero or more")


@model_class(kw_only=True)
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
        measure: What those of its targets and observations say that state no measure of their own.
        prices: The prices that its levels are in; None where that is not known.
        stock: True where a level holds at a time, so that one at the end of any period may be read.
        exact: True where its levels and amounts are counted, so that no digit was left out; False where they are
            rounded. None takes whole numbers in a listed unit of counting as counted.
        natural_range: The levels that are possible at all; it cuts what an unprinted digit may add.
        baseline: Where the plan starts from: an observation, or its period and figure.
        targets: What was promised, in the order of the table; text such as "≥3800" is a threshold.
        observations: What was published: observations, or figures by their periods.
        weight: The weight in an aggregate.
        source: Where the row stands.
        marks: Marks printed beside the name, such as ☆.
        description: What the row measures, in the plan's words.
        notes: How the row was read, where that is not plain.

    >>> gdp = Indicator(id="gdp", name="GDP", baseline=("2015", "2335.1"), targets=("≥3800",))
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
    measure: Measure = field(default=Measure.LEVEL, converter=to_measure)
    prices: Prices | None = field(default=None, converter=_prices_or_none)
    stock: bool = field(default=False, converter=to_bool)
    exact: bool | None = field(default=None, converter=bool_or_none)
    natural_range: Bound | None = field(default=None, converter=_natural_range_or_none)
    baseline: Observation | None = field(default=None, converter=_baseline_or_none)
    targets: tuple[Target, ...] = field(default=(), converter=to_targets)
    observations: tuple[Observation, ...] = field(default=(), converter=_observations)
    weight: Figure | None = field(default=None, converter=_weight_or_none)
    source: Source | None = field(default=None, converter=source_or_none)
    marks: tuple[str, ...] = field(default=(), converter=to_labels)
    description: Text | None = field(default=None, converter=text_or_none)
    notes: Text | None = field(default=None, converter=text_or_none)

    def __attrs_post_init__(self) -> None:
        if self.measure is not Measure.LEVEL:
            object.__setattr__(self, "targets", tuple(_in_measure(target, self.measure) for target in self.targets))
            observations = tuple(_in_measure(observation, self.measure) for observation in self.observations)
            object.__setattr__(self, "observations", observations)

    def _repr_html_(self) -> str:
        caption = full_name(self.group, self.name, self.number)
        in_order = sorted(self.observations, key=lambda observation: observation.period.end_key)
        actuals = Table(phrases.ACTUAL_HEADINGS, [observation._row() for observation in in_order])
        return facts_html(caption, self._facts(), actuals, language=language_of(self.name))

    def _facts(self) -> dict[str, object]:
        direction = self.effective_direction
        is_inferred = direction is not None and self.direction_is_inferred
        return {
            "id": self.id,
            "unit": self.unit,
            "nature": self.nature,
            "direction": fill(phrases.INFERRED, direction=direction) if is_inferred else direction,
            "baseline": self.baseline and self.baseline.as_printed,
            "targets": joined(phrases.NEXT_ENTRY, map(target_and_due, self.targets)),
            "description": self.description,
            "notes": self.notes,
            "source": self.source,
        }

    def declared_direction(self, measure: Measure) -> Direction | None:
        """Return which values of a measure are declared to be better: those of a reduction are the higher ones.

        >>> Indicator(id="energy", name="energy", direction="lower").declared_direction(Measure.REDUCTION)
        <Direction.HIGHER: 'higher'>
        """
        return Direction.HIGHER if measure is Measure.REDUCTION else self.direction

    @property
    def words(self) -> tuple[str, ...]:
        """The name and the group, in each of their languages."""
        return tuple(words for text in (self.name, self.group) if text for _, words in text.entries)

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


def _in_measure(part: _Measured, measure: Measure) -> _Measured:
    """The target or observation, in this measure where it states none."""
    if isinstance(part, Threshold | Observation) and part._measure is None:
        return evolve(part, measure=measure)
    return part


def _implied(target: Target) -> Direction | None:
    match target:
        case Threshold(bound=bound, measure=Measure.LEVEL) if bound.kind in (BoundKind.BETWEEN, BoundKind.ABOUT):
            return Direction.RANGE
        case Threshold(bound=bound, measure=measure) if bound.is_one_sided:
            rises = bound.is_lower_bound != (measure is Measure.REDUCTION)
            return Direction.HIGHER if rises else Direction.LOWER
        case Relative(relation=Relation.ABOVE, measure=measure):
            return Direction.LOWER if measure is Measure.REDUCTION else Direction.HIGHER
        case _:
            return None
