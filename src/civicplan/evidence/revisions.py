"""Which of several figures that were published for one period count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from civicplan.errors import InvalidValueError, describe
from civicplan.evidence.printed import by_its_digits
from civicplan.model import Observation, ObservationStatus
from civicplan.values import Bound, Period, PeriodLike, to_period

#: All that was published, what was published first, or what was published by the end of a period.
Vintage: TypeAlias = Literal["latest", "first"] | Period
VintageLike: TypeAlias = Literal["latest", "first"] | PeriodLike


def to_vintage(value: VintageLike) -> Vintage:
    """Return a vintage, from itself or from anything that states a day or a period.

    >>> to_vintage("latest"), to_vintage("2021-03")
    ('latest', Period.parse('2021-03'))
    """
    if value == "latest":
        return "latest"
    if value == "first":
        return "first"
    try:
        return to_period(value)
    except InvalidValueError:
        raise InvalidValueError("", 'latest, first or a day such as "2021-03-01"', describe(value)) from None


def of_vintage(published: Sequence[Observation], vintage: Vintage) -> list[Observation]:
    """Return the figures that count by a vintage; figures without a date of publication belong to each.

    A provisional figure counts only where no other is left.
    """
    selected = [observation for observation in published if _is_of(vintage, observation, published)]
    firm = [observation for observation in selected if observation.status is not ObservationStatus.PROVISIONAL]
    return firm or selected


def _is_of(vintage: Vintage, observation: Observation, published: Sequence[Observation]) -> bool:
    own = observation.published
    if own is None or vintage == "latest":
        return True
    if vintage == "first":
        return all(other.published is None or own.ends_by(other.published) for other in published)
    return own.ends_by(vintage)


def in_agreement(published: Sequence[Observation]) -> list[Observation]:
    """Return the figures that count and agree with each other, the finest first; none where they cannot be reconciled.

    What was published last counts. An earlier figure that contradicts it is superseded; one without a date is not, and
    leaves the figures in conflict.
    """
    if len(published) == 1:
        return list(published)
    agreeing: list[Observation] = []
    for observation in sorted(published, key=_last_published_first):
        contradicted = [other for other in agreeing if not agree(observation, other)]
        if not contradicted:
            agreeing.append(observation)
        elif observation.published is None or all(other.published == observation.published for other in contradicted):
            return []
    firmest = min(map(_hedging, agreeing), default=0)
    return sorted(
        (observation for observation in agreeing if _hedging(observation) == firmest),
        key=lambda observation: observation.number.places,
        reverse=True,
    )


def _hedging(observation: Observation) -> int:
    """How far a figure is hedged: not at all, as "about", or as a bound."""
    if not isinstance(observation.figure, Bound):
        return 0
    return 1 if observation.figure.is_of_unknown_width else 2


def _last_published_first(observation: Observation) -> tuple[int, int, str, str, str]:
    """Order figures by their publication, undated ones last; the rest only keeps the order of the plan out of it."""
    months, days = (0, 0) if observation.published is None else observation.published.end_key
    return -months, -days, str(observation.figure), str(observation.period), str(observation.source)


def agree(one: Observation, other: Observation) -> bool:
    """Return whether two figures for one thing agree as they are printed.

    >>> agree(Observation(period="2020", figure="7.4"), Observation(period="2020", figure="7.45"))
    True
    """
    if one.is_hedged or other.is_hedged:
        return not by_its_digits(one).isdisjoint(by_its_digits(other))
    return one.number.agrees_with(other.number)
