"""Targets, and which true values keep them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import evolve, frozen
from hypothesis import strategies as st

import civicplan as cp
from civicplan.model import MeasureLike, Target

from .manner import LAST, Manner

Direction: TypeAlias = Literal["higher", "lower"] | None
#: What a measure truly is over the years from the first to the last.
Values: TypeAlias = Callable[[MeasureLike, int, int], Fraction]
WIDTH = 2
_EITHER_WAY = (f"{{}}±{WIDTH}", "≈{}")
_SIGNS: dict[Direction, tuple[str, ...]] = {
    "higher": ("≥{}", ">{}", *_EITHER_WAY),
    "lower": ("≤{}", "<{}", *_EITHER_WAY),
    None: ("≥{}", ">{}", "≤{}", "<{}", *_EITHER_WAY),
}
_WHOLE_PERIOD: tuple[MeasureLike, ...] = ("growth", "change", "reduction", "total")
_REVISED_IN = "2018"


@frozen(kw_only=True)
class Promise:
    """A target in numbers; a level is due in one year, anything else at the end of the plan.

    Attributes:
        measure: What it is on.
        sign: How the bound is printed, with a place for the figure.
        figure: The figure.
        better: Which values are better.
        due: The year in which it is due.
        is_revised: True where it took the place of another one.
    """

    measure: MeasureLike
    sign: str
    figure: str
    better: Direction
    due: int = LAST
    is_revised: bool = False

    @property
    def number(self) -> Fraction:
        return Fraction(self.figure)

    @property
    def goals(self) -> tuple[Fraction, ...]:
        """What a distance to it may be measured from."""
        ends = (self.number - WIDTH, self.number + WIDTH) if "±" in self.sign else ()
        return (self.number, *ends)

    def keeps(self, value: Fraction) -> bool | None:
        """Whether the value keeps the promise; None where the document does not say how close is about."""
        if "≈" in self.sign:
            if abs(value - self.number) <= 1:
                return True
            is_better = value >= self.number if self.better == "higher" else value <= self.number
            return True if self.better and is_better else None
        if "±" in self.sign:
            is_high_enough = self.better == "lower" or value >= self.number - WIDTH
            return is_high_enough and (self.better == "higher" or value <= self.number + WIDTH)
        is_beyond = value > self.number if self.wants_more else value < self.number
        return is_beyond or (value == self.number and self.sign[0] in "≥≤")

    @property
    def wants_more(self) -> bool | None:
        """Whether more is better by the sign, else by the direction; None where neither says."""
        if self.sign[0] in "≥>≤<":
            return self.sign[0] in "≥>"
        return None if self.better is None else self.better == "higher"

    def target(self, manner: Manner) -> cp.Threshold:
        return cp.Threshold(
            bound=self.sign.format(self.figure),
            measure=self.measure,
            period=manner.year(self.due) if self.measure == "level" else None,
            published=_REVISED_IN if self.is_revised else None,
        )


def in_force(promises: tuple[Promise, ...], *, revised: bool) -> Iterator[Promise]:
    """The promises by which an account is given: the last level and the others, as revised or as first made."""
    standing = [promise for promise in promises if promise in as_made(promises, revised=revised)]
    last = max((promise.due for promise in standing if promise.measure == "level"), default=0)
    yield from (promise for promise in standing if promise.measure != "level" or promise.due == last)


def as_made(promises: tuple[Promise, ...], *, revised: bool) -> list[Promise]:
    """The promises as revised, or as first made."""
    new = {(promise.measure, promise.due) for promise in promises if promise.is_revised}
    return [
        promise for promise in promises if (promise.measure, promise.due) not in new or promise.is_revised is revised
    ]


@st.composite
def promises(draw: st.DrawFn, value: Values, direction: Direction, *, has_rates: bool) -> tuple[Promise, ...]:
    """One level for each of some years, one of them revised, and others over the whole period."""
    years = draw(st.lists(st.sampled_from((1, 2, 3, 4, LAST, LAST)), unique=True, max_size=2))
    made = [draw(_promise("level", value("level", year, year), direction, due=year)) for year in years]
    if made and draw(st.integers(0, 2)) == 0:
        near = value("level", made[0].due, made[0].due)
        made.append(evolve(draw(_promise("level", near, direction, due=made[0].due)), is_revised=True))
    for measure in draw(
        st.lists(st.sampled_from(_WHOLE_PERIOD if has_rates else ("change",)), unique=True, max_size=2)
    ):
        better = "higher" if measure == "reduction" else direction
        # A level and a change due at once, or a level and a growth, could ask for different things.
        if measure == "total" or LAST not in years:
            made.append(draw(_promise(measure, value(measure, 1, LAST), better)))
    return tuple(made)


@st.composite
def _promise(draw: st.DrawFn, measure: MeasureLike, near: Fraction, better: Direction, due: int = LAST) -> Promise:
    figure = near * draw(st.sampled_from((Fraction(1), Fraction(9, 10), Fraction(11, 10))))
    return Promise(
        measure=measure,
        sign=draw(st.sampled_from(_SIGNS[better])),
        figure=nearest(figure, draw(st.integers(0, 1))),
        better=better,
        due=due,
    )


def nearest(value: Fraction, places: int) -> str:
    """The value as a plan would aim at it."""
    return f"{Decimal(round(value * 10**places)).scaleb(-places):f}"


def phrase() -> Target:
    return cp.Qualitative(text="a marked improvement")
